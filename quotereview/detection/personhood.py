"""Whether a name is a person's: every mention of it has a vote."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotereview import lexicon
from quotereview.detection import carriers
from quotereview.detection.candidates import Mention, Mentions
from quotereview.detection.entities import given_names, nations

if TYPE_CHECKING:
    from spacy.tokens import Token

DOUBTFUL = -0.8  # votes above this leave it open whether a name is a person's

COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir"})

_SEAT = re.compile(r"[RDI]-[A-Z]")
_LABEL_VOTES = {"PERSON": 1.5, "": -0.2, "ORG": -1.0, "GPE": -1.5, "NORP": -2.0, "FAC": -1.0, "LOC": -1.5, "LAW": -2.0}


class Personhood:
    """Judges the names of one article by all their mentions together; ``words`` gives the words of each."""

    def __init__(self, mentions: Mentions, words: dict[int, tuple[str, ...]], names: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._doc = mentions.parse.doc
        self._words = words
        self._capitals: dict[int, bool] = {}
        self._labels = {label.head for label in mentions.labels.values()}
        votes: dict[tuple[str, ...], list[float]] = {}
        for mention in names:
            votes.setdefault(words[mention.head], []).append(self._vote(mention))
        self._judged = {name: sum(found) / len(found) + max(found) / 2 for name, found in votes.items()}

    def person(self, words: tuple[str, ...]) -> bool:
        """Whether more speaks for a person than against."""
        return self._judged[words] > 0

    def doubtful(self, words: tuple[str, ...]) -> bool:
        """Whether a name that is not taken for a person's may prove to be one."""
        return DOUBTFUL < self._judged[words] <= 0

    def titled(self, mention: Mention) -> bool:
        """Whether a personal title stands right before the name."""
        before = self._doc[mention.first - 1].lower_.strip(".") if mention.first else ""
        return before in lexicon.words("roles", "personal_titles")

    def courteous(self, mention: Mention) -> bool:
        """Whether "Mr", "Mrs" or the like stands right before the name."""
        return mention.first > 0 and self._doc[mention.first - 1].lower_.strip(".") in COURTESY

    def aged(self, mention: Mention) -> bool:
        """Whether an age follows the name (Ana Faro, 52, …)."""
        after = self._doc[mention.last + 1 : mention.last + 4]
        return len(after) == 3 and after[0].text == "," and after[1].like_num and after[2].text in {",", "."}

    def in_capitals(self, mention: Mention) -> bool:
        """Whether the line is a headline with capitals throughout, so that any words may look like a name."""
        segment = self._mentions.parse.segment(mention.head)
        if segment.first not in self._capitals:
            words = [token for token in self._doc[segment.first : segment.last] if token.is_alpha and len(token) > 3]
            capital = sum(not token.is_lower for token in words)
            self._capitals[segment.first] = len(words) > 2 and capital >= 0.8 * len(words)
        return self._capitals[segment.first]

    def in_headline(self, mention: Mention) -> bool:
        """Whether a name stands in a line in capitals throughout or in the first line of the article."""
        return self.in_capitals(mention) or self._mentions.parse.segment(mention.head).first == 0

    def _vote(self, mention: Mention) -> float:
        words, head = self._words[mention.head], self._doc[mention.head]
        given = words[0] in given_names()
        vote = _LABEL_VOTES.get(mention.label, 0.0)
        vote += 3 * (given and len(words) in range(2, 5)) + 1.0 * (given and len(words) == 1)
        vote += 3 * self.titled(mention)
        vote += 2 * self._called_by_role(mention)
        vote += 2 * (len(words) > 1 and mention.head in self._labels)
        vote += 2 * any(child.dep_ == "relcl" and _has_who(child) for child in head.children)
        vote += 1 * (head.dep_ == "nsubj" and head.head.lemma_ in lexicon.words("reporting_verbs", "saying"))
        vote += 2 * self.aged(mention)
        vote += 2 * (len(words) > 1 and len(words[0].replace(".", "")) < 3) + 1.5 * self._goes_on(mention)
        vote -= 3 * (not given and self.in_capitals(mention))
        vote -= 3 * any(word in lexicon.words("roles", "organisations") for word in words)
        vote -= 2 * (mention.first > 0 and self._doc[mention.first - 1].lower_ == "the")
        vote -= 4 * (len(words) > 4)
        vote -= 4 * self._means_no_person(mention, words)
        return vote

    def _goes_on(self, mention: Mention) -> bool:
        """Whether the name is a subject and "his" or "her" follows in its sentence."""
        head = self._doc[mention.head]
        behind = self._doc[mention.last + 1 : head.sent.end]
        return head.dep_ == "nsubj" and any(token.lower_ in {"his", "her", "he", "she"} for token in behind)

    def _means_no_person(self, mention: Mention, words: tuple[str, ...]) -> bool:
        """Whether the words are those of a state, an outlet, an event, an office, or of nobody at all."""
        name = " ".join(words)
        if _SEAT.match(mention.span.of(self._mentions.parse.text)):
            return True
        if name in nations() or name in lexicon.pairs("nations", "places"):
            return True
        if len(words) == 1 and (self._doc[mention.head].tag_ == "NNPS" or self._is_common(name)):
            return True
        if words[-1] in lexicon.words("roles", "not_people"):
            return True
        return carriers.listed(name) if len(words) > 1 or words[0] not in given_names() else False

    def _is_common(self, word: str) -> bool:
        roles = lexicon.words("roles", "people") | lexicon.words("roles", "titles")
        return word in roles and word not in given_names()

    def _called_by_role(self, mention: Mention) -> bool:
        """Whether an office or occupation in lower case stands before the name or in apposition."""
        people = lexicon.words("roles", "people")
        before = self._doc[mention.first - 1] if mention.first else None
        if before is not None and before.lower_ in people:
            return True
        head = self._doc[mention.head]
        if head.dep_ == "appos" and head.head.lemma_.lower() in people:
            return True
        return any(child.dep_ == "appos" and child.lemma_.lower() in people for child in head.children)


def _has_who(verb: "Token") -> bool:
    return any(child.lower_ == "who" for child in verb.children)
