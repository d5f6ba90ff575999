"""The program itself in a process of its own, on a screen of its own: the keys come through the X server."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quotereview import app
from quotereview.model import StandingQuote, Verdict
from quotereview.review.session import Session
from tests.journeys.gold import Gold, Wanted, read_gold
from tests.packaging.conftest import load_script

TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool"}  # programs, by the Debian package that holds them
ABSENT = [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
ABSENT += load_script("bootstrap").missing_packages(x11=True)
EDITOR = "Ana Lund"
SAMPLES = 25
REVIEWED = 40  # quotes: three articles and some of the next
PATIENCE = 180  # seconds for what the program does after a key, reading the samples included

LOOK = 0.02  # seconds between two looks at the store

pytestmark = pytest.mark.skipif(bool(ABSENT), reason=f"not installed: apt install {' '.join(ABSENT)}")


Start = Callable[[], "RealProgram"]


@pytest.fixture
def display() -> Iterator[str]:
    """A screen that nobody sees, on the first free number."""
    told, tell = os.pipe()
    command = ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[tell], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(tell)
    with os.fdopen(told) as number:
        yield f":{number.readline().strip()}"
    server.terminate()
    server.wait(PATIENCE)


class RealProgram:
    """The program as a user starts it; keys go to it by the X server, what stands is read from its store."""

    def __init__(self, store: Path, display: str) -> None:
        self._store = store
        self._environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._environment.pop("WAYLAND_DISPLAY", None)
        command = [sys.executable, "-m", "quotereview", "--store", str(store)]
        self._process = subprocess.Popen(command, env=self._environment)

    def focus(self, title: str) -> None:
        """Wait for the window of a title and give it the keys, as a window manager would."""
        search = ["search", "--all", "--sync", "--onlyvisible", "--pid", str(self._process.pid), "--name", title]
        window = self._xdotool(*search).split()[-1]
        self._xdotool("windowfocus", "--sync", window)

    def press(self, *keys: str) -> None:
        """Press keys as X calls them, or type words given after a colon."""
        for key in keys:
            self._xdotool(*(["type", key[1:]] if key.startswith(":") else ["key", key]))

    def leave(self) -> int:
        """Quit by key; the program's exit code."""
        self.press("ctrl+q")
        return self._process.wait(PATIENCE)

    def end(self) -> None:
        """Leave no process behind."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(PATIENCE)

    def _xdotool(self, *words: str) -> str:
        command = ["xdotool", *words]
        ended = subprocess.run(command, env=self._environment, check=True, stdout=subprocess.PIPE, timeout=PATIENCE)
        return ended.stdout.decode()


@pytest.fixture
def start(tmp_path: Path, display: str) -> Iterator[Start]:
    """Starts the program, each time on the same store."""
    started: list[RealProgram] = []

    def begin() -> RealProgram:
        started.append(RealProgram(tmp_path / "day.qrev", display))
        return started[-1]

    yield begin
    for program in started:
        program.end()


def test_articles_are_reviewed_by_keys_alone_and_after_a_restart(start: Start, tmp_path: Path) -> None:
    store, gold = tmp_path / "day.qrev", read_gold()
    program = start()
    begin_with_the_samples(program, store)
    with app.session_at(store, EDITOR) as desk:
        ruled = [rule_next(program, desk, gold) for _ in range(REVIEWED)]
        at = desk.place()
        assert program.leave() == 0
        program = start()
        program.focus(store.name)
        assert desk.place() == at
        ruled.append(rule_next(program, desk, gold))
        assert program.leave() == 0
        assert len(set(ruled)) == REVIEWED + 1
        assert [wrong for quote in ruled if (wrong := wrongly_ruled(desk, gold, quote))] == []
        assert {decision.editor for quote in ruled for decision in desk.history(quote)} == {EDITOR}


def begin_with_the_samples(program: RealProgram, store: Path) -> None:
    """Say who is there, press the button that has the keys, and wait until all articles are kept."""
    program.focus("Editor")
    program.press(f":{EDITOR}", "Return")
    program.focus(store.name)
    program.press("Return")
    wait_until(lambda: articles_in(store) == SAMPLES)


def articles_in(store: Path) -> int:
    """How many articles the program has kept."""
    with app.session_at(store, EDITOR) as desk:
        return len(desk.articles())


def rule_next(program: RealProgram, desk: Session, gold: Gold) -> str:
    """Rule on the quote in focus as the gold has it, and wait until that is kept and the next one is in focus."""
    place = desk.place()
    assert place is not None
    quote = desk.quote(place[1])
    program.press(*keys_for(quote, wanted_of(desk, gold, quote)))
    wait_until(lambda: desk.quote(quote.id).decided)
    wait_until(lambda: desk.place() != place)
    return quote.id


def keys_for(quote: StandingQuote, wanted: Wanted | None) -> list[str]:
    """The keys that set what is wrong, and confirm."""
    if wanted is None:
        return ["x"]
    keys: list[str] = []
    if not wanted.source_is_right(quote.ruling.source):
        keys += ["o", f":{wanted.source}" if wanted.source else "BackSpace", "Return"]
    if not wanted.speaker_is_right(quote.ruling.speaker.name if quote.ruling.speaker else None):
        rank = wanted.rank(quote)
        keys += [str(rank)] if rank else ["s", f":{wanted.speaker}", "Return"]
    return [*keys, "Return"]


def wrongly_ruled(desk: Session, gold: Gold, quote: str) -> str:
    """The words of a quote that was ruled otherwise than the gold has it."""
    stands = desk.quote(quote)
    wanted = wanted_of(desk, gold, stands)
    rejected = stands.verdict is Verdict.NOT_A_QUOTE
    right = rejected if wanted is None else wanted.is_right(stands.ruling.speaker, stands.ruling.source)
    return "" if right and rejected is (wanted is None) else stands.proposal.words


def wanted_of(desk: Session, gold: Gold, quote: StandingQuote) -> Wanted | None:
    """What the gold has for a quote."""
    return gold.behind(desk.article(quote.article).name, quote)


def wait_until(holds: Callable[[], bool]) -> None:
    """Look again and again, until something holds."""
    until = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < until, "The program did not do it in time."
        time.sleep(LOOK)
