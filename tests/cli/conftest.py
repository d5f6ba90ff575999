"""A story and a store to try the commands on, with the model loaded once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from quotereview import detection
from quotereview.detection import EDITORIAL, Detector
from tests.cli.commands import SAMPLES, STORY, Window, run


def once(detector: Detector) -> Callable[..., Detector]:
    """What gives the detector that is loaded already, but for other conventions."""
    load = detection.load
    return lambda conventions=EDITORIAL: detector if conventions is EDITORIAL else load(conventions=conventions)


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.fixture(autouse=True)
def loaded(monkeypatch: pytest.MonkeyPatch, detector: Detector) -> None:
    monkeypatch.setattr(detection, "load", once(detector))


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_bytes(STORY.encode())
    return file


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, detector: Detector) -> Path:
    """A store with the samples, made once."""
    file = tmp_path_factory.mktemp("store") / "wires.qrev"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(detection, "load", once(detector))
        assert run("add", SAMPLES, "--store", file).exit_code == 0
    return file


@pytest.fixture
def store(tmp_path: Path, filled: Path) -> Path:
    return Path(shutil.copy(filled, tmp_path))
