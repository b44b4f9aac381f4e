"""After the kills: `python -m tests.durability.checking JOURNAL` says what is lost or half done, a line each.

The journal is what the clients know: {mark: {"kind": ..., "acknowledged": ...}}. Every act carries its mark in words
that it stores; what was not acknowledged may be there or not, but never in part.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import django
from django.db import connection, transaction


def main(path: Path) -> None:
    """Print what does not hold."""
    journal: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    lines = [*check_acts(journal), *check_sheets(), *check_database()]
    print(*lines, sep="\n", end="\n" if lines else "")


def check_acts(journal: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Each act of the journal, by its mark; and what was made that nobody asked for."""
    find = {"settle": _find_decision, "publish": _find_edition, "take in": _find_article}
    for mark, entry in journal.items():
        parts = find[entry["kind"]](mark)
        whole = set(parts.values()) == {1}
        nothing = set(parts.values()) == {0}
        name = f"{entry['kind']} {mark}"
        if entry["acknowledged"] and not whole:
            yield f"{name}: acknowledged, and lost: {parts}"
        elif not whole and not nothing and not _is_only_in_the_archive(parts):
            yield f"{name}: half done: {parts}"


def _find_decision(mark: str) -> dict[str, int]:
    from factsheet.models import Activity, Decision

    decisions = Decision.objects.filter(rationale=mark)
    lines = Activity.objects.filter(act="fact.settled", details__rationale=mark)
    found = {"decisions": decisions.count(), "lines of the log": lines.count(), "citations": 0, "in force": 0}
    for decision in decisions:
        newest = decision.fact.decisions.latest("number")
        found["citations"] = decision.citations.count()
        found["in force"] = int(decision.fact.decision_id == newest.pk)
    return found


def _find_edition(mark: str) -> dict[str, int]:
    from factsheet.models import Activity, Edition

    return {
        "editions": Edition.objects.filter(note=mark).count(),
        "lines of the log": Activity.objects.filter(act="sheet.published", details__note=mark).count(),
    }


def _find_article(mark: str) -> dict[str, int]:
    from articles.models import Article
    from factsheet.models import Activity

    articles = Article.objects.filter(title=mark)
    found = {"articles": articles.count(), "claims": 0, "on the sheet": 0, "lines of the log": 0, "evidence": 0}
    for article in articles:
        claims = article.claims.count()
        found["claims"] = int(claims == CLAIMS)
        found["on the sheet"] = article.entries.count()
        found["lines of the log"] = Activity.objects.filter(act="article.added", subject_id=article.pk).count()
        evidence = sum(claim.evidence.count() for claim in article.claims.all())
        found["evidence"] = 0 if not evidence else 1 if evidence == claims else evidence
    return found


CLAIMS = 2
"""How many claims each of the articles makes that are taken in: see `clients.write_article`."""


def _is_only_in_the_archive(parts: dict[str, int]) -> bool:
    """An article is stored by itself before it comes on a sheet: the same text finds it there when it is sent again."""
    on_sheet = (parts.get("on the sheet"), parts.get("lines of the log"), parts.get("evidence"))
    return (parts.get("articles"), parts.get("claims")) == (1, 1) and on_sheet == (0, 0, 0)


def check_sheets() -> Iterator[str]:
    """The counts that sheets keep are those of their rows, and articles stand in an unbroken order."""
    from factsheet.actions.log import touch
    from factsheet.models import FactSheet

    for sheet in FactSheet.objects.all():
        kept = {name: value for name, value in vars(sheet).items() if name.startswith(("facts_", "claims_"))}
        with transaction.atomic():
            touch(sheet, at=datetime.now(UTC))
            transaction.set_rollback(True)
        counted = {name: getattr(sheet, name) for name in kept}
        if kept != counted:
            yield f"sheet {sheet.slug}: keeps {kept}, and has {counted}"
        places = list(sheet.entries.order_by("position").values_list("position", flat=True))
        if places != list(range(1, len(places) + 1)) and sheet.slug.startswith("taken-in"):
            yield f"sheet {sheet.slug}: articles stand at {places}"


def check_database() -> Iterator[str]:
    """The file is whole, and every chain holds."""
    from factsheet.management.verification import Verification

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA integrity_check")
            yield from (row[0] for row in cursor.fetchall() if row[0] != "ok")
            cursor.execute("PRAGMA foreign_key_check")
            yield from (f"a row of {row[0]} refers to nothing" for row in cursor.fetchall())
    yield from Verification().run()


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]))
