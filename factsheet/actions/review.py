"""A sheet goes to review, is approved line by line or as a whole, or comes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factsheet.actions.log import lock, record
from factsheet.export.lines import HEAD
from factsheet.models import Act, Comment, FactSheet, LineVerdict
from factsheet.policies import TRANSITIONS, Refused
from factsheet.reviewing import SheetLine, SheetReview, review_lines
from factsheet.snapshot import take_snapshot

Word = LineVerdict.Word


@transaction.atomic
def submit(sheet: FactSheet, *, by: User, at: datetime) -> None:
    """Hand a draft to those who approve."""
    _move_and_record(sheet, "submit", Act.SHEET_SUBMITTED, by=by, at=at)


@transaction.atomic
def send_back(
    sheet: FactSheet, *, by: User, at: datetime, comment: str = "", lines: Mapping[int, str] | None = None
) -> None:
    """Hand a sheet back to its editors, with what is to be done: on the whole, and on single lines by their facts.

    What is said of a line also stands in the thread of its fact, and the line is approved by nobody until it changes or
    is approved anew.

    Raises:
        Refused: when nothing is said, or something of a line that is not there.
    """
    comment = comment.strip()
    said = {key: text.strip() for key, text in (lines or {}).items() if text.strip()}
    if not comment and not said:
        raise Refused(_("Say what has to change, so that the editors know."))
    lock(sheet.pk)
    told = []
    if said:
        digests = {line.key: line.sha256 for line in _review(sheet, by=by, at=at).lines}
        facts = sheet.facts.in_bulk(said.keys() & digests.keys())
        if said.keys() != facts.keys():
            raise Refused(_("One of these lines is no longer on the sheet. Look at it again."))
        for key, text in said.items():
            made = Comment.objects.create(fact=facts[key], text=text, author=by, at=at)
            record(
                Act.FACT_COMMENTED, sheet=sheet, actor=by, at=at, subject=facts[key],
                before=None, after={"comment": made.pk}, comment=text, comment_id=made.pk,
            )  # fmt: skip
            LineVerdict.objects.create(
                sheet=sheet, fact=facts[key], sha256=digests[key], word=Word.SENT_BACK, comment=made, by=by, at=at
            )
            told.append({"fact": key, "comment_id": made.pk, "comment": text})
    more: dict[str, Any] = {"lines": told, "facts": [*said]} if told else {}
    _move_and_record(sheet, "send_back", Act.SHEET_SENT_BACK, by=by, at=at, approved=False, comment=comment, **more)


@transaction.atomic
def approve_lines(sheet: FactSheet, seen: Mapping[int, str], *, by: User, at: datetime) -> list[SheetLine]:
    """Approve lines by themselves, each as the one who approves has seen it: by its key, with its digest.

    Raises:
        Refused: when one has changed meanwhile, or is not theirs to approve.
    """
    lock(sheet.pk)
    check_unmoved(sheet, "approve")
    review = _review(sheet, by=by, at=at)
    lines = [line for line in review.lines if line.key in seen]
    if not lines or {line.key: line.sha256 for line in lines} != dict(seen):
        raise Refused(_("The line has changed since you opened this page. Look at it again."))
    if against := next((line.against for line in lines if line.against), ""):
        raise Refused(against)
    waiting = [line for line in lines if not line.is_approved]
    if waiting:
        _approve_and_record(sheet, review, waiting, by=by, at=at)
    return waiting


@transaction.atomic
def approve(sheet: FactSheet, *, by: User, at: datetime) -> list[SheetLine]:
    """Approve all lines that are left and that one may; and the sheet, once every line is. A later change undoes that.

    Returns:
        The lines that are left for somebody else; none when the sheet is approved.

    Raises:
        Refused: when all that are left are for somebody else.
    """
    lock(sheet.pk)
    check_unmoved(sheet, "approve")
    review = _review(sheet, by=by, at=at)
    mine, left = review.mine, [line for line in review.waiting if line.against]
    if left and not mine:
        raise Refused(_("You had a hand in every line that is left. Somebody else has to approve it."))
    if left:
        _approve_and_record(sheet, review, mine, by=by, at=at)
    else:
        told = _write_approvals(sheet, mine, by=by, at=at)
        approved = {"approved": True, "approved_sha256": review.sha256}
        _move_and_record(sheet, "approve", Act.SHEET_APPROVED, by=by, at=at, **approved, **told)  # type: ignore[arg-type]
    return left


def _review(sheet: FactSheet, *, by: User, at: datetime) -> SheetReview:
    newest = sheet.editions.order_by("-number").first()
    # Neither the number nor the moment is any part of a line.
    content = take_snapshot(sheet, number=1, previous_sha256="", by=by, at=at)
    return review_lines(sheet, content, newest, by=by)


def _approve_and_record(
    sheet: FactSheet, review: SheetReview, lines: Sequence[SheetLine], *, by: User, at: datetime
) -> None:
    told = _write_approvals(sheet, lines, by=by, at=at)
    before = sum(line.is_approved for line in review.lines)
    change = {"before": {"lines_approved": before}, "after": {"lines_approved": before + len(lines)}}
    record(Act.LINES_APPROVED, sheet=sheet, actor=by, at=at, subject=sheet, **change, **told)


def _write_approvals(sheet: FactSheet, lines: Iterable[SheetLine], *, by: User, at: datetime) -> dict[str, Any]:
    """Keep approvals; returned is what the log tells of them."""
    made = LineVerdict.objects.bulk_create(
        LineVerdict(
            sheet=sheet,
            fact_id=line.key or None,
            sha256=line.sha256,
            word=Word.APPROVED,
            own=line.part is not None,
            by=by,
            at=at,
        )
        for line in lines
    )
    told: dict[str, Any] = {"facts": [row.fact_id for row in made if row.fact_id]} if made else {}
    if any(row.fact_id is None for row in made):
        told["head"] = True
    # Said in the log: nobody else has looked at these.
    if own := [row.fact_id or HEAD for row in made if row.own]:
        told["approved_alone"] = own
    return told


def check_unmoved(sheet: FactSheet, act: str) -> None:
    """Refuse an act on a sheet that is in another state, or was changed since it was read.

    Raises:
        Refused: saying so.
    """
    sources, _target = TRANSITIONS[act]
    if not FactSheet.objects.filter(pk=sheet.pk, state__in=sources, changed_at=sheet.changed_at).exists():
        raise Refused(_("The sheet has changed since you opened this page. Look at it again."))


def _move_and_record(
    sheet: FactSheet,
    act: str,
    code: Act,
    *,
    by: User,
    at: datetime,
    approved: bool | None = None,
    approved_sha256: str = "",
    **details: Any,
) -> None:
    before = move(sheet, act, by=by, at=at, approved=approved, approved_sha256=approved_sha256)
    record(code, sheet=sheet, actor=by, at=at, subject=sheet, before=before, after={"state": sheet.state}, **details)


def move(
    sheet: FactSheet, act: str, *, by: User, at: datetime, approved: bool | None = None, approved_sha256: str = ""
) -> dict[str, str]:
    """Bring a sheet from one state to the next; returned is where it stood, as the log keeps it.

    `approved` says whether it is approved from now on, as `approved_sha256`; None leaves that as it is.

    Raises:
        Refused: when it is in another state, or was changed since it was read.
    """
    before = {"state": str(sheet.state)}
    sources, target = TRANSITIONS[act]
    changes: dict[str, Any] = {"state": target, "changed_at": at, "approved_sha256": approved_sha256}
    if approved is not None:
        changes |= {"approved_at": at if approved else None, "approved_by": by if approved else None}
    # One statement asks and answers: nobody can slip a change between the look and the leap, also not one after which
    # the sheet was brought to the same state again.
    if not FactSheet.objects.filter(pk=sheet.pk, state__in=sources, changed_at=sheet.changed_at).update(**changes):
        raise Refused(_("The sheet has changed since you opened this page. Look at it again."))
    for name, value in changes.items():
        setattr(sheet, name, value)
    return before
