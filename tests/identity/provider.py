"""The newsroom's own sign-in as the tests have it: a provider that answers in the place of the network."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric import ec
from django.contrib.auth.models import User
from django.test import Client
from requests.adapters import HTTPAdapter

from tests.factories import make_user

URL = "https://id.example"
ES256 = jwt.algorithms.ECAlgorithm(jwt.algorithms.ECAlgorithm.SHA256)
KEY, ANOTHER_KEY = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))


@dataclass
class Provider:
    """What the provider says: of whom, in the token and besides; and whether it can be reached."""

    claims: dict[str, Any] = field(default_factory=dict)
    info: dict[str, Any] = field(default_factory=dict)
    is_down: bool = False
    issuer: str = URL
    audience: str = "factsheet"
    calls_itself: str = URL
    signs_by: str = "ES256"
    key: Any = KEY
    sent: list[dict[str, list[str]]] = field(default_factory=list)
    """The forms that were sent to it."""

    def send(self, _adapter: HTTPAdapter, request: requests.PreparedRequest, **_kwargs: Any) -> requests.Response:
        """Answer a request in the place of the network."""
        if self.is_down:
            raise requests.ConnectionError("nobody answers")
        answers: dict[str, Any] = {
            "/keys": {"keys": [{**json.loads(ES256.to_jwk(KEY.public_key())), "kid": "1", "alg": "ES256"}]},
            "/.well-known/openid-configuration": {
                "issuer": self.calls_itself,
                "jwks_uri": f"{URL}/keys",
                **{f"{name}_endpoint": f"{URL}/{name}" for name in ("authorization", "token", "userinfo")},
            },
            "/token": {"access_token": "a", "token_type": "Bearer", "id_token": self.write_token()},
            "/userinfo": {"sub": "41", **self.claims, **self.info},
        }
        if request.body:
            self.sent.append(parse_qs(str(request.body)))
        response = requests.Response()
        response.status_code = 200
        response.headers["Content-Type"] = "application/json"
        response._content = json.dumps(answers[urlsplit(str(request.url)).path]).encode()
        return response

    def write_token(self) -> str:
        """The ID token."""
        said = {"sub": "41", "iss": self.issuer, "aud": self.audience, "exp": 4_000_000_000, **self.claims}
        return jwt.encode(said, self.key, algorithm=self.signs_by, headers={"kid": "1"})


def go(client: Client, **sent: str) -> dict[str, str]:
    """Go to the provider; what the browser takes there."""
    answer = client.post("/sign-in/sso/", sent)
    assert answer.headers["Location"].startswith(f"{URL}/authorization?")
    return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["Location"]).query).items()}


def come_back(client: Client, taken: dict[str, str], **changes: str) -> Any:
    """Come back with what the browser took, and a code."""
    return client.get("/sign-in/sso/back/", {"state": taken["state"], "code": "one", **changes})


def sign_in(client: Client, **sent: str) -> Any:
    """Go there and come back."""
    return come_back(client, go(client, **sent))


def is_in(client: Client) -> bool:
    return bool(client.get("/account/").status_code == 200)


def let_in(name: str = "invited", **fields: Any) -> User:
    """An account that an administrator made, without a password."""
    user = make_user(name, role="Editor", email="Ada@Example.org", **fields)
    user.set_unusable_password()
    user.save()
    return user
