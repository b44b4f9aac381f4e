"""Second factors: how their secrets are kept, and that each change of them is one act."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.safestring import mark_safe
from django.utils.timezone import now

from factsheet.actions import accounts as actions
from factsheet.sessions import PROVED, has_proved, prove

# What proves something at a sign-in; codes for when it is lost come besides, and alone they are none.
PROVING = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets are encrypted by the program's own key, so that who reads the database alone makes no codes."""

    def encrypt(self, text: str) -> str:
        """A secret as it is kept."""
        return _read_keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again.

        Raises:
            cryptography.fernet.InvalidToken: when SECRET_KEY is another now, and none of SECRET_KEY_FALLBACKS is it.
        """
        return _read_keys().decrypt(encrypted_text.encode()).decode()

    def get_totp_label(self, user: User) -> str:
        """How an app on a phone calls the account."""
        return user.username

    def build_totp_svg(self, url: str) -> str:
        """The code to scan, black on white in every theme, as a drawing that goes into the page."""
        import qrcode
        from qrcode.image.svg import SvgPathFillImage

        image = qrcode.make(url, image_factory=SvgPathFillImage, box_size=8)
        drawing: str = image.to_string(encoding="unicode")
        return mark_safe(drawing)


def _read_keys() -> MultiFernet:
    keys = map(str, (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))
    digests = (hashlib.sha256(f"factsheet.identity.factors:{key}".encode()).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])


def list_factors(user: User) -> list[str]:
    """Of which kinds somebody has second factors."""
    return sorted(set(Authenticator.objects.filter(user=user).values_list("type", flat=True)))


class ChangesFactors:
    """A view of allauth's that changes second factors: one act with its line in the log, which ends other sessions."""

    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Ask whoever has a factor for it, where they did not show it yet: else a password alone would make another."""
        user = request.user
        if isinstance(user, User) and set(list_factors(user)) & set(PROVING) and not has_proved(request.session, user):
            return redirect_to_login(request.get_full_path(), "mfa_reauthenticate")
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return response

    def form_valid(self, form: Any) -> HttpResponse:
        """Do what the form asks."""
        user, session = self.request.user, self.request.session
        assert isinstance(user, User)
        with transaction.atomic():
            before = list_factors(user)
            response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
            after = list_factors(user)
            keep = session.session_key or ""
            actions.note_factors(user, before=before, after=after, keep=keep, by=user, at=now())
        if set(after) & set(PROVING):
            prove(session, user)
        else:
            session.pop(PROVED, None)
        return response


def remove_factors(user: User, *, by: User | None) -> list[str]:
    """Take all second factors away from somebody who lost them; which ends their sessions.

    Returns:
        Of which kinds there were some.
    """
    with transaction.atomic():
        before = list_factors(user)
        Authenticator.objects.filter(user=user).delete()
        actions.note_factors(user, before=before, after=[], keep="", by=by, at=now())
    return before
