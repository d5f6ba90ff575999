"""The commands for whoever works on detection and matching: what makes their weights, and what measures them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotereview import detection, options, terminal
from quotereview.counting import counted
from quotereview.detection import EDITORIAL, Conventions
from quotereview.errors import Unreadable
from quotereview.model import Detection, Relation

if TYPE_CHECKING:
    from quotereview.evaluation import Attributed, JudgedPairs

PLACE = click.Path(readable=False, path_type=Path)
TEXTS = click.option(
    "--texts", metavar="PLACE", multiple=True, type=PLACE, help="Where the words of a GOLD's articles are."
)


@click.command()
@click.argument("golds", metavar="GOLD...", nargs=-1, required=True, type=PLACE)
@TEXTS
@click.option("--to", "to", metavar="FOLDER", required=True, type=PLACE, help="Where the weights are written.")
def train(golds: Sequence[Path], texts: Sequence[Path], to: Path) -> None:
    """Make the weights anew by which speakers are ranked, or quotes matched, and print how they do on what is held out.

    GOLD is a .jsonl file of attributed articles, from which speakers are learnt, or of judged pairs, from which matches
    are; `evaluate` says what stands on a line. The same files give the same weights.
    """
    from quotereview import evaluation

    read = [evaluation.read(gold, texts) for gold in golds]
    attributed = [gold for gold in read if isinstance(gold, evaluation.Attributed)]
    pairs = [gold for gold in read if isinstance(gold, evaluation.JudgedPairs)]
    for place, gold in zip(golds, read, strict=True):
        if gold not in attributed and gold not in pairs:
            raise Unreadable(f"{place} holds resolved names; name a file of attributed articles or of judged pairs.")
    if attributed:
        _train_speakers(attributed, to)
    if pairs:
        _train_matches(pairs, to)


@click.command()
@click.argument("golds", metavar="GOLD...", nargs=-1, required=True, type=PLACE)
@TEXTS
@click.option("--to", "to", metavar="PAGE", type=PLACE, help="A page in Markdown on which the figures are written.")
@click.option("--against", metavar="PAGE", type=PLACE, help="Such a page, to print how each figure differs from it.")
@options.CONVENTIONS
def evaluate(
    golds: Sequence[Path], texts: Sequence[Path], to: Path | None, against: Path | None, conventions: Conventions
) -> None:
    """Print how often the proposals for articles with known answers are right.

    GOLD is a .jsonl file of one of these forms. Attributed articles: an article {"text", "attributions"} on each line;
    an attribution has "source", "cue" and "content", each a list of [start, end]. Resolved names: a passage {"doc",
    "start", "end", "kind", "speaker"} on each line, and PLACE is a .jsonl file with the articles {"id", "text"} or a
    folder of .txt files named as "doc"; a GOLD that is a folder holds quotes.jsonl and these files beside it. Judged
    pairs: two quotes {"a", "b", "label", "relation"} on each line, as for match, or each with "doc", "start" and "end".
    Matches: {"a", "b", "relation"} on each line, "a" and "b" being [doc, quote] of a quotes.jsonl in the same folder.
    """
    from quotereview import evaluation

    read = [evaluation.read(gold, texts) for gold in golds]
    before = evaluation.Page(against).figures() if against else None
    reports, changed = [], dict[evaluation.Key, float]()
    with terminal.progress() as progress:
        detect = _remembering(progress, conventions)
        for gold in read:
            reports.append(evaluation.measure(gold, detect))
            changed |= evaluation.changes(reports[-1], before or {})
            progress.clear()
            for line in terminal.report_tables(reports[-1], changed if before else None):
                terminal.show(line)
    if before:
        for line in terminal.changes_table(changed):
            terminal.show(line)
    if to:
        evaluation.Page(to).write(reports)
        terminal.show(f"Figures written to {to}")


def _train_speakers(golds: "Sequence[Attributed]", to: Path) -> None:
    from quotereview.detection import training

    detector = detection.load()
    articles = [article for gold in golds for article in gold.articles]
    taught = [training.annotated(article, detector.nlp) for article in articles]
    trained = training.train(taught, detector.language_model)
    for line in trained.report():
        terminal.show(line)
    for file in trained.write(to):
        terminal.show(f"Written to {file}")


def _train_matches(golds: "Sequence[JudgedPairs]", to: Path) -> None:
    from quotereview import evaluation
    from quotereview.matching import training

    with terminal.progress() as progress:
        detect = _remembering(progress)
        judged = [pair for gold in golds for pair in evaluation.named(gold, detect)[0]]
    pairs = [pair for pair in judged if pair.relation is not Relation.TRANSLATION]  # these share hardly a word
    taught = training.lessons(pairs)
    weights = training.train(taught)
    scores = [training.f1(taught, turn) for turn in range(training.TURNS)]
    terminal.show(
        f"{len(pairs):,} pairs, {sum(lesson.match for lesson in taught):,} of them matches; F1 on pairs that share no "
        f"quote with those of the training {sum(scores) / len(scores):.3f} ({min(scores):.3f} to {max(scores):.3f})"
    )
    terminal.show(f"Written to {training.write(weights, len(pairs), to)}")


def _remembering(progress: terminal.Progress, conventions: Conventions = EDITORIAL) -> Callable[[str], Detection]:
    """Finds the quotes of texts, of each text once, since several golds may ask about the same articles."""
    detectors, found = list[detection.Detector](), dict[str, Detection]()

    def detect(text: str) -> Detection:
        if not detectors:
            progress.say("Loading the language model")
            detectors.append(detection.load(conventions=conventions))
        if text not in found:
            found[text] = detectors[0].detect(text)
            progress.say(f"{counted(len(found), 'article')} read")
        return found[text]

    return detect


COMMANDS = (train, evaluate)
