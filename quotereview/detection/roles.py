"""What the words around a name say of its bearer: titles, appositions, "is a senator"."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotereview import lexicon
from quotereview.detection.candidates import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SEAT = re.compile(r"(?:’s|'s)? \((?P<party>[RDI])-(?P<state>[A-Z][A-Za-z.]+(?: [A-Z][a-z]+)?)\.?(?:-\d+)?\)")
_PARTIES = {"R": "republican", "D": "democrat", "I": "independent"}

REACH = 10  # tokens of a description that are read for a role


def word_of(token: "Token") -> str:
    """A token's word in lower case, without the stop of an abbreviation; empty for marks and numbers."""
    plain = token.lower_.strip(".")
    return plain if plain.replace("-", "").isalpha() else ""


def names_a_role(token: "Token") -> bool:
    """Whether a word is an office, an occupation or a title."""
    plain = token.lower_.strip(".")
    return token.lower_ in lexicon.words("roles", "people") or plain in lexicon.words("roles", "titles")


def describe(doc: "Doc", mention: Mention, name: int) -> Iterator[tuple[int, int]]:
    """Half-open ranges of tokens that describe the bearer of a name: before it, in apposition, after "is".

    ``name`` is the token with which the name proper begins.
    """
    first = min(_start_of_titles(doc, mention), _start_of_office(doc, name))
    if first < name:
        yield first, name
    head = doc[mention.head]
    if head.dep_ == "appos" and head.head.pos_ == "NOUN":
        yield max(head.head.left_edge.i, head.head.i - REACH), head.head.i + 1
    beside = [child for child in head.children if child.dep_ == "appos" and child.pos_ in {"NOUN", "PROPN"}]
    for child in beside:
        yield child.left_edge.i, min(child.right_edge.i + 1, child.i + REACH)
    if not beside:
        yield from _behind_comma(doc, mention)
    yield from _predicates(head)


def seat(text: str, end: int) -> set[str]:
    """The party and state in brackets behind a name (Faro (D-Fla.)), as roles."""
    found = _SEAT.match(text, end)
    if found is None:
        return set()
    state = found["state"].strip(".").casefold()
    return {_PARTIES[found["party"]], *lexicon.pairs("nations", "states").get(state, (state,))}


def _predicates(head: "Token") -> Iterator[tuple[int, int]]:
    """What somebody is said to be (Faro is a senator; Faro, who was a nurse)."""
    verbs = [head.head] if head.dep_ == "nsubj" else []
    verbs += [child for child in head.children if child.dep_ == "relcl"]
    for verb in verbs:
        for child in verb.children if verb.lemma_ == "be" else ():
            if child.dep_ == "attr" and child.pos_ == "NOUN":
                yield max(child.left_edge.i, child.i - REACH), child.i + 1


def _start_of_titles(doc: "Doc", mention: Mention) -> int:
    """The first of the words before a name that belong to it."""
    first, last = mention.first, mention.last
    while first > max(0, mention.first - REACH) and first <= doc[first - 1].head.i <= last:
        first -= 1
    return first


def _start_of_office(doc: "Doc", name: int) -> int:
    """The start of an office with its place right before a name (President of Norland Ana Holt)."""
    first = name
    while first > max(0, name - REACH) and (doc[first - 1].is_title or doc[first - 1].lower_ in {"of", "for"}):
        first -= 1
    opens = first < name and names_a_role(doc[first])
    return first if opens and not doc[name - 1].is_lower else name


def _behind_comma(doc: "Doc", mention: Mention) -> Iterator[tuple[int, int]]:
    """A description in commas behind a name that the parse did not tie to it."""
    start = mention.last + 1
    if start + 2 >= len(doc) or doc[start].text != "," or doc[start + 1].is_title or doc[start + 1].pos_ == "VERB":
        return
    end = start + 1
    while end < min(len(doc), start + REACH) and not doc[end].is_punct and doc[end].pos_ not in {"VERB", "AUX", "PRON"}:
        end += 1
    if end < len(doc) and doc[end].text in {",", "."} and any(map(names_a_role, doc[start + 1 : end])):
        yield start + 1, end
