"""Days and lists as a sentence for an editor writes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from articles.phrasing import gettext_noop as _

AND = _("{most} and {last}")


def spell_day(day: date) -> str:
    """A day in British order: "3 March 2025"."""
    return f"{day.day} {day:%B} {day.year}"


def spell_list(words: Iterable[str]) -> str:
    """At least one word or name: "A", "A and B", "A, B and C"."""
    *most, last = words
    return AND.format(most=", ".join(most), last=last) if most else last
