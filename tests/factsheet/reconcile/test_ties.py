"""What articles tie together, on sheets with known mismatches and on sheets where everything goes together."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from articles.extraction import extract
from articles.values import Kind
from factsheet.reconcile import ArticleReadings, Comparison, compare, side_of
from factsheet.reconcile.arithmetic import Line, check, find_ties
from factsheet.reconcile.ties import TieKind
from tests.factsheet.reconcile.scoring import read_articles
from tests.factsheet.reconcile.test_events import EVENTS, FLOORS

TOLD = date(2024, 5, 2)


def read(text: str, changed: dict[str, str] | None = None) -> list[Line]:
    """A fact for each claim of a text, answered as the text has it, but for those that `changed` gives other words for:
    the figure of the claim by that of a text of its own.
    """
    sides = [
        side_of(found, key=f"{n:02}", article="a", text=text, published=TOLD)
        for n, found in enumerate(extract(text, published=TOLD))
        if found.kind is not Kind.QUOTE
    ]
    answers = {side.text: side for side in sides}
    for told, other in (changed or {}).items():
        assert told in answers, list(answers)
        [answer] = extract(other, published=TOLD)
        answers[told] = side_of(answer, key="answer", article="answer", text=other, published=TOLD)
    return [Line(side.key, side.text, answers[side.text], (side,)) for side in sides]


STRIKE = "The strike began on April 10 and ended on April 21. The 11-day strike cost the city dearly."
RATE = "The strike cost $38 million a day. It lasted 11 days and cost the region $418 million."
LOPEZ = "Maria Lopez, 34, runs the firm. Lopez was born on March 9, 1990, in Toledo."
FERRY = "The ferry had 312 people on board. It carried 287 passengers and 25 crew."
FARE = "A ticket will rise by 12 percent to $2.80 from $2.50."
STATIONS = "Some 148 of 212 pumping stations, or 70 percent, were repaired."

MISMATCHES = [
    ("Police arrested 88 of the 275 protesters.", {"88": "312 people"}, {TieKind.PART}),
    ("Of the 275 homes, 88 were destroyed.", {"88": "312 homes"}, {TieKind.PART}),
    ("The storm killed 275 people, including 88 children.", {"275 people": "80 people"}, {TieKind.PART}),
    (FERRY, {"312 people": "340 people"}, {TieKind.SUM}),
    (FERRY, {"25 crew": "31 crew"}, {TieKind.SUM}),
    (FARE, {"$2.80": "$3.40"}, {TieKind.CHANGE}),
    (FARE, {"12 percent": "20 percent"}, {TieKind.CHANGE}),
    (STATIONS, {"70 percent": "90 percent"}, {TieKind.SHARE}),
    (STATIONS, {"212 pumping stations": "400 pumping stations"}, {TieKind.SHARE}),
    (STRIKE, {"on April 21": "on April 8, 2024"}, {TieKind.PERIOD, TieKind.LENGTH}),
    (STRIKE, {"on April 21": "on April 28, 2024"}, {TieKind.LENGTH}),
    (STRIKE, {"11-day": "for 20 days"}, {TieKind.LENGTH}),
    ("The ship was built in 1994. It was opened in 1996.", {"in 1996": "in 1990"}, set()),
    ("The bridge was built in 1994. The bridge was opened in 1996.", {"in 1996": "in 1990"}, {TieKind.PERIOD}),
    (
        "Anselm Droye was arrested on April 2. Droye was sentenced on April 22.",
        {"on April 2": "on May 1, 2024"},
        {TieKind.PERIOD},
    ),
    (LOPEZ, {"on March 9, 1990": "on March 9, 1970"}, {TieKind.AGE}),
    (LOPEZ, {"34": "aged 54"}, {TieKind.AGE}),
    (RATE, {"$418 million": "$600 million"}, {TieKind.RATE}),
    (RATE, {"11 days": "20 days"}, {TieKind.RATE}),
]


@pytest.mark.parametrize(("text", "changed", "kinds"), MISMATCHES)
def test_what_cannot_all_be_true_is_raised(text: Any, changed: Any, kinds: Any) -> None:
    assert {found.kind for found in check(read(text, changed))} == kinds


@pytest.mark.parametrize("text", sorted({text for text, _, _ in MISMATCHES}))
def test_what_an_article_tells_goes_together(text: Any) -> None:
    assert check(read(text)) == []


CONSISTENT = [
    ("Police arrested 88 of the 275 protesters.", {"88": "at least 200 people"}),
    (FERRY, {"312 people": "about 315 people"}),
    (FERRY, {"312 people": "more than 300 people"}),
    (FARE, {"12 percent": "about 12 percent"}),
    (FARE, {"$2.80": "$2.79"}),
    (STATIONS, {"70 percent": "69.8 percent"}),
    (STRIKE, {"11-day": "for 12 days"}),
    (STRIKE, {"11-day": "for about two weeks"}),
    (LOPEZ, {"on March 9, 1990": "in 1989"}),
    (RATE, {"$418 million": "about $420 million"}),
    ("The 2019 strike ended in May 2019. A strike began on April 10 and ended on April 21.", {}),
    ("The ship sent three teams of 10 divers.", {"10 divers": "2 divers"}),
    ("Three groups of two people were found, and 40 others.", {}),
    ("Shares fell 9 percent to $41 from Monday.", {"$41": "$80"}),
    ("The price of $40 fell by 5 percent, and 60 people left.", {"5 percent": "50 percent"}),
]


@pytest.mark.parametrize(("text", "changed"), CONSISTENT)
def test_what_can_be_true_raises_no_alarm(text: Any, changed: Any) -> None:
    assert check(read(text, changed)) == []


def test_an_article_that_breaks_its_own_words_is_raised() -> None:
    [found] = check(read("Some 148 of 212 pumping stations, or 90 percent, were repaired."))
    assert found.kind is TieKind.SHARE
    assert found.reason.startswith("“90 percent” (90 percent) is told to be the share that “Some 148” (Some 148) is of")


def _compare(*texts: str) -> Comparison:
    return compare(
        [
            ArticleReadings(f"{n}", text, tuple(extract(text, published=TOLD)), published=TOLD, source=f"Outlet {n}")
            for n, text in enumerate(texts)
        ]
    )


def test_a_comparison_says_which_suggestions_cannot_all_be_true() -> None:
    found = _compare(LOPEZ, "Lopez was born on March 9, 1970.", "The owner, Lopez, was born on March 9, 1970.")
    [mismatch] = found.mismatches
    assert mismatch.kind is TieKind.AGE
    ages, births = (found.facts[int(key)] for key in mismatch.facts)
    assert (ages.label, births.kind) == ("Age of Maria Lopez", Kind.DATE)
    assert "on 2 May 2024 that makes another age" in mismatch.reason
    assert mismatch.side.sentence.startswith("Maria Lopez, 34")


@pytest.mark.parametrize("event", FLOORS)
def test_no_event_raises_a_false_alarm(event: str) -> None:
    gold = json.loads((EVENTS / event / "gold.json").read_text(encoding="utf-8"))
    found = compare(read_articles(gold, EVENTS / event))
    assert [one.reason for one in found.mismatches] == []


def test_events_have_ties_of_several_kinds() -> None:
    kinds = set()
    for event in FLOORS:
        gold = json.loads((EVENTS / event / "gold.json").read_text(encoding="utf-8"))
        facts = compare(read_articles(gold, EVENTS / event)).facts
        kinds |= {tie.kind for tie in find_ties({str(place): fact.sides for place, fact in enumerate(facts)})}
    assert {TieKind.PART, TieKind.PERIOD, TieKind.CHANGE} <= kinds
