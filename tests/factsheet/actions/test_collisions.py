"""Two people act at the same moment, each in a thread and a connection of their own, on a copy of the test database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from articles.models import Article, Source
from factsheet import actions
from factsheet.models import Activity, Decision, Edition, Evidence, Fact, FactSheet
from factsheet.policies import Refused
from tests.databases import run_at_once
from tests.factories import make_sheet, make_user
from tests.factsheet.newsroom import LATER, add_figure, decide, make_fact_with, make_ready_sheet, say, take_in_texts

pytestmark = pytest.mark.usefixtures("own_database")


def kinds(results: Sequence[object]) -> Counter[str]:
    return Counter(type(result).__name__ for result in results)


def test_of_two_decisions_on_one_version_one_wins_and_the_other_is_told() -> None:
    one, other = make_user("one"), make_user("other")
    fact = make_fact_with("13000", "15000")
    results = run_at_once(
        lambda: actions.decide(fact, say("13000"), version=1, by=one, at=LATER),
        lambda: actions.decide(fact, say("15000"), version=1, by=other, at=LATER),
    )
    assert kinds(results) == {"Decision": 1, "Stale": 1}
    (decision,) = Decision.objects.all()
    fact = Fact.objects.get()
    assert (fact.decision, fact.version) == (decision, 2)
    assert Activity.objects.filter(act="fact.settled").count() == 1
    (stale,) = (result for result in results if isinstance(result, actions.Stale))
    assert stale.fact.decision == decision


def test_two_decisions_on_two_facts_of_a_sheet_both_count() -> None:
    editor, sheet = make_user(), make_sheet()
    facts = [make_fact_with("13000", sheet=sheet, label=label) for label in ("Troops", "Police", "Staff", "Vehicles")]
    results = run_at_once(*(lambda fact=fact: decide(fact, "13000", by=editor) for fact in facts))
    assert kinds(results) == {"Decision": 4}
    assert FactSheet.objects.values_list("facts_decided", "facts_open").get() == (4, 0)


def test_sheets_of_one_title_that_are_opened_at_once_get_an_address_each() -> None:
    editor = make_user()
    results = run_at_once(*[lambda: actions.create_sheet(title="The end", by=editor, at=LATER)] * 4)
    assert kinds(results) == {"FactSheet": 4}
    assert set(FactSheet.objects.values_list("slug", flat=True)) == {"the-end", *(f"the-end-{n}" for n in (2, 3, 4))}


def test_of_two_who_publish_one_is_refused_and_there_is_one_edition() -> None:
    publisher = make_user()
    sheet = make_ready_sheet(by=make_user(), state="approved")
    results = run_at_once(*[lambda: actions.publish(sheet, by=publisher, at=LATER)] * 2)
    assert kinds(results) == {"Edition": 1, "Refused": 1}
    assert Edition.objects.count() == 1
    assert Activity.objects.filter(act="sheet.published").count() == 1


def test_what_is_published_is_never_what_somebody_was_changing() -> None:
    publisher, editor = make_user(), make_user()
    sheet = make_ready_sheet(by=editor, state="approved")
    fact = sheet.facts.get()
    published, decided = run_at_once(
        lambda: actions.publish(sheet, by=publisher, at=LATER),
        lambda: decide(fact, say("13000", text="thirteen thousand"), by=editor),
    )
    assert isinstance(decided, Decision)
    assert FactSheet.objects.get().state == "draft"
    if isinstance(published, Refused):
        assert not Edition.objects.exists()
    else:
        assert b"thirteen thousand" not in bytes(Edition.objects.get().body)


def test_a_judgement_beside_a_decision_leaves_both() -> None:
    one, other = make_user("one"), make_user("other")
    fact = make_fact_with("13000", "15000")
    item = Evidence.objects.select_related("fact__sheet", "sheet").get(claim__text="15000 troops")
    results = run_at_once(
        lambda: actions.decide(fact, say("13000"), version=1, by=one, at=LATER),
        lambda: actions.weigh(item, stance="set_aside", reason="A plan.", by=other, at=LATER),
    )
    item.refresh_from_db()
    assert item.stance == "set_aside"
    fact = Fact.objects.get()
    if isinstance(results[0], actions.Stale):
        assert (fact.state, fact.version) == ("open", 2)
    else:
        assert (fact.state, fact.version, fact.decision) == ("settled", 3, results[0])


def test_articles_taken_in_by_two_at_once_all_stand_in_the_sheet() -> None:
    one, other = make_user("one"), make_user("other")
    sheet = make_sheet()
    texts = [f"The mission has {number},000 troops in the country." for number in (13, 14, 15, 16)]
    new = take_in_texts(*texts)
    results = run_at_once(
        lambda: actions.add_articles(sheet, new[:3], by=one, at=LATER),
        lambda: actions.add_articles(sheet, new[1:], by=other, at=LATER),
    )
    assert kinds(results) == {"list": 2}
    assert sorted(sheet.entries.values_list("position", flat=True)) == [1, 2, 3, 4]
    assert sheet.evidence.count() == FactSheet.objects.get().claims_to_sort == 4


def test_one_text_taken_in_by_two_at_once_is_one_article() -> None:
    text = "The mission has 13,000 troops in the country."
    results = run_at_once(*[lambda: take_in_texts(text, source="The Wire")] * 2)
    assert kinds(results) == {"list": 2}
    assert (Article.objects.count(), Source.objects.count()) == (1, 1)
    assert Article.objects.get().claims.count() == 1


def test_claims_sorted_by_two_at_once_are_counted_once() -> None:
    one, other = make_user("one"), make_user("other")
    fact = make_fact_with("13000")
    first, second = (add_figure(fact, figure, state="candidate") for figure in ("14000", "15000"))
    results = run_at_once(
        lambda: actions.accept(fact.sheet, [first.pk], by=one, at=LATER),
        lambda: actions.reject(fact.sheet, [second.pk], reason="Too vague.", by=other, at=LATER),
    )
    assert kinds(results) == {"list": 2}
    assert FactSheet.objects.get().claims_to_sort == 0
    assert Fact.objects.get().version == 3
