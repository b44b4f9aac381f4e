"""What a sheet says at this moment, as the content of an edition: for the preview, and for publishing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Prefetch

from articles.models import ValueFields
from articles.revisions import differ
from factsheet.export.content import Answer, Citation, EditionContent, FactLine, Value
from factsheet.models import DECIDED, Decision, Edition, Evidence, Fact, FactSheet, in_reading_order
from factsheet.models import Citation as CitationRow
from factsheet.sides import load_evidence


def name_of(user: User | None) -> str:
    """A person's name as it is printed; the sign-in name where none is given."""
    return "" if user is None else user.get_full_name() or user.get_username()


UNPRINTED = ("suggestion", "decision__suggestion", "decision__weighed")
"""What takes longest to read of a fact, and stands in no edition."""


def take_snapshot(
    sheet: FactSheet,
    *,
    number: int,
    previous_sha256: str,
    by: User,
    at: datetime,
    kind: str = "",
    note: str = "",
    approved_alone: Iterable[int] = (),
) -> EditionContent:
    """The sheet's decided facts with what they cite, in the sheet's order; four queries.

    A withdrawal prints none of them.
    """
    printed = sheet.facts.none() if kind == Edition.Kind.WITHDRAWAL else sheet.facts.filter(DECIDED)
    printed = printed.defer(*UNPRINTED)
    facts = in_reading_order(
        printed.select_related("decision__editor").prefetch_related(
            Prefetch("decision__citations", CitationRow.objects.order_by("number"))
        )
    )
    rows = Evidence.objects.filter(fact__in=[fact.pk for fact in facts]).exclude(state=Evidence.State.REJECTED)
    evidence: dict[int, dict[int, Evidence]] = defaultdict(dict)
    for item in load_evidence(rows):
        evidence[item.fact_id or 0][item.pk] = item
    return EditionContent(
        site_url=settings.SITE_URL,
        slug=sheet.slug,
        title=sheet.title,
        number=number,
        published_at=at,
        published_by=name_of(by),
        facts=tuple(_line(fact, evidence[fact.pk]) for fact in facts),
        language=sheet.language,
        summary=sheet.summary,
        approved_by=name_of(sheet.approved_by),
        approved_at=sheet.approved_at,
        previous_sha256=previous_sha256,
        note=note,
        kind=kind,
        approved_alone=tuple(approved_alone),
    )


def _line(fact: Fact, evidence: Mapping[int, Evidence]) -> FactLine:
    decision = fact.decision
    if decision is None:
        raise ValueError(f"the fact {fact.pk} is decided by no decision")
    # What was cited and has since been moved or rejected no longer stands behind this line.
    cited = [evidence[row.evidence_id] for row in decision.citations.all() if row.evidence_id in evidence]
    against = [item for item in evidence.values() if item.stance == Evidence.Stance.CONTRADICTS]
    versions = _Versions(evidence.values())
    has_answer = decision.outcome in (Decision.Outcome.SETTLED, Decision.Outcome.DISPUTED)
    return FactLine(
        id=fact.pk,
        label=fact.label,
        kind=fact.kind,
        position=fact.position,
        state=fact.state,
        status=fact.status,
        unit=fact.unit,
        per=decision.per,
        scope=fact.scope,
        as_of=fact.as_of,
        heading=fact.heading,
        answer=Answer(decision.answer, _value(decision)) if has_answer else None,
        rationale=decision.rationale,
        decided_at=decision.at,
        decided_by=name_of(decision.editor),
        origins=fact.origins,
        citations=tuple(_citation(item, versions.newest(item)) for item in cited),
        dissent=tuple(_citation(versions.oldest(item), item) for item in against),
    )


class _Versions:
    """Evidence of a fact by what it stands in the place of, from version to version of an article.

    What only newer versions say the same of is printed as it stood first, with how the newest of it is weighed: a line
    is no other for that.
    """

    def __init__(self, evidence: Iterable[Evidence]) -> None:
        by_claim = {item.claim_id: item for item in evidence}
        pairs = ((by_claim.get(item.claim.earlier_id or 0), item) for item in by_claim.values())
        repeated = [(before, after) for before, after in pairs if before and _is_repeated(before, after)]
        self._before = {after.pk: before for before, after in repeated}
        self._after = {before.pk: after for before, after in repeated}

    def newest(self, item: Evidence) -> Evidence:
        """The newest version that says the same as a piece of evidence."""
        return self.newest(self._after[item.pk]) if item.pk in self._after else item

    def oldest(self, item: Evidence) -> Evidence:
        """The first version that says the same as a piece of evidence."""
        return self.oldest(self._before[item.pk]) if item.pk in self._before else item


def _is_repeated(before: Evidence, after: Evidence) -> bool:
    superseded = before.stance == Evidence.Stance.SUPERSEDED and before.weighed_by_id is None
    return superseded and after.state == Evidence.State.ACCEPTED and not differ(before.claim, after.claim)


def _citation(item: Evidence, weighed: Evidence) -> Citation:
    claim, article = item.claim, item.claim.article
    return Citation(
        evidence_id=item.pk,
        claim_id=claim.pk,
        article_id=article.pk,
        article_title=article.title,
        article_sha256=article.sha256,
        text=claim.text,
        start=claim.start,
        end=claim.end,
        sentence=claim.sentence,
        source=article.source.name if article.source else "",
        article_url=article.url,
        article_published=article.published,
        stance=weighed.stance,
        relation=weighed.relation,
        relation_reason=weighed.relation_reason,
        attribution=claim.attribution,
        value=_value(claim),
    )


def _value(row: ValueFields) -> Value:
    interval = row.interval
    return Value(
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        low_open=row.low_open,
        high_open=row.high_open,
        hedge=row.hedge,
        unit=row.unit,
        per=row.per,
        precision=row.precision,
    )
