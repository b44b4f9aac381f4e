"""`manage.py ingest`: files and folders of articles into a sheet. It needs a sheet, so it lives in this room."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.db import transaction
from django.utils.timezone import now

from articles.actions import TakenIn, take_in
from articles.management.reading import FAILED, ReadingCommand
from factsheet import actions, queries
from factsheet.actions.lookups import prepare_in_parts
from factsheet.management.readiness import check_migrated
from factsheet.models import FactSheet
from factsheet.policies import Refused
from factsheet.retrying import retry


class Command(ReadingCommand):
    """Take articles in from plain text and Markdown files."""

    help = "Take articles in from files and folders, and propose a place on the sheet for each of their claims."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Paths, the sheet, and what is known about the articles."""
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, or a folder of files")
        parser.add_argument("--sheet", required=True, metavar="SLUG", help="the sheet's address")
        parser.add_argument("--title", default="", help="opens the sheet, with this title, where there is none yet")
        parser.add_argument("--source", default="", help="who published the articles; else what their text tells")
        self.add_dating_arguments(parser)

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ARG002
        """Take the articles in, one line each.

        Raises:
            CommandError: with exit status 2, for a sheet that is not there or an argument that makes no sense.
        """
        check_migrated()
        sheet = FactSheet.objects.filter(slug=options["sheet"]).first()
        if sheet is None and not options["title"]:
            raise CommandError(f"There is no sheet “{options['sheet']}”. Add --title to open it.", returncode=FAILED)
        try:
            sheet = self._take_in(sheet, options)
        except Refused as refused:
            raise CommandError(str(refused), returncode=FAILED) from None
        for article, changed in queries.revisions(sheet, self._new).items():
            told = f"{changed} of its figures, dates and quotations changed"
            self.stdout.write(f"{self._new[article]}: a newer version; {told}.")
        self.stdout.write(
            f"{sheet.slug}: {sheet.facts_open} open facts, {sheet.facts_in_conflict} in conflict, "
            f"{sheet.claims_to_sort} claims to sort."
        )
        self.finish()

    def _take_in(self, sheet: FactSheet | None, options: dict[str, Any]) -> FactSheet:
        if sheet is None:
            actions.check_address(options["sheet"])
        taken: list[TakenIn] = []
        self._new: dict[int, str] = {}
        at = now()
        # Each article is stored by itself: to read a folder takes time, in which nobody else could write to SQLite.
        for text in self.read_files(list(self._list_files(options["paths"])), options):
            take = partial(
                take_in,
                text.document,
                by=None,
                at=at,
                published=text.published if text.published_from == "argument" else None,
                source=options["source"],
                timezone=text.timezone,
                language=text.language,
                file_name=_spell(Path(text.id).name),
            )
            result = retry(take)
            taken.append(result)
            if result.is_new:
                self._new[result.article.pk] = _spell(text.id)
            self._tell(_spell(text.id), result)
        if sheet is None and not taken:
            raise Refused("No article could be read, so the sheet was not opened.")
        for left in prepare_in_parts(sheet) if sheet else ():
            self.stdout.write(f"{options['sheet']}: after an update of the program, {left:,} articles to make ready")
        return retry(partial(_fill, sheet, taken, options, at))

    def _list_files(self, paths: Sequence[str]) -> Iterator[str]:
        for given in paths:
            path = Path(given)
            if not path.is_dir():
                if path.exists() and not path.is_file():
                    # To open a pipe waits for somebody to write into it, and a device may have no end.
                    self.complain(f"{given}: this is no regular file, and was not read")
                else:
                    yield given
                continue
            files = sorted(
                file for file in path.rglob("*") if file.is_file() and not _is_hidden(file.relative_to(path))
            )
            if not files:
                self.complain(f"{given}: there is no file in this folder")
            yield from map(str, files)

    def _tell(self, name: str, result: TakenIn) -> None:
        article = result.article
        if not result.is_new:
            self.stdout.write(f"{name}: the same text is there already, as “{article.title}”.")
            return
        told = [article.title, str(article.source or "source unknown"), str(article.published or "date unknown")]
        line = f"{name}: {' | '.join(told)} | {article.claims.count()} claims"
        self.stdout.write(line + (f"; not found: {', '.join(result.missing)}" if result.missing else ""))


@transaction.atomic
def _fill(sheet: FactSheet | None, taken: Sequence[TakenIn], options: Mapping[str, Any], at: datetime) -> FactSheet:
    """Put what was taken in into the sheet, which is opened where it is not there yet."""
    filled = sheet or actions.create_sheet(title=options["title"], slug=options["sheet"], by=None, at=at)
    actions.add_articles(filled, [result.article for result in taken], by=None, at=at)
    return filled


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _spell(name: str) -> str:
    """A file's name as text: what is no UTF-8 in it, which no database keeps, as U+FFFD."""
    return os.fsencode(name).decode("utf-8", errors="replace")
