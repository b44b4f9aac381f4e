"""What a sheet keeps for looking claims up: added to with every article, and made anew by `manage.py prepare`.

Whoever calls holds the lock of the sheet. Strings are kept as the 64 bits of their hash; where two of them should ever
meet, a claim is led to one more place to look at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import islice
from typing import TypeVar

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from articles.models import Claim
from factsheet.actions.log import lock
from factsheet.models import Evidence, FactSheet, Mark, Term
from factsheet.policies import Refused
from factsheet.reconcile import Side
from factsheet.reconcile.counts import SENTENCES, Count, Counts, count_traits
from factsheet.reconcile.lookup import VERSION, Holder, Marks, choose_entries, marks_of
from factsheet.reconcile.subjects import subjects_of, traits_of
from factsheet.sides import key_of_fact, load_sides

T = TypeVar("T")

AT_ONCE = 5000
"""So many values are sent with one query; databases take some ten thousand."""

ARTICLES_AT_ONCE = 50
"""So many articles are made ready in one transaction: a second or two, for which a request waits and SQLite too."""

NOTHING = Counts({})


def number_of(text: str) -> int:
    """A string as the signed 64 bits that are kept of it."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


def prepare(sheet: FactSheet) -> None:
    """Make what is missing of what the sheet keeps, where that is little; the sheet's lock is held.

    Raises:
        Refused: where it is more than a request should wait for; `manage.py prepare` makes it.
    """
    left = count_left(sheet)
    if left > ARTICLES_AT_ONCE:
        raise Refused(
            _(
                "After an update of the program, %(n)s articles of this sheet have yet to be made ready for comparing. "
                "Ask an administrator to run “manage.py prepare”."
            )
            % {"n": f"{left:,}"}
        )
    if left:
        _prepare_some(sheet)


def prepare_in_parts(sheet: FactSheet) -> Iterator[int]:
    """Make what is missing of what the sheet keeps, each part in a transaction of its own; after each, how many
    articles are left. Whatever was done when it ends in the middle stays done.
    """
    left = count_left(sheet)
    while left:
        with transaction.atomic():
            lock(sheet.pk)
            # A colleague may have gone on meanwhile.
            if left := count_left(sheet):
                left -= _prepare_some(sheet)
        yield left


def count_left(sheet: FactSheet) -> int:
    """How many articles of the sheet cannot be looked up yet, as this version of the program does it."""
    version, until = _read_state(sheet)
    return sheet.entries.filter(position__gt=until if version == VERSION else 0).count()


def keep_up(sheet: FactSheet) -> None:
    """Note that all articles of the sheet can be looked up."""
    last = sheet.entries.aggregate(last=Max("position"))["last"] or 0
    FactSheet.objects.filter(pk=sheet.pk).update(lookup_version=VERSION, lookup_until=last)


def _prepare_some(sheet: FactSheet) -> int:
    """Make what is kept of the next articles; how many they were."""
    version, until = _read_state(sheet)
    if version != VERSION:
        Mark.objects.filter(sheet=sheet).delete()
        Term.objects.filter(sheet=sheet).delete()
        until = 0
    entries = sheet.entries.filter(position__gt=until).order_by("position")
    some = dict(entries.values_list("article_id", "position")[:ARTICLES_AT_ONCE])
    loaded = load_sides(sheet.evidence.filter(claim__article__in=some))
    count_claims(sheet, [side for _, side in loaded])
    placed = {side.key: item.fact_id for item, side in loaded if item.state != Evidence.State.REJECTED}
    sides = [side for _, side in loaded if side.key in placed]
    marks = find_marks(sides, read_counts(sheet, sides))
    homes = {key: key_of_fact(fact) for key, fact in placed.items() if fact is not None}
    enter(sheet, marks, homes, look_up(sheet, marks))
    # What the program took out says nothing of the same words elsewhere.
    enter_rejected(sheet, [side for item, side in loaded if side.key not in placed and item.sorted_by_id is not None])
    FactSheet.objects.filter(pk=sheet.pk).update(lookup_version=VERSION, lookup_until=max(some.values()))
    return len(some)


def _read_state(sheet: FactSheet) -> tuple[int, int]:
    """By which version what the sheet keeps was made, and up to which position of its articles."""
    return FactSheet.objects.values_list("lookup_version", "lookup_until").get(pk=sheet.pk)


def count_claims(sheet: FactSheet, sides: Iterable[Side]) -> None:
    """Add the claims of new articles to the sheet's counts, rejected ones too: their sentences stand there as well."""
    found = count_traits(map(traits_of, sides))
    before = _read_terms(sheet, found.found)
    total = (before + found).found
    _write_terms(sheet, total)


def read_counts(sheet: FactSheet, sides: Iterable[Side], known: Counts = NOTHING) -> Counts:
    """What of the sheet's counts these sides are judged by, with what is known of it already."""
    terms = {SENTENCES, *(term for side in sides for term in traits_of(side).terms())} - known.found.keys()
    return known + _read_terms(sheet, terms)


def find_marks(sides: Sequence[Side], counts: Counts) -> dict[str, Marks]:
    """The marks of each side by its key."""
    return {key: marks_of(subject) for key, subject in subjects_of(sides, counts).items()}


def look_up(sheet: FactSheet, marks: Mapping[str, Marks]) -> dict[str, list[Holder]]:
    """What stands under the marks of new claims, the claims themselves apart; facts and claims by their keys."""
    names = {number_of(mark): mark for told in marks.values() for mark in told}
    found: dict[str, list[Holder]] = {}
    for some in _cut(names, AT_ONCE):
        rows = Mark.objects.filter(sheet=sheet, mark__in=some).exclude(evidence__state=Evidence.State.REJECTED)
        for mark, evidence, fact in rows.order_by("id").values_list("mark", "evidence_id", "evidence__fact_id"):
            if str(evidence) not in marks:
                found.setdefault(names[mark], []).append(Holder(str(evidence), key_of_fact(fact) if fact else None))
    return found


def enter(
    sheet: FactSheet, marks: Mapping[str, Marks], homes: Mapping[str, str | None], holders: Mapping[str, list[Holder]]
) -> None:
    """Enter new claims under their marks, where that tells anything."""
    _enter(sheet, choose_entries(marks, homes, holders))


def _enter(sheet: FactSheet, entries: Iterable[tuple[str, str]]) -> None:
    Mark.objects.bulk_create(
        (Mark(sheet=sheet, mark=number_of(mark), evidence_id=int(key)) for mark, key in entries),
        ignore_conflicts=True,
    )


def enter_rejected(sheet: FactSheet, sides: Iterable[Side]) -> None:
    """Keep by what rejected claims are known when their very sentence comes in again."""
    _enter(sheet, ((_spell(side.kind, side.text, side.sentence), side.key) for side in sides))


def find_rejected(sheet: FactSheet, claims: Iterable[Claim]) -> dict[int, str]:
    """Of new claims, their articles at hand, the reason of each whose very sentence was rejected here before."""
    said = {claim.pk: number_of(_spell(claim.kind, claim.text, claim.sentence)) for claim in claims}
    reasons: dict[int, str] = {}
    for some in _cut(dict.fromkeys(said.values()), AT_ONCE):
        rows = Mark.objects.filter(sheet=sheet, mark__in=some, evidence__state=Evidence.State.REJECTED)
        # What a newer version of its article took out says nothing of the same words elsewhere.
        rows = rows.exclude(evidence__sorted_by=None, evidence__sorted_at__isnull=False)
        reasons |= rows.order_by("id").values_list("mark", "evidence__reason")
    return {key: reasons[number] for key, number in said.items() if number in reasons}


def _spell(kind: str, text: str, sentence: str) -> str:
    return f"rejected {kind} {text} in {sentence}"


def _read_terms(sheet: FactSheet, terms: Iterable[str]) -> Counts:
    names = {number_of(term): term for term in terms}
    found: dict[str, Count] = {}
    for some in _cut(names, AT_ONCE):
        rows = Term.objects.filter(sheet=sheet, term__in=some).values_list("term", "times", "articles")
        found |= {names[term]: (times, articles) for term, times, articles in rows}
    return Counts(found)


def _write_terms(sheet: FactSheet, counts: Mapping[str, Count]) -> None:
    Term.objects.bulk_create(
        (
            Term(sheet=sheet, term=number_of(term), times=times, articles=articles)
            for term, (times, articles) in counts.items()
        ),
        update_conflicts=True,
        unique_fields=["sheet", "term"],
        update_fields=["times", "articles"],
    )


def _cut(values: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(values)
    while some := list(islice(left, size)):
        yield some
