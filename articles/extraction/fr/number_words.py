"""The words of numbers.

Belgium and Switzerland count by tens where France counts by sixties and eighties ("septante", "nonante"); both hyphens
and spaces are read, as before and after the spelling reform of 1990.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from articles.extraction.figures import VULGAR

_ONES = "zéro un deux trois quatre cinq six sept huit neuf".split()
_TEENS = "dix onze douze treize quatorze quinze seize".split()
_TENS = "vingt trente quarante cinquante soixante septante huitante nonante".split()

ONES: Final = {word: value for value, word in enumerate(_ONES)} | {"une": 1}
TEENS: Final = {word: value for value, word in enumerate(_TEENS, start=10)}
TENS: Final = {word: 10 * value for value, word in enumerate(_TENS, start=2)} | {"octante": 80, "vingts": 20}
HUNDREDS: Final = frozenset({"cent", "cents"})
MAGNITUDES: Final = {
    "mille": 10**3,
    "million": 10**6,
    "millions": 10**6,
    "milliard": 10**9,
    "milliards": 10**9,
    "billion": 10**12,
    "billions": 10**12,
    "trillion": 10**18,
    "trillions": 10**18,
}
# Letters of a magnitude before a sign or a name of money: "3,5 M€", "12 Md d'euros".
SHORT_MAGNITUDES: Final = {"k": 10**3, "m": 10**6, "md": 10**9, "mds": 10**9, "mrd": 10**9, "mrds": 10**9, "g": 10**9}
# About so many: "une vingtaine de".
COLLECTIVES: Final = {
    "huitaine": 8,
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "millier": 1000,
}
# Numbers that are counted in the plural: "des dizaines", "des centaines de milliers".
PLURALS: Final = {
    "dizaines": 10,
    "douzaines": 12,
    "vingtaines": 20,
    "centaines": 100,
    "milliers": 10**3,
    "millions": 10**6,
    "milliards": 10**9,
}
# How many such a plural means when nothing counts it, and a word that counts them: at least so many, as in English.
VAGUE: Final = {word: 2 * value for word, value in PLURALS.items()}
VAGUE_COUNTS: Final = {"plusieurs": 3, "quelques": 3}
# What is taken of a whole: "un tiers", "trois quarts", "la moitié".
PARTS: Final = {"moitié": 2, "demi": 2, "demie": 2, "tiers": 3, "quart": 4, "quarts": 4}
_ORDINAL_STEMS = {
    "unième": 1,
    "deuxième": 2,
    "troisième": 3,
    "quatrième": 4,
    "cinquième": 5,
    "sixième": 6,
    "septième": 7,
    "huitième": 8,
    "neuvième": 9,
    "onzième": 11,
    "douzième": 12,
    "centième": 100,
    "millième": 1000,
    "dixième": 10,
    **{word.rstrip("e") + "ième": value for word, value in TEENS.items() if value > 12},
    **{word.rstrip("e") + "ième": value for word, value in TENS.items() if word != "vingts"},
}
ORDINALS: Final = _ORDINAL_STEMS | {"premier": 1, "première": 1, "second": 2, "seconde": 2}
PART_WORDS: Final = (
    PARTS
    | {word: value for word, value in _ORDINAL_STEMS.items() if value > 3}
    | {word + "s": value for word, value in _ORDINAL_STEMS.items() if value > 3}
)
ORDINAL_ENDINGS: Final = frozenset("er ère ere re e è ème eme ième nd nde d de".split())
HALVES: Final = frozenset({"demi", "demie"})
HALF: Final = Decimal("0.5")

CARDINALS: Final = frozenset(ONES) | frozenset(TEENS) | frozenset(TENS) | HUNDREDS


def is_number_word(word: str) -> bool:
    """Whether a word (lower case) begins a cardinal, in figures or in words."""
    return word[:1].isdecimal() or word in CARDINALS


ANCHORS: Final = (
    frozenset(ONES)
    | frozenset(TEENS)
    | frozenset(TENS)
    | HUNDREDS
    | frozenset(MAGNITUDES)
    | frozenset(COLLECTIVES)
    | frozenset(VAGUE)
    | frozenset(PART_WORDS)
    | frozenset(ORDINALS)
    | frozenset(VULGAR)
) - {"vingts", "second", "seconde"}
