"""Figures with their unit, noun, hedge and rate."""

from __future__ import annotations

from decimal import Decimal

import pytest

from articles.extraction import extract
from articles.values import Change, Hedge, Kind
from tests.articles.extraction.texts import bounds, figure, figures


@pytest.mark.parametrize(
    ("text", "span", "unit", "noun"),
    [
        ("It has 15,000 foreign troops there.", "15,000 foreign troops", "person", "foreign troops"),
        ("It has 13,000 troops and police.", "13,000 troops and police", "person", "troops and police"),
        ("Then 303 peacekeepers have been killed.", "303 peacekeepers", "person", "peacekeepers"),
        ("Some 12 countries and 3 unions met.", "Some 12 countries", "country", "countries"),
        ("They saw 1,000 Wagner troops there.", "1,000 Wagner troops", "person", "Wagner troops"),
        ("It lost two separate bridges in May.", "two separate bridges", "bridge", "separate bridges"),
        ("They found four more bodies.", "four more bodies", "body", "bodies"),
        ("They counted 45 dead.", "45 dead", "person", "dead"),
        ("A 27-nation bloc met.", "27-nation", "nation", "nation"),
        ("A 1,500-strong force met.", "1,500-strong", "person", None),
        ("It flew 30,000 feet up.", "30,000 feet", "foot", None),
        ("It is 48 km away.", "48 km", "kilometre", None),
        ("It covers 190,000 square metres.", "190,000 square metres", "square metre", None),
        ("It reached 45 degrees Celsius.", "45 degrees Celsius", "degree Celsius", None),
        ("He is 6ft 2in tall.", "6ft 2in", "foot", None),
        ("They fired 155mm shells.", "155mm", "millimetre", None),
        ("Dozens of protesters came.", "Dozens of protesters", "person", "protesters"),
        ("Half of the members left.", "Half of the members", "person", "members"),
        ("Twelve of 15 judges agreed.", "15 judges", "person", "judges"),
        ("It holds 200m cubic metres.", "200m cubic metres", "cubic metre", None),
        ("One dose costs too much.", "One dose", "dose", "dose"),
        ("A crowd of 67,300 saw Leeds win.", "67,300", "person", None),
        ("Found guilty on 14 of 17 counts.", "14", "count", "counts"),
        ("Three of the four judges agreed.", "Three", "person", "judges"),
        ("They took 15 rifles and more than 200 rounds.", "15 rifles", "rifle", "rifles"),
    ],
)
def test_a_figure_counts_the_noun_phrase_after_it(text: str, span: str, unit: str, noun: str | None) -> None:
    reading = figures(text)[-1] if text.startswith("Twelve") else figures(text)[0]
    assert (reading.text, reading.unit, reading.noun) == (span, unit, noun)


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 15 and wounded 20.",
        "Dozens were injured.",
        "Another 120 are missing.",
        "By then 12 remained missing.",
        "The firm employs 4,300.",
        "Of them, 23 were killed.",
        "The blast killed 15 people and injured 30 more.",
        "The death toll, which stood at 43, rose to 56.",
        "Hundreds fled as the river rose.",
        "One man was killed and three others wounded.",
        "It left 113 injured and 12 dead.",
    ],
)
def test_people_are_counted_where_the_verb_says_so(text: str) -> None:
    assert {reading.unit for reading in figures(text)} == {"person"}


@pytest.mark.parametrize(
    ("text", "span", "expected", "hedge"),
    [
        ("It has 170 staff.", "170 staff", "[170, 170]", Hedge.EXACT),
        ("It has about 170 staff.", "about 170 staff", "[170, 170]", Hedge.ABOUT),
        ("It has nearly 170 staff.", "nearly 170 staff", "[170, 170]", Hedge.ABOUT),
        ("It has more than 170 staff.", "more than 170 staff", "(170, ..", Hedge.MORE_THAN),
        ("It has well over 170 staff.", "well over 170 staff", "(170, ..", Hedge.MORE_THAN),
        ("It has at least 170 staff.", "at least 170 staff", "[170, ..", Hedge.AT_LEAST),
        ("It has no fewer than 170 staff.", "no fewer than 170 staff", "[170, ..", Hedge.AT_LEAST),
        ("It has fewer than 170 staff.", "fewer than 170 staff", ".., 170)", Hedge.LESS_THAN),
        ("It has no more than 170 staff.", "no more than 170 staff", ".., 170]", Hedge.AT_MOST),
        ("It has up to 170 staff.", "up to 170 staff", ".., 170]", Hedge.UP_TO),
        ("It has as many as 170 staff.", "as many as 170 staff", ".., 170]", Hedge.UP_TO),
        ("It has 170 or more staff.", "170 or more staff", "[170, ..", Hedge.AT_LEAST),
        ("It has 170+ staff.", "170+ staff", "[170, ..", Hedge.AT_LEAST),
        ("It has about 170 staff or more.", "about 170 staff or more", "[170, ..", Hedge.AT_LEAST),
        ("It has 40-odd staff.", "40-odd staff", "[40, 40]", Hedge.ABOUT),
        ("It has 12,000-plus staff.", "12,000-plus staff", "[12000, ..", Hedge.AT_LEAST),
        ("The rate edged up to 3.9%.", "3.9%", "[3.9, 3.9]", Hedge.EXACT),
        ("The rate climbed up to 3.9%.", "3.9%", "[3.9, 3.9]", Hedge.EXACT),
        ("It may cut up to 700 jobs.", "up to 700 jobs", ".., 700]", Hedge.UP_TO),
        ("It will shed up to 700 jobs.", "up to 700 jobs", ".., 700]", Hedge.UP_TO),
        ("It has far fewer than 170 staff.", "far fewer than 170 staff", ".., 170)", Hedge.LESS_THAN),
        ("It has comfortably more than 170 staff.", "comfortably more than 170 staff", "(170, ..", Hedge.MORE_THAN),
        ("It has slightly more than 170 staff.", "slightly more than 170 staff", "(170, ..", Hedge.MORE_THAN),
        ("It has just under 170 staff.", "just under 170 staff", ".., 170)", Hedge.LESS_THAN),
        ("It came within 40 miles of us.", "within 40 miles", ".., 40]", Hedge.WITHIN),
        ("It has just shy of 170 staff.", "just shy of 170 staff", "[170, 170]", Hedge.ABOUT),
        ("It has at least about 170 staff.", "at least about 170 staff", "[170, ..", Hedge.AT_LEAST),
        ("It has more than an estimated 170 staff.", "more than an estimated 170 staff", "(170, ..", Hedge.MORE_THAN),
        ("It has at the very most 170 staff.", "at the very most 170 staff", ".., 170]", Hedge.AT_MOST),
        ("It has 170 staff and counting.", "170 staff and counting", "[170, ..", Hedge.AT_LEAST),
        ("Bills will top £5,000.", "top £5,000", "(5000, ..", Hedge.MORE_THAN),
        ("It fell short of 40%.", "fell short of 40%", ".., 40)", Hedge.LESS_THAN),
        ("It has a record 170 staff.", "170 staff", "[170, 170]", Hedge.EXACT),
        ("It has only 170 staff.", "170 staff", "[170, 170]", Hedge.EXACT),
        ("It fell below 1,000.", "below 1,000", ".., 1000)", Hedge.LESS_THAN),
        ("He faces a hearing over two killings.", "two killings", "[2, 2]", Hedge.EXACT),
        ("It is a film about two brothers.", "two brothers", "[2, 2]", Hedge.EXACT),
        ("They asked about 200 brothers.", "about 200 brothers", "[200, 200]", Hedge.ABOUT),
        ("It blew up near two schools.", "two schools", "[2, 2]", Hedge.EXACT),
        ("Oil held near $108.", "near $108", "[108, 108]", Hedge.ABOUT),
        ("The top 12 firms grew.", "12 firms", "[12, 12]", Hedge.EXACT),
        ("It has 10 to 12 staff.", "10 to 12 staff", "[10, 12]", Hedge.EXACT),
        ("It has 10-12 staff.", "10-12 staff", "[10, 12]", Hedge.EXACT),
        ("It has between 10 and 12 staff.", "between 10 and 12 staff", "[10, 12]", Hedge.EXACT),
        ("It has from 10 to 12 staff.", "from 10 to 12 staff", "[10, 12]", Hedge.EXACT),
        ("It has two to three million users.", "two to three million users", "[2000000, 3000000]", Hedge.EXACT),
        ("It has hundreds of users.", "hundreds of users", "[200, ..", Hedge.AT_LEAST),
        ("It has several thousand users.", "several thousand users", "[3000, ..", Hedge.AT_LEAST),
        ("It has a million users.", "a million users", "[1000000, 1000000]", Hedge.EXACT),
    ],
)
def test_a_hedge_bounds_a_figure_and_stands_in_its_span(text: str, span: str, expected: str, hedge: Hedge) -> None:
    reading = figure(text)
    assert (reading.text, bounds(reading), reading.hedge) == (span, expected, hedge)


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Dozens of people came.", 15),
        ("Several thousand people came.", 4000),
        ("Tens of thousands of people came.", 30_000),
        ("A couple of hundred people came.", 200),
        ("About 12 people came.", 12),
    ],
)
def test_a_newsroom_says_what_a_vague_word_means_at_least(text: str, least: int) -> None:
    (reading,) = extract(text, vague={"en": {"dozens": 15, "several": 4, "tens": 30}, "fr": {"couple": 3}})
    assert reading.numbers == (Decimal(least),)
    assert reading.text == text.removesuffix(" came.")


def test_two_bounds_count_the_noun_after_the_second() -> None:
    reading = figure("It takes a minimum of 5 and a maximum of 20 investors.")
    assert (reading.text, reading.unit) == ("a minimum of 5 and a maximum of 20 investors", "person")


def test_a_hedge_that_belongs_to_the_next_figure_is_left_to_it() -> None:
    read = figures("More than a dozen people and over a hundred shops burned.")
    assert [each.text for each in read] == ["More than a dozen people", "over a hundred shops"]


def test_two_bounds_make_one_interval() -> None:
    assert bounds(figure("More than 10 but fewer than 20 ships sank.")) == "(10, 20)"


@pytest.mark.parametrize(
    ("text", "kind", "span", "expected", "unit", "per"),
    [
        ("It costs $1.2 billion a year.", Kind.MONEY, "$1.2 billion a year", "1200000000", "USD", "year"),
        ("It costs $4m now.", Kind.MONEY, "$4m", "4000000", "USD", None),
        ("It costs €50bn now.", Kind.MONEY, "€50bn", "50000000000", "EUR", None),
        ("It costs CHF 3 billion now.", Kind.MONEY, "CHF 3 billion", "3000000000", "CHF", None),
        ("It costs Rs 500 crore now.", Kind.MONEY, "Rs 500 crore", "5000000000", "INR", None),
        ("It costs HK$3 million now.", Kind.MONEY, "HK$3 million", "3000000", "HKD", None),
        ("It signed a $28 billion deal.", Kind.MONEY, "$28 billion", "28000000000", "USD", None),
        (
            "It costs 250 million Norwegian crowns.",
            Kind.MONEY,
            "250 million Norwegian crowns",
            "250000000",
            "NOK",
            None,
        ),
        ("It made double the 98 cents analysts expected.", Kind.MONEY, "98 cents", "0.98", "USD", None),
        ("It is double the 10 billion analysts had forecast.", Kind.QUANTITY, "10 billion", "10000000000", None, None),
        ("It costs A$28 billion.", Kind.MONEY, "A$28 billion", "28000000000", "AUD", None),
        ("It costs US$ 3 million now.", Kind.MONEY, "US$ 3 million", "3000000", "USD", None),
        ("It costs 5,000 Swiss francs.", Kind.MONEY, "5,000 Swiss francs", "5000", "CHF", None),
        ("It costs 3 million U.S. dollars.", Kind.MONEY, "3 million U.S. dollars", "3000000", "USD", None),
        ("It costs 40 cents.", Kind.MONEY, "40 cents", "0.4", "USD", None),
        ("It costs 75p.", Kind.MONEY, "75p", "0.75", "GBP", None),
        ("It costs 13 dollars and 45 cents.", Kind.MONEY, "13 dollars and 45 cents", "13.45", "USD", None),
        ("It costs $82.50 a barrel.", Kind.MONEY, "$82.50 a barrel", "82.5", "USD", "barrel"),
        ("It costs $2.10 per share.", Kind.MONEY, "$2.10 per share", "2.1", "USD", "share"),
        ("It reached 61.5 per cent.", Kind.PERCENTAGE, "61.5 per cent", "61.5", "percent", None),
        ("It reached 4%.", Kind.PERCENTAGE, "4%", "4", "percent", None),
        ("It won by 8 percentage points.", Kind.PERCENTAGE, "8 percentage points", "8", "percentage point", None),
        ("It lasted nine years.", Kind.DURATION, "nine years", "9", "year", None),
        ("It lasted two and a half hours.", Kind.DURATION, "two and a half hours", "2.5", "hour", None),
        ("It lasted half an hour.", Kind.DURATION, "half an hour", "0.5", "hour", None),
        ("A 38-year-old fell.", Kind.DURATION, "38-year-old", "38", "year", None),
        ("Maria Lopez, 34, fell.", Kind.DURATION, "34", "34", "year", None),
        ("The driver, 34, fell.", Kind.DURATION, "34", "34", "year", None),
        ("It is the 21st such case.", Kind.ORDINAL, "21st", "21", None, None),
    ],
)
def test_a_figure_has_its_kind_and_unit(
    text: str, kind: Kind, span: str, expected: str, unit: str | None, per: str | None
) -> None:
    reading = figure(text)
    assert (reading.kind, reading.text, reading.unit, reading.per) == (kind, span, unit, per)
    assert bounds(reading) == f"[{expected}, {expected}]"


@pytest.mark.parametrize(
    ("timezone", "unit"),
    [("UTC", "USD"), ("America/New_York", "USD"), ("Australia/Sydney", "AUD"), ("America/Toronto", "CAD")],
)
def test_a_bare_dollar_is_that_of_the_country_of_the_text(timezone: str, unit: str) -> None:
    assert figure("It costs $5 million.", timezone).unit == unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales fell by 12%.", [Change.DOWN]),
        ("Oil rose 19 cents.", [Change.UP]),
        ("Oil rose to $80.", [None]),
        ("The budget was cut by $20m to $280m.", [Change.DOWN, None]),
        ("It rose by 20 to 30 metres.", [Change.UP]),
        ("A 5% rise followed.", [Change.UP]),
        ("Stocks were 2% lower.", [Change.DOWN]),
        ("They shot down 87 drones.", [None]),
        ("The bank lifted its rate by 2%.", [Change.UP]),
        ("It took in 15% fewer than before.", [Change.DOWN]),
        ("It drew 14% more than before.", [Change.UP]),
        ("The Nikkei lost 2%.", [Change.DOWN]),
        ("They raised $5 million.", [None]),
        ("They raised it by $5 million.", [Change.UP]),
        ("It rose from 3% to 4%.", [None, None]),
        ("The toll rose above 80.", [None]),
        ("It slipped below 1,000.", [None]),
        ("Crude lost $1.14 to settle at $94.02.", [Change.DOWN, None]),
        ("The firm lost $45 million.", [None]),
        ("The index gave up 0.3%.", [Change.DOWN]),
        ("It brought a $1,200 increase.", [Change.UP]),
        ("A two-point rise followed.", [Change.UP]),
        ("It brought a 3% annual drop.", [Change.DOWN]),
        ("It plummeted a further 40 cents.", [Change.DOWN]),
        ("It rose a seasonally adjusted 0.4%.", [Change.UP]),
        ("They were 20% more likely to go.", [None]),
        ("It splashed down 214 miles off.", [None]),
        ("It was up 12% on the year.", [Change.UP]),
        ("It was $1.20 dearer.", [Change.UP]),
        ("Sales rose 2% here and 9% there.", [Change.UP, Change.UP]),
        ("Tin fell 2% to $40 and zinc 9%.", [Change.DOWN, None, None]),
        ("Tin fell 2% and Nickel 9%.", [Change.DOWN, Change.DOWN]),
        ("It rose 2% and 9% were left.", [Change.UP, None]),
        ("It shrank by at least 30 percent.", [Change.DOWN]),
        ("Zinc lost $14, or 1.1 percent.", [Change.DOWN, Change.DOWN]),
        ("They raised $14, or 3 percent of it.", [None, None]),
        ("Births fell by a mean of 3 percent, and deaths by 2 percent.", [Change.DOWN, Change.DOWN]),
        ("It cuts the risk of a bad heart attack by 54 percent.", [Change.DOWN]),
        ("Tin settled 3 cents lower, or 1.3 percent.", [Change.DOWN, Change.DOWN]),
        ("They chased down 87 runaways.", [None]),
        ("The bank lifted its main rate 25 basis points.", [Change.UP]),
        ("The bank cut its share of the 25 percent tax.", [None]),
        ("June was 1.2 degrees warmer.", [Change.UP]),
        ("It cut the wait by an average of 3 days.", [None]),
        ("It cut the load by an average of 3 tonnes.", [Change.DOWN]),
        ("Gold rose as high as $1,350.", [None]),
        ("It promised a 7% increase and cut the rest by a tenth.", [Change.UP, Change.DOWN]),
    ],
)
def test_an_amount_of_change_has_a_direction(text: str, expected: list[Change | None]) -> None:
    assert [reading.change for reading in figures(text)] == expected


def test_a_figure_stands_as_of_the_day_its_sentence_names() -> None:
    reading = figure("As of May 14, there were 812 cases.")
    assert str(reading.as_of) == "2024-05-14"


def test_a_share_of_people_is_a_fraction_of_them() -> None:
    reading = figure("One in five Americans agreed.")
    assert (reading.text, bounds(reading), reading.unit) == ("One in five Americans", "[0.2, 0.2]", "person")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boys, aged 19, 24 and 31, were charged.", ["19", "24", "31"]),
        ("Two were aged 34 and 41.", ["34", "41"]),
        ("He died at the age of 96.", ["96"]),
        ("It is for those over 65.", ["over 65"]),
        ("The jab is for children under five.", ["under five"]),
        ("Anna Berg, who is 42, left.", ["42"]),
        ("His son is 58.", ["58"]),
        ("A retired nurse of 71, she won.", ["71"]),
        ("She was 12 when it burned.", ["12"]),
        ("The mean age was 54.", ["54"]),
        ("The boys, now 30, have left.", ["30"]),
        ("At 78, he is the oldest.", ["78"]),
        ("The couple, both 72, left.", ["72"]),
        ("Two teenagers, 15 and 17, were hurt.", ["15", "17"]),
        ("It is for 12- to 15-year-olds.", ["12- to 15-year-olds"]),
    ],
)
def test_a_figure_beside_words_of_age_is_in_years(text: str, expected: list[str]) -> None:
    read = [reading for reading in figures(text) if reading.kind is Kind.DURATION]
    assert [reading.text for reading in read] == expected
    assert {reading.unit for reading in read} == {"year"}


@pytest.mark.parametrize(
    ("text", "span", "hedge"),
    [
        ("It will invest $5 billion over five years.", "five years", Hedge.EXACT),
        ("It tested 1,500 people over three years.", "three years", Hedge.EXACT),
        ("Prices fell over two days.", "two days", Hedge.EXACT),
        ("The talks were spread over three weeks.", "three weeks", Hedge.EXACT),
        ("He has led it for over five years.", "over five years", Hedge.MORE_THAN),
        ("The war lasted over five years.", "over five years", Hedge.MORE_THAN),
        ("He spent over five years there.", "over five years", Hedge.MORE_THAN),
        ("Over five years, it grew.", "five years", Hedge.EXACT),
        ("The tree is over 300 years old.", "over 300 years old", Hedge.MORE_THAN),
    ],
)
def test_over_a_length_of_time_is_a_hedge_only_where_it_counts(text: str, span: str, hedge: Hedge) -> None:
    reading = figures(text)[-1]
    assert (reading.text, reading.hedge) == (span, hedge)


@pytest.mark.parametrize(
    ("text", "kind", "span", "unit"),
    [
        ("A 6.4-magnitude quake struck.", Kind.QUANTITY, "6.4-magnitude", "magnitude"),
        ("Some 900 million Indians vote.", Kind.QUANTITY, "Some 900 million Indians", "person"),
        ("The yield rose three basis points.", Kind.PERCENTAGE, "three basis points", "basis point"),
        ("Rates rose half a percentage point.", Kind.PERCENTAGE, "half a percentage point", "percentage point"),
        ("The star is 4.2 light-years away.", Kind.QUANTITY, "4.2 light-years", "light year"),
        ("It flew at 900 km/h.", Kind.QUANTITY, "900 km/h", "kilometre per hour"),
        ("It flew at 900 kilometres per hour.", Kind.QUANTITY, "900 kilometres per hour", "kilometre per hour"),
        ("There were 9.4 deaths per 100,000 people.", Kind.QUANTITY, "9.4 deaths per 100,000 people", "death"),
        ("The 1.5C target stands.", Kind.QUANTITY, "1.5C", "degree Celsius"),
        ("He signed an eight-and-a-half-year contract.", Kind.DURATION, "eight-and-a-half-year", "year"),
        ("He made nine assists.", Kind.QUANTITY, "nine assists", "assist"),
        ("The bag weighs 70kg.", Kind.QUANTITY, "70kg", "kilogram"),
        ("She ran 5km.", Kind.QUANTITY, "5km", "kilometre"),
        ("It made a net loss of €1.2m.", Kind.MONEY, "€1.2m", "EUR"),
        ("He has a £45,000-a-year job.", Kind.MONEY, "£45,000-a-year", "GBP"),
        ("Joblessness hit a 24-year low.", Kind.DURATION, "24-year", "year"),
    ],
)
def test_a_unit_stands_against_its_figure_in_any_spelling(text: str, kind: Kind, span: str, unit: str) -> None:
    reading = figure(text)
    assert (reading.kind, reading.text, reading.unit) == (kind, span, unit)


@pytest.mark.parametrize(
    ("text", "span", "expected", "change"),
    [
        ("Output fell by a third.", "a third", "[0.333333333333333, 0.333333333333333]", Change.DOWN),
        (
            "Sales fell by nearly a third to a low.",
            "nearly a third",
            "[0.333333333333333, 0.333333333333333]",
            Change.DOWN,
        ),
        ("The gap narrowed by a quarter.", "a quarter", "[0.25, 0.25]", Change.DOWN),
        ("Exports rose a fifth.", "a fifth", "[0.2, 0.2]", Change.UP),
        ("Tablets account for a fifth.", "a fifth", "[0.2, 0.2]", None),
        ("They make nearly a fifth.", "nearly a fifth", "[0.2, 0.2]", None),
        ("Prices are a third higher.", "a third", "[0.333333333333333, 0.333333333333333]", Change.UP),
        ("It cut costs by half.", "half", "[0.5, 0.5]", Change.DOWN),
        ("It fell by more than half.", "more than half", "(0.5, ..", Change.DOWN),
        ("Two thirds of the crop went.", "Two thirds", "[0.666666666666667, 0.666666666666667]", None),
        ("Three-quarters of the crop went.", "Three-quarters", "[0.75, 0.75]", None),
    ],
)
def test_a_part_is_a_fraction_of_the_whole(text: str, span: str, expected: str, change: Change | None) -> None:
    reading = figure(text)
    assert (reading.text, bounds(reading), reading.change) == (span, expected, change)


@pytest.mark.parametrize(
    "text", ["He took a third man along.", "It is a third month in a row.", "They lost at half-time."]
)
def test_a_rank_or_a_name_is_no_part(text: str) -> None:
    assert [reading for reading in figures(text) if reading.kind is not Kind.ORDINAL] == []


@pytest.mark.parametrize(
    "text",
    [
        "A magnitude 6.4 quake struck.",
        "A magnitude-6.4 quake struck.",
        "A 6.4-magnitude quake struck.",
        "It was of 6.4 magnitude.",
    ],
)
def test_the_size_of_a_quake_is_its_magnitude(text: str) -> None:
    reading = figure(text)
    assert (bounds(reading), reading.unit) == ("[6.4, 6.4]", "magnitude")
