"""What a sheet says at this moment: its decided facts with the evidence that still stands behind them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from pytest_django import Settings

from factsheet import actions
from factsheet.export.content import EditionContent
from factsheet.models import FactSheet
from factsheet.snapshot import name_of, take_snapshot
from tests.factories import NOON, make_claim, make_evidence, make_fact, make_sheet, make_user
from tests.factsheet.newsroom import LATER, decide, figure_of, make_fact_with, say

pytestmark = pytest.mark.django_db


def snapshot(sheet: FactSheet, by: User) -> EditionContent:
    sheet = FactSheet.objects.get(pk=sheet.pk)
    return take_snapshot(sheet, number=3, previous_sha256="0" * 64, by=by, at=LATER, note="Corrected.")


def test_a_snapshot_says_whose_it_is(editor: User, publisher: User, settings: Settings) -> None:
    settings.SITE_URL = "https://desk.example"
    publisher.first_name, publisher.last_name = "Pia", "Okafor"
    sheet = make_sheet(slug="mission", summary="Why.", approved_by=publisher, approved_at=NOON, state="approved")
    content = snapshot(sheet, editor)
    assert (content.site_url, content.slug, content.title) == ("https://desk.example", "mission", sheet.title)
    assert (content.number, content.previous_sha256, content.note) == (3, "0" * 64, "Corrected.")
    assert (content.published_at, content.published_by, content.approved_at) == (LATER, "editor", NOON)
    assert (content.summary, content.language, content.approved_by) == ("Why.", "en", "publisher")
    assert content.facts == ()


def test_a_person_is_printed_by_full_name_or_else_as_they_sign_in() -> None:
    assert name_of(make_user("pia", first_name="Pia", last_name="Okafor")) == "Pia Okafor"
    assert name_of(make_user("rob")) == "rob"
    assert name_of(None) == ""


def test_only_decided_facts_stand_in_it_in_the_order_of_the_sheet(editor: User) -> None:
    sheet = make_sheet()
    answers = {
        "c": actions.Answer(outcome="disputed", text="174 or 303"),
        "left out": actions.Answer(outcome="left_out"),
        "a": say("174"),
        "b": actions.Answer(outcome="not_established"),
    }
    for position, (label, answer) in enumerate(answers.items()):
        decide(make_fact_with("174", sheet=sheet, label=label, position=9 - position), answer, by=editor)
    make_fact("open", sheet=sheet)
    content = snapshot(sheet, editor)
    assert [(line.label, line.state) for line in content.facts] == [
        ("b", "not_established"),
        ("a", "settled"),
        ("c", "disputed"),
    ]
    assert [line.answer.text if line.answer else None for line in content.facts] == [None, "174", "174 or 303"]


def test_a_line_carries_its_answer_why_and_its_evidence_word_for_word(editor: User) -> None:
    fact = make_fact_with("13000", "15000", scope="all ranks", heading="The force", as_of=date(2023, 6, 1))
    decide(fact, "13000", by=editor, rationale="Counted.")
    (line,) = snapshot(fact.sheet, editor).facts
    assert (line.id, line.label, line.kind, line.unit) == (fact.pk, "Troops", "quantity", "person")
    assert (line.scope, line.heading, line.as_of, line.status) == (
        "all ranks",
        "The force",
        date(2023, 6, 1),
        "conflict",
    )
    assert (line.rationale, line.decided_by, line.decided_at, line.origins) == ("Counted.", "editor", LATER, 2)
    assert line.answer is not None
    assert (line.answer.text, line.answer.value.low, line.answer.value.unit) == ("13000", Decimal(13000), "person")
    (cited,), (against,) = line.citations, line.dissent
    claim = figure_of(fact, "13000").claim
    assert (cited.claim_id, cited.text, cited.start, cited.end) == (claim.pk, claim.text, claim.start, claim.end)
    assert claim.article.text[cited.start : cited.end] == cited.text
    assert cited.text in cited.sentence
    assert (cited.article_sha256, cited.source) == (claim.article.sha256, str(claim.article.source))
    assert (cited.article_published, cited.stance, cited.relation) == (date(2023, 6, 30), "supports", "same")
    assert (against.text, against.stance, against.relation) == ("15000 troops", "contradicts", "conflict")


def test_citations_keep_the_order_of_the_decision(editor: User) -> None:
    fact = make_fact_with("13000", "13000.0", "13000.00")
    keys = [figure_of(fact, figure).pk for figure in ("13000.00", "13000", "13000.0")]
    decide(fact, "13000", by=editor, cite=keys)
    (line,) = snapshot(fact.sheet, editor).facts
    assert [citation.evidence_id for citation in line.citations] == keys


@pytest.mark.parametrize("taken", ["moved", "rejected"])
def test_what_was_cited_and_taken_away_since_no_longer_stands_behind_the_line(editor: User, taken: str) -> None:
    fact = make_fact_with("13000", "13000.0")
    other = make_fact_with("500", sheet=fact.sheet, label="Police")
    decide(fact, "13000", by=editor)
    decide(other, "500", by=editor)
    item = figure_of(fact, "13000.0")
    if taken == "moved":
        actions.place(fact.sheet, [item.pk], fact=other, by=editor, at=LATER)
    else:
        actions.reject(fact.sheet, [item.pk], reason="Wrong.", by=editor, at=LATER)
    lines = snapshot(fact.sheet, editor).facts
    assert [[citation.text for citation in line.citations] for line in lines] == [["13000 troops"], ["500 troops"]]


def test_a_claim_still_to_sort_is_no_dissent_until_it_was_weighed(editor: User) -> None:
    fact = make_fact_with("13000")
    decide(fact, "13000", by=editor)
    make_evidence(make_claim("9 troops"), fact=fact, state="candidate")
    (line,) = snapshot(fact.sheet, editor).facts
    assert line.dissent == ()


def test_a_fact_that_was_reopened_leaves_the_next_edition(editor: User) -> None:
    fact = make_fact_with("13000")
    decide(fact, "13000", by=editor)
    decide(fact, actions.Answer(outcome="reopened"), by=editor)
    assert snapshot(fact.sheet, editor).facts == ()


def test_an_article_without_a_source_or_a_day_is_cited_all_the_same(editor: User) -> None:
    fact = make_fact_with("13000")
    article = figure_of(fact, "13000").claim.article
    article.source, article.published, article.published_from = None, None, "unknown"
    article.save()
    decide(fact, "13000", by=editor)
    ((cited,),) = (line.citations for line in snapshot(fact.sheet, editor).facts)
    assert (cited.source, cited.article_published, cited.article_url) == ("", None, "")
