"""The program ends in good order after something was copied, and knows where what was copied stood."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QMimeData

from quotereview.ui import clipboard

COPY_AND_END = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from quotereview.ui.page import Page
from quotereview.ui.program import application

app = application()
page = Page()
page.show_text("The ferry stays in port.", (), ())
page.selectAll()
page.copy()
del page
QTimer.singleShot(0, app.quit)
app.exec()
print(QApplication.clipboard().text())
"""


def test_what_was_copied_is_still_there_and_the_end_is_no_crash() -> None:
    platform = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", COPY_AND_END], capture_output=True, text=True, timeout=60, env=platform, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "The ferry stays in port.\n", "")


@pytest.mark.parametrize(
    ("kind", "told", "address"),
    [
        ("chromium/x-source-url", b"https://m.example/1", "https://m.example/1"),
        ("text/x-moz-url-priv", "https://m.example/ö".encode("utf-16-le"), "https://m.example/ö"),
        ("text/x-moz-url-priv", b"h", ""),
        ("chromium/x-source-url", b"file:///home/ina/secret.html", ""),
        ("text/plain", b"https://m.example/1", ""),
    ],
)
def test_browsers_tell_where_what_was_copied_stood(kind: str, told: bytes, address: str) -> None:
    data = QMimeData()
    data.setData(kind, told)
    assert clipboard.address(data) == address
