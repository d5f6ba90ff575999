"""Setting up: what is missing is named, what is there is not done again, a fault of the world is one sentence."""

import ast
import errno
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "bootstrap.py"


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(SCRIPT), *arguments], capture_output=True, text=True, check=False)


def test_help_names_both_commands() -> None:
    answer = start("--help")
    assert answer.returncode == 0
    assert "bootstrap.py run" in answer.stdout and "bootstrap.py test" in answer.stdout


@pytest.mark.parametrize("arguments", [(), ("open",)])
def test_wrong_use_shows_how_to_use_it(arguments: tuple[str, ...]) -> None:
    answer = start(*arguments)
    assert answer.returncode == 2
    assert answer.stderr.startswith("usage:")


def test_an_old_python_can_read_the_script() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize(
    ("version", "enough"),
    [((3, 10, 14), False), ((2, 7, 18), False), ((3, 11, 0), True), ((3, 14, 1), True), ((4, 0, 0), True)],
)
def test_a_python_that_is_too_old_is_told_so(
    bootstrap: ModuleType, version: tuple[int, int, int], enough: bool
) -> None:
    sentence = bootstrap.too_old(version)
    assert (sentence is None) == enough
    assert enough or ".".join(map(str, version)) in sentence


class TestSystemPackages:
    def test_nothing_is_missing_where_all_loads(self, bootstrap: ModuleType) -> None:
        assert bootstrap.missing_packages(x11=True, loads=lambda library: True, fonts=lambda: True) == []

    def test_a_library_that_does_not_load_is_named_by_its_package(self, bootstrap: ModuleType) -> None:
        lacks = {"libEGL.so.1", "libxcb-cursor.so.0"}
        missing = bootstrap.missing_packages(x11=True, loads=lambda library: library not in lacks, fonts=lambda: True)
        assert missing == ["libegl1", "libxcb-cursor0"]

    def test_only_a_real_window_needs_those_of_x11(self, bootstrap: ModuleType) -> None:
        missing = bootstrap.missing_packages(x11=False, loads=lambda library: "xcb" not in library, fonts=lambda: True)
        assert missing == []

    def test_without_any_font_one_is_asked_for(self, bootstrap: ModuleType, tmp_path: Path) -> None:
        (tmp_path / "conf.avail").mkdir()
        missing = bootstrap.missing_packages(
            x11=False, loads=lambda library: True, fonts=lambda: bootstrap.has_fonts([tmp_path, tmp_path / "absent"])
        )
        assert missing == ["fonts-dejavu-core"]
        (tmp_path / "Plain.TTF").touch()
        assert bootstrap.has_fonts([tmp_path])

    def test_a_library_that_no_system_has_does_not_load(self, bootstrap: ModuleType) -> None:
        assert not bootstrap.loads("libno-such-library.so.77")

    def test_the_sentence_has_the_command_to_type(self, bootstrap: ModuleType) -> None:
        assert "sudo apt-get install libgl1 libegl1" in bootstrap.how_to_install(["libgl1", "libegl1"], debian=True)

    def test_another_system_gets_the_names_without_apt(self, bootstrap: ModuleType) -> None:
        sentence = bootstrap.how_to_install(["libgl1"], debian=False)
        assert "libgl1" in sentence and "apt" not in sentence


def checkout(root: Path) -> Path:
    """The files of a checkout on which an installation depends."""
    (root / "packaging").mkdir()
    (root / "quotereview").mkdir()
    for name in (
        "packaging/requirements-run.txt",
        "packaging/requirements-test.txt",
        "pyproject.toml",
        "quotereview/__init__.py",
    ):
        (root / name).write_text(name, encoding="utf-8")
    return root


class TestStamp:
    @pytest.mark.parametrize("changed", ["packaging/requirements-run.txt", "pyproject.toml", "quotereview/__init__.py"])
    def test_a_change_of_what_is_installed_changes_the_fingerprint(
        self, bootstrap: ModuleType, tmp_path: Path, changed: str
    ) -> None:
        root = checkout(tmp_path)
        before = bootstrap.fingerprint("run", root)
        assert bootstrap.fingerprint("run", root) == before
        (root / changed).write_text("newer", encoding="utf-8")
        assert bootstrap.fingerprint("run", root) != before

    def test_another_python_or_purpose_has_another_fingerprint(self, bootstrap: ModuleType, tmp_path: Path) -> None:
        root = checkout(tmp_path)
        prints = {
            bootstrap.fingerprint(purpose, root, python) for purpose in ("run", "test") for python in ("3.11", "3.12")
        }
        assert len(prints) == 4

    def test_it_tells_finished_unfinished_and_foreign_apart(self, bootstrap: ModuleType, tmp_path: Path) -> None:
        venv = tmp_path / ".venv"
        assert bootstrap.read_stamp(venv) is None
        bootstrap.write_stamp(venv, {})
        assert bootstrap.read_stamp(venv) == {}
        bootstrap.write_stamp(venv, {"run": "abc"})
        assert bootstrap.read_stamp(venv) == {"run": "abc"}

    @pytest.mark.parametrize("content", ["", '{"run": "a', "[1, 2]"])
    def test_a_damaged_stamp_counts_as_unfinished(self, bootstrap: ModuleType, tmp_path: Path, content: str) -> None:
        (tmp_path / bootstrap.STAMP).write_text(content, encoding="utf-8")
        assert bootstrap.read_stamp(tmp_path) == {}


class Steps:
    """The two slow steps of an installation, recorded instead of done."""

    def __init__(self, bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, *, usable: bool) -> None:
        self.done: list[str] = []
        self.fails = False
        monkeypatch.setattr(bootstrap, "usable", lambda venv: usable)
        monkeypatch.setattr(bootstrap, "make_venv", lambda venv: self.done.append("venv"))
        monkeypatch.setattr(bootstrap, "pip_install", self.pip)
        self.pip_fault = bootstrap.SetupError("no network")

    def pip(self, venv: Path, arguments: list[str]) -> None:
        if self.fails:
            raise self.pip_fault
        self.done.append("program" if "--editable" in arguments else "packages")


class TestInstall:
    def test_a_second_start_installs_nothing(
        self, bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        steps = Steps(bootstrap, monkeypatch, usable=True)
        bootstrap.install("run", tmp_path)
        assert steps.done == ["packages", "program"]
        bootstrap.install("run", tmp_path)
        assert steps.done == ["packages", "program"]

    def test_what_tests_need_holds_what_a_run_needs(
        self, bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        steps = Steps(bootstrap, monkeypatch, usable=True)
        bootstrap.install("test", tmp_path)
        bootstrap.install("run", tmp_path)
        assert steps.done == ["packages", "program"]

    def test_an_interrupted_installation_is_made_anew(
        self, bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        steps = Steps(bootstrap, monkeypatch, usable=True)
        steps.fails = True
        with pytest.raises(bootstrap.SetupError):
            bootstrap.install("run", tmp_path)
        steps.fails = False
        bootstrap.install("run", tmp_path)
        assert steps.done == ["venv", "packages", "program"]

    def test_an_environment_whose_python_is_gone_is_made_anew(
        self, bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        bootstrap.write_stamp(tmp_path, {"run": bootstrap.fingerprint("run")})
        steps = Steps(bootstrap, monkeypatch, usable=False)
        bootstrap.install("run", tmp_path)
        assert steps.done == ["venv", "packages", "program"]

    def test_an_environment_made_by_hand_is_not_thrown_away(
        self, bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        steps = Steps(bootstrap, monkeypatch, usable=True)
        bootstrap.install("run", tmp_path)
        assert "venv" not in steps.done

    def test_nor_is_one_made_by_hand_that_this_python_cannot_use(
        self, bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        (tmp_path / "pyvenv.cfg").touch()
        steps = Steps(bootstrap, monkeypatch, usable=False)
        with pytest.raises(bootstrap.SetupError, match="move it elsewhere"):
            bootstrap.install("run", tmp_path)
        assert steps.done == [] and bootstrap.read_stamp(tmp_path) is None

    def test_a_folder_without_a_python_is_not_usable(self, bootstrap: ModuleType, tmp_path: Path) -> None:
        assert not bootstrap.usable(tmp_path)


PIP_OUTPUTS = [
    ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
    (
        "WARNING: Retrying … NewConnectionError('…')\nERROR: No matching distribution found for spacy==3.8.18",
        "network",
    ),
    ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "not the one"),
    ("ERROR: No matching distribution found for spacy==3.8.18", "spacy==3.8.18 cannot be had"),
    ("ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/x'", "cannot be written"),
]


@pytest.mark.parametrize(("output", "said"), PIP_OUTPUTS)
def test_what_pip_prints_becomes_one_sentence(bootstrap: ModuleType, output: str, said: str) -> None:
    sentence = bootstrap.pip_fault(output)
    assert said in sentence
    assert "\n" not in sentence


def test_an_unknown_failure_of_pip_is_not_explained_away(bootstrap: ModuleType) -> None:
    assert bootstrap.pip_fault("ERROR: something else") is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Collecting spacy==3.8.18 (from -r requirements-run.txt (line 3))\n", "  spacy 3.8.18"),
        ("  Downloading spacy-3.8.18-cp311.whl (33 MB)\n", None),
        ("Installing collected packages: blis, spacy\n", "  unpacking them"),
        ("Installing collected packages: quotereview\n", "  quotereview itself"),
    ],
)
def test_progress_names_each_package_once(bootstrap: ModuleType, line: str, told: str | None) -> None:
    assert bootstrap.progress(line) == told


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "cannot be written"),
        (errno.EACCES, "cannot be written"),
        (errno.EIO, "/place"),
    ],
)
def test_a_fault_of_disk_or_folder_becomes_one_sentence(bootstrap: ModuleType, number: int, said: str) -> None:
    assert said in bootstrap.sentence_for(OSError(number, os.strerror(number), "/place"))


@pytest.mark.parametrize(
    ("fault", "code"), [(PermissionError(errno.EACCES, "Permission denied", "/place"), 1), (KeyboardInterrupt(), 1)]
)
def test_no_fault_ends_in_a_traceback(
    bootstrap: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fault: BaseException,
    code: int,
) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise fault

    monkeypatch.setattr(bootstrap, "prepare", fail)
    assert bootstrap.main(["run"]) == code
    assert len(capsys.readouterr().err.splitlines()) == 1


class Program:
    """The program and pytest, recorded instead of started."""

    def __init__(self, bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, *, screen: bool) -> None:
        self.started: list[list[str]] = []
        monkeypatch.setattr(bootstrap, "prepare", lambda *arguments, **options: None)
        monkeypatch.setattr(bootstrap, "names_a_screen", lambda: screen)
        monkeypatch.setattr(bootstrap, "opens_windows", lambda python: screen)
        monkeypatch.setattr(bootstrap.subprocess, "call", self.call)

    def call(self, command: list[str], cwd: Path | None = None) -> int:
        self.started.append(command[1:])
        return 7


class TestCommands:
    def test_run_opens_the_window(self, bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        program = Program(bootstrap, monkeypatch, screen=True)
        assert bootstrap.main(["run"]) == 7
        assert program.started == [["-m", "quotereview"]]

    def test_run_without_a_screen_detects_in_the_samples_and_says_why(
        self, bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        program = Program(bootstrap, monkeypatch, screen=False)
        assert bootstrap.main(["run"]) == 7
        assert program.started[0][:3] == ["-m", "quotereview", "detect"]
        assert Path(program.started[0][3]).parts[-2:] == ("resources", "samples")
        assert re.fullmatch(r"There is no screen here[^.]*:\n", capsys.readouterr().out)

    def test_arguments_of_run_go_to_the_program(self, bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        program = Program(bootstrap, monkeypatch, screen=False)
        bootstrap.main(["run", "detect", "--all", "story.txt"])
        assert program.started == [["-m", "quotereview", "detect", "--all", "story.txt"]]

    def test_arguments_of_test_go_to_pytest(self, bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        program = Program(bootstrap, monkeypatch, screen=False)
        bootstrap.main(["test", "-q", "tests/store"])
        assert program.started == [["-m", "pytest", "-q", "tests/store"]]

    @pytest.mark.parametrize(
        ("system", "environment", "screen"),
        [
            ("linux", {}, False),
            ("linux", {"DISPLAY": ""}, False),
            ("linux", {"DISPLAY": ":0"}, True),
            ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
            ("darwin", {}, True),
            ("win32", {}, True),
        ],
    )
    def test_a_screen_is_what_the_system_names(
        self, bootstrap: ModuleType, system: str, environment: dict[str, str], screen: bool
    ) -> None:
        assert bootstrap.names_a_screen(system, environment) == screen
