"""A newsroom at work, in few words: texts taken in, facts with figures under them, sheets brought to a state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import take_in
from articles.intake import describe
from articles.models import Article
from factsheet import actions
from factsheet.actions.arranging import refresh_facts
from factsheet.models import Activity, Decision, Evidence, Fact, FactSheet
from factsheet.policies import Refused
from tests.factories import NOON, make_article, make_claim, make_evidence, make_fact, make_sheet

LATER = NOON + timedelta(hours=1)
"""When an act in the tests happens, after what it acts upon."""

SETTLED, DISPUTED = Decision.Outcome.SETTLED, Decision.Outcome.DISPUTED


def make_fact_with(*figures: str, sheet: FactSheet | None = None, label: str = "Troops", **fields: Any) -> Fact:
    """An open fact with an accepted claim for each figure, each in an article of its own."""
    fact = make_fact(label, sheet=sheet or make_sheet(), **fields)
    for figure in figures:
        add_figure(fact, figure)
    return fact


def make_agreed_fact(sheet: FactSheet, label: str = "Arrested", figure: str = "12") -> Fact:
    """An open fact of the sheet on which two articles agree, so that the program suggests what they say."""
    fact = make_fact_with(figure, figure, sheet=sheet, label=label)
    refresh_facts(sheet, [fact.pk], by=None, at=NOON)
    return Fact.objects.get(pk=fact.pk)


def tick(*facts: Fact) -> list[str]:
    """What the boxes of these facts send from the matrix."""
    return [f"{fact.pk}:{fact.version}" for fact in facts]


def add_figure(fact: Fact, figure: str, *, state: str = "accepted", **fields: Any) -> Evidence:
    """One more claim under the fact, in an article of its own: so many troops."""
    words = f"{figure} troops"
    value = {"low": Decimal(figure), "high": Decimal(figure), "numbers": [figure], "unit": "person", "noun": "troops"}
    claim = make_claim(words, **{**value, **fields.pop("claim", {})})
    return make_evidence(claim, sheet=fact.sheet, **{"fact": fact, "state": state, **fields})


def figure_of(fact: Fact, figure: str) -> Evidence:
    """The evidence under the fact with this figure."""
    return fact.evidence.select_related("claim").get(claim__text=f"{figure} troops")


def say(figure: str, *, text: str = "", **fields: Any) -> actions.Answer:
    """The answer of an editor who types a figure."""
    value = {"low": Decimal(figure), "high": Decimal(figure), "unit": "person", **fields}
    return actions.Answer(outcome=SETTLED, method="own", text=text or figure, **value)


def decide(fact: Fact, answer: actions.Answer | str, *, by: User, **options: Any) -> Decision:
    """Decide the fact as it stands in the database now."""
    fact = Fact.objects.get(pk=fact.pk)
    answer = say(answer) if isinstance(answer, str) else answer
    return actions.decide(fact, answer, **{"version": fact.version, "by": by, "at": LATER, **options})


def take_in_texts(*texts: str, published: date | None = date(2023, 6, 30), **known: Any) -> list[Article]:
    """The texts as articles, read by the program."""
    return [take_in(describe(text), by=None, at=NOON, published=published, **known).article for text in texts]


def make_dossier(*texts: str, by: User, **known: Any) -> FactSheet:
    """A sheet into which the texts were taken."""
    sheet = actions.create_sheet(title="The end of the mission", by=by, at=NOON)
    actions.add_articles(sheet, take_in_texts(*texts, **known), by=by, at=NOON)
    return sheet


def make_ready_sheet(*, by: User, state: str = "draft") -> FactSheet:
    """A sheet with one settled fact and nothing open, moved to the state."""
    sheet = make_sheet()
    decide(make_fact_with("13000", sheet=sheet), "13000", by=by)
    FactSheet.objects.filter(pk=sheet.pk).update(state=state)
    sheet.refresh_from_db()
    return sheet


def acts_of(act: Callable[[], object]) -> list[str]:
    """The codes of the lines that an act adds to the log, in their order."""
    last = Activity.objects.order_by("-id").values_list("id", flat=True).first() or 0
    act()
    return list(Activity.objects.filter(id__gt=last).order_by("id").values_list("act", flat=True))


def rows() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of both rooms, to see that nothing changed."""
    models = (Article, FactSheet, Fact, Evidence, Decision, Activity)
    return {model.__name__: list(model.objects.order_by("pk").values_list()) for model in models}


def assert_refused(act: Callable[[], object], words: str) -> None:
    """The act is refused with these words, and leaves no row and no record."""
    before = rows()
    with pytest.raises(Refused, match=words):
        act()
    assert rows() == before


def writes_of(act: Callable[[], object]) -> list[str]:
    """The statements of an act that change a row, but for those of the session."""
    with CaptureQueriesContext(connection) as captured:
        act()
    statements = (query["sql"] for query in captured if "factsheet_session" not in query["sql"])
    return [sql for sql in statements if sql.startswith(("INSERT", "UPDATE", "DELETE"))]


def make_busy_sheet(size: int, *, by: User) -> FactSheet:
    """A sheet of which everything that a screen lists grows with `size`: articles, facts, claims, editions, acts."""
    sheet = make_sheet("The end of the mission")
    for number in range(size):
        fact = make_fact_with(*(f"{13000 + place}" for place in range(size + 1)), sheet=sheet, label=f"Fact {number}")
        add_figure(fact, "15000", state="candidate")
        decide(fact, "13000", by=by)
        make_fact_with("41", "57", sheet=sheet, label=f"Open fact {number}")
        make_evidence(make_claim(f"{number} trucks"), sheet=sheet)
        make_evidence(make_claim(f"{number} vans"), sheet=sheet, state="rejected", reason="Too vague.")
    for number in range(size):
        FactSheet.objects.filter(pk=sheet.pk).update(state="approved", approved_by=by)
        sheet.refresh_from_db()
        why = {"kind": "update", "note": "One more."} if number else {}
        actions.publish(sheet, by=by, at=LATER, **why)
        actions.create_fact(sheet, label="One more", kind="quantity", by=by, at=LATER)
    article = sheet.entries.order_by("position")[0].article
    for place in range(size):
        make_evidence(make_claim(article.text[place : place + 6], article=article, start=place), sheet=sheet)
    revision = make_article(f"{article.text} It ends.", previous=article)
    for place in range(size):
        make_evidence(make_claim(revision.text[place : place + 6], article=revision, start=place), sheet=sheet)
    sheet.refresh_from_db()
    return sheet
