"""A sheet is made confidential, and people and systems are let in or kept out."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factsheet.actions.log import lock, record
from factsheet.models import Act, ApiToken, FactSheet, Membership
from factsheet.policies import Refused, check_can_see_sheets


@transaction.atomic
def confide(sheet: FactSheet, *, by: User, at: datetime) -> FactSheet:
    """Make a sheet confidential; who does it is its first member.

    Its address, made from its title, becomes one that tells nothing, unless an edition was published under it.

    Raises:
        Refused: when it is confidential already.
    """
    lock(sheet.pk)
    sheet = FactSheet.objects.get(pk=sheet.pk)
    if sheet.confidential:
        raise Refused(_("This sheet is confidential already."))
    sheet.confidential = True
    if not sheet.editions.exists():
        sheet.slug = f"s-{secrets.token_hex(8)}"
    sheet.save(update_fields=["confidential", "slug"])
    record(Act.SHEET_CONFIDED, sheet=sheet, actor=by, at=at, subject=sheet, before=False, after=True)
    _admit(sheet, by, by=by, at=at)
    return sheet


@transaction.atomic
def open_up(sheet: FactSheet, *, by: User, at: datetime) -> None:
    """Let everybody see a sheet whose role sees sheets; who its members were stays in the log.

    Raises:
        Refused: when it is not confidential.
    """
    lock(sheet.pk)
    if not FactSheet.objects.filter(pk=sheet.pk, confidential=True).update(confidential=False):
        raise Refused(_("This sheet is open to the whole newsroom already."))
    record(Act.SHEET_OPENED, sheet=sheet, actor=by, at=at, subject=sheet, before=True, after=False)
    sheet.memberships.all().delete()


@transaction.atomic
def admit(sheet: FactSheet, who: User | ApiToken, *, by: User | None, at: datetime) -> None:
    """Let a colleague, or a system by its token, see a confidential sheet.

    Raises:
        Refused: when the sheet is not confidential, they see it already, or they see no sheets at all.
    """
    check_can_see_sheets(who)
    lock(sheet.pk)
    if not FactSheet.objects.filter(pk=sheet.pk, confidential=True).exists():
        raise Refused(_("This sheet is open to the whole newsroom already."))
    _admit(sheet, who, by=by, at=at)


def _admit(sheet: FactSheet, who: User | ApiToken, *, by: User | None, at: datetime) -> None:
    _made, is_new = Membership.objects.get_or_create(
        sheet=sheet, **_key(who), defaults={"added_at": at, "added_by": by}
    )
    if not is_new:
        raise Refused(_("They see this sheet already."))
    record(Act.MEMBER_ADDED, sheet=sheet, actor=by, at=at, subject=who, before=None, after=who.pk)


@transaction.atomic
def dismiss(sheet: FactSheet, who: User | ApiToken, *, by: User | None, at: datetime) -> None:
    """Keep a colleague or a system out of a confidential sheet from now on.

    Raises:
        Refused: when they are not let in, or are the last of the people, without whom nobody could let anybody in.
    """
    lock(sheet.pk)
    if not sheet.memberships.filter(**_key(who)).delete()[0]:
        raise Refused(_("They do not see this sheet anyway."))
    if not sheet.memberships.filter(user__is_active=True).exists():
        raise Refused(_("Somebody has to see this sheet. Let a colleague in first, or open it to all."))
    record(Act.MEMBER_REMOVED, sheet=sheet, actor=by, at=at, subject=who, before=who.pk, after=None)


def _key(who: User | ApiToken) -> dict[str, User | ApiToken]:
    return {"token": who} if isinstance(who, ApiToken) else {"user": who}
