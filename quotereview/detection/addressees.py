"""To whom words were spoken or written, from the object of the verb that marks them as speech."""

import re
from typing import TYPE_CHECKING

from quotereview.detection.parse import Parse
from quotereview.detection.parts import Attributed

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = frozenset(
    {
        "tell",
        "ask",
        "urge",
        "warn",
        "remind",
        "assure",
        "inform",
        "order",
        "text",
        "advise",
        "beg",
        "instruct",
        "implore",
    }
)
_OBJECTS = frozenset({"dobj", "dative", "iobj"})
_PRONOUNS = frozenset({"PRP", "PRP$", "WP", "EX"})
_CUT = re.compile(r"[,:;“\"‘«(].*$", re.DOTALL)
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?) (?=[A-Z])")


def find(parse: Parse, quote: Attributed) -> str | None:
    """The addressee that the quote's own cue names, as printed; None for a pronoun or where there is none."""
    tokens = parse.tokens(quote.cue) if quote.cue else None
    verb = next((token for token in tokens or () if token.lemma_.lower() in _VERBS), None)
    heard = None if verb is None else next((child for child in verb.children if child.dep_ in _OBJECTS), None)
    return None if heard is None else _printed(parse, heard)


def _printed(parse: Parse, heard: "Token") -> str | None:
    if heard.tag_ in _PRONOUNS:
        return None
    phrase = parse.span(heard.left_edge.i, heard.i).of(parse.text)
    printed = _ARTICLE.sub("", " ".join(_CUT.sub("", phrase).split()))
    return printed or None
