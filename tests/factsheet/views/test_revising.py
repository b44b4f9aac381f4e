"""What an outlet changed of an article is shown where editors look: after taking it in, on its page, at the fact."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article, Claim
from factsheet import actions
from factsheet.actions.delivering import note_delivery
from factsheet.actions.watching import watch
from factsheet.models import FactSheet
from tests.factories import NOON, make_token, make_user
from tests.factsheet.newsroom import LATER, decide, say, take_in_texts

pytestmark = pytest.mark.django_db

ADDRESS = "https://wire.example/mission"
TEXT = """The United Nations mission counts 13,000 troops in the north, the ministry said on Monday.

The commander left with 40 trucks. The weather was fine on that day, and the roads were dry."""


@pytest.fixture
def sheet(editor: User, publisher: User) -> FactSheet:
    """A sheet of which one figure is printed and was fetched."""
    sheet = actions.create_sheet(title="The end", slug="end", by=editor, at=NOON)
    actions.add_articles(sheet, take_in_texts(TEXT, url=ADDRESS, source="The Wire"), by=editor, at=NOON)
    item = sheet.evidence.get(claim__text="13,000 troops")
    actions.place(sheet, [item.pk], label="Troops", by=editor, at=NOON)
    decide(sheet.facts.get(), say("13000", text="13,000"), by=editor)
    FactSheet.objects.filter(pk=sheet.pk).update(state="approved", approved_by=publisher)
    edition = actions.publish(FactSheet.objects.get(pk=sheet.pk), by=publisher, at=LATER)
    token, _secret = make_token(name="The front page")
    note_delivery(edition.pk, token.pk, whole=True, at=LATER)
    return sheet


def hand_in(client: Client, text: str) -> str:
    """What is said after a text is handed in by the form."""
    response = client.post("/sheets/end/articles/add/", {"text": text, "url": ADDRESS}, follow=True)
    assert response.status_code == 200
    return response.text


@pytest.fixture
def changed(sheet: FactSheet, reporter: User, editor: User, client_of: Callable[[User | None], Client]) -> Client:
    """An editor, after a reporter handed in another figure."""
    said = hand_in(client_of(reporter), TEXT.replace("13,000", "15,000"))
    assert "1 figure, date or quotation changed." in said
    return client_of(editor)


def test_whoever_takes_a_newer_version_in_is_told_what_it_is(
    sheet: FactSheet, client_of: Callable[[User | None], Client], reporter: User
) -> None:
    client = client_of(reporter)
    assert "no figure, date or quotation changed." in hand_in(client, TEXT.replace("was fine", "was splendid"))
    changed = TEXT.replace("13,000", "15,000").replace("40 trucks", "45 trucks")
    assert "2 figures, dates or quotations changed." in hand_in(client, changed)
    assert "newer version" not in hand_in(client, changed)
    assert "a newer version of it was taken in since" in hand_in(client, TEXT)


def test_the_page_of_changes_tells_where_each_figure_stands(changed: Client, sheet: FactSheet) -> None:
    page = changed.get(f"/sheets/end/articles/{Article.objects.latest('pk').pk}/changes/").text
    assert "1 figure differs" in page
    fact = sheet.facts.get()
    assert f'<a href="/sheets/end/facts/{fact.pk}/">Troops</a>' in page
    assert f'<a href="/sheets/end/editions/1/#line-{fact.pk}">Edition 1</a>: 13,000' in page
    assert "The front page: first" in page


def test_what_a_confidential_sheet_makes_of_a_figure_is_told_to_its_members_alone(
    changed: Client, sheet: FactSheet, editor: User, publisher: User
) -> None:
    other = actions.create_sheet(title="A secret", slug="secret", by=publisher, at=NOON, confidential=True)
    article = Article.objects.get(previous=None)
    actions.add_articles(other, [article, Article.objects.latest("pk")], by=publisher, at=LATER)
    item = other.evidence.get(claim__text="15,000 troops", state="candidate")
    actions.place(other, [item.pk], label="Hidden", by=publisher, at=LATER)
    address = f"/sheets/end/articles/{Article.objects.latest('pk').pk}/changes/"
    assert "Hidden" not in changed.get(address).text
    actions.admit(other, editor, by=publisher, at=LATER)
    assert "A secret: Hidden" in changed.get(address).text


def test_the_panel_tells_what_the_version_before_said(changed: Client, sheet: FactSheet) -> None:
    page = changed.get(f"/sheets/end/facts/{sheet.facts.get().pk}/").text
    assert "The version before said “13,000 troops”." in page
    assert "The newer version of the article says “15,000 troops”." in page


def test_the_panel_tells_of_a_figure_that_is_gone(
    sheet: FactSheet, reporter: User, client_of: Callable[[User | None], Client]
) -> None:
    client = client_of(reporter)
    hand_in(client, TEXT.replace("13,000 troops", "troops"))
    page = client.get(f"/sheets/end/facts/{sheet.facts.get().pk}/").text
    assert page.count("The newer version of the article no longer says this.") == 2
    french = client.get(f"/sheets/end/facts/{sheet.facts.get().pk}/", headers={"accept-language": "fr"}).text
    assert "ne le dit plus" in french


def test_watchers_read_what_was_and_is_and_where_it_is_printed(
    sheet: FactSheet, reporter: User, client_of: Callable[[User | None], Client]
) -> None:
    watcher = make_user("watcher", role="Reporter")
    watch(sheet, watcher)
    hand_in(client_of(reporter), TEXT.replace("was fine", "was splendid"))
    page = client_of(watcher).get("/notices/").text
    assert "newer version" not in page
    hand_in(client_of(reporter), TEXT.replace("13,000", "15,000").replace("40 trucks", "the trucks"))
    page = client_of(watcher).get("/notices/").text
    assert "took in a newer version of an article" in page
    assert "13,000 troops” → “15,000 troops” (Troops, in edition 1)" in page.replace("</a>", "")
    assert "“40 trucks” → gone" in page
    assert f"/articles/{Article.objects.latest('pk').pk}/changes/" in page


def test_the_log_leads_to_the_changes_and_offers_to_undo_them(changed: Client) -> None:
    page = changed.get("/sheets/end/activity/").text
    assert "1 figure changed" in page
    assert "took in a newer version of an article" in page


def test_the_matrix_says_which_column_is_of_an_earlier_version(changed: Client) -> None:
    assert changed.get("/sheets/end/").text.count("earlier version") == 1


def test_a_newer_version_is_undone_on_each_of_its_sheets(sheet: FactSheet, editor: User, client: Client) -> None:
    (article,) = Article.objects.all()
    other = actions.create_sheet(title="Another", slug="another", by=editor, at=NOON)
    actions.add_articles(other, [article], by=editor, at=NOON)
    client.force_login(editor)
    hand_in(client, TEXT.replace("13,000", "15,000"))
    for slug in ("end", "another"):
        line = FactSheet.objects.get(slug=slug).activity.get(act="article.revised")
        assert f'value="{line.pk}"' in client.get(f"/sheets/{slug}/activity/").text
        assert client.post(f"/sheets/{slug}/activity/undo/", {"act": line.pk}).status_code == 302


def test_who_read_by_hand_on_a_confidential_sheet_is_named_to_its_members_alone(
    sheet: FactSheet, client_of: Callable[[User | None], Client], editor: User
) -> None:
    member, outsider = make_user("marwick", role="Editor"), make_user("outsider", role="Editor")
    claim = Claim.objects.get(text="13,000 troops")
    actions.correct_claim(sheet, claim, words="about 13,000 troops", by=member, at=LATER)
    actions.confide(sheet, by=member, at=LATER)
    open_sheet = actions.create_sheet(title="Open", slug="open", by=outsider, at=LATER)
    newer = take_in_texts(TEXT.replace("40 trucks", "50 trucks"), url=ADDRESS, source="The Wire")
    actions.add_articles(open_sheet, newer, by=outsider, at=LATER)
    carried = Claim.objects.get(article=newer[0], made_by=member)
    address = f"/sheets/open/articles/{newer[0].pk}/claims/{carried.pk}/"
    assert "marwick" not in client_of(outsider).get(address).text
    assert "by hand by marwick" in client_of(member).get(address).text
