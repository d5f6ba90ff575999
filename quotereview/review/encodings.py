"""An article whose letters came out wrong is read again from its kept bytes, in the encoding that an editor chooses."""

from dataclasses import dataclass

from quotereview import reading
from quotereview.errors import NotPossible
from quotereview.review.again import Again
from quotereview.review.change import Change, nothing
from quotereview.review.compared_editions import blocks
from quotereview.review.editions import Editions
from quotereview.review.ingest import Read
from quotereview.review.keeper import Keeper
from quotereview.review.ruled_texts import Ruled
from quotereview.review.rulings import in_marks


@dataclass(frozen=True, slots=True)
class Offer:
    """An encoding in which an article's bytes can be read, and how some words would look then."""

    encoding: str
    sample: str


class Encodings:
    """What an editor does about the encoding of an article; what was told of it is its field ``encoding``.

    A text never changes: read otherwise it is another article, of the same bytes, that takes the place of the first as
    its newer edition does, and what was ruled is taken over where the words are the same.
    """

    def __init__(self, keeper: Keeper, editions: Editions, again: Again) -> None:
        self._keeper = keeper
        self._editions = editions
        self._again = again

    def offers(self, article: str) -> tuple[Offer, ...]:
        """The encodings to choose from, the most likely first; none where all letters are the same in each.

        Raises NotPossible where the article is not in the store.
        """
        found = self._keeper.store.articles.get(article)
        if found is None:
            raise NotPossible("This article is not in the store.")
        return tuple(Offer(*offered) for offered in reading.samples(found.original))

    def ruled(self, article: str) -> Ruled:
        """What editors said of an article by which quotes are found in it, for ``ingest.read_again``."""
        standing = self._keeper.article(article)
        return Ruled(blocks(self._keeper.store, standing), self._again.marking(article))

    def keep(self, article: str, read: Read) -> Change:
        """What ``ingest.read_again`` gave takes the place of an article, in one act; nothing where it reads the same.

        Raises NotPossible where the article was removed.
        """
        standing = self._keeper.article(article)
        if read.article.text == self._keeper.store.articles.text(article):
            return nothing((article,), (), f"{in_marks(standing.title)} reads the same as {read.article.encoding}")
        label = f"read {in_marks(standing.title)} as {read.article.encoding}"
        return self._editions.bring(read, article, label)
