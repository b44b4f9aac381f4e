"""Mail of notices, sent after the act that it tells of and never in its way; what could not be sent is tried again.

A letter waits in the database from within the transaction of the act. A mail server that is down keeps it there, for
`manage.py send_notices`; it never fails an act, and holds up one save in some minutes at most.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import DatabaseError, transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.utils.timezone import now
from django.utils.translation import ngettext, override

from factsheet.models import Letter, MailWish, Notice, visible_sheets
from factsheet.telling import tell_all

logger = logging.getLogger(__name__)

PAUSE = timedelta(minutes=5)
"""After a mail server failed, acts do not try it again for so long."""

MOST_ATTEMPTS = 30
"""How often a letter is tried; then it waits for somebody to look at it."""

LONGEST_SUBJECT = 150
LISTED = 40


def send_soon(at: datetime) -> None:
    """Send the letters of an act once its transaction is through."""
    transaction.on_commit(lambda: _send_quietly(at), robust=True)


def _send_quietly(at: datetime) -> None:
    try:
        if not Letter.objects.filter(tried_at__gt=now() - PAUSE).exists():
            send_letters(at=at)
    except DatabaseError:
        logger.warning("The letters of %s wait for manage.py send_notices", at, exc_info=True)


def send_letters(*, at: datetime | None = None) -> tuple[int, int]:
    """Send the letters that wait, those of one moment or all; after a first failure none is tried.

    Returns:
        How many were sent, and how many still wait.
    """
    waiting = Letter.objects.filter(attempts__lt=MOST_ATTEMPTS)
    letters = list((waiting if at is None else waiting.filter(at=at)).select_related("person").order_by("id"))
    people = MailWish.objects.filter(person__in={letter.person_id for letter in letters})
    languages = dict(people.values_list("person_id", "language"))
    sent = 0
    connection: BaseEmailBackend = get_connection()
    for letter in letters:
        # Of two who send at once, one takes it.
        mine = Letter.objects.filter(pk=letter.pk, attempts=letter.attempts)
        if not mine.update(attempts=F("attempts") + 1, tried_at=now()):
            continue
        mail = compose(letter, languages.get(letter.person_id, ""))
        try:
            if mail is not None:
                connection.send_messages([mail])
        except Exception as error:  # noqa: BLE001 - whatever a mail server does, the letter waits
            logger.warning("Mail to person %s could not be sent: %s", letter.person_id, error)
            Letter.objects.filter(pk=letter.pk).update(error=str(error)[:300])
            break
        Letter.objects.filter(pk=letter.pk).delete()
        sent += mail is not None
    connection.close()
    return sent, Letter.objects.count()


def compose(letter: Letter, language: str) -> EmailMessage | None:
    """The mail, in plain text and in the receiver's language, the newsroom's where that is not known.

    None where there is nothing to tell any more, as to somebody who was let out since.
    """
    person = letter.person
    if not person.is_active or not person.email:
        return None
    seen = Notice.objects.filter(person=person, at=letter.at, activity__sheet__in=visible_sheets(person))
    notices = list(seen.select_related("activity__sheet", "activity__actor").order_by("id"))
    if not notices:
        return None
    with override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        subject = write_subject(notices)
        told = tell_all(notices[:LISTED])
        more = len(notices) - len(told)
        body = render_to_string("mail/notices.txt", {"told": told, "more": more, "site": settings.SITE_URL})
    return EmailMessage(subject, body, to=[person.email])


def write_subject(notices: Sequence[Notice]) -> str:
    """One line, whatever stands in a title; Django refuses a subject that has two."""
    first = notices[0].activity
    what = f"{first.sheet}: {first.get_act_display()}, {first.subject}"
    if len(notices) > 1:
        more = ngettext("and %(n)s more", "and %(n)s more", len(notices) - 1) % {"n": len(notices) - 1}
        what = f"{what} ({more})"
    return " ".join("".join(c if c.isprintable() else " " for c in what).split())[:LONGEST_SUBJECT]
