"""The clause around a claim: who does what, and which noun the figure hangs on."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.reconcile.chunks import Chunk, chunks_of
from factsheet.reconcile.clauses import Clause, read_clause
from factsheet.reconcile.parts import Part
from factsheet.reconcile.verbs import participle_of


def read(marked: str) -> Clause:
    before, claim, after = re.split(r"[<>]", marked)
    return read_clause(before + claim + after, len(before), len(before) + len(claim))


def words(chunk: Chunk | None) -> str:
    return chunk.text if chunk else ""


CLAUSES = [
    ("Police detained <27 people> after scuffles.", "Police", "detained", "", True),
    ("The council voted <on Friday> to end the mission.", "council", "voted", "", True),
    ("<On Friday>, Bamako suspended troop rotations.", "Bamako", "suspended", "troop rotations", False),
    ("The walkout, which started <on May 3>, cost much.", "walkout", "started", "", True),
    ("Voss, 58, will be sworn in <on May 3>.", "Voss", "sworn in", "", True),
    ("The pullout will be slow and is expected to end <by May 3>.", "pullout", "end", "", True),
    ("City will bank <$700,000> as runners-up.", "City", "bank", "", True),
    ("The budget that councillors adopted <on Friday> is large.", "councillors", "adopted", "budget", True),
]


@pytest.mark.parametrize(("marked", "subject", "verb", "what", "is_object"), CLAUSES)
def test_a_clause_has_its_subject_verb_and_object(
    marked: Any, subject: Any, verb: Any, what: Any, is_object: Any
) -> None:
    found = read(marked)
    assert (words(found.subject), found.verb.plain if found.verb else "") == (subject, verb)
    assert (words(found.object), found.is_object) == (what, is_object)


NOUNS = [
    ("It agreed to a budget of <$2 billion>.", "budget", "of", "", None),
    ("A <£1,500> sweetener came.", "", "", "sweetener", None),
    ("Only <45 percent> of wells are clean.", "", "", "", ("of", "wells")),
    ("They saw problems in <3> districts.", "problems", "in", "districts", None),
]


@pytest.mark.parametrize(("marked", "head", "link", "named", "tail"), NOUNS)
def test_a_clause_knows_the_nouns_that_a_figure_hangs_on(
    marked: Any, head: Any, link: Any, named: Any, tail: Any
) -> None:
    found = read(marked)
    assert (words(found.head), found.link, words(found.named)) == (head, link, named)
    assert (found.tail and (found.tail[0], found.tail[1].text)) == tail


@pytest.mark.parametrize(
    ("verb", "participle"),
    [("detains", "detained"), ("sell", "sold"), ("lay off", "laid off"), ("took", "taken"), ("planning", "planned"),
     ("carry", "carried"), ("hit", "hit"), ("closed", "closed")],
)  # fmt: skip
def test_a_verb_has_its_participle(verb: str, participle: str) -> None:
    assert participle_of(verb) == participle


def test_a_figure_is_never_a_word_of_a_chunk() -> None:
    text = "The two ships of 1994 carried some 300 passengers on Friday."
    told = [word for chunk in chunks_of(text, 4, 7) if chunk.part is Part.NOUN for word in chunk.words]
    assert told == ["ships", "passengers"]


@given(st.text(max_size=60), st.text(max_size=8), st.text(max_size=60))
def test_no_text_is_too_odd(before: str, claim: str, after: str) -> None:
    found = read_clause(before + claim + after, len(before), len(before) + len(claim))
    assert all(chunk.words for chunk in (found.subject, found.object, found.head, found.named) if chunk)
