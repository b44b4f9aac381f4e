"""Keys that are joined into parts: a union-find whose answer does not depend on the order of joining."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Partition:
    """Disjoint sets of keys; the smallest key of a set stands for it (Tarjan, 1975, with path halving)."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._parent = {key: key for key in keys}

    def find(self, key: str) -> str:
        """The key that stands for the set of `key`."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def join(self, one: str, other: str) -> None:
        """Make the sets of two keys one."""
        low, high = sorted((self.find(one), self.find(other)))
        self._parent[high] = low

    def parts(self) -> list[list[str]]:
        """The sets, each sorted, ordered by their first key."""
        members: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self._parent):
            members[self.find(key)].append(key)
        return [members[first] for first in sorted(members)]
