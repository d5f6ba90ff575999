"""The sheet for other programs keeps to the schema that documents it."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from quotereview import paths
from quotereview.export import json as sheet
from quotereview.export import whole
from quotereview.model import Imprint, Ledger
from tests.export import golden
from tests.export.rows import DECIDED, ROWS

IMPRINT = Imprint("Mara Voss", datetime(2026, 5, 13, 8, 5, tzinfo=UTC), "ab" * 32, "quotereview 1.2.3")


@pytest.fixture
def schema() -> Draft202012Validator:
    told = json.loads(paths.resource("sheet", "quotes.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(told)
    return Draft202012Validator(told, format_checker=FormatChecker())


def written() -> Any:
    return json.loads(sheet.content(ROWS, IMPRINT))


def test_sheet_is_as_expected() -> None:
    golden.check("sheet.json", sheet.content(ROWS, IMPRINT))


def test_sheet_keeps_to_its_schema(schema: Draft202012Validator) -> None:
    schema.validate(written())
    schema.validate(json.loads(sheet.content([])))


def test_a_whole_sheet_keeps_to_it_too(schema: Draft202012Validator) -> None:
    rows = ({"table": "acts", "id": "a", "done": 1, "score": 0.5, "undoes": None}, {"table": "articles", "it": b"\xff"})
    told = json.loads(whole.content(ROWS, Ledger(26, "ab" * 32, rows)))
    schema.validate(told)
    assert told["store"]["rows"][1] == {"table": "articles", "it": {"base64": "/w=="}}


@pytest.mark.parametrize(
    ("part", "value"), [("version", 2), ("quotes", [{}]), ("written", {"editor": "Mara"}), ("more", True)]
)
def test_the_schema_tells_what_is_no_sheet(schema: Draft202012Validator, part: str, value: object) -> None:
    assert not schema.is_valid(written() | {part: value})


def test_the_schema_knows_every_field_of_a_quote(schema: Draft202012Validator) -> None:
    told = written()
    told["quotes"][0]["words"].pop("before")
    assert not schema.is_valid(told)


def test_places_and_words_are_those_of_the_passages() -> None:
    [passage] = sheet.record(DECIDED)["words"]["passages"]
    assert passage == {"start": 1199, "end": 1230, "words": "Those people are welcome home,"}
