"""A newsroom for many editors at once: people with their sessions, sheets with their facts, and work on them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client

from factsheet.actions.arranging import refresh_facts
from factsheet.actions.log import touch
from factsheet.models import FactSheet
from tests.factories import Role, make_sheet, make_user
from tests.factsheet.collisions.editors import Plan, Sheet, Tried
from tests.factsheet.collisions.server import AS_IT_IS, ROOT, serve
from tests.factsheet.newsroom import LATER, make_fact_with


@dataclass(frozen=True, slots=True)
class Floor:
    """Who works, on what."""

    people: list[User]
    sessions: list[str]
    sheets: list[Sheet]


@transaction.atomic
def make_floor(*, people: int, sheets: int, facts: int, hot: int = 3, role: Role = "Publisher") -> Floor:
    """So many people, and sheets with so many open facts on which two articles differ."""
    crew = [make_user(f"editor-{number}", role=role) for number in range(people)]
    return Floor(crew, [sign_in(user) for user in crew], [make_lively_sheet(facts, hot) for _ in range(sheets)])


def make_lively_sheet(facts: int, hot: int = 0) -> Sheet:
    """A sheet with so many open facts on which two articles differ; the first few are those that everybody is at."""
    sheet: FactSheet = make_sheet()
    keys = [make_fact_with("13000", "15000", sheet=sheet, label=f"Troops {n}").pk for n in range(facts)]
    refresh_facts(sheet, keys, by=None, at=LATER)
    touch(sheet, at=LATER)
    return Sheet(sheet.slug, keys[hot:], keys[:hot])


def sign_in(user: User) -> str:
    """The key of a session in which somebody is signed in."""
    client = Client()
    client.force_login(user)
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)


def let_work(plan: Plan) -> list[Tried]:
    """Let the editors of a plan work, in a process that then forks into them; give every act that they sent."""
    command = (sys.executable, "-m", "tests.factsheet.collisions.editors")
    done = subprocess.run(
        command, cwd=ROOT, input=json.dumps(asdict(plan)), stdout=subprocess.PIPE, text=True, check=True, env=os.environ
    )
    return [Tried(**act) for act in json.loads(done.stdout)]


def work(
    floor: Floor, folder: Path, *, acts: int, application: str = AS_IT_IS, seed: int = 1, **options: float
) -> list[Tried]:
    """Serve the site, and let everybody of the floor work on it until so many acts are acknowledged."""
    with serve(folder, application) as server:
        plan = Plan(server.host, server.port, floor.sessions, floor.sheets, acts, seed, **options)  # type: ignore[arg-type]
        return let_work(plan)


def tell(tried: Sequence[Tried]) -> dict[str, int]:
    """How often each kind of act had each answer, for whoever reads a failure."""
    told: dict[str, int] = {}
    for act in tried:
        name = f"{act.kind} {act.status}"
        told[name] = told.get(name, 0) + 1
    return dict(sorted(told.items()))
