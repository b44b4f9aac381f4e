"""The drawn scale of the reconcile panel: from positions on a line to the geometry of an SVG."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from itertools import pairwise
from typing import Any

from django import template
from django.utils.translation import gettext as _

from articles.models import Claim
from articles.spelling import spell_briefly, spell_clock, spell_number
from articles.values import Precision
from factsheet.queries.panel import EvidenceItem, Panel
from factsheet.reconcile import Bar, ScaleKind, Tick

register = template.Library()

LANE_HEIGHT = 34
TOP = 26
"""In pixels: from one lane to the next, and from the top to the first lane, whose words stand above it."""

POINT_WIDTH = Decimal(1)
"""In hundredths of the line: what is narrower is drawn as a point."""

MIDDLE = 50
"""A bar that begins right of this has its words end with it, so that they stay within the drawing."""


@dataclass(frozen=True, slots=True)
class Lane:
    """All evidence of one value; positions are hundredths of the drawing's width, `y` pixels from its top."""

    bar: Bar
    items: tuple[EvidenceItem, ...]
    y: int

    @property
    def width(self) -> Decimal:
        """How long the bar is."""
        return self.bar.high - self.bar.low

    @property
    def middle(self) -> Decimal:
        """Where a point lies."""
        return (self.bar.low + self.bar.high) / 2

    @property
    def is_point(self) -> bool:
        """Whether the value is too narrow for a bar."""
        return not (self.bar.open_below or self.bar.open_above) and self.width < POINT_WIDTH

    @property
    def bar_y(self) -> int:
        """The upper edge of the bar."""
        return self.y - 2

    @property
    def text_y(self) -> int:
        """The baseline of the words, above the bar."""
        return self.y - 9

    @property
    def from_end(self) -> bool:
        """Whether the words end where the bar does rather than begin with it."""
        return self.bar.low > MIDDLE

    @property
    def text_at(self) -> Decimal:
        """Where the words begin, or end."""
        return self.bar.high if self.from_end else self.bar.low

    @property
    def keys(self) -> str:
        """The digits that take this value."""
        return " ".join(item.key for item in self.items if item.key)

    @property
    def claim(self) -> Claim:
        """The first claim of this value, whose words name the lane."""
        return self.items[0].evidence.claim

    @property
    def tone(self) -> str:
        """How the value stands to the answer."""
        return self.items[0].evidence.relation or "none"


def _spell(tick: Tick) -> str:
    """What a tick marks, in the reader's language."""
    match tick.value:
        case date():
            return spell_briefly(tick.value, tick.precision or Precision.DAY)
        case time():
            return spell_clock(tick.value)
        case _:
            return spell_number(tick.value)


@register.inclusion_tag("fact/scale.html")
def draw_scale(panel: Panel) -> dict[str, Any]:
    """The scale of a panel as a drawing: one lane a value, with all evidence that shares it."""
    if panel.scale is None:
        return {}
    by_key = {str(item.evidence.pk): item for item in panel.items}
    is_history = panel.scale.kind == ScaleKind.HISTORY
    shared: defaultdict[tuple[Decimal, Decimal, bool, bool, int], list[Bar]] = defaultdict(list)
    values: dict[object, int] = {}
    for bar in panel.scale.bars:
        # Two figures of one day are two.
        value = values.setdefault(by_key[bar.key].evidence.claim.interval, len(values)) if is_history else 0
        shared[bar.low, bar.high, bar.open_below, bar.open_above, value].append(bar)
    lanes = [
        Lane(bars[0], tuple(by_key[bar.key] for bar in bars), TOP + n * LANE_HEIGHT)
        for n, (_place, bars) in enumerate(sorted(shared.items()))
    ]
    axis = TOP + len(lanes) * LANE_HEIGHT - 16
    return {
        "sheet": panel.fact.sheet,
        "lanes": lanes,
        "steps": list(pairwise(lanes)) if is_history else [],
        "kind": panel.scale.kind,
        "unit": panel.scale.unit,
        "ticks": [(tick.position, _spell(tick)) for tick in panel.scale.ticks],
        "axis": axis,
        "height": axis + 24,
        "label": _("Scale: %(values)s") % {"values": "; ".join(lane.claim.text for lane in lanes)},
    }
