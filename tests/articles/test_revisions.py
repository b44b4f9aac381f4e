"""What became of the figures and of the words from one revision to the next."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.alignment import Alignment, plain
from articles.extraction import extract
from articles.extraction.readings import Reading
from articles.revisions import Comparison, Fate, compare_revisions
from articles.values import Span


def compare(old: str, new: str) -> Comparison[Reading]:
    return compare_revisions(old, extract(old), new, extract(new))


def told(comparison: Comparison[Reading]) -> list[tuple[str | None, str | None]]:
    pairs = [(each.before, each.after) for each in comparison.figures]
    return [(a.text if a else None, b.text if b else None) for a, b in pairs]


OLD = "The storm killed 12 people on the coast.\n\nSchools stay closed.\n\nSome 300 homes lost power in the north."

CASES: dict[str, tuple[str, list[tuple[str | None, str | None]], int]] = {
    "nothing": (OLD, [], 2),
    "another figure": (OLD.replace("12", "19"), [("12 people", "19 people")], 1),
    "another hedge": (OLD.replace("killed 12", "killed at least 12"), [("12 people", "at least 12 people")], 1),
    "spelled otherwise": (OLD.replace("12", "twelve"), [], 2),
    "a figure gone": (OLD.replace("12 people", "many people"), [("12 people", None)], 1),
    "a figure come": (f"{OLD} A bridge of 90 metres fell.", [(None, "90 metres")], 2),
    "a paragraph moved": ("\n\n".join(reversed(OLD.split("\n\n"))), [], 2),
    "something else entirely": (
        "Shares rose 4 percent.", [("12 people", None), ("Some 300 homes", None), (None, "4 percent")], 0
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_figures_are_told_apart(name: str) -> None:
    new, figures, unchanged = CASES[name]
    comparison = compare(OLD, new)
    assert told(comparison) == figures
    assert comparison.unchanged == unchanged


def test_each_change_says_what_became_of_the_figure() -> None:
    new = OLD.replace("12", "19").replace("Some 300 homes", "Homes") + " A bridge of 90 metres fell."
    assert [change.fate for change in compare(OLD, new).figures] == [Fate.CHANGED, Fate.REMOVED, Fate.ADDED]


def test_a_quotation_changes_with_its_words() -> None:
    old, new = (f'"We leave in {word}," the minister said on the way to the airport.' for word in ("peace", "haste"))
    (change,) = compare(old, new).figures
    assert change.fate is Fate.CHANGED


def test_words_are_compared_within_paragraphs_that_changed() -> None:
    stretches = compare(OLD, OLD.replace("12", "19")).stretches
    changed = [(each.fate, each.text) for each in stretches if each.fate is not Fate.SAME]
    assert changed == [(Fate.REMOVED, "12 "), (Fate.ADDED, "19 ")]


def test_the_last_words_of_a_paragraph_change_within_it() -> None:
    stretches = compare("They leave by 2023.\n\nNo more.", "They leave by 2024.\n\nNo more.").stretches
    changed = [each.text for each in stretches if each.fate is not Fate.SAME]
    assert changed == ["2023. ", "2024.\n\n"]


WORDS = st.lists(st.sampled_from(["12 people ", "a ", "storm. ", "\n\n", "é\r\n", "300 homes"]), max_size=30).map(
    "".join
)


@given(WORDS, WORDS)
def test_the_stretches_are_both_texts(old: str, new: str) -> None:
    stretches = compare_revisions(old, [], new, []).stretches
    assert "".join(each.text for each in stretches if each.fate is not Fate.REMOVED) == new
    words = "".join(each.text for each in stretches if each.fate is not Fate.ADDED)
    assert words.split() == old.split()


@given(WORDS, WORDS)
def test_every_figure_is_told_once(old: str, new: str) -> None:
    before, after = extract(old), extract(new)
    comparison = compare_revisions(old, before, new, after)
    changed = [change for change in comparison.figures if change.fate is Fate.CHANGED]
    gone = [change.before for change in comparison.figures if change.before]
    came = [change.after for change in comparison.figures if change.after]
    assert len(gone) + comparison.unchanged == len(before)
    assert len(came) + comparison.unchanged == len(after)
    assert all(change.before and change.after for change in changed)


def test_long_texts_are_compared_by_what_they_repeat() -> None:
    old = "\n\n".join(f"On day {n} the storm killed {n} people in town {n % 7}." for n in range(600))
    new = old.replace("day 5 ", "day 5000 ")
    comparison = compare(old, new)
    assert comparison.unchanged >= 590


QUOTED = "“We leave in peace,” the minister said. Café owners expect 40 guests.\n\nThe road to Évian stays shut."

FOLLOWED: dict[str, tuple[str, str, str | None]] = {
    "before it more was added": (f"More at noon. {QUOTED}", "40 guests", "40 guests"),
    "its paragraph was moved": ("\n\n".join(reversed(QUOTED.split("\n\n"))), "The road to Évian", "The road to Évian"),
    "its sentence was reworded": (QUOTED.replace("expect", "now prepare for"), "40 guests", "40 guests"),
    "accents are spelled otherwise": (unicodedata.normalize("NFD", QUOTED), "Café", "Cafe\N{COMBINING ACUTE ACCENT}"),
    "quotation marks are spelled otherwise": (QUOTED.replace("“", '"').replace("”", '"'), "We leave", "We leave"),
    "it was wrapped": (QUOTED.replace("40 guests", "40\n  guests"), "40 guests", "40\n  guests"),
    "it is gone": (QUOTED.replace("40 guests", "few guests"), "40 guests", None),
    "only another text says so": ("Elsewhere a wedding has 40 guests, bells and a choir.", "40 guests", None),
    "it is within a longer figure": (QUOTED.replace("40 guests", "1,040 guests"), "40 guests", None),
}


@pytest.mark.parametrize("name", FOLLOWED)
def test_words_are_followed_to_where_they_stand_now(name: str) -> None:
    new, words, found = FOLLOWED[name]
    start = QUOTED.index(words)
    place = Alignment(QUOTED, new).follow(Span(start, start + len(words)))
    assert (place and new[place.start : place.end]) == found


SPELLED_OTHERWISE = [
    '"We leave in peace," the minister said.',
    "«We leave in peace,» the minister said.",
    "“We leave  in peace,”  the minister said.",
]


@pytest.mark.parametrize("new", SPELLED_OTHERWISE)
def test_a_quotation_in_other_marks_is_the_same(new: str) -> None:
    assert compare("“We leave in peace,” the minister said.", new).figures == []


TAKEN_BACK = [
    ("Prices fell by 12 percent in May.", "Prices rose by 12 percent in May."),
    ("Rooms cost $50 a day here.", "Rooms cost $50 a year here."),
]


@pytest.mark.parametrize(("old", "new"), TAKEN_BACK)
def test_the_same_number_may_be_another_figure(old: str, new: str) -> None:
    assert compare(old, new).figures


TOWNS = "Aruba Benin Cádiz Dover Évora Fargo Girona Haifa Izmir Jena Köln Łódź".split()
ORDERS = st.tuples(st.permutations(range(len(TOWNS))), st.integers(0, len(TOWNS))).map(
    lambda drawn: drawn[0][: drawn[1]]
)
FILLING = st.sampled_from(["", "🌊 ", "e\N{COMBINING ACUTE ACCENT}té. ", "👩‍👩‍👧 ", "\n\n", "\r\n  "])


def tell(town: int, figure: int) -> str:
    return f"Near {TOWNS[town]} the {TOWNS[town]} storm cut off {figure} houses of {TOWNS[town]} on the coast. "


@settings(max_examples=60)
@given(ORDERS, ORDERS, st.sets(st.sampled_from(range(len(TOWNS)))), st.lists(FILLING, min_size=24, max_size=24))
def test_of_any_edit_the_changes_told_are_the_figures_that_differ(
    first: list[int], then: list[int], edited: set[int], filling: list[str]
) -> None:
    before = {town: 120 + town for town in first}
    after = {town: 120 + town + (1000 if town in edited else 0) for town in then}
    fill = iter(filling)
    old, new = ("".join(next(fill) + tell(*each) for each in told.items()) for told in (before, after))
    found, now = extract(old), extract(new)
    assert [[int(figure.numbers[0]) for figure in side] for side in (found, now)] == [
        [*before.values()],
        [*after.values()],
    ]
    comparison = compare_revisions(old, found, new, now)
    gone = {int(change.before.numbers[0]) for change in comparison.figures if change.before}
    came = {int(change.after.numbers[0]) for change in comparison.figures if change.after}
    stands = {*before.values()} & {*after.values()}
    assert (gone, came) == ({*before.values()} - stands, {*after.values()} - stands)
    assert comparison.unchanged == len(stands)
    alignment = Alignment(old, new)
    places = {int(figure.numbers[0]): alignment.follow(Span(figure.start, figure.end)) for figure in found}
    words = {number: new[place.start : place.end] for number, place in places.items() if place}
    assert words == {number: f"{number} houses" for number in stands}


@given(WORDS, WORDS, st.integers(0, 60), st.integers(1, 30))
def test_whatever_is_followed_quotes_the_same_words(old: str, new: str, start: int, length: int) -> None:
    span = Span(min(start, len(old)), min(start + length, len(old)))
    place = Alignment(old, new).follow(span)
    assert place is None or plain(new[place.start : place.end]) == plain(old[span.start : span.end])


def test_a_text_of_equal_lines_takes_no_more_work_than_its_length() -> None:
    """Line by line, as many steps as the one number of lines times the other."""
    many = ["so it goes"] * 40_000
    old, new = "\n".join([*many, "12 people left", *many]), "\n".join([*many, "19 people left", *many, "so it goes"])
    alignment = Alignment(old, new)
    assert [run.tag for run in alignment.runs] == ["equal", "replace", "equal"]
    assert sum(len(run.before) for run in alignment.runs) == 80_001
    assert sum(len(run.after) for run in alignment.runs) == 80_002
    assert alignment.follow(Span(0, len("so it goes"))) == Span(0, len("so it goes"))
