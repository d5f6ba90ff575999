"""What outlets tell differently, gathered from the matches: once for each field and pair of values."""

from dataclasses import replace
from datetime import date

from quotereview.matching import compare
from quotereview.model import Group, SettledConflict, Wording
from quotereview.review.disagreements import Disagreement, disagreements

WORDS = "The sprinklers in the east hall were off when we came in"


def version(quote: str, speaker: str | None, day: int, words: str = WORDS) -> Wording:
    return Wording(quote, f"in {quote}", "", quote.title(), date(2026, 3, day), words, speaker, None)


def group(*wordings: Wording) -> Group:
    pairs = [(here, there) for at, here in enumerate(wordings) for there in wordings[at + 1 :]]
    return Group(wordings, tuple(compare(*pair) for pair in pairs))


def outlets(one: Disagreement) -> dict[str | None, list[str | None]]:
    return {side.value: [wording.outlet for wording in side.wordings] for side in (one.here, one.there)}


def test_two_values_are_one_disagreement_whoever_has_them() -> None:
    found = disagreements(
        [group(version("a", "Ana Voss", 1), version("b", "Jon Ardal", 2), version("c", "Ana Voss", 3))]
    )
    [one] = [each for each in found if each.field == "speaker"]
    assert outlets(one) == {"Ana Voss": ["A", "C"], "Jon Ardal": ["B"]}
    assert len(one.between) == 2 and one.words == WORDS and one.newest == date(2026, 3, 3)


def test_three_values_are_three_disagreements() -> None:
    found = disagreements(
        [group(version("a", "Ana Voss", 1), version("b", "Jon Ardal", 2), version("c", "Ida Lund", 3))]
    )
    assert len([one for one in found if one.field == "speaker"]) == 3


def test_the_utterance_that_was_printed_last_comes_first() -> None:
    older = group(version("a", "Ana Voss", 1), version("b", "Jon Ardal", 2))
    newer = group(version("c", "Ana Voss", 5, f"{WORDS} now"), version("d", "Jon Ardal", 6, f"{WORDS} now"))
    assert [one.words for one in disagreements([older, newer])] == [f"{WORDS} now", WORDS]


def test_it_is_settled_once_it_is_between_all_versions() -> None:
    found = group(version("a", "Ana Voss", 1), version("b", "Jon Ardal", 2), version("c", "Ana Voss", 3))

    def settled(place: int) -> Group:
        matches = list(found.matches)
        for at in range(place):
            kept = [
                replace(one, settled=SettledConflict(one.field, one.here, one.there, "the tape", "Ben"))
                for one in matches[at].conflicts
            ]
            matches[at] = replace(matches[at], conflicts=tuple(kept))
        return replace(found, matches=tuple(matches))

    [partly], [wholly] = (disagreements([settled(place)]) for place in (1, 3))
    assert partly.open and not wholly.open
    assert wholly.reasons == ("Ben: the tape",)


def test_who_said_it_comes_first() -> None:
    two = group(version("a", "Ana Voss", 1, f"{WORDS} on 3 May"), version("b", "Jon Ardal", 2, f"{WORDS} on 4 May"))
    assert next(one.field for one in disagreements([two])) == "speaker"
