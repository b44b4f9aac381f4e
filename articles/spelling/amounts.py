"""Amounts: a figure with what it counts or measures, "170 people", "$2.4bn", "12%", "5 kilometres"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from babel import Locale
from babel.numbers import get_currency_name, get_currency_symbol
from babel.units import UnknownUnitError, format_unit
from django.utils.translation import gettext, ngettext, pgettext, pgettext_lazy

from articles.extraction.en.noun_words import IRREGULAR_PLURALS, UNCHANGED
from articles.spelling.figures import (
    BILLION,
    MILLION,
    TRILLION,
    grammatical,
    page_locale,
    scale_figure,
    spell_digits,
    spell_number,
)
from articles.values import Kind

CENTS = 2
PERCENT = "percent"

# The dollar of a newsroom needs no country beside it; the others have their sign from the CLDR ("CA$", "A$").
SIGNS = {"en": {"USD": "$", "JPY": "¥"}}
CURRENCIES: Mapping[str, Mapping[str, Callable[[int], str]]] = {
    "fr": {"USD": lambda form: "dollar" if form == 1 else "dollars"},
}
# After a sign, as British newsrooms write it: "£2.4bn" (Guardian and BBC style guides).
SHORT: dict[int, Any] = {
    MILLION: pgettext_lazy("money", "%(n)sm"),
    BILLION: pgettext_lazy("money", "%(n)sbn"),
    TRILLION: pgettext_lazy("money", "%(n)stn"),
}
# Units of our own, which the CLDR does not have or calls otherwise than a newsroom.
NAMES: Mapping[str, Callable[[int], str]] = {
    "person": lambda form: ngettext("person", "people", form),
    "vote": lambda form: ngettext("vote", "votes", form),
    "time": lambda form: ngettext("time", "times", form),
    "percentage point": lambda form: ngettext("percentage point", "percentage points", form),
    "basis point": lambda form: ngettext("basis point", "basis points", form),
}
# What a rate is counted by, where it is no measure.
DIVISORS: dict[str, Any] = {
    "head": pgettext_lazy("rate", "head"),
    "capita": pgettext_lazy("rate", "head"),
    "person": pgettext_lazy("rate", "person"),
    "household": pgettext_lazy("rate", "household"),
    "family": pgettext_lazy("rate", "family"),
    "share": pgettext_lazy("rate", "share"),
    "unit": pgettext_lazy("rate", "unit"),
    "item": pgettext_lazy("rate", "item"),
    "ticket": pgettext_lazy("rate", "ticket"),
    "vehicle": pgettext_lazy("rate", "vehicle"),
    "passenger": pgettext_lazy("rate", "passenger"),
    "employee": pgettext_lazy("rate", "employee"),
    "student": pgettext_lazy("rate", "student"),
    "patient": pgettext_lazy("rate", "patient"),
    "match": pgettext_lazy("rate", "match"),
    "child": pgettext_lazy("rate", "child"),
}
VOWELS = tuple("aàâeéèêiîoôuûyœ")
# Of a unit made of several words the first is counted ("kilometres per hour", "degrees Celsius"), else the last.
LINKS = (" per ", " of ", " Celsius", " Fahrenheit")


def spell_amount(kind: str, number: Decimal, unit: str = "", noun: str = "") -> str:
    """One figure with its unit; `noun` are the words of the article for what is counted, if it has any."""
    if kind == Kind.MONEY and unit:
        return _spell_money(number, unit)
    if unit == PERCENT:
        return gettext("%(n)s%%") % {"n": spell_number(number)}
    if not unit and not noun:
        return spell_number(number)
    if unit and is_share(number, unit):
        share = gettext("%(n)s%%") % {"n": spell_digits(number * 100)}
        return gettext("%(share)s of %(whole)s") % {"share": share, "whole": _name(unit, noun, 2)}
    name = measure_name(unit, number) or _name(unit, noun, grammatical(number))
    return count(spell_number(number), name)


def count(figure: str, noun: str) -> str:
    """A spelled figure before what it counts; French puts "de" between a magnitude and its noun."""
    parts = {"n": figure, "noun": noun}
    if not figure[-1:].isalpha():
        return pgettext("a figure and what it counts", "%(n)s %(noun)s") % parts
    if noun.lower().startswith(VOWELS):
        return pgettext("a magnitude and a noun with a vowel", "%(n)s %(noun)s") % parts
    return pgettext("a magnitude and a noun", "%(n)s %(noun)s") % parts


def is_share(number: Decimal, unit: str) -> bool:
    """Whether a count below 1 is a part of those that are counted: "one in five voters"; half a mile is none."""
    return 0 < number < 1 and not measure_name(unit, number) and unit != "time"


def name_unit(unit: str) -> str:
    """A unit by itself, as the head of a column has it: "people", "US dollars", "kilometres"."""
    if unit == PERCENT:
        return "%"
    if len(unit) == 3 and unit.isupper():
        return _name_currency(unit, 2)
    return measure_name(unit, Decimal(2)) or _name(unit, "", 2)


def name_divisor(per: str) -> str:
    """What a rate is counted by: "year", "head", "barrel"."""
    return str(DIVISORS.get(per) or measure_name(per, Decimal(1)) or per)


def measure_name(unit: str, number: Decimal) -> str:
    """The name of a measure in the form that a number asks for; empty for what the CLDR does not measure."""
    return _measure_name(page_locale(), _cldr_name(unit), grammatical(number)) if unit not in NAMES else ""


@lru_cache(maxsize=2048)
def _measure_name(locale: Locale, unit: str, form: int) -> str:
    try:
        # The name alone: the pattern around a figure of this form.
        return (format_unit(form, unit, locale=locale) or "").replace(str(form), "", 1).strip()
    except UnknownUnitError:
        return ""


def _cldr_name(unit: str) -> str:
    """The identifier that the CLDR has for one of our units, which are British and have a fixed order of words."""
    words = unit.lower().replace("metre", "meter").replace("litre", "liter")
    for name in ("celsius", "fahrenheit"):
        words = words.replace(f"degree {name}", f"temperature {name}")
    return words.replace("part per million", "permillion").replace(" ", "-")


def _name(unit: str, noun: str, form: int) -> str:
    if unit in NAMES:
        return NAMES[unit](form)
    return noun or (unit if form == 1 else plural_of(unit))


def plural_of(unit: str) -> str:
    """The plural of an English unit: "barrels", "feet", "gigabits per second"."""
    for link in LINKS:
        if link in unit:
            head, _, rest = unit.partition(link)
            return f"{plural_of(head)}{link}{rest}"
    before, space, word = unit.rpartition(" ")
    return before + space + _plural_of_word(word)


PLURALS = {one: many for many, one in IRREGULAR_PLURALS.items()}


def _plural_of_word(word: str) -> str:
    if word in PLURALS or word in UNCHANGED:
        return PLURALS.get(word, word)
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"


def _spell_money(number: Decimal, code: str) -> str:
    locale = page_locale()
    scaled, power = scale_figure(number)
    if locale.language == "fr":
        return count(spell_number(number) if power else _digits(number), _name_currency(code, grammatical(number)))
    figure = str(SHORT[power]) % {"n": spell_digits(scaled)} if power else _digits(number)
    sign = SIGNS.get(locale.language, {}).get(code) or get_currency_symbol(code, locale)
    # "CHF 3bn": letters stand apart from the figure.
    return f"{sign}\N{NO-BREAK SPACE}{figure}" if sign[-1].isalpha() else f"{sign}{figure}"


def _digits(number: Decimal) -> str:
    return spell_digits(number, 0 if number == number.to_integral_value() else CENTS)


def _name_currency(code: str, form: int) -> str:
    locale = page_locale()
    own = CURRENCIES.get(locale.language, {}).get(code)
    return own(form) if own else get_currency_name(code, form, locale)
