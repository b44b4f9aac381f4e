"""How times and readings are said, icons drawn, and the footnotes of an edition gathered."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction import extract
from articles.models import Claim
from articles.values import Kind
from factsheet.export.content import Citation, EditionContent, FactLine
from factsheet.templatetags.presentation import ago, icon, notes, reading
from tests.factories import NOON


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=5), "5\xa0minutes ago"),
        (timedelta(hours=3, minutes=40), "3\xa0hours ago"),
        (timedelta(days=6), "6\xa0days ago"),
        (timedelta(days=7), "24 June 2023"),
    ],
)
def test_a_moment_is_said_by_its_distance_for_a_week_and_then_by_its_day(before: timedelta, words: str) -> None:
    with time_machine.travel(NOON, tick=False):
        said = ago(NOON - before)
    assert f">{words}</time>" in said
    assert f'datetime="{(NOON - before).isoformat()}"' in said


def test_the_exact_moment_stands_beside_its_distance() -> None:
    with time_machine.travel(NOON, tick=False):
        assert 'title="1 July 2023, 09:30 UTC"' in ago(datetime(2023, 7, 1, 9, 30, tzinfo=UTC))


def test_what_never_happened_says_nothing() -> None:
    assert ago(None) == ""


def test_an_icon_is_silent_and_its_name_escaped() -> None:
    assert 'aria-hidden="true"' in icon("conflict")
    assert "#conflict" in icon("conflict")
    assert "<script>" not in icon('"><script>')


@pytest.mark.parametrize(
    ("text", "read_as", "said"),
    [
        ("on Friday", ", counted from 2023-07-03 -> 2023-06-30..2023-06-30", "30 Jun 2023, counted from 3 Jul 2023"),
        ("in 2012", " -> 2012-01-01..2012-12-31", "1 Jan 2012 to 31 Dec 2012"),
        ("by Friday", ", counted from 2023-07-03 -> None..2023-07-07", "until 7 Jul 2023, counted from 3 Jul 2023"),
        ("since 2012", " -> 2012-01-01..None", "from 1 Jan 2012"),
        ("5/6/2023", ": 2023-05-06..2023-05-06 or 2023-06-05..2023-06-05", "6 May 2023 or 5 Jun 2023"),
        ("about 15,000", " -> about 15000 person", "about 15000 person"),
        ("5 p.m.", " -> 17:00", "17:00"),
        ("5 p.m.", "", ""),
    ],
)
def test_a_reading_is_said_without_the_words_that_stand_beside_it(text: str, read_as: str, said: str) -> None:
    assert reading(Claim(text=text, read_as=f"'{text}'{read_as}")) == said


@pytest.mark.parametrize(
    "read_as",
    [
        "",
        "quotation, the text names no speaker",
        "'on Friday' cannot be set on the calendar until the publication date is known",
        "'other words' -> 2023-06-30..2023-06-30",
        "'on Friday' -> 2023-02-30..2023-02-30",
        "'on Friday', counted from yesterday -> 2023-06-30..2023-06-30",
    ],
)
def test_a_reading_that_is_not_understood_is_said_as_it_is_stored(read_as: str) -> None:
    assert reading(Claim(text="on Friday", read_as=read_as)) == read_as


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("at 11:30 p.m. local time", "23:30 local, 30 Jun 2023"),
        ("at 5:30 p.m. (1430 GMT)", "17:30 (UTC+3), 30 Jun 2023"),
        ("about 3 a.m. EDT", "about 03:00 EDT (UTC-4), 30 Jun 2023"),
        ("shortly after 3 a.m.", "03:00 to 03:30, 30 Jun 2023"),
    ],
)
def test_a_time_is_said_with_its_zone_and_its_day(words: str, said: str) -> None:
    (found,) = (each for each in extract(f"It fell {words} on June 30, 2023.") if each.kind is Kind.TIME)
    assert reading(Claim(text=found.text, read_as=found.read_as)) == said


def test_what_the_program_reads_is_said_without_a_machine_s_days() -> None:
    text = "The mission ends on Friday, or by Dec. 31, 2023. It began in 2013, at 5 p.m., with more than 15,000 troops."
    said = [reading(Claim(text=each.text, read_as=each.read_as)) for each in extract(text, published=date(2023, 6, 30))]
    assert "30 Jun 2023, counted from 30 Jun 2023" in said
    assert "31 Dec 2023" in said
    assert "1 Jan 2013 to 31 Dec 2013" in said
    assert not [words for words in said if "->" in words or ".." in words or "'" in words]


@given(st.text(), st.text())
def test_no_reading_fails(text: str, rest: str) -> None:
    assert isinstance(reading(Claim(text=text, read_as=f"'{text}'{rest}")), str)


def _citation(number: int, text: str, sentence: str) -> Citation:
    return Citation(number, number, 1, "The mission ends", "0" * 64, text, 0, len(text), sentence, number=number)


def _edition(*facts: FactLine) -> EditionContent:
    return EditionContent("https://desk.example", "mission", "The mission", 1, NOON, "Ada", facts)


def test_a_citation_that_lines_share_is_one_footnote() -> None:
    first, second = _citation(1, "13,000", "It has 13,000 troops."), _citation(2, "15,000", "It has 15,000 troops.")
    line = FactLine(1, "Troops", "quantity", 1, "settled", "conflict", citations=(second, first), dissent=(second,))
    assert [note.citation.number for note in notes(_edition(line, line))] == [1, 2]


@pytest.mark.parametrize(
    ("text", "sentence", "parts"),
    [
        ("13,000", "It has 13,000 troops.", ("It has ", "13,000", " troops.")),
        ("13,000", "The sentence was cut.", ("The sentence was cut.", "", "")),
    ],
)
def test_a_footnote_marks_the_cited_words_in_their_sentence(
    text: str, sentence: str, parts: tuple[str, str, str]
) -> None:
    line = FactLine(1, "Troops", "quantity", 1, "settled", "agree", citations=(_citation(1, text, sentence),))
    (note,) = notes(_edition(line))
    assert (note.before, note.words, note.after) == parts
