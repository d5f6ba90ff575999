"""Nothing leaves the machine: the main job runs while every use of a network is refused."""

import subprocess
import sys

from quotereview import paths

OFFLINE = """\
import sys

# urllib3, which spaCy brings along, looks whether IPv6 is there by binding to this machine itself as it is imported.
OWN = ("::1", 0)

def refuse(event, arguments):
    if event == "socket.bind" and arguments[1] == OWN:
        return
    if event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        sys.exit(f"the network was asked for: {event} {arguments}")

sys.addaudithook(refuse)
"""


def offline(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python code where asking for the network ends the process."""
    command = [sys.executable, "-c", OFFLINE + code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_network_is_really_refused() -> None:
    answer = offline("import urllib.request; urllib.request.urlopen('http://localhost:9')")
    assert answer.returncode == 1
    assert "the network was asked for" in answer.stderr


def test_quotes_are_found_without_a_network() -> None:
    answer = offline("from quotereview.app import main; main()", "detect", str(paths.resource("samples")))
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "Shen Weilong" in answer.stdout


def test_the_window_has_no_part_that_could_use_a_network() -> None:
    panels = (
        "import pkgutil, quotereview.ui\nfor panel in pkgutil.iter_modules(quotereview.ui.__path__, 'quotereview.ui.'):"
    )
    answer = offline(f"{panels}\n    __import__(panel.name)\nprint('PySide6.QtNetwork' in sys.modules)")
    assert answer.stdout.strip() == "False", answer.stderr
