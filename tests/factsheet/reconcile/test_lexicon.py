from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from factsheet.reconcile.lexicon.events import EVENTS
from factsheet.reconcile.lexicon.outcomes import RIVALS
from factsheet.reconcile.lexicon.places import PLACES
from factsheet.reconcile.tokens import LONGEST_PHRASE, THESAURUS, Sense, stem, tokenise

TABLES = (PLACES, EVENTS, *THESAURUS)


def read_entries() -> Iterator[tuple[str, str]]:
    for table in TABLES:
        for name, words in table.items():
            for entry in words.split():
                yield name, entry


def test_a_concept_has_one_row() -> None:
    names = Counter(name for table in TABLES for name in table)
    assert [name for name, rows in names.items() if rows > 1] == []


def test_a_word_or_phrase_stands_in_one_row() -> None:
    rows: dict[str, set[str]] = {}
    for name, entry in read_entries():
        rows.setdefault(entry.removeprefix("="), set()).add(name)
    assert {entry: names for entry, names in rows.items() if len(names) > 1} == {}


def test_two_rows_never_share_a_stem() -> None:
    """Else a plural or a participle would go to the row that comes first; such a word is listed form by form."""
    rows: dict[str, set[str]] = {}
    for name, entry in read_entries():
        if not entry.startswith("="):
            rows.setdefault(" ".join(map(stem, entry.replace("+", " ").split())), set()).add(name)
    assert {root: names for root, names in rows.items() if len(names) > 1} == {}


def test_every_phrase_is_short_enough_to_be_found() -> None:
    phrases = [entry for _, entry in read_entries() if "+" in entry]
    assert [entry for entry in phrases if len(entry.replace("-", "+").split("+")) > LONGEST_PHRASE] == []


def read_names(text: str) -> set[str]:
    return {token.name for token in tokenise(text) if token.sense in (Sense.EVENT, Sense.WORD)}


@pytest.mark.parametrize(
    "texts",
    [
        ("the valves were last inspected in May", "engineers examined the valves", "a check of the valves"),
        ("the siege lasted nine days", "the siege went on for nine days"),
        ("two coaches overturned", "two carriages overturned", "two wagons overturned"),
        ("a ransom of $2m", "they demanded $2m"),
        ("three hostages", "three captives", "three men were abducted"),
        ("the launch was put off", "the launch is behind schedule", "the launch was postponed"),
        ("hours of shelling", "an exchange of fire", "a mortar barrage"),
        ("lorries queued", "a line-up of trucks"),
        ("the mall's landlord is bankrupt", "it went bust"),
        ("the rainy-day fund", "the reserves"),
        ("firefighters came", "fire crews came"),
        ("pupils returned", "students returned"),
    ],
)
def test_ways_of_saying_one_thing_share_a_name(texts: tuple[str, ...]) -> None:
    assert set.intersection(*map(read_names, texts))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("imported", "exported"),
        ("rose", "fell"),
        ("the buyer", "the seller"),
        ("arrived", "departed"),
        ("a rate cut", "a hike"),
        ("the upper house", "the lower house"),
        ("husband", "wife"),
        ("lent", "donated"),
        ("gold medal", "silver medal"),
        ("the department", "departed"),
        ("the former mayor", "formed"),
        ("a signal", "signed"),
        ("firefighters", "a firefight"),
        ("the minimum", "the maximum"),
    ],
)
def test_rivals_never_share_a_name(one: str, other: str) -> None:
    assert not read_names(one) & read_names(other)


def test_rival_events_are_events() -> None:
    assert {name for rivals in RIVALS for name in rivals} <= set(EVENTS)
