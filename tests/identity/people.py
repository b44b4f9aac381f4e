"""Somebody with a phone that makes codes, and how they sign in."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
import time
from dataclasses import dataclass, field
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from cryptography.hazmat.primitives.asymmetric import ec
from django.contrib.auth.models import User
from django.test import Client
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

from tests.factories import PASSWORD


def make_code(secret: str, *, steps: int = 0) -> str:
    """The code of an app for this secret now, or so many steps of half a minute later (RFC 6238, RFC 4226, 5.3)."""
    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.new(base64.b32decode(secret), counter, "sha1").digest()
    start = digest[-1] & 15
    (number,) = struct.unpack(">I", digest[start : start + 4])
    return f"{(number & 0x7FFFFFFF) % 10**6:06}"


def make_key(user: User) -> Authenticator:
    """A security key that somebody has set up."""
    half = ec.generate_private_key(ec.SECP256R1()).public_key()
    public = ES256.from_cryptography_key(half)  # type: ignore[no-untyped-call]
    key = AttestedCredentialData.create(Aaguid.NONE, b"a key", public)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.AT
    told = AuthenticatorData.create(hashlib.sha256(b"testserver").digest(), flags, 1, key)
    response = {
        "clientDataJSON": websafe_encode(b'{"type":"webauthn.create","challenge":"eA","origin":"http://testserver"}'),
        "attestationObject": websafe_encode(AttestationObject.create("none", told, {})),
    }
    name = websafe_encode(b"a key")
    credential = {"id": name, "rawId": name, "type": "public-key", "response": response}
    return WebAuthn.add(user, "A key", credential).instance


@dataclass
class Person:
    """Somebody at a browser, with an app on a phone."""

    user: User
    client: Client = field(default_factory=Client)
    secret: str = ""
    codes: list[str] = field(default_factory=list)

    def give_password(self, **where: Any) -> Any:
        """Sign in by the password."""
        return self.client.post("/sign-in/", {"username": self.user.username, "password": PASSWORD}, **where)

    def give_code(self, code: str = "", **where: Any) -> Any:
        """Give a code after the password; the right one unless another is said."""
        return self.client.post("/sign-in/code/", {"code": code or make_code(self.secret)}, **where)

    def set_up_app(self, code: str = "") -> Any:
        """Scan the key, and type a code; then read the recovery codes, which are shown once."""
        page = self.client.get("/account/factors/app/").text
        self.secret = re.findall(r"<code>([A-Z2-7]{32})</code>", page)[0]
        answer = self.client.post("/account/factors/app/", {"code": code or make_code(self.secret)})
        if answer.status_code == 302:
            self.codes = re.findall(r"<code>(\d{12})</code>", self.client.get(answer.headers["Location"]).text)
        return answer

    def is_in(self) -> bool:
        """Whether the account page opens."""
        return bool(self.client.get("/account/").status_code == 200)


def equip(user: User) -> Person:
    """Somebody who signed in and set up an app."""
    person = Person(user)
    person.give_password()
    assert person.set_up_app().status_code == 302
    return person
