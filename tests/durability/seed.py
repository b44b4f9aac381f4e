"""Fill the database of a run: `python -m tests.durability.seed FILE` writes who is signed in, and what to act on."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import django

SETTLERS = 3
PUBLISHERS = 1
"""So many act without a pause, each on facts and sheets of their own; one more of each is there to be killed at."""

TAKING_IN = 20
"""So many sheets take articles in, in turn: the more there are on one, the longer the next one takes."""


def fill() -> dict[str, Any]:
    """Make a sheet to settle, two to publish and some to take articles into, and two people.

    Returns:
        The sessions by who is signed in, and the facts with a piece of evidence to cite: those to settle, then the
        printed ones.
    """
    from django.conf import settings
    from django.test import Client

    from factsheet import actions
    from factsheet.actions.log import touch
    from factsheet.models import FactSheet
    from tests.factories import make_sheet, make_user
    from tests.factsheet.newsroom import LATER, decide, make_fact_with

    sheet = make_sheet("Settled", slug="settled")
    for number in range(TAKING_IN):
        make_sheet(f"Taken in {number}", slug=f"taken-in-{number}")
    facts = [make_fact_with("13000", "15000", sheet=sheet, label=f"Fact {n}") for n in range(SETTLERS + 1)]
    touch(sheet, at=LATER)
    people = {"editor": make_user("editor", role="Editor"), "publisher": make_user("publisher", role="Publisher")}
    sessions = {}
    for name, person in people.items():
        client = Client()
        client.force_login(person)
        sessions[name] = client.cookies[settings.SESSION_COOKIE_NAME].value
    for number in range(PUBLISHERS + 1):
        printed = make_sheet(f"Printed {number}", slug=f"printed-{number}")
        facts.append(make_fact_with("41", sheet=printed, label="Printed fact"))
        # The first edition replaces none, and each of the run does.
        decide(facts[-1], "41", by=people["editor"])
        FactSheet.objects.filter(pk=printed.pk).update(state="approved")
        printed.refresh_from_db()
        actions.publish(printed, by=people["publisher"], at=LATER)
    told = [{"pk": fact.pk, "slug": fact.sheet.slug, "cite": fact.evidence.latest("pk").pk} for fact in facts]
    return {"sessions": sessions, "facts": told}


def main(path: Path) -> None:
    """Migrate the database of the settings, and fill it."""
    from django.core.management import call_command
    from django.db import transaction

    call_command("migrate", verbosity=0)
    with transaction.atomic():
        seeded = fill()
    path.write_text(json.dumps(seeded), encoding="utf-8")


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]))
