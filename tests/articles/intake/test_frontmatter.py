"""The header a file may open with."""

from __future__ import annotations

from datetime import date

import pytest

from articles.intake import Reason, describe

PARAGRAPH = "The mayor of the town said on Monday that 14 people had drowned when the dam gave way."
HEADER = """---
# a comment
Title: "The dam: what broke"
source: ap
published: 2021-03-03T10:00:00+01:00
url: https://apnews.com/article/1#top # where it stood
timezone: Europe/Bratislava
language: en
tags:
- dams
---
"""


def test_the_header_says_what_the_article_is_and_is_furniture() -> None:
    document = describe(HEADER + "\nAnother title\n\n" + PARAGRAPH)
    assert document.title == "The dam: what broke"
    assert document.source == "Associated Press"
    assert document.published == date(2021, 3, 3)
    assert document.published_from == "text"
    assert document.url == "https://apnews.com/article/1#top"
    assert document.timezone == "Europe/Bratislava"
    assert document.language == "en"
    assert document.missing == ()
    assert [mark.reason for mark in document.marks] == [Reason.FRONT_MATTER]
    assert document.text[: document.marks[0].span.end] == HEADER.rstrip("\n")


def test_a_header_without_fences_is_read_where_a_blank_line_ends_it() -> None:
    unclosed = describe(f"Headline: The dam\nLanguage: en\nThe rest is text\n\n{PARAGRAPH}")
    assert (unclosed.language, unclosed.furniture) == (None, ())
    document = describe(f"Headline: The dam\nDate: 3 March 2021\n\n{PARAGRAPH}")
    assert (document.title, document.published) == ("The dam", date(2021, 3, 3))
    assert len(document.furniture) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"---\n{PARAGRAPH}\n---\n{PARAGRAPH}",
        f"---\ntitle: never closed\n{PARAGRAPH}",
        f"Title: one line is a sentence\n\n{PARAGRAPH}",
        f"\n{PARAGRAPH}\n---\ntitle: too late\n---\n",
    ],
)
def test_what_is_no_header_is_text(text: str) -> None:
    assert Reason.FRONT_MATTER not in {mark.reason for mark in describe(text).marks}


@pytest.mark.parametrize("value", ["", "~", "null", "unknown", "''", "n/a"])
def test_a_value_that_says_nothing_counts_as_missing(value: str) -> None:
    document = describe(f"---\nsource: {value}\npublished: {value}\n---\n{PARAGRAPH}")
    assert document.source is None
    assert document.missing == ("title", "outlet", "publication date")


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("UTC", "UTC"), ("edt", "America/New_York"), ("IST", None), ("nine o'clock", None), ("../etc/passwd", None)],
)
def test_a_time_zone_is_an_iana_name_or_a_clear_abbreviation(zone: str, expected: str | None) -> None:
    assert describe(f"---\ntimezone: {zone}\n---\n{PARAGRAPH}").timezone == expected


def test_the_address_a_text_was_found_at_gives_the_url_and_as_a_last_resort_the_outlet() -> None:
    document = describe(PARAGRAPH, "https://www.rferl.org/a/dam/1.html")
    assert document.url == "https://www.rferl.org/a/dam/1.html"
    assert document.source == "Radio Free Europe/Radio Liberty"
    assert describe(PARAGRAPH, "https://valleypost.example.org/dam").source == "valleypost.example.org"
    assert describe(PARAGRAPH, "dam.txt").url is None
    assert describe(PARAGRAPH, "javascript:alert(1)").url is None
