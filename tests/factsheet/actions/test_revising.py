"""A newer version of an article takes the place of the one before on every sheet, and only what changed is told of."""

from __future__ import annotations

from datetime import date, timedelta
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
from factsheet.policies import Refused
from tests.factories import NOON, make_user
from tests.factsheet.newsroom import LATER, acts_of, assert_refused, decide, make_dossier, say

pytestmark = pytest.mark.django_db

AGAIN = LATER + timedelta(hours=1)
ADDRESS = "https://wire.example/mission"
TEXT = """The United Nations mission counts 13,000 troops in the north, the ministry said on Monday.

It costs the members $1.2 billion a year. The weather was fine on that day.

The commander said “we leave in peace” at the airport, where 40 trucks stood."""
OTHER = "The United Nations mission counts 13,000 troops in the north, a spokesman said."


def open_sheet(by: User, *, others: tuple[str, ...] = (OTHER,)) -> FactSheet:
    """A sheet with an article from an address, and others."""
    known: dict[str, Any] = {"published": date(2023, 6, 30), "by": None, "at": NOON}
    article = take_in(describe(TEXT), url=ADDRESS, source="The Wire", **known).article
    sheet = make_dossier(*others, by=by)
    actions.add_articles(sheet, [article], by=by, at=NOON)
    return sheet


def edit(sheet: FactSheet, by: User, *changes: tuple[str, str], text: str = TEXT) -> Article:
    """The article again, as its outlet changed it."""
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    article = take_in(describe(text), by=by, at=LATER, url=ADDRESS).article
    actions.add_articles(sheet, [article], by=by, at=LATER)
    return article


def evidence(sheet: FactSheet, article: Article | None, words: str) -> Evidence:
    rows = sheet.evidence.select_related("claim", "fact").filter(claim__correction=None)
    return rows.get(claim__article=article or first(sheet), claim__text=words)


def first(sheet: FactSheet) -> Article:
    return Article.objects.get(url=ADDRESS, previous=None)


def other_article(sheet: FactSheet) -> Article:
    return sheet.entries.select_related("article").get(position=1).article


def settled(sheet: FactSheet, by: User) -> Fact:
    fact = sheet.facts.get(kind="quantity", unit="person")
    decide(fact, say("13000", text="13,000"), by=by)
    return Fact.objects.get(pk=fact.pk)


def place(sheet: FactSheet, words: str, by: User, **options: Any) -> Evidence:
    item = evidence(sheet, None, words)
    actions.place(sheet, [item.pk], by=by, at=NOON, **options)
    return evidence(sheet, None, words)


REWORDED = ("The weather was fine on that day.", "The sun shone on that day, and nothing else happened at all.")


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


def test_a_version_that_the_sheet_missed_comes_along(editor: User) -> None:
    sheet = open_sheet(editor)
    settled(sheet, editor)
    between = take_in(describe(TEXT.replace("40 trucks", "41 trucks")), by=None, at=LATER, url=ADDRESS).article
    after = edit(sheet, editor, ("40 trucks", "42 trucks"))
    assert list(sheet.entries.order_by("position").values_list("article", flat=True))[-2:] == [between.pk, after.pk]
    assert evidence(sheet, after, "13,000 troops").state == "accepted"
    assert not Challenge.objects.exists()


def test_an_older_version_that_comes_later_says_nothing(editor: User) -> None:
    article = take_in(describe(TEXT), by=None, at=NOON, url=ADDRESS).article
    sheet = actions.create_sheet(title="Late", by=editor, at=NOON)
    edit(sheet, editor, ("40 trucks", "42 trucks"))
    actions.add_articles(sheet, [article], by=editor, at=LATER)
    assert set(sheet.evidence.filter(claim__article=article).values_list("state", "reason")) == {
        ("rejected", "A newer version of the article is on this sheet.")
    }


def take_in_versions() -> list[Article]:
    known: dict[str, Any] = {"by": None, "at": NOON, "url": ADDRESS}
    return [take_in(describe(TEXT.replace("40 trucks", f"{n} trucks")), **known).article for n in (40, 41, 42)]


def test_an_older_version_says_nothing_where_the_one_between_is_not_on_the_sheet(editor: User) -> None:
    oldest, between, newest = take_in_versions()
    sheet = actions.create_sheet(title="Late", by=editor, at=NOON)
    for article in (newest, oldest):
        actions.add_articles(sheet, [article], by=editor, at=LATER)
    assert set(sheet.entries.values_list("article", flat=True)) == {oldest.pk, newest.pk}
    live = sheet.evidence.exclude(state="rejected")
    assert set(live.values_list("claim__article", flat=True)) == {newest.pk}
    actions.add_articles(sheet, [between], by=editor, at=AGAIN)
    assert set(live.values_list("claim__article", flat=True)) == {newest.pk}


def test_the_version_between_comes_along_with_those_around_it(editor: User) -> None:
    oldest, between, newest = take_in_versions()
    sheet = actions.create_sheet(title="Both ends", by=editor, at=NOON)
    actions.add_articles(sheet, [oldest, newest], by=editor, at=LATER)
    assert list(sheet.entries.order_by("position").values_list("article", flat=True)) == [
        version.pk for version in (oldest, between, newest)
    ]
    live = sheet.evidence.exclude(state="rejected")
    assert set(live.values_list("claim__article", flat=True)) == {newest.pk}


def test_versions_that_come_in_together_count_once(editor: User) -> None:
    known: dict[str, Any] = {"by": None, "at": NOON, "url": ADDRESS}
    versions = [take_in(describe(text), **known).article for text in (TEXT, TEXT.replace("40 trucks", "42 trucks"))]
    sheet = actions.create_sheet(title="Both", by=editor, at=NOON)
    actions.add_articles(sheet, versions, by=editor, at=NOON)
    assert set(sheet.evidence.filter(state="candidate").values_list("claim__article", flat=True)) == {versions[1].pk}
    assert len(set(sheet.entries.values_list("origin", flat=True))) == 1


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
