"""What was copied: where it stood, and how it is left when the program ends."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

_ADDRESSES: dict[str, Callable[[bytes], str]] = {
    "chromium/x-source-url": lambda told: told.decode("utf-8", "ignore"),
    "text/x-moz-url-priv": lambda told: told.decode("utf-16-le", "ignore"),
}
"""Under which kinds browsers say where what was copied in them stood."""


def address(data: QMimeData) -> str:
    """Where a page stood of which something was copied or dragged, as the browser says; empty where none does."""
    told = (read(bytes(data.data(kind).data())) for kind, read in _ADDRESSES.items() if data.hasFormat(kind))
    return next((one.strip("\0 ") for one in told if one.startswith(("https://", "http://"))), "")


def leave_in_order() -> None:
    """Put what was copied onto the clipboards as Qt's own text.

    Qt frees its clipboards after Python is gone, and would crash over something that Python made.
    """
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        mime = clipboard.mimeData(mode)
        if mime is not None and mime.hasText():
            clipboard.setText(clipboard.text(mode), mode)
