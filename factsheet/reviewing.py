"""A sheet under review, line by line: what each would print, what was approved of it, and who may approve it.

A line that is printed so by the newest edition is approved with it. Any other is approved by somebody who neither
settled it last, nor changed what it says, nor placed or rejected what speaks against it, unless the desk goes without a
second look (`FOUR_EYES`); then it is kept that they approved their own work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from factsheet.export.content import EditionContent
from factsheet.export.differences import Difference, LineDifference, compare_editions
from factsheet.export.edition import read_edition
from factsheet.export.lines import HEAD, digest_all, digest_gap, digest_lines
from factsheet.models import Act, Activity, Decision, Edition, Evidence, Fact, FactSheet, LineVerdict
from factsheet.policies import REWORDING, SORTING

Word = LineVerdict.Word
CONTRADICTS = Evidence.Stance.CONTRADICTS

# By which evidence may be taken from under a fact.
TAKING = SORTING | {Act.ARTICLE_REVISED}


class Part(StrEnum):
    """What somebody did about a line, so that somebody else has to look at it."""

    SETTLED = "settled"
    REWORDED = "reworded"
    WEIGHED = "weighed"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line under review, or the head, whose `key` is 0 and which has no `change`.

    `printed` is whether the newest edition has it to the letter, `verdict` the newest word on it as it is, and `part`
    what the one who looks did about it.
    """

    key: int
    sha256: str
    printed: bool
    verdict: LineVerdict | None
    part: Part | None
    change: LineDifference | None

    @property
    def is_approved(self) -> bool:
        """Whether it can be printed as it is."""
        if self.verdict is None:
            return self.printed
        stands = not self.verdict.own or self.printed or not settings.FOUR_EYES
        return self.verdict.word == Word.APPROVED and stands

    @property
    def against(self) -> str:
        """Why the one who looks cannot approve it; empty where they can."""
        if not settings.FOUR_EYES:
            return ""
        match self.part:
            case Part.SETTLED:
                return _("You settled this line yourself. Somebody else has to approve it.")
            case Part.REWORDED:
                return _("You changed what this line says yourself. Somebody else has to approve it.")
            case Part.WEIGHED:
                return _("You placed or rejected what speaks against this line. Somebody else has to approve it.")
            case _other:
                return ""

    @property
    def can_be_approved(self) -> bool:
        """Whether it waits for an approval that the one who looks may give."""
        return not self.is_approved and not self.against


@dataclass(frozen=True, slots=True)
class SheetReview:
    """The head and every line, those that are not as the newest edition prints them first."""

    lines: list[SheetLine]
    difference: Difference

    @property
    def waiting(self) -> list[SheetLine]:
        """The lines that nobody has approved as they are."""
        return [line for line in self.lines if not line.is_approved]

    @property
    def mine(self) -> list[SheetLine]:
        """Of those, the ones that the one who looks may approve."""
        return [line for line in self.lines if line.can_be_approved]

    @property
    def sha256(self) -> str:
        """The digest of all that is printed, which approving the sheet keeps."""
        return digest_review(line.sha256 for line in self.lines if line.change is None or line.change.after)


def digest_review(digests: Iterable[str]) -> str:
    """One digest for all lines, in whatever order they stand."""
    return digest_all(sorted(digests))


def review_lines(sheet: FactSheet, content: EditionContent, newest: Edition | None, *, by: User) -> SheetReview:
    """What `by` has before them of a sheet that would print `content` and whose newest edition is `newest`, with body.

    Four queries.
    """
    earlier = read_edition(bytes(newest.body)).content if newest else None
    nothing = EditionContent(content.site_url, content.slug, "", 0, content.published_at, "", ())
    difference = compare_editions(earlier or nothing, content)
    # What was withdrawn is looked at anew, whatever was said of it before.
    withdrawn = newest.published_at if newest and newest.kind == Edition.Kind.WITHDRAWAL else None
    now, before = digest_lines(content), digest_lines(earlier) if earlier else {}
    gaps = {line.id: digest_gap(line.before) for line in difference.lines if line.before and not line.after}
    digests = now | gaps
    verdicts = _read_verdicts(sheet, digests, since=withdrawn)
    parts = _read_parts(sheet, content, digests, by=by, since=newest.published_at if newest else None)
    changes: dict[int, LineDifference | None] = {HEAD: None, **{line.id: line for line in difference.lines}}
    return SheetReview(
        [
            SheetLine(
                key, digests[key], before.get(key) == digests[key] and not withdrawn, verdicts.get(key),
                parts.get(key), change,
            )
            for key, change in changes.items()
        ],
        difference,
    )  # fmt: skip


def _read_verdicts(sheet: FactSheet, digests: Mapping[int, str], *, since: datetime | None) -> dict[int, LineVerdict]:
    """The newest verdict on each line as it is now."""
    rows = sheet.verdicts.filter(sha256__in=digests.values()).select_related("by", "comment").order_by("id")
    if since:
        rows = rows.filter(at__gt=since)
    return {row.fact_id or HEAD: row for row in rows if digests.get(row.fact_id or HEAD) == row.sha256}


def _read_parts(
    sheet: FactSheet, content: EditionContent, keys: Iterable[int], *, by: User, since: datetime | None
) -> dict[int, Part]:
    """What somebody did about which lines: who settled each last, and what else they did since the newest edition."""
    parts: dict[int, Part] = {}
    # What came after the answer was weighed by nobody yet.
    against = Q(stance=CONTRADICTS) | Q(stance="", relation=Evidence.Relation.CONFLICT)
    contradicting = Evidence.objects.filter(against, sheet=sheet, sorted_by=by, fact__isnull=False)
    parts |= dict.fromkeys(contradicting.values_list("fact_id", flat=True), Part.WEIGHED)
    touching = _Touching(content)
    acts = Activity.objects.filter(sheet=sheet, actor=by, act__in=[*REWORDING, *TAKING])
    for act in acts.filter(at__gt=since) if since else acts:
        if act.act in TAKING:
            parts |= dict.fromkeys(_read_contradicted(act), Part.WEIGHED)
        else:
            parts |= dict.fromkeys(touching.find(act), Part.REWORDED)
    newest = Decision.objects.filter(fact=OuterRef("pk")).order_by("-number").values("editor")[:1]
    settled = Fact.objects.filter(pk__in=keys, sheet=sheet).annotate(last=Subquery(newest)).filter(last=by.pk)
    return parts | dict.fromkeys(settled.values_list("pk", flat=True), Part.SETTLED)


def _read_contradicted(act: Activity) -> Iterator[int]:
    """The facts from under which an act took what contradicted them."""
    for place in act.details.get("before") or ():
        if place["fact"] is not None and place.get("weight", {}).get("stance") == CONTRADICTS:
            yield place["fact"]


class _Touching:
    """Which lines an act of the log is about, also one on an article or a claim that they cite."""

    def __init__(self, content: EditionContent) -> None:
        self.lines: dict[tuple[str, int], set[int]] = {}
        for fact in content.facts:
            for cited in (*fact.citations, *fact.dissent):
                named = (("article", cited.article_id), ("claim", cited.claim_id), ("evidence", cited.evidence_id))
                for place in named:
                    self.lines.setdefault(place, set()).add(fact.id)

    def find(self, act: Activity) -> set[int]:
        """The keys of the lines."""
        if act.act == Act.SHEET_CHANGED:
            return {HEAD}
        key = act.subject_id or 0
        found = {key} if act.subject_type == "fact" else self.lines.get((act.subject_type, key), set())
        other = act.details.get("other_id")
        return {*found, *act.details.get("facts", ()), *([other] if other else ())}
