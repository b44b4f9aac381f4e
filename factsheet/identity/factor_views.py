"""The pages of second factors: allauth's own, with each change as one act."""

from __future__ import annotations

from allauth.mfa.base.views import authenticate, index, reauthenticate
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, view_recovery_codes
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    RemoveWebAuthnView,
    list_webauthn,
    reauthenticate_webauthn,
)

from factsheet.identity.factors import ChangesFactors

__all__ = [
    "activate_totp",
    "add_webauthn",
    "authenticate",
    "deactivate_totp",
    "generate_recovery_codes",
    "index",
    "list_webauthn",
    "reauthenticate",
    "reauthenticate_webauthn",
    "remove_webauthn",
    "view_recovery_codes",
]


class ActivateTOTP(ChangesFactors, ActivateTOTPView):  # type: ignore[misc]
    """Set up an app that makes codes."""


class DeactivateTOTP(ChangesFactors, DeactivateTOTPView):  # type: ignore[misc]
    """Take it away."""


class GenerateRecoveryCodes(ChangesFactors, GenerateRecoveryCodesView):  # type: ignore[misc]
    """Make new codes for when a factor is lost; the ones before count no more."""


class AddWebAuthn(ChangesFactors, AddWebAuthnView):  # type: ignore[misc]
    """Set up a key."""


class RemoveWebAuthn(ChangesFactors, RemoveWebAuthnView):  # type: ignore[misc]
    """Take a key away."""


activate_totp = ActivateTOTP.as_view()
deactivate_totp = DeactivateTOTP.as_view()
generate_recovery_codes = GenerateRecoveryCodes.as_view()
add_webauthn = AddWebAuthn.as_view()
remove_webauthn = RemoveWebAuthn.as_view()
