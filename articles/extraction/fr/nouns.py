"""What a number counts: the noun phrase after it and its head, without a tagger.

In French the noun comes first and what describes it follows: the head is the first plural that is no adjective of those
few that stand before their noun, and the phrase goes on over the words that agree with it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from articles.extraction.fr.noun_words import (
    ADVERBS,
    BEFORE_NOUNS,
    DESCRIBING,
    INHABITANT_ENDINGS,
    IRREGULAR,
    PEOPLE,
    PEOPLE_ENDINGS,
    PEOPLE_PAIRS,
    STOPS,
    THINGS,
    UNCHANGED,
)
from articles.extraction.fr.units import MEASURES, TIMES
from articles.extraction.tokens import Tokens

LONGEST: Final = 6
# No dictionary has a noun of more letters; a run that has them names nothing.
LONGEST_WORD: Final = 30
PLURAL_LETTERS: Final = "sxz"
# Endings of participles, which look like plurals and tell what befell those counted.
PARTICIPLES: Final = ("és", "ées")
LINKS: Final = frozenset({"et", "ou"})


class NounPhrase(NamedTuple):
    """The tokens of what is counted (`last` exclusive) and the head in the singular."""

    first: int
    last: int
    head: str


@lru_cache(maxsize=8192)
def is_plural(word: str) -> bool:
    """Whether a word (lower case) looks like a plural noun."""
    if not 3 <= len(word) <= LONGEST_WORD or word in STOPS:
        return False
    return word[-1] in PLURAL_LETTERS or word == "crs"


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """The singular of a French noun (lower case)."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word in UNCHANGED or not is_plural(word):
        return word
    if word.endswith(("eaux", "eux", "oux")):
        return word[:-1]
    if word.endswith("aux"):
        return word[:-3] + "al"
    return word[:-1] if word[-1] == "s" else word


@lru_cache(maxsize=8192)
def is_person(word: str) -> bool:
    """Whether a noun (lower case, singular or plural) names people of any description."""
    one = singular(word)
    if one in THINGS:
        return False
    return word in PEOPLE or one in PEOPLE or _masculine(one) in PEOPLE or _ends_like_people(one)


def _ends_like_people(one: str) -> bool:
    return len(one) > 5 and one.endswith(PEOPLE_ENDINGS)


def _masculine(one: str) -> str:
    """The masculine that a feminine noun is formed from: "policière" is "policier", "étudiante" "étudiant"."""
    for feminine, masculine in FEMININES:
        if one.endswith(feminine):
            return one[: -len(feminine)] + masculine
    return one


FEMININES: Final = (
    ("ière", "ier"),
    ("ère", "er"),
    ("enne", "en"),
    ("onne", "on"),
    ("euse", "eur"),
    ("trice", "teur"),
    ("ive", "if"),
    ("e", ""),
)


def is_counted(tokens: Tokens, index: int) -> bool:
    """Whether the word after a figure is one that a figure counts: "2000 soldats", "300 km"."""
    word = tokens.low[index]
    return tokens.word[index][:1].islower() and (is_plural(word) or word in MEASURES or word in TIMES)


def read_noun_phrase(tokens: Tokens, index: int, *, is_one: bool = False) -> NounPhrase | None:
    """The noun phrase that begins at a token, or None; more than one of anything takes a plural."""
    low, head = tokens.low, index
    while _stands_before(tokens, head, is_one=is_one):
        head += 1
    if not _can_be_head(tokens, head, is_one=is_one):
        return None
    last, people = head + 1, _is_people(tokens, head)
    if low[last] == "-" and tokens.touches(last) and tokens.touches(last + 1) and low[last + 1].isalpha():
        last += 2
        joined = "-".join((low[head], low[last - 1]))
        people = people or singular(joined) in PEOPLE
    while last < index + LONGEST and _agrees(tokens, last):
        last += 1
    if low[last] in LINKS and not is_one:
        last = _with_second_noun(tokens, last, people=people)
    name = singular(low[head]) if low[head + 1] != "-" else tokens.slice(head, head + 3).lower()
    return NounPhrase(index, last, "person" if people else name)


def name_head(tokens: Tokens, index: int) -> str:
    """What a counted noun is called: `person` for people of any description, else its singular."""
    return "person" if _is_people(tokens, index) else singular(tokens.low[index])


def _stands_before(tokens: Tokens, index: int, *, is_one: bool) -> bool:
    """Whether an adjective stands here before its noun: "12 anciens combattants", but "12 jeunes", "12 autres"."""
    word = tokens.low[index]
    return word in BEFORE_NOUNS and _can_be_head(tokens, index + 1, is_one=is_one)


def _can_be_head(tokens: Tokens, index: int, *, is_one: bool) -> bool:
    word = tokens.low[index]
    if not word.isalpha() or len(word) > LONGEST_WORD or word in STOPS or word in ADVERBS:
        return False
    if is_one:
        return tokens.word[index].islower() and len(word) > 2
    return is_plural(word) and not (word in BEFORE_NOUNS and not is_person(word))


def _is_people(tokens: Tokens, head: int) -> bool:
    low, word = tokens.low, tokens.word[head]
    if (low[head], low[head + 1]) in PEOPLE_PAIRS:
        return True
    if word[:1].isupper() and not word.isupper():
        return is_person(low[head]) or singular(low[head]).endswith(INHABITANT_ENDINGS)
    return is_person(low[head])


def _agrees(tokens: Tokens, index: int) -> bool:
    """Whether an adjective or a noun that agrees goes on with the phrase: "soldats français", "pays membres"."""
    word = tokens.low[index]
    return (
        tokens.word[index].islower()
        and word.isalpha()
        and is_plural(word)
        and word not in ADVERBS
        and (word in DESCRIBING or not word.endswith(PARTICIPLES))
        and word not in MEASURES
    )


def _with_second_noun(tokens: Tokens, last: int, *, people: bool) -> int:
    """The end of "soldats et policiers": the second noun is of the same sort."""
    step = last + 1
    step += tokens.low[step] == "de" or tokens.low[step] == "d'"
    if not _can_be_head(tokens, step, is_one=False) or _is_people(tokens, step) is not people:
        return last
    end = step + 1
    while end < step + LONGEST and _agrees(tokens, end):
        end += 1
    return end if people else last
