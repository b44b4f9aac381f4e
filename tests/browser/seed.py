"""Fill the database that every browser test begins with: the demonstration, a person by role, and their sessions.

`tests.browser.site` runs it in a process of its own, under the settings of production:
`python -m tests.browser.seed FILE` writes {role: session key} to the file.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import get_args

import django


def main(path: Path) -> None:
    """Seed the database of the settings, and write the sessions to the file."""
    from django.contrib.auth.models import User
    from django.core.management import call_command

    from tests.factories import PASSWORD, Role, make_user

    call_command("demo", no_serve=True, password=PASSWORD)
    sessions = {}
    for role in get_args(Role):
        user = User.objects.filter(groups__name=role).order_by("pk").first()
        sessions[role] = _sign_in(user or make_user(role.lower(), role=role))
    path.write_text(json.dumps(sessions), encoding="utf-8")


def _sign_in(user: object) -> str:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(user)  # type: ignore[arg-type]
    return client.cookies[settings.SESSION_COOKIE_NAME].value


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]))
