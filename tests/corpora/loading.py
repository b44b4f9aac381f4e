"""Annotated texts as people write them, turned into the corpus lines that scorers read.

    python -m tests.corpora.loading dates_wire.txt > dates_wire.jsonl

A text begins with a line `=== ID published=2013-03-22 [timezone=Area/City] [genre=wire]` and runs to the next one.
Marks stand in the text itself, none within another, as `{{the words as they are|MARK}}`:

    DATE low[..high] [hedge]                 days of the calendar, inclusive
    NUM figure[..figure] hedge unit [up|down]    `-` for no unit; a unit of several words has _ between them
                                             `?` for a hedge or a unit that good editors would differ on
    QUOTE speaker                            the words between the marks; the speaker's fullest form in the text, or `-`
    IGNORE                                   what no scorer counts, whether it is claimed or not
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from articles.values import Change, Hedge

HERE = Path(__file__).parent
HEADING = re.compile(r"^=== (?P<id>\S+)(?P<settings>(?: \w+=\S+)*)\s*$", re.MULTILINE)
MARK = re.compile(r"\{\{(?P<words>[^{}|]+)\|(?P<kind>[A-Z]+)(?: (?P<told>[^{}|]*))?\}\}")
SETTINGS = frozenset({"published", "timezone", "genre"})
HEDGES = frozenset(hedge.value for hedge in Hedge)
CHANGES = frozenset(change.value for change in Change)
NOTHING, OPEN_TO_DEBATE = "-", "?"

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """One text with what an editor marks in it: spans of code points, end exclusive."""

    name: str
    text: str
    published: date | None
    timezone: str | None
    genre: str | None
    gold: tuple[Gold, ...]
    ignore: tuple[tuple[int, int], ...]

    def to_json(self) -> dict[str, Any]:
        """The text as a line of a corpus."""
        return {
            "id": self.name,
            "text": self.text,
            "published": None if self.published is None else self.published.isoformat(),
            "timezone": self.timezone,
            "genre": self.genre,
            "gold": list(self.gold),
            "ignore": [list(span) for span in self.ignore],
        }


def load(path: Path) -> list[AnnotatedText]:
    """The annotated texts of a file.

    Raises:
        ValueError: for a heading or a mark that makes no sense, with the text in which it stands.
    """
    return list(parse(path.read_text(encoding="utf-8")))


def parse(source: str) -> Iterator[AnnotatedText]:
    """The annotated texts of a corpus, in order.

    Raises:
        ValueError: as `load` does, and for two texts of one name.
    """
    headings = list(HEADING.finditer(source))
    if source[: headings[0].start() if headings else None].strip():
        raise ValueError("the corpus begins without a heading")
    names: set[str] = set()
    for place, heading in enumerate(headings):
        end = headings[place + 1].start() if place + 1 < len(headings) else len(source)
        name = heading["id"]
        if name in names:
            raise ValueError(f"{name} stands twice")
        names.add(name)
        try:
            yield _read_text(name, heading["settings"], source[heading.end() : end].strip())
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None


def _read_text(name: str, settings: str, marked: str) -> AnnotatedText:
    told = dict(setting.split("=", 1) for setting in settings.split())
    if unknown := told.keys() - SETTINGS:
        raise ValueError(f"unknown settings {', '.join(sorted(unknown))}")
    pieces: list[str] = []
    gold: list[Gold] = []
    ignore: list[tuple[int, int]] = []
    length = read_to = 0
    for mark in MARK.finditer(marked):
        before, words = marked[read_to : mark.start()], mark["words"]
        pieces += before, words
        start = length + len(before)
        length = start + len(words)
        read_to = mark.end()
        if mark["kind"] == "IGNORE":
            ignore.append((start, length))
        else:
            value = _read_mark(mark["kind"], mark["told"] or "", mark[0])
            gold.append({"kind": value.pop("kind"), "start": start, "end": length, **value})
    text = "".join([*pieces, marked[read_to:]])
    if "{{" in text or "}}" in text:
        raise ValueError(f"a mark is not closed near {text[max(text.find('{{'), 0) :][:60]!r}")
    published = date.fromisoformat(told["published"]) if "published" in told else None
    return AnnotatedText(name, text, published, told.get("timezone"), told.get("genre"), tuple(gold), tuple(ignore))


def _read_mark(kind: str, told: str, mark: str) -> Gold:
    try:
        match kind:
            case "DATE":
                return _read_date(told.split())
            case "NUM":
                return _read_number(told.split())
            case "QUOTE" if told.strip():
                return {"kind": "quote", "speaker": None if told.strip() == NOTHING else told.strip()}
    except (InvalidOperation, ValueError) as error:
        raise ValueError(f"{mark}: {error}") from None
    raise ValueError(f"{mark}: no such mark")


def _read_date(told: Sequence[str]) -> Gold:
    days, hedge = told if len(told) == 2 else (told[0], "exact")
    low, _, high = days.partition("..")
    first, last = date.fromisoformat(low), date.fromisoformat(high or low)
    if first > last:
        raise ValueError("it ends before it begins")
    return {"kind": "date", "low": first.isoformat(), "high": last.isoformat(), **_read_hedge(hedge)}


def _read_number(told: Sequence[str]) -> Gold:
    if len(told) not in (3, 4):
        raise ValueError("a figure, its hedge and its unit")
    figures, hedge, unit, *change = told
    numbers = [str(Decimal(figure)) for figure in figures.split("..")]
    if not CHANGES.issuperset(change):
        raise ValueError(f"no change {change[0]}")
    gold: Gold = {"kind": "number", "low": numbers[0], "high": numbers[-1], "numbers": numbers, **_read_hedge(hedge)}
    if "hedge" in gold:
        gold["change"] = change[0] if change else None
    if unit != OPEN_TO_DEBATE:
        gold["unit"] = None if unit == NOTHING else unit.replace("_", " ")
    return gold


def _read_hedge(hedge: str) -> Gold:
    if hedge == OPEN_TO_DEBATE:
        return {}
    if hedge not in HEDGES:
        raise ValueError(f"no hedge {hedge}")
    return {"hedge": hedge}


def main(arguments: Sequence[str]) -> int:
    """Print the corpus lines of the files named; a name without a folder is one beside this module."""
    for name in arguments:
        path = Path(name)
        for text in load(path if path.exists() else HERE / name):
            print(json.dumps(text.to_json(), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
