"""The engine measured on annotated texts that stand beside the project and are no part of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from articles.extraction import extract, to_json

SHARED = Path(__file__).parents[4] / "shared"
GOLD = SHARED / "gold" / "minusma.json"
HISTORIES = SHARED / "data" / "wikiwars.jsonl"
# What the engine reaches, less one point: below it, something that worked is broken.
LEAST_CLAIMS = 50
LEAST_SPEAKERS = 17
LEAST_DATE_F1 = 91.6


def read_original(article: dict[str, Any]) -> list[dict[str, Any]]:
    text = (SHARED / "seeds" / article["file"]).read_text(encoding="utf-8")
    return [to_json(reading) for reading in extract(text, published=date.fromisoformat(article["published"]))]


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    if not GOLD.exists():
        pytest.skip("the gold file and the originals are not beside the project")
    content: dict[str, Any] = json.loads(GOLD.read_text(encoding="utf-8"))
    return content


@pytest.fixture(scope="module")
def readings(gold: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    return {key: read_original(article) for key, article in gold["articles"].items()}


def overlapping(claims: list[dict[str, Any]], wanted: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (claim for claim in claims if claim["start"] < wanted["end"] and wanted["start"] < claim["end"])


def test_the_claims_an_editor_marks_are_read_right(
    gold: dict[str, Any], readings: dict[str, list[dict[str, Any]]]
) -> None:
    def spell(bound: object) -> str | None:
        return None if bound is None else str(bound)

    right = 0
    for fact in gold["facts"]:
        for wanted in fact["claims"]:
            low, high = spell(wanted["low"]), spell(wanted["high"])
            right += any(
                (claim["kind"], claim["low"], claim["high"], claim["hedge"])
                == (fact["kind"], low, high, wanted["hedge"])
                for claim in overlapping(readings[wanted["article"]], wanted)
                if claim["kind"] != "quote"
            )
    assert right >= LEAST_CLAIMS


def test_the_speakers_an_editor_names_are_found(
    gold: dict[str, Any], readings: dict[str, list[dict[str, Any]]]
) -> None:
    right = sum(
        any(
            claim["kind"] == "quote" and claim["speaker"] is not None and claim["speaker"]["text"] == wanted["speaker"]
            for claim in overlapping(readings[wanted["article"]], wanted)
        )
        for wanted in gold["quotes"]
    )
    assert right >= LEAST_SPEAKERS


def test_dates_of_histories_are_resolved() -> None:
    if not HISTORIES.exists():
        pytest.skip("the annotated histories are not beside the project")
    right = system = wanted = 0
    for line in HISTORIES.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        claims = [
            to_json(each) for each in extract(document["text"], published=date.fromisoformat(document["published"]))
        ]
        found = {
            (claim["low"], claim["high"], claim["start"], claim["end"]) for claim in claims if claim["kind"] == "date"
        }
        matched: set[tuple[Any, ...]] = set()
        for gold in document["gold"]:
            wanted += 1
            for claim in found - matched:
                if claim[2] < gold["end"] and gold["start"] < claim[3]:
                    matched.add(claim)
                    right += claim[:2] == (gold["low"], gold["high"])
                    break
        ignored = document.get("ignore", [])
        system += sum(
            claim in matched or not any(claim[2] < end and start < claim[3] for start, end in ignored)
            for claim in found
        )
    assert 100 * 2 * right / (system + wanted) >= LEAST_DATE_F1
