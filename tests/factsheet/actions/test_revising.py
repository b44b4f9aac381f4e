"""A newer version of an article takes the place of the one before on every sheet, and only what changed is told of."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.actions import take_in
from articles.intake import describe
from articles.models import Article, Claim
from articles.values import Span
from factsheet import actions
from factsheet.actions.watching import watch
from factsheet.export.edition import read_edition
from factsheet.export.lines import digest_lines
from factsheet.models import Activity, Challenge, Decision, Evidence, Fact, FactSheet, Notice, Ruling
from tests.factories import NOON, make_user
from tests.factsheet.newsroom import LATER, acts_of, decide, say
from tests.factsheet.versions import (
    ADDRESS,
    AGAIN,
    OTHER,
    REWORDED,
    TEXT,
    edit,
    evidence,
    first,
    open_sheet,
    place,
    settled,
)

pytestmark = pytest.mark.django_db


def test_a_reworded_sentence_reports_nothing_and_keeps_everything(editor: User) -> None:
    sheet = open_sheet(editor)
    fact = settled(sheet, editor)
    money = place(sheet, "$1.2 billion a year", editor, label="Cost")
    trucks = evidence(sheet, None, "40 trucks")
    actions.reject(sheet, [trucks.pk], reason="Not ours.", by=editor, at=NOON)
    watcher = make_user("watcher", role="Editor")
    watch(sheet, watcher)
    article = edit(sheet, editor, REWORDED)
    line = Activity.objects.get(act="article.revised")
    assert (line.details["changes"], line.details["changed"], line.subject_id) == ([], 0, article.pk)
    assert not Notice.objects.exists()
    assert not Challenge.objects.exists()
    assert Fact.objects.get(pk=fact.pk).challenged_at is None
    now, before = evidence(sheet, article, "13,000 troops"), evidence(sheet, None, "13,000 troops")
    assert (now.state, now.fact_id, now.stance, now.sorted_by) == ("accepted", fact.pk, "supports", editor)
    assert (before.state, before.fact_id, before.stance) == ("accepted", fact.pk, "superseded")
    assert before.reason == "The newer version of the article says the same."
    cost = evidence(sheet, article, "$1.2 billion a year")
    assert (cost.state, cost.fact_id) == ("accepted", money.fact_id)
    assert Ruling.objects.filter(evidence=cost, fact=money.fact, word="together", by=editor).exists()
    out = evidence(sheet, article, "40 trucks")
    assert (out.state, out.reason) == ("rejected", "Not ours.")
    # What nobody had sorted waits once, not twice.
    waiting = sheet.evidence.filter(state="candidate", claim__text="Monday").values_list("claim__article", flat=True)
    assert set(waiting) <= {article.pk}
    assert Fact.objects.get(pk=fact.pk).origins == fact.origins


def test_taking_it_in_unchanged_makes_nothing_new(editor: User) -> None:
    sheet = open_sheet(editor)
    assert acts_of(lambda: edit(sheet, editor)) == []
    assert Article.objects.count() == 2


def test_a_changed_figure_challenges_the_answer_it_supported_and_is_told(editor: User, publisher: User) -> None:
    sheet = open_sheet(editor)
    fact = settled(sheet, editor)
    FactSheet.objects.filter(pk=sheet.pk).update(state="approved", approved_by=publisher)
    actions.publish(FactSheet.objects.get(pk=sheet.pk), by=publisher, at=LATER)
    article = edit(sheet, publisher, ("13,000 troops", "15,000 troops"))
    now = evidence(sheet, article, "15,000 troops")
    assert (now.state, now.fact_id) == ("candidate", fact.pk)
    assert now.placed_because == "The version before said “13,000 troops” here"
    before = evidence(sheet, None, "13,000 troops")
    assert (before.stance, before.reason) == (
        "superseded",
        "The newer version of the article says “15,000 troops”.",
    )
    assert list(Challenge.objects.values_list("fact", "evidence")) == [(fact.pk, now.pk)]
    (change,) = Activity.objects.get(act="article.revised").details["changes"]
    assert change == {
        "was": "13,000 troops",
        "is": "15,000 troops",
        "claim": now.claim_id,
        "fact": fact.label,
        "fact_id": fact.pk,
        "editions": [1],
    }
    told = list(Notice.objects.filter(person=editor).order_by("id").values_list("activity__act", flat=True))
    assert told == ["sheet.published", "article.revised", "fact.challenged"]
    (claim,) = Activity.objects.get(act="fact.challenged").details["claims"]
    assert (claim["was"], claim["text"]) == ("13,000 troops", "15,000 troops")


# Neither is in conflict with 13,000.
SOFTENED = [("13,000 troops", "about 13,000 troops"), ("13,000 troops", "at least 12,000 troops")]


@pytest.mark.parametrize("change", SOFTENED)
def test_a_figure_that_is_no_longer_quite_the_same_challenges_too(editor: User, change: tuple[str, str]) -> None:
    sheet = open_sheet(editor)
    fact = settled(sheet, editor)
    article = edit(sheet, editor, change)
    assert list(Challenge.objects.values_list("evidence__claim__article", flat=True)) == [article.pk]
    item = Evidence.objects.get(claim__article=article, fact=fact)
    again = Fact.objects.get(pk=fact.pk)
    actions.keep_answer(again, [item.pk], version=again.version, because="It is still so.", by=editor, at=AGAIN)
    assert not Challenge.objects.exists()
    # The next version, with the same figure, asks nobody again.
    edit(sheet, editor, change, REWORDED)
    assert not Challenge.objects.exists()


def test_a_figure_that_is_gone_challenges_by_what_was_said(editor: User) -> None:
    sheet = open_sheet(editor)
    fact = settled(sheet, editor)
    edit(sheet, editor, ("13,000 troops", "troops"))
    before = evidence(sheet, None, "13,000 troops")
    assert (before.stance, before.reason) == ("superseded", "The newer version of the article no longer says this.")
    assert list(Challenge.objects.values_list("evidence", flat=True)) == [before.pk]
    (claim,) = Activity.objects.get(act="fact.challenged").details["claims"]
    assert claim["is_gone"] is True
    decide(fact, say("13000", text="13,000"), by=editor)
    assert not Challenge.objects.exists()


def test_words_that_stand_in_a_sentence_about_something_else_are_not_carried_over(editor: User) -> None:
    sheet = open_sheet(editor)
    fact = settled(sheet, editor)
    article = edit(
        sheet,
        editor,
        (
            "The United Nations mission counts 13,000 troops in the north, the ministry said on Monday.",
            "On Monday a hurricane drowned 13,000 troops of another country, fishermen reported.",
        ),
    )
    now = evidence(sheet, article, "13,000 troops")
    before = evidence(sheet, None, "13,000 troops")
    assert (now.state, before.fact_id, before.stance) == ("candidate", fact.pk, "superseded")
    assert before.reason == "In the newer version of the article these words stand in another sentence."


def test_a_rejection_is_not_carried_over_to_a_sentence_that_says_something_else(editor: User) -> None:
    sheet = open_sheet(editor)
    trucks = evidence(sheet, None, "40 trucks")
    actions.reject(sheet, [trucks.pk], reason="Not ours.", by=editor, at=NOON)
    article = edit(sheet, editor, ("where 40 trucks stood", "where rebels burned 40 trucks"))
    now = evidence(sheet, article, "40 trucks")
    assert now.claim.earlier_id == trucks.claim_id
    assert (now.state, now.reason) == ("candidate", "")
    before = evidence(sheet, None, "40 trucks")
    assert (before.state, before.reason) == ("rejected", "Not ours.")


def test_a_waiting_claim_that_was_set_aside_can_be_restored_from_the_version_before(editor: User) -> None:
    sheet = open_sheet(editor)
    fact = settled(sheet, editor)
    item = evidence(sheet, None, "$1.2 billion a year")
    sheet.evidence.filter(pk=item.pk).update(fact=fact, state="candidate", sorted_at=None)
    actions.weigh(item, stance="set_aside", reason="Another year.", by=editor, at=NOON)
    article = edit(sheet, editor, REWORDED)
    now = evidence(sheet, article, "$1.2 billion a year")
    assert (now.state, now.stance, now.weighed_by) == ("candidate", "set_aside", editor)
    actions.restore(sheet, [item.pk], by=editor, at=AGAIN)
    before = evidence(sheet, None, "$1.2 billion a year")
    assert (before.state, before.stance, before.reason, before.weighed_by) == ("candidate", "", "", None)


def test_a_rejection_that_is_taken_back_in_the_newer_version_leaves_what_was_said_before_it(editor: User) -> None:
    sheet = open_sheet(editor)
    trucks = place(sheet, "40 trucks", editor, label="Trucks")
    actions.place(sheet, [trucks.pk], label="Lorries", by=editor, at=NOON)
    actions.reject(sheet, [trucks.pk], reason="Not ours.", by=editor, at=NOON)
    article = edit(sheet, editor, REWORDED)
    now = evidence(sheet, article, "40 trucks")
    told = ("fact", "word", "act", "by", "at")
    assert list(now.rulings.values_list(*told)) == list(trucks.rulings.values_list(*told))
    actions.restore(sheet, [now.pk], by=editor, at=AGAIN)
    assert list(now.rulings.values_list("word", flat=True))[-2:] == ["apart", "together"]


def test_a_version_from_before_claims_were_tied_takes_the_place_of_what_it_still_says(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = open_sheet(editor)
    fact = settled(sheet, editor)
    text = TEXT.replace("in the north", "in the far north").replace("40 trucks", "41 trucks")
    with monkeypatch.context() as untied:
        untied.setattr("articles.carrying.pair_figures", lambda *_given: [])
        article = take_in(describe(text), by=None, at=LATER, url=ADDRESS).article
    assert not article.claims.filter(earlier__isnull=False).exists()
    actions.add_articles(sheet, [article], by=editor, at=LATER)
    now = evidence(sheet, article, "13,000 troops")
    assert (now.state, now.fact_id) == ("accepted", fact.pk)
    (change,) = Activity.objects.get(act="article.revised").details["changes"]
    assert (change["was"], change["is"]) == ("40 trucks", "41 trucks")
    before = evidence(sheet, None, "13,000 troops")
    assert (before.stance, before.reason) == ("superseded", "The newer version of the article says the same.")


def test_a_reading_corrected_before_the_newer_version_came_onto_the_sheet_is_not_called_gone(editor: User) -> None:
    sheet = open_sheet(editor)
    fact = settled(sheet, editor)
    article = take_in(
        describe(TEXT.replace("in the north", "in the far north")), by=None, at=LATER, url=ADDRESS
    ).article
    claim = Claim.objects.get(pk=evidence(sheet, None, "13,000 troops").claim_id)
    actions.correct_claim(sheet, claim, words="13,500 troops", by=editor, at=LATER)
    actions.add_articles(sheet, [article], by=editor, at=AGAIN)
    now = evidence(sheet, article, "13,000 troops")
    assert (now.state, now.fact_id) == ("candidate", fact.pk)
    assert evidence(sheet, None, "13,000 troops").reason == "The newer version of the article says “13,000 troops”."


def test_what_was_challenged_is_not_challenged_again_by_the_next_version(editor: User) -> None:
    sheet = open_sheet(editor)
    fact = settled(sheet, editor)
    changed = ("13,000 troops", "15,000 troops")
    edit(sheet, editor, changed)
    since = Challenge.objects.get().at
    article = edit(sheet, editor, changed, REWORDED)
    challenge = Challenge.objects.get()
    assert (challenge.at, challenge.evidence.claim.article_id) == (since, article.pk)
    assert Activity.objects.filter(act="fact.challenged").count() == 1
    edit(sheet, editor, ("13,000 troops", "16,000 troops"), REWORDED)
    assert Activity.objects.filter(act="fact.challenged").count() == 2
    assert Challenge.objects.get().evidence.claim.text == "16,000 troops"
    # The outlet goes back to what it said at first.
    edit(sheet, editor, ("the ministry said", "the ministry says"))
    assert not Challenge.objects.exists()
    assert Fact.objects.get(pk=fact.pk).challenged_at is None


def test_an_answer_that_was_kept_stays_kept_through_versions_that_say_the_same(editor: User) -> None:
    sheet = open_sheet(editor, others=(OTHER, OTHER.replace("13,000", "17,000")))
    fact = settled(sheet, editor)
    edit(sheet, editor, ("13,000 troops", "15,000 troops"))
    again = Fact.objects.get(pk=fact.pk)
    item = Challenge.objects.get().evidence_id
    actions.keep_answer(again, [item], version=again.version, because="A slip.", by=editor, at=AGAIN)
    edit(sheet, editor, ("13,000 troops", "15,000 troops"), REWORDED)
    assert not Challenge.objects.exists()


def test_an_editors_own_reading_and_weighing_are_carried_over(editor: User) -> None:
    sheet = open_sheet(editor)
    fact = settled(sheet, editor)
    claim = Claim.objects.get(pk=evidence(sheet, None, "13,000 troops").claim_id)
    actions.correct_claim(sheet, claim, words="13,500 troops", by=editor, at=NOON)
    start = first(sheet).text.index("The weather was fine")
    made = actions.make_claim(sheet, first(sheet), Span(start, start + 20), words="20 troops", by=editor, at=NOON)
    item = sheet.evidence.get(claim=made)
    actions.place(sheet, [item.pk], fact=fact, by=editor, at=NOON)
    actions.weigh(sheet.evidence.get(claim=made), stance="set_aside", reason="A joke.", by=editor, at=NOON)
    article = edit(sheet, editor, ("in the north", "in the far north"))
    now = evidence(sheet, article, "13,000 troops")
    assert (str(now.claim.low), now.claim.made_by, now.state, now.fact_id) == ("13500", editor, "accepted", fact.pk)
    aside = sheet.evidence.get(claim__earlier=made)
    assert (aside.stance, aside.reason, aside.weighed_by, aside.fact_id) == ("set_aside", "A joke.", editor, fact.pk)
    assert Activity.objects.get(act="article.revised").details["changes"] == []
    # The engine's own reading of the corrected words is no second claim on the sheet.
    assert sheet.evidence.filter(claim__article=article, claim__text="13,000 troops").count() == 1


def test_what_decisions_cite_stays_and_prints_the_same(editor: User, publisher: User) -> None:
    sheet = open_sheet(editor)
    fact = settled(sheet, editor)
    FactSheet.objects.filter(pk=sheet.pk).update(state="approved", approved_by=publisher)
    before = actions.publish(FactSheet.objects.get(pk=sheet.pk), by=publisher, at=LATER)
    decision = Decision.objects.values().get()
    cited = list(Decision.objects.get().citations.values_list("evidence", flat=True))
    edit(sheet, editor, REWORDED)
    assert Decision.objects.values().get() == decision
    assert list(Decision.objects.get().citations.values_list("evidence", flat=True)) == cited
    FactSheet.objects.filter(pk=sheet.pk).update(state="approved", approved_by=publisher)
    told = {"kind": "update", "note": "Nothing."}
    after = actions.publish(FactSheet.objects.get(pk=sheet.pk), by=publisher, at=AGAIN, **told)
    lines = [line_of(edition, fact) for edition in (before, after)]
    assert lines[0] == lines[1]


def line_of(edition: Any, fact: Fact) -> Any:
    return digest_lines(read_edition(bytes(edition.body)).content)[fact.pk]


def test_every_sheet_with_the_version_before_gets_the_newer_one(editor: User, reporter: User) -> None:
    sheet = open_sheet(editor)
    other = actions.create_sheet(title="Elsewhere", by=editor, at=NOON)
    article = first(sheet)
    actions.add_articles(other, [article], by=editor, at=NOON)
    item = other.evidence.get(claim__text="40 trucks")
    actions.place(other, [item.pk], label="Trucks", by=editor, at=NOON)
    decide(other.facts.get(label="Trucks"), say("40", unit="truck"), by=editor)
    elsewhere = actions.create_sheet(title="Nothing of it", by=editor, at=NOON)
    after = edit(sheet, reporter, ("40 trucks", "45 trucks"))
    assert other.entries.filter(article=after).exists()
    assert not elsewhere.entries.exists()
    assert Challenge.objects.get().fact.sheet_id == other.pk
    assert Activity.objects.filter(act="article.revised").count() == 2
    assert FactSheet.objects.get(pk=other.pk).facts_challenged == 1


BLAST = "The blast killed 12 people in the crowded market of the capital on Monday, officials said."
REWORDINGS = [
    ("The blast in the capital’s crowded market killed 12 people on Monday, officials said.", "accepted"),
    ("On Monday the blast killed 12 people in the crowded market of the capital, according to officials.", "accepted"),
    ("The blast hurt 12 people in the crowded market of the capital on Monday, officials said.", "candidate"),
    ("The police arrested 12 people in the crowded market of the capital on Monday, officials said.", "candidate"),
]


@pytest.mark.parametrize(("sentence", "state"), REWORDINGS)
def test_an_acceptance_is_carried_over_only_to_what_is_said_of_the_same(
    editor: User, sentence: str, state: str
) -> None:
    text = f"{BLAST}\n\n{TEXT}"
    article = take_in(describe(text), by=None, at=NOON, url=ADDRESS, published=date(2023, 6, 30)).article
    sheet = actions.create_sheet(title="The blast", by=editor, at=NOON)
    actions.add_articles(sheet, [article], by=editor, at=NOON)
    place(sheet, "12 people", editor, label="Killed")
    after = edit(sheet, editor, (BLAST, sentence), text=text)
    assert evidence(sheet, after, "12 people").state == state
    assert Activity.objects.get(act="article.revised").details["changes"] == []
