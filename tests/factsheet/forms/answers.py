"""The decision form as the tests fill it in, and what its answer says."""

from __future__ import annotations

from typing import Any

from factsheet.forms import SettleForm
from factsheet.models import Fact

WHY = {"rationale": "I rang the ministry."}


def fill(fact: Fact, **data: Any) -> SettleForm:
    evidence = list(fact.evidence.exclude(state="rejected").select_related("claim").order_by("pk"))
    return SettleForm({"version": fact.version, **data}, fact=fact, evidence=evidence)


def answer_of(form: SettleForm) -> Any:
    assert form.is_valid(), form.errors
    return form.to_answer()


def value_of(answer: Any) -> tuple[Any, ...]:
    days = (answer.low_day, answer.high_day)
    bounds = days if any(days) else (answer.low, answer.high)
    return (*bounds, answer.low_open, answer.high_open, str(answer.hedge))


def clock_of(answer: Any) -> tuple[Any, ...]:
    return (answer.low_time, answer.high_time, answer.unit, answer.utc_offset)
