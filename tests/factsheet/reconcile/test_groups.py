"""Which claims speak of one fact."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.values import Kind
from factsheet.reconcile import group
from tests.factsheet.reconcile.samples import clock, day, figure, money, people, quote

EVENT = [
    people(
        "A quake shook the coast before dawn, killing <at least 41 people> in three villages.",
        key="killed-1",
        article="a",
    ),
    people("Another <more than 230 people> were injured, the hospital said.", key="hurt-1", article="a"),
    day("The tremor struck on <March 12> as families slept.", "2024-03-12", key="day-1", article="a"),
    money("The government set aside <$40 million> for emergency relief.", key="aid-1", article="a"),
    figure("It struck at a depth of <12 kilometres>.", unit="kilometre", key="depth-1", article="a"),
    people("The death toll in the villages has reached <43 people>.", key="killed-2", article="b"),
    people("Doctors treated <236 residents> with wounds.", key="hurt-2", article="b"),
    day("The earthquake hit early <Tuesday>, as families slept.", "2024-03-12", key="day-2", article="b"),
    money("Emergency funds of <$45 million> were released by the cabinet.", key="aid-2", article="b"),
    figure("The centre lay <21 kilometres> deep.", unit="kilometre", key="depth-2", article="b"),
    quote("we heard the walls crack and ran", key="quote-1", article="a"),
    quote("We heard the walls crack and ran outside", key="quote-2", article="b"),
    figure("Power is back for <70 percent> of homes.", kind=Kind.PERCENTAGE, unit="percent", key="power", article="b"),
]
FACTS = {"killed", "hurt", "day", "aid", "depth", "quote", "power"}


def members(groups: Any) -> Any:
    return {frozenset(found.keys) for found in groups}


def test_claims_are_grouped_by_what_they_speak_of_across_paraphrase() -> None:
    found = members(group(EVENT))
    assert found == {frozenset(s.key for s in EVENT if s.key.startswith(fact)) for fact in FACTS}


def test_every_claim_stands_in_one_group_with_a_reason_and_singles_say_they_are() -> None:
    groups = group(EVENT)
    assert sorted(key for found in groups for key in found.keys) == sorted(side.key for side in EVENT)
    assert all(set(found.reasons) == set(found.keys) and all(found.reasons.values()) for found in groups)
    alone = next(found for found in groups if found.keys == ("power",))
    assert (alone.reasons["power"], alone.score) == ("no other claim speaks of this", 0)


def test_reasons_name_the_words_and_the_value() -> None:
    killed = next(found for found in group(EVENT) if "killed-1" in found.keys)
    assert "values close to one another" in killed.reasons["killed-2"]
    assert "“villages”" in killed.reasons["killed-2"]


def test_two_figures_of_one_sentence_are_two_facts() -> None:
    sentence = "The plan passed by <34> votes to 27 in the council."
    other = "The plan passed by 34 votes to <27> in the council."
    sides = [
        figure(text, unit="vote", noun="vote", article=article, key=f"{article}{i}", sentence_number=1)
        for article in ("a", "b")
        for i, text in enumerate((sentence, other))
    ]
    assert members(group(sides)) == {frozenset({"a0", "b0"}), frozenset({"a1", "b1"})}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire killed <12 people> in the hotel.", "The fire injured <12 people> in the hotel."),
        ("Analysts had expected a profit of <$465 million>.", "The company earned <$420 million> from April to June."),
        ("The fire killed <45 people>.", "Of those killed in the fire, <12 children> were under ten."),
        ("The 1987 quake claimed <312 lives> in the same valley.", "Tuesday's tremor has killed <41 people> so far."),
    ],
)
def test_what_differs_in_event_mood_part_or_year_is_kept_apart(one: Any, other: Any) -> None:
    maker = money if "$" in one else people
    found = group([*EVENT, maker(one, key="one"), maker(other, key="other")])
    assert not any({"one", "other"} <= keys for keys in members(found))


def test_what_an_editor_put_together_stays_together_and_what_was_parted_stays_apart() -> None:
    together = group(EVENT, must=[("killed-1", "power")])
    apart = group(EVENT, cannot=[("killed-1", "killed-2")])
    assert any({"killed-1", "power"} <= keys for keys in members(together))
    assert not any({"killed-1", "killed-2"} <= keys for keys in members(apart))
    assert frozenset({"hurt-1", "hurt-2"}) in members(apart)


def test_an_editors_word_reaches_the_whole_group_and_unknown_keys_are_ignored() -> None:
    third = people("At least <44 people> were killed in the villages.", key="killed-3", article="c")
    found = group([*EVENT, third], cannot=[("killed-3", "killed-1"), ("killed-3", "killed-2"), ("gone", "killed-1")])
    assert frozenset({"killed-3"}) in members(found)


def test_no_claims_are_no_groups() -> None:
    assert group([]) == []


def test_labels_are_short_in_sentence_case_and_carry_no_figure() -> None:
    for found in group(EVENT):
        assert 0 < len(found.label) <= 80
        assert found.label[0].isupper() or found.label[0] == "“"
        assert not any(map(str.isdigit, found.label))


@settings(deadline=None, max_examples=30)
@given(st.permutations(EVENT))
def test_the_order_of_claims_makes_no_difference(sides: Any) -> None:
    assert group(sides) == group(EVENT)


def test_large_blocks_are_grouped_as_small_ones_are() -> None:
    villages = [f"{a}{b}{c}a" for a in "bdfgk" for b in "aeiou" for c in "lmnr"]
    sides = [
        people(
            f"The flood in {village} killed <{100 + 7 * number} people> there.",
            key=f"{article}-{village}",
            article=article,
            published=date(2024, 5, 1),
        )
        for number, village in enumerate(villages)
        for article in ("a", "b", "c")
    ]
    found = members(group(sides))
    assert found == {frozenset(f"{article}-{village}" for article in ("a", "b", "c")) for village in villages}


def test_how_long_and_at_what_time_are_never_one_fact() -> None:
    lasted = figure("The fire burned for <90 minutes>.", kind=Kind.DURATION, unit="minute", article="a", key="a")
    began = clock("The fire burned from <01:30>.", "01:30", article="b", key="b")
    assert members(group([lasted, began])) == {frozenset("a"), frozenset("b")}
