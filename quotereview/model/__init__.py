"""The nouns of the program: what crosses a door between rooms is one of these, an id or a plain value.

Every offset is a half-open span of code points into an article's canonical text.
"""

from quotereview.model.articles import (
    TITLE_LENGTH,
    Article,
    ArticleRuling,
    ArticleSummary,
    Doubt,
    Reading,
    Settled,
    StandingArticle,
    Stretch,
    article_id,
    title_of,
)
from quotereview.model.attributed import AttributedArticle, Attribution
from quotereview.model.evidence import Check, CheckState, Evidence, EvidenceKind
from quotereview.model.explanations import Belief, Explained, Explanation, Option, Weight
from quotereview.model.matches import AlignedWords, Conflict, Edit, Group, Located, Match, Relation, Wording
from quotereview.model.quotes import Candidate, Detection, Passage, Pointer, Quote, Source, Speaker, quote_id
from quotereview.model.reliability import ReliabilityRow, ReliabilityTable
from quotereview.model.rulings import (
    RIGHT,
    Decision,
    QuoteSummary,
    Ruling,
    StandingQuote,
    proposed,
    ruled,
    wants_ruling,
)
from quotereview.model.sheet import SheetRow
from quotereview.model.values import (
    CHECK_FROM,
    SURE_FROM,
    Band,
    Kind,
    SourceKind,
    Span,
    SpeakerType,
    Verdict,
    Zone,
    band,
)

__all__ = [
    "CHECK_FROM",
    "RIGHT",
    "SURE_FROM",
    "TITLE_LENGTH",
    "AlignedWords",
    "Article",
    "ArticleRuling",
    "ArticleSummary",
    "AttributedArticle",
    "Attribution",
    "Band",
    "Belief",
    "Candidate",
    "Check",
    "CheckState",
    "Conflict",
    "Decision",
    "Detection",
    "Doubt",
    "Edit",
    "Evidence",
    "EvidenceKind",
    "Explained",
    "Explanation",
    "Group",
    "Kind",
    "Located",
    "Match",
    "Option",
    "Passage",
    "Pointer",
    "Quote",
    "QuoteSummary",
    "Reading",
    "Relation",
    "ReliabilityRow",
    "ReliabilityTable",
    "Ruling",
    "Settled",
    "SheetRow",
    "Source",
    "SourceKind",
    "Span",
    "Speaker",
    "SpeakerType",
    "StandingArticle",
    "StandingQuote",
    "Stretch",
    "Verdict",
    "Weight",
    "Wording",
    "Zone",
    "article_id",
    "band",
    "proposed",
    "quote_id",
    "ruled",
    "title_of",
    "wants_ruling",
]
