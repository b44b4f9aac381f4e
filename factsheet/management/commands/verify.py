"""`manage.py verify`: is the history the one that was written?"""

from __future__ import annotations

import re
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factsheet.management.readiness import check_migrated
from factsheet.management.verification import Verification

BROKEN, MISUSED = 1, 2

HEAD = re.compile(r"(acts|editions) ([0-9]{1,18}) ([0-9]{1,18}) ([0-9a-f]{64})")

TOLD_EVERY = 10_000
"""After so many rows of a sort its count is told."""


class Command(BaseCommand):
    """Walk every chain, every stored text and every edition.

    On standard output: a line "broken: ..." for each thing that does not hold, then the head of every chain, a line
    "acts SHEET NUMBER SHA256" or "editions SHEET NUMBER SHA256" (sheet 0 is the chain of what belongs to none). On
    standard error: counts, and how to go on. The exit status is 0 where all holds, 1 where something does not, 2 where
    it could not be asked.
    """

    help = "Check that the log, the decisions, the stored texts and the editions are as they were written."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The heads that were written down before."""
        parser.add_argument(
            "--heads",
            metavar="FILE",
            type=Path,
            help="what verify printed before, kept elsewhere: each chain has to go on from there, so that an end which "
            "was cut off, or a history which was written anew, is seen",
        )

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ARG002
        """Verify, and print.

        Raises:
            CommandError: with exit status 2 for a file of heads that cannot be read, or a database without tables;
                with 130 where it is stopped by the keyboard.
        """
        check_migrated()
        noted = _read_heads(options["heads"]) if options["heads"] else {}
        verification = Verification(noted=noted, told=self._tell)
        broken = 0
        try:
            for line in verification.run():
                broken += 1
                self.stdout.write(f"broken: {line}")
        except KeyboardInterrupt:
            raise CommandError("Stopped. Nothing was changed; run it again for the whole.", returncode=130) from None
        for (what, sheet), (number, sha256) in sorted(verification.heads.items()):
            self.stdout.write(f"{what} {sheet} {number} {sha256}")
        read = ", ".join(f"{count:,} {what}" for what, count in verification.counts.items())
        self.stderr.write(f"Read {read or 'nothing'}.")
        if broken:
            self.stderr.write(
                f"{broken:,} {'thing does' if broken == 1 else 'things do'} not hold. Stop publishing from this "
                "database, keep a copy of it as it is, and look for the newest backup of which verify says that all "
                "holds: what differs between the two was changed past the program."
            )
            raise SystemExit(BROKEN)
        self.stderr.write(
            "All holds. Keep the heads above where who administers this machine cannot write, and give them to --heads "
            "the next time."
        )

    def _tell(self, what: str, count: int) -> None:
        if count % TOLD_EVERY == 0:
            self.stderr.write(f"{count:,} {what}")


def _read_heads(path: Path) -> dict[tuple[str, int], tuple[int, str]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path}: cannot be read: {error}", returncode=MISUSED) from None
    matches = [match for line in lines if (match := HEAD.fullmatch(line.strip()))]
    if not matches:
        raise CommandError(f"{path}: there are no heads in it; give what verify printed.", returncode=MISUSED)
    return {(match[1], int(match[2])): (int(match[3]), match[4]) for match in matches}
