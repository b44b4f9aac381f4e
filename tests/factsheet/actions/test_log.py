"""Every act tells who, when, from where, and what was before and after it; each sheet's log is one chain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Claim
from articles.values import Span
from factsheet import actions, channel, queries
from factsheet.actions import accounts
from factsheet.actions.log import record
from factsheet.models import Act, Activity, ApiToken, Decision, Fact, FactSheet
from factsheet.models.sealing import describe_act, seal
from tests.databases import run_at_once
from tests.factories import make_phrase, make_policy_choice, make_sheet, make_user
from tests.factsheet.actions.test_evidence import challenge
from tests.factsheet.newsroom import (
    LATER,
    add_figure,
    decide,
    figure_of,
    make_agreed_fact,
    make_dossier,
    make_fact_with,
    take_in_texts,
)

Out = Decision.Outcome
TEXT = "The mission counts 13,000 troops in the north.\n\nThe weather was fine on that day, the ministry said."


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A sheet with one article, an editor, a publisher and an administrator."""

    editor: User
    publisher: User
    administrator: User

    @property
    def fact(self) -> Fact:
        """A fact with two figures."""
        return make_fact_with("13000", "15000")

    def take_in(self) -> tuple[FactSheet, Article]:
        """A sheet and the article in it."""
        sheet = make_dossier(TEXT, by=self.editor)
        return sheet, sheet.articles.get()

    def ready(self, *steps: str) -> FactSheet:
        """A sheet with a decided fact, taken some steps towards print."""
        fact = make_agreed_fact(make_sheet())
        decide(fact, "12", by=self.editor)
        sheet = FactSheet.objects.get(pk=fact.sheet_id)
        for step in steps:
            getattr(actions, step)(sheet, by=self.publisher, at=LATER)
        return sheet

    def save(self, row: object, **fields: object) -> None:
        """Save a row by its form in the admin."""
        client = Client()
        client.force_login(self.administrator)
        meta = type(row)._meta  # type: ignore[attr-defined]
        address = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])  # type: ignore[attr-defined]
        form = client.get(address).context["adminform"].form
        values = {name: form[name].value() for name in form.fields}
        values = {name: "" if value is None else value for name, value in values.items()}
        assert client.post(address, values | fields).status_code == 302


def _sort(room: Newsroom, act: str) -> None:
    fact = room.fact
    item = add_figure(fact, "98", state="candidate")
    told: dict[str, Any] = {"by": room.editor, "at": LATER}
    if act in ("reject", "restore"):
        actions.reject(fact.sheet, [item.pk], reason="Vague.", **told)
    if act in ("accept", "restore"):
        getattr(actions, act)(fact.sheet, [item.pk], **told)
    if act == "place":
        actions.place(fact.sheet, [item.pk], label="Vans", **told)


def _change_part(room: Newsroom, *, back: bool) -> None:
    sheet, article = room.take_in()
    start = article.text.index("weather")
    actions.take_out(sheet, article, Span(start, start + 5), by=room.editor, at=LATER)
    if back:
        actions.put_back(sheet, article, article.furniture[-1][0], by=room.editor, at=LATER)


def _claim(room: Newsroom, *, correct: bool) -> None:
    sheet, article = room.take_in()
    start = article.text.index("the north")
    claim = actions.make_claim(sheet, article, Span(start, start + 9), words="12 camps", by=room.editor, at=LATER)
    if correct:
        actions.correct_claim(sheet, Claim.objects.get(pk=claim.pk), words="13 camps", by=room.editor, at=LATER)


def _comment(room: Newsroom, *, back: bool) -> None:
    said = actions.comment(room.fact, text="Ask them.", by=room.editor, at=LATER)
    if back:
        actions.withdraw_comment(said, by=room.editor, at=LATER)


def _rearrange(room: Newsroom, *, merge: bool) -> None:
    fact = room.fact
    told: dict[str, Any] = {"by": room.editor, "at": LATER}
    chosen = [figure_of(fact, "15000").pk]
    new = actions.split(fact, chosen, version=fact.version, label="Police", scope="police", **told)
    if merge:
        new.refresh_from_db()
        actions.merge(new, Fact.objects.get(pk=fact.pk), version=new.version, **told)


def _revoke(room: Newsroom) -> None:
    token, _secret = actions.create_token(name="The CMS", by=room.editor, at=LATER)
    actions.revoke_token(ApiToken.objects.get(pk=token.pk), by=room.editor, at=LATER)


def _decide(room: Newsroom, outcome: str, text: str = "") -> None:
    decide(room.fact, actions.Answer(outcome=outcome, text=text), by=room.editor)


def _reopen(room: Newsroom) -> None:
    fact = room.fact
    decide(fact, "13000", by=room.editor)
    decide(fact, actions.Answer(outcome=Out.REOPENED), by=room.editor)


def _weigh(room: Newsroom) -> None:
    item = figure_of(room.fact, "15000")
    actions.weigh(item, stance="set_aside", reason="A plan.", by=room.editor, at=LATER)


def _about_article(room: Newsroom, act: str) -> None:
    sheet, article = room.take_in()
    told: dict[str, Any] = {"by": room.editor, "at": LATER}
    if act == "describe":
        actions.describe_article(sheet, article, title="Else", source="", url="", **told)
    elif act == "date":
        actions.set_published(sheet, article, published=date(2023, 7, 3), **told)
    else:
        actions.correct_origin(sheet, article, ruling="alone", other=None, reason="Theirs.", **told)


def _revise(room: Newsroom, *, back: bool = False) -> None:
    sheet, article = room.take_in()
    (newer,) = take_in_texts(TEXT.replace("13,000", "14,000"), revises=article)
    actions.add_articles(sheet, [newer], by=room.editor, at=LATER)
    if back:
        actions.undo(Activity.objects.get(act=Act.ARTICLE_REVISED), by=room.editor, at=LATER)


def _change(room: Newsroom) -> None:
    fact = room.fact
    told: dict[str, Any] = {"version": fact.version, "by": room.editor, "at": LATER}
    actions.change_fact(fact, label="Else", scope="", as_of=None, heading="", **told)


def _move(room: Newsroom) -> None:
    fact = room.fact
    make_agreed_fact(fact.sheet)
    actions.move_fact(fact, up=False, by=room.editor, at=LATER)


def _approve_lines(room: Newsroom) -> None:
    sheet = room.ready("submit")
    lines = queries.review(sheet, by=room.publisher, at=LATER).lines.lines
    seen = {line.key: line.sha256 for line in lines[:1]}
    actions.approve_lines(sheet, seen, by=room.publisher, at=LATER)


def _confide(room: Newsroom, *, let_in: bool = False, keep_out: bool = False, open_up: bool = False) -> None:
    told: dict[str, Any] = {"by": room.publisher, "at": LATER}
    sheet = actions.confide(make_sheet(), **told)
    if let_in:
        actions.admit(sheet, room.editor, **told)
    if keep_out:
        actions.dismiss(sheet, room.editor, **told)
    if open_up:
        actions.open_up(sheet, **told)


def _keep(room: Newsroom) -> None:
    fact, item = challenge(room.editor)
    actions.keep_answer(fact, [item.pk], version=fact.version, because="A plan.", by=room.editor, at=LATER)


SCENES: Mapping[Act, Callable[[Newsroom], object]] = {
    Act.SHEET_CREATED: lambda room: actions.create_sheet(title="The end", by=room.editor, at=LATER),
    Act.SHEET_CHANGED: lambda room: room.save(make_sheet(), title="Another end"),
    Act.SHEET_CONFIDED: _confide,
    Act.SHEET_OPENED: lambda room: _confide(room, open_up=True),
    Act.MEMBER_ADDED: lambda room: _confide(room, let_in=True),
    Act.MEMBER_REMOVED: lambda room: _confide(room, let_in=True, keep_out=True),
    Act.ARTICLE_ADDED: lambda room: room.take_in(),
    Act.ARTICLE_REVISED: lambda room: _revise(room),
    Act.ARTICLE_SEPARATED: lambda room: _revise(room, back=True),
    Act.ARTICLE_DESCRIBED: lambda room: _about_article(room, "describe"),
    Act.ARTICLE_DATED: lambda room: _about_article(room, "date"),
    Act.ARTICLE_TRACED: lambda room: _about_article(room, "trace"),
    Act.ARTICLE_TRIMMED: lambda room: _change_part(room, back=False),
    Act.ARTICLE_RESTORED: lambda room: _change_part(room, back=True),
    Act.FACT_CREATED: lambda room: actions.create_fact(
        make_sheet(), label="Paid", kind="money", by=room.editor, at=LATER
    ),
    Act.FACT_CHANGED: _change,
    Act.FACT_MOVED: _move,
    Act.FACT_SPLIT: lambda room: _rearrange(room, merge=False),
    Act.FACT_MERGED: lambda room: _rearrange(room, merge=True),
    Act.FACT_ASSIGNED: lambda room: actions.assign(room.fact, to=room.publisher, by=room.editor, at=LATER),
    Act.FACT_COMMENTED: lambda room: _comment(room, back=False),
    Act.COMMENT_WITHDRAWN: lambda room: _comment(room, back=True),
    Act.FACT_SETTLED: lambda room: decide(room.fact, "13000", by=room.editor),
    Act.FACT_DISPUTED: lambda room: _decide(room, Out.DISPUTED, "13,000 or 15,000"),
    Act.FACT_NOT_ESTABLISHED: lambda room: _decide(room, Out.NOT_ESTABLISHED),
    Act.FACT_LEFT_OUT: lambda room: _decide(room, Out.LEFT_OUT),
    Act.FACT_REOPENED: _reopen,
    Act.FACT_CHALLENGED: lambda room: challenge(room.editor),
    Act.FACT_KEPT: _keep,
    Act.CLAIM_MADE: lambda room: _claim(room, correct=False),
    Act.CLAIM_CORRECTED: lambda room: _claim(room, correct=True),
    Act.CLAIM_ACCEPTED: lambda room: _sort(room, "accept"),
    Act.CLAIM_PLACED: lambda room: _sort(room, "place"),
    Act.CLAIM_REJECTED: lambda room: _sort(room, "reject"),
    Act.CLAIM_RESTORED: lambda room: _sort(room, "restore"),
    Act.EVIDENCE_WEIGHED: _weigh,
    Act.SHEET_SUBMITTED: lambda room: room.ready("submit"),
    Act.SHEET_SENT_BACK: lambda room: actions.send_back(
        room.ready("submit"), comment="Name it.", by=room.publisher, at=LATER
    ),
    Act.LINES_APPROVED: _approve_lines,
    Act.SHEET_APPROVED: lambda room: room.ready("submit", "approve"),
    Act.SHEET_PUBLISHED: lambda room: room.ready("submit", "approve", "publish"),
    Act.SHEET_WITHDRAWN: lambda room: actions.withdraw(
        room.ready("submit", "approve", "publish"), note="All wrong.", by=room.publisher, at=LATER
    ),
    Act.POLICY_CHOSEN: lambda room: room.save(make_policy_choice(policy="most_origins"), policy="most_recent"),
    Act.PHRASE_CHANGED: lambda room: room.save(make_phrase(), text="As the ministry says."),
    Act.TOKEN_CREATED: lambda room: actions.create_token(name="The CMS", by=room.editor, at=LATER),
    Act.TOKEN_REVOKED: _revoke,
    Act.PERSON_PSEUDONYMISED: lambda room: actions.pseudonymise(room.publisher, by=room.editor, at=LATER),
    Act.FACTORS_CHANGED: lambda room: accounts.note_factors(
        room.editor, before=[], after=["totp"], keep="", by=room.editor, at=LATER
    ),
    Act.PROVIDER_CHANGED: lambda room: accounts.note_provider(
        room.editor, before=None, after="sso", by=room.editor, at=LATER
    ),
}


PASSWORD = "an orchard under slow rain"

# What changes nothing that may be told, so that nothing was before it.
ON_ACCOUNTS: Mapping[Act, Callable[[Newsroom], object]] = {
    Act.PERSON_SIGNED_IN: lambda room: accounts.note_sign_in(room.editor, at=LATER),
    Act.PERSON_SIGNED_OUT: lambda room: accounts.note_sign_out(room.editor, at=LATER),
    Act.PERSON_REFUSED: lambda room: accounts.note_refusal(room.editor.username, at=LATER),
    Act.SESSIONS_ENDED: lambda room: accounts.end_sessions(room.editor, keep="", by=room.editor, at=LATER),
    Act.PASSWORD_CHANGED: lambda room: accounts.change_password(
        room.editor, PASSWORD, keep="", by=room.editor, at=LATER
    ),
    Act.PASSWORD_GIVEN: lambda room: accounts.note_given_password(room.editor, by=room.editor, at=LATER),
}


def test_every_act_is_played_here() -> None:
    assert {*SCENES, *ON_ACCOUNTS} == set(Act)


@pytest.fixture
def room(db: None) -> Newsroom:
    """Three people, with names that no code and no text has."""
    editor, publisher = make_user("zwentibold", role="Editor"), make_user("kunigunde", role="Publisher")
    return Newsroom(editor, publisher, make_user("adalbero", role="Administrator"))


@pytest.mark.django_db
@pytest.mark.parametrize("act", SCENES, ids=lambda act: act.value)
def test_an_act_tells_who_when_from_where_and_what_was_before_and_after(act: Act, room: Newsroom) -> None:
    with channel.coming_from("web"):
        SCENES[act](room)
    line = Activity.objects.filter(act=act).latest("id")
    before, after = line.details["before"], line.details["after"]
    assert before != after
    assert type(before) is type(after) or None in (before, after)
    assert line.actor is not None
    assert line.channel in ("web", "admin")
    names = {name for person in User.objects.all() for name in (person.username, person.email) if name}
    assert not any(name in str((line.details, line.subject)) for name in names)


@pytest.mark.django_db
@pytest.mark.parametrize("act", ON_ACCOUNTS, ids=lambda act: act.value)
def test_an_act_on_an_account_tells_who_when_and_from_where_and_no_secret(act: Act, room: Newsroom) -> None:
    with channel.coming_from("web"):
        ON_ACCOUNTS[act](room)
    line = Activity.objects.get(act=act)
    # Whoever tried a wrong password is not known.
    assert line.actor == (None if act == Act.PERSON_REFUSED else room.editor)
    assert (line.subject, line.subject_id, line.channel, line.at) == ("", room.editor.pk, "web", LATER)
    room.editor.refresh_from_db()
    assert not any(secret in str(line.details) for secret in (room.editor.username, room.editor.password, PASSWORD))


@pytest.mark.django_db
def test_each_sheet_has_one_chain_and_so_has_what_belongs_to_none(room: Newsroom) -> None:
    sheets = [room.ready("submit"), room.ready("submit", "approve", "publish")]
    _revoke(room)
    for chain in (0, *(sheet.pk for sheet in sheets)):
        lines = list(Activity.objects.filter(chain=chain).order_by("number"))
        assert [line.number for line in lines] == list(range(1, len(lines) + 1))
        assert [line.previous_sha256 for line in lines] == ["", *(line.sha256 for line in lines[:-1])]
        assert all(seal(describe_act(line)) == line.sha256 for line in lines)


@pytest.mark.django_db
def test_a_line_costs_one_query_more_than_itself() -> None:
    sheet = make_sheet()
    with CaptureQueriesContext(connection) as queries:
        record(Act.SHEET_CHANGED, sheet=sheet, actor=None, at=LATER, subject=sheet, before={"a": 1}, after={"a": 2})
    assert len(queries) == 2


@pytest.mark.django_db
def test_what_databases_write_each_in_their_own_way_is_refused() -> None:
    sheet = make_sheet()
    with pytest.raises(ValueError, match="is a float"):
        record(Act.SHEET_CHANGED, sheet=sheet, actor=None, at=LATER, subject=sheet, before=0.5, after=None)


def test_acts_of_no_sheet_that_happen_at_once_make_one_chain(own_database: None) -> None:
    made = run_at_once(*(lambda n=n: actions.create_token(name=f"CMS {n}", by=None, at=LATER) for n in range(8)))
    assert not [result for result in made if isinstance(result, Exception)]
    assert list(Activity.objects.order_by("number").values_list("number", flat=True)) == list(range(1, 9))


@pytest.mark.django_db
def test_the_channel_of_a_request_is_told_and_the_address_only_where_it_is_kept(
    settings: object, administrator: User
) -> None:
    client = Client()
    client.force_login(administrator)
    for name, keeps in (("One", False), ("Two", True)):
        settings.LOG_ADDRESSES = keeps  # type: ignore[attr-defined]
        client.post(reverse("sheet-new"), {"title": name}, REMOTE_ADDR="192.0.2.7", HTTP_X_FORWARDED_FOR="198.51.100.1")
    lines = Activity.objects.order_by("id").values_list("channel", "address")
    assert list(lines) == [("web", None), ("web", "192.0.2.7")]
