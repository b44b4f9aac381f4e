"""A newer version of an article gives back the place that it took: the undoing of `factsheet.actions.revising`."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import F
from django.utils.translation import gettext as _

from articles.models import Article
from factsheet.actions.log import record
from factsheet.actions.putting_back import put_claims_back
from factsheet.models import Act, Activity, Evidence, FactSheet
from factsheet.policies import Refused


def separate(activity: Activity, by: User, at: datetime) -> None:
    """Let the version before count as it did, and what was carried over from it wait to be sorted.

    Both stay on the sheet, whose lock is held.

    Raises:
        Refused: when a still newer version took the place of this one, or when its claims were sorted or weighed
            since, or an answer rests on one of them.
    """
    sheet, article = activity.sheet, Article.objects.get(pk=activity.subject_id or 0)
    if sheet is None:
        raise KeyError("sheet")
    if sheet.entries.filter(article__previous=article).exists():
        raise Refused(_("A still newer version of this article is on the sheet."))
    if activity.details["before"]:
        _check_untouched(sheet, activity)
        put_claims_back(activity, by, at)
    earlier = activity.details["earlier"]
    told = {"earlier": earlier, "articles": [earlier, article.pk], "facts": activity.details["facts"]}
    before, after = {"counts": [article.pk]}, {"counts": [earlier, article.pk]}
    record(Act.ARTICLE_SEPARATED, sheet=sheet, actor=by, at=at, subject=article, before=before, after=after, **told)


def _check_untouched(sheet: FactSheet, activity: Activity) -> None:
    """See that nothing is thrown away with the places; that nobody sorted the claims anew is seen as they go back."""
    claims = [pk for place in activity.details["before"] for pk in place["claims"]]
    acts = sheet.activity.filter(act=Act.EVIDENCE_WEIGHED, pk__gt=activity.pk, subject_type="evidence")
    cited = Evidence.objects.filter(claim__article=activity.subject_id, fact__decision__citations__evidence=F("pk"))
    if acts.filter(subject_id__in=claims).exists() or cited.filter(pk__in=claims).exists():
        raise Refused(_("Something was done here since. Look at it again."))
