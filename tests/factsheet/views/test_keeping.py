"""An answer is kept against a claim: why stands in the history of the fact and in the log, and is never lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils.html import strip_tags

from factsheet import actions
from factsheet.actions.arranging import refresh_facts
from factsheet.models import Evidence, Fact
from tests.factsheet.newsroom import LATER, add_figure, decide, make_fact_with
from tests.factsheet.views.desk import SignIn

pytestmark = pytest.mark.django_db


@pytest.fixture
def challenged(editor: User) -> Fact:
    """A settled fact that two later claims contradict."""
    fact = make_fact_with("13000", label="Troops")
    decide(fact, "13000", by=editor, rationale="Counted.")
    for figure in ("15000", "21000"):
        add_figure(fact, figure)
    refresh_facts(fact.sheet, [fact.pk], by=editor, at=LATER)
    return Fact.objects.get(pk=fact.pk)


def figure(fact: Fact, words: str) -> Evidence:
    return fact.evidence.select_related("claim").get(claim__text=words)


def words_of(response: Any) -> str:
    return " ".join(strip_tags(response.content.decode()).split())


def test_why_an_answer_was_kept_stands_in_its_history_and_in_the_log(
    challenged: Fact, editor: User, client_of: SignIn
) -> None:
    client, page = client_of(editor), challenged.get_absolute_url()
    item = figure(challenged, "15000 troops")
    data = {"version": challenged.version, "evidence": item.pk, "because": "That is an older count."}
    assert client.post(f"{page}keep/", data).status_code == 302
    fact = Fact.objects.get(pk=challenged.pk)
    actions.keep_answer(
        fact, [figure(fact, "21000 troops").pk], version=fact.version, because="A misprint.", by=editor, at=LATER
    )
    newest, kept, first = client.get(page).context["panel"].history
    assert [past.because for past in (newest, kept, first)] == ["A misprint.", "That is an older count.", ""]
    assert "Kept against “15000 troops”: That is an older count." in words_of(client.get(page))
    log = words_of(client.get(f"/sheets/{fact.sheet.slug}/activity/"))
    for told in ("15000 troops", "That is an older count.", "21000 troops", "A misprint."):
        assert told in log


def test_what_was_typed_is_not_lost_where_a_colleague_was_first(
    challenged: Fact, editor: User, client_of: SignIn
) -> None:
    client, page = client_of(editor), challenged.get_absolute_url()
    form = client.get(page).context["form"]
    item = figure(challenged, "21000 troops")
    data = {"version": challenged.version, "drawn_from": form["drawn_from"].value(), "evidence": item.pk}
    decide(challenged, "13000", by=editor, rationale="Counted again.")
    add_figure(challenged, "30000")
    refresh_facts(challenged.sheet, [challenged.pk], by=editor, at=LATER)
    refused = client.post(f"{page}keep/", {**data, "because": "A misprint."})
    assert refused.status_code == 409
    assert ["Counted.", "Counted again."] in [[one.was, one.theirs] for one in refused.context["form"].differences]
    assert 'name="because" maxlength="5000" required list="phrases" value="A misprint."' in refused.text
