"""Values as a newsroom prints them, in each language of the interface."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.claims import claim_fields
from articles.extraction import extract
from articles.models import Claim
from articles.spelling import name_unit, spell_bound, spell_claim, spell_number
from articles.values import Hedge, Kind

THIN, FIXED = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


def spell(sentence: str, language: str) -> str:
    """How the first claim of a sentence is spelled; plain spaces, but for the thin one between thousands."""
    found = extract(f"{sentence}.", published=date(2023, 7, 3), language="en")[0]
    with override(language):
        return spell_claim(Claim(**claim_fields(found))).replace(FIXED, " ")


VALUES = [
    ("1 soldier left", "1 person", "1 personne"),
    ("170 people died", "170 people", "170 personnes"),
    ("more than 15,000 soldiers left", "more than 15,000 people", f"plus de 15{THIN}000 personnes"),
    ("dozens of people left", "at least 24 people", "au moins 24 personnes"),
    ("fewer than 12 people left", "fewer than 12 people", "moins de 12 personnes"),
    ("10 to 12 people left", "10 to 12 people", "10 à 12 personnes"),
    ("3.5 million people left", "3.5 million people", "3,5 millions de personnes"),
    ("1.5 million people left", "1.5 million people", "1,5 million de personnes"),
    ("4,351,242 people left", "4,351,242 people", f"4{THIN}351{THIN}242 personnes"),
    ("one in five voters left", "20% of people", "20 % des personnes"),
    ("12 damaged buildings fell", "12 damaged buildings", "12 damaged buildings"),
    ("It cost $2.4 billion", "$2.4bn", "2,4 milliards de dollars"),
    ("It cost 3.5 million euros", "€3.5m", "3,5 millions d’euros"),
    ("It cost CHF 58,000", "CHF 58,000", f"58{THIN}000 francs suisses"),
    ("It cost $18.5", "$18.50", "18,50 dollars"),
    ("It cost $4,351,242", "$4,351,242", f"4{THIN}351{THIN}242 dollars"),
    ("between $2 billion and $3 billion went", "$2bn to $3bn", "2 milliards de dollars à 3 milliards de dollars"),
    ("It cost $1.2 billion a year", "$1.2bn per year", "1,2 milliard de dollars par an"),
    ("Dues rose 19 cents a share", "a rise of $0.19 per share", "hausse : 0,19 dollar par action"),
    ("It fell by 12.5 %", "a fall of 12.5%", "baisse : 12,5 %"),
    ("It rose 2 percentage points", "a rise of 2 percentage points", "hausse : 2 points de pourcentage"),
    ("It was 5 to 7 percent", "5% to 7%", "5 % à 7 %"),
    ("It went 120 km/h", "120 kilometres per hour", "120 kilomètres par heure"),
    ("It was 1,000 degrees Celsius", "1,000 degrees Celsius", f"1{THIN}000 degrés Celsius"),
    ("It grew 25-fold", "25 times", "25 fois"),
    ("It lasted three weeks", "3 weeks", "3 semaines"),
    ("He won by 218 votes to 211", "218 votes to 211", "218 voix contre 211"),
    ("a 3-2 win over City", "3–2", "3–2"),
    ("the third man left", "3rd", "3e"),
    ("on July 1, 2023 it ended", "1 July 2023", "1er juillet 2023"),
    ("in June 2023 it ended", "June 2023", "juin 2023"),
    ("in 2012 it ended", "2012", "2012"),
    ("in the 1990s it ended", "the 1990s", "les années 1990"),
    ("in the second quarter of 2023 it ended", "the 2nd quarter of 2023", "le 2e trimestre 2023"),
    ("in summer 2023 it ended", "June to August 2023", "de juin à août 2023"),
    ("by Dec. 31, 2023 it ends", "by 31 December 2023", "au plus tard le 31 décembre 2023"),
    ("since 2012 it has stayed", "since 2012", "depuis 2012"),
    (
        "within six months it ends",
        "between 3 July 2023 and 31 January 2024, counted from 3 July 2023",
        "entre le 3 juillet 2023 et le 31 janvier 2024, compté à partir du 3 juillet 2023",
    ),
    ("5/6/2023 it ended", "6 May 2023 or 5 June 2023", "6 mai 2023 ou 5 juin 2023"),
    ("about 3 a.m. EDT it fell", "about 03:00 EDT (UTC-4)", "vers 03:00 EDT (UTC-4)"),
    (
        "CHF 3 billion ($3.25 billion) was paid",
        "CHF 3bn, also given as $3.25bn",
        "3 milliards de francs suisses, donné aussi comme 3,25 milliards de dollars",
    ),
]


@pytest.mark.parametrize(("sentence", "english", "french"), VALUES)
def test_a_value_is_spelled_as_newsrooms_of_the_language_print_it(sentence: str, english: str, french: str) -> None:
    assert spell(sentence, "en") == english
    assert spell(sentence, "fr") == french


def test_what_the_article_takes_back_is_said_to_be_so() -> None:
    readings = extract("275, not 288 people died.", language="en")
    assert spell_claim(Claim(**claim_fields(readings[1]))) == "288 people, the article itself denies it"


def test_a_date_that_waits_says_for_what() -> None:
    (found,) = extract("It ended on Friday.", language="en")
    assert spell_claim(Claim(**claim_fields(found))) == "not known until the article has a publication date"


@pytest.mark.parametrize(
    ("unit", "english", "french"),
    [
        ("person", "people", "personnes"),
        ("USD", "US dollars", "dollars"),
        ("kilometre", "kilometres", "kilomètres"),
        ("degree Celsius", "degrees Celsius", "degrés Celsius"),
        ("percent", "%", "%"),
        ("petaflop", "petaflops", "petaflops"),
        ("gigabit per second", "gigabits per second", "gigabits per second"),
        ("city", "cities", "cities"),
        ("aircraft", "aircraft", "aircraft"),
        ("child", "children", "children"),
    ],
)
def test_a_unit_by_itself_stands_in_the_plural(unit: str, english: str, french: str) -> None:
    assert name_unit(unit) == english
    with override("fr"):
        assert name_unit(unit) == french


@pytest.mark.parametrize(
    ("bound", "kind", "unit", "words"),
    [
        (Decimal(15000), "quantity", "person", "15,000 people"),
        (date(2023, 6, 24), "date", "", "24 June 2023"),
        (time(18, 30), "time", "GMT", "18:30"),
    ],
)
def test_a_bound_is_spelled_alone(bound: Any, kind: str, unit: str, words: str) -> None:
    assert spell_bound(bound, kind, unit) == words


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=4))
def test_no_figure_is_blurred(number: Decimal) -> None:
    words = spell_number(number)
    figure, _, magnitude = words.partition(" ")
    times = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}[magnitude]
    assert Decimal(figure.replace(",", "")) * times == number


@settings(deadline=None)
@given(
    kind=st.sampled_from([Kind.QUANTITY, Kind.MONEY, Kind.PERCENTAGE, Kind.DURATION, Kind.ORDINAL]),
    hedge=st.sampled_from(Hedge),
    low=st.none() | st.decimals(0, 10**9, places=2),
    unit=st.text(max_size=20),
    language=st.sampled_from(["en", "fr"]),
)
def test_no_value_is_too_odd_to_be_spelled(kind: Kind, hedge: Hedge, low: Any, unit: str, language: str) -> None:
    with override(language):
        assert spell_claim(Claim(kind=kind, hedge=hedge, low=low, unit=unit)) or low is None
