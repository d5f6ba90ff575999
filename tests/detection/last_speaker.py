"""Who says the last quote of an invented article: how tables of such cases are written, and read."""

from collections.abc import Callable

from quotereview.model import Quote, SpeakerType

Quotes = Callable[[str], tuple[Quote, ...]]
Cases = dict[str, tuple[str, str, SpeakerType]]
"""By what it is about: a text, and the name and type of its last quote's speaker."""

PERSON, ANONYMOUS = SpeakerType.PERSON, SpeakerType.ANONYMOUS
GROUP, BODY = SpeakerType.GROUP, SpeakerType.ORGANISATION
