"""How well the engine reads annotated texts: no figure may fall below its floor, which rises as the engine improves.

Floors are a point under what was reached when they were set. The corpora in this folder are our own; those in ../shared
stand beside the project, and where they are not there nothing is measured.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from factsheet.management.corpora import Sample, judge_all, load, make_sample
from factsheet.management.scoring import Measure, count
from tests.corpora.loading import load as load_marked

HERE = Path(__file__).parent
DATA = HERE.parents[2] / "shared" / "data"

OWN: Mapping[str, Mapping[str, Mapping[Measure, float]]] = {
    "dates_wire": {"date": {Measure.FOUND: 98.6, Measure.VALUE: 97.1, Measure.HEDGE: 96.2}},
    "quantities_news": {"number": {Measure.VALUE: 98.6, Measure.UNIT: 97.9, Measure.HEDGE: 98.3}},
    "quotes_politics": {"quote": {Measure.FOUND: 98.8, Measure.SPEAKER: 95.8}},
    "dates_second": {"date": {Measure.FOUND: 98.5, Measure.VALUE: 96.7, Measure.HEDGE: 96.7}},
    "quantities_second": {"number": {Measure.VALUE: 97.8, Measure.UNIT: 96.2, Measure.HEDGE: 93.8}},
    "quotes_second": {"quote": {Measure.FOUND: 99, Measure.SPEAKER: 89.6}},
}
SHARED: Mapping[str, Mapping[str, Mapping[Measure, float]]] = {
    "wikiwars": {"date": {Measure.VALUE: 93.2}},
    "recognizers_number_dev": {"number": {Measure.VALUE: 79.6}},
    "recognizers_numberrange_dev": {"interval": {Measure.VALUE: 75}},
    "recognizers_currency_dev": {"number": {Measure.VALUE: 75.6}},
    "recognizers_datetime_dev": {"date": {Measure.VALUE: 38.8}},
    "recognizers_percent_dev": {"number": {Measure.VALUE: 99}},
    "recognizers_ordinal_dev": {"number": {Measure.VALUE: 75.9}},
    "recognizers_dimension_dev": {"number": {Measure.VALUE: 80.9}},
    "recognizers_age_dev": {"number": {Measure.VALUE: 86}},
    "recognizers_temperature_dev": {"number": {Measure.VALUE: 83.2}},
}


@pytest.mark.parametrize("name", OWN)
def test_our_own_corpora_are_read_as_well_as_ever(name: str) -> None:
    samples = [make_sample(name, text.to_json()) for text in load_marked(HERE / f"{name}.txt")]
    assert find_falls(samples, OWN[name]) == []


@pytest.mark.parametrize("name", SHARED)
def test_corpora_beside_the_project_are_read_as_well_as_ever(name: str) -> None:
    assert find_falls(load_shared(name), SHARED[name]) == []


@pytest.mark.parametrize("kind", ["date", "interval"])
def test_nothing_marked_in_the_original_articles_is_missed(kind: str) -> None:
    judged = judge_all(load_shared("seeds"))[kind]
    assert [verdict.span for _sample, verdict in judged if verdict.span is not None and verdict.faults] == []


def load_shared(name: str) -> list[Sample]:
    path = DATA / f"{name}.jsonl"
    if not path.exists():
        pytest.skip(f"{path.name} stands beside the project, in ../shared/data, and is not there")
    return load(path)


def find_falls(samples: list[Sample], floors: Mapping[str, Mapping[Measure, float]]) -> list[str]:
    """Which figures lie below their floors (F1, in per cent)."""
    judged = judge_all(samples)
    falls = []
    for kind, measures in floors.items():
        tally = count(verdict for _sample, verdict in judged[kind])
        for measure, floor in measures.items():
            reached = 100 * tally.rate(measure).f1
            if reached < floor:
                falls.append(f"{kind}, {measure}: {reached:.1f}, below {floor}")
    return falls
