"""A fact is handed to a colleague and talked about; nothing of that changes what the sheet says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factsheet.actions.log import lock, record
from factsheet.actions.overtaken import check_seen
from factsheet.actions.watching import watch_by_working
from factsheet.models import Act, Comment, Fact
from factsheet.policies import Refused


@transaction.atomic
def assign(fact: Fact, *, to: User | None, by: User, at: datetime, was: Mapping[str, str] | None = None) -> Fact:
    """Hand a fact to a colleague, or to nobody in particular; from then on it is an editor's, not the program's.

    `was` is whose it was when a form was drawn, by `assignment_values`.

    Raises:
        Overtaken: when it was handed to somebody else since; nothing is saved.
    """
    fact = _take(fact)
    check_seen(was, assignment_values(fact))
    before = fact.assigned_to_id
    fact.assigned_to, fact.proposed = to, False
    fact.save(update_fields=["assigned_to", "proposed"])
    if to is not None:
        watch_by_working(fact.sheet, to)
    record(
        Act.FACT_ASSIGNED, sheet=fact.sheet, actor=by, at=at, subject=fact,
        before=before, after=to.pk if to else None,
    )  # fmt: skip
    return fact


def assignment_values(fact: Fact) -> dict[str, str]:
    """Whose a fact is, as a form is drawn with it."""
    return {"to": str(fact.assigned_to_id or "")}


@transaction.atomic
def comment(fact: Fact, *, text: str, by: User, at: datetime) -> Comment:
    """Add a remark to the thread of a fact.

    Raises:
        Refused: when it says nothing.
    """
    text = text.strip()
    if not text:
        raise Refused(_("Write what you want to say."))
    fact = _take(fact)
    # A proposal goes with its last claim; what people talk about does not.
    if fact.proposed:
        fact.proposed = False
        fact.save(update_fields=["proposed"])
    made = Comment.objects.create(fact=fact, text=text, author=by, at=at)
    watch_by_working(fact.sheet, by)
    record(
        Act.FACT_COMMENTED, sheet=fact.sheet, actor=by, at=at, subject=fact,
        before=None, after={"comment": made.pk}, comment=text, comment_id=made.pk,
    )  # fmt: skip
    return made


@transaction.atomic
def withdraw_comment(taken_back: Comment, *, by: User, at: datetime) -> Comment:
    """Take one's own remark back; that it was made stays in the record.

    Raises:
        Refused: when it is somebody else's, or is taken back already.
    """
    fact = _take(taken_back.fact)
    if taken_back.author_id != by.pk:
        raise Refused(_("Only who made a comment can take it back."))
    if Comment.objects.filter(withdraws=taken_back).exists() or taken_back.withdraws_id is not None:
        raise Refused(_("This comment is taken back already."))
    made = Comment.objects.create(fact=fact, withdraws=taken_back, author=by, at=at)
    record(
        Act.COMMENT_WITHDRAWN, sheet=fact.sheet, actor=by, at=at, subject=fact,
        before={"comment": taken_back.pk}, after={"withdrawal": made.pk}, comment_id=taken_back.pk,
    )  # fmt: skip
    return made


def _take(fact: Fact) -> Fact:
    lock(fact.sheet_id)
    return Fact.objects.select_related("sheet").get(pk=fact.pk)
