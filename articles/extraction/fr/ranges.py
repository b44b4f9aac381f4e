"""Two numbers that bound one figure, "de 10 à 12" and "entre 10 et 12", or stand against one another: "3-1"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from articles.extraction.currencies import SIGNS
from articles.extraction.fr.changes import PASSED
from articles.extraction.fr.number_words import COLLECTIVES, HUNDREDS, MAGNITUDES
from articles.extraction.fr.numerals import read_numeral
from articles.extraction.fr.units import CURRENCIES, MEASURES, PERCENT, TIMES
from articles.extraction.numerals import Form, Numeral
from articles.extraction.ranges import Range, share_magnitude
from articles.extraction.tokens import Tokens

DASHES: Final = frozenset("-–—")
FROM: Final = frozenset({"de", "d'"})
PAIR_REACH: Final = 8
LARGEST_IN_PAIR: Final = Decimal(9999)
PLAYING: Final = frozenset(
    "battu battue battus bat gagné gagne remporté remporte victoire défaite score match nul perdu mené menait mène "
    "vainqueur vaincu succès imposé impose imposée incliné incline qualifié égalisé pénalty tirs but buts tie-break "
    "finale set sets manche".split()
)


def read_range(tokens: Tokens, first: int, floor: int, numeral: Numeral) -> Range:
    """A number, with the second where it begins a range; after "passé de" the two are two figures."""
    low, last = tokens.low, numeral.last
    alone = Range(first, last, (numeral.value,))
    before = low[first - 1] if first > floor else ""
    joint = last + _is_repeated(tokens, last)
    if (
        low[joint] not in DASHES
        and low[joint] != "à"
        and low[joint] != "ou"
        and (low[joint], before) != ("et", "entre")
    ):
        return alone
    if low[joint] == "à" and before in FROM and low[first - 2] in PASSED:
        return alone
    other = read_numeral(tokens, joint + 1)
    if other is None or other.form in (Form.ORDINAL, Form.VAGUE):
        return alone
    if (joint > last and low[other.last] != low[last]) or (numeral.form is Form.FRACTION) is not (
        other.form is Form.FRACTION
    ):
        return alone
    lower = numeral.value * (share_magnitude(tokens, numeral, other, _factor_of) if joint == last else 1)
    if lower >= other.value or (low[joint] == "ou" and other.value > lower * 2):
        return alone
    takes_word = before == "entre" or (before in FROM and low[joint] != "ou")
    return Range(first - takes_word, other.last, (lower, other.value))


def _is_repeated(tokens: Tokens, last: int) -> bool:
    """Whether the word after a number is a unit that the second may repeat: "entre 10 % et 12 %", "3 € à 4 €"."""
    word = tokens.low[last]
    return word in PERCENT or word in SIGNS or word in CURRENCIES or word in MEASURES or word in TIMES


def _factor_of(word: str) -> int:
    if word == "milliers":
        return 1000
    return MAGNITUDES.get(word) or COLLECTIVES.get(word) or (100 if word in HUNDREDS else 0)


def read_pair(tokens: Tokens, numeral: Numeral) -> tuple[Range, str] | None:
    """ "218 voix contre 211", "3-1", "2 à 1" of a match: two counts in the order of the words, and what they are."""
    low, first, last = tokens.low, numeral.first, numeral.last
    if numeral.form not in (Form.FIGURE, Form.WORDS) or numeral.value > LARGEST_IN_PAIR:
        return None
    if low[last : last + 2] == ["voix", "contre"]:
        other = read_numeral(tokens, last + 2)
        return None if other is None else (Range(first, other.last, (numeral.value, other.value)), "vote")
    is_dashed = low[last] in DASHES and tokens.touches(last) and tokens.touches(last + 1)
    if not (is_dashed or low[last] == "à") or not (low[first].isdecimal() and low[last + 1].isdecimal()):
        return None
    if len(low[last + 1]) > 3 or low[last + 2] in PERCENT or low[last + 2] in MEASURES or low[last + 2] in TIMES:
        return None
    if low[last + 2] in DASHES and tokens.touches(last + 2):
        return None
    start = max(tokens.sentence(first)[0], first - PAIR_REACH)
    other_value = Decimal(low[last + 1])
    is_played = not PLAYING.isdisjoint(low[start:first])
    if not is_played and not (is_dashed and numeral.value > other_value):
        return None
    return Range(first, last + 2, (numeral.value, other_value)), "score"
