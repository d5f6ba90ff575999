"""How a name hangs on words of an article: which quotes are wrong together when one of them is."""

from dataclasses import replace
from itertools import pairwise

from quotereview.folding import bare
from quotereview.model import Speaker

ARROW = " → "

Chain = tuple[str, ...]


def hang_together(one: Speaker, other: Speaker, meant: str | None) -> bool:
    """Whether two proposed speakers stand and fall together, now that ``one`` turned out to mean somebody else.

    They do where one mention names both, or where both were reached by the step that went wrong: from "he" to "Xi" if
    somebody of another name is meant, from "Xi" to "Xi Jinping" if it is another Xi. ``meant`` is None for nobody.
    """
    if one.mention is not None and one.mention == other.mention:
        return True
    chain = _chain(one)
    if not chain or _names_somebody_else(one, meant or ""):
        return False
    at = _last_that_fits(chain, meant or "")
    return _folded(chain[at : at + 2]) in _steps(_chain(other))


def meaning(speaker: Speaker, meant: Speaker) -> Speaker:
    """Somebody else as the speaker that the words of a proposed one mean; alone where these are another's name."""
    chain = _chain(speaker)
    if not chain or _names_somebody_else(speaker, meant.name):
        return meant.unplaced
    kept = chain[: _last_that_fits(chain, meant.name) + 1]
    resolved = ARROW.join((*kept, meant.name)) if kept[-1] != meant.name else None
    return replace(meant, mention=speaker.mention, printed=speaker.printed, resolved=resolved)


def renamed(speaker: Speaker, name: str) -> Speaker:
    """The same speaker under another name, named by the same words of the article."""
    links = speaker.resolved.split(ARROW)[:-1] if speaker.resolved and ARROW in speaker.resolved else []
    return replace(speaker, name=name, resolved=ARROW.join((*links, name)) if links else None)


def _chain(speaker: Speaker) -> Chain:
    """From the printed words to the name, step by step."""
    if speaker.resolved and ARROW in speaker.resolved:
        return tuple(speaker.resolved.split(ARROW))
    return (speaker.printed,) if speaker.printed else ()


def _steps(chain: Chain) -> set[Chain]:
    """The steps of a chain, and where it ends."""
    folded = _folded(chain)
    return {*pairwise(folded), folded[-1:]}


def _folded(chain: Chain) -> Chain:
    return tuple(bare(words) for words in chain)


def _last_that_fits(chain: Chain, meant: str) -> int:
    """Which words of a chain, but for the full name, are the last that may name who is meant; the first without any."""
    return max((at for at in range(len(chain) - 1) if _is_part(chain[at], meant)), default=0)


def _names_somebody_else(speaker: Speaker, meant: str) -> bool:
    """Whether the printed words are a name, rather than "he" or "the minister", and not that of whoever is meant."""
    printed = _chain(speaker)[0]
    return not printed[:1].islower() and _is_part(printed, speaker.name) and not _is_part(printed, meant)


def _is_part(words: str, name: str) -> bool:
    return set(bare(words).split()) <= set(bare(name).split())
