"""What each paragraph of an article is: headline, body, caption, teaser or correction.

It is told from the text, unless the format of the article told it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from quotereview.detection import paragraphs
from quotereview.model import Span, Stretch, Zone

LONGEST_HEADLINE = 30  # words
LONGEST_LINK = 20  # words
LONGEST_PICTURE_QUOTE = 12  # words

_STOP = re.compile(r"[.!?…:;,]['\"’”»)\]]*$")
_FULL_STOP = re.compile(r"\.['\"’”»)\]]*$")
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,}(?:, [A-Z][\w. ]{1,25}){0,2}(?: ?\([^()]{2,20}\))?(?: ?[:—–-]|, [A-Z][a-z]{2,8}\.? \d)"
)
_BYLINE = re.compile(
    r"(?:EXCLUSIVE )?(?:By|BY|Words by|From) [A-Z]|(?:Our|Staff|Special) (?:\w+ )?(?:Correspondent|Reporter|Writer)"
)
_CUT_OFF = re.compile(r"(?:\.\.\.|…)$")
_MORE = re.compile(
    r"(?:read more|also read|read also|read next|see also|related(?: stories| articles| news| content| links)?"
    r"|more on this(?: story)?|more from \w[\w ]{0,30}|recommended(?: for you| reading)?|you (?:may|might) also like"
    r"|(?:à )?lire (?:aussi|également)|voir aussi|sur le même sujet"
    r"|don['’]t miss|most read|trending(?: now)?|top stories|elsewhere)\s*(?::|-|–|—|$)",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"(?:image caption|caption|photo(?:graph)?|picture|pictured|image|file photo|file)\s*(?::|-|–|—)", re.IGNORECASE
)
_PICTURE_CREDIT = re.compile(
    r"\((?:AP|AFP|Reuters|EPA|PA|Getty|Photo|Picture|Image|File)\b[^()]*\)$|\b(?:Getty Images|AP Photo|File photo)\.?$"
)
_PICTURE_QUOTE = re.compile(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*: ?[‘“\"'«„].*[’”\"'»“]$")
_CORRECTION = re.compile(
    r"[•*\W]{0,3}(?:corrections?|clarifications?|erratum|rectificatif|amendment)\b\s*(?::|-|–|—|\()"
    r"|[•*\W]{0,3}this (?:article|story|post|report|piece|version|headline) (?:was|has been) "
    r"(?:\w+ )?(?:amended|corrected|updated|clarified|changed|edited)"
    r"|[•*\W]{0,3}(?:an earlier|a previous|the original) version of this",
    re.IGNORECASE,
)


def find(text: str, told: Sequence[Stretch] = ()) -> tuple[Stretch, ...]:
    """The zones of ``text``, one stretch a paragraph, together covering the whole text; ``told`` are known already."""
    spans = paragraphs.split(text)
    words = [span.of(text) for span in spans]
    kinds = [_alone(line) for line in words]
    _mark_headline(words, kinds)
    known = _told(spans, told)
    for i, zone in known.items():
        kinds[i] = zone
    _mark_links(words, kinds)
    _mark_cut_off_end(words, kinds)
    for i, zone in known.items():
        if zone is Zone.BODY:  # an editor said so, whatever it looks like
            kinds[i] = zone
    edges = [0, *(span.start for span in spans[1:]), len(text)] if spans else []
    return tuple(Stretch(Span(*edges[i : i + 2]), zone) for i, zone in enumerate(kinds))


def at(zones: Sequence[Stretch], offset: int) -> Zone:
    """The zone that holds ``offset``; the body where there is none."""
    index = bisect_right(zones, offset, key=lambda stretch: stretch.span.start) - 1
    return zones[index].zone if index >= 0 else Zone.BODY


def _alone(line: str) -> Zone:
    """What a paragraph is by its own words."""
    if _CORRECTION.match(line):
        return Zone.CORRECTION
    if _PICTURE.match(line) or _PICTURE_CREDIT.search(line):
        return Zone.CAPTION
    if _PICTURE_QUOTE.match(line) and len(line.split()) <= LONGEST_PICTURE_QUOTE and not _STOP.search(line):
        return Zone.CAPTION
    return Zone.BODY


def _mark_headline(words: Sequence[str], kinds: list[Zone]) -> None:
    """The first paragraph is a headline if it reads like one and others follow; so is a deck before the byline."""
    if len(words) < 2 or not _is_headline(words[0], words[1]):
        return
    kinds[0] = Zone.HEADLINE
    if len(words) > 2 and _BYLINE.match(words[2]) and not _is_byline_or_dateline(words[1]):
        kinds[1] = Zone.HEADLINE


def _is_headline(line: str, following: str) -> bool:
    if len(line.split()) > LONGEST_HEADLINE or _BYLINE.match(line):
        return False
    if not _FULL_STOP.search(line):
        return True
    opens = _is_byline_or_dateline(following) and not (_MORE.match(following) or _CUT_OFF.search(following))
    return not _DATELINE.match(line) and (_is_title_case(line) or (opens and _alone(following) is Zone.BODY))


def _is_byline_or_dateline(line: str) -> bool:
    return bool(_BYLINE.match(line) or _DATELINE.match(line))


def _is_title_case(line: str) -> bool:
    """Whether nearly all longer words begin with a capital, as American headlines have it."""
    longer = [word for word in re.findall(r"[^\W\d_][\w’'-]*", line) if len(word) > 3]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= 0.9 * len(longer)


def _told(spans: Sequence[Span], told: Sequence[Stretch]) -> dict[int, Zone]:
    """The paragraphs, by their numbers, that begin in a stretch that is known; the last one counts."""
    known: dict[int, Zone] = {}
    for stretch in told:
        edges = (stretch.span.start, stretch.span.end)
        first, last = (bisect_left(spans, edge, key=lambda span: span.start) for edge in edges)
        known |= dict.fromkeys(range(first, last), stretch.zone)
    return known


def _mark_links(words: Sequence[str], kinds: list[Zone]) -> None:
    """A paragraph that announces other stories, and the lines without a full stop that follow it."""
    linking = False
    for i, line in enumerate(words):
        if kinds[i] is Zone.BODY and _MORE.match(line):
            linking = True
        elif linking:
            linking = len(line.split()) <= LONGEST_LINK and not _FULL_STOP.search(line)
        if linking:
            kinds[i] = Zone.TEASER


def _mark_cut_off_end(words: Sequence[str], kinds: list[Zone]) -> None:
    """The beginnings of other stories at the end of a page: cut off in mid-sentence, most with a dateline."""
    first = len(words)
    while first > 1 and _CUT_OFF.search(words[first - 1]):
        first -= 1
    run = words[first:]
    if len(run) > 1 or any(_DATELINE.match(line) for line in run):
        kinds[first:] = [Zone.TEASER] * len(run)
