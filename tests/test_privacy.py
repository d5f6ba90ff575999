"""Nothing leaves the machine: every use of a network is refused and told, and the main job does without."""

import asyncio
import os
import socket
import subprocess
import sys
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pytest

from quotereview import paths
from tests.offline import Asked, NetworkAsked

ELSEWHERE = ("192.0.2.1", 9)  # an address that is nobody's
ASKING = f"import socket; socket.socket().connect({ELSEWHERE})"
SPEAKERS = (
    "asyncio",
    "ftplib",
    "http.client",
    "http.server",
    "httpx",
    "PySide6.QtNetwork",
    "requests",
    "smtplib",
    "ssl",
    "urllib.request",
    "urllib3",
    "webbrowser",
)
"""Modules that speak to a network, or open what does."""


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python code in a process of its own."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


# The guard


def connect() -> None:
    socket.create_connection(ELSEWHERE)


def resolve() -> None:
    socket.getaddrinfo("localhost", 9)


def resolve_the_old_way() -> None:
    socket.gethostbyname("example.org")


def send() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as line:
        line.sendto(b"here I am", ELSEWHERE)


def listen_to_all() -> None:
    with socket.socket() as line:
        line.bind(("0.0.0.0", 0))


def stream() -> None:
    asyncio.run(asyncio.open_connection(*ELSEWHERE))


def fetch() -> None:
    urlopen("http://localhost:9")


def speak_by_qt() -> None:
    import PySide6.QtNetwork  # noqa: F401 - it never gets as far as being used


@pytest.mark.parametrize(
    "ask", [connect, resolve, resolve_the_old_way, send, listen_to_all, stream, fetch, speak_by_qt]
)
def test_whoever_asks_for_the_network_is_refused_and_told(no_network: Asked, ask: object) -> None:
    with pytest.raises(NetworkAsked, match="The network was asked for, which no test may do: "):
        ask()
    [told] = no_network.told()
    assert f"in process {os.getpid()}: " in told


def test_what_is_caught_on_the_way_is_told_all_the_same(no_network: Asked) -> None:
    def ask_and_be_silent() -> None:
        with suppress(RuntimeError):
            connect()

    asking = Thread(target=ask_and_be_silent)
    asking.start()
    asking.join()
    assert len(no_network.told()) == 1


def test_another_process_is_refused_too(no_network: Asked) -> None:
    answer = python(ASKING)
    assert answer.returncode == 1
    assert "NetworkAsked" in answer.stderr
    [told] = no_network.told()
    assert "socket.connect ('192.0.2.1', 9), in process " in told


def test_a_process_that_detects_is_refused_too(no_network: Asked) -> None:
    process = get_context("spawn").Process(target=exec, args=(f"try: {ASKING}\nexcept RuntimeError: pass",))
    process.start()
    process.join()
    assert len(no_network.told()) == 1


def test_what_stays_on_this_machine_is_let_through(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as line:
        server.bind(str(tmp_path / "s"))
        server.listen()
        line.connect(str(tmp_path / "s"))


WITH_TESTS = {**os.environ, "PYTHONPATH": os.pathsep.join((str(Path(__file__).parents[1]), os.environ["PYTHONPATH"]))}


def test_a_test_that_asks_fails(tmp_path: Path) -> None:
    (tmp_path / "test_asking.py").write_text(
        f"def test_asking():\n    try: {ASKING}\n    except RuntimeError: pass\n", encoding="utf-8"
    )
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", "-c", os.devnull, "."]
    answer = subprocess.run(command, cwd=tmp_path, env=WITH_TESTS, capture_output=True, text=True, check=False)
    assert "1 passed, 1 error" in answer.stdout, answer.stderr
    assert "The network was asked for, which no test may do:\nsocket.connect ('192.0.2.1', 9), in process" in (
        answer.stdout
    )


@pytest.mark.skipif(not Path("/proc/net/dev").exists(), reason="only Linux tells so")
def test_there_is_no_way_out_where_the_system_lets_us_close_it(cut_off: bool) -> None:
    if not cut_off:
        pytest.skip("only root may close it")
    told = subprocess.run(["cat", "/proc/net/dev"], capture_output=True, text=True, check=True).stdout
    assert [line.partition(":")[0].strip() for line in told.splitlines()[2:]] == ["lo"]


# The program


def test_quotes_are_found_without_a_network() -> None:
    answer = python("from quotereview.app import main; main()", "detect", str(paths.resource("samples")))
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "Shen Weilong" in answer.stdout


LATE = ("quotereview.detection.", "quotereview.export.")
"""Rooms in which some modules begin with spaCy or fpdf2, which bring along what could speak, and wait to be needed."""

WALK = f"""\
import pkgutil, sys, quotereview.app
for module in pkgutil.walk_packages(quotereview.__path__, "quotereview."):
    if not module.name.startswith({LATE}) and module.name != "quotereview.__main__":
        __import__(module.name)
print(*sorted(set(sys.argv[1:]) & set(sys.modules)))
"""


def test_nothing_that_the_program_begins_with_brings_along_what_could_speak() -> None:
    """Python's `socket` comes with `multiprocessing` and `email`; that nobody connects it is what the guard is for."""
    answer = python(WALK, *SPEAKERS, "fpdf", "spacy")
    assert (answer.stdout.strip(), answer.stderr) == ("", "")
