"""Evidence is made of what an editor gives, and what is none is told in a sentence."""

import hashlib
from pathlib import Path

import pytest

from quotereview.errors import NotEvidence
from quotereview.model import Evidence, EvidenceKind
from quotereview.review import evidence
from quotereview.review.evidence import Hashing


@pytest.mark.parametrize("address", ["https://sund.example/speech?a=1#b", "sund.example/speech", "doi:10/4"])
def test_a_link_is_kept_as_given(address: str) -> None:
    assert evidence.link(f" {address}\n", " 04:10 ") == Evidence(EvidenceKind.LINK, address, "04:10")


def test_no_link_is_told() -> None:
    with pytest.raises(NotEvidence, match="no link"):
        evidence.link("  ")


def test_a_transcript_keeps_its_lines() -> None:
    kept = evidence.transcript("MAYOR: It is safe.\n\nQ: Sure?\n", " council  meeting ", "line 4")
    words = "MAYOR: It is safe.\n\nQ: Sure?"
    assert kept == Evidence(EvidenceKind.TRANSCRIPT, "council meeting", "line 4", words=words)
    assert evidence.transcript("It is safe,\nsaid the mayor.").place == "It is safe, said the mayor."


def test_an_empty_transcript_is_told() -> None:
    with pytest.raises(NotEvidence, match="no words in this transcript"):
        evidence.transcript(" \n ", "council meeting")


def test_of_a_file_its_name_and_hash_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "AT_ONCE", 4)
    path = tmp_path / "minutes.pdf"
    path.write_bytes(b"ten bytes!")
    *progress, kept = evidence.file(path, "page 3")
    assert progress == [Hashing(4, 10), Hashing(8, 10), Hashing(10, 10)]
    assert kept == Evidence(EvidenceKind.FILE, "minutes.pdf", "page 3", hashlib.sha256(b"ten bytes!").hexdigest())


def test_an_empty_file_has_a_hash_too(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    [kept] = evidence.file(tmp_path / "empty")
    assert isinstance(kept, Evidence) and kept.sha256 == hashlib.sha256().hexdigest()


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(NotEvidence, match="is a folder; choose the file in it"):
        list(evidence.file(tmp_path))
    with pytest.raises(NotEvidence, match="is not there"):
        list(evidence.file(tmp_path / "none.pdf"))
    with pytest.raises(NotEvidence, match="cannot be read"):
        list(evidence.file(tmp_path / ("long" * 100)))


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "locked.pdf"
    path.touch()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(NotEvidence, match="may not be read"):
        list(evidence.file(path))
