"""One utterance with all its versions: that of a quote of a store, or of words that somebody gives."""

from collections.abc import Sequence
from itertools import combinations

from quotereview import matching
from quotereview.errors import NotPossible
from quotereview.model import Group, Wording
from quotereview.review import elsewhere
from quotereview.review.session import Session


def of_quote(session: Session, told: str) -> Group:
    """The utterance of a quote, named by its id or by some words of it; of several with the words, the likeliest.

    Raises NotPossible where no such quote is compared.
    """
    found = session.crosscheck.group(told) or _of_words(session, told)
    if found is None:
        raise NotPossible(
            f"No quote has the id or the words “{told}”; `quotereview similar` looks for words everywhere."
        )
    return found


def of_texts(texts: Sequence[str]) -> Group:
    """Some words as if each were printed by an article of its own, of which nothing else is known."""
    wordings = tuple(
        Wording(str(number), str(number), f"text {number}", None, None, words, None, None)
        for number, words in enumerate(texts, 1)
    )
    return Group(wordings, tuple(matching.compare(one, other) for one, other in combinations(wordings, 2)))


def _of_words(session: Session, words: str) -> Group | None:
    quotes = [
        stood.match.there.quote
        for stood in elsewhere.weigh(session.elsewhere.gather(words))
        if stood.stands and stood.match.there.quote
    ]
    return session.crosscheck.group(quotes[0]) if quotes else None
