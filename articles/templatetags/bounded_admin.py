"""The admin's links by year, month and day, drawn without reading the whole table."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime
from typing import Any

from django import template
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.utils import formats, timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

register = template.Library()

PARTS = ("year", "month", "day")


@register.inclusion_tag("admin/date_hierarchy.html")
def period_links(changelist: ChangeList) -> dict[str, Any]:
    """The years, or the months of the chosen year, or the days of the chosen month, between the first row and the last.

    The stock tag truncates the date of every row listed to find those that occur. Here two look-ups by the index tell
    the first and the last of the table, and a period between them that holds no row of the list does no harm.
    """
    field = str(changelist.date_hierarchy)
    chosen = _read_chosen(changelist, field)
    ends = [_find_end(changelist, field, order) for order in (field, f"-{field}")]
    first, last = ends
    if first is None or last is None:
        return {"show": False}
    if not chosen and first.year == last.year:
        chosen = [first.year]
    return {
        "show": True,
        "back": _link_back(changelist, field, chosen),
        "choices": [
            {"link": _link(changelist, field, period), "title": _name(period)}
            for period in _list_periods(chosen, first, last)
        ],
    }


def _read_chosen(changelist: ChangeList, field: str) -> list[int]:
    chosen: list[int] = []
    for part in PARTS:
        value = changelist.params.get(f"{field}__{part}")
        if value is None:
            break
        chosen.append(int(value))
    return chosen


def _find_end(changelist: ChangeList, field: str, order: str) -> date | None:
    rows: QuerySet[Any] = QuerySet(changelist.model).filter(**{f"{field}__isnull": False}).order_by(order)
    found = rows.values_list(field, flat=True).first()
    return timezone.localtime(found).date() if isinstance(found, datetime) else found


def _list_periods(chosen: list[int], first: date, last: date) -> list[list[int]]:
    match chosen:
        case []:
            periods = range(first.year, last.year + 1)
        case [_year]:
            periods = range(1, 13)
        case [year, month]:
            periods = range(1, monthrange(year, month)[1] + 1)
        case _:
            periods = range(0)
    low, high = ([end.year, end.month, end.day][: len(chosen) + 1] for end in (first, last))
    return [[*chosen, period] for period in periods if low <= [*chosen, period] <= high]


def _link_back(changelist: ChangeList, field: str, chosen: list[int]) -> dict[str, str] | None:
    if not chosen:
        return None
    wider = chosen[:-1]
    return {"link": _link(changelist, field, wider), "title": _name(wider) if wider else _("All dates")}


def _link(changelist: ChangeList, field: str, period: list[int]) -> str:
    chosen = {f"{field}__{part}": str(value) for part, value in zip(PARTS, period, strict=False)}
    return changelist.get_query_string(chosen, [f"{field}__"])


def _name(period: list[int]) -> str:
    if len(period) == 1:
        return str(period[0])
    form = "YEAR_MONTH_FORMAT" if len(period) == 2 else "MONTH_DAY_FORMAT"
    return capfirst(formats.date_format(date(*[*period, 1][:3]), form))
