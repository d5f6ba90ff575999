"""Invented utterances, each in a close and a free English translation, in Arabic and in Chinese."""

from pathlib import Path
from typing import NamedTuple


class Versions(NamedTuple):
    """One utterance."""

    close: str
    free: str
    arabic: str
    chinese: str


VERSIONS = tuple(
    Versions(*line.split("\t"))
    for line in Path(__file__).with_name("versions.tsv").read_text(encoding="utf-8").splitlines()
)
