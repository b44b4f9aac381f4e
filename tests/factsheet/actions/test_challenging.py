"""A claim that comes to contradict a settled answer challenges it, whichever way it came, until that is answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import take_in
from articles.intake import describe
from articles.models import Claim
from articles.values import Span
from factsheet import actions, queries
from factsheet.actions.arranging import refresh_facts
from factsheet.actions.delivering import note_delivery
from factsheet.actions.log import touch
from factsheet.models import Activity, Challenge, Decision, Edition, EditionLine, Evidence, Fact, FactSheet
from factsheet.templatetags.matrix import figures
from tests.factories import NOON, make_claim, make_evidence, make_sheet, make_token
from tests.factsheet.newsroom import (
    LATER,
    acts_of,
    add_figure,
    assert_refused,
    decide,
    figure_of,
    make_dossier,
    make_fact_with,
    say,
    take_in_texts,
)

pytestmark = pytest.mark.django_db

AGAIN = LATER + timedelta(hours=1)


def settle(editor: User, figure: str = "13000", *, others: tuple[str, ...] = ()) -> Fact:
    """A settled fact."""
    fact = make_fact_with(figure, *others)
    decide(fact, figure, by=editor)
    return Fact.objects.get(pk=fact.pk)


def bring(fact: Fact, *figures: str, by: User, state: str = "accepted") -> list[Evidence]:
    """Claims that come under a fact after its answer was given."""
    items = [add_figure(fact, figure, state=state) for figure in figures]
    refresh_facts(fact.sheet, [fact.pk], by=by, at=LATER)
    return items


def again(fact: Fact) -> Fact:
    return Fact.objects.select_related("sheet", "decision").get(pk=fact.pk)


def challengers(fact: Fact) -> list[str]:
    """The words of the claims that challenge a fact."""
    rows = Challenge.objects.filter(fact=fact).order_by("evidence_id")
    words = list(rows.values_list("evidence__claim__text", flat=True))
    assert bool(words) is (again(fact).challenged_at is not None)
    return words


def keep(fact: Fact, *items: Evidence, by: User, because: str = "An older count.") -> Decision:
    fact = again(fact)
    keys = [item.pk for item in items]
    return actions.keep_answer(fact, keys, version=fact.version, because=because, by=by, at=AGAIN)


def publish(fact: Fact, by: User, **why: str) -> Edition:
    """An edition with the fact in it."""
    FactSheet.objects.filter(pk=fact.sheet_id).update(state="approved", approved_by=by)
    return actions.publish(FactSheet.objects.get(pk=fact.sheet_id), by=by, at=LATER, **why)


def test_each_claim_that_comes_later_challenges_by_itself_and_is_told_once(editor: User) -> None:
    fact = settle(editor)
    bring(fact, "15000", by=editor)
    bring(fact, "16000", "13000", by=editor)
    assert challengers(fact) == ["15000 troops", "16000 troops"]
    first, second = Activity.objects.filter(act="fact.challenged").order_by("id")
    (claim,) = second.details["claims"]
    evidence = figure_of(fact, "16000")
    assert claim == {
        "claim": evidence.claim_id,
        "article": evidence.claim.article_id,
        "text": "16000 troops",
        "reason": evidence.relation_reason,
    }
    assert "16,000" in claim["reason"] or "16000" in claim["reason"]
    assert second.details["before"] == first.details["after"] == [figure_of(fact, "15000").claim_id]
    assert len(second.details["after"]) == 2


TEXT = "The mission counts 13,000 troops in the north.\n\nThe weather was fine on that day, the ministry said."
OTHER = "Officials said the mission counts 15,000 troops in the north."


def article(sheet: FactSheet, fact: Fact, by: User) -> None:
    actions.add_articles(sheet, take_in_texts(OTHER), by=by, at=LATER)


def revision(sheet: FactSheet, fact: Fact, by: User) -> None:
    text = TEXT.replace("13,000", "15,000")
    first = sheet.articles.order_by("pk")[0]
    taken = take_in(describe(text), by=by, at=LATER, published=date(2023, 6, 30), revises=first)
    actions.add_articles(sheet, [taken.article], by=by, at=LATER)


def by_hand(sheet: FactSheet, fact: Fact, by: User) -> None:
    first = sheet.articles.order_by("pk")[0]
    start = first.text.index("The weather")
    claim = actions.make_claim(sheet, first, Span(start, start + 11), words="15,000 troops", by=by, at=LATER)
    item = sheet.evidence.get(claim=claim)
    if item.fact_id != fact.pk:
        actions.place(sheet, [item.pk], fact=fact, by=by, at=LATER)


def corrected(sheet: FactSheet, fact: Fact, by: User) -> None:
    claim = Claim.objects.get(pk=fact.evidence.order_by("pk")[0].claim_id)
    actions.correct_claim(sheet, claim, words="15,000 troops", by=by, at=LATER)


def restored(sheet: FactSheet, fact: Fact, by: User) -> None:
    rejected = add_figure(fact, "15000")
    actions.reject(sheet, [rejected.pk], reason="Vague.", by=by, at=NOON)
    decide(fact, "13000", by=by)
    actions.restore(sheet, [rejected.pk], by=by, at=LATER)
    actions.place(sheet, [rejected.pk], fact=fact, by=by, at=LATER)


def moved(sheet: FactSheet, fact: Fact, by: User) -> None:
    item = make_evidence(make_claim("15000 troops", low="15000", high="15000", unit="person"), sheet=sheet)
    actions.place(sheet, [item.pk], label="Elsewhere", by=by, at=LATER)
    actions.place(sheet, [item.pk], fact=fact, by=by, at=LATER)


def merged(sheet: FactSheet, fact: Fact, by: User) -> None:
    other = make_fact_with("15000", sheet=sheet, label="Elsewhere")
    actions.merge(other, again(fact), version=other.version, by=by, at=LATER)


def let_count(sheet: FactSheet, fact: Fact, by: User) -> None:
    item = add_figure(fact, "15000")
    actions.weigh(item, stance="set_aside", reason="A plan.", by=by, at=NOON)
    decide(fact, "13000", by=by)
    actions.weigh(item, stance="", by=by, at=LATER)


WAYS = [article, revision, by_hand, corrected, restored, moved, merged, let_count]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_settled_fact_is_challenged_whichever_way_the_claim_came(
    editor: User, way: Callable[[FactSheet, Fact, User], None]
) -> None:
    sheet = make_dossier(TEXT, "The mission counts 13,000 troops in the north, it said.", by=editor)
    fact = sheet.facts.get(label__icontains="troops")
    decide(fact, say("13000", text="13,000"), by=editor)
    assert again(fact).challenged_at is None
    way(sheet, again(fact), editor)
    assert "15" in "".join(challengers(fact)) or way is by_hand or way is corrected
    assert FactSheet.objects.get(pk=sheet.pk).facts_challenged == 1
    line = Activity.objects.filter(act="fact.challenged").latest("id")
    assert (line.actor, line.subject_id) == (editor, fact.pk)


def test_a_figure_that_a_date_makes_another_challenges_although_it_was_weighed(editor: User) -> None:
    fact = make_fact_with("13000", "15000")
    decide(fact, "13000", by=editor)
    assert challengers(fact) == []
    item = figure_of(fact, "15000")
    Claim.objects.filter(pk=item.claim_id).update(low=Decimal(17000), high=Decimal(17000))
    refresh_facts(fact.sheet, [fact.pk], by=editor, at=LATER)
    assert challengers(fact) == ["15000 troops"]


def test_an_answer_is_kept_against_one_claim_alone(editor: User) -> None:
    fact = settle(editor)
    old, other = bring(fact, "15000", "16000", by=editor)
    before = again(fact).decision
    assert acts_of(lambda: keep(fact, old, by=editor)) == ["fact.kept"]
    assert challengers(fact) == ["16000 troops"]
    after = again(fact)
    assert after.challenged_at == LATER
    assert before is not None
    assert after.decision is not None
    assert after.decision.number == 2
    same = ("answer", "low", "high", "rationale", "outcome", "method")
    assert [getattr(after.decision, name) for name in same] == [getattr(before, name) for name in same]
    cited = [list(row.citations.values_list("evidence_id", flat=True)) for row in (before, after.decision)]
    assert cited[0] == cited[1]
    (weighed,) = [item for item in after.decision.weighed if item["evidence"] == old.pk]
    assert (weighed["because"], weighed["relation"]) == ("An older count.", "conflict")
    line = Activity.objects.get(act="fact.kept")
    assert line.details["because"] == "An older count."
    assert [claim["text"] for claim in line.details["claims"]] == ["15000 troops"]
    keep(fact, other, by=editor)
    assert challengers(fact) == []
    assert FactSheet.objects.get().facts_challenged == 0


def test_a_later_claim_challenges_an_answer_that_was_kept(editor: User) -> None:
    fact = settle(editor)
    keep(fact, *bring(fact, "15000", by=editor), by=editor)
    told = acts_of(lambda: bring(fact, "15000.0", by=editor))
    assert told == ["fact.challenged"]
    assert len(challengers(fact)) == 1


def test_keeping_an_answer_is_undone(editor: User) -> None:
    fact = settle(editor)
    (item,) = bring(fact, "15000", by=editor, state="candidate")
    keep(fact, item, by=editor)
    item.refresh_from_db()
    assert item.state == "accepted"
    actions.undo(Activity.objects.get(act="fact.kept"), by=editor, at=AGAIN + timedelta(hours=1))
    assert challengers(fact) == ["15000 troops"]
    item.refresh_from_db()
    assert item.state == "candidate"


def test_deciding_anew_answers_every_challenge_and_undoing_that_brings_them_back(editor: User) -> None:
    fact = settle(editor)
    bring(fact, "15000", "16000", by=editor)
    decide(fact, "15000", by=editor)
    assert challengers(fact) == []
    actions.undo(Activity.objects.filter(act="fact.settled").latest("id"), by=editor, at=AGAIN)
    assert challengers(fact) == ["15000 troops", "16000 troops"]


def test_what_no_reason_is_given_for_or_challenges_nothing_is_not_kept(editor: User) -> None:
    fact = settle(editor, others=("12000",))
    (item,) = bring(fact, "15000", by=editor)
    assert_refused(lambda: keep(fact, item, by=editor, because="  "), "Say why")
    weighed = figure_of(fact, "12000")
    assert_refused(lambda: keep(fact, item, weighed, by=editor), "does not challenge the answer any more")
    assert_refused(lambda: keep(fact, by=editor), "does not challenge the answer any more")


def test_a_line_of_the_log_names_the_editions_in_which_the_figure_stands(editor: User, publisher: User) -> None:
    fact = settle(editor)
    publish(fact, publisher)
    publish(fact, publisher, kind="update", note="Once more.")
    assert list(EditionLine.objects.order_by("edition__number").values_list("fact_key", "words")) == [
        (fact.pk, "13000"),
        (fact.pk, "13000"),
    ]
    bring(fact, "15000", by=editor)
    assert Activity.objects.get(act="fact.challenged").details["editions"] == [1, 2]


def test_noting_challenges_costs_the_same_for_two_facts_and_for_forty(editor: User) -> None:
    sheet = make_sheet()
    facts = [make_fact_with("13000", sheet=sheet, label=f"Fact {n}") for n in range(40)]
    for fact in facts:
        decide(fact, "13000", by=editor)
        add_figure(fact, "15000")
    counts = []
    for some in (facts[:2], facts[2:]):
        with CaptureQueriesContext(connection) as captured:
            refresh_facts(sheet, [fact.pk for fact in some], by=editor, at=LATER)
        counts.append(len(captured))
    assert Challenge.objects.count() == 40
    assert counts[0] == counts[1]


def test_the_desk_and_the_matrix_say_which_claim_challenges(editor: User) -> None:
    fact = settle(editor)
    assert queries.desk(FactSheet.objects.all()).rows[0].challenger == ""
    (item,) = bring(fact, "15000", by=editor)
    touch(fact.sheet, at=LATER)
    (row,) = queries.desk(FactSheet.objects.all()).rows
    told = (row.challenger, row.challenged_by, row.challenged)
    assert told == ("15000 troops", str(item.claim.article.source), "Troops")
    drawn = str(figures(queries.matrix(fact.sheet), queries.matrix(fact.sheet).rows[0]))
    assert drawn.count("challenges the answer") == 1
    keep(fact, item, by=editor)
    assert "challenges the answer" not in str(figures(queries.matrix(fact.sheet), queries.matrix(fact.sheet).rows[0]))


def test_the_panel_says_where_the_figure_stands_and_who_has_it(editor: User, publisher: User) -> None:
    fact = settle(editor)
    first = publish(fact, publisher)
    decide(fact, "14000", by=editor, cite=[figure_of(fact, "13000").pk])
    second = publish(fact, publisher, kind="correction", note="It was wrong.")
    token, _secret = make_token("CMS")
    note_delivery(first.pk, token.pk, whole=True, at=LATER)
    panel = queries.panel(again(fact))
    assert [(place.edition, place.words, place.is_current) for place in panel.printed] == [
        (second, "14000", True),
        (first, "13000", False),
    ]
    assert [[row.token.name for row in place.deliveries] for place in panel.printed] == [[], ["CMS"]]
    assert panel.fetched == 1


def leave(editor: User, outcome: str, *figures: str) -> Fact:
    """A fact that is left without a value of its own."""
    fact = make_fact_with(*figures)
    decide(fact, actions.Answer(outcome=outcome, text="They differ."), by=editor, rationale="Both are official.")
    return Fact.objects.get(pk=fact.pk)


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [("disputed", "none of those gives that are in dispute"), ("not_established", "what was not established")],
)
def test_what_nobody_had_said_challenges_what_was_left_without_a_value(editor: User, outcome: str, reason: str) -> None:
    fact = leave(editor, outcome, "13000", "15000")
    assert acts_of(lambda: bring(fact, "13000.0", "15000.0", by=editor)) == []
    assert challengers(fact) == []
    assert acts_of(lambda: bring(fact, "19000", by=editor)) == ["fact.challenged"]
    assert challengers(fact) == ["19000 troops"]
    (claim,) = Activity.objects.get(act="fact.challenged").details["claims"]
    assert reason in claim["reason"]
    assert queries.panel(again(fact)).objection == claim["reason"]
    kept = keep(fact, figure_of(fact, "19000"), by=editor)
    assert (kept.outcome, kept.answer) == (outcome, "They differ.")
    assert list(kept.citations.values_list("evidence__claim__text", flat=True)) == ["13000 troops", "15000 troops"]
    bring(fact, "19000.0", by=editor)
    assert challengers(fact) == []


def test_the_first_figure_for_what_was_not_established_challenges_it_and_is_not_cited_unread(editor: User) -> None:
    fact = leave(editor, "not_established")
    (item,) = bring(fact, "13000", by=editor)
    assert challengers(fact) == ["13000 troops"]
    assert not keep(fact, item, by=editor).citations.exists()
    assert challengers(fact) == []


def test_what_lies_far_beyond_an_open_answer_challenges_it_and_what_leaves_room_does_not(editor: User) -> None:
    fact = make_fact_with("170")
    decide(fact, say("170", text="at least 170", high=None, hedge="at_least"), by=editor)
    add_figure(fact, "100", claim={"high": None, "hedge": "more_than"})
    add_figure(fact, "174")
    refresh_facts(fact.sheet, [fact.pk], by=editor, at=LATER)
    assert challengers(fact) == []
    bring(fact, "303", by=editor)
    assert challengers(fact) == ["303 troops"]
