"""What a browser shows of the inbox already, and what of a page has to be painted anew after an act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar
from zlib import crc32

from factsheet.queries.inbox import InboxGroup, InboxItem

Part = TypeVar("Part")

# A group as it is written: its name and mark, then the key and mark of each claim.
GROUP = re.compile(r"(\w+)\.([0-9a-f]+):([0-9a-f.,]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Shown:
    """The groups and the claims that a browser shows, each with the mark of how it was painted.

    A claim is known by its group too: one that changes groups is taken away and comes anew.
    """

    groups: dict[str, str]
    items: dict[tuple[str, int], str]

    @classmethod
    def of(cls, groups: Sequence[InboxGroup]) -> Shown:
        """What a browser shows that was given these groups."""
        return cls(
            {group.name: _mark_group(group) for group in groups},
            {(group.name, item.evidence.pk): _mark_item(item) for group in groups for item in group.items},
        )

    @classmethod
    def read(cls, text: str) -> Shown:
        """From what `text` wrote; of anything else nothing is shown."""
        groups, items = {}, {}
        for written in text.split():
            found = GROUP.fullmatch(written)
            if found is None:
                return cls({}, {})
            name, groups[name] = found[1], found[2]
            for claim in found[3].split(","):
                key, _dot, mark = claim.partition(".")
                if not key.isdigit() or len(key) > 18:
                    return cls({}, {})
                items[name, int(key)] = mark
        return cls(groups, items)

    @property
    def text(self) -> str:
        """What `read` reads."""
        claims: dict[str, list[str]] = {name: [] for name in self.groups}
        for (name, key), mark in self.items.items():
            claims[name].append(f"{key}.{mark}")
        return " ".join(f"{name}.{mark}:{','.join(claims[name])}" for name, mark in self.groups.items())


@dataclass(frozen=True, slots=True)
class NewItem:
    """A claim that comes: into the group of this name, after the claim of this key, or at its top."""

    item: InboxItem
    group: str
    after: int | None


@dataclass(frozen=True, slots=True)
class NewGroup:
    """A group that comes whole: after the group of this name, or at the top of the page."""

    group: InboxGroup
    after: str | None


@dataclass(frozen=True, slots=True)
class Repaint:
    """What is to be done to a page, in this order: what comes finds its place among what is there by then."""

    gone_groups: list[str]
    gone_items: list[int]
    changed_groups: list[InboxGroup]
    changed_items: list[InboxItem]
    new_groups: list[NewGroup]
    new_items: list[NewItem]


def compare_pages(shown: Shown, groups: Sequence[InboxGroup]) -> Repaint | None:
    """What makes a page of these groups of what is shown; None where nothing of it stays."""
    now = Shown.of(groups)
    if not shown.items.keys() & now.items.keys():
        return None
    stay = [group for group in groups if group.name in shown.groups]
    return Repaint(
        gone_groups=[name for name in shown.groups if name not in now.groups],
        gone_items=[key for name, key in shown.items if name in now.groups and (name, key) not in now.items],
        changed_groups=[group for group in stay if shown.groups[group.name] != now.groups[group.name]],
        changed_items=[
            item
            for group in stay
            for item in group.items
            if shown.items.get(place := (group.name, item.evidence.pk)) not in (None, now.items[place])
        ],
        new_groups=[
            NewGroup(group, before.name if before else None)
            for before, group in _pairs(groups)
            if group.name not in shown.groups
        ],
        new_items=[
            NewItem(item, group.name, before.evidence.pk if before else None)
            for group in stay
            for before, item in _pairs(group.items)
            if (group.name, item.evidence.pk) not in shown.items
        ],
    )


def _pairs(parts: Sequence[Part]) -> Iterator[tuple[Part | None, Part]]:
    """Each with the one before it."""
    return zip([None, *parts], parts, strict=False)


def _mark_group(group: InboxGroup) -> str:
    return _mark(group.total, group.waiting)


def _mark_item(item: InboxItem) -> str:
    """Of all that can change while a claim stays in the inbox."""
    evidence = item.evidence
    article, fact = evidence.claim.article, evidence.fact
    return _mark(
        evidence.state,
        evidence.reason,
        evidence.confidence,
        evidence.placed_because,
        fact and (fact.pk, fact.label),
        article.title,
        article.published,
        article.source and article.source.name,
    )


def _mark(*said: object) -> str:
    return format(crc32(repr(said).encode()), "x")
