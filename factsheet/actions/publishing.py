"""A sheet goes to review, comes back, is approved and published."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factsheet.actions.log import record
from factsheet.export.edition import build_edition
from factsheet.models import Act, Edition, FactSheet
from factsheet.policies import TRANSITIONS, Refused
from factsheet.snapshot import take_snapshot


@transaction.atomic
def submit(sheet: FactSheet, *, by: User, at: datetime) -> None:
    """Hand a draft to those who approve."""
    _move_and_record(sheet, "submit", Act.SHEET_SUBMITTED, by=by, at=at)


@transaction.atomic
def send_back(sheet: FactSheet, *, comment: str, by: User, at: datetime) -> None:
    """Hand a sheet back to its editors, with what is to be done.

    Raises:
        Refused: when the comment is empty.
    """
    comment = comment.strip()
    if not comment:
        raise Refused(_("Say what has to change, so that the editors know."))
    _move_and_record(sheet, "send_back", Act.SHEET_SENT_BACK, by=by, at=at, approved=False, comment=comment)


@transaction.atomic
def approve(sheet: FactSheet, *, by: User, at: datetime) -> None:
    """Approve a sheet as it stands; any later change makes it a draft again."""
    _move_and_record(sheet, "approve", Act.SHEET_APPROVED, by=by, at=at, approved=True)


@transaction.atomic
def publish(sheet: FactSheet, *, by: User, at: datetime, note: str = "") -> Edition:
    """Publish an approved sheet as its next edition, chained by SHA-256 to the one before.

    Either the whole edition stands when this returns, or nothing of it.

    Raises:
        Refused: when the sheet is no longer approved, as after a colleague's change a moment ago.
    """
    last = sheet.editions.defer("body").order_by("-number").first()
    number = last.number + 1 if last else 1
    previous = last.sha256 if last else ""
    # The transition comes first: it holds the sheet's row, so that of two who publish at once one is refused.
    before = _move(sheet, "publish", by=by, at=at)
    content = take_snapshot(sheet, number=number, previous_sha256=previous, by=by, at=at, note=note)
    body = build_edition(content)
    sha256 = hashlib.sha256(body).hexdigest()
    told = {"before": before, "after": {"state": sheet.state, "edition": number, "sha256": sha256}}
    record(Act.SHEET_PUBLISHED, sheet=sheet, actor=by, at=at, subject=sheet, edition=number, note=note, **told)
    return Edition.objects.create(
        sheet=sheet,
        number=number,
        body=body,
        sha256=sha256,
        previous_sha256=previous,
        note=note,
        published_at=at,
        published_by=by,
    )


def _move_and_record(
    sheet: FactSheet, act: str, code: Act, *, by: User, at: datetime, approved: bool | None = None, **details: Any
) -> None:
    before = _move(sheet, act, by=by, at=at, approved=approved)
    record(code, sheet=sheet, actor=by, at=at, subject=sheet, before=before, after={"state": sheet.state}, **details)


def _move(sheet: FactSheet, act: str, *, by: User, at: datetime, approved: bool | None = None) -> dict[str, str]:
    """Bring a sheet from one state to the next; returned is where it stood, as the log keeps it."""
    before = {"state": str(sheet.state)}
    sources, target = TRANSITIONS[act]
    changes: dict[str, Any] = {"state": target, "changed_at": at}
    if approved is not None:
        changes |= {"approved_at": at if approved else None, "approved_by": by if approved else None}
    # One statement asks and answers: nobody can slip a change between the look and the leap, also not one after which
    # the sheet was brought to the same state again.
    if not FactSheet.objects.filter(pk=sheet.pk, state__in=sources, changed_at=sheet.changed_at).update(**changes):
        raise Refused(_("The sheet has changed since you opened this page. Look at it again."))
    for name, value in changes.items():
        setattr(sheet, name, value)
    return before
