"""The unit that no word after a figure names, where the words around it tell: years of age, or people.

"Maria Lopez, 34, said"; "killing at least 50"; "a crowd of 67,300"; "of whom 12 were children"; "the number of cases
rose to 300".
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from articles.extraction.en.ages import is_age
from articles.extraction.en.changes import DIRECTIONS, SHARES, TRANSITIVE
from articles.extraction.en.hedges import read_hedge_before
from articles.extraction.en.noun_words import CASUALTY_VERBS, CROWD_VERBS, HUMAN_VERBS, STOPS
from articles.extraction.en.nouns import is_person, is_plural, read_noun_phrase, singular
from articles.extraction.en.number_words import VAGUE
from articles.extraction.en.people_words import BY_ADJECTIVE, GROUPS
from articles.extraction.phrases import Unit
from articles.extraction.tokens import Tokens
from articles.values import Kind

PERSON: Final = "person"
# "A magnitude 6.4 quake", "a magnitude-5 tremor".
MAGNITUDE: Final = "magnitude"
AUXILIARIES: Final = frozenset(
    "were was are have had has been being be also remain remained remains later still feared believed thought presumed "
    "confirmed reported".split()
)
FATES: Final = CASUALTY_VERBS | frozenset("died dead missing hurt buried trapped stranded unaccounted homeless".split())
VERB_REACH: Final = 4
# "The death toll, which stood at 43 on Friday, rose to 56"; "the workforce has shrunk to 3,000": both count people.
TOTALS: Final = frozenset("toll population workforce attendance headcount membership crowd audience".split())
TOTAL_REACH: Final = 10
IN_FRONT_OF: Final = ["in", "front", "of"]
# "The number of confirmed cases rose to 1,245": what came before names what is counted.
COUNTS: Final = frozenset({"number", "numbers", "tally", "total"})
COUNT_REACH: Final = 14
LEVELS: Final = frozenset(
    "to at was is were are reached reaching hit hits stood stands exceeded topped surpassed by from than passed".split()
)
AMOUNTS: Final = frozenset(
    """
    shares stocks bonds futures prices rates yields sales profits earnings revenues losses costs exports imports
    ratings points temperatures winds levels indexes indices debts reserves assets holdings wages salaries fees bills
    takings returns gains markets inventories numbers figures receipts proceeds margins premiums dividends payments
    odds taxes tariffs securities speeds volumes notes deposits loans savings inflows outflows spreads shipments
    supplies stockpiles estimates forecasts expectations contracts equities lists queues backlogs
    """.split()
)
SHARE_WORDS: Final = SHARES | {"per", ","}
BEFORE_WHOLES: Final = frozenset("of from in for among at by".split())
SHARE_REACH: Final = 6
SUBJECT_REACH: Final = 9
MULTIPLIED: Final = frozenset("doubled doubles tripled triples trebled quadrupled halved".split())
OTHERS: Final = frozenset({"others", "more"})
OF_THEM: Final = frozenset({"them", "whom", "those", "these"})


def read_implied(tokens: Tokens, first: int, last: int, floor: int, numbers: tuple[Decimal, ...]) -> Unit:
    """The unit of a figure on the tokens `first` to `last` (exclusive); its name is None where nothing tells."""
    low = tokens.low
    if is_age(tokens, first, last, numbers):
        return Unit(Kind.DURATION, last, "year")
    if MAGNITUDE in (low[first - 1], low[first - 2] if low[first - 1] == "-" else ""):
        return Unit(Kind.QUANTITY, last, MAGNITUDE)
    noun = _read_complement(tokens, last)
    if noun is not None:
        return Unit(Kind.QUANTITY, last, PERSON, noun)
    if _counts_people(tokens, first, last, floor):
        return Unit(Kind.QUANTITY, last, PERSON)
    unit = _read_count(tokens, first, last)
    if unit is None and numbers[-1] >= 1:
        unit = _read_subject(tokens, first, last, floor)
    return unit or Unit(Kind.QUANTITY, last, None)


def _read_complement(tokens: Tokens, last: int) -> tuple[int, int] | None:
    """The people that a figure is said to be: "45 were foreigners", "12 of them women"."""
    low, step = tokens.low, last
    if low[step] == "of" and low[step + 1] in OF_THEM:
        step += 2
    while low[step] in AUXILIARIES:
        step += 1
    if step == last or not is_person(low[step]):
        return None
    return (step, step + 1) if is_plural(low[step]) or low[step] in BY_ADJECTIVE else None


def tells_fate(tokens: Tokens, last: int) -> bool:
    """Whether what follows a figure befalls only people: "12 were killed", "11 others fled"."""
    low = tokens.low
    step = last + (low[last] in OTHERS)
    while low[step] in AUXILIARIES:
        step += 1
    return low[step] in FATES or low[step] in HUMAN_VERBS


def _counts_people(tokens: Tokens, first: int, last: int, floor: int) -> bool:
    """Whether verbs or nouns that only go with people stand beside the figure."""
    low = tokens.low
    if tells_fate(tokens, last) or (low[last - 1] in VAGUE and low[last] in CROWD_VERBS):
        return True
    if low[last] == "aboard" or (low[last] == "on" and low[last + 1] == "board"):
        return True
    if "whom" in (low[last + 1], low[first - 1]):
        return True
    if low[first - 1] == "of" and low[first - 2] in GROUPS:
        return True
    if not CASUALTY_VERBS.isdisjoint(low[max(first - VERB_REACH, floor) : first]):
        return True
    before = low[max(first - TOTAL_REACH, tokens.sentence(first)[0]) : first]
    if before[-3:] == IN_FRONT_OF:
        return True
    is_other = before[-1:] and before[-1] not in LEVELS and any(word[:1].isdecimal() for word in before)
    return not is_other and not TOTALS.isdisjoint(before)


def _read_subject(tokens: Tokens, first: int, last: int, floor: int) -> Unit | None:
    """The noun whose number a verb of change tells: "Orders rose to 312", "job cuts climbed by about 4,000".

    Money and measures change as well; their nouns are in `AMOUNTS`, and name no unit.
    """
    low = tokens.low
    place, _ = read_hedge_before(tokens, first, floor)
    place -= 1
    is_reached, start = low[place] == "to", max(place - SHARE_REACH, 0)
    place -= low[place] in ("to", "by")
    while is_reached and place > start and (low[place] in SHARE_WORDS or low[place][:1].isdecimal()):
        place -= 1  # "fell 12 percent, to 3,840"
    place -= low[place].endswith("ly")
    if (
        (low[place] not in DIRECTIONS and low[place] not in MULTIPLIED)
        or low[place] in TRANSITIVE
        or low[place - 1] in AUXILIARIES
    ):
        return None
    noun = _find_subject(tokens, place)
    if not is_plural(low[noun]) or low[noun] in AMOUNTS or tokens.word[noun - 1][-1:].isdecimal():
        return None
    name = "person" if is_person(low[noun]) else singular(low[noun])
    return Unit(Kind.QUANTITY, last, name, (noun, noun + 1))


def _find_subject(tokens: Tokens, verb: int) -> int:
    """The noun before a verb, or before the phrase between: "Deaths from the disease fell to 608"."""
    low, start = tokens.low, tokens.sentence(verb)[0]
    if is_plural(low[verb - 1]) and low[verb - 2] not in BEFORE_WHOLES:
        return verb - 1
    if verb - start <= SUBJECT_REACH and low[verb - 1] not in STOPS:
        for noun in range(start, min(start + 3, verb - 1)):
            if low[noun + 1] in BEFORE_WHOLES and is_plural(low[noun]):
                return noun
    return verb - 1


def _read_count(tokens: Tokens, first: int, last: int) -> Unit | None:
    """The noun of "the number of ... rose to 1,245"."""
    low, start = tokens.low, tokens.sentence(first)[0]
    if low[first - 1] not in LEVELS and low[first] not in LEVELS:
        return None
    for place in range(first - 3, max(first - COUNT_REACH, start - 1), -1):
        if low[place] in COUNTS and low[place + 1] == "of":
            begin = place + 2 + (low[place + 2] in ("the", "its", "their"))
            phrase = read_noun_phrase(tokens, begin)
            return None if phrase is None else Unit(Kind.QUANTITY, last, phrase.head, (phrase.first, phrase.last))
    return None
