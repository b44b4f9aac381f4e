"""How a sign-in goes on once a password is right or a provider has vouched: a second factor, then the session."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now
from django.utils.translation import gettext as _

from factsheet.actions import accounts as actions
from factsheet.identity.configuration import PROVIDER
from factsheet.middleware import read_address

# That somebody signed in, and that there are recovery codes.
SHOWN = frozenset({"account/messages/logged_in.txt", "mfa/messages/recovery_codes_generated.txt"})


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's sign-in by the house's rules."""

    def get_login_stages(self) -> list[str]:
        """What is asked between the first proof and the session."""
        return ["allauth.mfa.stages.AuthenticateStage"] if settings.MFA else []

    def login(self, request: HttpRequest, user: User) -> None:
        """Let somebody in, and record by what.

        Raises:
            ImmediateHttpResponse: with the sign-in, where the account was closed between the first proof and this.
        """
        if not user.is_active:
            raise ImmediateHttpResponse(self.respond_user_inactive(request, user))
        by = name_methods(request, user)
        super().login(request, user)
        actions.note_sign_in(user, by=by, at=now())

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Let nobody into a closed account, whoever vouches."""
        actions.note_refusal(user.username, by="".join(name_methods(request, user)[-1:]) or PROVIDER, at=now())
        return back_to_sign_in(request, _("This account is closed. Ask an administrator if it should not be."))

    def is_safe_url(self, url: str | None) -> bool:
        """Whether somebody may be led there: to an address of this site."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address by which rates are counted."""
        return read_address(request) or "unknown"

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Say what was done, but for what the page shows anyway."""
        if message_template not in SHOWN:
            super().add_message(request, level, message_template, *args, **kwargs)


def name_methods(request: HttpRequest, user: User) -> list[str]:
    """All by which somebody proved who they are in this sign-in, in that order."""
    names = {"mfa": "type", "socialaccount": "provider"}
    records = get_authentication_records(request, user)
    return [record.get(names.get(record["method"], ""), record["method"]) for record in records]


def back_to_sign_in(request: HttpRequest, words: str) -> HttpResponse:
    """The sign-in, with why somebody is not let in."""
    messages.error(request, words)
    return redirect("sign-in")
