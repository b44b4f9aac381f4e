"""Ages that a figure without a unit or no figure at all names: "aged 19, 24 and 31", "the decade-old mission"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from articles.extraction.en.nouns import is_person, is_plural
from articles.extraction.en.number_words import SMALL, TENS
from articles.extraction.en.people_words import GROUPS
from articles.extraction.moments import Base, DatePhrase, Moment
from articles.extraction.tokens import Tokens
from articles.values import Hedge, Precision

OLDEST: Final = 120
ADULT: Final = 16
LONGEST_LIST: Final = 14
AGED: Final = frozenset({"aged", "age", "ages"})
BETWEEN_AGES: Final = frozenset(", and or to between about around over under - – from".split())
LIMITS: Final = frozenset({"over", "under", "above", "below"})
UNDER_AGE: Final = frozenset("those anyone everyone anybody everybody aged people them".split())
PRONOUNS: Final = frozenset({"he", "she", "i"})
PRONOUNS_OF: Final = frozenset("his her my your our their".split())
AFTER_AGE: Final = frozenset(", . ; ) when and".split()) | {""}
# How many years a thing is old that is "decade-old".
YEARS_OF: Final = {"year": 1, "decade": 10, "century": 100}


def is_age(tokens: Tokens, first: int, last: int, numbers: tuple[Decimal, ...]) -> bool:
    """Whether a figure without a unit is years of age: "Maria Lopez, 34, said", "aged 19 and 24", "those over 65"."""
    low = tokens.low
    if not 0 < numbers[-1] <= OLDEST:
        return False
    before = low[first - 1]
    is_aside = before == "," and low[last] in (",", ".", ")", "") and len(numbers) == 1
    if is_aside and (tokens.word[first - 2][:1].isupper() or is_person(low[first - 2])):
        return True
    if before == "both" and low[first - 2] == "," and low[last] == ",":
        return True
    if _is_pair_of_ages(tokens, first, last):
        return True
    if before in LIMITS and (low[first - 2] in UNDER_AGE or is_person(low[first - 2])):
        return True
    if before in ("of", "is", "was", "were") and low[first - 2] in AGED:
        return True
    if len(numbers) == 1 and _tells_age(tokens, first, last, numbers):
        return True
    return _is_in_list_of_ages(tokens, first)


def _tells_age(tokens: Tokens, first: int, last: int, numbers: tuple[Decimal, ...]) -> bool:
    """Whether somebody is said to be that old: "his son is 58", "she was 12 when", "at 78, he", ", now 30,"."""
    low, before, prior = tokens.low, tokens.low[first - 1], tokens.low[first - 2]
    if before == "of" and numbers[-1] >= ADULT and low[last] in (",", ".") and is_person(prior):
        return not is_plural(prior) and prior not in GROUPS  # "a nurse of 71"
    if before == "now" and prior == ",":
        return low[last] == ","
    if before == "at" and low[last] == "," and low[last + 1] in PRONOUNS:
        return first - 1 == tokens.sentence(first)[0] or prior == ","
    if before not in ("is", "was", "turned", "turns") or low[last] not in AFTER_AGE:
        return False
    return prior == "who" or prior in PRONOUNS or (is_person(prior) and low[first - 3] in PRONOUNS_OF)


def _is_pair_of_ages(tokens: Tokens, first: int, last: int) -> bool:
    """ "Two teenagers, 15 and 17, were shot": both ages between commas after people."""
    low = tokens.low
    if low[last] == "and" and low[last + 1].isdecimal():
        return low[first - 1] == "," and is_person(low[first - 2]) and low[last + 2] == ","
    if low[first - 1] == "and" and low[first - 2].isdecimal():
        return low[first - 3] == "," and is_person(low[first - 4]) and low[last] == ","
    return False


def _is_in_list_of_ages(tokens: Tokens, first: int) -> bool:
    low = tokens.low
    for place in range(first - 1, max(first - LONGEST_LIST, -1), -1):
        word = low[place]
        if word in AGED:
            return True
        if not (word in BETWEEN_AGES or word.isdecimal() or word in SMALL or word in TENS):
            return False
    return False


def read_age_date(tokens: Tokens, index: int, floor: int) -> DatePhrase | None:
    """ "The decade-old mission": it began about ten years before publication."""
    low = tokens.low
    if low[index] not in YEARS_OF or low[index + 1] != "-" or low[index + 2] != "old" or index < floor:
        return None
    if low[index - 1] == "-" or low[index - 1].isdecimal() or low[index - 1] in SMALL:
        return None
    moment = Moment(Precision.YEAR, shift=-YEARS_OF[low[index]], base=Base.PUBLISHED)
    return DatePhrase(index, index + 3, moment, Hedge.ABOUT, is_aside=True)
