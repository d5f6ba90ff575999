"""The page of figures: tables in Markdown between two marks, what stands around them left as it is; and read back."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotereview import __version__
from quotereview.errors import NotPossible, Unreadable, Unwritable
from quotereview.evaluation.bootstrap import RESAMPLES
from quotereview.evaluation.report import DIGITS, Reliability, Report, Table

BEGIN, END = "<!-- figures: written by quotereview evaluate -->\n", "<!-- figures end -->\n"

Key = tuple[str, str, str]
"""Title of the gold, heading of the table, name of the figure."""

_ROW = re.compile(r"\| (?P<name>[^|]+) \| (?P<value>\d*\.\d+) \|")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of figures."""

    file: Path

    def write(self, reports: Sequence[Report]) -> None:
        """Put the reports in place of the figures that stand there; without a file, make one of them alone.

        NotPossible if the file is no page of figures, Unwritable if it cannot be written.
        """
        before, after = self._around()
        try:
            self.file.write_text(before + BEGIN + markdown(reports) + END + after, encoding="utf-8", newline="\n")
        except OSError as error:
            raise Unwritable(f"The figures cannot be written to {self.file}: {error.strerror or error}.") from error

    def figures(self) -> Mapping[Key, float]:
        """The figures that stand on the page; Unreadable if it has none."""
        held = dict(_figures(self._content()))
        if not held:
            raise Unreadable(f"{self.file} holds no figures; name a page that `quotereview evaluate` wrote.")
        return held

    def _around(self) -> tuple[str, str]:
        if not self.file.exists():
            return "# How often proposals are right\n\n", ""
        before, begin, rest = self._content().partition(BEGIN)
        _, end, after = rest.partition(END)
        if not (begin and end):
            raise NotPossible(f"{self.file} is no page of figures and is left as it is; name another file.")
        return before, after

    def _content(self) -> str:
        try:
            return self.file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise Unreadable(f"{self.file} cannot be read as a page of figures; name another one.") from error


def markdown(reports: Sequence[Report]) -> str:
    """The reports as sections with a table for each of their tables."""
    return "\n".join(line for report in reports for line in _section(report)) + "\n"


def changes(report: Report, before: Mapping[Key, float]) -> Mapping[Key, float]:
    """By how much each figure of a report differs from what stands on a page, as printed; new figures are left out."""
    now = {(report.title, table.heading, row.name): row.value for table in report.tables for row in table.rows}
    found = {
        key: round(value, DIGITS) - before[key] for key, value in now.items() if value is not None and key in before
    }
    return {key: round(change, DIGITS) for key, change in found.items()}


def _section(report: Report) -> Iterator[str]:
    yield f"\n## {report.title}\n"
    yield (
        f"{report.measured}. Measured with quotereview {__version__}, {report.detector}, language model "
        f"{report.language_model}; 95 % intervals from {RESAMPLES:,} resamples of the {report.drawn}."
    )
    for table in report.tables:
        yield f"\n### {table.heading}\n"
        yield from _table(table, report.counted)
    yield "\n### Reliability\n"
    yield from _reliability(report.bands, report.counted)


def _table(table: Table, counted: str) -> Iterator[str]:
    yield f"| | figure | 95 % interval | {counted} |"
    yield "|---|---|---|---|"
    for row in table.rows:
        yield f"| {row.name} | {row.printed} | {row.interval} | {row.of:,} |"


def _reliability(bands: Sequence[Reliability], counted: str) -> Iterator[str]:
    yield f"| confidence | {counted} | believed | right |"
    yield "|---|---|---|---|"
    for band in bands:
        yield f"| {' | '.join(band.cells)} |"


def _figures(content: str) -> Iterator[tuple[Key, float]]:
    title = heading = ""
    for line in content.splitlines():
        if line.startswith("## "):
            title = line.removeprefix("## ")
        elif line.startswith("### "):
            heading = line.removeprefix("### ")
        elif row := _ROW.match(line):
            yield (title, heading, row["name"]), float(row["value"])
