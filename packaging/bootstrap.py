"""Sets quotereview up in this checkout and opens it (`run`), or tests it (`test`).

Needs Python alone, on Linux, macOS and Windows. The syntax is old, so that a Python that is too old can say so.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
STAMP = "quotereview-installed.json"

USAGE = """\
usage: python3 packaging/bootstrap.py run [ARGUMENT...]
       python3 packaging/bootstrap.py test [ARGUMENT...]

run   makes .venv, installs quotereview with what it needs, and opens the window;
      arguments go to the program (try: run --help)
test  installs what the tests need as well, and runs them;
      arguments go to pytest (try: test tests/packaging -q)
"""

# What Qt loads from the system, by the name of the library and of the Debian package that holds it.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FONTS = "fonts-dejavu-core"
FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path.home() / ".fonts",
)

DISK_FULL = "The disk is full: free about 1 GB, then start again."
NO_NETWORK = "The packages cannot be downloaded: check the network connection, then start again."

# What pip prints when the world is at fault, and the sentence for it; the first that fits is said.
PIP_FAULTS = (
    (r"No space left on device|not enough space on the disk", DISK_FULL),
    (
        r"DO NOT MATCH THE HASHES",
        "A downloaded package is not the one quotereview was tested with: nothing of it is used; try again later.",
    ),
    (r"NewConnectionError|NameResolutionError|getaddrinfo|Network is unreachable", NO_NETWORK),
    (r"Failed to establish|Connection(Error| refused| reset)|timed out|ProxyError|SSLError", NO_NETWORK),
    (
        r"No matching distribution found for (?P<package>\S+)",
        "The package {package} cannot be had for this Python ({python}) on this system: try another, such as 3.11.",
    ),
    (
        r"Permission denied|Read-only file system",
        "The folder .venv cannot be written: copy quotereview to a folder of your own, then start again.",
    ),
)


class SetupError(Exception):
    """A fault of the world; its message is the one sentence that is shown."""


def say(sentence: str) -> None:
    """Tell the user what is being done, at once even when the output is a file."""
    print(sentence, flush=True)


# The system's libraries


def loads(library: str) -> bool:
    """Whether the system has this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_fonts(folders: Iterable[Path] = FONT_FOLDERS) -> bool:
    """Whether there is a font to show text with."""
    endings = {".ttf", ".otf", ".ttc"}
    return any(file.suffix.lower() in endings for folder in folders if folder.is_dir() for file in folder.rglob("*"))


def missing_packages(
    *, x11: bool, loads: Callable[[str], bool] = loads, fonts: Callable[[], bool] = has_fonts
) -> list[str]:
    """The Debian names of what Qt lacks here; `x11` adds what a real window needs."""
    wanted = {**QT_LIBRARIES, **X11_LIBRARIES} if x11 else QT_LIBRARIES
    missing = [package for library, package in wanted.items() if not loads(library)]
    return missing if fonts() else [*missing, FONTS]


def venv_package() -> list[str]:
    """The Debian name of what Python lacks here to make a virtual environment, if it lacks it."""
    complete = all(importlib.util.find_spec(module) for module in ("venv", "ensurepip"))
    return [] if complete else [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]


def how_to_install(packages: Sequence[str], *, debian: bool) -> str:
    """The sentence that names missing system packages and what to type."""
    names = " ".join(packages)
    if debian:
        return f"System packages are missing; type: sudo apt-get install {names}"
    return (
        f"System libraries are missing; install what your system calls these Debian packages, then start again: {names}"
    )


def apt_install(packages: Sequence[str]) -> None:
    """Install Debian packages as root, with new package lists only when the present ones do not know them."""
    say(f"Installing system packages: {' '.join(packages)}")
    install = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *packages]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if quiet(install, environment).returncode == 0:
        return
    quiet(["apt-get", "update", "--quiet"], environment)
    if quiet(install, environment).returncode != 0:
        raise SetupError(
            f"The system packages could not be installed; see why with: apt-get install {' '.join(packages)}"
        )


def quiet(command: Sequence[str], environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command whose output the user need not see; it is in `stdout`, errors included."""
    return subprocess.run(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        errors="replace",
        check=False,
    )


def provide_system_packages(packages: Sequence[str], *, required: bool) -> None:
    """Install missing system packages where that is possible; else name them, as a fault if nothing works without."""
    if not packages:
        return
    debian = shutil.which("apt-get") is not None
    if debian and os.geteuid() == 0:
        apt_install(packages)
        return
    sentence = how_to_install(packages, debian=debian)
    if required:
        raise SetupError(sentence)
    say(sentence)


# The virtual environment


def lock_file(purpose: str, root: Path = ROOT) -> Path:
    """The locked packages for `run` or `test`."""
    return root / "packaging" / f"requirements-{purpose}.txt"


def fingerprint(purpose: str, root: Path = ROOT, python: str = sys.version) -> str:
    """What an installation depends on, as a hash: packages, program, Python and place."""
    files = (lock_file(purpose, root), root / "pyproject.toml", root / "quotereview" / "__init__.py")
    parts = [python, str(root), *(file.read_text(encoding="utf-8") for file in files)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def venv_python(venv: Path) -> Path:
    """The Python of a virtual environment, on any system."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def read_stamp(venv: Path) -> dict[str, str] | None:
    """What is installed, as purpose → fingerprint; empty while unfinished, None where this script installed nothing."""
    try:
        content = json.loads((venv / STAMP).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def write_stamp(venv: Path, installed: Mapping[str, str]) -> None:
    """Keep what is installed; written before the first package too, so that an interruption shows."""
    venv.mkdir(exist_ok=True)
    (venv / STAMP).write_text(json.dumps(installed), encoding="utf-8")


def usable(venv: Path) -> bool:
    """Whether a virtual environment's Python starts and is the one that runs this script."""
    try:
        answer = quiet([str(venv_python(venv)), "-c", "import sys, pip; print(sys.version)"])
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.strip() == sys.version


def make_venv(venv: Path) -> None:
    """Make the virtual environment anew, whatever was there."""
    say(f"Making {venv}")
    if venv.exists():
        shutil.rmtree(venv)
    write_stamp(venv, {})
    made = quiet([sys.executable, "-m", "venv", str(venv)])
    if made.returncode != 0:
        raise SetupError(
            pip_fault(made.stdout) or f"Python could not make {venv}; see why with: {sys.executable} -m venv {venv}"
        )


def pip_fault(output: str) -> str | None:
    """The sentence for what pip printed as it failed, if the world was at fault."""
    for pattern, sentence in PIP_FAULTS:
        found = re.search(pattern, output)
        if found:
            return sentence.format(python=".".join(map(str, sys.version_info[:3])), **found.groupdict())
    return None


def progress(line: str) -> str | None:
    """What the user is told of a line that pip printed, if anything."""
    if package := re.match(r"Collecting (\S+)==(\S+)", line):
        return f"  {package[1]} {package[2]}"
    if installing := re.match(r"Installing collected packages: (.+)", line):
        return "  quotereview itself" if installing[1].strip() == "quotereview" else "  unpacking them"
    return None


def pip_install(venv: Path, arguments: Sequence[str]) -> None:
    """Let pip install something, naming each package as it comes."""
    options = ["--disable-pip-version-check", "--no-input", "--progress-bar=off"]
    command = [str(venv_python(venv)), "-m", "pip", "install", *options, *arguments]
    output = []
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        errors="replace",
        cwd=ROOT,
    ) as pip:
        assert pip.stdout is not None
        for line in pip.stdout:
            output.append(line)
            if told := progress(line):
                say(told)
    if pip.returncode != 0:
        log = venv / "pip-output.txt"
        log.write_text("".join(output), encoding="utf-8")
        raise SetupError(
            pip_fault("".join(output)) or f"The packages could not be installed; what pip said is in {log}"
        )


def install(purpose: str, venv: Path) -> None:
    """Have the locked packages for `run` or `test` and the program itself in the virtual environment."""
    wanted = fingerprint(purpose)
    installed = read_stamp(venv)
    fit = usable(venv)
    if fit and installed and installed.get(purpose) == wanted:
        return
    if not fit and installed is None and venv.exists() and any(venv.iterdir()):
        raise SetupError(f"{venv} was not made by this script, and this Python cannot use it: move it elsewhere.")
    if not fit or installed == {}:
        make_venv(venv)
    write_stamp(venv, {})
    say("Installing packages; the first time about 200 MB are downloaded, which takes a few minutes")
    pip_install(venv, ["--only-binary=:all:", "--require-hashes", "-r", str(lock_file(purpose))])
    pip_install(venv, ["--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT)])
    # What tests need holds all that a run needs.
    write_stamp(venv, {each: fingerprint(each) for each in sorted({purpose, "run"})})


# The two commands


def names_a_screen(system: str = sys.platform, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the system says that there is a screen; only Linux and its like can say no."""
    if system in ("darwin", "win32"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def opens_windows(python: Path) -> bool:
    """Whether Qt can really reach a screen from here: a display that is named may be gone."""
    return quiet([str(python), "-c", "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"]).returncode == 0


def run(arguments: Sequence[str], venv: Path) -> int:
    """Set up and open the window, or do the main job on the samples in the terminal where there is no screen."""
    screen = names_a_screen()
    prepare("run", venv, x11=bool(os.environ.get("DISPLAY")), required=screen)
    python = venv_python(venv)
    program = [str(python), "-m", "quotereview"]
    if arguments or (screen and opens_windows(python)):
        return subprocess.call([*program, *arguments])
    say("There is no screen here for the window, so these are the quotes of the sample articles in the terminal:")
    return subprocess.call([*program, "detect", str(ROOT / "resources" / "samples")])


def test(arguments: Sequence[str], venv: Path) -> int:
    """Set up with what tests need, and run them."""
    prepare("test", venv, x11=False, required=True)
    return subprocess.call([str(venv_python(venv)), "-m", "pytest", *arguments], cwd=ROOT)


def prepare(purpose: str, venv: Path, *, x11: bool, required: bool) -> None:
    """Provide all that a command needs, from the system and from the lock; `required`: nothing works without Qt."""
    if sys.platform.startswith("linux"):
        python_lacks = venv_package()
        provide_system_packages([*python_lacks, *missing_packages(x11=x11)], required=required or bool(python_lacks))
    install(purpose, venv)


def too_old(version: Sequence[int]) -> str | None:
    """The sentence for a Python that is too old."""
    if tuple(version[:2]) >= OLDEST_PYTHON:
        return None
    here = ".".join(map(str, version[:3]))
    return f"quotereview needs Python 3.11 or newer and this is {here}: start it with a newer one, such as python3.12"


def sentence_for(fault: OSError) -> str:
    """What to say of a fault of disk or folder."""
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return DISK_FULL
    if fault.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return (
            f"{fault.filename or ROOT} cannot be written: copy quotereview to a folder of your own, then start again."
        )
    return f"{fault.strerror or fault}: {fault.filename or ROOT}"


def main(arguments: Sequence[str]) -> int:
    """Do one of the two commands; the exit code is the program's or pytest's, 1 for a fault, 2 for wrong use."""
    commands = {"run": run, "test": test}
    if old := too_old(sys.version_info[:3]):
        print(old, file=sys.stderr)
        return 1
    if not arguments or arguments[0] not in commands:
        asked = bool(arguments) and arguments[0] in ("-h", "--help")
        print(USAGE, end="", file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        return commands[arguments[0]](arguments[1:], ROOT / ".venv")
    except SetupError as fault:
        print(fault, file=sys.stderr)
    except OSError as fault:
        print(sentence_for(fault), file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped; the same command starts it again.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
