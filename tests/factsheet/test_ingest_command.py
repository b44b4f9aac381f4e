"""`manage.py ingest` takes files and folders as they come: one line each, and the rest goes in whatever fails."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from factsheet.models import Activity, FactSheet
from tests.factories import make_sheet

pytestmark = pytest.mark.django_db

TEXT = "The mission has {} troops in the country, a spokesman said on the phone from the capital.\n"


@dataclass(frozen=True, slots=True)
class Told:
    """What the command said, line by line, and its exit status."""

    out: list[str]
    errors: list[str]
    status: int


def ingest(*paths: Path | str, sheet: str = "mission", **options: object) -> Told:
    out, errors = io.StringIO(), io.StringIO()
    status = 0
    try:
        call_command("ingest", *map(str, paths), sheet=sheet, stdout=out, stderr=errors, **options)
    except SystemExit as ended:
        status = int(ended.code or 0)
    except CommandError as failed:
        status = failed.returncode
        errors.write(f"{failed}\n")
    return Told(out.getvalue().splitlines(), errors.getvalue().splitlines(), status)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.fixture
def sheet(db: None) -> FactSheet:
    return make_sheet(slug="mission")


def names(articles: Sequence[Article] | None = None) -> list[str]:
    return list(Article.objects.order_by("id").values_list("file_name", flat=True))


def test_files_go_in_with_a_line_each_that_says_what_was_found_and_what_was_not(
    sheet: FactSheet, tmp_path: Path
) -> None:
    story = write(tmp_path, "a.md", f"---\ntitle: A story\nsource: The Wire\npublished: 2023-06-30\n---\n\n{TEXT}")
    plain = write(tmp_path, "b.txt", TEXT.format("15,000"))
    told = ingest(story, plain)
    assert (told.status, told.errors) == (0, [])
    assert told.out[0].startswith("a.md: A story | The Wire | 2023-06-30 | ")
    assert "not found" not in told.out[0]
    assert told.out[1].startswith("b.txt: ")
    assert "source unknown | date unknown" in told.out[1]
    assert "not found: " in told.out[1]
    assert "outlet, publication date" in told.out[1]
    assert told.out[2].startswith("mission: ")
    assert told.out[2].endswith("claims to sort.")
    assert sheet.entries.count() == 2
    assert [(line.act, line.actor) for line in Activity.objects.all()] == [("article.added", None)] * 2


def test_a_folder_goes_in_with_what_lies_in_it_but_for_what_is_hidden(sheet: FactSheet, tmp_path: Path) -> None:
    for place, name in enumerate(("b.txt", "a.txt", "deep/c.txt", ".hidden.txt", ".git/config")):
        write(tmp_path, name, TEXT.format(place))
    assert ingest(tmp_path).status == 0
    assert names() == ["a.txt", "b.txt", "c.txt"]


def test_a_hidden_file_that_is_named_goes_in(sheet: FactSheet, tmp_path: Path) -> None:
    assert ingest(write(tmp_path, ".hidden.txt", TEXT)).status == 0
    assert names() == [".hidden.txt"]


def test_the_same_bytes_twice_are_said_and_not_stored_twice(sheet: FactSheet, tmp_path: Path) -> None:
    first, copy = write(tmp_path, "a.txt", TEXT), write(tmp_path, "copy.txt", TEXT)
    told = ingest(first, copy)
    assert told.status == 0
    assert told.out[1] == f"copy.txt: the same text is there already, as “{Article.objects.get().title}”."
    again = ingest(first)
    assert "the same text is there already" in again.out[0]
    assert (Article.objects.count(), sheet.entries.count(), Activity.objects.count()) == (1, 1, 1)


def test_a_newer_version_of_an_article_is_said_to_be_one(sheet: FactSheet, tmp_path: Path) -> None:
    head = "---\nurl: https://wire.example/mission\n---\n\n"
    write(tmp_path, "a.md", head + TEXT.format("13,000"))
    assert not any("newer" in line for line in ingest(tmp_path).out)
    write(tmp_path, "b.md", head + TEXT.format("15,000"))
    told = ingest(tmp_path)
    assert told.out[0].startswith("a.md: the same text is there already")
    assert "b.md: a newer version; 1 of its figures, dates and quotations changed." in told.out
    assert Activity.objects.filter(act="article.revised").count() == 1
    assert not any("newer" in line for line in ingest(tmp_path).out)


def sparse(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(size)


BAD = {
    "binary.txt": (bytes(range(256)) * 40, "text"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(99), "This is a picture (PNG)"),
    "empty.txt": (b"", "This file is empty"),
    "blank.txt": (b"\n \n", "only white space"),
    "page.html": (b"<!DOCTYPE html><p>x", "This is a web page"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_gets_one_line_and_status_2_and_the_rest_goes_in(
    sheet: FactSheet, tmp_path: Path, name: str
) -> None:
    content, words = BAD[name]
    bad = write(tmp_path, name, content)
    told = ingest(write(tmp_path, "a.txt", TEXT.format(1)), bad, write(tmp_path, "z.txt", TEXT.format(2)))
    assert told.status == 2
    (line,) = told.errors
    assert line.startswith(f"{bad}: ")
    assert words in line
    assert names() == ["a.txt", "z.txt"]
    assert sheet.entries.count() == 2


def test_a_file_of_50_mb_is_refused_unread(sheet: FactSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = tmp_path / "large.txt"
    sparse(large, 50 * 1024 * 1024)
    opened = Path.open

    def open_small(path: Path, mode: str = "r", **options: Any) -> IO[Any]:
        assert path != large, "it was read"
        return opened(path, mode, **options)

    monkeypatch.setattr(Path, "open", open_small)
    told = ingest(large, write(tmp_path, "a.txt", TEXT))
    assert told.status == 2
    assert told.errors == [
        f"{large}: This file is 50.0 MB, more than the 5 MB an article may have: take in the article's text alone."
    ]
    assert names() == ["a.txt"]


def test_a_pipe_and_a_device_are_refused_unopened(sheet: FactSheet, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    told = ingest(pipe, os.devnull, write(tmp_path, "a.txt", TEXT))
    assert told.status == 2
    assert told.errors == [f"{path}: this is no regular file, and was not read" for path in (pipe, os.devnull)]
    assert names() == ["a.txt"]


def test_paths_that_are_not_there_and_empty_folders_are_said(sheet: FactSheet, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    told = ingest(tmp_path / "nowhere.txt", empty, write(tmp_path, "a.txt", TEXT))
    assert told.status == 2
    assert sorted(told.errors) == sorted(
        [f"{tmp_path}/nowhere.txt: No such file or directory", f"{empty}: there is no file in this folder"]
    )
    assert names() == ["a.txt"]


REFUSED: list[tuple[dict[str, object], str]] = [
    ({"published": ["yesterday"]}, "--published: “yesterday” is no date of the form YYYY-MM-DD."),
    ({"published": ["a.txt=2023-02-30"]}, "--published: “2023-02-30” is no date of the form YYYY-MM-DD."),
    ({"timezone": "Mars/Olympus"}, "“Mars/Olympus” is no time zone; write it as Europe/London or UTC."),
    ({"sheet": "nowhere"}, "There is no sheet “nowhere”. Add --title to open it."),
    ({"sheet": "new", "title": "x"}, "“new” cannot be a sheet's address. Use letters, digits and hyphens."),
    ({"sheet": "a b", "title": "x"}, "“a b” cannot be a sheet's address. Use letters, digits and hyphens."),
]


@pytest.mark.parametrize(("options", "sentence"), REFUSED, ids=[str(options) for options, _ in REFUSED])
def test_an_argument_that_makes_no_sense_is_one_line_and_nothing_goes_in(
    sheet: FactSheet, tmp_path: Path, options: dict[str, str], sentence: str
) -> None:
    told = ingest(write(tmp_path, "a.txt", TEXT), **options)
    assert (told.status, told.errors, told.out) == (2, [sentence], [])
    assert not Article.objects.exists()
    assert FactSheet.objects.count() == 1


def test_a_title_opens_no_sheet_for_nothing(tmp_path: Path) -> None:
    told = ingest(write(tmp_path, "empty.txt", b""), title="The end of the mission")
    assert told.status == 2
    assert told.errors[-1] == "No article could be read, so the sheet was not opened."
    assert not FactSheet.objects.exists()


def test_a_date_for_a_file_that_is_not_read_is_told(sheet: FactSheet, tmp_path: Path) -> None:
    told = ingest(write(tmp_path, "a.txt", TEXT), published=["b.txt=2023-07-01"])
    assert told.status == 2
    assert told.errors == ["--published b.txt=…: there is no such file among those to read"]
    assert names() == ["a.txt"]


def test_a_title_opens_the_sheet_and_leaves_one_that_is_there(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    for title in ("The end of the mission", "Another title"):
        assert ingest(path, title=title).status == 0
    opened = FactSheet.objects.get()
    assert (opened.slug, opened.title, opened.entries.count()) == ("mission", "The end of the mission", 1)


def test_dates_sources_and_zones_can_be_given(sheet: FactSheet, tmp_path: Path) -> None:
    paths = [write(tmp_path, name, TEXT.format(place)) for place, name in enumerate(("a.txt", "b.txt", "c.txt"))]
    given = ["2023-06-30", "b.txt=2023-07-01", f"{paths[2]}=2023-07-02"]
    assert ingest(*paths, published=given, source="The Wire", timezone="Africa/Bamako").status == 0
    found = Article.objects.order_by("id").values_list("published", "published_from", "source__name", "timezone")
    assert list(found) == [
        (date(2023, 6, 30), "argument", "The Wire", "Africa/Bamako"),
        (date(2023, 7, 1), "argument", "The Wire", "Africa/Bamako"),
        (date(2023, 7, 2), "argument", "The Wire", "Africa/Bamako"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_wrong_encodings_are_found_out(sheet: FactSheet, tmp_path: Path, encoding: str) -> None:
    text = "Le président a quitté la région : 13,000 soldats, dit-il à l'été — déjà.".replace("—", "-")
    assert ingest(write(tmp_path, "a.txt", text.encode(encoding))).status == 0
    assert Article.objects.get().text.removeprefix("\ufeff") == text


def test_when_nothing_could_be_read_nothing_changes(sheet: FactSheet, tmp_path: Path) -> None:
    told = ingest(write(tmp_path, "empty.txt", b""))
    assert told.status == 2
    assert not Activity.objects.exists()


def test_what_a_failure_of_the_program_cut_off_is_done_by_running_it_again(
    sheet: FactSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    with monkeypatch.context() as patched:
        patched.setattr("factsheet.actions.adding.arrange", lambda *_args, **_named: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            ingest(path)
    assert not sheet.entries.exists()
    assert not Activity.objects.exists()
    assert ingest(path).status == 0
    assert (sheet.entries.count(), Article.objects.count()) == (1, 1)
