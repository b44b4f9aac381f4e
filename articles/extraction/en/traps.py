"""Figures that count nothing: model names, telephone numbers, list and page numbers, addresses."""

from __future__ import annotations

from typing import Final

from articles.extraction.codes import is_code
from articles.extraction.currencies import CODE_WORDS
from articles.extraction.en.calendar_words import MONTHS
from articles.extraction.en.nouns import is_plural
from articles.extraction.en.units import PERCENT
from articles.extraction.tokens import BREAK, Tokens

# Words after which a figure is a name or a place in a list.
LABELS: Final = frozenset(
    """
    no nos number page pages p pp chapter chapters section sections article articles paragraph clause amendment figure
    fig table appendix annex part volume vol issue act title rule regulation form flight route highway interstate exit
    room apartment apt suite unit building block gate platform channel episode season version type model mark mk
    class grade phase stage step level tier zone sector district ward precinct resolution protocol chapter psalm verse
    boeing airbus apollo soyuz falcon windows iphone galaxy formula division group column item exhibit lot bus train
    category tel telephone phone fax isbn ext zip box covid sars grid line area pier dock hangar
    """.split()
)
STREETS: Final = frozenset(
    "street st road rd avenue ave boulevard blvd lane drive square court plaza terrace highway broadway".split()
)
# What a figure may touch without being part of a name: "USD50", "June16".
BEFORE_FIGURES: Final = frozenset(CODE_WORDS) | frozenset(MONTHS)
# Prefixes with a hyphen after which a figure still counts or dates.
PREFIXES: Final = frozenset("mid pre post early late under over sub non top all then ex magnitude".split())


def is_name(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the figure on these tokens is part of a name, an address or a number that counts nothing."""
    low, word = tokens.low, tokens.word
    before = low[first - 1] if first else BREAK
    if is_code(tokens, first, last, glued=BEFORE_FIGURES, prefixes=PREFIXES):
        return True
    if before == "." and first > 1 and low[first - 2] in ("no", "nos", "pp", "p", "fig", "vol", "art", "sec", "ch"):
        return True
    if before in LABELS and word[first].isdecimal():
        return not (word[first - 1].islower() and (is_plural(low[last]) or low[last] in PERCENT))
    if word[last][:1].isupper() and (
        low[last] in STREETS or (low[last + 1] in STREETS and word[last + 1][0].isupper())
    ):
        return True
    return low[last] == "-" and tokens.touches(last) and tokens.touches(last + 1) and low[last + 1] in ("bis", "ter")
