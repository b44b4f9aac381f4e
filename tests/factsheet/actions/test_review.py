"""A sheet is approved line by line, by others than those who made the line, for as long as the line is the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from pytest_django import Settings

from factsheet import actions, queries
from factsheet.export.edition import read_edition
from factsheet.export.lines import HEAD
from factsheet.models import Act, Activity, Comment, Edition, Fact, FactSheet, LineVerdict
from factsheet.queries.review import Review
from tests.factories import NOON, make_sheet, make_user
from tests.factsheet.newsroom import (
    LATER,
    acts_of,
    add_figure,
    assert_refused,
    decide,
    figure_of,
    make_fact_with,
    say,
    take_in_texts,
)

pytestmark = pytest.mark.django_db

LATEST = LATER + timedelta(hours=1)


@pytest.fixture
def sheet(editor: User) -> FactSheet:
    """A sheet in review with two settled lines, of which one is contradicted."""
    sheet = make_sheet()
    decide(make_fact_with("13000", "15000", sheet=sheet, label="Troops"), "13000", by=editor)
    decide(make_fact_with("41", sheet=sheet, label="Dead"), "41", by=editor)
    return in_review(sheet)


@pytest.fixture
def second() -> User:
    """Another publisher."""
    return make_user("second", role="Publisher")


def in_review(sheet: FactSheet) -> FactSheet:
    FactSheet.objects.filter(pk=sheet.pk).update(state="in_review")
    return FactSheet.objects.get(pk=sheet.pk)


def fact_of(sheet: FactSheet, label: str) -> Fact:
    return Fact.objects.select_related("sheet").get(sheet=sheet, label=label)


def look(sheet: FactSheet, by: User) -> Review:
    return queries.review(FactSheet.objects.get(pk=sheet.pk), by=by, at=LATEST)


def waiting(sheet: FactSheet, by: User) -> set[str]:
    return {str(line.change.label) if line.change else "" for line in look(sheet, by).lines.waiting}


def digest_of(sheet: FactSheet, fact: Fact | None, by: User) -> dict[int, str]:
    key = fact.pk if fact else HEAD
    return {line.key: line.sha256 for line in look(sheet, by).lines.lines if line.key == key}


def publish(sheet: FactSheet, by: User, **why: str) -> Edition:
    """All of the sheet approved by somebody who had no hand in it, and published."""
    actions.approve(in_review(sheet), by=make_user(role="Publisher"), at=LATER)
    sheet = FactSheet.objects.get(pk=sheet.pk)
    return actions.publish(sheet, by=by, at=LATER, **why)


def test_one_line_is_approved_by_itself_and_told_in_the_log(sheet: FactSheet, publisher: User) -> None:
    troops = fact_of(sheet, "Troops")
    assert waiting(sheet, publisher) == {"", "Troops", "Dead"}
    seen = digest_of(sheet, troops, publisher)
    assert acts_of(lambda: actions.approve_lines(sheet, seen, by=publisher, at=LATER)) == ["lines.approved"]
    assert waiting(sheet, publisher) == {"", "Dead"}
    assert Activity.objects.latest("id").details["facts"] == [troops.pk]
    assert FactSheet.objects.get().state == "in_review"
    # Approving it again changes nothing.
    assert acts_of(lambda: actions.approve_lines(sheet, seen, by=publisher, at=LATER)) == []
    assert LineVerdict.objects.count() == 1


def test_an_approval_holds_for_exactly_as_long_as_the_line_is_the_same(
    sheet: FactSheet, editor: User, publisher: User
) -> None:
    assert actions.approve(sheet, by=publisher, at=LATER) == []
    decide(fact_of(sheet, "Dead"), "41", by=editor, rationale="Counted.", at=LATEST)
    add_figure(fact_of(sheet, "Troops"), "12000", state="candidate")
    assert FactSheet.objects.get().state == "draft"
    assert waiting(sheet, publisher) == {"Dead"}
    Fact.objects.filter(label="Troops").update(position=99)
    assert waiting(sheet, publisher) == {"Dead"}
    fact = fact_of(sheet, "Troops")
    actions.change_fact(
        fact, version=fact.version, label="Soldiers", scope="", as_of=None, heading="", by=editor, at=LATEST
    )
    assert waiting(sheet, publisher) == {"Dead", "Soldiers"}


CONTRADICTING = "15000"
HANDS: dict[str, tuple[Callable[[FactSheet, User], object], str]] = {
    "settled it last": (
        lambda sheet, by: decide(fact_of(sheet, "Troops"), "13000", by=by, at=LATER),
        "You settled this line yourself",
    ),
    "reworded it": (
        lambda sheet, by: actions.change_fact(
            fact_of(sheet, "Troops"), version=fact_of(sheet, "Troops").version, label="Troops", scope="all",
            as_of=None, heading="", by=by, at=LATER,
        ),
        "You changed what this line says yourself",
    ),
    "weighed its evidence": (
        lambda sheet, by: actions.weigh(
            figure_of(fact_of(sheet, "Troops"), "13000"), stance="supports", by=by, at=LATER
        ),
        "You changed what this line says yourself",
    ),
    "dated an article that it cites": (
        lambda sheet, by: actions.set_published(
            sheet, figure_of(fact_of(sheet, "Troops"), "13000").claim.article, published=date(2023, 7, 2), by=by,
            at=LATER,
        ),
        "You changed what this line says yourself",
    ),
    "placed what contradicts it": (
        lambda sheet, by: actions.place(
            sheet, [add_figure(fact_of(sheet, "Troops"), "9", state="candidate").pk], fact=fact_of(sheet, "Troops"),
            by=by, at=LATER,
        ),
        "You placed or rejected what speaks against this line",
    ),
    "rejected what contradicted it": (
        lambda sheet, by: actions.reject(
            sheet, [figure_of(fact_of(sheet, "Troops"), CONTRADICTING).pk], reason="Wrong.", by=by, at=LATER
        ),
        "You placed or rejected what speaks against this line",
    ),
    "took in a version that no longer says what contradicted it": (
        lambda sheet, by: actions.add_articles(
            sheet,
            take_in_texts(
                "Nothing of it.", revises=figure_of(fact_of(sheet, "Troops"), CONTRADICTING).claim.article
            ),
            by=by, at=LATER,
        ),
        "You placed or rejected what speaks against this line",
    ),
}  # fmt: skip


@pytest.mark.parametrize("hand", HANDS)
def test_who_had_a_hand_in_a_line_does_not_approve_it_and_approves_the_others(
    sheet: FactSheet, publisher: User, second: User, hand: str
) -> None:
    act, words = HANDS[hand]
    assert figure_of(fact_of(sheet, "Troops"), CONTRADICTING).stance == "contradicts"
    act(sheet, publisher)
    sheet = in_review(sheet)
    seen = digest_of(sheet, fact_of(sheet, "Troops"), publisher)
    assert_refused(lambda: actions.approve_lines(sheet, seen, by=publisher, at=LATER), words)
    (left,) = actions.approve(sheet, by=publisher, at=LATER)
    assert (left.change and left.change.label, words in left.against) == ("Troops", True)
    assert FactSheet.objects.get().state == "in_review"
    assert_refused(lambda: actions.approve(sheet, by=publisher, at=LATER), "Somebody else has to approve it")
    assert actions.approve(sheet, by=second, at=LATER) == []
    assert FactSheet.objects.values_list("state", "approved_by").get() == ("approved", second.pk)


def test_sorting_that_speaks_for_a_line_keeps_nobody_from_approving_it(sheet: FactSheet, publisher: User) -> None:
    agreeing = add_figure(fact_of(sheet, "Dead"), "41", state="candidate")
    actions.accept(sheet, [agreeing.pk], by=publisher, at=LATER)
    assert actions.approve(in_review(sheet), by=publisher, at=LATER) == []


def test_a_decision_that_a_colleague_replaced_binds_nobody(sheet: FactSheet, editor: User, publisher: User) -> None:
    decide(fact_of(sheet, "Dead"), "41", by=publisher)
    decide(fact_of(sheet, "Dead"), "41", by=editor)
    assert actions.approve(in_review(sheet), by=publisher, at=LATER) == []


def test_what_was_seen_is_approved_and_nothing_else(sheet: FactSheet, editor: User, publisher: User) -> None:
    seen = digest_of(sheet, fact_of(sheet, "Dead"), publisher)
    decide(fact_of(sheet, "Dead"), "41", by=editor, rationale="Counted.", at=LATEST)
    sheet = in_review(sheet)
    for lines in (seen, {}, {fact_of(sheet, "Dead").pk: "0" * 64}, {987654321: "0" * 64}):
        assert_refused(lambda lines=lines: actions.approve_lines(sheet, lines, by=publisher, at=LATER), "has changed")  # type: ignore[misc]
    assert not LineVerdict.objects.exists()


def test_after_an_edition_only_what_changed_is_approved_and_a_line_that_went_too(
    sheet: FactSheet, editor: User, publisher: User, second: User
) -> None:
    publish(sheet, publisher)
    assert waiting(sheet, publisher) == set()
    decide(fact_of(sheet, "Dead"), actions.Answer(outcome="left_out"), by=second, at=LATEST)
    assert waiting(sheet, publisher) == {"Dead"}
    sheet = in_review(sheet)
    assert_refused(lambda: actions.approve(sheet, by=second, at=LATEST), "Somebody else has to approve it")
    assert actions.approve(sheet, by=publisher, at=LATEST) == []


def test_a_line_sent_back_stands_in_the_thread_and_is_approved_by_nobody_until_it_is_anew(
    sheet: FactSheet, publisher: User, second: User
) -> None:
    dead = fact_of(sheet, "Dead")
    actions.approve_lines(sheet, digest_of(sheet, dead, publisher), by=publisher, at=LATER)
    acts = acts_of(lambda: actions.send_back(sheet, lines={dead.pk: " Whose count? "}, by=second, at=LATER))
    assert acts == ["fact.commented", "sheet.sent_back"]
    assert [comment.text for comment in queries.panel(dead).comments] == ["Whose count?"]
    assert Activity.objects.latest("id").details["lines"] == [
        {"fact": dead.pk, "comment_id": Comment.objects.get().pk, "comment": "Whose count?"}
    ]
    assert waiting(sheet, publisher) == {"", "Troops", "Dead"}
    sheet = in_review(sheet)
    assert actions.approve(sheet, by=publisher, at=LATEST) == []


@pytest.mark.parametrize("lines", [{}, {1: "  "}, {987654321: "Who?"}])
def test_a_sheet_is_not_sent_back_without_a_word_or_for_a_line_that_is_not_there(
    sheet: FactSheet, publisher: User, lines: dict[int, str]
) -> None:
    words = "no longer on the sheet" if any(text.strip() for text in lines.values()) else "Say what has to change"
    assert_refused(lambda: actions.send_back(sheet, lines=lines, by=publisher, at=LATER), words)
    assert not Comment.objects.exists()


def test_one_pair_of_eyes_is_enough_where_the_desk_says_so_and_that_is_told(
    sheet: FactSheet, editor: User, settings: Settings
) -> None:
    settings.FOUR_EYES = False
    keys = {fact_of(sheet, label).pk for label in ("Troops", "Dead")}
    assert actions.approve(sheet, by=editor, at=LATER) == []
    assert set(Activity.objects.latest("id").details["approved_alone"]) == keys
    edition = actions.publish(sheet, by=editor, at=LATER)
    assert set(read_edition(bytes(edition.body)).content.approved_alone) == keys
    assert set(Activity.objects.latest("id").details["approved_alone"]) == keys


def test_what_was_approved_alone_counts_no_longer_once_the_desk_wants_four_eyes(
    sheet: FactSheet, editor: User, publisher: User, settings: Settings
) -> None:
    settings.FOUR_EYES = False
    actions.approve_lines(sheet, digest_of(sheet, fact_of(sheet, "Dead"), editor), by=editor, at=LATER)
    settings.FOUR_EYES = True
    assert waiting(sheet, publisher) == {"", "Troops", "Dead"}
    assert actions.approve(sheet, by=publisher, at=LATER) == []
    edition = actions.publish(sheet, by=publisher, at=LATER)
    assert read_edition(bytes(edition.body)).content.approved_alone == ()


def test_what_no_longer_is_what_was_approved_is_not_published(sheet: FactSheet, publisher: User) -> None:
    actions.approve(sheet, by=publisher, at=LATER)
    # As in the admin, where an outlet is renamed for every sheet at once.
    source = figure_of(fact_of(sheet, "Dead"), "41").claim.article.source
    assert source is not None
    type(source).objects.filter(pk=source.pk).update(name="Another outlet")
    assert_refused(lambda: actions.publish(sheet, by=publisher, at=LATER), "no longer what was approved")
    assert not Edition.objects.exists()


WHY: list[tuple[dict[str, Any], str]] = [
    ({}, "Say whether this edition is"),
    ({"kind": "erratum", "note": "It was 12."}, "Say whether this edition is"),
    ({"kind": "withdrawal", "note": "It was 12."}, "Say whether this edition is"),
    ({"note": "It was 12."}, "Say whether this edition is"),
    ({"kind": "correction"}, "Say what is different"),
    ({"kind": "correction", "note": " \n"}, "Say what is different"),
]


@pytest.mark.parametrize(("why", "words"), WHY)
def test_every_edition_after_the_first_says_what_it_is_and_what_is_different(
    sheet: FactSheet, publisher: User, why: dict[str, Any], words: str
) -> None:
    publish(sheet, publisher)
    FactSheet.objects.update(state="approved")
    again = FactSheet.objects.get()
    assert_refused(lambda: actions.publish(again, by=publisher, at=LATER, **why), words)
    assert Edition.objects.count() == 1


def test_the_first_edition_replaces_none(sheet: FactSheet, publisher: User) -> None:
    actions.approve(sheet, by=publisher, at=LATER)
    assert_refused(lambda: actions.publish(sheet, by=publisher, at=LATER, kind="update", note="x"), "replaces none")


@pytest.mark.parametrize(
    ("kind", "state"), [("update", "published"), ("correction", "corrected"), ("clarification", "corrected")]
)
def test_a_sheet_is_in_the_state_that_its_newest_edition_brings_it_to(
    sheet: FactSheet, publisher: User, kind: str, state: str
) -> None:
    publish(sheet, publisher)
    edition = publish(sheet, publisher, kind=kind, note="It was 12.")
    assert (edition.kind, FactSheet.objects.get().state) == (kind, state)
    assert read_edition(bytes(edition.body)).content.kind == kind


@pytest.mark.parametrize("state", ["draft", "in_review", "approved", "published", "corrected"])
def test_a_sheet_is_withdrawn_from_wherever_it_is_by_an_edition_without_lines(
    sheet: FactSheet, publisher: User, state: str
) -> None:
    first = publish(sheet, publisher)
    FactSheet.objects.update(state=state)
    sheet = FactSheet.objects.get()
    made: list[Edition] = []
    acts = acts_of(lambda: made.append(actions.withdraw(sheet, by=publisher, at=LATER, note="The report was forged.")))
    (edition,) = made
    assert (acts, FactSheet.objects.get().state) == ([Act.SHEET_WITHDRAWN], "withdrawn")
    content = read_edition(bytes(edition.body)).content
    assert (content.kind, content.note, content.facts) == ("withdrawal", "The report was forged.", ())
    assert (edition.number, edition.previous_sha256) == (2, first.sha256)
    assert_refused(lambda: actions.withdraw(sheet, by=publisher, at=LATER, note="Again."), "has changed|no edition")


def test_a_withdrawal_needs_an_edition_and_a_reason(sheet: FactSheet, publisher: User) -> None:
    assert_refused(lambda: actions.withdraw(sheet, by=publisher, at=LATER, note="Wrong."), "no edition to withdraw")
    publish(sheet, publisher)
    sheet = FactSheet.objects.get()
    assert_refused(lambda: actions.withdraw(sheet, by=publisher, at=LATER, note=" "), "Say why it is withdrawn")


def test_what_was_withdrawn_is_approved_anew_to_the_last_line_before_it_is_printed_again(
    sheet: FactSheet, publisher: User
) -> None:
    publish(sheet, publisher)
    actions.withdraw(FactSheet.objects.get(), by=publisher, at=LATER, note="The report was forged.")
    assert waiting(sheet, publisher) == {"", "Troops", "Dead"}
    actions.submit(FactSheet.objects.get(), by=publisher, at=LATEST)
    actions.approve(FactSheet.objects.get(), by=publisher, at=LATEST)
    why = {"kind": "update", "note": "It was not forged after all."}
    edition = actions.publish(FactSheet.objects.get(), by=publisher, at=LATEST, **why)
    assert (edition.number, len(read_edition(bytes(edition.body)).content.facts)) == (3, 2)


def test_the_review_tells_what_changed_word_by_word(sheet: FactSheet, editor: User, publisher: User) -> None:
    publish(sheet, publisher)
    decide(fact_of(sheet, "Troops"), say("13000", text="about 13000"), by=editor, at=LATEST)
    FactSheet.objects.update(summary="What is known.")
    review = look(sheet, publisher)
    head, troops = review.changed
    assert [(part.name, [change.words for change in part.rows[0].changes]) for part in head.head] == [
        ("summary", ["What is known."])
    ]
    assert troops.worded is not None
    assert [(change.fate, change.words) for change in troops.worded.parts[0].rows[0].changes] == [
        ("gone", "13000"),
        ("new", "about 13000"),
    ]
    assert [item.worded and item.worded.line.label for item in review.kept] == ["Dead"]


def test_moments_of_the_rows_are_of_the_act(sheet: FactSheet, publisher: User) -> None:
    actions.approve(sheet, by=publisher, at=LATER)
    assert set(LineVerdict.objects.values_list("at", "by", "own")) == {(LATER, publisher.pk, False)}
    assert NOON < LATER
