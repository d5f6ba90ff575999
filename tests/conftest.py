"""What every test shares: no screen is needed, no network is had, and nobody's own stores and settings are touched."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quotereview import detection, meaning
from tests import offline

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ASKED = offline.guarded()
CUT_OFF = offline.without_any()


def pytest_report_header() -> str:
    """How surely nothing leaves the machine."""
    return "network: there is none" if CUT_OFF else "network: refused to Python (as root on Linux, there would be none)"


def pytest_addoption(parser: pytest.Parser) -> None:
    """What takes minutes is done at length only when it is asked for."""
    parser.addoption("--long", action="store_true", help="run the tests of crashes and damage in their long form")


@pytest.fixture
def at_length(request: pytest.FixtureRequest) -> bool:
    """Whether a test is wanted in its long form."""
    return bool(request.config.getoption("--long"))


@pytest.fixture(autouse=True)
def no_network() -> Iterator[offline.Asked]:
    """Fails a test in which anything asked for another machine, whoever caught the fault."""
    yield ASKED
    if told := ASKED.told():
        pytest.fail("The network was asked for, which no test may do:\n" + "\n".join(told), pytrace=False)


@pytest.fixture
def cut_off() -> bool:
    """Whether there is no network at all, for what is no Python either."""
    return CUT_OFF


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder for this test alone."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("QUOTEREVIEW_DATA", str(folder))
    return folder


@pytest.fixture
def hours_ahead(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """Has this machine's clock show so many hours more than UTC."""
    if not hasattr(time, "tzset"):
        pytest.skip("the time zone of a process cannot be set here")
    with monkeypatch.context() as there:

        def ahead(hours: int) -> None:
            there.setenv("TZ", f"HERE{-hours}")
            time.tzset()

        yield ahead
    time.tzset()


@pytest.fixture(scope="session")
def detector() -> detection.Detector:
    """The detector on the installed language model, loaded once."""
    return detection.load()


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read for other words, since that takes a second and is no matter of most windows."""
    monkeypatch.setattr(meaning, "embedding", lambda: None)
