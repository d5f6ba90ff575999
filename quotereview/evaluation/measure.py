"""A gold and a detector to a report."""

from collections.abc import Callable

from quotereview.evaluation import matches, mentions, resolved
from quotereview.evaluation.gold import Attributed, Gold
from quotereview.evaluation.pairs import JudgedPairs
from quotereview.evaluation.report import Report
from quotereview.model import Detection


def measure(gold: Gold, detect: Callable[[str], Detection]) -> Report:
    """The figures on a gold of what ``detect`` finds in the text of each of its articles."""
    if isinstance(gold, Attributed):
        return mentions.report(gold, [detect(article.text) for article in gold.articles])
    if isinstance(gold, JudgedPairs):
        return matches.report(gold, detect)
    return resolved.report(gold, {name: detect(text) for name, text in gold.texts.items()})
