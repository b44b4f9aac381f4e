"""Dates that more than their own words place: the verb that governs them, a list, the dates told before."""

from __future__ import annotations

import pytest

from tests.articles.extraction.texts import dates, days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor let it be known on Friday that rents would go up.", ["2024-05-10"]),
        ("A kitchen set up on Sunday had served 900 meals.", ["2024-05-12"]),
        ("The trial is set for Friday.", ["2024-05-17"]),
        ("Donors had pledged $4 million by Monday.", ["2024-05-13"]),
        ("Buses to run again on Monday", ["2024-05-20"]),
        ("Monday's record is looking safe.", ["2024-05-13"]),
        ("The governor declared Friday a day of mourning.", ["2024-05-17"]),
        ("It will sell them, provided the court agrees before Tuesday.", ["2024-05-21"]),
        ("Critics want to put it to a vote in November.", ["2024-11-01..2024-11-30"]),
        ("The hearing was moved to Feb. 20.", ["2025-02-20"]),
        ("Rovers host Athletic on Saturday.", ["2024-05-18"]),
        ("The grocer, which reports on Friday, cut its outlook in March.", ["2024-05-17", "2024-03-01..2024-03-31"]),
        ("Gales are forecast to hit the coast on Friday.", ["2024-05-17"]),
        ("Talks continued through Monday.", ["2024-05-13"]),
        ("She told them on Monday that the vote on Tuesday would go ahead.", ["2024-05-13", "2024-05-21"]),
        ("The blast on Wednesday, the second there, killed two.", ["2024-05-15"]),
        ("The judge adjourned the case until 2pm on Friday.", ["2024-05-17"]),
        ("It was put off until after the vote in April.", ["2025-04-01..2025-04-30"]),
        ("It will be the first since the merger in October.", ["2023-10-01..2023-10-31"]),
        ("She was told by 5 p.m. on Friday.", ["2024-05-10"]),
        ("The mayor won on Tuesday.", ["2024-05-14"]),
        ("The mayor won't leave on Tuesday.", ["2024-05-21"]),
        ("The bank, which cut rates on Monday, rose.", ["2024-05-13"]),
        ("The jury heard her on Thursday.", ["2024-05-09"]),
        ("Launch is targeted for 7:48 p.m. Tuesday.", ["2024-05-21"]),
        ("It put off the launch until no earlier than Tuesday.", ["2024-05-21"]),
        ("The bones were found by the 3rd.", ["2024-05-03"]),
        ("It moves to Boston in September.", ["2024-09-01..2024-09-30"]),
        ("Rovers beat Athletic 3-1 on Saturday.", ["2024-05-11"]),
    ],
)
def test_the_word_that_governs_a_date_tells_past_from_future(text: str, expected: list[str]) -> None:
    assert [days(each) for each in dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stamps go on sale Monday, Tuesday and Wednesday.", ["2024-05-20", "2024-05-21", "2024-05-22"]),
        ("It peaked in 1966 and 1967.", ["1966-01-01..1966-12-31", "1967-01-01..1967-12-31"]),
        ("There were two floods in 1966 and 1967.", ["1966-01-01..1967-12-31"]),
        ("She won last March and the March before that.", ["2024-03-01..2024-03-31", "2023-03-01..2023-03-31"]),
        ("She won last year and the year before that.", ["2023-01-01..2023-12-31", "2022-01-01..2022-12-31"]),
        ("They have until June 6, and the owner a week after that.", ["2024-06-06", "2024-06-13"]),
        (
            "She resigned in April 2022 and was due to be tried that June.",
            ["2022-04-01..2022-04-30", "2022-06-01..2022-06-30"],
        ),
        ("Services will be on Saturday, with a vigil the evening before.", ["2024-05-18", "2024-05-17"]),
        ("It will be shut from Sunday night to Friday morning.", ["2024-05-19", "2024-05-24"]),
        ("It is shut from Friday until the following Monday.", ["2024-05-17", "2024-05-20"]),
        ("They will strike on 5, 6 and 7 June.", ["2024-06-05", "2024-06-06", "2024-06-07"]),
        ("Hearings are set for June 5, 12 and 26.", ["2024-06-05", "2024-06-12", "2024-06-26"]),
        ("They met on Sept. 5, 7 and 9, 2021.", ["2021-09-05", "2021-09-07", "2021-09-09"]),
        ("On May 2, 4 and 6 percent fell.", ["2024-05-02"]),
        ("They walked out on the 9th and the 11th.", ["2024-05-09", "2024-05-11"]),
        (
            "It earned $9 in the first quarter. In the 2019 period it lost $2.",
            ["2024-01-01..2024-03-31", "2019-01-01..2019-03-31"],
        ),
        ("The dam broke on May 1. Twelve days later it was sealed.", ["2024-05-01", "2024-05-13"]),
        ("The dam broke on April 3. Two weeks later it was sealed.", ["2024-04-03", "2024-04-17"]),
        ("The dam broke on April 3. It was sealed the following week.", ["2024-04-03", "2024-04-08..2024-04-14"]),
    ],
)
def test_dates_in_a_row_count_from_one_another(text: str, expected: list[str]) -> None:
    assert [days(each) for each in dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In hospital were 604, against 640 the day before.", ["2024-05-14"]),
        ("Shares have swung since May 2. The prior day's survey was strong.", ["2024-05-02", "2024-05-14"]),
        (
            "It was hit on May 2. The owner fled. A judge was told. A day earlier he spoke.",
            ["2024-05-02", "2024-05-14"],
        ),
        ("It was hit on May 2. A day earlier it was safe.", ["2024-05-02", "2024-05-01"]),
    ],
)
def test_news_looks_back_from_its_own_day_unless_it_has_just_told_another(text: str, expected: list[str]) -> None:
    assert [days(each) for each in dates(text)] == expected


@pytest.mark.parametrize("text", ["It opened early in 2020 and closed 18 months later.", "A year later than planned."])
def test_what_is_counted_on_from_nothing_told_is_no_date(text: str) -> None:
    assert [each.text for each in dates(text) if "later" in each.text] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ballots are safe until at least 2027.", "2027-01-01..2027-12-31"),
        ("They must be moved before the autumn.", "2024-09-01..2024-11-30"),
        ("It was the busiest week of the fall.", "2023-09-01..2023-11-30"),
        ("It was hit during spring planting.", "2024-03-01..2024-05-31"),
        ("The verdict is due in winter.", "2024-12-01..2025-02-28"),
        ("It will open early in the new year.", "2025-01-01..2025-12-31"),
        ("It needs $5 billion in the July-September quarter.", "2024-07-01..2024-09-30"),
        ("Sales fell in the October-March half.", "2023-10-01..2024-03-31"),
        ("On the 8th the bulldozers came.", "2024-05-08"),
        ("He plowed it in the Dirty Thirties.", "1930-01-01..1939-12-31"),
        ("They open the Monday after Thanksgiving.", "2024-12-02"),
        ("It reopens the weekend of June 8.", "2024-06-08..2024-06-09"),
        ("They will meet on Sunday week.", "2024-05-26"),
        ("it's wednesday the fifteenth of may.", "2024-05-15"),
        ("It was the driest March on record.", "2024-03-01..2024-03-31"),
        ("They will meet in two weeks' time.", "2024-05-27..2024-06-02"),
        ("On the morning of the 3rd, a bell rang.", "2024-05-03"),
    ],
)
def test_a_period_is_read_in_the_words_of_the_news(text: str, expected: str) -> None:
    (reading,) = dates(text)
    assert days(reading) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It is a 12th-century bath.",
        "The fall of the wall was shown.",
        "She broke a hip in the fall.",
        "At least 2027 people came.",
        "Frogs breed in spring.",
        "It was leaked to a Sunday newspaper.",
        "He lives on the 18th floor.",
    ],
)
def test_what_names_no_one_period_is_none(text: str) -> None:
    assert dates(text) == []
