"""A story to try the commands on, with the model loaded once."""

from pathlib import Path

import pytest

from quotereview import detection
from quotereview.detection import Detector
from tests.cli.commands import STORY, Window


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.fixture(autouse=True)
def loaded(monkeypatch: pytest.MonkeyPatch, detector: Detector) -> None:
    monkeypatch.setattr(detection, "load", lambda: detector)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_bytes(STORY.encode())
    return file
