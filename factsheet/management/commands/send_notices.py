"""`manage.py send_notices`: the mail that could not be sent is tried again."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factsheet.mailing import send_letters
from factsheet.management.readiness import check_migrated


class Command(BaseCommand):
    """Send the mail of notices that waits; made for a timer."""

    help = "Send the mail of notices that could not be sent yet. Run it every few minutes."

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ARG002
        """Send it, and say how much.

        Raises:
            CommandError: with exit status 1, where some of it still waits.
        """
        check_migrated()
        sent, waiting = send_letters()
        self.stdout.write(f"{sent} sent, {waiting} waiting")
        if waiting:
            raise CommandError("The mail server did not take all of it; it is tried again the next time.")
