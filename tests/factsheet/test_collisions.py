"""What a colleague does between two queries of a screen, or between a look at a sheet and the act that follows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from factsheet import actions
from factsheet.models import Evidence, FactSheet
from factsheet.policies import Refused
from tests.factories import make_user
from tests.factsheet.newsroom import LATER, add_figure, assert_refused, decide, make_ready_sheet

pytestmark = pytest.mark.django_db

SCREENS = (
    "",
    "facts/{fact}/",
    "facts/{fact}/change/",
    "inbox/",
    "articles/",
    "articles/{article}/",
    "review/",
    "activity/",
)


def take_in_another(sheet: FactSheet) -> None:
    """An article comes in, with a claim under the sheet's fact."""
    add_figure(sheet.facts.get(), "15000", state="candidate")


def reject_all(sheet: FactSheet) -> None:
    """Every claim of the sheet is rejected."""
    sheet.evidence.update(fact=None, state=Evidence.State.REJECTED, reason="Read wrongly.", stance="")


def publish_another(sheet: FactSheet) -> None:
    """One more edition is published."""
    FactSheet.objects.filter(pk=sheet.pk).update(state="approved")
    why = {"kind": "update", "note": "One more."} if sheet.editions.exists() else {}
    actions.publish(sheet, by=User.objects.get(username="editor"), at=LATER, **why)


class Interruption:
    """Lets an act come before the query of this number on the sheet's tables."""

    def __init__(self, number: int, act: Callable[[], None]) -> None:
        self.left = number
        self.act: Callable[[], None] | None = act

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        act = self.act
        if act is not None and '"factsheet_' in sql:
            self.left -= 1
            if self.left < 0:
                self.act = None
                # It is the colleague who writes, by a request of her own, and not the one that only reads.
                reading, connection.execute_wrappers = connection.execute_wrappers, []
                try:
                    act()
                finally:
                    connection.execute_wrappers = reading
        return execute(sql, params, many, context)


@pytest.mark.parametrize("act", [take_in_another, reject_all, publish_another])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_is_drawn_whatever_a_colleague_does_between_its_queries(
    editor: User, client_of: Callable[[User | None], Client], screen: str, act: Callable[[FactSheet], None]
) -> None:
    client, number, came_between = client_of(editor), 0, True
    while came_between:
        sheet = make_ready_sheet(by=editor)
        (entry,) = sheet.entries.all()
        address = f"/sheets/{sheet.slug}/" + screen.format(fact=sheet.facts.get().pk, article=entry.article_id)
        interruption = Interruption(number, partial(act, sheet))
        with connection.execute_wrapper(interruption):
            assert client.get(address).status_code == 200
        came_between = interruption.act is None
        number += 1
    assert number > 1


def test_nobody_approves_what_was_changed_since_they_looked_at_it(
    editor: User, publisher: User, client_of: Callable[[User | None], Client]
) -> None:
    sheet = make_ready_sheet(by=editor, state="in_review")
    seen = sheet.changed_at.isoformat()
    page = client_of(publisher).get(f"/sheets/{sheet.slug}/review/").content.decode()
    assert f'name="seen" value="{seen}"' in page
    decide(sheet.facts.get(), "15000", by=editor, cite=[sheet.evidence.get().pk], at=LATER + timedelta(minutes=1))
    sheet.refresh_from_db()
    actions.submit(sheet, by=editor, at=LATER + timedelta(minutes=2))
    answer = client_of(publisher).post(f"/sheets/{sheet.slug}/review/approve/", {"seen": seen})
    assert (answer.status_code, "changed since you opened this page" in answer.content.decode()) == (409, True)
    assert FactSheet.objects.get().state == "in_review"


def test_an_approval_holds_for_the_sheet_that_was_checked_alone(editor: User, publisher: User) -> None:
    sheet = make_ready_sheet(by=editor, state="in_review")
    FactSheet.objects.update(changed_at=LATER + timedelta(minutes=1))
    with pytest.raises(Refused, match="has changed"):
        actions.approve(sheet, by=publisher, at=LATER + timedelta(minutes=2))


@pytest.mark.parametrize("act", ["reword", "weigh", "date"])
def test_who_changed_what_the_sheet_says_cannot_approve_it_until_it_was_published(
    editor: User, publisher: User, act: str
) -> None:
    sheet = make_ready_sheet(by=editor)
    fact, evidence = sheet.facts.get(), sheet.evidence.get()
    if act == "reword":
        actions.change_fact(
            fact,
            version=fact.version,
            label="Troops never there",
            scope="",
            as_of=None,
            heading="",
            by=publisher,
            at=LATER,
        )
    elif act == "weigh":
        actions.weigh(evidence, stance="supports", by=publisher, at=LATER)
    else:
        article = evidence.claim.article
        actions.set_published(sheet, article, published=date(2023, 7, 1), by=publisher, at=LATER)
    FactSheet.objects.update(state="in_review")
    sheet.refresh_from_db()
    # The title is theirs to approve, the line is not.
    (left,) = actions.approve(sheet, by=publisher, at=LATER)
    assert "Somebody else has to approve it" in left.against
    assert_refused(lambda: actions.approve(sheet, by=publisher, at=LATER), "Somebody else has to approve it")
    actions.approve(sheet, by=make_user("second", role="Publisher"), at=LATER)
    actions.publish(sheet, by=publisher, at=LATER)
    FactSheet.objects.update(state="in_review")
    sheet.refresh_from_db()
    assert actions.approve(sheet, by=publisher, at=LATER) == []
