"""The log of a sheet: every act that can be undone is undone where it stands, by one more; figures lead to the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from django.contrib.auth.models import User
from django.test import Client

from factsheet import actions
from factsheet.actions.arranging import refresh_facts
from factsheet.models import Activity, Decision, Fact
from factsheet.policies import UNDOABLE
from tests.factories import make_claim, make_evidence, make_user
from tests.factsheet.actions import test_undoing as undoing
from tests.factsheet.newsroom import LATER, add_figure, decide, make_agreed_fact, make_fact_with, take_in_texts
from tests.factsheet.views.desk import SignIn

pytestmark = pytest.mark.django_db

Out = Decision.Outcome
Do = Callable[[Fact, Fact, User], object]


def _reject(fact: Fact, key: int, by: User) -> None:
    actions.reject(fact.sheet, [key], reason="Vague.", by=by, at=LATER)


def _sort(fact: Fact, by: User, act: str) -> None:
    waiting = add_figure(fact, "13000.00", state="candidate")
    if act == "restore":
        _reject(fact, waiting.pk, by)
    if act == "reject":
        _reject(fact, waiting.pk, by)
    else:
        getattr(actions, act)(fact.sheet, [waiting.pk], by=by, at=LATER)


def _reopen(fact: Fact, by: User) -> None:
    decide(fact, "13000", by=by)
    decide(fact, actions.Answer(outcome=Out.REOPENED), by=by)


def _keep(fact: Fact, by: User) -> None:
    decide(fact, "13000", by=by)
    late = add_figure(fact, "21000")
    refresh_facts(fact.sheet, [fact.pk], by=by, at=LATER)
    version = Fact.objects.get(pk=fact.pk).version
    actions.keep_answer(fact, [late.pk], version=version, because="A plan.", by=by, at=LATER)


def _revise(fact: Fact, by: User) -> None:
    (earlier,) = take_in_texts("The mission has 13,000 troops in the north.")
    actions.add_articles(fact.sheet, [earlier], by=by, at=LATER)
    newer = take_in_texts("The mission has 14,000 troops in the north.", revises=earlier)
    actions.add_articles(fact.sheet, newer, by=by, at=LATER)


# Beside those that the tests of undoing know, whatever else can be undone.
ACTS: Mapping[str, Do] = {
    **undoing.ACTS,
    "add": lambda fact, _, by: actions.create_fact(fact.sheet, label="Paid", kind="money", by=by, at=LATER),
    "leave out": lambda fact, _, by: decide(fact, actions.Answer(outcome=Out.LEFT_OUT), by=by),
    "reopen": lambda fact, _, by: _reopen(fact, by),
    "keep": lambda fact, _, by: _keep(fact, by),
    "revise": lambda fact, _, by: _revise(fact, by),
    **{act: lambda fact, _, by, act=act: _sort(fact, by, act) for act in ("accept", "reject", "restore")},  # type: ignore[misc]
}
DONE = {
    "fact.settled", "fact.disputed", "fact.not_established", "evidence.weighed", "claim.placed", "fact.changed",
    "fact.moved", "fact.split", "fact.merged", "fact.assigned", "fact.commented", "fact.created", "fact.left_out",
    "fact.reopened", "fact.kept", "claim.accepted", "claim.rejected", "claim.restored", "article.revised",
}  # fmt: skip


@pytest.fixture
def fact(db: None) -> Fact:
    return make_fact_with("13000", "13000.0", "15000", heading="Forces")


@pytest.fixture
def client(editor: User, client_of: SignIn) -> Client:
    return client_of(editor)


def log_of(fact: Fact) -> str:
    return f"/sheets/{fact.sheet.slug}/activity/"


def offered(client: Client, fact: Fact) -> list[tuple[str, int]]:
    """What the log offers to undo, the newest first: what is sent, and for which line."""
    buttons = re.findall(r'<button class="button" name="(act|together)" value="(\d+)"', client.get(log_of(fact)).text)
    return [(name, int(key)) for name, key in buttons]


def test_whatever_can_be_undone_is_tried_here() -> None:
    assert DONE == UNDOABLE
    assert len(ACTS) == len(DONE)


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_undone_where_the_log_tells_of_it(fact: Fact, client: Client, editor: User, name: str) -> None:
    other = make_fact_with("41", "57", sheet=fact.sheet, label="Dead", heading="Forces")
    ACTS[name](fact, other, editor)
    act = undoing.last_act()
    assert act.act in DONE
    assert offered(client, fact)[0] == ("act", act.pk)
    response = client.post(
        f"{log_of(fact)}undo/", {"act": act.pk}, headers={"Referer": f"http://testserver{log_of(fact)}"}
    )
    assert response.headers["Location"] == log_of(fact)
    assert "It is undone." in client.get(response.headers["Location"]).text
    # What was undone is not offered again; nothing was erased.
    assert ("act", act.pk) not in offered(client, fact)
    assert Activity.objects.filter(pk=act.pk).exists()
    assert client.post(f"{log_of(fact)}undo/", {"act": act.pk}).status_code == 409


def test_what_was_settled_at_once_is_undone_at_once(fact: Fact, client: Client, editor: User) -> None:
    agreed = [make_agreed_fact(fact.sheet), make_agreed_fact(fact.sheet)]
    ticked = {one.pk: one.version for one in agreed}
    actions.accept_agreed(fact.sheet, ticked, by=editor, at=LATER)
    (name, key), *single = offered(client, fact)
    assert (name, len(single)) == ("together", 2)
    assert "Undo all 2" in client.get(log_of(fact)).text
    client.post(f"{log_of(fact)}undo/", {"together": key})
    assert set(Fact.objects.filter(pk__in=ticked).values_list("state", flat=True)) == {"open"}


def test_nobody_is_offered_to_undo_what_only_others_may_do(fact: Fact, client_of: SignIn, editor: User) -> None:
    decide(fact, "13000", by=editor)
    settled = undoing.last_act()
    _sort(fact, editor, "accept")
    reporter = client_of(make_user(role="Reporter"))
    assert offered(reporter, fact) == [("act", undoing.last_act().pk)]
    assert reporter.post(f"{log_of(fact)}undo/", {"act": settled.pk}).status_code == 403
    assert reporter.post(f"{log_of(make_fact_with('1'))}undo/", {"act": settled.pk}).status_code == 404


def test_figures_that_the_log_quotes_lead_to_their_sentence(fact: Fact, client: Client, editor: User) -> None:
    vans = make_evidence(make_claim("9 vans"), sheet=fact.sheet)
    actions.reject(fact.sheet, [vans.pk], reason="Vague.", by=editor, at=LATER)
    decide(fact, "13000", by=editor)
    late = add_figure(fact, "21000", state="candidate")
    refresh_facts(fact.sheet, [fact.pk], by=editor, at=LATER)
    actions.accept(fact.sheet, [late.pk], by=editor, at=LATER)
    page = client.get(log_of(fact)).text
    for item in (vans, late):
        claim = item.claim
        link = f'<a href="/sheets/{fact.sheet.slug}/articles/{claim.article_id}/#claim-{claim.pk}">{claim.text}</a>'
        assert f"“{link}”" in page
    # Twice: it was accepted, and it challenges the answer.
    assert page.count(f">{late.claim.text}</a>”") == 2
