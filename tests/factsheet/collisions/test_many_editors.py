"""Thirty-two editors settle, comment, move and merge at once, each a process, against gunicorn: nothing is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.factsheet.collisions.audit import Before, find_broken, find_lost
from tests.factsheet.collisions.newsroom import make_floor, tell, work
from tests.factsheet.collisions.server import UNLOCKED

pytestmark = pytest.mark.usefixtures("own_database")

EDITORS = 32
# A thousand with ACTS=1000, which take two cores about two minutes.
ACTS = int(os.environ.get("ACTS", "128"))
# 409 where somebody was there first or there is nothing to do; 422 where no evidence is left to cite.
ANSWERS = {302, 409, 422}


def test_acts_of_thirty_two_editors_lose_none(tmp_path: Path) -> None:
    floor = make_floor(people=EDITORS, sheets=3, facts=20)
    before = Before.look()
    tried = work(floor, tmp_path, acts=ACTS, patience=600)
    log = (tmp_path / "server.log").read_text(encoding="utf-8")
    assert {act.status for act in tried} <= ANSWERS, (tell(tried), log[-4000:])
    assert sum(act.is_acknowledged for act in tried) == ACTS
    assert any(act.status == 409 for act in tried), tell(tried)
    assert "locked" not in log
    assert list(find_lost(tried, before, [user.pk for user in floor.people])) == []
    assert list(find_broken()) == []


def test_with_the_locks_off_some_are_lost_and_that_is_seen(tmp_path: Path) -> None:
    floor = make_floor(people=EDITORS, sheets=1, facts=8)
    before = Before.look()
    tried = work(floor, tmp_path, acts=160, application=UNLOCKED, patience=30)
    lost = list(find_lost(tried, before, [user.pk for user in floor.people]))
    assert any("nobody had seen" in line for line in lost), tell(tried)
