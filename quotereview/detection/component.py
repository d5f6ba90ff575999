"""The spaCy component "quotereview", for pipelines of others; spaCy imports this module by its entry point."""

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from quotereview.detection.detect import Detector
from quotereview.detection.loading import load
from quotereview.model import Quote


class QuoteComponent:
    """Sets ``doc._.quotes`` and ``doc.spans["quotes"]`` from ``doc.text``; loads its own model at the first doc."""

    def __init__(self, model: str | None) -> None:
        self._model = model
        self._detector: Detector | None = None

    def __call__(self, doc: Doc) -> Doc:
        if self._detector is None:
            self._detector = load(self._model)
        quotes = self._detector.detect(doc.text).quotes
        doc._.quotes = quotes
        doc.spans["quotes"] = SpanGroup(doc, name="quotes", spans=_spans(doc, quotes))
        return doc


@Language.factory("quotereview", assigns=["doc._.quotes"], default_config={"model": None})
def make_component(nlp: Language, name: str, model: str | None) -> QuoteComponent:  # noqa: ARG001 - spaCy gives both
    """Build the component; ``model`` names the language model it parses with, None takes the best installed."""
    if not Doc.has_extension("quotes"):
        Doc.set_extension("quotes", default=())
    return QuoteComponent(model)


def _spans(doc: Doc, quotes: tuple[Quote, ...]) -> list[Span]:
    found = (
        doc.char_span(passage.span.start, passage.span.end, label=quote.kind.value, alignment_mode="expand")
        for quote in quotes
        for passage in quote.passages
    )
    return [span for span in found if span is not None]
