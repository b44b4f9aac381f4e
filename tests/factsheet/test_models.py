"""The database keeps sheets, facts, evidence, decisions and editions in order, whoever writes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from articles import guards
from articles.values import Interval
from factsheet.models import (
    GUARDS,
    ApiToken,
    Challenge,
    Decision,
    Delivery,
    Edition,
    EditionLine,
    Evidence,
    Fact,
    Letter,
    MailWish,
    Mark,
    Notice,
    Presence,
    Term,
    Watch,
)
from tests import factories
from tests.constraints import read_constraints
from tests.factories import (
    NOON,
    make_activity,
    make_citation,
    make_comment,
    make_decision,
    make_edition,
    make_evidence,
    make_fact,
    make_membership,
    make_phrase,
    make_policy_choice,
    make_sheet,
    make_sheet_article,
    make_token,
    make_user,
    make_verdict,
)
from tests.factsheet.newsroom import LATER

CONSTRAINTS = read_constraints(apps.get_app_config("factsheet").get_models())

Act = Callable[[], object]


def cite_twice(**same: object) -> None:
    """Cite two pieces of evidence, or one of them twice, in one decision."""
    decision = make_decision()
    first = make_citation(decision)
    make_citation(decision, **{"evidence": first.evidence, "number": 2, **same})  # type: ignore[arg-type]


def decide_one_fact_by_the_decision_of_another() -> None:
    decision = make_decision()
    other = make_fact()
    Fact.objects.filter(pk=other.pk).update(decision=decision)


def let_in_twice(who: User | ApiToken) -> None:
    key = {"token": who} if isinstance(who, ApiToken) else {"user": who}
    make_membership(make_membership(**key).sheet, **key)


def number_two_editions_alike() -> None:
    sheet = make_sheet()
    make_edition(sheet)
    make_edition(sheet)
    make_edition(sheet, number=2, previous_sha256="0" * 64)


def fork_the_chain() -> None:
    sheet = make_sheet()
    make_edition(sheet)
    second = make_edition(sheet)
    make_edition(sheet, previous_sha256=second.previous_sha256)


def place_twice(**same: str) -> None:
    """Enter articles in a sheet where one is already, by article or by position."""
    entry = make_sheet_article()
    fields = {name: getattr(entry, name) for name in same}
    make_sheet_article(entry.sheet, **fields)


def decide_twice_with_one_number() -> None:
    second = make_decision(make_decision().fact)
    make_decision(second.fact, number=second.number)


def copy_act(**fields: object) -> None:
    """Write an act once more as the next of its chain, but for these fields."""
    act = make_activity()
    rest = {"pk": None, "number": 2, "previous_sha256": act.sha256, **fields}
    for name, value in rest.items():
        setattr(act, name, value)
    act.save()


def claim_twice_in_a_sheet() -> None:
    evidence = make_evidence()
    make_evidence(evidence.claim, sheet=evidence.sheet)


def mark_twice() -> None:
    evidence = make_evidence()
    for _ in range(2):
        Mark.objects.create(sheet=evidence.sheet, mark=-5, evidence=evidence)


def count_a_term_twice() -> None:
    sheet = make_sheet()
    for _ in range(2):
        Term.objects.create(sheet=sheet, term=-5, times=1, articles=1)


def challenge_twice() -> None:
    fact = make_fact()
    evidence = make_evidence(fact=fact)
    for _ in range(2):
        Challenge.objects.create(fact=fact, evidence=evidence, at=NOON)


def print_a_fact_twice() -> None:
    edition = make_edition()
    for words in ("13,000", "about 13,000"):
        EditionLine.objects.create(edition=edition, fact_key=1, words=words)


def deliver_twice() -> None:
    edition, (token, _) = make_edition(), make_token()
    for at in (NOON, LATER):
        Delivery.objects.create(edition=edition, token=token, first_at=at, last_at=at)


def watch_twice() -> None:
    sheet, person = make_sheet(), make_user()
    for stopped in (False, True):
        Watch.objects.create(sheet=sheet, person=person, stopped=stopped)


def tell_twice() -> None:
    person, act = make_user(), make_activity()
    for at in (NOON, LATER):
        Notice.objects.create(person=person, activity=act, at=at)


def write_twice() -> None:
    person = make_user()
    for attempts in (0, 1):
        Letter.objects.create(person=person, at=NOON, attempts=attempts)


def wish_twice() -> None:
    person = make_user()
    for is_off in (True, False):
        MailWish.objects.create(person=person, is_off=is_off)


def be_there_twice() -> None:
    sheet, person = make_sheet(), make_user()
    for at in (NOON, LATER):
        Presence.objects.create(sheet=sheet, person=person, seen_at=at)


def take_back_twice() -> None:
    comment = make_comment()
    for _ in range(2):
        make_comment(comment.fact, withdraws=comment)


BREACHES: dict[str, Act] = {
    "factsheet.slug": lambda: (make_sheet(slug="mission"), make_sheet(slug="mission")),
    "article_once_in_sheet": lambda: place_twice(article="same"),
    "position_once_in_sheet": lambda: place_twice(position="same"),
    "origin_ruled_with_a_reason": lambda: make_sheet_article(origin_ruling="alone"),
    "origin_of_another_names_it": lambda: make_sheet_article(origin_ruling="with", origin_because="One owner."),
    "policychoice.kind": lambda: (make_policy_choice(kind="money"), make_policy_choice(kind="money")),
    "fact.decision": decide_one_fact_by_the_decision_of_another,
    "fact_decided_by_a_decision": lambda: make_fact(state=Fact.State.SETTLED),
    "fact_challenged_only_when_decided": lambda: make_fact(challenged_at=NOON),
    "claim_once_in_sheet": claim_twice_in_a_sheet,
    "evidence_accepted_under_a_fact": lambda: make_evidence(state="accepted"),
    "evidence_refused_with_a_reason": lambda: make_evidence(state="rejected"),
    "evidence_rejected_from_every_fact": lambda: make_evidence(fact=make_fact(), state="rejected", reason="a year"),
    "evidence_confidence_a_share": lambda: make_evidence(confidence=Decimal("1.01")),
    "decision_low_not_above_high": lambda: make_decision(low="174", high="170"),
    "decision_first_day_not_after_last": lambda: make_decision(low_day=date(2023, 7, 2), high_day=date(2023, 7, 1)),
    "decision_low_time_not_after_high": lambda: make_decision(low_time=time(18), high_time=time(6)),
    "decision_bounds_of_one_sort": lambda: make_decision(low="5", high_day=date(2023, 7, 1)),
    "decision_utc_offset_of_a_zone": lambda: make_decision(low_time=time(18), high_time=time(18), utc_offset=900),
    "decision_number_unique": decide_twice_with_one_number,
    "decision_chained_to_the_one_before": lambda: make_decision(number=2),
    "activity_chain_never_forks": lambda: copy_act(number=1, previous_sha256=""),
    "activity_in_the_chain_of_its_sheet": lambda: copy_act(chain=0),
    "activity_chained_to_the_one_before": lambda: copy_act(previous_sha256=""),
    "decision_says_an_answer": lambda: make_decision(answer=""),
    "decision_method_when_settled": lambda: make_decision(method=""),
    "citation_number_unique": lambda: cite_twice(evidence=None, number=1),
    "citation_once": cite_twice,
    "citation_counts_from_one": lambda: make_citation(number=0),
    "comment_says_or_takes_back": lambda: make_comment(text=""),
    "comment.withdraws": take_back_twice,
    "phrase.text": lambda: (make_phrase("It is the newest."), make_phrase("It is the newest.")),
    "mark_once_on_evidence": mark_twice,
    "term_once_in_sheet": count_a_term_twice,
    "challenge_once": challenge_twice,
    "edition_line_once": print_a_fact_twice,
    "delivery_once_per_system": deliver_twice,
    "watch_once": watch_twice,
    "notice_once": tell_twice,
    "letter_once_per_act": write_twice,
    "mailwish.person": wish_twice,
    "presence_once": be_there_twice,
    "edition_number_unique": number_two_editions_alike,
    "edition_chain_never_forks": fork_the_chain,
    "edition_chained_to_the_one_before": lambda: make_edition(number=2, previous_sha256=""),
    "edition_replaces_another_with_a_note": lambda: make_edition(kind="update", note="Counted again."),
    "verdict_sent_back_with_a_comment": lambda: make_verdict(word="sent_back", fact=make_fact()),
    "member_once_in_sheet": lambda: let_in_twice(make_user()),
    "token_once_in_sheet": lambda: let_in_twice(make_token()[0]),
    "member_is_a_person_or_a_system": lambda: make_membership(user=None),
    "apitoken.name": lambda: (make_token("CMS"), make_token("CMS")),
    "apitoken.sha256": lambda: (make_token(sha256="0" * 64), make_token(sha256="0" * 64)),
}

OTHER_SIDES: list[tuple[str, Act]] = [
    ("fact_decided_by_a_decision", lambda: make_fact(state=Fact.State.DISPUTED)),
    ("fact_decided_by_a_decision", lambda: make_fact(state=Fact.State.NOT_ESTABLISHED)),
    ("evidence_refused_with_a_reason", lambda: make_evidence(fact=make_fact(), stance="set_aside")),
    ("evidence_confidence_a_share", lambda: make_evidence(confidence=Decimal("-0.01"))),
    ("comment_says_or_takes_back", lambda: make_comment(text="No.", withdraws=make_comment())),
    ("origin_of_another_names_it", lambda: make_sheet_article(origin_with=make_sheet_article())),
    ("decision_says_an_answer", lambda: make_decision(outcome="disputed", answer="")),
    ("decision_method_when_settled", lambda: make_decision(outcome="disputed", method="claim")),
    ("decision_method_when_settled", lambda: make_decision(outcome="reopened", method="own")),
    ("member_is_a_person_or_a_system", lambda: make_membership(user=make_user(), token=make_token()[0])),
    ("edition_chained_to_the_one_before", lambda: make_edition(number=1, previous_sha256="0" * 64)),
    ("edition_replaces_another_with_a_note", lambda: make_edition(make_edition().sheet, kind="correction")),
    ("verdict_sent_back_with_a_comment", lambda: make_verdict(comment=make_comment())),
    ("verdict_sent_back_with_a_comment", lambda: make_verdict(word="sent_back", comment=make_comment())),
    ("edition_chained_to_the_one_before", lambda: make_edition(number=0, previous_sha256="")),
]

BITES = [*BREACHES.items(), *OTHER_SIDES]

ALLOWED: dict[str, Act] = {
    "a candidate that the program would place": lambda: make_evidence(fact=make_fact(), state="candidate"),
    "a candidate with no place": make_evidence,
    "a rejected claim with its reason": lambda: make_evidence(state="rejected", reason="a year, not a count"),
    "evidence set aside with its reason": lambda: make_evidence(
        fact=make_fact(), stance="set_aside", reason="counts police too"
    ),
    "one claim in two sheets": lambda: make_evidence(make_evidence().claim),
    "the surest and the least sure placing": lambda: (make_evidence(confidence=1), make_evidence(confidence=0)),
    "two decisions on one fact": lambda: make_decision(make_decision().fact, answer="about 13,000", hedge="about"),
    "a reopened fact": lambda: make_decision(make_decision().fact, outcome="reopened"),
    "a disputed fact without a value": lambda: make_decision(outcome="disputed", answer="The U.N. says 13,000."),
    "a fact that cannot be established": lambda: make_decision(outcome="not_established", rationale="Nobody counted."),
    "a challenged fact": lambda: Fact.objects.filter(pk=make_decision().fact_id).update(challenged_at=NOON),
    "three editions in a chain": lambda: make_edition(make_edition(make_edition().sheet).sheet),
    "the first editions of two sheets": lambda: (make_edition(), make_edition()),
    "a correction with its note": lambda: make_edition(make_edition().sheet, kind="correction", note="It was 12."),
    "a line sent back": lambda: make_verdict(word="sent_back", fact=make_fact(), comment=make_comment()),
    "two citations of one decision": lambda: cite_twice(evidence=None),
}


def test_every_constraint_is_tried_here() -> None:
    assert BREACHES.keys() == CONSTRAINTS.keys()


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "act"), BITES, ids=[name for name, _ in BITES])
def test_a_constraint_bites(name: str, act: Act) -> None:
    # They would answer first, and the constraints hold by themselves. The end of the test puts them back.
    guards.remove(connection, GUARDS)
    with pytest.raises(IntegrityError, match=CONSTRAINTS[name]), transaction.atomic():
        act()


@pytest.mark.django_db
@pytest.mark.parametrize("act", ALLOWED.values(), ids=ALLOWED.keys())
def test_no_constraint_forbids_what_a_newsroom_does(act: Act) -> None:
    act()


@pytest.mark.django_db
def test_an_edition_gives_back_the_very_bytes_that_were_stored() -> None:
    body = bytes(range(256))
    edition = Edition.objects.get(pk=make_edition(body=body).pk)
    assert bytes(edition.body) == body


@pytest.mark.django_db
def test_a_decision_gives_its_value_as_an_interval() -> None:
    decision = Decision.objects.get(pk=make_decision(low="15000", low_open=True).pk)
    assert decision.interval == Interval(Decimal(15000), None, low_open=True)


@pytest.mark.django_db
def test_nothing_that_evidence_rests_on_can_be_deleted() -> None:
    evidence = Evidence.objects.get(pk=make_citation().evidence_id)
    for row in (evidence, evidence.claim, evidence.claim.article, evidence.fact, evidence.sheet):
        assert row is not None
        with pytest.raises(ProtectedError):
            row.delete()


@pytest.mark.django_db
def test_of_a_token_only_the_digest_is_kept() -> None:
    token, secret = factories.make_token()
    stored = ApiToken.objects.values_list().get(pk=token.pk)
    assert secret not in stored
    assert token.sha256 == ApiToken.digest(secret)
    assert secret.startswith(token.hint)


def test_a_secret_is_new_each_time_and_known_by_its_prefix() -> None:
    secrets = {ApiToken.draw_secret() for _ in range(100)}
    assert len(secrets) == 100
    assert all(secret.startswith("fs_") and len(secret) == 46 for secret in secrets)
