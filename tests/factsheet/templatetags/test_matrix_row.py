"""A row of the matrix tells what an editor accepted from what is still to sort."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string

from articles.models import Claim
from factsheet.models import Evidence, Fact, FactSheet
from factsheet.queries.matrix import Row


@pytest.mark.parametrize(("state", "is_marked"), [("candidate", True), ("accepted", False)])
def test_a_claim_that_is_still_to_sort_has_a_mark_and_a_word(state: str, is_marked: bool) -> None:
    claim = Claim(pk=1, article_id=1, text="13,000 troops")
    fact = Fact(pk=1, sheet=FactSheet(slug="mission"), label="Troops")
    row = Row(fact, [[Evidence(claim=claim, state=state, relation="same")]])
    page = render_to_string("matrix/_fact_row.html", {"row": row, "sheet": fact.sheet})
    figure = page.partition("<td>")[2].partition("</td>")[0]
    assert ('class="figure is-same to-sort"' in figure) is is_marked
    assert ("(to sort)" in figure) is is_marked


def test_the_legend_explains_the_mark_by_showing_it() -> None:
    legend = render_to_string("matrix/legend.html")
    assert 'class="to-sort' in legend
    assert "<mark>Dotted</mark> figures are still to sort." in legend
