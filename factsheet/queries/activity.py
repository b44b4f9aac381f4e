"""The activity of a sheet, newest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.auth.models import User
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q

from factsheet.marks import Mark, marked_answers
from factsheet.models import Act, Activity, Evidence, FactSheet
from factsheet.policies import KINDS, UNDOABLE
from factsheet.queries.history import LogFilter, name_subject, people_of
from factsheet.queries.paging import cut_page, read_key
from factsheet.snapshot import name_of

PAGE = 100

EVERYTHING = LogFilter()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log. `can_be_undone` unless it cannot, or something of its kind followed.

    `together` are the facts that were settled by one act with this one, on the newest of their lines; `done_to` the
    claim that it was done to, `quotes` those that it names, `mark` where the sentence stands that its answer rests on,
    and `given_to` the name of who got the fact.
    """

    activity: Activity
    can_be_undone: bool
    together: int
    done_to: Evidence | None
    quotes: list[Evidence]
    mark: Mark | None
    given_to: str


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """A page of the log; `after` is the key of the next, older page, empty on the last.

    `people` are those who acted on the sheet, as a filter asks for them; `about` is what the fact or the article is
    called to which the log is narrowed.
    """

    sheet: FactSheet
    entries: list[Entry]
    after: str
    wanted: LogFilter
    people: list[tuple[str, str]]
    about: str

    @property
    def here(self) -> str:
        """The query of the address without its page, to which another part can be added."""
        return f"{self.wanted.query}&" if self.wanted.query else ""


def activity(sheet: FactSheet, wanted: LogFilter = EVERYTHING, *, after: str = "", size: int = PAGE) -> ActivityPage:
    """The newest acts that are asked for, or those older than the key.

    Two queries, and one more each for the claims, the answers and the people that are told of, and for what the log is
    narrowed to.
    """
    rows = wanted.choose(sheet).select_related("actor").order_by("-id")
    rows = rows.annotate(is_newest=ExpressionWrapper(is_undoable(), output_field=BooleanField()))
    key = read_key(after)
    if key is not None:
        rows = rows.filter(id__lt=key)
    acts, more = cut_page(list(rows[: size + 1]), size)
    claims = _find_claims(sheet, acts)
    by_key, by_claim = ({getattr(item, name): item for item in claims} for name in ("pk", "claim_id"))
    at_once = Counter(_act_of(act) for act in acts)
    given_to = _find_people(acts)
    decided = [act.subject_id for act in acts if act.subject_id and "answer" in act.details]
    marked = marked_answers(decided) if decided else []
    answers = {(answer.fact, answer.number): answer.mark for answer in marked}
    entries = []
    for act in acts:
        # Said on the newest line alone.
        together = at_once.pop(_act_of(act), 0) if act.details.get("together") else 0
        done_to = by_key.get(act.subject_id) if act.subject_type == "evidence" else None
        quotes = [by_claim[key] for key in _quoted(act) if key in by_claim]
        mark = answers.get((act.subject_id or 0, act.details["decision"])) if "answer" in act.details else None
        given = given_to.get(_given_to(act) or 0, "")
        entries.append(Entry(act, act.is_newest, together, done_to, quotes, mark, given))
    last = str(acts[-1].pk) if more else ""
    return ActivityPage(sheet, entries, last, wanted, people_of(sheet), name_subject(sheet, wanted))


def _find_people(acts: Sequence[Activity]) -> dict[int, str]:
    """What those are called to whom facts were given, by their keys."""
    keys = {key for act in acts if (key := _given_to(act))}
    return {key: name_of(person) for key, person in User.objects.in_bulk(keys).items()} if keys else {}


def _given_to(activity: Activity) -> int | None:
    key: int | None = activity.details.get("after", activity.details.get("to"))
    return key if activity.act == Act.FACT_ASSIGNED else None


def _find_claims(sheet: FactSheet, acts: Sequence[Activity]) -> list[Evidence]:
    """The claims that acts were done to or name."""
    done_to = [act.subject_id for act in acts if act.subject_type == "evidence"]
    quoted = [key for act in acts for key in _quoted(act)]
    return list(sheet.evidence.select_related("claim").filter(Q(pk__in=done_to) | Q(claim__in=quoted)))


def _quoted(activity: Activity) -> list[int]:
    return [told["claim"] for told in activity.details.get("claims", ())]


def _act_of(activity: Activity) -> tuple[object, ...]:
    """By what lines of the log are known that one act wrote."""
    return activity.act, activity.at, activity.actor_id


def choose_undoable(acts: Iterable[Activity]) -> Iterator[Activity]:
    """Those of all acts on something, the newest first, of which `is_undoable` holds."""
    followed: set[tuple[object, ...]] = set()
    for act in acts:
        kinds = {(kind, act.subject_type, act.subject_id) for kind in KINDS if act.act in kind}
        if act.act in UNDOABLE and kinds - followed:
            yield act
        followed |= kinds


def is_undoable() -> Any:
    """The condition that an act can be undone: it is the newest of its kind on what it was done to."""
    same = {name: OuterRef(name) for name in ("sheet", "subject_type", "subject_id")}
    later = Activity.objects.filter(**same, pk__gt=OuterRef("pk"))
    return reduce(or_, (Q(act__in=kind & UNDOABLE) & ~Exists(later.filter(act__in=kind)) for kind in KINDS))
