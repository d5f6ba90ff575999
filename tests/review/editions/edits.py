"""What editors do to an article between two editions that leaves the quotes around it as they were."""

import re
from collections.abc import Callable

from tests.review.editions.look_alikes import base, edited

ARTICLES = ("ferry", "mine", "talks", "school", "storm", "club", "french", "chinese", "arabic")

NEWS = {
    "french": "La compagnie avait suspendu ses bacs au début du mois.",
    "chinese": "港口本月初停止营运。",
    "arabic": "وكانت الشركة قد أوقفت رحلاتها في بداية الشهر.",
}
ENGLISH = "The news was first brought by this paper on the second day of the month."

LEDES = {
    "ferry": ("after eleven days on which nothing left the harbour but fishing boats", "after a strike of eleven days"),
    "mine": ("where nine people were trapped for two days", "in which nine miners spent two days and two nights"),
    "talks": (
        "and signed eleven agreements on rail, grain and ports",
        "on Friday evening and signed agreements on rail",
    ),
    "school": ("and a judge will hear them on 4 June", "and the hearing will be held in the first week of June"),
    "storm": ("and the army flew bread and water", "and helicopters of the army brought food"),
    "club": ("after eight defeats in a row", "three days after it lost for the eighth time in a row"),
    "french": ("après onze jours de grève", "après une grève de onze jours"),
    "chinese": ("此前港口停航十一天", "罢工历时十一天"),
    "arabic": ("بعد أحد عشر يومًا من الإضراب", "بعد إضراب دام أحد عشر يومًا"),
}


def paragraphs(text: str) -> list[str]:
    """The paragraphs of an article, its headline first."""
    return text.rstrip("\n").split("\n\n")


def joined(*parts: str) -> str:
    """An article of paragraphs."""
    return "\n\n".join(parts) + "\n"


def headline(name: str) -> str:
    """Another headline without quotes."""
    return joined("What is known so far", *paragraphs(base(name))[1:])


def added_before(name: str) -> str:
    """A paragraph behind the headline."""
    first, *others = paragraphs(base(name))
    return joined(first, NEWS.get(name, ENGLISH), *others)


def added_behind(name: str) -> str:
    """A paragraph at the end."""
    return joined(*paragraphs(base(name)), NEWS.get(name, ENGLISH))


def added_within(name: str) -> str:
    """A paragraph in the middle."""
    found = paragraphs(base(name))
    half = len(found) // 2
    return joined(*found[:half], NEWS.get(name, ENGLISH), *found[half:])


def lede(name: str) -> str:
    """Another lede."""
    return edited(base(name), LEDES[name])


def corrected(name: str) -> str:
    """A note of a correction above everything."""
    return joined("Corrected on Sunday: an earlier version named the wrong day.", *paragraphs(base(name)))


def cut(name: str) -> str:
    """The last paragraph left out."""
    return joined(*paragraphs(base(name))[:-1])


def straightened(name: str) -> str:
    """Straight marks in place of curly ones, and single line ends doubled and doubled ones trebled."""
    return re.sub("[“”]", '"', base(name).replace("’", "'").replace("‘", "'")).replace("\n\n", "\r\n\r\n\r\n")


def all_at_once(name: str) -> str:
    """A developing story: headline, lede, a paragraph before, one behind, a typo mended by the way."""
    _, *others = paragraphs(lede(name))
    return joined("What is known so far", NEWS.get(name, ENGLISH), *others, "More follows.")


EDITS: tuple[Callable[[str], str], ...] = (
    headline,
    added_before,
    added_behind,
    added_within,
    lede,
    corrected,
    cut,
    straightened,
    all_at_once,
)
