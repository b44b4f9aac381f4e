"""Two editions compared: what a reader would see change, figures first; and the digests by which lines are known."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from factsheet.export.content import Answer, Value
from factsheet.export.differences import Fate, compare_editions, compare_lines
from factsheet.export.edition import build_edition, read_edition
from factsheet.export.lines import HEAD, digest_all, digest_gap, digest_line, digest_lines
from tests.factsheet.export.samples import AT, make_citation, make_content, make_fact


def test_lines_with_another_figure_come_first_then_what_came_and_went_then_other_words() -> None:
    before = make_content(*(make_fact(key, label=f"Line {key}") for key in (1, 2, 3, 4)))
    after = make_content(
        make_fact(1, label="Line 1"),
        make_fact(2, label="Line two"),
        make_fact(5, label="Line 5"),
        make_fact(4, label="Line 4", answer=Answer("1,300", Value(Decimal(1300), Decimal(1300)))),
    )
    difference = compare_editions(before, after)
    assert [(line.id, line.fate) for line in difference.lines] == [
        (4, Fate.CHANGED),
        (5, Fate.ADDED),
        (3, Fate.REMOVED),
        (2, Fate.CHANGED),
        (1, Fate.KEPT),
    ]
    assert [line.id for line in difference.kept] == [1]
    (reworded,) = difference.changed[3].parts
    assert (reworded.name, reworded.before, reworded.after) == ("label", "Line 2", "Line two")


@pytest.mark.parametrize(
    ("changes", "names", "is_figure"),
    [
        ({"answer": Answer("about 1,200", Value(Decimal(1200), hedge="about"))}, ["answer", "value"], True),
        ({"answer": Answer("more than 1,200", Value(Decimal(1201), unit="seat"))}, ["value"], True),
        ({"state": "disputed"}, ["state"], True),
        ({"scope": "", "as_of": None}, ["scope", "as_of"], False),
        ({"heading": "The crossing"}, ["heading"], False),
        ({"rationale": "Counted again."}, ["rationale"], False),
        ({"citations": (make_citation(41), make_citation(43, source="Port Post"))}, ["citations"], False),
        ({"dissent": ()}, ["dissent"], False),
        ({"status": "agree", "origins": 3}, ["status", "origins"], False),
        ({"decided_by": "Ben Editor"}, ["decided"], False),
    ],
)
def test_each_part_that_changed_is_named(changes: Any, names: list[str], is_figure: bool) -> None:
    line = compare_lines(make_fact(), make_fact(**changes))
    assert [part.name for part in line.parts] == names
    assert (line.fate, line.is_figure) == (Fate.CHANGED, is_figure)


def test_a_line_of_which_only_the_sentence_around_its_words_changed_is_changed() -> None:
    line = compare_lines(make_fact(), make_fact(citations=(make_citation(sentence="Another sentence."),)))
    assert (line.fate, line.parts) == (Fate.CHANGED, ())


def test_the_title_and_the_summary_are_compared_too() -> None:
    head = compare_editions(make_content(), make_content(title="The ferry", summary="")).head
    assert [(part.name, part.after) for part in head] == [("title", "The ferry"), ("summary", "")]


def test_an_edition_is_the_same_as_itself_read_back_from_its_bytes() -> None:
    content = make_content()
    difference = compare_editions(content, read_edition(build_edition(content)).content)
    assert (difference.head, difference.changed) == ((), [])


def test_a_line_that_was_never_printed_is_none() -> None:
    with pytest.raises(ValueError, match="never printed"):
        compare_lines(None, None)


def test_the_digest_of_a_line_is_of_what_is_printed_and_not_of_where() -> None:
    line = make_fact()
    same = replace(line, position=7, citations=tuple(replace(cited, number=9) for cited in line.citations))
    assert digest_line(same) == digest_line(line)


@pytest.mark.parametrize(
    "changes",
    [
        {"label": "Seats"},
        {"answer": Answer("1,200")},
        {"rationale": ""},
        {"decided_at": AT + timedelta(seconds=1)},
        {"decided_by": "Ben Editor"},
        {"citations": (make_citation(article_title="Ferry ends"),)},
        {"dissent": ()},
        {"origins": 3},
    ],
)
def test_whatever_else_changes_gives_a_line_another_digest(changes: Any) -> None:
    assert digest_line(make_fact(**changes)) != digest_line(make_fact())


def test_the_head_has_a_digest_of_its_own_and_a_gap_is_no_line() -> None:
    line = make_fact(7)
    digests = digest_lines(make_content(line))
    assert digests.keys() == {HEAD, 7}
    assert digests[HEAD] != digest_lines(make_content(line, title="Another"))[HEAD]
    assert digest_gap(line) != digest_line(line)
    assert digest_all(["a", "b"]) != digest_all(["b", "a"])
