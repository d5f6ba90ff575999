"""spaCy's attribute ruler, made faster: which patterns of one token match is remembered by the sort of token.

Nearly all patterns of the English models look at one token, and of that at its tag, its relation and its word in lower
case alone. spaCy tries each of them on each token, which costs a twelfth of a parse.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

FACTORY = "quotereview_attribute_ruler"
_SEEN = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})

Match = tuple[int, int, int, int]  # number and key of the pattern, first token, end


class RememberingRuler(AttributeRuler):
    """Sets what spaCy's own ruler sets. Patterns that look at more than the sort of one token are matched each time."""

    def __init__(self, vocab: Vocab, name: str) -> None:
        super().__init__(vocab, name)
        self._forget()

    def clear(self) -> None:
        """Reset all patterns."""
        super().clear()
        self._forget()

    def add(self, patterns: Iterable[Any], attrs: dict[Any, Any], index: int = 0) -> None:
        """Add patterns of tokens with the attributes that the token at ``index`` among them is to get."""
        patterns = list(patterns)
        super().add(patterns, attrs, index)
        self._known.clear()
        self._words.clear()
        for pattern in patterns:
            remembered = len(pattern) == 1 and _tells_by_sort(pattern[0])
            if remembered:
                self._tell_apart(pattern[0].get("LOWER", ""))
            (self._single if remembered else self._others).add(str(len(self.attrs) - 1), [pattern])

    def match(self, doc: Doc) -> list[Match]:
        """The patterns that match, in the order in which their attributes are set."""
        found = self._matches(self._others, doc)
        for i, (tag, relation, word) in enumerate(doc.to_array(["TAG", "DEP", "LOWER"]).tolist()):
            sort = (tag, relation, self._words[word] if word in self._words else self._telling(word))
            if sort not in self._known:
                self._known[sort] = [(number, key) for number, key, *_ in self._matches(self._single, doc[i : i + 1])]
            found += [(number, key, i, i + 1) for number, key in self._known[sort]]
        return sorted(found)

    def _forget(self) -> None:
        self._single, self._others = Matcher(self.vocab), Matcher(self.vocab)
        self._known: dict[tuple[int, int, int], list[tuple[int, int]]] = {}  # by tag, relation and telling word
        self._words: dict[int, int] = {}
        self._named: set[str] = set()
        self._forms: set[str] = set()

    def _matches(self, matcher: Matcher, words: Doc | Span) -> list[Match]:
        found = matcher(words, allow_missing=True) if matcher else ()
        return [(int(self.vocab.strings[key]), key, first, end) for key, first, end in found]

    def _tell_apart(self, words: str | Mapping[str, Any]) -> None:
        """Note the words that a pattern tells from others."""
        listed: Mapping[str, Any] = {"IN": [words]} if isinstance(words, str) else words
        self._named.update(listed.get("IN", ()))
        self._forms.update([listed["REGEX"]] if "REGEX" in listed else [])

    def _telling(self, word: int) -> int:
        """The word if a pattern may tell it from others, else 0; remembered as well."""
        printed = self.vocab.strings[word]
        named = printed.isspace() or printed in self._named or any(re.search(form, printed) for form in self._forms)
        return self._words.setdefault(word, word if named else 0)


def _tells_by_sort(token: Mapping[str, Any]) -> bool:
    """Whether all that a pattern's token asks for is told by the tag, the relation and a word that it names."""
    word = token.get("LOWER", "")
    return token.keys() <= _SEEN and (isinstance(word, str) or _is_listed(word))


def _is_listed(word: Mapping[str, Any]) -> bool:
    """Whether a condition for a word is a list of words or a regular expression."""
    return word.keys() <= {"IN", "REGEX"} and isinstance(word.get("REGEX", ""), str)


@Language.factory(FACTORY)
def make_ruler(nlp: Language, name: str) -> RememberingRuler:
    """Build a ruler without patterns."""
    return RememberingRuler(nlp.vocab, name)


def remember(nlp: Language) -> None:
    """Put a ruler that remembers in the place of spaCy's own, with its patterns."""
    for name, pipe in nlp.pipeline:
        if type(pipe) is AttributeRuler:
            ruler = nlp.replace_pipe(name, FACTORY)
            assert isinstance(ruler, RememberingRuler)
            ruler.add_patterns(pipe.patterns)
