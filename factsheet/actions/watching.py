"""Sheets are watched, and whoever watches one is told of what happens to it: in the program, and by mail.

What is to be told is written in the transaction of the act itself. Mail is sent after it, by `factsheet.mailing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import product

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from factsheet.mailing import send_soon
from factsheet.models import Act, Activity, FactSheet, Letter, MailWish, Membership, Notice, Watch

TOLD = frozenset(
    {
        Act.ARTICLE_REVISED,
        Act.FACT_CHALLENGED,
        Act.FACT_COMMENTED,
        Act.FACT_ASSIGNED,
        Act.SHEET_SENT_BACK,
        Act.SHEET_PUBLISHED,
        Act.SHEET_WITHDRAWN,
    }
)
"""The acts of which people are told; of an assignment only whoever gets it, and of a newer version of an article only
where figures, dates or quotations changed.
"""


@transaction.atomic
def watch(sheet: FactSheet, person: User) -> None:
    """Begin to watch a sheet, or begin again."""
    Watch.objects.update_or_create(sheet=sheet, person=person, defaults={"stopped": False})


@transaction.atomic
def stop_watching(sheet: FactSheet, person: User) -> None:
    """Stop: working on the sheet does not bring it back."""
    Watch.objects.update_or_create(sheet=sheet, person=person, defaults={"stopped": True})


def watch_by_working(sheet: FactSheet, person: User) -> None:
    """Make whoever works on a sheet one who watches it, unless they stopped; one statement."""
    Watch.objects.bulk_create([Watch(sheet=sheet, person=person)], ignore_conflicts=True)


def tell(lines: Sequence[Activity]) -> None:
    """Tell those who watch a sheet of the lines that one act on it wrote.

    Never who did it, and never who may not see the sheet. In the transaction of the act. Mail goes out once that is
    through, one for all that is told of at one moment. The number of queries does not grow with the lines.
    """
    lines = [line for line in lines if line.act in TOLD and line.details.get("changes", True)]
    if not lines or lines[0].sheet is None:
        return
    first = lines[0]
    people = [person for person in _find_listeners(first) if person.pk != first.actor_id]
    if not people:
        return
    Notice.objects.bulk_create(
        Notice(person=person, activity=line, at=line.at) for line, person in product(lines, people)
    )
    letters = [Letter(person=person, at=first.at) for person in people if person.email and not person.is_off]  # type: ignore[attr-defined]
    if letters:
        Letter.objects.bulk_create(letters, ignore_conflicts=True)
        send_soon(first.at)


def _find_listeners(activity: Activity) -> Iterable[User]:
    """Who is to be told, with whether they want no mail; one query."""
    people = User.objects.filter(is_active=True).annotate(
        is_off=Exists(MailWish.objects.filter(person=OuterRef("pk"), is_off=True))
    )
    if activity.act == Act.FACT_ASSIGNED:
        people = people.filter(pk=activity.details["after"] or 0)
    else:
        people = people.filter(pk__in=Watch.objects.filter(sheet=activity.sheet, stopped=False).values("person"))
    return _let_in(people, activity)


def _let_in(people: QuerySet[User], activity: Activity) -> QuerySet[User]:
    """Of these people those who may see the sheet, by `factsheet.models.membership.seen_by` seen from its other end."""
    members = Membership.objects.filter(sheet=activity.sheet, user=OuterRef("pk"))
    is_open = Q(Exists(FactSheet.objects.filter(pk=activity.sheet_id or 0, confidential=False)))
    return people.filter(is_open | Exists(members))


@transaction.atomic
def read_notices(person: User, notices: Iterable[int] | None = None, *, at: datetime) -> int:
    """Mark one's own notices as read, all of them where none are named; how many were not."""
    unread = Notice.objects.filter(person=person, read_at=None)
    return (unread if notices is None else unread.filter(pk__in=list(notices))).update(read_at=at)


@transaction.atomic
def choose_language(person: User, language: str) -> None:
    """Say in which language one reads; mail is written in it."""
    MailWish.objects.update_or_create(person=person, defaults={"language": language})


@transaction.atomic
def note_language(person: User, language: str) -> None:
    """Take the language in which somebody came in as the one they read, unless they chose one before."""
    if not MailWish.objects.filter(person=person).exclude(language="").exists():
        choose_language(person, language)


@transaction.atomic
def choose_mail(person: User, *, wanted: bool) -> None:
    """Say whether one wants mail of what one watches."""
    MailWish.objects.update_or_create(person=person, defaults={"is_off": not wanted})
    if not wanted:
        Letter.objects.filter(person=person).delete()
