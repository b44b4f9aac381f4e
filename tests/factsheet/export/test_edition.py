"""An edition becomes bytes that are stable, say what they should, and read back as what went in."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Never

import pytest

from factsheet.export.content import Answer, Value
from factsheet.export.edition import EditionError, build_edition, read_edition
from tests.factsheet.export.samples import AT, make_citation, make_content, make_fact, make_open_fact


def _written(*facts: Any, **changes: Any) -> Any:
    return json.loads(build_edition(make_content(*facts, **changes)))


def test_the_bytes_are_the_same_for_the_same_content() -> None:
    assert build_edition(make_content()) == build_edition(make_content())


def test_the_bytes_are_canonical_json_and_a_newline() -> None:
    body = build_edition(make_content(title="Café “Ω” \u2028 <b>"))
    document = json.loads(body)
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert body == canonical.encode() + b"\n"


def test_no_number_is_a_float() -> None:
    def refuse(text: str) -> Never:
        raise AssertionError(f"{text} is a float")

    json.loads(build_edition(make_content()), parse_float=refuse)


def test_the_digest_is_that_of_the_canonical_content_and_can_be_checked_without_our_code() -> None:
    document = _written()
    again = json.dumps(document["content"], sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    assert document["content_sha256"] == hashlib.sha256(again).hexdigest()


def test_what_is_read_back_is_what_went_in() -> None:
    content = make_content(
        make_fact(1, citations=(make_citation(41, number=1),), dissent=(make_citation(42, number=2),)),
        make_open_fact(2),
        make_fact(
            3,
            state="disputed",
            answer=Answer("Friday, says one; Saturday, says the other"),
            citations=(
                make_citation(43, number=3, value=Value(date(2023, 6, 30), date(2023, 6, 30), precision="day")),
            ),
            dissent=(),
        ),
        make_fact(
            4,
            answer=Answer("-0.5 %", Value(Decimal("-0.50"), Decimal("-0.50"), unit="percent")),
            citations=(make_citation(41, number=1),),
            dissent=(),
        ),
        previous_sha256="b" * 64,
        number=2,
        note="The seats were wrong.",
    )
    assert read_edition(build_edition(content)).content == content


def test_citations_are_numbered_by_first_use_and_one_claim_keeps_its_number() -> None:
    both = (make_citation(9), make_citation(5))
    document = _written(
        make_fact(1, citations=both, dissent=(make_citation(5),)), make_fact(2, citations=(make_citation(7),))
    )
    first, second = document["content"]["facts"]
    assert [(c["evidence_id"], c["number"]) for c in first["citations"]] == [(9, 1), (5, 2)]
    assert [c["number"] for c in first["dissent"]] == [2]
    assert [c["number"] for c in second["citations"]] == [3]


def test_each_article_is_listed_once_with_the_citations_that_stand_in_it() -> None:
    fact = make_fact(
        1,
        citations=(make_citation(1, article_id=30), make_citation(2, article_id=20), make_citation(3, article_id=30)),
        dissent=(make_citation(4, article_id=20),),
    )
    references = _written(fact)["content"]["references"]
    assert [(r["article_id"], r["citations"]) for r in references] == [(30, [1, 3]), (20, [2, 4])]


def test_an_open_fact_has_no_answer_and_no_decision() -> None:
    (fact,) = _written(make_open_fact())["content"]["facts"]
    assert [fact[key] for key in ("state", "answer", "rationale", "decided_at", "decided_by", "citations")] == [
        "open", None, None, None, None, [],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (Decimal(15000), "15000"),
        (Decimal("1.50"), "1.50"),
        (Decimal("1E+6"), "1000000"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal(-3), "-3"),
        (Decimal("-0"), "0"),
        (Decimal("12345678901234567890.12345678901234567890"), "12345678901234567890.12345678901234567890"),
        (date(987, 1, 2), "0987-01-02"),
        (None, None),
    ],
)
def test_a_bound_is_written_in_plain_notation_to_the_last_digit(number: Any, written: str) -> None:
    value = Value(low=number)
    (fact,) = _written(make_fact(answer=Answer("so much", value)))["content"]["facts"]
    assert fact["answer"]["low"] == written


def test_moments_are_written_in_utc_whatever_zone_they_come_in() -> None:
    east = timezone(timedelta(hours=5, minutes=30))
    edition = _written(published_at=datetime(2023, 7, 1, 2, 0, 0, 999, tzinfo=east))["content"]["edition"]
    assert edition["published_at"] == "2023-06-30T20:30:00Z"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://a.example/x?y=1&z=%20#f", "https://a.example/x?y=1&z=%20#f"),
        ("HTTPS://a.example/café 100%", "https://a.example/caf%C3%A9%20100%25"),
        ("https://a.example/<script>", "https://a.example/%3Cscript%3E"),
        ("https://zürich.example:8080/a[1]?b=[2]?#c#d", "https://z%C3%BCrich.example:8080/a%5B1%5D?b=%5B2%5D?#c%23d"),
        ("https://a.example", "https://a.example"),
        ("https://user:secret@a.example/", None),
        ("https://a.example:port/", None),
        ("https://", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("", None),
    ],
)
def test_an_address_is_written_as_a_uri_or_not_at_all(address: Any, written: str) -> None:
    (fact,) = _written(make_fact(citations=(make_citation(article_url=address),)))["content"]["facts"]
    assert fact["citations"][0]["article"]["url"] == written


@pytest.mark.parametrize(
    "changes",
    [
        {"published_at": AT.replace(tzinfo=None)},
        {"facts": (make_fact(answer=Answer("?", Value(low=Decimal("NaN")))),)},
        {"facts": (make_fact(answer=Answer("?", Value(high=Decimal("Infinity")))),)},
        {"title": "half a \ud83d"},
    ],
)
def test_what_json_cannot_say_is_refused(changes: Any) -> None:
    with pytest.raises(ValueError, match=r"time zone|figure|surrogates"):
        build_edition(replace(make_content(), **changes))


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda body: body.replace(b"1,200", b"1,300"), "does not match"),
        (lambda body: body.replace(b"edition/1", b"edition/2"), "the schema is"),
        (lambda body: body[:-40], "is no factsheet.edition/1"),
        (lambda body: b"[]", "is no factsheet.edition/1"),
        (lambda body: b"\xff", "is no factsheet.edition/1"),
        (lambda body: body.replace(b'"origins"', b'"sources"'), "is no factsheet.edition/1"),
        (lambda body: b"[" * 200_000, "is no factsheet.edition/1"),
    ],
)
def test_bytes_that_are_not_the_edition_are_refused(spoil: Any, message: str) -> None:
    with pytest.raises(EditionError, match=message):
        read_edition(spoil(build_edition(make_content())))
