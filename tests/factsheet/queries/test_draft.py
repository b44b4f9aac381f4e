"""What the draft checker shows of a story against a sheet, and what it costs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.intake import describe
from factsheet import actions, queries
from factsheet.management.large_sheet import make_large_sheet
from factsheet.models import Evidence, Fact, FactSheet
from factsheet.queries.draft import DraftPage
from factsheet.reconcile.standings import Standing
from tests.factories import NOON
from tests.factsheet.newsroom import LATER, decide, make_dossier

pytestmark = pytest.mark.django_db

TEXTS = (
    "The mission in Orland counts more than 15,000 troops, the council said. In attacks 174 peacekeepers were killed. "
    "A convoy carried 40 tonnes of rice to the camp.",
    "The mission in Orland has 13,000 troops, a spokesman said. In attacks 303 peacekeepers were killed. "
    "A convoy carried 40 tonnes of rice to the camp.",
)


@pytest.fixture
def sheet(editor: User) -> FactSheet:
    """A sheet on three facts, each told by two articles."""
    return make_dossier(*TEXTS, by=editor)


def fact_of(sheet: FactSheet, words: str) -> Fact:
    """The fact under which a claim of these words stands."""
    return Fact.objects.get(sheet=sheet, evidence__claim__text=words)


def check(sheet: FactSheet, story: str, **options: Any) -> DraftPage:
    options = {"published": date(2023, 7, 1), "timezone": "UTC", **options}
    return queries.draft_page(sheet, describe(story), **options)


def standings(page: DraftPage) -> dict[str, str]:
    return {note.claim.side.text: str(note.claim.standing) for note in page.notes}


STORY = "The mission in Orland counts 13,000 troops. In attacks 303 peacekeepers were killed. A baker sold 45 rolls."


def test_a_story_is_held_against_what_is_decided(sheet: FactSheet, editor: User) -> None:
    assert standings(check(sheet, STORY)) == {
        "13,000 troops": "open", "303 peacekeepers": "open", "45 rolls": "unknown"
    }  # fmt: skip
    troops = fact_of(sheet, "13,000 troops")
    larger = troops.evidence.get(claim__text="more than 15,000 troops")
    decide(troops, actions.Answer.of_claim(larger), by=editor)
    killed = fact_of(sheet, "303 peacekeepers")
    wording = "174, the U.N. says; 303, its critics say"
    decide(killed, actions.Answer(outcome="disputed", text=wording), by=editor)
    page = check(sheet, STORY)
    assert standings(page) == {"13,000 troops": "deviates", "303 peacekeepers": "disputed", "45 rolls": "unknown"}
    first, second, third = page.notes
    assert first.fact == troops
    assert first.words == "more than 15,000 troops"
    assert "".join(passage.text for passage in first.claim.correction) == (
        "The mission in Orland counts more than 15,000 troops."
    )
    assert (second.fact, second.wording) == (killed, wording)
    assert (third.fact, third.words, third.wording) == (None, "", "")
    assert page.troubles == 2
    assert [(tally.standing, tally.number, tally.tone) for tally in page.tallies] == [
        (Standing.DEVIATES, 1, "conflict"), (Standing.DISPUTED, 1, "disputed"), (Standing.UNKNOWN, 1, "none")
    ]  # fmt: skip


def test_what_is_not_established_or_left_out_is_said_so(sheet: FactSheet, editor: User) -> None:
    decide(fact_of(sheet, "303 peacekeepers"), actions.Answer(outcome="not_established"), by=editor)
    decide(fact_of(sheet, "13,000 troops"), actions.Answer(outcome="left_out"), by=editor)
    found = standings(check(sheet, STORY))
    assert (found["303 peacekeepers"], found["13,000 troops"]) == ("not_established", "unknown")


def test_what_is_printed_decides_not_what_was_counted(sheet: FactSheet, editor: User) -> None:
    troops = fact_of(sheet, "13,000 troops")
    answer = actions.Answer.of_claim(troops.evidence.get(claim__text="13,000 troops"), text="more than 12,000 troops")
    decide(troops, answer, by=editor)
    assert standings(check(sheet, STORY))["13,000 troops"] == "deviates"


def test_a_dispute_knows_all_who_tell_of_it_but_those_set_aside(sheet: FactSheet, editor: User) -> None:
    killed = fact_of(sheet, "303 peacekeepers")
    decide(killed, actions.Answer(outcome="disputed", text="174 or 303"), by=editor)
    story = "In attacks 303 peacekeepers were killed, the minister said."
    assert standings(check(sheet, story)) == {"303 peacekeepers": "agrees"}
    item = Evidence.objects.select_related("sheet").get(fact=killed, claim__text="303 peacekeepers")
    actions.weigh(item, stance="set_aside", reason="A slip.", by=editor, at=LATER)
    assert standings(check(sheet, story)) == {"303 peacekeepers": "disputed"}


def test_the_decided_facts_that_a_story_does_not_mention_are_listed(sheet: FactSheet, editor: User) -> None:
    troops, killed = fact_of(sheet, "13,000 troops"), fact_of(sheet, "303 peacekeepers")
    for fact in (troops, killed):
        decide(fact, actions.Answer(outcome="not_established"), by=editor)
    assert check(sheet, "The mission in Orland counts 13,000 troops.").unmentioned == [killed]


def test_a_sentence_with_two_things_to_put_right_is_shown_with_the_first(sheet: FactSheet, editor: User) -> None:
    for words in ("more than 15,000 troops", "174 peacekeepers"):
        fact = fact_of(sheet, words)
        decide(fact, actions.Answer.of_claim(fact.evidence.get(claim__text=words)), by=editor)
    page = check(sheet, "In attacks 303 peacekeepers were killed, and the mission in Orland counts 13,000 troops.")
    assert [note.put_right_in for note in page.notes] == [0, 1]
    assert len({note.claim.correction for note in page.notes}) == 1


@pytest.mark.parametrize("story", [STORY, f"🚢 e\u0301 {STORY}\r\n\r\n{STORY}", "No figure.", "\n13,000 troops\n"])
def test_the_stretches_joined_are_the_story(sheet: FactSheet, story: str) -> None:
    page = check(sheet, story)
    assert "".join(stretch.text for stretch in page.stretches) == page.text == story
    for stretch in page.stretches:
        if stretch.note:
            side = stretch.note.claim.side
            assert story[side.start : side.end] == stretch.text


def test_the_day_of_the_story_says_which_friday_it_means(sheet: FactSheet, editor: User) -> None:
    fact = actions.create_fact(sheet, label="The mission in Orland ended", kind="date", by=editor, at=NOON)
    answer = actions.Answer(outcome="not_established")
    decide(fact, answer, by=editor)
    for published, waits in ((date(2023, 7, 1), False), (None, True)):
        page = check(sheet, "The mission in Orland ended on Friday.", published=published)
        (note,) = page.notes
        assert (note.claim.side.interval is None) is waits


def test_what_is_no_part_of_the_story_is_not_checked(sheet: FactSheet) -> None:
    page = check(sheet, f"---\ntitle: 13,000 troops\n---\n\n{STORY}")
    assert len(page.notes) == 3


def test_a_story_of_very_many_claims_is_cut(sheet: FactSheet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factsheet.queries.draft.MOST_CLAIMS", 3)
    assert not check(sheet, STORY).is_cut
    page = check(sheet, f"{STORY} {STORY}")
    assert page.is_cut
    assert len(page.notes) == 3


def test_a_story_against_a_large_sheet_takes_as_many_queries(
    count_queries: Callable[[Callable[[], object]], int],
) -> None:
    sheet = make_large_sheet(facts=100, articles=20, at=NOON)
    story = " ".join(f"Officials of district {n} said that {1000 * n:,} people had moved there." for n in range(2, 60))
    pages: list[DraftPage] = []
    assert count_queries(lambda: pages.append(check(sheet, story))) == 4
    assert sum(note.fact is not None for note in pages[0].notes) >= 50
