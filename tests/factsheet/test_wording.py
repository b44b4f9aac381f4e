"""A dispute is worded from who says what, and two wordings are compared word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.values import Kind
from factsheet.wording import Fate, Voice, compare_words, word_dispute


def say(source: str, words: str, value: object = None, citing: str = "") -> Voice:
    return Voice(source=source, words=words, value=words if value is None else value, citing=citing)


DISPUTES = [
    (Kind.QUANTITY, [say("Northern Wire", "41 boats"), say("The Gazette", "26")],
     "Northern Wire puts it at 41 boats; The Gazette at 26"),
    (Kind.QUANTITY, [say("A", "more than 15,000"), say("B", "13,000"), say("C", "over 15,000", "more than 15,000")],
     "A and C put it at more than 15,000; B at 13,000"),
    (Kind.MONEY, [say("A", "$3 million", citing="the chairman"), say("B", "$5 million", citing="the insurer")],
     "A, citing the chairman, puts it at $3 million; B, citing the insurer, at $5 million"),
    (Kind.MONEY, [say("A", "$3 million", citing="x"), say("B", "$3 million", citing="y"), say("C", "$5 million")],
     "A and B put it at $3 million; C at $5 million"),
    (Kind.DATE, [say("A", "by Dec. 31, 2023"), say("B", "by January 1, 2024")],
     "A says by Dec. 31, 2023; B by January 1, 2024"),
    (Kind.QUOTE, [say("A", "without delay"), say("B", "in good time")], "A says “without delay”; B “in good time”"),
    (Kind.QUANTITY, [say(name, "1") for name in "ABCDE"] + [say("", "2")],
     "A, B and 3 others put it at 1; another source at 2"),
    (Kind.QUANTITY, [say("A", "1"), say("A", "2")], "A puts it at 1; A at 2"),
    (Kind.QUANTITY, [say("A", "1"), say("B", "1")], ""),
    (Kind.QUANTITY, [], ""),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "voices", "expected"), DISPUTES)
def test_a_dispute_names_each_side_with_its_figure(kind: Kind, voices: list[Voice], expected: str) -> None:
    assert word_dispute(kind, voices) == expected


@pytest.mark.parametrize("kind", Kind)
def test_a_dispute_can_be_worded_of_every_kind(kind: Kind) -> None:
    words = word_dispute(kind, [say("Northern Wire", "one"), say("The Gazette", "other")])
    assert all(part in words for part in ("Northern Wire", "one", "The Gazette", "other"))


def test_the_words_that_changed_are_told_from_those_that_stayed() -> None:
    changes = compare_words("13,000 troops and police", "15,000 troops and police officers")
    assert [(change.fate, change.words) for change in changes] == [
        (Fate.GONE, "13,000"), (Fate.NEW, "15,000"), (Fate.KEPT, " troops and police"), (Fate.NEW, " officers")
    ]  # fmt: skip


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_wordings_can_be_read_from_what_changed(before: str, after: str) -> None:
    changes = compare_words(before, after)
    assert "".join(change.words for change in changes if change.fate != Fate.GONE) == after
    assert "".join(change.words for change in changes if change.fate != Fate.NEW).split() == before.split()
    assert all(change.words for change in changes)
