"""The words of a quote as an editor shapes them: pure functions upon a text and the passages in it.

Passages are spans in the order of the text that share no character; a place is an offset in code points.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import takewhile

from quotereview.model import Kind, Span, StandingQuote

Passages = tuple[Span, ...]

_SINGLE = "‘’‚‛'`´‹›"
_MARKS = _SINGLE + '“”„‟"«»＂″「」『』﹁﹂﹃﹄《》〝〞〟'
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CHUNK = re.compile(
    rf"[{_IDEOGRAPHS}][^\w\s{_MARKS}]*|(?:[^\s{_MARKS}{_IDEOGRAPHS}]|(?<=\w)[{_SINGLE}](?=\w))+",
)
_OPENING = re.compile(rf"``|[“„「『﹁﹃《〝](?=\S)|«[\u00a0\u202f ]?(?=\S)|(?<!\w)[{_MARKS}](?=\S)")
_CLOSING = re.compile(rf"''|[\u00a0\u202f ]»(?!\w)|(?<=\S)[”」』﹂﹄》〞〟]|(?<=\S)[{_MARKS}](?!\w)")
_SENTENCE_ENDS = ".!?…。！？؟"
_JOINERS = "\u200d"
_NEAR = 1000  # characters in which the next word is looked for before the whole text is


class Edge(Enum):
    """An end of a quote's words."""

    BEGINNING = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Draft:
    """A quote as an editor shapes it, before it is kept.

    ``parent`` is the key of the quote around it, ``absorbed`` are the ids of the quotes whose words it takes over, and
    from the place ``split`` on its words become a quote of their own.
    """

    passages: Passages
    kind: Kind
    partial: bool
    parent: str | None = None
    absorbed: tuple[str, ...] = ()
    split: int | None = None


@dataclass(frozen=True, slots=True)
class Marking:
    """The passages of an article that an editor marked by hand, the newest last, and those that they replace."""

    added: Passages
    replaced: Passages


UNMARKED = Marking((), ())


def holds_word(words: str) -> bool:
    """Whether there is a letter or a figure in it."""
    return any(map(str.isalnum, words))


def first_found(quote: StandingQuote) -> Span:
    """Where the first passage of a quote stood when it was first found or added."""
    return Span(*map(int, quote.proposal.key.split("-")))


def tidied(text: str, passages: Iterable[Span]) -> Passages:
    """The passages without the white space at their ends, those left out that hold nothing else."""
    trimmed = (passage.stripped(text) for passage in passages)
    return tuple(passage for passage in trimmed if len(passage))


# Moving an end


def by_word(text: str, passages: Passages, edge: Edge, step: int) -> Passages:
    """The passages with one end a word further in the text (``step`` 1) or back (-1), if words are left then."""
    at = _at(passages, edge)
    for reach in (_NEAR, len(text)):
        words = _words(text, at - reach, at + reach)
        to = _next([word.end if edge is Edge.END else word.start for word in words], at, step)
        if to != at:
            return with_edge(text, passages, edge, to)
    return passages


def by_character(text: str, passages: Passages, edge: Edge, step: int) -> Passages:
    """The passages with one end a character further in the text or back; one that is made of several stays whole."""
    at = _at(passages, edge) + step
    while 0 < at < len(text) and _continues(text, at):
        at += step
    return with_edge(text, passages, edge, at)


def to_marks(text: str, passages: Passages) -> Passages:
    """The passages from behind the nearest opening quotation mark to before the nearest closing one.

    An end without such a mark in its paragraph stays where it is.
    """
    start = _nearest((found.end() for found in _OPENING.finditer(text)), _at(passages, Edge.BEGINNING), text)
    begun = with_edge(text, passages, Edge.BEGINNING, start)
    end = _nearest((found.start() for found in _CLOSING.finditer(text)), _at(begun, Edge.END), text)
    return with_edge(text, begun, Edge.END, end)


def with_edge(text: str, passages: Passages, edge: Edge, at: int) -> Passages:
    """The passages with one end at a place; the same ones where that lies outside the text or leaves no word."""
    if not 0 <= at <= len(text):
        return passages
    moved = _ended(passages, at) if edge is Edge.END else _begun(passages, at)
    return moved if any(holds_word(passage.of(text)) for passage in moved) else passages


# Parting and joining


def split_places(text: str, passages: Passages) -> tuple[int, ...]:
    """Where the passages can be parted: before each of their words but the first."""
    words = _words(text, passages[0].start, passages[-1].end + _NEAR)
    starts = [word.start for word in words if any(one.start <= word.start < one.end for one in passages)]
    return tuple(at for at in starts if all(any(holds_word(s.of(text)) for s in half) for half in cut(passages, at)))


def likely_split(text: str, passages: Passages) -> int | None:
    """Where to part them most likely: before a passage, else a sentence, else a word, each nearest to the middle."""
    places = split_places(text, passages)
    begins = {passage.start for passage in passages}
    sentences = [at for at in places if text[max(0, at - _NEAR) : at].rstrip(_MARKS + " \n")[-1:] in _SENTENCE_ENDS]
    likely = [at for at in places if at in begins] or sentences or places
    middle = (passages[0].start + passages[-1].end) / 2
    return min(likely, key=lambda at: abs(at - middle), default=None)


def stepped(places: Sequence[int], at: int, step: int) -> int:
    """The next of some places after one, or the one before it; the same where there is none that way."""
    return _next(places, at, step)


def parted(text: str, passages: Passages, at: int) -> tuple[Passages, Passages]:
    """The words before a place and those from it on, tidied; one half may be empty."""
    first, second = cut(passages, at)
    return tidied(text, first), tidied(text, second)


def cut(passages: Passages, at: int) -> tuple[Passages, Passages]:
    """What of the passages stands before a place, and what from it on."""
    first = tuple(Span(one.start, min(one.end, at)) for one in passages if one.start < at)
    second = tuple(Span(max(one.start, at), one.end) for one in passages if one.end > at)
    return first, second


def joined(text: str, some: Passages, others: Passages) -> Passages:
    """All passages in order, those made one that overlap or have nothing but spaces between them."""
    made: list[Span] = []
    for passage in sorted((*some, *others)):
        if made and (passage.start <= made[-1].end or _is_space(text[made[-1].end : passage.start])):
            made[-1] = Span(made[-1].start, max(made[-1].end, passage.end))
        else:
            made.append(passage)
    return tuple(made)


# How quotes lie to each other


def within(inner: Passages, outer: Passages) -> bool:
    """Whether each passage of one quote lies in a passage of the other."""
    return all(any(around.holds(passage) for around in outer) for passage in inner)


def cross(one: Passages, other: Passages) -> bool:
    """Whether two quotes share words though neither lies within the other."""
    share = any(mine.overlap(yours) for mine in one for yours in other)
    return share and not within(one, other) and not within(other, one)


def _at(passages: Passages, edge: Edge) -> int:
    return passages[-1].end if edge is Edge.END else passages[0].start


def _ended(passages: Passages, at: int) -> Passages:
    """The passages up to a place, the last one grown where it lies beyond."""
    if at > passages[-1].end:
        return (*passages[:-1], Span(passages[-1].start, at))
    return tuple(Span(one.start, min(one.end, at)) for one in passages if one.start < at)


def _begun(passages: Passages, at: int) -> Passages:
    if at < passages[0].start:
        return (Span(at, passages[0].end), *passages[1:])
    return tuple(Span(max(one.start, at), one.end) for one in passages if one.end > at)


def _words(text: str, start: int, end: int) -> list[Span]:
    """The words that begin in a stretch and end in it, with the signs that cling to them."""
    start, end = max(0, start), min(len(text), end)
    found = (Span(*chunk.span()) for chunk in _CHUNK.finditer(text, start) if holds_word(chunk.group()))
    words = takewhile(lambda word: word.end <= end, found)
    return [word for word in words if word.start > start or not _inside(text, start)]


def _inside(text: str, at: int) -> bool:
    """Whether a place lies within a word, so that what begins there is none."""
    return 0 < at < len(text) and not text[at - 1].isspace() and text[at - 1] not in _MARKS


def _next(places: Sequence[int], at: int, step: int) -> int:
    """The place next to ``at`` that way, ``at`` itself where there is none."""
    if step > 0:
        return next((place for place in places if place > at), at)
    return next((place for place in reversed(places) if place < at), at)


def _nearest(places: Iterable[int], at: int, text: str) -> int:
    """The nearest of some places that no line's end parts from ``at``; ``at`` itself without any."""
    by_distance = sorted(places, key=lambda place: abs(place - at))
    return next((place for place in by_distance if "\n" not in text[min(place, at) : max(place, at)]), at)


def _is_space(gap: str) -> bool:
    return not gap.strip() and "\n" not in gap and "\r" not in gap


def _continues(text: str, at: int) -> bool:
    """Whether the character at a place belongs to the one before it: an accent, a joined sign, a line's end."""
    character, before = text[at], text[at - 1]
    if unicodedata.category(character)[0] == "M" or character in _JOINERS or before in _JOINERS:
        return True
    return "\U0001f3fb" <= character <= "\U0001f3ff" or before + character == "\r\n"
