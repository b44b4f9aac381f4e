"""Whom a provider's word lets in, and whom it does not.

A person is known by the provider's key for them. Who is not known yet is found by an e-mail address that the provider
has verified, in an account that an administrator made without a password; no address, verified or not, opens an account
that has one: its owner signs in by it and connects the two. Nobody else is let in, unless `SSO_ROLE` says that accounts
are made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import gettext as _

from factsheet.actions import accounts as actions
from factsheet.duties import find_duty
from factsheet.identity.accounts import back_to_sign_in
from factsheet.identity.configuration import PROVIDER
from factsheet.identity.tokens import SignedAdapter

# By which a provider says that it asked for more than one factor (RFC 8176, 2).
SEVERAL_FACTORS = "mfa"


@dataclass(frozen=True, slots=True)
class Word:
    """What the provider says of a person: a verified e-mail address, else none; and by what they signed in there.

    An address of other letters than ASCII counts as none: databases take some of them for one of those, as "ı" for "i".
    """

    email: str
    methods: tuple[str, ...]

    @classmethod
    def read(cls, told: dict[str, Any]) -> Word:
        """What stands in the ID token and in the answer of the userinfo endpoint.

        Raises:
            PermissionDenied: where there is no ID token, or the two speak of different people, as OpenID Connect Core
                5.3.2 has it.
        """
        token, info = told.get("id_token") or {}, told.get("userinfo") or {}
        if not token.get("sub") or info.get("sub", token["sub"]) != token["sub"]:
            raise PermissionDenied
        # That an address is verified counts for the one that it was said of.
        said = info if "email" in info else token
        email, methods = str(said.get("email", "")), token.get("amr")
        # The word "false" would be true as well.
        is_verified = said.get("email_verified") is True and email.isascii()
        return cls(
            email if is_verified else "",
            tuple(map(str, methods)) if isinstance(methods, list) else (),
        )


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Whom the provider's word lets in. Of what it tells, the key of a person is kept, and nothing else."""

    def get_provider(self, *args: Any, **kwargs: Any) -> Any:
        """The provider, whose tokens are believed for their signature."""
        provider = super().get_provider(*args, **kwargs)
        provider.oauth2_adapter_class = SignedAdapter
        return provider

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        """The account that would be made, with what the provider says of names."""
        sociallogin.word = Word.read(sociallogin.account.extra_data)
        sociallogin.account.extra_data = {}
        sociallogin.email_addresses = []
        user: User = super().populate_user(request, sociallogin, data)
        # The address is the account's once that is made: allauth keeps a table of them besides, which nobody needs.
        user.email = ""
        return user

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find whose account it is, where the provider's key for the person is not known yet.

        Raises:
            ImmediateHttpResponse: with the sign-in, for who has none and is given none; and with what comes first, for
                who is signed in and would connect the two before it.
        """
        if sociallogin.state.get("process") == "connect":
            # The gate asks for duties where somebody has to be signed in, and whoever comes back here may be anybody.
            if duty := find_duty(request):
                messages.warning(request, str(duty.words))
                raise ImmediateHttpResponse(redirect(duty.address))
            return
        if sociallogin.is_existing:
            return
        named = _find_named(sociallogin.word.email)
        if len(named) == 1 and not named[0].has_usable_password():
            self._connect(request, sociallogin, named[0])
        elif named:
            words = _(
                "There is an account of your address. Sign in by its password, and connect both in “Your account”."
            )
            raise ImmediateHttpResponse(back_to_sign_in(request, words))
        elif not settings.SSO_ROLE:
            words = _("There is no account of yours here. Ask an administrator for one.")
            raise ImmediateHttpResponse(back_to_sign_in(request, words))

    def _connect(self, request: HttpRequest, sociallogin: SocialLogin, user: User) -> None:
        if not user.is_active or SocialAccount.objects.filter(user=user).exists():
            # Whoever has this address at the provider now is not who was let in by it.
            words = _("There is no account of yours here. Ask an administrator for one.")
            actions.note_refusal(user.username, by=PROVIDER, at=now())
            raise ImmediateHttpResponse(back_to_sign_in(request, words))
        with transaction.atomic():
            # By the signal of this, the log is told (`records`).
            sociallogin.connect(request, user)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002
        """Whether an account is made for who has none."""
        return bool(settings.SSO_ROLE)

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: None = None) -> User:
        """Make an account with the role that the settings say, and record it."""
        with transaction.atomic():
            user: User = super().save_user(request, sociallogin, form)
            user.email = sociallogin.word.email
            user.save(update_fields=["email"])
            user.groups.add(Group.objects.get(name=settings.SSO_ROLE))
            actions.note_provider(user, before=None, after=PROVIDER, role=settings.SSO_ROLE, by=None, at=now())
        return user

    def on_authentication_error(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        """Lead back to the sign-in whoever cancelled, or of whom the provider said nothing that counts.

        Raises:
            ImmediateHttpResponse: always.
        """
        words = _("You were not signed in there. Try again, or sign in by a password.")
        raise ImmediateHttpResponse(back_to_sign_in(request, words))


def _find_named(email: str) -> list[User]:
    """The accounts of an address; none for the empty one. What counts as the same letter, no database says alone."""
    found = User.objects.filter(email__iexact=email) if email else ()
    return [user for user in found if user.email.lower() == email.lower()]
