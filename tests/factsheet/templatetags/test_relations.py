"""How the reconcile panel shows what differs, and folds what agrees."""

from __future__ import annotations

from collections.abc import Iterable

from django.template.loader import render_to_string

from factsheet.queries.panel import EvidenceItem, Pair
from factsheet.reconcile import Relation, RelationKind
from factsheet.templatetags.presentation import agreeing, differing

WORST_FIRST = list(reversed(RelationKind))


def _pairs(kinds: Iterable[RelationKind]) -> list[Pair]:
    nobody = EvidenceItem(None, None, None, None, "")  # type: ignore[arg-type]
    return [Pair(nobody, nobody, Relation("1", "2", kind, None, f"Because {kind}.")) for kind in kinds]


def _render(*kinds: RelationKind) -> tuple[str, str]:
    """What is shown at once, and what is folded."""
    pairs = _pairs(kinds)
    page = render_to_string("fact/relations.html", {"differing": differing(pairs), "agreeing": agreeing(pairs)})
    shown, _tag, folded = page.partition("<details>")
    return shown, folded


def test_conflicts_tensions_and_roundings_differ_worst_first_and_the_others_agree() -> None:
    pairs = _pairs(WORST_FIRST)
    assert [str(pair.relation.kind) for pair in differing(pairs)] == ["conflict", "tension", "rounding"]
    assert [str(pair.relation.kind) for pair in agreeing(pairs)] == ["consistent", "same"]


def test_what_differs_is_shown_and_what_agrees_folded_with_its_count() -> None:
    shown, folded = _render(*WORST_FIRST)
    assert [f"Because {kind}." in shown for kind in WORST_FIRST] == [True, True, True, False, False]
    assert "2 pairs agree" in folded
    assert [f"Because {kind}." in folded for kind in WORST_FIRST] == [False, False, False, True, True]


def test_nothing_is_folded_where_nothing_agrees_and_no_list_is_empty() -> None:
    assert _render(RelationKind.CONFLICT)[1] == ""
    shown, folded = _render(RelationKind.SAME)
    assert "<ul>" not in shown
    assert "1 pair agrees" in folded
