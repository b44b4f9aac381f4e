"""An editor corrects where an article comes from; it is logged, counted anew, and holds through later tracing."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from factsheet import actions
from factsheet.models import Activity, Fact, FactSheet, SheetArticle
from tests.factsheet.newsroom import LATER, acts_of, assert_refused, make_dossier, take_in_texts

pytestmark = pytest.mark.django_db

WITH, ALONE, TRACED = SheetArticle.Ruling.WITH, SheetArticle.Ruling.ALONE, SheetArticle.Ruling.TRACED
TEXTS = (
    "The flood in Harva killed 41 people, the mayor said on Friday at the bridge.",
    "Rescuers counted that the flood in Harva killed 41 people before nightfall.",
    "In Harva the flood killed 41 people, and the bridge is gone for good now.",
)


@pytest.fixture
def sheet(editor: User) -> FactSheet:
    """Three articles of three origins, all with one figure."""
    return make_dossier(*TEXTS, by=editor)


def entry_of(sheet: FactSheet, place: int) -> SheetArticle:
    return sheet.entries.select_related("article").order_by("position")[place]


def correct(sheet: FactSheet, place: int, *, by: User, ruling: str, other: int | None = None, reason: str = "") -> None:
    target = None if other is None else entry_of(sheet, other).article
    actions.correct_origin(
        sheet, entry_of(sheet, place).article, ruling=ruling, other=target, reason=reason, by=by, at=LATER
    )


def origins(sheet: FactSheet) -> list[int]:
    return list(sheet.entries.order_by("position").values_list("origin", flat=True))


def dead(sheet: FactSheet) -> Fact:
    return Fact.objects.filter(sheet=sheet, evidence__claim__text__contains="41").distinct().get()


def test_one_article_is_said_to_have_the_origin_of_another(sheet: FactSheet, editor: User) -> None:
    assert (origins(sheet), dead(sheet).origins) == ([1, 2, 3], 3)
    acts = acts_of(lambda: correct(sheet, 2, by=editor, ruling=WITH, other=0, reason="One reporter wrote both."))
    assert (origins(sheet), dead(sheet).origins) == ([1, 2, 1], 2)
    assert "One reporter wrote both." in entry_of(sheet, 0).origin_reason
    assert acts == ["article.traced"]
    record = Activity.objects.latest("id")
    assert (record.details["reason"], record.actor) == ("One reporter wrote both.", editor)


def test_a_correction_holds_when_articles_come_in_and_is_taken_back(sheet: FactSheet, editor: User) -> None:
    actions.add_articles(sheet, take_in_texts(f"{TEXTS[0]} "), by=editor, at=LATER)
    correct(sheet, 0, by=editor, ruling=WITH, other=1, reason="The same desk.")
    actions.add_articles(
        sheet, take_in_texts("Nothing else happened there on Friday, 3 people said."), by=editor, at=LATER
    )
    assert origins(sheet)[:3] == [1, 1, 2]
    correct(sheet, 0, by=editor, ruling=TRACED)
    assert origins(sheet)[:3] == [1, 2, 3]
    assert entry_of(sheet, 0).origin_because == ""


def test_copies_may_stand_alone(editor: User) -> None:
    long = f"{' '.join(TEXTS)} Nobody could say when the school would open again, or who would pay for the bridge."
    sheet = make_dossier(long, f"By our reporter. {long}", by=editor)
    assert origins(sheet) == [1, 1]
    correct(sheet, 1, by=editor, ruling=ALONE, reason="They were there first.")
    assert origins(sheet) == [1, 2]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"ruling": ALONE}, "Say why"),
        ({"ruling": WITH, "reason": "x"}, "Choose another article"),
        ({"ruling": WITH, "other": 0, "reason": "x"}, "Choose another article"),
    ],
)
def test_a_correction_needs_a_reason_and_another_article(
    sheet: FactSheet, editor: User, options: dict[str, object], words: str
) -> None:
    assert_refused(lambda: correct(sheet, 0, by=editor, **options), words)  # type: ignore[arg-type]
