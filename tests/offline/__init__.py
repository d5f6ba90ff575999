"""No test reaches another machine: what the suite does about it, in its own process and in all that it starts."""

import ctypes
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.offline.sitecustomize import NOTES, NetworkAsked

__all__ = ["Asked", "NetworkAsked", "guarded", "without_any"]

HERE = Path(__file__).parent
NEW_NETWORK = 0x40000000  # CLONE_NEWNET of Linux


class Asked:
    """Who asked for the network, in this process and in those started from it."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory()
        self.file = Path(self._folder.name) / "asked.txt"

    def told(self) -> list[str]:
        """A line for each attempt since this was last asked for."""
        lines = self.file.read_text(encoding="utf-8").splitlines() if self.file.exists() else []
        self.file.unlink(missing_ok=True)
        return lines


def guarded() -> Asked:
    """Have attempts noted, and refused in every Python process that is started from here, too."""
    asked = Asked()
    os.environ[NOTES] = str(asked.file)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(HERE), os.environ.get("PYTHONPATH"))))
    return asked


def without_any() -> bool:
    """Give this process, and whatever it starts, a network without a way out; whether the system let us.

    Linux does for root. It holds for the thread that asks and for all that come from it, so it is to be asked for at
    the start; and for what is no Python, too, such as an office program.
    """
    return sys.platform == "linux" and ctypes.CDLL(None).unshare(NEW_NETWORK) == 0
