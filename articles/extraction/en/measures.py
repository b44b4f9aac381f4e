"""Units of measure after a figure, in words and in symbols: "30 miles", "155mm", "190,000 km²", "140 mg/dL"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from articles.extraction.en.number_words import CARDINALS, MAGNITUDES
from articles.extraction.en.unit_symbols import CASED, LENGTHS, PAIRED, POWERS, PRODUCTS, RATED, SCALED, SQUARE
from articles.extraction.en.units import MEASURES, TEMPERATURES, TIMES
from articles.extraction.phrases import Unit
from articles.extraction.tokens import Tokens
from articles.values import Kind

LONGEST_SYMBOL: Final = 3
# Symbols that are words or initials too: straight against digits in any case of letters, apart from them in lower case.
SHORT_MEASURES: Final = frozenset("l v w g ha hp gal rad deg ah wh cl ps bar st".split())
# Of these a capital is another thing: "5G".
NEVER_CAPITAL: Final = frozenset({"g"})
# Symbols that may stand in capitals apart from their figure; others are initials there: "135,000 KPA prisoners".
IN_CAPITALS: Final = frozenset(
    "mw gw tw kw gb mb tb pb kb kwh mwh gwh twh km kg cm mm ml ft lb lbs oz hp mph kph mpg rpm psi ppm ppb hz khz mhz "
    "ghz db btu teu dwt fps bpm".split()
)
AS_METRES: Final = frozenset(
    "deep high tall wide long away above below race dash sprint hurdles freestyle final".split()
)
METRES_OR_MILLIONS: Final = "m"
# After "nm" at sea; elsewhere these are nanometres.
AT_SEA: Final = frozenset("of off from north south east west northeast northwest southeast southwest offshore".split())
SLASHED_TIMES: Final = {"h": "hour", "hr": "hour", "s": "second", "sec": "second"}
SPEEDS: Final = frozenset({"kilometre", "mile", "metre", "foot"})
DEGREE_SIGNS: Final = frozenset("°º˚")
JOINTS: Final = frozenset("-–·.")
# Raised figures are of a piece with the letters before them.
RAISED: Final = frozenset("²³")


def read_measure(tokens: Tokens, index: int) -> Unit | None:
    """The unit of measure that begins at a token, with what it is divided by where that makes one measure."""
    low = tokens.low
    if low[index] in DEGREE_SIGNS or MEASURES.get(low[index]) == "degree":
        return _read_degrees(tokens, index)
    found = _read_name(tokens, index)
    if found is None or found.name is None:
        return found
    return _divide(tokens, found, found.name)


def _read_name(tokens: Tokens, index: int) -> Unit | None:
    low, word = tokens.low, tokens.word[index]
    if low[index] in SQUARE:
        return _read_power(tokens, index)
    if (special := _read_special(tokens, index)) is not None:
        return special
    if word[-1:] in RAISED:
        return _read_raised(tokens, index)
    if len(word) <= LONGEST_SYMBOL or word in CASED:
        return _read_symbol(tokens, index)
    name = MEASURES.get(low[index])
    if name is None:
        return None
    return Unit(Kind.QUANTITY, index + 1, name)


def _read_special(tokens: Tokens, index: int) -> Unit | None:
    """ "metric tons", "light-years", "lb-ft", "parts per million", "55 bcm", "bpd"."""
    low, word = tokens.low, tokens.word[index]
    following = MEASURES.get(low[index + 1], "")
    if (low[index], following) in PAIRED:
        return Unit(Kind.QUANTITY, index + 2, PAIRED[low[index], following])
    second = index + 1
    while low[second] in JOINTS and second < index + 3:
        second += 1
    if low[index] == "light" and low[second] in ("year", "years"):
        return Unit(Kind.QUANTITY, second + 1, "light year")
    if (low[index], low[second]) in PRODUCTS:
        return Unit(Kind.QUANTITY, second + 1, PRODUCTS[low[index], low[second]])
    if low[index] in ("part", "parts") and low[index + 1] == "per" and low[index + 2] in ("million", "billion"):
        return Unit(Kind.QUANTITY, index + 3, f"part per {low[index + 2]}")
    if word in SCALED:
        name, factor = SCALED[word]
        return Unit(Kind.QUANTITY, index + 1, name, factor=Decimal(factor))
    # The word is left to the rate, which it tells as well.
    return Unit(Kind.QUANTITY, index, RATED[low[index]][0]) if low[index] in RATED else None


def _read_power(tokens: Tokens, index: int) -> Unit | None:
    """ "square miles", "sq. ft.", "cu m"."""
    low = tokens.low
    step = index + 1 + (low[index + 1] == "-" or (low[index + 1] == "." and low[index] in ("sq", "cu")))
    name = MEASURES.get(low[step]) or LENGTHS.get(low[step])
    return None if name is None else Unit(Kind.QUANTITY, step + 1, f"{SQUARE[low[index]]} {name}")


def _read_raised(tokens: Tokens, index: int) -> Unit | None:
    """ "km²", "m3": a length to a power, in one token where the figure is raised."""
    word, last = tokens.low[index], index + 1
    if word[-1:] in RAISED:
        side, power = LENGTHS.get(word[:-1]), word[-1]
    else:
        side, power = LENGTHS.get(word), tokens.low[last] if tokens.touches(last) else ""
        last += 1
    if side is None or power not in POWERS:
        return None
    return Unit(Kind.QUANTITY, last, f"{POWERS[power]} {side}")


def _read_symbol(tokens: Tokens, index: int) -> Unit | None:
    """ "12 km", "155-mm", "113 F", "60W", "5 m²": a short unit stands after digits, and nothing is joined to it."""
    low, word, last = tokens.low[index], tokens.word[index], index + 1
    is_joined = tokens.low[index - 1] == "-" and tokens.touches(index)
    if not tokens.word[index - 1][-1:].isdecimal() and not is_joined:
        if low in MEASURES and low not in SHORT_MEASURES and tokens.low[index - 1] in CARDINALS:  # "1.5 million km"
            return Unit(Kind.QUANTITY, last, MEASURES[low])
        return _read_capital_degrees(tokens, index) if tokens.low[index - 1] in MAGNITUDES else None
    if (raised := _read_raised(tokens, index)) is not None:
        return raised
    following = tokens.word[last][:1]
    if tokens.touches(last) and (following.isdecimal() or (following == "-" and not is_joined)):
        return None
    if (degrees := _read_capital_degrees(tokens, index)) is not None:
        return degrees
    is_against = tokens.touches(index)
    if word == METRES_OR_MILLIONS:
        is_metre = is_against or tokens.low[last] in AS_METRES
        return Unit(Kind.QUANTITY, last, "metre") if is_metre else None
    if word == "nm" and not is_against and tokens.low[last] in AT_SEA:
        return Unit(Kind.QUANTITY, last, "nautical mile")
    name = CASED.get(word) or MEASURES.get(low)
    return Unit(Kind.QUANTITY, last, name) if name is not None and _is_written_so(word, is_against=is_against) else None


def _is_written_so(word: str, *, is_against: bool) -> bool:
    """Whether a symbol is written in letters of this case, straight against its figure or apart from it."""
    low = word.lower()
    if is_against:
        return low not in NEVER_CAPITAL or word.islower()
    if word in CASED:
        return len(word) > 1
    return word.islower() if low in SHORT_MEASURES else not word.isupper() or low in IN_CAPITALS


def _read_capital_degrees(tokens: Tokens, index: int) -> Unit | None:
    """ "113 F", "14.7C"."""
    low, word, last = tokens.low[index], tokens.word[index], index + 1
    if low not in ("f", "c") or not word.isupper():
        return None
    following = tokens.word[last][:1]
    if following.isalpha() and not tokens.touches(last):
        is_apart = tokens.touches(index) or tokens.low[index - 1] in MAGNITUDES
    else:
        is_apart = not following.isalnum()
    is_apart = is_apart and not (following == "-" and tokens.touches(last))
    return Unit(Kind.QUANTITY, last, TEMPERATURES[low]) if is_apart else None


def _divide(tokens: Tokens, unit: Unit, name: str) -> Unit:
    """ "km/h", "miles an hour", "mg/dL", "micrograms per cubic metre": one measure, as "mph" is."""
    low, last = tokens.low, unit.last
    if low[last] not in ("/", "per", "an", "a") or last == 0:
        return unit
    time = TIMES.get(low[last + 1]) or SLASHED_TIMES.get(low[last + 1])
    if time is not None:
        is_rate = name in SPEEDS and time in ("hour", "second")
        is_rate = is_rate or (time == "second" and name.endswith(("bit", "byte")))
        return Unit(unit.kind, last + 2, f"{name} per {time}", factor=unit.factor) if is_rate else unit
    if low[last] == "/" and not (tokens.touches(last) and tokens.touches(last + 1)):
        return unit
    below = _read_below(tokens, last + 1) if low[last] in ("/", "per") else None
    return unit if below is None else Unit(unit.kind, below.last, f"{name} per {below.name}", factor=unit.factor)


def _read_below(tokens: Tokens, index: int) -> Unit | None:
    """The unit that another is divided by."""
    low, last = tokens.low, index + 1
    if low[index] in SQUARE:
        return _read_power(tokens, index)
    if (raised := _read_raised(tokens, index)) is not None:
        return raised
    name = MEASURES.get(low[index]) or ("metre" if low[index] == METRES_OR_MILLIONS else None)
    return None if name is None else Unit(Kind.QUANTITY, last, name)


def _read_degrees(tokens: Tokens, step: int) -> Unit:
    low, last = tokens.low, step + 1
    last += low[last] == "." and low[last + 1] in TEMPERATURES
    if low[last] in TEMPERATURES and (len(low[last]) > 1 or tokens.word[last + 1][:1] not in ("'", "’")):
        return Unit(Kind.QUANTITY, last + 1, TEMPERATURES[low[last]])
    return Unit(Kind.QUANTITY, last, "degree")
