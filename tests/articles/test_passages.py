"""Words are found where they stand, however they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.passages import count_places, cut_lines, find_words, paragraph_around
from articles.values import Span

TEXT = "He said “it’s over” – in 2020.\r\n\r\nThe 13,000 troops & 3,000 police: cafe\u0301 🙂, 3,000 by name."

FOUND = [
    ("it's over", "it’s over"),
    ('"it’s over"', "“it’s over”"),
    ("over” - in", "over” – in"),
    ("in  2020.\nThe 13,000", "in 2020.\r\n\r\nThe 13,000"),
    ("caf\u00e9", "cafe\u0301"),
    ("cafe\u0301 🙂", "cafe\u0301 🙂"),
    ("🙂", "🙂"),
    ("&", "&"),
    ("2020", "2020"),
    ("  The ", "The"),
]


@pytest.mark.parametrize(("words", "found"), FOUND, ids=[words for words, _ in FOUND])
def test_words_are_found_as_they_are_typed(words: str, found: str) -> None:
    span = find_words(TEXT, words)
    assert span is not None
    assert TEXT[span.start : span.end] == found


@pytest.mark.parametrize("words", ["", " \n", "it’s under", "he said", "cafe", "202", "02", "000", "3,00", "over it"])
def test_what_does_not_stand_there_is_not_found(words: str) -> None:
    assert find_words(TEXT, words) is None
    assert count_places(TEXT, words) == 0


def test_of_several_places_one_is_chosen_by_its_number_or_by_what_is_near() -> None:
    first, second = TEXT.index(" 3,000") + 1, TEXT.rindex("3,000")
    assert count_places(TEXT, "3,000") == 2
    assert find_words(TEXT, "3,000") == Span(first, first + 5)
    assert find_words(TEXT, "3,000", occurrence=2) == Span(second, second + 5)
    assert find_words(TEXT, "3,000", occurrence=3) is None
    assert find_words(TEXT, "3,000", near=second - 3) == Span(second, second + 5)


def test_what_is_selected_may_be_part_of_a_word() -> None:
    start = TEXT.index("roops")
    assert find_words(TEXT, "roops", near=start) == Span(start, start + 5)
    assert find_words(TEXT, "roops") is None


TEXTS = st.text(alphabet=st.sampled_from("aé1,.  \n\r\u0301🙂-"), max_size=60)


@given(TEXTS, st.data())
def test_every_stretch_is_found_at_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = text[start:end].strip()
    if not words or text[end : end + 1] == "\u0301":
        return
    place = start + text[start:end].index(words)
    span = find_words(text, words, near=place)
    assert span is not None
    assert " ".join(text[span.start : span.end].split()) == " ".join(words.split())
    assert abs(span.start - place) <= 1


@given(TEXTS)
def test_the_lines_joined_are_the_text(text: str) -> None:
    lines = list(cut_lines(text, 0, len(text)))
    assert "".join(text[line.start : line.end] for line in lines) == text
    for line in lines[1:]:
        assert not text[line.start].isspace()


def test_lines_are_cut_within_bounds() -> None:
    text = "ab\n\ncd\nef"
    assert [text[line.start : line.end] for line in cut_lines(text, 1, 8)] == ["b\n\n", "cd\n", "e"]


def test_the_paragraph_around_words_is_their_line() -> None:
    text = "One.\r\n\r\n Two is long. \r\n\r\nThree."
    for words in ("Two", "is long"):
        span = find_words(text, words)
        assert span is not None
        paragraph = paragraph_around(text, span)
        assert text[paragraph.start : paragraph.end] == "Two is long."


def test_long_texts_and_hostile_words_take_no_time() -> None:
    text = "a " * 100_000
    assert find_words(text, "a " * 500 + "b") is None
    assert find_words(" " * 200_000, "a  b") is None
    assert len(list(cut_lines("\n" * 200_000, 0, 200_000))) == 1
