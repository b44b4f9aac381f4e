"""The cells of the matrix and the line drawn in each of its rows: a template for each of 2,000 cells takes a second."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import Any

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from factsheet.arrangement import SORTS
from factsheet.models import Evidence
from factsheet.queries.matrix import Column, Matrix, Row
from factsheet.queries.spreads import Spread
from factsheet.reconcile import Bar
from factsheet.sides import ANSWER
from factsheet.templatetags.presentation import icon, said_plainly

register = template.Library()

TELLING = frozenset({"rounding", "tension", "conflict"})
"""Relations that are said in a word beside their shape; the others are what one expects."""

ASIDE = frozenset({Evidence.Stance.SET_ASIDE, Evidence.Stance.SUPERSEDED, Evidence.Stance.DIFFERENT_SCOPE})

ABOVE = frozenset({"tension", "conflict"})
"""What stands against the answer is drawn above the line, the rest below it."""

HALVES = {"above": (0, 6), "below": (6, 12), "across": (0, 12)}
"""Of the drawing's height: from the top down."""

POINT = 1
"""In hundredths of the line: what is narrower is a tick, not a bar."""


@register.simple_tag
def figures(matrix: Matrix, row: Row) -> SafeString:
    """The cells of a row, one an article, each figure as a link to its sentence."""
    # Every part is escaped, or made here.
    writer = _find_writer(matrix.sheet.slug, get_language(), static("factsheet/icons.svg"))
    return mark_safe("".join(map(writer.write, matrix.columns, row.cells)))


class _CellWriter:
    """Writes cells of one matrix; what many of them share is looked up once."""

    def __init__(self, slug: str) -> None:
        self.articles = reverse("article-list", args=[slug])
        choices = (*Evidence.Relation.choices, *Evidence.Stance.choices)
        self.words = {str(value): str(name) for value, name in choices}
        self.shapes = {value: icon(value) for value in Evidence.Relation.values if value}
        self.to_sort, self.challenges = _("to sort"), _("challenges the answer")

    def write(self, column: Column, items: list[Evidence]) -> str:
        """The cell of an article."""
        pin = f' class="pin pin-{column.pin}"' if column.pin else ""
        return f"<td{pin}>{''.join(self._figure(column, item) for item in items)}</td>"

    def _figure(self, column: Column, item: Evidence) -> str:
        text, relation = str(escape(item.claim.text)), item.relation
        name, title, said = f"is-{relation or 'none'}", text, []
        if item.stance in ASIDE:
            name += " aside"
            said.append(self.words[item.stance])
        if item.state == Evidence.State.CANDIDATE:
            name += " to-sort"
            said.append(self.to_sort)
        if relation in TELLING:
            is_new = getattr(item, "challenges", False)
            word = f" <small>{self.challenges if is_new else self.words[relation]}</small>"
            title = f"{text}: {escape(said_plainly(item.relation_reason))}" if item.relation_reason else text
        else:
            word = ""
            said[:0] = [self.words[relation]] if relation else []
        hidden = f'<span class="visually-hidden"> ({", ".join(said)})</span>' if said else ""
        return (
            f'<a class="figure {name}" href="{self.articles}{column.key}/#claim-{item.claim_id}" title="{title}">'
            f"{self.shapes.get(relation, '')}<span><mark>{text}</mark>{word}{hidden}</span></a>"
        )


@lru_cache(maxsize=64)
def _find_writer(slug: str, _language: str | None, _sprite: str) -> _CellWriter:
    return _CellWriter(slug)


@register.simple_tag
def spread(row: Row) -> SafeString | str:
    """All values of a row on one line: what stands against the answer above it, the rest below, the answer across."""
    if row.spread is None:
        return ""
    paths: defaultdict[str, list[str]] = defaultdict(list)
    bars = row.spread.scale.bars
    alike = len({(bar.low, bar.high) for bar in bars}) == 1
    for above, members in groupby(sorted(bars, key=lambda bar: _place(row, bar)), key=lambda bar: _place(row, bar)):
        lanes = _draw(list(members), *HALVES[above], alike=alike)
        for bar, stroke in lanes:
            item = row.spread.said.get(bar.key)
            paths[f"is-{item.relation or 'none'}" if item else "ours"].append(stroke)
    drawn = "".join(f'<path class="{tone}" d="{"".join(strokes)}"/>' for tone, strokes in sorted(paths.items()))
    return format_html(
        '<svg class="spread" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label="{}">{}</svg>',
        _say(row.spread),
        # Made of numbers, and of names that stand in this module.
        mark_safe(drawn),
    )


def _place(row: Row, bar: Bar) -> str:
    """Where a value is drawn: across, above, below, or anywhere while there is no answer to stand against."""
    assert row.spread is not None
    item = row.spread.said.get(bar.key)
    if item is None:
        return "across"
    return "above" if item.relation in ABOVE else "below" if item.relation else "across"


def _draw(bars: list[Bar], top: int, bottom: int, *, alike: bool) -> list[tuple[Bar, str]]:
    """A tick for each point, and for what has a width or runs out on a side a bar in a lane of its own."""
    wide = [bar for bar in bars if bar.key != ANSWER and not alike and _is_wide(bar)]
    strokes = []
    for bar in bars:
        if bar in wide:
            y = top + (wide.index(bar) + 0.5) * (bottom - top) / len(wide)
            strokes.append((bar, f"M{bar.low:.0f} {y:.1f}H{bar.high:.0f}"))
        else:
            strokes.append((bar, f"M{_middle(bar):.0f} {top}V{bottom}"))
    return strokes


def _is_wide(bar: Bar) -> bool:
    return bar.open_below or bar.open_above or bar.high - bar.low >= POINT


def _middle(bar: Bar) -> Decimal:
    """Where a value is shown by one tick: "more than 15,000" where it begins."""
    if bar.open_below != bar.open_above:
        return bar.high if bar.open_below else bar.low
    return (bar.low + bar.high) / 2


def _say(line: Spread) -> str:
    """The line in words."""
    bars = [bar for bar in line.scale.bars if bar.key != ANSWER]
    low, high = min(bars, key=lambda bar: (bar.low, bar.high)), max(bars, key=lambda bar: (bar.high, bar.low))
    words = {"low": line.said[low.key].claim.text, "high": line.said[high.key].claim.text, "n": len(bars)}
    if (low.low, low.high) == (high.low, high.high):
        return _("All at “%(low)s”") % words
    return _("From “%(low)s” to “%(high)s”") % words


@register.simple_tag
def arranged(matrix: Matrix, **changes: Any) -> str:
    """The address of the matrix after these changes of its arrangement; `toggled` closes or opens a group."""
    if "toggled" in changes:
        changes["closed"] = matrix.arrangement.toggled(changes.pop("toggled"))
    if "sorted_by" in changes:
        changes["sort"] = matrix.arrangement.next_sort(changes.pop("sorted_by"))
    return matrix.sheet.get_absolute_url() + matrix.arrangement.query(**changes)


@register.filter
def direction(matrix: Matrix, name: str) -> str:
    """How the rows are sorted by a column, as ARIA names it; empty where they are not."""
    assert name in SORTS
    return {name: "ascending", f"-{name}": "descending"}.get(matrix.arrangement.sort, "")
