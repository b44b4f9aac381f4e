"""Sheets are opened, and articles put into them and dated."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import User

import articles.actions
from articles.models import Article
from factsheet import actions
from factsheet.models import Activity, Evidence, Fact, FactSheet
from tests.factories import NOON, make_article, make_claim, make_sheet, make_source
from tests.factsheet.newsroom import (
    LATER,
    acts_of,
    assert_refused,
    decide,
    make_dossier,
    rows,
    take_in_texts,
)

pytestmark = pytest.mark.django_db

COUNT = "The mission has {} troops in the country, a spokesman said on the phone from the capital this week."
OTHER = "Its {} troops in the country will leave with the mission, officials at the ministry told reporters later."
THIRD = "A report on the mission counts {} troops in the country, most of them in two camps along the river."

SLUGS = [
    ("The end of the mission", "the-end-of-the-mission"),
    ("New", "new-2"),
    ("Конец миссии", "sheet"),
    ("終わり", "sheet"),
    ("Été à Paris: 3,5 %", "ete-a-paris-35"),
    ("-- — --", "sheet"),
    ("x" * 200, "x" * 70),
    ("a b " * 50, ("a-b-" * 18)[:69]),
]


def claims(sheet: FactSheet, **where: object) -> list[str]:
    found = sheet.evidence.filter(**where).order_by("claim__article_id", "claim__start")
    return list(found.values_list("claim__text", flat=True))


def fact_of(sheet: FactSheet, words: str) -> Fact:
    return Fact.objects.filter(sheet=sheet, evidence__claim__text=words).distinct().get()


@pytest.mark.parametrize(("title", "slug"), SLUGS)
def test_a_sheet_gets_its_address_from_its_title(editor: User, title: str, slug: str) -> None:
    sheet = actions.create_sheet(title=title, by=editor, at=NOON)
    assert (sheet.slug, sheet.state, sheet.created_by, sheet.created_at) == (slug, "draft", editor, NOON)


def test_a_taken_address_gets_the_next_number(editor: User) -> None:
    slugs = [actions.create_sheet(title="Konec", by=editor, at=NOON).slug for _ in range(3)]
    assert slugs == ["konec", "konec-2", "konec-3"]
    make_sheet(slug="konec-4")
    assert actions.create_sheet(title="Konec!", by=editor, at=NOON).slug == "konec-5"


def test_two_sheets_of_one_title_made_at_once_get_an_address_each(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_sheet(slug="konec")
    free = iter(["konec", "konec", "konec-2"])
    monkeypatch.setattr("factsheet.actions.sheets._free_slug", lambda _title: next(free))
    assert actions.create_sheet(title="Konec", by=editor, at=NOON).slug == "konec-2"


def test_an_address_that_was_taken_a_moment_ago_is_refused(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    make_sheet(slug="minusma")
    check, asked = actions.check_address, []

    def look_too_early(slug: str) -> None:
        asked.append(slug)
        if len(asked) > 1:
            check(slug)

    monkeypatch.setattr("factsheet.actions.sheets.check_address", look_too_early)
    assert_refused(lambda: actions.create_sheet(title="x", slug="minusma", by=editor, at=NOON), "There is a sheet at")


def test_an_address_can_be_given(editor: User) -> None:
    sheet = actions.create_sheet(title=" The  end ", slug="minusma", summary="Why.", by=None, at=NOON)
    assert (sheet.slug, sheet.title, sheet.summary, sheet.created_by) == ("minusma", "The end", "Why.", None)
    assert_refused(lambda: actions.create_sheet(title="x", slug="minusma", by=editor, at=NOON), "There is a sheet at")


@pytest.mark.parametrize("slug", ["new", "a/b", "a b", "конец", "x" * 81, "a\n", "?"])
def test_what_cannot_be_an_address_is_refused(editor: User, slug: str) -> None:
    assert_refused(
        lambda: actions.create_sheet(title="x", slug=slug, by=editor, at=NOON), "cannot be a sheet's address"
    )


def test_opening_a_sheet_is_one_line_in_its_log(editor: User) -> None:
    assert acts_of(lambda: actions.create_sheet(title="The end", by=editor, at=NOON)) == ["sheet.created"]
    line = Activity.objects.get()
    assert (line.sheet, line.actor, line.at, line.subject) == (FactSheet.objects.get(), editor, NOON, "The end")


def test_articles_go_in_with_their_claims_and_one_line_each(editor: User) -> None:
    sheet = make_sheet()
    new = take_in_texts(COUNT.format("13,000"), OTHER.format("15,000"))
    told = acts_of(lambda: actions.add_articles(sheet, new, by=editor, at=LATER))
    assert told == ["article.added", "article.added"]
    assert list(sheet.entries.order_by("position").values_list("article", "position", "added_by", "added_at")) == [
        (new[0].pk, 1, editor.pk, LATER),
        (new[1].pk, 2, editor.pk, LATER),
    ]
    assert sheet.evidence.count() == sum(article.claims.count() for article in new) > 1
    assert set(sheet.evidence.values_list("state", flat=True)) == {"candidate"}
    sheet.refresh_from_db()
    assert sheet.claims_to_sort == sheet.evidence.count()


def test_claims_of_two_articles_that_speak_of_one_fact_become_a_proposed_fact(editor: User) -> None:
    sheet = make_dossier(COUNT.format("13,000"), OTHER.format("15,000"), by=editor)
    fact = fact_of(sheet, "13,000 troops")
    assert fact == fact_of(sheet, "15,000 troops")
    assert (fact.proposed, fact.state, fact.status, fact.origins) == (True, "open", "conflict", 2)
    assert all(fact.evidence.values_list("placed_because", flat=True))
    assert FactSheet.objects.get().facts_in_conflict == 1


def test_a_claim_that_stands_alone_waits_in_the_inbox(editor: User) -> None:
    sheet = make_dossier(COUNT.format("13,000"), by=editor)
    assert claims(sheet, fact=None) == claims(sheet)
    assert not sheet.facts.exists()


def test_an_article_that_is_there_is_passed_over(editor: User) -> None:
    sheet = make_dossier(COUNT.format("13,000"), by=editor)
    before = rows()
    assert actions.add_articles(sheet, Article.objects.all(), by=editor, at=LATER) == []
    assert rows() == before


def test_an_article_given_twice_at_once_goes_in_once(editor: User) -> None:
    sheet, (article,) = make_sheet(), take_in_texts(COUNT.format("13,000"))
    assert len(actions.add_articles(sheet, [article, article], by=editor, at=LATER)) == 1


def test_one_article_may_stand_in_two_sheets(editor: User) -> None:
    first = make_dossier(COUNT.format("13,000"), by=editor)
    second = make_dossier(OTHER.format("15,000"), COUNT.format("13,000"), by=editor)
    assert Article.objects.count() == 2
    assert "13,000 troops" in claims(first)
    assert "13,000 troops" in claims(second)


def test_a_rejected_sentence_stays_rejected_in_the_next_article(editor: User) -> None:
    text = COUNT.format("13,000")
    sheet = make_dossier(text, by=editor)
    wrong = sheet.evidence.get(claim__text="13,000 troops")
    actions.reject(sheet, [wrong.pk], reason="Read wrongly.", by=editor, at=NOON)
    copied, changed = take_in_texts(f"{text} It is raining.", text.replace("phone", "radio"))
    actions.add_articles(sheet, [copied, changed], by=editor, at=LATER)
    again = sheet.evidence.get(claim__article=copied, claim__text="13,000 troops")
    assert (again.state, again.reason, again.fact) == ("rejected", "Read wrongly.", None)
    assert sheet.evidence.get(claim__article=changed, claim__text="13,000 troops").state == "candidate"


def test_what_one_sheet_rejected_another_may_want(editor: User) -> None:
    first = make_dossier(COUNT.format("13,000"), by=editor)
    wrong = first.evidence.get(claim__text="13,000 troops")
    actions.reject(first, [wrong.pk], reason="Read wrongly.", by=editor, at=NOON)
    second = make_dossier(COUNT.format("13,000"), by=editor)
    assert second.evidence.get(claim__text="13,000 troops").state == "candidate"


def test_copies_of_one_text_are_one_origin(editor: User) -> None:
    text = " ".join(COUNT.format(number) for number in ("13,000", "40", "7"))
    sheet = make_dossier(text, f"{text} He gave no names.", OTHER.format("15,000"), by=editor)
    origins = list(sheet.entries.order_by("position").values_list("origin", flat=True))
    assert origins[0] == origins[1] != origins[2]
    assert "text" in sheet.entries.get(position=1).origin_reason
    assert fact_of(sheet, "15,000 troops").origins == 2


def settled_sheet(editor: User) -> tuple[FactSheet, Fact]:
    """A sheet on which two articles agree and an editor settled that."""
    sheet = make_dossier(COUNT.format("13,000"), OTHER.format("13,000"), by=editor)
    fact = fact_of(sheet, "13,000 troops")
    decide(fact, "13000", by=editor)
    return sheet, fact


def test_a_new_claim_that_conflicts_challenges_the_settled_fact(editor: User) -> None:
    sheet, fact = settled_sheet(editor)
    told = acts_of(lambda: actions.add_articles(sheet, take_in_texts(THIRD.format("15,000")), by=editor, at=LATER))
    assert told == ["article.added", "fact.challenged"]
    fact.refresh_from_db()
    assert (fact.state, fact.challenged_at, fact.decision is None) == ("settled", LATER, False)
    assert FactSheet.objects.get().facts_challenged == 1
    line = Activity.objects.latest("id")
    assert [claim["text"] for claim in line.details["claims"]] == ["15,000 troops"]


def test_a_new_claim_that_agrees_challenges_nothing(editor: User) -> None:
    sheet, fact = settled_sheet(editor)
    told = acts_of(lambda: actions.add_articles(sheet, take_in_texts(THIRD.format("13,000")), by=editor, at=LATER))
    assert told == ["article.added"]
    fact.refresh_from_db()
    assert fact.challenged_at is None
    assert fact.evidence.count() == 3


def test_a_second_conflict_leaves_the_day_of_the_challenge(editor: User) -> None:
    sheet, fact = settled_sheet(editor)
    actions.add_articles(sheet, take_in_texts(THIRD.format("15,000")), by=editor, at=NOON)
    told = acts_of(lambda: actions.add_articles(sheet, take_in_texts(THIRD.format("16,000")), by=editor, at=LATER))
    # Each claim challenges by itself.
    assert told == ["article.added", "fact.challenged"]
    fact.refresh_from_db()
    assert fact.challenged_at == NOON


def test_what_an_editor_placed_stays_where_it_is(editor: User) -> None:
    sheet = make_dossier(COUNT.format("13,000"), OTHER.format("13,000"), by=editor)
    moved = sheet.evidence.get(claim__text="13,000 troops", claim__article__entries__position=2)
    actions.place(sheet, [moved.pk], label="Something else", by=editor, at=NOON)
    actions.add_articles(sheet, take_in_texts(THIRD.format("13,000")), by=editor, at=LATER)
    moved.refresh_from_db()
    assert moved.fact is not None
    assert moved.fact.label == "Something else"


FRIDAY = "The council voted last Friday to end the mission. It has 13,000 troops in the country."


def test_setting_the_day_resolves_relative_dates_anew(editor: User) -> None:
    sheet = make_dossier(FRIDAY, by=editor, published=None)
    article = Article.objects.get()
    claim = article.claims.get(kind="date")
    assert (claim.interval, claim.needs_published) == (None, True)
    words = actions.set_published(sheet, article, published=date(2023, 7, 5), by=editor, at=LATER)
    assert list(words) == [claim.text]
    claim.refresh_from_db()
    assert (claim.low_day, claim.high_day, claim.needs_published) == (date(2023, 6, 30), date(2023, 6, 30), False)
    article.refresh_from_db()
    assert (article.published, article.published_from) == (date(2023, 7, 5), "editor")
    line = Activity.objects.latest("id")
    before = {"published": None, "published_from": "unknown"}
    after = {"published": "2023-07-05", "published_from": "editor"}
    assert (line.act, line.details) == (
        "article.dated",
        {"before": before, "after": after, "read_again": [claim.text]},
    )


def test_taking_the_day_back_leaves_them_unresolved_again(editor: User) -> None:
    sheet = make_dossier(FRIDAY, by=editor, published=date(2023, 7, 5))
    article = Article.objects.get()
    actions.set_published(sheet, article, published=None, by=editor, at=LATER)
    assert article.claims.get(kind="date").interval is None
    assert Article.objects.get().published_from == "unknown"
    assert Activity.objects.latest("id").details["after"] == {"published": None, "published_from": "unknown"}


def test_setting_the_same_day_changes_no_claim(editor: User) -> None:
    sheet = make_dossier(FRIDAY, by=editor, published=date(2023, 7, 5))
    assert (
        list(actions.set_published(sheet, Article.objects.get(), published=date(2023, 7, 5), by=editor, at=LATER)) == []
    )


def test_a_day_refreshes_the_facts_its_claims_stand_under(editor: User) -> None:
    sheet = make_dossier(FRIDAY, by=editor, published=None)
    item = sheet.evidence.get(claim__kind="date")
    actions.place(sheet, [item.pk], label="The vote", by=editor, at=NOON)
    fact = Fact.objects.get(label="The vote")
    version, suggestion = fact.version, fact.suggestion
    actions.set_published(sheet, Article.objects.get(), published=date(2023, 7, 5), by=editor, at=LATER)
    fact.refresh_from_db()
    assert fact.version > version
    assert suggestion != fact.suggestion


def test_a_day_that_turns_an_agreement_into_a_conflict_challenges_the_answer(editor: User) -> None:
    sheet = make_dossier(FRIDAY, by=editor, published=date(2023, 7, 5))
    item = sheet.evidence.select_related("claim").get(claim__kind="date")
    actions.place(sheet, [item.pk], label="The vote", by=editor, at=NOON)
    decide(Fact.objects.get(label="The vote"), actions.Answer.of_claim(item), by=editor)
    actions.set_published(sheet, Article.objects.get(), published=date(2022, 7, 5), by=editor, at=LATER)
    assert Fact.objects.get(label="The vote").challenged_at == LATER


def test_every_sheet_that_holds_the_article_changes_with_its_day(editor: User) -> None:
    here = make_dossier(FRIDAY, by=editor, published=None)
    there = make_dossier(FRIDAY, by=editor, published=None)
    FactSheet.objects.filter(pk=there.pk).update(state="approved", approved_at=NOON, approved_by=editor)
    told = acts_of(
        lambda: actions.set_published(here, Article.objects.get(), published=date(2023, 7, 5), by=editor, at=LATER)
    )
    assert told == ["article.dated", "article.dated"]
    assert set(Activity.objects.filter(act="article.dated").values_list("sheet", flat=True)) == {here.pk, there.pk}
    there.refresh_from_db()
    assert (there.state, there.approved_by) == ("draft", None)


def test_an_editors_own_reading_stays_when_the_day_is_set(editor: User) -> None:
    sheet = make_dossier(FRIDAY, by=editor, published=None)
    claim = Article.objects.get().claims.get(kind="date")
    day = date(2023, 6, 23)
    type(claim).objects.filter(pk=claim.pk).update(low_day=day, high_day=day, read_by="editor", read_as="I asked.")
    actions.set_published(sheet, Article.objects.get(), published=date(2023, 7, 5), by=editor, at=LATER)
    claim.refresh_from_db()
    assert (claim.low_day, claim.high_day, claim.read_as) == (day, day, "I asked.")


def test_a_failure_on_the_way_leaves_no_article_in_the_sheet(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet, new = make_sheet(), take_in_texts(COUNT.format("13,000"))
    before = rows()
    monkeypatch.setattr("factsheet.actions.adding.arrange", lambda *_args, **_named: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.add_articles(sheet, new, by=editor, at=LATER)
    assert rows() == before
    assert not Evidence.objects.exists()


def test_a_claim_that_was_found_only_with_the_day_joins_every_sheet(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = make_dossier(COUNT.format("13,000"), by=editor, published=None)
    article = Article.objects.get()
    found = make_claim("on the phone", article=article, kind="quote")
    monkeypatch.setattr(articles.actions, "set_published", lambda *_args, **_named: [found])
    monkeypatch.setattr("factsheet.actions.sheets.arrange", lambda *_args, **_named: None)
    actions.set_published(sheet, article, published=date(2023, 7, 5), by=editor, at=LATER)
    assert sheet.evidence.filter(claim=found, state=Evidence.State.CANDIDATE).exists()
    assert FactSheet.objects.get().claims_to_sort == sheet.evidence.count()


def test_an_article_without_claims_goes_in(editor: User) -> None:
    sheet = make_sheet()
    actions.add_articles(sheet, [make_article("Nothing was said.", source=make_source())], by=editor, at=LATER)
    assert (sheet.entries.count(), sheet.evidence.count()) == (1, 0)


def test_an_article_is_corrected_on_every_sheet_that_holds_it(editor: User) -> None:
    article = make_article(COUNT.format("13,000"), title="Untitled", source=None)
    make_claim("13,000 troops", article=article)
    sheets = [make_sheet(state="draft"), make_sheet()]
    for sheet in sheets:
        actions.add_articles(sheet, [article], by=editor, at=LATER)
    FactSheet.objects.filter(pk=sheets[1].pk).update(state="approved")
    address = "https://wire.example/mission"
    actions.describe_article(
        sheets[0], article, title="Troops leave", source="The Wire", url=address, by=editor, at=LATER
    )
    article.refresh_from_db()
    assert (article.title, str(article.source), article.url) == ("Troops leave", "The Wire", address)
    logged = Activity.objects.filter(act="article.described").order_by("pk")
    assert [(line.sheet_id, line.details["before"]) for line in logged] == [
        (sheet.pk, {"title": "Untitled", "source": "", "url": ""}) for sheet in sheets
    ]
    assert FactSheet.objects.get(pk=sheets[1].pk).state == "draft"


def test_a_correction_that_changes_nothing_is_no_act(editor: User) -> None:
    article = make_article(COUNT.format("13,000"), title="Troops leave", source=make_source("The Wire"))
    sheet = make_sheet()
    actions.add_articles(sheet, [article], by=editor, at=LATER)
    actions.describe_article(sheet, article, title="Troops leave", source="the wire", url="", by=editor, at=LATER)
    assert not Activity.objects.filter(act="article.described").exists()
