"""Which word of a provider is its own: signed by its key, and said under the name by which it was asked."""

from __future__ import annotations

from typing import Any

import jwt
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter

# By which an ID token may be signed: by the provider's own key, of which only the other half is told (ASVS 9.1.2).
SIGNED_BY = frozenset("RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA".split())


class SignedAdapter(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """Believes a token for its signature, and not for where it was fetched alone, and a provider under its own name."""

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the provider says of itself.

        Raises:
            OAuth2Error: when it gives itself another name than the one by which it was asked (OpenID Connect
                Discovery, 4.3).
        """
        config: dict[str, Any] = super().openid_config
        if str(config["issuer"]).rstrip("/") != self.get_provider().app.settings["server_url"]:
            raise OAuth2Error("The issuer is not who was asked.")
        return config

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        if jwt.get_unverified_header(id_token).get("alg") not in SIGNED_BY:
            raise OAuth2Error("The ID token is not signed by a key of the provider's own.")
        config = self.openid_config
        claims: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=config["jwks_uri"],
            issuer=config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        return claims
