"""What a page tells allauth's scripts, which ask the browser for a security key."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.forms import BoundField
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

BUTTON, DATA = "key-button", "key-data"


@register.simple_tag
def ask_for_key(act: str, credential: BoundField, options: dict[str, Any]) -> SafeString:
    """What the button of id "key-button" asks for, as data that no browser runs.

    Args:
        act: "add" to set a key up, "authenticate" to prove it.
        credential: the field that takes the browser's answer.
        options: of the Web Authentication API, as allauth makes them.
    """
    ids = {"ids": {act: BUTTON, "credential": credential.auto_id, "data": DATA}}
    return format_html(
        '{}<script type="application/json" data-allauth-onload="allauth.webauthn.forms.{}Form">{}</script>',
        json_script(options, DATA),
        act,
        # Nothing in it was typed by anybody, and no mark of HTML stands in it.
        mark_safe(json.dumps(ids)),
    )
