"""Whoever watches a sheet is told of what happens to it, in the program and by mail, and nobody else is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from factsheet import actions, mailing, queries
from factsheet.actions import watching
from factsheet.actions.arranging import refresh_facts
from factsheet.models import Act, Activity, Fact, FactSheet, Letter, MailWish, Notice, Watch
from tests.factories import NOON, make_membership, make_sheet, make_user
from tests.factsheet.newsroom import LATER, add_figure, decide, make_fact_with, make_ready_sheet
from tests.security.payloads import PAYLOADS

pytestmark = pytest.mark.django_db


@pytest.fixture
def watcher() -> User:
    """Somebody with an address who watches every sheet that `watched` makes."""
    return make_user("watcher", role="Reporter", email="watcher@example.org")


@pytest.fixture
def fact(editor: User, watcher: User) -> Fact:
    """A settled fact of a sheet that is watched."""
    fact = make_fact_with("13000", sheet=make_sheet("The mission"))
    decide(fact, "13000", by=editor)
    watching.watch(fact.sheet, watcher)
    return Fact.objects.select_related("sheet").get(pk=fact.pk)


Commit = Callable[..., Any]


def challenge(*facts: Fact, by: User, figure: str = "15000") -> None:
    """A claim against each of these facts, by one act."""
    for fact in facts:
        add_figure(fact, figure)
    with transaction.atomic():
        refresh_facts(facts[0].sheet, [fact.pk for fact in facts], by=by, at=LATER)


def told(person: User) -> list[str]:
    """The acts that somebody is told of."""
    return list(Notice.objects.filter(person=person).order_by("id").values_list("activity__act", flat=True))


def test_a_challenge_is_told_with_the_claim_its_article_and_why(fact: Fact, watcher: User, editor: User) -> None:
    challenge(fact, by=editor)
    (notice,) = queries.notices(watcher).told
    assert notice.address == fact.get_absolute_url()
    outlet = fact.evidence.latest("pk").claim.article.source
    assert notice.lines[0].startswith(f"{outlet}: “15000 troops”. ")
    assert "cannot both be true" in notice.lines[0]
    assert told(editor) == [], "never who did it"
    assert queries.unread_notices(watcher) == 1


def _assign(sheet: FactSheet, to: User, by: User) -> None:
    actions.assign(sheet.facts.order_by("pk")[0], to=to, by=by, at=LATER)


DOING: dict[Act, Callable[[FactSheet, User, User], object]] = {
    Act.FACT_COMMENTED: lambda sheet, to, by: actions.comment(
        sheet.facts.order_by("pk")[0], text="Ring them.", by=by, at=LATER
    ),
    Act.FACT_ASSIGNED: _assign,
    Act.SHEET_SENT_BACK: lambda sheet, to, by: actions.send_back(
        move(sheet, "in_review"), comment="Name it.", by=by, at=LATER
    ),
    Act.SHEET_PUBLISHED: lambda sheet, to, by: actions.publish(move(sheet, "approved"), by=by, at=LATER),
}


def move(sheet: FactSheet, state: str) -> FactSheet:
    FactSheet.objects.filter(pk=sheet.pk).update(state=state)
    return FactSheet.objects.get(pk=sheet.pk)


@pytest.mark.parametrize("act", DOING, ids=lambda act: act.value)
def test_each_of_these_is_told_to_who_watches_and_not_to_who_did_it(
    act: Act, editor: User, publisher: User, watcher: User
) -> None:
    sheet = make_ready_sheet(by=editor)
    stranger = make_user(role="Editor")
    watching.watch(sheet, watcher)
    watching.watch(sheet, publisher)
    DOING[act](sheet, watcher, publisher)
    assert told(watcher) == [act]
    assert told(publisher) == told(stranger) == []
    # The page says it, with a way there.
    (notice,) = queries.notices(watcher).told
    assert notice.address.startswith(f"/sheets/{sheet.slug}/")


def test_a_fact_that_is_given_to_one_is_told_to_nobody_else(fact: Fact, editor: User, watcher: User) -> None:
    chosen = make_user(role="Editor")
    _assign(fact.sheet, chosen, editor)
    assert (told(chosen), told(watcher)) == ([Act.FACT_ASSIGNED], [])


def test_whoever_works_on_a_sheet_watches_it_until_they_stop(editor: User) -> None:
    opened = actions.create_sheet(title="Another", by=editor, at=NOON)
    fact = make_fact_with("13000", sheet=opened)
    reporter, decider, keeper = make_user(role="Reporter"), make_user(role="Editor"), make_user(role="Editor")
    actions.comment(fact, text="Ring them.", by=reporter, at=LATER)
    decide(fact, "13000", by=decider)
    actions.assign(fact, to=keeper, by=editor, at=LATER)
    assert set(Watch.objects.filter(sheet=opened).values_list("person", flat=True)) == {
        person.pk for person in (editor, reporter, decider, keeper)
    }
    watching.stop_watching(opened, reporter)
    actions.comment(fact, text="Again.", by=reporter, at=LATER)
    assert not queries.is_watched(opened, reporter)
    challenge(fact, by=editor)
    assert told(reporter) == []
    watching.watch(opened, reporter)
    assert queries.is_watched(opened, reporter)


def test_a_confidential_sheet_is_told_to_its_members_alone(fact: Fact, watcher: User, editor: User) -> None:
    member = make_user(role="Editor")
    watching.watch(fact.sheet, member)
    FactSheet.objects.filter(pk=fact.sheet_id).update(confidential=True)
    make_membership(fact.sheet, user=member)
    challenge(fact, by=editor)
    assert told(watcher) == []
    assert told(member) == [Act.FACT_CHALLENGED]


def test_what_was_told_is_hidden_from_who_is_let_in_no_longer(
    fact: Fact, watcher: User, editor: User, django_capture_on_commit_callbacks: Commit
) -> None:
    with django_capture_on_commit_callbacks():
        challenge(fact, by=editor)
    FactSheet.objects.filter(pk=fact.sheet_id).update(confidential=True)
    assert queries.unread_notices(watcher) == 0
    page = queries.notices(watcher)
    assert (page.told, page.watched) == ([], [])
    assert mailing.send_letters() == (0, 0)
    assert mail.outbox == []


def test_forty_facts_that_one_act_challenges_are_one_mail(
    fact: Fact, watcher: User, editor: User, django_capture_on_commit_callbacks: Commit
) -> None:
    facts = [make_fact_with("13000", sheet=fact.sheet, label=f"Fact {n}") for n in range(41)]
    for one in facts:
        decide(one, "13000", by=editor)
    with django_capture_on_commit_callbacks(execute=True):
        challenge(*facts, by=editor)
    assert len(told(watcher)) == 41
    (letter,) = mail.outbox
    assert letter.to == ["watcher@example.org"]
    assert letter.subject.startswith("The mission: brought a claim that challenges a fact, Fact 0 (and 40 more)")
    assert letter.body.count("/facts/") == mailing.LISTED
    assert f"http://127.0.0.1:8000{facts[0].get_absolute_url()}" in letter.body
    assert "<" not in letter.body
    assert not Letter.objects.exists()


def test_no_mail_is_sent_to_who_wants_none_or_has_no_address(
    fact: Fact, watcher: User, editor: User, django_capture_on_commit_callbacks: Commit
) -> None:
    bare = make_user(role="Editor")
    watching.watch(fact.sheet, bare)
    watching.choose_mail(watcher, wanted=False)
    with django_capture_on_commit_callbacks(execute=True):
        challenge(fact, by=editor)
    assert len(told(watcher)) == len(told(bare)) == 1
    assert mail.outbox == []
    assert not Letter.objects.exists()
    assert not queries.notices(watcher).wants_mail


def test_mail_is_written_in_the_language_that_its_reader_chose(
    fact: Fact, watcher: User, editor: User, client: Client, django_capture_on_commit_callbacks: Commit
) -> None:
    english = make_user(role="Editor", email="english@example.org")
    watching.watch(fact.sheet, english)
    client.force_login(watcher)
    assert client.post("/language/", {"language": "fr"}).status_code == 302
    assert client.post("/language/", {"language": "none that is spoken"}).status_code == 302
    with django_capture_on_commit_callbacks(execute=True):
        actions.comment(fact, text="Ring them.", by=editor, at=LATER)
    letters = {letter.to[0]: letter for letter in mail.outbox}
    assert "Stop this mail" in letters["english@example.org"].body
    french = letters["watcher@example.org"]
    assert "Ring them." in french.body
    assert "Stop this mail" not in french.body
    assert "commenté" in french.subject
    assert queries.notices(watcher).wants_mail


def test_who_never_chose_a_language_reads_the_one_that_they_came_in_with(watcher: User) -> None:
    for language, known in (("fr", "fr"), ("en", "fr")):
        with translation.override(language):
            Client().force_login(watcher)
        assert MailWish.objects.get(person=watcher).language == known
    watching.choose_language(watcher, "en")
    assert MailWish.objects.values_list("language", "is_off").get() == ("en", False)


class Down:
    """A mail server that is down."""

    def __init__(self, **_options: object) -> None:
        pass

    def send_messages(self, _messages: object) -> int:
        raise ConnectionRefusedError("nobody listens")

    def close(self) -> None:
        pass


def test_a_mail_server_that_is_down_loses_nothing(
    fact: Fact, watcher: User, editor: User, settings: Any, django_capture_on_commit_callbacks: Commit
) -> None:
    up = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.Down"
    with django_capture_on_commit_callbacks(execute=True):
        challenge(fact, by=editor)
    letter = Letter.objects.get()
    assert (letter.attempts, letter.error) == (1, "nobody listens")
    assert told(watcher) == [Act.FACT_CHALLENGED]
    with django_capture_on_commit_callbacks(execute=True):
        actions.comment(fact, text="Ring them.", by=editor, at=LATER + timedelta(hours=1))
    assert list(Letter.objects.order_by("id").values_list("attempts", flat=True)) == [1, 0], "not in the way again"
    with pytest.raises(CommandError, match="did not take all"):
        call_command("send_notices")
    settings.EMAIL_BACKEND = up
    call_command("send_notices")
    assert len(mail.outbox) == 2
    assert not Letter.objects.exists()


def test_an_act_that_is_taken_back_tells_nobody(
    fact: Fact, watcher: User, editor: User, django_capture_on_commit_callbacks: Commit
) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        challenge(fact, by=editor)
        transaction.set_rollback(True)
    assert told(watcher) == []
    assert mail.outbox == []


def test_no_header_can_be_slipped_into_a_mail(
    fact: Fact, watcher: User, editor: User, django_capture_on_commit_callbacks: Commit
) -> None:
    FactSheet.objects.filter(pk=fact.sheet_id).update(title="A\r\nBcc: all@example.org\u2028X")
    Fact.objects.filter(pk=fact.pk).update(label="B\nSubject: other")
    with django_capture_on_commit_callbacks(execute=True):
        challenge(Fact.objects.select_related("sheet").get(pk=fact.pk), by=editor)
    (letter,) = mail.outbox
    message = letter.message()
    assert message["Bcc"] is None
    assert letter.recipients() == ["watcher@example.org"]
    assert letter.subject.startswith("A Bcc: all@example.org X: ")


def test_no_words_that_nobody_means_well_make_a_mail_anything_but_plain_text() -> None:
    for payload in PAYLOADS:
        activity = Activity(sheet=FactSheet(title=payload), act=Act.FACT_COMMENTED, subject=payload)
        letter = EmailMessage(mailing.write_subject([Notice(activity=activity)]), payload, to=["watcher@example.org"])
        message = letter.message()
        assert message.get_content_type() == "text/plain"
        assert {*message.keys()} - {
            "Content-Type",
            "MIME-Version",
            "Content-Transfer-Encoding",
            "Message-ID",
            "Date",
        } == {
            "Subject",
            "From",
            "To",
        }
        assert str(letter.subject).isprintable()


def test_notices_are_read_by_their_own_reader_alone(fact: Fact, watcher: User, editor: User) -> None:
    challenge(fact, by=editor)
    notice = Notice.objects.get()
    assert watching.read_notices(editor, [notice.pk], at=LATER) == 0
    assert watching.read_notices(watcher, [notice.pk], at=LATER) == 1
    assert queries.unread_notices(watcher) == 0
    assert [told.notice.read_at for told in queries.notices(watcher).told] == [LATER]


def test_telling_costs_the_same_for_two_watchers_and_for_forty(fact: Fact, editor: User) -> None:
    counts = []
    for n in (2, 40):
        for _ in range(n):
            watching.watch(fact.sheet, make_user(email="a@example.org"))
        with CaptureQueriesContext(connection) as captured:
            actions.comment(fact, text="Ring them.", by=editor, at=LATER)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_nothing_of_somebody_who_is_forgotten_is_kept(fact: Fact, watcher: User, editor: User) -> None:
    challenge(fact, by=editor)
    watching.choose_mail(watcher, wanted=True)
    actions.pseudonymise(watcher, by=None, at=LATER)
    assert not Notice.objects.exists()
    assert not Letter.objects.exists()
    assert not Watch.objects.filter(person=watcher).exists()
    assert Activity.objects.filter(act=Act.FACT_CHALLENGED).exists()
