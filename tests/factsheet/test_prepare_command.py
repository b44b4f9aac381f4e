"""`manage.py prepare` makes sheets ready after an update and may be stopped; no command works without tables."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from factsheet.actions import lookups
from factsheet.management.commands import prepare
from factsheet.models import FactSheet
from tests.factories import make_sheet, make_user
from tests.factsheet.newsroom import make_dossier

ROOT = Path(__file__).parents[2]
TEXTS = [f"The mission has {n} troops in the country, a spokesman said in camp {n} on Monday." for n in (17, 23, 31)]


def run(*sheets: str) -> list[str]:
    told = io.StringIO()
    call_command("prepare", *sheets, stdout=told)
    return told.getvalue().splitlines()


@pytest.fixture
def sheet(editor: User, monkeypatch: pytest.MonkeyPatch) -> FactSheet:
    """A sheet of three articles from before an update; two are made ready at a time."""
    monkeypatch.setattr(lookups, "ARTICLES_AT_ONCE", 2)
    sheet = make_dossier(*TEXTS, by=editor)
    FactSheet.objects.update(lookup_version=0)
    return sheet


@pytest.mark.django_db
def test_every_part_is_told_and_a_second_run_has_nothing_to_do(sheet: FactSheet) -> None:
    make_sheet(slug="empty")
    told = [f"{sheet.slug}: {part}" for part in ("2 of 3 articles", "3 of 3 articles", "ready")]
    assert run() == [*told, "empty: ready"]
    assert run(sheet.slug) == told[-1:]
    assert lookups.count_left(sheet) == 0


@pytest.mark.django_db
def test_it_is_stopped_in_one_line_and_goes_on_where_it_was(sheet: FactSheet, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(sheet: FactSheet) -> Iterator[int]:
        yield next(lookups.prepare_in_parts(sheet))
        raise KeyboardInterrupt

    monkeypatch.setattr(prepare, "prepare_in_parts", stop)
    with pytest.raises(CommandError, match="What is done stays done") as stopped:
        run()
    assert stopped.value.returncode == 130
    monkeypatch.setattr(prepare, "prepare_in_parts", lookups.prepare_in_parts)
    assert run() == [f"{sheet.slug}: 1 of 1 articles", f"{sheet.slug}: ready"]


@pytest.mark.django_db
def test_a_sheet_that_is_not_there_is_refused(sheet: FactSheet) -> None:
    with pytest.raises(CommandError, match="There is no sheet “nowhere”") as refused:
        run(sheet.slug, "nowhere")
    assert refused.value.returncode == 2
    assert lookups.count_left(sheet) == 3


@pytest.mark.django_db
def test_taking_articles_in_by_command_makes_the_sheet_ready_and_says_so(sheet: FactSheet, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The mission has 41 troops in the country, said the minister.", encoding="utf-8")
    told = io.StringIO()
    call_command("ingest", str(article), sheet=sheet.slug, stdout=told)
    lines = [line for line in told.getvalue().splitlines() if "to make ready" in line]
    left = "after an update of the program, {} articles to make ready"
    assert lines == [f"{sheet.slug}: {left.format(n)}" for n in (1, 0)]
    assert sheet.entries.count() == 4


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="says the same on every database, in ten seconds")
def test_sheets_that_were_ready_before_the_migration_stay_so(own_database: None) -> None:
    sheet = make_dossier(*TEXTS, by=make_user("editor"))
    last = [("factsheet", "0010_sheets_made_ready")]
    newest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    try:
        MigrationExecutor(connection).migrate([("factsheet", "0009_standings")])
        MigrationExecutor(connection).migrate(last)
    finally:
        MigrationExecutor(connection).migrate(newest)
    assert lookups.count_left(sheet) == 0
    assert FactSheet.objects.get().lookup_until == 3


def manage(*arguments: str, database: Path) -> tuple[int, list[str]]:
    """The exit status of a command on this database of its own, and what it said of trouble."""
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{database}"}
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr.splitlines()


@pytest.mark.parametrize(
    "command", ["benchmark screens", "benchmark compare --database", "prepare", "ingest x --sheet y"]
)
def test_a_database_that_is_not_migrated_is_one_line_and_status_2(command: str, tmp_path: Path) -> None:
    told = manage(*command.split(), database=tmp_path / "empty.sqlite3")
    assert told == (2, ["CommandError: The database is not ready: run “manage.py migrate” first."])


def test_a_database_that_is_not_there_is_one_line_and_status_2(tmp_path: Path) -> None:
    told = manage("prepare", database=tmp_path / "nowhere" / "none.sqlite3")
    assert told == (2, ["CommandError: The database cannot be reached. (unable to open database file)"])
