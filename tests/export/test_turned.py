"""Signs that turn the direction of what follows: a sheet that is read names them, and is not turned by them."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from docx import Document

from quotereview.export import docx, html, markdown, printed
from tests.export.rows import UNDECIDED

TURNED = replace(UNDECIDED, words="“safe \u202eefas ton\u202c”", note="\u202d12", speaker="Mayor \u202eoraF")


def told_by_word() -> str:
    [table] = Document(io.BytesIO(docx.content([TURNED]))).tables
    return "\n".join(cell.text for row in table.rows for cell in row.cells)


@pytest.mark.parametrize(
    "told",
    [
        told_by_word,
        lambda: html.content([TURNED]).decode(),
        lambda: markdown.content([TURNED]).decode().replace("\\", ""),
        lambda: "\n".join(cell.main for cell in printed.cells(TURNED, ("Quote", "Speaker", "Note"))),
    ],
    ids=["Word", "HTML", "Markdown", "columns chosen"],
)
def test_they_are_named_and_turn_nothing(told: Callable[[], str]) -> None:
    words = told()
    assert "“safe [U+202E]efas ton" in words and "[U+202D]12" in words and "Mayor [U+202E]oraF" in words
    assert not {"\u202d", "\u202e"}.intersection(words)
