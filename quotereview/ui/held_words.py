"""How it is told how quotes of other articles stand in a text: in a row, and in full beside the words of the text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quotereview.model import SourceKind, Verdict, Wording
from quotereview.review.documents import Held, Stands
from quotereview.ui import aligned, listing
from quotereview.ui.aligned import Run, Weight
from quotereview.ui.both_versions import Version
from quotereview.ui.elsewhere_words import differing
from quotereview.ui.rows import Row
from quotereview.ui.theme import VERDICTS, State
from quotereview.ui.wording import NO_SPEAKER, isolated

FEW = 2
"""How many differences are told in a line."""

DISPUTED = VERDICTS[Verdict.DISPUTED].glyph
LOOKING = "Looking …"
NONE = "No quote of another article stands in this text."
TURNED = State("!", "says something else", "disputed")
STATES = {
    Stands.NOT_THERE: State("✕", "not in this text", "disputed"),
    Stands.CHANGED: State("~", "changed", "corrected"),
    Stands.IN_PART: State("…", "in part", "unsure"),
    Stands.WORD_FOR_WORD: State("=", "word for word", "confirmed"),
}
KINDS: dict[str, tuple[SourceKind | None, str]] = {
    "1": (None, "an article"),
    "2": (SourceKind.DOCUMENT, "a transcript or other record"),
    "3": (SourceKind.READOUT, "a readout"),
    "4": (SourceKind.STATEMENT, "a statement"),
    "5": (SourceKind.LETTER, "a letter"),
    "6": (SourceKind.POST, "a post"),
    "7": (SourceKind.BRIEFING, "a briefing"),
}
"""What a text may be, by the key that says so."""


@dataclass(frozen=True)
class Line:
    """One quote: its row, what is to be said of it, and both versions, the second of which may be missing."""

    held: Held
    row: Row
    told: str
    printed: Version
    there: Version | None


def line(held: Held) -> Line:
    """How one quote is told."""
    quote = held.quote
    where = f"paragraph {held.paragraph}" if held.paragraph else ""
    voice = f"{DISPUTED} {isolated(held.voice or '')} speaks here" if held.other_voice else ""
    about = " · ".join(filter(None, (voice, _printed_by(quote), where)))
    state = TURNED if held.turned else STATES[held.stands]
    runs = aligned.here(held.match) if held.match else (Run(quote.words, Weight.SHARED),)
    row = Row(f"“{isolated(' '.join(quote.words.split()))}”", about, state=state)
    return Line(held, row, _told(held), Version(_printed_by(quote), runs), _there(held))


def counted(held: Sequence[Held]) -> str:
    """How many quotes stand in the text, and how."""
    found = Counter(TURNED.word if one.turned else STATES[one.stands].word for one in held)
    words = [TURNED.word, *(state.word for state in STATES.values())]
    return " · ".join(f"{found[word]:,} {word}" for word in words if found[word]) or NONE


def stands_in(held: Held) -> str:
    """In which document a quote stands, and how, in a line: "= word for word in …, paragraph 4"."""
    if held.match is None:
        return ""
    there, state = held.match.there, TURNED if held.turned else STATES[held.stands]
    named = " · ".join(isolated(part) for part in (there.outlet, there.title) if part)
    voice = f"{DISPUTED} {isolated(held.voice or '')} speaks there" if held.other_voice else ""
    parts = (f"{state.glyph} {state.word} in {named}, paragraph {held.paragraph}", voice)
    differs = differing(held.match.differences).splitlines() if held.stands is Stands.CHANGED else []
    more = [f"{len(differs) - FEW} more"] if len(differs) > FEW else []
    return " · ".join(filter(None, (*parts, *differs[:FEW], *more)))


def kinds(kind: SourceKind | None) -> str:
    """What the text may be, each with its key, and what it is."""
    marks = ((key, f"● {name}" if one is kind else name) for key, (one, name) in KINDS.items())
    return f"This text is:  {' · '.join(f'{key} {name}' for key, name in marks)}"


def _told(held: Held) -> str:
    if held.match is None:
        return f"{held.quote.source} is named as its source, but the words are not in this text."
    voice = ""
    if held.other_voice:
        named = isolated(held.quote.speaker or NO_SPEAKER)
        voice = f"{DISPUTED} speaker: here {isolated(held.voice or '')} speaks, there {named}"
    return "\n".join(filter(None, (voice, differing(held.match.differences))))


def _there(held: Held) -> Version | None:
    if held.match is None:
        return None
    parts = (f"In this text, paragraph {held.paragraph}", isolated(held.voice or ""))
    return Version(" · ".join(filter(None, parts)), aligned.newer(held.match.alignment))


def _printed_by(quote: Wording) -> str:
    through = f" through {isolated(quote.source)}" if quote.source else ""
    voice = f"{isolated(quote.speaker or '') or NO_SPEAKER}{through}"
    return " · ".join((listing.line(quote.outlet, quote.published), voice, isolated(quote.title)))
