"""Fonts whose words are painted as their script wants it, and are read back from a PDF letter by letter as written.

A glyph may stand for several letters, or a letter be several glyphs, and what reads a PDF then tells letters in the
wrong order or not at all. There the glyphs are drawn as outlines, and the letters stand over them as glyphs of which
nothing is seen, as on a page that was scanned and read.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import uharfbuzz
from fontTools.pens.basePen import BasePen
from fpdf import FPDF
from fpdf.fonts import Glyph, TTFFont

Point = tuple[float, float]

_FEATURES = {"liga": False, "clig": False, "dlig": False}  # a letter is to be found as itself
_WORD = re.compile(" |[^ ]+")
_STEP = 20
"""Unseen letters are as wide as one of a few widths, of which each takes a place in the font of the PDF."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A glyph by its code in the PDF, as wide as is told there, and where it begins.

    Both in thousandths of the letters' size, from where the words begin.
    """

    code: int
    width: int
    at: float


@dataclass(frozen=True, slots=True)
class Outline:
    """A glyph as a PDF draws it, in a grid of ``units`` to the letters' size, and where it is, in thousandths of it."""

    drawing: str
    units: int
    at: float
    rise: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """Letters that are shaped together, and their glyphs: number in the font, place, and height above the line."""

    letters: str
    glyphs: tuple[tuple[int, float, float], ...]
    start: float
    advance: float


class Book(FPDF):
    """A PDF on whose pages letters can be put, and outlines be drawn."""

    def put(self, place: Point, face: "Face", size: float, codes: str) -> None:
        """Put codes of a font in a size (points) from a place on, which is at the foot of the letters."""
        x, y = place
        self.set_font(face.fontkey, size=size)
        if not self.current_font_is_set_on_page:
            self._out(self._set_font_for_page(face, size))
        self._out(f"BT {x:.2f} {self.h - y:.2f} Td [{codes}] TJ ET")

    def draw(self, place: Point, size: float, outlines: Iterable[Outline]) -> None:
        """Draw outlines in a size (points) from a place on, which is at the foot of the letters."""
        x, y = place
        for outline in outlines:
            scale = size / outline.units
            at, rise = x + outline.at * size / 1000, self.h - y + outline.rise * size / 1000
            self._out(f"q {scale:.5f} 0 0 {scale:.5f} {at:.2f} {rise:.2f} cm {outline.drawing} f Q")

    def close(self) -> None:
        """Close the files of its fonts."""
        for font in self.fonts.values():
            if isinstance(font, Face):
                font.close()


class _Drawing(BasePen):  # type: ignore[misc]
    """A pen that notes what it draws in the operators of a PDF."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.noted: list[str] = []

    def _moveTo(self, pt: Point) -> None:  # noqa: N802 - as fontTools calls it
        self._note("m", pt)

    def _lineTo(self, pt: Point) -> None:  # noqa: N802
        self._note("l", pt)

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802
        self._note("c", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802
        self._note("h")

    def _note(self, operator: str, *points: Point) -> None:
        self.noted.append(" ".join((*(f"{x:.0f} {y:.0f}" for x, y in points), operator)))


class Face(TTFFont):
    """A font of a book that shapes its words; what is used of it is embedded."""

    def __init__(self, book: Book, file: Path) -> None:
        super().__init__(book, file, file.name.lower(), "")
        book.fonts[self.fontkey] = self
        self.clusters = cache(self._clusters)
        self._drawing = cache(self._drawn)
        self._lettered = cache(self._as_letters)
        self._word = cache(self._as_word)

    def has(self, letter: str) -> bool:
        """Whether the font can show a letter."""
        return ord(letter) in self.glyph_ids

    def width(self, words: str, *, from_right: bool = False) -> float:
        """How wide words of one direction are, in thousandths of the letters' size."""
        return sum(cluster.advance for cluster in self.clusters(words, from_right))

    def readable(self, words: str) -> bool:
        """Whether words that run from the left can be read as they are seen, glyph by glyph."""
        clusters = (cluster for word in _WORD.findall(words) for cluster in self.clusters(word, False))
        return all(len(cluster.glyphs) == 1 and not cluster.glyphs[0][2] for cluster in clusters)

    def written(self, words: str) -> str:
        """The codes of words that are readable."""
        return "".join(map(self._word, _WORD.findall(words))).replace("><", "")

    def unseen(self, letters: str, width: float) -> str:
        """The codes of letters side by side over a width (thousandths of their size), of which nothing is seen."""
        share = width / len(letters)
        told = max(_STEP, round(share / _STEP) * _STEP)
        space = self.glyph_ids[ord(" ")], self.cmap[ord(" ")]
        blanks = (Glyph(space[0], (ord(letter),), space[1], told) for letter in letters)
        return _codes((Stroke(self._code(blank), told, place * share) for place, blank in enumerate(blanks)), width)

    def outlines(self, words: str, *, from_right: bool) -> Iterator[Outline]:
        """Words of one direction, to be drawn."""
        for cluster in self.clusters(words, from_right):
            for number, at, rise in cluster.glyphs:
                yield Outline(self._drawing(number), self.ttfont["head"].unitsPerEm, at, rise)

    def _drawn(self, number: int) -> str:
        glyphs = self.ttfont.getGlyphSet()
        pen = _Drawing(glyphs)
        glyphs[self.ttfont.getGlyphName(number)].draw(pen)
        return " ".join(pen.noted)

    def _as_word(self, word: str) -> str:
        clusters = self.clusters(word, False)
        return _codes(map(self._as_read, clusters), sum(cluster.advance for cluster in clusters))

    def _as_read(self, cluster: Cluster) -> Stroke:
        [(number, at, _)] = cluster.glyphs
        code, width = self._lettered(number, cluster.letters)
        return Stroke(code, width, at)

    def _as_letters(self, number: int, letters: str) -> tuple[int, int]:
        """The code of a glyph that is read as these letters, and how wide it is told to be."""
        name = self.ttfont.getGlyphName(number)
        width = round(self.ttfont["hmtx"].metrics[name][0] * self.scale)
        return self._code(Glyph(number, tuple(map(ord, letters)), name, width)), width

    def _code(self, glyph: Glyph) -> int:
        """The code of a glyph with its letters: the same glyph has another one where it stands for others."""
        code = self.subset.pick_glyph(glyph)
        assert code is not None
        return code

    def _clusters(self, words: str, from_right: bool) -> tuple[Cluster, ...]:
        """Words of one direction as they stand from the left."""
        found, pen = [], 0.0
        shaped = self._shaped(words, from_right) if words else []
        starts = sorted({info.cluster for info, _ in shaped})
        ends = dict(pairwise([*starts, len(words)]))
        for begin, part in groupby(shaped, key=lambda glyph: int(glyph[0].cluster)):
            glyphs, start = [], pen
            for info, place in part:
                at, rise = pen + place.x_offset * self.scale, place.y_offset * self.scale
                glyphs.append((info.codepoint, at, rise))
                pen += place.x_advance * self.scale
            found.append(Cluster(words[begin : ends[begin]], tuple(glyphs), start, pen - start))
        return tuple(found)

    def _shaped(self, words: str, from_right: bool) -> list[tuple[Any, Any]]:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(words)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if from_right else "ltr"
        uharfbuzz.shape(self.hbfont, buffer, _FEATURES)
        return list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))


def _codes(strokes: Iterable[Stroke], width: float) -> str:
    """Strokes over a width as a PDF has them, with how far each has to be moved from where the one before it ends."""
    codes, pen = [], 0
    for stroke in strokes:
        if back := pen - round(stroke.at):
            codes.append(f" {back} ")
            pen -= back
        codes.append(f"<{stroke.code:04X}>")
        pen += stroke.width
    if back := pen - round(width):
        codes.append(f" {back} ")
    return "".join(codes).replace("><", "")
