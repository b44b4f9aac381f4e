"""The forms of security keys: allauth's own, for which an answer that no key gives is a wrong one."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms

# What reading it raises besides ValidationError, in allauth and in fido2: parts are asked for that are not there, are
# of another kind or length, or hold one another a thousand deep.
MALFORMED = (
    AssertionError,
    AttributeError,
    IndexError,
    KeyError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)


@contextmanager
def refuse_malformed() -> Iterator[None]:
    """Read what a key is said to have answered.

    Raises:
        ValidationError: where it cannot be read, the same as for a wrong one.
    """
    try:
        yield
    except MALFORMED as error:
        raise get_adapter().validation_error("incorrect_code") from error


class AddWebAuthnForm(forms.AddWebAuthnForm):  # type: ignore[misc]
    """A new key."""

    def clean(self) -> dict[str, Any]:
        """Read its answer."""
        with refuse_malformed():
            cleaned: dict[str, Any] = super().clean()
        return cleaned


class _ShowsKey:
    def clean_credential(self) -> Authenticator:
        """Which of somebody's keys it is."""
        with refuse_malformed():
            return super().clean_credential()  # type: ignore[misc]


class AuthenticateWebAuthnForm(_ShowsKey, forms.AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A key, after the password."""


class ReauthenticateWebAuthnForm(_ShowsKey, forms.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """A key, once more."""
