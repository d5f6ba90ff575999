"""The program ends in good order after something was copied."""

import os
import subprocess
import sys

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
