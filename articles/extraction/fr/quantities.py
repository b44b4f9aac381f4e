"""Figures with everything that belongs to them: sign, range, unit, noun, rate, hedge."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from articles.extraction.codes import is_long_run
from articles.extraction.currencies import read_sign_before
from articles.extraction.fr.changes import read_change, read_status
from articles.extraction.fr.hedges import read_hedge_after, read_hedge_before
from articles.extraction.fr.measures import add_half, read_rate, read_shared_unit, read_unit_after
from articles.extraction.fr.noun_words import CASUALTIES, STOPS
from articles.extraction.fr.nouns import name_head
from articles.extraction.fr.number_words import (
    ANCHORS,
    COLLECTIVES,
    MAGNITUDES,
    PART_WORDS,
    SHORT_MAGNITUDES,
    VAGUE,
    VAGUE_COUNTS,
    is_number_word,
)
from articles.extraction.fr.numerals import read_numeral
from articles.extraction.fr.ranges import read_pair, read_range
from articles.extraction.fr.traps import is_name
from articles.extraction.fr.units import MEASURE_NAMES
from articles.extraction.hedge_phrases import strongest
from articles.extraction.numerals import Form, Numeral
from articles.extraction.phrases import Amount, Unit
from articles.extraction.tokens import Tokens
from articles.extraction.twins import TwinWords, read_twin
from articles.extraction.vagueness import Vague
from articles.values import Hedge, Kind

UN: Final = frozenset({"un", "une"})
# A toll counts even one: "un mort et cinq blessés".
VICTIMS: Final = frozenset("mort morte blessé blessée disparu disparue tué tuée".split())
MINUSES: Final = frozenset("-−–")
# What may follow "un" where it counts: "un million", "un tiers", "un sur cinq", "un pour cent".
AFTER_UN: Final = (
    frozenset(MAGNITUDES) | set(COLLECTIVES) | set(PART_WORDS) | {"sur", "pour", "seul", "seule", "virgule"}
)
DETERMINERS: Final = frozenset({"un", "une", "la", "le"})
PRONOMINAL: Final = frozenset("les ces tous toutes leurs nos vos ses des ceux".split())
# "Les deux", "les trois pays": so few without a noun are already named.
FEW: Final = 12
# No rank: a title, a date, a name of history.
AFTER_RANK: Final = frozenset(
    "ministre ministres dame secrétaire consul trimestre semestre siècle guerre lieu lieutenant adjoint âge".split()
)
BEFORE_RANK: Final = frozenset("le la un une son sa leur du au".split())
MAGNITUDE: Final = "magnitude"
AUXILIARIES: Final = frozenset("ont avaient auraient sont étaient seraient été sera seront autres".split())
TWIN_WORDS: Final = TwinWords(ANCHORS, frozenset({"soit", "ou"}), MEASURE_NAMES)


def read_amount(tokens: Tokens, index: int, floor: int, timezone: str) -> Amount | None:
    """The figure that begins at a token, back to the token `floor` at most, or None where it counts nothing."""
    amount = _read_once(tokens, index, floor, timezone)
    twin = None if amount is None else read_twin(tokens, amount, timezone, _read_once, TWIN_WORDS)
    if amount is None or twin is None:
        return amount
    last, per = read_rate(tokens, twin.last + 1)
    return replace(amount, last=last, per=amount.per or per or twin.per, twin=twin)


def _read_once(tokens: Tokens, index: int, floor: int, timezone: str) -> Amount | None:
    numeral = None if _is_article(tokens, index, floor) else read_numeral(tokens, index)
    if numeral is None or _is_trap(tokens, numeral):
        return None
    if numeral.form is Form.ORDINAL:
        return _read_ordinal(tokens, numeral, floor)
    pair = read_pair(tokens, numeral)
    if pair is not None:
        return Amount(numeral.first, pair[0].last, Kind.QUANTITY, pair[0].numbers, unit=pair[1], is_pair=True)
    first, numeral = _take_determiner(tokens, numeral, floor)
    sign = read_sign_before(tokens, first, floor, timezone)
    first, numeral = _take_minus(tokens, first if sign is None else sign[0], floor, numeral)
    first, last, numbers, *_ = read_range(tokens, first, floor, numeral)
    last, after, unit = _read_unit(tokens, last, numeral, numbers, timezone)
    if sign is not None:
        unit = Unit(Kind.MONEY, last, sign[1])
    if unit is None and not _stands_alone(tokens, first, numeral, floor, is_hedged=after is not None):
        return None
    return _finish(tokens, first, floor, numeral, numbers, unit or _implied(tokens, first, last, floor), after)


def _is_trap(tokens: Tokens, numeral: Numeral) -> bool:
    first, last = numeral.first, numeral.last
    is_within = tokens.low[first - 1] == "-" and tokens.touches(first) and is_number_word(tokens.low[first - 2])
    if is_within or (numeral.form is Form.WORDS and any(map(str.istitle, tokens.word[first + 1 : last]))):
        return True  # "les Vingt-Sept"
    return tokens.word[first][0].isdecimal() and (is_name(tokens, first, last) or is_long_run(tokens, first, last))


def _take_minus(tokens: Tokens, first: int, floor: int, numeral: Numeral) -> tuple[int, Numeral]:
    """A minus against the number, where it is no hyphen and no dash."""
    is_minus = first > floor and tokens.low[first - 1] in MINUSES and tokens.touches(first)
    if not is_minus or tokens.touches(first - 1):
        return first, numeral
    return first - 1, replace(numeral, value=-numeral.value)


def _read_unit(
    tokens: Tokens, last: int, numeral: Numeral, numbers: tuple[Decimal, ...], timezone: str
) -> tuple[int, Hedge | None, Unit | None]:
    """The unit after a figure, and the hedge between them: "12 au moins", "50 environ"."""
    unit = read_unit_after(tokens, last, timezone, numbers[-1], is_part=_is_part(tokens, numeral, last))
    if unit is not None:
        return last, None, unit
    if numeral.form is Form.FRACTION and (counted := _read_sharers(tokens, numeral)) is not None:
        return last, None, counted
    if (shared := read_shared_unit(tokens, last, timezone)) is not None:
        return last, None, shared
    end, after = read_hedge_after(tokens, last)
    if after is not None:
        unit = read_unit_after(tokens, end, timezone, numbers[-1], is_part=tokens.low[end] in ("de", "d'"))
    return end, after, unit


def _read_sharers(tokens: Tokens, numeral: Numeral) -> Unit | None:
    """The Frenchman of "un Français sur cinq"."""
    low = tokens.low
    place = next((place for place in range(numeral.first, numeral.last) if low[place] == "sur"), 0) - 1
    if place <= numeral.first or is_number_word(low[place]):
        return None
    return Unit(Kind.QUANTITY, numeral.last, name_head(tokens, place), (place, place + 1))


def _is_article(tokens: Tokens, index: int, floor: int) -> bool:
    """Whether "un" is the article and no number."""
    return tokens.low[index] in UN and not _may_count(tokens, index, floor)


def _may_count(tokens: Tokens, index: int, floor: int) -> bool:
    """Whether "un" is a number and no article: before a magnitude or a part, in a share, or under a hedge."""
    low = tokens.low
    if (
        low[index + 1] in AFTER_UN
        or low[index + 1] in VICTIMS
        or (low[index + 2] == "sur" and low[index + 1].isalpha())
    ):
        return True
    return read_hedge_before(tokens, index, floor)[1] not in (None, Hedge.ABOUT, Hedge.UP_TO)


def _take_determiner(tokens: Tokens, numeral: Numeral, floor: int) -> tuple[int, Numeral]:
    """ "la moitié", "le tiers", "plusieurs dizaines", "quelques milliers": where the number begins."""
    low, first = tokens.low, numeral.first
    if first - 1 < floor:
        return first, numeral
    before = low[first - 1]
    if numeral.form is Form.FRACTION or low[first] in COLLECTIVES:
        return (first - 1 if before in DETERMINERS else first), numeral
    if numeral.form is Form.VAGUE and before in VAGUE_COUNTS:
        times = numeral.value / 2
        vague = Vague(before, times)
        return first - 1, replace(numeral, value=times * VAGUE_COUNTS[before], vague=vague)
    return first, numeral


def _is_part(tokens: Tokens, numeral: Numeral, last: int) -> bool:
    """Whether "de" may lead on from the number to what it counts."""
    word = tokens.low[last - 1]
    if numeral.form in (Form.FRACTION, Form.VAGUE) or word in COLLECTIVES or word in VAGUE:
        return True
    return (word in MAGNITUDES and word != "mille") or word in SHORT_MAGNITUDES or word in ("demi", "demie")


def _finish(
    tokens: Tokens,
    first: int,
    floor: int,
    numeral: Numeral,
    numbers: tuple[Decimal, ...],
    unit: Unit,
    after: Hedge | None,
) -> Amount:
    """The figure with its rate, hedges, change and standing."""
    kind, last, name, noun, factor, part = unit
    if factor != 1:
        numbers = tuple(number * factor for number in numbers)
    last, numbers = add_half(tokens, last, numbers)
    if after is None:
        last, after = read_hedge_after(tokens, last)
    last, per = read_rate(tokens, last)
    first, before = read_hedge_before(tokens, first, floor)
    if before is None and _is_approximate(tokens, numeral):
        before = Hedge.ABOUT
    hedge = strongest(before, after, is_vague=numeral.form is Form.VAGUE)
    change = None if kind is Kind.DURATION else read_change(tokens, first, last, floor)
    status = read_status(tokens, first, last)
    return Amount(first, last, kind, numbers, hedge, name, noun, per, change, status, part=part, vague=numeral.vague)


def _is_approximate(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the number is one of those that mean about so many: "une vingtaine", "un millier"."""
    return any(word in COLLECTIVES for word in tokens.low[numeral.first : numeral.last])


def _read_ordinal(tokens: Tokens, numeral: Numeral, floor: int) -> Amount | None:
    """An ordinal that ranks something; "premier" only between a determiner and a noun."""
    low, first, last = tokens.low, numeral.first, numeral.last
    if first < floor or low[last] in AFTER_RANK or tokens.word[first][:1].isupper():
        return None
    is_ranking = low[last].isalpha() and low[last] not in STOPS and tokens.word[last][:1].islower()
    if numeral.value <= 2 and not (is_ranking and low[first - 1] in BEFORE_RANK):
        return None
    return Amount(first, last, Kind.ORDINAL, (numeral.value,))


def _implied(tokens: Tokens, first: int, last: int, floor: int) -> Unit:
    """The unit that no word names: a magnitude, or people ("12 ont été tués", "en blessant 30")."""
    low = tokens.low
    if MAGNITUDE in (low[first - 1], low[first - 2]):
        return Unit(Kind.QUANTITY, last, MAGNITUDE)
    step = last
    while low[step] in AUXILIARIES:
        step += 1
    people = low[step] in CASUALTIES or not CASUALTIES.isdisjoint(low[max(first - 4, floor) : first])
    return Unit(Kind.QUANTITY, last, "person" if people else None)


def _stands_alone(tokens: Tokens, first: int, numeral: Numeral, floor: int, *, is_hedged: bool) -> bool:
    """Whether a figure without a unit is a count at all, and no name: "Boeing 737", "3D"."""
    last, word = numeral.last, tokens.word
    if tokens.touches(last) and word[last][:1].isalpha():
        return False
    if is_hedged or numeral.form is Form.FRACTION:
        return True
    if numeral.form is Form.WORDS and numeral.value <= FEW:
        is_bounded = read_hedge_before(tokens, first, floor)[1] is not None
        return (
            numeral.value > 1
            and tokens.low[first - 1] not in PRONOMINAL
            and (is_bounded or tokens.low[first] != "neuf")
        )
    if numeral.form is not Form.FIGURE:
        return True
    before = word[first - 1] if first > floor else ""
    if not before[:1].isupper() or read_hedge_before(tokens, first, floor)[1] is not None:
        return True
    return tokens.sentence(first)[0] == first - 1 or not word[numeral.first].isdecimal()
