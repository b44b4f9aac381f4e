"""Figures alone: "15,000", "3.5 million", "3rd"; in French "15 000", "3,5 millions", "3e"."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.numbers import format_decimal
from django.utils.translation import get_language, gettext, ngettext

# Where the interface names a language alone: which country's newsrooms it writes for.
COUNTRIES = {"en": "en_GB"}

# Exact or in full, and never more than two decimals: "$4.35 million", but "$4,351,242" (AP Stylebook, "millions,
# billions"). So no reading is blurred.
MOST_DECIMALS = 2
MILLION, BILLION, TRILLION = 6, 9, 12
MAGNITUDES = (TRILLION, BILLION, MILLION)
# French newsrooms go on counting in thousands of milliards; "billion" is taken for an English word.
COUNTED_IN_FULL = {"fr": {TRILLION}}


def page_locale() -> Locale:
    """The locale that a page is written in."""
    return _locale(get_language() or "en")


@lru_cache(maxsize=16)
def _locale(language: str) -> Locale:
    return Locale.parse(COUNTRIES.get(language, language), sep="_" if language in COUNTRIES else "-")


def spell_number(number: Decimal) -> str:
    """A figure with the separators of the page: "15,000", "0.25", "3.5 million"."""
    scaled, power = scale_figure(number)
    return _magnitude(scaled, power) if power else spell_digits(number)


def scale_figure(number: Decimal) -> tuple[Decimal, int]:
    """A figure as so many millions, billions or trillions, with their power of ten; with 0 where none fits."""
    for power in MAGNITUDES:
        scaled = number.scaleb(-power).normalize()
        is_usual = power not in COUNTED_IN_FULL.get(page_locale().language, ())
        if is_usual and abs(scaled) >= 1 and -int(scaled.as_tuple().exponent) <= MOST_DECIMALS:
            return scaled, power
    return number, 0


def spell_digits(number: Decimal, least: int = 0) -> str:
    """A figure in full, with at least so many decimals and all that it has."""
    decimals = max(least, -int(number.normalize().as_tuple().exponent), 0)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(number, format=pattern, locale=page_locale(), decimal_quantization=False)


def grammatical(number: Decimal) -> int:
    """1 where what is counted stands in the singular, 2 elsewhere: "1.5 people", but "1,5 personne"."""
    return 1 if page_locale().plural_form(abs(number)) == "one" else 2


def spell_place(number: Decimal) -> str:
    """A place in an order: "3rd", "3e"."""
    digits = spell_digits(number)
    if page_locale().language == "fr":
        return digits + ("er" if number == 1 else "e")
    tens, last = divmod(int(number) % 100, 10)
    return digits + ({1: "st", 2: "nd", 3: "rd"}.get(last, "th") if tens != 1 else "th")


def _magnitude(scaled: Decimal, power: int) -> str:
    n, form = spell_digits(scaled), grammatical(scaled)
    if power == MILLION:
        return ngettext("%(n)s million", "%(n)s million", form) % {"n": n}
    if power == BILLION:
        return ngettext("%(n)s billion", "%(n)s billion", form) % {"n": n}
    return gettext("%(n)s trillion") % {"n": n}
