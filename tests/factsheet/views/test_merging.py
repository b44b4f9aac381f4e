"""Two have one form open: what each changed is put together, or laid side by side and chosen, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils.html import strip_tags

from factsheet import actions
from factsheet.models import Activity, Fact, FactSheet
from tests.factories import make_user
from tests.factsheet.newsroom import LATER, decide, make_dossier, make_fact_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def fact(db: None) -> Fact:
    """An open fact with two figures."""
    return make_fact_with("13000", "15000", label="Troops")


@pytest.fixture
def desk(editor: User, client_of: Callable[[User | None], Client]) -> Client:
    """A client signed in as an editor."""
    return client_of(editor)


def drawn(client: Client, address: str, name: str = "form") -> dict[str, Any]:
    """What the form at an address would send when nothing is changed in it."""
    form = client.get(address).context[name]
    values = {field: form[field].value() for field in form.fields}
    return {field: "" if value is None else value for field, value in values.items()}


def table(response: Any) -> list[list[str]]:
    """The rows of the table of differences, cell by cell."""
    assert response.status_code == 409
    return [[str(item.label), item.was, item.theirs, item.mine] for item in response.context["form"].differences]


def again(response: Any, **chosen: str) -> dict[str, Any]:
    """What the form that came back sends, with what is chosen."""
    form = response.context["form"]
    values = {field: form[field].value() for field in form.fields if field != "reading"}
    return {field: "" if value is None else value for field, value in values.items()} | chosen


def test_different_fields_of_one_fact_are_put_together(fact: Fact, desk: Client) -> None:
    address = f"{fact.get_absolute_url()}change/"
    first = drawn(desk, address)
    second = drawn(desk, address)
    assert desk.post(address, {**first, "heading": "Strength"}).status_code == 302
    assert desk.post(address, {**second, "question": "Who counted?", "ask_whom": "The ministry"}).status_code == 302
    stands = Fact.objects.values_list("label", "heading", "question", "ask_whom").get()
    assert stands == ("Troops", "Strength", "Who counted?", "The ministry")
    assert Activity.objects.filter(act="fact.changed").count() == 2


@pytest.mark.parametrize(("take", "label"), [("theirs", "Soldiers"), ("mine", "Peacekeepers")])
def test_one_field_of_two_is_chosen_and_saved_in_one_step(fact: Fact, desk: Client, take: str, label: str) -> None:
    address = f"{fact.get_absolute_url()}change/"
    first, second = drawn(desk, address), drawn(desk, address)
    desk.post(address, {**first, "label": "Soldiers", "heading": "Strength"})
    refused = desk.post(address, {**second, "label": "Peacekeepers", "question": "Who counted?"})
    assert table(refused) == [["Fact", "Troops", "Soldiers", "Peacekeepers"]]
    page = strip_tags(refused.content.decode())
    assert "What somebody changed meanwhile" in page
    assert Fact.objects.get().question == ""
    assert desk.post(address, again(refused, **{"take-label": take})).status_code == 302
    assert Fact.objects.values_list("label", "heading", "question").get() == (label, "Strength", "Who counted?")


def test_words_that_make_one_question_are_seen_together(fact: Fact, desk: Client) -> None:
    address = f"{fact.get_absolute_url()}change/"
    first, second = drawn(desk, address), drawn(desk, address)
    desk.post(address, {**first, "scope": "troops only"})
    refused = desk.post(address, {**second, "label": "All personnel"})
    assert table(refused) == [["Scope", "(empty)", "troops only", "(empty)"]]
    # It was not touched, so that theirs is taken unless the editor says otherwise; and then it is as they say.
    assert 'value="theirs" checked' in refused.content.decode()
    assert Fact.objects.get().label == "Troops"
    mine = again(refused, **{"take-scope": "mine"})
    assert desk.post(address, again(refused, **{"take-scope": "theirs"})).status_code == 302
    assert Fact.objects.values_list("label", "scope").get() == ("All personnel", "troops only")
    assert (
        desk.post(address, {**mine, "version": 3, "drawn_from": drawn(desk, address)["drawn_from"]}).status_code == 302
    )
    assert Fact.objects.get().scope == ""


def test_a_decision_meanwhile_does_not_stand_against_other_words(fact: Fact, desk: Client, editor: User) -> None:
    address = f"{fact.get_absolute_url()}change/"
    form = drawn(desk, address)
    decide(fact, "13000", by=editor)
    assert desk.post(address, {**form, "heading": "Strength"}).status_code == 302
    assert Fact.objects.values_list("heading", "state").get() == ("Strength", "settled")


def test_an_article_described_by_two(fact: Fact, desk: Client) -> None:
    (article, *_) = [entry.article for entry in fact.sheet.entries.order_by("position")]
    address = f"/sheets/{fact.sheet.slug}/articles/{article.pk}/describe/"
    first, second, third = (drawn(desk, address) for _ in range(3))
    assert desk.post(address, {**first, "title": "Their title"}).status_code == 302
    assert desk.post(address, {**second, "url": "https://wire.example/1"}).status_code == 302
    refused = desk.post(address, {**third, "title": "My title", "source": "The Wire"})
    assert table(refused) == [["Title", "The mission ends", "Their title", "My title"]]
    assert desk.post(address, again(refused, **{"take-title": "theirs"})).status_code == 302
    article.refresh_from_db()
    stands = (article.title, str(article.source), article.url)
    assert stands == ("Their title", "The Wire", "https://wire.example/1")


def test_a_date_set_by_two(fact: Fact, desk: Client) -> None:
    (article, *_) = [entry.article for entry in fact.sheet.entries.order_by("position")]
    page = f"/sheets/{fact.sheet.slug}/articles/{article.pk}/"
    first, second = drawn(desk, page), drawn(desk, page)
    assert desk.post(f"{page}date/", {**first, "published": "2023-07-01"}).status_code == 302
    refused = desk.post(f"{page}date/", {**second, "published": "2023-06-29"})
    assert table(refused) == [["Published", "2023-06-30", "2023-07-01", "2023-06-29"]]
    assert desk.post(f"{page}date/", again(refused)).status_code == 302
    article.refresh_from_db()
    assert str(article.published) == "2023-06-29"


def test_an_origin_said_by_two(fact: Fact, desk: Client, editor: User) -> None:
    sheet = FactSheet.objects.get(pk=fact.sheet_id)
    one, other = [entry.article for entry in sheet.entries.order_by("position")]
    address = f"/sheets/{sheet.slug}/articles/{other.pk}/origin/"
    form = drawn(desk, address)
    actions.correct_origin(sheet, other, ruling="own", other=None, reason="They say so.", by=editor, at=LATER)
    refused = desk.post(address, {**form, "ruling": "with", "other": one.pk, "reason": "The same words."})
    labels = [label for label, *_ in table(refused)]
    assert labels == ["It is", "Of which article", "Reason"] or labels == ["It is", "Reason"]
    assert desk.post(address, again(refused)).status_code == 302
    assert sheet.entries.get(article=other).origin_because == "The same words."


def test_a_form_that_was_tampered_with_is_compared_with_what_stands(fact: Fact, desk: Client) -> None:
    address = f"{fact.get_absolute_url()}change/"
    form = drawn(desk, address) | {"version": 7, "drawn_from": "none of ours", "label": "Peacekeepers"}
    assert table(desk.post(address, form)) == [["Fact", None, "Troops", "Peacekeepers"]]


def settling(client: Client, fact: Fact, **typed: Any) -> dict[str, Any]:
    """What the panel's form sends when these fields are typed."""
    form = client.get(fact.get_absolute_url()).context["form"]
    return {"version": form["version"].value(), "drawn_from": form["drawn_from"].value(), **typed}


OWN = {"choice": "own", "low": "14000", "answer": "14,000", "rationale": "We counted."}


def test_of_two_decisions_the_second_sees_both_beside_each_other(fact: Fact, desk: Client, editor: User) -> None:
    form = settling(desk, fact, **OWN)
    decide(fact, "13000", by=editor, rationale="They counted.")
    refused = desk.post(f"{fact.get_absolute_url()}settle/", form)
    assert table(refused) == [
        ["Decision", "open", "settled", "An own value"],
        ["As it is printed", "", "13000", "14,000"],
        ["Rationale", "", "They counted.", "We counted."],
    ]
    page = refused.content.decode()
    assert 'value="14,000"' in page
    assert "We counted.</textarea>" in page
    assert 'name="take-rationale" value="theirs"' in page
    assert Fact.objects.get().decision_id == fact.decisions.get().pk


@pytest.mark.parametrize(
    ("chosen", "stands"),
    [
        ({"take-outcome": "theirs", "take-answer": "theirs"}, ("13000", "We counted.", 13000)),
        ({"take-answer": "theirs", "take-rationale": "theirs"}, ("13000", "They counted.", 14000)),
        ({}, ("14,000", "We counted.", 14000)),
    ],
    ids=["their decision with my reason", "my value in their words", "mine"],
)
def test_a_decision_is_put_together_of_both_in_one_step(
    fact: Fact, desk: Client, editor: User, chosen: dict[str, str], stands: tuple[str, str, int]
) -> None:
    cite = [fact.evidence.first().pk]  # type: ignore[union-attr]
    form = settling(desk, fact, **OWN, cite=cite)
    decide(fact, "13000", by=editor, rationale="They counted.")
    address = f"{fact.get_absolute_url()}settle/"
    refused = desk.post(address, form)
    fresh = refused.context["form"]
    seen = {name: fresh[name].value() for name in ("version", "drawn_from")}
    assert desk.post(address, {**form, **seen, **chosen}).status_code == 302
    decision = fact.decisions.get(number=2)
    assert (decision.answer, decision.rationale, int(decision.low or 0)) == stands


def test_a_decision_goes_past_what_nobody_decides_by(fact: Fact, desk: Client, editor: User) -> None:
    form = settling(desk, fact, choice="not_established", rationale="Nobody knows.")
    words = {"label": "Troops", "scope": "", "as_of": None, "heading": "Strength", "question": "Who counted?"}
    actions.change_fact(fact, version=fact.version, **words, by=editor, at=LATER)  # type: ignore[arg-type]
    assert desk.post(f"{fact.get_absolute_url()}settle/", form).status_code == 302
    assert Fact.objects.values_list("heading", "state").get() == ("Strength", "not_established")


def test_a_decision_on_another_question_or_other_evidence_is_asked_again(
    fact: Fact, desk: Client, editor: User
) -> None:
    form = settling(desk, fact, choice="not_established", rationale="Nobody knows.")
    actions.change_fact(fact, version=1, label="Soldiers", scope="", as_of=None, heading="", by=editor, at=LATER)
    item = fact.evidence.select_related("sheet").get(claim__text="15000 troops")
    actions.weigh(item, stance="set_aside", reason="A plan.", by=editor, at=LATER)
    refused = desk.post(f"{fact.get_absolute_url()}settle/", form)
    assert [row[:3] for row in table(refused)][:2] == [
        ["Fact", "Troops", "Soldiers"],
        ["Evidence", "13000 troops; 15000 troops", "13000 troops; 15000 troops (set aside)"],
    ]
    assert Fact.objects.get().state == "open"


def test_nothing_that_was_typed_into_a_split_is_lost(fact: Fact, desk: Client, editor: User) -> None:
    item = fact.evidence.get(claim__text="15000 troops")
    typed = {"evidence": item.pk, "scope": "planned", "label": "Planned troops", "rationale": "A plan."}
    form = settling(desk, fact, **typed)
    decide(fact, "13000", by=editor)
    refused = desk.post(f"{fact.get_absolute_url()}split/", form)
    assert ["As it is printed", "", "13000", ""] in table(refused)
    page = refused.content.decode()
    for words in ('value="planned"', 'value="Planned troops"', 'value="A plan."', f'value="{item.pk}" data-key'):
        assert words in page
    assert "checked> <span>" in page


def test_a_merger_and_a_reopening_say_what_was_changed(fact: Fact, desk: Client, editor: User) -> None:
    other = make_fact_with("13000", sheet=fact.sheet, label="Soldiers")
    decide(fact, "13000", by=editor)
    form = settling(desk, fact)
    decide(fact, "15000", by=editor)
    for act, typed in (("merge", {"into": other.pk}), ("reopen", {})):
        refused = desk.post(f"{fact.get_absolute_url()}{act}/", {**form, **typed})
        assert ["As it is printed", "13000", "15000", ""] in table(refused)
    assert (
        f'<option value="{other.pk}" selected>'
        in desk.post(f"{fact.get_absolute_url()}merge/", {**form, "into": other.pk}).content.decode()
    )


def weighed(client: Client, fact: Fact, words: str, /, **typed: Any) -> dict[str, Any]:
    """What the panel sends that weighs the claim with these words."""
    form = client.get(fact.get_absolute_url()).context["weighing"]
    item = fact.evidence.get(claim__text=words)
    return {"drawn_from": form["drawn_from"].value(), "evidence": item.pk, **typed}


def overtaken(response: Any) -> list[list[Any]]:
    """What one of the panel's smaller forms lays side by side, and whether it can be chosen."""
    assert response.status_code == 409
    form = response.context["overtaken"]
    return [[str(item.label), item.was, item.theirs, item.mine, item.is_choice] for item in form.differences]


def test_two_claims_of_one_fact_are_weighed_without_a_word(fact: Fact, desk: Client) -> None:
    address = f"{fact.get_absolute_url()}weigh/"
    first = weighed(desk, fact, "13000 troops", stance="supports")
    second = weighed(desk, fact, "15000 troops", stance="set_aside", reason="A plan.")
    assert [desk.post(address, form).status_code for form in (first, second)] == [302, 302]
    assert set(fact.evidence.values_list("stance", flat=True)) == {"supports", "set_aside"}


@pytest.mark.parametrize(
    ("take", "stands"),
    [({}, ("set_aside", "A plan.")), ({"take-stance": "theirs", "take-reason": "theirs"}, ("superseded", "Old."))],
    ids=["mine", "theirs"],
)
def test_one_claim_weighed_by_two(fact: Fact, desk: Client, take: dict[str, str], stands: tuple[str, str]) -> None:
    address = f"{fact.get_absolute_url()}weigh/"
    mine = weighed(desk, fact, "15000 troops", stance="set_aside", reason="A plan.")
    desk.post(address, {**mine, "stance": "superseded", "reason": "Old."})
    refused = desk.post(address, mine)
    assert overtaken(refused) == [
        ["Stance", "not weighed", "superseded", "set aside", True],
        ["Reason", "(empty)", "Old.", "A plan.", True],
    ]
    page = refused.content.decode()
    assert 'form="weigh" name="take-stance" value="theirs"' in page
    assert 'value="A plan."' in page
    assert f'value="{mine["evidence"]}" data-key="2" required checked' in page
    assert Activity.objects.filter(act="evidence.weighed").count() == 1
    seen = refused.context["weighing"]["drawn_from"].value()
    assert desk.post(address, {**mine, "drawn_from": seen, **take}).status_code == 302
    assert fact.evidence.values_list("stance", "reason").get(pk=mine["evidence"]) == stands


def test_who_moves_a_claim_that_was_weighed_meanwhile_is_told_and_may_go_on(fact: Fact, desk: Client) -> None:
    other, address = make_fact_with(sheet=fact.sheet, label="Soldiers"), f"{fact.get_absolute_url()}weigh/"
    mine = weighed(desk, fact, "15000 troops", stance="set_aside", fact=other.pk)
    desk.post(address, {**mine, "fact": "", "stance": "superseded", "reason": "Old."})
    refused = desk.post(address, mine)
    assert [row[2:] for row in overtaken(refused)] == [["superseded", "not weighed", False], ["Old.", "(empty)", False]]
    assert f'<option value="{other.pk}" selected>' in refused.content.decode()
    assert fact.evidence.count() == 2
    assert (
        desk.post(address, {**mine, "drawn_from": refused.context["weighing"]["drawn_from"].value()}).status_code == 302
    )
    assert other.evidence.values_list("pk", "stance").get() == (mine["evidence"], "")


@pytest.mark.parametrize("where", ["Soldiers", ""], ids=["moved", "rejected"])
def test_who_weighs_a_claim_that_is_gone_meanwhile_is_told_where(
    fact: Fact, desk: Client, editor: User, where: str
) -> None:
    other, address = make_fact_with(sheet=fact.sheet, label="Soldiers"), f"{fact.get_absolute_url()}weigh/"
    mine = weighed(desk, fact, "15000 troops", stance="set_aside", reason="A plan.")
    if where:
        actions.place(fact.sheet, [mine["evidence"]], fact=other, by=editor, at=LATER)
    else:
        actions.reject(fact.sheet, [mine["evidence"]], reason="Too old.", by=editor, at=LATER)
    rows = overtaken(desk.post(address, mine))
    assert ["Under which fact", "Troops", where or "under no fact any more", "Troops", False] in rows
    # Without what the form was drawn with, a claim of another fact is none that this one has.
    assert desk.post(address, {**mine, "drawn_from": ""}).status_code == 404


@pytest.mark.parametrize("take", ["theirs", "mine"])
def test_a_fact_handed_on_by_two(fact: Fact, desk: Client, editor: User, take: str) -> None:
    amina, zoe = (make_user(name, role="Editor", first_name=name.title()) for name in ("amina", "zoe"))
    form = desk.get(fact.get_absolute_url()).context["assigning"]
    mine = {"drawn_from": form["drawn_from"].value(), "to": zoe.pk}
    actions.assign(fact, to=amina, by=editor, at=LATER)
    address = f"{fact.get_absolute_url()}assign/"
    refused = desk.post(address, mine)
    assert overtaken(refused) == [["Assigned to", "nobody", "Amina", "Zoe", True]]
    assert f'<option value="{zoe.pk}" selected>' in refused.content.decode()
    assert 'form="assign" name="take-to" value="theirs"' in refused.content.decode()
    seen = refused.context["assigning"]["drawn_from"].value()
    assert desk.post(address, {**mine, "drawn_from": seen, "take-to": take}).status_code == 302
    assert Fact.objects.get(pk=fact.pk).assigned_to == {"theirs": amina, "mine": zoe}[take]


TEXT = "Two crews came last Friday. The crews left, and 13,000 people cheered."


@pytest.mark.parametrize("take", ["theirs", "mine"])
def test_a_reading_corrected_by_two(desk: Client, editor: User, take: str) -> None:
    sheet = make_dossier(TEXT, by=editor)
    old = sheet.articles.get().claims.get(text="13,000 people")
    address = f"/sheets/{sheet.slug}/articles/{old.article_id}/claims/{old.pk}/"
    first, second = drawn(desk, address), drawn(desk, address)
    assert desk.post(address, {**first, "typed": "15,000 people"}).status_code == 302
    refused = desk.post(address, {**second, "typed": "about 14,000 people"})
    assert table(refused) == [
        ["Read it as", "(empty)", "15,000 people", "about 14,000 people"],
        ["How it is read", "13,000 people", "15,000 people", "about 14,000 people"],
    ]
    assert old.article.claims.filter(text="13,000 people").count() == 2
    theirs = old.article.claims.get(corrects=old)
    assert f'action="{address.replace(f"{old.pk}/", f"{theirs.pk}/")}"' in refused.content.decode()
    sent = again(refused, **{"take-typed": take})
    answer = desk.post(refused.context["address"], sent)
    newest = old.article.claims.get(text="13,000 people", correction=None)
    assert answer.status_code == 302
    if take == "mine":
        assert (newest.corrects, newest.typed) == (theirs, "about 14,000 people")
    else:
        assert newest == theirs


def test_who_goes_back_to_the_program_s_reading_sees_what_a_colleague_made_of_it(desk: Client, editor: User) -> None:
    sheet = make_dossier(TEXT, by=editor)
    first = sheet.articles.get().claims.get(text="13,000 people")
    mine = actions.correct_claim(sheet, first, words="15,000 people", by=editor, at=LATER)
    address = f"/sheets/{sheet.slug}/articles/{first.article_id}/claims/{mine.pk}/"
    form = drawn(desk, address) | {"act": "return"}
    actions.correct_claim(sheet, mine, words="16,000 people", by=editor, at=LATER)
    refused = desk.post(address, form)
    assert table(refused) == [
        ["Read it as", "15,000 people", "16,000 people", "(empty)"],
        ["How it is read", "15,000 people", "16,000 people", "13,000 people"],
    ]
    assert desk.post(refused.context["address"], again(refused, act="return")).status_code == 302
    newest = first.article.claims.get(text="13,000 people", correction=None)
    assert (newest.typed, int(newest.low or 0)) == ("", 13000)


def test_the_same_correction_made_twice_is_one(desk: Client, editor: User) -> None:
    sheet = make_dossier(TEXT, by=editor)
    old = sheet.articles.get().claims.get(text="13,000 people")
    address = f"/sheets/{sheet.slug}/articles/{old.article_id}/claims/{old.pk}/"
    first = drawn(desk, address) | {"typed": "15,000 people"}
    assert desk.post(address, first).status_code == 302
    twice = desk.post(address, first)
    assert (twice.status_code, "It is read so already." in twice.text) == (409, True)
    assert old.article.claims.filter(text="13,000 people").count() == 2
