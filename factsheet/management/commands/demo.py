"""`manage.py demo`: everything that the first five minutes need, in one command."""

from __future__ import annotations

import json
import os
import secrets
import socket
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.timezone import now

from factsheet.management import demonstration

SECRETS = "demonstration.json"


class Command(BaseCommand):
    """Set up the demonstration and serve it on this machine."""

    help = "Set up the demonstration (database, articles, sheet, people) and serve it on 127.0.0.1."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where it is served, and what scripts need."""
        parser.add_argument("--port", type=int, default=8000, help="serve on this port (default: 8000)")
        parser.add_argument("--no-serve", action="store_true", help="set up only")
        parser.add_argument("--password", help="of the demonstration's people; by default one is drawn and kept")

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ARG002
        """Set up what is missing, print the addresses, and serve.

        Raises:
            CommandError: with exit status 2, where the port is taken or the database holds other people's work.
        """
        if not options["no_serve"]:
            _check_free(options["port"])
        address = f"http://127.0.0.1:{options['port']}"
        # Editions carry the site's address; the demonstration is served from here.
        settings.SITE_URL = os.environ.setdefault("SITE_URL", address)
        kept = self._read_secrets()
        kept["password"] = options["password"] or kept.get("password") or secrets.token_urlsafe(9)
        try:
            # Other people's database keeps the tables that its own program made.
            if not demonstration.is_loaded():
                demonstration.check_alone()
            call_command("migrate", verbosity=0)
            with transaction.atomic():
                self._load(kept)
        except demonstration.OtherWork as other:
            raise CommandError(str(other), returncode=2) from None
        self._keep_secrets(kept)
        _collect_static()
        self._tell(address, kept)
        if not options["no_serve"]:
            self.stdout.flush()
            self._serve(options["port"])

    def _load(self, kept: dict[str, str]) -> None:
        # Whoever tried the program out on top of the demonstration finds their work again.
        loaded = demonstration.is_loaded()
        if not loaded:
            demonstration.check_alone()
        demonstration.make_people(kept["password"])
        if not loaded:
            self.stdout.write("Reading five articles and settling their facts ...")
            kept["token"] = demonstration.load(ending_at=now())

    def _tell(self, address: str, kept: dict[str, str]) -> None:
        slug = demonstration.read_plan()["slug"]
        self.stdout.write(f"\nFactsheet's demonstration at {address}/sheets/{slug}/\n\nSign in as")
        for person in demonstration.PEOPLE:
            self.stdout.write(f"  {person.username:<10} {kept['password']}   ({person.role.lower()})")
        self.stdout.write(
            f"\nThe edition as the CMS fetches it:\n"
            f"  curl -H 'Authorization: Bearer {kept.get('token', '…')}' {address}/api/sheets/{slug}/edition.json\n"
            f"The Django admin: {address}/admin/\n"
        )

    def _serve(self, port: int) -> None:
        environment = {**os.environ, "HTTPS": "off", "PORT": str(port)}
        command = [sys.executable, "-m", "gunicorn", "--config", "factsheet/gunicorn_conf.py", "factsheet.wsgi"]
        os.chdir(settings.BASE_DIR)
        os.execve(sys.executable, command, environment)  # noqa: S606 - a fixed command, and no shell

    def _read_secrets(self) -> dict[str, str]:
        path = settings.DATA_DIR / SECRETS
        kept: dict[str, str] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        return kept

    def _keep_secrets(self, kept: dict[str, str]) -> None:
        """Keep what is printed for the next run, readable by this user only."""
        path = settings.DATA_DIR / SECRETS
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(kept, file)


def _collect_static() -> None:
    """Collect and compress the static files, unless what stands there is newer than all of them: it takes seconds."""
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    files = (Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list([]))
    if not manifest.exists() or manifest.stat().st_mtime < max(file.stat().st_mtime for file in files):
        call_command("collectstatic", interactive=False, verbosity=0)


def _check_free(port: int) -> None:
    """Say it before anything is set up, and in one line; gunicorn tries for five seconds.

    Raises:
        CommandError: where something listens at the port.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            words = f"Port {port} cannot be used ({error.strerror}). Choose another: --port {port + 1}"
            raise CommandError(words, returncode=2) from None
