"""Which language a text is in, told by its script and by its commonest small words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from quotereview import lexicon
from quotereview.detection.parts import Marked

LIST = "function_words"
ENOUGH = 3  # small words of one language outside the quotes that tell it; with fewer the quotes are counted as well
FEWEST = 2  # small words below which any text is taken for English
LONG = 80  # words from which a text without small words of any list is in some other language
RARE = 0.08  # share of small words below which that is so; English has three times as many and more
KANA = 0.1  # share of kana by which Japanese is told from Chinese

_WORD = re.compile(r"[^\W\d_]+'?|«(?=[ \u00a0\u202f])")  # only French puts a space inside its quotation marks
_APOSTROPHES = str.maketrans("’ʼ", "''")


class Language(StrEnum):
    """A language by the name that an editor reads."""

    ENGLISH = "English"
    FRENCH = "French"
    GERMAN = "German"
    SPANISH = "Spanish"
    ITALIAN = "Italian"
    PORTUGUESE = "Portuguese"
    DUTCH = "Dutch"
    SWEDISH = "Swedish"
    DANISH = "Danish"
    NORWEGIAN = "Norwegian"
    FINNISH = "Finnish"
    POLISH = "Polish"
    CZECH = "Czech"
    HUNGARIAN = "Hungarian"
    ROMANIAN = "Romanian"
    TURKISH = "Turkish"
    RUSSIAN = "Russian"
    UKRAINIAN = "Ukrainian"
    BULGARIAN = "Bulgarian"
    GREEK = "Greek"
    ARABIC = "Arabic"
    PERSIAN = "Persian"
    URDU = "Urdu"
    HEBREW = "Hebrew"
    HINDI = "Hindi"
    THAI = "Thai"
    KOREAN = "Korean"
    JAPANESE = "Japanese"
    CHINESE = "Chinese"
    OTHER = "this language"


# A script with the languages that use it, the likeliest first.
_SCRIPTS = (
    (re.compile(r"[\u0370-\u03ff]"), (Language.GREEK,)),
    (re.compile(r"[\u0400-\u052f]"), (Language.RUSSIAN, Language.UKRAINIAN, Language.BULGARIAN)),
    (re.compile(r"[\u0590-\u05ff]"), (Language.HEBREW,)),
    (re.compile(r"[\u0600-\u06ff\u0750-\u077f]"), (Language.ARABIC, Language.PERSIAN, Language.URDU)),
    (re.compile(r"[\u0900-\u097f]"), (Language.HINDI,)),
    (re.compile(r"[\u0e00-\u0e7f]"), (Language.THAI,)),
    (re.compile(r"[\uac00-\ud7af]"), (Language.KOREAN,)),
    (re.compile(r"[\u3040-\u30ff\u3400-\u9fff]"), (Language.CHINESE,)),
)
_KANA = re.compile(r"[\u3040-\u30ff]")
_LATIN = tuple(
    language
    for language in Language
    if language not in {Language.JAPANESE, Language.OTHER} and not any(language in users for _, users in _SCRIPTS)
)


def tell(text: str, marked: Iterable[Marked] = ()) -> Language:
    """The language of the reporter's own words in ``text``, those outside the passages ``marked``.

    What cannot be told from so few words, or is half in English, is taken for English.
    """
    users, letters = max(((users, len(script.findall(text))) for script, users in _SCRIPTS), key=lambda one: one[1])
    if 2 * letters > sum(map(str.isalpha, text)):
        return _in_script(text, users)
    own = _words("".join(_outside(text, marked)))
    found = _likeliest(own, _LATIN)
    return _in_latin(own if found and _count(own, found) >= ENOUGH else _words(text))


def _in_script(text: str, users: Sequence[Language]) -> Language:
    """The language of a text in a script that is not Latin."""
    if users[0] is Language.CHINESE and len(_KANA.findall(text)) > KANA * len(text):
        return Language.JAPANESE
    return users[0] if len(users) == 1 else _likeliest(_words(text), users) or users[0]


def _in_latin(words: Counter[str]) -> Language:
    """The language of words in Latin script."""
    found = _likeliest(words, _LATIN) or Language.ENGLISH
    count, all_words = _count(words, found), words.total()
    if all_words >= LONG and count < RARE * all_words:
        return Language.OTHER
    return found if count >= FEWEST else Language.ENGLISH


def _likeliest(words: Counter[str], languages: Sequence[Language]) -> Language | None:
    """Whichever has most small words among ``words``, the first of equals; None if there is none of any."""
    best = max(languages, key=lambda language: _count(words, language))
    return best if _count(words, best) else None


def _count(words: Counter[str], language: Language) -> int:
    return sum(words.get(word, 0) for word in lexicon.words(LIST, language.name.lower()))


def _outside(text: str, marked: Iterable[Marked]) -> Iterator[str]:
    """The stretches of the text between the passages."""
    at = 0
    for mark in marked:
        if mark.span.start >= at:
            yield text[at : mark.span.start]
        at = max(at, mark.span.end)
    yield text[at:]


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.translate(_APOSTROPHES).lower()))
