"""How well French news is read: floors a little under what was reached when they were set."""

from __future__ import annotations

from pathlib import Path

import pytest

import tests.corpora
from articles.extraction.languages import choose_language
from factsheet.management.corpora import judge_all, make_sample
from factsheet.management.scoring import Measure, count
from tests.corpora.loading import load

TEXTS = load(Path(next(iter(tests.corpora.__path__))) / "french_news.txt")
JUDGED = judge_all([make_sample("french_news", text.to_json()) for text in TEXTS])


@pytest.mark.parametrize(
    ("kind", "measure", "floor"),
    [
        ("date", Measure.VALUE, 96),
        ("date", Measure.HEDGE, 96),
        ("number", Measure.VALUE, 97),
        ("number", Measure.UNIT, 95),
        ("number", Measure.HEDGE, 95),
        ("quote", Measure.FOUND, 100),
        ("quote", Measure.SPEAKER, 85),
    ],
)
def test_french_news_is_read_as_well_as_ever(kind: str, measure: Measure, floor: float) -> None:
    rate = count(verdict for _sample, verdict in JUDGED[kind]).rate(measure)
    assert 100 * min(rate.precision, rate.recall, rate.f1) >= floor


def test_the_texts_are_known_to_be_french() -> None:
    assert {choose_language(text.text).code for text in TEXTS} == {"fr"}
