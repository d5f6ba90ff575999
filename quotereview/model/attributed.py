"""Articles with the right answers, from which weights are learned and by which proposals are measured."""

from dataclasses import dataclass

from quotereview.model.values import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where an article holds somebody's words, names whose they are, and the reporting words."""

    content: tuple[Span, ...]
    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class AttributedArticle:
    """An article with all its attributions."""

    text: str
    attributions: tuple[Attribution, ...]
