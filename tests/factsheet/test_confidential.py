"""A confidential sheet is there for its members alone, wherever and however anybody else looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, User
from django.core.management import CommandError, call_command
from django.db.models import ForeignKey, Model
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from articles.admin_base import VEILS
from articles.models import Article
from factsheet import actions
from factsheet.channel import coming_from
from factsheet.models import (
    Activity,
    Edition,
    Evidence,
    Fact,
    FactSheet,
    Membership,
    seen_by,
    visible_articles,
    visible_sheets,
)
from factsheet.policies import Refused
from tests.factories import (
    NOON,
    make_article,
    make_claim,
    make_comment,
    make_evidence,
    make_membership,
    make_sheet,
    make_sheet_article,
    make_source,
    make_token,
    make_user,
)
from tests.factsheet.newsroom import LATER, acts_of, assert_refused, decide, make_fact_with
from tests.factsheet.test_addresses import OWN, walk
from tests.factsheet.views import desk

pytestmark = pytest.mark.django_db

SECRET = "Marwick"
"""Stands in everything that is written on the confidential sheet, and nowhere else."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A confidential sheet with one of everything, whose only member made it."""

    sheet: FactSheet
    member: User
    fact: Fact
    item: Evidence
    article: Article
    open: FactSheet

    def keys(self, name: str) -> dict[str, Any]:
        """What leads an address to the confidential sheet."""
        known: dict[str, Any] = {"slug": self.sheet.slug, "number": 1, "claim": self.item.claim_id, "name": "edition-1"}
        known |= {"pk": self.article.pk if name.startswith("article") else self.fact.pk, "rest": "else"}
        own = dict(walk(get_resolver()))[name].pattern
        keys = {key: value for key, value in known.items() if key in {*own.converters, *own.regex.groupindex}}
        try:
            reverse(name, kwargs={**keys, "slug": self.sheet.slug})
        except NoReverseMatch:
            return keys
        return {**keys, "slug": self.sheet.slug}


def make_dossier() -> Dossier:
    """The confidential sheet, beside an open one about something else."""
    member = make_user("insider", role="Publisher")
    sheet = make_sheet(f"The {SECRET} inquiry", slug="s-1", summary=f"Of {SECRET}.", created_by=member)
    fact = make_fact_with("41", "57", sheet=sheet, label=f"Payments of {SECRET}", scope=f"{SECRET} only")
    source = make_source(f"{SECRET} Gazette")
    text = f"The {SECRET} papers tell of 43 troops."
    article = make_article(text, source=source, title=f"{SECRET} again", url="https://leak.example/papers")
    item = make_evidence(make_claim("43 troops", article=article), fact=fact)
    make_evidence(make_claim(f"{SECRET} papers", article=article), sheet=sheet)
    make_evidence(make_claim("papers", article=article), sheet=sheet, state="rejected", reason=f"Of {SECRET}.")
    make_comment(fact, text=f"Ask {SECRET}.", author=member)
    decide(fact, "41", by=member, rationale=f"{SECRET} said so.")
    actions.comment(fact, text=f"Ring {SECRET}.", by=member, at=LATER)
    FactSheet.objects.filter(pk=sheet.pk).update(state="approved", facts_decided=1)
    actions.publish(FactSheet.objects.get(pk=sheet.pk), by=member, at=LATER, note=f"{SECRET} is in it.")
    sheet = actions.confide(sheet, by=member, at=LATER)
    # What an outsider works on: a later version of the same page, taken in for a sheet of their own.
    other = make_sheet("The ferry", slug="ferry")
    later = make_article("A later version tells of 44 troops.", previous=article, url="https://leak.example/papers")
    make_evidence(make_claim("44 troops", article=later), sheet=other)
    return Dossier(sheet, member, Fact.objects.get(pk=fact.pk), item, article, other)


def outsiders() -> Iterator[tuple[str, Client, Mapping[str, str]]]:
    """Everybody who is no member: people of the least and of the greatest role, also in the admin, and a system."""
    for role in (desk.ROLES[0], desk.ROLES[-1]):
        client = Client()
        client.force_login(make_user(f"outside-{role.lower()}", role=role, is_staff=True))
        yield role, client, {}
    yield "nobody", Client(), {}
    yield "a system", Client(), {"Authorization": f"Bearer {make_token()[1]}"}


def body_of(response: Any) -> str:
    """What an answer says, but for the token of its forms."""
    return re.sub(r"(?<=csrf)[\w=&;:<>\"' -]+", "", response.text.lower())


def texts_of(response: Any) -> str:
    """All of an answer in which something could be read, in lower case."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return (body.decode(errors="replace") + str(response.headers) + str(response.cookies)).lower()


def asked_of_sheet(dossier: Dossier) -> dict[str, str]:
    """Every address that leads into the confidential sheet."""
    addresses = {name: dossier.keys(name) for name in OWN}
    return {name: reverse(name, kwargs=keys) for name, keys in addresses.items() if "slug" in keys}


QUERIES = (
    "?q=arwic",
    "?q=payments&sheet=s-1",
    "?sheet=s-1",
    "?q=inquiry",
    "?q=again",
    "?q=matrix&sheet=s-1",
    "?go=first",
)


def admin_addresses(dossier: Dossier) -> Iterator[str]:
    """Every list of the admin, searched and narrowed, and the pages of rows that belong to the sheet."""
    for model in admin.site._registry:
        listed = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        yield from (listed, f"{listed}?q=arwic", f"{listed}?sheet__id__exact={dossier.sheet.pk}")
        yield f"{listed}?fact__id__exact={dossier.fact.pk}"
        rows = model._default_manager.order_by("pk")
        for row in rows if model in VEILS else ():
            for page in ("change", "history", "delete"):
                yield reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=[row.pk])
    for field in ("fact", "evidence", "article", "factsheet"):
        yield f"{reverse('admin:autocomplete')}?app_label=factsheet&model_name={field}&field_name=sheet&term=arwic"
    yield reverse("admin:index")


def test_nothing_of_it_is_told_to_anybody_else() -> None:
    dossier = make_dossier()
    last = Activity.objects.latest("id").pk
    elsewhere = [reverse(name, kwargs={}) for name in ("desk", "sheet-new")]
    elsewhere += [reverse("find") + query for query in QUERIES]
    later = dossier.open.entries.get().article_id
    elsewhere += [reverse(name, args=["ferry", later]) for name in ("article", "article-changes")]
    elsewhere += [reverse("activity", args=["ferry"]), reverse("matrix", args=["ferry"])]
    for who, client, headers in outsiders():
        for name, address in asked_of_sheet(dossier).items():
            for method in (client.get, client.post):
                for extra in ({}, desk.HTMX):
                    response = method(address, headers={**headers, **extra})
                    assert SECRET.lower() not in texts_of(response), (who, address)
                    assert response.status_code in (302, 400, 401, 403, 404, 405), (who, name)
        for address in elsewhere:
            for extra in ({}, desk.HTMX):
                assert SECRET.lower() not in texts_of(client.get(address, headers={**headers, **extra})), (who, address)
    assert not Activity.objects.filter(pk__gt=last).exists()


def test_nothing_of_it_is_told_in_the_admin() -> None:
    dossier = make_dossier()
    client = Client()
    client.force_login(make_user(role="Administrator"))
    for address in admin_addresses(dossier):
        assert SECRET.lower() not in texts_of(client.get(address)), address


def test_its_members_see_all_of_it() -> None:
    """Else the tests above could not fail."""
    dossier = make_dossier()
    client = Client()
    client.force_login(dossier.member)
    addresses = asked_of_sheet(dossier)
    shown = {name for name, address in addresses.items() if SECRET.lower() in texts_of(client.get(address))}
    assert shown >= {"matrix", "fact", "inbox", "article", "article-list", "review", "edition", "activity", "members"}
    assert shown >= {"api:newest-edition", "api:edition", "api:editions", "draft", "edition-list"}
    assert SECRET.lower() in texts_of(client.get(reverse("desk")))
    assert all(SECRET.lower() in texts_of(client.get(reverse("find") + query)) for query in QUERIES[:5])
    User.objects.filter(pk=dossier.member.pk).update(is_staff=True, is_superuser=True)
    told = [address for address in admin_addresses(dossier) if SECRET.lower() in texts_of(client.get(address))]
    assert len(told) > 2 * len(VEILS)


def test_it_is_no_other_answer_than_that_of_a_sheet_which_is_not_there() -> None:
    dossier = make_dossier()
    client = Client()
    client.force_login(make_user(role="Administrator"))
    for name in asked_of_sheet(dossier):
        keys = dossier.keys(name)
        for method in (client.get, client.post):
            there, not_there = (
                method(reverse(name, kwargs={**keys, "slug": slug})) for slug in (dossier.sheet.slug, "s-2")
            )
            assert there.status_code == not_there.status_code, name
            if there.status_code == 404:
                assert body_of(there).replace(dossier.sheet.slug, "s-2") == body_of(not_there), name


def leads_to_a_sheet(model: type[Model], *passed: type[Model]) -> bool:
    """Whether a row of the model points to a sheet, or to what does."""
    if model is FactSheet:
        return True
    related = [field.related_model for field in model._meta.fields if isinstance(field, ForeignKey)]
    others = [other for other in related if other not in (model, *passed, User)]
    return any(leads_to_a_sheet(other, model, *passed) for other in others)


def test_every_row_of_the_admin_that_belongs_to_a_sheet_is_veiled() -> None:
    belonging = {model for model in admin.site._registry if leads_to_a_sheet(model)}
    assert belonging >= {Edition, Activity, Fact, FactSheet}
    assert belonging <= VEILS.keys()


def test_a_system_reads_a_confidential_sheet_only_when_it_is_let_in() -> None:
    dossier = make_dossier()
    token, secret = make_token()
    headers = {"Authorization": f"Bearer {secret}"}
    address = reverse("api:newest-edition", args=[dossier.sheet.slug])
    assert Client().get(address, headers=headers).status_code == 404
    actions.admit(dossier.sheet, token, by=dossier.member, at=LATER)
    assert Client().get(address, headers=headers).status_code == 200
    actions.dismiss(dossier.sheet, token, by=dossier.member, at=LATER)
    assert Client().get(address, headers=headers).status_code == 404


def test_nobody_and_somebody_who_is_not_saved_are_members_of_nothing() -> None:
    """A system's membership has no person, and a person's no system."""
    make_membership(token=make_token()[0])
    make_membership()
    for reader in (AnonymousUser(), User(), User(is_superuser=True)):
        assert not visible_sheets(reader).exists()
        assert not FactSheet.objects.filter(seen_by(reader)).exists()


def test_an_article_is_no_secret_where_an_open_sheet_holds_it() -> None:
    sheet, reader = make_sheet(confidential=True), make_user(role="Editor")
    hidden, shared, alone = (make_article() for _ in range(3))
    for article in (hidden, shared):
        make_sheet_article(sheet, article)
    make_sheet_article(None, shared)
    assert set(visible_articles(reader)) == {shared, alone}
    make_membership(sheet, user=reader)
    assert set(visible_articles(reader)) == {hidden, shared, alone}


def test_the_log_tells_who_was_let_in_by_whom(editor: User, publisher: User) -> None:
    sheet = make_sheet("The inquiry", slug="the-inquiry")
    token, _secret = make_token()
    assert acts_of(lambda: actions.confide(sheet, by=editor, at=NOON)) == ["sheet.confided", "member.added"]
    sheet.refresh_from_db()
    assert "inquiry" not in sheet.slug
    assert acts_of(lambda: actions.admit(sheet, publisher, by=editor, at=NOON)) == ["member.added"]
    assert Activity.objects.latest("id").details["after"] == publisher.pk
    assert acts_of(lambda: actions.admit(sheet, token, by=editor, at=NOON)) == ["member.added"]
    assert acts_of(lambda: actions.dismiss(sheet, editor, by=publisher, at=NOON)) == ["member.removed"]
    assert list(visible_sheets(editor)) == []
    assert_refused(lambda: actions.dismiss(sheet, publisher, by=publisher, at=NOON), "Somebody has to see this sheet")
    assert acts_of(lambda: actions.open_up(sheet, by=publisher, at=NOON)) == ["sheet.opened"]
    assert list(visible_sheets(editor)) == [sheet]
    assert not Membership.objects.exists()
    with pytest.raises(Refused, match="open to the whole newsroom"):
        actions.open_up(sheet, by=publisher, at=NOON)


def test_an_address_under_which_an_edition_was_published_stays(editor: User) -> None:
    dossier = make_dossier()
    assert dossier.sheet.slug == "s-1"


@pytest.mark.parametrize(("role", "is_owner", "status"), [("Editor", True, 302), ("Editor", False, 403)])
def test_who_opened_a_sheet_or_answers_for_it_says_who_sees_it(role: Any, is_owner: bool, status: int) -> None:
    user = make_user(role=role)
    sheet = make_sheet(slug="mission", created_by=user if is_owner else make_user())
    client = Client()
    client.force_login(user)
    response = client.post(reverse("member-change", args=["mission"]), {"act": "confide"})
    assert response.status_code == status
    sheet.refresh_from_db()
    assert sheet.confidential is is_owner


def test_people_and_systems_are_let_in_and_kept_out_on_the_page(publisher: User, editor: User) -> None:
    client = Client()
    client.force_login(publisher)
    client.post(reverse("sheet-new"), {"title": "The inquiry", "confidential": "on"})
    sheet = FactSheet.objects.get()
    assert sheet.confidential
    assert "inquiry" not in sheet.slug
    address, page = reverse("member-change", args=[sheet.slug]), reverse("members", args=[sheet.slug])
    token, _secret = make_token()
    for who, row in (("user", editor), ("token", token)):
        key = {"who": f"{who}:{row.pk}"}
        assert client.post(address, {"act": "admit", **key}).headers["Location"] == page
        assert str(row) in client.get(page).text
        assert client.post(address, {"act": "admit", **key}).status_code == 409
        assert client.post(address, {"act": "dismiss", **key}).headers["Location"] == page
    assert client.post(address, {"act": "admit", "who": f"user:{make_user().pk}"}).status_code == 404
    assert client.post(address, {"act": "nothing"}).status_code == 409
    client.post(address, {"act": "admit", "who": f"user:{editor.pk}"})
    left = client.post(address, {"act": "dismiss", "who": f"user:{publisher.pk}"})
    assert left.headers["Location"] == reverse("desk")
    assert client.get(page).status_code == 404


def test_a_fact_of_a_confidential_sheet_is_handed_to_members_alone() -> None:
    dossier = make_dossier()
    client, outside = Client(), make_user(role="Editor", first_name="Out", last_name="Side")
    client.force_login(dossier.member)
    assert "Out Side" not in client.get(dossier.fact.get_absolute_url()).text
    address = reverse("fact-assign", args=[dossier.sheet.slug, dossier.fact.pk])
    refused = client.post(address, {"to": outside.pk})
    assert (refused.status_code, "Choose somebody who may settle" in refused.text) == (409, True)
    assert client.post(address, {"to": dossier.member.pk}).status_code == 302


def admit(*arguments: str) -> str:
    out = StringIO()
    with coming_from("command:admit"):
        call_command("admit", *arguments, stdout=out)
    return out.getvalue()


def test_who_has_the_server_lets_people_and_systems_in_and_keeps_them_out(editor: User, publisher: User) -> None:
    sheet = make_sheet("The fall of a minister", slug="fall")
    actions.confide(sheet, by=publisher, at=NOON)
    sheet.refresh_from_db()
    token, _secret = make_token("The CMS")
    said = admit(sheet.slug, "editor", "--system", "The CMS")
    assert said.count("sees “The fall of a minister” from now on.") == 2
    assert visible_sheets(editor).filter(pk=sheet.pk).exists()
    assert visible_sheets(token).filter(pk=sheet.pk).exists()
    line = Activity.objects.get(act="member.added", subject_id=editor.pk, subject_type="user")
    assert (line.actor, line.channel, line.details["after"]) == (None, "command:admit", editor.pk)
    assert "does not see" in admit(sheet.slug, "editor", "--dismiss")
    assert not visible_sheets(editor).filter(pk=sheet.pk).exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere", "editor"], "no sheet"),
        (["fall"], "Say who"),
        (["fall", "nobody"], "Nobody is called"),
        (["fall", "--system", "nothing"], "No system's token"),
        (["fall", "editor", "publisher"], "see this sheet already"),
        (["fall", "editor", "closed"], "the account is closed"),
        (["fall", "editor", "visitor"], "no role"),
        (["fall", "--system", "Old"], "revoked"),
        (["fall", "publisher", "--dismiss"], "Somebody has to see this sheet"),
        (["open", "editor"], "open to the whole newsroom"),
    ],
)
def test_what_cannot_be_done_is_one_line_with_status_2_and_nobody_is_let_in(
    editor: User, publisher: User, arguments: list[str], words: str
) -> None:
    sheet = make_sheet(slug="fall")
    actions.confide(sheet, by=publisher, at=NOON)
    FactSheet.objects.filter(pk=sheet.pk).update(slug="fall")
    make_sheet(slug="open")
    make_user("closed", role="Editor", is_active=False)
    make_user("visitor", role=None)
    make_token("Old", revoked_at=NOON)
    lines = Activity.objects.count()
    with pytest.raises(CommandError, match=words) as refused:
        admit(*arguments)
    assert refused.value.returncode == 2
    assert "\n" not in str(refused.value)
    assert Activity.objects.count() == lines
    assert list(Membership.objects.values_list("user__username", flat=True)) == ["publisher"]
