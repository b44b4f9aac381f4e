"""How far a long copy is."""

from __future__ import annotations

from collections.abc import Callable

# What is copied in a moment is not talked about.
LARGE = 64 * 1024 * 1024
STEPS = 10


class Progress:
    """Tells each tenth of what is large, in a line of its own."""

    def __init__(self, write: Callable[[str], object]) -> None:
        self.write = write
        self.last = ("", 0)

    def __call__(self, what: str, done: int, total: int) -> None:
        """Note that so many bytes of so many are done."""
        step = done * STEPS // total if total else 0
        if total >= LARGE and self.last != (what, step):
            self.last = what, step
            self.write(f"{what}: {done / 2**20:,.0f} of {total / 2**20:,.0f} MB")
