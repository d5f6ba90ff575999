"""Starts the program from a built wheel, outside the checkout: its help, its main job, its window.

The wheel goes into an environment of its own; the packages it needs are lent by the environment that runs this script.
"""

import os
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

OPEN_AND_CLOSE = """\
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from quotereview import app, paths
from quotereview.settings import EDITOR, Settings

assert paths.resource("samples").is_relative_to(paths.PACKAGE), paths.resource("samples")
Settings(paths.settings_file()).set(EDITOR, "Wheel")
execute = QApplication.exec

def open_and_close(*_):
    assert [window.isVisible() for window in QApplication.topLevelWidgets() if window.isWindow()].count(True) == 1
    QTimer.singleShot(0, QApplication.closeAllWindows)
    return execute()

QApplication.exec = open_and_close
raise SystemExit(app.open_window(paths.default_store(), [paths.resource("samples")]))
"""


def environment_with(wheel: Path, folder: Path) -> Path:
    """The Python of a new environment that holds the wheel and borrows every other package."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = folder / "bin" / "python"
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)], check=True)
    site_packages = next(folder.glob("lib/python*/site-packages"))
    (site_packages / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python


def check(wheel: Path, folder: Path) -> None:
    """Start the program in three ways, and leave with what the first that fails has to say."""
    python = environment_with(wheel, folder / "venv")
    environment = {**os.environ, "QUOTEREVIEW_DATA": str(folder / "data"), "QT_QPA_PLATFORM": "offscreen"}
    program = str(python.with_name("quotereview"))
    samples = next((folder / "venv").glob("lib/python*/site-packages/quotereview/resources/samples"))
    for command in ([program, "--help"], [program, "detect", str(samples)], [str(python), "-c", OPEN_AND_CLOSE]):
        answer = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            sys.exit(f"From its wheel this failed: {' '.join(command)}\n{answer.stdout}{answer.stderr}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        check(Path(sys.argv[1]).resolve(), Path(scratch))
    print("The wheel gives its help, finds the samples' quotes, and opens and closes the window.")
