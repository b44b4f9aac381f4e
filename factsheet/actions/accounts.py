"""What somebody does with an account of their own, and the sign-ins: each in the log, and no secret with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from factsheet.actions.log import record
from factsheet.models import Act, GivenPassword, Session

FIRST_FACTOR = "password"
"""How the log calls what somebody signed in with; of an authenticator app it says "totp", of a provider its key."""


@transaction.atomic
def note_sign_in(person: User, *, at: datetime, by: Sequence[str] = (FIRST_FACTOR,)) -> None:
    """Record that somebody signed in, and clear away the sessions that have ended, whosever they were.

    Args:
        person: who is in.
        at: when.
        by: all that was asked, in that order: a password, a second factor, a provider.
    """
    Session.objects.filter(expire_date__lt=at).delete()
    record(Act.PERSON_SIGNED_IN, sheet=None, actor=person, at=at, subject=person, by=list(by))


@transaction.atomic
def note_sign_out(person: User, *, at: datetime) -> None:
    """Record that somebody signed out."""
    record(Act.PERSON_SIGNED_OUT, sheet=None, actor=person, at=at, subject=person)


@transaction.atomic
def note_refusal(username: str, *, at: datetime, by: str = FIRST_FACTOR) -> None:
    """Record that somebody was not let into an account: by a wrong password or code, or though a provider vouched.

    Of what was typed where there is no such account nothing is kept: it may be a password.
    """
    person = User.objects.filter(username=username).first()
    if person is not None:
        record(Act.PERSON_REFUSED, sheet=None, actor=None, at=at, subject=person, by=[by])


@transaction.atomic
def change_password(person: User, password: str, *, keep: str, by: User, at: datetime) -> None:
    """Give oneself another password, which ends one's sessions but the one of key `keep`.

    The rules on passwords are asked before, by the form.
    """
    person.set_password(password)
    person.save(update_fields=["password"])
    GivenPassword.objects.filter(user=person).delete()
    ended = _end_sessions(person, keep)
    record(Act.PASSWORD_CHANGED, sheet=None, actor=by, at=at, subject=person, sessions_ended=ended)


@transaction.atomic
def note_given_password(person: User, *, by: User, at: datetime) -> None:
    """Record that an administrator set somebody's password: it lets in once, to choose another."""
    GivenPassword.objects.update_or_create(user=person, defaults={"at": at})
    record(Act.PASSWORD_GIVEN, sheet=None, actor=by, at=at, subject=person, sessions_ended=_end_sessions(person, ""))


def forget_given_password(person: User) -> None:
    """Let nothing be left of a password that was given, where the account has none any more."""
    GivenPassword.objects.filter(user=person).delete()


@transaction.atomic
def end_sessions(person: User, *, keep: str, by: User, at: datetime, only: str = "") -> int:
    """Sign somebody out everywhere but in the session of key `keep`, or in the session of key `only` alone.

    Returns:
        How many sessions were ended.
    """
    ended = _end_sessions(person, keep, only)
    record(Act.SESSIONS_ENDED, sheet=None, actor=by, at=at, subject=person, sessions_ended=ended)
    return ended


@transaction.atomic
def note_factors(
    person: User, *, before: Sequence[str], after: Sequence[str], keep: str, by: User | None, at: datetime
) -> None:
    """Record that a second factor was set up, renewed or taken away, which ends the sessions but the one of key `keep`.

    Args:
        person: whose.
        before: of which kinds there were some: "totp", "recovery_codes", "webauthn".
        after: of which kinds there are some now; the same where one was renewed.
        keep: the key of the session in which it is done.
        by: who did it; None for a command.
        at: when.
    """
    ended = _end_sessions(person, keep)
    record(
        Act.FACTORS_CHANGED,
        sheet=None,
        actor=by,
        at=at,
        subject=person,
        before=sorted(before),
        after=sorted(after),
        sessions_ended=ended,
    )


@transaction.atomic
def note_provider(
    person: User, *, before: str | None, after: str | None, by: User | None, at: datetime, role: str = ""
) -> None:
    """Record that somebody comes in by a provider from now on, or no longer does.

    Args:
        person: whose account.
        before: the provider's key, None where there was none.
        after: the same from now on.
        by: who did it; None where the provider's word did.
        at: when.
        role: which the account was given, where the provider's word made it.
    """
    made = {"role": role} if role else {}
    record(Act.PROVIDER_CHANGED, sheet=None, actor=by, at=at, subject=person, before=before, after=after, **made)


def _end_sessions(person: User, keep: str, only: str = "") -> int:
    ending = Session.objects.filter(user=person).exclude(session_key=keep)
    return (ending.filter(session_key=only) if only else ending).delete()[0]
