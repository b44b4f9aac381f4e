"""`manage.py compare` keeps the contract of factsheet.compare/1, and says in one line what it could not read."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

FIRST = """Ferry to stop in autumn

STONEPORT (AP) — The harbour board voted on Monday to end the ferry, which carried 52,000 passengers last year.

The route has cost $1.2 million a year since 2015. "We cannot go on," said the board's chair, Ann Lee.
"""
SECOND = """Islanders fight for ferry

The ferry, which took 47,000 passengers last year, will end after a vote of the harbour board on Monday.

It costs $1.2 million a year, the board says.
"""

CLAIM_KEYS = {
    "article": str,
    "kind": str,
    "start": int,
    "end": int,
    "text": str,
    "low": str | None,
    "high": str | None,
    "low_open": bool,
    "high_open": bool,
    "hedge": str,
    "unit": str | None,
    "noun": str | None,
    "per": str | None,
    "status": str,
    "reason": str,
}
RELATION_KEYS = {"a": int, "b": int, "relation": str, "difference": str | None, "reason": str}
SUGGESTION_KEYS = {
    "low": str | None,
    "high": str | None,
    "low_open": bool,
    "high_open": bool,
    "hedge": str,
    "unit": str | None,
    "text": str,
    "reasons": list,
    "confidence": str,
    "policy": str,
}
FACT_KEYS = {
    "label": str,
    "kind": str,
    "unit": str | None,
    "status": str,
    "claims": list,
    "relations": list,
    "origins": int,
    "suggestion": dict | None,
    "silence": str | None,
}
ARTICLE_KEYS = {
    "id": str,
    "file": str,
    "title": str | None,
    "source": str | None,
    "published": str | None,
    "origin": int,
    "origin_reason": str,
}


@pytest.fixture
def files(tmp_path: Path) -> Any:
    """Two readable articles."""
    paths = [tmp_path / "first.txt", tmp_path / "second.txt"]
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def run(*arguments: Any, status: int = 0) -> Any:
    """What the command writes on both streams, having ended with `status`."""
    out, err = io.StringIO(), io.StringIO()
    if status:
        with pytest.raises(SystemExit) as ended:
            call_command("compare", *arguments, stdout=out, stderr=err)
        assert ended.value.code == status
    else:
        call_command("compare", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def feed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Put `text` on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def check(found: Any, keys: Any) -> None:
    """That an object has these keys, of these types, and no others."""
    assert set(found) == set(keys)
    for key, kind in keys.items():
        assert isinstance(found[key], kind), (key, found[key])


def test_the_answer_has_the_keys_of_the_contract_and_no_others(files: Any) -> None:
    found = json.loads(run(*files, "--published", "2024-05-15")[0])
    assert set(found) == {"schema", "articles", "facts", "mismatches"}
    assert found["schema"] == "factsheet.compare/1"
    for article in found["articles"]:
        check(article, ARTICLE_KEYS)
    for fact in found["facts"]:
        check(fact, FACT_KEYS)
        assert fact["status"] in {"conflict", "tension", "rounding", "agree", "single"}
        for claim in fact["claims"]:
            check(claim, CLAIM_KEYS)
        for relation in fact["relations"]:
            check(relation, RELATION_KEYS)
            assert 0 <= relation["a"] < relation["b"] < len(fact["claims"])
        if fact["suggestion"]:
            check(fact["suggestion"], SUGGESTION_KEYS)


def test_every_claim_is_the_slice_of_its_file_that_it_says(files: Any) -> None:
    found = json.loads(run(*files)[0])
    texts = {"first.txt": FIRST, "second.txt": SECOND}
    claims = [claim for fact in found["facts"] for claim in fact["claims"]]
    assert len(claims) > 8
    assert all(texts[claim["article"]][claim["start"] : claim["end"]] == claim["text"] for claim in claims)


def test_a_conflict_and_an_agreement_are_found_with_their_suggestions(files: Any) -> None:
    facts = json.loads(run(*files, "--published", "2024-05-15")[0])["facts"]
    passengers = next(fact for fact in facts if any("52,000" in claim["text"] for claim in fact["claims"]))
    assert (passengers["status"], passengers["origins"], passengers["suggestion"]) == ("conflict", 2, None)
    assert "equally good" in passengers["silence"]
    cost = next(fact for fact in facts if fact["kind"] == "money")
    assert (cost["status"], cost["suggestion"]["low"]) == ("agree", "1200000")


def test_dates_are_given_for_all_files_or_for_one_by_path_or_by_name(files: Any) -> None:
    _, second = files
    arguments = (
        "--published",
        "2024-05-15",
        "--published",
        f"{second}=2024-05-16",
        "--published",
        "first.txt=2024-05-17",
    )
    found = json.loads(run(*files, *arguments)[0])
    assert [article["published"] for article in found["articles"]] == ["2024-05-17", "2024-05-16"]


def test_files_of_one_name_are_told_apart_by_their_paths(tmp_path: Path) -> None:
    paths = [tmp_path / folder / "story.txt" for folder in ("a", "b")]
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    found = json.loads(run(*map(str, paths))[0])
    assert [article["id"] for article in found["articles"]] == [str(path) for path in paths]


def test_unreadable_files_get_a_line_each_and_the_others_are_compared(files: Any, tmp_path: Path) -> None:
    binary = tmp_path / "picture.txt"
    binary.write_bytes(bytes(range(256)) * 40)
    out, err = run(*files, str(binary), str(tmp_path / "gone.txt"), status=2)
    assert len(json.loads(out)["articles"]) == 2
    lines = err.strip().splitlines()
    assert len(lines) == 2
    assert "picture.txt" in lines[0]
    assert "gone.txt" in lines[1]
    assert "Traceback" not in err


def test_lines_of_one_event_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        {"id": "1", "text": FIRST, "published": "2024-05-15", "timezone": None, "event": "ferry"},
        {"id": "2", "text": SECOND, "published": None, "timezone": "America/New_York"},
    ]
    feed(monkeypatch, "\n".join(map(json.dumps, lines)) + "\n\n")
    found = json.loads(run("--jsonl")[0])
    assert [(article["id"], article["published"]) for article in found["articles"]] == [
        ("1", "2024-05-15"),
        ("2", None),
    ]
    assert any(fact["status"] == "conflict" for fact in found["facts"])


def test_broken_lines_get_a_line_each_and_the_others_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        "{",
        "[]",
        '{"id": "1"}',
        '{"id": "1", "text": "x", "published": "soon"}',
        '{"id": "1", "text": "5 cats."}',
        '{"id": "1", "text": "x"}',
    ]
    feed(monkeypatch, "\n".join(lines))
    out, err = run("--jsonl", status=2)
    assert [article["id"] for article in json.loads(out)["articles"]] == ["1"]
    assert [line.split(":")[0] for line in err.strip().splitlines()] == ["line 1", "line 2", "line 3", "line 4", "1"]
    assert "was there before" in err


@pytest.mark.parametrize("arguments", [(), ("--jsonl", "a.txt"), ("a.txt", "--published", "soon")])
def test_arguments_that_make_no_sense_are_refused_with_status_2(arguments: Any) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("compare", *arguments)
    assert refused.value.returncode == 2
    assert "\n" not in str(refused.value)
