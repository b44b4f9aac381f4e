"""Texts made to hurt: runs of one thing, longer than any article has."""

from __future__ import annotations

import pytest

from articles.extraction import extract
from articles.extraction.languages import LANGUAGES
from tests.articles.extraction.texts import WEDNESDAY, figures
from tests.articles.extraction.work import count_work

LENGTH = 5_000
STEP = 700
PIECES = [
    "1",
    "1,111,",
    "1.1.",
    "1-2-",
    "12 ",
    "1/2/",
    "1:30:",
    "million ",
    "3 hundred ",
    "5 million ",
    "hundred and ",
    "two hundred and ",
    "5 to 10 to ",
    "May 5, ",
    "2001-2002-",
    "last week of ",
    "the end of ",
    "1 in 5 in ",
    "$5 ",
    "Jane ",
    "“a b ",
    "‘a b ",
    "said 5 ",
    ", said, 5 ",
    "U.",
    "'s ",
    "((((",
    "“",
    "\n",
    '"',
    '"a b" ',
    "“a ‘b ",
    "up from 5 ",
    "5, not 6, ",
    "Mr. Green said ",
    "he said: “no” ",
    "a year earlier ",
    "the third quarter ",
    "Friday ",
    "5 percent of ",
    "a 5-foot-",
    "U.S. $",
    ". . . ",
    "1 ½ ",
    "one ",
    "(5) ",
    "of the men ",
    "red big old ",
]
FRENCH_PIECES = [
    "« a ",
    "»",
    "3 mille ",
    "quatre-vingt ",
    "de 5 à 10 à ",
    "il y a 5 ans ",
    "selon lui, 5 ",
    "dit-il, 5 ",
    "le 5 mai ",
    "5 % de ",
]
RUNS = [(piece, "en") for piece in PIECES] + [(piece, "fr") for piece in FRENCH_PIECES]


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
@pytest.mark.parametrize("piece", [*PIECES, *FRENCH_PIECES])
def test_a_run_of_one_thing_is_read_without_harm(piece: str, language: str) -> None:
    text = (piece * LENGTH)[:LENGTH]
    readings = extract(text, published=WEDNESDAY, language=language)
    assert all(text[each.start : each.end] == each.text for each in readings)


@pytest.mark.parametrize(("piece", "language"), RUNS)
def test_as_much_again_takes_no_more_work_than_before(piece: str, language: str) -> None:
    once, twice, thrice = (count_work((piece * STEP)[: STEP * times], language) for times in (1, 2, 3))
    assert thrice - twice <= 1.2 * (twice - once)


@pytest.mark.parametrize("text", ["9" * 50_000, "million " * 5_000, "1" + ",000" * 4_000, "0." + "1" * 50_000])
def test_no_count_is_larger_than_anything_is(text: str) -> None:
    assert all(number < 10**33 for each in figures(text) for number in each.numbers)


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
@pytest.mark.parametrize(
    "text", [f"12 mill{'ion' * 30}s", f"12 old {'x' * 90}men", f"3 {'mètre' * 20}s", f"un sol{'dat' * 30} tué"]
)
def test_no_unit_is_a_word_that_no_dictionary_has(text: str, language: str) -> None:
    assert all(len(each.unit or "") < 64 for each in extract(text, language=language))
