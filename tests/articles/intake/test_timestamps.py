"""Lines that are nothing but a time stamp, and days in words."""

from __future__ import annotations

from datetime import date

import pytest

from articles.intake import describe
from articles.intake.timestamps import Label, read_day, read_timestamp, read_zone


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2023-06-30", date(2023, 6, 30)),
        ("2023/6/30", date(2023, 6, 30)),
        ("2023-06-30T08:37:00Z", date(2023, 6, 30)),
        ("June 30, 2023", date(2023, 6, 30)),
        ("Jun. 30 2023", date(2023, 6, 30)),
        ("Sept. 1st, 2023", date(2023, 9, 1)),
        ("30 June 2023", date(2023, 6, 30)),
        ("30th of June, 2023", date(2023, 6, 30)),
        ("30-Jun-2023", date(2023, 6, 30)),
        ("30.06.2023", date(2023, 6, 30)),
        ("30 juin 2023", date(2023, 6, 30)),
        ("1er août 2023", date(2023, 8, 1)),
        ("06/30/2023", date(2023, 6, 30)),
        ("05/05/2023", date(2023, 5, 5)),
        ("01/07/2023", None),
        ("30/06/23", None),
        ("June 31, 2023", None),
        ("0000-01-01", None),
        ("June 30", None),
        ("", None),
    ],
)
def test_a_day_is_read_only_where_it_cannot_be_another(words: str, day: date | None) -> None:
    assert read_day(words) == day


@pytest.mark.parametrize(
    ("line", "days", "says_when", "zone"),
    [
        ("june 30, 2023", [(Label.NONE, date(2023, 6, 30))], False, None),
        ("june 30, 2023, 8:37 am", [(Label.NONE, date(2023, 6, 30))], True, None),
        ("fri, jun 30, 2023 at 8:37 a.m. edt", [(Label.NONE, date(2023, 6, 30))], True, "America/New_York"),
        ("date 2023-06-30 close", [(Label.PUBLISHED, date(2023, 6, 30))], True, None),
        ("published: 30 june 2023 · 08.37 gmt", [(Label.PUBLISHED, date(2023, 6, 30))], True, "UTC"),
        ("2023-06-30t08:37:00+02:00", [(Label.NONE, date(2023, 6, 30))], True, None),
        ("last updated on 1 july 2023", [(Label.UPDATED, date(2023, 7, 1))], True, None),
        (
            "published 30 june 2023, updated 1 july 2023",
            [(Label.PUBLISHED, date(2023, 6, 30)), (Label.UPDATED, date(2023, 7, 1))],
            True,
            None,
        ),
        (
            "publié le 30 juin 2023 à 18h30, mis à jour le 1er juillet 2023 à 09h12",
            [(Label.PUBLISHED, date(2023, 6, 30)), (Label.UPDATED, date(2023, 7, 1))],
            True,
            None,
        ),
        ("8:37 pm ist", [], True, None),
        ("3 hours ago", [], True, None),
        ("5 min read", [], True, None),
        ("june 30", [], False, None),
        ("published", [], True, None),
    ],
)
def test_a_time_stamp_says_its_days_and_zone(
    line: str, days: list[tuple[Label, date]], says_when: bool, zone: str | None
) -> None:
    stamp = read_timestamp(line)
    assert stamp is not None
    assert (list(stamp.days), stamp.says_when, stamp.timezone) == (days, says_when, zone)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "on friday",
        "friday",
        "2023",
        "170",
        "june",
        "the dam broke on june 30, 2023",
        "14 dead on 30 june 2023",
        "by the end of the month",
        "12 hours",
        "3 weeks in march 2020",
        "5-4",
    ],
)
def test_a_line_that_says_anything_else_is_no_time_stamp(line: str) -> None:
    assert read_timestamp(line) is None


@pytest.mark.parametrize(
    ("words", "zone"), [("EDT", "America/New_York"), ("gmt", "UTC"), ("IST", None), ("CST", None), ("", None)]
)
def test_an_abbreviation_names_a_zone_only_where_one_country_alone_uses_it(words: str, zone: str | None) -> None:
    assert read_zone(words) == zone


PARAGRAPH = "The mayor of the town said on Monday that 14 people had drowned when the dam gave way."


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("Posted on\n30 June 2023", date(2023, 6, 30)),
        ("June 30, 2023\nUpdated July 2, 2023", date(2023, 6, 30)),
        ("Updated July 2, 2023", date(2023, 7, 2)),
        ("June 30, 2023\nJuly 2, 2023", None),
        ("By Anna Kowalska June 30, 2023", date(2023, 6, 30)),
        ("Anna Kowalska\nJune 30, 2023", date(2023, 6, 30)),
        ("By Anna Kowalska | June 30, 2023 | 5 min read", date(2023, 6, 30)),
        ("Anna Kowalska · Reuters · 30 June 2023", date(2023, 6, 30)),
        ("Orava, June 30", None),
        ("June 30, 2023 by Anna Kowalska", date(2023, 6, 30)),
        ("Post on Jun 30, 2023 in Disasters", date(2023, 6, 30)),
        ("01/07/2023", None),
        ("Dams that broke in June 2023", None),
    ],
)
def test_the_day_of_publication_is_what_the_head_of_the_page_says(head: str, published: date | None) -> None:
    assert describe(f"The dam that broke\n\n{head}\n\n{PARAGRAPH}\n").published == published


@pytest.mark.parametrize(
    ("page", "published"),
    [
        ("June 30, 2023\n\nThe dam that broke\n\n{}", date(2023, 6, 30)),
        ("July 9, 2023\n\nThe dam that broke\n\nJune 30, 2023\n\n{}", date(2023, 6, 30)),
        ("July 9, 2023\n\nThe dam that broke\n\nORAVA, June 30, 2023 — {}", date(2023, 6, 30)),
    ],
)
def test_a_day_over_the_title_counts_least_since_some_sites_print_todays(page: str, published: date) -> None:
    assert describe(page.format(PARAGRAPH)).published == published


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("ORAVA, Slovakia (AP) — ", "ORAVA, Slovakia (AP) —"),
        ("ORAVA, June 30 (Valley Wire) -- ", "ORAVA, June 30 (Valley Wire) --"),
        ("ORAVA, Slovakia – ", "ORAVA, Slovakia –"),
        ("Orava, June 30 - ", "Orava, June 30 -"),
        ("30 June 2023 – ", "30 June 2023 –"),
        ("On June 30, 2023, Slovakia and Austria - both on the river - agreed: ", None),
        ("On June 30 - a Friday - it broke: ", None),
        ("The mayor (a lawyer) - ", None),
        ("Slovakia – ", None),
        ("In 2013 — ", None),
    ],
)
def test_a_dateline_is_a_town_in_capitals_or_a_day_before_a_dash(opening: str, dateline: str | None) -> None:
    text = opening + PARAGRAPH
    assert [text[span.start : span.end] for span in describe(text).furniture] == ([dateline] if dateline else [])


def test_a_day_in_the_body_or_in_a_caption_says_nothing_of_publication() -> None:
    text = f"The dam that broke\n\nA flooded street, June 2, 2021. (Photo by AFP)\n\n{PARAGRAPH} It was June 1, 2021.\n"
    assert describe(text).published is None
