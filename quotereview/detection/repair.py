"""Text that was damaged on its way: entities, garbled marks, soft hyphens, words cut at the end of a line.

Detection reads the repaired text; all that it finds is then told in places of the text as it was.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from quotereview.model import Candidate, Detection, Doubt, Passage, Pointer, Quote, Source, Span, Speaker, Stretch

_HIGH = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_ENTITY = r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});"
_INVISIBLE = r"[\u00ad\u200b\u2060]+"
_CUT_WORD = r"(?<=[a-z])-[ \t]*(?:\r\n?|\n)[ \t]*(?=[a-z])"
_GARBLED = rf"[ÂÃ][{_HIGH}]|â€[{_HIGH}]?"
_MISREAD_OPENING = r"(?<![\w.,:’'-])11(?=[A-Z][a-z’' ])"
_MISREAD_CLOSING = r"(?<=[a-z]{3}[,.!?])11(?![\w.,%])"
_MISREAD = (re.compile(_MISREAD_OPENING), re.compile(_MISREAD_CLOSING))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of the repaired text from ``at`` on, and the stretch of the original that it stands for."""

    at: int
    length: int
    original: Span

    def start(self, offset: int) -> int:
        """Where the character at ``offset`` starts in the original."""
        return self.original.start + (offset - self.at if self.length == len(self.original) else 0)

    def end(self, offset: int) -> int:
        """Where the character at ``offset`` ends in the original."""
        return self.start(offset) + 1 if self.length == len(self.original) else self.original.end


@dataclass(frozen=True)
class Repaired:
    """A repaired text with the way back to the original."""

    text: str
    original: str
    pieces: tuple[_Piece, ...]

    def here(self, span: Span) -> Span:
        """The place in the repaired text of a stretch of the original that no repair touches at its edges."""
        return Span(self._here(span.start), self._here(span.end))

    def back(self, span: Span) -> Span:
        """The place in the original of a stretch of the repaired text."""
        start = self._start(span.start)
        return Span(start, self._piece(span.end - 1).end(span.end - 1)) if len(span) else Span(start, start)

    def restored(self, detection: Detection) -> Detection:
        """What was found in the repaired text, in places and words of the original."""
        return replace(
            detection,
            quotes=tuple(map(self._quote, detection.quotes)),
            doubts=self._doubts(detection.doubts),
            zones=tuple(map(self._zone, detection.zones)),
        )

    def _here(self, offset: int) -> int:
        piece = self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece.original.start) - 1]
        return piece.at + min(offset - piece.original.start, piece.length)

    def _piece(self, offset: int) -> _Piece:
        return self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece.at) - 1]

    def _start(self, offset: int) -> int:
        return self._piece(offset).start(offset) if offset < len(self.text) else len(self.original)

    def _zone(self, zone: Stretch) -> Stretch:
        start = self._start(zone.span.start) if zone.span.start else 0
        return replace(zone, span=Span(start, self._start(zone.span.end)))

    def _quote(self, quote: Quote) -> Quote:
        passages = tuple(self._passage(passage) for passage in quote.passages)
        return replace(
            quote,
            key=self._key(quote.key),
            parent=self._key(quote.parent) if quote.parent else None,
            passages=passages,
            cue=self.back(quote.cue) if quote.cue else None,
            speaker=self._speaker(quote.speaker) if quote.speaker else None,
            source=self._source(quote.source) if quote.source else None,
            candidates=tuple(self._candidate(candidate) for candidate in quote.candidates),
            doubts=self._doubts(quote.doubts),
            pointers=self._pointers(quote.pointers),
            source_pointers=self._pointers(quote.source_pointers),
            twin=self._key(quote.twin) if quote.twin else None,
        )

    def _key(self, key: str) -> str:
        start, end = self.back(Span(*map(int, key.split("-"))))
        return f"{start}-{end}"

    def _passage(self, passage: Passage) -> Passage:
        span = self.back(passage.span)
        return Passage(span, span.of(self.original))

    def _speaker(self, speaker: Speaker) -> Speaker:
        if speaker.mention is None:
            return speaker
        mention = self.back(speaker.mention)
        return replace(speaker, mention=mention, printed=speaker.printed and mention.of(self.original))

    def _source(self, source: Source) -> Source:
        return replace(source, mention=self.back(source.mention)) if source.mention else source

    def _candidate(self, candidate: Candidate) -> Candidate:
        return replace(candidate, speaker=self._speaker(candidate.speaker))

    def _pointers(self, pointers: Iterable[Pointer]) -> tuple[Pointer, ...]:
        return tuple(replace(pointer, place=self.back(pointer.place)) for pointer in pointers)

    def _doubts(self, doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
        return tuple(replace(doubt, place=self.back(doubt.place)) for doubt in doubts)


def repair(text: str, kept: Collection[Span] = ()) -> Repaired | None:
    """The repaired ``text``, None if nothing is wrong with it; the edges of the spans ``kept`` are left alone."""
    edges = sorted({edge for span in kept for edge in span})
    pieces: list[_Piece] = []
    words: list[str] = []
    at = done = 0
    for match in _damage(text).finditer(text):
        better = _mended(match)
        if better is None or _touched(edges, match):
            continue
        for run, original in ((text[done : match.start()], Span(done, match.start())), (better, Span(*match.span()))):
            if run:
                pieces.append(_Piece(at, len(run), original))
                words.append(run)
                at += len(run)
        done = match.end()
    if not done:
        return None
    if done < len(text):
        pieces.append(_Piece(at, len(text) - done, Span(done, len(text))))
    return Repaired("".join((*words, text[done:])), text, tuple(pieces)) if pieces else None


def _damage(text: str) -> re.Pattern[str]:
    """What to look for in a text: some of it is believed only where more of its kind is found."""
    kinds = [_ENTITY, _INVISIBLE, _CUT_WORD]
    if "â€" in text:
        kinds.append(_GARBLED)
    if all(pattern.search(text) for pattern in _MISREAD):
        kinds += [_MISREAD_OPENING, _MISREAD_CLOSING]
    return re.compile("|".join(kinds))


def _mended(match: re.Match[str]) -> str | None:
    """What should stand in place of a damage, at most one character; None if it is none after all."""
    words = match.group()
    if words == "11":
        return "“" if match.start() == 0 or match.string[match.start() - 1] not in ",.!?" else "”"
    if words.startswith("&"):
        character = html.unescape(words)
        return character if len(character) == 1 else None
    return _ungarbled(words) if words[0] in "ÂÃâ" else ""


def _ungarbled(words: str) -> str | None:
    """The character whose UTF-8 bytes were read as Windows-1252; the last byte of a closing mark is often lost."""
    if words == "â€":
        return "”"
    try:
        return b"".join(map(_byte, words)).decode()
    except UnicodeDecodeError:
        return None


def _byte(character: str) -> bytes:
    return bytes([ord(character)]) if ord(character) < 256 else character.encode("cp1252")


def _touched(edges: list[int], match: re.Match[str]) -> bool:
    """Whether one of the edges lies in a match or beside it."""
    at = bisect_right(edges, match.end()) - 1
    return at >= 0 and edges[at] >= match.start()
