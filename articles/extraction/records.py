"""How the engine makes the values that its steps hand on: dataclasses that nothing changes once they are made.

A dataclass that refuses changes at run time takes three times as long to make, which was a tenth of the whole engine's
time. Of these the type checker refuses them: to it a `record` is the dataclass that its arguments say.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    Class = TypeVar("Class")

    def record(*, frozen: bool, slots: bool) -> Callable[[type[Class]], type[Class]]:
        """A decorator as `dataclasses.dataclass`; what is frozen can be hashed, and is changed by nobody."""
        return dataclasses.dataclass(slots=slots, unsafe_hash=frozen)
