"""Outlets by name, by address and by the phrases of their pages."""

from __future__ import annotations

import pytest

from articles.intake import describe
from articles.intake.outlets import OUTLETS, find_outlet, known_outlet_of_address, outlet_of_address

PARAGRAPH = "The mayor of the town said on Monday that 14 people had drowned when the dam gave way."


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("AP", "Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("reuters.", "Reuters"),
        ("Washington Post", "The Washington Post"),
        ("Valley Post", None),
        ("", None),
    ],
)
def test_an_outlet_is_known_however_it_is_written(words: str, name: str | None) -> None:
    assert find_outlet(words) == name


@pytest.mark.parametrize(
    ("address", "known", "named"),
    [
        ("https://www.apnews.com/article/1?x=2", "Associated Press", "Associated Press"),
        ("www.presstv.ir", "Press TV", "Press TV"),
        ("https://news.sky.com/story/1", "Sky News", "Sky News"),
        ("http://edition.cnn.com:80/", "CNN", "CNN"),
        ("notcnn.com", None, "notcnn.com"),
        ("https://valleypost.example", None, "valleypost.example"),
        ("no address", None, None),
        ("javascript:alert(1)", None, None),
        ("", None, None),
    ],
)
def test_an_address_names_the_outlet_or_its_domain(address: str, known: str | None, named: str | None) -> None:
    assert (known_outlet_of_address(address), outlet_of_address(address)) == (known, named)


def test_no_name_address_or_phrase_belongs_to_two_outlets() -> None:
    for spellings in (
        [word.casefold() for outlet in OUTLETS for word in {outlet.name.casefold(), *outlet.also}],
        [domain for outlet in OUTLETS for domain in outlet.domains],
        [phrase for outlet in OUTLETS for phrase in outlet.phrases],
    ):
        assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize(
    ("page", "source"),
    [
        ("The dam that broke | Reuters\n\n{}", "Reuters"),
        ("The dam that broke - a report\n\n{}", None),
        ("{}\n\nCopyright © 2021 Valley Post. All rights reserved.", "Valley Post"),
        ("{}\n\nThis article was originally published by Valley Post, a weekly.", "Valley Post"),
        ("The dam that broke\n\nBy Agence France-Presse\n\n{}", "Agence France-Presse"),
        ("The dam that broke\n\nBy Anna Kowalska, Reuters\n\n{}", "Reuters"),
        ("The dam that broke\n\nValley Post\n\n{}", None),
        ("{}\n\nSource: AFP", "Agence France-Presse"),
        ("{}\n\nFollow Al Jazeera on X", "Al Jazeera"),
        ("{}\n\nhttps://www.un.org/report", None),
        ("The dam that broke\n\nA flooded street. (Photo by AFP)\n\n{}", None),
        ("The dam that broke\n\n{} Reuters reported the same.", None),
        ("ORAVA (Valley Wire) — {}", "Valley Wire"),
    ],
)
def test_the_outlet_is_what_the_page_says_of_itself_and_not_what_the_story_names(page: str, source: str | None) -> None:
    assert describe(page.format(PARAGRAPH)).source == source
