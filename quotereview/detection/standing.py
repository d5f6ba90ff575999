"""How marked words stand in an article: the words, those around them in their paragraph, and who may voice them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from quotereview.model import Span, Zone

CONTEXT = 80  # characters looked at on each side
LONGEST_TITLE = 9  # words

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")  # scripts that put no space between words
_WORD = re.compile(r"[\w&][\w&.’'-]*")
_SMALL_WORD = re.compile(
    r"(?:an?|and|as|at|but|by|de|for|from|in|is|it|la|le|me|my|of|on|or|the|to|up|vs?|with|&)", re.IGNORECASE
)
_BREAK = re.compile(r"[\n\r\u2028\u2029]")
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?…][\"'’”»)\]]*)\s*$")
_LISTED = re.compile(r"[“‘\"'][^“”\"]{0,60}?(?:,[”’\"'](?: and| or)?|[^.?!…“”\"][”’\"'](?:,(?: and| or)?| and| or)) $")


@dataclass(frozen=True, slots=True)
class Standing:
    """A passage with the words around it in its paragraph and what attribution found for it.

    ``nested``: it stands in another; ``voiced``: a cue and a mention were found for it; ``mark`` opens it.
    """

    words: str
    before: str
    after: str
    zone: Zone
    mark: str
    nested: bool = False
    voiced: bool = False

    @property
    def count(self) -> int:
        """How many words there are; a character of an unspaced script counts as one."""
        return len(_UNSPACED.sub(" x ", self.words).split())

    @property
    def capitalised(self) -> bool:
        """Whether the words are capitalised as in the name of a work, and not because all words around them are."""
        return self.printed_as_name and not self._among_capitals

    @property
    def printed_as_name(self) -> bool:
        """Whether the words are capitalised as in the name of a work, whatever stands around them."""
        words = _WORD.findall(self.words)
        return (
            0 < len(words) <= LONGEST_TITLE
            and (words[0][0].isupper() or words[0][0].isdigit())
            and all(not word[0].islower() or _SMALL_WORD.fullmatch(word) for word in words)
        )

    @property
    def _among_capitals(self) -> bool:
        """Whether the words stand in a headline that is capitalised throughout."""
        others = [word for word in _WORD.findall(f"{self.before} {self.after}") if not _SMALL_WORD.fullmatch(word)]
        return self.zone is Zone.HEADLINE and len(others) > 1 and not any(word[0].islower() for word in others)

    @property
    def title_case(self) -> bool:
        """The same, and nobody exclaims or asks."""
        return self.capitalised and not set("!?…") & set(self.words)

    @property
    def introduction(self) -> str:
        """The text before the words, or before all of a list of marked words that ends with them (“a,” “b” and “c”)."""
        before = self.before
        while listed := _LISTED.search(before):
            before = before[: listed.start()]
        return before

    @property
    def exclaimed(self) -> bool:
        """Whether the words stand as a sentence between sentences ("Enough!")."""
        whole = self.words[0].isupper() and self.words[-1] in ".!?…"
        return whole and _SENTENCE_BEFORE.search(self.before) is not None


Rule = Callable[[Standing], str | None]
"""Why the words are of some kind, in plain words; None where the rule says nothing of them."""


def around(text: str, outer: Span, words: str, zone: Zone) -> Standing:
    """How ``words`` stand in ``text``, ``outer`` being their place with the marks around them."""
    before = _BREAK.split(text[max(0, outer.start - CONTEXT) : outer.start])[-1]
    after = _BREAK.split(text[outer.end : outer.end + CONTEXT])[0]
    return Standing(words, before, after, zone, text[outer.start])
