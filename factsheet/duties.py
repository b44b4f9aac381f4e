"""What somebody who is signed in has to do before anything else, whichever address they ask."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from factsheet.identity.configuration import EVERYBODY, PUBLISHERS
from factsheet.policies import May
from factsheet.sessions import GIVEN, has_proved

# Where everybody gets on with being somebody, or with being nobody.
ALWAYS = frozenset({"sign-out", "language", "theme"})


# Who answers for what is printed, and who could make anybody one of them.
PUBLISHING = (May.APPROVE, May.PUBLISH, May.NAME)


@dataclass(frozen=True, slots=True)
class Duty:
    """What comes first: the address where it is done, those that lead there, and the sentence that says so."""

    address: str
    leading: frozenset[str]
    words: str | Promise

    def admits(self, name: str) -> bool:
        """Whether the address of this name may be asked before it is done."""
        return name == self.address or name in self.leading or name in ALWAYS


CHOOSE_PASSWORD = Duty(
    "account",
    frozenset({"account-password"}),
    gettext_lazy("This password was given to you. Choose one that only you know, and then go on."),
)
SET_UP_FACTOR = Duty(
    "mfa_index",
    frozenset(
        {
            "account",
            "account-password",
            "account_reauthenticate",
            "mfa_reauthenticate",
            "mfa_reauthenticate_webauthn",
            "mfa_activate_totp",
            "mfa_add_webauthn",
        }
    ),
    gettext_lazy("Your role asks for a second factor. Set one up, or show the one you have, and then go on."),
)


def find_duty(request: HttpRequest) -> Duty | None:
    """What the person of a request has to do first; None where there is nothing, and for who is not signed in."""
    user = request.user
    if not isinstance(user, User):
        return None
    if request.session.get(GIVEN):
        return CHOOSE_PASSWORD
    lacking = needs_factor(user) and not has_proved(request.session, user)
    return SET_UP_FACTOR if lacking else None


def needs_factor(user: User) -> bool:
    """Whether somebody may do nothing without a second factor."""
    if settings.REQUIRE_MFA == PUBLISHERS:
        return any(user.has_perm(permission) for permission in PUBLISHING)
    return bool(settings.REQUIRE_MFA == EVERYBODY)
