"""What holds for every text, of whatever kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from articles.extraction import extract, read_claim, to_json
from articles.extraction.readings import Mention, Reading
from articles.values import Span
from tests.articles.extraction.texts import WEDNESDAY

WORDS = [
    "12",
    "1,200",
    "15,000",
    "2013",
    "1990s",
    "31",
    "30",
    "Feb.",
    "0",
    "9999",
    "-5",
    "1/2",
    "½",
    "$",
    "€",
    "%",
    "4m",
    "bn",
    "million",
    "hundred",
    "dozens",
    "half",
    "a",
    "the",
    "of",
    "to",
    "and",
    "or",
    "between",
    "from",
    "more",
    "than",
    "at",
    "least",
    "up",
    "as",
    "many",
    "by",
    "until",
    "since",
    "in",
    "on",
    "within",
    "six",
    "months",
    "years",
    "week",
    "later",
    "ago",
    "earlier",
    "last",
    "next",
    "this",
    "following",
    "Friday",
    "June",
    "May",
    "March",
    "said",
    "told",
    "Jane",
    "Green",
    "he",
    "she",
    "soldiers",
    "people",
    "killed",
    "were",
    "will",
    "“",
    "”",
    '"',
    "‘",
    "’",
    "(",
    ")",
    ",",
    ".",
    ";",
    ":",
    "-",
    "–",
    "—",
    "/",
    "'",
    "'s",
    "U.N.",
    "p.m.",
    "not",
    "to",
    "be",
    "set",
    "16:30",
    "2023-06-30",
    "12/02/2024",
    "one",
    "first",
    "quarter",
]
news = st.lists(st.sampled_from([*WORDS, "\n\n", "\n"]), max_size=60).map(" ".join)
texts = st.one_of(news, st.text(max_size=200), st.text(alphabet="0123456789.,-/:$% \n", max_size=80))
published = st.none() | st.dates()


@given(text=texts, day=published)
def test_no_text_raises_and_every_span_is_exact(text: str, day: date | None) -> None:
    for reading in extract(text, published=day):
        assert text[reading.start : reading.end] == reading.text == reading.text.strip() != ""
        assert reading.sentence.start <= reading.start < reading.end <= len(text)
        if reading.mention is not None:
            assert text[reading.mention.start : reading.mention.end] == reading.mention.text
        to_json(reading)


@given(text=texts)
def test_readings_stand_in_order_and_no_two_figures_overlap(text: str) -> None:
    readings = extract(text, published=WEDNESDAY)
    assert readings == sorted(readings, key=lambda each: (each.start, each.end))
    valued = [each for each in readings if each.interval is not None or each.needs_published]
    assert all(one.end <= two.start for one, two in pairwise(valued))


def moved(reading: Reading, by: int) -> Reading:
    mention = reading.mention and Mention(reading.mention.text, reading.mention.start + by, reading.mention.end + by)
    sentence = Span(reading.sentence.start + by, reading.sentence.end + by)
    return replace(reading, start=reading.start + by, end=reading.end + by, mention=mention, sentence=sentence)


@given(text=news)
def test_an_unrelated_paragraph_before_a_text_only_shifts_its_readings(text: str) -> None:
    before = "The sky over the harbour was grey.\n\n"
    expected = [moved(reading, len(before)) for reading in extract(text, published=WEDNESDAY)]
    assert extract(before + text, published=WEDNESDAY) == expected


@given(text=news, data=st.data())
def test_a_selection_is_read_as_itself_or_not_at_all(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    reading = read_claim(text, start, end, published=WEDNESDAY, timezone="UTC")
    if reading is not None:
        assert reading.text == text[start:end].strip() == text[reading.start : reading.end]


@given(text=news, spans=st.lists(st.tuples(st.integers(0, 300), st.integers(1, 40)), max_size=3))
def test_no_claim_touches_furniture(text: str, spans: list[tuple[int, int]]) -> None:
    furniture = [Span(start, start + length) for start, length in spans]
    for reading in extract(text, published=WEDNESDAY, furniture=furniture):
        assert not any(span.overlaps(Span(reading.start, reading.end)) for span in furniture)
