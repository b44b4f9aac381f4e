"""`manage.py export` writes the bytes that are stored, or one line and status 2."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from factsheet.export import FORMATS
from factsheet.export.edition import build_edition
from tests.factories import make_edition, make_sheet
from tests.factsheet.export.samples import make_content

pytestmark = pytest.mark.django_db


class Output(io.StringIO):
    """Standard output with the bytes beneath it."""

    def __init__(self) -> None:
        super().__init__()
        self.bytes = io.BytesIO()

    @property
    def buffer(self) -> io.BytesIO:
        """The bytes."""
        return self.bytes


@pytest.fixture
def bodies() -> Any:
    """The bodies of the two editions of the sheet “ferry”."""
    sheet = make_sheet(slug="ferry")
    first = make_edition(sheet, body=build_edition(make_content(title="Café")))
    second = make_edition(sheet, body=build_edition(make_content(number=2, previous_sha256=first.sha256)))
    return [bytes(first.body), bytes(second.body)]


def _export(*args: Any) -> Any:
    stdout = Output()
    call_command("export", "ferry", *args, stdout=stdout)
    return stdout.bytes.getvalue()


def test_the_newest_edition_is_written_as_it_is_stored(bodies: Any) -> None:
    assert _export() == bodies[1]
    assert _export("--format", "json") == bodies[1]


def test_an_edition_can_be_chosen(bodies: Any) -> None:
    assert _export("--edition", "1") == bodies[0]


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_can_be_chosen(bodies: Any, name: str) -> None:
    assert _export("--format", name) == FORMATS[name].write(bodies[1])


def test_an_output_that_takes_only_text_gets_the_same_text(bodies: Any) -> None:
    stdout = io.StringIO()
    call_command("export", "ferry", "--edition", "1", stdout=stdout)
    assert stdout.getvalue().encode() == bodies[0]


def test_a_file_gets_the_same_bytes_and_standard_output_nothing(bodies: Any, tmp_path: Path) -> None:
    file = tmp_path / "edition.json"
    assert _export("--output", str(file)) == b""
    assert file.read_bytes() == bodies[1]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["none"], "There is no edition of a sheet “none”."),
        (["ferry", "--edition", "3"], "There is no edition 3 of a sheet “ferry”."),
        (["ferry", "--edition", "-1"], "There is no edition -1 of a sheet “ferry”."),
        (["ferry", "--output", "/dev/null/edition.json"], "/dev/null/edition.json cannot be written: Not a directory"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(bodies: Any, args: Any, message: str) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("export", *args)
    assert str(refused.value) == message
    assert refused.value.returncode == 2


def test_a_body_that_is_no_edition_is_said_in_one_line() -> None:
    make_edition(make_sheet(slug="ferry"), body=b'{"old": true}')
    with pytest.raises(CommandError, match=r"^Edition 1 of “ferry” cannot be read: [^\n]+$"):
        call_command("export", "ferry", "--format", "csv")
