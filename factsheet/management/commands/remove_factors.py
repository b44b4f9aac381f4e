"""`manage.py remove_factors`: who lost the phone and the codes comes in by the password again, and sets up others."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from factsheet.management.readiness import check_migrated


class Command(BaseCommand):
    """Take somebody's second factors away, which ends their sessions."""

    help = "Take the second factors away from somebody who lost them; their sessions end."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose."""
        parser.add_argument("username", metavar="USERNAME", help="by which the person signs in")

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ARG002
        """Do it, and say what there was.

        Raises:
            CommandError: with exit status 2, where second factors are off, there is no such person, or they have none.
        """
        check_migrated()
        if not apps.is_installed("allauth.mfa"):
            raise CommandError("Second factors are off (MFA).", returncode=2)
        from factsheet.identity.factors import list_factors, remove_factors

        person = User.objects.filter(username=options["username"]).first()
        if person is None:
            raise CommandError(f"Nobody is called “{options['username']}”.", returncode=2)
        if not list_factors(person):
            raise CommandError(f"“{person.username}” has no second factor.", returncode=2)
        removed = remove_factors(person, by=None)
        self.stdout.write(f"Taken away: {', '.join(removed)}. The next sign-in asks for the password alone.")
