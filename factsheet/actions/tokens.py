"""Tokens by which the newsroom's systems read editions."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from factsheet.actions.log import record
from factsheet.models import Act, ApiToken


@transaction.atomic
def create_token(*, name: str, by: User | None, at: datetime) -> tuple[ApiToken, str]:
    """Make a token for a system; its secret is returned once and kept nowhere."""
    secret = ApiToken.draw_secret()
    token = ApiToken.objects.create(
        name=name, hint=secret[:9], sha256=ApiToken.digest(secret), created_at=at, created_by=by
    )
    after = {"name": name, "hint": token.hint}
    record(Act.TOKEN_CREATED, sheet=None, actor=by, at=at, subject=token, before=None, after=after)
    return token, secret


@transaction.atomic
def revoke_token(token: ApiToken, *, by: User | None, at: datetime) -> None:
    """End a token; what it read stays in the log. One that was ended before keeps its moment."""
    token.revoked_at = at
    if not ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=at):
        token.refresh_from_db(fields=["revoked_at"])
        return
    told = {"before": {"revoked": False}, "after": {"revoked": True}}
    record(Act.TOKEN_REVOKED, sheet=None, actor=by, at=at, subject=token, **told)
