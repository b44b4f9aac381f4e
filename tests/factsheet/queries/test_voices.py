"""The panel, the matrix, the review and the desk tell where figures come from, and what does not add up."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from factsheet import actions, queries
from factsheet.actions.standings import work_out
from factsheet.arrangement import Arrangement
from factsheet.models import Evidence, Fact, FactSheet
from tests.factories import make_sheet
from tests.factsheet.newsroom import LATER, decide, make_fact_with, take_in_texts

pytestmark = pytest.mark.django_db

TIED = "Police arrested 88 of the 275 protesters on Friday."


def test_a_panel_bundles_what_several_have_from_one_voice(editor: User) -> None:
    sheet = make_sheet()
    texts = (
        "The flood in Harva killed 41 people, according to the United Nations.",
        "According to the U.N., the flood in Harva killed 41 people.",
        "The flood in Harva killed 41 people, the mayor said.",
    )
    actions.add_articles(sheet, take_in_texts(*texts), by=editor, at=LATER)
    panel = queries.panel(Fact.objects.select_related("sheet", "decision").get(sheet=sheet, unit="person"))
    assert [(bundle.origin.number, len(bundle.items)) for bundle in panel.origins] == [(1, 2), (3, 1)]
    assert panel.origins[0].origin.reason == "All have this figure from the United Nations."
    assert [item.origin.number for item in panel.items] == [1, 1, 3]
    assert len(panel.pairs) == 3


def test_a_panel_tells_by_which_policy_an_answer_is_suggested_and_what_the_others_say() -> None:
    fact = make_fact_with("41", "41.0", "57")
    work_out([fact])
    panel = queries.panel(fact)
    assert panel.policy == "most independent origins"
    counsels = {counsel.policy: (counsel.text, counsel.reasons[0]) for counsel in panel.counsels}
    assert counsels["range"] == ("41 to 57", "From the lowest to the highest of 3 figures.")
    assert counsels["most authoritative"] == ("", "No figure is attributed to an authority.")
    assert "most independent origins" not in counsels


@pytest.fixture
def sheet(editor: User) -> FactSheet:
    """A sheet with two answers that a sentence ties and that cannot both be true, and an answer beside them."""
    sheet = make_sheet()
    actions.add_articles(sheet, take_in_texts(TIED), by=editor, at=LATER)
    for label, words in (("Arrested", "88"), ("Protesters", "275")):
        item = sheet.evidence.get(claim__text__startswith=words)
        actions.place(sheet, [item.pk], fact=None, label=label, by=editor, at=LATER)
    make_fact_with("13000", sheet=sheet, label="Troops")
    cite = [Evidence.objects.get(sheet=sheet, fact__label="Arrested").pk]
    decide(Fact.objects.get(label="Arrested"), "312", by=editor, rationale="The court says so.", cite=cite)
    sheet.refresh_from_db()
    return sheet


def test_every_screen_tells_what_does_not_add_up(sheet: FactSheet, editor: User) -> None:
    matrix = queries.matrix(sheet)
    assert {row.fact.label: row.is_mismatched for row in matrix.rows} == {
        "Arrested": True,
        "Protesters": True,
        "Troops": False,
    }
    assert [row.fact.label for row in queries.matrix(sheet, Arrangement(show="mismatched")).rows] == [
        "Arrested",
        "Protesters",
    ]
    row = matrix.rows[0].fact
    assert queries.matrix_row(row).rows[0].is_mismatched
    (item,) = queries.panel(row).mismatches
    assert ([fact.label for fact in item.facts], item.mismatch.sentence) == (["Arrested", "Protesters"], TIED)
    assert queries.panel(matrix.rows[2].fact).mismatches == []
    assert [item.mismatch.kind for item in queries.review(sheet, by=editor, at=LATER).mismatches] == ["part"]
    assert queries.desk(FactSheet.objects.all()).rows[0].sheet.facts_mismatched == 2
