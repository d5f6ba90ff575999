"""Prints how well detection does on a folder of attributed articles: ``python tests/benchmarks/accuracy.py FOLDER``.

The folder holds a scorer, ``score.py``, and the corpora named in ``CORPORA``; what is missing of these is left out.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quotereview.detection import Detector, load
from quotereview.export import jsonl


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles, and what is scored on them: pairs of a kind of score and a gold file."""

    name: str
    articles: str
    scores: tuple[tuple[str, str], ...]


CORPORA = (
    Corpus(
        "PolNeAR dev",
        "polnear-dev.jsonl",
        (("mentions", "polnear-dev.jsonl"), ("names", "resolved-dev.jsonl"), ("sources", "resolved-dev.jsonl")),
    ),
    Corpus("wires", "wires-dev", (("names", "wires-dev/quotes.jsonl"), ("sources", "wires-dev/quotes.jsonl"))),
    Corpus("seeds", "../seeds", (("names", "../seeds/quotes.jsonl"), ("sources", "../seeds/quotes.jsonl"))),
)


def main(arguments: list[str]) -> int:
    """Detect once for each corpus, score, print the table; 0, or 2 if there is nothing to score."""
    folder = Path(arguments[0]) if arguments else Path()
    if not (folder / "score.py").is_file():
        sys.stderr.write("Name a folder that holds score.py and the attributed articles.\n")
        return 2
    detector = load()
    for corpus in CORPORA:
        if (folder / corpus.articles).exists():
            print_scores(folder, corpus, detector)
    return 0


def print_scores(folder: Path, corpus: Corpus, detector: Detector) -> None:
    """Detect in all articles of a corpus and print each of its scores, one figure a line."""
    with tempfile.TemporaryDirectory() as scratch:
        found = Path(scratch) / "found.jsonl"
        with found.open("w", encoding="utf-8") as lines:
            lines.writelines(
                json.dumps(jsonl.record(name, detector.detect(text)), ensure_ascii=False) + "\n"
                for name, text in articles(folder / corpus.articles)
            )
        for what, gold in corpus.scores:
            for figure, value in scored(folder, what, gold, corpus.articles, found):
                sys.stdout.write(f"{corpus.name:12} {what:9} {figure:22} {value}\n")


def scored(folder: Path, what: str, gold: str, texts: str, found: Path) -> Iterator[tuple[str, float]]:
    """The figures that the folder's scorer gives."""
    command = [sys.executable, str(folder / "score.py"), what, str(folder / gold), str(found)]
    done = subprocess.run([*command, "--texts", str(folder / texts)], capture_output=True, text=True, check=True)
    yield from ((figure, value) for figure, value in json.loads(done.stdout).items() if figure != "counts")


def articles(place: Path) -> Iterator[tuple[str, str]]:
    """Names and texts, from a folder of text files or a file of JSON lines."""
    if place.is_dir():
        yield from ((file.name, file.read_bytes().decode("utf-8")) for file in sorted(place.glob("*.txt")))
        return
    for line in place.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield record["id"], record["text"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
