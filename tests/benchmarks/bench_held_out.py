"""How well detection does on articles that it learnt nothing from: each part of a corpus with weights from the others.

Run by hand, for some minutes: python -m tests.benchmarks.bench_held_out CORPUS [--to FOLDER], where CORPUS is a file of
attributed articles as `quotereview train` takes it. The articles go through detection whole, by the conventions of an
editor and by those of PolNeAR. FOLDER gets what each found, a file of lines as `quotereview detect --format jsonl` has.
"""

import argparse
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from quotereview import evaluation, terminal
from quotereview.detection import CONVENTIONS, Detector, load, training
from quotereview.detection.english import English
from quotereview.detection.loading import rules_for
from quotereview.errors import Unreadable
from quotereview.evaluation import Attributed
from quotereview.export import jsonl
from quotereview.model import Detection

Found = Mapping[str, dict[str, Detection]]
"""What was found in each text, by the name of the conventions."""


def find(gold: Attributed) -> Found:
    """What is found in each article by weights that were learnt from articles of the other parts."""
    nlp = load().nlp
    taught = [training.Teacher.of(training.annotated(article, nlp)) for article in gold.articles]
    found: Found = {name: {} for name in CONVENTIONS}
    for part, ranking, listener in training.held_out(taught):
        for name, conventions in CONVENTIONS.items():
            detector = Detector(English(nlp, conventions, ranking, listener), rules_for, conventions)
            found[name] |= {article.text: detector.detect(article.text) for article in gold.articles[part]}
    return found


def lines(corpus: Path, found: Mapping[str, Detection]) -> Iterable[str]:
    """What was found in each article of a corpus, by its id."""
    for line in corpus.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        yield json.dumps(jsonl.record(article["id"], found[article["text"]]), ensure_ascii=False)


def main() -> None:
    """Measure a corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--to", type=Path, metavar="FOLDER")
    arguments = parser.parse_args()
    gold = evaluation.read(arguments.corpus, ())
    if not isinstance(gold, Attributed):
        raise Unreadable(f"{arguments.corpus} holds no attributed articles.")
    for name, found in find(gold).items():
        terminal.show(f"By the conventions “{name}”:")
        for line in terminal.report_tables(evaluation.measure(gold, found.__getitem__)):
            terminal.show(line)
        if arguments.to:
            arguments.to.mkdir(parents=True, exist_ok=True)
            written = "".join(f"{line}\n" for line in lines(arguments.corpus, found))
            (arguments.to / f"{name}.jsonl").write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
