"""The words for kinds, hedges and the like (values.py, which knows no interface), as the interface says them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import pgettext_lazy

from articles.values import Change, ClaimStatus, Hedge, Kind, Precision

KINDS: dict[Kind, Any] = {
    Kind.QUANTITY: pgettext_lazy("kind", "quantity"),
    Kind.MONEY: pgettext_lazy("kind", "money"),
    Kind.PERCENTAGE: pgettext_lazy("kind", "percentage"),
    Kind.DURATION: pgettext_lazy("kind", "duration"),
    Kind.ORDINAL: pgettext_lazy("kind", "ordinal"),
    Kind.DATE: pgettext_lazy("kind", "date"),
    Kind.TIME: pgettext_lazy("kind", "time"),
    Kind.QUOTE: pgettext_lazy("kind", "quote"),
    Kind.STATEMENT: pgettext_lazy("kind", "statement"),
}
HEDGES: dict[Hedge, Any] = {
    Hedge.EXACT: pgettext_lazy("hedge", "exact"),
    Hedge.ABOUT: pgettext_lazy("hedge", "about"),
    Hedge.MORE_THAN: pgettext_lazy("hedge", "more than"),
    Hedge.AT_LEAST: pgettext_lazy("hedge", "at least"),
    Hedge.LESS_THAN: pgettext_lazy("hedge", "less than"),
    Hedge.AT_MOST: pgettext_lazy("hedge", "at most"),
    Hedge.UP_TO: pgettext_lazy("hedge", "up to"),
    Hedge.BY: pgettext_lazy("hedge", "by"),
    Hedge.UNTIL: pgettext_lazy("hedge", "until"),
    Hedge.SINCE: pgettext_lazy("hedge", "since"),
    Hedge.WITHIN: pgettext_lazy("hedge", "within"),
    Hedge.BEFORE: pgettext_lazy("hedge", "before"),
    Hedge.AFTER: pgettext_lazy("hedge", "after"),
}
PRECISIONS: dict[Precision, Any] = {
    Precision.DAY: pgettext_lazy("period", "day"),
    Precision.WEEKEND: pgettext_lazy("period", "weekend"),
    Precision.WEEK: pgettext_lazy("period", "week"),
    Precision.MONTH: pgettext_lazy("period", "month"),
    Precision.QUARTER: pgettext_lazy("period", "quarter"),
    Precision.SEASON: pgettext_lazy("period", "season"),
    Precision.HALF: pgettext_lazy("period", "half"),
    Precision.YEAR: pgettext_lazy("period", "year"),
    Precision.DECADE: pgettext_lazy("period", "decade"),
    Precision.CENTURY: pgettext_lazy("period", "century"),
    Precision.PERIOD: pgettext_lazy("period", "period"),
}
STATUSES: dict[ClaimStatus, Any] = {
    ClaimStatus.LIVE: pgettext_lazy("claim", "live"),
    ClaimStatus.SUPERSEDED: pgettext_lazy("claim", "superseded"),
    ClaimStatus.DENIED: pgettext_lazy("claim", "denied"),
}
CHANGES: dict[Change, Any] = {
    Change.UP: pgettext_lazy("change", "up"),
    Change.DOWN: pgettext_lazy("change", "down"),
}


def choices_of(words: dict[Any, Any]) -> list[tuple[str, Any]]:
    """Each value as it is stored, with its word, in the order of the table."""
    return [(str(value), word) for value, word in words.items()]
