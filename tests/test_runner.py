"""The test command says what it could not run, and never passes over a failure."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import pytest

from tests import __main__ as runner
from tests import postgres


@pytest.mark.parametrize(("ci", "status", "word"), [("", 0, "skipped"), ("true", 1, "failed")])
def test_where_postgresql_is_missing_its_part_is_skipped_or_fails_in_ci(
    ci: str, status: int, word: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(postgres, "find_binaries", lambda: None)
    assert runner.main(["--postgresql"]) == status
    assert capsys.readouterr().out.splitlines()[-1].split() == [
        *("tests", "on", "PostgreSQL", word, "0.0", "s", "no", "PostgreSQL", "on", "this", "machine:"),
        *postgres.HOW_TO_GET_IT.split(),
    ]


def run_parts(monkeypatch: pytest.MonkeyPatch, programs: Mapping[str, str]) -> int:
    """Run the command with its checks replaced by small programs, and its tests by programs that print and pass."""
    monkeypatch.setattr(runner, "_checks", lambda: {name: (sys.executable, "-c", p) for name, p in programs.items()})
    monkeypatch.setattr(runner, "PYTEST", (sys.executable, "-c", "print('=== 3 passed in 0.01s ===')"))
    monkeypatch.setattr(postgres, "find_binaries", lambda: None)
    return runner.main([])


def test_one_part_that_fails_fails_the_run_and_the_others_still_run(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "")
    assert run_parts(monkeypatch, {"one": "raise SystemExit(3)", "other": "print('other ran')"}) == 1
    lines = capfd.readouterr().out.splitlines()
    assert "other ran" in lines
    assert [line.split()[1] for line in lines if line.startswith(("one ", "other  "))] == ["failed", "passed"]


def test_the_last_lines_are_those_that_pytest_closed_with(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "")
    assert run_parts(monkeypatch, {"one": ""}) == 0
    assert capfd.readouterr().out.splitlines()[-2:] == ["tests on SQLite:", "=== 3 passed in 0.01s ==="]


@pytest.mark.parametrize(
    ("line", "closes"),
    [
        ("============ 7 failed, 1012 passed in 102.79s (0:01:42) ============", True),
        ("======== 283 passed, 2 errors in 29.16s ========", True),
        ("\x1b[32m===== \x1b[32m\x1b[1m18 passed\x1b[0m\x1b[32m in 5.17s\x1b[0m\x1b[32m =====\x1b[0m", True),
        ("===================== no tests ran in 0.01s =====================", True),
        ("============================= test session starts =============================", False),
        ("=========================== short test summary info ===========================", False),
        ("==================================== ERRORS ====================================", False),
        ("394 passed in 36.21s", False),
    ],
)
def test_the_closing_line_is_told_from_the_other_rules(line: str, closes: bool) -> None:
    assert bool(runner.CLOSING_LINE.match(line)) == closes
