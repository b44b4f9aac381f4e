"""What all agree on is settled as suggested, many facts by one act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles.claims import bound_fields
from factsheet.actions.facts import VALUE_FIELDS, Answer, Stale, decide
from factsheet.actions.log import lock
from factsheet.models import Decision, Evidence, Fact, FactSheet
from factsheet.policies import Refused
from factsheet.sides import read_bounds


def take_suggestion(fact: Fact, evidence: Mapping[int, Evidence], *, text: str = "") -> Answer:
    """The answer that gives what the program suggests, in its words unless others are given.

    Args:
        fact: with a suggestion.
        evidence: under the fact, with its claims, by its key.
        text: how the answer is printed.
    """
    suggestion = fact.suggestion or {}
    claim = next((evidence[key].claim for key in suggestion["evidence"] if key in evidence), None)
    values: dict[str, Any] = {name: getattr(claim, name) for name in VALUE_FIELDS} if claim else {}
    if suggestion["low"] or suggestion["high"]:
        values |= bound_fields(read_bounds(fact.kind, suggestion))
    values |= {name: suggestion[name] for name in ("low_open", "high_open", "hedge")}
    text = text or " ".join(suggestion["text"].split())
    return Answer(outcome=Decision.Outcome.SETTLED, method=Decision.Method.SUGGESTION, text=text, **values)


@transaction.atomic
def accept_agreed(
    sheet: FactSheet, versions: Mapping[int, int], *, by: User, at: datetime
) -> tuple[list[Decision], list[Fact]]:
    """Settle facts as suggested, each by a decision and a line of the log of its own that says it was done together.

    Args:
        sheet: whose facts they are.
        versions: the version of each fact that the editor saw, by its key.
        by: who decides.
        at: when.

    Returns:
        The decisions in the order of the sheet, and the facts that were left as they were: those on which not all agree
        any more, or that somebody changed since.

    Raises:
        Refused: when not one can be settled.
    """
    lock(sheet.pk)
    facts = list(Fact.objects.filter(sheet=sheet, pk__in=versions).order_by("position", "pk"))
    evidence = _read_suggested(facts)
    decisions, left = [], []
    for fact in facts:
        if not fact.can_be_accepted:
            left.append(fact)
            continue
        try:
            answer = take_suggestion(fact, evidence)
            decisions.append(decide(fact, answer, version=versions[fact.pk], by=by, at=at, together=True))
        except (Stale, Refused):
            left.append(fact)
    if not decisions:
        raise Refused(_("Nothing was settled: tick facts on which all agree."))
    return decisions, left


def _read_suggested(facts: Sequence[Fact]) -> dict[int, Evidence]:
    """The evidence that the suggestions rest on."""
    keys = [key for fact in facts for key in (fact.suggestion or {}).get("evidence", ())]
    return Evidence.objects.filter(fact__in=facts).select_related("claim").in_bulk(keys)
