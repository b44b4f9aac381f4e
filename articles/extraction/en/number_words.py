"""The words of numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from articles.extraction.figures import VULGAR

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()

SMALL: Final = {word: value for value, word in enumerate(_SMALL)} | {"nought": 0, "naught": 0, "nil": 0}
TENS: Final = {word: 10 * value for value, word in enumerate(_TENS, start=2)} | {"fourty": 40}
MAGNITUDES: Final = {
    "thousand": 10**3,
    "lakh": 10**5,
    "lakhs": 10**5,
    "million": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
    "trn": 10**12,
    "trln": 10**12,
    "tln": 10**12,
    "quadrillion": 10**15,
}
# Letters that stand against the figure: $4m, 30k, 1.2b.
SHORT_MAGNITUDES: Final = {"k": 10**3, "m": 10**6, "mil": 10**6, "b": 10**9, "t": 10**12}
# Those that are a unit too, so that only a currency or what is counted tells them: metres, tonnes.
UNIT_LETTERS: Final = frozenset({"m", "t"})
COLLECTIVES: Final = {"dozen": 12, "dozens": 12, "score": 20, "doz": 12, "dozs": 12}
ORDINALS: Final = (
    {word: value for value, word in enumerate(_SMALL_ORDINALS)}
    | {word[:-1] + "ieth": value for word, value in TENS.items()}
    | {"nineth": 9, "hundredth": 100, "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12}
)
ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
PARTS: Final = (
    {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
    | {word: value for word, value in ORDINALS.items() if value > 2}
    | {word + "s": value for word, value in ORDINALS.items() if value > 2}
)
# Numbers that are counted in the plural: "dozens", "hundreds of thousands".
PLURALS: Final = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 10**3,
    "lakhs": 10**5,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
}
# How many such a plural means when nothing counts it, and a word that counts a hundred or more: at least so many.
# Databases of events keep such a table (ACLED's codebook: tens 10, dozens 12, hundreds 100); here a plural is never
# fewer than two of them, and several are more than two (Merriam-Webster, "several").
VAGUE: Final = {word: 2 * value for word, value in PLURALS.items()}
VAGUE_COUNTS: Final = {"several": 3, "few": 3, "couple": 2, "many": 2}
HUNDRED: Final = "hundred"
# Words with which another number begins.
CARDINALS: Final = frozenset(SMALL) | frozenset(TENS) | frozenset(MAGNITUDES) | frozenset(VAGUE) | {HUNDRED, "dozen"}
HALF: Final = Decimal("0.5")
# How many times: "twofold", "twentyfold", "a hundredfold"; "twice".
FOLDS: Final = {
    word + "fold": value
    for word, value in (SMALL | TENS | {HUNDRED: 100, "thousand": 1000, "million": 10**6}).items()
    if value > 1
}
ITERATIVES: Final = {"twice": 2, "thrice": 3}

ANCHORS: Final = (
    frozenset(SMALL)
    | frozenset(TENS)
    | frozenset(MAGNITUDES)
    | frozenset(COLLECTIVES)
    | frozenset(ORDINALS)
    | frozenset(PARTS)
    | frozenset(VAGUE)
    | frozenset(FOLDS)
    | frozenset(ITERATIVES)
    | {"hundred"}
    | frozenset(VULGAR)
) - {"nil", "score"}
