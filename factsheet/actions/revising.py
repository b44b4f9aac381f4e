"""A newer version of an article takes the place of the one before: what it still says counts on, what it says no more
is withdrawn, and what it says anew waits to be sorted.

Each claim of the newer version names that in whose place it stands (`articles.carrying`). What editors made of that one
on a sheet, its fact, its acceptance or rejection and how it was weighed, holds of this one where both say the same of
the same. The rows of the version before stay where decisions cite them, superseded, with what became of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.contrib.auth.models import User

from articles.alignment import Alignment, plain, share
from articles.models import Article
from articles.phrasing import gettext_noop as _
from articles.revisions import differ, pair_figures
from factsheet.actions import lookups
from factsheet.actions.challenging import find_editions
from factsheet.actions.evidence import SORTED, describe_places, refresh_or_drop
from factsheet.actions.log import record
from factsheet.actions.rows import overwrite
from factsheet.models import Act, Challenge, Evidence, FactSheet, Ruling
from factsheet.reconcile import PlacedFact, place
from factsheet.sides import WITHDRAWN, key_of_fact, load_sides

State = Evidence.State

_LETTERS = re.compile(r"\w+")

SAME = _("The newer version of the article says the same.")
OTHERWISE = _("The newer version of the article says {words}.")
REWORDED = _("In the newer version of the article these words stand in another sentence.")
GONE = _("The newer version of the article no longer says this.")
INSTEAD = _("The version before said {words} here")
OLDER = _("A newer version of the article is on this sheet.")
QUOTED = _("“{words}”")
SHARED = 0.4
"""A sentence that shares less of its other words than this with the one before is not known to say the same."""


MOST_TOLD = 100
"""So many changed figures are told of, in the log and in notices; the page of the article lists them all."""


class Fate(StrEnum):
    """What became of a claim in the newer version."""

    SAME = "same"
    OTHERWISE = "otherwise"
    REWORDED = "reworded"
    GONE = "gone"


SAID = {Fate.SAME: SAME, Fate.REWORDED: REWORDED, Fate.GONE: GONE}


@dataclass(frozen=True, slots=True)
class Following:
    """A claim of the version before on a sheet, with the one in its place; None where there is none."""

    before: Evidence
    after: Evidence | None
    fate: Fate

    @property
    def is_other_figure(self) -> bool:
        """Whether a figure, a date or a quotation changed, not only words around it."""
        return self.after is None or differ(self.before.claim, self.after.claim)


def supersede(sheet: FactSheet, earlier: Article, article: Article, *, by: User | None, at: datetime) -> None:
    """Let a newer version that was put into a sheet take the place of the one before; the sheet's lock is held.

    What it says anew is left to be arranged. The log tells which figures, dates and quotations changed, with the facts
    under which they stand and the editions that print those; so are told who watch the sheet.
    """
    old, new = _read(sheet, earlier), _read(sheet, article)
    places = _find_places(earlier, old, article, new)
    followed = _follow(sheet, [(item, places.get(item.claim_id)) for item in old])
    touched = [one for one in followed if _is_in_force(one.before)]
    carried = {one: one.after for one in followed if one.after is not None and _can_be_carried(one)}
    sorted_again = [item for one, item in carried.items() if one.fate == Fate.SAME and not _waits(one.before)]
    moved = [one.before for one in touched] + sorted_again
    stood, left = describe_places(moved, leaving=True), {one.before.fact_id for one in touched} - {None}
    changes = _tell_changes(one for one in followed if one.is_other_figure)
    for one, item in carried.items():
        _carry(one, item, at=at)
    for one in touched:
        _withdraw(one, at=at)
    overwrite(Evidence.objects, [one.before for one in touched], [*SORTED, "relation", "relation_reason"])
    overwrite(Evidence.objects, carried.values(), SORTED)
    _carry_words({one.before.pk: item.pk for one, item in carried.items() if one.fate == Fate.SAME})
    _enter(sheet, carried.values())
    facts = sorted(key for key in left if key is not None)
    told: dict[str, Any] = {"earlier": earlier.pk, "articles": [earlier.pk, article.pk], "facts": facts}
    told |= {"changes": changes[:MOST_TOLD], "changed": len(changes)}
    after = describe_places(moved)
    record(Act.ARTICLE_REVISED, sheet=sheet, actor=by, at=at, subject=article, before=stood, after=after, **told)
    refresh_or_drop(sheet, facts, by=by, at=at)


def withdraw_older(sheet: FactSheet, article: Article, *, at: datetime) -> None:
    """Take out what a version says that comes in after a newer one of it; the sheet's lock is held."""
    waiting = list(sheet.evidence.filter(claim__article=article, state=State.CANDIDATE))
    for item in waiting:
        item.state, item.reason, item.sorted_at = State.REJECTED, OLDER, at
    overwrite(Evidence.objects, waiting, ["state", "reason", "sorted_at"])


def _read(sheet: FactSheet, article: Article) -> list[Evidence]:
    """The claims of an article on a sheet as they are read now, in the order of its text."""
    rows = sheet.evidence.filter(claim__article=article, claim__correction=None).select_related("claim", "fact")
    items = list(rows.order_by("claim__start", "pk"))
    for item in items:
        item.claim.article = article
    return items


def _find_places(
    earlier: Article, old: Sequence[Evidence], article: Article, new: Sequence[Evidence]
) -> dict[int, Evidence]:
    """What stands in the place of each claim of the version before, by that claim; of those that are gone, nothing.

    A version from before claims were tied to each other, or one taken in before an editor read the last anew, names
    none of the claims that stand there now: of those it is told as it would be of the texts alone.
    """
    places = {item.claim.earlier_id: item for item in new if item.claim.earlier_id is not None}
    known = {item.claim_id for item in old}
    lost = [item.claim for item in old if item.claim_id not in places]
    free = {item.claim: item for item in new if item.claim.earlier_id not in known}
    pairs = pair_figures(Alignment(earlier.text, article.text), lost, list(free)) if lost and free else []
    return {**places, **{before.pk: free[after] for before, after in pairs}}


def _follow(sheet: FactSheet, pairs: Sequence[tuple[Evidence, Evidence | None]]) -> list[Following]:
    reworded = [(old, new) for old, new in pairs if new and _is_judged(old) and not _stands_to_the_letter(old, new)]
    placed = [(old, new) for old, new in reworded if old.fact_id is not None]
    close = [(old, new) for old, new in placed if share(_words_around(old), _words_around(new)) >= SHARED]
    strangers = {old.pk for old, _new in reworded} - _find_alike(sheet, close)
    return [Following(old, new, _fate_of(old, new, is_stranger=old.pk in strangers)) for old, new in pairs]


def _fate_of(old: Evidence, new: Evidence | None, *, is_stranger: bool) -> Fate:
    if new is None:
        return Fate.GONE
    if is_stranger:
        return Fate.REWORDED
    return Fate.OTHERWISE if differ(old.claim, new.claim) else Fate.SAME


def _is_judged(item: Evidence) -> bool:
    """Whether a place or a rejection might be carried over; that a sentence is rejected says nothing of another."""
    return item.fact_id is not None or item.state == State.REJECTED


def _stands_to_the_letter(old: Evidence, new: Evidence) -> bool:
    return plain(old.claim.sentence) == plain(new.claim.sentence)


def _words_around(item: Evidence) -> frozenset[str]:
    """The words of a claim's sentence but for its own."""
    claim = item.claim
    text, start = claim.article.text, claim.sentence_start
    around = f"{text[start : claim.start]} {text[claim.end : claim.sentence_end]}"
    return frozenset(_LETTERS.findall(plain(around).lower()))


def _find_alike(sheet: FactSheet, pairs: Sequence[tuple[Evidence, Evidence]]) -> set[int]:
    """Of claims whose sentence was reworded those that still speak of their fact, by how any claim is placed."""
    if not pairs:
        return set()
    loaded = load_sides(sheet.evidence.filter(pk__in=[item.pk for pair in pairs for item in pair]))
    sides = {item.pk: side for item, side in loaded}
    counts = lookups.read_counts(sheet, sides.values())

    def is_alike(old: Evidence, new: Evidence) -> bool:
        # Which claim became which is known: it is only asked whether the two may speak of one fact.
        known = PlacedFact(key_of_fact(old.fact_id or 0), (sides[old.pk],))
        return any(found.fact == known.key for found in place([sides[new.pk]], [known], counts=counts))

    return {old.pk for old, new in pairs if is_alike(old, new)}


def _waits(item: Evidence) -> bool:
    return item.state == State.CANDIDATE


def _is_in_force(item: Evidence) -> bool:
    """Whether a claim of the version before waits or counts; what an editor set aside or rejected stays so."""
    return _waits(item) or (item.state == State.ACCEPTED and item.stance not in WITHDRAWN)


def _can_be_carried(one: Following) -> bool:
    """Whether what is known of a claim says something of the one in its place."""
    if one.fate == Fate.OTHERWISE:
        return one.before.fact_id is not None and _is_in_force(one.before)
    return one.fate == Fate.SAME


def _carry(one: Following, new: Evidence, *, at: datetime) -> None:
    """Let what is known of a claim hold of the one in its place."""
    old = one.before
    new.fact = old.fact
    if one.fate == Fate.OTHERWISE:
        # Another figure is looked at before it counts as accepted; until then it stands against the answer.
        new.state, new.reason, new.sorted_at, new.sorted_by = State.CANDIDATE, "", None, None
        new.placed_because = INSTEAD.format(words=_quote(old))[:300]
        return
    new.state, new.reason = old.state, old.reason
    new.placed_because, new.confidence = old.placed_because, old.confidence
    new.stance, new.weighed_by_id, new.sorted_by_id = old.stance, old.weighed_by_id, old.sorted_by_id
    new.sorted_at = None if _waits(old) else at


def _withdraw(one: Following, *, at: datetime) -> None:
    """Say of a claim of the version before what became of it: under its fact, where decisions may cite it."""
    old, new = one.before, one.after
    reason = SAID.get(one.fate) or OTHERWISE.format(words=_quote(new or old))
    old.reason, old.sorted_at = reason[:300], at
    if old.state == State.ACCEPTED:
        old.stance, old.weighed_by = Evidence.Stance.SUPERSEDED, None
    else:
        old.fact, old.state, old.sorted_by = None, State.REJECTED, None
        # An editor may restore it, without the reason for which a waiting one was set aside.
        old.stance, old.weighed_by = Evidence.Stance.UNWEIGHED, None
        old.relation, old.relation_reason = "", ""


def _quote(item: Evidence) -> str:
    return QUOTED.format(words=" ".join(item.claim.text.split())[:200])


def _carry_words(places: Mapping[int, int]) -> None:
    """Let what editors said of where claims belong be said of those in their places, which challenge as they did."""
    for challenge in Challenge.objects.filter(evidence__in=places):
        # Nobody is told of it anew.
        Challenge.objects.filter(pk=challenge.pk).update(evidence=places[challenge.evidence_id])
    # All of them: a rejection that is taken back gives force again to what was said before it.
    Ruling.objects.bulk_create(
        Ruling(
            evidence_id=places[said.evidence_id],
            fact_id=said.fact_id,
            word=said.word,
            act=said.act,
            by_id=said.by_id,
            at=said.at,
        )
        for said in Ruling.objects.filter(evidence__in=places).order_by("id")
    )


def _enter(sheet: FactSheet, evidence: Iterable[Evidence]) -> None:
    """Keep by what claims are looked up that stand in their places already, so that they are not arranged."""
    loaded = load_sides(sheet.evidence.filter(pk__in=[item.pk for item in evidence]))
    placed = {side.key: item.fact_id for item, side in loaded if item.state != State.REJECTED and item.fact_id}
    sides = [side for _item, side in loaded if side.key in placed]
    marks = lookups.find_marks(sides, lookups.read_counts(sheet, sides))
    homes = {key: key_of_fact(fact) for key, fact in placed.items()}
    lookups.enter(sheet, marks, homes, lookups.look_up(sheet, marks))
    lookups.enter_rejected(sheet, [side for item, side in loaded if item.state == State.REJECTED])


def _tell_changes(changed: Iterable[Following]) -> list[dict[str, Any]]:
    """What figures, dates and quotations were and are, with the fact and the editions in which each stands."""
    found = list(changed)
    facts = {one.before.fact_id: one.before.fact for one in found if one.before.fact}
    printed = find_editions(key for key in facts if key is not None)
    return [
        {
            "was": " ".join(one.before.claim.text.split()),
            "is": " ".join(one.after.claim.text.split()) if one.after else "",
            "claim": (one.after or one.before).claim_id,
            "fact": str(one.before.fact or ""),
            "fact_id": one.before.fact_id,
            "editions": printed.get(one.before.fact_id or 0, []),
        }
        for one in found
    ]
