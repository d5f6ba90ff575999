"""A sheet in JSON with all that its quotes rest on, written for a store to be made of it again, and read back."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotereview.errors import Unreadable
from quotereview.export import given
from quotereview.export import json as json_sheet
from quotereview.export.json import Record
from quotereview.model import Ledger, SheetRow, Verdict

BYTES = "base64"
"""The key of an object that stands for bytes."""

AS_WRITTEN = "import the sheet as it was written"
_DAMAGED = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class WholeSheet:
    """What a whole sheet says of each quote, by its id, and the ledger of the store that it was written of."""

    name: str
    quotes: Mapping[str, Record]
    ledger: Ledger


def content(rows: Sequence[SheetRow], ledger: Ledger) -> bytes:
    """The sheet's file: the quotes as in any sheet, then the store row by row, each on a line.

    Nothing in it says when or by whom it was written, so that the same store always gives the same bytes.
    """
    store = {"form": ledger.form, "seal": ledger.seal, "rows": list[Record]()}
    told = json.dumps({**json_sheet.sheet(rows), "store": store}, ensure_ascii=False, indent=2)
    before, _, after = told.rpartition("[]")
    lines = ",\n".join(f"      {json.dumps(row, ensure_ascii=False, default=_as_text)}" for row in ledger.rows)
    return f"{before}[\n{lines}\n    ]{after}\n".encode()


def read(path: Path) -> WholeSheet:
    """A whole sheet, whose quotes stand in its articles as they say. Raises Unreadable."""
    name = path.name
    whole = _object(name, given.content_of(path))
    try:
        ledger = _ledger(whole["store"])
        texts = _texts(ledger)
        for quote in whole["quotes"]:
            for fault in _faults(quote, texts):
                raise Unreadable(f"Quote {quote['number']} of “{name}” {fault}; {AS_WRITTEN}.")
        return WholeSheet(name, {quote["id"]: quote for quote in whole["quotes"]}, ledger)
    except _DAMAGED as error:
        raise Unreadable(f"“{name}” is no whole sheet: something in it has another form; {AS_WRITTEN}.") from error


def _object(name: str, written: bytes) -> Record:
    try:
        whole: Record = json.loads(written)
        form, version, holds = whole["form"], whole["version"], "store" in whole
    except _DAMAGED as error:
        raise Unreadable(f"“{name}” is no sheet of quotes in JSON.") from error
    if form != json_sheet.FORM:
        raise Unreadable(f"“{name}” is no sheet of quotes in JSON.")
    if version != json_sheet.VERSION:
        raise Unreadable(
            f"“{name}” is a sheet of version {version} of its form, and this program reads version "
            f"{json_sheet.VERSION}: update the older of the two programs, and write the sheet anew."
        )
    if not holds:
        raise Unreadable(f"“{name}” holds quotes without their articles: write it by `export --whole` to import it.")
    return whole


def _faults(quote: Record, texts: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with what a sheet says of a quote, whose article's text is looked up by the quote's id."""
    verdict, text = quote["verdict"]["verdict"], texts.get(quote["id"])
    if verdict not in set(Verdict):
        yield f"has the verdict “{verdict}”, which there is not"
    if text is None:
        yield "is of an article that is not in it"
        return
    for passage in quote["words"]["passages"]:
        start, end = passage["start"], passage["end"]
        if not 0 <= start <= end <= len(text):
            yield f"stands from {start:,} to {end:,}, where its article, of {len(text):,} characters, has no words"
        elif text[start:end] != passage["words"]:
            yield f"has other words than those that stand from {start:,} to {end:,} in its article"


def _texts(ledger: Ledger) -> Mapping[str, str]:
    """The text of each quote's article, by the quote's id."""
    articles = {row["id"]: row["text"] for row in ledger.rows if row["table"] == "articles"}
    return {row["id"]: articles[row["article"]] for row in ledger.rows if row["table"] == "quotes"}


def _ledger(store: Record) -> Ledger:
    rows = tuple({column: _value(value) for column, value in row.items()} for row in store["rows"])
    if not (isinstance(store["form"], int) and all(isinstance(row["table"], str) for row in rows)):
        raise TypeError("a ledger of another form")
    return Ledger(store["form"], store["seal"], rows)


def _as_text(value: object) -> Record:
    if not isinstance(value, bytes):
        raise TypeError(f"{value!r} cannot be kept in a store")
    return {BYTES: b64encode(value).decode()}


def _value(value: Any) -> str | int | float | bytes | None:
    """A value as a store keeps it; raises ValueError or TypeError for what none does."""
    match value:
        case {"base64": str(written), **others} if not others:
            return b64decode(written, validate=True)
        case str():
            value.encode()  # half a pair of surrogates is no text
            return value
        case int() | float() | None if not isinstance(value, bool):
            return value
        case _:
            raise TypeError(f"{value!r} cannot be kept in a store")
