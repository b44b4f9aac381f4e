"""Clients that act without a pause, each knowing what was acknowledged to it; and a command that takes articles in."""

from __future__ import annotations

import http.client
import itertools
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.durability.seed import SETTLERS, TAKING_IN

ROOT = Path(__file__).resolve().parent.parent.parent
TOKEN = "a" * 32
PAUSE = 0.1

_numbers = itertools.count(1)
_sheets = itertools.count()


def make_mark(kind: str) -> str:
    """Words by which one act is found again."""
    return f"{kind}-{next(_numbers):06}"


def choose_sheet() -> str:
    """The sheet that the next article goes to."""
    return f"taken-in-{next(_sheets) % TAKING_IN}"


def write_article(mark: str) -> str:
    """A text with two claims that stands nowhere else; its first line is its title."""
    number = mark.rpartition("-")[2]
    return f"{mark}\n\nThe mission of village {mark} counts 1{number} troops. It had 2{number} trucks.\n"


class Journal:
    """Every act that was begun, and whether its end was acknowledged."""

    def __init__(self) -> None:
        self.entries: dict[str, dict[str, Any]] = {}
        self.lock = threading.Condition()

    def begin(self, kind: str) -> str:
        """Note an act before it is sent."""
        mark = make_mark(kind.replace(" ", "-"))
        with self.lock:
            self.entries[mark] = {"kind": kind, "acknowledged": False}
        return mark

    def acknowledge(self, mark: str) -> None:
        """Note that it was said to be done."""
        with self.lock:
            self.entries[mark]["acknowledged"] = True
            self.lock.notify_all()

    def count(self) -> int:
        """How many acts were acknowledged."""
        with self.lock:
            return sum(entry["acknowledged"] for entry in self.entries.values())

    def wait(self, count: int, timeout: float) -> bool:
        """Until so many acts were acknowledged; whether they were within so many seconds."""
        with self.lock:
            return self.lock.wait_for(lambda: self.count() >= count, timeout)


@dataclass
class Desk:
    """How one person's browser asks the site."""

    port: int
    session: str
    timeout: float = 30

    def ask(self, path: str, data: Mapping[str, Any] | None = None, *, die_at: int | None = None) -> tuple[int, str]:
        """The status and the text of an answer; status 0 where none came, or only a part of one."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
        headers = {"Cookie": f"sessionid={self.session}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        if die_at is not None:
            headers["X-Die-At"] = str(die_at)
        body = None if data is None else urlencode(data, doseq=True)
        try:
            connection.request("GET" if data is None else "POST", path, body, headers)
            response = connection.getresponse()
            text = response.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            return 0, ""
        else:
            # To be led to the sign-in is no acknowledgement.
            is_sent_away = (response.getheader("Location") or "").startswith("/sign-in/")
            return (401 if is_sent_away else response.status), text
        finally:
            connection.close()


@dataclass
class Acts:
    """What can be done on the seeded site, each act once and with a mark of its own."""

    port: int
    seed: dict[str, Any]
    journal: Journal
    refusals: list[str] = field(default_factory=list)

    def desk(self, name: str) -> Desk:
        """The browser of a person."""
        return Desk(self.port, self.seed["sessions"][name])

    def settle(self, number: int, die_at: int | None = None) -> bool:
        """Settle a fact; as all of these it gives whether that was acknowledged."""
        fact, desk = self.seed["facts"][number], self.desk("editor")
        address = f"/sheets/{fact['slug']}/facts/{fact['pk']}/"
        status, page = desk.ask(address)
        version = re.search(r'name="version" value="(\d+)"', page)
        if not version:
            self._note(f"GET {address}", status, page)
            return False
        mark = self.journal.begin("settle")
        answer = {"version": version[1], "choice": "own", "low": "13000", "answer": "13,000", "rationale": mark}
        return self._send(mark, desk, f"{address}settle/", answer | {"cite": fact["cite"]}, die_at)

    def publish(self, number: int, die_at: int | None = None) -> bool:
        """Settle the fact of a printed sheet, submit, approve and publish it; any but the last may be done already."""
        review = f"/sheets/printed-{number}/review"
        self.settle(SETTLERS + 1 + number)
        self.desk("editor").ask(f"{review}/submit/", {})
        self.desk("publisher").ask(f"{review}/approve/", {})
        mark = self.journal.begin("publish")
        form = {"note": mark, "kind": "update"}
        return self._send(mark, self.desk("publisher"), f"{review}/publish/", form, die_at)

    def take_in(self, die_at: int | None = None) -> bool:
        """Take an article in by its form."""
        mark = self.journal.begin("take in")
        form = {"text": write_article(mark), "title": mark, "published": "2023-06-30"}
        return self._send(mark, self.desk("editor"), f"/sheets/{choose_sheet()}/articles/add/", form, die_at)

    def _send(self, mark: str, desk: Desk, address: str, form: Mapping[str, Any], die_at: int | None) -> bool:
        status, page = desk.ask(address, form, die_at=die_at)
        if status == 302:
            self.journal.acknowledge(mark)
        else:
            self._note(address, status, page)
        return status == 302

    def _note(self, address: str, status: int, page: str) -> None:
        if status:
            reason = re.search(r"<h1>.*?</p>", page, re.DOTALL)
            words = " ".join(re.sub("<[^>]*>", " ", reason[0]).split()) if reason else ""
            self.refusals.append(f"{status} {address} {words}")


class Ingestion:
    """`manage.py ingest` of some articles, in a process of its own; each line that it prints acknowledges one."""

    def __init__(self, folder: Path, environment: Mapping[str, str], journal: Journal, count: int = 3) -> None:
        marks = [journal.begin("take in") for _ in range(count)]
        files = [folder / f"{mark}.txt" for mark in marks]
        for file, mark in zip(files, marks, strict=True):
            file.write_text(write_article(mark), encoding="utf-8")
        self.journal = journal
        self.slug = choose_sheet()
        self.process = subprocess.Popen(
            [
                sys.executable,
                "manage.py",
                "ingest",
                *map(str, files),
                "--sheet",
                self.slug,
                "--published",
                "2023-06-30",
            ],
            cwd=ROOT,
            env={**environment, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.marks = marks

    def end(self) -> str:
        """Wait for it, and note what it acknowledged: with its last line, that all of them are on the sheet."""
        output, errors = self.process.communicate(timeout=60)
        if f"{self.slug}: " in output:
            for mark in self.marks:
                self.journal.acknowledge(mark)
        return errors


class Load:
    """Threads that act on and on until they are told to stop."""

    def __init__(self, *acts: Callable[[], object]) -> None:
        self.ended = threading.Event()
        self.threads = [threading.Thread(target=self._go_on, args=[act], daemon=True) for act in acts]
        for thread in self.threads:
            thread.start()

    def _go_on(self, act: Callable[[], object]) -> None:
        while not self.ended.is_set():
            act()
            # Also so that others find room on a machine of two cores.
            self.ended.wait(PAUSE)

    def stop(self) -> None:
        """Let each end what it does."""
        self.ended.set()
        for thread in self.threads:
            thread.join(90)
