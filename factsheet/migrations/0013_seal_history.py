"""Chain the acts and the decisions that are there, each in its order.

It is the one moment at which the log may be written to, so the names of colleagues to whom facts were assigned, which
stood beside their keys, go out of it: once sealed they could never be taken out when somebody asks to be forgotten.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import migrations

from factsheet.models.sealing import describe_act, describe_decision, seal

AT_ONCE = 2_000

SEAL_ACT = (
    "UPDATE factsheet_activity SET channel = '', chain = %s, number = %s, previous_sha256 = %s, sha256 = %s WHERE id = %s"
)
SEAL_DECISION = "UPDATE factsheet_decision SET previous_sha256 = %s, sha256 = %s WHERE id = %s"


def seal_all(apps: Any, schema_editor: Any) -> None:
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        # Installed again after the last migration, as they are after every one.
        for table in ("factsheet_activity", "factsheet_decision"):
            place = f' ON "{table}"' if connection.vendor == "postgresql" else ""
            cursor.execute(f'DROP TRIGGER IF EXISTS "{table}_keep"{place}')
        activity = apps.get_model("factsheet", "Activity")
        drop_names(activity)
        sheets = apps.get_model("factsheet", "FactSheet").objects.order_by("pk").values_list("pk", flat=True)
        for sheet in [None, *sheets]:
            for batch in cut(seal_acts(activity, sheet)):
                cursor.executemany(SEAL_ACT, batch)
        for batch in cut(seal_decisions(apps)):
            cursor.executemany(SEAL_DECISION, batch)


def drop_names(activity: Any) -> None:
    for row in activity.objects.filter(act="fact.assigned").iterator():
        if "to" in row.details and row.details.pop("other", None) is not None:
            row.save(update_fields=["details"])


def seal_acts(activity: Any, sheet: int | None) -> Iterator[tuple[Any, ...]]:
    previous, number = "", 0
    for row in read(activity.objects.filter(sheet=sheet)):
        number += 1
        row.chain, row.number, row.previous_sha256, row.channel = sheet or 0, number, previous, ""
        sha256 = seal(describe_act(row))
        yield row.chain, number, previous, sha256, row.pk
        previous = sha256


def seal_decisions(apps: Any) -> Iterator[tuple[Any, ...]]:
    citation = apps.get_model("factsheet", "Citation")
    # The decisions on a fact were made one after the other, so their keys are in their order.
    newest: dict[int, str] = {}
    for rows in cut(read(apps.get_model("factsheet", "Decision").objects.all())):
        cited = defaultdict(list)
        links = citation.objects.filter(decision__in=[row.pk for row in rows]).order_by("decision", "number")
        for decision, evidence in links.values_list("decision", "evidence"):
            cited[decision].append(evidence)
        for row in rows:
            row.previous_sha256 = newest.get(row.fact_id, "")
            newest[row.fact_id] = seal(describe_decision(row, cited[row.pk]))
            yield row.previous_sha256, newest[row.fact_id], row.pk


def read(rows: Any) -> Iterator[Any]:
    """All rows in the order of their keys, so many at a time: they are written to while they are read."""
    last = 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        yield from batch
        last = batch[-1].pk


def cut(items: Iterable[Any]) -> Iterator[list[Any]]:
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


class Migration(migrations.Migration):

    dependencies = [
        ("factsheet", "0012_columns_of_chains"),
    ]

    operations = [
        migrations.RunPython(seal_all, migrations.RunPython.noop),
    ]
