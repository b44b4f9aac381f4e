"""The texts that the engine is measured on: articles in files, and corpora of annotated texts in JSON lines."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from articles.extraction import extract, to_json
from articles.extraction.readings import Reading
from articles.intake import Document, describe, read_document
from factsheet.management.scoring import FAMILIES, NEEDED, Verdict, judge


@dataclass(frozen=True, slots=True)
class Sample:
    """One text. `gold` and `ignore` are empty where nobody has annotated it."""

    name: str
    document: Document
    published: date | None
    timezone: str = "UTC"
    gold: Sequence[Mapping[str, Any]] = ()
    ignore: Sequence[Sequence[int]] = ()

    @property
    def size(self) -> int:
        """The length in bytes of UTF-8."""
        return len(self.document.text.encode(errors="surrogatepass"))

    def read(self) -> list[Reading]:
        """The claims in it."""
        return extract(
            self.document.text,
            published=self.published,
            timezone=self.timezone,
            furniture=self.document.furniture,
        )


def load(path: Path) -> list[Sample]:
    """The texts of a corpus (`.jsonl`), or the one article that any other file holds.

    Raises:
        OSError: for a file that cannot be opened.
        ValueError: for one that cannot be read; of a corpus the message names the line.
    """
    if path.suffix != ".jsonl":
        document = read_document(path.read_bytes(), path.name)
        return [Sample(str(path), document, document.published)]
    samples = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    samples.append(make_sample(str(path), json.loads(line)))
                except (AttributeError, KeyError, TypeError, ValueError) as error:
                    told = f"{error} is missing" if isinstance(error, KeyError) else str(error)
                    raise ValueError(f"{path.name}, line {number}: {told}") from None
    return samples


def make_sample(corpus: str, row: Mapping[str, Any]) -> Sample:
    """One text of a corpus from its line.

    Raises:
        KeyError: for a line without a text or a name.
        ValueError: for gold that tells too little, or of a kind that there is not.
    """
    document = describe(row["text"])
    published = date.fromisoformat(row["published"]) if row.get("published") else document.published
    gold = row.get("gold") or ()
    for span in gold:
        if span["kind"] not in NEEDED:
            raise ValueError(f"there is no kind of gold named {span['kind']}")
        if missing := NEEDED[span["kind"]] - span.keys():
            raise ValueError(f"gold without {', '.join(sorted(missing))}")
    ignore = [(start, end) for start, end in row.get("ignore") or ()]
    zone = row.get("timezone") or document.timezone or "UTC"
    return Sample(f"{corpus}:{row['id']}", document, published, zone, gold, ignore)


def judge_all(samples: Sequence[Sample]) -> dict[str, list[tuple[Sample, Verdict]]]:
    """What the engine's claims are worth, for each kind of gold that the samples have."""
    kinds = {span["kind"] for sample in samples for span in sample.gold}
    judged: dict[str, list[tuple[Sample, Verdict]]] = {kind: [] for kind in FAMILIES if kind in kinds}
    for sample in samples if kinds else ():
        claims = [to_json(reading) for reading in sample.read()]
        for kind, verdicts in judged.items():
            verdicts += [(sample, verdict) for verdict in judge(kind, sample.gold, claims, sample.ignore)]
    return judged


def repeat(samples: Sequence[Sample], size: int) -> str:
    """A text of so many characters: the samples' texts one after another, again and again.

    Raises:
        ValueError: where the samples hold no text to repeat.
    """
    whole = "".join(f"{sample.document.text}\n\n" for sample in samples)
    if not whole.strip():
        raise ValueError("there is no text to repeat")
    return (whole * (size // len(whole) + 1))[:size]


def cut(text: str, size: int) -> list[Sample]:
    """The same text as articles of at most so many characters each."""
    return [Sample("", describe(text[start : start + size]), None) for start in range(0, len(text), size)]
