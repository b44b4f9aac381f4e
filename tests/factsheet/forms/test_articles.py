"""The form that takes an article in."""

from __future__ import annotations

import pytest

from factsheet.forms import ArticleForm

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("zone", ["Europe/London", "UTC", " Africa/Bamako ", ""])
def test_a_time_zone_is_one_that_is_known(zone: str) -> None:
    form = ArticleForm({"text": "x", "timezone": zone})
    assert form.is_valid()
    assert form.cleaned_data["timezone"] == zone.strip()


@pytest.mark.parametrize("zone", ["Mars", "europe", "../etc/passwd", "\x00", "x" * 65])
def test_a_time_zone_that_is_none_is_refused(zone: str) -> None:
    assert "timezone" in ArticleForm({"text": "x", "timezone": zone}).errors


def test_a_pasted_text_is_kept_to_the_last_space() -> None:
    form = ArticleForm({"text": "  A text.\r\n\r\n"})
    assert form.is_valid()
    assert form.cleaned_data["text"] == "  A text.\r\n\r\n"
