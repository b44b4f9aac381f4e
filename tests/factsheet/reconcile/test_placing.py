"""Where a new article's claims belong in a sheet that already has facts."""

from __future__ import annotations

from decimal import Decimal

from factsheet.reconcile import PlacedFact, place
from tests.factsheet.reconcile.samples import day, money, people

KILLED = PlacedFact(
    "killed",
    (
        people("A quake shook the coast, killing <at least 41 people> in three villages.", article="a"),
        people("The death toll in the villages has reached <43 people>.", article="b"),
    ),
)
AID = PlacedFact("aid", (money("The government set aside <$40 million> for emergency relief.", article="a"),))
STRUCK = PlacedFact("struck", (day("The tremor struck early on <March 12>.", "2024-03-12", article="a"),))
FACTS = [KILLED, AID, STRUCK]


def test_each_claim_finds_its_fact_with_a_reason_and_a_confidence() -> None:
    new = [
        people("The villages have buried <44 people> killed by the quake.", article="c"),
        money("An emergency relief fund of <$45 million> was set aside by the government.", article="c"),
        day("The tremor struck early on <Tuesday>.", "2024-03-12", article="c"),
    ]
    found = place(new, FACTS)
    assert [placement.key for placement in found] == [side.key for side in new]
    assert [placement.fact for placement in found] == ["killed", "aid", "struck"]
    assert all(0 < placement.confidence <= 1 and placement.reason for placement in found)
    assert "killed" in found[0].reason


def test_claims_of_no_fact_start_one_together_or_stay_alone() -> None:
    new = [
        people("Some <9,000 residents> were evacuated to the stadium.", article="c"),
        people("About <9,000 evacuees> slept in the stadium.", article="c"),
        money("A ticket costs <$15>.", article="c"),
    ]
    found = place(new, FACTS)
    assert [placement.fact for placement in found] == [None, None, None]
    assert {placement.with_key for placement in found[:2]} == {None, new[0].key}
    assert (found[2].with_key, found[2].confidence) == (None, Decimal(0))


def test_an_empty_sheet_and_an_empty_article_are_no_trouble() -> None:
    alone = people("It killed <9 people>.")
    assert place([], FACTS) == []
    assert place([alone], [])[0].fact is None


def test_the_order_of_facts_and_claims_makes_no_difference() -> None:
    new = [
        people("The villages have buried <44 people> killed by the quake.", article="c"),
        money("An emergency fund of <$45 million> was set aside.", article="c"),
    ]
    forwards, backwards = place(new, FACTS), place(new[::-1], FACTS[::-1])
    assert forwards == backwards[::-1]
