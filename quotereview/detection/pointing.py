"""Where the words of a reason stand in the article, so that an editor can be shown them."""

from collections.abc import Iterable

from quotereview.model import Pointer, Span

Named = tuple[str, Span | None]
"""Words that a reason may hold, in the marks it puts around them, and their place in the article, if it is known."""


def pointers(reason: str, named: Iterable[Named]) -> tuple[Pointer, ...]:
    """A pointer for each of the words ``named``, in the order in which a reason speaks of them, that it holds."""
    found: list[Pointer] = []
    after = 0
    for words, place in named:
        at = reason.find(words, after)
        bare = words.strip("“”")
        if at < 0 or not bare or not place:
            continue
        start = at + words.index(bare)
        after = at + len(words)
        found.append(Pointer(Span(start, start + len(bare)), place))
    return tuple(found)


def quoted(words: str) -> str:
    """Words of the article in marks, on one line, as a reason gives them."""
    return f"“{short(words)}”"


def short(words: str) -> str:
    """Words of the article on one line."""
    return " ".join(words.split())
