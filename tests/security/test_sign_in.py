"""The doors: guessing is stopped, sessions end, and every sign-in stands in the log without a secret."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.models import User
from django.core import management
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now
from pytest_django import Settings

from factsheet.models import Activity, GivenPassword, Session
from factsheet.queries.account import name_session
from factsheet.sessions import SessionStore
from tests.factories import PASSWORD, make_user
from tests.factsheet.newsroom import acts_of

pytestmark = pytest.mark.django_db

BETTER = "an orchard under slow rain"


def try_password(name: str, password: str, *, client: Client | None = None, address: str = "192.0.2.1") -> Any:
    client = client or Client()
    return client.post("/sign-in/", {"username": name, "password": password}, REMOTE_ADDR=address)


def try_until_locked(name: str, **where: str) -> Any:
    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = try_password(name, "wrong", **where)  # type: ignore[arg-type]
    return answer


@pytest.mark.parametrize("name", ["editor", "nobody"])
def test_after_five_wrong_passwords_none_is_tried_for_a_while(name: str, editor: User) -> None:
    locked = try_until_locked(name)
    assert locked.status_code == 429
    assert locked.headers["Retry-After"] == "900"
    assert "Too many wrong passwords. Wait 15 minutes" in locked.text
    assert try_password(name, PASSWORD).status_code == 429


def test_a_colleague_elsewhere_and_another_account_are_not_locked_out(editor: User, publisher: User) -> None:
    try_until_locked("editor")
    assert try_password("editor", PASSWORD, address="192.0.2.2").status_code == 302
    assert try_password("publisher", PASSWORD).status_code == 302


def test_who_goes_on_trying_does_not_make_it_longer(editor: User) -> None:
    with time_machine.travel("2026-03-01 12:00+00:00", tick=False) as clock:
        try_until_locked("editor")
        clock.shift(timedelta(minutes=14))
        assert try_password("editor", "wrong").status_code == 429
        clock.shift(timedelta(minutes=2))
        assert try_password("editor", PASSWORD).status_code == 302


def test_what_is_kept_of_attempts_goes_away_and_holds_no_password(editor: User) -> None:
    with time_machine.travel("2026-03-01 12:00+00:00", tick=False) as clock:
        for number in range(4):
            try_password(f"name-{number}", "a secret that slipped", address=f"192.0.2.{number}")
        assert AccessAttempt.objects.count() == 4
        assert not any("slipped" in str(row) for row in AccessAttempt.objects.values_list())
        clock.shift(timedelta(minutes=16))
        try_password("editor", PASSWORD)
        assert not AccessAttempt.objects.exists()


def test_the_same_is_said_whether_there_is_such_an_account_or_not(editor: User) -> None:
    def words(name: str) -> str:
        page: str = try_password(name, "wrong").text
        return page.partition('role="alert"')[2].partition("</p>")[0]

    assert words("editor") == words("nobody")
    assert "password" in words("editor")


def test_the_admin_has_no_door_of_its_own(administrator: User) -> None:
    answer = Client().post("/admin/login/", {"username": "administrator", "password": PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/sign-in/?next=/admin/")


@pytest.mark.parametrize("back", ["/sign-in/", "/sign-in/?next=/sign-in/", "http://testserver/sign-in/"])
def test_the_sign_in_leads_on_and_never_to_itself(editor: User, back: str) -> None:
    client = Client()
    client.force_login(editor)
    assert client.get("/sign-in/", {"next": back}).headers["Location"] == "/"
    assert client.get("/sign-in/", {"next": "/corrections/"}).headers["Location"] == "/corrections/"


def test_sign_ins_stand_in_the_log_with_who_and_when_and_no_secret(editor: User) -> None:
    client = Client()

    def come_and_go() -> None:
        try_password("editor", "wrong", client=client)
        try_password("somebody who is not there", "wrong", client=client)
        try_password("editor", PASSWORD, client=client)
        client.post("/sign-out/")

    assert acts_of(come_and_go) == ["person.refused", "person.signed_in", "person.signed_out"]
    refused, came, _went = Activity.objects.order_by("id")
    assert (refused.actor, refused.subject_id, came.actor) == (None, editor.pk, editor)
    assert not any(word in str(Activity.objects.values_list()) for word in ("wrong", PASSWORD, "not there"))


def test_a_session_ends_when_it_is_not_used_and_a_week_after_the_sign_in(editor: User) -> None:
    with time_machine.travel("2026-03-01 12:00+00:00", tick=False) as clock:
        idle, busy = Client(), Client()
        for client in (idle, busy):
            try_password("editor", PASSWORD, client=client)
        clock.shift(timedelta(hours=11))
        assert busy.get("/account/").status_code == 200
        clock.shift(timedelta(hours=2))
        assert idle.get("/account/").status_code == 302
        for _ in range(14):
            assert busy.get("/account/").status_code == 200
            clock.shift(timedelta(hours=11))
        clock.shift(timedelta(hours=2))
        assert busy.get("/account/").status_code == 302


def test_a_session_that_is_used_is_written_once_in_a_while_and_not_each_time(editor: User) -> None:
    client = Client()
    try_password("editor", PASSWORD, client=client)
    row = Session.objects.get(user=editor)
    client.get("/account/")
    assert Session.objects.get(user=editor).seen == row.seen
    with time_machine.travel(now() + timedelta(hours=2)):
        client.get("/account/")
    seen = Session.objects.get(user=editor).seen
    assert seen is not None
    assert row.seen is not None
    assert seen - row.seen > timedelta(hours=1)


def test_the_key_of_a_session_changes_with_the_sign_in(editor: User) -> None:
    client = Client()
    planted = SessionStore()
    planted["theirs"] = "yes"
    planted.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = planted.session_key or ""
    try_password("editor", PASSWORD, client=client)
    assert client.session.session_key != planted.session_key
    assert not SessionStore().exists(planted.session_key or "")


def test_a_session_without_its_beginning_has_ended(editor: User) -> None:
    client = Client()
    client.force_login(editor)
    session = client.session
    del session["began"]
    session.save()
    assert client.get("/account/").status_code == 302


def test_ended_sessions_are_cleared_away_with_the_next_sign_in(editor: User, publisher: User) -> None:
    try_password("publisher", PASSWORD)
    with time_machine.travel(now() + timedelta(days=8)):
        try_password("editor", PASSWORD)
    assert list(Session.objects.values_list("user", flat=True)) == [editor.pk]


def test_one_button_signs_out_everywhere_else(editor: User, publisher: User) -> None:
    here, there, other = Client(), Client(), Client()
    here.force_login(editor)
    there.force_login(editor)
    other.force_login(publisher)
    page = here.get("/account/").text
    assert (page.count("In this browser"), page.count("In another browser")) == (1, 1)
    once_more = {"password": PASSWORD}
    assert acts_of(lambda: here.post("/account/sessions/end/", once_more)) == ["person.sessions_ended"]
    assert here.get("/account/").status_code == 200
    assert there.get("/account/").status_code == 302
    assert other.get("/account/").status_code == 200


def test_one_other_session_is_ended_alone(editor: User) -> None:
    here, there, elsewhere = Client(), Client(), Client()
    for client in (here, there, elsewhere):
        client.force_login(editor)
    page = here.get("/account/").text
    names = re.findall(r'name="session" value="(\w+)"', page)
    assert len(names) == 2
    assert not any(str(client.session.session_key) in page for client in (there, elsewhere))
    name = name_session(str(there.session.session_key))
    here.post("/account/sessions/end/", {"password": PASSWORD, "session": name})
    assert [client.get("/account/").status_code for client in (here, there, elsewhere)] == [200, 302, 200]
    assert (
        "0 other places"
        in here.post("/account/sessions/end/", {"password": PASSWORD, "session": name}, follow=True).text
    )
    assert elsewhere.get("/account/").status_code == 200


@pytest.mark.parametrize("sent", [{}, {"password": "wrong"}, {"password": ""}])
def test_nobody_is_signed_out_elsewhere_without_the_password_once_more(editor: User, sent: dict[str, str]) -> None:
    here, there = Client(), Client()
    here.force_login(editor)
    there.force_login(editor)
    assert here.post("/account/sessions/end/", sent).status_code == 422
    assert there.get("/account/").status_code == 200


def give_password(administrator: User, person: User | None, password: str) -> list[str]:
    """Set a password in the admin, of somebody or of a new account; the acts that were recorded."""
    boss = Client()
    boss.force_login(administrator)
    address = reverse("admin:auth_user_password_change", args=[person.pk]) if person else reverse("admin:auth_user_add")
    sent = {"username": "newcomer", "password1": password, "password2": password, "usable_password": "true"}
    return acts_of(lambda: boss.post(address, sent))


@pytest.mark.parametrize("is_new", [True, False])
def test_a_password_that_was_given_lets_in_only_to_choose_another(
    administrator: User, editor: User, is_new: bool
) -> None:
    client, name = Client(), "newcomer" if is_new else "editor"
    assert give_password(administrator, None if is_new else editor, BETTER) == ["person.password_given"]
    assert try_password(name, BETTER, client=client).status_code == 302
    for path in ("/", "/notices/", "/admin/"):
        assert client.get(path).headers["Location"] == "/account/"
    assert client.post("/language/", {"language": "en"}).headers["Location"] == "/"
    assert client.get("/", headers={"HX-Request": "true"}).status_code == 403
    assert client.get("/api/corrections.json").status_code == 403
    assert "Choose one that only you know" in client.get("/account/").text
    own = "a lantern over nine bridges"
    sent = {"old_password": BETTER, "new_password1": own, "new_password2": own}
    assert client.post("/account/password/", sent).headers["Location"] == "/account/"
    assert client.get("/").status_code == (403 if is_new else 200)
    assert try_password(name, own).status_code == 302


def test_a_password_that_was_given_runs_out(administrator: User, editor: User) -> None:
    give_password(administrator, editor, BETTER)
    with time_machine.travel(now() + timedelta(days=8)):
        answer = try_password("editor", BETTER)
        assert answer.status_code == 200
        assert "too long ago" in answer.text
    with time_machine.travel(now() + timedelta(days=6)):
        assert try_password("editor", BETTER).status_code == 302


def take_password(administrator: User, person: User) -> None:
    """Let somebody sign in by no password any more, in the admin."""
    boss = Client()
    boss.force_login(administrator)
    address = reverse("admin:auth_user_password_change", args=[person.pk])
    assert boss.post(address, {"usable_password": "false", "unset-password": "1"}).status_code == 302
    person.refresh_from_db()
    assert not person.has_usable_password()


def test_of_a_password_that_was_taken_away_nothing_is_left_to_choose(administrator: User, editor: User) -> None:
    give_password(administrator, editor, BETTER)
    take_password(administrator, editor)
    assert not GivenPassword.objects.exists()
    # Nor where it was taken away by another hand than the admin's.
    GivenPassword.objects.create(user=editor, at=now())
    client = Client()
    client.force_login(editor)
    assert client.get("/").status_code == 200


def test_who_changes_their_own_in_the_admin_was_given_none(administrator: User) -> None:
    assert give_password(administrator, administrator, BETTER) == []
    client = Client()
    try_password("administrator", BETTER, client=client)
    assert client.get("/").status_code == 200


def test_another_password_ends_the_other_sessions(editor: User) -> None:
    here, there = Client(), Client()
    here.force_login(editor)
    there.force_login(editor)
    sent = {"old_password": PASSWORD, "new_password1": BETTER, "new_password2": BETTER}
    assert acts_of(lambda: here.post("/account/password/", sent)) == ["person.password_changed"]
    assert here.get("/account/").status_code == 200
    assert there.get("/account/").status_code == 302
    assert try_password("editor", PASSWORD).status_code == 200
    assert try_password("editor", BETTER).status_code == 302
    assert BETTER not in str(Activity.objects.values_list())


@pytest.mark.parametrize(
    "changes",
    [{"old_password": "wrong"}, {"new_password2": "another"}, dict.fromkeys(("new_password1", "new_password2"), "x")],
)
def test_a_password_is_changed_by_who_knows_the_old_one_for_one_that_is_taken(
    editor: User, changes: dict[str, str]
) -> None:
    client = Client()
    client.force_login(editor)
    sent = {"old_password": PASSWORD, "new_password1": BETTER, "new_password2": BETTER, **changes}
    answer = client.post("/account/password/", sent)
    assert answer.status_code == 422
    assert not any(word in answer.text for word in (PASSWORD, BETTER))
    assert try_password("editor", PASSWORD).status_code == 302


def test_who_is_closed_out_is_out_at_once(editor: User) -> None:
    client = Client()
    client.force_login(editor)
    User.objects.filter(pk=editor.pk).update(is_active=False)
    assert client.get("/account/").status_code == 302
    assert try_password("editor", PASSWORD).status_code == 200


def test_everybody_has_an_account_page_and_may_do_no_more_by_it() -> None:
    client = Client()
    client.force_login(make_user(role=None))
    assert client.get("/account/").status_code == 200
    assert client.get("/").status_code == 403


def test_a_locked_account_is_opened_by_a_command(editor: User) -> None:
    try_until_locked("editor")
    management.call_command("axes_reset_username", "editor", verbosity=0)
    assert try_password("editor", PASSWORD).status_code == 302


def test_nothing_that_is_typed_stays_in_the_browser_where_that_is_off(editor: User, settings: Settings) -> None:
    client = Client()
    client.force_login(editor)
    for is_kept in (True, False):
        settings.KEEP_UNSAVED = is_kept
        assert ("unsaved.js" in client.get("/").text) is is_kept
        assert ("is kept in this browser" in Client().get("/sign-in/?next=/corrections/").text) is is_kept
