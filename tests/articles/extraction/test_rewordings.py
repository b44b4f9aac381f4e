"""Words that are typed in the place of others are read where those stand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction.rewordings import read_reworded
from articles.values import Hedge, Interval, Kind, Span

TEXT = "The U.N. sent 👩‍🚀 crews. The battalions left on Friday, the minister said. He said “in peace”. The end"


READ = [
    ("The battalions", "", Kind.STATEMENT, None),
    ("The battalions", "about 9,000 soldiers", Kind.QUANTITY, Decimal(9000)),
    ("crews", "12 crews", Kind.QUANTITY, Decimal(12)),
    ("on Friday", "", Kind.DATE, date(2023, 6, 30)),
    ("on Friday", "on Thursday", Kind.DATE, date(2023, 6, 29)),
    ("on Friday", "July 2021", Kind.DATE, date(2021, 7, 1)),
    ("in peace", "", Kind.QUOTE, None),
    ("The end", "3 million euros", Kind.MONEY, Decimal(3_000_000)),
]


@pytest.mark.parametrize(("words", "typed", "kind", "low"), READ, ids=[f"{a} / {b}" for a, b, *_ in READ])
def test_a_span_is_read_as_what_is_typed(words: str, typed: str, kind: Kind, low: object) -> None:
    start = TEXT.index(words)
    reading = read_reworded(TEXT, Span(start, start + len(words)), typed, published=date(2023, 6, 30))
    assert (reading.kind, reading.start, reading.end, reading.text) == (kind, start, start + len(words), words)
    assert (reading.interval.low if reading.interval else None) == low
    assert TEXT[reading.sentence.start : reading.sentence.end].endswith((".", "end"))


def test_the_reading_keeps_the_hedge_and_tells_of_the_articles_own_words() -> None:
    start = TEXT.index("The battalions")
    reading = read_reworded(TEXT, Span(start, start + 14), "more than 9,000 soldiers")
    assert (reading.hedge, reading.noun) == (Hedge.MORE_THAN, "soldiers")
    assert reading.interval == Interval(Decimal(9000), None, low_open=True)
    assert reading.read_as == "'The battalions' -> more than 9000 person"
    assert TEXT[reading.sentence.start : reading.sentence.end].endswith("left on Friday, the minister said.")


def test_whom_it_is_attributed_to_stands_where_it_stands_in_the_article() -> None:
    text = "The battalions left, according to the U.N. mission, and more."
    reading = read_reworded(text, Span(0, 14), "9,000 soldiers")
    assert reading.mention is not None
    assert text[reading.mention.start : reading.mention.end] == reading.mention.text


@given(
    st.text(alphabet=st.sampled_from('ab1,0 .\n"“”é🙂'), min_size=1, max_size=40),
    st.text(alphabet=st.sampled_from('12 %$.\n"May of'), max_size=12),
    st.data(),
)
def test_any_span_has_a_reading_of_its_own_words(text: str, typed: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    reading = read_reworded(text, Span(start, end), typed, language="en")
    assert (reading.start, reading.end, reading.text) == (start, end, text[start:end])
    assert 0 <= reading.sentence.start <= start < end <= reading.sentence.end <= len(text)
    if reading.mention:
        assert text[reading.mention.start : reading.mention.end] == reading.mention.text
