"""The origin of each article of a sheet, from traces that are kept: a text is read when its article first comes in."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence

from articles.models import Article
from factsheet.models import ArticleTrace, FactSheet, SheetArticle
from factsheet.reconcile import Trace, TracedArticle, trace
from factsheet.reconcile import trace_origins as find_origins
from factsheet.reconcile.origins import VERSION, Correction

Said = SheetArticle.Ruling

BATCH = 200

# A text or title that a reason quotes may be longer than its column.
LONGEST_REASON = 300


def trace_origins(sheet: FactSheet) -> None:
    """Trace the articles of a sheet, and write down whose origin is another than before; its lock is held.

    What editors said of an origin holds.
    """
    entries = list(
        sheet.entries.order_by("position").values_list(
            *("pk", "position", "article_id", "article__title", "article__source__name", "origin", "origin_reason"),
            "article__previous_id",
        )
    )
    places = {row[2]: f"{row[1]:010}" for row in entries}
    traces = _read_traces(sheet, [row[2] for row in entries])
    found = find_origins(
        (
            TracedArticle(f"{position:010}", title, source or "", traces[article])
            for _, position, article, title, source, *_found in entries
        ),
        _read_corrections(sheet),
        [(f"{row[1]:010}", places[row[7]]) for row in entries if row[7] in places],
    )
    changed = []
    for pk, position, _, _, _, number, reason, _ in entries:
        origin = found[f"{position:010}"]
        said = origin.reason[:LONGEST_REASON]
        if (origin.number, said) != (number, reason):
            changed.append(SheetArticle(pk=pk, origin=origin.number, origin_reason=said))
    SheetArticle.objects.bulk_update(changed, ["origin", "origin_reason"], batch_size=BATCH)


def _read_corrections(sheet: FactSheet) -> dict[str, Correction]:
    ruled = sheet.entries.exclude(origin_ruling=Said.TRACED)
    rows = ruled.values_list("position", "origin_with__position", "origin_because")
    return {
        f"{position:010}": Correction(f"{other:010}" if other else None, because.rstrip("."))
        for position, other, because in rows
    }


def _read_traces(sheet: FactSheet, articles: Iterable[int]) -> dict[int, Trace]:
    """The traces of a sheet's articles, made now where there are none of this version of the program."""
    rows = ArticleTrace.objects.filter(article__entries__sheet=sheet, version=VERSION)
    kept = {
        pk: Trace(_unpack(bytes(sketch)), tuple(told))
        for pk, sketch, told in rows.values_list("pk", "sketch", "credits")
    }
    missing = set(articles) - kept.keys()
    made = {pk: trace(text) for pk, text in Article.objects.filter(pk__in=missing).values_list("pk", "text")}
    _keep(made.items())
    return kept | made


def _keep(made: Iterable[tuple[int, Trace]]) -> None:
    ArticleTrace.objects.bulk_create(
        (
            ArticleTrace(article_id=pk, version=VERSION, sketch=_pack(found.sketch), credits=list(found.credits))
            for pk, found in made
        ),
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["version", "sketch", "credits"],
    )


def _pack(sketch: Sequence[int]) -> bytes:
    return struct.pack(f">{len(sketch)}Q", *sketch)


def _unpack(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f">{len(packed) // 8}Q", packed)
