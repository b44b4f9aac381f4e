"""What of a sheet's log is asked for, by the address of the page: by whom, what, on what, when and from where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.utils.timezone import make_aware

from articles.models import Article, Claim
from factsheet.channel import COMMAND
from factsheet.export.log import LogLine
from factsheet.models import Act, Activity, Evidence, Fact, FactSheet
from factsheet.models.sealing import describe_act
from factsheet.queries.paging import read_key, read_pages
from factsheet.snapshot import name_of

PROGRAM = "program"
"""Asks for what nobody did but the program."""

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What is asked for; what is empty asks for anything. Days are of the newsroom's time zone, both included."""

    who: str = ""
    act: str = ""
    channel: str = ""
    fact: int | None = None
    article: int | None = None
    since: date | None = None
    until: date | None = None

    @classmethod
    def read(cls, query: Mapping[str, str]) -> LogFilter:
        """The filter that an address holds; what makes no sense in it asks for anything."""
        who, act, channel = (query.get(name, "") for name in ("who", "act", "channel"))
        return cls(
            who=who if who == PROGRAM or read_key(who) else "",
            act=act if act in Act else "",
            # Channels are short, and no database keeps a zero byte.
            channel=channel[:40].replace("\x00", ""),
            fact=read_key(query.get("fact", "")),
            article=read_key(query.get("article", "")),
            since=_read_day(query.get("since", "")),
            until=_read_day(query.get("until", "")),
        )

    @property
    def query(self) -> str:
        """The filter as it stands in an address; empty where it asks for anything."""
        fields = ((name, getattr(self, name)) for name in self.__slots__)
        return urlencode({name: value for name, value in fields if value not in ("", None)})

    def choose(self, sheet: FactSheet) -> QuerySet[Activity]:
        """The acts on a sheet that are asked for."""
        rows = sheet.activity.all()
        if self.who:
            rows = rows.filter(actor=None if self.who == PROGRAM else int(self.who))
        if self.act:
            rows = rows.filter(act=self.act)
        if self.channel:
            rows = rows.filter(
                **{"channel__startswith" if self.channel == COMMAND else "channel": self.channel},
            )
        if self.fact is not None:
            rows = rows.filter(_about(sheet, "fact", self.fact))
        if self.article is not None:
            rows = rows.filter(_about(sheet, "article", self.article))
        if self.since:
            rows = rows.filter(at__gte=make_aware(datetime.combine(self.since, time.min)))
        if self.until and self.until < date.max:
            rows = rows.filter(at__lt=make_aware(datetime.combine(self.until + timedelta(days=1), time.min)))
        return rows


def _read_day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    # Where a moment of it exists in every time zone.
    return day if date.min < day < date.max else None


def _about(sheet: FactSheet, what: str, key: int) -> Q:
    """Acts on a fact or an article, on the claims under it or in it, and on several of which one is it."""
    place = {"fact": key} if what == "fact" else {"claim__article": key}
    evidence = Evidence.objects.filter(sheet=sheet, **place)
    # A list of keys, as JSON writes it: [3, 12].
    among = Q(**{f"details__{what}s__regex": rf"[^0-9]{key}[^0-9]"})
    found = (
        Q(subject_type=what, subject_id=key) | Q(subject_type="evidence", subject_id__in=evidence.values("pk")) | among
    )
    if what == "article":
        found |= Q(subject_type="claim", subject_id__in=Claim.objects.filter(article=key).values("pk"))
    return found


def people_of(sheet: FactSheet) -> list[tuple[str, str]]:
    """Who acted on a sheet, as a filter asks for it and by name; one query."""
    people = User.objects.filter(pk__in=sheet.activity.values("actor"))
    return sorted(((str(person.pk), name_of(person)) for person in people), key=lambda person: person[1].casefold())


def name_subject(sheet: FactSheet, wanted: LogFilter) -> str:
    """What the fact or the article is called that is asked for; at most one query for each."""
    fact = Fact.objects.filter(sheet=sheet, pk=wanted.fact).first() if wanted.fact is not None else None
    article = Article.objects.only("title").filter(pk=wanted.article, sheets=sheet).first() if wanted.article else None
    return " · ".join(str(row) for row in (fact, article) if row is not None)


def log_lines(sheet: FactSheet, wanted: LogFilter) -> Iterator[LogLine]:
    """The acts that are asked for, oldest first, read by short pages: who loads slowly keeps nobody from writing."""
    for page in read_pages(wanted.choose(sheet).select_related("actor"), ("number",), AT_ONCE):
        for act in page:
            yield LogLine(describe_act(act), act.sha256, name_of(act.actor))
