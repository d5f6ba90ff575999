"""Which articles go back to one text, and which part of it any two of them share.

Texts are compared by their runs of five words (``traces``): the part of the shorter one's that the other has, too, is
the containment of A. Broder, "On the resemblance and containment of documents" (1997). Quotes are left out, since
reporters who heard the same speech print the same words of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from quotereview import traces
from quotereview.matching.credits import credit, is_agency
from quotereview.matching.outlets import plain
from quotereview.model import Line, Lines, PrintedText, SharedText, Span

ENOUGH = 0.25
"""The part of the shorter text's own runs from which on two articles are of one line."""

FEWEST = 16
"""So many runs are shared at least: twenty words in a row, more than a notice at the foot or a turn of phrase."""

Runs = frozenset[int]


def own_runs(printed: PrintedText) -> Runs:
    """The runs of five words of an article's own text, none of which goes across what is left out."""
    return frozenset(run for part in _own(printed) for run in _runs(printed.text, part))


def lines(printed: Sequence[PrintedText], runs: Mapping[str, Runs] | None = None) -> Lines:
    """Some articles by the texts that they go back to; what hangs together by a third article is of one line.

    ``runs`` are their ``own_runs`` by their ids, where they are known.
    """
    known = runs or {one.article: own_runs(one) for one in printed}
    home = {one.article: [one] for one in printed}
    for one, other in combinations(printed, 2):
        mine, theirs = home[one.article], home[other.article]
        if mine is not theirs and _one_line(known[one.article], known[other.article]):
            mine += theirs
            home.update((moved.article, mine) for moved in theirs)
    found = sorted({id(line): line for line in home.values()}.values(), key=lambda line: (-len(line), _age(line[0])))
    told = tuple(_line(line) for line in found)
    return Lines(told, len({plain(one.outlet) for one in printed if one.outlet}), _independent(found))


def shared(here: PrintedText, there: PrintedText) -> SharedText:
    """What two articles share outside their quotes, word for word, five words at least, and who likely wrote it."""
    mine, theirs = own_runs(here), own_runs(there)
    both = mine & theirs
    origin, why = _origin(here, there) if both else (None, "")
    return SharedText(
        here=here.article,
        there=there.article,
        places_here=_places(here, both),
        places_there=_places(there, both),
        share_here=len(both) / max(1, len(mine)),
        share_there=len(both) / max(1, len(theirs)),
        one_line=_one_line(mine, theirs),
        origin=origin,
        why=why,
    )


def _one_line(mine: Runs, theirs: Runs) -> bool:
    shorter, longer = sorted((mine, theirs), key=len)
    wanted = max(FEWEST, ENOUGH * len(shorter))
    return len(shorter) >= wanted and len(shorter & longer) >= wanted


def _own(printed: PrintedText) -> list[Span]:
    """The parts of a text between what is left out."""
    parts, start = [], 0
    for gap in sorted(printed.left_out):
        if gap.start > start:
            parts.append(Span(start, gap.start))
        start = max(start, gap.end)
    return [*parts, Span(start, max(start, len(printed.text)))]


def _runs(text: str, part: Span) -> list[int]:
    words = traces.words(part.of(text))
    return traces.numbered(words) if len(words) >= traces.RUN else []


def _places(printed: PrintedText, both: Runs) -> tuple[Span, ...]:
    return tuple(place for part in _own(printed) for place in _places_in(printed.text, part, both))


def _places_in(text: str, part: Span, both: Runs) -> list[Span]:
    """The longest stretches of a part of a text that are made of some runs."""
    words = list(traces.placed(text, part))
    found: list[Span] = []
    if len(words) < traces.RUN:
        return found
    for start, run in enumerate(traces.numbered([word for word, _ in words])):
        if run in both:
            first, last = words[start][1], words[start + traces.RUN - 1][1]
            goes_on = bool(found) and first.start < found[-1].end
            begins = found.pop().start if goes_on else first.start
            found.append(Span(begins, last.end))
    return found


def _line(printed: Iterable[PrintedText]) -> Line:
    by_age = sorted(printed, key=_age)
    return Line(tuple(one.article for one in by_age), next(filter(None, map(credit, by_age)), None))


def _origin(here: PrintedText, there: PrintedText) -> tuple[str | None, str]:
    """The article from which another likely has what they share, and why."""
    for one, other in ((here, there), (there, here)):
        if is_agency(one.outlet) and not is_agency(other.outlet):
            credited = credit(other) == credit(one)
            return one.article, f"an agency{', named in the other' if credited else ''}"
    mine, theirs = here.published, there.published
    if mine and theirs and mine != theirs:
        return (here if mine < theirs else there).article, "printed earlier"
    return None, ""


def _independent(found: Sequence[Sequence[PrintedText]]) -> int:
    """To how many lines a writer of their own can be given at once: an agency, or the outlet of an article in it."""
    printing = [set(filter(None, map(_writer, line))) for line in found]
    given: dict[str, int] = {}

    def give(line: int, tried: set[str]) -> bool:
        for writer in printing[line] - tried:
            tried.add(writer)
            if writer not in given or give(given[writer], tried):
                given[writer] = line
                return True
        return False

    return max(sum(give(line, set()) for line in range(len(found))), min(1, len(found)))


def _writer(printed: PrintedText) -> str | None:
    """Whose article it is: the agency's that it is credited to, else its outlet's, if that is known."""
    return credit(printed) or (" ".join(plain(printed.outlet)) if printed.outlet else None)


def _age(printed: PrintedText) -> date:
    return printed.published or date.max
