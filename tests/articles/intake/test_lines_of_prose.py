"""Lines that look like furniture and are not: a mark on them would lose what they claim."""

from __future__ import annotations

import pytest

from articles.intake import describe

FIRST = "The mayor of the town said on Monday that 14 people had drowned when the dam gave way."
LAST = "Two more bodies were found on Friday, and the search goes on at the lower end of the valley."

PROSE = (
    "Advertisement revenue fell by 12 percent to $3.2 billion in the second quarter of the year.",
    "Sponsor nations pledged $2 billion.",
    "- Sponsor states pledged 40 aircraft",
    "Share prices fell 3 percent.",
    "Comments by the minister drew 300 protesters to the square.",
    "By Friday, 30 people had died.",
    "By 2025, half of them will be gone",
    "By noon 40 had left",
    "Sources: 170 dead in clash",
    "Reporting by the commission shows that 170 people were killed.",
    "Compiled by the ministry, the list holds 303 names.",
    "Terms and conditions of the loan put the rate at 4 percent.",
    "Copyright claims worth 2000 euros each were sent to 600 schools.",
    "Media sources spoke of 12 dead and 30 wounded.",
    "File footage showed at least 12 bodies by the road.",
    "Video footage showed at least 12 bodies by the road.",
    "A poll by AP/NORC found that 60 percent oppose the plan.",
    "Some 2.5 million people have fled since January (source: UN).",
    "She posted pictures of 31 of the dead (photos from the scene).",
    "The ministry's website can be accessed by 3 million people.",
    "Credit, the bank said, grew by 12 percent to $3 billion.",
    'He sent 30 trucks, the army said in a statement to Reuters and AFP."',
    "The attack killed 11 soldiers, the army told reporters in the capital. (AFP)",
    "Follow-up talks begin on June 16.",
    "Home prices rose 4 percent.",
    "Live animals: 1,200",
    "To support our troops, parliament gave 3 billion.",
    '"Help us continue," he said. "We have lost 30 men."',
    "Get 40 percent of the vote or go home, she told them.",
    "170",
    "June 16: the dam breaks",
    "June 16, 2021",
    "June 16: 14 dead in Orava",
    "NATO – which has 31 members – met on May 4 - a Friday - in Riga.",
    "Key figures / 2021",
    "Dead: 14",
    "Total | 15,209 | 13,000",
    "Correction: an earlier version of this article said 288 people were killed; it is 275.",
    "Read more than 15,000 pages of files, and one name comes up 40 times.",
    "The award-winning editor-in-chief of the Valley Post was held for 100 days.",
)


@pytest.mark.parametrize("line", PROSE)
def test_a_line_between_paragraphs_that_claims_something_stays(line: str) -> None:
    text = f"The dam that broke\n\n{FIRST}\n\n{line}\n\n{LAST}\n"
    assert describe(text).furniture == ()


@pytest.mark.parametrize("heading", ["Related", "Read more", "Trending", "Most read", "More from the author"])
def test_a_heading_over_other_stories_does_not_swallow_the_article_that_goes_on(heading: str) -> None:
    text = f"The dam that broke\n\n{FIRST}\n\n{heading}\n\nA bridge of 1890 falls\n\n{LAST}\n\n{FIRST}\n"
    document = describe(text)
    assert [text[span.start : span.end] for span in document.furniture] == [heading, "A bridge of 1890 falls"]


def test_a_list_of_figures_after_the_share_line_stays() -> None:
    text = f"The dam that broke\n\n{FIRST}\n\nShare this article\n\nThe disaster in figures\n\n14 dead\n\n31 hurt\n"
    marked = "".join(text[span.start : span.end] for span in describe(text).furniture)
    assert "14" not in marked
    assert "31" not in marked


def test_days_that_head_the_entries_of_a_chronicle_are_the_storys_own() -> None:
    text = f"How the dam broke\n\n{FIRST}\n\nJune 16, 2021\n\n{LAST}\n\nJune 17, 2021\n\n{FIRST}\n"
    document = describe(text)
    assert document.furniture == ()
    assert document.published is None
