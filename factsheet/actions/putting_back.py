"""Claims go back where they stood before they were sorted: what undoes an act of the inbox, on one or thousands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Max
from django.utils.translation import gettext as _

from factsheet.actions.arranging import renew
from factsheet.actions.evidence import SORTED, describe_places, move, record_sorting, refresh_or_drop, withdraw
from factsheet.actions.log import touch
from factsheet.actions.rows import overwrite
from factsheet.actions.rulings import Word, rule, take_back_rejections
from factsheet.models import Act, Activity, Evidence, Fact, FactSheet
from factsheet.policies import Refused

State = Evidence.State

# By what the log tells where the claims are then; where they are in several states, the first of these.
ACT_OF: Mapping[str, Act] = {
    State.CANDIDATE: Act.CLAIM_RESTORED,
    State.ACCEPTED: Act.CLAIM_PLACED,
    State.REJECTED: Act.CLAIM_REJECTED,
}


def put_claims_back(activity: Activity, by: User, at: datetime) -> None:
    """Put the claims of an act where they stood before it; the lock of their sheet is held.

    Raises:
        KeyError: when the log does not remember where that was.
        Evidence.DoesNotExist: when the claims are not on the sheet of the act.
        Refused: when one of them was sorted again since.
    """
    sheet, places = activity.sheet, activity.details["before"]
    if sheet is None or not isinstance(places, list):
        # What the log remembered before claims were sorted together.
        raise KeyError("before")
    rows = Evidence.objects.select_related("claim", "fact__sheet").filter(sheet=sheet).order_by("pk")
    items = {item.pk: item for item in rows.filter(pk__in=[pk for place in places for pk in place["claims"]])}
    if len(items) != sum(len(place["claims"]) for place in places):
        raise Evidence.DoesNotExist
    if not all(_stands_as_left(item, activity) for item in items.values()):
        raise Refused(_("Something was done here since. Look at it again."))
    stood = {item.pk: _bears(item) for item in items.values()}
    left = {item.fact_id for item in items.values() if item.fact_id is not None}
    states = {place["state"] for place in places}
    now = describe_places(list(items.values()), leaving=State.ACCEPTED in states)
    homes = _find_homes(sheet, places, items)
    _put(sheet, [(items[pk], place, homes.get(place["fact"])) for place in places for pk in place["claims"]], by, at)
    act = next(act for state, act in ACT_OF.items() if state in states)
    record_sorting(act, sheet, list(items.values()), by=by, at=at, before=now)
    # What stands under its fact as it did, accepted or not, leaves how that stands.
    weighed = {pk: before for pk, before in stood.items() if before != _bears(items[pk])}
    changed = {key for pk, (fact, *_weight) in weighed.items() for key in (fact, items[pk].fact_id) if key is not None}
    renew((left | {fact.pk for fact in homes.values()}) - changed)
    refresh_or_drop(sheet, changed, by=by, at=at)
    touch(sheet, at=at)


def _stands_as_left(item: Evidence, activity: Activity) -> bool:
    if item.state == State.CANDIDATE:
        return activity.act == Act.CLAIM_RESTORED
    return item.sorted_at == activity.at


def _find_homes(
    sheet: FactSheet, places: Sequence[Mapping[str, Any]], items: Mapping[int, Evidence]
) -> dict[int, Fact]:
    """The facts of the places by their old keys; a proposal that was dropped with its last claim is made anew."""
    wanted = {place["fact"]: place for place in places if place["fact"] is not None}
    homes = {fact.pk: fact for fact in sheet.facts.filter(pk__in=wanted)}
    last = sheet.facts.aggregate(last=Max("position"))["last"] or 0
    gone = {key: place for key, place in wanted.items() if key not in homes}
    for position, (key, place) in enumerate(gone.items(), start=last + 1):
        claim = items[place["claims"][0]].claim
        homes[key] = Fact.objects.create(
            sheet=sheet,
            label=place["label"],
            kind=claim.kind,
            unit=(claim.unit or "")[:64],
            position=position,
            proposed=True,
        )
    return homes


def _bears(item: Evidence) -> tuple[int | None, str, int | None]:
    """What of a piece of evidence makes a difference to how facts stand; rejected ones are under no fact."""
    return item.fact_id, item.stance, item.weighed_by_id


def _put(
    sheet: FactSheet, homes: Sequence[tuple[Evidence, Mapping[str, Any], Fact | None]], by: User, at: datetime
) -> None:
    """Put each claim into its place, under the fact that the place is of."""
    rejected: dict[str, list[Evidence]] = defaultdict(list)
    accepted: list[tuple[Evidence, Fact]] = []
    waiting: list[tuple[Evidence, Fact | None]] = []
    for item, place, home in homes:
        if place["state"] == State.REJECTED:
            rejected[place["weight"]["reason"]].append(item)
        elif place["state"] == State.ACCEPTED and home is not None:
            accepted.append((item, home))
        else:
            waiting.append((item, home))
    for reason, items in rejected.items():
        withdraw(sheet, items, reason=reason, by=by, at=at)
    kept = [(item, place) for item, place, _home in homes if place["state"] != State.REJECTED]
    take_back_rejections([item for item, _place in kept if item.state == State.REJECTED], by=by, at=at)
    move(accepted, act=Act.CLAIM_PLACED, by=by, at=at)
    rule(((item, item.fact, Word.OPEN) for item, _home in waiting), act=Act.CLAIM_RESTORED, by=by, at=at)
    for item, home in waiting:
        item.fact, item.state, item.sorted_at, item.sorted_by = home, State.CANDIDATE, None, None
    for item, place in kept:
        weight = place["weight"]
        item.stance, item.reason, item.weighed_by_id = weight["stance"], weight["reason"], weight["weighed_by"]
        for name in place.keys() & {"placed_because", "confidence"}:
            setattr(item, name, place[name])
    overwrite(Evidence.objects, [item for item, _place in kept], SORTED)
