"""What was made of an earlier version of an article is made of the next where its words still stand.

The claims of the earlier one stay as they are. Each claim of the later one names that in whose place it stands, whether
or not it says the same; a reading that an editor made is made again, as that editor's, at its new place.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass

from articles.alignment import Alignment
from articles.intake import Mark
from articles.models import Article, Claim
from articles.reading import read_span
from articles.revisions import pair_figures
from articles.values import Span

Stretch = list[int | str]
"""The start, the end and the reason of what is no part of the story, as an article keeps it."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Claims of a new version, not saved: what the program read, and what editors had made of the version before."""

    read: list[Claim]
    made: list[Claim]


def carry_furniture(alignment: Alignment, earlier: Article, marks: Sequence[Mark]) -> list[Stretch]:
    """What of a new version is no part of the story: where its words stand in the earlier one, as it is there.

    An editor may have taken a paragraph out of that, or put one back which the intake would set apart again.
    """
    backward = Alignment(alignment.new.text, alignment.old.text)
    known = [Span(start, end) for start, end, _reason in earlier.furniture]
    kept: list[Stretch] = []
    for mark in marks:
        before = backward.lead(mark.span)
        if before is None or any(before.overlaps(span) for span in known):
            kept.append([mark.span.start, mark.span.end, str(mark.reason)])
    for start, end, reason in earlier.furniture:
        place = alignment.lead(Span(start, end))
        if place and not any(place.overlaps(Span(int(first), int(last))) for first, last, _reason in kept):
            kept.append([place.start, place.end, reason])
    return sorted(kept, key=lambda stretch: int(stretch[0]))


def carry_claims(alignment: Alignment, earlier: Article, article: Article, read: list[Claim]) -> Carried:
    """Tie the claims that the program read in a new version to those before, and make the editors' own again.

    Three queries, and one for each reading of an editor in a sentence that is another now.
    """
    old = list(earlier.claims.order_by("start", "pk"))
    roots = _find_roots(old)
    corrected = {claim.corrects_id for claim in old if claim.corrects_id is not None}
    standing = [claim for claim in old if claim.pk not in corrected]
    by_place = {(claim.start, claim.end, claim.kind): claim for claim in read}
    made: list[Claim] = []
    for mine in standing:
        place = alignment.follow(Span(mine.start, mine.end)) if mine.read_by == Claim.ReadBy.EDITOR else None
        if place is None:
            continue
        again = _make_again(alignment, mine, article, place)
        root = roots[mine.pk]
        stood = alignment.follow(Span(root.start, root.end)) or place
        again.corrects = by_place.pop((stood.start, stood.end, root.kind), None)
        if again.corrects is not None and root is not mine:
            again.corrects.earlier = root
        made.append(again)
    used = {claim.earlier_id for claim in made}
    free = list(by_place.values())
    for before, after in pair_figures(alignment, [claim for claim in standing if claim.pk not in used], free):
        after.earlier = before
    return Carried(read, made)


def _find_roots(claims: Sequence[Claim]) -> dict[int, Claim]:
    """Of each claim the one that its correction goes back to, itself where it corrects none."""
    by_key = {claim.pk: claim for claim in claims}
    roots: dict[int, Claim] = {}
    for claim in claims:
        root = claim
        while root.corrects_id is not None:
            root = by_key[root.corrects_id]
        roots[claim.pk] = root
    return roots


def _make_again(alignment: Alignment, mine: Claim, article: Article, place: Span) -> Claim:
    """An editor's claim at its new place; whose it is and when it was made stays."""
    again = copy(mine)
    again.pk, again.article, again.earlier = None, article, mine
    again.start, again.end, again.text = place.start, place.end, article.text[place.start : place.end]
    sentence = alignment.lead(Span(mine.sentence_start, mine.sentence_end))
    if sentence is None or not sentence.start <= place.start < place.end <= sentence.end:
        around = read_span(article, place, mine.typed)
        sentence = Span(around.sentence_start, around.sentence_end)
    again.sentence_start, again.sentence_end = sentence.start, sentence.end
    if mine.attribution_start is not None and mine.attribution_end is not None:
        said_by = alignment.follow(Span(mine.attribution_start, mine.attribution_end))
        again.attribution_start, again.attribution_end = (said_by.start, said_by.end) if said_by else (None, None)
    return again
