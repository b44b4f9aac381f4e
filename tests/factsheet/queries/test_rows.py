"""An act answers with the rows that it changed, and what is shown and what changed make the matrix."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from django.contrib.auth.models import User
from hypothesis import given
from hypothesis import strategies as st

from factsheet import actions, queries
from factsheet.arrangement import Arrangement, Group
from factsheet.models import Fact, FactSheet
from factsheet.queries.matrix import Band, Matrix, Row
from factsheet.queries.rows import RowRepaint, ShownRows, compare_rows
from tests.factories import make_sheet
from tests.factsheet.newsroom import LATER, decide, figure_of, make_fact_with

Groups = Sequence[Mapping[int, str]]
"""For each group the labels of its facts, by their keys, in the order of the rows."""


def make_matrix(groups: Groups) -> Matrix:
    """The matrix of these facts; nothing of it is stored."""
    bands = []
    for number, labels in enumerate(groups):
        facts = [Fact(pk=key, label=label, kind="quantity") for key, label in labels.items()]
        bands.append(
            Band(Group(str(number), f"Group {number}", facts, is_closed=False), [Row(fact, []) for fact in facts])
        )
    return Matrix(FactSheet(slug="mission"), Arrangement(), [], bands)


def read_rows(matrix: Matrix) -> list[list[tuple[int, str]]]:
    return [[(row.fact.pk, row.fact.label) for row in band.rows] for band in matrix.bands]


def paint(before: Matrix, repaint: RowRepaint) -> list[list[tuple[int, str]]]:
    """What a browser that showed a matrix shows after the repaint, as its parts say."""
    groups = [[row for row in rows if row[0] not in repaint.gone] for rows in read_rows(before)]
    for row in repaint.changed:
        fact = row.fact
        groups = [[(fact.pk, fact.label) if key == fact.pk else (key, label) for key, label in rows] for rows in groups]
    for new in repaint.new:
        rows = groups[new.group - 1]
        place = [key for key, _label in rows].index(new.after) + 1 if new.after else 0
        rows.insert(place, (new.row.fact.pk, new.row.fact.label))
    return groups


def group(facts: dict[int, tuple[int, str]], order: list[int]) -> Groups:
    groups: list[dict[int, str]] = [{}, {}, {}]
    for key in sorted(facts, key=lambda key: order.index(key)):
        number, label = facts[key]
        groups[number][key] = label
    return groups


FACTS = st.dictionaries(st.integers(1, 8), st.tuples(st.integers(0, 2), st.sampled_from(["Dead", "Missing"])))
ORDERS = st.permutations(range(1, 9))


@given(FACTS, ORDERS, FACTS, ORDERS)
def test_what_is_shown_and_what_changed_make_the_matrix(
    old: dict[int, tuple[int, str]], first: list[int], new: dict[int, tuple[int, str]], then: list[int]
) -> None:
    before, after = make_matrix(group(old, first)), make_matrix(group(new, then))
    shown = ShownRows.of(before)
    assert ShownRows.read(shown.text) == shown
    repaint = compare_rows(shown, after)
    assert repaint is not None
    assert paint(before, repaint) == read_rows(after)
    assert repaint.shown == ShownRows.of(after).text
    heads = [band.group.name for _number, band in repaint.heads]
    sizes = zip(before.bands, after.bands, strict=True)
    assert heads == [new.group.name for old, new in sizes if len(old.rows) != len(new.rows)]


def test_one_row_that_moves_goes_and_comes_and_no_other_is_painted() -> None:
    labels = {1: "a", 2: "b", 3: "c", 4: "d"}
    before, after = make_matrix([labels]), make_matrix([{key: labels[key] for key in (2, 3, 1, 4)}])
    repaint = compare_rows(ShownRows.of(before), after)
    assert repaint is not None
    assert (repaint.gone, repaint.changed, repaint.heads) == ([1], [], [])
    assert [(new.row.fact.pk, new.after) for new in repaint.new] == [(1, 3)]


@pytest.mark.parametrize("text", ["", "a b:1", "ff zz:1.a", "ff a:1.a,", "ff a:1.a 7", "ff a:" + "9" * 30 + ".a"])
def test_of_what_no_browser_was_given_nothing_is_shown(text: str) -> None:
    assert compare_rows(ShownRows.read(text), make_matrix([{1: "a"}])) is None


@pytest.mark.django_db
def test_whatever_a_row_shows_has_it_painted_anew(editor: User) -> None:
    sheet = make_sheet()
    fact, other = make_fact_with("13000", "15000", sheet=sheet), make_fact_with("41", sheet=sheet, label="Dead")

    def changed_by(act: object) -> list[int]:
        assert callable(act)
        shown = ShownRows.of(queries.matrix(sheet))
        act()
        repaint = compare_rows(shown, queries.matrix(sheet))
        assert repaint is not None
        assert (repaint.gone, repaint.new) == ([], [])
        return [row.fact.pk for row in repaint.changed]

    item = figure_of(fact, "15000")
    assert changed_by(lambda: actions.weigh(item, stance="set_aside", reason="A plan.", by=editor, at=LATER)) == [
        fact.pk
    ]
    assert changed_by(lambda: decide(fact, "13000", by=editor)) == [fact.pk]
    assert changed_by(lambda: actions.assign(other, to=editor, by=editor, at=LATER)) == [other.pk]
    assert changed_by(lambda: actions.comment(other, text="Ring them.", by=editor, at=LATER)) == []


@pytest.mark.django_db
def test_other_columns_have_the_matrix_drawn_whole() -> None:
    sheet = make_sheet()
    make_fact_with("13000", sheet=sheet)
    shown = ShownRows.of(queries.matrix(sheet))
    make_fact_with("41", sheet=sheet, label="Dead")
    assert compare_rows(shown, queries.matrix(sheet)) is None
