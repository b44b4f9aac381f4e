"""`manage.py admit`: people and systems are let into a confidential sheet, or kept out, by who has the server itself.

It is the way in where nobody is left who could: the last member has gone, and a publisher is not among them.
"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.timezone import now

from factsheet import actions
from factsheet.management.readiness import check_migrated
from factsheet.models import ApiToken, FactSheet
from factsheet.policies import Refused


class Command(BaseCommand):
    """Let people and systems see a confidential sheet, or keep them out."""

    help = "Let people and systems see a confidential sheet, or keep them out of it; all of them or none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Into which sheet, and who."""
        parser.add_argument("slug", metavar="SLUG", help="the sheet, as its address names it")
        parser.add_argument("usernames", metavar="USERNAME", nargs="*", help="by which a person signs in")
        parser.add_argument(
            "--system", metavar="NAME", action="append", default=[], help="a system, by its token's name"
        )
        parser.add_argument("--dismiss", action="store_true", help="keep them out from now on")

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ARG002
        """Do it, with a line for each.

        Raises:
            CommandError: with exit status 2, where there is no such sheet, person or system, or it cannot be done.
        """
        check_migrated()
        sheet = FactSheet.objects.filter(slug=options["slug"]).first()
        if sheet is None:
            raise CommandError(f"There is no sheet “{options['slug']}”.", returncode=2)
        who: list[User | ApiToken] = [*map(_find_person, options["usernames"]), *map(_find_system, options["system"])]
        if not who:
            raise CommandError("Say who: a USERNAME, or a system by --system NAME.", returncode=2)
        act, words = (actions.dismiss, "does not see") if options["dismiss"] else (actions.admit, "sees")
        with transaction.atomic():
            for one in who:
                try:
                    act(sheet, one, by=None, at=now())
                except Refused as refused:
                    raise CommandError(f"{one}: {refused}", returncode=2) from None
        for one in who:
            self.stdout.write(f"{one} {words} “{sheet}” from now on.")


def _find_person(username: str) -> User:
    person = User.objects.filter(username=username).first()
    if person is None:
        raise CommandError(f"Nobody is called “{username}”.", returncode=2)
    return person


def _find_system(name: str) -> ApiToken:
    token = ApiToken.objects.filter(name=name).first()
    if token is None:
        raise CommandError(f"No system's token is called “{name}”.", returncode=2)
    return token
