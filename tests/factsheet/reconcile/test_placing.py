"""Where a new article's claims belong in a sheet that already has facts."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet.reconcile import PlacedFact, Placement, Side, group, place
from factsheet.reconcile.shelves import Shelf
from tests.factsheet.reconcile.samples import day, figure, money, people

KILLED = PlacedFact(
    "killed",
    (
        people("A quake shook the coast, killing <at least 41 people> in three villages.", article="a"),
        people("The death toll in the villages has reached <43 people>.", article="b"),
    ),
)
AID = PlacedFact("aid", (money("The government set aside <$40 million> for emergency relief.", article="a"),))
STRUCK = PlacedFact("struck", (day("The tremor struck early on <March 12>.", "2024-03-12", article="a"),))
FACTS = [KILLED, AID, STRUCK]
TOLL = people("The villages have buried <44 people> killed by the quake.", article="c")
FUND = money("An emergency relief fund of <$45 million> was set aside by the government.", article="c")
MORNING = day("The tremor struck early on <Tuesday>.", "2024-03-12", article="c")
MOVED = people("Some <9,000 residents> were evacuated to the stadium.", article="c")
ASLEEP = people("About <9,000 evacuees> slept in the stadium.", article="d")
TICKET = money("A ticket costs <$15>.", article="c")


def homes(found: list[Placement]) -> dict[str, str | None]:
    return {key: placement.fact for placement in found for key in placement.keys}


def test_each_claim_finds_its_fact_with_a_reason_and_a_confidence() -> None:
    found = place([TOLL, FUND, MORNING], FACTS)
    assert homes(found) == {TOLL.key: "killed", FUND.key: "aid", MORNING.key: "struck"}
    assert all(0 < placement.confidence <= 1 and all(placement.reasons.values()) for placement in found)
    assert "killed" in next(placement.reasons[TOLL.key] for placement in found if TOLL.key in placement.keys)


def test_claims_of_no_fact_make_one_together_or_stay_alone() -> None:
    together, alone = sorted(place([MOVED, ASLEEP, TICKET], FACTS), key=lambda placement: -len(placement.keys))
    assert (set(together.keys), together.fact) == ({MOVED.key, ASLEEP.key}, None)
    assert together.label
    assert (alone.keys, alone.fact, alone.confidence) == ((TICKET.key,), None, Decimal(0))
    assert alone.reasons == {TICKET.key: "no other claim speaks of this"}


def test_a_claim_that_stood_alone_is_placed_when_another_joins_it() -> None:
    (found,) = place([ASLEEP], FACTS, [MOVED, TICKET])[:1]
    assert set(found.keys) == {MOVED.key, ASLEEP.key}


def test_an_empty_sheet_and_an_empty_article_are_no_trouble() -> None:
    alone = people("It killed <9 people>.")
    assert place([], FACTS) == []
    assert place([alone], [])[0].fact is None
    assert place([alone], [PlacedFact("empty", ())])[0].fact is None


def test_what_an_editor_told_apart_is_not_put_together_again() -> None:
    assert homes(place([TOLL], FACTS, cannot=[(TOLL.key, "killed")])) == {TOLL.key: None}
    assert set(homes(place([ASLEEP], [], [MOVED], cannot=[(MOVED.key, ASLEEP.key)]))) == {ASLEEP.key, MOVED.key}
    assert len(place([ASLEEP], [], [MOVED], cannot=[(MOVED.key, ASLEEP.key)])) == 2


def test_what_an_editor_put_together_stays_together_whatever_the_score() -> None:
    assert homes(place([TICKET], FACTS, must=[(TICKET.key, "killed")])) == {TICKET.key: "killed"}
    (found,) = place([TICKET], [], [MOVED], must=[(MOVED.key, TICKET.key)])
    assert set(found.keys) == {TICKET.key, MOVED.key}


def test_a_fact_that_lost_its_claims_gets_those_back_that_an_editor_said_belong_to_it() -> None:
    empty = PlacedFact("empty", ())
    assert homes(place([TICKET, FUND], [AID, empty], must=[(TICKET.key, "empty")])) == {
        TICKET.key: "empty",
        FUND.key: "aid",
    }
    (found,) = place([TICKET], [empty], must=[(TICKET.key, "empty")])
    assert found.reasons == {TICKET.key: "put here by an editor"}
    (found,) = place([MOVED, ASLEEP], [empty], must=[(MOVED.key, "empty")])
    assert (set(found.keys), found.fact) == ({MOVED.key, ASLEEP.key}, "empty")
    assert all(found.reasons.values())


def test_two_facts_never_become_one() -> None:
    twin = PlacedFact("twin", (people("The quake killed <43 people> in the villages.", article="d"),))
    assert homes(place([TOLL], [*FACTS, twin], must=[(TOLL.key, "killed")])) == {TOLL.key: "killed"}
    both = place([TOLL], [*FACTS, twin], must=[(TOLL.key, "killed"), (TOLL.key, "twin")])
    assert set(homes(both).values()) <= {"killed", "twin"}
    chained = [(TOLL.key, "killed"), (FUND.key, "aid"), (TOLL.key, FUND.key)]
    assert homes(place([TOLL, FUND], [*FACTS, twin], must=chained)) == {TOLL.key: "killed", FUND.key: "aid"}


def test_pairs_of_claims_that_are_not_at_hand_are_passed_over() -> None:
    assert place([TOLL], FACTS, must=[("gone", TOLL.key)], cannot=[("gone", "killed")]) == place([TOLL], FACTS)


NEW = [TOLL, FUND, MORNING, ASLEEP]


@settings(max_examples=25)
@given(st.permutations(NEW), st.permutations(FACTS), st.permutations([MOVED, TICKET]))
def test_the_order_of_what_is_given_makes_no_difference(new: Any, facts: Any, alone: Any) -> None:
    assert place(new, facts, alone) == place(NEW, FACTS, [MOVED, TICKET])


def quake(name: str, dead: int, hurt: int, aid: int, depth: int) -> list[Side]:
    """An article on the quake, in which no claim is near to more than one fact."""

    def key(fact: str) -> dict[str, Any]:
        return {"key": f"{name}-{fact}", "article": name}

    return [
        people(f"The quake killed <{dead} people> in three villages on the coast.", **key("dead")),
        people(f"Hospitals treated <{hurt} patients> who were injured by falling bricks.", **key("hurt")),
        money(f"The cabinet released <${aid} million> of emergency aid for repairs.", **key("aid")),
        figure(f"Its centre lay <{depth} kilometres> deep under the sea.", unit="kilometre", **key("depth")),
        day("The tremor struck as families slept on <March 12>.", "2024-03-12", **key("day")),
    ]


STORY = [
    quake("a", 41, 230, 40, 12),
    quake("b", 43, 236, 40, 12),
    quake("c", 43, 230, 45, 14),
    quake("d", 44, 236, 45, 12),
]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_articles_put_in_at_once_are_grouped_as_the_comparison_groups_them(count: int) -> None:
    sides = [side for article in STORY[:count] for side in article]
    shelf = Shelf()
    shelf.add(sides)
    assert members(shelf) == {frozenset(found.keys) for found in group(sides)}


@settings(max_examples=40)
@given(st.permutations(STORY), st.sets(st.integers(1, 3)))
def test_what_is_clear_cut_does_not_depend_on_the_order_in_which_articles_come(articles: Any, cuts: Any) -> None:
    shelf = Shelf()
    edges = [0, *sorted(cuts), len(articles)]
    for first, last in pairwise(edges):
        shelf.add([side for article in articles[first:last] for side in article])
    assert members(shelf) == {
        frozenset(f"{name}-{fact}" for name in "abcd") for fact in ("dead", "hurt", "aid", "depth", "day")
    }


def members(shelf: Shelf) -> set[frozenset[str]]:
    """The claims that stand together on a shelf."""
    placed = {frozenset(side.key for side in sides) for sides in shelf.facts.values()}
    return placed | {frozenset({key}) for key in shelf.alone}


@settings(max_examples=30)
@given(st.permutations(STORY), st.data())
def test_a_fact_gains_claims_and_never_loses_one(articles: Any, data: Any) -> None:
    shelf = Shelf()
    before: list[set[str]] = []
    for article in articles:
        shelf.add(data.draw(st.lists(st.sampled_from(article), unique_by=lambda side: side.key)))
        after = [{side.key for side in sides} for sides in shelf.facts.values()]
        assert all(any(old <= new for new in after) for old in before)
        before = after
    keys = [key for found in members(shelf) for key in found]
    assert len(keys) == len(set(keys))


def flood(article: str, villages: list[str]) -> list[Side]:
    """An article that gives each village's toll."""
    return [
        people(
            f"The flood in {village} killed <{100 + 7 * number} people> there.",
            key=f"{article} {village}",
            article=article,
        )
        for number, village in enumerate(villages)
    ]


def test_a_claim_finds_its_fact_among_hundreds() -> None:
    villages = [f"{a}{b}{c}a" for a in "bdfgk" for b in "aeiou" for c in "lmnrvst"]
    shelf = Shelf()
    for article in "abcdef":
        told = flood(article, villages)
        shelf.put(told, {side.key: side.key.split()[1] for side in told})
    found = homes(shelf.find_places(flood("new", villages[::4])))
    assert found == {f"new {village}": village for village in villages[::4]}
