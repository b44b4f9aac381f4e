"""Fill a newsroom in which every field that is shown holds words that nobody means well.

`python -m tests.security.hostile` does it in the database of the settings, for the browser to look at; it prints the
keys of the facts and the articles as JSON.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Sequence
from typing import Any

import django

_outlets = itertools.count(1)

SHEETS = 4
"""Over so many sheets the payloads are spread: a matrix grows with the square of what stands in it."""


def main(*, others: bool) -> None:
    """Fill the database of the settings, with the corpus of others where that is asked for."""
    from django.db import transaction

    from tests.security.payloads import PAYLOADS, read_others

    with transaction.atomic():
        if others:
            made = [make_long_sheet(read_others())]
        else:
            made = [make_newsroom(PAYLOADS[start::SHEETS], slug=f"hostile-{start}") for start in range(SHEETS)]
    sys.stdout.write(json.dumps(made))


def make_newsroom(payloads: Sequence[str], *, slug: str) -> dict[str, Any]:
    """A sheet with an edition, in which a fact, an article and a person are made of each payload."""
    from django.contrib.auth.models import Group, User

    from factsheet import actions
    from factsheet.actions.watching import watch
    from factsheet.models import Evidence, FactSheet, Mismatch, SheetArticle
    from tests.factories import NOON, make_phrase, make_sheet, make_sheet_article, make_token
    from tests.factsheet.newsroom import LATER

    sheet = make_sheet(payloads[0], slug=slug, summary=" ".join(payloads))
    for watcher in User.objects.filter(groups__name="Administrator"):
        watch(sheet, watcher)
    people = []
    for payload in payloads:
        person = User(username=payload[:150], first_name=payload[:150], last_name=payload[-150:], email="a@b.example")
        person.set_unusable_password()
        person.save()
        person.groups.add(Group.objects.get(name="Publisher"))
        people.append(person)
    facts, articles = [], []
    for number, (payload, by) in enumerate(zip(payloads, people, strict=True)):
        article = _make_article(number, payload)
        make_sheet_article(sheet, article, origin_reason=payload[:200])
        fact, item = _make_fact(sheet, article, number, payload, by=by)
        Mismatch.objects.create(sheet=sheet, kind="part", reason=payload, evidence=item, sentence=payload).facts.set(
            [fact]
        )
        make_phrase(payload[:500])
        make_token(payload[:100])
        make_sheet(payload[:200], slug=f"{slug}-{number}", summary=payload)
        facts.append(fact.pk)
        articles.append(article.pk)
    rejected = Evidence.objects.filter(sheet=sheet, state="candidate").order_by("pk")[::2]
    for item, payload in zip(rejected, payloads, strict=False):
        Evidence.objects.filter(pk=item.pk).update(state="rejected", reason=payload[:200])
    SheetArticle.objects.filter(sheet=sheet).update(origin_because=payloads[5])
    FactSheet.objects.filter(pk=sheet.pk).update(state="in_review", facts_decided=len(facts))
    sheet.refresh_from_db()
    actions.send_back(sheet, comment=payloads[1], by=people[1], at=LATER)
    FactSheet.objects.filter(pk=sheet.pk).update(state="approved", approved_by=people[2], approved_at=NOON)
    sheet.refresh_from_db()
    actions.publish(sheet, by=people[3], at=LATER, note=payloads[4])
    return {"slug": slug, "facts": facts, "articles": articles}


def make_long_sheet(payloads: Sequence[str]) -> dict[str, Any]:
    """A sheet with a fact of each payload, and one article in whose text and claims all of them stand."""
    from tests.factories import make_article, make_claim, make_evidence, make_fact, make_sheet, make_source

    sheet = make_sheet(payloads[0][:200], slug="others", summary=payloads[1])
    text = "\n\n".join(payloads)
    article = make_article(text, title=payloads[2][:500], source=make_source(payloads[3][:200]), url=payloads[4][:2000])
    for number, payload in enumerate(payloads):
        fact = make_fact(f"{payload[:190]} {number}", sheet=sheet, scope=payload[:200], unit=payload[:64])
        claim = make_claim(payload, article=article, kind="quote", read_as=payload[:500])
        make_evidence(claim, sheet=sheet, **({"fact": fact} if number % 2 else {}))
    return {"slug": "others", "facts": [], "articles": [article.pk]}


def _make_article(number: int, payload: str) -> Any:
    from tests.factories import make_article, make_source

    url = payload if number % 2 else f"https://evil.example/{payload}"
    text = f"{payload}\n\nThe mission has 13,{number:03} troops, {payload} said.\n\n“{payload}” is what he called it."
    source = make_source(f"{payload[:190]} {next(_outlets)}")
    article = make_article(text, title=payload[:500], source=source, url=url[:2000], file_name=payload[:255])
    article.furniture = [[0, 5, payload[:100]]]
    article.save(update_fields=["furniture"])
    return article


def _make_fact(sheet: Any, article: Any, number: int, payload: str, *, by: Any) -> tuple[Any, Any]:
    from factsheet import actions
    from tests.factories import make_citation, make_claim, make_decision, make_evidence, make_fact
    from tests.factsheet.newsroom import LATER

    heading = payload[:120] if number % 7 == 0 else ""
    fact = make_fact(
        f"{payload[:150]} {number}",
        sheet=sheet,
        unit=payload[:64],
        scope=payload[:200],
        heading=heading,
        position=number,
    )
    words, figure = f"13,{number:03} troops", f"13{number:03}"
    claim = make_claim(
        words, article=article, low=figure, high=figure, unit=payload[:64], noun=payload[:100],
        attribution=payload[:200], attribution_start=0, attribution_end=min(9, len(payload)), read_as=payload[:500],
    )  # fmt: skip
    item = make_evidence(claim, fact=fact, placed_because=payload[:200])
    make_evidence(make_claim(payload, article=article, kind="quote", read_as=payload[:500]), sheet=sheet)
    decision = make_decision(fact, low=figure, high=figure, answer=payload[:300], rationale=payload, editor=by)
    make_citation(decision, item)
    # By the acts themselves, so that the log names the fact and the person, and whoever watches is told.
    actions.comment(fact, text=payload, by=by, at=LATER)
    actions.assign(fact, to=by, by=by, at=LATER)
    return fact, item


if __name__ == "__main__":
    django.setup()
    main(others="others" in sys.argv)
