"""Numbers in words as they grow word by word, in any language that counts by thousands."""

from __future__ import annotations

from dataclasses import dataclass

LARGEST_MAGNITUDE = 10**18


@dataclass(slots=True)
class Composition:
    """A number as far as its words have been read: whole magnitudes, and what stands below the next.

    `closed` says that the ones have been named, so that nothing smaller may follow.
    """

    total: int = 0
    current: int = 0
    least: int = LARGEST_MAGNITUDE
    closed: bool = False

    @property
    def value(self) -> int:
        """The number that the words read so far make."""
        return self.total + self.current

    def take_magnitude(self, magnitude: int) -> bool:
        """Multiply what stands before it, or say that a magnitude does not belong to this number."""
        if magnitude < self.least:
            self.total, self.current = self.total + (self.current or 1) * magnitude, 0
            self.least, self.closed = magnitude, False
            return True
        if self.current or not self.total or self.total >= LARGEST_MAGNITUDE:
            return False
        self.total *= magnitude  # "three lakh crore", "a hundred thousand million"
        return True
