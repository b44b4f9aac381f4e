"""A story being written against the sheet: each of its figures and dates, the fact it speaks of, and how it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from articles.phrasing import gettext_noop as _
from articles.values import Kind
from factsheet.reconcile.comparisons import ArticleReadings, sides_of
from factsheet.reconcile.corrections import Passage, Reader, correct_sentences, find_wording
from factsheet.reconcile.placing import PlacedFact, place
from factsheet.reconcile.sides import Side
from factsheet.reconcile.standings import Judgement, SheetFact, Standing, judge

NOT_THERE = Judgement(Standing.UNKNOWN, _("The sheet has no fact that this speaks of."))
TAKEN_BACK = _("The story itself takes this value back.")


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim of the story with the key of its fact, why it is held to speak of that one, and how it stands to it.

    `correction` is its sentence put right, or nothing where nothing is wrong or no wording can be vouched for.
    """

    side: Side
    fact: str | None
    because: str
    standing: Standing
    reason: str
    correction: tuple[Passage, ...] = ()


def check_draft(story: ArticleReadings, facts: Sequence[SheetFact], read: Reader) -> list[CheckedClaim]:
    """Every claim of a story in the order of the text, none overlapping another.

    Quotations are checked where the sheet has them and no figure stands in them.

    Args:
        story: the text with what was read in it.
        facts: those of the sheet.
        read: reads a sentence of the story anew, to see whether a correction says what it should.
    """
    sides = sides_of(story)
    known = {fact.key: fact for fact in facts}
    homes = _find_homes(sides, facts)
    checked = [_check(side, known, *homes.get(side.key, (None, ""))) for side in _choose(sides, homes.keys())]
    wordings: dict[str, str] = {}
    for claim in checked:
        answer = known[claim.fact].answer if claim.fact else None
        if claim.standing is Standing.DEVIATES and answer and (words := find_wording(claim.side, answer, read)):
            wordings[claim.side.key] = words
    corrected = correct_sentences(wordings, [claim.side for claim in checked])
    return [replace(claim, correction=corrected.get(claim.side.key, ())) for claim in checked]


def _find_homes(sides: Sequence[Side], facts: Sequence[SheetFact]) -> dict[str, tuple[str, str]]:
    """The fact of each claim that has one, and why: by the evidence of the facts, and else by their lines."""
    homes: dict[str, tuple[str, str]] = {}
    for known, least in (
        ([PlacedFact(fact.key, fact.sides) for fact in facts if fact.sides], NONE),
        ([PlacedFact(fact.key, (_side_of_line(fact),)) for fact in facts], LIKELY),
    ):
        for found in place([side for side in sides if side.key not in homes], known):
            if found.fact is not None and found.confidence >= least:
                homes.update((key, (found.fact, found.reasons.get(key, ""))) for key in found.keys)
    return homes


NONE = Decimal(0)
LIKELY = Decimal("0.5")
"""A line of the sheet has few words: what is nearer to it than this is mostly of its fact (of the invented events, each
article held against the others, a line finds four in a hundred claims more, one in four of them wrongly).
"""


def _side_of_line(fact: SheetFact) -> Side:
    """A fact as its line on the sheet: what it asks, and the answer where it has one."""
    key, answer = f"line of {fact.key}", fact.answer
    if answer is None:
        return Side(key, key, fact.kind, unit=fact.unit, sentence=fact.label)
    before = f"{fact.label}: "
    return replace(
        answer, key=key, article=key, sentence=before + answer.text, offset=len(before), end=len(answer.text)
    )


def _choose(sides: Sequence[Side], placed: Container[str]) -> list[Side]:
    """The figures and dates, and the quotations of the sheet in which none of them stands; in the order of the text."""
    chosen: list[Side] = []
    quoted: list[Side] = []
    for side in sides:
        if side.kind is not Kind.QUOTE:
            chosen.append(side)
        elif side.key in placed:
            quoted.append(side)
    starts = [side.start for side in chosen]
    for side in quoted:
        place_of = bisect_left(starts, side.start)
        before, after = chosen[:place_of][-1:], chosen[place_of : place_of + 1]
        if all(other.end <= side.start for other in before) and all(side.end <= other.start for other in after):
            chosen.insert(place_of, side)
            starts.insert(place_of, side.start)
    return chosen


def _check(side: Side, known: Mapping[str, SheetFact], fact: str | None, because: str) -> CheckedClaim:
    if not side.is_live:
        found = Judgement(Standing.UNKNOWN, TAKEN_BACK)
    else:
        found = judge(side, known[fact]) if fact else NOT_THERE
    return CheckedClaim(side, fact, because, found.standing, found.reason)
