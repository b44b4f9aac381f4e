"""The CMS gets the stored bytes, cheaply and only with a token; whatever else it asks for is a problem it can read."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from jsonschema import Draft202012Validator

from factsheet.export.edition import build_edition
from factsheet.export.schemas import EDITIONS, PROBLEM, validate_edition
from factsheet.models import Edition, FactSheet
from tests.factories import NOON, make_edition, make_sheet, make_token, make_user
from tests.factsheet.export.samples import make_content

pytestmark = pytest.mark.django_db

NEWEST = "/api/sheets/ferry/edition.json"
SECOND = "/api/sheets/ferry/editions/2.json"
LIST = "/api/sheets/ferry/editions.json"
READ = (NEWEST, SECOND, LIST)


@pytest.fixture(autouse=True)
def unnoted(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is noted once an answer is sent is no part of the answer (`test_deliveries`)."""
    monkeypatch.setattr("factsheet.api.deliveries.note_delivery", lambda *_args, **_told: True)


@pytest.fixture
def sheet() -> Any:
    """A sheet with two editions, whose bodies are whole exports."""
    sheet = make_sheet(slug="ferry")
    first = make_edition(sheet, body=build_edition(make_content(number=1)))
    content = make_content(number=2, previous_sha256=first.sha256, note="The year was wrong.")
    make_edition(sheet, body=build_edition(content), note="The year was wrong.", published_at=NOON + timedelta(days=1))
    return sheet


@pytest.fixture
def bearer() -> Any:
    return {"Authorization": f"Bearer {make_token('CMS')[1]}"}


@pytest.fixture
def get(client: Client, bearer: Any) -> Any:
    def send(path: str, method: str = "get", **headers: Any) -> Any:
        return getattr(client, method)(path, headers={**bearer, **headers})

    return send


def _check_problem(response: Any, status: int) -> None:
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    Draft202012Validator(PROBLEM).validate(response.json())
    assert response.json()["status"] == status


def test_the_newest_edition_is_the_bytes_that_are_stored(sheet: FactSheet, get: Any) -> None:
    response = get(NEWEST)
    stored = Edition.objects.get(sheet=sheet, number=2)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    assert response.content == bytes(stored.body)
    validate_edition(response.content)


def test_an_edition_stays_under_its_number_and_says_so_itself(sheet: FactSheet, get: Any) -> None:
    response = get("/api/sheets/ferry/editions/1.json")
    assert response.content == bytes(Edition.objects.get(sheet=sheet, number=1).body)
    assert response["Cache-Control"] == "private, no-cache"
    address = json.loads(response.content)["content"]["edition"]["url"]
    assert address == make_content().site_url + reverse("api:edition", args=["ferry", 1])


@pytest.mark.parametrize("path", READ)
def test_each_answer_can_be_checked_and_cached_by_its_digest(sheet: FactSheet, get: Any, path: str) -> None:
    response = get(path)
    digest = hashlib.sha256(response.content)
    assert response["ETag"] == f'"{digest.hexdigest()}"'
    assert response["Repr-Digest"] == f"sha-256=:{base64.b64encode(digest.digest()).decode()}:"
    assert int(response["Content-Length"]) == len(response.content)
    assert response["Last-Modified"] == "Sun, 02 Jul 2023 12:00:00 GMT"
    assert response["Cache-Control"].startswith("private")
    assert {"Authorization", "Cookie"} <= set(response["Vary"].replace(" ", "").split(","))


@pytest.mark.parametrize("path", READ)
def test_head_tells_what_get_would_without_the_body(sheet: FactSheet, get: Any, path: str) -> None:
    whole, head = get(path), get(path, "head")
    assert head.content == b""
    same = ("ETag", "Content-Length", "Content-Type", "Last-Modified", "Cache-Control", "Repr-Digest", "Link")
    assert {name: head[name] for name in same} == {name: whole[name] for name in same}


@pytest.mark.parametrize("path", READ)
@pytest.mark.parametrize("tag", ["{}", "W/{}", '"other", {}', "*"])
def test_whoever_has_it_is_told_so(sheet: FactSheet, get: Any, path: str, tag: Any) -> None:
    fresh = get(path)
    response = get(path, **{"If-None-Match": tag.format(fresh["ETag"])})
    assert (response.status_code, response.content) == (304, b"")
    same = ("ETag", "Cache-Control", "Last-Modified", "Vary")
    assert {name: response[name] for name in same} == {name: fresh[name] for name in same}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"If-None-Match": '"other"'}, 200),
        ({"If-None-Match": "nonsense"}, 200),
        ({"If-Modified-Since": "Sun, 02 Jul 2023 12:00:00 GMT"}, 304),
        ({"If-Modified-Since": "Sun, 02 Jul 2023 11:59:59 GMT"}, 200),
        # RFC 9110, section 13.2.2: a tag outweighs a date.
        ({"If-None-Match": '"other"', "If-Modified-Since": "Sun, 02 Jul 2023 12:00:00 GMT"}, 200),
        ({"If-Match": '"other"'}, 412),
    ],
)
def test_conditions_are_weighed_as_http_says(sheet: FactSheet, get: Any, headers: Any, status: int) -> None:
    response = get(NEWEST, **headers)
    assert response.status_code == status
    assert bool(response.content) is (status != 304)
    if status == 412:
        _check_problem(response, 412)


def test_an_edition_is_read_with_two_queries_beside_the_token_and_told_with_one(
    sheet: FactSheet, get: Any, count_queries: Any
) -> None:
    held = {"If-None-Match": get(NEWEST)["ETag"]}
    for path in (NEWEST, SECOND):
        assert count_queries(lambda path=path: get(path)) == 3
        assert count_queries(lambda path=path: get(path, **held)) == 2
    assert count_queries(lambda: get(LIST)) == 3


@pytest.mark.parametrize("condition", ["tag", "*", "date"])
def test_the_body_of_what_the_reader_holds_is_not_loaded(sheet: FactSheet, get: Any, condition: Any) -> None:
    fresh = get(NEWEST)
    conditions = {
        "tag": {"If-None-Match": fresh["ETag"]},
        "*": {"If-None-Match": "*"},
        "date": {"If-Modified-Since": fresh["Last-Modified"]},
    }
    with CaptureQueriesContext(connection) as captured:
        assert get(NEWEST, **conditions[condition]).status_code == 304
    assert not [entry["sql"] for entry in captured if '"factsheet_edition"."body"' in entry["sql"]]


def test_reading_writes_nothing(
    sheet: FactSheet, get: Any, client_of: Callable[[User], Client], publisher: User
) -> None:
    written = []

    def refuse(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        if not sql.lstrip().upper().startswith("SELECT"):
            written.append(sql)
        return execute(sql, params, many, context)

    signed_in = client_of(publisher)
    with connection.execute_wrapper(refuse):
        for path in (*READ, "/api/sheets/none/edition.json", "/api/schemas/edition-1.json"):
            get(path)
            signed_in.get(path)
            Client().get(path)
    assert written == []


@pytest.mark.parametrize("path", [*READ, "/api/sheets/none/edition.json"])
@pytest.mark.parametrize(
    "authorization",
    ["Bearer fs_guessed", "Bearer", "Basic dXNlcjpwYXNz", "fs_guessed", "Bearer \u00e9".encode().decode("latin-1")],
)
def test_a_bad_token_is_refused_with_a_challenge_before_anything_is_told(
    sheet: FactSheet, client: Client, path: str, authorization: Any
) -> None:
    response = client.get(path, headers={"Authorization": authorization})
    _check_problem(response, 401)
    assert 'Bearer realm="factsheet", error="invalid_token"' in response["WWW-Authenticate"]


@pytest.mark.parametrize("path", READ)
def test_without_a_token_the_challenge_names_no_error(sheet: FactSheet, client: Client, path: str) -> None:
    response = client.get(path)
    _check_problem(response, 401)
    assert response["WWW-Authenticate"] == 'Bearer realm="factsheet"'


def test_a_revoked_token_opens_nothing(sheet: FactSheet, client: Client) -> None:
    _token, secret = make_token(revoked_at=NOON)
    _check_problem(client.get(NEWEST, headers={"Authorization": f"Bearer {secret}"}), 401)


def test_the_word_bearer_may_be_written_in_any_case(sheet: FactSheet, client: Client) -> None:
    _token, secret = make_token()
    assert client.get(NEWEST, headers={"Authorization": f"bEARER  {secret}"}).status_code == 200


def test_somebody_signed_in_who_may_see_sheets_reads_too(
    sheet: FactSheet, client_of: Callable[[User], Client], reporter: User
) -> None:
    assert client_of(reporter).get(NEWEST).status_code == 200


def test_somebody_signed_in_without_a_role_may_not(sheet: FactSheet, client_of: Callable[[User], Client]) -> None:
    _check_problem(client_of(make_user("guest")).get(NEWEST), 403)


def test_a_bad_token_is_refused_whoever_is_signed_in(
    sheet: FactSheet, client_of: Callable[[User], Client], publisher: User
) -> None:
    response = client_of(publisher).get(NEWEST, headers={"Authorization": "Bearer fs_guessed"})
    _check_problem(response, 401)


@pytest.mark.parametrize(
    "path",
    [
        "/api/sheets/none/edition.json",
        "/api/sheets/none/editions.json",
        "/api/sheets/ferry/editions/3.json",
        "/api/sheets/ferry/editions/0.json",
        f"/api/sheets/ferry/editions/{10**30}.json",
        "/api/sheets/ferry/editions/two.json",
        "/api/sheets/ferry",
        "/api/schemas/edition-2.json",
        "/api/nothing/<script>",
        "/api/",
    ],
)
def test_what_is_not_there_is_a_problem_404(sheet: FactSheet, get: Any, path: str) -> None:
    _check_problem(get(path), 404)


def test_a_sheet_without_an_edition_says_so(get: Any) -> None:
    make_sheet(slug="draft")
    response = get("/api/sheets/draft/edition.json")
    _check_problem(response, 404)
    assert "no edition yet" in response.json()["detail"]
    assert get("/api/sheets/draft/editions.json").json()["editions"] == []


@pytest.mark.parametrize("path", [*READ, "/api/schemas/edition-1.json", "/api/nothing"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_only_get_and_head_are_answered(sheet: FactSheet, bearer: Any, path: str, method: str) -> None:
    response = getattr(Client(enforce_csrf_checks=True), method)(path, headers=bearer)
    _check_problem(response, 405)
    assert response["Allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    ("accept", "status"),
    [("application/json", 200), ("application/*;q=0.5, text/html", 200), ("*/*", 200), ("text/html", 406)],
)
def test_what_the_reader_cannot_take_is_said(sheet: FactSheet, get: Any, accept: Any, status: int) -> None:
    response = get(NEWEST, Accept=accept)
    assert response.status_code == status
    if status == 406:
        _check_problem(response, 406)


def test_the_list_names_each_edition_with_its_digest_newest_first(sheet: FactSheet, get: Any) -> None:
    response = get(LIST).json()
    Draft202012Validator(EDITIONS, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(response)
    assert [entry["number"] for entry in response["editions"]] == [2, 1]
    newest, first = response["editions"]
    assert newest["previous_sha256"] == first["sha256"]
    assert newest["note"] == "The year was wrong."
    assert newest["url"] == settings.SITE_URL + SECOND
    assert response["next"] is None


def test_the_list_goes_on_by_key_and_never_repeats(sheet: FactSheet, get: Any, count_queries: Any) -> None:
    for _ in range(5):
        make_edition(sheet)
    seen, address, asked = [], f"{LIST}?limit=3", 0
    while address:
        asked += 1
        page = get(address.removeprefix(settings.SITE_URL)).json()
        seen += [entry["number"] for entry in page["editions"]]
        address = page["next"]
    assert seen == [7, 6, 5, 4, 3, 2, 1]
    assert asked == 3
    assert count_queries(lambda: get(f"{LIST}?limit=2&before=6")) == 3


@pytest.mark.parametrize(
    "query", ["before=x", "before=-1", "before=0", "limit=0", "limit=1e9", f"before={10**30}", "limit="]
)
def test_a_page_that_is_no_number_is_a_problem_400(sheet: FactSheet, get: Any, query: str) -> None:
    _check_problem(get(f"{LIST}?{query}"), 400)


def test_no_page_is_larger_than_the_limit(get: Any) -> None:
    sheet = make_sheet(slug="long")
    publisher = make_user()
    for _number in range(202):
        make_edition(sheet, published_by=publisher)
    assert len(get("/api/sheets/long/editions.json?limit=100000").json()["editions"]) == 200
    assert len(get("/api/sheets/long/editions.json").json()["editions"]) == 50


@pytest.mark.parametrize("name", ["edition-1", "editions-1", "problem-1"])
def test_schemas_are_open_to_everybody_and_name_their_own_address(
    client: Client, name: str, count_queries: Any
) -> None:
    path = reverse("api:schema", args=[name])
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/schema+json"
    assert response.json()["$id"] == settings.SITE_URL + path
    Draft202012Validator.check_schema(response.json())
    assert count_queries(lambda: client.get(path)) == 0


def test_an_edition_links_to_the_schema_that_it_is_valid_against(sheet: FactSheet, get: Any, client: Client) -> None:
    edition = get(NEWEST)
    address = edition["Link"].split(">")[0].removeprefix("<").removeprefix(settings.SITE_URL)
    schema = client.get(address).json()
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(edition.json())
