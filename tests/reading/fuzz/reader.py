"""A process that reads files as the program does, bounded in time and memory, and that may neither write nor call."""

import faulthandler
import io
import pickle
import resource
import signal
import struct
import subprocess
import sys
import tempfile
import traceback
from types import TracebackType
from typing import IO, Any, Self

from quotereview.errors import KnownError
from quotereview.model import Article
from quotereview.reading import formats, limits
from tests.reading.fuzz.seeds import seeds
from tests.reading.fuzz.spoiling import Case

COMMAND: tuple[str, ...] = (sys.executable, "-m", "tests.reading.fuzz.reader")
LONGEST = 5.0  # seconds of work
MOST_MEMORY = 1_000_000_000  # bytes
LONGEST_SENTENCE = 1_500
_LENGTH = struct.Struct("<Q")
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "shutil.", "os.remove", "os.rename")
_WRITES = ("w", "a", "x", "+")


class Reader:
    """The process, started anew whenever it broke down."""

    def __enter__(self) -> Self:
        self._errors = tempfile.TemporaryFile()
        self._process: subprocess.Popen[bytes] | None = None
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stop()
        self._errors.close()

    def read(self, case: Case) -> tuple[str | None, tuple[str, ...]]:
        """What is wrong with how a file is read, None where nothing is; and what came of it in a few words."""
        process = self._process or self._start()
        assert process.stdin and process.stdout
        try:
            _send(process.stdin, case)
            fault, outcome = _receive(process.stdout)
        except (EOFError, BrokenPipeError):
            return self._broken(), ()
        if fault:
            self._stop()  # whatever it left behind is no matter of the next file
        return fault, outcome

    def _start(self) -> subprocess.Popen[bytes]:
        self._errors.seek(0)
        self._errors.truncate()
        self._process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors)
        return self._process

    def _broken(self) -> str:
        assert self._process
        ended = self._process.wait()
        self._stop()
        self._errors.seek(0)
        said = self._errors.read().decode("utf-8", "replace")
        what = f"more than {LONGEST:g} s of work" if ended == -signal.SIGPROF else f"the process ended ({ended})"
        return f"{what}\n{said[-4000:]}"

    def _stop(self) -> None:
        if self._process:
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe:
                    pipe.close()
            self._process.kill()
            self._process.wait()
            self._process = None


def _send(pipe: IO[bytes], thing: object) -> None:
    packed = pickle.dumps(thing)
    pipe.write(_LENGTH.pack(len(packed)) + packed)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> Any:
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    return pickle.loads(pipe.read(_LENGTH.unpack(head)[0]))


def read(case: Case) -> tuple[str, ...]:
    """What comes of a file in a few words. Raises AssertionError where it is not what the program can work with."""
    outcome: dict[str, None] = {}
    for found in formats.read(case.name, io.BufferedReader(io.BytesIO(case.content)), case.encoding):  # type: ignore[arg-type]
        if isinstance(found, Article):
            _check_article(found)
            outcome[f"article, {len(found.zones).bit_length()} zones, {len(found.described)} fields"] = None
        else:
            assert isinstance(found, KnownError), f"{type(found)} came of it"
            _check_sentence(str(found))
            outcome[str(found).rpartition("”")[2]] = None
    assert outcome, "neither an article nor a reason came of it"
    return tuple(outcome)


def _check_article(found: Article) -> None:
    assert found.text.strip(), "an article without words"
    assert "\0" not in found.text, "a NUL in the text"
    assert len(found.text.encode()) <= limits.LARGEST, "a text that is too large"
    assert found.name and found.name.encode() and "\n" not in found.name, f"a name like {found.name[:200]!r}"
    assert found.id.encode() and found.encoding.encode(), "no id"
    for zone in found.zones:
        assert 0 <= zone.span.start < zone.span.end <= len(found.text), f"a zone at {zone.span}"
    for said in found.described:
        assert said.value.strip() and said.value.encode() and "\0" not in said.value, f"{said.field} says nothing"
        assert said.place is None or " ".join(said.place.of(found.text).split()) == said.value, (
            f"{said.field} misplaced"
        )


def _check_sentence(sentence: str) -> None:
    assert sentence.encode(), "a sentence that cannot be shown"
    assert sentence.rstrip().endswith((".", "…")), f"no sentence: {sentence[-100:]!r}"
    assert len(sentence) <= LONGEST_SENTENCE, f"a sentence of {len(sentence)} letters"
    assert "\n" not in sentence and "\0" not in sentence, f"more than one line: {sentence[:200]!r}"


def _forbid(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise AssertionError(f"{event} {arguments}")
    if event == "open" and isinstance(arguments[1], str) and any(letter in arguments[1] for letter in _WRITES):
        raise AssertionError(f"{arguments[0]} was opened to be written")


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    faulthandler.enable()
    faulthandler.register(signal.SIGPROF, chain=True)
    sys.addaudithook(_forbid)


def _fault(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)[-12:])[-4000:]


def _outcome(case: Case) -> tuple[str | None, tuple[str, ...]]:
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        return None, read(case)
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return _fault(error), ()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def main() -> None:
    """Read what is sent for as long as there is something."""
    for seed in seeds():
        list(formats.read(seed.name, io.BufferedReader(io.BytesIO(seed.content))))  # type: ignore[arg-type]
    _limit()
    while True:
        try:
            case = _receive(sys.stdin.buffer)
        except EOFError:
            return
        _send(sys.stdout.buffer, _outcome(case))


if __name__ == "__main__":
    main()
