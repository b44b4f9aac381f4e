"""The demonstration: what is in `seeds/` is taken in, settled, published and overtaken by a later article.

Everything goes through the same doors as an editor's work: what the demonstration shows is what the program does.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import connection, transaction

from articles.actions import take_in
from articles.intake import read_document
from articles.models import Article
from factsheet import actions
from factsheet.models import ApiToken, Decision, Evidence, Fact, FactSheet

FOLDER = settings.BASE_DIR / "seeds" / "minusma"
CMS = "Demonstration CMS"
STEP = timedelta(minutes=4)

Plan = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the demonstration's desk."""

    username: str
    role: str
    first_name: str
    last_name: str
    is_staff: bool = False


EDITOR = Person("editor", "Editor", "Edda", "Torres")
REVIEWER = Person("reviewer", "Publisher", "Ravi", "Okafor")
ADMINISTRATOR = Person("admin", "Administrator", "Ada", "Lindqvist", is_staff=True)
PEOPLE = (EDITOR, REVIEWER, ADMINISTRATOR)


class OtherWork(Exception):  # noqa: N818 - it names what stands in the way
    """The database holds work that is not the demonstration's; it is left alone."""


def read_plan() -> Plan:
    """What the demonstration's sheet is and what its editors do."""
    return tomllib.loads((FOLDER / "sheet.toml").read_text(encoding="utf-8"))


def is_loaded() -> bool:
    """Whether the demonstration stands in the database, of whatever version its tables are."""
    if FactSheet._meta.db_table not in connection.introspection.table_names():
        return False
    return FactSheet.objects.filter(slug=read_plan()["slug"], editions__isnull=False).exists()


def check_alone() -> None:
    """Refuse to load the demonstration into a database that holds anything at all: its people may be somebody's.

    It may be asked before the tables are there, or are those of this version.

    Raises:
        OtherWork: naming what was found.
    """
    tables = connection.introspection.table_names()
    rows = {"sheets": FactSheet.objects.all(), "articles": Article.objects.all(), "people": User.objects.all()}
    found = {name: some.count() for name, some in rows.items() if some.model._meta.db_table in tables}
    others = [f"{name}: {count}" for name, count in found.items() if count]
    if others:
        raise OtherWork(
            f"This database holds other work ({', '.join(others)}). The demonstration is only loaded into one of its "
            "own: set DATA_DIR or DATABASE_URL to an empty place."
        )


def make_people(password: str) -> None:
    """The desk's people, each with this password; who is there already and has it is left alone."""
    for person in PEOPLE:
        user, _created = User.objects.get_or_create(
            username=person.username,
            defaults={
                "first_name": person.first_name,
                "last_name": person.last_name,
                "is_staff": person.is_staff,
            },
        )
        user.groups.add(Group.objects.get(name=person.role))
        if not user.check_password(password):
            user.set_password(password)
            user.save(update_fields=["password"])


@transaction.atomic
def load(*, ending_at: datetime) -> str:
    """Load everything, as if the last act had just been done; either all of it or nothing is there afterwards.

    Returns:
        The secret of the token for the CMS.
    """
    plan = read_plan()
    editor = User.objects.get(username=EDITOR.username)
    reviewer = User.objects.get(username=REVIEWER.username)
    clock = _tick(ending_at - STEP * 30)
    sheet = actions.create_sheet(
        title=plan["title"], slug=plan["slug"], summary=plan["summary"].strip(), by=editor, at=next(clock)
    )
    _take_in(sheet, plan["first"], by=editor, at=next(clock))
    settled = {fact["label"]: _settle(sheet, fact, by=editor, clock=clock) for fact in plan["facts"]}
    for fact in sheet.facts.filter(state=Fact.State.OPEN, status__in=[Fact.Status.CONFLICT, Fact.Status.TENSION]):
        _decide(
            fact, actions.Answer(outcome=Decision.Outcome.LEFT_OUT), by=editor, at=next(clock),
            rationale="No line of this sheet.",
        )  # fmt: skip
    sheet = FactSheet.objects.get(pk=sheet.pk)
    actions.submit(sheet, by=editor, at=next(clock))
    actions.approve(sheet, by=reviewer, at=next(clock))
    actions.publish(sheet, by=reviewer, at=next(clock))
    _take_in(sheet, plan["later"], by=editor, at=next(clock))
    for fact in plan["facts"]:
        if "reopened" in fact:
            answer = actions.Answer(outcome=Decision.Outcome.REOPENED)
            _decide(settled[fact["label"]], answer, by=editor, at=next(clock), rationale=fact["reopened"])
    ApiToken.objects.filter(name=CMS).delete()
    _token, secret = actions.create_token(name=CMS, by=reviewer, at=next(clock))
    return secret


def _tick(start: datetime) -> Iterator[datetime]:
    moment = start
    while True:
        moment += STEP
        yield moment


def _take_in(sheet: FactSheet, numbers: Iterable[str], *, by: User, at: datetime) -> None:
    taken = []
    for number in numbers:
        (path,) = FOLDER.glob(f"{number}-*.md")
        document = read_document(path.read_bytes(), path.name)
        taken.append(take_in(document, by=by, at=at, file_name=path.name).article)
    actions.add_articles(sheet, taken, by=by, at=at)


def _settle(sheet: FactSheet, plan: Plan, *, by: User, clock: Iterator[datetime]) -> Fact:
    claims = [_find(sheet, *claim) for claim in plan["claims"]]
    fact = _find_fact(claims) or actions.create_fact(
        sheet, label=plan["label"], kind=claims[0].claim.kind, unit=claims[0].claim.unit, by=by, at=next(clock)
    )
    actions.change_fact(
        fact, version=fact.version, label=plan["label"], heading=plan["heading"], scope=plan.get("scope", ""),
        as_of=None, by=by, at=next(clock),
    )  # fmt: skip
    elsewhere = [claim.pk for claim in claims if claim.fact_id != fact.pk]
    if elsewhere:
        actions.place(sheet, elsewhere, fact=Fact.objects.get(pk=fact.pk), by=by, at=next(clock))
    _decide(
        fact,
        _answer(sheet, plan),
        by=by,
        at=next(clock),
        rationale=plan.get("rationale", plan.get("not_established", "")),
    )
    return fact


def _answer(sheet: FactSheet, plan: Plan) -> actions.Answer:
    if "take" in plan:
        return actions.Answer.of_claim(_find(sheet, *plan["take"]), text=plan.get("answer", ""))
    if "disputed" in plan:
        return actions.Answer(outcome=Decision.Outcome.DISPUTED, text=plan["disputed"])
    return actions.Answer(outcome=Decision.Outcome.NOT_ESTABLISHED)


def _decide(fact: Fact, answer: actions.Answer, *, by: User, at: datetime, rationale: str) -> None:
    fact = Fact.objects.get(pk=fact.pk)
    actions.decide(fact, answer, version=fact.version, by=by, at=at, rationale=rationale)


def _find(sheet: FactSheet, number: str, words: str) -> Evidence:
    """The claim at the first place of these words in the article where the program read one.

    Raises:
        LookupError: where it read none.
    """
    evidence = list(
        sheet.evidence.filter(claim__article__file_name__startswith=f"{number}-")
        .select_related("claim__article", "fact")
        .order_by("claim__start")
    )
    text = evidence[0].claim.article.text if evidence else ""
    for place in re.finditer(re.escape(words), text):
        # The shortest of those that hold the words: the date within a quotation, not the quotation.
        best = max(evidence, key=lambda item: (_overlap(item, place), item.claim.start - item.claim.end))
        if _overlap(best, place) > 0:
            return best
    raise LookupError(f"the program read no claim at “{words}” in article {number} of the demonstration")


def _overlap(item: Evidence, place: re.Match[str]) -> int:
    return min(item.claim.end, place.end()) - max(item.claim.start, place.start())


def _find_fact(claims: list[Evidence]) -> Fact | None:
    """The fact the program proposed for most of the claims, unless another line of the plan has it already."""
    proposed = [claim.fact for claim in claims if claim.fact is not None and claim.fact.proposed]
    return max(proposed, key=proposed.count, default=None)
