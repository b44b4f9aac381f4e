"""The sentence put right: in the words of the sheet, as they may stand there, and only where it then agrees."""

from __future__ import annotations

from datetime import date

import pytest

from articles.extraction import extract
from articles.values import Interval, Kind, Precision
from factsheet.reconcile import Side, side_of
from factsheet.reconcile.corrections import correct_sentences, find_wording
from factsheet.reconcile.standings import as_printed

PUBLISHED = date(2023, 7, 1)


def read(story: str) -> list[Side]:
    """The claims of a story."""
    return [
        side_of(reading, key=f"{reading.start}", article="draft", text=story, published=PUBLISHED)
        for reading in extract(story, published=PUBLISHED)
    ]


def answer(words: str, kind: Kind) -> Side:
    """An answer that prints these words."""
    readings = extract(words, published=None)
    blank = Side("answer", "answer", kind, unit="person" if kind is Kind.QUANTITY else None, text=words)
    return as_printed(blank, readings)


def correct(sentence: str, printed: str) -> str:
    """The sentence with its first claim in the words of the answer; empty where no wording will do."""
    said = read(sentence)[0]
    words = find_wording(said, answer(printed, said.kind), extract)
    passages = correct_sentences({said.key: words} if words else {}, [said]).get(said.key, ())
    assert [passage.text for passage in passages if passage.is_new] == ([words] if words else [])
    return "".join(passage.text for passage in passages)


@pytest.mark.parametrize(
    ("sentence", "printed", "corrected"),
    [
        ("It counts 13,000 troops.", "15,000 troops", "It counts 15,000 troops."),
        # What is counted stays where the answer does not name it.
        ("It counts 13,000 troops and police.", "more than 15,000", "It counts more than 15,000 troops and police."),
        ("It counts some 13,000 troops.", "15,209", "It counts 15,209 troops."),
        ("It cost $1.2 billion a year.", "$1.5 billion", "It cost $1.5 billion a year."),
        ("It cost $1.2 billion a year.", "$1.5 billion a year", "It cost $1.5 billion a year."),
        # The first letter is that of its place.
        ("13,000 troops left.", "more than 15,000 troops", "More than 15,000 troops left."),
        ("It counts 13,000 troops.", "More than 15,000 troops", "It counts more than 15,000 troops."),
        ("It ended in May 2023.", "June 2023", "It ended in June 2023."),
        # The preposition is that of the day.
        ("It ended on June 29, 2023.", "30 June 2023", "It ended on 30 June 2023."),
        ("It ended on June 29, 2023.", "on 30 June 2023", "It ended on 30 June 2023."),
        ("It ended in May 2023.", "30 June 2023", "It ended on 30 June 2023."),
        ("On June 29, 2023, it ended.", "June 2023", "In June 2023, it ended."),
        ("The June 29, 2023 vote ended it.", "on 30 June 2023", "The 30 June 2023 vote ended it."),
        ("It ends on January 1, 2024.", "by 31 December 2023", "It ends by 31 December 2023."),
    ],
)
def test_the_words_of_the_answer_fit_their_place(sentence: str, printed: str, corrected: str) -> None:
    assert correct(sentence, printed) == corrected


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        # Nothing that could stand there.
        ("It counts 13,000 troops.", "nobody knows"),
    ],
)
def test_no_wording_is_offered_that_does_not_read_as_the_answer(sentence: str, printed: str) -> None:
    assert correct(sentence, printed) == ""


def test_a_day_that_the_answer_leaves_to_its_article_is_spelled_out() -> None:
    said = read("It ended on June 29, 2023.")[0]
    day = Interval(date(2023, 6, 23), date(2023, 6, 23))
    printed = Side("answer", "answer", Kind.DATE, day, precision=Precision.DAY, text="on Friday")
    assert find_wording(said, printed, extract) == "on 23 June 2023"


def test_all_that_is_wrong_in_a_sentence_is_put_right_in_it() -> None:
    story = "It began well. 🚢 Its 13,000 troops leave on June 29, 2023, after 12 years. It counts 9 trucks."
    troops, day, years, trucks = read(story)
    wordings = {troops.key: "15,000 troops", day.key: "on 30 June 2023", trucks.key: "10 trucks"}
    corrected = correct_sentences(wordings, [troops, day, years, trucks])
    texts = {key: "".join(passage.text for passage in passages) for key, passages in corrected.items()}
    assert texts[troops.key] == texts[day.key]
    assert texts[troops.key].endswith("Its 15,000 troops leave on 30 June 2023, after 12 years.")
    assert texts[trucks.key] == "It counts 10 trucks."
    assert years.key not in texts
