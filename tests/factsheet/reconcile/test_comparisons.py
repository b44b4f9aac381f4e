"""The whole way from readings to facts, on any text."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.extraction import extract
from factsheet.reconcile import ArticleReadings, FactStatus, compare, sides_of
from factsheet.reconcile.reports import report

WORDS = st.sampled_from(
    "the 12 15,000 more than at least people troops killed injured on Friday by December 31 in 2013 $5 million "
    "3 percent “we will not go” said . , ; — ( ) U.N. French-led women and children quake council "
    "voted up down 5.2 km 10 miles first dozens\n".split(" ")
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200)


def read(key: str, text: str) -> ArticleReadings:
    day = date(2024, 5, 15)
    return ArticleReadings(key=key, text=text, readings=tuple(extract(text, published=day)), published=day)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, max_size=4))
def test_no_text_crashes_and_every_claim_is_in_one_fact(texts: Any) -> None:
    articles = [read(f"a{number}", text) for number, text in enumerate(texts)]
    found = compare(articles)
    keys = [side.key for fact in found.facts for side in fact.sides]
    assert sorted(keys) == sorted(side.key for article in articles for side in sides_of(article))
    assert all(fact.label and (fact.suggestion is None) == bool(fact.silence) for fact in found.facts)
    assert report(found, articles)["schema"] == "factsheet.compare/1"


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_no_order_of_articles_changes_a_fact(texts: Any, random: Any) -> None:
    articles = [read(f"a{number}", text) for number, text in enumerate(texts)]
    assert compare(random.sample(articles, len(articles))) == compare(articles)


def test_facts_in_dispute_come_first() -> None:
    articles = [
        read("a", "The flood killed 40 people. It rained for 3 days. The bridge cost $5 million."),
        read("b", "The flood has killed 90 people, and cost the town $90,000. The bridge cost $5 million."),
    ]
    statuses = [fact.status for fact in compare(articles).facts]
    assert statuses[0] is FactStatus.CONFLICT
    assert statuses == sorted(statuses, key=lambda status: -list(FactStatus).index(status))


def test_copies_of_one_text_are_one_origin_and_contradict_nobody() -> None:
    story = (
        "The harbour board said that the old ferry, which carried 52,000 passengers last year, would stop at "
        "the end of the summer, after forty years on the route between the two islands, since the bridge "
        "has taken half of its passengers."
    )
    edited = story.replace("52,000", "47,000")
    fact = next(fact for fact in compare([read("a", story), read("b", edited)]).facts if "52,000" in fact.sides[0].text)
    assert (len(fact.sides), fact.origins, fact.status) == (2, 1, FactStatus.SINGLE)


def test_a_text_without_a_full_stop_takes_no_longer_for_its_length() -> None:
    text = "of which 12 people were seen and " * 400
    found = compare([read("a", text)])
    assert sum(len(fact.sides) for fact in found.facts) == 400


def test_what_articles_tell_as_former_leaves_an_answer_to_give() -> None:
    story = "The strike cost $38 million, the chamber said. Last week the chamber had said $33 million."
    days = (date(2024, 5, 13), date(2024, 5, 15), date(2024, 5, 16))
    articles = [
        ArticleReadings(key=f"a{day.day}", text=story, readings=tuple(extract(story, published=day)), published=day)
        for day in days
    ]
    costs = [fact for fact in compare(articles).facts if fact.unit == "USD"]
    assert costs
    assert all(fact.status is not FactStatus.CONFLICT for fact in costs)
    assert all((fact.suggestion is None) == bool(fact.silence) for fact in costs)
