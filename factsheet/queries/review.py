"""The review: the sheet as it would be published, line by line, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from factsheet.export.content import EditionContent
from factsheet.export.differences import Fate
from factsheet.export.edition import build_edition, read_edition
from factsheet.models import Act, Activity, Edition, Fact, FactSheet
from factsheet.queries.differences import WordedLine, WordedPart, word_line, word_parts
from factsheet.queries.mismatches import MismatchItem, read_mismatches
from factsheet.reviewing import SheetLine, SheetReview, review_lines
from factsheet.snapshot import take_snapshot


@dataclass(frozen=True, slots=True)
class ReviewedLine:
    """A line with what is different about it since the newest edition; `worded` is None of the title and summary."""

    line: SheetLine
    worded: WordedLine | None
    head: list[WordedPart]


@dataclass(frozen=True, slots=True)
class Review:
    """The edition that publishing now would make; `left_open` facts would not be in it.

    `changed` are the lines to look at, `kept` those that the newest edition prints to the letter and nobody sent back.
    """

    sheet: FactSheet
    content: EditionContent
    newest: Edition | None
    lines: SheetReview
    changed: list[ReviewedLine]
    kept: list[ReviewedLine]
    left_open: list[Fact]
    mismatches: list[MismatchItem]
    comments: list[Activity]

    @property
    def questions(self) -> list[Fact]:
        """The open facts that wait for a source: nothing is published before they are answered or left out."""
        return [fact for fact in self.left_open if fact.is_waiting]


def review(sheet: FactSheet, *, by: User, at: datetime) -> Review:
    """A sheet as `by` has it before them to review; twelve queries."""
    newest = sheet.editions.order_by("-number").first()
    snapshot = take_snapshot(
        sheet,
        number=newest.number + 1 if newest else 1,
        previous_sha256=newest.sha256 if newest else "",
        by=by,
        at=at,
    )
    # Through the bytes and back, so that the preview is numbered and ordered as the edition will be.
    content = read_edition(build_edition(snapshot)).content
    lines = review_lines(sheet, content, newest, by=by)
    reviewed = [_word(line, lines) for line in lines.lines]
    return Review(
        sheet=sheet,
        content=content,
        newest=newest,
        lines=lines,
        changed=[item for item in reviewed if not _is_kept(item.line)],
        kept=[item for item in reviewed if _is_kept(item.line)],
        left_open=list(sheet.facts.filter(state=Fact.State.OPEN).order_by("position", "id")),
        mismatches=read_mismatches(sheet=sheet),
        comments=list(sheet.activity.filter(act=Act.SHEET_SENT_BACK).select_related("actor").order_by("-id")[:5]),
    )


def _is_kept(line: SheetLine) -> bool:
    return line.printed and line.is_approved


def _word(line: SheetLine, review: SheetReview) -> ReviewedLine:
    if line.change is None:
        return ReviewedLine(line, None, word_parts(review.difference.head))
    if line.printed and line.change.fate == Fate.KEPT:
        return ReviewedLine(line, WordedLine(line.change, []), [])
    return ReviewedLine(line, word_line(line.change), [])
