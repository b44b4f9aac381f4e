"""What SECURITY.md says is true of the tests: each that it names is there."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
TEXT = (ROOT / "factsheet" / "SECURITY.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`", TEXT)


def test_each_test_that_holds_a_point_is_there() -> None:
    assert len(NAMED) > 60
    missing = [
        f"{path}::{name}"
        for path, name in NAMED
        if not re.search(rf"^def {name}\(" if name else "^def test_", (ROOT / path).read_text("utf-8"), re.MULTILINE)
    ]
    assert missing == []


def test_each_point_says_how_it_is_met_or_that_it_is_not() -> None:
    points = TEXT.partition("\n## Points\n")[2]
    rows = re.findall(r"^\| (\d[\d., ]*) \| (.+?) \| (.*?) ?\|$", points, re.MULTILINE)
    assert len(rows) > 60
    untested = [(point, how) for point, how, test in rows if not test]
    assert [point for point, how in untested if not how.startswith(("not met", "*site*"))] == []
    numbers = [number for point, _how, _test in rows for number in point.split(", ")]
    assert len(numbers) == len(set(numbers))


def test_the_readme_leads_here() -> None:
    assert "(factsheet/SECURITY.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
