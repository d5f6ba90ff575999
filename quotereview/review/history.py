"""What can be undone and redone: an editor's acts in their order, each taken back by appending the former state."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quotereview.errors import NotPossible
from quotereview.model import (
    ArticleRuling,
    Decision,
    EditionDecision,
    EditionRuling,
    MatchDecision,
    MatchRuling,
    NameDecision,
    StandingQuote,
    proposed,
)
from quotereview.review.rulings import in_marks
from quotereview.store import Act, PastAct, PutBack, Ruled, Store

REMEMBERED = 2000
"""How many of an editor's acts can be undone after a restart."""

OVERTAKEN = "Somebody else has changed {} since; look at it and rule anew instead of undoing."
DETECTED_SINCE = "Somebody else has detected {} again since: rule on what is wrong, and turn blocks with Shift+Z."


@dataclass(frozen=True, slots=True)
class Step:
    """An act to take back: its id, what kind of thing it changed, its label; ``arrived``: it came by itself."""

    act: str
    kind: str
    label: str
    arrived: bool = False


class History:
    """An editor's acts that can be undone and the undone ones that can be done again, as the store keeps them."""

    def __init__(self, store: Store, editor: str) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._own: set[str] = set()
        for act in store.acts.lately(editor, REMEMBERED):
            self.follow(act)

    def record(self, step: Step) -> None:
        """Note a new act; what had been undone can no longer be done again.

        One that came by itself while the editor worked, such as an article that was read, lies beneath the editor's own
        steps, so that undo still takes back the last of these, and redo still works.
        """
        self._own.add(step.act)
        if step.arrived:
            beneath = next((number for number, done in enumerate(self._done) if not done.arrived), len(self._done))
            self._done.insert(beneath, step)
        else:
            self._done.append(step)
            self._undone.clear()

    def to_undo(self) -> Step:
        """The act that undo takes back; raises NotPossible without one."""
        if not self._done:
            raise NotPossible("There is nothing to undo.")
        return self._done[-1]

    def to_redo(self) -> Step:
        """The undoing that redo takes back; raises NotPossible without one."""
        if not self._undone:
            raise NotPossible("There is nothing to redo.")
        return self._undone[-1]

    def undone(self, act: str) -> None:
        """Note that ``act`` has taken back what ``to_undo`` gave."""
        self._own.add(act)
        self._undone.append(replace(self._done.pop(), act=act))

    def redone(self, act: str) -> None:
        """Note that ``act`` has taken back what ``to_redo`` gave."""
        self._own.add(act)
        self._done.append(replace(self._undone.pop(), act=act))

    def forget(self, step: Step) -> None:
        """Give up a step that cannot be taken back any more."""
        for stack in (self._done, self._undone):
            if step in stack:
                stack.remove(step)

    def owns(self, act: str | None) -> bool:
        """Whether an act was one of this editor's."""
        return act in self._own

    def let_go(self, act: str) -> bool:
        """Whether an act came by itself, and is taken back with another one, so that it is no step any more."""
        found = next((step for step in self._done if step.act == act and step.arrived), None)
        if found:
            self._done.remove(found)
        return found is not None

    def follow(self, act: PastAct) -> None:
        """Note an act of this editor's as the store keeps it, whether new or one that took another back."""
        if act.undoes is None:
            self.record(Step(act.id, act.kind, act.label, act.arrived))
        elif self._done and self._done[-1].act == act.undoes:
            self.undone(act.id)
        elif self._undone and self._undone[-1].act == act.undoes:
            self.redone(act.id)
        else:  # it took back what is too long ago to be remembered
            self._own.add(act.id)

    @property
    def undo_label(self) -> str | None:
        """What undo would say, None with nothing to undo."""
        return f"Undo {self._done[-1].label}" if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What redo would say, None with nothing to redo."""
        return f"Redo {self._undone[-1].label}" if self._undone else None


def take_back(store: Store, history: History, act: Act, step: Step) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Append, for all that an act brought or ruled on, the state before it; the ids of these articles and quotes.

    Raises NotPossible where a ruling of another editor has come on top of it, or of a state between.
    """
    taken = step.act
    articles = store.articles.touched(taken)
    brought = {article for article, _, former in articles if former is None}  # and goes with all that was ruled in it
    quotes = [one for one in store.decisions.by_act(taken) if one.article not in brought]
    for article, ruling, former in articles:
        standing = store.articles.standing(article)
        if standing is None or standing.ruling != ruling or not history.owns(store.articles.act_of(standing.decision)):
            raise NotPossible(OVERTAKEN.format(in_marks(standing.title if standing else article)))
        store.articles.rule(act, article, former or replace(ruling, removed=True), standing.decision)
    store.decisions.add(act, *_former_states(store, history, quotes, taken))
    for name in store.people.by_act(taken):
        _take_back_name(store, history, act, name)
    editions = store.editions.by_act(taken)
    for edition in editions:
        _take_back_edition(store, history, act, edition)
    matches = store.match_rulings.by_act(taken)
    for match in matches:
        _take_back_match(store, history, act, match)
    detected = {one: id for one, id in store.detections.by_act(taken).items() if one not in brought}
    detected |= _found_by_itself(store, history, articles)
    for article, detection in detected.items():
        _put_back_detection(store, history, act, article, detection)
    whole = (*detected, *(article for article, _, _ in articles))
    in_them = (quote for article in whole for quote in store.proposals.quotes(article))
    matched = store.proposals.articles([quote for one in matches for quote in (one.quote, one.other)])
    ruled = (*(one.article for one in quotes), *(one.article for one in editions), *matched.values())
    return (
        tuple(dict.fromkeys((*whole, *ruled))),
        tuple(dict.fromkeys((*in_them, *(decision.quote for decision in quotes), *matched))),
    )


def _found_by_itself(
    store: Store, history: History, ruled: Sequence[tuple[str, ArticleRuling, ArticleRuling | None]]
) -> dict[str, str]:
    """The detections, by their articles, that came by themselves since blocks were made body by what is taken back."""
    turned = [article for article, ruling, former in ruled if former and former.zones != ruling.zones]
    newest = {article: store.detections.counting(article)[-1] for article in turned}
    return {article: id for article, id in newest.items() if history.let_go(store.detections.newest_act(article))}


def _former_states(store: Store, history: History, taken: Sequence[Decision], of_act: str) -> Iterator[Ruled]:
    """For each decision of an act the ruling that stood before it, to be kept anew."""
    newest = _still_as_left(store, history, taken)
    formers = {former.id: former for former in store.decisions.get([one.follows for one in taken if one.follows])}
    first = [one for one in taken if not one.follows]
    _ask_for_articles(store, first)
    before = store.standing.proposed_before([one.quote for one in first], of_act)
    for one in taken:
        follows = newest[one.quote]
        if one.follows:
            former = formers[one.follows]
            proposal = None if former.withdrawn else former.proposal
            yield Ruled(one.quote, former.ruling, follows, proposal, former.withdrawn)
        elif one.quote in before:
            proposal, ruling = before[one.quote]
            yield Ruled(one.quote, ruling, follows, proposal)
        else:
            yield Ruled(one.quote, one.ruling, follows, withdrawn=True)


def _still_as_left(store: Store, history: History, taken: Sequence[Decision]) -> dict[str, str]:
    """The decisions that stand, by their quotes; raises NotPossible where one is not as this editor left it."""
    newest = store.decisions.newest_ids([one.quote for one in taken])
    others = {one.quote: one for one in store.decisions.get(list({*newest.values()} - {one.id for one in taken}))}
    acts = store.decisions.acts_of(list(newest.values()))
    for one in taken:
        now = others.get(one.quote, one)
        as_left = (now.ruling, now.withdrawn) == (one.ruling, one.withdrawn)
        if not (as_left and history.owns(acts[now.id])):
            raise NotPossible(OVERTAKEN.format(in_marks(one.ruling.passages[0].words)))
    return newest


def _ask_for_articles(store: Store, taken: Sequence[Decision]) -> None:
    """Raise NotPossible where an article was removed that a decision is about."""
    standing = {article: store.articles.standing(article) for article in {one.article for one in taken}}
    for one in taken:
        article = standing[one.article]
        if article is None or article.ruling.removed:
            words = in_marks(one.ruling.passages[0].words)
            raise NotPossible(f"The article of {words} was removed; load it again.")


def _put_back_detection(store: Store, history: History, act: Act, article: str, detection: str) -> None:
    """Propose anew what was proposed before a detection; what it alone found is withdrawn unless somebody ruled on it.

    Raises NotPossible where the article was removed, or somebody else detected it again.
    """
    title = _title_of(store, article)
    newest, taken = store.detections.newest(article), store.detections.read(detection)
    as_left = newest is not None and (newest.reading, newest.quotes) == (taken.reading, taken.quotes)
    if not (as_left and history.owns(store.detections.newest_act(article))):
        raise NotPossible(DETECTED_SINCE.format(title))
    back = store.detections.put_back(act, article, detection)
    standing = filter(None, map(store.standing.quote, taken.quotes))
    store.decisions.add(act, *filter(None, (_as_before(one, back) for one in standing)))


def _as_before(standing: StandingQuote, back: PutBack) -> Ruled | None:
    """What has to be ruled of a quote, so that it stands as before a detection was taken in; None where it does.

    A quote stays on which somebody ruled, and which was not left as the detection has it when that was undone.
    """
    decision = standing.decision
    if decision and (decision.proposal not in back.replaced or decision.ruling != proposed(standing.proposal)):
        return None
    follows = decision.id if decision else None
    if standing.id not in back.quotes:
        return Ruled(standing.id, standing.ruling, follows, withdrawn=True)
    if decision is None:
        return None
    return Ruled(standing.id, proposed(back.quotes[standing.id]), decision.id, back.proposals[standing.id])


def _title_of(store: Store, article: str) -> str:
    standing = store.articles.standing(article)
    if standing is None or standing.ruling.removed:
        raise NotPossible("The article that was detected again was removed; load it again.")
    return in_marks(standing.title)


def _take_back_name(store: Store, history: History, act: Act, taken: NameDecision) -> None:
    newest = store.people.standing(taken.name) or taken
    if newest.same_as != taken.same_as or not history.owns(store.people.act_of(newest.id)):
        raise NotPossible(OVERTAKEN.format(in_marks(taken.name)))
    former = store.people.get(taken.follows) if taken.follows else None
    overrules = former.overrules if former else ()
    store.people.rule(act, taken.name, former.same_as if former else None, newest.id, overrules)


def _take_back_edition(store: Store, history: History, act: Act, taken: EditionDecision) -> None:
    newest = store.editions.newest(taken.article, taken.older) or taken
    if newest.ruling != taken.ruling or not history.owns(store.editions.act_of(newest.id)):
        raise NotPossible(OVERTAKEN.format("what was said of these editions"))
    former = store.editions.get(taken.follows).ruling if taken.follows else EditionRuling(None)
    store.editions.rule(act, taken.article, taken.older, former, newest.id)


def _take_back_match(store: Store, history: History, act: Act, taken: MatchDecision) -> None:
    newest = store.match_rulings.newest(taken.quote, taken.other) or taken
    if newest.ruling != taken.ruling or not history.owns(store.match_rulings.act_of(newest.id)):
        raise NotPossible(OVERTAKEN.format("what was ruled of this match"))
    [former] = store.match_rulings.decisions([taken.follows]) if taken.follows else [None]
    ruling = former.ruling if former else MatchRuling()
    store.match_rulings.rule(act, taken.quote, taken.other, ruling, newest.id)
