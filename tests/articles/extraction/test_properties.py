"""What holds for every text, of whatever kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.extraction import extract, read_claim, to_json
from articles.extraction.languages import LANGUAGES
from articles.extraction.readings import Reading
from articles.values import Span
from tests.articles.extraction.texts import FIGURES, WEDNESDAY
from tests.articles.extraction.work import count_work

SIGNS = "“ ” \" ‘ ’ « » ( ) , . ; : - – — / ' $ € % ½".split()
NUMERALS = """
    12 1,200 15,000 2013 1990s 31 30 0 9999 -5 1/2 4m bn 16:30 2023-06-30 12/02/2024 3-1 1.200,5 10% $5 3rd '90s
""".split()
ENGLISH = """
    million hundred dozens half a the of to and or between from more than at least up as many by until since in on
    within six months years week later ago earlier last next this following Friday June May March Feb. quarter one
    first said told Jane Green he she it soldiers people killed were will not be set U.N. p.m. Mr. 's no fell rose
    percent each per about that nearly who which fiscal winter decade old points miles said, according
""".split()
FRENCH = """
    le la les un une de du des et ou à entre plus moins que au environ près jusqu' depuis avant d' ici mille cent
    quatre-vingt vingt million milliards premier lundi juin mai mars l' an ans mois semaine prochain dernier a déclaré
    dit selon Jeanne il elle soldats personnes tués % pour par euros h été fin mi-
""".split()


def news_of(*words: str) -> st.SearchStrategy[str]:
    """Words of the news in any order."""
    return st.lists(st.sampled_from([*SIGNS, *NUMERALS, *words, "\n", "\n\n"]), max_size=60).map(" ".join)


english, french = news_of(*ENGLISH), news_of(*FRENCH)
paragraphs = english.map(lambda text: text.replace("\n", " "))
anything = st.one_of(
    english,
    french,
    news_of(*ENGLISH, *FRENCH),
    st.text(max_size=200),
    st.text(alphabet=st.characters(), max_size=80),
    st.text(alphabet="0123456789.,-/:$% \n", max_size=80),
)
published = st.none() | st.dates()
codes = st.sampled_from([language.code for language in LANGUAGES])
languages = st.none() | codes


@given(text=anything, day=published, language=languages)
def test_no_text_raises_and_every_span_is_exact(text: str, day: date | None, language: str | None) -> None:
    for reading in extract(text, published=day, language=language):
        assert text[reading.start : reading.end] == reading.text == reading.text.strip() != ""
        assert reading.sentence.start <= reading.start < reading.end <= len(text)
        if reading.mention is not None:
            assert text[reading.mention.start : reading.mention.end] == reading.mention.text
        to_json(reading)


@given(text=anything, language=languages)
def test_readings_stand_in_order_and_no_two_figures_overlap(text: str, language: str | None) -> None:
    readings = extract(text, published=WEDNESDAY, language=language)
    assert readings == sorted(readings, key=lambda each: (each.start, each.end))
    valued = [each for each in readings if each.interval is not None or each.needs_published]
    assert all(one.end <= two.start for one, two in pairwise(valued))


def values(text: str) -> list[Reading]:
    """What has a value, whoever says it: who "she" is may well be told by the paragraph before."""
    readings = extract(text, published=WEDNESDAY, language="en")
    return [replace(each, mention=None) for each in readings if each.interval is not None]


def moved(reading: Reading, by: int) -> Reading:
    sentence = Span(reading.sentence.start + by, reading.sentence.end + by)
    return replace(reading, start=reading.start + by, end=reading.end + by, sentence=sentence)


HARBOUR = "The sky over the harbour was grey."


@given(text=english)
def test_an_unrelated_paragraph_before_a_text_only_shifts_its_values(text: str) -> None:
    before = f"{HARBOUR}\n\n"
    assert values(before + text) == [moved(reading, len(before)) for reading in values(text)]


@given(text=english)
def test_an_unrelated_paragraph_after_a_text_changes_no_figure_and_no_day(text: str) -> None:
    assert values(f"{text}\n\n{HARBOUR}") == values(text)


def figures_of(text: str) -> Counter[tuple[object, ...]]:
    return Counter(
        (each.text, each.kind, each.interval, each.hedge, each.unit, each.noun, each.change)
        for each in extract(text, published=WEDNESDAY, language="en")
        if each.kind in FIGURES
    )


@given(one=paragraphs, two=paragraphs)
def test_the_order_of_paragraphs_changes_no_figure(one: str, two: str) -> None:
    assert figures_of(f"{one}\n\n{HARBOUR}\n\n{two}") == figures_of(f"{two}\n\n{HARBOUR}\n\n{one}")


@given(text=english, data=st.data())
def test_a_selection_is_read_as_itself_or_not_at_all(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    reading = read_claim(text, start, end, published=WEDNESDAY, timezone="UTC")
    if reading is not None:
        assert reading.text == text[start:end].strip() == text[reading.start : reading.end]


@given(text=english, spans=st.lists(st.tuples(st.integers(0, 300), st.integers(1, 40)), max_size=3))
def test_no_claim_touches_furniture(text: str, spans: list[tuple[int, int]]) -> None:
    # White space is on no page's list of furniture.
    furniture = [Span(start, start + length) for start, length in spans if text[start : start + length].strip()]
    for reading in extract(text, published=WEDNESDAY, furniture=furniture):
        assert not any(span.overlaps(Span(reading.start, reading.end)) for span in furniture)


A_FEW_LINES = 50


@settings(max_examples=25)
@given(text=anything.filter(str.strip), end=st.sampled_from([" ", ". ", "\n\n"]), language=codes)
def test_as_much_again_takes_no_more_work_than_before(text: str, end: str, language: str) -> None:
    piece = text[:200] + end
    step = piece * (700 // len(piece) + 1)
    once, twice, fourfold = (count_work(step * times, language) for times in (1, 2, 4))
    # Twice the first difference where cost is linear, four times where it grows with the square. A text in which next
    # to nothing is read may cost some lines once.
    assert fourfold - twice <= 3 * (twice - once) + A_FEW_LINES
