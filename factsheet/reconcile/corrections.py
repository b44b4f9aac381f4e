"""The sentence of a story with what deviates in it put right, in the words that the sheet prints.

A wording is offered only when the sentence, read again with it, agrees with the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Protocol

from articles.extraction.readings import Reading
from articles.values import Hedge, Kind, Precision
from factsheet.reconcile.sides import UNTOLD_ZONE, Side, side_of
from factsheet.reconcile.standings import Standing, judge_value
from factsheet.reconcile.suggestions import in_print


class Reader(Protocol):
    """What finds the claims in a text, as `articles.extraction.extract` does."""

    def __call__(self, text: str, *, published: date | None) -> Sequence[Reading]:
        """The claims of the text; relative dates are of the day `published`."""
        ...


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a corrected sentence; new where it stands for other words."""

    text: str
    is_new: bool = False


LEAD = re.compile(r"(?:on|in)\s+", re.IGNORECASE)
ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
RATE = re.compile(r"\s(?:an?|per|each|every)\s\w+$", re.IGNORECASE)
WORD = re.compile(r"[A-Z][a-z]+\b")


def find_wording(said: Side, answer: Side, read: Reader) -> str:
    """What to write instead of a claim's words, or nothing where no wording reads as the answer."""
    texts = dict.fromkeys((answer.text, in_print(answer)))
    wordings = (words for text in texts for words in _wordings(said, replace(answer, text=text)))
    return next((words for words in wordings if _reads_right(said, answer, words, read)), "")


def _wordings(said: Side, answer: Side) -> Iterator[str]:
    """The words of the answer as they may stand in the claim's place, the best first."""
    words = _fit_case(answer, is_first=not said.sentence[: said.offset].strip())
    if said.kind is Kind.DATE:
        lead = LEAD.match(said.text)
        bare = LEAD.sub("", words, count=1) if LEAD.match(words) else words
        if answer.hedge in (Hedge.EXACT, Hedge.ABOUT):
            preposition = "on" if answer.precision in (Precision.DAY, None) else "in"
            if lead:
                yield f"{preposition.capitalize() if lead[0][0].isupper() else preposition} {bare}"
            article = ARTICLE.match(said.text)
            yield f"{article[0] if article else ''}{bare}"
    rate = RATE.search(said.text)
    tail = said.noun if said.noun and said.text.endswith(said.noun) else (rate[0].strip() if rate else "")
    if tail and not answer.noun and not words.endswith(tail):
        yield f"{words} {tail}"
    yield words


def _fit_case(answer: Side, *, is_first: bool) -> str:
    """The printed words with a first letter for their place; names of months and currencies keep theirs."""
    words = " ".join(answer.text.split())
    if is_first:
        return words[:1].upper() + words[1:]
    is_name = answer.kind in (Kind.DATE, Kind.MONEY) and answer.hedge is Hedge.EXACT and not LEAD.match(words)
    return words[:1].lower() + words[1:] if WORD.match(words) and not is_name else words


def _reads_right(said: Side, answer: Side, words: str, read: Reader) -> bool:
    """Whether the sentence with these words says what the answer says, and of what the claim spoke."""
    first, last = said.offset, said.offset + said.end - said.start
    sentence = said.sentence[:first] + words + said.sentence[last:]
    for reading in read(sentence, published=said.published):
        if reading.kind is said.kind and reading.start < first + len(words) and first < reading.end:
            told = side_of(
                reading,
                key=said.key,
                article=said.article,
                text=sentence,
                published=said.published,
                timezone=said.timezone or UNTOLD_ZONE,
            )
            keeps_noun = not said.noun or bool(told.noun)
            return keeps_noun and judge_value(told, answer).standing is Standing.AGREES
    return False


def correct_sentences(wordings: Mapping[str, str], sides: Sequence[Side]) -> dict[str, tuple[Passage, ...]]:
    """For each claim that has a wording, by its key, its sentence with all that is to be put right in it.

    Args:
        wordings: what to write, by the key of the side whose words it replaces.
        sides: the claims in the order of the text; no two that have a wording overlap.
    """
    wrong = [side for side in sides if side.key in wordings]
    corrected: dict[str, tuple[Passage, ...]] = {}
    for _sentence, group in groupby(wrong, key=lambda side: (side.start - side.offset, side.sentence)):
        members = list(group)
        passages = tuple(_cut(members, wordings))
        corrected.update((side.key, passages) for side in members)
    return corrected


def _cut(members: Sequence[Side], wordings: Mapping[str, str]) -> Iterator[Passage]:
    sentence, at = members[0].sentence, 0
    for side in members:
        if side.offset > at:
            yield Passage(sentence[at : side.offset])
        yield Passage(wordings[side.key], is_new=True)
        at = side.offset + side.end - side.start
    if at < len(sentence):
        yield Passage(sentence[at:])
