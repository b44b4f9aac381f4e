"""`manage.py benchmark acts`: what an editor waits for, measured act by act, and nothing of it kept."""

from __future__ import annotations

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from pytest_django import Settings

from factsheet.management.acts import ACTS
from factsheet.models import Activity, FactSheet


def benchmark(*words: str, times: int = 1) -> list[str]:
    out = StringIO()
    call_command("benchmark", "acts", *words, times=times, stdout=out)
    return out.getvalue().splitlines()


@pytest.mark.django_db
def test_acts_are_measured_on_the_demonstration_and_leave_nothing_behind() -> None:
    head, *lines = benchmark("undo a decision", "accept a claim", "find")
    assert head.split() == ["act", "CPU", "ms", "95", "%", "clock", "ms", "95", "%", "queries", "KB"]
    assert [line[:28].strip() for line in lines] == ["find", "undo a decision", "accept a claim"]
    for line in lines:
        cpu, worst, wall, slowest, queries, size = map(float, line[28:].split())
        assert 0 < cpu <= worst
        assert 0 < wall <= slowest
        assert queries > 0
        assert size > 0
    assert [table.objects.count() for table in (FactSheet, Activity, User)] == [0, 0, 0]


def test_each_act_has_a_name_of_its_own() -> None:
    assert len({act.name for act in ACTS}) == len(ACTS)


@pytest.mark.django_db
@pytest.mark.parametrize(("words", "times"), [(["juggle"], 1), ([], 0)])
def test_what_cannot_be_measured_is_refused(words: list[str], times: int) -> None:
    with pytest.raises(CommandError) as refused:
        benchmark(*words, times=times)
    assert refused.value.returncode == 2


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["acts", "screens"])
def test_pages_without_addresses_of_their_files_are_told_in_one_line(settings: Settings, part: str) -> None:
    backend = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": backend}}
    with pytest.raises(CommandError, match="collectstatic") as refused:
        call_command("benchmark", part)
    assert refused.value.returncode == 2
