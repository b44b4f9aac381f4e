"""A few of the fuzz target's inputs on every run; `fuzz.py` beside this file runs as many as one likes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from articles.extraction import extract
from articles.extraction.readings import Mention
from articles.values import Interval
from tests.articles.extraction import fuzz
from tests.articles.extraction.mutations import load_texts, make_input

TEXT = "About 1,200 soldiers left, he said."


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return load_texts()


def test_no_mutated_text_raises_or_is_read_amiss(texts: list[str]) -> None:
    report = fuzz.run(1, range(2_000), texts)
    assert report.failures == ()
    assert report.readings > report.inputs == 2_000


def test_an_input_follows_from_its_seed_and_number_alone(texts: list[str]) -> None:
    assert make_input(1, 7, texts) == make_input(1, 7, texts)
    assert len({make_input(seed, number, texts) for seed in (1, 2) for number in range(10)}) == 20


def test_a_reading_that_is_amiss_is_told() -> None:
    (reading,) = extract(TEXT)
    huge = Decimal(10) ** 30
    misplaced = [
        replace(reading, start=reading.start + 1),
        replace(reading, end=len(TEXT) + 5, text=TEXT[reading.start :]),
        replace(reading, mention=Mention("she", 0, 3)),
    ]
    misfits = [
        replace(reading, numbers=(huge,)),
        replace(reading, interval=Interval(None, huge)),
        replace(reading, unit="x" * 65),
    ]
    assert [*fuzz.find_misplaced(TEXT, [reading]), *fuzz.find_misfits([reading])] == []
    assert len(list(fuzz.find_misplaced(TEXT, misplaced))) == 3
    assert len(list(fuzz.find_misfits(misfits))) == 3


@pytest.mark.parametrize(
    ("number", "expected"),
    [("9" * 30, True), ("1E30", False), ("1E-30", True), ("1E-31", False), ("NaN", False), ("Infinity", False)],
)
def test_a_number_fits_its_column_with_thirty_digits_to_either_side(number: str, expected: bool) -> None:
    assert fuzz.fits(Decimal(number)) is expected


def test_an_exception_and_a_slow_input_are_failures(texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert {failure.kind for failure in fuzz.run(1, range(3), texts, bound=0.0).failures} == {"slow"}

    def fail(text: str, *, published: date | None) -> list[object]:
        raise RecursionError("too deep")

    monkeypatch.setattr(fuzz, "extract", fail)
    assert fuzz.run(1, range(1), texts).failures == (fuzz.Failure(0, "RecursionError", "too deep"),)
