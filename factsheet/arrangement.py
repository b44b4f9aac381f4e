"""How an editor looks at a matrix: which facts and articles, in which order. All of it stands in the address."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from articles.values import Kind
from factsheet.models import Fact, in_reading_order

SHOWS = ("conflicts", "open", "agreed", "waiting", "challenged", "mismatched", "decided", "left_out")
KINDS = tuple(kind.value for kind in Kind)
WHOSE = ("me", "nobody")
GROUPS = ("kind", "state", "none")
"""What rows are put together by; by their headings unless another is chosen."""

FACTS_CHANGED = "facts-changed"
"""What the matrix listens for: rows came, went or changed places."""

PINS = 3
"""So many columns stay in view beside the first."""

LONGEST = 18
"""Digits of a key: more are none that a database knows."""

# What wants an editor first.
URGENCY = (
    "challenged",
    *(Fact.Status.CONFLICT, Fact.Status.TENSION, Fact.Status.ROUNDING, Fact.Status.REVISION),
    *(Fact.Status.AGREE, Fact.Status.SINGLE),
    *(Fact.State.DISPUTED, Fact.State.NOT_ESTABLISHED, Fact.State.SETTLED, Fact.State.LEFT_OUT),
)


def standing_of(fact: Fact) -> str:
    """Where a fact stands in one word: of an open one, how its evidence does."""
    if fact.challenged_at:
        return "challenged"
    return fact.status if fact.state == Fact.State.OPEN else fact.state


def say_standing(fact: Fact) -> str:
    """`standing_of` in the words of the interface."""
    if fact.challenged_at:
        return _("challenged")
    return str(fact.get_status_display() if fact.state == Fact.State.OPEN else fact.get_state_display())


SORTS: Mapping[str, Callable[[Fact], Any]] = {
    "label": lambda fact: fact.label.casefold(),
    "state": lambda fact: URGENCY.index(standing_of(fact)),
    "origins": lambda fact: fact.origins,
}
DESCENDING = {f"-{name}": name for name in SORTS}


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is chosen; empty where nothing is.

    `whose` is whom facts are assigned to, `closed` the keys of groups of which only the head is shown, `order` the keys
    of articles as their columns stand, `pinned` those that stay in view, `fact` the one that is open beside the matrix.
    """

    show: str = ""
    kind: str = ""
    whose: str = ""
    source: int | None = None
    origin: int | None = None
    sort: str = ""
    group: str = ""
    closed: tuple[str, ...] = ()
    order: tuple[int, ...] = ()
    pinned: tuple[int, ...] = ()
    fact: int | None = None

    @classmethod
    def read(cls, data: Mapping[str, Sequence[object]]) -> Arrangement:
        """What the lists of an address or a form say; what is unknown there counts as not said.

        `move` ("left-12") and `pin` ("12") change what the rest says.
        """
        found = cls(
            show=_choose(data, "show", SHOWS),
            kind=_choose(data, "kind", KINDS),
            whose=_choose(data, "whose", WHOSE),
            source=_read_key(_last(data, "source")),
            origin=_read_key(_last(data, "origin")),
            sort=_choose(data, "sort", (*SORTS, *DESCENDING)),
            group=_choose(data, "group", GROUPS),
            closed=tuple(dict.fromkeys(str(key)[:120] for key in data.get("closed", ()))),
            order=_read_keys(_last(data, "order").split(",")),
            pinned=_read_keys(data.get("pinned", ()))[:PINS],
            fact=_read_key(_last(data, "fact")),
        )
        side, _hyphen, article = _last(data, "move").partition("-")
        found = replace(found, order=_moved(found.order, _read_key(article), -1 if side == "left" else 1))
        return replace(found, pinned=_pinned(found.pinned, _read_key(_last(data, "pin"))))

    def pairs(self, **changes: Any) -> list[tuple[str, object]]:
        """What is chosen as names and values of an address, after these changes."""
        chosen = replace(self, **changes)
        one = ("show", "kind", "whose", "source", "origin", "sort", "group")
        said: list[tuple[str, object]] = [(name, value) for name in one if (value := getattr(chosen, name))]
        said += [("closed", key) for key in chosen.closed]
        said += [("order", ",".join(map(str, chosen.order)))] if chosen.order else []
        said += [("pinned", key) for key in chosen.pinned]
        # The last, where the script that closes the panel cuts it off.
        return said + ([("fact", chosen.fact)] if chosen.fact else [])

    def query(self, **changes: Any) -> str:
        """The end of the address, from the question mark on; nothing where nothing is chosen."""
        pairs = self.pairs(**changes)
        return f"?{urlencode(pairs)}" if pairs else ""

    @property
    def is_filtered(self) -> bool:
        """Whether rows are held back."""
        return bool(self.show or self.kind or self.whose or self.source or self.origin)

    @property
    def is_changed(self) -> bool:
        """Whether anything is chosen that can be taken back at once."""
        return bool(self.pairs(fact=None))

    @property
    def is_as_printed(self) -> bool:
        """Whether rows stand as on the sheet, so that they can be moved there."""
        return not (self.sort or self.group)

    def toggled(self, key: str) -> tuple[str, ...]:
        """The closed groups with this one closed or opened."""
        others = tuple(other for other in self.closed if other != key)
        return others if key in self.closed else (*others, key)

    def next_sort(self, name: str) -> str:
        """What a click on the head of a column sorts by: up, then down, then no more."""
        down = f"-{name}"
        # The most origins first, the other two from the top.
        first, second = (down, name) if name == "origins" else (name, down)
        return {first: second, second: ""}.get(self.sort, first)


Item = TypeVar("Item")


def arrange_columns(items: Iterable[Item], arrangement: Arrangement, key: Callable[[Item], int]) -> list[Item]:
    """Columns in the order that is chosen, those pinned first; what the order does not name follows as it came."""
    place = {article: number for number, article in enumerate(arrangement.order)}
    ordered = sorted(items, key=lambda item: place.get(key(item), len(place)))
    return sorted(ordered, key=lambda item: key(item) not in arrangement.pinned)


@dataclass(frozen=True, slots=True)
class Group:
    """Facts that stand together; `key` is what tells the group from others, `name` what its head says, if it has one.

    Of a group that is closed only the head is shown.
    """

    key: str
    name: str
    facts: list[Fact]
    is_closed: bool

    @property
    def in_trouble(self) -> int:
        """How many of the facts wait for a decision that nobody can take for granted."""
        waiting = ("challenged", Fact.Status.CONFLICT, Fact.Status.TENSION)
        return sum(standing_of(fact) in waiting for fact in self.facts)


def arrange_facts(facts: Collection[Fact], arrangement: Arrangement) -> list[Group]:
    """Facts in their groups, sorted within each as is chosen; otherwise in reading order."""
    key, say = _GROUPING[arrangement.group]
    groups: dict[str, list[Fact]] = {}
    for fact in in_reading_order(facts):
        groups.setdefault(key(fact), []).append(fact)
    keys = sorted(groups, key=URGENCY.index) if arrangement.group == "state" else list(groups)
    by = SORTS.get(DESCENDING.get(arrangement.sort, arrangement.sort))
    if by:
        for members in groups.values():
            members.sort(key=by, reverse=arrangement.sort in DESCENDING)
    # One group of facts without a heading needs no head.
    has_heads = keys != [""]
    return [
        Group(key, (say(groups[key][0]) or _("Other facts")) if has_heads else "", groups[key], has_heads and is_closed)
        for key in keys
        for is_closed in [key in arrangement.closed]
    ]


# By what facts are put together: what tells a group from others, and its name.
_GROUPING: Mapping[str, tuple[Callable[[Fact], str], Callable[[Fact], str]]] = {
    "": (lambda fact: fact.heading, lambda fact: fact.heading),
    "kind": (lambda fact: fact.kind, lambda fact: str(fact.get_kind_display())),
    "state": (standing_of, say_standing),
    "none": (lambda _fact: "", lambda _fact: ""),
}


def _last(data: Mapping[str, Sequence[object]], name: str) -> str:
    values = data.get(name) or [""]
    return str(values[-1])


def _choose(data: Mapping[str, Sequence[object]], name: str, known: Collection[str]) -> str:
    value = _last(data, name)
    return value if value in known else ""


def _read_key(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else None


def _read_keys(texts: Iterable[object]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(key for text in texts if (key := _read_key(str(text))) is not None))


def _moved(order: tuple[int, ...], article: int | None, step: int) -> tuple[int, ...]:
    """The order with one article exchanged for its neighbour, where it has one on that side."""
    if article not in order:
        return order
    keys, here = list(order), order.index(article)
    there = here + step
    if 0 <= there < len(keys):
        keys[here], keys[there] = keys[there], keys[here]
    return tuple(keys)


def _pinned(pinned: tuple[int, ...], article: int | None) -> tuple[int, ...]:
    """What is pinned after one more is, or after it is no more; one too many takes the place of the last."""
    if article is None:
        return pinned
    others = tuple(key for key in pinned if key != article)
    return others if article in pinned else (*others[: PINS - 1], article)
