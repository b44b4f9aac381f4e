"""Each screen reads with a fixed number of queries, however large the sheet is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from django.contrib.auth.models import User
from pytest_django import Settings

from articles.intake import describe
from factsheet import actions, queries
from factsheet.arrangement import Arrangement
from factsheet.models import Fact, FactSheet, visible_sheets
from tests.factsheet.newsroom import LATER, make_busy_sheet

pytestmark = pytest.mark.django_db

STORY = describe("The mission counts 13,000 troops, the council said. It has 7 trucks, and leaves on Friday.")

Read = Callable[[FactSheet, User], object]


def fact_of(sheet: FactSheet) -> Fact:
    return Fact.objects.select_related("sheet", "decision__editor").filter(sheet=sheet).order_by("position")[0]


def every_filter_of(sheet: FactSheet) -> Arrangement:
    """An arrangement that lets the first fact of the sheet through, by every filter, and sorts and groups."""
    (column, *_others) = queries.matrix(sheet).columns
    source = column.entry.article.source_id
    return Arrangement(
        show="decided",
        kind="quantity",
        whose="nobody",
        source=source,
        origin=column.entry.origin,
        sort="state",
        group="kind",
        pinned=(column.key,),
    )


READS: dict[str, tuple[int, Read]] = {
    "desk": (1, lambda sheet, by: queries.desk(visible_sheets(by))),
    "desk, filtered": (1, lambda sheet, by: queries.desk(visible_sheets(by), query="mission", state="draft")),
    "matrix": (4, lambda sheet, by: queries.matrix(sheet)),
    "matrix, filtered": (4, lambda sheet, by: queries.matrix(sheet, every_filter_of(sheet), by=by)),
    "matrix, one row": (4, lambda sheet, by: queries.matrix_row(fact_of(sheet))),
    "settling_act": (1, lambda sheet, by: queries.settling_act(fact_of(sheet).pk)),
    "settled_together": (1, lambda sheet, by: queries.settled_together(sheet, 1)),
    "panel": (15, lambda sheet, by: queries.panel(fact_of(sheet))),
    "last_act": (1, lambda sheet, by: queries.last_act(fact_of(sheet))),
    "next_fact": (1, lambda sheet, by: queries.next_fact(fact_of(sheet))),
    "inbox": (6, lambda sheet, by: queries.inbox(sheet)),
    "inbox, grouped": (7, lambda sheet, by: queries.inbox(sheet, queries.Wanted(group="fact"))),
    "inbox, rejected": (5, lambda sheet, by: queries.inbox(sheet, queries.Wanted(show="rejected"))),
    "inbox_waiting": (1, lambda sheet, by: queries.inbox_waiting(sheet, queries.Wanted(confidence=80))),
    "articles": (1, lambda sheet, by: queries.article_list(sheet)),
    "article": (
        4,
        lambda sheet, by: queries.article_page(sheet, sheet.entries.order_by("position")[0].article_id, by=by),
    ),
    "revision": (6, lambda sheet, by: queries.revision_page(sheet, sheet.entries.latest("position").article_id, by=by)),
    "revisions": (1, lambda sheet, by: queries.revisions(sheet, [1])),
    # One more where something is suggested.
    "draft": (5, lambda sheet, by: queries.draft_page(sheet, STORY, published=None, timezone="UTC")),
    "review": (12, lambda sheet, by: queries.review(sheet, by=by, at=LATER)),
    "members": (3, lambda sheet, by: queries.members(FactSheet(pk=sheet.pk, confidential=True))),
    "palette": (1, lambda sheet, by: queries.palette("", sheet="", by=by)),
    "palette, asked": (4, lambda sheet, by: queries.palette("fact", sheet=sheet.slug, by=by)),
    "editions": (1, lambda sheet, by: queries.edition_list(sheet)),
    "deliveries_of": (
        1,
        lambda sheet, by: queries.deliveries_of([sheet.pk]),
    ),
    "edition": (2, lambda sheet, by: queries.edition_page(sheet, 1)),
    "edition_comparison": (2, lambda sheet, by: queries.edition_comparison(sheet, 1, 1)),
    "corrections": (1, lambda sheet, by: queries.corrections()),
    # One more where claims are told of.
    "notices": (3, lambda sheet, by: queries.notices(by)),
    "unread_notices": (1, lambda sheet, by: queries.unread_notices(by)),
    "present": (1, lambda sheet, by: queries.present([sheet], by=by, at=LATER)),
    "is_watched": (1, lambda sheet, by: queries.is_watched(sheet, by)),
    "sessions_of": (1, lambda sheet, by: queries.sessions_of(by, this=None, at=LATER)),
    "find_session": (1, lambda sheet, by: queries.find_session(by, "of another")),
    "ask_database": (1, lambda sheet, by: queries.ask_database()),
    "log_lines": (1, lambda sheet, by: list(queries.log_lines(sheet, queries.LogFilter(channel="shell")))),
    # One more where acts were done to claims, and for the answers that are told of.
    "activity": (3, lambda sheet, by: queries.activity(sheet)),
    "activity, narrowed": (
        3,
        lambda sheet, by: queries.activity(sheet, queries.LogFilter(act="article.added", article=1, who="program")),
    ),
}
# Looking the row up that a view has at hand is not the query function's.
LOOK_UPS = {
    "matrix, filtered": 4,
    "matrix, one row": 1,
    "settling_act": 1,
    "panel": 1,
    "last_act": 1,
    "next_fact": 1,
    "article": 1,
    "revision": 1,
}


def test_a_screen_asks_no_more_of_a_sheet_five_times_as_large(
    editor: User, count_queries: Callable[[Callable[[], object]], int]
) -> None:
    # As the gate has asked before any view.
    editor.get_all_permissions()
    for size in (1, 5):
        sheet = make_busy_sheet(size, by=editor)
        counts = {name: count_queries(partial(read, sheet, editor)) for name, (_, read) in READS.items()}
        assert counts == {name: expected + LOOK_UPS.get(name, 0) for name, (expected, _) in READS.items()}


def test_every_read_function_is_counted_here() -> None:
    counted = {name.partition(",")[0] for name in READS}
    names = {
        "article_list": "articles",
        "article_page": "article",
        "revision_page": "revision",
        "draft_page": "draft",
        "edition_list": "editions",
        "edition_page": "edition",
    }
    functions = {name for name in queries.__all__ if name.islower()} - {"matrix_row", "matrix_rows"}
    assert {names.get(name, name) for name in functions} <= counted


ACTS: dict[str, Callable[[FactSheet, User], object]] = {
    "decide": lambda sheet, by: actions.decide(
        fact_of(sheet),
        actions.Answer(outcome="not_established"),
        version=fact_of(sheet).version,
        by=by,
        at=LATER,
    ),
    "weigh": lambda sheet, by: actions.weigh(
        fact_of(sheet).evidence.select_related("sheet")[0], stance="supports", by=by, at=LATER
    ),
    "split": lambda sheet, by: actions.split(
        fact_of(sheet),
        [fact_of(sheet).evidence.order_by("pk")[0].pk],
        version=fact_of(sheet).version,
        label="",
        scope="soldiers",
        by=by,
        at=LATER,
    ),
    "undo": lambda sheet, by: actions.undo(sheet.activity.filter(act="fact.split").latest("id"), by=by, at=LATER),
    "assign": lambda sheet, by: actions.assign(fact_of(sheet), to=by, by=by, at=LATER),
    "comment": lambda sheet, by: actions.comment(fact_of(sheet), text="Ring them.", by=by, at=LATER),
    "submit": lambda sheet, by: actions.submit(sheet, by=by, at=LATER),
    "approve": lambda sheet, by: actions.approve(sheet, by=by, at=LATER),
    "publish": lambda sheet, by: actions.publish(sheet, by=by, at=LATER, kind="update", note="Counted anew."),
    "withdraw": lambda sheet, by: actions.withdraw(sheet, by=by, at=LATER, note="All wrong."),
}


def test_an_act_writes_with_as_many_queries_on_a_sheet_five_times_as_large(
    editor: User, count_queries: Callable[[Callable[[], object]], int], settings: Settings
) -> None:
    settings.FOUR_EYES = False
    small, large = (
        {name: count_queries(partial(act, sheet, editor)) for name, act in ACTS.items()}
        for sheet in (make_busy_sheet(1, by=editor), make_busy_sheet(5, by=editor))
    )
    assert small == large
