"""What `quotereview explain` prints of things that no article of the tests brings about."""

from quotereview import explanation_lines
from quotereview.model import Belief, Explained, Explanation, Passage, Pointer, Quote, Source, SourceKind, Span, Weight

TEXT = "The station said: “The ferry sails.”"
WEIGHTS = tuple(Weight(f"sign {number}", 1.0 - number / 10) for number in range(8))
SAID = Belief(1.25, 0.75, (*WEIGHTS, Weight("short", -0.5)))
SOURCE = Source("Radio Fjord", SourceKind.BROADCASTER, Span(0, 11), carried=True, chain=("Radio Fjord", "a letter"))


def explained(speech: Belief | None = None, source: Source | None = None, **more: object) -> list[str]:
    passage = Passage(Span(19, 35), TEXT[19:35])
    quote = Quote("19-35", (passage,), source=source, reason="Nobody is near", **more)  # type: ignore[arg-type]
    one = Explanation(quote, "between marks", speech, ())
    return [
        " ".join(line.split())
        for line in explanation_lines.explanations("ferry.txt", Explained(TEXT, (one,)), None, None)
    ]


def test_a_belief_that_somebody_said_it_is_shown_like_that_in_a_speaker() -> None:
    lines = explained(SAID)
    assert "said 1.25, believed 0.750" in lines
    heaviest = "; ".join(f"+{weight.amount:.2f} {weight.name}" for weight in WEIGHTS[:6])
    assert f"for {heaviest} and 2 more" in " ".join(lines)
    assert "against -0.50 short" in lines


def test_where_a_rule_alone_tells_it_no_belief_is_shown() -> None:
    assert not [line for line in explained() if line.startswith(("said", "for", "against"))]


def test_the_decision_on_the_source_is_shown() -> None:
    assert "source –" in explained()
    source = " ".join(explained(source=SOURCE))
    assert "source Radio Fjord, broadcaster, by “The station” at 0, carried from words before" in source
    assert "a chain of Radio Fjord ← a letter" in source


def test_how_sure_the_source_is_is_shown_with_the_places_its_reason_points_to() -> None:
    reason = "“The station” passed the words on"
    parts = (Pointer(Span(1, 12), Span(0, 11)),)
    lines = " ".join(explained(source_confidence=0.95, source_reason=reason, source_pointers=parts, twin="40-51"))
    assert "source –, 0.950 (sure): “The station” passed the words on [The station 0]" in lines
    assert "twin repeats the words at 40-51" in lines
