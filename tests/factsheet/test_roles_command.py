"""The documentation of roles says what the program obeys."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from factsheet.addresses import ADDRESSES
from factsheet.policies import ACTS, ROLES

DOCUMENT = Path(settings.BASE_DIR) / "factsheet" / "ROLES.md"


def test_the_document_is_what_the_tables_say() -> None:
    out = StringIO()
    call_command("roles", stdout=out)
    text = DOCUMENT.read_text(encoding="utf-8")
    assert text == out.getvalue(), "renew it: python manage.py roles --write"
    assert all(f"| `{name}` |" in text for name in ADDRESSES)
    assert all(f"| `{act.value}` |" in text for act in ACTS)
    assert all(f" {role} |" in text for role in ROLES)
