"""Which outlet an article is of, told from its own text, so that words spoken to it are known to be direct."""

import re
from dataclasses import dataclass

from quotereview.detection import carriers

INTERNATIONAL = ("AFP", "AP", "Reuters", "dpa", "Associated Press", "Agence France-Presse")
"""Agencies whose copy others print under their own name: with no credit in the text, "told AFP" is taken as theirs."""

_CREDITS = (
    re.compile(r"^[^\n\r]{0,80}\((?P<name>[A-Z][\w .&-]{1,25})\)\s*(?:—|–|-)", re.MULTILINE),
    re.compile(r"\bPublished in (?:the )?(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)", re.MULTILINE),
    re.compile(
        r"^(?P<name>[A-Z][\w’' -]{2,40}?) (?:staff )?(?:writers?|reporters?|correspondents?) [A-Z]", re.MULTILINE
    ),
    re.compile(r"\b(?:told|tells) (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*) exclusively\b"),
)
_SITE = re.compile(r"^www\.|\.[a-z]{2,4}(?:\.[a-z]{2})?$")
_REUTERS_SIGNATURE = re.compile(r"^\(Reporting by ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Outlet:
    """The names under which an article's own outlet appears in it; the international agencies where none is known."""

    names: tuple[str, ...] = INTERNATIONAL

    @property
    def is_known(self) -> bool:
        """Whether the text says which outlet it is of, or whoever loaded it does."""
        return self.names != INTERNATIONAL

    def is_called(self, name: str) -> bool:
        """Whether ``name`` is this outlet, or the last part of its name ("the Advertiser"), or is shortened to it."""
        return any(carriers.same(name, own) or name.startswith(own) or _shortens(own, name) for own in self.names)


def own(text: str, known: str | None = None) -> Outlet:
    """The outlet that credits itself in ``text``, which goes by the ``known`` name, too, if there is one."""
    names = [match["name"] for pattern in _CREDITS for match in pattern.finditer(text)]
    if _REUTERS_SIGNATURE.search(text):
        names.append("Reuters")
    if known:
        names.append(_SITE.sub("", known))
    return Outlet(tuple(dict.fromkeys(names))) if names else Outlet()


def _shortens(own: str, name: str) -> bool:
    """Whether of two names one ends the other, or is made of its initials or of the beginnings of its words."""
    bare = name.casefold().removeprefix("the ")
    words, parts = bare.split(), re.split(r"[\s_-]+", own.casefold().removeprefix("the "))
    if own.casefold().endswith(f" {bare}"):
        return True
    if len(words) > 2 and len(parts) == 1:
        return parts[0] == "".join(word[0] for word in words)
    return len(words) == len(parts) > 1 and all(map(str.startswith, words, parts))
