"""What a migration brings over from the rows of an older program."""

from __future__ import annotations

from datetime import time
from importlib import import_module

import pytest
from django.apps import apps

from articles.models import Claim
from tests.factories import make_claim

pytestmark = pytest.mark.django_db

times_of_day = import_module("articles.migrations.0003_times_of_day")


@pytest.mark.parametrize(
    ("read_as", "unit", "clock"),
    [
        ("'at 5:30 p.m.' -> 17:30", "", time(17, 30)),
        ("'at midnight GMT' -> 00:00 GMT", "GMT", time(0)),
        ("'6 p.m. local time' -> 18:00 local", "local", time(18)),
        ("I asked.", "", None),
        ("", "", None),
    ],
)
def test_a_time_that_was_kept_in_words_becomes_a_value(read_as: str, unit: str, clock: time | None) -> None:
    claim = make_claim("at some time", kind="time", unit=unit, read_as=read_as, numbers=[])
    times_of_day.take_values_from_words(apps, None)
    stored = Claim.objects.get(pk=claim.pk)
    assert (stored.low_time, stored.high_time) == (clock, clock)


def test_figures_keep_theirs() -> None:
    claim = make_claim("15 troops", read_as="'at 5:30 p.m.' -> 17:30")
    times_of_day.take_values_from_words(apps, None)
    assert Claim.objects.get(pk=claim.pk).low_time is None
