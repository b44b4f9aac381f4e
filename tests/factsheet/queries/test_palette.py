"""What the palette finds, in which order, and for whom."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.urls import resolve

from factsheet.addresses import ADDRESSES
from factsheet.models import FactSheet
from factsheet.queries.palette import ACTS_OF_DESK, ACTS_OF_SHEET, LIMIT, REACH, Act, Palette, palette
from tests.factories import NOON, make_article, make_fact, make_sheet, make_sheet_article, make_source

pytestmark = pytest.mark.django_db


def ask(query: str, sheet: FactSheet | None = None) -> Palette:
    return palette(query, sheet=sheet.slug if sheet else "", by=User(is_superuser=True))


def words_of(query: str, sheet: FactSheet | None = None) -> list[str]:
    return [place.words for place in ask(query, sheet).places]


def test_every_word_has_to_stand_in_the_name_in_any_order_and_case() -> None:
    sheet = make_sheet("The flood at Orland")
    fact = make_fact("Bridges closed since Monday", sheet=sheet)
    assert [place.address for place in ask("MONDAY bridges").places] == [fact.get_absolute_url()]
    assert words_of("monday tunnels") == []
    assert words_of("orland flood") == ["The flood at Orland"]


def test_what_begins_with_the_query_comes_first_and_then_what_is_here() -> None:
    elsewhere, here = make_sheet("Elsewhere"), make_sheet("Here")
    make_fact("Closed bridges", sheet=elsewhere)
    make_fact("Bridges closed elsewhere", sheet=elsewhere)
    make_fact("The bridges here", sheet=here)
    make_fact("Bridges open here", sheet=here)
    assert words_of("bridges", here) == [
        "Bridges open here",
        "Bridges closed elsewhere",
        "The bridges here",
        "Closed bridges",
    ]


def test_an_article_is_found_by_its_title_and_by_who_published_it() -> None:
    sheet = make_sheet()
    article = make_article(title="Floods in the north", source=make_source("Orland Courier"))
    make_sheet_article(sheet, article)
    for query in ("north", "courier floods"):
        (place,) = ask(query).places
        assert (place.words, place.kind, place.inside) == (article.title, "article, Orland Courier", sheet.title)


def test_without_a_query_stand_the_acts_possible_here_and_the_newest_sheets() -> None:
    sheet = make_sheet("The flood")
    assert words_of("") == [str(act.words) for act in ACTS_OF_DESK] + ["The flood"]
    assert words_of("", sheet)[0] == "Matrix"
    assert ask("", sheet).places[0].address == sheet.get_absolute_url()


def test_an_act_is_offered_to_whoever_may_do_it(client: object, reporter: User, editor: User) -> None:
    sheet = make_sheet("The flood")
    for user, offered in ((reporter, []), (editor, ["New fact"])):
        found = palette("new fact", sheet=sheet.slug, by=user)
        assert [place.words for place in found.places] == offered


@pytest.mark.parametrize("act", [*ACTS_OF_SHEET, *ACTS_OF_DESK], ids=lambda act: f"{act.name}{act.filter}")
def test_an_act_leads_to_a_page_that_is_declared_with_a_permission(act: Act) -> None:
    sheet = make_sheet("The flood")
    found = palette(str(act.words), sheet=sheet.slug, by=User(is_superuser=True))
    address = next(place.address for place in found.places if place.words == str(act.words))
    assert resolve(address.partition("?")[0]).view_name == act.name
    assert "GET" in ADDRESSES[act.name].methods
    assert ADDRESSES[act.name].permission


def test_no_more_than_the_limit_is_found() -> None:
    sheet = make_sheet("Bridges")
    for number in range(LIMIT + 3):
        make_fact(f"Bridges {number}", sheet=sheet)
    assert len(words_of("bridges")) == LIMIT


def test_facts_are_looked_for_on_the_sheets_within_reach_and_on_the_one_that_is_open() -> None:
    old = make_sheet("Old", changed_at=NOON.replace(year=2020))
    make_fact("Bridges of old", sheet=old)
    for number in range(REACH):
        make_sheet(f"Newer {number}")
    assert words_of("bridges") == []
    assert words_of("bridges", old) == ["Bridges of old"]


@pytest.mark.parametrize("query", ["%", "_", "\\", "'; --", "\x00", "<b>", "a" * 5000, "é" * 300])
def test_nothing_typed_is_more_than_words(query: str) -> None:
    sheet = make_sheet("The flood")
    make_fact("Bridges", sheet=sheet)
    found = ask(query, sheet)
    assert len(found.query) <= 100
    assert [place for place in found.places if place.kind == "fact"] == []


def test_a_sheet_that_is_not_there_is_none() -> None:
    make_sheet("The flood")
    assert palette("flood", sheet="nowhere", by=User(is_superuser=True)).sheet is None
