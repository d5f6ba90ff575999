"""The faults an editor can meet. Everything else that is raised is a bug."""


class KnownError(Exception):
    """A fault of the world, not of the program; its message is one sentence for the editor.

    The sentence says what is wrong and what to do about it.
    """


class Unreadable(KnownError):
    """A file or an input that cannot be taken as an article; ``within`` is its path in what holds it."""

    def __init__(self, sentence: str, within: str = "") -> None:
        super().__init__(sentence)
        self.within = within


class StoreFault(KnownError):
    """A store that cannot be opened, read or written."""


class ModelMissing(KnownError):
    """No language model is installed, so quotes cannot be found."""


class ResourceFault(KnownError):
    """A file that comes with the program and is missing or damaged."""


class Unwritable(KnownError):
    """A sheet that cannot be written where the editor wants it."""


class NotEvidence(KnownError):
    """What cannot be kept as evidence: a file that cannot be read, a transcript without words."""


class NotADate(KnownError):
    """Words that mean no day, or may mean two."""


class NotPossible(KnownError):
    """A wish that the present state does not allow, such as undoing when nothing was done."""


class SpeakerMissing(NotPossible):
    """Speech cannot be confirmed as it stands, because nobody has yet said whose it is."""
