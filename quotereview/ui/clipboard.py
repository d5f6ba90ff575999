"""What was copied, when the program ends."""

from PySide6.QtGui import QClipboard, QGuiApplication


def leave_in_order() -> None:
    """Put what was copied onto the clipboards as Qt's own text.

    Qt frees its clipboards after Python is gone, and would crash over something that Python made.
    """
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        mime = clipboard.mimeData(mode)
        if mime is not None and mime.hasText():
            clipboard.setText(clipboard.text(mode), mode)
