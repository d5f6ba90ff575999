"""Who does the saying in French: the subject of a cue, before it or inverted behind it, the agent, the owner."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotereview import lexicon
from quotereview.detection.candidates import Form, Mention
from quotereview.detection.cues import Cue, CueSort
from quotereview.detection.evidence import Evidence
from quotereview.detection.french.mentions import ROLES, Mentions, is_person, is_plural, is_time

if TYPE_CHECKING:
    from spacy.tokens import Token

CLIMB = 5  # steps up from a verb without a subject of its own
AGENT = 30  # tokens behind a passive verb in which its agent stands
REACH = 14  # tokens behind a verb in which its inverted subject begins

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_CLITICS = frozenset({"il", "elle", "ils", "elles", "on", "je"})
_STOPS = frozenset({".", "!", "?", ";", ":"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "ccomp", "acl", "parataxis", "obl:mod", "obl:arg", "dep", "obj"})
CITING = frozenset({"cite", "citent", "citait", "citant"})
_CITED = frozenset({"cité", "citée", "cités", "citées"})
_ASKED = frozenset({"interrogé", "questionné", "interviewé", "invité", "sollicité", "joint", "interpellé"})
_OWNING = frozenset({"de", "d'", "du", "des"})

Found = Iterator[tuple[Mention, tuple[Evidence, ...]]]


def of(cue: Cue, mentions: Mentions, aside: bool) -> Found:
    """The mentions that may be the voice behind ``cue``, each with the evidence for it.

    ``aside``: the cue interrupts or follows the words it reports, so that its subject follows the verb.
    """
    token = mentions.parse.doc[cue.head]
    if cue.sort is CueSort.ACCORDING:
        yield from _named_after(cue, mentions)
    elif cue.sort is CueSort.NOUN:
        yield from _owners(token, mentions)
    elif token.lower_ in CITING or token.lower_ in _CITED:
        yield from _cited(token, mentions)
    elif _is_passive(token):
        yield from () if token.lower_.rstrip("es") in _ASKED else _agents(token, mentions)
    else:
        yield from _doers(token, mentions, aside)


def kind_of(mention: Mention, mentions: Mentions) -> Evidence:
    """What the mention is, as evidence for or against its speaking at all."""
    token = mentions.parse.doc[mention.head]
    if mention.form is Form.NAME:
        return Evidence("name" if mention.label == "LOC" else "person")
    if mention.form is Form.RELATIVE:
        return Evidence("who")
    if mention.form is Form.PRONOUN:
        word = token.lower_.strip("-")
        return Evidence(
            "first person" if word in {"je", "nous", "on"} else "they" if word.endswith("s") else "he or she"
        )
    if is_person(token):
        return Evidence("role")
    bodies = lexicon.words(ROLES, "organisations") | lexicon.words(ROLES, "documents") | lexicon.words(ROLES, "groups")
    return Evidence("body" if token.lemma_.lower() in bodies or is_plural(token) else "thing")


def has_inverted(verb: "Token", mentions: Mentions) -> bool:
    """Whether a verb has its subject behind it."""
    return (_clitic(verb, mentions) or _behind(verb, mentions)) is not None


def has_own_before(verb: "Token", place: int, mentions: Mentions) -> bool:
    """Whether a verb's subject stands before a place, so that it is not inverted."""
    own = _own(verb, mentions)
    return own is not None and own.first < place


def _cited(verb: "Token", mentions: Mentions) -> Found:
    """Whom a carrier cites; one who is "cited by" it is found as the subject of another verb."""
    mention = _behind(verb, mentions) if verb.lower_ in CITING else None
    if mention is not None:
        yield mentions.named(mention), (Evidence("quoted as saying"),)


def _doers(verb: "Token", mentions: Mentions, aside: bool) -> Found:
    clitic = _clitic(verb, mentions)
    behind = None if clitic or not aside else _behind(verb, mentions)
    mention = clitic or behind or _own(verb, mentions)
    if mention is not None:
        yield mentions.named(mention), (Evidence("subject"),)
        return
    yield from _shared(verb, mentions)
    before = _before(verb, mentions)
    if before is not None:
        yield mentions.named(before), (Evidence("beside the cue"),)


def _clitic(verb: "Token", mentions: Mentions) -> Mention | None:
    """The pronoun tied to a verb or to its auxiliary by a hyphen (dit-il, a-t-elle déclaré)."""
    doc = verb.doc
    for place in range(max(0, verb.i - 4), min(len(doc), verb.i + 3)):
        tied = doc[place].text.startswith("-") or (place and doc[place - 1].text in {"-", "-t", "-t-"})
        if tied and doc[place].lower_.strip("-").removeprefix("t-") in _CLITICS:
            return mentions.at(place)
    return None


def _behind(verb: "Token", mentions: Mentions) -> Mention | None:
    """The first mention behind a verb that no preposition governs."""
    doc = verb.doc
    for place in range(verb.i + 1, min(len(doc), verb.i + REACH)):
        token = doc[place]
        if token.text in _STOPS or mentions.quoted[place]:
            return None
        mention = mentions.at(place)
        if mention is None or place != mention.first or mention.form is Form.RELATIVE:
            continue
        if not is_time(doc[mention.head]) and not mentions.is_governed(mention):
            return mention
    return None


def _own(verb: "Token", mentions: Mentions) -> Mention | None:
    """The verb's subject in the parse; for "qui" whoever it stands for."""
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    for child in sorted(subjects, key=lambda child: abs(child.i - verb.i)):
        mention = mentions.at(child.i)
        if mention is None:
            continue
        return _antecedent(mention, mentions) if mention.form is Form.RELATIVE else mention
    return None


def _antecedent(relative: Mention, mentions: Mentions) -> Mention | None:
    """Whoever "qui" stands for: the nearest mention before it, the name of a described one first."""
    found = mentions.between(max(0, relative.first - 12), relative.first)
    return next((mention for mention in reversed(found) if mention.form is not Form.RELATIVE), None)


def _is_passive(verb: "Token") -> bool:
    if any(child.dep_ == "expl:comp" for child in verb.children):
        return False
    passive = any(child.dep_ in {"aux:pass", "nsubj:pass"} or child.lower_ == "été" for child in verb.children)
    participle = verb.morph.get("VerbForm", []) == ["Part"] or verb.pos_ in {"NOUN", "ADJ"}
    participle = participle and not any(child.pos_ == "AUX" for child in verb.lefts)
    participle = participle and verb.lower_.endswith(("é", "ée", "és", "ées", "i", "u"))
    return (passive or participle) and any(token.lower_ == "par" for token in verb.doc[verb.i : verb.i + AGENT])


def _agents(verb: "Token", mentions: Mentions) -> Found:
    """Whoever follows "par" behind a passive verb."""
    doc = verb.doc
    for place in range(verb.i + 1, min(len(doc), verb.i + AGENT)):
        if doc[place].text in {".", ";"} and not mentions.quoted[place]:
            return
        if doc[place].lower_ == "par" and not mentions.quoted[place]:
            mention = next(iter(mentions.between(place + 1, place + 5)), None)
            if mention is not None:
                yield mentions.named(mention), (Evidence("agent"),)
            return


def _shared(verb: "Token", mentions: Mentions) -> Found:
    """The subject of a verb higher up (dénonçant, pour dénoncer), or the noun that a participle describes."""
    main = _own(verb.sent.root, mentions) if verb.lower_.endswith("ant") else None
    if main is not None:
        yield mentions.named(main), (Evidence("shared subject"),)
        return
    token = verb
    for _ in range(CLIMB):
        if token.head is token or token.dep_ not in _SHARING:
            return
        described = token.dep_ == "acl"
        token = token.head
        if described and mentions.at(token.i) is not None:
            mention = mentions.at(token.i)
            assert mention is not None
            yield mentions.named(mention), (Evidence("described"),)
            return
        own = _own(token, mentions)
        if own is not None:
            yield mentions.named(own), (Evidence("shared subject"),)
            return


def _before(verb: "Token", mentions: Mentions) -> Mention | None:
    """The last mention before a verb that no preposition governs, in the same sentence."""
    for mention in reversed(mentions.between(max(0, verb.i - REACH), verb.i)):
        between = verb.doc[mention.last + 1 : verb.i]
        if any(token.text in _STOPS for token in between):
            return None
        if not mentions.is_governed(mention) and mention.form is not Form.RELATIVE:
            return mention
    return None


def _named_after(cue: Cue, mentions: Mentions) -> Found:
    """Whoever "selon" or "pour" names; with "qui" whoever it stands for."""
    for mention in mentions.between(cue.last, cue.last + 5)[:1]:
        meant = _meant(mention, mentions)
        if meant is not None:
            yield mentions.named(meant), (Evidence("subject"),)


def _meant(mention: Mention, mentions: Mentions) -> Mention | None:
    """Whoever "qui" stands for, or whose the words are (selon les mots de la maire); else the mention itself."""
    if mention.form is Form.RELATIVE:
        return _antecedent(mention, mentions)
    head = mentions.parse.doc[mention.head]
    if {head.lower_, head.lemma_.lower()} & lexicon.words("fr/reporting_nouns", "speech"):
        return next((owner for owner, _ in _owners(head, mentions)), mention)
    return mention


def _owners(noun: "Token", mentions: Mentions) -> Found:
    """Whose the words are that a noun names (le message de la maire)."""
    doc = noun.doc
    for place in range(noun.i + 1, min(len(doc), noun.i + 4)):
        if doc[place].lower_ in _OWNING:
            mention = next(iter(mentions.between(place, place + 3)), None)
            if mention is not None:
                yield mentions.named(mention), (Evidence("of"), Evidence("whose"))
            return
