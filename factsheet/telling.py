"""What a notice tells: who did what, with the words that matter, and where to look; on the page and in a mail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Article
from factsheet.marks import Mark, MarkedAnswer, marked_answers, quotable
from factsheet.models import Act, Activity, Notice
from factsheet.phrasebook import say
from factsheet.snapshot import name_of


@dataclass(frozen=True, slots=True)
class Told:
    """A notice in words; `address` is of this site, `lines` are what was said or which claims it is about.

    `marks` are where the sentences stand of whatever they quote.
    """

    notice: Notice
    who: str
    what: str
    address: str
    lines: list[str]
    marks: Mapping[str, Mark]

    @property
    def sheet(self) -> str:
        """The title of the sheet that it is about."""
        return str(self.notice.activity.sheet)


def tell_all(notices: Sequence[Notice]) -> list[Told]:
    """Notices in words, their acts loaded with sheet and actor; two queries where claims are told of."""
    outlets = _name_articles(notice.activity for notice in notices)
    facts = {notice.activity.subject_id or 0 for notice in notices if "claims" in notice.activity.details}
    answers = marked_answers(facts) if facts else []
    return [_tell(notice, outlets, answers) for notice in notices]


def _tell(notice: Notice, outlets: Mapping[int, str], answers: Sequence[MarkedAnswer]) -> Told:
    activity = notice.activity
    who = name_of(activity.actor) or _("The program")
    what = activity.get_act_display()
    if activity.subject_type in ("fact", "article"):
        what = f"{what}: {activity.subject}"
    lines = list(_write_lines(activity.details, outlets))
    return Told(notice, who, what, _find_address(activity), lines, _find_marks(activity, answers))


def _find_marks(activity: Activity, answers: Sequence[MarkedAnswer]) -> dict[str, Mark]:
    """Where the sentences stand of the claims that an act was about, and of the answers that its fact has had."""
    claims = (claim for claim in activity.details.get("claims", ()) if "article" in claim)
    said = {quotable(claim["text"]): Mark(claim["article"], claim["claim"]) for claim in claims}
    return {quotable(one.words): one.mark for one in answers if one.fact == activity.subject_id} | said


def _write_lines(details: Mapping[str, Any], outlets: Mapping[int, str]) -> Iterable[str]:
    for claim in details.get("claims", ()):
        outlet = outlets.get(claim.get("article", 0), "")
        reason = claim.get("reason", "")
        words = (f"{outlet}:" if outlet else "", _quote_change(claim), say(reason) or reason)
        yield " ".join(part for part in words if part)
    yield from map(_write_change, details.get("changes", ()))
    if editions := details.get("editions", ()):
        numbers = ", ".join(map(str, editions))
        yield ngettext("It stands in edition %(n)s.", "It stands in editions %(n)s.", len(editions)) % {"n": numbers}
    yield from (details[name] for name in ("comment", "note") if details.get(name))
    yield from (line["comment"] for line in details.get("lines", ()))


def _quote_change(claim: Mapping[str, Any]) -> str:
    """A claim that challenges, with what an earlier version of its article said in its place."""
    if claim.get("is_gone"):
        return _("The newer version no longer says “%(words)s”.") % {"words": claim["text"]}
    return f"“{claim['was']}” → “{claim['text']}”." if "was" in claim else f"“{claim['text']}”."


def _write_change(change: Mapping[str, Any]) -> str:
    """What a newer version of an article changed, and where that stands."""
    now = f"“{change['is']}”" if change["is"] else _("gone")
    printed = ", ".join(map(str, change["editions"]))
    words = ngettext("in edition %(n)s", "in editions %(n)s", len(change["editions"])) % {"n": printed}
    places = [change["fact"], words if printed else ""]
    stands = ", ".join(place for place in places if place)
    return f"“{change['was']}” → {now}" + (f" ({stands})" if stands else "")


def _find_address(activity: Activity) -> str:
    """Where what was done is seen best."""
    slug = activity.sheet.slug if activity.sheet else ""
    if activity.subject_type == "fact":
        return reverse("fact", args=[slug, activity.subject_id])
    if activity.act == Act.ARTICLE_REVISED:
        return reverse("article-changes", args=[slug, activity.subject_id])
    if activity.act in (Act.SHEET_PUBLISHED, Act.SHEET_WITHDRAWN):
        return reverse("edition", args=[slug, activity.details["edition"]])
    return reverse("review", args=[slug])


def _name_articles(activities: Iterable[Activity]) -> dict[int, str]:
    keys = {claim["article"] for act in activities for claim in act.details.get("claims", ()) if "article" in claim}
    rows = Article.objects.filter(pk__in=keys).values_list("pk", "source__name", "title")
    return {pk: source or title for pk, source, title in rows}
