"""The settings that switch second factors and a provider's sign-in on, from the environment."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

PROVIDER = "sso"
"""The key of the one provider: in addresses, in the log, and in the rows of who comes in by it."""

NOBODY, PUBLISHERS, EVERYBODY = REQUIRED = ("nobody", "publishers", "everybody")
"""Of whom a second factor is asked: nobody; who publishes, with who could make anybody one of them; everybody."""

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
INSTALL = "pip install 'factsheet[sign-in]'"


@dataclass(frozen=True, slots=True)
class Provider:
    """The newsroom's own sign-in, which speaks OpenID Connect."""

    url: str
    client_id: str
    secret: str = field(repr=False)
    origins: list[str]
    name: str

    @classmethod
    def read(cls, env: environ.Env) -> Provider | None:
        """The provider that the environment names; None where it names none.

        Raises:
            ImproperlyConfigured: when it is named in part, or is asked over plain HTTP.
        """
        url = env.str("SSO_OIDC_URL", default="").rstrip("/")
        if not url:
            return None
        client_id, secret = (env.str(f"SSO_OIDC_{name}", default="") for name in ("CLIENT_ID", "SECRET"))
        if not (client_id and secret):
            raise ImproperlyConfigured("SSO_OIDC_URL is set, so SSO_OIDC_CLIENT_ID and SSO_OIDC_SECRET have to be.")
        parts = urlsplit(url)
        if parts.scheme != "https" and parts.hostname not in LOOPBACK:
            # The provider's word is believed because of whom it comes from, and that is what HTTPS says.
            raise ImproperlyConfigured("SSO_OIDC_URL has to begin with https://.")
        origins = [f"{parts.scheme}://{parts.netloc}", *env.list("SSO_OIDC_ORIGINS", default=[])]
        return cls(url, client_id, secret, origins, env.str("SSO_OIDC_NAME", default=parts.hostname or url))


def read_required(env: environ.Env, *, mfa: bool) -> str:
    """Of whom a second factor is asked, one of `REQUIRED`.

    Raises:
        ImproperlyConfigured: for another word, and where there are no second factors to ask for.
    """
    required: str = env.str("REQUIRE_MFA", default=NOBODY).lower()
    if required not in REQUIRED:
        raise ImproperlyConfigured(f"REQUIRE_MFA is one of {', '.join(REQUIRED)}; not {required!r}.")
    if required != NOBODY and not mfa:
        raise ImproperlyConfigured("REQUIRE_MFA asks for a second factor, so MFA has to be on.")
    return required


def install(settings: dict[str, Any], *, mfa: bool, provider: Provider | None) -> None:
    """Add to a settings module what allauth needs, where either is on.

    Raises:
        ImproperlyConfigured: when the extra is not installed; the message says how it is.
    """
    if not (mfa or provider):
        return
    if find_spec("allauth") is None:
        raise ImproperlyConfigured(f"MFA and SSO_OIDC_URL need packages besides: {INSTALL}")
    apps: list[str] = ["allauth", "allauth.account"]
    if mfa:
        apps.append("allauth.mfa")
    if provider:
        apps += ["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"]
        settings["SOCIALACCOUNT_PROVIDERS"] = {"openid_connect": _describe(provider)}
        # A form that leads to the provider is one of ours, and the browser asks whether it may go there.
        settings["SECURE_CSP"]["form-action"] += provider.origins
    settings["INSTALLED_APPS"] += [*apps, "factsheet.identity"]
    middleware: list[str] = settings["MIDDLEWARE"]
    middleware.insert(
        middleware.index("axes.middleware.AxesMiddleware"), "allauth.account.middleware.AccountMiddleware"
    )
    settings.update(_ALLAUTH)
    # Wrong codes of one person, as wrong passwords.
    pause = int(settings["AXES_COOLOFF_TIME"].total_seconds())
    settings["ACCOUNT_RATE_LIMITS"] = {"login_failed": f"{settings['AXES_FAILURE_LIMIT']}/{pause}s/key"}
    settings["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"] = not settings["HTTPS"]


_ALLAUTH: dict[str, Any] = {
    "ACCOUNT_ADAPTER": "factsheet.identity.accounts.AccountAdapter",
    "ACCOUNT_LOGIN_METHODS": {"username"},
    "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
    "ACCOUNT_EMAIL_VERIFICATION": "none",
    "MFA_ADAPTER": "factsheet.identity.factors.FactorAdapter",
    "MFA_FORMS": {
        "add_webauthn": "factsheet.identity.factor_forms.AddWebAuthnForm",
        "authenticate_webauthn": "factsheet.identity.factor_forms.AuthenticateWebAuthnForm",
        "reauthenticate_webauthn": "factsheet.identity.factor_forms.ReauthenticateWebAuthnForm",
    },
    "MFA_SUPPORTED_TYPES": ["totp", "recovery_codes", "webauthn"],
    "MFA_RECOVERY_CODES_SHOW_ONCE": True,
    # Twelve figures are forty bits, and each counts once (ASVS 6.5.1, 6.5.4).
    "MFA_RECOVERY_CODE_DIGITS": 12,
    "MFA_TOTP_ISSUER": "Factsheet",
    "SOCIALACCOUNT_ADAPTER": "factsheet.identity.provider.ProviderAdapter",
    "SOCIALACCOUNT_REAUTHENTICATION_REQUIRED": True,
    "SOCIALACCOUNT_EMAIL_AUTHENTICATION": False,
}


def _describe(provider: Provider) -> dict[str, Any]:
    app = {
        "provider_id": PROVIDER,
        "name": provider.name,
        "client_id": provider.client_id,
        "secret": provider.secret,
        "settings": {"server_url": provider.url},
    }
    # With PKCE a code that was overheard lets nobody else in (RFC 9700, 2.1.1).
    return {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}
