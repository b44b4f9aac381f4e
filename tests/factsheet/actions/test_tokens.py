"""Tokens for the newsroom's systems are made and revoked."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from factsheet import actions
from factsheet.models import Activity, ApiToken
from tests.factories import NOON
from tests.factsheet.newsroom import LATER, acts_of

pytestmark = pytest.mark.django_db


def test_the_secret_is_given_once_and_only_its_digest_is_kept(administrator: User) -> None:
    token, secret = actions.create_token(name="CMS", by=administrator, at=NOON)
    kept = ApiToken.objects.values().get()
    assert kept["sha256"] == ApiToken.digest(secret)
    assert all(secret not in str(value) for value in kept.values())
    assert all(secret not in str(value) for line in Activity.objects.values() for value in line.values())
    assert secret.startswith(kept["hint"])
    assert len(kept["hint"]) < len(secret) / 4
    assert (token.created_by, token.created_at, token.revoked_at) == (administrator, NOON, None)


def test_no_two_tokens_have_one_secret(administrator: User) -> None:
    secrets = {actions.create_token(name=f"CMS {n}", by=administrator, at=NOON)[1] for n in range(20)}
    assert len(secrets) == 20


def test_a_token_is_revoked_and_stays_in_the_list(administrator: User) -> None:
    token, _secret = actions.create_token(name="CMS", by=administrator, at=NOON)
    assert acts_of(lambda: actions.revoke_token(token, by=administrator, at=LATER)) == ["token.revoked"]
    assert ApiToken.objects.get().revoked_at == LATER


def test_making_a_token_is_one_line_that_belongs_to_no_sheet(administrator: User) -> None:
    told = acts_of(lambda: actions.create_token(name="CMS", by=administrator, at=NOON))
    assert told == ["token.created"]
    line = Activity.objects.get()
    assert (line.sheet, line.actor, line.subject_type) == (None, administrator, "apitoken")


def test_a_name_that_is_taken_leaves_no_token_and_no_line(administrator: User) -> None:
    actions.create_token(name="CMS", by=administrator, at=NOON)
    lines = Activity.objects.count()
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.create_token(name="CMS", by=administrator, at=NOON)
    assert (ApiToken.objects.count(), Activity.objects.count()) == (1, lines)
