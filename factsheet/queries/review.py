"""The review: the sheet as it would be published, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from factsheet.export.content import EditionContent
from factsheet.export.edition import build_edition, read_edition
from factsheet.models import Act, Activity, Edition, Fact, FactSheet
from factsheet.queries.mismatches import MismatchItem, read_mismatches
from factsheet.snapshot import take_snapshot


@dataclass(frozen=True, slots=True)
class Review:
    """The edition that publishing now would make; `left_open` facts would not be in it."""

    sheet: FactSheet
    content: EditionContent
    newest: Edition | None
    left_open: list[Fact]
    mismatches: list[MismatchItem]
    comments: list[Activity]


def review(sheet: FactSheet, *, by: User, at: datetime) -> Review:
    """The preview of a sheet; eight queries."""
    newest = sheet.editions.defer("body").order_by("-number").first()
    content = take_snapshot(
        sheet,
        number=newest.number + 1 if newest else 1,
        previous_sha256=newest.sha256 if newest else "",
        by=by,
        at=at,
    )
    return Review(
        sheet=sheet,
        # Through the bytes and back, so that the preview is numbered and ordered as the edition will be.
        content=read_edition(build_edition(content)).content,
        newest=newest,
        left_open=list(sheet.facts.filter(state=Fact.State.OPEN).order_by("position", "id")),
        mismatches=read_mismatches(sheet=sheet),
        comments=list(sheet.activity.filter(act=Act.SHEET_SENT_BACK).select_related("actor").order_by("-id")[:5]),
    )
