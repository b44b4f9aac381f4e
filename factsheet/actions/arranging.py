"""Claims are put under facts, and each fact's standing is worked out anew: what the comparison says, written down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import F

from factsheet.actions import lookups
from factsheet.actions.arithmetic import check_together
from factsheet.actions.challenging import note_challenges
from factsheet.actions.rows import overwrite
from factsheet.actions.rulings import read_links
from factsheet.actions.standings import FOUND, work_out
from factsheet.known import choose_known
from factsheet.models import Evidence, Fact, FactSheet
from factsheet.reconcile import PlacedFact, Placement, Side, place
from factsheet.reconcile.labels import distinguish
from factsheet.reconcile.lookup import find_near
from factsheet.sides import key_of_fact, load_sides, number_of_fact

# So many facts are read at once, each with all its evidence.
FACTS_AT_ONCE = 50
# What may stand behind a label that another fact has stays within its column of 200.
LONGEST_LABEL = 170


def arrange(sheet: FactSheet, new: Sequence[tuple[Evidence, Side]], *, by: User | None, at: datetime) -> None:
    """Propose a place for claims that have none, and refresh the facts that gained one.

    Each is led by its marks to the few facts and lone claims that it may belong with, and only those are read: the cost
    follows the number of new claims, not the size of the sheet. Claims of two or more articles that speak of the same
    fact become a proposed fact; a claim that stands alone waits in the inbox. What is placed already stays where it is,
    and what editors said of these claims holds.

    Args:
        sheet: prepared by `lookups.prepare`, its lock held.
        new: claims with their sides, counted by `lookups.count_claims`.
        by: whose act brings them.
        at: when.
    """
    sides = [side for _, side in new]
    evidence = {side.key: item for item, side in new}
    counts = lookups.read_counts(sheet, sides)
    marks = lookups.find_marks(sides, counts)
    holders = lookups.look_up(sheet, marks)
    near = find_near(marks.values(), holders)
    alone = {int(key) for key in near.alone}
    links = read_links([*map(int, evidence), *alone])
    facts = links.facts | {number_of_fact(key) for key in near.facts}
    known_by = choose_known(Fact.objects.filter(pk__in=facts), Evidence.objects.all())
    others = {*known_by, *alone, *links.evidence} - {item.pk for item, _ in new}
    known = load_sides(sheet.evidence.filter(pk__in=others))
    # Those that editors spoke of may have no claim any more.
    spoken_of = sheet.facts.filter(pk__in=links.facts).values_list("pk", flat=True) if links.facts else ()
    placed: dict[str, list[Side]] = defaultdict(list, {key_of_fact(pk): [] for pk in spoken_of})
    for item, side in known:
        if item.fact_id is None:
            evidence[side.key] = item
        else:
            placed[key_of_fact(item.fact_id)].append(side)
    unplaced = [side for item, side in known if item.fact_id is None]
    found = place(
        sides,
        [PlacedFact(key, tuple(members)) for key, members in placed.items()],
        unplaced,
        counts=lookups.read_counts(sheet, (side for _, side in known), counts),
        must=links.must,
        cannot=links.cannot,
    )
    moved = _propose(sheet, found, evidence)
    homes = {str(item.pk): key_of_fact(item.fact_id) for item in moved if item.fact_id}
    lookups.enter(sheet, marks, homes, holders)
    refresh_facts(sheet, (item.fact_id for item in moved if item.fact_id), by=by, at=at)


def _propose(sheet: FactSheet, found: Iterable[Placement], evidence: Mapping[str, Evidence]) -> list[Evidence]:
    """Write proposed places down, making the facts that are new."""
    groups = [(placement, [evidence[key] for key in placement.keys]) for placement in found]
    worthy = [
        (placement, items)
        for placement, items in groups
        if placement.fact or len({item.claim.article_id for item in items}) > 1
    ]
    new = _make_facts(sheet, [placement for placement, _ in worthy if placement.fact is None])
    moved: list[Evidence] = []
    for placement, items in worthy:
        pk = number_of_fact(placement.fact) if placement.fact else next(new).pk
        for item in items:
            item.fact_id = pk
            item.placed_because = placement.reasons.get(str(item.pk), "")[:300]
            item.confidence = placement.confidence
        moved += items
    overwrite(Evidence.objects, moved, ["fact", "placed_because", "confidence"])
    return moved


def _make_facts(sheet: FactSheet, new: Sequence[Placement]) -> Iterator[Fact]:
    known = list(sheet.facts.values_list("label", "position")) if new else []
    taken = {label.lower() for label, _ in known}
    facts = []
    for position, placement in enumerate(new, start=max((position for _, position in known), default=0) + 1):
        # No two facts of a sheet get the same label from the program.
        label = distinguish(placement.label[:LONGEST_LABEL], placement.kind, taken)
        taken.add(label.lower())
        facts.append(
            Fact(
                sheet=sheet,
                label=label,
                kind=placement.kind,
                unit=(placement.unit or "")[:64],
                position=position,
                proposed=True,
            )
        )
    return iter(Fact.objects.bulk_create(facts))


def refresh_facts(sheet: FactSheet, facts: Iterable[int], *, by: User | None, at: datetime) -> None:
    """Work out anew how facts stand whose evidence changed, and check what they say together.

    A conflict that the answer of a fact did not weigh challenges it, while it lasts (`challenging`). The facts are read
    here, under the lock of their sheet: what a caller holds may be older than a colleague's decision. The number of
    queries does not grow with the facts.
    """
    keys = sorted(set(facts))
    for first in range(0, len(keys), FACTS_AT_ONCE):
        some = Fact.objects.select_related("decision").in_bulk(keys[first : first + FACTS_AT_ONCE])
        before = {fact.pk: [getattr(fact, name) for name in FOUND] for fact in some.values()}
        note_challenges(sheet, work_out(list(some.values())), by=by, at=at)
        changed = [fact for fact in some.values() if before[fact.pk] != [getattr(fact, name) for name in FOUND]]
        overwrite(Fact.objects, changed, FOUND)
        renew(some)
    check_together(sheet, keys)


def renew(facts: Iterable[int]) -> None:
    """Give facts a new version when something was done to their evidence that leaves open how they stand."""
    Fact.objects.filter(pk__in=facts).update(version=F("version") + 1)
