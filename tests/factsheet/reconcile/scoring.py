"""How well proposed facts match a gold file: B-cubed grouping, conflicts, intruders.

B-cubed (Bagga and Baldwin, 1998): for each gold claim, which share of the claims proposed with it belong with it
(precision), and which share of those that belong with it were proposed with it (recall).
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from articles.extraction import extract
from articles.intake import read_document
from factsheet.reconcile import ArticleReadings, ComparedFact, FactStatus, compare


@dataclass(frozen=True)
class Score:
    """Shares of 1, but for the intruders, which are claims a matched fact holds too many."""

    grouping: float
    conflicts: float
    conflicts_found: int
    false_conflicts: int
    intruders: float


def read_articles(gold: dict[str, Any], folder: Path) -> list[ArticleReadings]:
    """The articles of a gold file, read from `folder` and extracted."""
    found = []
    for article in gold["articles"].values():
        document = read_document((folder / article["file"]).read_bytes(), article["file"])
        published = date.fromisoformat(article["published"])
        readings = extract(document.text, published=published, furniture=document.furniture)
        found.append(
            ArticleReadings(
                key=article["file"],
                text=document.text,
                readings=tuple(readings),
                title=document.title or "",
                source=document.source or "",
                published=published,
            )
        )
    return found


def score(path: Path, folder: Path) -> Score:
    """What `compare` makes of the articles of the gold file at `path`."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    return judge(gold, compare(read_articles(gold, folder)).facts)


def judge(gold: dict[str, Any], facts: tuple[ComparedFact, ...]) -> Score:
    """How proposed facts stand to those of a gold file."""
    files = {key: article["file"] for key, article in gold["articles"].items()}
    claims = [(truth, claim) for truth, fact in enumerate(gold["facts"]) for claim in fact["claims"]]
    homes = [home_of(claim, gold["facts"][truth]["kind"], files, facts) for truth, claim in claims]
    truths = [truth for truth, _ in claims]
    in_conflict = {truth for truth, fact in enumerate(gold["facts"]) if fact["verdict"] == "conflict"}
    return Score(
        _grouping(homes, truths), *_conflicts(homes, truths, in_conflict, facts), _intruders(homes, truths, facts)
    )


def home_of(claim: dict[str, Any], kind: str, files: dict[str, str], facts: tuple[ComparedFact, ...]) -> int | None:
    """The place of the proposed fact that holds a gold claim: of its kind if it can be, with most of its characters."""
    best: tuple[bool, int, int] | None = None
    for number, fact in enumerate(facts):
        for side in fact.sides:
            both = min(side.end, claim["end"]) - max(side.start, claim["start"])
            if side.article == files[claim["article"]] and both > 0:
                best = max(best or (False, 0, 0), (side.kind == kind, both, -number))
    return -best[2] if best else None


def _grouping(homes: list[int | None], truths: list[int]) -> float:
    precision = recall = 0.0
    for number, (home, truth) in enumerate(zip(homes, truths, strict=True)):
        mine = {n for n, other in enumerate(homes) if other == home and home is not None} | {number}
        right = {n for n, other in enumerate(truths) if other == truth}
        precision += len(mine & right) / len(mine)
        recall += len(mine & right) / len(right)
    precision, recall = precision / len(homes), recall / len(homes)
    return 2 * precision * recall / (precision + recall)


def _held(homes: list[int | None], truths: list[int], fact: int) -> Counter[int]:
    return Counter(truth for home, truth in zip(homes, truths, strict=True) if home == fact)


def _conflicts(
    homes: list[int | None], truths: list[int], in_conflict: set[int], facts: tuple[ComparedFact, ...]
) -> tuple[float, int, int]:
    found: set[int] = set()
    raised = right = 0
    for number, fact in enumerate(facts):
        if fact.status is FactStatus.CONFLICT:
            good = {t for t, count in _held(homes, truths, number).items() if count > 1 and t in in_conflict}
            raised, right, found = raised + 1, right + bool(good), found | good
    precision, recall = right / max(raised, 1), len(found) / max(len(in_conflict), 1)
    return 2 * precision * recall / max(precision + recall, 1e-9), len(found), raised - right


def _intruders(homes: list[int | None], truths: list[int], facts: tuple[ComparedFact, ...]) -> float:
    extra = []
    for number, fact in enumerate(facts):
        top = _held(homes, truths, number).most_common(1)
        if top and top[0][1] > 1:
            extra.append(len(fact.sides) - top[0][1])
    return sum(extra) / max(len(extra), 1)
