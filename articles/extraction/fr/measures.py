"""The unit after a figure: percent, money, a measure, a duration, or the noun that is counted."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from articles.extraction.currencies import CODE_WORDS, DOLLARS, SIGNS, home_dollar
from articles.extraction.fr.nouns import read_noun_phrase
from articles.extraction.fr.number_words import is_number_word
from articles.extraction.fr.numerals import read_numeral
from articles.extraction.fr.units import (
    CENTS,
    CURRENCIES,
    MEASURES,
    NATIONAL,
    PERCENT,
    RATES,
    SHARED_NAMES,
    SQUARE,
    TEMPERATURES,
    TIMES,
)
from articles.extraction.phrases import Unit
from articles.extraction.tokens import Tokens
from articles.values import Kind

HUNDREDTH: Final = Decimal("0.01")
HALF: Final = Decimal("0.5")
# More points than that are those of an index or of a game.
LARGEST_SHARE: Final = Decimal(100)
OF: Final = frozenset({"de", "d'", "des", "du"})
AFTER_OF: Final = frozenset("la l' ses leurs ces nos vos son sa leur".split())
POINTS: Final = frozenset({"point", "points"})
# "Les six dernières années", "dix longs mois".
BEFORE_TIMES: Final = frozenset(
    "derniers dernières prochains prochaines premiers premières longs longues autres petites petits bonnes".split()
)
PER: Final = frozenset({"par", "le", "la", "l'", "/"})
NET: Final = frozenset("net nets nette brut bruts brute".split())
# Between figures that share the unit after the last of them.
LISTED: Final = frozenset({",", "et", "ou"})
LONGEST_LIST: Final = 10
SHORT: Final = frozenset("m l g h min c f mo go ko".split())


def read_unit_after(tokens: Tokens, last: int, timezone: str, value: Decimal, *, is_part: bool) -> Unit | None:
    """The unit that begins at a token, or None; the noun phrase is tried last.

    `is_part` says that "de" leads on to it: "un million d'euros", "la moitié des habitants", "une dizaine de soldats".
    """
    low, index = tokens.low, last
    whole = _read_whole(tokens, last)
    if whole is not None:
        return whole
    if is_part and low[index] in OF:
        index += 1 + (low[index + 1] in AFTER_OF)
        index += low[index] == "l'"
    elif low[index] == "-" and tokens.touches(index) and tokens.touches(index + 1):
        index += 1
    found = (
        _read_percent(tokens, index, value)
        or _read_money(tokens, index, timezone)
        or _read_time(tokens, index)
        or _read_measure(tokens, index)
    )
    if found is not None:
        return found
    phrase = read_noun_phrase(tokens, index, is_one=abs(value) < 2 and not is_part)
    return None if phrase is None else Unit(Kind.QUANTITY, phrase.last, phrase.head, (phrase.first, phrase.last))


def _read_whole(tokens: Tokens, last: int) -> Unit | None:
    """The noun of the whole in "quatre des six otages" and "la moitié des 577 députés", which the part counts too."""
    low, index = tokens.low, last
    if low[index] not in ("des", "sur", "parmi"):
        return None
    index += 1 + (low[index + 1] == "les")
    numeral = read_numeral(tokens, index) if is_number_word(low[index]) else None
    phrase = None if numeral is None else read_noun_phrase(tokens, numeral.last)
    return None if phrase is None else Unit(Kind.QUANTITY, last, phrase.head, (phrase.first, phrase.last))


def read_shared_unit(tokens: Tokens, last: int, timezone: str) -> Unit | None:
    """The unit that stands only after the last of several figures: the years of "27 et 34 ans", "19, 24 et 31 ans"."""
    low, place = tokens.low, last
    while place < last + LONGEST_LIST and low[place] in LISTED and tokens.word[place + 1].isdecimal():
        place += 2
    if place == last:
        return None
    unit = _read_percent(tokens, place, Decimal(0)) or _read_money(tokens, place, timezone) or _read_time(tokens, place)
    return None if unit is None else Unit(unit.kind, last, unit.name, part=unit.part)


def _read_percent(tokens: Tokens, index: int, value: Decimal) -> Unit | None:
    """ "%", "pour cent", "point de pourcentage"; bare points are those of percentages told beside them."""
    low, last = tokens.low, index + 1
    if low[index] == "pour" and low[last] in ("cent", "cents"):
        return Unit(Kind.PERCENTAGE, last + 1, "percent")
    if low[index] == "‰" or low[index : index + 2] == ["pour", "mille"]:
        return Unit(Kind.PERCENTAGE, last + (low[index] == "pour"), "per mille")
    if low[index] in PERCENT:
        return Unit(Kind.PERCENTAGE, last, "percent")
    if low[index] not in POINTS:
        return None
    if low[last : last + 2] == ["de", "base"]:
        return Unit(Kind.PERCENTAGE, last + 2, "basis point")
    if low[last] == "de" and low[last + 1] in ("pourcentage", "%", "pib"):
        return Unit(Kind.PERCENTAGE, last + 2, "percentage point")
    first, end = tokens.sentence(index)
    is_share = value <= LARGEST_SHARE and "%" in low[first:end]
    return Unit(Kind.PERCENTAGE, last, "percentage point") if is_share else None


def _read_money(tokens: Tokens, index: int, timezone: str) -> Unit | None:
    """ "euros", "dollars canadiens", "francs CFA", "€", "$ US", "CHF"."""
    word, last = tokens.low[index], index + 1
    name = word.rstrip("s")
    if word in CURRENCIES or word in SHARED_NAMES:
        code = NATIONAL.get((name, tokens.low[last])) or NATIONAL.get((name, tokens.low[last].rstrip("s")))
        if code is not None:
            return Unit(Kind.MONEY, last + 1, code)
        if word in SHARED_NAMES:
            return None
        code = CURRENCIES[word]
        return Unit(Kind.MONEY, last, home_dollar(tokens, timezone) if code == "USD" else code)
    if word in SIGNS:
        if word == "$" and tokens.low[last] in DOLLARS and tokens.word[last].isupper():
            return Unit(Kind.MONEY, last + 1, DOLLARS[tokens.low[last]])
        code = home_dollar(tokens, timezone) if word == "$" else SIGNS[word]
        return None if tokens.word[last][:1].isdecimal() else Unit(Kind.MONEY, last, code)
    if word in CODE_WORDS and tokens.word[index].isupper():
        return Unit(Kind.MONEY, last, CODE_WORDS[word])
    return Unit(Kind.MONEY, last, CENTS[word], part=HUNDREDTH) if word in CENTS else None


def _read_time(tokens: Tokens, index: int) -> Unit | None:
    """ "six mois", "les dix dernières années", "34 ans"."""
    step = index + (tokens.low[index] in BEFORE_TIMES)
    if tokens.low[step : step + 3] == ["week", "-", "ends"]:
        return Unit(Kind.DURATION, step + 3, "weekend")
    name = TIMES.get(tokens.low[step])
    if name is None or (tokens.low[step] in SHORT and not _is_abbreviation(tokens, step)):
        return None
    return Unit(Kind.DURATION, step + 1, name)


def _read_measure(tokens: Tokens, index: int) -> Unit | None:
    """ "30 kilomètres", "12 km²", "45 °C", "110 km/h", "20 mètres carrés"."""
    low, last = tokens.low, index + 1
    raised = SQUARE.get(low[index][-1:]) if not low[index].isdecimal() else None
    name = MEASURES.get(low[index] if raised is None else low[index][:-1])
    if raised is not None:
        return None if name is None else Unit(Kind.QUANTITY, last, f"{raised} {name}")
    if low[index] == "°" or name == "degree":
        if low[last] in TEMPERATURES and (len(low[last]) > 1 or tokens.word[last].isupper()):
            return Unit(Kind.QUANTITY, last + 1, TEMPERATURES[low[last]])
        return Unit(Kind.QUANTITY, last, "degree")
    if name is None or (low[index] in SHORT and not _is_abbreviation(tokens, index)):
        return None
    if name in ("kilometre", "metre") and (time := _read_speed(tokens, last)) is not None:
        return Unit(Kind.QUANTITY, time[0], f"{name} per {time[1]}")
    if low[last] in SQUARE and (not low[last].isdecimal() or tokens.touches(last)):
        return Unit(Kind.QUANTITY, last + 1, f"{SQUARE[low[last]]} {name}")
    return Unit(Kind.QUANTITY, last, name)


def _is_abbreviation(tokens: Tokens, index: int) -> bool:
    """Whether letters so short are a unit: straight after digits, and nothing is joined to them."""
    if not tokens.word[index - 1][-1:].isdecimal() or not tokens.word[index].islower():
        return tokens.word[index] in ("Go", "Mo", "L")
    return not tokens.touches(index + 1) or not tokens.word[index + 1][:1].isalnum() or tokens.low[index + 1] in SQUARE


def _read_speed(tokens: Tokens, last: int) -> tuple[int, str] | None:
    """ "km/h", "kilomètres par heure", "kilomètres à l'heure", "mètres par seconde": the end and the time."""
    low = tokens.low
    step = last + 1 + (low[last : last + 2] == ["à", "l'"])
    if low[last] not in ("/", "par", "à", "-"):
        return None
    time = {"h": "hour", "s": "second", "heure": "hour", "seconde": "second"}.get(low[step])
    return None if time is None else (step + 1, time)


def add_half(tokens: Tokens, last: int, numbers: tuple[Decimal, ...]) -> tuple[int, tuple[Decimal, ...]]:
    """The half of "deux ans et demi", "trois heures et demie"."""
    if tokens.low[last] == "et" and tokens.low[last + 1] in ("demi", "demie") and len(numbers) == 1:
        return last + 2, (numbers[0] + HALF,)
    return last, numbers


def read_rate(tokens: Tokens, last: int) -> tuple[int, str | None]:
    """ "par an", "le baril", "/jour", "chacun" after an amount: where it ends, and the divisor."""
    low = tokens.low
    last += low[last] in NET
    if low[last : last + 3] == ["de", "l'", "heure"]:
        return last + 3, RATES["heure"]
    if low[last] in PER and low[last + 1] in RATES:
        is_article = low[last] in ("le", "la", "l'")
        if is_article and low[last + 1] in TIMES and low[last + 2] in ("dernier", "dernière", "prochain", "prochaine"):
            return last, None
        return last + 2, RATES[low[last + 1]]
    if low[last] in ("chacun", "chacune"):
        return last + 1, "each"
    return last, None
