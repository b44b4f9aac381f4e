"""What became of the figures and of the words from one revision to the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction import extract
from articles.extraction.readings import Reading
from articles.revisions import Comparison, Fate, compare_revisions


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
