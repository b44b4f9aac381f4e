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
