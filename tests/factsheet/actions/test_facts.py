"""Facts are made, changed and decided: what an editor's act leaves in the database."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from articles.values import Interval
from factsheet import actions
from factsheet.models import Activity, Decision, Evidence, Fact, FactSheet
from tests.factories import NOON, make_claim, make_evidence, make_fact, make_sheet, make_user
from tests.factsheet.newsroom import (
    DISPUTED,
    LATER,
    acts_of,
    add_figure,
    assert_refused,
    decide,
    figure_of,
    make_fact_with,
    rows,
    say,
)

pytestmark = pytest.mark.django_db

REOPEN = actions.Answer(outcome=Decision.Outcome.REOPENED)


def stances(fact: Fact) -> dict[str, str]:
    return dict(fact.evidence.order_by("pk").values_list("claim__text", "stance"))


def cited(decision: Decision) -> list[str]:
    return list(decision.citations.order_by("number").values_list("evidence__claim__text", flat=True))


def make_quotes(*words: str) -> Fact:
    """A fact whose evidence is quotations, one an article."""
    fact = make_fact("What the minister said", kind="quote", unit="")
    for quote in words:
        make_evidence(make_claim(quote, kind="quote"), fact=fact)
    return fact


def test_a_new_fact_stands_at_the_end_of_its_sheet(editor: User) -> None:
    sheet = make_sheet()
    make_fact(sheet=sheet, position=7)
    fact = actions.create_fact(sheet, label="Troops", kind="quantity", unit="person", by=editor, at=LATER)
    assert (fact.position, fact.state, fact.proposed, fact.version) == (8, "open", False, 1)
    assert actions.create_fact(make_sheet(), label="Troops", kind="date", by=editor, at=LATER).position == 1


def test_a_decision_settles_the_fact_and_is_kept_word_for_word(editor: User) -> None:
    fact = make_fact_with("13000")
    answer = say("13000", text="some 13,000", hedge="about")
    decision = decide(fact, answer, by=editor, rationale="Counted by the mission.")
    fact.refresh_from_db()
    assert (fact.state, fact.decision, fact.version) == ("settled", decision, 2)
    kept = Decision.objects.get()
    assert (kept.number, kept.outcome, kept.method, kept.answer) == (1, "settled", "own", "some 13,000")
    assert (kept.rationale, kept.editor, kept.at) == ("Counted by the mission.", editor, LATER)
    assert (kept.interval, kept.hedge, kept.unit) == (Interval(Decimal(13000), Decimal(13000)), "about", "person")


def test_decisions_are_numbered_and_the_newest_is_in_force(editor: User) -> None:
    fact = make_fact_with("13000", "15000")
    first, second = (decide(fact, figure, by=editor) for figure in ("13000", "15000"))
    fact.refresh_from_db()
    assert [first.number, second.number] == [1, 2]
    assert fact.decision == second
    assert decide(make_fact_with("13000"), "13000", by=editor).number == 1


def test_evidence_supports_or_contradicts_as_its_values_say(editor: User) -> None:
    fact = make_fact_with("13000", "15000", "13012")
    add_figure(fact, "9000", claim={"high": None, "hedge": "more_than", "low_open": True})
    decide(fact, "13000", by=editor)
    assert stances(fact) == {
        "13000 troops": "supports",
        "15000 troops": "contradicts",
        # A rounding, which warns and does not contradict.
        "13012 troops": "supports",
        # "more than 9,000" could be true, and is further away than any rounding.
        "9000 troops": "contradicts",
    }
    assert figure_of(fact, "15000").relation == "conflict"
    assert "cannot both be true" in figure_of(fact, "15000").relation_reason


def test_a_new_decision_weighs_the_values_anew(editor: User) -> None:
    fact = make_fact_with("13000", "15000")
    decide(fact, "13000", by=editor)
    decide(fact, "15000", by=editor)
    assert stances(fact) == {"13000 troops": "contradicts", "15000 troops": "supports"}


@pytest.mark.parametrize("stance", ["supports", "contradicts", "superseded", "different_scope", "set_aside"])
def test_what_an_editor_judged_stays_whatever_the_values_say(editor: User, stance: str) -> None:
    fact = make_fact_with("13000", "13000.0", "15000")
    for figure in ("13000", "15000"):
        actions.weigh(figure_of(fact, figure), stance=stance, reason="I asked them.", by=editor, at=NOON)
    decide(fact, "13000", by=editor)
    assert stances(fact) == {"13000 troops": stance, "13000.0 troops": "supports", "15000 troops": stance}


def test_an_editor_who_takes_a_judgement_back_leaves_it_to_the_values(editor: User) -> None:
    fact = make_fact_with("13000", "15000")
    for stance in ("supports", ""):
        actions.weigh(figure_of(fact, "15000"), stance=stance, by=editor, at=NOON)
    decide(fact, "13000", by=editor)
    assert stances(fact)["15000 troops"] == "contradicts"


def test_candidates_are_accepted_by_the_decision_they_were_weighed_in(editor: User) -> None:
    fact = make_fact_with("13000")
    candidate = add_figure(fact, "15000", state="candidate")
    waiting = make_evidence(sheet=fact.sheet)
    decide(fact, "13000", by=editor)
    candidate.refresh_from_db()
    waiting.refresh_from_db()
    assert (candidate.state, candidate.sorted_by, candidate.sorted_at) == ("accepted", editor, LATER)
    assert (waiting.state, waiting.sorted_by) == ("candidate", None)
    assert FactSheet.objects.get().claims_to_sort == 1


def test_a_decision_keeps_the_evidence_as_it_stood(editor: User) -> None:
    fact = make_fact_with("13000", "15000")
    set_aside = figure_of(fact, "15000")
    actions.weigh(set_aside, stance="set_aside", reason="A plan, not a count.", by=editor, at=NOON)
    suggestion = Fact.objects.get().suggestion
    decision = decide(fact, "13000", by=editor)
    assert decision.suggestion == suggestion
    assert suggestion is not None
    assert suggestion["text"] == "13000 troops"
    weighed = {item["text"]: item for item in Decision.objects.get().weighed}
    support = figure_of(fact, "13000")
    assert weighed["13000 troops"] == {
        "evidence": support.pk,
        "claim": support.claim_id,
        "text": "13000 troops",
        "low": "13000",
        "high": "13000",
        "hedge": "exact",
        "stance": "supports",
        "relation": "same",
    }
    assert (weighed["15000 troops"]["stance"], weighed["15000 troops"]["relation"]) == ("set_aside", "conflict")


def test_a_settled_fact_cites_what_supports_it(editor: User) -> None:
    fact = make_fact_with("13000", "15000", "13000.0")
    assert cited(decide(fact, "13000", by=editor)) == ["13000 troops", "13000.0 troops"]


def test_chosen_citations_keep_the_order_in_which_they_were_chosen(editor: User) -> None:
    fact = make_fact_with("13000", "15000", "13001")
    keys = [figure_of(fact, figure).pk for figure in ("15000", "13000", "15000")]
    decision = decide(fact, "13000", by=editor, cite=keys)
    assert cited(decision) == ["15000 troops", "13000 troops"]
    assert list(decision.citations.order_by("number").values_list("number", flat=True)) == [1, 2]


def test_a_disputed_fact_cites_everything_live(editor: User) -> None:
    fact = make_fact_with("174", "303", "41")
    actions.weigh(figure_of(fact, "41"), stance="different_scope", reason="One year.", by=editor, at=NOON)
    answer = actions.Answer(outcome=DISPUTED, text="174, or 303 according to RT")
    assert cited(decide(fact, answer, by=editor)) == ["174 troops", "303 troops"]


@pytest.mark.parametrize("outcome", ["left_out", "reopened"])
def test_a_decision_without_an_answer_cites_nothing(editor: User, outcome: str) -> None:
    fact = make_fact_with("174", "303")
    decide(fact, "174", by=editor)
    assert cited(decide(fact, actions.Answer(outcome=outcome), by=editor)) == []


def test_what_lies_under_another_fact_cannot_be_cited(editor: User) -> None:
    fact = make_fact_with("13000")
    elsewhere = add_figure(make_fact("Police", sheet=fact.sheet), "1300")
    assert_refused(lambda: decide(fact, "13000", by=editor, cite=[elsewhere.pk]), "Only evidence under this fact")


def test_rejected_evidence_cannot_be_cited(editor: User) -> None:
    fact = make_fact_with("13000", "15000")
    wrong = figure_of(fact, "15000")
    actions.reject(fact.sheet, [wrong.pk], reason="Read wrongly.", by=editor, at=NOON)
    assert_refused(lambda: decide(fact, "13000", by=editor, cite=[wrong.pk]), "Only evidence under this fact")


def test_an_answer_without_any_evidence_is_refused(editor: User) -> None:
    fact = make_fact()
    disputed = actions.Answer(outcome=DISPUTED, text="Nobody knows")
    assert_refused(lambda: decide(fact, say("13000"), by=editor), "There is no evidence under this fact")
    assert_refused(lambda: decide(fact, disputed, by=editor), "There is no evidence under this fact")
    decide(fact, actions.Answer(outcome="not_established"), by=editor)
    decide(fact, actions.Answer(outcome="left_out"), by=editor)


def test_an_answer_that_nothing_supports_must_name_what_it_rests_on(editor: User) -> None:
    fact = make_fact_with("13000", "15000")
    assert_refused(lambda: decide(fact, "21000", by=editor), "Cite what it rests on")
    keys = [item.pk for item in fact.evidence.order_by("pk")]
    assert cited(decide(fact, "21000", by=editor, cite=keys)) == ["13000 troops", "15000 troops"]


def test_an_answer_in_words_alone_is_compared_with_nothing_and_cites_everything_live(editor: User) -> None:
    fact = make_fact_with("13000", "15000")
    answer = actions.Answer(outcome="settled", method="own", text="several thousand")
    assert cited(decide(fact, answer, by=editor)) == ["13000 troops", "15000 troops"]
    assert stances(fact) == {"13000 troops": "", "15000 troops": ""}
    assert set(fact.evidence.values_list("relation", flat=True)) == {""}


def test_the_quotation_that_is_taken_supports_itself(editor: User) -> None:
    fact = make_quotes("We leave without delay", "We leave without delay", "The troops will stay for years")
    taken = fact.evidence.get(claim__text__startswith="The troops")
    decision = decide(fact, actions.Answer.of_claim(taken), by=editor)
    assert cited(decision) == ["The troops will stay for years"]
    assert stances(fact)["We leave without delay"] == "contradicts"


def test_a_claim_is_taken_in_its_own_words_on_one_line_with_its_whole_value(editor: User) -> None:
    fact = make_fact("Withdrawal", kind="date", unit="")
    day = date(2023, 12, 31)
    claim = make_claim(
        "by Dec. 31,\n 2023", kind="date", low_day=day, high_day=day, hedge="by", precision="day", numbers=[]
    )
    answer = actions.Answer.of_claim(make_evidence(claim, fact=fact))
    assert (answer.text, answer.method, answer.hedge) == ("by Dec. 31, 2023", "claim", "by")
    assert (answer.low_day, answer.high_day, answer.low, answer.precision) == (day, day, None, "day")
    assert decide(fact, answer, by=editor).interval == Interval(day, day)


def test_an_answer_longer_than_its_column_is_cut(editor: User) -> None:
    assert len(decide(make_fact_with("13000"), say("13000", text="x" * 900), by=editor).answer) == 500


OUTCOMES = [
    (say("13000"), "fact.settled", "settled"),
    (actions.Answer(outcome="disputed", text="13,000 or 15,000"), "fact.disputed", "disputed"),
    (actions.Answer(outcome="not_established"), "fact.not_established", "not_established"),
    (actions.Answer(outcome="left_out"), "fact.left_out", "left_out"),
]


@pytest.mark.parametrize(("answer", "act", "state"), OUTCOMES, ids=[state for _, _, state in OUTCOMES])
def test_each_outcome_leaves_its_state_and_one_line_in_the_log(
    editor: User, answer: actions.Answer, act: str, state: str
) -> None:
    fact = make_fact_with("13000")
    assert acts_of(lambda: decide(fact, answer, by=editor, rationale="As counted.")) == [act]
    fact.refresh_from_db()
    assert fact.state == state
    line = Activity.objects.latest("id")
    assert (line.sheet, line.actor, line.at, line.subject) == (fact.sheet, editor, LATER, "Troops")
    assert (line.subject_type, line.subject_id) == ("fact", fact.pk)
    after = {"outcome": answer.outcome, "answer": answer.text, "decision": 1}
    told = {"answer": answer.text, "decision": 1, "decision_sha256": Decision.objects.get().sha256}
    told |= {"rationale": "As counted.", "accepted": []}
    assert line.details == {**told, "before": None, "after": after}


def test_a_reopened_fact_is_open_and_its_decisions_stay(editor: User) -> None:
    fact = make_fact_with("13000", "15000")
    decide(fact, "13000", by=editor)
    Fact.objects.filter(pk=fact.pk).update(challenged_at=NOON)
    assert acts_of(lambda: decide(fact, REOPEN, by=editor, rationale="A new count.")) == ["fact.reopened"]
    fact.refresh_from_db()
    assert (fact.state, fact.challenged_at, fact.status) == ("open", None, "conflict")
    assert [decision.outcome for decision in fact.decisions.order_by("number")] == ["settled", "reopened"]
    decide(fact, "15000", by=editor)
    assert fact.decisions.count() == 3


def test_reopening_leaves_candidates_to_be_sorted(editor: User) -> None:
    fact = make_fact_with("13000")
    decide(fact, "13000", by=editor)
    candidate = add_figure(fact, "15000", state="candidate")
    decide(fact, REOPEN, by=editor)
    candidate.refresh_from_db()
    assert candidate.state == "candidate"


def test_a_decision_answers_the_challenge(editor: User) -> None:
    fact = make_fact_with("13000")
    decide(fact, "13000", by=editor)
    Fact.objects.filter(pk=fact.pk).update(challenged_at=NOON)
    decide(fact, "13000", by=editor)
    fact.refresh_from_db()
    assert fact.challenged_at is None


def test_a_decision_makes_a_proposed_fact_the_editors(editor: User) -> None:
    fact = make_fact_with("13000", proposed=True)
    decide(fact, "13000", by=editor)
    fact.refresh_from_db()
    assert not fact.proposed


def test_of_two_decisions_on_one_version_the_second_is_told_and_leaves_nothing(editor: User) -> None:
    fact = make_fact_with("13000", "15000")
    actions.decide(fact, say("13000"), version=1, by=make_user("colleague"), at=NOON)
    before = rows()
    with pytest.raises(actions.Stale, match="has changed since you opened it") as told:
        actions.decide(fact, say("15000"), version=1, by=editor, at=LATER)
    assert rows() == before
    assert told.value.fact.decision is not None
    assert told.value.fact.decision.editor.username == "colleague"
    assert told.value.fact.version == 2


@pytest.mark.parametrize("version", [0, 2, 10**30, -1])
def test_a_version_that_never_was_is_stale(editor: User, version: int) -> None:
    fact = make_fact_with("13000")
    with pytest.raises(actions.Stale):
        actions.decide(fact, say("13000"), version=version, by=editor, at=LATER)


def test_changing_what_a_fact_asks_is_told_with_what_it_asked_before(editor: User) -> None:
    fact = make_fact_with("13000", proposed=True)
    changes = {"label": "All personnel", "scope": "with civilians", "as_of": date(2023, 6, 30), "heading": "The force"}
    told = acts_of(lambda: actions.change_fact(fact, version=1, by=editor, at=LATER, **changes))  # type: ignore[arg-type]
    assert told == ["fact.changed"]
    changed = Fact.objects.values("label", "scope", "as_of", "heading", "proposed", "version").get()
    assert changed == {**changes, "proposed": False, "version": 2}
    before = {"label": "Troops", "scope": "", "as_of": "", "heading": ""}
    after = {**changes, "as_of": "2023-06-30"}
    assert Activity.objects.latest("id").details == {"before": before, "after": after}


def test_a_change_that_was_overtaken_changes_nothing(editor: User) -> None:
    fact = make_fact_with("13000")
    before = rows()
    with pytest.raises(actions.Stale):
        actions.change_fact(fact, version=9, label="x", scope="", as_of=None, heading="", by=editor, at=LATER)
    assert rows() == before


def test_evidence_that_an_article_takes_back_is_no_conflict(editor: User) -> None:
    fact = make_fact_with("13000")
    add_figure(fact, "15000", claim={"status": "superseded"})
    decide(fact, "13000", by=editor)
    fact.refresh_from_db()
    assert fact.status != "conflict"


def test_origins_are_counted_once_however_many_copies_there_are(editor: User) -> None:
    fact = make_fact_with("13000", "13000.0", "13000.00")
    fact.sheet.entries.filter(position__lte=2).update(origin=1)
    decide(fact, "13000", by=editor)
    fact.refresh_from_db()
    assert fact.origins == 2
    assert Evidence.objects.filter(fact=fact).count() == 3
