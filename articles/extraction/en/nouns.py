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
    PAST_ONLY,
    PLURALS_WITHOUT_S,
    SINGULARS_IN_S,
    STOPS,
    UNCHANGED,
    VERBS_AFTER,
)
from articles.extraction.en.number_words import CARDINALS
from articles.extraction.en.people_words import BY_ADJECTIVE, ENDINGS, PEOPLE, PLURAL_ENDINGS, THINGS
from articles.extraction.en.units import MEASURES
from articles.extraction.tokens import Tokens

LONGEST: Final = 8
# Other nouns in -oes add it to an o: "tornadoes".
OES: Final = frozenset("shoes horseshoes snowshoes canoes toes foes hoes woes oboes roes throes floes".split())
# "Bed", "speed", "shed" are nouns.
SHORT_IN_ED: Final = 5
# "One atom thick".
EXTENTS: Final = frozenset("thick wide tall long high deep".split())
# After a verb comes its object, after no noun: "200 galaxies and spins its", "12 ships and carries a".
OBJECTS: Final = frozenset("a an its his her their our them him us it every once twice".split())
# No dictionary has a noun of more letters; a run that has them names nothing.
LONGEST_WORD: Final = 30
OWNERS: Final = frozenset("the its their his her our those these all a an".split())
# "218 million monthly users": adjectives here, elsewhere how often.
FREQUENCIES: Final = frozenset({"daily", "weekly", "monthly", "yearly"})
POSSESSIVES: Final = frozenset({"'s", "’s", "'", "’"})
NO_PLURALS: Final = ("ss", "us", "is", "wards")
MANY: Final = tuple(PLURAL_ENDINGS)
# What joins the parts of one word.
JOINTS: Final = frozenset("-'’")
# "The 98 cents analysts expected", "the 1 billion economists had forecast": a clause, and nobody is counted.
FORECASTERS: Final = frozenset("analysts economists experts forecasters investors markets traders officials".split())
FORESEEING: Final = frozenset("expected forecast predicted projected estimated anticipated expecting foreseen".split())
# "Killed 12 people and injured 30" goes on with a verb, "12 dead and injured in the blast" does not.
PARTICIPLES: Final = frozenset("killed injured wounded hurt missing".split())
AFTER_PEOPLE: Final = frozenset("in by on during since from at as when after across were are".split())


class NounPhrase(NamedTuple):
    """The tokens of what is counted (`last` exclusive) and the head in the singular."""

    first: int
    last: int
    head: str
    is_people: bool


@lru_cache(maxsize=8192)
def is_plural(word: str) -> bool:
    """Whether a word (lower case) looks like a plural noun."""
    if word in IRREGULAR_PLURALS or word in PLURALS_WITHOUT_S or (word[-1:] == "s" and word[:-1] in PEOPLE):
        return True
    if word.endswith(MANY):
        return word not in THINGS
    return (
        3 < len(word) <= LONGEST_WORD
        and word[-1] == "s"
        and not word.endswith(NO_PLURALS)
        and word not in STOPS
        and word not in ADVERBS
        and word not in SINGULARS_IN_S
    )


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """The singular of an English noun (lower case)."""
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    if word in UNCHANGED or not is_plural(word):
        return word
    if word.endswith(MANY):
        return next(word[: -len(many)] + one for many, one in PLURAL_ENDINGS.items() if word.endswith(many))
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("oes") and word not in OES:
        return word[:-2]
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=8192)
def is_person(word: str) -> bool:
    """Whether a noun (lower case, singular or plural) names people of any description."""
    one = singular(word)
    if word in PEOPLE or one in PEOPLE or word in BY_ADJECTIVE:
        return True
    return one.endswith(ENDINGS) and one not in THINGS


def is_acronym(word: str) -> bool:
    """Whether a word as written is a plural of capitals: "SUVs", "RBIs", "PCs"."""
    return len(word) > 2 and word[-1] == "s" and word[:-1].isupper()


def is_counted(tokens: Tokens, index: int) -> bool:
    """Whether the word after a figure is one that a figure counts: "2000 soldiers", "15 people", "300 km"."""
    word = tokens.low[index]
    return tokens.word[index][:1].islower() and word not in STOPS and (is_plural(word) or word in MEASURES)


def read_noun_phrase(tokens: Tokens, index: int, *, is_one: bool = False, hyphened: bool = False) -> NounPhrase | None:
    """The noun phrase that begins at a token, or None.

    More than one of anything takes a plural, so the phrase ends at its plurals, and without one nothing is counted;
    after `is_one` it ends before a word that is no noun. A `hyphened` number counts the one word it is joined to.
    """
    low = tokens.low
    if hyphened:
        return NounPhrase(
            index, index + 1, "person" if is_person(low[index]) else singular(low[index]), is_person(low[index])
        )
    index += low[index] == "more" and low[index + 1].isalpha()
    limit = _end_of_words(tokens, index)
    find_end = _end_of_singular if is_one else _end_of_plurals
    last = find_end(tokens, index, limit)
    if last == index:
        return None
    head = low[last - 1]
    if head in FORECASTERS and low[last + (low[last] in ("had", "have", "were", "was"))] in FORESEEING:
        return None
    people = is_person(head)
    one = "person" if people else head[:-1] if is_acronym(tokens.word[last - 1]) else singular(head)
    if not is_one and low[last] in ("and", "or"):
        last = _with_second_noun(tokens, last, people=people)
    return NounPhrase(index, last, one, people)


def read_measured(tokens: Tokens, last: int) -> tuple[int, int] | None:
    """What an amount of a measure or a percentage is of: "rice", "the world's output"; the tokens, or None.

    It begins with the "of" at `last`. A mass has no plural, so the phrase ends where a word cannot stand in one.
    """
    low = tokens.low
    if low[last] != "of":
        return None
    first = last + 1 + (low[last + 1] in OWNERS)
    limit = _end_of_words(tokens, first)
    if low[limit] in POSSESSIVES:
        limit = _end_of_words(tokens, limit + 1)
    end = _end_of_plurals(tokens, first, limit)
    if end == first:
        end = first
        while end < limit and not (end > first and _is_verb(low[end])):
            end += 1
    return (first, end) if end > first else None


def _end_of_words(tokens: Tokens, index: int) -> int:
    """The end of the words that may stand in one noun phrase: "F-16 jets", "Shi'ite pilgrims", "U.S. soldiers"."""
    low = tokens.low
    for position in range(index, index + LONGEST):
        here = low[position]
        if here in JOINTS and position > index and tokens.touches(position) and tokens.touches(position + 1):
            continue
        if here.isdecimal() and low[position - 1] in JOINTS and tokens.touches(position) and position > index:
            continue
        if position > index and tokens.touches(position) and here.isalnum() and low[position - 1].isalnum():
            continue  # the rest of a name: "F-35B jets", "M1A2 tanks"
        if here in FREQUENCIES:
            continue
        if not here[:1].isalpha() or here in STOPS or here in ADVERBS or here in CARDINALS:
            return position
    return index + LONGEST


def _end_of_plurals(tokens: Tokens, index: int, limit: int) -> int:
    """The end of the first run of plurals: "foreign troops", "women candidates".

    Words that name people by what they are end it only where no noun comes after them: "12 dead", "12 dead soldiers".
    """
    low, end = tokens.low, index
    if low[index] in PAST_ONLY:
        return index
    for position in range(index, limit):
        word = low[position]
        if word in BY_ADJECTIVE:
            if position > index and _is_verb(low[position - 1]):
                return end
            end = end if end > index else position + 1
        elif is_plural(word) or is_acronym(tokens.word[position]):
            last = position + 1
            while last < limit and is_plural(low[last]) and _goes_on(tokens, last):
                last += 1
            return _end_of_named(tokens, position, last, limit)
        elif position > index and word in VERBS_AFTER:
            break
    return end


def _end_of_named(tokens: Tokens, index: int, last: int, limit: int) -> int:
    """The end of a phrase whose plural is a name and stands before more of it: "250 Abrams M1A2 tanks"."""
    word, end = tokens.word, last
    if last > index + 1 or not word[index][0].isupper():
        return last
    while end < limit and (word[end][:1].isupper() or word[end] == "-" or word[end][:1].isdecimal()):
        end += 1
    return end + 1 if last < end < limit and word[end].islower() and is_plural(tokens.low[end]) else last


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a plural after a plural is part of the phrase ("women candidates"), no verb ("three others wounded")."""
    word = tokens.low[index]
    return not _is_verb(word) and word not in BY_ADJECTIVE and tokens.word[index].islower()


def _end_of_singular(tokens: Tokens, index: int, limit: int) -> int:
    low, last = tokens.low, index
    if low[index] in VERBS_AFTER:
        return index
    if limit - 1 > index and low[limit - 1].endswith("s") and is_plural(low[limit - 1]):
        limit -= low[limit - 1] not in UNCHANGED  # "one dose costs": a verb
    while last < limit and not (last > index and _is_verb(low[last])):
        last += 1
    if last == index + 1 and low[index].endswith("ed") and len(low[index]) > SHORT_IN_ED and not is_person(low[index]):
        return index  # "one received"
    last -= last > index + 1 and low[last - 1] in EXTENTS
    return index if is_plural(low[index]) else last


def _with_second_noun(tokens: Tokens, last: int, *, people: bool) -> int:
    """The end of "troops and police": the second noun is of the same sort, and no verb ("12 countries and expects")."""
    low = tokens.low
    end = _end_of_plurals(tokens, last + 1, _end_of_words(tokens, last + 1))
    if end == last + 1 or end > last + 3 or low[end] in OBJECTS or is_person(low[end - 1]) is not people:
        return last
    if low[end - 1] in PARTICIPLES and tokens.word[end][:1].isalnum() and low[end] not in AFTER_PEOPLE:
        return last
    if not people and (low[end][:1].isalpha() and low[end] not in STOPS):
        return last
    return end


def _is_verb(word: str) -> bool:
    return word in VERBS_AFTER or (word.endswith(("ed", "ing")) and not is_person(word))
