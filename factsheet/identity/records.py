"""What allauth tells of: a second factor that was proved or was wrong, and a provider that was connected."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import authentication_step_completed, user_logged_in
from django.apps import apps
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.timezone import now

from factsheet.actions import accounts as actions
from factsheet.identity.configuration import PROVIDER
from factsheet.sessions import prove


def listen() -> None:
    """Connect the handlers to the signals of whatever of allauth is installed."""
    authentication_step_completed.connect(_renew_key, dispatch_uid="factsheet.identity")
    if apps.is_installed("allauth.mfa"):
        from allauth.mfa import signals as factors

        factors.authenticator_used.connect(_note_proof, dispatch_uid="factsheet.identity")
        factors.authentication_failed.connect(_note_wrong_code, dispatch_uid="factsheet.identity")
    if apps.is_installed("allauth.socialaccount"):
        from allauth.socialaccount.signals import social_account_added

        social_account_added.connect(_note_connected, dispatch_uid="factsheet.identity")
        user_logged_in.connect(_trust_provider, dispatch_uid="factsheet.identity")


def _renew_key(request: HttpRequest, reauthenticated: bool = False, **_kwargs: Any) -> None:
    """Give the session of who proved once more who they are another key, as a sign-in does."""
    if reauthenticated and request.user.is_authenticated:
        request.session.cycle_key()


def _note_proof(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    prove(request.session, user)


def _note_wrong_code(user: User, authenticator: Any, **_kwargs: Any) -> None:
    actions.note_refusal(user.username, by=str(authenticator.type), at=now())


def _note_connected(request: HttpRequest, sociallogin: Any, **_kwargs: Any) -> None:
    by = request.user if isinstance(request.user, User) else None
    actions.note_provider(sociallogin.user, before=None, after=PROVIDER, by=by, at=now())


def _trust_provider(request: HttpRequest, user: User, sociallogin: Any = None, **_kwargs: Any) -> None:
    """Where the provider says that it asked for several factors, none is asked for once more."""
    from factsheet.identity.provider import SEVERAL_FACTORS

    word = getattr(sociallogin, "word", None)
    if word and SEVERAL_FACTORS in word.methods:
        prove(request.session, user)
