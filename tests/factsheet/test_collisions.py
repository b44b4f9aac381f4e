"""A screen is read by several queries, and a colleague's act may come between any two of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from factsheet import actions
from factsheet.models import Evidence, FactSheet
from tests.factsheet.newsroom import LATER, add_figure, make_ready_sheet

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
    actions.publish(sheet, by=User.objects.get(username="editor"), at=LATER)


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
                act()
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
        interruption = Interruption(number, lambda sheet=sheet: act(sheet))
        with connection.execute_wrapper(interruption):
            assert client.get(address).status_code == 200
        came_between = interruption.act is None
        number += 1
    assert number > 1
