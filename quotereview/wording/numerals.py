"""Numbers in words and figures as one figure each: "thirty thousand", "30,000" and "30k" are 30000."""

from collections.abc import Sequence
from functools import cache

from quotereview import lexicon
from quotereview.wording.words import Word

LIST = "spellings"
LETTERS = {"k": 1000.0, "m": 1e6, "bn": 1e9, "tn": 1e12}
"""What stands right behind a figure and multiplies it."""

_STARTS = frozenset({"a", "an"})


def figures(text: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of ``text`` with each number as one figure, and its unit after it: "$5m" is 5000000, dollar.

    "One" alone stays a word, since it is mostly none of how many.
    """
    found: list[Word] = []
    at = 0
    while at < len(words):
        end, value = _number(text, words, at) if _may_start(words[at].folded) else (at, None)
        if value is None:
            found.append(_unit(words[at]))
            at += 1
            continue
        whole = Word(_written(value), words[at].start, words[end - 1].end)
        at, ends = _percent(text, words, end)
        found += [whole, *_money(text, whole), *ends]
    return tuple(found)


def _may_start(word: str) -> bool:
    """Whether a number may start with a word; most words are done with here."""
    return word in _STARTS or word[0].isdecimal() or word in lexicon.pairs(LIST, "numbers")


def _number(text: str, words: Sequence[Word], at: int) -> tuple[int, float | None]:
    """Where the number that starts at a word ends, and what it is; None where none starts."""
    start, total, current = at, 0.0, None
    while at < len(words):
        size = _scale(text, words, at)
        if size and current is not None:
            total, current = (total, current * size) if size < 1000 else (total + current * size, None)
        elif (value := _value(words, at)) is not None and _goes_on(words, at, total, current):
            current = (current or 0) + value
        elif _leads_on(words, at, start):
            current = current if at > start else 1.0
        else:
            break
        at += 1
    return at, total + (current or 0) if current is not None or total else None


def _goes_on(words: Sequence[Word], at: int, total: float, current: float | None) -> bool:
    """Whether a number may stand at a word after what stands before it: "twenty-one", "two hundred (and) six"."""
    value, figure = _value(words, at) or 0, words[at].folded.isdigit()
    if current is None:
        return words[at].folded != "one" and not (total and figure)
    if figure or words[at - 1].folded.isdigit():
        return False
    return (current % 100 == 0 and value < 100) or (current % 10 == 0 and current % 100 >= 20 and value < 10)


def _leads_on(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether "a" before a scale, or "and" inside a number, is part of it."""
    word, after = words[at].folded, words[at + 1].folded if at + 1 < len(words) else ""
    if at == start:
        return word in ("a", "an", "one") and after in _scales()
    return word == "and" and words[at - 1].folded in _scales() and (_value(words, at + 1) or 100) < 100


def _value(words: Sequence[Word], at: int) -> float | None:
    """What a word or a figure is as a number; None if it is none."""
    word = words[at].folded if at < len(words) else ""
    if known := lexicon.pairs(LIST, "numbers").get(word):
        return float(known[0])
    try:
        return float(word) if word[:1].isdecimal() and word.isascii() else None
    except ValueError:
        return None


def _scale(text: str, words: Sequence[Word], at: int) -> float:
    """By how much a word multiplies the number before it, 0 if it does not."""
    word = words[at]
    if word.folded in LETTERS and at and text[word.start - 1].isdecimal():
        return LETTERS[word.folded]
    return _scales().get(word.folded, 0.0)


def _percent(text: str, words: Sequence[Word], at: int) -> tuple[int, tuple[Word, ...]]:
    """What follows a number as its percent sign, and the place of the next word."""
    end = words[at - 1].end
    if text[end : end + 1] == "%":
        return at, (Word("percent", end, end + 1),)
    if [word.folded for word in words[at : at + 2]] == ["per", "cent"]:
        return at + 2, (Word("percent", words[at].start, words[at + 1].end),)
    return at, ()


def _money(text: str, number: Word) -> tuple[Word, ...]:
    unit = lexicon.pairs(LIST, "currencies").get(text[number.start - 1 : number.start]) if number.start else None
    return (Word(unit[0], number.start - 1, number.start),) if unit else ()


def _unit(word: Word) -> Word:
    """A word, the plural of a currency as one of it; the figure 1 as the word."""
    unit = "one" if word.folded == "1" else _plurals().get(word.folded)
    return Word(unit, word.start, word.end) if unit else word


def _written(value: float) -> str:
    return "one" if value == 1 else f"{value:.10g}"


@cache
def _scales() -> dict[str, float]:
    return {word: float(value[0]) for word, value in lexicon.pairs(LIST, "scales").items()}


@cache
def _plurals() -> dict[str, str]:
    return {f"{names[0]}s": names[0] for names in lexicon.pairs(LIST, "currencies").values()}
