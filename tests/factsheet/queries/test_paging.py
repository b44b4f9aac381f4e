"""Lists are read page by page, each row once and in order, whatever stands in the address."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from factsheet import queries
from factsheet.models import FactSheet
from factsheet.queries.paging import cut_page, read_key, read_moment_key, write_moment_key
from tests.factories import NOON, make_activity, make_evidence, make_sheet

# A page is (what it lists, the key of the next).
Turn = Callable[[str, int], tuple[list[int], str]]


def turn_pages(turn: Turn, size: int) -> list[list[int]]:
    """All pages from the first to the last."""
    pages, after = [], ""
    while True:
        rows, after = turn(after, size)
        pages.append(rows)
        if not after:
            return pages
        assert len(pages) < 100


def turn_desk(after: str, size: int) -> tuple[list[int], str]:
    page = queries.desk(FactSheet.objects.all(), after=after, size=size)
    return [row.sheet.pk for row in page.rows], page.after


def make_sheets(count: int) -> list[int]:
    """Sheets of which several changed at one moment, in the order of the desk."""
    moments = [NOON + timedelta(microseconds=n // 3) for n in range(count)]
    sheets = [make_sheet(changed_at=moment) for moment in moments]
    return [sheet.pk for sheet in sorted(sheets, key=lambda sheet: (sheet.changed_at, sheet.pk), reverse=True)]


@pytest.mark.django_db
@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 50])
def test_the_desk_shows_each_sheet_once_newest_change_first(size: int) -> None:
    wanted = make_sheets(8)
    pages = turn_pages(turn_desk, size)
    assert [pk for page in pages for pk in page] == wanted
    assert all(len(page) == size for page in pages[:-1])
    assert 0 < len(pages[-1]) <= size


@pytest.mark.django_db
def test_a_sheet_that_changes_while_one_pages_hides_no_other() -> None:
    wanted = make_sheets(6)
    first = queries.desk(FactSheet.objects.all(), size=2)
    FactSheet.objects.filter(pk=wanted[-1]).update(changed_at=NOON + timedelta(days=1))
    rest = queries.desk(FactSheet.objects.all(), after=first.after, size=50)
    assert [row.sheet.pk for row in rest.rows] == wanted[2:-1]


@pytest.mark.django_db
@pytest.mark.parametrize("size", [1, 3, 5, 50])
def test_the_inbox_shows_each_claim_once_in_the_order_it_came(size: int) -> None:
    sheet = make_sheet()
    items = [make_evidence(sheet=sheet).pk for _ in range(5)]
    make_evidence(sheet=sheet, state="rejected", reason="Too vague.")
    make_evidence()

    def turn(after: str, size: int) -> tuple[list[int], str]:
        page = queries.inbox(sheet, queries.Wanted(after=after), size=size)
        return [item.evidence.pk for item in page.items], page.next.removeprefix("after=")

    assert [pk for page in turn_pages(turn, size) for pk in page] == items


@pytest.mark.django_db
@pytest.mark.parametrize("size", [1, 3, 5, 50])
def test_the_log_shows_each_act_once_newest_first(size: int) -> None:
    sheet = make_sheet()
    lines = [make_activity(sheet).pk for _ in range(5)]
    make_activity()

    def turn(after: str, size: int) -> tuple[list[int], str]:
        page = queries.activity(sheet, after=after, size=size)
        return [entry.activity.pk for entry in page.entries], page.after

    assert [pk for page in turn_pages(turn, size) for pk in page] == lines[::-1]


HOSTILE = [
    "x", "-1", "1.5", "1e9", "²", "١٢", "0x10", " 1", "1 OR 1=1", "9" * 19, "9" * 5000, "\x00", "~", "~1", "'", "None",
    "2023-07-01T12:00:00~1", "2023-07-01~1", "2023-13-01T00:00:00+00:00~1", "2023-07-01T12:00:00+00:00",
    "2023-07-01T12:00:00+00:00~x", "2023-07-01T12:00:00+00:00~" + "9" * 30, "2023-07-01T12:00:00 00:00~1",
    "0001-01-01T00:00:00+14:00~1", "9999-12-31T23:59:59-14:00~1", "2023-07-01T12:00:00+24:00~1",
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("key", HOSTILE)
def test_what_is_no_key_begins_at_the_first_page(key: str) -> None:
    evidence = make_evidence()
    sheet = FactSheet.objects.get()
    make_activity(sheet)
    assert [row.sheet for row in queries.desk(FactSheet.objects.all(), after=key).rows] == [sheet]
    assert [item.evidence for item in queries.inbox(sheet, queries.Wanted(after=key)).items] == [evidence]
    assert len(queries.activity(sheet, after=key).entries) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["9" * 18, "2023-07-01T12:00:00+00:00~" + "9" * 18, "0001-01-01T00:00:00+00:00~0"])
def test_a_key_beyond_the_last_row_is_an_empty_page_or_the_first(key: str) -> None:
    make_evidence()
    sheet = FactSheet.objects.get()
    assert queries.inbox(sheet, queries.Wanted(after=key)).next == ""
    assert queries.desk(FactSheet.objects.all(), after=key).after == ""


ODD_WORDS = ["\x00", "%", "_", "\\", "'; --", "ß" * 500, "  ", "🚢", '"']


@pytest.mark.django_db
@pytest.mark.parametrize("words", ODD_WORDS)
def test_the_desk_takes_any_words_to_search_for(words: str) -> None:
    make_sheet("The end of the mission")
    blank = not words.replace("\x00", "").strip()
    assert len(queries.desk(FactSheet.objects.all(), query=words, state=words).rows) == (1 if blank else 0)


@pytest.mark.django_db
def test_the_desk_finds_a_title_by_part_of_it_in_any_case_and_by_state() -> None:
    found = make_sheet("The END of the mission", state="published")
    make_sheet("The END of the mission")
    make_sheet("Another", state="published")
    page = queries.desk(FactSheet.objects.all(), query=" end  of ", state="published")
    assert [row.sheet for row in page.rows] == [found]
    assert (page.query, page.state, page.is_filtered) == ("end of", "published", True)
    assert not queries.desk(FactSheet.objects.all(), state="nonsense").is_filtered


@pytest.mark.parametrize(
    "moment",
    [
        NOON,
        datetime(2023, 7, 1, 12, 0, 0, 123456, tzinfo=UTC),
        datetime(2023, 7, 1, 1, tzinfo=timezone(timedelta(hours=5, minutes=30))),
    ],
)
def test_a_key_reads_back_as_the_moment_and_id_it_was_made_of(moment: datetime) -> None:
    assert read_moment_key(write_moment_key(moment, 12)) == (moment, 12)


@pytest.mark.parametrize(("text", "key"), [("0", 0), ("12", 12), ("9" * 18, 10**18 - 1)])
def test_a_whole_number_is_a_key(text: str, key: int) -> None:
    assert read_key(text) == key


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_a_page_holds_its_size_and_knows_of_more(count: int) -> None:
    rows = list(range(count))
    assert cut_page(rows, 2) == (rows[:2], count > 2)
