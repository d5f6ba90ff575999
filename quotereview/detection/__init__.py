"""Text to proposals: the only room that knows spaCy."""

from importlib import import_module
from typing import TYPE_CHECKING

from quotereview.detection.apart import DetectorApart
from quotereview.detection.conventions import CONVENTIONS, EDITORIAL, Conventions

if TYPE_CHECKING:
    from quotereview.detection.detect import Detector
    from quotereview.detection.loading import load

__all__ = ["CONVENTIONS", "EDITORIAL", "Conventions", "Detector", "DetectorApart", "load"]

_RULES = {"Detector": "quotereview.detection.detect", "load": "quotereview.detection.loading"}
"""What is imported only when it is asked for, because a window that detects apart starts sooner without the rules."""


def __getattr__(name: str) -> object:
    if name in _RULES:
        return getattr(import_module(_RULES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
