"""The schema accepts every edition we build and nothing that breaks the contract."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import UTC, datetime, time
from functools import reduce
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from articles.values import Hedge, Kind, Precision
from factsheet.export.content import Answer, Citation, EditionContent, FactLine, Value
from factsheet.export.edition import EditionError, build_edition, read_edition
from factsheet.export.schemas import SCHEMAS, validate_edition, write_schema
from factsheet.models import Evidence, Fact
from tests.factsheet.export.samples import make_citation, make_content, make_fact, make_open_fact

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SOME_WORDS = WORDS.filter(bool)
IDS = st.integers(1, 10**12)
FIGURES = st.decimals(allow_nan=False, allow_infinity=False)
SHA256 = st.text("0123456789abcdef", min_size=64, max_size=64)
CLOCKS = st.builds(time, st.integers(0, 23), st.integers(0, 59))
MOMENTS = st.integers(-(10**10), 10**10).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
VALUES = st.builds(
    Value,
    low=st.none() | FIGURES | st.dates() | CLOCKS,
    high=st.none() | FIGURES | st.dates() | CLOCKS,
    low_open=st.booleans(),
    high_open=st.booleans(),
    hedge=st.sampled_from([*Hedge]),
    unit=WORDS,
    per=WORDS,
    precision=st.sampled_from(["", *Precision]),
)
CITATIONS = st.builds(
    Citation,
    evidence_id=IDS,
    claim_id=IDS,
    article_id=IDS,
    article_title=WORDS,
    article_sha256=SHA256,
    text=SOME_WORDS,
    start=st.integers(0, 10**6),
    end=IDS,
    sentence=SOME_WORDS,
    source=WORDS,
    article_url=st.sampled_from(["", "https://a.example/ä?b#c", "javascript:x"]),
    article_published=st.none() | st.dates(),
    stance=st.sampled_from(Evidence.Stance.values),
    relation=st.sampled_from(Evidence.Relation.values),
    relation_reason=WORDS,
    attribution=WORDS,
    value=VALUES,
)
OPEN = st.fixed_dictionaries({"state": st.just("open")})
STATED = st.fixed_dictionaries(
    {
        "state": st.sampled_from(["settled", "disputed"]),
        "answer": st.builds(Answer, text=SOME_WORDS, value=VALUES),
        "rationale": WORDS,
        "decided_at": MOMENTS,
        "decided_by": SOME_WORDS,
        "citations": st.lists(CITATIONS, min_size=1, max_size=3).map(tuple),
        "dissent": st.lists(CITATIONS, max_size=2).map(tuple),
    }
)
FACTS = st.builds(
    lambda decided, **fields: FactLine(**decided, **fields),
    decided=OPEN | STATED,
    id=IDS,
    label=SOME_WORDS,
    kind=st.sampled_from([*Kind]),
    position=st.integers(0, 1000),
    status=st.sampled_from(Fact.Status.values),
    unit=WORDS,
    per=WORDS,
    scope=WORDS,
    as_of=st.none() | st.dates(),
    heading=WORDS,
    origins=st.integers(0, 50),
)
CONTENTS = st.builds(
    EditionContent,
    site_url=st.just("https://desk.example"),
    slug=st.from_regex(r"[a-z0-9-]+", fullmatch=True),
    title=SOME_WORDS,
    summary=WORDS,
    number=IDS,
    published_at=MOMENTS,
    published_by=SOME_WORDS,
    approved_by=WORDS,
    approved_at=st.none() | MOMENTS,
    previous_sha256=st.just("") | SHA256,
    note=WORDS,
    kind=st.sampled_from([None, "", "correction", "withdrawal"]),
    facts=st.lists(FACTS, max_size=3).map(tuple),
)


@settings(max_examples=300, deadline=None)
@given(WORDS.map("https://".__add__) | WORDS.map("http://a.example".__add__) | WORDS.map("https://a.example/".__add__))
def test_every_address_is_a_uri_or_left_out(address: Any) -> None:
    validate_edition(build_edition(make_content(make_fact(citations=(make_citation(article_url=address),)))))


@settings(max_examples=60, deadline=None, phases=set(Phase) - {Phase.shrink, Phase.explain})
@given(CONTENTS)
def test_every_edition_is_valid_and_reads_back_to_the_same_bytes(content: Any) -> None:
    body = build_edition(content)
    validate_edition(body)
    assert build_edition(read_edition(body).content) == body


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_a_schema(name: str) -> None:
    served = json.loads(write_schema(name, address=f"https://desk.example/{name}.json"))
    Draft202012Validator.check_schema(served)
    assert served["$id"] == f"https://desk.example/{name}.json"


def _objects(schema: Any) -> Any:
    if isinstance(schema, dict):
        if "properties" in schema and schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from _objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _objects(part)


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_object_demands_every_key_and_refuses_others(name: str) -> None:
    objects = list(_objects(SCHEMAS[name]))
    assert objects
    for part in objects:
        assert part["additionalProperties"] is False
        later = part.get("dependentRequired", {})
        assert part["required"] == [key for key in part["properties"] if key not in later]
        # Those that came later come all together.
        assert all(set(needed) == later.keys() for needed in later.values())


DROP = object()
FACT = ("content", "facts", 0)
CITED = (*FACT, "citations", 0)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("schema",), "factsheet.edition/2"),
        (("surprise",), 1),
        (("content_sha256",), "A" * 64),
        (("content_sha256",), DROP),
        (("content", "sheet", "slug"), "no spaces here"),
        (("content", "sheet", "title"), ""),
        (("content", "edition", "number"), 0),
        (("content", "edition", "published_at"), "2023-13-01T00:00:00Z"),
        (("content", "edition", "published_at"), "2023-07-01T00:00:00+02:00"),
        (("content", "edition", "previous_sha256"), "abc"),
        (("content", "edition", "url"), "javascript:alert(1)"),
        (("content", "edition", "kind"), "erratum"),
        (("content", "edition", "kind"), DROP),
        (("content", "edition", "approved_alone"), DROP),
        (("content", "edition", "approved_alone"), [7, 7]),
        ((*FACT, "surprise"), 1),
        ((*FACT, "kind"), "number"),
        ((*FACT, "state"), "left_out"),
        ((*FACT, "as_of"), "2023-02-30"),
        ((*FACT, "position"), "1"),
        ((*FACT, "answer"), None),
        ((*FACT, "answer", "text"), ""),
        ((*FACT, "answer", "low"), 1200),
        ((*FACT, "answer", "low"), "1,200"),
        ((*FACT, "answer", "low"), "1e3"),
        ((*FACT, "answer", "low"), "2023-06-31"),
        ((*FACT, "answer", "hedge"), "roughly"),
        ((*FACT, "citations"), []),
        ((*FACT, "decided_at"), None),
        ((*FACT, "decided_by"), None),
        ((*CITED, "quote", "start"), -1),
        ((*CITED, "quote", "text"), ""),
        ((*CITED, "article", "sha256"), None),
        ((*CITED, "article", "url"), "https://a.example/a b"),
        ((*CITED, "article", "published"), "yesterday"),
        ((*CITED, "stance"), ""),
        ((*CITED, "number"), 0),
        (("content", "references", 0, "citations"), []),
        (("content", "references", 0, "citations"), [1, 1]),
    ],
)
def test_what_breaks_the_contract_is_refused_and_named(place: Any, value: Any) -> None:
    document = json.loads(build_edition(make_content(kind="correction")))
    broken = deepcopy(document)
    parent = reduce(lambda part, key: part[key], place[:-1], broken)
    if value is DROP:
        del parent[place[-1]]
    else:
        parent[place[-1]] = value
    validate_edition(json.dumps(document).encode())
    with pytest.raises(EditionError, match=r"^\$"):
        validate_edition(json.dumps(broken).encode())


@pytest.mark.parametrize(
    ("changes", "valid"),
    [
        ({"answer": Answer("about 12"), "decided_at": None, "decided_by": ""}, False),
        ({"rationale": "because"}, False),
        ({"dissent": (make_citation(),)}, True),
        ({}, True),
    ],
)
def test_an_open_line_says_nothing(changes: Any, valid: bool) -> None:
    body = build_edition(make_content(make_open_fact(**changes)))
    if valid:
        validate_edition(body)
    else:
        with pytest.raises(EditionError):
            validate_edition(body)


@pytest.mark.parametrize("answer", [None, Answer("not established")])
def test_a_line_that_is_not_established_may_have_no_answer_and_no_citation(answer: Any) -> None:
    body = build_edition(make_content(make_fact(state="not_established", answer=answer, citations=(), dissent=())))
    validate_edition(body)


def test_bytes_that_are_no_json_are_refused() -> None:
    with pytest.raises(EditionError, match="no JSON"):
        validate_edition(b"{")


def test_the_schema_speaks_the_words_of_the_models() -> None:
    properties = SCHEMAS["edition-1"]["$defs"]
    citation, fact = properties["citation"]["properties"], properties["fact"]["properties"]
    assert {word or "" for word in citation["stance"]["enum"]} == set(Evidence.Stance.values)
    assert {word or "" for word in citation["relation"]["enum"]} == set(Evidence.Relation.values)
    assert set(fact["status"]["enum"]) == set(Fact.Status.values)
    # What is left out is not in the edition.
    assert set(fact["state"]["enum"]) == set(Fact.State.values) - {"left_out"}
