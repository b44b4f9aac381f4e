"""Copies, credits and outlets: how many voices there really are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.reconcile import ArticleText, find_origins
from factsheet.reconcile.origins import Correction, TracedArticle, trace, trace_origins

STORY = (
    "The harbour board said on Monday that the old ferry would stop at the end of the summer, after forty years on "
    "the route between the two islands. It blamed the price of fuel and a fall in the number of passengers, which "
    "has halved since the bridge was opened. Fishermen on the smaller island said that nobody had asked them, and "
    "that the bridge is closed on one day in five because of the wind. The board will hear them at its next meeting "
    "in the town hall, its chairman said, but it would not promise to change its mind. A petition has gathered more "
    "than four thousand names."
)
OTHER = (
    "Islanders have collected thousands of signatures to keep their ferry. The board wants to end the crossing when "
    "autumn comes, and points at a bridge that storms close every few days. Skippers are angry that they were not "
    "heard before the vote. A meeting is planned, the head of the board told this newspaper, without saying what "
    "might come of it."
)
EDITED = STORY.replace("forty", "41").replace("Fishermen", "Trawlermen").replace("town hall", "library")


def numbers(*articles: Any) -> Any:
    return [find_origins(articles)[article.key].number for article in articles]


def test_stories_of_their_own_are_origins_of_their_own() -> None:
    assert numbers(ArticleText("a", STORY), ArticleText("b", OTHER)) == [1, 2]


def test_lightly_edited_copies_are_one_origin_and_say_so() -> None:
    found = find_origins([ArticleText("a", STORY, source="Post"), ArticleText("b", EDITED, source="Echo")])
    assert found["a"] == found["b"]
    assert found["a"].articles == ("a", "b")
    assert found["a"].reason == "Post and Echo carry nearly the same text."


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("", "STONEPORT (AP) — "),
        ("Ferry to end, per Associated Press", ""),
        ("", "A plan seen by AP says the ferry will stop. "),
        ("", "The ferry will stop, the Associated Press reported. "),
        ("", "The ferry will stop, according to the AP. "),
        ("", "Ferry to end\nBy Associated Press\n\n"),
        ("", "The ferry will stop, AP news agency has reported. "),
    ],
)
def test_a_credit_in_title_or_lead_makes_the_wire_the_origin(title: str, lead: Any) -> None:
    wire = ArticleText("a", f"By the sea. {STORY}", source="Associated Press")
    found = find_origins([wire, ArticleText("b", lead + OTHER, title, "Echo")])
    assert found["a"].number == found["b"].number
    assert found["a"].reason == "Associated Press and Echo credit Associated Press."


@pytest.mark.parametrize(
    "text",
    [
        f"{OTHER}\n\nSource: AP",
        f"{OTHER}\n\n(With inputs from AP)",
        f"{OTHER}\n\n© 2024 The Associated Press",
        f"{OTHER}\nThis story was originally published by the Associated Press.\n",
        f"{OTHER}\n— AP",
        f"STONEPORT, May 3. /AP/. {OTHER}",
        f"STONEPORT (AP).- {OTHER}",
        f"The ferry will stop, papers say, citing AP. {OTHER}",
        f"STONEPORT (AP) — The ferry will stop, Reuters reported. {OTHER}",
    ],
)
def test_a_credit_line_or_a_dateline_makes_the_wire_the_origin(text: str) -> None:
    assert numbers(ArticleText("a", STORY, source="Associated Press"), ArticleText("b", text, source="Echo")) == [1, 1]


def test_two_that_repeat_a_paper_nobody_knows_are_one_origin() -> None:
    one, other = (
        ArticleText("a", f"The ferry will stop, the Bay Times reported. {OTHER}", source="Echo"),
        ArticleText("b", f"According to the Bay Times, the ferry ends. {STORY}", source="Post"),
    )
    found = find_origins([one, other])
    assert found["a"].number == found["b"].number
    assert found["a"].reason == "Echo and Post credit Bay Times."


@pytest.mark.parametrize(
    "text",
    [
        f"{OTHER}\nThe Associated Press contributed to this report.",
        f"The ferry will stop, according to AP. It ends soon, Reuters reported. {OTHER}",
        f"The chairman told CNN that the ferry would stop. {OTHER}",
        f"{OTHER}\n© 2024 Echo",
        f"{OTHER}\nSource: harbour board",
    ],
)
def test_a_part_in_a_story_or_several_credits_make_no_common_origin(text: str) -> None:
    others = [ArticleText(key, STORY[::-1] if key == "c" else STORY, source=source)
              for key, source in (("a", "AP"), ("c", "Reuters"), ("d", "CNN"))]  # fmt: skip
    found = find_origins([*others[:2], ArticleText("b", text, source="Echo")])
    assert found["b"].articles == ("b",)
    assert found["a"].number != found["c"].number


@pytest.mark.parametrize(
    "text",
    [
        f"A ferry on Monday (Photo by AFP)\n{OTHER}",
        f"{OTHER} {OTHER.upper()} The AFP reported a similar case.",
        f"{OTHER} He asked AFPA for help.",
    ],
)
def test_a_picture_credit_or_a_late_mention_is_no_origin(text: str) -> None:
    assert numbers(ArticleText("a", STORY, source="AFP"), ArticleText("b", text)) == [1, 2]


def test_an_outlet_that_another_quotes_in_its_lead_is_the_origin_of_both() -> None:
    first = ArticleText("a", STORY, source="Harbour Times")
    second = ArticleText("b", f"The ferry is to stop, the Harbour Times reported. {OTHER}", source="Echo")
    assert numbers(first, second) == [1, 1]


def test_the_longest_name_that_a_credit_holds_is_meant() -> None:
    (found,) = credited_by("The ferry is to stop, the Harbour Times Weekly reported. ", "Times", "Harbour Times Weekly")
    assert found == "Harbour Times Weekly"
    assert credited_by("It will stop, according to the Harbour Timeskeeper. ", "Harbour Times") == []


def credited_by(lead: str, *outlets: str) -> list[str]:
    """Which of the outlets a story with this lead, by another one, is traced to."""
    known = [
        ArticleText(f"a{n}", " ".join(f"{n}-{word}" for word in range(60)), source=name)
        for n, name in enumerate(outlets)
    ]
    origin = find_origins([*known, ArticleText("b", lead + OTHER, source="Echo")])["b"]
    return [article.source for article in known if article.key in origin.articles]


def test_an_article_is_traced_without_its_text() -> None:
    texts = [ArticleText("a", STORY, source="Post"), ArticleText("b", f"{EDITED} ", source="Echo")]
    later = ArticleText("c", f"The ferry is to stop, the Post reported. {OTHER}", source="The Bay")
    traced = [TracedArticle(one.key, one.title, one.source, trace(one.text)) for one in (*texts, later)]
    assert trace_origins(traced) == find_origins([*texts, later])
    assert trace_origins(traced)["c"].number == 1


def correct(corrections: Any, *articles: ArticleText) -> Any:
    traced = [TracedArticle(one.key, one.title, one.source, trace(one.text)) for one in articles]
    found = trace_origins(traced, corrections)
    return [found[one.key].number for one in articles], found


def test_what_an_editor_says_of_an_origin_holds_against_what_is_traced() -> None:
    post, echo, bay = (
        ArticleText("a", STORY, source="Post"),
        ArticleText("b", EDITED, source="Echo"),
        ArticleText("c", OTHER, source="Bay"),
    )
    numbers, found = correct({"b": Correction(None, "their own reporter was there")}, post, echo, bay)
    assert numbers == [1, 2, 3]
    assert found["b"].reason == "Echo stands alone, an editor says: their own reporter was there."
    numbers, found = correct({"c": Correction("b", "same owner")}, post, echo, bay)
    assert numbers == [1, 1, 1]
    assert "Bay and Echo are one origin, an editor says: same owner" in found["a"].reason
    numbers, _ = correct({"b": Correction(None, "x"), "c": Correction("b", "y")}, post, echo, bay)
    assert numbers == [1, 2, 2]


def test_a_correction_that_names_an_article_not_there_joins_nothing() -> None:
    numbers, _ = correct({"b": Correction("z", "gone")}, ArticleText("a", STORY), ArticleText("b", EDITED))
    assert numbers == [1, 2]


def test_a_single_credit_is_told_though_it_joins_nothing() -> None:
    assert find_origins([ArticleText("a", f"STONEPORT (Reuters) - {STORY}", source="Echo")])["a"].reason == (
        "Echo credits Reuters."
    )


ARTICLES = [
    ArticleText("a", STORY, source="Post"),
    ArticleText("b", EDITED),
    ArticleText("c", OTHER),
    ArticleText("d", f"STONEPORT (AP) — {OTHER[::-1]}"),
    ArticleText("e", f"(AP) — {STORY[::-1]}"),
    ArticleText("f", ""),
]


@given(st.permutations(ARTICLES))
def test_the_order_of_articles_makes_no_difference(articles: Any) -> None:
    assert find_origins(articles) == find_origins(ARTICLES)
