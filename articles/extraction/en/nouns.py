"""What a number counts: the noun phrase after it and its head, without a tagger.

A noun phrase ends before a word that cannot stand in one (a preposition, a determiner, an auxiliary), before a verb in
the past after a plural, and at the end of a clause; its head is its last noun.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from articles.extraction.en.noun_words import (
    ADVERBS,
    IRREGULAR_PLURALS,
    PEOPLE,
    PEOPLE_ENDINGS,
    PLURALS_WITHOUT_S,
    STOPS,
    UNCHANGED,
    VERBS_AFTER,
)
from articles.extraction.en.units import MEASURES
from articles.extraction.tokens import Tokens

LONGEST: Final = 6


class NounPhrase(NamedTuple):
    """The tokens of what is counted (`last` exclusive) and the head in the singular."""

    first: int
    last: int
    head: str
    is_people: bool


@lru_cache(maxsize=8192)
def is_plural(word: str) -> bool:
    """Whether a word (lower case) looks like a plural noun."""
    if word in IRREGULAR_PLURALS or word in PLURALS_WITHOUT_S:
        return True
    return (
        len(word) > 3 and word[-1] == "s" and word[-2:] not in ("ss", "us", "is") and word not in STOPS
        and word not in ADVERBS
    )


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """The singular of an English noun (lower case)."""
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    if word in UNCHANGED or not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=8192)
def is_person(word: str) -> bool:
    """Whether a noun (lower case, singular or plural) names people of any description."""
    return word in PEOPLE or singular(word) in PEOPLE or singular(word).endswith(PEOPLE_ENDINGS)


def is_counted(tokens: Tokens, index: int) -> bool:
    """Whether the word after a figure is one that a figure counts: "2000 soldiers", "15 people", "300 km"."""
    word = tokens.low[index]
    return tokens.word[index][:1].islower() and word not in STOPS and (is_plural(word) or word in MEASURES)


def read_noun_phrase(tokens: Tokens, index: int) -> NounPhrase | None:
    """The noun phrase that begins at a token, or None."""
    word, low = tokens.word, tokens.low
    if low[index] == "of" and low[index + 1] in ("the", "its", "their", "his", "her", "those", "these"):
        return None
    first = index
    last = _end_of_phrase(tokens, index)
    if last == first:
        return None
    head = low[last - 1]
    if low[last] in ("and", "or") and (is_plural(head) or is_person(head)) and low[last + 1] not in STOPS:
        other = _end_of_phrase(tokens, last + 1)
        if other == last + 2 and word[last + 1][0].islower() and is_person(low[last + 1]) == is_person(head):
            if is_plural(low[last + 1]) or is_person(low[last + 1]):
                last = other
    people = is_person(head)
    return NounPhrase(first, last, "person" if people else singular(head), people)


def _end_of_phrase(tokens: Tokens, index: int) -> int:
    word, low = tokens.word, tokens.low
    last = position = index
    for position in range(index, index + LONGEST):
        here = low[position]
        if here == "-" and position > index and tokens.touches(position) and tokens.touches(position + 1):
            continue
        if not here[:1].isalpha() or here in STOPS or here in ADVERBS:
            break
        if position > index and _is_verb(here) and (is_plural(low[position - 1]) or is_person(low[position - 1])):
            break
        if position > index and is_plural(low[position - 1]) and low[position - 1] == low[last - 1]:
            if not (is_plural(here) or is_person(here)) or word[position][0].isupper():
                break
        last = position + 1
    return last


def _is_verb(word: str) -> bool:
    return word in VERBS_AFTER or (word.endswith("ed") and not is_person(word)) or word.endswith("ing")
