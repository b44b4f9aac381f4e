"""What editors say of where claims belong holds in every later arrangement."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from django.contrib.auth.models import User

from factsheet import actions
from factsheet.models import Evidence, Fact, FactSheet, Ruling
from tests.factories import NOON, make_evidence, make_fact
from tests.factsheet.newsroom import LATER, add_figure, decide, figure_of, make_dossier, make_fact_with, take_in_texts

pytestmark = pytest.mark.django_db

COUNT = "The mission has {} troops in the country, a spokesman said on the phone from the capital this week."
OTHER = "Its {} troops in the country will leave with the mission, officials at the ministry told reporters later."
THIRD = "A report on the mission counts {} troops in the country, most of them in two camps along the river."
UNLIKE = "The ferry sank with {} goats on board."


def said(item: Evidence) -> list[tuple[str, str]]:
    """The words on a claim with the acts by which they were said."""
    return list(Ruling.objects.filter(evidence=item).order_by("id").values_list("word", "act"))


def fact_of(item: Evidence) -> Fact | None:
    return Evidence.objects.select_related("fact").get(pk=item.pk).fact


def pieces(sheet: FactSheet, *words: str) -> list[Evidence]:
    """The evidence of these claims, in the order of their words."""
    found = {item.claim.text: item for item in sheet.evidence.select_related("claim")}
    return [found[text] for text in words]


def reject(sheet: FactSheet, items: Sequence[Evidence], by: User) -> None:
    actions.reject(sheet, [item.pk for item in items], reason="Read wrongly.", by=by, at=LATER)


def restore(sheet: FactSheet, items: Sequence[Evidence], by: User) -> None:
    actions.restore(sheet, [item.pk for item in items], by=by, at=LATER)


def test_each_way_to_sort_a_claim_is_a_word_on_where_it_belongs(editor: User) -> None:
    fact = make_fact_with(proposed=True)
    item, sheet = add_figure(fact, "13000", state="candidate"), fact.sheet
    police = make_fact("Police", sheet=sheet)
    actions.accept(sheet, [item.pk], by=editor, at=NOON)
    actions.place(sheet, [item.pk], fact=police, by=editor, at=NOON)
    reject(sheet, [item], editor)
    restore(sheet, [item], editor)
    assert said(item) == [
        ("together", "claim.accepted"),
        ("apart", "claim.placed"),
        ("together", "claim.placed"),
        ("apart", "claim.rejected"),
        ("together", "claim.restored"),
    ]
    rulings = Ruling.objects.filter(evidence=item).order_by("id")
    assert [ruling.fact_id for ruling in rulings] == [fact.pk, fact.pk, *[police.pk] * 3]
    ruling = rulings[len(rulings) - 1]
    assert (ruling.by, ruling.at) == (editor, LATER)


def test_placing_a_claim_where_it_is_confirms_it(editor: User) -> None:
    fact = make_fact_with("13000")
    item = figure_of(fact, "13000")
    actions.place(fact.sheet, [item.pk], fact=fact, by=editor, at=LATER)
    assert said(item) == [("together", "claim.placed")]


def test_a_decision_confirms_the_candidates_that_it_accepts(editor: User) -> None:
    fact = make_fact_with("13000")
    item = add_figure(fact, "15000", state="candidate")
    decide(fact, "13000", by=editor)
    assert said(item) == [("together", "claim.accepted")]
    assert said(figure_of(fact, "13000")) == []


def test_a_claim_under_no_fact_says_nothing_when_it_is_rejected(editor: User) -> None:
    item = make_evidence()
    reject(item.sheet, [item], editor)
    restore(item.sheet, [item], editor)
    assert not Ruling.objects.exists()


def test_a_rejection_that_is_taken_back_leaves_nothing_said_where_nothing_was(editor: User) -> None:
    sheet = make_dossier(COUNT.format("13,000"), OTHER.format("15,000"), by=editor)
    item, _ = pieces(sheet, "13,000 troops", "15,000 troops")
    fact = fact_of(item)
    reject(sheet, [item], editor)
    assert fact_of(item) is None
    restore(sheet, [item], editor)
    assert said(item) == [("apart", "claim.rejected"), ("open", "claim.restored")]
    assert fact_of(item) == fact


def test_a_claim_that_an_editor_moved_out_is_never_proposed_for_that_fact_again(editor: User) -> None:
    sheet = make_dossier(COUNT.format("13,000"), OTHER.format("15,000"), THIRD.format("13,000"), by=editor)
    item = sheet.evidence.get(claim__text="13,000 troops", claim__article__entries__position=3)
    old = fact_of(item)
    actions.place(sheet, [item.pk], label="Something else", by=editor, at=NOON)
    reject(sheet, [item], editor)
    restore(sheet, [item], editor)
    assert old is not None
    assert fact_of(item) == Fact.objects.get(label="Something else")


def test_a_claim_stays_apart_when_the_fact_it_was_moved_to_is_gone(editor: User) -> None:
    sheet = make_dossier(COUNT.format("13,000"), OTHER.format("13,000"), by=editor)
    one, other = sheet.evidence.filter(claim__text="13,000 troops").order_by("claim__article_id")
    old = fact_of(one)
    actions.place(sheet, [one.pk], label="Something else", by=editor, at=NOON)
    Fact.objects.filter(label="Something else").update(proposed=True)
    reject(sheet, [one], editor)
    restore(sheet, [one], editor)
    actions.add_articles(sheet, take_in_texts(THIRD.format("13,000")), by=editor, at=LATER)
    assert old is not None
    assert (fact_of(other), fact_of(one) == old) == (old, False)


def test_the_newest_word_counts(editor: User) -> None:
    sheet = make_dossier(COUNT.format("13,000"), OTHER.format("15,000"), THIRD.format("13,500"), by=editor)
    (item,) = pieces(sheet, "13,500 troops")
    fact = fact_of(item)
    actions.place(sheet, [item.pk], label="Something else", by=editor, at=NOON)
    actions.place(sheet, [item.pk], fact=fact, by=editor, at=NOON)
    reject(sheet, [item], editor)
    restore(sheet, [item], editor)
    assert fact_of(item) == fact


def test_claims_confirmed_under_one_fact_stay_together_when_it_is_gone(editor: User) -> None:
    sheet = make_dossier(COUNT.format("13,000"), UNLIKE.format("12"), by=editor)
    pair = pieces(sheet, "13,000 troops", "12 goats")
    actions.place(sheet, [item.pk for item in pair], label="Odd", by=editor, at=NOON)
    fact = Fact.objects.get(label="Odd")
    Fact.objects.filter(pk=fact.pk).update(proposed=True)
    reject(sheet, pair, editor)
    assert not Fact.objects.filter(pk=fact.pk).exists()
    restore(sheet, pair[:1], editor)
    assert fact_of(pair[0]) is None
    restore(sheet, pair[1:], editor)
    new = fact_of(pair[0])
    assert new is not None
    assert (fact_of(pair[1]), new.pk == fact.pk) == (new, False)


def test_a_claim_goes_with_the_claims_it_was_confirmed_with_to_where_they_are_now(editor: User) -> None:
    sheet = make_dossier(COUNT.format("13,000"), UNLIKE.format("12"), by=editor)
    goats, troops = pieces(sheet, "12 goats", "13,000 troops")
    actions.place(sheet, [goats.pk, troops.pk], label="Odd", by=editor, at=NOON)
    Fact.objects.filter(label="Odd").update(proposed=True)
    reject(sheet, [goats, troops], editor)
    actions.add_articles(sheet, take_in_texts(OTHER.format("15,000")), by=editor, at=LATER)
    restore(sheet, [troops], editor)
    home = fact_of(troops)
    assert home is not None
    restore(sheet, [goats], editor)
    assert fact_of(goats) == home


def test_what_was_said_on_one_sheet_is_nothing_to_another(editor: User) -> None:
    texts = COUNT.format("13,000"), OTHER.format("15,000")
    here, there = make_dossier(*texts, by=editor), make_dossier(by=editor)
    (item,) = pieces(here, "15,000 troops")
    actions.place(here, [item.pk], label="Something else", by=editor, at=NOON)
    actions.add_articles(there, [entry.article for entry in here.entries.all()], by=editor, at=LATER)
    one, other = pieces(there, "13,000 troops", "15,000 troops")
    assert fact_of(one) == fact_of(other) is not None
