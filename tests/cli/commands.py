"""The commands as a test types them, and the story they are tried on."""

import json
from collections.abc import Sequence
from pathlib import Path

from click.testing import CliRunner, Result

from quotereview import cli, paths

SAMPLES = paths.resource("samples")
STORY = (
    "TALVO: “The bridge is safe,” said Mayor Inés Faro.\r\n\r\n“We tested it twice,” she added.\r\n\r\n"
    "Read more: ‘I was wrong about the tunnel,’ says engineer\r\n"
)


class Window:
    """Stands for the window: notes what it was opened with."""

    def __init__(self) -> None:
        self.opened: list[tuple[Path, tuple[Path, ...]]] = []
        self.fault: BaseException | None = None

    def __call__(self, store: Path, files: Sequence[Path]) -> int:
        if self.fault:
            raise self.fault
        self.opened.append((store, tuple(files)))
        return 0


def run(*words: object, window: Window | None = None, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(cli.build(window or Window()), [str(word) for word in words], input=stdin)


def records(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]
