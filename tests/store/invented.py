"""Invented articles with all that a detector could have found in them, for the tests of store and review."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from quotereview.model import (
    Article,
    BlindExtent,
    BlindRead,
    Candidate,
    Check,
    CheckState,
    Detection,
    Doubt,
    EditionRuling,
    Evidence,
    EvidenceKind,
    Kind,
    Label,
    MatchRuling,
    Passage,
    Pointer,
    Quote,
    SetAside,
    Settled,
    SettledConflict,
    Source,
    SourceKind,
    Span,
    Speaker,
    SpeakerType,
    Stretch,
    TakenOver,
    Verdict,
    Zone,
    article_id,
    pair_of,
    ruled,
)
from quotereview.store import BLIND_READ, Act, Ruled, Store, open_store
from tests.described import described

PERSON = SpeakerType.PERSON
UTTERANCES = (
    ("Tilda Brandt", "The ferry sails again on Monday morning."),
    ("Oskar Vint", "Nobody told the crews about the strike."),
    ("Tilda Brandt", "We shall pay every ticket back."),
)
WITHDRAWN = "Never again."
CHECKS = (Check("words", CheckState.RIGHT), Check("venue", CheckState.NOT_APPLICABLE))
EVIDENCE = (
    Evidence(EvidenceKind.LINK, "https://sund.example/minutes", "page 3"),
    Evidence(EvidenceKind.FILE, "minutes.pdf", "12:40", "f" * 64),
    Evidence(EvidenceKind.TRANSCRIPT, "the harbour office's own", words="The ferry sails\nagain."),
)


def now() -> datetime:
    """A time for tests that do not look at it."""
    return datetime(2026, 3, 4, 12, tzinfo=UTC)


class Clock:
    """A clock that goes on by a second each time it is asked, or by another step."""

    def __init__(self, step: float = 1.0) -> None:
        self._time = now()
        self._step = timedelta(seconds=step)

    def __call__(self) -> datetime:
        self._time += self._step
        return self._time


def article(name: str = "ferry.txt", utterances: Sequence[tuple[str, str]] = UTTERANCES, **known: object) -> Article:
    """An article of a headline, one paragraph for each utterance, and words in marks that no detector found."""
    lines = [f"“{words}” {speaker} said, Radio Fjord reported." for speaker, words in utterances]
    text = "\n\n".join([f"Headline of {name}", *lines, f"A banner read “{WITHDRAWN}”"]) + "\n"
    original = text.encode()
    said = {"outlet": "Coast Mail", "published": date(2026, 3, 2), "headline": f"Headline of {name}", **known}
    return Article(article_id(name, original), name, original, text, "utf-8", described(**said))  # type: ignore[arg-type]


def detection(found_in: Article, utterances: Sequence[tuple[str, str]] = UTTERANCES) -> Detection:
    """What a detector proposes for such an article: each utterance a quote, the other speakers its candidates."""
    quotes = tuple(_quote(found_in.text, number, utterances) for number in range(len(utterances)))
    banner = span(found_in, WITHDRAWN)
    headline = Span(0, found_in.text.index("\n"))
    zones = (Stretch(headline, Zone.HEADLINE), *_paragraphs(found_in.text, headline.end))
    return Detection(quotes, (Doubt(banner, "marks that nobody explains"),), zones, "rules 1.2.3", "en_small 3.8.0")


def with_added(found_in: Article, words: str, utterances: Sequence[tuple[str, str]] = UTTERANCES) -> Detection:
    """What a detector proposes after an editor marked these words by hand."""
    place = span(found_in, words)
    added = Quote(f"{place.start}-{place.end}", (Passage(place, words),), speaker=speaker("Oskar Vint"), confidence=0.3)
    before = detection(found_in, utterances)
    return Detection((*before.quotes, added), (), before.zones, before.detector, before.language_model)


def with_marked(found_in: Article, marked: Sequence[Span]) -> Detection:
    """What a detector proposes for passages that an editor marked by hand, and no more: Oskar Vint said them all."""
    said = speaker("Oskar Vint")
    quotes = tuple(
        Quote(
            f"{place.start}-{place.end}",
            (Passage(place, place.of(found_in.text)),),
            speaker=said,
            confidence=0.3,
            reason="nobody else is near",
            candidates=(Candidate(said, 0.3, "near"),),
        )
        for place in dict.fromkeys(marked)
    )
    return Detection(quotes, (), (), "rules 1.2.3", "en_small 3.8.0")


def span(found_in: Article, words: str) -> Span:
    """Where words stand first in an article."""
    start = found_in.text.index(words)
    return Span(start, start + len(words))


def speaker(name: str, mention: Span | None = None) -> Speaker:
    """A person by name, with a role if mentioned."""
    role = "ferry director" if mention else None
    return Speaker(name, PERSON, mention, name if mention else None, role, f"“{name}”, as printed" if mention else None)


def full_store(path: Path) -> Store:
    """A store that has a row in every table."""
    store, kept = open_store(path), article()
    with store.act("rulings on quotes", "load", "Ana Ruz", now()) as act:
        store.articles.add(act, kept)
        quotes = store.proposals.add(act, kept.id, detection(kept))
    standing = store.standing.quote(quotes[0])
    assert standing
    checked = replace(standing.ruling, checks=CHECKS, evidence=EVIDENCE)
    with store.act("rulings on quotes", "confirm", "Ana Ruz", now()) as act:
        store.decisions.add(act, Ruled(quotes[0], ruled(checked, Verdict.CONFIRMED), None))
    read_blind(store, "Ben Ode", quotes[0], Verdict.DISPUTED)
    with store.act("rulings on quotes", "confirm", "Ana Ruz", now()) as act:
        store.decisions.add(act, Ruled(quotes[0], checked, None))
        stands, *beside = store.branches.of(quotes[0])
        store.decisions.add(act, Ruled(quotes[0], replace(checked, overrules=tuple(beside)), stands))
    loaded = store.articles.standing(kept.id)
    assert loaded
    greyed = (Stretch(Span(0, 8), Zone.TEASER), Stretch(Span(0, 8), Zone.BODY))
    settled = replace(loaded.ruling, settled=(Settled(Span(3, 4), "an inch mark"),), zones=greyed)
    with store.act("outlet or date of articles", "settle", "Ana Ruz", now()) as act:
        store.articles.rule(act, kept.id, settled, loaded.decision)
        store.articles.rule(act, kept.id, settled, loaded.decision)
        stands, beside = store.article_branches.of(kept.id)
        store.articles.rule(act, kept.id, replace(settled, overrules=(beside,)), stands)
    with store.act("names of people", "same person", "Ana Ruz", now()) as act:
        store.people.rule(act, "T. Brandt", "Tilda Brandt", None)
        store.people.rule(act, "T. Brandt", "Tilda Brandt", None)
        stands, beside = store.name_branches.of("T. Brandt")
        store.people.rule(act, "T. Brandt", "Tilda Brandt", stands, (beside,))
    other = article("pier.txt")
    with store.act("articles kept, removed or brought back", "load", "Ana Ruz", now()) as act:
        store.articles.add(act, other)
        store.proposals.add(act, other.id, detection(other))
        decided = store.decisions.newest(quotes[0])
        assert decided
        taken, aside = (TakenOver(decided.id, None),), (SetAside(decided.id, "These words were changed."),)
        store.editions.rule(act, other.id, kept.id, EditionRuling(True, taken, aside), None)
    there = store.proposals.quotes(other.id)[0]
    with store.act("rulings on matches", "same utterance", "Ana Ruz", now()) as act:
        rule_twice(store, act, quotes[0], there)
    store.places.remember("Ana Ruz", kept.id, quotes[0])
    return store


def rule_twice(store: Store, act: Act, quote: str, other: str) -> None:
    """Rule on a match twice, side by side, and once more over both."""
    settled = (SettledConflict("speaker", None, "Oskar Vint", "the recording has it", act.editor),)
    ruling = MatchRuling(Label.SAME, settled, "both were there", act.editor)
    store.match_rulings.rule(act, quote, other, ruling, None)
    store.match_rulings.rule(act, quote, other, ruling, None)
    stands, beside = store.match_branches.of(pair_of(quote, other))
    store.match_rulings.rule(act, quote, other, replace(ruling, overrules=(beside,)), stands)


def read_blind(store: Store, editor: str, quote: str, verdict: Verdict) -> BlindRead:
    """An editor reads a quote blind, gives a verdict on it as it was proposed, and leaves."""
    with store.act(BLIND_READ, "begin a blind read", editor, now()) as act:
        store.blind_reads.begin(act, BlindExtent.SAMPLE, [quote], "a seed")
    read = store.blind_reads.under_way(editor)
    assert read
    with store.read_blind(read) as hidden:
        standing = hidden.standing.quote(quote)
        assert standing
        with hidden.act("rulings on quotes", verdict.value, editor, now()) as act:
            hidden.decisions.add(act, Ruled(quote, ruled(standing.ruling, verdict), None))
    with store.act(BLIND_READ, "leave it", editor, now(), undoes=store.blind_reads.begun_by(read)):
        return read


def _quote(text: str, number: int, utterances: Sequence[tuple[str, str]]) -> Quote:
    name, words = utterances[number]
    start = text.index(f"“{words}”") + 1
    end = start + len(words)
    mention = Span(end + 2, end + 2 + len(name))
    names = dict.fromkeys([name, *(other for other, _ in utterances)])
    candidates = tuple(
        Candidate(speaker(each, mention if each == name else None), 0.8 / rank, f"evidence for {each}")
        for rank, each in enumerate(names, 1)
    )
    first = text.index(f"“{utterances[0][1]}”") + 1
    return Quote(
        key=f"{start}-{end}",
        passages=(Passage(Span(start, end), words),),
        kind=Kind.SPEECH,
        zone=Zone.BODY,
        partial=number == 1,
        speaker=candidates[0].speaker,
        cue=Span(mention.end + 1, mention.end + 5),
        addressee="reporters",
        source=Source("Radio Fjord", SourceKind.BROADCASTER, None, carried=True, chain=("Radio Fjord", "a crew")),
        hands=1,
        confidence=0.5 + number % 5 / 10,
        reason=f"the name stands beside “said” ({number})",
        candidates=candidates,
        doubts=(Doubt(Span(start, start), "odd here"),) if number == 0 else (),
        pointers=(Pointer(Span(4, 8), mention),),
        source_confidence=0.75 if number else None,
        source_reason="Radio Fjord named it first" if number else "",
        source_pointers=(Pointer(Span(0, 5), mention), Pointer(Span(6, 11), Span(start, end))) if number else (),
        twin=f"{first}-{first + len(utterances[0][1])}" if number else None,
    )


def _paragraphs(text: str, after: int) -> list[Stretch]:
    starts = [at + 2 for at in range(after, len(text)) if text.startswith("\n\n", at)]
    ends = [*starts[1:], len(text)]
    return [Stretch(Span(start, end), Zone.BODY) for start, end in zip(starts, ends, strict=True)]
