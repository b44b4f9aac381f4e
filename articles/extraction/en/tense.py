"""The tense of the verb beside a date, which decides between last Friday and next.

The nearest verb before the date in its clause speaks first, else the nearest after it; an infinitive says nothing of
its own unless what governs it looks ahead ("is due to end on Friday"). What is planned lies ahead whatever the tense
of the verb that plans it ("called a strike for April 5", "put off until May 2"), and so does what is timetabled in the
present ("leaves on Thursday"): Quirk et al., A Comprehensive Grammar of the English Language, 4.45 and 4.47.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from articles.extraction.en.tense_words import (
    AFTER_SET,
    AGENTS,
    ASKING,
    BE,
    BE_AND_HAVE,
    CLAUSE_ENDS,
    CLOCK_WORDS,
    DECLARED,
    DECLARING,
    DETERMINERS,
    EXPECTING,
    EXPECTING_TO,
    FIGURES,
    FUTURE,
    MODALS,
    NOT,
    NOT_PAST,
    ORDERS,
    PAST,
    POSTPONING,
    PRESENT,
    PUT_OFF_TO,
    SEEMING,
    SPANS,
    SUBJECTS,
    TIMETABLED,
    UNCHANGING,
    VOWING,
    WAITING,
    WOULD_OR_HAD,
)
from articles.extraction.moments import Tense
from articles.extraction.tokens import Tokens

REACH: Final = 14
SINCE_REACH: Final = 4
BOUND_REACH: Final = 6


class Sort(Enum):
    """What sort of verb a word is, for what it says of the time."""

    FUTURE = auto()
    MODAL = auto()
    EXPECTING = auto()
    EXPECTING_TO = auto()
    TIMETABLED = auto()
    PAST = auto()
    PRESENT = auto()
    UNSURE = auto()


SORTS: Final = (
    dict.fromkeys(PRESENT, Sort.PRESENT)
    | dict.fromkeys(PAST, Sort.PAST)
    | dict.fromkeys(EXPECTING_TO, Sort.EXPECTING_TO)
    | dict.fromkeys(TIMETABLED, Sort.TIMETABLED)
    | dict.fromkeys(MODALS, Sort.MODAL)
    | dict.fromkeys(FUTURE, Sort.FUTURE)
    | dict.fromkeys(EXPECTING, Sort.EXPECTING)
    | dict.fromkeys(UNCHANGING | WOULD_OR_HAD | {"won"}, Sort.UNSURE)
)


def read_tense(tokens: Tokens, first: int, last: int) -> Tense:
    """The tense that governs a date on the tokens `first` to `last` (exclusive)."""
    start, end = tokens.sentence(first)
    beside = _told_beside(tokens, first, last, start)
    if beside is not Tense.OPEN:
        return beside
    earliest = max(start, first - REACH)
    clause = _find_clause(tokens, earliest, first)
    tense = _scan(tokens, range(first - 1, clause - 1, -1), start)
    if tense is Tense.OPEN and tokens.low[last] == "that":
        # "Let it be known on Friday that fares would go up": told on that day, whatever it tells of.
        return Tense.PAST
    if tense is Tense.OPEN:
        # "Friday's close" is no verb.
        beyond = last + (2 if tokens.low[last] in ("'s", "’s") else 0)
        tense = _scan(tokens, range(beyond, min(end, last + REACH)), start)
    if tense is Tense.OPEN and clause > earliest:
        tense = _scan(tokens, range(clause - 1, earliest - 1, -1), start)
    if tense is Tense.OPEN and (tokens.low[start] in ORDERS or _is_headline(tokens, first, start)):
        return Tense.FUTURE
    # "Monday's attack" is of the past, unless the verb looks ahead.
    is_owner = tokens.low[last] in ("'s", "’s")
    return Tense.PAST if tense is not Tense.FUTURE and (is_owner or tokens.low[first] == "after") else tense


def _find_clause(tokens: Tokens, earliest: int, first: int) -> int:
    """The token after the last "that": in "said that Friday's vote would", a verb before it tells of another day."""
    words = tokens.low[earliest:first]
    return first - words[::-1].index("that") if "that" in words else earliest


def _is_headline(tokens: Tokens, first: int, start: int) -> bool:
    """ "Trains to run again on Monday": an infinitive that is the verb of the sentence, as in headlines.

    The caller has found no other verb before the date.
    """
    if first - start > REACH:
        return False
    return any(tokens.low[place] == "to" and _is_infinitive(tokens, place) for place in range(start + 1, first - 1))


def _told_beside(tokens: Tokens, first: int, last: int, start: int) -> Tense:
    """What the words just before a date say, whatever the verb: "since Monday", "after meeting Monday"."""
    low = tokens.low
    if "since" in low[max(first - SINCE_REACH, start) : first + 1] or (low[first] == "to" and low[first - 1] in SPANS):
        return Tense.PAST
    is_told = low[last] in FIGURES and low[first] not in WAITING
    if is_told or (low[first - 1] == "for" and low[first - 2] in FIGURES):
        return Tense.PAST
    if first > start + 1 and low[first - 2] in ("after", "since") and low[first - 1].endswith("ing"):
        return Tense.PAST
    if low[first - 1] in DECLARING and low[last] in DECLARED and first > start:
        return Tense.FUTURE
    if low[first - 1] == "than" and low[first - 2] in ("earlier", "sooner") and low[first - 3] == "no":
        return Tense.FUTURE
    if low[first : first + 2] == ["ahead", "of"] or _is_planned(tokens, first, last, start):
        return Tense.FUTURE
    return Tense.FUTURE if first > start and low[first - 1] in ("is", "are") else Tense.OPEN


def _is_planned(tokens: Tokens, first: int, last: int, start: int) -> bool:
    """ "A strike for April 5", "crude for December delivery", "delayed until Monday", "promised water by Sunday"."""
    low = tokens.low
    if low[last] in ("delivery", "futures", "contract", "contracts"):
        return True
    if low[first - 1] == "for" and first > start:
        is_day = low[last - 1].isdecimal() or low[last - 1].endswith(("day", "th", "st", "nd", "rd"))
        return is_day and low[first - 2] not in FIGURES
    if low[first - 1] == "to" and not POSTPONING.isdisjoint(low[max(first - 4, start) : first - 1]):
        # "Was moved to Feb. 20".
        return True
    bound = _find_bound(tokens, first, start)
    if bound is None:
        return False
    for place in range(bound - 1, max(start, bound - REACH) - 1, -1):
        word = low[place]
        if word in VOWING and low[place - 1] == "had" and low[bound] == "by":
            # "Donors had pledged $2 million by Saturday" counts what was pledged.
            return False
        if word in ASKING or (word in POSTPONING and low[bound] in PUT_OFF_TO):
            return True
        if word == "to" and _is_infinitive(tokens, place):
            # "They were allowed to stay through September."
            return True
        if _tense_of(tokens, place, start) is not Tense.OPEN:
            return False
    return False


def _find_bound(tokens: Tokens, first: int, start: int) -> int | None:
    """The bound that a date stands with: "until Friday", "until 2 p.m. on Friday", "until the vote in May"."""
    low, earliest = tokens.low, max(start, first - BOUND_REACH)
    if low[first] in WAITING:
        return first
    if WAITING.isdisjoint(low[earliest:first]):
        return None
    is_clock = True
    for place in range(first - 1, earliest - 1, -1):
        word = low[place]
        if word in ("until", "till") or (is_clock and word in WAITING):
            return place
        if not word[:1].isalnum() and word != ":":
            return None
        is_clock = is_clock and (word[:1].isdecimal() or word in CLOCK_WORDS)
        if not is_clock and _tense_of(tokens, place, start) is not Tense.OPEN:
            return None
    return None


def _scan(tokens: Tokens, places: range, start: int) -> Tense:
    for place in places:
        if tokens.low[place] in CLAUSE_ENDS:
            break
        tense = _tense_of(tokens, place, start)
        if tense is Tense.OPEN and tokens.low[place] == "to":
            tense = _infinitive(tokens, place, start)
        if tense is not Tense.OPEN:
            return tense
    return Tense.OPEN


def _tense_of(tokens: Tokens, place: int, start: int) -> Tense:
    """What one word says of the time, `OPEN` for most."""
    word = tokens.low[place]
    sort = SORTS.get(word) or _sort_by_ending(tokens, place, word)
    if sort is Sort.UNSURE:
        sort = _sort_by_neighbours(tokens, place, word)
    match sort:
        case None:
            return Tense.OPEN
        case Sort.FUTURE:
            return Tense.FUTURE
        case Sort.MODAL:
            return Tense.FUTURE if tokens.word[place].islower() else Tense.OPEN
        case Sort.EXPECTING:
            return Tense.FUTURE if _is_expecting(tokens, place) else Tense.OPEN
        case Sort.EXPECTING_TO:
            return Tense.FUTURE if tokens.low[place + 1] == "to" else Tense.OPEN
        case Sort.TIMETABLED:
            # "The talks begin", "Liverpool host", but not "a strike vote" or "the start".
            is_verb = tokens.low[place - 1].endswith("s") or tokens.word[place - 1][:1].isupper()
            return Tense.FUTURE if is_verb and tokens.word[place].islower() else Tense.OPEN
        case Sort.PRESENT:
            # "They have until Monday", "I am leaving on Monday".
            following = tokens.low[place + 1]
            is_doing = word in BE and following.endswith("ing") and following not in SEEMING
            looks_ahead = is_doing or following in ("until", "till")
            return Tense.FUTURE if looks_ahead else Tense.PRESENT
        case _:
            is_name = tokens.word[place][0].isupper() and place > start
            # "To put", "to cut" are infinitives.
            return Tense.OPEN if is_name or tokens.low[place - 1] == "to" else _past_or_passive(tokens, place, start)


def _is_expecting(tokens: Tokens, place: int) -> bool:
    """Whether a word that looks ahead does so here: "is set to", but not "a fund set up on Sunday"."""
    before = tokens.low[place - 1]
    if tokens.low[place] == "set" and tokens.low[place + 1] not in AFTER_SET:
        return before in BE
    return before not in ("to", "than")


def _sort_by_ending(tokens: Tokens, place: int, word: str) -> Sort | None:
    """A verb that no table has: "landed" is past, "lands" after "it" is present."""
    if word[-2:] == "ed" and len(word) > 3 and word not in NOT_PAST:
        return Sort.PAST
    if word[-1:] != "s" or len(word) <= 4 or tokens.low[place - 1] not in SUBJECTS:
        return None
    # "It moves to Boston in May" is timetabled; after "and" the word may be a noun.
    return Sort.PRESENT if tokens.low[place - 1] == "and" else Sort.EXPECTING


def _sort_by_neighbours(tokens: Tokens, place: int, word: str) -> Sort | None:
    """ "He'd start" would, "he'd started" had; "won" is past, "won't" is not; "they cut" is past, "a cut" no verb."""
    following = tokens.low[place + 1]
    if word in WOULD_OR_HAD:
        return Sort.PAST if following in PAST or following.endswith(("ed", "en")) else Sort.FUTURE
    if word == "won":
        return Sort.FUTURE if following in NOT else Sort.PAST
    before = tokens.word[place - 1]
    is_verb = before.lower() in AGENTS or before[:1].isupper() or before[-1:] == "s"
    return Sort.PAST if is_verb or following in DETERMINERS else None


def _infinitive(tokens: Tokens, place: int, start: int) -> Tense:
    """An infinitive looks ahead where "due" or "expected" governs it; else the verb further off speaks."""
    low = tokens.low
    if not _is_infinitive(tokens, place):
        return Tense.OPEN
    if low[place - 1] in ("is", "are", "was", "were") and place - 1 > start:
        return Tense.FUTURE
    if any(
        word in EXPECTING or word in VOWING or word in EXPECTING_TO or word in FUTURE
        for word in low[max(place - 3, start) : place]
    ):
        return Tense.FUTURE
    return Tense.OPEN


def _is_infinitive(tokens: Tokens, place: int) -> bool:
    """Whether a verb follows the "to" at a token."""
    verb = tokens.word[place + 1]
    return verb.isalpha() and verb.islower() and verb not in DETERMINERS


def _past_or_passive(tokens: Tokens, place: int, start: int) -> Tense:
    """Past, unless "will be" or "to be" or "is to be" stands before the participle; "may have been" is past again."""
    low, words = tokens.low, []
    for before in range(place - 1, max(place - 5, start - 1), -1):
        word = low[before]
        if word in FUTURE or word in MODALS:
            return Tense.PAST if "have" in words else Tense.FUTURE
        if word not in BE_AND_HAVE and not word.endswith("ly"):
            break
        words.append(word)
    if "be" in words and "to" in words:
        return Tense.FUTURE
    return Tense.PRESENT if words and words[0] in ("is", "are", "'s", "'re") else Tense.PAST
