"""Who sees a sheet."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User

from factsheet.models import ApiToken, FactSheet, Membership
from factsheet.policies import May


@dataclass(frozen=True, slots=True)
class MembersPage:
    """The members of a confidential sheet, and the people and systems that could be let in."""

    sheet: FactSheet
    people: list[Membership]
    systems: list[Membership]
    other_people: list[User]
    other_systems: list[ApiToken]


def members(sheet: FactSheet) -> MembersPage:
    """Who sees a confidential sheet, and who could; three queries, and none for a sheet that all see."""
    if not sheet.confidential:
        return MembersPage(sheet, [], [], [], [])
    rows = list(sheet.memberships.select_related("user", "token", "added_by").order_by("id"))
    people = [row for row in rows if row.user_id is not None]
    systems = [row for row in rows if row.token_id is not None]
    # A role is what lets anybody see any sheet at all.
    others = User.objects.with_perm(May.SEE).exclude(memberships__sheet=sheet)
    tokens = ApiToken.objects.filter(revoked_at=None).exclude(memberships__sheet=sheet)
    return MembersPage(
        sheet, people, systems, list(others.order_by("first_name", "last_name", "username")), list(tokens)
    )
