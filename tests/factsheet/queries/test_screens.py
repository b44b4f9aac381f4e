"""What the matrix, the panel, the review and the editions show of a sheet."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from django.contrib.auth.models import User

from factsheet import actions, queries
from factsheet.arrangement import Arrangement
from factsheet.models import Fact, FactSheet
from factsheet.queries.matrix import Matrix
from tests.factories import NOON, make_claim, make_decision, make_edition, make_evidence, make_fact, make_sheet
from tests.factsheet.newsroom import LATER, add_figure, decide, figure_of, make_fact_with, make_ready_sheet

pytestmark = pytest.mark.django_db


def labels(matrix: Matrix) -> list[str]:
    return [row.fact.label for row in matrix.rows]


def make_facts() -> FactSheet:
    """A sheet with a fact in every state and of every status that the filters ask for."""
    sheet = make_sheet()
    make_fact("conflict", sheet=sheet, status="conflict")
    make_fact("tension", sheet=sheet, status="tension", kind="money")
    make_fact("rounding", sheet=sheet, status="rounding")
    for outcome in ("settled", "disputed", "not_established", "left_out"):
        make_decision(
            make_fact(outcome, sheet=sheet, status="conflict" if outcome == "left_out" else "agree"), outcome=outcome
        )
    challenged = make_fact("challenged", sheet=sheet, status="conflict")
    make_decision(challenged)
    Fact.objects.filter(pk=challenged.pk).update(challenged_at=NOON)
    return sheet


SHOWS = {
    "": ["conflict", "tension", "rounding", "settled", "disputed", "not_established", "challenged"],
    "conflicts": ["conflict", "tension"],
    "open": ["conflict", "tension", "rounding"],
    "challenged": ["challenged"],
    "decided": ["settled", "disputed", "not_established", "challenged"],
    "left_out": ["left_out"],
}


@pytest.mark.parametrize("show", SHOWS)
def test_the_matrix_shows_the_facts_that_the_filter_names(show: str) -> None:
    matrix = queries.matrix(make_facts(), Arrangement(show=show))
    assert labels(matrix) == SHOWS[show]
    assert matrix.arrangement.is_filtered == bool(show)


def test_the_matrix_is_filtered_by_kind() -> None:
    assert labels(queries.matrix(make_facts(), Arrangement(kind="money"))) == ["tension"]


def test_each_claim_stands_in_the_column_of_its_article_and_the_row_of_its_fact() -> None:
    sheet = make_sheet()
    troops = make_fact_with("13000", "15000", sheet=sheet, label="Troops")
    police = make_fact("Police", sheet=sheet)
    first = sheet.entries.get(position=1).article
    second_claim = make_evidence(make_claim("mission", article=first), fact=police)
    make_evidence(sheet=sheet)
    make_evidence(sheet=sheet, state="rejected", reason="Too vague.")
    matrix = queries.matrix(sheet)
    cells = [[[item.claim.text for item in cell] for cell in row.cells] for row in matrix.rows]
    assert cells == [[["13000 troops"], ["15000 troops"], [], []], [["mission"], [], [], []]]
    assert [row.claims for row in matrix.rows] == [2, 1]
    assert matrix.rows[1].cells[0] == [second_claim]
    assert [column.entry.position for column in matrix.columns] == [1, 2, 3, 4]
    (row,) = queries.matrix_row(troops).rows
    assert [[item.claim.text for item in cell] for cell in row.cells] == cells[0]


def test_a_column_is_named_by_its_source_or_else_by_its_title() -> None:
    sheet = make_sheet()
    fact = make_fact_with("13000", "15000", sheet=sheet)
    article = figure_of(fact, "15000").claim.article
    article.source = None
    article.title = "A leaflet"
    article.save()
    named, unnamed = queries.matrix(sheet).columns
    assert named.source.startswith("Outlet ")
    assert unnamed.source == "A leaflet"


def test_the_panel_holds_the_evidence_in_the_order_of_the_columns_with_a_key_each() -> None:
    fact = make_fact_with(*(f"{13000 + n}" for n in range(11)))
    panel = queries.panel(fact)
    assert [item.evidence.claim.text for item in panel.items] == [f"{13000 + n} troops" for n in range(11)]
    assert [item.key for item in panel.items] == [*"123456789", "", ""]
    assert all(item.sentence.words == item.evidence.claim.text for item in panel.items)
    assert panel.scale is not None


def test_the_panel_tells_the_worst_relation_first_and_leaves_out_what_does_not_count(editor: User) -> None:
    fact = make_fact_with("13000", "13000.0", "15000")
    panel = queries.panel(fact)
    assert [str(pair.relation.kind) for pair in panel.pairs] == ["conflict", "conflict", "same"]
    actions.weigh(figure_of(fact, "15000"), stance="set_aside", reason="A plan.", by=editor, at=LATER)
    panel = queries.panel(Fact.objects.get())
    assert [str(pair.relation.kind) for pair in panel.pairs] == ["same"]
    assert [item.is_live for item in panel.items] == [True, True, False]


def test_the_panel_leads_to_the_facts_before_and_after_it() -> None:
    sheet = make_sheet()
    first, second, third = (make_fact(label, sheet=sheet) for label in ("a", "b", "c"))
    left_out = make_decision(make_fact("x", sheet=sheet), outcome="left_out").fact
    panels = [queries.panel(fact) for fact in (first, second, third, left_out)]
    assert [(panel.previous, panel.next) for panel in panels] == [
        (None, second), (first, third), (second, None), (third, None)
    ]  # fmt: skip
    assert panels[1].others == [first, third]


def test_the_panel_bundles_evidence_by_origin() -> None:
    fact = make_fact_with("13000", "13001", "15000")
    fact.sheet.entries.filter(position=3).update(origin=1)
    bundles = [[item.evidence.claim.text for item in bundle.items] for bundle in queries.panel(fact).origins]
    assert bundles == [["13000 troops", "15000 troops"], ["13001 troops"]]


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("quantity", {"low": "5"}, True),
        ("quantity", {}, False),
        ("date", {"needs_published": True}, False),
        ("quote", {}, True),
        ("statement", {}, True),
        ("time", {}, False),
        ("time", {"low_time": time(18, 30)}, True),
    ],
)
def test_only_what_was_understood_can_be_taken(kind: str, value: dict[str, Any], expected: bool) -> None:
    fact = make_fact(kind=kind)
    make_evidence(make_claim("9 troops", kind=kind, **value), fact=fact)
    (item,) = queries.panel(fact).items
    assert item.can_be_taken is expected


def test_a_fact_without_evidence_has_an_empty_panel() -> None:
    panel = queries.panel(make_fact())
    assert (panel.items, panel.pairs, panel.scale, panel.origins) == ([], [], None, [])


def test_the_review_shows_what_publishing_would_make(editor: User, publisher: User) -> None:
    sheet = make_ready_sheet(by=editor, state="in_review")
    make_fact("Left open", sheet=sheet)
    review = queries.review(sheet, by=publisher, at=LATER)
    assert [(line.label, line.citations[0].number) for line in review.content.facts] == [("Troops", 1)]
    assert [fact.label for fact in review.left_open] == ["Left open"]
    assert (review.content.number, review.newest) == (1, None)
    FactSheet.objects.update(state="approved")
    edition = actions.publish(sheet, by=publisher, at=LATER)
    review = queries.review(sheet, by=publisher, at=LATER)
    assert review.newest == edition
    assert (review.content.number, review.content.previous_sha256) == (2, edition.sha256)


def test_the_review_shows_the_newest_comments_on_what_to_do(editor: User, publisher: User) -> None:
    sheet = make_ready_sheet(by=editor)
    for number in range(7):
        FactSheet.objects.update(state="in_review")
        actions.send_back(sheet, comment=f"{number}", by=publisher, at=LATER)
    comments = queries.review(sheet, by=publisher, at=LATER).comments
    assert [line.details["comment"] for line in comments] == ["6", "5", "4", "3", "2"]


def test_an_edition_is_shown_from_its_bytes_and_knows_whether_it_is_the_newest(editor: User) -> None:
    sheet = make_ready_sheet(by=editor)
    for why in ({}, {"kind": "update", "note": "Counted anew."}):
        FactSheet.objects.update(state="approved")
        actions.publish(sheet, by=editor, at=LATER, **why)
    FactSheet.objects.update(title="Renamed since")
    first, second = (queries.edition_page(sheet, number) for number in (1, 2))
    assert first is not None
    assert second is not None
    assert (first.is_newest, second.is_newest, first.numbers) == (False, True, [2, 1])
    assert first.content.title == "The end of the mission"


@pytest.mark.parametrize("number", [0, 3, 10**30])
def test_an_edition_that_is_not_there_is_none(number: int) -> None:
    assert queries.edition_page(make_edition().sheet, number) is None


def test_a_decided_fact_is_compared_with_its_answer(editor: User) -> None:
    fact = make_fact_with("13000")
    decide(fact, "13000", by=editor)
    add_figure(fact, "15000", state="candidate")
    assert [item.evidence.state for item in queries.panel(Fact.objects.get()).items] == ["accepted", "candidate"]
