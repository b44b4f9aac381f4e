"""Random acts of every kind through the one write door, and what comes of them: the same on every database.

`python -m tests.factsheet.collisions.random_acts --acts 5000 > exports` does them on the empty database of DATABASE_URL
(SQLite in a temporary folder where it is not set) and prints what the sheets then export; two such files are compared.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T")

BEGIN = datetime(2023, 7, 1, 12, tzinfo=UTC)
NOUNS = ("troops", "police officers", "vehicles", "civilians", "helicopters")
STORY = (
    "The mission counted {a:,} {noun} in June. Officials said that about {b:,} {other} left on June {day}. "
    "At least {c} people were killed since 2013, and it costs ${d} million a year."
)


class Newsroom:
    """Two sheets and four people, at whom chance throws acts; what it does follows from the seed alone."""

    def __init__(self, seed: int) -> None:
        from factsheet import actions
        from factsheet.models import FactSheet
        from tests.factories import make_user

        self.actions, self.chance = actions, random.Random(seed)
        self.people = [make_user(f"person-{n}", role="Publisher") for n in range(4)]
        self.at = BEGIN
        self.done: Counter[str] = Counter()
        for title in ("The first event", "The second event"):
            sheet = actions.create_sheet(title=title, by=self.people[0], at=self.at)
            self._take_in(FactSheet.objects.get(pk=sheet.pk), {"by": self.people[0], "at": self.at})

    def play(self, acts: int) -> None:
        """Do so many acts, or be refused; a refused one leaves nothing."""
        from factsheet.actions import Overtaken
        from factsheet.models import Fact, FactSheet
        from factsheet.policies import Refused

        kinds = self._kinds()
        for _number in range(acts):
            self.at += timedelta(seconds=61)
            who = {"by": self.chance.choice(self.people), "at": self.at}
            sheet = self._one(FactSheet.objects.order_by("pk"))
            name = self.chance.choice(sorted(kinds))
            try:
                kinds[name](sheet, who)
            except (Refused, Overtaken, _Nothing, Fact.DoesNotExist, KeyError) as refused:
                name = f"{name}: {type(refused).__name__.lstrip('_')}"
            self.done[name] += 1

    def _kinds(self) -> dict[str, Callable[[Any, dict[str, Any]], object]]:
        told = self.actions
        return {
            "accept": lambda sheet, who: told.accept(sheet, self._evidence(sheet, "candidate"), **who),
            "accept together": lambda sheet, who: told.accept_waiting(
                sheet, self._evidence(sheet, "candidate", 5), **who
            ),
            "place": self._place,
            "reject": lambda sheet, who: told.reject(sheet, self._evidence(sheet), reason="Too vague.", **who),
            "restore": lambda sheet, who: told.restore(sheet, self._evidence(sheet, "rejected"), **who),
            "weigh": self._weigh,
            "decide": self._decide,
            "decide again": self._decide,
            "agree": self._agree,
            "keep": self._keep,
            "create": lambda sheet, who: told.create_fact(
                sheet, label=f"Fact {self.at:%H%M%S}", kind="quantity", **who
            ),
            "change": self._change,
            "move": lambda sheet, who: told.move_fact(self._fact(sheet), up=self._coin(), **who),
            "put": lambda sheet, who: told.put_fact(
                self._fact(sheet), beside=self._fact(sheet), after=self._coin(), **who
            ),
            "split": self._split,
            "merge": self._merge,
            "assign": lambda sheet, who: told.assign(
                self._fact(sheet), to=self.chance.choice([None, *self.people]), **who
            ),
            "comment": lambda sheet, who: told.comment(self._fact(sheet), text=f"Ask them at {self.at:%H:%M}.", **who),
            "withdraw comment": self._withdraw_comment,
            "take in": self._take_in,
            "date": self._date,
            "describe": self._describe,
            "origin": self._origin,
            "take out": self._take_out,
            "correct": self._correct,
            "undo": self._undo,
            "submit": lambda sheet, who: told.submit(sheet, **who),
            "approve and publish": self._publish,
            "send back": lambda sheet, who: told.send_back(sheet, comment="Once more.", **who),
        }

    def _one(self, rows: Any) -> Any:
        """One of the rows, by its place among them: keys are not the same on every database."""
        count = rows.count() if hasattr(rows, "query") else len(rows)
        if not count:
            raise _Nothing
        return rows[self.chance.randrange(count)]

    def _coin(self) -> bool:
        return self.chance.random() < 0.5

    def _fact(self, sheet: Any) -> Any:
        return self._one(sheet.facts.select_related("sheet", "decision").order_by("pk"))

    def _article(self, sheet: Any) -> Any:
        return self._one(sheet.entries.select_related("article__source").order_by("position")).article

    def _evidence(self, sheet: Any, state: str = "", most: int = 3) -> list[int]:
        rows = sheet.evidence.order_by("pk")
        keys = list((rows.filter(state=state) if state else rows).values_list("pk", flat=True))
        return sorted(self.chance.sample(keys, min(len(keys), self.chance.randint(1, most))))

    def _keep(self, sheet: Any, who: dict[str, Any]) -> None:
        from factsheet.models import Challenge

        facts = sheet.facts.filter(challenged_at__isnull=False).select_related("sheet", "decision").order_by("pk")
        fact = self._one(facts)
        challenging = list(Challenge.objects.filter(fact=fact).order_by("pk").values_list("evidence_id", flat=True))
        self.actions.keep_answer(fact, challenging, version=fact.version, because="It is a plan.", **who)

    def _place(self, sheet: Any, who: dict[str, Any]) -> None:
        there = {"fact": self._fact(sheet)} if self._coin() else {"label": f"Placed {self.at:%H%M%S}"}
        self.actions.place(sheet, self._evidence(sheet), **there, **who)

    def _weigh(self, sheet: Any, who: dict[str, Any]) -> None:
        item = self._one(sheet.evidence.filter(state="accepted").select_related("sheet").order_by("pk"))
        stance = self.chance.choice(["", "supports", "contradicts", "superseded", "different_scope", "set_aside"])
        self.actions.weigh(item, stance=stance, reason="An old figure.", **who)

    def _decide(self, sheet: Any, who: dict[str, Any]) -> None:
        answer, fact = self.actions.Answer, self._fact(sheet)
        outcome = self.chance.choice(["claim", "claim", "disputed", "not_established", "left_out", "reopened"])
        if outcome == "claim":
            chosen = answer.of_claim(self._one(fact.evidence.select_related("claim").order_by("pk")))
        else:
            chosen = answer(outcome=outcome, text="Nobody knows." if outcome == "disputed" else "")
        # Now and then somebody was faster.
        version = fact.version - (self.chance.random() < 0.1)
        self.actions.decide(fact, chosen, version=version, rationale=f"Said at {self.at:%H:%M}.", **who)

    def _agree(self, sheet: Any, who: dict[str, Any]) -> None:
        self.actions.accept_agreed(sheet, dict(sheet.facts.order_by("pk").values_list("pk", "version")[:20]), **who)

    def _change(self, sheet: Any, who: dict[str, Any]) -> None:
        fact = self._fact(sheet)
        words = {"label": fact.label, "scope": fact.scope, "as_of": fact.as_of, "heading": fact.heading}
        name = self.chance.choice(sorted(words))
        words[name] = date(2023, 6, self.chance.randint(1, 28)) if name == "as_of" else f"{name} {self.at:%H%M}"
        self.actions.change_fact(fact, version=fact.version, **words, **who)

    def _split(self, sheet: Any, who: dict[str, Any]) -> None:
        fact = self._fact(sheet)
        chosen = [self._one(fact.evidence.order_by("pk")).pk]
        self.actions.split(fact, chosen, version=fact.version, label="", scope=f"only {self.at:%H%M%S}", **who)

    def _merge(self, sheet: Any, who: dict[str, Any]) -> None:
        fact, into = self._fact(sheet), self._fact(sheet)
        self.actions.merge(fact, into, version=fact.version, **who)

    def _withdraw_comment(self, sheet: Any, who: dict[str, Any]) -> None:
        from factsheet.models import Comment

        self.actions.withdraw_comment(self._one(Comment.objects.filter(fact__sheet=sheet).order_by("pk")), **who)

    def _take_in(self, sheet: Any, who: dict[str, Any]) -> None:
        from articles.actions import take_in
        from articles.intake import describe

        draw = self.chance.randint
        noun, other = self.chance.sample(NOUNS, 2)
        figures = {
            "a": draw(10, 20) * 1000,
            "b": draw(10, 40) * 50,
            "c": draw(165, 175),
            "d": draw(1, 3),
            "day": draw(1, 28),
        }
        text = f"{STORY.format(noun=noun, other=other, **figures)}\n\nThis is report {self.at:%d %H%M%S}."
        told: dict[str, Any] = {
            "published": date(2023, 6, 30),
            "source": f"Outlet {draw(1, 6)}",
            "title": f"Report {self.at:%d %H%M%S}",
        }
        taken = take_in(describe(text), **who, **told)
        self.actions.add_articles(sheet, [taken.article], **who)

    def _date(self, sheet: Any, who: dict[str, Any]) -> None:
        day = date(2023, self.chance.randint(5, 7), self.chance.randint(1, 28))
        self.actions.set_published(sheet, self._article(sheet), published=day, **who)

    def _describe(self, sheet: Any, who: dict[str, Any]) -> None:
        told: dict[str, Any] = {
            "title": f"Titled at {self.at:%H%M}",
            "source": f"Outlet {self.chance.randint(1, 8)}",
            "url": "",
        }
        self.actions.describe_article(sheet, self._article(sheet), **told, **who)

    def _origin(self, sheet: Any, who: dict[str, Any]) -> None:
        ruling = self.chance.choice(["", "own", "with"])
        told = {"ruling": ruling, "other": self._article(sheet), "reason": "The same words."}
        self.actions.correct_origin(sheet, self._article(sheet), **told, **who)

    def _take_out(self, sheet: Any, who: dict[str, Any]) -> None:
        from articles.values import Span

        article = self._article(sheet)
        if article.furniture and self._coin():
            self.actions.put_back(sheet, article, article.furniture[0][0], **who)
        else:
            start = self.chance.randrange(len(article.text) - 5)
            self.actions.take_out(sheet, article, Span(start, start + 5), **who)

    def _correct(self, sheet: Any, who: dict[str, Any]) -> None:
        rows = sheet.evidence.filter(claim__correction=None, claim__kind="quantity").order_by("pk")
        claim = self._one(rows.select_related("claim__article", "claim__corrects")).claim
        if claim.corrects_id and self._coin():
            self.actions.return_to_program(sheet, claim, **who)
        else:
            self.actions.correct_claim(sheet, claim, words=f"{self.chance.randint(10, 20)},000 troops", **who)

    def _undo(self, sheet: Any, who: dict[str, Any]) -> None:
        newest = list(sheet.activity.order_by("-number")[:8])
        self.actions.undo(self._one(newest), **who)

    def _publish(self, sheet: Any, who: dict[str, Any]) -> None:
        if sheet.state == "in_review":
            self.actions.approve(sheet, **who)
        if sheet.state == "approved":
            told: dict[str, Any] = (
                {"kind": "update", "note": f"As of {self.at:%H:%M}."} if sheet.editions.exists() else {}
            )
            self.actions.publish(sheet, **told, **who)

    def export(self) -> Iterator[str]:
        """Everything that the sheets give: editions to the byte, each line with its evidence, and the log."""
        from factsheet.models import FactSheet, in_reading_order

        for sheet in FactSheet.objects.order_by("pk"):
            for edition in sheet.editions.order_by("number"):
                yield f"edition {sheet.slug} {edition.number} {edition.sha256}\n{bytes(edition.body).decode()}"
            yield json.dumps([sheet.slug, sheet.state, sheet.facts_open, sheet.facts_decided, sheet.facts_in_conflict])
            for fact in in_reading_order(sheet.facts.select_related("decision")):
                line: list[Any] = [
                    fact.label,
                    fact.scope,
                    fact.heading,
                    fact.state,
                    fact.status,
                    fact.origins,
                    fact.version,
                ]
                line += [str(fact.challenged_at), fact.decision and [fact.decision.number, fact.decision.answer]]
                rows = fact.evidence.select_related("claim").order_by("pk")
                line += [[i.claim.text, i.claim.read_as, i.state, i.stance, i.reason, i.relation] for i in rows]
                yield json.dumps(line)
            for act in sheet.activity.select_related("actor").order_by("number"):
                yield json.dumps([act.number, act.act, str(act.actor), act.subject, str(act.at)])


class _Nothing(Exception):
    """There is nothing of what the act would be on."""


def perform(acts: int, seed: int = 1) -> tuple[str, Counter[str]]:
    """Do random acts on the database that is connected, which is empty; give the exports, and what was done."""
    newsroom = Newsroom(seed)
    newsroom.play(acts)
    return "\n".join(newsroom.export()) + "\n", newsroom.done


def main(arguments: Sequence[str]) -> int:
    """Do them, and print the exports."""
    parser = argparse.ArgumentParser(description="Random acts on an empty database, and what the sheets then export.")
    parser.add_argument("--acts", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="factsheet-acts-") as folder:
        os.environ.update(DJANGO_SETTINGS_MODULE="tests.settings", DATA_DIR=folder, HTTPS="off")
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/factsheet.sqlite3")
        import django

        django.setup()
        from django.core.management import call_command

        from factsheet.management.verification import Verification

        call_command("migrate", verbosity=0)
        exports, done = perform(options.acts, options.seed)
        sys.stdout.write(exports)
        broken = list(Verification().run())
        print(*(f"{count:6,} {name}" for name, count in sorted(done.items())), *broken, sep="\n", file=sys.stderr)
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
