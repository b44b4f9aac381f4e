"""Which claims the inbox shows: filtered, grouped, page by page, and counted before they are accepted together."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from django.contrib.auth.models import User

from factsheet import actions, queries
from factsheet.models import Evidence, Fact, FactSheet
from factsheet.queries.inbox import GROUPS, Wanted
from tests.factories import make_article, make_claim, make_evidence, make_fact, make_sheet, make_sheet_article
from tests.factsheet.newsroom import LATER

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet() -> FactSheet:
    """Two articles, two facts: in each article one claim for each fact, one that stands alone, one rejected."""
    sheet = make_sheet()
    facts = [make_fact(sheet=sheet, label=label, position=n) for n, label in enumerate(("Troops", "Dead"), start=1)]
    for at, share in enumerate(("0.60", "0.90"), start=1):
        text = f"It has {at}00 troops, {at}0 dead, {at} trucks and 4{at} vans."
        article = make_article(text, title=f"Story {at}")
        make_sheet_article(sheet, article)
        for words, fact in ((f"{at}00 troops", facts[0]), (f"{at}0 dead", facts[1])):
            make_evidence(claim_in(article, words), fact=fact, state="candidate", confidence=share)
        make_evidence(claim_in(article, f"{at} trucks", kind="statement"), sheet=sheet)
        make_evidence(claim_in(article, f"4{at} vans"), sheet=sheet, state="rejected", reason="Too vague.")
    return sheet


def claim_in(article: Any, words: str, **fields: Any) -> Any:
    return make_claim(words, article=article, start=article.text.index(words), **fields)


def shown(sheet: FactSheet, **wanted: Any) -> list[str]:
    return [item.sentence.words for item in queries.inbox(sheet, Wanted.read(wanted)).items]


TROOPS, DEAD, TRUCKS, VANS = (
    [words.format(n) for n in (1, 2)] for words in ("{}00 troops", "{}0 dead", "{} trucks", "4{} vans")
)


def test_claims_are_filtered_by_what_is_said_of_them(sheet: FactSheet) -> None:
    troops = str(Fact.objects.get(label="Troops").pk)
    second = str(sheet.entries.get(article__title="Story 2").article_id)
    assert set(shown(sheet)) == {*TROOPS, *DEAD, *TRUCKS}
    assert shown(sheet, show="proposed", fact=troops) == TROOPS
    assert shown(sheet, show="alone") == TRUCKS
    assert shown(sheet, show="rejected") == VANS
    assert shown(sheet, kind="statement") == TRUCKS
    assert shown(sheet, article=second) == [TROOPS[1], DEAD[1], TRUCKS[1]]
    assert shown(sheet, confidence="75") == [TROOPS[1], DEAD[1]]
    # The least confidence is one that counts, and what has no place has none.
    assert shown(sheet, confidence="90", fact=troops) == [TROOPS[1]]
    assert shown(sheet, confidence="91") == []
    assert set(shown(sheet, confidence="0")) == {*TROOPS, *DEAD}


@pytest.mark.parametrize(
    "data",
    [
        {"show": "x"},
        {"kind": "x"},
        {"group": "x"},
        {"article": "²"},
        {"fact": "-1"},
        {"confidence": "1.5"},
        {"other": "1"},
    ],
)
def test_what_means_nothing_filters_nothing(data: dict[str, str]) -> None:
    assert Wanted.read(data) == Wanted()


def test_an_address_reads_back_as_what_it_was_written_from() -> None:
    wanted = Wanted("proposed", 3, "date", 4, 80, "fact", "4~17")
    said = dict(pair.split("=") for pair in wanted.address.replace("%7E", "~").split("&"))
    assert Wanted.read(said) == wanted
    assert Wanted().address == ""
    assert Wanted.read({"confidence": "300"}).confidence == 100


def test_claims_are_grouped_and_each_group_says_how_many_wait(sheet: FactSheet) -> None:
    groups = queries.inbox(sheet, Wanted(group="fact")).groups
    assert [[item.sentence.words for item in group.items] for group in groups] == [TROOPS, DEAD, TRUCKS]
    assert [(group.total, group.waiting) for group in groups] == [(2, 2), (2, 2), (2, 0)]
    groups = queries.inbox(sheet, Wanted(group="article")).groups
    assert [(group.total, group.waiting) for group in groups] == [(3, 2), (3, 2)]
    # A group that a page cuts is counted whole, and its acts are for all of it.
    first = queries.inbox(sheet, Wanted(group="article", kind="quantity"), size=1).groups[0]
    assert (len(first.items), first.total) == (1, 2)
    assert f"article={first.key}" in first.wanted


@pytest.mark.parametrize("group", ["", *GROUPS])
@pytest.mark.parametrize("size", [1, 2, 5, 50])
def test_every_claim_is_on_one_page(sheet: FactSheet, group: str, size: int) -> None:
    whole = [item.evidence.pk for item in queries.inbox(sheet, Wanted(group=group)).items]
    turned: list[int] = []
    wanted: Wanted | None = Wanted(group=group)
    while wanted is not None:
        page = queries.inbox(sheet, wanted, size=size)
        assert len(page.items) <= size
        turned += [item.evidence.pk for item in page.items]
        last = page.items[-1].evidence
        after = f"{page.groups[-1].key}~{last.pk}" if group else str(last.pk)
        wanted = Wanted(group=group, after=after) if page.next else None
        assert page.next == (wanted.address if wanted else "")
        assert len(turned) <= len(whole)
    assert turned == whole
    assert len(whole) == 6


def test_a_page_that_was_sorted_meanwhile_gives_way_to_the_first(sheet: FactSheet) -> None:
    assert len(queries.inbox(sheet, Wanted(after="9" * 18)).items) == 6


def test_what_is_accepted_together_is_what_was_counted(sheet: FactSheet, monkeypatch: pytest.MonkeyPatch) -> None:
    page = queries.inbox(sheet, Wanted(confidence=75))
    assert (page.waiting, page.has_more) == (2, False)
    found = Evidence.objects.filter(pk__in=queries.inbox_waiting(sheet, Wanted(confidence=75)))
    assert sorted(found.values_list("claim__text", flat=True)) == sorted([TROOPS[1], DEAD[1]])
    assert queries.inbox(sheet).waiting == len(queries.inbox_waiting(sheet, Wanted())) == 4
    for show in ("alone", "rejected"):
        assert (queries.inbox(sheet, Wanted(show=show)).waiting, queries.inbox_waiting(sheet, Wanted(show=show))) == (
            0,
            [],
        )
    monkeypatch.setattr(sys.modules[Wanted.__module__], "AT_ONCE", 3)
    page = queries.inbox(sheet)
    assert (page.waiting, page.has_more) == (3, True)
    assert len(queries.inbox_waiting(sheet, Wanted())) == 3


def test_the_newest_act_of_the_inbox_is_offered_to_undo(sheet: FactSheet, editor: User) -> None:
    assert queries.inbox(sheet).last_act is None
    chosen = queries.inbox_waiting(sheet, Wanted())
    actions.accept(sheet, chosen, by=editor, at=LATER)
    actions.create_fact(sheet, label="Paid", kind="money", by=editor, at=LATER)
    act = queries.inbox(sheet).last_act
    assert act is not None
    assert (act.act, act.done) == ("claim.accepted", "accepted 4 claims")


def test_only_what_has_claims_is_offered_to_narrow_them_down(sheet: FactSheet, editor: User) -> None:
    make_fact(sheet=sheet, label="Paid", position=3)
    make_sheet_article(sheet, make_article(title="Nothing in it"))

    def offered(**wanted: str) -> list[tuple[str, int]]:
        page = queries.inbox(sheet, Wanted.read(wanted))
        return [(choice.name.rpartition(" · ")[2], choice.claims) for choice in (*page.articles, *page.places)]

    every = [("Story 1", 3), ("Story 2", 3), ("Troops", 2), ("Dead", 2)]
    # What else is wanted counts for nothing: one choice after another can be looked into.
    assert offered() == offered(kind="date", confidence="90") == every
    assert offered(show="rejected") == [("Story 1", 1), ("Story 2", 1)]
    troops = Fact.objects.get(label="Troops")
    actions.accept(sheet, list(troops.evidence.values_list("pk", flat=True)), by=editor, at=LATER)
    left = [("Story 1", 2), ("Story 2", 2), ("Dead", 2)]
    assert offered() == left
    # What is chosen is still named when its last claim is sorted.
    assert offered(fact=str(troops.pk)) == [*left[:2], ("Troops", 0), left[2]]
