"""Checks and evidence on their way from the card into the session: files are hashed by the worker."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from quotereview.errors import KnownError, NotEvidence, NotPossible
from quotereview.model import Evidence, EvidenceKind, Located
from quotereview.review import evidence
from quotereview.review.checklist import Checklist
from quotereview.review.evidence import Hashing
from quotereview.settings import CHECKLIST, Settings
from quotereview.ui.desk import Desk
from quotereview.ui.dialogs import Dialogs
from quotereview.ui.evidence_form import Given
from quotereview.ui.jobs import Job, Jobs, tell_fault
from quotereview.ui.proof_section import ProofSection


class Proofing(QObject):
    """Keeps what is set and given in the card's section. Signals: ``failed`` with a sentence."""

    failed = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, section: ProofSection, settings: Settings, ask: Dialogs) -> None:
        super().__init__(desk)
        self._desk, self._jobs, self._section = desk, jobs, section
        self._settings, self._ask = settings, ask
        section.use_template(settings.get(CHECKLIST))
        section.evidence.search_wanted.connect(self._search)

    def check(self, quote: str, checklist: Checklist) -> None:
        """Keep how the points of a quote's checklist came out."""
        self._desk.take(self._desk.session.proof.check(quote, checklist))

    def write_template(self, points: list[str]) -> None:
        """Check by other points from now on, by those of the beginning for none; what was checked keeps its words."""
        self._settings.set(CHECKLIST, points or CHECKLIST.default)
        self._section.use_template(self._settings.get(CHECKLIST))

    def take(self, quote: str, given: Given) -> None:
        """Keep a piece of evidence, new or changed. Raises NotEvidence where it is none; the form stays open then."""
        if given.kind is EvidenceKind.FILE and given.former is None:
            self._hash(quote, given)
        elif given.kind is EvidenceKind.FILE and given.former is not None:
            self._keep(quote, given.former, evidence.elsewhere(given.former, given.locator))
        elif given.kind is EvidenceKind.LINK:
            self._keep(quote, given.former, evidence.link(given.place, given.locator))
        else:
            self._keep(quote, given.former, evidence.transcript(given.words, given.place, given.locator))
        self._section.editor.evidence.close_form()

    def remove(self, quote: str, gone: Evidence) -> None:
        """Take a piece of evidence away."""
        self._desk.take(self._desk.session.proof.remove_evidence(quote, gone))

    def keep_document(self, quote: str) -> None:
        """Keep the document in which a quote stands; raises NotPossible where it stands in none."""
        found = self._desk.session.documents.of(quote)
        if not found:
            raise NotPossible("This quote stands in no document of the store; Shift+K in a text says that it is one.")
        self._desk.take(self._desk.session.documents.keep_as_evidence(found[0]))

    def choose_file(self) -> None:
        """Let the editor choose the file that is evidence."""
        if path := self._ask.evidence():
            self._section.editor.evidence.form.choose_file(path)

    def _search(self, words: str, transcript: str) -> None:
        found = partial(self._section.evidence.take_found, words, transcript)
        end = partial(tell_fault, tell=self.failed.emit)
        self._jobs.run(Job(_searched(words, transcript), found, end), urgent=True)

    def _keep(self, quote: str, former: Evidence | None, given: Evidence) -> None:
        proof = self._desk.session.proof
        change = proof.change_evidence(quote, former, given) if former else proof.add_evidence(quote, given)
        self._desk.take(change)

    def _hash(self, quote: str, given: Given) -> None:
        if not given.place.strip():
            raise NotEvidence("There is no file named; write its name or choose it.")
        read: Iterator[Hashing | Evidence] = evidence.file(given.path, given.locator)
        progress = partial(self._follow, quote, given.path)
        self._section.show_hashing(quote, f"{given.path.name}: reading it for its hash")
        self._jobs.run(Job(read, progress, partial(self._end, quote)), urgent=True)

    def _follow(self, quote: str, path: Path, item: Hashing | Evidence) -> None:
        if isinstance(item, Hashing):
            share = 100 * item.done // max(item.size, 1)
            self._section.show_hashing(quote, f"{path.name}: reading it for its hash, {share} %")
            return
        try:
            self._keep(quote, None, item)
        except KnownError as fault:
            self.failed.emit(str(fault))

    def _end(self, quote: str, fault: Exception | None) -> None:
        self._section.show_hashing(quote, "")
        tell_fault(fault, self.failed.emit)


def _searched(words: str, transcript: str) -> Iterator[Located | None]:
    yield evidence.locate(words, transcript)
