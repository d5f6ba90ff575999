"""Detection in a process of its own, so that a window neither waits while a text is parsed nor goes down with it."""

from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from traceback import format_exc
from types import TracebackType
from typing import Any, Self

from quotereview.errors import KnownError
from quotereview.model import Detection, Span, Stretch


class BrokeDown(Exception):
    """The other process met a bug, or ended in the middle of its work; the message is for whoever mends it."""


class DetectorApart:
    """Finds the quotes of one text after another in a process that is started when it is first needed.

    One that ended is started anew for the next text. For one thread at a time, but for ``close``.
    """

    def __init__(self, model: str | None = None) -> None:
        self._model = model
        self._process: SpawnProcess | None = None
        self._line: Connection[Any, Any] | None = None

    def __call__(self) -> Self:
        """Load the language model, which takes seconds, unless it is loaded. Raises ModelMissing and BrokeDown."""
        if self._line is None:
            spawn = get_context("spawn")
            self._line, there = spawn.Pipe()
            self._process = spawn.Process(target=_serve, args=(there, self._model), name="detector", daemon=True)
            self._process.start()
            there.close()
            self._answer()
        return self

    def detect(
        self,
        text: str,
        added: Sequence[Span] = (),
        replaced: Sequence[Span] = (),
        outlet: str | None = None,
        zones: Sequence[Stretch] = (),
    ) -> Detection:
        """All quotes of ``text`` of an ``outlet``: those ``added`` by hand among them, without those ``replaced``.

        ``zones`` are those that its file told.
        Raises ModelMissing and BrokeDown.
        """
        self()
        found: Detection = self._answer((text, tuple(added), tuple(replaced), outlet, tuple(zones)))
        return found

    def close(self) -> None:
        """End the process, in the middle of its work if need be."""
        if self._process is not None:
            self._process.terminate()
            self._process.join()
        self._process = self._line = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _answer(self, *asked: object) -> Any:
        """What the process says next, to a question if there is one; what it raised is raised here."""
        line, process = self._line, self._process
        assert line is not None and process is not None
        try:
            for question in asked:
                line.send(question)
            answer = line.recv()
        except (EOFError, OSError) as fault:
            self.close()
            raise BrokeDown(f"The process that detects ended with exit code {process.exitcode}.") from fault
        if isinstance(answer, KnownError):
            self.close()
        if isinstance(answer, Exception):
            raise answer
        return answer


def _serve(line: "Connection[Any, Any]", model: str | None) -> None:
    """What the other process does until this one is gone."""
    from quotereview.detection.loading import load

    try:
        detector = load(model)
    except KnownError as fault:
        line.send(fault)
        return
    line.send(None)
    while True:
        try:
            line.send(_detected(detector.detect, *line.recv()))
        except (EOFError, OSError, KeyboardInterrupt):
            return


def _detected(detect: Any, *asked: object) -> Detection | BrokeDown:
    try:
        found: Detection = detect(*asked)
    except Exception:  # noqa: BLE001 - it goes to the process that asked and is raised there
        return BrokeDown(format_exc())
    return found
