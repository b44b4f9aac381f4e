"""What became of an edition is said beside its bytes; any two are compared, and every correction is listed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from jsonschema import Draft202012Validator

from factsheet.export.content import Answer, Value
from factsheet.export.edition import build_edition
from factsheet.export.schemas import CORRECTIONS, DIFFERENCE, EDITIONS
from factsheet.models import Edition, FactSheet
from tests.factories import NOON, make_edition, make_sheet, make_token
from tests.factsheet.export.samples import make_content, make_fact
from tests.factsheet.newsroom import writes_of

pytestmark = pytest.mark.django_db

NOTE = "Le bilan était faux: 100 %, “non”."
COMPARE = "/api/sheets/ferry/editions/compare.json"
CORRECTED = "/api/corrections.json"


@pytest.fixture
def sheet() -> Any:
    """A sheet whose second edition updates the first, whose third corrects it, and whose fourth updates that."""
    sheet = make_sheet(slug="ferry")
    seats = make_fact(1, answer=Answer("more than 1,300", Value(low=Decimal(1300))))
    make_edition(sheet, body=build_edition(make_content(make_fact(1), make_fact(2, label="Ferries"))))
    for number, kind, lines in ((2, "update", (seats,)), (3, "correction", (seats,)), (4, "update", (seats,))):
        body = build_edition(make_content(*lines, number=number, kind=kind, note=NOTE))
        make_edition(sheet, body=body, kind=kind, note=NOTE, published_at=NOON + timedelta(days=number))
    return sheet


@pytest.fixture
def get(client: Client) -> Any:
    bearer = {"Authorization": f"Bearer {make_token('CMS')[1]}"}
    return lambda path, **headers: client.get(path, headers={**bearer, **headers})


def validate(schema: Any, document: Any) -> None:
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(document)


def test_an_old_edition_says_beside_its_bytes_by_which_it_was_corrected_when_and_why(
    sheet: FactSheet, get: Any
) -> None:
    response = get("/api/sheets/ferry/editions/1.json")
    assert response.content == bytes(Edition.objects.get(number=1).body)
    status, by, at, url, note = response["Edition-Status"].split(";")
    assert (status, by, at) == ("corrected", "by=3", f"at=@{int((NOON + timedelta(days=3)).timestamp())}")
    assert url == f'url="{settings.SITE_URL}/api/sheets/ferry/editions/3.json"'
    assert note == 'note=%"Le bilan %c3%a9tait faux: 100 %25, %e2%80%9cnon%e2%80%9d."'
    assert '/api/sheets/ferry/edition.json>; rel="latest-version"' in response["Link"]
    again = get("/api/sheets/ferry/editions/1.json", **{"If-None-Match": response["ETag"]})
    assert (again.status_code, again["Edition-Status"]) == (304, response["Edition-Status"])


@pytest.mark.parametrize(
    ("number", "status"),
    [(2, "corrected;by=3"), (3, "updated;by=4"), (4, "current;kind=update")],
)
def test_what_became_of_an_edition_is_the_gravest_that_came_later(
    sheet: FactSheet, get: Any, number: int, status: str
) -> None:
    assert get(f"/api/sheets/ferry/editions/{number}.json")["Edition-Status"].startswith(status)


def test_a_withdrawal_is_the_newest_edition_and_stands_over_every_other(sheet: FactSheet, get: Any) -> None:
    body = build_edition(make_content(number=5, kind="withdrawal", note="All wrong.", facts=()))
    make_edition(sheet, body=body, kind="withdrawal", note="All wrong.")
    newest = get("/api/sheets/ferry/edition.json")
    assert (newest.status_code, newest.json()["content"]["edition"]["kind"]) == (200, "withdrawal")
    assert newest["Edition-Status"] == "current;kind=withdrawal"
    for number in range(1, 5):
        assert get(f"/api/sheets/ferry/editions/{number}.json")["Edition-Status"].startswith("withdrawn;by=5")


def test_a_long_note_is_cut_in_the_header_alone(get: Any) -> None:
    sheet = make_sheet(slug="ferry")
    make_edition(sheet)
    make_edition(sheet, kind="correction", note="\n\u2028é" * 2000)
    response = get("/api/sheets/ferry/editions/1.json")
    assert len(response["Edition-Status"]) < 3000
    assert response["Edition-Status"].isascii()
    listed = get("/api/sheets/ferry/editions.json").json()["editions"][1]
    assert listed["replaced"]["note"] == "\n\u2028é" * 2000


def test_the_list_says_of_each_edition_what_replaced_it(sheet: FactSheet, get: Any) -> None:
    document = get("/api/sheets/ferry/editions.json").json()
    validate(EDITIONS, document)
    told = [(entry["number"], entry["kind"], (entry["replaced"] or {}).get("number")) for entry in document["editions"]]
    assert told == [(4, "update", None), (3, "correction", 4), (2, "update", 3), (1, None, 3)]
    older = get("/api/sheets/ferry/editions.json?before=2").json()["editions"]
    assert [entry["replaced"]["number"] for entry in older] == [3]


def test_two_editions_are_compared_word_by_word_other_figures_first(sheet: FactSheet, get: Any) -> None:
    response = get(f"{COMPARE}?from=1&to=3")
    document = response.json()
    validate(DIFFERENCE, document)
    assert (document["from"]["number"], document["to"]["number"], document["kept"]) == (1, 3, 0)
    changed, removed = document["lines"]
    assert (changed["change"], changed["figure"], changed["label"]) == ("changed", True, "Seats on the ferry")
    answer = changed["parts"][0]
    assert (answer["name"], answer["before"], answer["after"]) == ("answer", "more than 1,200", "more than 1,300")
    assert answer["words"] == [
        {"fate": "kept", "words": "more than"},
        {"fate": "gone", "words": " 1,200"},
        {"fate": "new", "words": " 1,300"},
    ]
    assert (removed["change"], removed["id"]) == ("removed", 2)
    assert get(f"{COMPARE}?from=1&to=3", **{"If-None-Match": response["ETag"]}).status_code == 304
    backwards = get(f"{COMPARE}?from=3&to=1").json()
    assert [line["change"] for line in backwards["lines"]] == ["changed", "added"]
    assert get(f"{COMPARE}?from=3&to=4").json()["lines"] == []


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400),
        ("?from=1", 400),
        ("?from=1&to=x", 400),
        ("?from=0&to=1", 400),
        (f"?from=1&to={10**30}", 400),
        ("?from=1&to=9", 404),
        (f"?from=1&to={10**18 - 1}", 404),
    ],
)
def test_editions_that_cannot_be_compared_are_a_problem(sheet: FactSheet, get: Any, query: str, status: int) -> None:
    response = get(COMPARE + query)
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    assert response.json()["detail"]


def test_every_correction_is_listed_newest_first_and_by_pages(sheet: FactSheet, get: Any) -> None:
    other = make_sheet("The port", slug="port")
    make_edition(other)
    make_edition(other, kind="clarification", note="It is the old port.", published_at=NOON + timedelta(days=3))
    seen, address = [], f"{CORRECTED}?limit=2"
    while address:
        document = get(address.removeprefix(settings.SITE_URL)).json()
        validate(CORRECTIONS, document)
        seen += [(entry["sheet"]["slug"], entry["number"], entry["kind"]) for entry in document["corrections"]]
        address = document["next"]
    assert seen == [
        ("ferry", 4, "update"),
        ("port", 2, "clarification"),
        ("ferry", 3, "correction"),
        ("ferry", 2, "update"),
    ]
    (only,) = get(f"{CORRECTED}?kind=correction").json()["corrections"]
    assert only["note"] == NOTE
    assert only["replaces"] == settings.SITE_URL + "/api/sheets/ferry/editions/2.json"
    assert get(only["difference"].removeprefix(settings.SITE_URL)).status_code == 200


def test_nothing_of_a_confidential_sheet_is_listed(sheet: FactSheet, get: Any) -> None:
    FactSheet.objects.update(confidential=True)
    assert get(CORRECTED).json() == {"corrections": [], "next": None, "schema": "factsheet.corrections/1"}
    assert get(f"{COMPARE}?from=1&to=2").status_code == 404


@pytest.mark.parametrize("query", ["kind=erratum", "after=yesterday", "after=2023-07-01T00:00:00~1", "limit=0"])
def test_a_page_of_corrections_that_makes_no_sense_is_a_problem(get: Any, query: str) -> None:
    response = get(f"{CORRECTED}?{query}")
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")


@pytest.mark.parametrize("path", [f"{COMPARE}?from=1&to=2", CORRECTED])
def test_without_a_token_nothing_is_told_and_reading_writes_nothing(
    sheet: FactSheet, get: Any, path: str, client_of: Callable[[User], Client], reporter: User
) -> None:
    assert Client().get(path).status_code == 401
    assert client_of(reporter).get(path).status_code == 200
    assert writes_of(lambda: get(path)) == []


def test_they_are_read_with_as_many_queries_however_many_editions_there_are(
    sheet: FactSheet, get: Any, count_queries: Any
) -> None:
    paths = [f"{COMPARE}?from=1&to=2", CORRECTED]
    paths += [f"/api/sheets/ferry/{place}.json" for place in ("editions/1", "editions")]
    for path in paths:
        # That an edition was fetched for the first time is written down in another way.
        get(path)
    before = [count_queries(lambda path=path: get(path)) for path in paths]
    for _ in range(10):
        make_edition(sheet, kind="update", note=NOTE)
    assert [count_queries(lambda path=path: get(path)) for path in paths] == before
    assert max(before) <= 10
