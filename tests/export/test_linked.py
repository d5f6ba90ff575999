"""Sheets in the vocabularies of the web, read back by a JSON-LD processor."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from pyld import jsonld

from quotereview.export import annotations, quotations
from quotereview.model import Imprint, SpeakerType
from tests.export import golden
from tests.export.rows import HOSTILE, ROWS

OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"
SEAL = "ab" * 32
IMPRINT = Imprint("Mara Voss", datetime(2026, 5, 13, 8, 5, tzinfo=UTC), SEAL, "quotereview 1.2.3")

# The terms of the published contexts that a sheet uses; nothing is fetched.
CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": {
        "oa": OA,
        "as": "http://www.w3.org/ns/activitystreams#",
        "dcterms": "http://purl.org/dc/terms/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "id": {"@id": "@id", "@type": "@id"},
        "type": {"@id": "@type", "@type": "@id"},
        "Annotation": "oa:Annotation",
        "AnnotationPage": "as:OrderedCollectionPage",
        "Person": "foaf:Person",
        "TextualBody": "oa:TextualBody",
        "TextQuoteSelector": "oa:TextQuoteSelector",
        "TextPositionSelector": "oa:TextPositionSelector",
        "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
        "body": {"@type": "@id", "@id": "oa:hasBody"},
        "target": {"@type": "@id", "@id": "oa:hasTarget"},
        "source": {"@type": "@id", "@id": "oa:hasSource"},
        "selector": {"@type": "@id", "@id": "oa:hasSelector"},
        "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
        "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
        "assessing": "oa:assessing",
        "identifying": "oa:identifying",
        "commenting": "oa:commenting",
        "creator": {"@type": "@id", "@id": "dcterms:creator"},
        "created": {"@id": "dcterms:created", "@type": "http://www.w3.org/2001/XMLSchema#dateTime"},
        "name": "foaf:name",
        "value": "rdf:value",
        "exact": "oa:exact",
        "prefix": "oa:prefix",
        "suffix": "oa:suffix",
        "start": {"@id": "oa:start"},
        "end": {"@id": "oa:end"},
    },
    SCHEMA: {"@vocab": SCHEMA},
}


@pytest.fixture(autouse=True)
def nothing_fetched() -> Iterator[None]:
    def kept(url: str, _: object) -> dict[str, Any]:
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXTS[url]}}

    before = jsonld.get_document_loader()
    jsonld.set_document_loader(kept)
    yield
    jsonld.set_document_loader(before)


def expanded(content: bytes) -> Any:
    """The graph with whole names; a term that no context knows would be lost, and is refused."""
    return jsonld.expand(json.loads(content), {"onPropertyDropped": lost})


def lost(term: str) -> None:
    raise AssertionError(f"no vocabulary has {term}")


def items() -> list[Any]:
    [page] = expanded(annotations.content(ROWS, IMPRINT))
    return list(page["http://www.w3.org/ns/activitystreams#items"][0]["@list"])


def test_sheets_are_as_expected() -> None:
    golden.check("sheet.annotations.jsonld", annotations.content(ROWS, IMPRINT))
    golden.check("sheet.quotations.jsonld", quotations.content(ROWS))


def test_every_passage_and_its_speaker_are_triples() -> None:
    told = jsonld.to_rdf(json.loads(annotations.content(ROWS, IMPRINT)), {"format": "application/n-quads"})
    passages = [passage.words for row in ROWS for passage in row.passages]
    assert told.count(f"<{OA}exact>") == len(passages)
    told = jsonld.to_rdf(json.loads(quotations.content(ROWS)), {"format": "application/n-quads"})
    assert told.count(f"<{SCHEMA}text>") == told.count(f"<{SCHEMA}isPartOf>") == len(ROWS)
    assert f'<{SCHEMA}text> "الجسر آمن"' in told
    assert f'<{SCHEMA}name> "Nadim Qassar"' in told


def test_an_annotation_points_at_the_words_by_place_and_by_neighbourhood() -> None:
    [target] = items()[0][f"{OA}hasTarget"]
    position, quoted = target[f"{OA}hasSelector"]
    assert position["@type"] == [f"{OA}TextPositionSelector"]
    assert (position[f"{OA}start"][0]["@value"], position[f"{OA}end"][0]["@value"]) == (1199, 1230)
    assert quoted[f"{OA}exact"] == [{"@value": "Those people are welcome home,"}]
    assert quoted[f"{OA}prefix"][0]["@value"].endswith("He then “")
    assert target[f"{OA}hasSource"] == [{"@id": "https://courier.example/power?a=1&b=2"}]


def test_a_quote_in_two_passages_has_two_targets_and_its_article_s_hash_where_there_is_no_address() -> None:
    targets = items()[2][f"{OA}hasTarget"]
    assert [target[f"{OA}hasSource"][0]["@id"] for target in targets] == [f"urn:sha256:{HOSTILE.sha256}"] * 2


def test_who_ruled_is_the_creator_and_nobody_is_of_what_nobody_ruled() -> None:
    creator = "http://purl.org/dc/terms/creator"
    ruled, waiting, *_ = items()
    assert ruled[creator][0]["http://xmlns.com/foaf/0.1/name"] == [{"@value": "Mara Voss"}]
    assert ruled[f"{OA}motivatedBy"] == [{"@id": f"{OA}assessing"}]
    assert creator not in waiting
    assert waiting[f"{OA}motivatedBy"] == [{"@id": f"{OA}identifying"}]


def test_what_was_accepted_unread_says_so() -> None:
    said = [body.get("http://www.w3.org/1999/02/22-rdf-syntax-ns#value") for body in items()[3][f"{OA}hasBody"]]
    assert [{"@value": "accepted in bulk, unread"}] in said


def test_the_body_says_who_spoke_in_the_terms_of_schema_org() -> None:
    quotation = items()[0][f"{OA}hasBody"][0]
    assert quotation["@type"] == [f"{SCHEMA}Quotation"]
    [speaker] = quotation[f"{SCHEMA}spokenByCharacter"]
    assert (speaker["@type"], speaker[f"{SCHEMA}name"]) == ([f"{SCHEMA}Person"], [{"@value": "Nadim Qassar"}])


def test_a_quotation_names_speaker_article_and_source() -> None:
    quotation = expanded(quotations.content(ROWS[:1]))[0]
    [article], [source] = quotation[f"{SCHEMA}isPartOf"], quotation[f"{SCHEMA}isBasedOn"]
    assert article[f"{SCHEMA}datePublished"] == [{"@value": "2026-05-12"}]
    assert source[f"{SCHEMA}name"] == [{"@value": "SANA"}]
    assert quotation[f"{SCHEMA}creativeWorkStatus"] == [{"@value": "confirmed"}]


def test_what_is_not_known_is_left_out() -> None:
    quotation = expanded(quotations.content(ROWS[1:2]))[0]
    assert f"{SCHEMA}spokenByCharacter" not in quotation
    assert f"{SCHEMA}isBasedOn" not in quotation


def test_every_type_of_speaker_has_a_term() -> None:
    assert quotations.SPEAKERS.keys() == set(SpeakerType)
