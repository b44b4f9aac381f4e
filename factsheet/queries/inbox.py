"""The inbox: claims that no editor has sorted yet, each with the place that the program proposes."""

from __future__ import annotations

from dataclasses import dataclass

from factsheet.models import Evidence, Fact, FactSheet, in_reading_order
from factsheet.queries.paging import cut_page, read_key
from factsheet.queries.sentences import Sentence, cut_sentence, sentence_of, with_sentence

PAGE = 50
SHOWS = ("proposed", "alone", "rejected")


@dataclass(frozen=True, slots=True)
class InboxItem:
    """A claim to sort, in its sentence."""

    evidence: Evidence
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Inbox:
    """A page of the inbox; `after` is the key of the next page, empty on the last."""

    sheet: FactSheet
    items: list[InboxItem]
    after: str
    show: str
    facts: list[Fact]


def inbox(sheet: FactSheet, *, show: str = "", after: str = "", size: int = PAGE) -> Inbox:
    """The claims to sort, or those that were rejected; two queries."""
    state = Evidence.State.REJECTED if show == "rejected" else Evidence.State.CANDIDATE
    evidence = with_sentence(
        sheet.evidence.filter(state=state).select_related("claim__article__source", "fact__sheet")
    ).order_by("id")
    if show in ("proposed", "alone"):
        evidence = evidence.filter(fact__isnull=show == "alone")
    key = read_key(after)
    if key is not None:
        evidence = evidence.filter(id__gt=key)
    rows, more = cut_page(list(evidence[: size + 1]), size)
    return Inbox(
        sheet=sheet,
        items=[InboxItem(item, cut_sentence(item.claim, sentence_of(item))) for item in rows],
        after=str(rows[-1].pk) if more else "",
        show=show if show in SHOWS else "",
        facts=in_reading_order(sheet.facts.all()),
    )
