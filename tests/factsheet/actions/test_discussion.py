"""A fact is handed to a colleague and talked about, which changes nothing that the sheet says."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction

from factsheet import actions
from factsheet.models import Activity, Comment, Fact, FactSheet
from tests.factories import make_fact, make_user
from tests.factsheet.newsroom import LATER, acts_of, assert_refused, make_fact_with, make_ready_sheet

pytestmark = pytest.mark.django_db


def test_a_fact_is_handed_to_a_colleague_and_back(editor: User) -> None:
    fact, colleague = make_fact(proposed=True), make_user("amina", role="Editor")
    assert acts_of(lambda: actions.assign(fact, to=colleague, by=editor, at=LATER)) == ["fact.assigned"]
    fact.refresh_from_db()
    assert (fact.assigned_to, fact.proposed) == (colleague, False)
    assert Activity.objects.latest("id").details == {"before": None, "after": colleague.pk}
    actions.assign(fact, to=None, by=editor, at=LATER)
    fact.refresh_from_db()
    assert fact.assigned_to is None


def test_talking_leaves_an_approved_sheet_approved(editor: User) -> None:
    sheet = make_ready_sheet(by=editor, state="approved")
    fact = sheet.facts.get()
    version = fact.version
    actions.comment(fact, text="Looks right.", by=editor, at=LATER)
    actions.assign(fact, to=editor, by=editor, at=LATER)
    fact.refresh_from_db()
    assert (FactSheet.objects.get().state, fact.version) == ("approved", version)


def test_a_comment_is_kept_and_the_proposal_it_is_about_with_it(editor: User) -> None:
    fact = make_fact_with("13000", proposed=True)
    actions.comment(fact, text="  Ring the ministry. ", by=editor, at=LATER)
    (line,) = Comment.objects.all()
    assert (line.text, line.author, line.at, line.fact) == ("Ring the ministry.", editor, LATER, fact)
    actions.reject(fact.sheet, [fact.evidence.get().pk], reason="No.", by=editor, at=LATER)
    assert Fact.objects.filter(pk=fact.pk).exists()


def test_a_comment_is_taken_back_by_who_made_it_and_once(editor: User, publisher: User) -> None:
    said = actions.comment(make_fact(), text="Wrong.", by=editor, at=LATER)
    assert_refused(lambda: actions.withdraw_comment(said, by=publisher, at=LATER), "Only who made")
    taken_back = actions.withdraw_comment(said, by=editor, at=LATER)
    assert (taken_back.text, taken_back.withdraws, said.withdrawal) == ("", said, taken_back)
    assert_refused(lambda: actions.withdraw_comment(said, by=editor, at=LATER), "taken back already")
    assert_refused(lambda: actions.withdraw_comment(taken_back, by=editor, at=LATER), "taken back already")


def test_an_empty_comment_is_none(editor: User) -> None:
    fact = make_fact()
    assert_refused(lambda: actions.comment(fact, text=" \n", by=editor, at=LATER), "Write what")


def test_the_database_lets_nobody_change_what_was_said(editor: User) -> None:
    said = actions.comment(make_fact(), text="Wrong.", by=editor, at=LATER)
    for change in (lambda: Comment.objects.update(text="Right."), lambda: Comment.objects.filter(pk=said.pk).delete()):
        with pytest.raises(DatabaseError, match=r"append-only|kept for ever"), transaction.atomic():
            change()
