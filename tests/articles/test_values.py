"""The value algebra: meeting, rounding, slips, and the distance of days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.values import (
    Interval,
    Span,
    days_between,
    figure,
    intersect,
    is_digit_swap,
    is_factor_of_ten,
    is_unbounded,
    rounds_to,
    share_apart,
    significant_digits,
    unit_of_rounding,
)

D = Decimal


def test_an_interval_must_not_run_backwards_nor_leave_out_a_bound_it_has_not() -> None:
    with pytest.raises(ValueError, match="above"):
        Interval(D(2), D(1))
    with pytest.raises(ValueError, match="missing"):
        Interval(None, D(1), low_open=True)


def test_a_span_must_lie_in_a_text() -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(3, 2)
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))


MEETINGS = [
    (Interval(D(170), None), Interval(D(174), D(174)), Interval(D(174), D(174))),
    (Interval(D(174), D(174)), Interval(D(303), D(303)), None),
    (Interval(D(15000), None, low_open=True), Interval(D(15000), D(15000)), None),
    (Interval(D(10), D(12)), Interval(D(12), D(15)), Interval(D(12), D(12))),
    (Interval(D(10), D(12)), Interval(D(11), None, low_open=True), Interval(D(11), D(12), low_open=True)),
    (Interval(None, D(9), high_open=True), Interval(D(5), None), Interval(D(5), D(9), high_open=True)),
    (Interval(None, None), Interval(D(5), None), Interval(D(5), None)),
]


@pytest.mark.parametrize(("a", "b", "shared"), MEETINGS)
def test_intervals_meet_where_both_hold(a: Any, b: Any, shared: Any) -> None:
    assert intersect(a, b) == intersect(b, a) == shared


@pytest.mark.parametrize(
    ("interval", "named", "unbounded"),
    [
        (Interval(D(170), None), D(170), True),
        (Interval(None, D(9)), D(9), True),
        (Interval(D(5), D(5)), D(5), False),
        (Interval(D(5), D(6)), None, False),
    ],
)
def test_the_figure_of_an_interval_is_the_one_bound_that_words_name(interval: Any, named: Any, unbounded: Any) -> None:
    assert figure(interval) == named
    assert is_unbounded(interval) is unbounded


@pytest.mark.parametrize(
    ("number", "unit", "digits"),
    [("15000", "1000", 2), ("174", "1", 3), ("5.2", "0.1", 2), ("1200000000", "100000000", 2), ("0", "1", 1)],
)
def test_trailing_zeros_tell_how_a_number_was_rounded(number: Any, unit: Any, digits: Any) -> None:
    assert unit_of_rounding(D(number)) == D(unit)
    assert significant_digits(D(number)) == digits


@pytest.mark.parametrize(
    ("coarse", "fine", "answer"),
    [
        ("15000", "15209", True),
        ("15000", "15500", True),
        ("15000", "15501", False),
        ("1000", "1400", False),
        ("20", "21", False),
        ("170", "174", True),
        ("5.2", "5.17", True),
        ("5", "5.4", True),
        ("5", "5.6", False),
        ("1200000000", "1234567890", True),
        ("174", "170", False),
        ("174", "174", False),
    ],
)
def test_a_round_figure_stands_for_what_rounds_to_it(coarse: Any, fine: Any, answer: Any) -> None:
    assert rounds_to(D(coarse), D(fine)) is answer


@pytest.mark.parametrize(
    ("a", "b", "tenfold", "swapped"),
    [
        ("1200", "12000", True, False),
        ("1.2", "1200000000", True, False),
        ("1200", "1200", False, False),
        ("402", "420", False, True),
        ("1534", "1354", False, True),
        ("1534", "1435", False, False),
        ("12", "12.0", False, False),
        ("0", "0", False, False),
    ],
)
def test_slips_of_the_keys_are_recognised(a: Any, b: Any, tenfold: Any, swapped: Any) -> None:
    assert is_factor_of_ten(D(a), D(b)) is is_factor_of_ten(D(b), D(a)) is tenfold
    assert is_digit_swap(D(a), D(b)) is is_digit_swap(D(b), D(a)) is swapped


@pytest.mark.parametrize(
    ("a", "b", "share"), [("10", "5", "0.5"), ("5", "10", "0.5"), ("0", "0", "0"), ("-2", "2", "2")]
)
def test_distance_is_a_share_of_the_larger_figure(a: Any, b: Any, share: Any) -> None:
    assert share_apart(D(a), D(b)) == D(share)


def _read_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        (("2023-12-31", "2023-12-31"), ("2024-01-01", "2024-01-01"), 1),
        (("2023-06-01", "2023-06-30"), ("2023-06-16", "2023-06-16"), 0),
        (("2023-06-01", "2023-06-30"), ("2023-07-10", None), 10),
    ],
)
def test_days_are_counted_between_periods(a: Any, b: Any, days: Any) -> None:
    one, other = (Interval(_read_day(low), _read_day(high)) for low, high in (a, b))
    assert days_between(one, other) == days_between(other, one) == days


numbers = st.decimals(min_value=-(10**12), max_value=10**12, places=2)


@given(numbers, numbers)
def test_what_one_figure_rounds_to_is_never_rounded_back(a: Any, b: Any) -> None:
    assert not (rounds_to(a, b) and rounds_to(b, a))


@given(st.tuples(numbers, numbers).map(sorted), st.tuples(numbers, numbers).map(sorted))
def test_what_two_intervals_share_lies_in_both(a: Any, b: Any) -> None:
    shared = intersect(Interval(*a), Interval(*b))
    assert (shared is None) == (max(a[0], b[0]) > min(a[1], b[1]))
    if shared is not None:
        assert (shared.low, shared.high) == (max(a[0], b[0]), min(a[1], b[1]))
