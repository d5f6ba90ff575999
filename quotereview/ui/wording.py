"""How the card says what stands of a quote, in words and short sentences."""

import re
from collections.abc import Sequence
from datetime import datetime

from quotereview.counting import agreeing, counted
from quotereview.model import (
    RIGHT,
    Article,
    CheckState,
    Decision,
    Evidence,
    Kind,
    Quote,
    Reading,
    Ruling,
    RulingConflict,
    Source,
    Speaker,
    SpeakerType,
    StandingQuote,
    Zone,
)
from quotereview.review.checklist import Checklist, with_state
from quotereview.review.following import NO_SOURCE, Following, Offer
from quotereview.review.otherwise import Otherwise, Sort
from quotereview.review.rulings import followed
from quotereview.ui import listing, theme
from quotereview.ui.marks import addressee_place
from quotereview.ui.pointing import Told, pointing

LONGEST = 200
HASH_SHOWN = 12
SHORT = 60
_THE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
NO_SPEAKER = "No speaker found"
NOBODY_NAMED = "nobody named"
QUOTATION_MARK = re.compile('["“”„‟«»‹›「」『』]')


def in_marks(said: str) -> str:
    """Words of an article within a sentence of ours, cut if long."""
    line = " ".join(said.split())
    return f"“{isolated(line if len(line) <= SHORT else f'{line[: SHORT - 1]}…')}”"


def isolated(words: str) -> str:
    """Words of somebody else within ours, set apart, so that neither turns the other round."""
    return f"\N{FIRST STRONG ISOLATE}{words}\N{POP DIRECTIONAL ISOLATE}" if words else ""


def lit(count: int, of: int, speaker: str) -> str:
    """How many of an article's quotes are one speaker's."""
    return f"{count:,} of {counted(of, 'quote')} {agreeing(count, 'is', 'are')} {speaker}’s"


def words(ruling: Ruling) -> str:
    """What was said, in marks; a long quote loses its middle here, the article shows it whole."""
    said = " ".join(ruling.words.split())
    if len(said) > LONGEST:
        begins, ends = said[: LONGEST * 2 // 3], said[-LONGEST // 3 :]
        said = f"{begins.rsplit(' ', 1)[0]} … {ends.split(' ', 1)[-1]}"
    return f"“{said}”"


def nature(quote: Quote, ruling: Ruling) -> str:
    """What sort of words these are and where they stand, where that is not plain speech in the body."""
    parts = [
        "" if ruling.kind is Kind.SPEECH else {Kind.OTHER_WORDS: "other words"}.get(ruling.kind, ruling.kind.value),
        "fragment" if ruling.partial else "",
        "" if quote.zone is Zone.BODY else f"in the {quote.zone.value}",
        "within another quote" if ruling.parent else "",
    ]
    return " · ".join(part for part in parts if part)


def speaker(speaker: Speaker | None) -> Told:
    """The full name, pointing to where the article names the speaker for the quote."""
    return pointing(speaker.name, speaker.mention) if speaker else Told(NO_SPEAKER)


def about_speaker(quote: StandingQuote, article: Article) -> Told:
    """Role, sort of voice and who was spoken to, pointing to where that stands."""
    speaker, addressee = quote.ruling.speaker, quote.proposal.addressee
    if speaker is None:
        return Told("")
    sort = "" if speaker.type is SpeakerType.PERSON else speaker.type.value
    told = Told(" · ".join(part for part in (speaker.role or "", sort) if part))
    if not addressee:
        return told
    to = pointing(addressee, addressee_place(article.text, quote.proposal)).within("to ", "")
    return told.then(to.within(" · ", "")) if told.words else to


def naming(speaker: Speaker | None, names: Sequence[str] = ()) -> str:
    """As printed → as resolved, and the other names of a speaker who has several."""
    if speaker is None:
        return ""
    others = ", ".join(name for name in names if name != speaker.name)
    return " · ".join(part for part in (_resolved(speaker), f"also {others}" if others else "") if part)


def _resolved(speaker: Speaker) -> str:
    """As printed → as resolved, where the two differ by more than an article before a description."""
    if _THE.sub("", speaker.printed or "").casefold() == speaker.name.casefold():
        return ""
    if speaker.resolved:
        return speaker.resolved
    printed = speaker.printed
    return f"“{printed}” → {speaker.name}" if printed and printed != speaker.name else ""


def carrier(source: Source | None) -> Told:
    """The source, pointing to where it is named, and its kind, unless its name says that."""
    if source is None:
        return Told(NO_SOURCE)
    kind = source.kind.value if source.kind else ""
    return pointing(source.name, source.mention).within(
        "", "" if kind in ("", source.name.casefold()) else f" · {kind}"
    )


def carriage(quote: StandingQuote, article: Article) -> str:
    """How the source holds here, unless its reason says so, and through how many hands the words went."""
    source = quote.ruling.source
    if source is None:
        return ""
    carried = f"carried over from “{source.mention.of(article.text)}”" if source.mention else "carried over"
    chain = " → ".join(source.chain) if len(source.chain) > 1 else ""
    through = f"{quote.proposal.hands} hands" if quote.proposal.hands > 1 else ""
    parts = (carried if source.carried and not quote.proposal.source_reason else "", chain, through)
    return " · ".join(part for part in parts if part)


def why(quote: StandingQuote, article: Article) -> Told:
    """The reason for the proposal, with the cue; before it what was proposed, where another speaker stands, and why."""
    proposal = quote.proposal
    proposed = proposal.speaker.name if proposal.speaker else "nobody"
    follows = f"{quote.ruling.reason}. " if followed(quote.ruling.reason) and not quote.decided else ""
    otherwise = "" if quote.speaker_as_proposed else f"{follows}Proposed was {proposed}: "
    cue = _cue(proposal, article)
    reason = proposal.reason or ("Added by hand." if quote.added_by_hand else "")
    if not reason:
        return cue
    told = Told(reason.rstrip("."), proposal.pointers).within(otherwise, ".")
    return told.then(cue.within(" ", "")) if cue.words else told


def _cue(proposal: Quote, article: Article) -> Told:
    """The cue, unless the reason points to it."""
    if proposal.cue is None or proposal.cue in {pointer.place for pointer in proposal.pointers}:
        return Told("")
    return pointing(proposal.cue.of(article.text), proposal.cue).within("Cue: “", "”.")


def why_source(quote: StandingQuote) -> Told:
    """The reason for the source proposed, and which it was where the editor ruled otherwise."""
    proposal = quote.proposal
    if not proposal.source_reason:
        return Told("")
    proposed = proposal.source.name if proposal.source else NO_SOURCE
    otherwise = "" if quote.source_as_proposed else f"Proposed was {proposed}: "
    return Told(proposal.source_reason, proposal.source_pointers).within(otherwise, ".")


def ruling_line(quote: StandingQuote) -> str:
    """Who ruled and when, in the editor's own time."""
    decision = quote.decision
    if decision is None:
        return ""
    left_open = "added" if quote.added_by_hand and decision.follows is None else "last change"
    decided = "accepted in bulk" if quote.unread else theme.VERDICTS[quote.verdict].word
    did = decided if quote.decided else left_open
    return f"{did} {_by(decision)}"


def ruled_differently(conflict: RulingConflict | None) -> str:
    """What editors ruled side by side and not alike, a line each, what stands first, and how to settle it."""
    if conflict is None:
        return ""
    others = (f"· {_side(decision)}" for decision in conflict.others)
    return "\n".join(
        ("! ruled differently · Shift+C settles it:", f"· {_side(conflict.standing)} (this stands)", *others)
    )


def proposed_since(found: Otherwise | None) -> str:
    """What was proposed of a quote that stands as it is, when its article was detected again; nothing of any other."""
    if found is None or found.sort not in (Sort.RULED, Sort.LOST):
        return ""
    changes = (f"{one.field} now {isolated(one.after) or 'none'}" for one in found.differences)
    on = listing.day(datetime.fromisoformat(found.made_at).astimezone().date())
    return f"Detected again on {on}: {', '.join(changes) or no_longer_found(found)}"


def no_longer_found(found: Otherwise) -> str:
    """That nothing is proposed any more for a quote, or that its words are part of another one."""
    return f"now part of {in_marks(isolated(found.part_of))}" if found.part_of else "no longer found"


def _side(decision: Decision) -> str:
    ruling = decision.ruling
    verdict = "withdrawn" if decision.withdrawn else theme.VERDICTS[ruling.verdict].word
    named = ", ".join(one.name for one in (ruling.speaker, ruling.source) if one)
    return f"{verdict}: {named or NO_SPEAKER}, {_by(decision)}"


def _by(decision: Decision) -> str:
    at = datetime.fromisoformat(decision.decided_at).astimezone()
    return f"by {decision.editor}, {at:%H:%M} on {listing.day(at.date())}"


def because(quote: StandingQuote) -> str:
    """Why the verdict is so, or will be where it is still to be given."""
    reason = quote.ruling.reason
    if not reason or (followed(reason) and not quote.decided):
        return ""
    return f"Because: {reason}" if quote.decided else f"Reason (no verdict yet): {reason}"


def reason_asked(quote: StandingQuote) -> str:
    """For which verdict a reason is asked; where there is none, how to get to the quote that was ruled on before."""
    if quote.decided:
        return f"The reason for “{theme.verdict_of(quote).word}”."
    return "No verdict here yet. For the quote before: Esc, K, Y."


def as_before(source: Source | None, stands: Source | None) -> str:
    """What else than the speaker would be as at the quote before, where it is not so already."""
    name, own = (one.name if one else NO_SOURCE for one in (source, stands))
    return "as before" if name == own else f"as before; source: {name}"


def offer(offered: Offer) -> str:
    """How many quotes a correction is offered to, and what they have in common with the corrected one."""
    count = len(offered.quotes)
    if offered.source:
        have = counted(count, "more quote has", "more quotes have")
        return f"{have} the source {in_marks(offered.on)} from the same words."
    hang = counted(count, "more quote hangs", "more quotes hang")
    return f"{hang} on {in_marks(offered.on) if offered.on else 'these words'}."


def offered(quote: Following, name: str, *, left_out: bool) -> str:
    """What would become of an offered quote's speaker or source; ``name`` is the one it would have."""
    return f"– stays {quote.stands}" if left_out else f"✓ {quote.stands} → {name}"


def doubts(quote: StandingQuote) -> tuple[str, ...]:
    """What is doubtful: what the detector wants seen, and what was checked as wrong though the quote is held right."""
    found = tuple(doubt.reason for doubt in quote.proposal.doubts)
    wrong = with_state(quote.ruling.checks, CheckState.WRONG)
    if not wrong or quote.verdict not in RIGHT:
        return found
    return (*found, f"{theme.VERDICTS[quote.verdict].word}, though checked as wrong: {', '.join(wrong)}")


def checked(points: Checklist) -> str:
    """How many points of the checklist were looked at, and which were wrong; nothing where none was."""
    wrong = with_state(points.checks, CheckState.WRONG)
    told = f" · {len(wrong)} wrong: {', '.join(wrong)}" if wrong else ""
    return f"Checked {points.looked_at}{told}" if points.checks else ""


def evidence(one: Evidence) -> str:
    """A piece of evidence in a line."""
    hashed = f"SHA-256 {one.sha256[:HASH_SHOWN]}…" if one.sha256 else ""
    place, locator = (isolated(part) for part in (one.place, one.locator))
    return " · ".join(part for part in (one.kind.value, place, locator, hashed) if part)


def no_quotes(article: Article, marked: Sequence[StandingQuote], reading: Reading) -> str:
    """Why there is no quote to review in an article, and what can be done."""
    add = "Select words in the text and press Q to add a quote."
    if marked:
        return f"No quotes to review here: all marked words are titles, slogans or links to other stories. {add}"
    if reading.doubts:
        return f"No quotes found: {reading.doubts[0].reason.rstrip('.')}. {add}"
    if QUOTATION_MARK.search(article.text):
        return f"No quotes found: the quotation marks in this text do not pair up. {add}"
    return f"No quotes found: this text has no quotation marks. {add}"
