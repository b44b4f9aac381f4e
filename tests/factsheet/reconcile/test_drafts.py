"""A story against the sheet: each claim finds its fact, and the text stays whole."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from articles.extraction import extract
from articles.values import Kind
from factsheet.reconcile import ArticleReadings, Side, sides_of
from factsheet.reconcile.drafts import CheckedClaim, check_draft
from factsheet.reconcile.standings import FactState, SheetFact, Standing, as_printed
from tests.factsheet.reconcile.scoring import read_articles

EVENTS = Path(__file__).parents[2] / "events"
PUBLISHED = date(2023, 7, 1)

ARTICLE = (
    "The mission in Orland counts 15,000 troops, the council said. It ends on 30 June 2023 after a vote. "
    "At least 174 peacekeepers were killed in attacks. The minister asked it to leave “without any delay at all”."
)


def read(key: str, text: str) -> ArticleReadings:
    """A text with what is read in it."""
    return ArticleReadings(key, text, tuple(extract(text, published=PUBLISHED)), published=PUBLISHED)


def settled(side: Side, label: str, printed: str = "") -> SheetFact:
    """A settled fact that a claim of the article is evidence for, printed as it has it or in other words."""
    words = printed or side.text
    blank = Side("answer", "answer", side.kind, side.interval, side.hedge, side.unit, text=words, sentence=label)
    answer = as_printed(blank, extract(words))
    return SheetFact(label, FactState.SETTLED, label, side.kind, side.unit, (side,), answer, words)


TROOPS, END, KILLED, QUOTED = sides_of(read("a", ARTICLE))
FACTS = (
    settled(TROOPS, "Troops in Orland", "more than 15,000"),
    settled(END, "End of the mission"),
    settled(KILLED, "Peacekeepers killed in attacks"),
    settled(QUOTED, "The minister on leaving"),
)


def check(story: str, *facts: SheetFact) -> list[CheckedClaim]:
    """The claims of a story against facts."""
    return check_draft(read("draft", story), facts or FACTS, extract)


def test_each_claim_of_a_story_stands_beside_its_fact() -> None:
    story = (
        "The mission in Orland counts 13,000 troops. It ends on 30 June 2023 after a vote. In attacks 174 peacekeepers "
        "were killed. A baker sold 45 rolls. The minister said: “Without any delay at all”."
    )
    found = [(claim.side.text, claim.fact, claim.standing) for claim in check(story)]
    assert found == [
        ("13,000 troops", "Troops in Orland", Standing.DEVIATES),
        ("on 30 June 2023", "End of the mission", Standing.AGREES),
        ("174 peacekeepers", "Peacekeepers killed in attacks", Standing.DEVIATES),
        ("45 rolls", None, Standing.UNKNOWN),
        ("Without any delay at all", "The minister on leaving", Standing.AGREES),
    ]
    first, _end, killed, rolls, _quote = check(story)
    assert "".join(passage.text for passage in first.correction) == (
        "The mission in Orland counts more than 15,000 troops."
    )
    assert "".join(passage.text for passage in killed.correction) == "In attacks at least 174 peacekeepers were killed."
    assert first.because
    assert (rolls.because, rolls.correction) == ("", ())


def test_a_quotation_is_passed_over_where_a_figure_stands_in_it_or_the_sheet_has_none() -> None:
    found = check("“We counted 13,000 troops in Orland,” he said. “Go home,” she said.")
    assert [claim.side.text for claim in found] == ["13,000 troops"]


def test_a_fact_without_evidence_is_known_by_what_it_asks() -> None:
    fact = SheetFact("f", FactState.NOT_ESTABLISHED, "People injured in the blast", Kind.QUANTITY, "person")
    injured, trucks = check("In the blast 12 people were injured. The baker has 14 trucks.", fact)
    assert (injured.fact, injured.standing) == ("f", Standing.NOT_ESTABLISHED)
    assert trucks.fact is None


def test_a_value_that_the_story_takes_back_is_not_held_against_the_sheet() -> None:
    story = "In attacks 174 peacekeepers were killed, not 288."
    assert [(claim.side.text, claim.standing) for claim in check(story)][-1] == ("288", Standing.UNKNOWN)


def test_a_sheet_without_facts_knows_nothing() -> None:
    assert {claim.standing for claim in check_draft(read("draft", ARTICLE), (), extract)} == {Standing.UNKNOWN}
    assert check_draft(read("draft", ""), FACTS, extract) == []


@given(st.lists(st.sampled_from([*ARTICLE.split(), "13,000", "“", "”", "🚢", "e\u0301", "\r\n", "174"]), max_size=40))
def test_the_claims_of_any_story_are_its_own_words_in_order_and_apart(words: list[str]) -> None:
    story = " ".join(words)
    at = 0
    for claim in check(story):
        assert at <= claim.side.start < claim.side.end
        assert story[claim.side.start : claim.side.end] == claim.side.text
        at = claim.side.end


def as_fact(key: str, label: str, evidence: list[Side]) -> SheetFact:
    """A fact that its first claim settled."""
    first = evidence[0]
    return SheetFact(key, FactState.SETTLED, label, first.kind, first.unit, tuple(evidence), first, first.text)


def hold_out(folder: Path) -> Counter[str]:
    """Each article of an event as a story against a sheet of all others: how many claims have a fact there and find it.

    The gold says which claims are of one fact; a claim of none, or of one that no other article has, must find none.
    """
    gold: dict[str, Any] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    articles = {article.key: article for article in read_articles(gold, folder)}
    sides = {
        key: [side for side in sides_of(article) if side.kind is not Kind.QUOTE] for key, article in articles.items()
    }
    homes: dict[str, int] = {}
    for number, fact in enumerate(gold["facts"]):
        for claim in fact["claims"]:
            for side in sides[gold["articles"][claim["article"]]["file"]]:
                if side.start < claim["end"] and claim["start"] < side.end:
                    homes[side.key] = number
    found: Counter[str] = Counter()
    for draft, story in articles.items():
        known: dict[int, list[Side]] = defaultdict(list)
        for side in (side for key in articles if key != draft for side in sides[key] if side.key in homes):
            known[homes[side.key]].append(side)
        facts = [as_fact(str(fact), gold["facts"][fact]["label"], evidence) for fact, evidence in known.items()]
        for claim in check_draft(story, facts, extract):
            home = homes.get(claim.side.key)
            wanted = str(home) if home in known else None
            found["told"] += wanted is not None
            found["found"] += claim.fact is not None
            found["right"] += claim.fact is not None and claim.fact == wanted
    return found


EVENTS_TOLD = ("budget", "cup", "ferry", "outbreak")
FLOORS = {"told": 0.75, "found": 0.88}
"""Of the claims that have a fact, and of those that found one, how many found theirs: somewhat under what is reached
(on all events 80 and 92 in a hundred), since the weights of grouping are fitted to other ends.
"""


def test_the_claims_of_a_story_find_their_facts_on_events_with_gold() -> None:
    total: Counter[str] = Counter()
    for name in EVENTS_TOLD:
        total += hold_out(EVENTS / name)
    assert {name: total["right"] / total[name] >= floor for name, floor in FLOORS.items()} == dict.fromkeys(
        FLOORS, True
    ), total
