"""Editors at work over HTTP, each a process of its own: `python -m tests.factsheet.collisions.editors < plan`.

It knows nothing of the program but its addresses and its forms, and imports nothing of it, so that thirty-two of them
are forked in a moment. The plan comes as JSON on standard input; what became of each act goes as JSON to standard
output.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import urlencode

VERSION = re.compile(rb'name="version" value="(\d+)"')

# Out of a hundred acts so many are of this kind.
MIX = {"settle": 45, "comment": 25, "move": 22, "merge": 8}

CSRF = "a" * 32
"""Of the editors' own choosing, as a browser's cookie is: the site compares it with what the form sends."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as an editor sees it: its address, its facts, and the few of them that everybody is at just now."""

    slug: str
    facts: list[int]
    hot: list[int]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the editors are to do: until each has so many acts acknowledged, or until the time is over."""

    host: str
    port: int
    sessions: list[str]
    sheets: list[Sheet]
    acts: int
    seed: int
    seconds: float = 0
    readers: int = 0
    patience: float = 120

    @classmethod
    def read(cls, text: str) -> Plan:
        """The plan that was written with `json.dumps(asdict(plan))`."""
        told = json.loads(text)
        return cls(**{**told, "sheets": [Sheet(**sheet) for sheet in told["sheets"]]})


@dataclass(slots=True)
class Tried:
    """An act that was sent: by which editor, on which fact in which version, known by which word, and the answer."""

    editor: int
    kind: str
    fact: int
    word: str
    sent: dict[str, str]
    status: int = 0
    text: str = field(default="", repr=False)
    seconds: float = 0

    @property
    def is_acknowledged(self) -> bool:
        """Whether the site said that it is done."""
        return 200 <= self.status < 400


class Editor:
    """One of them, with a session of its own."""

    def __init__(self, plan: Plan, number: int) -> None:
        self.plan, self.number = plan, number
        self.random = random.Random(plan.seed * 1000 + number)
        self.cookies = f"sessionid={plan.sessions[number]}; csrftoken={CSRF}"

    def work(self) -> Iterator[Tried]:
        """Act until the share is acknowledged; or, where the plan says how long, until then."""
        workers = len(self.plan.sessions)
        share = self.plan.acts // workers + (self.number < self.plan.acts % workers)
        tried = done = 0
        end = time.monotonic() + (self.plan.seconds or self.plan.patience)
        while time.monotonic() < end and (done < share or self.plan.seconds):
            act = self.act(tried)
            tried += 1
            done += act.is_acknowledged
            yield act
            if not act.status:
                # Nobody answers: what is tried next would say no more.
                return

    def act(self, number: int) -> Tried:
        """One act on a fact, as a person does it: look at it first, then send."""
        (kind,) = self.random.choices(list(MIX), list(MIX.values()))
        sheet = self.random.choice(self.plan.sheets)
        # What is merged is gone from the page, so what everybody is at is not merged away.
        fact = self.random.choice(sheet.hot if kind != "merge" and self.random.random() < 0.5 else sheet.facts)
        word = f"word-{self.plan.seed}-{self.number}-{number}"
        sent = self.fill(kind, sheet, fact, word)
        address = f"/sheets/{sheet.slug}/facts/{fact}/{'comments' if kind == 'comment' else kind}/"
        begun = time.monotonic()
        status, body = self.ask("POST", address, {**sent, "csrfmiddlewaretoken": CSRF})
        told = "" if status < 400 else " ".join(body.decode(errors="replace").split())[-2000:]
        return Tried(self.number, kind, fact, word, sent, status, told, time.monotonic() - begun)

    def fill(self, kind: str, sheet: Sheet, fact: int, word: str) -> dict[str, str]:
        """What the form of an act sends."""
        if kind == "comment":
            return {"text": word}
        if kind == "move":
            return {"to": self.random.choice(["up", "down"])}
        status, page = self.ask("GET", f"/sheets/{sheet.slug}/facts/{fact}/change/")
        found = VERSION.search(page)
        version = {"version": found[1].decode() if found else f"none in an answer of {status}"}
        if kind == "merge":
            return version | {"into": str(self.random.choice([other for other in sheet.hot if other != fact]))}
        if self.random.random() < 0.5:
            return version | {"choice": "not_established", "rationale": word}
        return version | {"choice": "disputed", "answer": f"Nobody knows {word}.", "rationale": word}

    def read(self) -> Iterator[Tried]:
        """Open pages, one after another, until the time is over."""
        end = time.monotonic() + self.plan.seconds
        while time.monotonic() < end:
            sheet = self.random.choice(self.plan.sheets)
            page = self.random.choice(["", "inbox/", "activity/", f"facts/{self.random.choice(sheet.facts)}/"])
            begun = time.monotonic()
            status, _body = self.ask("GET", f"/sheets/{sheet.slug}/{page}")
            yield Tried(self.number, "read", 0, page, {}, status, "", time.monotonic() - begun)

    def ask(self, method: str, address: str, data: dict[str, str] | None = None) -> tuple[int, bytes]:
        """One request by a connection of its own, so that no answer is ever in doubt; status 0 where none came."""
        connection = http.client.HTTPConnection(self.plan.host, self.plan.port, timeout=90)
        headers = {"Cookie": self.cookies, "Connection": "close"}
        if data is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, address, urlencode(data) if data is not None else None, headers)
            answer = connection.getresponse()
            # Who is sent to sign in did nothing.
            status = 401 if "/sign-in/" in answer.headers.get("Location", "") else answer.status
            return status, answer.read()
        except (OSError, http.client.HTTPException) as error:
            return 0, repr(error).encode()
        finally:
            connection.close()


def run(plan: Plan) -> list[Tried]:
    """Let all of them work at once, and give every act that was sent."""
    numbers = [*range(len(plan.sessions)), *range(plan.readers)]
    pipes = []
    for place, number in enumerate(numbers):
        reading, writing = os.pipe()
        if os.fork() == 0:
            os.close(reading)
            editor = Editor(plan, number)
            acts = editor.work() if place < len(plan.sessions) else editor.read()
            with os.fdopen(writing, "w", encoding="utf-8") as output:
                json.dump([asdict(act) for act in acts], output)
            os._exit(0)
        os.close(writing)
        pipes.append(reading)
    told: list[dict[str, Any]] = []
    for pipe in pipes:
        with os.fdopen(pipe, encoding="utf-8") as source:
            told += json.load(source)
    for _ in pipes:
        os.wait()
    return [Tried(**act) for act in told]


if __name__ == "__main__":
    json.dump([asdict(act) for act in run(Plan.read(sys.stdin.read()))], sys.stdout)
