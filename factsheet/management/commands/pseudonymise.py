"""`manage.py pseudonymise`: a person's name goes out of the newsroom's records, and every chain stays whole."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from factsheet import actions
from factsheet.management.readiness import check_migrated
from factsheet.policies import Refused


class Command(BaseCommand):
    """Replace the name, the user name and the e-mail address of somebody, and close the account."""

    help = "Replace the name, the user name and the e-mail address of somebody by a number, and close the account."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose."""
        parser.add_argument("username", metavar="USERNAME", help="by which the person signed in")

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ARG002
        """Do it, and say what the person is called from now on.

        Raises:
            CommandError: with exit status 2, where there is no such person, or it is done already.
        """
        check_migrated()
        person = User.objects.filter(username=options["username"]).first()
        if person is None:
            raise CommandError(f"Nobody is called “{options['username']}”.", returncode=2)
        try:
            name = actions.pseudonymise(person, by=None, at=now())
        except Refused as refused:
            raise CommandError(str(refused), returncode=2) from None
        self.stdout.write(
            f"From now on: {name}. Not changed: the names printed in published editions, and what colleagues typed."
        )
