"""Figures whose unit stands elsewhere: with the figure they are told with, or in the words of the sentence."""

from __future__ import annotations

import pytest

from tests.articles.extraction.texts import figures


def units(text: str) -> list[tuple[str, str | None]]:
    return [(each.text, each.unit) for each in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose from 30 to 45 ships.", ["ship", "ship"]),
        ("It rose from 30 to 45 percent.", ["percent", "percent"]),
        ("It has 20 ships, up from 14.", ["ship", "ship"]),
        ("It has 20 ships, compared with 14 a year earlier.", ["ship", "ship"]),
        ("Turnout was 57%, against 61 in 2009.", ["percent", "percent"]),
        ("It sold 45,000 cars, down from 51,000.", ["car", "car"]),
        ("It keeps 12 old and 30 new ships.", ["ship", "ship"]),
        ("Ghana won 12 medals and Mali six.", ["medal", "medal"]),
        ("It lost 12 ships. Another 40 were damaged.", ["ship", "ship"]),
        ("It lost 12 ships and wants 40 more.", ["ship", "ship"]),
        ("It lost 12 ships, bringing the total to 40.", ["ship", "ship"]),
        ("It owns 12 flats, three of which are empty.", ["flat", "flat"]),
        ("It owns 12 flats. Three of these are empty.", ["flat", "flat"]),
        ("It opened 12 shops and closed three in May.", ["shop", "shop"]),
        ("It lost 12 tugs and still has 40 in port.", ["tug", "tug"]),
        ("It bought 12 tugs, including four for Malta.", ["tug", "tug"]),
        ("It bought 12 tugs, of which 4 were new.", ["tug", "tug"]),
        ("Some 12 tugs sank, and four were sold.", ["tug", "tug"]),
        ("The hold takes 52 litres, or 70 with the lid off.", ["litre", "litre"]),
        ("Some 230 homes had no power, down from a peak of 410.", ["home", "home"]),
        ("Orders rose to 312 from 290.", ["order", "order"]),
        ("Arrivals doubled to 312.", ["arrival"]),
        ("He scored 22 goals, 11 in away games.", ["goal", "goal"]),
        ("It built 26 ships, down from last year's 39.", ["ship", "ship"]),
        ("It costs 20 euros, or 12 for children.", ["EUR", "EUR"]),
        ("It has 20 ships, four fewer than in May.", ["ship", "ship"]),
        ("Deaths from the disease fell to 312 from 340.", ["death", "death"]),
        ("Arrivals fell 12 percent, to 312.", ["percent", "arrival"]),
        ("It sold 40 vans in May and 52 in June.", ["van", "van"]),
        ("Voters back it by 48 percent to 33.", ["percent", "percent"]),
        ("Its lead shrank to four points from nine.", ["point", "point"]),
        ("Profit rose by 12 million euros to 98 million.", ["EUR", "EUR"]),
        ("It drew 4,100 viewers, its best in two years and 600 more than before.", ["person", "year", "person"]),
        ("It waited 17 weeks, against a target of 12.", ["week", "week"]),
        ("It had 58 on board; 31 were saved.", ["person", "person"]),
        ("He bought 12 rugs and sold five.", ["rug", "rug"]),
        ("They won in front of 28,000.", ["person"]),
        ("The crowd of 4,500 saw him take 5 for 38.", ["person", None, None]),
        ("Subscribers grew by just over 30,000 to 410,000.", ["person", "person"]),
    ],
)
def test_a_figure_takes_the_unit_it_is_told_with(text: str, expected: list[str]) -> None:
    assert [unit for _, unit in units(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Dow fell 412 points, or 1.2%, to 33,981.22.", ["point", "percent", None]),
        ("He took 5 wickets for 23.", ["wicket", None]),
        ("Shares rose to 312.", [None]),
        ("Analysts at Brown said earnings could fall to 312.", [None]),
        ("He got 18 points and nine assists, while Bale had 14.", ["point", "assist", None]),
        ("Waiting lists fell to 7,500.", [None]),
        ("It reached 12 million, or 13 percent.", [None, "percent"]),
        ("The index shed 40 points to 6,300.", ["point", None]),
        ("It sold 12 cars at 45 sites for $3 million.", ["car", "site", "USD"]),
        ("It sold 12 cars. The index stood at 6,400.", ["car", None]),
    ],
)
def test_a_figure_of_another_sort_takes_none(text: str, expected: list[str | None]) -> None:
    assert [unit for _, unit in units(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("His rating rose 3 points to 47 percent.", ["percentage point", "percent"]),
        ("The poll gives it 29 percent, a lead of 7 points.", ["percent", "percentage point"]),
        ("He scored 23 points and hit 45 percent of his shots.", ["point", "percent"]),
        ("The index rose 56 points, or 0.4 percent.", ["point", "percent"]),
    ],
)
def test_points_beside_a_percentage_are_percentage_points(text: str, expected: list[str]) -> None:
    assert [unit for _, unit in units(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Of them 45 were foreigners.",
        "By then 12 of them, all women, had left; of whom 12 died.",
        "More than 300 fled.",
        "Up to 200 are feared buried.",
        "He is a father of three.",
        "The firms employ 1,200.",
        "Its workforce has shrunk to 3,000.",
        "It had a garrison of 12,000.",
        "It will hire 300, mostly in Asia.",
        "It had 42 on board.",
    ],
)
def test_the_words_of_a_sentence_tell_that_people_are_counted(text: str) -> None:
    assert units(text)[-1][1] == "person"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The number of confirmed cases rose to 1,245.", "case"),
        ("The total number of ships was 12.", "ship"),
        ("The number of patients reached 80.", "person"),
    ],
)
def test_a_number_of_things_counts_them(text: str, unit: str) -> None:
    assert units(text)[-1][1] == unit
