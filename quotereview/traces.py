"""By what an article is known again: the runs of words in its text, a few of them as numbers, and its address.

Runs of five words and the share of them that two texts have in common (their containment) are those of A. Broder, "On
the resemblance and containment of documents" (1997); that a fixed part of them by their numbers is enough to find
candidates among many texts is from U. Manber, "Finding similar files in a large file system" (1994).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from zlib import crc32

from quotereview.model import Span

RUN = 5
"""Words in a run."""

FEW = 32
"""How many numbers are kept of a text at least, if it has so many runs."""

SPARSEST = 16
"""Of a long text one run in so many is kept."""

ADDRESSES = 2**32
"""From here on a number is that of an address."""

# Letters of scripts that do not part words are a word each, as where words are searched.
_WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+")

_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#]*@)?(?:www\d?\.|m\.|amp\.)?([^/?#]+)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE
)
_PORT = re.compile(r":(?:80|443)$")
_PAGE = re.compile(r"/(?:amp|index\.(?:html?|php))?$")
_TRACKING = re.compile(
    r"(?:utm_\w*|at_\w*|mc_\w*|pk_\w*|ns_\w*|gclid|fbclid|msclkid|igshid|cmp(?:id)?|ref(?:errer)?|source|src|share\w*|smid|ito"
    r"|via|amp|outputtype|partner|campaign)",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)  # the same few articles are held against each other with every step of an editor
def runs(text: str) -> frozenset[int]:
    """The runs of five words of a text as numbers below 2**32; of a shorter one the whole. Case makes no difference."""
    return frozenset(numbered(words(text)))


def words(text: str) -> list[str]:
    """The words of a text of which its runs are made."""
    return _WORD.findall(text.casefold())


def numbered(words: Sequence[str]) -> list[int]:
    """The runs of folded words as numbers below 2**32, from each word on at which one begins; of fewer words all."""
    starts = range(max(len(words) - RUN, 0) + 1) if words else ()
    return [crc32(" ".join(words[start : start + RUN]).encode()) for start in starts]


def placed(text: str, within: Span) -> Iterator[tuple[str, Span]]:
    """The words of a part of a text as runs are made of them, each with its place in the text."""
    return ((found[0].casefold(), Span(*found.span())) for found in _WORD.finditer(text, *within))


def shared(mine: frozenset[int], theirs: frozenset[int]) -> float:
    """The part of the shorter text's runs, 0 to 1, that the other one has, too."""
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def traces(text: str, url: str | None) -> frozenset[int]:
    """The numbers by which an article is found that has much of its text or its address in common with this one."""
    found, step = runs(text), 1
    while step < SPARSEST and len(found) > FEW * 2 * step:
        step *= 2
    few = frozenset(run for run in found if run % step == 0)
    return few | address_trace(url)


def address_trace(url: str | None) -> frozenset[int]:
    """The number of an address, or none where it names no page."""
    known = address(url)
    return frozenset({ADDRESSES + crc32(known.encode())}) if known else frozenset()


def address(url: str | None) -> str | None:
    """An address as it is compared: without scheme, "www", fragment, and whatever only tells how a reader came there.

    None without one, and where it names a site and no page of it.
    """
    found = _ADDRESS.match((url or "").strip())
    if not found:
        return None
    host, path, query = _PORT.sub("", found[1].lower()), _PAGE.sub("", found[2]), found[3] or ""
    told = sorted(one for one in query.split("&") if one and not _TRACKING.fullmatch(one.partition("=")[0]))
    return f"{host}{path}{'?' if told else ''}{'&'.join(told)}" if path or told else None
