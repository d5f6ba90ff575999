"""What the commands print of articles that are editions of one: which they are, and how they differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from quotereview.counting import counted
from quotereview.model import UNTOLD, AlignedWords, Edit, EditionDecision, StandingArticle, StandingQuote
from quotereview.review.compared_editions import Comparison
from quotereview.review.editions import Likely
from quotereview.review.reanchoring import Compared, Difference
from quotereview.terminal import printable, row

WIDTHS = (1, 24, 72)
SIGNS = {Difference.SAME: "=", Difference.CHANGED: "~", Difference.ADDED: "+", Difference.GONE: "-"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles, the newer and the older, and what is said of them."""

    article: StandingArticle
    older: StandingArticle
    said: str

    @property
    def record(self) -> dict[str, object]:
        """The pair as JSON tells it."""
        return {
            "article": self.article.id,
            "title": self.article.title,
            "older": self.older.id,
            "older_title": self.older.title,
            "said": self.said,
        }


def said(decision: EditionDecision) -> str:
    """What an editor said of two articles, and how many rulings wait."""
    by = f"by {decision.editor}, {datetime.fromisoformat(decision.decided_at).astimezone():%Y-%m-%d}"
    if not decision.ruling.same:
        return f"kept apart {by}"
    taken = counted(sum(one.quote is not None for one in decision.ruling.taken), "ruling")
    return f"taken for a newer edition {by}: {taken} taken over, {len(decision.ruling.aside)} waiting"


def noticed(likely: Likely) -> str:
    """A line below an article that was added and may be a newer edition, or of which there may be one."""
    looks = "has the same text as" if likely.same_text else "looks like a newer edition of"
    pair = f"{likely.article.title} {looks} {likely.older.title}"
    return f"  {pair} ({likely.why}): `quotereview editions` compares them"


def pairs_lines(pairs: Sequence[Pair]) -> Iterator[str]:
    """The lines that list pairs of articles."""
    yield f"{counted(len(pairs), 'pair')} of articles that are, or may be, editions of one"
    for pair in pairs:
        yield printable(f"{pair.article.id}: {pair.article.title} ({pair.article.ruling.published or 'no date'})")
        yield printable(f"  older {pair.older.id}: {pair.older.title} ({pair.older.ruling.published or 'no date'})")
        yield printable(f"  {pair.said}")


def comparison_lines(compared: Comparison) -> Iterator[str]:
    """The lines that tell how two editions differ: quotes changed with both wordings, added, gone, and the same."""
    counts = ", ".join(f"{_number(compared, each)} {each.value}" for each in Difference)
    yield printable(f"{compared.older.title} -> {compared.article.title}: {counts}{compared.whole.told}")
    for one in compared.quotes:
        quote = one.older or one.newer
        yield from row((SIGNS[one.difference], _speaker(quote), _words(one)), WIDTHS)
        if one.why:
            yield from row(("", "", one.why), WIDTHS)


def comparison_records(compared: Comparison) -> Iterator[dict[str, object]]:
    """The same as JSON tells it, a record for each quote."""
    for one in compared.quotes:
        yield {
            "article": compared.article.id,
            "older": compared.older.id,
            "difference": one.difference.value,
            "older_quote": one.older.id if one.older else None,
            "older_words": one.older.ruling.words if one.older else None,
            "older_speaker": _name(one.older),
            "older_verdict": one.older.verdict.value if one.older else None,
            "quote": one.newer.id if one.newer else None,
            "words": one.newer.ruling.words if one.newer else None,
            "speaker": _name(one.newer),
            "verdict": one.newer.verdict.value if one.newer else None,
            "why": one.why or None,
        }


def _number(compared: Comparison, difference: Difference) -> int:
    return sum(one.difference is difference for one in compared.quotes)


def _speaker(quote: StandingQuote | None) -> str:
    return _name(quote) or UNTOLD


def _name(quote: StandingQuote | None) -> str | None:
    return quote.ruling.speaker.name if quote and quote.ruling.speaker else None


def _words(one: Compared) -> str:
    """The words of a quote, those that only the older edition has in [-…-], those of the newer in {+…+}."""
    if one.difference is Difference.CHANGED:
        return " ".join(_marked(part) for part in one.alignment)
    quote = one.newer or one.older
    return quote.ruling.words if quote else ""


def _marked(part: AlignedWords) -> str:
    if part.edit is Edit.SAME:
        return part.words
    return f"[-{part.words}-]" if part.edit is Edit.ONLY_HERE else f"{{+{part.words}+}}"
