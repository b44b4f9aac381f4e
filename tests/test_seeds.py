"""The demonstration's articles: they carry what the originals report, the engine reads it, nothing is copied."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from articles.extraction import extract
from articles.extraction.readings import Reading
from articles.intake import Document, read_document
from articles.values import Hedge, Kind

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "seeds" / "minusma"
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold" / "minusma.json"
needs_gold = pytest.mark.skipif(not GOLD.exists(), reason="the gold file and the originals are not beside the project")

Bound = str | None


@dataclass(frozen=True)
class Claim:
    """What one seed says of one fact of the gold file: the words it stands in (once in the text) and how they read."""

    fact: str
    words: str
    kind: Kind
    low: Bound
    high: Bound
    hedge: Hedge = Hedge.EXACT

    def is_read_by(self, reading: Reading, text: str) -> bool:
        start = text.index(self.words)
        if reading.kind is not self.kind or not (reading.start < start + len(self.words) and start < reading.end):
            return False
        interval = reading.interval
        return (
            interval is not None
            and (spell(interval.low), spell(interval.high)) == (self.low, self.high)
            and reading.hedge is self.hedge
        )


def spell(bound: object) -> Bound:
    if isinstance(bound, Decimal):
        return format(bound.quantize(Decimal(1)), "f")
    return bound.isoformat() if isinstance(bound, date) else None


def day(fact: str, words: str, low: str, high: str | None = None, hedge: Hedge = Hedge.EXACT) -> Claim:
    return Claim(fact, words, Kind.DATE, low, high or low, hedge)


def year(fact: str, words: str, number: int, hedge: Hedge = Hedge.EXACT) -> Claim:
    return Claim(fact, words, Kind.DATE, f"{number}-01-01", f"{number}-12-31", hedge)


def count(fact: str, words: str, low: Bound, high: Bound, hedge: Hedge = Hedge.EXACT) -> Claim:
    return Claim(fact, words, Kind.QUANTITY, low, high, hedge)


SEEDS: dict[str, tuple[str, tuple[Claim, ...]]] = {
    "000": (
        "01-associated-press.md",
        (
            count("personnel", "more than 15,000 personnel", "15000", None, Hedge.MORE_THAN),
            count("killed", "at least 170 peacekeepers have been killed", "170", None, Hedge.AT_LEAST),
            day("completion", "by Dec. 31, 2023", "2023-12-31", hedge=Hedge.BY),
            day("vote", "vote Friday", "2023-06-30"),
            day("mandate_end", "as of Friday", "2023-06-30"),
            day("cessation", "on Saturday", "2023-07-01"),
            day("demand", "on June 16", "2023-06-16"),
            year("coup", "starting in 2020", 2020, Hedge.SINCE),
            count("coups_count", "two coups", "2", "2"),
            year("insurgency", "since 2012", 2012, Hedge.SINCE),
            year("france_deploy", "the following year", 2013),
            day("mutiny", "last week", "2023-06-19", "2023-06-25"),
        ),
    ),
    "001": (
        "02-rt.md",
        (
            count("personnel", "more than 15,000 foreign troops", "15000", None, Hedge.MORE_THAN),
            count("killed", "303 peacekeepers have been killed in action", "303", "303"),
            day("completion", "by January 1, 2024", "2024-01-01", hedge=Hedge.BY),
            day("cessation", "on Saturday", "2023-07-01"),
            day("force_until", "until September 30", "2023-09-30", hedge=Hedge.UNTIL),
            day("demand", "Last month", "2023-06-01", "2023-06-30"),
            Claim("coup", "in 2020 and 2021", Kind.DATE, "2020-01-01", "2021-12-31"),
            count("coups_count", "two separate coups", "2", "2"),
            year("insurgency", "2012 Tuareg uprising", 2012),
            year("france_deploy", "In 2014", 2014),
            year("france_leave", "last year", 2022),
            count("ivorian", "49 soldiers from Cote d’Ivoire", "49", "49"),
            day("ivorian_date", "Last July", "2022-07-01", "2022-07-31"),
            year("agreement", "2015 Agreement", 2015),
        ),
    ),
    "002": (
        "03-unknown-outlet.md",
        (
            count("personnel", "about 15,000 personnel", "15000", "15000", Hedge.ABOUT),
            day("completion", "By the end of the year", "2023-12-31", hedge=Hedge.BY),
            day("vote", "On Friday", "2023-06-30"),
            day("cessation", "on Saturday", "2023-07-01"),
            year("established", "In 2013", 2013),
            day("demand", "Earlier in June", "2023-06-01", "2023-06-30"),
            count("wagner", "about 1,000 Wagner troops", "1000", "1000", Hedge.ABOUT),
            year("coup", "In 2020", 2020),
            year("wagner_arrival", "In 2021", 2021),
            year("france_leave", "Last year", 2022),
        ),
    ),
    "003": (
        "04-press-tv.md",
        (
            count("personnel", "13,000 troops and police", "13000", "13000"),
            count("killed", "174 peacekeepers have died", "174", "174"),
            day("completion", "by the end of the year", "2023-12-31", hedge=Hedge.BY),
            day("cessation", "from Saturday", "2023-07-01"),
            year("established", "in 2013", 2013),
            day("force_until", "through September", "2023-09-30", hedge=Hedge.UNTIL),
            Claim("cost", "$1.2 billion a year", Kind.MONEY, "1200000000", "1200000000"),
            year("france_leave", "expelled French forces last year", 2022),
            count("refugees", "As many as 2.5 million refugees", None, "2500000", Hedge.UP_TO),
            count("interventions", "more than 50 military interventions", "50", None, Hedge.MORE_THAN),
            Claim("french_war", "nine years", Kind.DURATION, "9", "9"),
        ),
    ),
    "004": (
        "05-atlas-news.md",
        (
            day("completion", "within six months", "2023-06-29", "2023-12-31", Hedge.WITHIN),
            day("mandate_end", "by the end of this month", "2023-06-30", hedge=Hedge.BY),
            day("demand", "Earlier this month", "2023-06-01", "2023-06-30"),
            year("coup", "in 2021", 2021),
            day("mutiny", "last weekend", "2023-06-24", "2023-06-25"),
        ),
    ),
}
A_YEAR_IN_A_NAME = {("001", "insurgency")}
"""The gold file reads "since" where an uprising is named by its year; the words say no such thing."""

CLUTTER = (
    "May 4, 2019",
    "June 8, 2017",
    "December 8, 2021",
    "5 stories",
    "3 million",
    "140 years",
    "14 Percent",
    "40,000",
)

every_seed = pytest.mark.parametrize("key", SEEDS)


def read(key: str) -> Document:
    name, _ = SEEDS[key]
    return read_document((FOLDER / name).read_bytes(), name)


def readings_of(document: Document) -> list[Reading]:
    return extract(
        document.text,
        published=document.published,
        timezone=document.timezone or "UTC",
        furniture=document.furniture,
    )


def gold() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(GOLD.read_text(encoding="utf-8"))
    return content


@pytest.mark.parametrize(
    ("key", "claim"),
    [(key, claim) for key, (_, claims) in SEEDS.items() for claim in claims],
    ids=lambda value: str(value)[:40],
)
def test_the_engine_reads_every_claim_of_a_seed(key: str, claim: Claim) -> None:
    document = read(key)
    assert document.text.count(claim.words) == 1
    readings = readings_of(document)
    assert any(claim.is_read_by(reading, document.text) for reading in readings), [
        (reading.kind, reading.text, reading.hedge, reading.interval) for reading in readings
    ]


@every_seed
def test_every_seed_says_its_title_and_day(key: str) -> None:
    document = read(key)
    assert document.published_from == "text"
    assert document.missing == (("outlet",) if key == "002" else ())


@every_seed
def test_no_figure_of_the_clutter_is_a_claim(key: str) -> None:
    document = read(key)
    claimed = " ".join(reading.text for reading in readings_of(document))
    assert [figure for figure in CLUTTER if figure in claimed] == []


def test_the_clutter_is_there() -> None:
    everything = "".join(read(key).text for key in SEEDS)
    assert [figure for figure in CLUTTER if figure not in everything] == []


@every_seed
def test_a_seed_is_as_long_as_a_short_report(key: str) -> None:
    document = read(key)
    header = document.furniture[0]
    assert 250 <= len(document.text[header.end :].split()) <= 450


def test_the_sheet_names_its_event() -> None:
    sheet = tomllib.loads((FOLDER / "sheet.toml").read_text(encoding="utf-8"))
    assert (sheet["title"], sheet["slug"]) == ("The end of the UN mission in Mali", "minusma")


@needs_gold
@every_seed
def test_a_seed_carries_the_claims_of_its_original_and_no_others(key: str) -> None:
    expected = {
        fact["id"]: tuple(None if bound is None else str(bound) for bound in (claim["low"], claim["high"]))
        for fact in gold()["facts"]
        for claim in fact["claims"]
        if claim["article"] == key
    }
    assert {claim.fact: (claim.low, claim.high) for claim in SEEDS[key][1]} == expected


@needs_gold
@every_seed
def test_a_seed_hedges_as_its_original_does(key: str) -> None:
    hedges = {
        fact["id"]: claim["hedge"]
        for fact in gold()["facts"]
        for claim in fact["claims"]
        if claim["article"] == key and (key, fact["id"]) not in A_YEAR_IN_A_NAME
    }
    written = {claim.fact: claim.hedge.value for claim in SEEDS[key][1] if (key, claim.fact) not in A_YEAR_IN_A_NAME}
    assert written == hedges


@needs_gold
@every_seed
def test_a_seed_is_dated_and_titled_as_its_original(key: str) -> None:
    original = gold()["articles"][key]
    document = read(key)
    assert document.published is not None
    assert document.published.isoformat() == original["published"]
    assert document.title == original["headline"]
    assert document.source == (None if original["outlet"].startswith("unknown") else original["outlet"])


@needs_gold
@every_seed
def test_every_speaker_of_the_original_speaks_in_the_seed(key: str) -> None:
    text = read(key).text
    speakers = [quote["speaker"] for quote in gold()["quotes"] if quote["article"] == key]
    names = {" ".join(re.findall(r"\b[A-Z]\w+", speaker)) for speaker in speakers} - {"", "UN"}
    assert [name for name in names if not set(name.split()) <= set(re.findall(r"\w+", text))] == []


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


@needs_gold
def test_no_twelve_words_in_a_row_but_a_title_are_an_originals() -> None:
    titles = [re.escape(article["headline"]) for article in gold()["articles"].values()]
    title = re.compile("|".join(titles))
    originals = set().union(*(runs(path.read_text(encoding="utf-8"), 12) for path in (SHARED / "seeds").glob("*.txt")))
    for path in (ROOT / "seeds").rglob("*"):
        if path.is_file() and path.suffix != ".webp":
            copied = runs(title.sub("|", path.read_text(encoding="utf-8")), 12) & originals
            assert copied == set(), path.name
