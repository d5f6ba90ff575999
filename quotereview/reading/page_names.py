"""What elements of web pages are called, and what that tells: the body, a field, or something that stands around."""

import re
from functools import lru_cache

from quotereview.model import Field, Zone
from quotereview.reading.page_blocks import Element

AROUND_TAGS = frozenset({"nav", "aside", "footer", "form", "menu", "dialog"})
_AROUND_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "banner", "dialog", "alertdialog"})
_ATTRIBUTES = ("class", "id", "name", "itemprop", "property", "rel")
_OTHER_ATTRIBUTES = ("data-component", "data-testid", "data-module", "aria-label")
_LONGEST_NAME = 500  # characters
_AROUND = re.compile(
    r"\b(?:related|relatedposts|relatedstories|recommend(?:ed|ations?)?|recirc|recirculation|trending|popular"
    r"|most ?read|latest|also ?read|read ?(?:more|next)|more ?(?:stories|news|from|on|articles|links|posts)"
    r"|excerpt|posts|lire aussi|plus lus|newsletters?|sign ?up|subscribe|subscription|offer|paywall|mur payant"
    r"|promos?|promoted|teaser\w*|call to action|cta|donat(?:e|ions?)|membership|survey|poll|app download"
    r"|share|sharing|social|comments?|commentaires|disqus|conversation|side ?bar|rail"
    r"|breadcrumbs?|cookies?|consent|gdpr|banner|overlay|modal"
    r"|log ?in|register|popup|toast|notification|ad|ads|advert|advertisement|advertising|sponsor(?:ed)?|outbrain"
    r"|taboola|footer|nav|navigation|navbar|menu|masthead|tags|key events|bio|encart"
    r"|relacionad[ao]s|correlati|boletin|suscripcion|comentarios?|commenti|kommentare?|meistgelesen|member only)\b"
)
_APART = re.compile(r"\bwidgets?\b")  # some programs call every piece of a body so
_BODY = re.compile(
    r"\b(?:article|story|post|entry|content) ?(?:body|text|copy|content|main|corps|cuerpo|corpo|inhalt)\b"
    r"|\bbody ?(?:copy|text|content|chunk)\b|\bcuerpo noticia\b|\bartikel ?(?:text|inhalt|body)\b"
)
_PAID = re.compile(r"\b(?:paywall|members? only)\b")
_EMBEDDED = re.compile(r"\bembed(?:ded)?\b|\b(?:twitter tweet|instagram media)\b")
_PULLED = re.compile(r"\bpull ?quote\b|\bcitation\b")
_CAPTION = re.compile(
    r"\b(?:caption|photo ?credit|image ?credit|legende|legenda|bildunterschrift|pie (?:de )?foto|didascalia)\b"
)
_HEADLINE = re.compile(r"\b(?:headline|(?:entry|post|article|story) title)\b")
_FIELDS = (
    (
        Field.DECK,
        Zone.HEADLINE,
        re.compile(r"\b(?:deck|dek|standfirst|sub ?head(?:line)?|sub ?title|subtitulo|sottotitolo|chapo|chapeau)\b"),
    ),
    (Field.DECK, Zone.HEADLINE, re.compile(r"\b(?:article summary|lede? in|excerpt)\b")),
    (Field.BYLINE, None, re.compile(r"\b(?:by ?line|authors?|signature)\b")),
    (Field.DATELINE, None, re.compile(r"\bdateline\b")),
    (Field.WIRE_CREDIT, None, re.compile(r"\b(?:wire|agency|source) ?credit\b")),
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPLIT = re.compile(r"[^a-z0-9]+")


def called(element: Element) -> str:
    """The words of what an element is called, in lower case: its classes, its id, what it says to be."""
    names = [element.get(name) for name in (*_ATTRIBUTES, *_OTHER_ATTRIBUTES)]
    if isinstance(element.tag, str) and "-" in element.tag:
        names.append(element.tag)
    return _words(" ".join(filter(None, names))[:_LONGEST_NAME])


@lru_cache(4096)  # pages give most of their elements one of few names
def _words(joined: str) -> str:
    return _SPLIT.sub(" ", _CAMEL.sub(" ", joined).lower()).strip()


def stands_around(element: Element) -> bool:
    """Whether an element by its kind or name holds what is not an article's, in the midst of a body as well."""
    name = called(element)
    if _PULLED.search(name) or _EMBEDDED.search(name):
        return False
    if element.tag in AROUND_TAGS or element.get("role") in _AROUND_ROLES:
        return not (element.tag == "footer" and any(above.tag == "blockquote" for above in element.iterancestors()))
    return _sounds_around(name)


@lru_cache(4096)
def _sounds_around(name: str) -> bool:
    return bool(_AROUND.search(name))


def stands_apart(element: Element) -> bool:
    """Whether an element stands around, or is called as what stands beside a body mostly is."""
    return stands_around(element) or bool(_APART.search(called(element)))


def is_body(element: Element) -> bool:
    """Whether an element is called the body of an article."""
    return bool(_BODY.search(called(element)))


def is_surely_body(element: Element) -> bool:
    """Whether an element says to be the body of an article to other programs."""
    told = (element.get(name) or "" for name in ("itemprop", "property", "name"))
    return any("articlebody" in name.lower() for name in told)


def is_paid(element: Element) -> bool:
    """Whether an element is what readers pay for, or asks them to."""
    return bool(_PAID.search(called(element)))


def is_hidden(element: Element) -> bool:
    """Whether a browser shows an element only when something is done."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return "hidden" in element.attrib or "display:none" in style


def is_caption(element: Element) -> bool:
    """Whether an element is what is written below a picture."""
    return element.tag == "figcaption" or bool(_CAPTION.search(called(element)))


def is_headline(element: Element) -> bool:
    """Whether an element is called a headline."""
    return bool(_HEADLINE.search(called(element)))


def field_of(name: str) -> tuple[Field, Zone | None, str] | None:
    """The field that an element of such a name holds, with its zone and the word that tells it."""
    for field, zone, pattern in _FIELDS:
        if match := pattern.search(name):
            return field, zone, match[0]
    return None
