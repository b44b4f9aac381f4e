"""Votes and results of games: two counts that stand against one another and bound nothing ("218-211", "3-1").

The figures keep the order of the words: the side that the sentence speaks of comes first, as the AP Stylebook writes
votes and scores.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from articles.extraction.en.changes import DIRECTIONS
from articles.extraction.en.nouns import is_plural
from articles.extraction.en.number_words import ANCHORS
from articles.extraction.en.numerals import read_numeral
from articles.extraction.en.units import MEASURES, PERCENT, TIMES
from articles.extraction.numerals import Form, Numeral
from articles.extraction.tokens import Tokens

DASHES: Final = frozenset("-–—")
LARGEST: Final = Decimal(9999)
VOTE: Final = "vote"
SCORE: Final = "score"
RATIO: Final = "ratio"
VOTE_NOUNS: Final = frozenset("vote votes decision ruling verdict majority split ballot tally margin".split())
SCORE_NOUNS: Final = frozenset(
    "win victory defeat loss draw tie lead score scoreline triumph thrashing rout aggregate deficit advantage "
    "away home penalty shootout".split()
)
VOTING: Final = VOTE_NOUNS | frozenset(
    "passed passes pass voted votes voting ruled rules approved adopted carried rejected backed confirmed ratified "
    "upheld sided acquitted overturned defeated senate house council court parliament committee board lawmakers "
    "justices motion bill amendment".split()
)
PLAYING: Final = SCORE_NOUNS | frozenset(
    "won win wins winning lost lose loses losing beat beats beating beaten defeated drew draws trailed trailing led "
    "leads leading thrashed edged downed routed tied held crushed overcame outscored ahead behind final result".split()
)
# Before "two to one": figures that are weighed against one another.
COMPARING: Final = frozenset(
    "outnumber outnumbers outnumbered outnumbering outsold outsell outweigh outweighed ratio ratios odds".split()
)
# "She leads Brown 52 to 24", "they trail 40 to 38".
LEADING: Final = frozenset("lead leads led leading trail trails trailed trailing outpolls outpolled".split())
REACH: Final = 8
LONGEST_FIGURE: Final = 4
WHOLE: Final = 100


class Pair(NamedTuple):
    """Two counts in the order of the words, the token after them, and what they are: a vote or a score."""

    last: int
    numbers: tuple[Decimal, Decimal]
    unit: str


def read_pair(tokens: Tokens, first: int, numeral: Numeral) -> Pair | None:
    """ "218-211", "a 6-3 ruling", "by 9 votes to 6", "52 to 48" of a vote; None for a range or a single figure.

    Figures that fall are never a range. Those that rise are a pair where the words beside them are of votes or games.
    """
    low, last = tokens.low, numeral.last
    if numeral.form not in (Form.FIGURE, Form.WORDS) or numeral.value > LARGEST:
        return None
    if low[last] in ("vote", "votes") and low[last + 1] == "to":
        return _pair_with(tokens, numeral, last + 2, VOTE)
    if low[last] == "to":
        beside = _beside(tokens, first)
        is_vote = not VOTING.isdisjoint(beside) and low[first - 1] in ("by", "of", "voted", "vote", "passed")
        if is_vote:
            return _pair_with(tokens, numeral, last + 1, VOTE)
        is_ratio = (
            not COMPARING.isdisjoint(beside)
            or not LEADING.isdisjoint(beside[-3:])
            or ("by" in beside[-2:] and DIRECTIONS.keys().isdisjoint(beside))
        )
        pair = _pair_with(tokens, numeral, last + 1, RATIO) if is_ratio else None
        return pair if pair is not None and pair.numbers[0] > pair.numbers[1] else None
    if not (tokens.touches(last) and tokens.touches(last + 1)):
        return None
    if low[last] == ":" and low[last + 1].isdecimal() and not _is_verse(tokens, first):
        return _pair_with(tokens, numeral, last + 1, _unit_by_context(tokens, first) or RATIO)
    if low[last] not in DASHES:
        return None
    if low[last + 1] in ("for", "to", "of") and low[last + 2] in DASHES:
        return _read_joined_ratio(tokens, numeral, last + 3)
    return _read_dashed(tokens, first, numeral)


def _is_verse(tokens: Tokens, first: int) -> bool:
    """Whether a name stands before: "Genesis 3:1"."""
    return tokens.word[first - 1][:1].isupper() and first - 1 > tokens.sentence(first)[0]


def _read_joined_ratio(tokens: Tokens, numeral: Numeral, place: int) -> Pair | None:
    """ "a two-for-one split", "10-to-1 odds"; rising figures before a unit are a range: "six-to-eight weeks"."""
    pair = _pair_with(tokens, numeral, place, RATIO)
    if pair is None or (tokens.low[place - 2] == "to" and pair.numbers[0] < pair.numbers[1]):
        return None
    return pair


def _read_dashed(tokens: Tokens, first: int, numeral: Numeral) -> Pair | None:
    low, last = tokens.low, numeral.last
    if not (low[first].isdecimal() and low[last + 1].isdecimal()):
        return None
    if len(low[last + 1]) > LONGEST_FIGURE or (low[last + 2] in DASHES and tokens.touches(last + 2)):
        return None
    following, other = low[last + 2], Decimal(low[last + 1])
    unit = VOTE if following in VOTE_NOUNS else SCORE if following in SCORE_NOUNS else None
    if unit is None:
        if following in PERCENT or following in MEASURES or following in TIMES or following == "per":
            return None
        if is_plural(following) and tokens.word[last + 2].islower():
            return None
        unit = _unit_by_context(tokens, first)
        if unit is None and numeral.value < other:
            return None
    if unit is None and numeral.value + other == WHOLE:
        unit = RATIO  # "split 60-40", "the odds are 50-50"
    return Pair(last + 2, (numeral.value, other), unit or SCORE)


def _pair_with(tokens: Tokens, numeral: Numeral, place: int, unit: str) -> Pair | None:
    if not (tokens.low[place].isdecimal() or tokens.low[place] in ANCHORS):
        return None
    other = read_numeral(tokens, place)
    if other is None or other.form not in (Form.FIGURE, Form.WORDS) or other.value > LARGEST:
        return None
    return Pair(other.last, (numeral.value, other.value), unit)


def _unit_by_context(tokens: Tokens, first: int) -> str | None:
    """Votes or games, by the nearest word before; a pair after another ("6-4, 3-6") is of the same sort."""
    for word in reversed(_beside(tokens, first)):
        if word in PLAYING and word not in VOTING:
            return SCORE
        if word in VOTING:
            return VOTE
    is_later = tokens.low[first - 1] in (",", "(", "and") and tokens.low[first - 3] in DASHES
    return SCORE if is_later and tokens.low[first - 2].isdecimal() else None


def _beside(tokens: Tokens, first: int) -> list[str]:
    start = tokens.sentence(first)[0]
    return tokens.low[max(start, first - REACH) : first]
