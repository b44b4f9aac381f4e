"""Figures that an article takes back, beside them or in the sentences that follow."""

from __future__ import annotations

import pytest

from articles.values import ClaimStatus
from tests.articles.extraction.texts import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll is 275, not 288.", [ClaimStatus.LIVE, ClaimStatus.DENIED]),
        ("The toll, earlier put at 288, is 275.", [ClaimStatus.SUPERSEDED, ClaimStatus.LIVE]),
        ("The toll dropped from 115 to 97.", [ClaimStatus.SUPERSEDED, ClaimStatus.LIVE]),
        ("The toll is 97, down from 115.", [ClaimStatus.LIVE, ClaimStatus.SUPERSEDED]),
        ("The toll is 97.", [ClaimStatus.LIVE]),
        ("Sales rose to $4 billion from $3 billion.", [ClaimStatus.LIVE, ClaimStatus.SUPERSEDED]),
        ("Now 97 people are dead. Earlier reports of 500 dead were wrong.", [ClaimStatus.LIVE, ClaimStatus.DENIED]),
        ("He spoke of 500 dead. That figure was wrong.", [ClaimStatus.DENIED]),
        (
            "Then 12 were missing, but that number was later revised to eight.",
            [ClaimStatus.SUPERSEDED, ClaimStatus.LIVE],
        ),
        ("The army denied that 200 soldiers had died.", [ClaimStatus.DENIED]),
        ("The army denied reports of 200 dead.", [ClaimStatus.DENIED]),
        ("He denied killing 12 people.", [ClaimStatus.LIVE]),
        ("It must pay $7bn, later cut to $1bn.", [ClaimStatus.SUPERSEDED, ClaimStatus.LIVE]),
        ("Reports of 500 dead were confirmed.", [ClaimStatus.LIVE]),
        ("Now 63 are held, down from the 66 it named.", [ClaimStatus.LIVE, ClaimStatus.SUPERSEDED]),
        ("It flew from 12 bases.", [ClaimStatus.LIVE]),
        ("It flew to 12 towns from 3 bases.", [ClaimStatus.LIVE, ClaimStatus.LIVE]),
        ("The ministry had earlier put the toll at 288.", [ClaimStatus.SUPERSEDED]),
        ("Officials initially reported 40 dead.", [ClaimStatus.SUPERSEDED]),
        ("Police corrected an earlier figure of 40.", [ClaimStatus.SUPERSEDED]),
        ("Its share slid to 3%, from 5%.", [ClaimStatus.LIVE, ClaimStatus.SUPERSEDED]),
        ("A preliminary count of 12 was too low.", [ClaimStatus.SUPERSEDED]),
        ("The previously announced 300 job cuts stand.", [ClaimStatus.LIVE]),
        (
            "It killed 288. That number has since been revised to 275.",
            [ClaimStatus.SUPERSEDED, ClaimStatus.LIVE],
        ),
        ("It killed 30 people. Police later raised the death toll to 45.", [ClaimStatus.SUPERSEDED, ClaimStatus.LIVE]),
        ("It cut its forecast to 2 percent from 3 percent.", [ClaimStatus.LIVE, ClaimStatus.SUPERSEDED]),
        ("The agency reported 300 dead, which it later withdrew.", [ClaimStatus.DENIED]),
        ("The agency reported 300 dead. It has since retracted the report.", [ClaimStatus.DENIED]),
        ("The agency reported 300 dead. The figure was withdrawn.", [ClaimStatus.DENIED]),
        ("He spoke of 500 dead. Nobody else did. That figure was wrong.", [ClaimStatus.DENIED]),
        ("He was freed and later corrected 12 errors.", [ClaimStatus.LIVE]),
        ("Rebels said they killed 40 soldiers. The army denied the claim.", [ClaimStatus.LIVE]),
        ("It lost 12 ships. Prices later rose to 40 dollars.", [ClaimStatus.LIVE, ClaimStatus.LIVE]),
    ],
)
def test_a_figure_that_the_article_takes_back_is_marked(text: str, expected: list[ClaimStatus]) -> None:
    assert [reading.status for reading in figures(text)] == expected
