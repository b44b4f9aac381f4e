"""Figures that count nothing by their shape alone: telephone numbers, addresses, versions, numbers of a list."""

from __future__ import annotations

from typing import Final

from articles.extraction.currencies import SIGNS, is_letter_sign
from articles.extraction.tokens import BREAK, Tokens

RUN: Final = 60
LONGEST_CHAIN: Final = 8
LONGEST_LIST_NUMBER: Final = 3
SENTENCE_ENDS: Final = frozenset(".:;")
ADDRESS_MARKS: Final = ("://", "www.", "@", "=", "#", "\\")


def is_code(tokens: Tokens, first: int, last: int, *, glued: frozenset[str], prefixes: frozenset[str]) -> bool:
    """Whether the marks beside the figure on the tokens `first` to `last` (exclusive) make it part of a name or code.

    `glued` are the words that a figure may touch and still count or date, `prefixes` those before a hyphen.
    """
    low = tokens.low
    if tokens.touches(first) and _is_glued(tokens, first, glued, prefixes):
        return True
    if _is_telephone(tokens, first) or _is_in_run(tokens, first) or _is_slashed(tokens, first, last):
        return True
    if low[first - 1] == "-" and low[first - 2].isdecimal() and tokens.touches(first) and tokens.touches(first - 1):
        return True  # the rest of a name whose first figure counts nothing: "a Boeing 737-800"
    return _is_list_number(tokens, first, last)


def _is_glued(tokens: Tokens, first: int, glued: frozenset[str], prefixes: frozenset[str]) -> bool:
    low, word = tokens.low, tokens.word
    before = low[first - 1]
    if before == "%":
        return True
    if before[-1:].isalnum():
        return (before not in glued or word[first - 1].islower()) and not is_letter_sign(tokens, first)
    if before in ("-", "–", "_", "/", ".", ":", "&", "#", "@", "=", "?") and tokens.touches(first - 1):
        prior = word[first - 2]
        if before == ":" and prior[-1:].isdecimal():
            return True  # the second figure of "Genesis 3:1"
        if before == "-" and (low[first - 2] in prefixes or prior in SIGNS or prior == ")"):
            return False
        if prior[-1:].isalpha() and before in "-_/.:&#@=?–" and not (before == "–" and prior.islower()):
            return before != ":" or _in_address(tokens, first)
        return before in "_/#@=?&" and _in_address(tokens, first)
    return before in ("#", "@", "=", "_") or (before == "/" and _in_address(tokens, first))


def _is_list_number(tokens: Tokens, first: int, last: int) -> bool:
    """ "1. First", "2) Second" at the start of a line, "(3)" anywhere."""
    low, before = tokens.low, tokens.low[first - 1]
    if not low[first].isdecimal():
        return False
    if (before == "(" and low[last] == ")") or (before == "[" and low[last] == "]"):
        return len(low[first]) <= 2
    if low[last] not in (".", ")") or low[last + 1] == BREAK or len(low[first]) > LONGEST_LIST_NUMBER:
        return False
    return before == BREAK or (before in SENTENCE_ENDS and tokens.word[last + 1][:1].isupper())


def _in_address(tokens: Tokens, first: int) -> bool:
    end = tokens.start[first]
    run = tokens.text[max(0, end - RUN) : end].split()
    return bool(run) and (any(mark in run[-1] for mark in ADDRESS_MARKS) or run[-1].count("/") > 1)


def _is_telephone(tokens: Tokens, first: int) -> bool:
    """Three groups of digits or more joined by hyphens or points, three and four of them, or a plus sign before."""
    low = tokens.low
    if low[first - 1] == "+" and tokens.touches(first) and (low[first + 1] == "-" or low[first - 2][-1:].isdecimal()):
        return True
    if low[first - 1] == "(" and low[first + 1] == ")" and len(low[first]) == len(low[first + 2]) == 3:
        return low[first + 2].isdecimal() and low[first + 3] in ("-", ".")  # (202) 555-0147
    for mark in ("-", "."):
        groups = _joined_groups(tokens, first, mark)
        if len(groups) >= 3 or (mark == "-" and groups == [3, 4]):
            return True
    return False


def _joined_groups(tokens: Tokens, first: int, mark: str) -> list[int]:
    """The lengths of the groups of digits that a mark joins to the figure, itself among them."""
    low, begin, end = tokens.low, first, first + 1
    while begin > first - LONGEST_CHAIN and low[begin - 1] == mark and low[begin - 2].isdecimal():
        if not (tokens.touches(begin) and tokens.touches(begin - 1)):
            break
        begin -= 2
    while end < first + LONGEST_CHAIN and low[end] == mark and low[end + 1].isdecimal():
        if not (tokens.touches(end) and tokens.touches(end + 1)):
            break
        end += 2
    return [len(word) for word in low[begin:end:2]]


def _is_in_run(tokens: Tokens, first: int) -> bool:
    """Whether a figure stands in a row of three or more bare ones: a telephone number, a table."""
    start = end = first
    while start > 0 and start > first - 3 and tokens.low[start - 1].isdecimal():
        start -= 1
    while end < first + 3 and tokens.low[end].isdecimal():
        end += 1
    return end - start >= 3


def _is_slashed(tokens: Tokens, first: int, last: int) -> bool:
    """ "24/7", "9/11", "50/50"."""
    low = tokens.low
    if low[last] == "/" and tokens.touches(last) and tokens.touches(last + 1) and low[last + 1][:1].isdecimal():
        return True
    return first > 1 and low[first - 1] == "/" and tokens.touches(first) and low[first - 2][-1:].isdecimal()


def is_long_run(tokens: Tokens, first: int, last: int) -> bool:
    """Versions and addresses of several parts: "1.2.3", "192.168.0.1"."""
    low = tokens.low
    if low[last] == "." and tokens.touches(last) and tokens.touches(last + 1) and low[last + 1][:1].isdecimal():
        return True
    is_later_part = low[first - 1] == "." and tokens.touches(first) and tokens.touches(first - 1)
    return is_later_part and low[first - 2][-1:].isdecimal()
