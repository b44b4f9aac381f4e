"""To the provider and back, and whether an account is connected with it."""

from __future__ import annotations

import logging
from typing import Any

import jwt
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.views import ConnectionsView
from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from requests import RequestException

from factsheet.actions import accounts as actions
from factsheet.identity.accounts import back_to_sign_in
from factsheet.identity.configuration import PROVIDER
from factsheet.identity.tokens import SignedAdapter

logger = logging.getLogger(__name__)

# It cannot be reached, or what it says is not what OpenID Connect has it say.
UNUSABLE = (RequestException, OAuth2Error, jwt.PyJWTError, KeyError, TypeError, ValueError)


def go(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead the browser to the provider."""
    return _ask(OAuth2LoginView, request, provider_id)


def come_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Hear what the provider says of who came back."""
    return _ask(OAuth2CallbackView, request, provider_id)


def _ask(view: Any, request: HttpRequest, provider_id: str) -> HttpResponse:
    if provider_id != PROVIDER:
        raise Http404
    try:
        response: HttpResponse = view.adapter_view(SignedAdapter(request, provider_id))(request)
    except UNUSABLE as error:
        # Without what it said: that may hold what lets somebody in.
        logger.warning("The provider of the sign-in cannot be used: %s", type(error).__name__)
        words = _("This sign-in cannot be reached now. Try again in a while, or sign in by a password.")
        return back_to_sign_in(request, words)
    return response


class Connections(ConnectionsView):  # type: ignore[misc]
    """Whether an account is connected with the provider."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page shows: also how the provider is called."""
        return {**super().get_context_data(**kwargs), "provider": settings.SSO_NAME}

    def form_valid(self, form: Any) -> HttpResponse:
        """Part the two, and record it."""
        user = self.request.user
        assert isinstance(user, User)
        with transaction.atomic():
            response: HttpResponse = super().form_valid(form)
            actions.note_provider(user, before=PROVIDER, after=None, by=user, at=now())
        return response


connections = Connections.as_view()
