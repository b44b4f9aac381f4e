"""What a figure counts: the noun phrase after it, and its head."""

from __future__ import annotations

import pytest

from articles.extraction.en.nouns import is_person, is_plural, singular
from tests.articles.extraction.texts import figures


@pytest.mark.parametrize(
    "word",
    "cosmonauts schoolgirls shoppers Israelis Bangladeshis Finns Poles siblings backers midfielders whistleblowers "
    "Portuguese wounded airmen headteachers MPs lifeguards Yemenis townspeople newborns".split(),
)
def test_people_are_persons_whatever_they_are_called(word: str) -> None:
    assert is_person(word.lower())


@pytest.mark.parametrize("word", "lists specimens estimates containers tankers meridians towers orders".split())
def test_things_are_no_persons(word: str) -> None:
    assert is_plural(word)
    assert not is_person(word)


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("batsmen", "batsman"),
        ("schoolchildren", "schoolchild"),
        ("townspeople", "townsperson"),
        ("cities", "city"),
        ("churches", "church"),
        ("aircraft", "aircraft"),
        ("crises", "crisis"),
        ("buses", "bus"),
    ],
)
def test_a_plural_has_a_singular(many: str, one: str) -> None:
    assert singular(many) == one


@pytest.mark.parametrize(
    ("text", "spans", "units"),
    [
        ("It sank 12 Chinese fishing boats.", ["12 Chinese fishing boats"], ["boat"]),
        ("It freed 30 missing Chinese sailors.", ["30 missing Chinese sailors"], ["person"]),
        ("Two British were held with 12 dead.", ["Two British", "12 dead"], ["person", "person"]),
        ("Nine assists and seven rebounds helped.", ["Nine assists", "seven rebounds"], ["assist", "rebound"]),
        ("Six cosmonauts and two newborns left.", ["Six cosmonauts", "two newborns"], ["person", "person"]),
        ("Two Su-25 jets fell on 12 Shi'ite pilgrims.", ["Two Su-25 jets", "12 Shi'ite pilgrims"], ["jet", "person"]),
        ("Some 40 anti-government protesters came.", ["Some 40 anti-government protesters"], ["person"]),
        ("All of the 12 killed were guards.", ["12 killed"], ["person"]),
        ("It has 218 million monthly users.", ["218 million monthly users"], ["person"]),
        ("Four tornadoes tore at nine canoes.", ["Four tornadoes", "nine canoes"], ["tornado", "canoe"]),
        ("It is one atom thick.", ["one atom"], ["atom"]),
        ("It has 200 ships and sails them.", ["200 ships"], ["ship"]),
        ("It bought 36 F-35B jets.", ["36 F-35B jets"], ["jet"]),
        ("It bought 250 Vickers M7 tanks.", ["250 Vickers M7 tanks"], ["tank"]),
        ("They hold five of the north's nine ports.", ["five", "nine ports"], ["port", "port"]),
        ("It sank 3 VLCCs.", ["3 VLCCs"], ["vlcc"]),
        ("Some two of these tanks burned.", ["Some two"], ["tank"]),
        ("It lost 12 of its 5 million users.", ["12", "5 million users"], ["person", "person"]),
        ("It sent three 20-tonne trucks.", ["three", "20-tonne"], ["truck", "tonne"]),
    ],
)
def test_a_noun_phrase_ends_with_its_noun(text: str, spans: list[str], units: list[str]) -> None:
    assert [(each.text, each.unit) for each in figures(text)] == list(zip(spans, units, strict=True))


@pytest.mark.parametrize(
    ("text", "noun", "per"),
    [
        ("It gave 10,000 tonnes of rice to them.", "rice", None),
        ("It makes 85 percent of the world's output.", "world's output", None),
        ("Some 42 percent of voters backed it.", "voters", None),
        ("It is 13 percent of GDP in all.", "GDP", None),
        ("It ships 2.3 million barrels of oil a day.", "oil", "day"),
        ("It is 42 percent.", None, None),
        ("It costs 99 cents a song.", None, "song"),
        ("It paid him $5 million a lawyer said.", None, None),
        ("It gave the firm $5 million a tax break could cover.", None, None),
    ],
)
def test_a_measure_or_a_percentage_is_of_something(text: str, noun: str | None, per: str | None) -> None:
    (only,) = figures(text)
    assert (only.noun, only.per) == (noun, per)
