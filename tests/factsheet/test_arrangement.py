"""How a matrix is looked at: what the address chooses, and the rows and columns that come of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict

from factsheet.arrangement import PINS, SORTS, URGENCY, Arrangement, arrange_columns, arrange_facts, standing_of
from factsheet.models import Fact
from tests.factories import NOON

EVERYTHING = Arrangement(
    show="conflicts",
    kind="date",
    whose="me",
    source=4,
    origin=2,
    sort="-origins",
    group="state",
    closed=("Wages & hours", ""),
    order=(3, 1, 2),
    pinned=(2, 3),
    fact=17,
)


def read(query: str) -> Arrangement:
    return Arrangement.read(dict(QueryDict(query).lists()))


def make(*labels: str, **fields: Any) -> list[Fact]:
    return [Fact(pk=n, position=n, label=label, **fields) for n, label in enumerate(labels, start=1)]


def arrange(facts: list[Fact], **chosen: Any) -> list[tuple[str, list[str]]]:
    return [(group.name, [fact.label for fact in group.facts]) for group in arrange_facts(facts, Arrangement(**chosen))]


def test_an_arrangement_is_read_as_it_was_written() -> None:
    assert read(EVERYTHING.query()[1:]) == EVERYTHING


def test_nothing_chosen_is_no_address() -> None:
    assert read("show=&kind=&whose=&source=&origin=&group=&order=") == Arrangement()
    assert Arrangement().query() == ""
    assert not Arrangement().is_changed
    assert not Arrangement(fact=3).is_changed, "an open panel is nothing to take back"
    assert Arrangement(sort="label").is_changed
    assert not Arrangement(sort="label").is_filtered


@pytest.mark.parametrize("nonsense", ["x", "\x00", "' OR 1=1", "-1", "²", "1" * 19, "x" * 5000])
@pytest.mark.parametrize(
    "name", ["show", "kind", "whose", "source", "origin", "sort", "group", "order", "pinned", "fact", "move", "pin"]
)
def test_what_no_list_offers_counts_as_not_said(name: str, nonsense: str) -> None:
    assert Arrangement.read({name: [nonsense]}) == Arrangement()


@pytest.mark.parametrize("query", ["show=open", "kind=date", "whose=me", "source=1", "origin=1"])
def test_any_filter_holds_rows_back(query: str) -> None:
    assert read(query).is_filtered


@pytest.mark.parametrize(
    ("move", "order"),
    [
        ("left-2", (2, 1, 3)),
        ("right-2", (1, 3, 2)),
        ("left-1", (1, 2, 3)),
        ("right-3", (1, 2, 3)),
        ("left-9", (1, 2, 3)),
    ],
)
def test_a_column_changes_places_with_its_neighbour(move: str, order: tuple[int, ...]) -> None:
    assert read(f"order=1,2,3&move={move}").order == order


def test_a_column_is_pinned_and_let_go_and_the_last_gives_way_to_one_too_many() -> None:
    assert read("pin=5").pinned == (5,)
    assert read("pinned=5&pin=5").pinned == ()
    many = "&".join(f"pinned={n}" for n in range(1, PINS + 1))
    assert read(f"{many}&pin=9").pinned == (*range(1, PINS), 9)
    assert len(read(f"{many}&pinned=8&pinned=9").pinned) == PINS


def test_columns_stand_as_is_chosen_those_pinned_first_and_new_ones_last() -> None:
    def order(**chosen: Any) -> list[int]:
        return arrange_columns([1, 2, 3, 4], Arrangement(**chosen), lambda article: article)

    assert order() == [1, 2, 3, 4]
    assert order(order=(3, 1)) == [3, 1, 2, 4]
    assert order(pinned=(4, 2)) == [2, 4, 1, 3]
    assert order(order=(3, 4, 1, 2), pinned=(1, 4)) == [4, 1, 3, 2]
    assert order(order=(9,), pinned=(9,)) == [1, 2, 3, 4]


def test_facts_stand_under_their_headings_and_those_without_one_last() -> None:
    facts = [*make("a", "b"), *make("c", heading="Wages"), *make("d", heading="Hours")]
    for place, fact in enumerate(facts):
        fact.position = place
    assert arrange(facts) == [("Wages", ["c"]), ("Hours", ["d"]), ("Other facts", ["a", "b"])]
    assert arrange(make("a", "b")) == [("", ["a", "b"])]
    assert arrange(facts, group="none") == [("", ["c", "d", "a", "b"])]


def test_facts_are_grouped_by_kind_and_by_where_they_stand() -> None:
    facts = [*make("one", kind="date"), *make("two", kind="money"), *make("three", kind="date", status="conflict")]
    assert arrange(facts, group="kind") == [("date", ["one", "three"]), ("money", ["two"])]
    assert arrange(facts, group="state") == [("conflict", ["three"]), ("nothing to compare", ["one", "two"])]


def test_of_a_closed_group_the_head_tells_how_many_wait_for_a_decision() -> None:
    facts = [*make("a", "b", heading="Wages", status="conflict"), *make("c", heading="Wages", status="agree")]
    group, other = arrange_facts([*facts, *make("x")], Arrangement(closed=("Wages",)))
    assert (group.is_closed, group.in_trouble, len(group.facts)) == (True, 2, 3)
    assert not other.is_closed
    (alone,) = arrange_facts(make("x"), Arrangement(closed=("",)))
    assert not alone.is_closed, "what has no head cannot be opened again"


def test_a_group_is_closed_and_opened() -> None:
    assert Arrangement(closed=("a",)).toggled("b") == ("a", "b")
    assert Arrangement(closed=("a", "b")).toggled("a") == ("b",)


def test_facts_are_sorted_within_their_groups() -> None:
    facts = [*make("b", "A", heading="One"), *make("c", "a", heading="Two")]
    for place, fact in enumerate(facts):
        fact.position, fact.origins = place, place % 3
    assert arrange(facts, sort="label") == [("One", ["A", "b"]), ("Two", ["a", "c"])]
    assert arrange(facts, sort="-label") == [("One", ["b", "A"]), ("Two", ["c", "a"])]
    assert arrange(facts, sort="-origins", group="none") == [("", ["c", "A", "b", "a"])]


def test_what_wants_an_editor_most_comes_first() -> None:
    settled, open_, conflict, challenged = make("settled", "single", "conflict", "challenged")
    settled.state = "settled"
    conflict.status = "conflict"
    challenged.state, challenged.challenged_at = "settled", NOON
    (group,) = arrange([settled, open_, conflict, challenged], sort="state")
    assert group[1] == ["challenged", "conflict", "single", "settled"]


def test_every_standing_of_a_fact_has_its_urgency() -> None:
    opened = {standing_of(Fact(status=status)) for status in Fact.Status.values}
    decided = {standing_of(Fact(state=state)) for state in Fact.State.values if state != "open"}
    assert opened | decided | {"challenged"} == set(URGENCY)


@pytest.mark.parametrize("name", SORTS)
def test_the_head_of_a_column_sorts_both_ways_and_then_no_more(name: str) -> None:
    first = Arrangement().next_sort(name)
    second = Arrangement(sort=first).next_sort(name)
    assert {first, second} == {name, f"-{name}"}
    assert Arrangement(sort=second).next_sort(name) == ""
    other = next(each for each in SORTS if each != name)
    assert Arrangement(sort=other).next_sort(name) == first
