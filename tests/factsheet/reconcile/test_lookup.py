"""What claims are looked up by, and how little a mark leads to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factsheet.reconcile.counts import Counts, count_traits
from factsheet.reconcile.lookup import (
    MOST_HOLDERS,
    MOST_NEAR,
    MOST_OF_A_FACT,
    Holder,
    Near,
    choose_entries,
    find_near,
    marks_of,
)
from factsheet.reconcile.subjects import subjects_of, traits_of
from tests.factsheet.reconcile.samples import day, people, quote

SIDES = [
    people("A quake killed <at least 41 people> in three villages.", key="killed-1", article="a"),
    people("The toll in the villages has reached <43 people>, rescuers said.", key="killed-2", article="b"),
    people("Another <230 people> were injured, the hospital said.", key="hurt", article="a"),
    day("It struck on <March 12>.", "2024-03-12", key="day", article="b"),
    quote("we heard the walls crack", key="quote", article="b"),
]


def test_a_claim_has_a_handful_of_marks_of_its_own_family() -> None:
    for subject in subjects_of(SIDES).values():
        marks = marks_of(subject)
        assert 1 <= len(marks) <= 8
        assert all(mark.startswith(f"{subject.family} ") and weight >= 0 for mark, weight in marks.items())


def test_claims_of_one_fact_share_marks_and_equal_values_are_spelled_alike() -> None:
    found = subjects_of([*SIDES, people("It has <1,500> there.", key="x"), people("It has <1,500.0> there.", key="y")])
    marks = {key: set(marks_of(subject)) for key, subject in found.items()}
    assert marks["killed-1"] & marks["killed-2"]
    assert any("1500" in mark for mark in marks["x"] & marks["y"])
    assert not any("value" in mark for mark in marks["quote"])


def test_a_claim_is_led_to_what_shares_most_with_it_facts_and_lone_claims_apart() -> None:
    holders = {
        "rare": [Holder("c1", "f1"), Holder("c2", None)],
        "common": [Holder(f"c{n}", f"f{n}") for n in range(1, 20)],
    }
    near = find_near([{"rare": 900, "common": 10, "unknown": 500}], holders)
    assert "f1" in near.facts
    assert (len(near.facts), sorted(near.alone)) == (MOST_NEAR, ["c2"])
    assert find_near([], holders) == Near(frozenset(), frozenset())


def test_a_mark_is_entered_for_few_claims_of_one_fact_and_for_no_more_than_tell_anything() -> None:
    many = {f"c{n:03}": {"mark": 1} for n in range(200)}
    assert len(choose_entries(many, {}, {})) == MOST_HOLDERS
    assert len(choose_entries(many, dict.fromkeys(many, "f"), {})) == MOST_OF_A_FACT
    full = {"mark": [Holder(f"h{n}", None) for n in range(MOST_HOLDERS)]}
    assert choose_entries(many, {}, full) == []
    known = {"mark": [Holder(f"h{n}", "f") for n in range(MOST_OF_A_FACT)]}
    assert choose_entries({"c": {"mark": 1, "other": 1}}, {"c": "f"}, known) == [("other", "c")]


@given(st.sets(st.sampled_from("abcdef")), st.sets(st.sampled_from("abcdef")))
def test_counts_of_different_articles_add_up(one: set[str], other: set[str]) -> None:
    texts = {name: people(f"In {name * 4} the flood killed <{ord(name)} people> at night.", article=name)
             for name in "abcdef"}  # fmt: skip

    def count(names: set[str]) -> Counts:
        return count_traits(traits_of(texts[name]) for name in names)

    assert count(one) + count(other - one) == count(one | other)


def test_a_few_claims_are_judged_by_the_counts_of_the_whole_sheet_as_all_of_them_are() -> None:
    whole = subjects_of(SIDES)
    counts = count_traits(map(traits_of, SIDES))
    (alone,) = subjects_of(SIDES[:1], counts).values()
    same = whole[alone.side.key]
    assert (alone.vector, alone.value_density, alone.unit_density) == (
        same.vector,
        same.value_density,
        same.unit_density,
    )
