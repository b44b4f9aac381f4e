"""Figures that count nothing: names and models, list and page numbers, addresses, "one" the pronoun."""

from __future__ import annotations

import re
from typing import Final

from articles.extraction.codes import is_code, is_long_run
from articles.extraction.currencies import CODE_WORDS, SIGNS
from articles.extraction.en.calendar_words import BEFORE_CHRIST, MONTHS
from articles.extraction.en.currency_words import MONEY_WORDS
from articles.extraction.en.implied import FATES, tells_fate
from articles.extraction.en.noun_words import CASUALTY_VERBS, GENERIC, STOPS
from articles.extraction.en.nouns import POSSESSIVES, is_plural, read_noun_phrase
from articles.extraction.en.number_words import MAGNITUDES, SMALL
from articles.extraction.en.units import MEASURES, PERCENT, TIMES
from articles.extraction.numerals import Form, Numeral
from articles.extraction.tokens import BREAK, Tokens

# Words after which a figure is a name or a place in a list, in the singular or the plural.
LABELS: Final = frozenset(
    """
    no number page p pp chapter section article paragraph clause amendment figure fig table appendix annex part volume
    vol issue act title rule regulation form flight route highway interstate exit room apartment apt suite unit
    building block gate platform channel episode season version type model mark mk class grade phase stage step level
    tier zone sector district ward precinct resolution protocol psalm verse formula division group column item exhibit
    lot bus train category tel telephone phone fax isbn ext zip box covid sars grid line area pier dock hangar reactor
    terminal junction studio runway checkpoint camp decree law ordinance proposition petition docket seat row hall
    turbine round heat lane size directive bulletin chromosome figure note footnote serial
    """.split()
)
# Names of products and firms that a figure completes, decimals too ("iOS 7.1", "Boeing 737", "FTSE 100").
PRODUCTS: Final = frozenset(
    """
    boeing airbus apollo soyuz falcon ariane voyager sputnik windows iphone ipad ipod ios android galaxy xbox
    playstation nexus lumia kindle firefox chrome nintendo geforce radeon web industry mach moto formula fortune ftse
    nikkei dax cac stoxx russell nasdaq kospi ibex topix asx csi nifty sensex forbes peugeot porsche mazda fiat audi
    bluetooth usb hdmi fi pixel ryzen snapdragon
    bmw saab citroen embraer cessna antonov tupolev ilyushin bombardier channel radio heinz motel
    """.split()
)
# What is numbered in decimals: "Version 3.0".
VERSIONS: Final = frozenset({"version", "versions"})
STREETS: Final = frozenset(
    "street st road rd avenue ave boulevard blvd lane drive square court plaza terrace highway broadway".split()
)
# Bodies that are known by a rank, in capitals: "the 112th Congress".
RANKED_BODIES: Final = frozenset(
    "congress circuit battalion brigade division regiment infantry fleet army amendment district precinct ward".split()
)
# Points that shorten a label: "No. 10", "Fig. 3".
SHORTENED: Final = frozenset("no nos pp p fig vol art sec ch".split())
# What a figure may touch without being part of a name: "USD50", "June16".
BEFORE_FIGURES: Final = frozenset(CODE_WORDS) | frozenset(MONTHS)
# Prefixes with a hyphen after which a figure still counts or dates.
PREFIXES: Final = frozenset("mid pre post early late under over sub non top all then ex magnitude".split())
# "The under-17 team", "an over-60s club": who may play, and no count.
AGE_GROUPS: Final = frozenset({"under", "over"})
# Joined to a number these make a word of another sense: "four-way", "one-off", "a 5-under 67", "3-for-4".
NO_COUNT: Final = frozenset("way ways on in for under over par off sided bis ter pointer pointers".split())
NO_COUNT_OF_ONE: Final = NO_COUNT | frozenset("time party another to".split())
# Before "one", which then points and does not count: "this one", "another one".
POINTERS: Final = frozenset("the this that no every each any which another such other only first last next".split())
BEFORE_SUBJECTS: Final = frozenset(', ; : — – " ” ’ as but while although because'.split())
COUNTED_ONE: Final = frozenset(MEASURES) | frozenset(TIMES) | PERCENT | MONEY_WORDS | frozenset(MAGNITUDES) | {"person"}
TOLD_OF: Final = GENERIC | frozenset(
    "report study estimate problem option theory idea concern challenge question example issue factor explanation "
    "possibility solution answer source account poll survey analysis obstacle exception advantage drawback".split()
)
JOINTS: Final = frozenset("and or in to versus vs of".split())
BEFALLEN: Final = FATES | frozenset(
    "shot stabbed struck charged treated released saved dies pardoned convicted".split()
)
FATE_REACH: Final = 6
EMERGENCIES: Final = frozenset({"911", "999", "112"})
DASHES: Final = frozenset("-–—")
CALLS: Final = frozenset("call calls called caller callers calling operator operators dispatcher dispatchers".split())
DIALLED: Final = 3
QUOTES: Final = frozenset("\"“”'‘’")
OWNERS: Final = frozenset("its his her their our my your".split())
# "AutoLens", "iPhone": no person and no place, unless as in "McAllen".
INNER_CAPITAL: Final = re.compile(r"[a-z][A-Z]")
SURNAMES: Final = ("Mc", "Mac", "De", "La", "Le", "Di", "Fitz", "Van")
YEAR_DIGITS: Final = 4
CENTURIES: Final = frozenset({"19", "20"})
OBJECTS: Final = frozenset("the a an its his her their that".split())
PLACES: Final = frozenset("in at on of off from to into near across around over throughout within and".split())
DIALS: Final = frozenset("call called calling dial dialled dialed dialling phoned rang".split())
# Between a name and its number: "the Group of Seven", "Ocean's Eleven".
BEFORE_NAMED: Final = frozenset({"of", "'s", "’s"})
COORDINATES: Final = frozenset({"latitude", "longitude", "°"})
# After the lines of a screen: "4K television".
RESOLUTIONS: Final = frozenset(
    "tv tvs television televisions video resolution ultra display displays screen screens camera monitor footage panel "
    "projector content".split()
)
# "Three-pronged", "four-legged"; but "a two-bed flat" and "a six-speed box" count.
LONGEST_NOUN_IN_ED: Final = 5
NEIGHBOURS: Final = 10
SHORTEST: Final = 4


def is_trap(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is a name or part of one, an address or a number of a list, or "one" the pronoun."""
    first, last = numeral.first, numeral.last
    if _is_adjective(tokens, last):
        return True
    if tokens.word[first][0].isdecimal():
        return is_name(tokens, first, last) or is_long_run(tokens, first, last)
    if numeral.form is not Form.WORDS or last > first + 1:
        return False
    low = tokens.low
    if low[last] == "-" and low[last + 1] in NO_COUNT and not (low[last + 1] == "for" and low[last + 3] in SMALL):
        return True
    if low[first - 1] == "-" and tokens.touches(first) and low[first - 2].isdecimal():
        return True  # 7-Eleven
    if low[last] in AGE_GROUPS and low[last + 1] == "par":
        return True
    if low[first] == "one" and low[first - 1] not in ("minus", "negative"):
        return low[first - 1] in POINTERS or not _counts_one(tokens, first, last) or _is_article(tokens, first, last)
    if low[first - 1] in LABELS and tokens.word[first].islower():
        return not is_plural(low[last])
    return _is_named(tokens, first)


def _is_adjective(tokens: Tokens, last: int) -> bool:
    """Whether a number makes an adjective with a word in -ed that a hyphen joins to it: "three-pronged"."""
    joined = tokens.low[last + 1]
    if tokens.low[last] != "-" or not joined.endswith("ed") or not tokens.touches(last):
        return False
    return len(joined) > LONGEST_NOUN_IN_ED and tokens.touches(last + 1)


def _counts_one(tokens: Tokens, first: int, last: int) -> bool:
    low = tokens.low
    if low[last] == "-":
        return low[last + 1] not in NO_COUNT_OF_ONE
    if low[last] in ("percent", "per") or low[first - 1] in CASUALTY_VERBS or tells_fate(tokens, last):
        return True
    return low[last].isalpha() and low[last] not in STOPS and not low[last].endswith("ly")


def _is_article(tokens: Tokens, first: int, last: int) -> bool:
    """Whether "one" opens a clause and counts nothing: "One official said", "One sticking point is".

    It counts where it is told beside other figures or of what befell somebody, and before a unit.
    """
    low = tokens.low
    if first != tokens.sentence(first)[0] and low[first - 1] not in BEFORE_SUBJECTS:
        return False
    if low[last] == "-" or low[last] in COUNTED_ONE or not BEFALLEN.isdisjoint(low[last : last + FATE_REACH]):
        return False
    for place in range(last, last + FATE_REACH):
        if low[place] in JOINTS and _is_figure(low[place + 1]):
            return False
    if low[first - 1] == "," and any(_is_figure(word) for word in low[max(first - NEIGHBOURS, 0) : first]):
        return False
    phrase = read_noun_phrase(tokens, last, is_one=True)
    return phrase is not None and (phrase.is_people or phrase.head in TOLD_OF)


def _is_figure(word: str) -> bool:
    return word[:1].isdecimal() or word in SMALL


def is_name(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the figure in digits on these tokens is part of a name, an address or a number that counts nothing."""
    low, word = tokens.low, tokens.word
    if is_code(tokens, first, last, glued=BEFORE_FIGURES, prefixes=PREFIXES):
        return True
    before = low[first - 1] if first else BREAK
    if before == "." and first > 1 and low[first - 2] in SHORTENED:
        return True
    if before == "-" and tokens.touches(first) and low[first - 2] in AGE_GROUPS and low[last] not in PERCENT:
        return True
    if before in PRODUCTS and word[first - 1] != before and "," not in word[first]:
        return True
    if _is_labelled(tokens, first, last):
        return True
    if _is_dialled(tokens, first, last) or _is_product(tokens, first, last):
        return True
    if before in COORDINATES or low[last] in BEFORE_CHRIST:
        return True
    if before == "of" and word[first - 2] == "Group":
        return True  # the Group of 20
    return _is_completed(tokens, last)


def _is_dialled(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a figure is called, or only shown: "911 calls", "dial 311", "a '13' tattooed on his neck"."""
    low, before = tokens.low, tokens.low[first - 1]
    if low[first] in EMERGENCIES and low[last] in CALLS:
        return True
    if before in DIALS and len(low[first]) == DIALLED:
        return not low[last].isalpha() or low[last] in STOPS
    return before in QUOTES and low[last] in QUOTES


def _is_product(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a name in capitals goes on with a figure: "their Sweet 16 rivals", "the firm Halo 360 reckons the".

    Between a determiner and a plural the name is no place ("in the Gulf 12 ships"); a verb is told by the determiner
    of its object.
    """
    low, word, name = tokens.low, tokens.word, first - 1
    if low[last] in POSSESSIVES and len(low[first]) == YEAR_DIGITS and low[first][:2] in CENTURIES:
        return True  # "below 2010's"
    if word[first].isdecimal() and INNER_CAPITAL.search(word[name]) and not word[name].startswith(SURNAMES):
        return True
    if not word[first].isdecimal() or not word[name].istitle() or low[name] in MONTHS or not is_plural(low[last]):
        return False
    if word[last][0].isupper() or is_plural(low[name]):
        return False
    if low[last + 1] in OBJECTS:
        return name != tokens.sentence(first)[0]
    return low[name - 1] in OWNERS or (low[name - 1] == "the" and low[name - 2] not in PLACES)


def _is_labelled(tokens: Tokens, first: int, last: int) -> bool:
    """ "Chapter 11", "rooms 12 and 14", "reactor 3"; "issues 12 bonds" and "stage 300 shows" count."""
    low, word, label = tokens.low, tokens.word, first - 1
    if low[label] in ("and", "or", ",", "to", "-", "–") and low[label - 1].isdecimal():
        label -= 2
    if not (low[label] in LABELS or low[label].removesuffix("s") in LABELS):
        return False
    if not word[first].isdecimal():
        return low[label] in VERSIONS
    following = low[last]
    if label < first - 1 and following.isalpha() and following not in STOPS:
        return False  # "Article 50 and 12 other clauses"
    counts = is_plural(following) or following in PERCENT or following in MEASURES or following in MAGNITUDES
    counts = counts or following in SIGNS or following in TIMES
    # "Her title 6-2, 7-5": a score, as no list of rooms would be.
    return not (word[label].islower() and (counts or (following in DASHES and label == first - 1)))


def _is_completed(tokens: Tokens, last: int) -> bool:
    """Whether what follows makes a name of the figure: "123 Random Street", "501(c)", "7-Eleven", "600519.SS"."""
    low, word = tokens.low, tokens.word
    following = word[last]
    if following[:1].isupper():
        if low[last] in STREETS or (low[last + 1] in STREETS and word[last + 1][0].isupper()):
            return True
        if following in ("Cent", "Series"):
            return True
    if low[last - 1] == "k" and low[last] in RESOLUTIONS:
        return True
    if not tokens.touches(last):
        return False
    if following == "°" and tokens.touches(last + 1) and low[last + 1].isdecimal():
        return True  # 40°26'N
    if following == "-" and tokens.touches(last + 1):
        return low[last + 1] in NO_COUNT or (word[last + 1].istitle() and low[last + 1] in SMALL)
    if following == "(" and tokens.touches(last + 1):
        return len(word[last + 1]) == 1 and word[last + 1].isalpha() and low[last + 2] == ")"
    if following == "+" and low[last + 1].isdecimal() and tokens.touches(last + 1):
        return True  # the 5+1
    is_code = following == "." and tokens.touches(last + 1) and word[last + 1].isupper()
    return is_code and len(word[last + 1]) < SHORTEST


def _is_named(tokens: Tokens, first: int) -> bool:
    """Whether a number in words is spelled as a name within a sentence: "BBC Two", "the Group of Seven"."""
    word = tokens.word
    if not word[first].istitle() or first == tokens.sentence(first)[0]:
        return False
    if word[first + 1].istitle() and word[first - 1].islower():
        return _is_prose(tokens, first)  # the Six Nations
    before = first - 1 - (tokens.low[first - 1] in BEFORE_NAMED)
    return word[before][:1].isupper() and _is_prose(tokens, first)


def is_named_rank(tokens: Tokens, first: int, last: int) -> bool:
    """Whether an ordinal is part of a name: "Fifth Avenue", "42nd Street", "the First Lady", "the 4th Circuit"."""
    word = tokens.word
    if tokens.low[last] in STREETS and word[last].istitle():
        return True
    if word[first].istitle() and first != tokens.sentence(first)[0]:
        return _is_prose(tokens, first)
    return word[last].istitle() and tokens.low[last] in RANKED_BODIES


def _is_prose(tokens: Tokens, index: int) -> bool:
    """Whether words in lower case stand near a token, as they do not in a headline in capitals."""
    start, end = tokens.sentence(index)
    words = tokens.word[max(index - NEIGHBOURS, start) : min(index + NEIGHBOURS, end)]
    return any(word.islower() and len(word) >= SHORTEST and word.isalpha() for word in words)
