"""A sheet goes to review, comes back, is approved and published; any change makes it a draft again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date
from itertools import product

import jsonschema
import pytest
from django.contrib.auth.models import User

from factsheet import actions
from factsheet.export.edition import read_edition
from factsheet.export.schemas import SCHEMAS
from factsheet.models import Activity, Edition, Evidence, Fact, FactSheet
from factsheet.policies import TRANSITIONS
from tests.factories import NOON, make_article, make_evidence, make_fact, make_sheet, make_user
from tests.factsheet.newsroom import (
    LATER,
    acts_of,
    add_figure,
    assert_refused,
    decide,
    make_fact_with,
    make_ready_sheet,
    rows,
    say,
)

pytestmark = pytest.mark.django_db

Step = Callable[[FactSheet, User], object]
STEPS: dict[str, Step] = {
    "submit": lambda sheet, by: actions.submit(sheet, by=by, at=LATER),
    "send_back": lambda sheet, by: actions.send_back(sheet, comment="Name the source.", by=by, at=LATER),
    "approve": lambda sheet, by: actions.approve(sheet, by=by, at=LATER),
    "publish": lambda sheet, by: actions.publish(sheet, by=by, at=LATER),
}
CODES = {
    "submit": "sheet.submitted",
    "send_back": "sheet.sent_back",
    "approve": "sheet.approved",
    "publish": "sheet.published",
}


@pytest.mark.parametrize(("state", "step"), list(product(FactSheet.State.values, STEPS)))
def test_a_step_leads_where_the_table_says_or_leaves_everything_as_it_was(
    publisher: User, state: str, step: str
) -> None:
    sheet = make_ready_sheet(by=make_user(), state=state)
    sources, target = TRANSITIONS[step]
    if state not in sources:
        assert_refused(lambda: STEPS[step](sheet, publisher), "has changed since you opened this page")
        assert not Edition.objects.exists()
        return
    assert acts_of(lambda: STEPS[step](sheet, publisher)) == [CODES[step]]
    stored = FactSheet.objects.get(pk=sheet.pk)
    assert stored.state == sheet.state == target
    assert stored.changed_at == LATER
    line = Activity.objects.latest("id")
    assert (line.sheet, line.actor, line.at) == (sheet, publisher, LATER)


def test_approval_says_who_and_when_and_sending_back_takes_it_away(publisher: User) -> None:
    sheet = make_ready_sheet(by=make_user(), state="in_review")
    actions.approve(sheet, by=publisher, at=LATER)
    assert FactSheet.objects.values_list("approved_by", "approved_at").get() == (publisher.pk, LATER)
    actions.send_back(sheet, comment=" Name the source. ", by=publisher, at=LATER)
    sheet = FactSheet.objects.get()
    assert (sheet.approved_by, sheet.approved_at) == (None, None)
    told = {"before": {"state": "approved"}, "after": {"state": "draft"}}
    assert Activity.objects.latest("id").details == {"comment": "Name the source.", **told}


def test_a_sheet_is_not_sent_back_without_a_word(publisher: User) -> None:
    sheet = make_ready_sheet(by=make_user(), state="in_review")
    assert_refused(lambda: actions.send_back(sheet, comment=" \n", by=publisher, at=LATER), "Say what has to change")


def test_publishing_keeps_the_approval(publisher: User) -> None:
    sheet = make_ready_sheet(by=make_user(), state="in_review")
    actions.approve(sheet, by=publisher, at=NOON)
    actions.publish(sheet, by=publisher, at=LATER)
    assert FactSheet.objects.values_list("state", "approved_by", "approved_at").get() == (
        "published",
        publisher.pk,
        NOON,
    )


def item_of(sheet: FactSheet) -> Evidence:
    return sheet.evidence.get(state="accepted")


def fact_of(sheet: FactSheet) -> Fact:
    return sheet.facts.get()


CHANGES: dict[str, Step] = {
    "decide": lambda sheet, by: decide(fact_of(sheet), say("13000"), by=by),
    "leave out": lambda sheet, by: decide(fact_of(sheet), actions.Answer(outcome="left_out"), by=by),
    "reopen": lambda sheet, by: decide(fact_of(sheet), actions.Answer(outcome="reopened"), by=by),
    "create a fact": lambda sheet, by: actions.create_fact(sheet, label="Police", kind="quantity", by=by, at=LATER),
    "change a fact": lambda sheet, by: actions.change_fact(
        fact_of(sheet), version=fact_of(sheet).version, label="All", scope="", as_of=None, heading="", by=by, at=LATER
    ),
    "accept": lambda sheet, by: actions.accept(sheet, [item_of(sheet).pk], by=by, at=LATER),
    "place": lambda sheet, by: actions.place(sheet, [item_of(sheet).pk], fact=fact_of(sheet), by=by, at=LATER),
    "reject": lambda sheet, by: actions.reject(sheet, [item_of(sheet).pk], reason="Wrong.", by=by, at=LATER),
    "restore": lambda sheet, by: actions.restore(sheet, [sheet.evidence.get(state="rejected").pk], by=by, at=LATER),
    "weigh": lambda sheet, by: actions.weigh(item_of(sheet), stance="supports", by=by, at=LATER),
    "add an article": lambda sheet, by: actions.add_articles(sheet, [make_article()], by=by, at=LATER),
    "date an article": lambda sheet, by: actions.set_published(
        sheet, item_of(sheet).claim.article, published=date(2023, 7, 1), by=by, at=LATER
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("state", FactSheet.State.values)
def test_any_change_makes_the_sheet_a_draft_that_nobody_approved(editor: User, state: str, change: Step) -> None:
    sheet = make_ready_sheet(by=editor)
    make_evidence(sheet=sheet, state="rejected", reason="Too vague.")
    FactSheet.objects.filter(pk=sheet.pk).update(state=state, approved_at=NOON, approved_by=editor, changed_at=NOON)
    sheet.refresh_from_db()
    lines = Activity.objects.count()
    change(sheet, editor)
    stored = FactSheet.objects.get(pk=sheet.pk)
    assert (stored.state, stored.approved_at, stored.approved_by) == ("draft", None, None)
    assert stored.changed_at == LATER
    assert Activity.objects.count() == lines + 1


def test_the_sheet_counts_its_facts_and_claims(editor: User) -> None:
    sheet = make_sheet()
    make_fact_with("1", "2", sheet=sheet, label="Conflict", status="conflict")
    make_fact("Tension", sheet=sheet, status="tension")
    make_fact("Rounding", sheet=sheet, status="rounding")
    decide(make_fact_with("5", "9", sheet=sheet, label="Settled"), "5", by=editor)
    challenged = make_fact_with("5", sheet=sheet, label="Challenged")
    decide(challenged, "5", by=editor)
    Fact.objects.filter(pk=challenged.pk).update(challenged_at=NOON)
    decide(make_fact("Unknown", sheet=sheet), actions.Answer(outcome="not_established"), by=editor)
    decide(make_fact_with("7", "9", sheet=sheet, label="Left"), actions.Answer(outcome="left_out"), by=editor)
    add_figure(challenged, "6", state="candidate")
    make_evidence(sheet=sheet)
    make_evidence(sheet=sheet, state="rejected", reason="Too vague.")
    actions.create_fact(sheet, label="One more", kind="date", by=editor, at=LATER)
    counts = FactSheet.objects.values_list(
        "facts_open", "facts_decided", "facts_in_conflict", "facts_challenged", "claims_to_sort"
    ).get(pk=sheet.pk)
    assert counts == (4, 3, 2, 1, 2)


def publish_next(sheet: FactSheet, by: User, **options: str) -> Edition:
    FactSheet.objects.filter(pk=sheet.pk).update(state="approved", approved_by=by, approved_at=NOON)
    sheet.refresh_from_db()
    return actions.publish(sheet, by=by, at=LATER, **options)


def test_an_edition_is_its_bytes_with_their_digest_chained_to_the_one_before(publisher: User) -> None:
    sheet = make_ready_sheet(by=make_user())
    first = publish_next(sheet, publisher)
    second = publish_next(sheet, publisher, kind="correction", note="The figure was corrected.")
    stored = list(Edition.objects.order_by("number"))
    assert stored == [first, second]
    assert [edition.number for edition in stored] == [1, 2]
    for edition in stored:
        assert hashlib.sha256(bytes(edition.body)).hexdigest() == edition.sha256
    assert [edition.previous_sha256 for edition in stored] == ["", first.sha256]
    content = read_edition(bytes(stored[1].body)).content
    assert (content.number, content.previous_sha256, content.note) == (2, first.sha256, "The figure was corrected.")
    assert (second.note, second.published_by, second.published_at) == (content.note, publisher, LATER)
    assert (content.kind, second.kind) == ("correction", "correction")
    after = {"state": "corrected", "edition": 2, "sha256": second.sha256}
    told = {"before": {"state": "approved"}, "after": after, "kind": "correction"}
    assert Activity.objects.latest("id").details == {"edition": 2, "note": "The figure was corrected.", **told}


def test_each_sheet_has_a_chain_of_its_own(publisher: User) -> None:
    for sheet in (make_ready_sheet(by=make_user()), make_ready_sheet(by=make_user())):
        assert publish_next(sheet, publisher).number == 1


def test_an_edition_of_every_outcome_is_valid_and_says_whose_it_is(publisher: User, editor: User) -> None:
    sheet = make_sheet(summary="What is known.", language="en")
    decide(make_fact_with("13000", "15000", sheet=sheet), "13000", by=editor, rationale="Counted.")
    disputed = make_fact_with("174", "303", sheet=sheet, label="Dead")
    decide(disputed, actions.Answer(outcome="disputed", text="174 or 303"), by=editor)
    decide(
        make_fact("Paid", sheet=sheet), actions.Answer(outcome="not_established"), by=editor, rationale="Nobody says."
    )
    decide(make_fact_with("7", sheet=sheet, label="Left"), actions.Answer(outcome="left_out"), by=editor)
    make_fact("Open", sheet=sheet)
    quote = make_fact_with("9", sheet=sheet, label="Said", kind="statement")
    decide(quote, actions.Answer(outcome="settled", method="own", text="9 troops"), by=editor)
    document = json.loads(bytes(publish_next(sheet, publisher).body))
    schema = SCHEMAS["edition-1"]
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(document)
    content = document["content"]
    assert [(fact["label"], fact["state"]) for fact in content["facts"]] == [
        ("Troops", "settled"),
        ("Dead", "disputed"),
        ("Paid", "not_established"),
        ("Said", "settled"),
    ]
    assert content["edition"]["published_by"] == "publisher"
    assert [len(fact["citations"]) for fact in content["facts"]] == [1, 2, 0, 1]
    assert [dissent["quote"]["text"] for dissent in content["facts"][0]["dissent"]] == ["15000 troops"]


def test_publishing_twice_makes_one_edition(publisher: User) -> None:
    sheet = make_ready_sheet(by=make_user())
    publish_next(sheet, publisher)
    stale = FactSheet.objects.get(pk=sheet.pk)
    stale.state = FactSheet.State.APPROVED
    assert_refused(lambda: actions.publish(stale, by=publisher, at=LATER), "has changed since you opened this page")
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("broken", ["take_snapshot", "build_edition"])
def test_a_failure_while_publishing_leaves_no_edition_and_the_sheet_as_it_was(
    publisher: User, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    sheet = make_ready_sheet(by=make_user(), state="approved")
    before = rows()

    def fail(*_args: object, **_named: object) -> bytes:
        raise ValueError("no Unicode")

    monkeypatch.setattr(f"factsheet.actions.publishing.{broken}", fail)
    with pytest.raises(ValueError, match="no Unicode"):
        actions.publish(sheet, by=publisher, at=LATER)
    assert rows() == before
    assert not Edition.objects.exists()
