"""A newer version of an article gives back the place that it took."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from factsheet import actions
from factsheet.models import Activity
from factsheet.policies import Refused
from tests.factsheet.newsroom import acts_of, assert_refused, decide, say
from tests.factsheet.versions import AGAIN, REWORDED, edit, evidence, open_sheet, other_article, place, settled

pytestmark = pytest.mark.django_db


def test_a_newer_version_gives_its_place_back(editor: User) -> None:
    sheet = open_sheet(editor)
    fact = settled(sheet, editor)
    place(sheet, "40 trucks", editor, label="Trucks")
    before = {item.pk: (item.state, item.fact_id, item.stance, item.reason) for item in sheet.evidence.all()}
    article = edit(sheet, editor, ("13,000 troops", "15,000 troops"))
    activity = Activity.objects.get(act="article.revised")
    assert acts_of(lambda: actions.undo(activity, by=editor, at=AGAIN))[-1] == "article.separated"
    rows = sheet.evidence.exclude(claim__article=article)
    assert {item.pk: (item.state, item.fact_id, item.stance, item.reason) for item in rows} == before
    assert evidence(sheet, article, "40 trucks").state == "candidate"
    assert evidence(sheet, article, "15,000 troops").state == "candidate"
    with pytest.raises(Refused):
        actions.undo(activity, by=editor, at=AGAIN)
    assert fact.pk in set(sheet.facts.values_list("pk", flat=True))


def test_a_newer_version_that_was_weighed_since_does_not_give_its_place_back(editor: User) -> None:
    sheet = open_sheet(editor)
    settled(sheet, editor)
    article = edit(sheet, editor, REWORDED)
    activity = Activity.objects.get(act="article.revised")
    actions.weigh(evidence(sheet, article, "13,000 troops"), stance="contradicts", by=editor, at=AGAIN)
    assert_refused(lambda: actions.undo(activity, by=editor, at=AGAIN), "done here since")


def test_a_newer_version_on_which_an_answer_rests_does_not_give_its_place_back(editor: User) -> None:
    sheet = open_sheet(editor)
    fact = settled(sheet, editor)
    article = edit(sheet, editor, REWORDED)
    activity = Activity.objects.get(act="article.revised")
    decide(fact, say("13000"), cite=[evidence(sheet, article, "13,000 troops").pk], by=editor)
    assert_refused(lambda: actions.undo(activity, by=editor, at=AGAIN), "done here since")
    # What an answer rested on once, and another stands now, keeps nothing back.
    decide(fact, say("13000"), cite=[evidence(sheet, other_article(sheet), "13,000 troops").pk], by=editor)
    actions.undo(activity, by=editor, at=AGAIN)
    assert evidence(sheet, article, "13,000 troops").state == "candidate"


def test_what_a_still_newer_version_took_over_is_not_given_back(editor: User) -> None:
    sheet = open_sheet(editor)
    edit(sheet, editor, ("40 trucks", "42 trucks"))
    activity = Activity.objects.get(act="article.revised")
    edit(sheet, editor, ("40 trucks", "43 trucks"))
    with pytest.raises(Refused, match="still newer version"):
        actions.undo(activity, by=editor, at=AGAIN)
