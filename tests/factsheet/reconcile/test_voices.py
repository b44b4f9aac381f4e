"""Several articles that have one figure from one voice are one origin of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.reconcile import Origin, Side
from factsheet.reconcile.voices import trace_figures, voice_of
from tests.factsheet.reconcile.samples import people, quote


def trace(*sides: Side, sources: Any = ()) -> list[int]:
    """The number of each side's origin, where their articles are origins 1, 2, 3, ... by these outlets."""
    origins = {side.key: Origin(number, (side.article,), "") for number, side in enumerate(sides, start=1)}
    names = dict(zip((side.article for side in sides), sources, strict=False))
    found = trace_figures(sides, origins, names)
    return [found[side.key].number for side in sides]


def dead(count: str, who: str | None = None) -> Side:
    return people(f"The flood killed <{count} people>.", attribution=who)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the U.N.", "the United Nations"),
        ("the UN", "U.N. spokesman Jonas Reik"),
        ("the U.N. mission", "the U.N."),
        ("the Health Ministry", "the Ministry of Health"),
        ("Health Minister Ana Ruiz", "officials at the health ministry"),
        ("the World Health Organization", "WHO"),
        ("U.S. Geological Survey", "the USGS"),
        ("Abdou Keita", "Keita"),
        ("police", "a police spokesman"),
        ("state television", "State TV"),
        ("the ministry", "the ministry"),
    ],
)
def test_one_figure_from_one_voice_is_one_origin(one: str, other: str) -> None:
    assert trace(dead("174", one), dead("174", other), dead("174")) == [1, 1, 3]
    assert trace(dead("174", other), dead("174", one)) == [1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the U.N. refugee agency", "the U.N. children's agency"),
        ("officials", "officials"),
        ("he", "he"),
        ("witnesses", "witnesses"),
        ("the police", "the fire department"),
        ("the ministry", "the health ministry"),
        ("the Interior Ministry", "the Health Ministry"),
        ("Ana Ruiz", "Bela Roth"),
        (None, None),
        ("", "the U.N."),
    ],
)
def test_two_voices_and_nobody_in_particular_are_origins_of_their_own(one: str | None, other: str | None) -> None:
    assert trace(dead("174", one), dead("174", other)) == [1, 2]


def test_another_figure_from_the_same_voice_is_another_origin() -> None:
    assert trace(dead("174", "the U.N."), dead("170", "the U.N."), dead("at least 174", "the U.N.")) == [1, 2, 3]


def test_a_speaker_is_heard_by_everybody() -> None:
    words = [quote("We are leaving", attribution="Keita", sentence_number=1) for _ in range(2)]
    assert trace(*words) == [1, 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood killed <40 people>, Reuters reported.", "The flood, according to Reuters, killed <40 people>."),
        ("<40 people> died, the mayor told state television.", "State television said that <40 people> had died."),
        ("<40 people> died, the mayor said on Harvian state TV.", "<40 people> are dead, state television reported."),
    ],
)
def test_what_is_quoted_from_one_outlet_is_one_origin(one: str, other: str) -> None:
    assert trace(people(one), people(other)) == [1, 1]


SAID = [
    "<40 people> died, the interior ministry said on Wednesday.",
    "<40 people> died, according to the Interior Ministry.",
    "<40 people> died, according to figures from the interior ministry.",
    "The interior ministry said on Friday that <40 people> had died.",
    "<40 people> died, said the interior ministry, after the river rose.",
    "Citing the interior ministry, rescuers spoke of <40 people>.",
    "“<40 people> died,” Interior Minister Ana Ruiz told reporters.",
]


@pytest.mark.parametrize("one", SAID)
@pytest.mark.parametrize("other", SAID[:2])
def test_whoever_a_sentence_names_as_its_source_is_the_voice_of_its_figures(one: str, other: str) -> None:
    assert trace(people(one), people(other)) == [1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SAID[0], "<40 people> died, the health ministry said."),
        (SAID[0], "<40 people> died when the interior ministry collapsed."),
        ("<40 people> died, he said.", "<40 people> died, he said."),
        ("<40 people> died, the paper said.", "<40 people> died, the paper said."),
        ("<40 people> died, officials said on Friday.", "<40 people> died, officials said."),
        ("<40 people> died, rescuers said, and the mayor wept.", "<40 people> died and the mayor wept."),
        ("Cmdr. Piet Oware said that <40 people> died.", "Cmdr. Jan Roth said that <40 people> died."),
    ],
)
def test_sentences_of_two_voices_stay_apart(one: str, other: str) -> None:
    assert trace(people(one), people(other)) == [1, 2]


def test_five_outlets_that_repeat_one_paper_count_once() -> None:
    told = ["The Bay Times reported that <40 people> died."] * 2 + ["<40 people> died, according to the Bay Times."] * 3
    assert trace(*(people(words) for words in told)) == [1] * 5


def test_an_outlet_that_another_quotes_for_its_own_figure_is_the_origin_of_both() -> None:
    sides = people("The flood killed <40 people>."), people("The Lantern reported that <40 people> had died.")
    assert trace(*sides, sources=("The Lantern", "Echo")) == [1, 1]
    assert trace(*sides, sources=("The Post", "Echo")) == [1, 2]


def test_to_speak_of_television_is_no_credit() -> None:
    watching = "<40 people> who watched state television at home were flooded."
    assert trace(people(watching), people("<40 people> died, state television said.")) == [1, 2]


def test_the_reason_names_the_voice_in_its_fullest_form() -> None:
    sides = [dead("174", "the U.N."), dead("174", "the United Nations")]
    origins = {side.key: Origin(number, (side.article,), "") for number, side in enumerate(sides, start=1)}
    found = trace_figures(sides, origins)[sides[1].key]
    assert (found.reason, found.articles) == (
        "All have this figure from the United Nations.",
        tuple(side.article for side in sides),
    )


VOICES = ["the U.N.", "United Nations", "police", "officials", None, "the U.N. mission", "Keita", "Abdou Keita"]


@given(st.permutations([dead("174", who) for who in VOICES] + [dead("170", who) for who in VOICES]))
def test_the_order_of_claims_makes_no_difference(sides: list[Side]) -> None:
    ordered = sorted(sides, key=lambda side: side.key)
    origins = {side.key: Origin(number, (side.article,), "") for number, side in enumerate(ordered, start=1)}
    assert trace_figures(sides, origins) == trace_figures(ordered, origins)


@given(st.text(max_size=60))
def test_no_name_is_too_odd(name: str) -> None:
    voice = voice_of(name)
    assert voice is None or (voice.is_same(voice) and voice.words)
