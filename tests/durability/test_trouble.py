"""A full disk, a read-only database, one that is gone: it is said what is wrong and what to do, and nothing is lost."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InternalError, OperationalError, ProgrammingError, connection
from django.test import Client
from psycopg_pool import PoolTimeout

from factsheet.models import Edition, FactSheet
from factsheet.trouble import ADVICE, WORDS, Trouble, explain, find_trouble
from tests.factories import PASSWORD, make_user
from tests.factsheet.newsroom import make_fact_with, make_ready_sheet, rows

HTMX = {"HX-Request": "true"}
RATIONALE = "Counted twice on the ground, “by hand” & <by name>.\nSecond line."


@contextmanager
def full() -> Iterator[None]:
    """No row finds room: SQLite may not grow; PostgreSQL answers as it does when a file cannot be extended."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA freelist_count")
            # What was freed is no room either.
            if cursor.fetchone()[0]:
                cursor.execute("VACUUM")
            cursor.execute("PRAGMA page_count")
            (pages,) = cursor.fetchone()
            cursor.execute(f"PRAGMA max_page_count = {pages}")
            yield
            cursor.execute("PRAGMA max_page_count = 1073741823")
            return
        cursor.execute(
            "CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION "
            "'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$"
        )
        for table in ("factsheet_activity", "articles_article", "factsheet_session"):
            cursor.execute(f'CREATE TRIGGER fill BEFORE INSERT ON "{table}" EXECUTE FUNCTION fill()')
        yield
        cursor.execute("DROP FUNCTION fill() CASCADE")


@contextmanager
def read_only() -> Iterator[None]:
    """The connection may only read."""
    on, off = (
        ("PRAGMA query_only = ON", "PRAGMA query_only = OFF")
        if connection.vendor == "sqlite"
        else ("SET default_transaction_read_only = on", "SET default_transaction_read_only = off")
    )
    with connection.cursor() as cursor:
        cursor.execute(on)
        yield
        cursor.execute(off)


TROUBLES = {Trouble.FULL: full, Trouble.READ_ONLY: read_only}
Troubled = pytest.mark.parametrize("trouble", TROUBLES)

# A row of a long text needs pages of its own, wherever the last one ends.
LONG = "The mission has 13,000 troops in 41 places. " * 400


@pytest.fixture
def client(own_database: None) -> Client:
    """Signed in as somebody who may do everything on a sheet."""
    client = Client(raise_request_exception=False)
    client.force_login(make_user("editor", role="Publisher"))
    return client


@pytest.mark.parametrize("headers", [{}, HTMX])
@Troubled
def test_what_was_typed_comes_back_and_nothing_is_half_done(
    client: Client, trouble: Trouble, headers: dict[str, str]
) -> None:
    fact = make_fact_with("13000", "15000")
    typed = {"version": 1, "choice": "own", "answer": "13,000 or so", "low": "13000", "rationale": RATIONALE * 60}
    typed["cite"] = fact.evidence.latest("pk").pk
    before = rows()
    with TROUBLES[trouble]():
        answer = client.post(f"{fact.get_absolute_url()}settle/", {**typed, "version": fact.version}, headers=headers)
        assert client.get(fact.get_absolute_url()).status_code == 200
    assert answer.status_code == 503
    assert trouble.words.replace("'", "&#x27;") in answer.text
    assert int(answer.headers["Retry-After"]) > 0
    assert rows() == before
    if headers:
        # The form stays on the page; only the sentence comes.
        assert answer.headers["HX-Retarget"] == "#announcer"
        assert "<html" not in answer.text
    else:
        assert "&lt;by name&gt;.\nSecond line." in answer.text
        assert "13,000 or so</textarea>" in answer.text
        assert "csrfmiddlewaretoken</label>" not in answer.text
    # In order again, the same form is accepted.
    accepted = client.post(f"{fact.get_absolute_url()}settle/", {**typed, "version": fact.version})
    assert accepted.status_code == 422 or accepted.status_code == 302


@Troubled
def test_an_article_is_taken_in_whole_or_not_at_all(client: Client, trouble: Trouble) -> None:
    sheet = make_fact_with("13000").sheet
    before = rows()
    upload = {"text": LONG, "title": "A story", "published": "2023-06-30"}
    with TROUBLES[trouble]():
        answer = client.post(f"/sheets/{sheet.slug}/articles/add/", upload)
    assert (answer.status_code, rows()) == (503, before)
    assert LONG.strip() in answer.text
    assert client.post(f"/sheets/{sheet.slug}/articles/add/", upload).status_code == 302


@Troubled
def test_an_edition_is_published_whole_or_not_at_all(client: Client, trouble: Trouble) -> None:
    sheet = make_ready_sheet(by=make_user("other", role="Editor"), state="approved")
    before = rows()
    with TROUBLES[trouble]():
        answer = client.post(f"/sheets/{sheet.slug}/review/publish/", {"note": "Corrected. " * 450})
    assert (answer.status_code, rows(), Edition.objects.count()) == (503, before, 0)
    assert FactSheet.objects.get().state == "approved"
    assert client.post(f"/sheets/{sheet.slug}/review/publish/", {"note": "Done"}).status_code == 302
    assert Edition.objects.count() == 1


@Troubled
def test_who_signs_in_is_told_why_that_cannot_be_and_the_password_is_not_shown(
    own_database: None, trouble: Trouble
) -> None:
    make_user("somebody", role="Editor")
    with TROUBLES[trouble]():
        answer = Client(raise_request_exception=False).post("/sign-in/", {"username": "somebody", "password": PASSWORD})
    if trouble is Trouble.READ_ONLY or answer.status_code == 503:
        assert answer.status_code == 503
        assert trouble.words.replace("'", "&#x27;") in answer.text
        assert PASSWORD not in answer.text


@Troubled
def test_who_is_signed_in_goes_on_reading_though_that_cannot_be_noted(client: Client, trouble: Trouble) -> None:
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=6)), TROUBLES[trouble]():
        answers = [client.get("/").status_code for _ in range(2)]
        assert "seen" in client.session
    assert answers == [200, 200]


@pytest.fixture
def without_tables(client: Client) -> Iterator[Client]:
    """A client of a site whose database is that of an older version."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE factsheet_factsheet RENAME TO factsheet_former")
        yield client
        cursor.execute("ALTER TABLE factsheet_former RENAME TO factsheet_factsheet")


@pytest.mark.parametrize("address", ["/", "/health/", "/sheets/mission/", "/api/sheets/mission/edition.json"])
def test_an_unprepared_database_is_answered_with_what_to_do(without_tables: Client, address: str) -> None:
    answer = without_tables.get(address)
    assert answer.status_code == 503
    if address.startswith("/api/"):
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.json()["detail"] == Trouble.UNPREPARED.words
    else:
        assert "manage.py migrate" in answer.text
        assert "<h1>" in answer.text


@pytest.mark.django_db
def test_the_health_address_tells_nobody_more_than_that_pages_can_be_read() -> None:
    make_fact_with("13000")
    answer = Client().get("/health/")
    assert (answer.status_code, answer.text) == (200, "ok\n")
    assert answer.headers["Cache-Control"] == "no-store"
    assert Client().post("/health/").status_code == 405


def test_an_upload_that_finds_no_room_is_told_as_a_full_disk(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = make_fact_with("13000").sheet

    def refuse(*_args: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("django.core.files.uploadhandler.MemoryFileUploadHandler.file_complete", refuse)
    file = SimpleUploadedFile("story.txt", b"The mission has 13,000 troops.")
    answer = client.post(f"/sheets/{sheet.slug}/articles/add/", {"files": file})
    assert answer.status_code == 503
    assert Trouble.FULL.words.replace("'", "&#x27;") in answer.text


def test_a_mistake_of_the_program_is_no_trouble_of_the_database(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_named: object) -> None:
        raise ProgrammingError("no such thing")

    monkeypatch.setattr("factsheet.queries.desk", fail)
    monkeypatch.setattr("factsheet.api.views.find_reader", fail)
    assert (answer := client.get("/")).status_code == 500
    assert "Something went wrong on our side" in answer.text
    problem = client.get("/api/sheets/mission/edition.json")
    assert (problem.status_code, problem.json()["status"]) == (500, 500)


def _sqlite(code: int, words: str = "said") -> sqlite3.Error:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorcode = code
    return error


CAUSES: list[tuple[BaseException, Trouble | None]] = [
    (_sqlite(sqlite3.SQLITE_BUSY), Trouble.BUSY),
    (_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT), Trouble.BUSY),
    (_sqlite(sqlite3.SQLITE_FULL), Trouble.FULL),
    (_sqlite(sqlite3.SQLITE_READONLY_DBMOVED), Trouble.READ_ONLY),
    (_sqlite(sqlite3.SQLITE_IOERR_WRITE), Trouble.DISK),
    (_sqlite(sqlite3.SQLITE_CORRUPT), Trouble.DAMAGED),
    (_sqlite(sqlite3.SQLITE_NOTADB), Trouble.DAMAGED),
    (_sqlite(sqlite3.SQLITE_ERROR, "no such table: x"), Trouble.UNPREPARED),
    (_sqlite(sqlite3.SQLITE_ERROR, "near SELECT: syntax error"), None),
    (_sqlite(sqlite3.SQLITE_CONSTRAINT_UNIQUE), None),
    (sqlite3.ProgrammingError("Cannot operate on a closed database."), None),
    (psycopg.errors.DiskFull(), Trouble.FULL),
    (psycopg.errors.ReadOnlySqlTransaction(), Trouble.READ_ONLY),
    (psycopg.errors.AdminShutdown(), Trouble.UNREACHABLE),
    (psycopg.errors.CannotConnectNow(), Trouble.UNREACHABLE),
    (psycopg.errors.InvalidPassword(), Trouble.UNREACHABLE),
    (psycopg.errors.UndefinedTable(), Trouble.UNPREPARED),
    (psycopg.errors.DeadlockDetected(), Trouble.BUSY),
    (psycopg.errors.QueryCanceled(), Trouble.BUSY),
    (psycopg.errors.UniqueViolation(), None),
    (psycopg.errors.SyntaxError(), None),
    (psycopg.OperationalError("server closed the connection unexpectedly"), Trouble.UNREACHABLE),
    (psycopg.ProgrammingError("the query has 1 placeholder but 2 parameters were passed"), None),
    (PoolTimeout("couldn't get a connection after 10.00 sec"), Trouble.UNREACHABLE),
    (OSError(errno.ENOSPC, "No space left on device"), Trouble.FULL),
    (OSError(errno.EROFS, "Read-only file system"), Trouble.READ_ONLY),
    (FileNotFoundError(errno.ENOENT, "No such file"), None),
    (ValueError("x"), None),
]


@pytest.mark.parametrize(("cause", "trouble"), CAUSES, ids=lambda value: repr(value))
def test_trouble_is_known_by_codes_through_whatever_is_wrapped_around_it(
    cause: BaseException, trouble: Trouble | None
) -> None:
    assert find_trouble(cause) is trouble
    for kind in (OperationalError, InternalError):
        wrapped = kind("as Django says it,\nin two lines")
        wrapped.__cause__ = cause
        assert find_trouble(wrapped) is trouble
        assert "\n" not in explain(wrapped)
        assert explain(wrapped).startswith(ADVICE[trouble] if trouble else "as Django")


def test_every_trouble_has_its_words() -> None:
    assert WORDS.keys() == ADVICE.keys() == set(Trouble)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_database_beside_which_no_journal_can_be_made_is_read_only(
    is_there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "database"
    if is_there:
        path.touch()
    monkeypatch.setitem(connection.settings_dict, "NAME", str(path))
    expected = Trouble.READ_ONLY if is_there else Trouble.UNREACHABLE
    assert find_trouble(_sqlite(sqlite3.SQLITE_CANTOPEN)) is expected
