"""A published sheet: an edition that stands whole or not at all, and the one that withdraws it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factsheet.actions.log import lock, record
from factsheet.actions.review import check_unmoved, move
from factsheet.export.content import EditionContent
from factsheet.export.edition import build_edition
from factsheet.export.lines import HEAD, digest_lines
from factsheet.models import Act, Edition, EditionLine, FactSheet, LineVerdict
from factsheet.policies import PUBLISHING, Refused
from factsheet.reviewing import digest_review
from factsheet.snapshot import take_snapshot

Kind = Edition.Kind
# The kinds that an editor chooses from; a withdrawal is an act of its own.
CHOSEN = (Kind.CORRECTION, Kind.CLARIFICATION, Kind.UPDATE)


@transaction.atomic
def publish(sheet: FactSheet, *, by: User, at: datetime, kind: str = "", note: str = "") -> Edition:
    """Publish an approved sheet as its next edition, chained by SHA-256 to the one before.

    Either the whole edition stands when this returns, or nothing of it. `kind` is one of `CHOSEN`, with a `note` for
    readers, from the second edition on.

    Raises:
        Refused: when the sheet is no longer approved, as after a colleague's change a moment ago; or when the kind or
            the note is missing.
    """
    lock(sheet.pk)
    check_unmoved(sheet, "publish")
    last = _find_newest(sheet)
    note = note.strip()
    if last is not None:
        if kind not in CHOSEN:
            raise Refused(_("Say whether this edition is a correction, a clarification or an update."))
        if not note:
            raise Refused(_("Say what is different in this edition, for readers."))
    elif kind:
        raise Refused(_("The first edition replaces none."))
    return _publish(sheet, last, kind=kind, note=note, by=by, at=at)


@transaction.atomic
def withdraw(sheet: FactSheet, *, note: str, by: User, at: datetime) -> Edition:
    """Take back all that a sheet has published, by a further edition that says so, and why, and has no lines.

    One person does it: what is wrong is out there meanwhile.

    Raises:
        Refused: when nothing is published, all is withdrawn already, or the note is empty.
    """
    lock(sheet.pk)
    check_unmoved(sheet, "withdraw")
    last = _find_newest(sheet)
    note = note.strip()
    if last is None or last.kind == Kind.WITHDRAWAL:
        raise Refused(_("There is no edition to withdraw."))
    if not note:
        raise Refused(_("Say why it is withdrawn, for readers."))
    return _publish(sheet, last, kind=Kind.WITHDRAWAL, note=note, by=by, at=at)


def _find_newest(sheet: FactSheet) -> Edition | None:
    return sheet.editions.defer("body").order_by("-number").first()


def _publish(sheet: FactSheet, last: Edition | None, *, kind: str, note: str, by: User, at: datetime) -> Edition:
    number = last.number + 1 if last else 1
    previous = last.sha256 if last else ""
    approved = sheet.approved_sha256
    # The transition comes first: it holds the sheet's row, so that of two who publish at once one is refused.
    is_withdrawal = kind == Kind.WITHDRAWAL
    before = move(sheet, PUBLISHING[kind], by=by, at=at, approved=False if is_withdrawal else None)
    content = take_snapshot(sheet, number=number, previous_sha256=previous, by=by, at=at, kind=kind, note=note)
    if not is_withdrawal:
        _check_approved(content, approved)
        content = replace(content, approved_alone=tuple(_find_alone(sheet, content)))
    body = build_edition(content)
    sha256 = hashlib.sha256(body).hexdigest()
    told: dict[str, Any] = {"before": before, "after": {"state": sheet.state, "edition": number, "sha256": sha256}}
    told |= {"kind": kind} if kind else {}
    told |= {"approved_alone": [*content.approved_alone]} if content.approved_alone else {}
    act = Act.SHEET_WITHDRAWN if is_withdrawal else Act.SHEET_PUBLISHED
    record(act, sheet=sheet, actor=by, at=at, subject=sheet, edition=number, note=note, **told)
    edition = Edition.objects.create(
        sheet=sheet,
        number=number,
        body=body,
        sha256=sha256,
        previous_sha256=previous,
        kind=kind,
        note=note,
        published_at=at,
        published_by=by,
    )
    EditionLine.objects.bulk_create(
        EditionLine(edition=edition, fact_key=fact.id, words=fact.answer.text if fact.answer else "")
        for fact in content.facts
    )
    return edition


def _check_approved(content: EditionContent, approved: str) -> None:
    """Refuse what is not, to the letter, what was approved: an outlet's name is changed elsewhere."""
    if approved and approved != digest_review(digest_lines(content).values()):
        raise Refused(
            _("What this sheet would print is no longer what was approved. Send it back, and approve it anew.")
        )


def _find_alone(sheet: FactSheet, content: EditionContent) -> list[int]:
    """The lines whose approval, as they are, was by whoever had settled or changed them."""
    own = list(sheet.verdicts.filter(own=True))
    digests = digest_lines(content) if own else {}
    ids = {row.fact_id or HEAD for row in own if digests.get(row.fact_id or HEAD) == row.sha256}
    # A colleague may have approved the very same later on.
    second = sheet.verdicts.filter(own=False, word=LineVerdict.Word.APPROVED, sha256__in=digests.values())
    return sorted(ids - {row.fact_id or HEAD for row in second} - {HEAD})
