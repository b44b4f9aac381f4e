"""What all agree on is settled as suggested, many facts by one act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from articles.claims import bound_fields
from factsheet.actions.decisions import VALUE_FIELDS, Answer, Unfounded, Wish, decide_all
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
    rows = Fact.objects.filter(sheet=sheet, pk__in=versions).select_related("sheet", "decision")
    facts = list(rows.order_by("position", "pk"))
    agreed = [fact for fact in facts if fact.can_be_accepted and fact.version == versions[fact.pk]]
    decisions = _settle(agreed, by=by, at=at)
    if not decisions:
        raise Refused(_("Nothing was settled: tick facts on which all agree."))
    settled = {decision.fact_id for decision in decisions}
    return decisions, [fact for fact in facts if fact.pk not in settled]


def _settle(facts: Sequence[Fact], *, by: User, at: datetime) -> list[Decision]:
    """Settle facts as suggested, but for those whose answer would rest on nothing."""
    if not facts:
        return []
    evidence = _read_suggested(facts)
    wishes = [Wish(fact, take_suggestion(fact, evidence)) for fact in facts]
    try:
        with transaction.atomic():
            Fact.objects.filter(pk__in=[fact.pk for fact in facts]).update(version=F("version") + 1)
            return decide_all(wishes, by=by, at=at, together=True)
    except Unfounded as unfounded:
        return _settle([fact for fact in facts if fact.pk != unfounded.fact.pk], by=by, at=at)


def _read_suggested(facts: Sequence[Fact]) -> dict[int, Evidence]:
    """The evidence that the suggestions rest on."""
    keys = [key for fact in facts for key in (fact.suggestion or {}).get("evidence", ())]
    return Evidence.objects.filter(fact__in=facts).select_related("claim").in_bulk(keys)
