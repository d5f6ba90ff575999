"""Refuses the network to the process that imports this, as Python does at its start where PYTHONPATH leads here.

Each attempt raises where it is made and is written down, so that a test fails by it even where somebody caught the
fault or made it in another process. Binding to this machine is let through: urllib3, which spaCy brings along, looks so
whether there is IPv6 as it is imported. Imports nothing but what Python's own start does.
"""

import os
import sys

NOTES = "QUOTEREVIEW_TEST_NETWORK_NOTES"
"""The environment's name of the file into which attempts are written, a line each."""

OWN_MACHINE = ("127.0.0.1", "::1", "localhost")
ASKS = frozenset(
    f"socket.{what}"
    for what in ("bind", "connect", "getaddrinfo", "gethostbyaddr", "gethostbyname", "getnameinfo", "sendmsg", "sendto")
)
SPEAKS = ("PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets")
"""Parts of Qt that would ask without Python's sockets."""


class NetworkAsked(RuntimeError):
    """Something asked for the network, which no test may do."""


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook that lets nothing through that could reach another machine."""
    asks = arguments[0] in SPEAKS if event == "import" else event in ASKS and not _stays_here(event, arguments)
    if asks:
        told = f"{event} {', '.join(repr(one) for one in arguments if _tells(one))}"
        _note(f"{told}, in process {os.getpid()}: {' '.join(sys.orig_argv)[:200]!r}")
        raise NetworkAsked(f"The network was asked for, which no test may do: {told}")


def _stays_here(event: str, arguments: tuple[object, ...]) -> bool:
    asking, to = arguments[0], arguments[-1]
    if getattr(asking, "family", None) == getattr(sys.modules.get("_socket"), "AF_UNIX", object()):
        return True
    return event == "socket.bind" and isinstance(to, tuple) and to[0] in OWN_MACHINE


def _tells(argument: object) -> bool:
    """Whether it says what was asked for: an address, a name, a module."""
    return isinstance(argument, str | bytes | tuple)


def _note(line: str) -> None:
    if NOTES in os.environ:
        with open(os.environ[NOTES], "a", encoding="utf-8") as notes:  # noqa: PTH123 - pathlib is no part of the start
            notes.write(f"{line}\n")


sys.addaudithook(refuse)
