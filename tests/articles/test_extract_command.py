"""`manage.py extract`: files and streams to JSON lines."""

from __future__ import annotations

import gc
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

STORY = "Council votes\n\nAt least 170 soldiers died on Friday, the army said.\n"


def run(*arguments: str) -> tuple[list[dict[str, Any]], str, int]:
    out, err = io.StringIO(), io.StringIO()
    status = 0
    try:
        call_command("extract", *arguments, stdout=out, stderr=err)
    except SystemExit as stop:
        status = int(str(stop.code))
    return [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue(), status


@pytest.fixture
def stream(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], tuple[list[dict[str, Any]], str, int]]:
    def feed(lines: str, *arguments: str) -> tuple[list[dict[str, Any]], str, int]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
        return run("--jsonl", *arguments)

    return feed


def write(path: Path, text: str = STORY) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_file_gives_one_line_with_its_claims(tmp_path: Path) -> None:
    answers, errors, status = run(write(tmp_path / "a.txt"), "--published", "2023-06-30")
    (answer,) = answers
    assert (errors, status) == ("", 0)
    assert {key: answer[key] for key in ("schema", "id", "published", "published_from", "title")} == {
        "schema": "factsheet.extract/1",
        "id": "a.txt",
        "published": "2023-06-30",
        "published_from": "argument",
        "title": "Council votes",
    }
    assert [claim["text"] for claim in answer["claims"]] == ["At least 170 soldiers", "on Friday"]
    assert answer["claims"][1]["low"] == "2023-06-30"


FRENCH = "Selon le ministère, plus de 15 000 soldats ont quitté le pays mardi, et les autres partiront d'ici à juin."


def test_a_text_tells_its_own_language_unless_one_is_given(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", FRENCH)
    ((own,), _, _) = run(file, "--published", "2023-06-30")
    assert (own["language"], own["claims"][0]["text"]) == ("fr", "plus de 15 000 soldats")
    ((given,), _, _) = run(file, "--published", "2023-06-30", "--language", "en")
    assert given["language"] == "en"
    assert given["claims"][0]["hedge"] == "exact"


def test_each_file_may_have_its_own_date(tmp_path: Path) -> None:
    one, two = write(tmp_path / "a.txt"), write(tmp_path / "b.txt")
    answers, _, _ = run(one, two, "--published", f"{one}=2023-06-30", "--published", "2024-05-15")
    assert [answer["published"] for answer in answers] == ["2023-06-30", "2024-05-15"]


def test_without_a_date_the_claims_say_so(tmp_path: Path) -> None:
    ((answer,), _, _) = run(write(tmp_path / "a.txt"))
    assert (answer["published"], answer["published_from"]) == (None, "unknown")
    assert answer["claims"][1]["needs_published"]


def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_read(tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(bytes(range(256)) * 40)
    answers, errors, status = run(str(tmp_path / "none.txt"), str(broken), str(tmp_path), write(tmp_path / "a.txt"))
    assert [answer["id"] for answer in answers] == ["a.txt"]
    assert len(errors.splitlines()) == 3
    assert status == 2


def test_a_stream_gives_one_line_for_each(stream: Callable[..., Any]) -> None:
    lines = [
        {"id": 7, "text": "It costs $5.", "published": None, "timezone": "Australia/Sydney"},
        {"id": "b", "text": "He left on Friday.", "published": "2024-05-15", "timezone": None},
        {"id": "c", "text": ""},
    ]
    answers, errors, status = stream("\n".join(map(json.dumps, lines)))
    assert (errors, status) == ("", 0)
    assert [answer["id"] for answer in answers] == [7, "b", "c"]
    assert answers[0]["claims"][0]["unit"] == "AUD"
    assert answers[1]["claims"][0]["low"] == "2024-05-10"
    assert answers[2]["claims"] == []


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"id": 1}',
        '{"id": 1, "text": 5}',
        '{"id": 1, "text": "x", "published": "Friday"}',
        '{"id": 1, "text": "x", "published": 5}',
        '{"id": 1, "text": "x", "timezone": "Mars/Olympus"}',
    ],
)
def test_a_bad_line_is_one_line_of_error_and_the_next_is_read(stream: Callable[..., Any], line: str) -> None:
    answers, errors, status = stream(line + '\n{"id": 2, "text": "10 ships"}\n')
    assert [answer["id"] for answer in answers] == [2]
    assert len(errors.splitlines()) == 1
    assert errors.startswith("line 1: ")
    assert status == 2


def test_the_time_zone_of_the_command_counts_where_the_line_has_none(stream: Callable[..., Any]) -> None:
    ((answer,), _, _) = stream('{"id": 1, "text": "It costs $5."}', "--timezone", "America/Toronto")
    assert answer["claims"][0]["unit"] == "CAD"


def test_a_lone_surrogate_is_written_as_json_can(stream: Callable[..., Any]) -> None:
    ((answer,), _, status) = stream('{"id": 1, "text": "\\ud800 5 ships"}')
    assert (answer["claims"][0]["text"], status) == ("5 ships", 0)


@pytest.mark.parametrize(
    "arguments",
    [(), ("--jsonl", "a.txt"), ("a.txt", "--published", "Friday"), ("a.txt", "--timezone", "Mars/Olympus")],
)
def test_a_wrong_call_is_told_in_one_line(arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError) as refusal:
        run(*arguments)
    assert "\n" not in str(refusal.value)


def test_the_garbage_collector_is_left_as_it_was(tmp_path: Path) -> None:
    before = gc.get_threshold()
    run(write(tmp_path / "a.txt"))
    run(str(tmp_path / "missing.txt"))
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, 0)
