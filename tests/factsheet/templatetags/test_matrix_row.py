"""A row of the matrix: figures with their relations in shape, word and colour, and all of them on one line."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from django.template.loader import render_to_string

from articles.models import Article, Claim
from articles.values import Kind
from factsheet.arrangement import Arrangement
from factsheet.models import Evidence, Fact, FactSheet, SheetArticle
from factsheet.queries.matrix import Column, Matrix, Row
from factsheet.queries.spreads import Spread
from factsheet.reconcile import Side, scale
from factsheet.sides import ANSWER, side_in_force
from factsheet.templatetags.matrix import spread

SHEET = FactSheet(slug="mission")


def make_item(text: str = "13,000 troops", **fields: Any) -> Evidence:
    return Evidence(claim=Claim(pk=1, article_id=1, text=text), **{"state": "accepted", **fields})


def draw_cell(item: Evidence, *, pin: int = 0) -> str:
    """The one figure of a row with one article, as HTML."""
    row = Row(Fact(pk=1, sheet=SHEET, label="Troops"), [[item]])
    column = Column(SheetArticle(article=Article(pk=1)), pin=pin)
    page = render_to_string("matrix/_fact_row.html", {"row": row, "matrix": Matrix(SHEET, Arrangement(), [column], [])})
    return page[page.index("<td") : page.index("</td>")]


@pytest.mark.parametrize(("state", "is_marked"), [("candidate", True), ("accepted", False)])
def test_a_claim_that_is_still_to_sort_has_a_mark_and_a_word(state: str, is_marked: bool) -> None:
    figure = draw_cell(make_item(state=state, relation="same"))
    assert ('class="figure is-same to-sort"' in figure) is is_marked
    assert ("to sort)" in figure) is is_marked


@pytest.mark.parametrize("relation", ["conflict", "tension", "rounding"])
def test_what_differs_from_the_answer_says_so_by_shape_word_colour_and_reason(relation: str) -> None:
    figure = draw_cell(make_item(relation=relation, relation_reason="They do not meet."))
    assert f'class="figure is-{relation}"' in figure
    assert f"#{relation}" in figure
    assert f"<small>{relation}</small>" in figure
    assert 'title="13,000 troops: They do not meet."' in figure


@pytest.mark.parametrize("relation", ["same", "consistent"])
def test_what_is_as_expected_says_so_to_those_who_listen(relation: str) -> None:
    figure = draw_cell(make_item(relation=relation))
    assert f"#{relation}" in figure
    assert f'<span class="visually-hidden"> ({relation})</span>' in figure
    assert "<small>" not in figure


@pytest.mark.parametrize(
    ("stance", "words"),
    [("set_aside", "set aside"), ("superseded", "superseded"), ("different_scope", "different scope")],
)
def test_what_takes_no_part_says_why(stance: str, words: str) -> None:
    figure = draw_cell(make_item(relation="same", stance=stance))
    assert "is-same aside" in figure
    assert f"(same, {words})" in figure


def test_a_figure_leads_to_its_sentence_and_nothing_in_it_is_taken_for_html() -> None:
    figure = draw_cell(make_item('<b onclick="x()">&', relation="conflict", relation_reason='"><i>'))
    assert 'href="/sheets/mission/articles/1/#claim-1"' in figure
    assert "<b" not in figure
    assert "<i>" not in figure
    assert "&lt;b onclick=&quot;x()&quot;&gt;&amp;" in figure


def test_a_column_that_stays_in_view_says_which_it_is() -> None:
    assert draw_cell(make_item(), pin=2).startswith('<td class="pin pin-2">')


def draw_line(*told: tuple[int | None, int | None, str], answer: int | None = None) -> str:
    """The line of figures, each with its ends and its relation to the answer."""
    said, sides = {}, []
    for key, (low, high, relation) in enumerate(told):
        ends = {name: None if end is None else Decimal(end) for name, end in (("low", low), ("high", high))}
        item = Evidence(pk=key, claim=Claim(text=f"{low or high} troops", kind="quantity", **ends), relation=relation)
        said[str(key)] = item
        sides.append(Side(key=str(key), article="1", kind=Kind.QUANTITY, interval=item.claim.interval))
    if answer is not None:
        suggestion = {"text": "", "low": str(answer), "high": str(answer), "low_open": False, "high_open": False}
        fact = Fact(kind="quantity", suggestion={**suggestion, "hedge": "exact", "unit": ""})
        side = side_in_force(fact)
        assert side is not None
        assert side.key == ANSWER
        sides.append(side)
    return str(spread(Row(Fact(), [], spread=Spread(scale(sides), said))))


def strokes_of(line: str, tone: str) -> list[str]:
    """What is drawn in a tone: "M" and the place for each stroke."""
    found = re.search(rf'<path class="{tone}" d="([^"]*)"/>', line)
    return re.findall(r"M[^M]+", found[1]) if found else []


def test_what_stands_against_the_answer_is_drawn_above_the_line_and_the_rest_below() -> None:
    line = draw_line((170, 170, "same"), (303, 303, "conflict"), answer=170)
    assert [stroke.split()[1] for stroke in strokes_of(line, "is-conflict")] == ["0V6"]
    assert [stroke.split()[1] for stroke in strokes_of(line, "is-same")] == ["6V12"]
    assert [stroke.split()[1] for stroke in strokes_of(line, "ours")] == ["0V12"]
    assert strokes_of(line, "is-same")[0].split()[0] == strokes_of(line, "ours")[0].split()[0]


def test_ranges_that_overlap_lie_in_lanes_of_their_own() -> None:
    strokes = strokes_of(draw_line((1, 2, ""), (1, 4, ""), (3, 4, "")), "is-none")
    assert len(strokes) == 3
    assert all("H" in stroke for stroke in strokes)
    assert len({stroke.split()[1].partition("H")[0] for stroke in strokes}) == 3


def test_an_open_end_runs_out_of_the_line() -> None:
    (stroke,) = strokes_of(draw_line((15000, None, "same"), (13000, 13000, "conflict")), "is-same")
    assert stroke.endswith("H100")


def test_what_all_say_is_one_tick() -> None:
    assert strokes_of(draw_line((10, 12, "same")), "is-same") == ["M50 6V12"]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ([(170, 170, "same")], "All at “170 troops”"),
        ([(303, 303, "conflict"), (170, 170, "same")], "From “170 troops” to “303 troops”"),
    ],
)
def test_the_line_says_in_words_what_it_draws(told: list[tuple[int, int, str]], words: str) -> None:
    assert f'role="img" aria-label="{words}"' in draw_line(*told)


def test_the_line_of_many_values_takes_a_few_hundred_bytes() -> None:
    told = [(1000 + 7 * n, 1000 + 7 * n, "conflict" if n % 3 else "same") for n in range(20)]
    assert len(draw_line(*told, answer=1000)) < 700


def test_a_fact_without_a_value_has_no_line() -> None:
    assert spread(Row(Fact(), [])) == ""


def test_the_legend_explains_the_mark_by_showing_it() -> None:
    legend = render_to_string("matrix/legend.html")
    assert 'class="to-sort' in legend
    assert "<mark>Dotted</mark> figures are still to sort." in legend
