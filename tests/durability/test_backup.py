"""A backup is the database as it was at one moment, and is put back whole or not at all."""

from __future__ import annotations

import io
import json
import stat
import threading
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from factsheet import actions
from factsheet.export import FORMATS
from factsheet.management.backups import sqlite
from factsheet.management.backups.progress import LARGE, Progress
from factsheet.management.commands.restore import point_at
from factsheet.management.verification import Verification
from factsheet.models import Activity, Edition, FactSheet
from tests.factories import make_user
from tests.factsheet.newsroom import LATER, make_fact_with, make_ready_sheet, rows

ROOT = Path(__file__).resolve().parent.parent.parent

pytestmark = pytest.mark.usefixtures("own_database")
only_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="of SQLite's file")


def run(command: str, *arguments: Any) -> str:
    """What a command prints on both outputs."""
    output = io.StringIO()
    call_command(command, *map(str, arguments), stdout=output, stderr=output)
    return output.getvalue()


def refuse(command: str, *arguments: Any) -> str:
    """The one line with which a command ends in status 2."""
    with pytest.raises(CommandError) as refused:
        run(command, *arguments)
    assert refused.value.returncode == 2
    assert "\n" not in str(refused.value)
    return str(refused.value)


@pytest.fixture
def published() -> Edition:
    """The edition of a sheet that is settled and published."""
    editor = make_user("editor", role="Editor")
    sheet = make_ready_sheet(by=editor, state="approved")
    make_fact_with("170", "303", sheet=sheet, label="Killed")
    sheet.refresh_from_db()
    return actions.publish(sheet, by=editor, at=LATER)


def exports() -> dict[str, bytes]:
    """The edition in every format."""
    body = bytes(Edition.objects.get().body)
    return {name: form.write(body) for name, form in FORMATS.items()}


def test_what_is_put_back_is_what_was_backed_up_and_the_former_is_kept(published: Edition, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    file = folder / "monday"
    before, exported = rows(), exports()
    told = run("backup", file)
    assert str(file) in told
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    actions.create_sheet(title="After the backup", by=None, at=LATER)
    after = rows()

    told = run("restore", file)

    assert rows() == before
    assert exports() == exported
    assert list(Verification().run()) == []
    assert list(folder.iterdir()) == [file]
    kept = told.partition(" is kept as ")[2].partition(";")[0]
    with point_at(kept):
        assert rows() == after
    # It is at work: what is written now is there.
    actions.create_sheet(title="After the restore", by=None, at=LATER)
    assert FactSheet.objects.filter(title="After the restore").exists()


def test_a_file_is_only_written_over_by_force(published: Edition, tmp_path: Path) -> None:
    file = tmp_path / "backup"
    file.write_text("something of somebody's", encoding="utf-8")
    assert "--force" in refuse("backup", file)
    assert file.read_text(encoding="utf-8") == "something of somebody's"
    run("backup", file, "--force")
    assert zipfile.is_zipfile(file)
    assert "cannot be written there" in refuse("backup", tmp_path / "nowhere" / "backup")


def _rewrite(source: Path, target: Path, **changes: Any) -> None:
    """Another manifest to the same copy."""
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as copy:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "manifest.json":
                content = json.dumps({**json.loads(content), **changes}).encode()
            copy.writestr(name, content)


def test_what_is_no_whole_backup_of_this_database_is_refused_and_nothing_touched(
    published: Edition, tmp_path: Path
) -> None:
    whole, other = tmp_path / "whole", tmp_path / "other"
    run("backup", whole)
    content, before, files = whole.read_bytes(), rows(), set(tmp_path.iterdir())
    for end in (0, 1, 100, len(content) // 2, len(content) - 1):
        other.write_bytes(content[:end])
        refuse("restore", other)
    for place in (200, len(content) // 3, len(content) // 2):
        damaged = bytearray(content)
        damaged[place] ^= 0x10
        other.write_bytes(damaged)
        assert "damaged" in refuse("restore", other)
    assert "another kind" in _refuse_manifest(whole, other, schema="factsheet.backup/9")
    assert "is not the one that it names" in _refuse_manifest(whole, other, sha256="0" * 64)
    assert "not as long" in _refuse_manifest(whole, other, size=1)
    assert "no backup of Factsheet" in _refuse_manifest(whole, other, member="../../etc/passwd")
    assert "no backup of Factsheet" in _refuse_manifest(whole, other, surprise=1)
    assert "another version" in _refuse_manifest(whole, other, migrations=["factsheet.9999_tomorrow"])
    engine = {"sqlite": "postgresql", "postgresql": "sqlite"}[connection.vendor]
    assert f"a backup of {engine}" in _refuse_manifest(whole, other, engine=engine)
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("holiday.txt", "sun")
    assert "no backup of Factsheet" in refuse("restore", other)
    assert "cannot be read" in refuse("restore", tmp_path / "nowhere")
    assert rows() == before
    assert set(tmp_path.iterdir()) == {*files, other}


def _refuse_manifest(whole: Path, other: Path, **changes: Any) -> str:
    _rewrite(whole, other, **changes)
    return refuse("restore", other)


def test_a_backup_in_which_something_does_not_hold_is_only_put_back_when_that_is_accepted(
    published: Edition, tmp_path: Path
) -> None:
    file = tmp_path / "backup"
    with connection.cursor() as cursor:
        table = " ON factsheet_activity" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER factsheet_activity_keep{table}")
        cursor.execute("UPDATE factsheet_activity SET subject = 'another'")
    run("backup", file)
    Activity.objects.update(subject="a third")
    before = rows()
    with pytest.raises(CommandError, match="does not hold") as refused:
        run("restore", file)
    assert refused.value.returncode == 1
    assert rows() == before
    assert "broken: act" in run("restore", file, "--accept-broken")
    assert set(Activity.objects.values_list("subject", flat=True)) == {"another"}


@only_sqlite
@pytest.mark.parametrize("beginnings", [2, 10_000])
def test_the_desk_goes_on_while_it_is_backed_up(
    published: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beginnings: int
) -> None:
    monkeypatch.setattr(sqlite, "PAGES", 8)
    monkeypatch.setattr(sqlite, "BEGINNINGS", beginnings)
    ended = threading.Event()
    written: list[int] = []

    def write() -> None:
        # Once at least, however soon the copy is made.
        while not written or not ended.wait(0.02):
            written.append(actions.create_sheet(title="While it was copied", by=None, at=LATER).pk)
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        run("backup", tmp_path / "backup")
    finally:
        ended.set()
        writer.join()
    before = rows()
    assert written
    run("restore", tmp_path / "backup")
    assert list(Verification().run()) == []
    # Everything up to one moment, and nothing after it.
    there = list(FactSheet.objects.filter(title="While it was copied").order_by("pk").values_list("pk", flat=True))
    assert there == written[: len(there)]
    assert len(rows()["Activity"]) <= len(before["Activity"])


@only_sqlite
def test_a_damaged_database_gives_way_to_a_backup_and_is_kept(published: Edition, tmp_path: Path) -> None:
    before = rows()
    run("backup", tmp_path / "backup")
    connection.close()
    path = Path(connection.settings_dict["NAME"])
    path.write_bytes(b"This was a database once." * 400)
    told = run("restore", tmp_path / "backup")
    assert rows() == before
    kept = Path(told.partition(" is kept as ")[2].partition(";")[0])
    assert kept.read_bytes().startswith(b"This was")
    connection.close()
    path.unlink()
    assert "is kept" not in run("restore", tmp_path / "backup")
    assert rows() == before


@only_sqlite
def test_a_database_that_others_write_to_is_not_replaced(
    published: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", tmp_path / "backup")
    connection.close()
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    path = Path(connection.settings_dict["NAME"])
    with sqlite._open(path) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "Stop the server first" in refuse("restore", tmp_path / "backup")
        other.execute("ROLLBACK")
    other.close()
    run("restore", tmp_path / "backup")


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="of PostgreSQL's programs")
def test_what_is_missing_on_the_machine_is_said_in_one_line(
    published: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "postgresql-client" in refuse("backup", tmp_path / "backup")
    assert list(tmp_path.iterdir()) == []


def test_only_what_is_large_is_told_step_by_step() -> None:
    lines: list[str] = []
    progress = Progress(lines.append)
    for done in range(0, 1000, 10):
        progress("copied", done, 1000)
    assert lines == []
    for done in range(0, LARGE + 1, LARGE // 100):
        progress("copied", done, LARGE)
    assert len(lines) == 10
    assert "64 MB" in lines[-1]
