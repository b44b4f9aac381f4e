"""Whom a figure is attributed to."""

from __future__ import annotations

import pytest

from tests.articles.extraction.texts import figures


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("At least 170 soldiers died, according to the U.N.", "the U.N."),
        ("According to the health ministry, 170 people died.", "the health ministry"),
        ("The mayor said 170 people died.", "The mayor"),
        ("Officials reported on Monday that 170 people died.", "Officials"),
        ("There were 170 dead, the army said.", "the army"),
        ("There were 170 dead, said Jane Green.", "Jane Green"),
        ("Envoy Jane Green spoke. Green said 170 people died.", "Jane Green"),
        ("There were 170 dead, analysts at the bank said.", "analysts at the bank"),
        ("The confirmed toll is 170.", None),
        ("There were 170 dead.", None),
        ("Some 31 people died, not 35 as first reported.", None),
        ("Jo Smith, who has 12 dogs, said after the match she was glad.", "Jo Smith"),
        ("They say 170. He left.", "They"),
        ("Police put the crowd at fewer than 50,000.", "Police"),
        ("Some 50,000 came, police said; organisers said more.", "police"),
        ("The WHO, which on Friday declared an emergency, said it needed 90 doctors.", "The WHO"),
        ("Officials on Friday said 170 people died.", "Officials"),
        ("Employers added only 175,000 jobs.", None),
        ("Some 400 came, according to police, and 90 left, according to medics.", "police"),
    ],
)
def test_a_figure_names_its_source(text: str, source: str | None) -> None:
    mention = figures(text)[0].mention
    assert (mention.text if mention else None) == source


def test_the_place_of_the_source_is_exact() -> None:
    text = "There were 170 dead, the army said."
    mention = figures(text)[0].mention
    assert mention is not None
    assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The U.N. says 170 people died. Another 40 were hurt, it added.", ["The U.N.", "The U.N."]),
        ("The toll was put at 670 by the U.N.", ["the U.N."]),
        ("Losses were estimated at $12 million by the World Bank.", ["the World Bank"]),
        ("U.N. figures show that 170 people died.", ["U.N. figures"]),
        ("The number rose to 300, Labor Department figures showed Friday.", ["Labor Department figures"]),
        ("The number rose to 300, data from the ministry showed.", ["data from the ministry"]),
        ("A count by Reuters found 45 protests.", ["Reuters"]),
        ("Some 170 people died, by the ministry's count.", ["the ministry"]),
        ("The group's tally stands at 303 dead.", ["The group"]),
        ("At least 303 people died (per WHO).", ["WHO"]),
        ("According to a report by the World Bank, 12 million people are poor.", ["a report by the World Bank"]),
        ("In a report published by the World Bank, 12 million people were poor.", ["the World Bank"]),
        ("Officials estimate that 170 people died.", ["Officials"]),
        ("Twelve patients died, hospital officials told AFP.", ["hospital officials"]),
        ("Some 170 people died, a spokesman for the ministry, John Kirby, told reporters.", ["John Kirby"]),
        ("About 300 people fled, said Ana Ruiz, who runs the shelter.", ["Ana Ruiz"]),
        ("“We lost 40 men,” said Omar Diallo. “They had 12 trucks.”", ["Omar Diallo", "Omar Diallo"]),
        ("The police chief, Ana Ruiz, said 12 people were held. She said 4 were freed.", ["Ana Ruiz", "Ana Ruiz"]),
    ],
)
def test_a_source_is_named_in_many_ways(text: str, sources: list[str]) -> None:
    assert [each.mention.text if each.mention else None for each in figures(text)] == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The crash killed 40 people, and officials said the driver fled.", [None]),
        ("The quake killed 170 people. Officials said the road was closed.", [None]),
        ("Officials said the road was closed. The quake killed 170 people.", [None]),
        ("The government says 170 people died; the rebels say 300.", ["The government", "the rebels"]),
        ("The army said 170 people died, but aid workers said 300 had.", ["The army", "aid workers"]),
        ("The ministry, which employs 300 people, declined to comment.", [None]),
    ],
)
def test_a_source_reaches_no_further_than_its_own_words(text: str, sources: list[str | None]) -> None:
    assert [each.mention.text if each.mention else None for each in figures(text)] == sources
