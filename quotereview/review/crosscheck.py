"""The same words in other articles, as the store keeps what was found, and as editors ruled."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain

from quotereview import matching
from quotereview.matching import other_outlet
from quotereview.model import Group, Label, Match, Wording
from quotereview.review.comparing import Comparing
from quotereview.review.filtering import OPEN, SETTLED
from quotereview.review.other_words import OtherWords
from quotereview.review.outline import Outline
from quotereview.review.ruled_matches import RuledMatches, as_ruled
from quotereview.store import Found, Store

__all__ = ["CrossCheck", "other_outlet"]

FEW = 8
"""So many quotes are compared at once where matches are read: in a few hundredths of a second."""


class CrossCheck:
    """Compares the quotes of a store: speech in body and captions that nobody rejected.

    What is found is kept by the store, and read from there; of what stood earlier, and in a blind read, it is found
    each time. What editors ruled to be a match is one, and what they ruled to be none is not.
    """

    def __init__(self, store: Store, outline: Outline, rulings: RuledMatches) -> None:
        self._store = store
        self._outline = outline
        self._rulings = rulings
        self._comparing = Comparing(store, outline.identities)
        self.other_words = OtherWords(store, self._in_full, rulings)

    # Matches

    def partners(self, quote: str) -> tuple[Match, ...]:
        """The matches of a quote, best first, compared now while any quote waits; none for one that is not compared."""
        return matching.best_first(self._ruled(quote, self._of(quote)))

    def apart(self, quote: str) -> tuple[Match, ...]:
        """What would match a quote, or would not, and of which editors ruled that it does not."""
        others = self._rulings.apart().get(quote, ())
        return tuple(filter(None, (self.between(quote, other) for other in sorted(others))))

    def between(self, quote: str, other: str) -> Match | None:
        """How two quotes match, whether they do or not; None where either is not compared."""
        found = self._by_ids((quote, other))
        if len(found) < 2:
            return None
        return self._as_ruled(matching.compare(found[quote], found[other]))

    def disputed(self, quotes: Iterable[str]) -> frozenset[str]:
        """Those of which another article has the words from somebody else, through another source, or turned round.

        Not where an editor settled all of that. Those that wait are compared now.
        """
        wanted, kept = list(quotes), self._store.matches
        if kept.are_kept and len(wanted) > 1:
            if self._comparing.is_behind():
                self._comparing.now(kept.waiting_of(wanted))
            wanted = [*kept.disputed(wanted), *filter(self._rulings.of, wanted)]
        return frozenset(quote for quote in wanted if any(map(matching.disputes, self.partners(quote))))

    def groups(self) -> tuple[Group, ...]:
        """The utterances that several articles print, as far as quotes are compared."""
        return self._groups(self._all())

    def groups_of(self, articles: Iterable[str]) -> tuple[Group, ...]:
        """Those of which some articles (ids) print a version, each with all its versions."""
        wanted = set(articles)
        if self._is_kept():
            quotes = {match.here.quote for match in self._read(self._store.matches.of_articles(wanted))}
            ruled = self._store.proposals.articles(list(self._rulings.quotes()))
            quotes.update(quote for quote, article in ruled.items() if article in wanted)
            groups = self._groups(self._around(quotes))
        else:
            groups = self.groups()
        return tuple(group for group in groups if wanted & {wording.article for wording in group.wordings})

    def disagreements(self) -> tuple[Match, ...]:
        """The matches in which two articles disagree in anything, each from the older quote; as far as is compared.

        What editors settled is among them.
        """
        kept = self._store.matches
        found = self._ruled_all(self._read(kept.told_differently())) if self._is_kept() else self._all()
        return tuple(match for match in matching.mutual(found) if match.conflicts)

    def told_differently(self) -> Mapping[str, AbstractSet[str]]:
        """The quotes (ids) that other articles tell differently, and in what: "open speaker", "settled words" …

        As far as is compared.
        """
        found, kept = dict[str, set[str]](), self._store.matches
        if not self._is_kept():
            _add_conflicts(found, self._all())
            return found
        by_hand = {*self._rulings.quotes(), *kept.crowded()}
        for quote, fields in kept.fields():
            if quote not in by_hand:
                found.setdefault(quote, set()).update(_open(fields))
        _add_conflicts(found, self._ruled_all(self._read(kept.of(by_hand))))
        return found

    # What waits to be compared

    def waiting(self) -> int:
        """How many quotes wait to be compared; none where nothing is kept."""
        return self._comparing.waiting() if self._store.matches.are_kept else 0

    def go_on(self) -> Iterator[int]:
        """Compare all quotes that wait; tells time and again how many are left."""
        left = self.waiting()
        while left:
            yield left
            left = self._comparing.go_on(left)

    # Stories and words

    def quoted(self, article: str) -> tuple[Wording, ...]:
        """The compared quotes of an article in the order of its text, without the words around them."""
        numbers = self._store.compared.of(article)
        found = self._comparing.wordings(numbers)
        return tuple(found[number] for number in numbers)

    def group(self, quote: str) -> Group | None:
        """The utterance of a quote, of its version alone where no other article has one; None if it is not compared."""
        number = self._store.compared.number(quote)
        if number is None:
            return None
        groups = self._groups(self._around({quote})) if self._is_kept() else self.groups()
        found = (group for group in groups if quote in {wording.quote for wording in group.wordings})
        alone = tuple(self._comparing.wordings([number]).values())  # none where others rejected it since
        return next(found, None) or (Group(alone, ()) if alone else None)

    def printing_together(self) -> frozenset[frozenset[str]]:
        """The pairs of articles (ids) that print one utterance, as far as quotes are compared and that is kept."""
        kept = self._store.matches
        return frozenset(map(frozenset, kept.articles())) if kept.are_kept else frozenset()

    def likeliest(self, here: Wording, near: int | None = None) -> list[Wording]:
        """The quotes most like some words, best first, whether they match or not; ``near``: a compared one's number."""
        return self._comparing.likeliest(here, near)

    # What is kept or found

    def _of(self, quote: str) -> list[Match]:
        """What is kept of the matches of a quote, or what is found now where that may not be all."""
        kept = self._store.matches
        if kept.are_kept and not self._comparing.is_behind():
            return self._read(kept.of([quote]))
        number = self._store.compared.number(quote)
        if number is None:
            return []
        found = self._comparing.now([number]) if kept.are_kept else self._comparing.matches(number)
        return [match for match in found if match.here.quote == quote]

    def _all(self) -> list[Match]:
        """All matches, each from its side."""
        if self._is_kept():
            return self._ruled_all(self._read(self._store.matches.all()))
        numbers = self._store.compared.numbers()
        return self._ruled_all([match for number in numbers for match in self._comparing.matches(number)])

    def _around(self, quotes: AbstractSet[str]) -> list[Match]:
        """What is kept of the matches of some quotes (ids), and of all that hangs together with them."""
        new, known = set(quotes), dict[str, list[Match]]()
        while new:
            found = _by_quote(self._read(self._store.matches.of(new)))
            known |= {quote: self._ruled(quote, found.get(quote, [])) for quote in new}
            new = {match.there.quote for quote in new for match in known[quote]} - known.keys()
        return list(chain.from_iterable(known.values()))

    def _is_kept(self) -> bool:
        """Whether matches can be read, those of the few quotes found first that wait, such as after a ruling."""
        kept = self._store.matches
        if kept.are_kept and self._comparing.is_behind():
            self._comparing.now(list(kept.waiting(FEW)))
        return kept.are_kept

    def _read(self, found: Iterable[Found]) -> list[Match]:
        """Matches as they are kept, with the quotes as they stand."""
        held = list(found)
        now = self._comparing.wordings(list({number for one in held for number in one[:2]}))
        both = (one for one in held if one.here in now and one.there in now)  # others may write meanwhile
        return [one.between(now[one.here], now[one.there]) for one in both]

    def _in_full(self, numbers: Sequence[int]) -> dict[int, Wording]:
        """Compared quotes with the words around them."""
        found = self._comparing.wordings(numbers)
        return {number: self._store.compared.around(wording) for number, wording in found.items()}

    def _by_ids(self, quotes: Sequence[str]) -> dict[str, Wording]:
        """Compared quotes by their ids, with the words around them; none that is not compared."""
        numbers = [number for number in map(self._store.compared.number, quotes) if number is not None]
        return {wording.quote: wording for wording in self._in_full(numbers).values()}

    # What editors ruled

    def _ruled_all(self, found: Iterable[Match]) -> list[Match]:
        """The matches of all quotes as editors ruled, each from its side."""
        of_quote = _by_quote(found)
        quotes = of_quote.keys() | self._rulings.quotes()
        return [match for quote in quotes for match in self._ruled(quote, of_quote.get(quote, []))]

    def _ruled(self, quote: str, found: Sequence[Match]) -> list[Match]:
        """The matches of a quote as editors ruled, of all that were found."""
        labels = {other: ruling.label for other, ruling in self._rulings.of(quote).items() if ruling.label}
        as_found = [one for one in matching.nearest(found) if labels.get(one.there.quote, one.label) is one.label]
        known = {one.there.quote for one in as_found}
        others = (other for other, label in labels.items() if label is not Label.DIFFERENT and other not in known)
        brought = (self.between(quote, other) for other in others)
        return [*map(self._as_ruled, as_found), *filter(None, brought)]

    def _groups(self, found: Iterable[Match]) -> tuple[Group, ...]:
        """The groups of matches as editors ruled."""
        return matching.groups(found, self._rulings.apart())

    def _as_ruled(self, match: Match) -> Match:
        ruling = self._rulings.of(match.here.quote).get(match.there.quote)
        return as_ruled(match, ruling, self._outline.identities().named_as)


def _by_quote(found: Iterable[Match]) -> dict[str, list[Match]]:
    of_quote: dict[str, list[Match]] = {}
    for match in found:
        of_quote.setdefault(match.here.quote, []).append(match)
    return of_quote


@cache
def _open(fields: str) -> tuple[str, ...]:
    """What is said of open conflicts in some fields, a line each."""
    return tuple(f"{OPEN} {field}" for field in fields.splitlines())


def _add_conflicts(found: dict[str, set[str]], matches: Iterable[Match]) -> None:
    for match in matches:
        for one in match.conflicts:
            found.setdefault(match.here.quote, set()).add(f"{SETTLED if one.settled else OPEN} {one.field}")
