"""What a figure leaves unsaid because one beside it says it.

"From 30 to 45 people", "12 dead, up from 8", "France won eight medals and Italy six", "another 40", "seven of them";
and whether points are those of a percentage.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articles.extraction.currencies import SIGNS
from articles.extraction.en.changes import DIRECTIONS
from articles.extraction.en.noun_words import STOPS, VERBS_AFTER
from articles.extraction.en.nouns import POSSESSIVES
from articles.extraction.phrases import Amount
from articles.extraction.tokens import Tokens
from articles.values import Kind

# How far a second change stands from the first, before what it comes to, and before what tells no change.
CHANGE_REACH: Final = 12
BY_REACH: Final = 4
LEVELS: Final = frozenset({"to", "at"})
AFTER_LEVELS: Final = frozenset("of were was are is have had said say".split())
# Beside these the figure is of the same sort as the one that it is compared with, whatever that is.
COMPARING: Final = frozenset("from than against with versus vs".split())
# These point to what has been counted, even in the sentence before.
POINTING: Final = frozenset("another further additional other remaining".split())
POINTED: Final = frozenset({"more", "fewer", "less", "others"})
# "Bringing the total to 318" counts what has just been counted.
TOTALS: Final = frozenset({"total", "tally", "number"})
OF_THEM: Final = frozenset("them these those which whom".split())
PARALLEL: Final = frozenset("in on at for from to by during under".split())
# "Including four", "of which 180": parts of what was counted.
PARTS: Final = frozenset({"including", "includes", "which", "among"})
HAVING: Final = frozenset({"has", "have", "had"})
BEING: Final = frozenset({"were", "are", "remain", "remained", "have", "had"})
# "Down from a peak of 41,000", "from a record high of 12".
EXTREMES: Final = frozenset(
    "peak high low record average total maximum minimum target limit norm median mean forecast".split()
)
# "520 litres, or 1,480 with the seats down".
OR: Final = frozenset({"or"})
WITH: Final = frozenset("with without if when in on at for after before including".split())
# After these the sentence tells of another thing.
TURNING: Final = frozenset({"but", "while", "although", "whereas", ";"})
REACH: Final = 24
OWNER_REACH: Final = 5
LONGEST_ADJECTIVE: Final = 4
LARGEST_SHARE: Final = 1000
# "Its best in two years and 600,000 more": no years.
LONGEST_TIME: Final = 100
MILLION: Final = 10**6
PERSON: Final = "person"
POINT: Final = "point"
PERCENTAGE_POINT: Final = "percentage point"
# "Their lead is 7 points" beside a percentage; 23 points beside "45 percent of his shots" stay points.
POLLING: Final = frozenset(
    "poll polls approval approve approves disapprove disapproves support rating ratings lead leads ahead margin share "
    "vote votes turnout unemployment inflation popularity survey".split()
)
INDEXES: Final = frozenset({POINT, PERCENTAGE_POINT, "basis point"})


def complete(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Give figures without a unit that of the figure they are told with; the list is changed in place."""
    for place in range(len(amounts) - 2, -1, -1):
        amount, following = amounts[place], amounts[place + 1]
        if _is_bare(amount) and _shares_noun(tokens, amount, following):
            amounts[place] = _lend(amount, following)
    for place, amount in enumerate(amounts):
        if place and amount.change is None and amount.unit is not None:
            former = _find_change(tokens, amounts, place)
            if former is not None:
                amounts[place] = amount = replace(amount, change=former.change)
        if amount.unit == POINT and amount.kind is Kind.QUANTITY:
            amounts[place] = _as_percentage_points(tokens, amounts, place)
        elif place and _is_bare(amount):
            lender = _find_lender(tokens, amounts, place)
            if lender is not None:
                amounts[place] = _lend(amount, lender)
    return amounts


def _is_restated(tokens: Tokens, former: Amount, amount: Amount) -> bool:
    """Whether a change is told again in another unit: "fell 89 points, or 0.6 percent"."""
    start = former.last + (tokens.low[former.last] in DIRECTIONS)  # "0.3 cent lower, or 1.3 percent"
    return former.unit != amount.unit and tokens.low[start : amount.first] in ([",", "or"], ["or"])


def _find_change(tokens: Tokens, amounts: list[Amount], place: int) -> Amount | None:
    """The change before that goes on in this figure, past the level reached: "rose 2 % to $40 and 9 % in May"."""
    for former in reversed(amounts[max(place - 2, 0) : place]):
        if former.change is not None:
            is_on = _is_restated(tokens, former, amounts[place]) or _goes_on(tokens, former, amounts[place])
            return former if is_on else None
        if tokens.low[former.first - 1] not in LEVELS:
            return None
    return None


def _goes_on(tokens: Tokens, former: Amount, amount: Amount) -> bool:
    """Whether one verb tells two changes: "rose 2 % here and 9 % there", "fell 4 % and Solana 9 %", "diesel by $2"."""
    low, word, first = tokens.low, tokens.word, amount.first
    if former.unit != amount.unit or first - former.last > CHANGE_REACH or low[amount.last] in AFTER_LEVELS:
        return False
    between = low[former.last : first]
    if not TURNING.isdisjoint(between) or not ("and" in between or "," in between):
        return False
    if low[first - 1] == "and" or (
        low[first - 1] == "by" and "by" in low[max(former.first - BY_REACH, 0) : former.first]
    ):
        return True
    step = first - 1
    while word[step][:1].isupper() and step > first - 1 - LONGEST_ADJECTIVE:
        step -= 1
    return step < first - 1 and low[step - (low[step] == "the")] == "and"


def _is_bare(amount: Amount) -> bool:
    return amount.unit is None and amount.kind is Kind.QUANTITY and not amount.is_pair and amount.numbers[-1] >= 1


def _lend(amount: Amount, lender: Amount) -> Amount:
    per = amount.per or lender.per
    return replace(amount, kind=lender.kind, unit=lender.unit, noun=lender.noun, part=lender.part, per=per)


def _shares_noun(tokens: Tokens, amount: Amount, following: Amount) -> bool:
    """Whether the unit of the next figure is this one's too: "from 30 to 45 percent", "12 old and 30 new ships"."""
    low, last, joint = tokens.low, amount.last, following.first - 1
    if low[joint] == "or" and following.kind is Kind.PERCENTAGE and amount.numbers[0] >= LARGEST_SHARE:
        return False  # "12 million, or 13 percent"
    if following.unit is None or following.is_pair or joint - last > LONGEST_ADJECTIVE or joint < last:
        return False
    if following.kind is Kind.MONEY and not tokens.word[following.last - 1].isalpha():
        return False
    before = low[amount.first - 1]
    if low[joint] == "to":
        return joint == last and before == "from"
    if low[joint] not in ("and", "or"):
        return False
    return all(low[place] == "-" or (low[place].isalpha() and low[place] not in STOPS) for place in range(last, joint))


def _find_lender(tokens: Tokens, amounts: list[Amount], place: int) -> Amount | None:
    """The figure before that names what this one counts too."""
    amount = amounts[place]
    low, before, start = tokens.low, tokens.low[amount.first - 1], tokens.sentence(amount.first)[0]
    points = (
        before in POINTING
        or low[amount.last] in POINTED
        or (low[amount.last] == "of" and low[amount.last + 1] in OF_THEM)
        or (before == "to" and low[amount.first - 2] in TOTALS)
    )
    if points and start > 1:
        start = tokens.sentence(start - 1)[0]
    for index in range(place - 1, -1, -1):
        lender = amounts[index]
        if lender.first < start or amount.first - lender.last > REACH:
            return None
        if lender.unit is None or lender.is_pair or lender.kind is Kind.ORDINAL:
            continue
        if lender.per is not None and before not in COMPARING:
            continue
        if lender.kind is Kind.DURATION and amount.numbers[0] > LONGEST_TIME:
            continue
        return lender if points or _is_told_with(tokens, amount, lender) else None
    return None


def _is_told_with(tokens: Tokens, amount: Amount, lender: Amount) -> bool:
    """Whether a figure is compared with the one before it in the sentence, or told of another ("and Italy six")."""
    low, before, word = tokens.low, tokens.low[amount.first - 1], tokens.word[amount.first - 1]
    if before == "to" and lender.last == amount.first - 1:
        return _is_reached(amount, lender)
    if lender.change is not None or (lender.kind is Kind.MONEY and tokens.low[amount.first] in SIGNS):
        return False
    if before in COMPARING or (before == "to" and tokens.low[lender.first - 1] == "from"):
        is_level = lender.unit not in INDEXES or low[lender.first - 1] in LEVELS  # "narrowed to four points from nine"
        return is_level and TURNING.isdisjoint(low[lender.last : amount.first])
    if before == "and" and low[amount.last] == low[lender.last] and low[amount.last] in PARALLEL:
        return lender.noun is not None  # "40 cars in May and 52 in June"
    if (
        (lender.noun is not None or lender.unit == PERSON)
        and lender.unit not in INDEXES
        and _stands_for_noun(tokens, amount, lender)
    ):
        return True
    if before == "," and lender.last == amount.first - 1 and low[amount.last] in PARALLEL:
        return lender.noun is not None and amount.numbers[0] < lender.numbers[0]  # "22 goals, 11 in away games"
    if before in POSSESSIVES and not COMPARING.isdisjoint(low[amount.first - OWNER_REACH : amount.first]):
        return lender.unit not in INDEXES  # "down from last season's 39"
    if before == "of" and low[amount.first - 2] in EXTREMES:
        return lender.unit not in INDEXES and not COMPARING.isdisjoint(low[lender.last : amount.first - 2])
    if before in OR and low[amount.last] in WITH:
        return low[amount.first - 2] == ","
    is_gap = word[:1].isupper() and tokens.low[amount.first - 2] in ("and", ",") and lender.kind is Kind.QUANTITY
    return is_gap and lender.noun is not None


def _is_reached(amount: Amount, lender: Amount) -> bool:
    """Whether a figure after "to" is of the one before: "grew by 400 jobs to 9,000", "by 48 percent to 33"."""
    if lender.kind is Kind.PERCENTAGE:
        return lender.change is None and amount.numbers[0] <= 100
    if lender.kind is Kind.MONEY:
        return lender.change is not None and min(*amount.numbers, *lender.numbers) >= MILLION
    return lender.kind is Kind.QUANTITY and lender.change is not None and lender.unit not in INDEXES


def _stands_for_noun(tokens: Tokens, amount: Amount, lender: Amount) -> bool:
    """Whether a figure stands where a noun would, told of what was just counted.

    "Opened 14 shops and closed three", "launched 40 satellites and has 17 left", "12 schools, including four in Leeds",
    "of which 180 were new", "and six were still open".
    """
    low, before, following = tokens.low, tokens.low[amount.first - 1], tokens.low[amount.last]
    if following.isalpha() and following not in STOPS:
        return False
    if before in PARTS:
        return before != "which" or low[amount.first - 2] == "of"
    if before in HAVING:
        return TURNING.isdisjoint(low[lender.last : amount.first]) or ";" in low[lender.last : amount.first]
    if before in ("and", "but", ";") and following in BEING:
        return True
    return (before.endswith(("ed", "ing")) or before in VERBS_AFTER) and low[amount.first - 2] in ("and", "but")


def _as_percentage_points(tokens: Tokens, amounts: list[Amount], place: int) -> Amount:
    """The points of a percentage: "rose 3 points to 47 percent"; others stay as they are."""
    amount = amounts[place]
    start, end = tokens.sentence(amount.first)
    shares = [
        other
        for other in amounts[max(place - 2, 0) : place + 3]
        if other.unit == "percent" and start <= other.first < end and other.change is None
    ]
    if not shares:
        return amount
    is_step = any(other.first == amount.last + 1 and tokens.low[amount.last] in ("to", "at") for other in shares)
    beside = tokens.low[max(start, amount.first - REACH) : min(end, amount.last + REACH)]
    if not is_step and POLLING.isdisjoint(beside):
        return amount
    return replace(amount, kind=Kind.PERCENTAGE, unit=PERCENTAGE_POINT, noun=None)
