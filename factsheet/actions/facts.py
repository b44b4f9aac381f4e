"""Facts are made, and what they ask is changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from factsheet.actions.arithmetic import check_together
from factsheet.actions.log import lock, record, touch
from factsheet.actions.overtaken import Overtaken
from factsheet.models import Act, Fact, FactSheet

WORDING = ("label", "scope", "as_of", "heading", "question", "ask_whom")


class Stale(Overtaken):
    """Somebody else changed the fact since the form was opened; nothing was saved."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(describe_wording(fact), _("The fact has changed since you opened it."))
        self.fact = fact


@transaction.atomic
def create_fact(
    sheet: FactSheet,
    *,
    label: str,
    kind: str,
    by: User | None,
    at: datetime,
    unit: str = "",
    scope: str = "",
    as_of: date | None = None,
    heading: str = "",
    question: str = "",
    ask_whom: str = "",
) -> Fact:
    """Add a line to the sheet, at its end."""
    lock(sheet.pk)
    fact = Fact.objects.create(
        sheet=sheet,
        label=label[:200],
        kind=kind,
        unit=unit,
        scope=scope,
        as_of=as_of,
        heading=heading,
        question=question,
        ask_whom=ask_whom,
        position=next_position(sheet),
    )
    after = {"kind": kind, "unit": unit, "position": fact.position} | describe_wording(fact)
    record(Act.FACT_CREATED, sheet=sheet, actor=by, at=at, subject=fact, before=None, after=after)
    touch(sheet, at=at)
    return fact


@transaction.atomic
def change_fact(
    fact: Fact,
    *,
    version: int,
    label: str,
    scope: str,
    as_of: date | None,
    heading: str,
    by: User | None,
    at: datetime,
    question: str = "",
    ask_whom: str = "",
) -> Fact:
    """Change what a fact asks, or where it stands on the sheet; from then on it is an editor's, not the program's.

    Raises:
        Stale: when the fact's version is no longer `version`; nothing is saved.
    """
    fact = take_version(fact, version)
    values = {
        "label": label[:200],
        "scope": scope,
        "as_of": as_of,
        "heading": heading,
        "question": question,
        "ask_whom": ask_whom,
    }
    changed = [name for name in values if getattr(fact, name) != values[name]]
    before = describe_wording(fact, changed)
    for name, value in values.items():
        setattr(fact, name, value)
    fact.proposed = False
    fact.save(update_fields=[*values, "proposed"])
    # What was found of it names it by its label.
    check_together(fact.sheet, [fact.pk])
    after = describe_wording(fact, changed)
    record(Act.FACT_CHANGED, sheet=fact.sheet, actor=by, at=at, subject=fact, before=before, after=after)
    touch(fact.sheet, at=at)
    return fact


def describe_wording(fact: Fact, names: Iterable[str] = WORDING) -> dict[str, str]:
    """What a fact asks, as the log keeps it."""
    return {name: str(getattr(fact, name) or "") for name in names}


def take_version(fact: Fact, version: int) -> Fact:
    """The fact as it stands under the lock of its sheet, its version raised.

    Raises:
        Stale: when its version is no longer `version`.
    """
    lock(fact.sheet_id)
    taken = Fact.objects.filter(pk=fact.pk, version=version).update(version=F("version") + 1)
    fact = Fact.objects.select_related("sheet", "decision__editor").get(pk=fact.pk)
    if not taken:
        raise Stale(fact)
    return fact


def next_position(sheet: FactSheet) -> int:
    """The place after the sheet's last fact."""
    last: int | None = Fact.objects.filter(sheet=sheet).aggregate(last=Max("position"))["last"]
    return 1 if last is None else last + 1
