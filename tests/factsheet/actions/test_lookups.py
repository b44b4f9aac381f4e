"""What a sheet keeps so that a new article finds its place without all others being read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factsheet import actions
from factsheet.actions import lookups
from factsheet.management.flooded_sheet import make_flooded_sheet
from factsheet.management.floods import make_articles
from factsheet.models import ArticleTrace, Evidence, FactSheet, Mark, Term
from factsheet.reconcile.counts import SENTENCES, count_traits
from factsheet.reconcile.lookup import VERSION
from factsheet.reconcile.subjects import traits_of
from factsheet.sides import load_sides, side_of_evidence
from tests.factories import NOON
from tests.factsheet.newsroom import LATER, assert_refused, make_dossier, take_in_texts

pytestmark = pytest.mark.django_db

TEXTS = (
    "The mission has 13,000 troops in the country, a spokesman said on the phone from the capital this week.",
    "Its 15,000 troops in the country will leave with the mission, officials at the ministry told reporters later.",
    "A report on the mission counts 14,000 troops in the country, and 40 trucks that were left behind in May.",
)


def kept(sheet: FactSheet) -> tuple[set[tuple[int, int]], set[tuple[int, int, int]]]:
    """The marks and the counts of a sheet."""
    marks = set(Mark.objects.filter(sheet=sheet).values_list("mark", "evidence_id"))
    return marks, set(Term.objects.filter(sheet=sheet).values_list("term", "times", "articles"))


def counted(sheet: FactSheet) -> set[tuple[int, int, int]]:
    """The counts that the sheet's claims have when they are all counted at once."""
    counts = count_traits(traits_of(side) for _, side in load_sides(sheet.evidence.all())).found
    return {(lookups.number_of(term), times, articles) for term, (times, articles) in counts.items()}


def test_counts_grow_with_each_article_to_those_of_all_claims(editor: User) -> None:
    sheet = make_dossier(TEXTS[0], by=editor)
    for text in TEXTS[1:]:
        actions.add_articles(sheet, take_in_texts(text), by=editor, at=LATER)
        assert kept(sheet)[1] == counted(sheet)
    assert Term.objects.get(sheet=sheet, term=lookups.number_of(SENTENCES)).articles == 3


def test_rejected_claims_are_counted_as_well_and_lead_nowhere(editor: User) -> None:
    sheet = make_dossier(TEXTS[0], by=editor)
    item = sheet.evidence.get(claim__text="13,000 troops")
    actions.reject(sheet, [item.pk], reason="Read wrongly.", by=editor, at=NOON)
    actions.add_articles(sheet, take_in_texts(TEXTS[1]), by=editor, at=LATER)
    assert kept(sheet)[1] == counted(sheet)
    assert not sheet.facts.exists()


def test_what_is_kept_is_made_on_first_use_and_anew_for_another_version(editor: User) -> None:
    sheet = make_dossier(*TEXTS[:2], by=editor)
    before = kept(sheet)
    assert FactSheet.objects.get().lookup_version == VERSION
    for version in (0, VERSION + 1):
        FactSheet.objects.update(lookup_version=version)
        Mark.objects.all()[:1].get().delete()
        Term.objects.update(times=77)
        lookups.prepare(sheet)
        marks, terms = kept(sheet)
        assert (marks, terms) == before
        assert FactSheet.objects.get().lookup_version == VERSION


def test_a_large_sheet_says_that_it_has_to_be_made_ready_first(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = make_dossier(*TEXTS, by=editor)
    FactSheet.objects.update(lookup_version=0)
    monkeypatch.setattr(lookups, "ARTICLES_AT_ONCE", len(TEXTS) - 1)
    new = take_in_texts("The mission has 12 aeroplanes in the country.")
    words = f"{len(TEXTS)} articles of this sheet have yet to be made ready .* “manage.py prepare”"
    assert_refused(partial(actions.add_articles, sheet, new, by=editor, at=LATER), words)
    assert list(lookups.prepare_in_parts(sheet)) == [1, 0]
    assert len(actions.add_articles(sheet, new, by=editor, at=LATER)) == 1


def test_what_was_made_ready_before_a_stop_stays_so(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = make_dossier(*TEXTS, by=editor)
    before = kept(sheet)
    FactSheet.objects.update(lookup_version=0)
    monkeypatch.setattr(lookups, "ARTICLES_AT_ONCE", 1)
    next(lookups.prepare_in_parts(sheet))
    assert lookups.count_left(sheet) == len(TEXTS) - 1
    assert list(lookups.prepare_in_parts(sheet)) == [*reversed(range(len(TEXTS) - 1))]
    assert kept(sheet) == before
    assert list(lookups.prepare_in_parts(sheet)) == []


def test_a_sheet_from_before_takes_an_article_as_one_that_was_prepared(editor: User) -> None:
    found = []
    for version in (VERSION, 0):
        sheet = make_dossier(*TEXTS[:2], by=editor)
        rejected = sheet.evidence.get(claim__text="13,000 troops")
        actions.reject(sheet, [rejected.pk], reason="Read wrongly.", by=editor, at=NOON)
        if not version:
            Mark.objects.filter(sheet=sheet).delete()
            Term.objects.filter(sheet=sheet).delete()
            FactSheet.objects.filter(pk=sheet.pk).update(lookup_version=0)
        actions.add_articles(sheet, take_in_texts(f"{TEXTS[0]} It rained.", TEXTS[2]), by=editor, at=LATER)
        rows = sheet.evidence.order_by("claim__article_id", "claim__start")
        found.append([(str(item.claim), item.state, item.reason, bool(item.fact_id)) for item in rows])
    assert found[0] == found[1]
    assert found[0].count(("13,000 troops", "rejected", "Read wrongly.", False)) == 2


def test_marks_stay_with_a_claim_that_moves(editor: User) -> None:
    sheet = make_dossier(*TEXTS[:2], by=editor)
    item = sheet.evidence.get(claim__text="15,000 troops")
    actions.place(sheet, [item.pk], label="Troops of another mission", by=editor, at=NOON)
    holders = lookups.look_up(sheet, {"new": dict.fromkeys(marks_of_claim(sheet, item), 1)})
    assert {holder.fact for found in holders.values() for holder in found if holder.claim == str(item.pk)} == {
        f"fact {Evidence.objects.get(pk=item.pk).fact_id}"
    }


def marks_of_claim(sheet: FactSheet, item: Evidence) -> list[str]:
    ((_, side),) = load_sides(sheet.evidence.filter(pk=item.pk))
    return list(lookups.find_marks([side], lookups.read_counts(sheet, [side]))[side.key])


def test_sides_cut_by_the_database_are_those_of_the_whole_text(editor: User) -> None:
    text = "Élan — first. " * 20 + "\n\n".join(TEXTS) + " “We count 99 of them,” he said."
    sheet = make_dossier(text, TEXTS[0], by=editor)
    loaded = load_sides(sheet.evidence.all())
    assert len(loaded) == sheet.evidence.count() > 4
    for item, side in loaded:
        assert side == side_of_evidence(Evidence.objects.select_related("claim__article").get(pk=item.pk))


def test_the_texts_of_the_others_are_not_read_for_a_new_article(editor: User) -> None:
    sheet = make_dossier(*TEXTS[:2], by=editor)
    new = take_in_texts(TEXTS[2])
    with CaptureQueriesContext(connection) as asked:
        actions.add_articles(sheet, new, by=editor, at=LATER)
    reading = [
        query["sql"]
        for query in asked
        if '"articles_article"."text"' in query["sql"] and "SUBSTR" not in query["sql"].upper()
    ]
    assert all(f"({new[0].pk})" in sql or f"= {new[0].pk}" in sql for sql in reading)
    assert ArticleTrace.objects.count() == 3


def test_one_more_article_asks_no_more_of_a_sheet_five_times_as_large(
    editor: User, count_queries: Callable[[Callable[[], object]], int]
) -> None:
    (article,) = take_in_texts("In the market a juggler dropped 4,713 purple umbrellas and said “oh dear, how clumsy”.")
    counts = []
    for size in (2, 10):
        at = NOON + timedelta(seconds=size)
        sheet = make_flooded_sheet(list(make_articles(size, seed=f"flood of {size}")), at=at)
        assert lookups.count_left(sheet) == 0
        actions.add_articles(sheet, take_in_texts(*TEXTS), by=editor, at=at)
        counts.append(count_queries(partial(actions.add_articles, sheet, [article], by=editor, at=at)))
        assert sheet.evidence.filter(claim__article=article, fact=None).count() == article.claims.count() > 1
    # Where anything is near, it takes three queries to read that.
    assert max(counts) <= min(counts) + 3 < 40
