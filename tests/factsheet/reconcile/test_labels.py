"""What a fact is called: short, in the words of its articles, without the value, and not like its neighbour."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.values import Hedge, Kind
from factsheet.reconcile import ComparedFact, Side, compare, group
from factsheet.reconcile.labels import distinguish, label_of, tell_apart
from factsheet.reconcile.lexicon.labels import WEAK
from factsheet.reconcile.subjects import Subject, subjects_of
from factsheet.reconcile.tokens import Sense, tokenise
from tests.factsheet.reconcile.samples import day, figure, money, people
from tests.factsheet.reconcile.scoring import home_of, read_articles
from tests.factsheet.reconcile.test_events import EVENTS, FLOORS


def read(*sides: Side) -> list[Subject]:
    return list(subjects_of(sides).values())


def share(marked: str, **fields: Any) -> Side:
    return figure(marked, kind=Kind.PERCENTAGE, unit="percent", noun=None, **fields)


def span(marked: str, unit: str = "year", **fields: Any) -> Side:
    return figure(marked, kind=Kind.DURATION, unit=unit, noun=None, **fields)


COUNTS = [
    ("Police detained <27 people> after scuffles in Miravale.", "People detained"),
    ("<31 rangers> have been killed in the park since 2013.", "Rangers killed since 2013"),
    ("The mission deployed <420 observers> from nine countries.", "Observers deployed"),
    ("The union has <8,400 members> on the network.", "Members on network"),
    ("The monitors saw problems in <3 districts>.", "Problems in districts"),
    ("Hotels lost <12,000 bookings>.", "Bookings lost"),
    ("The owner will lay off <3,200 workers> after a bad quarter.", "Workers to be laid off"),
    ("The army sent <500 soldiers> to clear the coast road.", "Soldiers sent"),
    ("Only <3 rooms> had opened to the public.", "Rooms opened to public"),
    ("Some <14 deputies> signed the motion.", "Deputies signed motion"),
    ("At least <12 clinics> caught the disease.", "Clinics caught disease"),
    ("The highest turnout since 1994 brought out <900 voters>.", "Voters brought out"),
]


@pytest.mark.parametrize(("marked", "label"), COUNTS)
def test_a_count_is_named_by_what_is_counted_and_what_happens_to_it(marked: Any, label: Any) -> None:
    assert label_of(read(people(marked))) == label


SUMS = [
    ("Net profit fell 31 percent to <$420 million> as it cut prices.", "Net profit"),
    ("The <$1.8 billion> plant is due to open soon.", "Plant"),
    ("It agreed to a budget of <$2 billion>.", "Budget"),
    ("A driver on the network earns <$58,000> before overtime.", "Driver earns"),
    ("Prosecutors will seek to recover <$1.9 million>.", "Prosecutors to recover"),
    ("They drew <$21 million> from the rainy-day fund.", "Drawn from rainy-day fund"),
    ("Donors had pledged <$3 million> for the clinics.", "Donors pledged for clinics"),
]


@pytest.mark.parametrize(("marked", "label"), SUMS)
def test_a_sum_is_named_by_what_it_is_of_or_for(marked: Any, label: Any) -> None:
    assert label_of(read(money(marked))) == label


SHARES = [
    ("Only <45 percent> of wells tested clean.", "Share of wells tested"),
    ("Turnout was <71 percent>, the highest since 1994.", "Turnout"),
    ("Shares fell <9.2 percent> in New York.", "Shares fell"),
    ("The job cuts hit <6 percent> of its workforce.", "Share of workforce"),
]


@pytest.mark.parametrize(("marked", "label"), SHARES)
def test_a_percentage_is_named_by_what_it_is_of(marked: Any, label: Any) -> None:
    assert label_of(read(share(marked))) == label


DATES = [
    ("<On Friday>, the council voted to end the mission.", Hedge.EXACT, "Council voted"),
    ("The walkout, which started <on November 11>, cost businesses dearly.", Hedge.EXACT, "Walkout started"),
    (
        "<Last July>, Bamako suspended troop rotations under the mission.",
        Hedge.EXACT,
        "Bamako suspended troop rotations",
    ),
    ("Voss, 58, will be sworn in <on December 1> for a five-year term.", Hedge.EXACT, "Voss to be sworn in"),
    ("The pullout is expected to be finalised <by January 1>.", Hedge.BY, "Pullout to be finalised by"),
    ("The state of emergency was declared <last week>.", Hedge.EXACT, "State of emergency declared"),
    ("The <2012> Tuareg uprising led to the mission.", Hedge.EXACT, "Tuareg uprising"),
    ("The mission grew out of the <2012> Orland uprising.", Hedge.EXACT, "Mission grew out of Orland uprising"),
    ("Schools are closed <until February 2>.", Hedge.UNTIL, "Schools closed until"),
    ("Coach Bea Holt, in charge <since 2020>, was pleased.", Hedge.SINCE, "Coach Bea Holt in charge since"),
    ("City have not won the cup <since 1998>.", Hedge.SINCE, "City not won cup since"),
]


@pytest.mark.parametrize(("marked", "hedge", "label"), DATES)
def test_a_date_is_named_by_what_happens_on_it(marked: Any, hedge: Any, label: Any) -> None:
    assert label_of(read(day(marked, "2024-03-15", hedge=hedge))) == label


SPANS = [
    ("The <11-day> walkout by drivers halted the trains.", "Length of walkout"),
    ("The trial lasted <9 weeks>.", "Length of trial"),
    ("The <59-year-old> lawyer came to power.", "Age of lawyer"),
]


@pytest.mark.parametrize(("marked", "label"), SPANS)
def test_a_duration_is_named_by_what_lasts(marked: Any, label: Any) -> None:
    assert label_of(read(span(marked))) == label


def test_a_count_is_called_by_its_noun_and_never_by_a_pronoun() -> None:
    sides = [people("I've <2 kids> to feed.", article="a"), people("She has <2 kids>.", article="b")]
    assert label_of(read(*sides)) == "Kids"


def test_no_label_says_a_word_twice() -> None:
    sides = [
        people("The storm cost <170 lives>.", noun="lives", article="a"),
        people("Some <170 lives> lost their lives.", noun="lives", article="b"),
    ]
    assert label_of(read(*sides)) == "Lives lost"
    assert label_of(read(people("The <9 wounded> wounded the guard."))) == "Wounded"


def test_an_age_is_named_by_whose_it_is() -> None:
    sides = [
        figure(
            f"The skipper, Anselm Droye, <{age}>, was held.", kind=Kind.DURATION, unit="year", noun=None, article=age
        )
        for age in ("52", "54")
    ]
    assert label_of(read(*sides)) == "Age of Anselm Droye"


def test_the_wording_of_most_articles_is_the_label() -> None:
    sides = [
        people("Police detained <27 people> in the city.", article="a"),
        people("They noted <31 arrests> in the capital.", article="b"),
        people("Officers arrested <31 people>, the police said.", article="c"),
        people("In the city <27 people> were arrested.", article="d"),
    ]
    assert label_of(read(*sides)) == "People arrested"


def test_facts_that_would_be_called_alike_are_told_apart() -> None:
    asked = money("Analysts had forecast a profit of <$4 million>.", article="a")
    sides = [
        money("The firm made a profit of <$3 million>.", article="a"),
        money("The firm had a profit of <$3 million>.", article="b"),
    ]
    labels = tell_apart([read(asked), read(*sides)])
    assert labels[1] == "Profit"
    assert labels[0] != "Profit"
    assert "rofit" in labels[0] or "forecast" in labels[0]


def test_one_deed_has_a_number_a_cost_and_a_day_that_are_told_apart_by_what_is_asked() -> None:
    killed = [people("In 2013 <31 guards> were killed.", article=article) for article in "ab"]
    when = day("The guards were killed <on Friday>.", "2024-03-15", article="a")
    again = day("The guards were killed <on Sunday>.", "2024-03-17", article="c")
    labels = tell_apart([read(*killed), read(when), read(again)])
    assert labels[:2] == ["Guards killed", "Guards killed: date"]
    assert len(set(labels)) == 3


WEAKER = [
    (day("It closed <in 2019>.", "2019-01-01"), "Date closed"),
    (money("He had been fined <$2,500>."), "Amount fined"),
    (money("It costs <$58,000> to save."), "Amount cost"),
    (people("The storm cost <170 lives>.", noun="lives"), "Lives lost"),
    (day("There was an audit <in 2019>.", "2019-01-01"), "Audit: date"),
    (figure("The queue on the road is <7 miles> long.", unit="mile", noun=None), "Length of queue"),
]


@pytest.mark.parametrize(("side", "label"), WEAKER)
def test_a_verb_an_adjective_or_a_fragment_is_made_to_say_what_is_asked(side: Side, label: str) -> None:
    assert label_of(read(side)) == label


def test_a_new_fact_is_told_apart_from_those_of_its_sheet() -> None:
    taken = {"guards killed"}
    assert distinguish("Guards wounded", Kind.DATE, taken) == "Guards wounded"
    assert distinguish("Guards killed", Kind.DATE, taken) == "Guards killed: date"
    assert distinguish("Guards killed", Kind.DATE, taken | {"guards killed: date"}) == "Guards killed (2)"


def _facts() -> list[tuple[str, ComparedFact, str | None]]:
    """The facts of every event but quotations, with the label that their gold has, if it has them."""
    found = []
    for event in FLOORS:
        gold = json.loads((EVENTS / event / "gold.json").read_text(encoding="utf-8"))
        facts = compare(read_articles(gold, EVENTS / event)).facts
        files = {key: article["file"] for key, article in gold["articles"].items()}
        homes: dict[int, Counter[str]] = {}
        for fact in gold["facts"]:
            for claim in fact["claims"]:
                if (home := home_of(claim, fact["kind"], files, facts)) is not None:
                    homes.setdefault(home, Counter())[fact["label"]] += 1
        for number, fact in enumerate(facts):
            if fact.kind is not Kind.QUOTE:
                best = homes[number].most_common(1)[0][0] if number in homes else None
                found.append((event, fact, best))
    return found


@pytest.fixture(scope="module")
def facts() -> list[tuple[str, ComparedFact, str | None]]:
    return _facts()


def _telling(text: str) -> set[str]:
    return {token.name for token in tokenise(text) if token.sense in (Sense.EVENT, Sense.PLACE, Sense.WORD)}


def test_most_labels_share_a_telling_word_with_what_an_editor_wrote(facts: Any) -> None:
    told = [(fact.label, gold) for _, fact, gold in facts if gold]
    shared = sum(not _telling(label).isdisjoint(_telling(gold)) for label, gold in told)
    assert len(told) > 200
    assert shared / len(told) >= 0.68


def test_labels_are_short_and_never_name_the_value(facts: Any) -> None:
    for _, fact, _ in facts:
        words = fact.label.split()
        assert len(words) <= 9, fact.label
        assert fact.label[0] == fact.label[0].upper()
        values = {digits for side in fact.sides for digits in side.text.split() if any(map(str.isdigit, digits))}
        assert values.isdisjoint(words), fact.label
    assert sum(2 <= len(fact.label.split()) <= 6 for _, fact, _ in facts) / len(facts) >= 0.7


def test_no_two_facts_of_a_sheet_are_called_alike(facts: Any) -> None:
    times = Counter((event, fact.label.lower()) for event, fact, _ in facts)
    assert [label for label, count in times.items() if count > 1] == []


def test_no_label_is_only_what_something_is_like(facts: Any) -> None:
    assert [fact.label for _, fact, _ in facts if fact.label.lower() in WEAK] == []


SIDES = [
    people("Police detained <27 people> in the city.", article="a", key="1"),
    people("They noted <31 arrests> in the capital.", article="b", key="2"),
    people("Officers arrested <31 people>, the police said.", article="c", key="3"),
    day("The vote was held <on Sunday>.", "2024-03-15", article="a", key="4"),
    day("Voters went to the polls <on Sunday>.", "2024-03-15", article="b", key="5"),
    money("The vote cost <$3 million>.", article="c", key="6"),
]


@settings(deadline=None, max_examples=30)
@given(st.permutations(SIDES))
def test_the_order_of_claims_makes_no_difference(sides: list[Side]) -> None:
    assert [found.label for found in group(sides)] == [found.label for found in group(SIDES)]


@settings(deadline=None)
@given(st.text(max_size=80), st.text(min_size=1, max_size=10), st.text(max_size=80))
def test_no_text_is_too_odd_for_a_label(before: str, claim: str, after: str) -> None:
    side = people("<1>")
    odd = Side(key="1", article="a", kind=Kind.DATE, text=claim, sentence=before + claim + after, offset=len(before),
               end=len(claim), interval=side.interval)  # fmt: skip
    assert label_of(read(odd))
