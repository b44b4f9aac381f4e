"""What is made ready for a decision: the wording of a dispute and the ends of a range."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from factsheet.models import Evidence, Fact
from factsheet.preparations import prepare_dispute, prepare_range
from tests.factories import make_article, make_claim, make_evidence, make_fact, make_source

pytestmark = pytest.mark.django_db


def add(fact: Fact, words: str, source: str = "", **fields: Any) -> Evidence:
    """Evidence in an article of an outlet, or of none that is known."""
    article = make_article(f"They said {words}.", source=make_source(source) if source else None, title="A leaflet")
    claim = {key: fields.pop(key) for key in list(fields) if key not in ("stance", "reason")}
    return make_evidence(make_claim(words, article=article, **{"kind": fact.kind, **claim}), fact=fact, **fields)


def worded(fact: Fact) -> str:
    return prepare_dispute(fact, fact.evidence.select_related("claim__article__source").order_by("pk"))


def ends(fact: Fact) -> tuple[Any, Any] | None:
    return prepare_range(fact.evidence.select_related("claim"))


def figure(number: str) -> dict[str, Any]:
    return {"low": Decimal(number), "high": Decimal(number), "unit": "boat"}


def on(first: str, last: str = "", **fields: Any) -> dict[str, Any]:
    return {"low_day": date.fromisoformat(first), "high_day": date.fromisoformat(last or first), **fields}


def test_a_dispute_leaves_out_what_takes_no_part() -> None:
    fact = make_fact("Boats")
    add(fact, "26 boats", "The Gazette", **figure("26"))
    add(fact, "some 41\nboats", "Northern Wire", attribution="the harbour master", **figure("41"))
    add(fact, "26.0 boats", **figure("26.0"))
    add(fact, "90 boats", "The Post", stance="set_aside", reason="A rumour.", **figure("90"))
    add(fact, "80 boats", "The Herald", status="denied", **figure("80"))
    assert worded(fact) == (
        "The Gazette and “A leaflet” put it at 26 boats; Northern Wire, citing the harbour master, at some 41 boats"
    )


def test_a_dispute_is_drafted_in_the_language_of_the_editor() -> None:
    fact = make_fact("Boats")
    add(fact, "26 boats", "The Gazette", **figure("26"))
    add(fact, "some 41 boats", "Northern Wire", attribution="the harbour master", **figure("41"))
    add(fact, "26.0 boats", **figure("26.0"))
    with translation.override("fr"):
        drafted = worded(fact)
    assert drafted.replace("\u202f", " ").replace("\u00a0", " ") == (
        "The Gazette et « A leaflet » parlent de 26 boats ; Northern Wire, citant the harbour master, de some 41 boats"
    )


def test_a_disputed_day_is_drafted_in_the_language_of_the_editor() -> None:
    fact = make_fact("Closed", kind="date")
    add(fact, "Friday", "The Gazette", **on("2023-06-30"))
    add(fact, "by the end of the week", "The Post", **on("2023-07-02", hedge="by"))
    with translation.override("fr"):
        drafted = worded(fact)
    assert drafted.startswith("The Gazette indique 30 juin 2023")
    assert drafted.endswith("2 juillet 2023")


DATES = [
    ("Friday", on("2023-06-30"), "30 June 2023"),
    ("last month", on("2023-06-01", "2023-06-30"), "June 2023"),
    ("the weekend", on("2023-07-01", "2023-07-02"), "1 to 2 July 2023"),
    ("by the end of the week", on("2023-07-02", hedge="by"), "by 2 July 2023"),
    ("on June 30", on("2023-06-30"), "on June 30"),
    ("soon", {"needs_published": True}, "soon"),
]


@pytest.mark.parametrize(("words", "value", "printed"), DATES)
def test_a_day_is_named_where_the_words_need_their_article(words: str, value: dict[str, Any], printed: str) -> None:
    fact = make_fact("When", kind="date", unit="")
    add(fact, words, "The Gazette", **value)
    add(fact, "in 2021", "The Post", **on("2021-01-01", "2021-12-31"))
    assert worded(fact) == f"The Gazette says {printed}; The Post in 2021"


def test_who_speaks_is_no_source_of_a_quotation() -> None:
    fact = make_fact("Said", kind="quote", unit="")
    add(fact, "without delay", "The Gazette", attribution="the minister")
    add(fact, "in good time", "The Post", attribution="the minister")
    assert worded(fact) == "The Gazette says “without delay”; The Post “in good time”"


RANGES = [
    ("quantity", [figure("26"), figure("0"), {"low": Decimal("41.50"), "high": None}], (Decimal(0), Decimal("41.50"))),
    ("date", [on("2023-06-30"), on("2021-01-01", "2021-12-31")], (date(2021, 1, 1), date(2023, 6, 30))),
    ("time", [{"low_time": time(18, 30), "high_time": time(18, 30)}, {"low_time": time(6), "high_time": None}],
     (time(6), time(18, 30))),
    ("quote", [{}, {}], None),
    ("quantity", [], None),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "values", "expected"), RANGES)
def test_a_range_runs_from_the_lowest_to_the_highest(
    kind: str, values: list[dict[str, Any]], expected: tuple[Any, Any] | None
) -> None:
    fact = make_fact(kind=kind)
    for number, value in enumerate(values):
        add(fact, f"claim {number}", "", **value)
    assert ends(fact) == expected
