"""How a text is cut and folded so that its words are found."""

import re
from collections.abc import Iterable, Iterator, Sequence

from quotereview.folding import Folded
from quotereview.model import Span

# The letters of scripts that do not part words: Thai, Lao, Burmese, Khmer, Japanese, Chinese.
_UNPARTED = re.compile(
    r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
)
_WORD = re.compile(r"\w+")

NEAR = 4
"""Up to how many words lie between two stretches that stand near each other."""


def paragraphs(text: str) -> Iterator[Span]:
    """The lines of a text that hold a word."""
    start = 0
    for line in text.splitlines(keepends=True):
        if _WORD.search(line):
            yield Span(start, start + len(line))
        start += len(line)


def found_by(text: str) -> str:
    """The words by which a text is found, characters of scripts that do not part words each a word."""
    return _UNPARTED.sub(r" \1 ", Folded(text).letters)


def query_for(words: str) -> str:
    """A query for paragraphs that hold all of these words; nothing where there is none."""
    runs = [_WORD.findall(found_by(run)) for run in Folded(words).letters.split()]
    phrases = [f'"{" ".join(run)}"' for run in runs if run]
    return f"{' '.join(phrases)}*" if phrases else ""


def query_for_any(phrases: Iterable[Sequence[str]]) -> str:
    """A query for paragraphs that hold any of some phrases, each one stretch of words, or several near each other."""
    return " OR ".join(filter(None, map(_near, phrases)))


def _near(stretches: Sequence[str]) -> str:
    runs = [_WORD.findall(found_by(stretch)) for stretch in stretches]
    quoted = [f'"{" ".join(run)}"' for run in runs if run]
    return f"NEAR({' '.join(quoted)}, {NEAR})" if len(quoted) > 1 else "".join(quoted)
