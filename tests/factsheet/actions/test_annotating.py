"""Editors make claims, correct readings and say what is part of an article; nothing that was there is lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from articles.models import Article, Claim
from articles.passages import find_words
from articles.values import Span
from factsheet import actions
from factsheet.actions.annotating import NOT_PART, TAKEN_OUT
from factsheet.models import Activity, Evidence, Fact, FactSheet, Ruling
from tests.factories import make_sheet
from tests.factsheet.newsroom import LATER, acts_of, assert_refused, decide, make_dossier, rows

pytestmark = pytest.mark.django_db

TEXT = "The mission has 13,000 troops, he said.\n\nThe battalions left last July.\n\nCall 5,000 people about this."


@pytest.fixture
def sheet(editor: User) -> FactSheet:
    return make_dossier(TEXT, by=editor)


@pytest.fixture
def article(sheet: FactSheet) -> Article:
    return sheet.articles.get()


def place(article: Article, words: str) -> Span:
    span = find_words(article.text, words)
    assert span is not None
    return span


def make(sheet: FactSheet, article: Article, words: str, typed: str = "", *, by: User) -> Claim:
    return actions.make_claim(sheet, article, place(article, words), words=typed, by=by, at=LATER)


def claim_of(article: Article, words: str) -> Claim:
    return article.claims.get(text=words, correction=None)


def evidence_of(sheet: FactSheet, claim: Claim) -> Evidence:
    return Evidence.objects.select_related("fact").get(sheet=sheet, claim=claim)


def accept_under(sheet: FactSheet, claim: Claim, label: str, *, by: User) -> Fact:
    actions.place(sheet, [evidence_of(sheet, claim).pk], label=label, by=by, at=LATER)
    return Fact.objects.get(label=label)


def test_words_become_a_claim_that_says_whose_it_is(sheet: FactSheet, article: Article, editor: User) -> None:
    claim = make(sheet, article, "The battalions", "about 9,000 soldiers", by=editor)
    claim.refresh_from_db()
    assert (claim.text, claim.kind, claim.low, claim.hedge) == ("The battalions", "quantity", Decimal(9000), "about")
    assert (claim.read_by, claim.typed) == ("editor", "about 9,000 soldiers")
    assert (claim.made_by, claim.made_at, claim.corrects) == (editor, LATER, None)
    assert claim.sentence == "The battalions left last July."
    assert evidence_of(sheet, claim).state == "candidate"
    line = Activity.objects.latest("id")
    assert (line.act, line.subject, line.actor) == ("claim.made", "The battalions", editor)


def test_words_without_a_figure_are_a_statement(sheet: FactSheet, article: Article, editor: User) -> None:
    claim = make(sheet, article, "The battalions left", by=editor)
    assert (claim.kind, claim.interval) == ("statement", None)


def test_what_is_a_claim_already_is_not_made_one_again(sheet: FactSheet, article: Article, editor: User) -> None:
    assert_refused(lambda: make(sheet, article, "13,000 troops", by=editor), "a claim already")


def test_every_sheet_with_the_article_gets_the_claim_and_says_so(
    sheet: FactSheet, article: Article, editor: User
) -> None:
    other = make_sheet()
    actions.add_articles(other, [article], by=editor, at=LATER)
    claim = make(sheet, article, "The battalions", by=editor)
    assert evidence_of(other, claim).state == "candidate"
    other.refresh_from_db()
    assert other.claims_to_sort == other.evidence.count()
    assert Activity.objects.filter(act="claim.made").count() == 2


def test_a_correction_is_a_row_of_its_own_and_the_programs_stays(
    sheet: FactSheet, article: Article, editor: User
) -> None:
    old = claim_of(article, "last July")
    before = Claim.objects.filter(pk=old.pk).values().get()
    new = actions.correct_claim(sheet, old, words="July 2021", by=editor, at=LATER)
    assert (new.low_day, new.high_day, new.corrects) == (date(2021, 7, 1), date(2021, 7, 31), old)
    assert Claim.objects.filter(pk=old.pk).values().get() == before
    assert evidence_of(sheet, old).state == "rejected"
    assert evidence_of(sheet, old).reason == "Read by hand as 2021-07-01..2021-07-31"
    note = Activity.objects.get(act="claim.corrected").details["note"]
    assert note == "2021-07-01..2021-07-31; before: 2022-07-01..2022-07-31"
    assert evidence_of(sheet, new).state == "candidate"
    assert acts_of(lambda: actions.correct_claim(sheet, new, words="July 2020", by=editor, at=LATER)) == [
        "claim.corrected"
    ]


def test_a_correction_takes_the_place_that_an_editor_gave_and_sets_the_old_reading_aside(
    sheet: FactSheet, article: Article, editor: User
) -> None:
    old = claim_of(article, "13,000 troops")
    fact = accept_under(sheet, old, "Troops", by=editor)
    decide(fact, "13000", by=editor)
    new = actions.correct_claim(sheet, old, words="15,000 troops", by=editor, at=LATER)
    item, aside = evidence_of(sheet, new), evidence_of(sheet, old)
    assert (item.state, item.fact, item.sorted_by) == ("accepted", fact, editor)
    assert (aside.state, aside.fact, aside.stance, aside.weighed_by) == ("accepted", fact, "set_aside", editor)
    assert aside.citations.exists(), "the answer still shows what it cites"
    assert Fact.objects.get(pk=fact.pk).challenged_at == LATER
    assert Ruling.objects.filter(evidence=item, word="together").exists()


def test_a_correction_may_take_other_words(sheet: FactSheet, article: Article, editor: User) -> None:
    span = place(article, "13,000")
    new = actions.correct_claim(sheet, claim_of(article, "13,000 troops"), span=span, by=editor, at=LATER)
    assert (new.text, new.noun) == ("13,000", "")


def test_a_reading_that_changes_nothing_is_refused(sheet: FactSheet, article: Article, editor: User) -> None:
    old = claim_of(article, "13,000 troops")
    assert_refused(lambda: actions.correct_claim(sheet, old, by=editor, at=LATER), "read so already")


def test_of_two_corrections_the_second_is_told(sheet: FactSheet, article: Article, editor: User) -> None:
    old = claim_of(article, "13,000 troops")
    actions.correct_claim(sheet, old, words="15,000 troops", by=editor, at=LATER)
    before = rows()
    with pytest.raises(actions.Corrected, match="since you opened it") as overtaken:
        actions.correct_claim(sheet, old, words="9 troops", by=editor, at=LATER)
    assert overtaken.value.stands["typed"] == "15,000 troops"
    assert rows() == before


def test_a_correction_is_taken_back_by_one_more(sheet: FactSheet, article: Article, editor: User) -> None:
    old = claim_of(article, "13,000 troops")
    fact = accept_under(sheet, old, "Troops", by=editor)
    new = actions.correct_claim(sheet, old, words="15,000 troops", by=editor, at=LATER)
    again = actions.return_to_program(sheet, new, by=editor, at=LATER)
    assert (again.low, again.text, again.corrects, again.made_by) == (Decimal(13000), old.text, new, editor)
    assert evidence_of(sheet, again).fact == fact
    assert article.claims.count() == len({claim.pk for claim in article.claims.all()} | {old.pk, new.pk, again.pk})
    assert_refused(lambda: actions.return_to_program(sheet, again, by=editor, at=LATER), "read so already")
    mine = make(sheet, article, "The battalions", by=editor)
    assert_refused(lambda: actions.return_to_program(sheet, mine, by=editor, at=LATER), "did not read")


def test_an_article_with_corrections_enters_another_sheet_as_it_is_read_now(
    sheet: FactSheet, article: Article, editor: User
) -> None:
    old = claim_of(article, "13,000 troops")
    new = actions.correct_claim(sheet, old, words="15,000 troops", by=editor, at=LATER)
    other = make_sheet()
    actions.add_articles(other, [article], by=editor, at=LATER)
    claims = set(other.evidence.values_list("claim_id", flat=True))
    assert new.pk in claims
    assert old.pk not in claims


def test_another_date_leaves_what_an_editor_read(sheet: FactSheet, article: Article, editor: User) -> None:
    old = claim_of(article, "last July")
    new = actions.correct_claim(sheet, old, words="July 2021", by=editor, at=LATER)
    actions.set_published(sheet, article, published=date(2020, 3, 1), by=editor, at=LATER)
    new.refresh_from_db()
    assert new.low_day == date(2021, 7, 1)
    old.refresh_from_db()
    assert old.low_day == date(2019, 7, 1)


def test_a_paragraph_is_taken_out_with_the_claims_that_nobody_used(
    sheet: FactSheet, article: Article, editor: User
) -> None:
    claim = claim_of(article, "5,000 people")
    kept = actions.take_out(sheet, article, place(article, "about this"), by=editor, at=LATER)
    item = evidence_of(sheet, claim)
    assert (kept, item.state, item.reason) == (0, "rejected", NOT_PART)
    article.refresh_from_db()
    ((start, end, reason),) = article.furniture
    assert (article.text[start:end], reason) == ("Call 5,000 people about this.", TAKEN_OUT)
    assert evidence_of(sheet, claim_of(article, "13,000 troops")).state == "candidate"
    sheet.refresh_from_db()
    assert sheet.claims_to_sort == sheet.evidence.filter(state="candidate").count()
    assert Activity.objects.latest("id").act == "article.trimmed"


def test_what_editors_used_outlives_its_paragraph(sheet: FactSheet, article: Article, editor: User) -> None:
    used = claim_of(article, "13,000 troops")
    accept_under(sheet, used, "Troops", by=editor)
    mine = make(sheet, article, "The mission", by=editor)
    assert actions.take_out(sheet, article, place(article, "he said"), by=editor, at=LATER) == 2
    assert evidence_of(sheet, used).state == "accepted"
    assert evidence_of(sheet, mine).state == "candidate"


def test_what_is_set_apart_is_not_taken_out_again(sheet: FactSheet, article: Article, editor: User) -> None:
    span = place(article, "about this")
    actions.take_out(sheet, article, span, by=editor, at=LATER)
    assert_refused(lambda: actions.take_out(sheet, article, span, by=editor, at=LATER), "set apart already")


def test_a_paragraph_put_back_brings_its_claims(sheet: FactSheet, article: Article, editor: User) -> None:
    claim = claim_of(article, "5,000 people")
    actions.take_out(sheet, article, place(article, "about this"), by=editor, at=LATER)
    start = article.furniture[0][0]
    assert actions.put_back(sheet, article, start, by=editor, at=LATER) == 1
    item = evidence_of(sheet, claim)
    assert (item.state, item.reason, item.sorted_by) == ("candidate", "", None)
    assert_refused(lambda: actions.put_back(sheet, article, start, by=editor, at=LATER), "Nothing is set apart")


def test_what_the_program_set_apart_is_read_when_it_is_put_back(editor: User) -> None:
    sheet = make_dossier("Share this story 500 times\n\nThe mission has 13,000 troops.", by=editor)
    article = sheet.articles.get()
    assert not article.claims.filter(start__lt=20).exists()
    came = actions.put_back(sheet, article, article.furniture[0][0], by=editor, at=LATER)
    claim = article.claims.get(text__startswith="500")
    assert (came, evidence_of(sheet, claim).state) == (1, "candidate")
    assert Activity.objects.latest("id").act == "article.restored"


def test_a_claim_that_was_rejected_for_another_reason_stays_rejected(
    sheet: FactSheet, article: Article, editor: User
) -> None:
    item = evidence_of(sheet, claim_of(article, "5,000 people"))
    actions.reject(sheet, [item.pk], reason="Too vague.", by=editor, at=LATER)
    actions.take_out(sheet, article, place(article, "about this"), by=editor, at=LATER)
    assert actions.put_back(sheet, article, article.furniture[0][0], by=editor, at=LATER) == 0
    item.refresh_from_db()
    assert (item.state, item.reason) == ("rejected", "Too vague.")
