"""The canonical text of an article whose format has markup, sheets or pages: its paragraphs, one after another."""

from quotereview.model import Article, Field, Span, Stretch, Zone, article_id
from quotereview.reading.decoding import check_text
from quotereview.reading.limits import LARGEST, too_large
from quotereview.reading.plain import headline
from quotereview.reading.telling import Telling, whole

GAP = "\n\n"


class Copy:
    """The text while it is put together, with the zones that the format tells and what the article says of itself."""

    def __init__(self) -> None:
        self.telling = Telling()
        self._paragraphs: list[str] = []
        self._zones: list[Stretch] = []
        self._length = 0

    def add(self, words: str, zone: Zone | None = None) -> Span | None:
        """Add a paragraph, of which the format may tell the zone; its place, None where it holds no words."""
        words = whole(words).strip()
        if not words:
            return None
        start = self._length + len(GAP) if self._paragraphs else 0
        place = Span(start, start + len(words))
        self._paragraphs.append(words)
        self._length = place.end
        if zone:
            self._zones.append(Stretch(place, zone))
        return place

    def add_field(self, field: Field, words: str, origin: str, zone: Zone | None = None) -> None:
        """Add a paragraph that tells a field."""
        if place := self.add(words, zone):
            self.telling.tell(field, words, origin, place)

    def tell_first_line(self) -> None:
        """Take the first paragraph for the headline where nothing else told one, and it looks like one."""
        text = GAP.join(self._paragraphs[:2])
        if first := headline(text):
            self.telling.tell(Field.HEADLINE, first, "first line", Span(0, len(first)))

    def article(self, name: str, original: bytes, encoding: str) -> Article:
        """The article. Raises Unreadable where there are too many words, or none."""
        text = GAP.join(self._paragraphs)
        if len(text.encode()) > LARGEST:
            raise too_large(name)
        check_text(name, text)
        id = article_id(name, original)
        return Article(id, name, original, text, encoding, self.telling.described(), tuple(self._zones))
