"""Requests to the demonstration: what a browser sends, and all that comes back for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Article
from factsheet.arrangement import FACTS_CHANGED
from factsheet.management.benchmarks.clock import Unmeasurable
from factsheet.models import Activity, Fact, FactSheet
from factsheet.policies import UNDOABLE
from factsheet.queries import matrix
from factsheet.queries.rows import ShownRows

EDITOR, REVIEWER = "editor", "reviewer"
WHY = "Measured."


@dataclass(frozen=True, slots=True)
class Ask:
    """One request of a browser: a form that is sent where there is data, else a page or a part of one.

    `beside` is the address that stands in the browser where htmx asks for a part; without it a whole page is asked for.
    """

    address: str
    data: Mapping[str, Any] | None = None
    beside: str = ""
    who: str = EDITOR


@dataclass(frozen=True, slots=True)
class Desk:
    """The demonstration's sheet, its people and their browsers, by name."""

    sheet: FactSheet
    people: Mapping[str, User]
    browsers: Mapping[str, Client]

    def send(self, ask: Ask) -> int:
        """Send a request, and go on to all that its answer leads to.

        Returns:
            How many bytes came back.

        Raises:
            Unmeasurable: when it was refused.
        """
        browser = self.browsers[ask.who]
        headers = {"hx-request": "true", "hx-current-url": f"http://testserver{ask.beside}"} if ask.beside else {}
        if ask.data is None:
            answer = browser.get(ask.address, headers=headers)
        else:
            answer = browser.post(ask.address, dict(ask.data), headers=headers)
        size = _weigh(ask.address, answer)
        if answer.has_header("Location"):
            size += self.send(Ask(answer["Location"], beside=ask.beside, who=ask.who))
        if FACTS_CHANGED in answer.headers.get("HX-Trigger", ""):
            size += self.send(Ask(self.matrix, beside=ask.beside, who=ask.who))
        return size

    @property
    def matrix(self) -> str:
        """The address of the matrix."""
        return self.sheet.get_absolute_url()

    @property
    def rows(self) -> str:
        """What a browser shows of the matrix, as it says with an act that may change several rows."""
        return ShownRows.of(matrix(self.sheet)).text

    @property
    def facts(self) -> list[Fact]:
        """The facts of the sheet."""
        return list(self.sheet.facts.select_related("sheet").order_by("pk"))

    @property
    def open_facts(self) -> list[Fact]:
        """The facts that are still to be decided."""
        return [fact for fact in self.facts if fact.state == Fact.State.OPEN]

    @property
    def articles(self) -> list[Article]:
        """The articles of the sheet."""
        return list(self.sheet.articles.order_by("pk"))

    def place(self, name: str, *keys: int) -> str:
        """An address of the sheet by its name."""
        return reverse(name, args=[self.sheet.slug, *keys])

    def last_act(self) -> int:
        """The newest act that can be undone."""
        return Activity.objects.filter(sheet=self.sheet, act__in=UNDOABLE).latest("id").pk


def _weigh(address: str, answer: Any) -> int:
    if answer.status_code >= 400:
        raise Unmeasurable(f"{address} was refused with status {answer.status_code}.")
    return len(answer.content)


@dataclass(frozen=True, slots=True)
class Act:
    """An act by its name; `asks` gives its request for one thing after the other, having prepared each."""

    name: str
    asks: Callable[[Desk], Iterator[Ask]]
