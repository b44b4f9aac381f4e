"""The drawn scale: one lane a value, all within the drawing."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from articles.models import Article
from factsheet.models import Fact
from factsheet.queries import panel
from factsheet.templatetags.drawing import draw_scale
from tests.factories import make_claim, make_evidence, make_fact
from tests.factsheet.newsroom import add_figure, make_fact_with

pytestmark = pytest.mark.django_db


def _lanes(fact: Fact) -> list[Any]:
    lanes: list[Any] = draw_scale(panel(fact))["lanes"]
    return lanes


def test_evidence_of_one_value_shares_a_lane_and_the_lowest_comes_first() -> None:
    fact = make_fact_with("303", "174", "303")
    assert [lane.keys for lane in _lanes(fact)] == ["2", "1 3"]


def test_a_single_figure_is_a_point_and_an_open_one_runs_to_the_end() -> None:
    fact = make_fact_with("174")
    add_figure(fact, "170", claim={"high": None, "low": Decimal(170), "hedge": "at_least"})
    at_least, exact = _lanes(fact)
    assert exact.is_point
    assert not at_least.is_point
    assert at_least.bar.open_above
    assert at_least.bar.high == 100


def test_words_that_would_run_out_of_the_drawing_end_with_their_bar() -> None:
    low, high = _lanes(make_fact_with("100", "900"))
    assert not low.from_end
    assert high.from_end
    assert high.text_at == high.bar.high


def test_lanes_never_overlap_and_stand_above_the_axis() -> None:
    drawing = draw_scale(panel(make_fact_with("100", "200", "300", "400")))
    heights = [lane.y for lane in drawing["lanes"]]
    assert all(below - above >= 30 for above, below in pairwise(heights))
    assert heights[-1] < drawing["axis"] < drawing["height"]


def test_the_drawing_says_its_values_to_those_who_do_not_see_it() -> None:
    assert draw_scale(panel(make_fact_with("170", "303")))["label"] == "Scale: 170 troops; 303 troops"


@pytest.mark.parametrize("figures", [(), ("174",), ("174", "174")])
def test_where_nothing_differs_nothing_is_drawn(figures: tuple[str, ...]) -> None:
    fact = make_fact_with(*figures) if figures else make_fact()
    assert render_to_string("fact/scale.html", draw_scale(panel(fact))).strip() == ""


def test_the_numbers_of_the_drawing_are_numbers_of_svg_in_every_language() -> None:
    drawing = draw_scale(panel(make_fact_with("100", "250", "900")))
    with translation.override("fr"):
        svg = render_to_string("fact/scale.html", drawing)
    assert re.findall(r'\b(?:x\d?|y\d?|cx|cy|r|width|height)="([^"]*)"', svg)
    assert not re.search(r'\b(?:x\d?|y\d?|cx|cy|r|width|height)="[^"]*,', svg)


TICKS = [
    (("100", "90000"), "en", ["100", "1,000", "10,000", "100,000"]),
    (("100", "90000"), "fr", ["100", "1\u202f000", "10\u202f000", "100\u202f000"]),
    (("2500000", "7500000"), "fr", ["2 millions", "4 millions", "6 millions", "8 millions"]),
]


@pytest.mark.parametrize(("figures", "language", "ticks"), TICKS)
def test_figures_under_the_line_are_written_as_the_reader_does(
    figures: tuple[str, str], language: str, ticks: list[str]
) -> None:
    with translation.override(language):
        drawing = draw_scale(panel(make_fact_with(*figures)))
    assert [" ".join(words.split("\u00a0")) for _position, words in drawing["ticks"]] == ticks


DAYS = [
    ("2023-06-30", "2023-07-03", ["30 Jun", "1 Jul", "2 Jul", "3 Jul", "4 Jul"], ["30 juin", "1er juil.", "2 juil."]),
    ("2023-02-01", "2023-08-31", ["Feb 2023", "Apr 2023", "Jun 2023", "Aug 2023"], ["févr. 2023", "avr. 2023"]),
    ("2013-01-01", "2023-12-31", ["2013", "2015", "2017", "2019", "2021", "2023"], ["2013", "2015"]),
]


@pytest.mark.parametrize(("first", "last", "english", "french"), DAYS)
def test_days_under_the_line_are_written_as_the_reader_does(
    first: str, last: str, english: list[str], french: list[str]
) -> None:
    fact = make_fact(kind="date", unit="")
    for day in (first, last):
        make_evidence(make_claim(f"on {day}", kind="date", low_day=day, high_day=day, precision="day"), fact=fact)
    for language, expected in (("en", english), ("fr", french)):
        with translation.override(language):
            ticks = [words for _position, words in draw_scale(panel(fact))["ticks"]]
        assert ticks[: len(expected)] == expected


def test_a_figure_that_was_revised_is_drawn_as_the_course_it_took() -> None:
    fact = make_fact_with("41", "57", "57.0", status="revision")
    days = [date(2023, 7, 1), date(2023, 7, 5), date(2023, 7, 5)]
    for item, day in zip(fact.evidence.order_by("pk").select_related("claim__article"), days, strict=True):
        Article.objects.filter(pk=item.claim.article_id).update(published=day)
    drawn = draw_scale(panel(fact))
    assert [lane.keys for lane in drawn["lanes"]] == ["1", "2 3"]
    assert [(before.keys, after.keys) for before, after in drawn["steps"]] == [("1", "2 3")]
    assert "As it was revised" in render_to_string("fact/scale.html", drawn)


def test_a_revision_within_one_day_is_drawn_on_a_scale_and_two_figures_of_a_day_are_two() -> None:
    fact = make_fact_with("41", "57", status="revision")
    drawn = draw_scale(panel(fact))
    assert (drawn["kind"], drawn["steps"]) == ("linear", [])
    add_figure(fact, "60")
    first = fact.evidence.order_by("pk").select_related("claim__article")[0]
    Article.objects.filter(pk=first.claim.article_id).update(published=date(2023, 6, 1))
    assert [lane.keys for lane in _lanes(fact)] == ["1", "2", "3"]
