"""What was read of invented files, for the tests of every format."""

import io
from collections.abc import Mapping

from quotereview.errors import Unreadable
from quotereview.model import Article, Field, Zone
from quotereview.reading import formats


def outcomes(name: str, content: bytes) -> list[Article | Unreadable]:
    """All that comes of a file; every place is that of words of the article's text."""
    found = list(formats.read(name, io.BufferedReader(io.BytesIO(content))))  # type: ignore[arg-type]
    for one in found:
        if isinstance(one, Article):
            assert all(0 <= zone.span.start < zone.span.end <= len(one.text) for zone in one.zones)
            placed = [said for said in one.described if said.place]
            assert all(" ".join(said.place.of(one.text).split()) == said.value for said in placed if said.place)
    return found


def article(name: str, content: bytes) -> Article:
    """The one article of a file."""
    (found,) = outcomes(name, content)
    assert isinstance(found, Article), found
    return found


def refusal(name: str, content: bytes) -> str:
    """Why a file gives no article."""
    (found,) = outcomes(name, content)
    assert isinstance(found, Unreadable)
    return str(found)


def fields(found: Article) -> Mapping[str, str]:
    """What an article says of itself, but for its encoding."""
    return {said.field.value: said.value for said in found.described if said.field is not Field.ENCODING}


def of_zone(found: Article, zone: Zone) -> list[str]:
    """The words of a zone that the format told."""
    return [one.span.of(found.text) for one in found.zones if one.zone is zone]
