"""What somebody does with an account of their own, and the sign-ins: each in the log, and no secret with it."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from factsheet.actions.log import record
from factsheet.models import Act, Session


@transaction.atomic
def note_sign_in(person: User, *, at: datetime) -> None:
    """Record that somebody signed in, and clear away the sessions that have ended, whosever they were."""
    Session.objects.filter(expire_date__lt=at).delete()
    record(Act.PERSON_SIGNED_IN, sheet=None, actor=person, at=at, subject=person)


@transaction.atomic
def note_sign_out(person: User, *, at: datetime) -> None:
    """Record that somebody signed out."""
    record(Act.PERSON_SIGNED_OUT, sheet=None, actor=person, at=at, subject=person)


@transaction.atomic
def note_refusal(username: str, *, at: datetime) -> None:
    """Record that a wrong password was tried for an account. What was typed where there is none may be a password."""
    person = User.objects.filter(username=username).first()
    if person is not None:
        record(Act.PERSON_REFUSED, sheet=None, actor=None, at=at, subject=person)


@transaction.atomic
def change_password(person: User, password: str, *, keep: str, by: User, at: datetime) -> None:
    """Give somebody another password, which ends their sessions but the one of key `keep`.

    The rules on passwords are asked before, by the form.
    """
    person.set_password(password)
    person.save(update_fields=["password"])
    ended, _models = Session.objects.filter(user=person).exclude(session_key=keep).delete()
    record(Act.PASSWORD_CHANGED, sheet=None, actor=by, at=at, subject=person, sessions_ended=ended)


@transaction.atomic
def end_sessions(person: User, *, keep: str, by: User, at: datetime) -> int:
    """Sign somebody out everywhere but in the session of key `keep`.

    Returns:
        How many sessions were ended.
    """
    ended, _models = Session.objects.filter(user=person).exclude(session_key=keep).delete()
    record(Act.SESSIONS_ENDED, sheet=None, actor=by, at=at, subject=person, sessions_ended=ended)
    return ended
