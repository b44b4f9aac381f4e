"""The subject with which an English sentence opens, past its first words and up to its first verb."""

from __future__ import annotations

from typing import Final

from articles.extraction.en.clauses import COORDINATORS, GENITIVE, OWNERS, QUANTIFIERS, can_speak, head_of, is_verb
from articles.extraction.en.names import AFTER_ROLE, BELONGING, NAMES
from articles.extraction.en.noun_words import STOPS
from articles.extraction.en.nouns import is_person, is_plural
from articles.extraction.en.speech_words import PRONOUNS, SAYING, WRITINGS
from articles.extraction.en.subjects import LONGEST_PHRASE, noun_after, noun_before, with_article
from articles.extraction.names import Run
from articles.extraction.narration import COMMA_QUOTE, QUOTES
from articles.extraction.tokens import BREAK, Tokens

LONGEST_OPENING: Final = 60
LONGEST_CLAUSE: Final = 40
JOINTS: Final = frozenset("and but while yet as whereas".split())
LONGEST_TRADE: Final = 3
LATER: Final = frozenset("later earlier ago before after into".split())
SUBORDINATORS: Final = frozenset(
    "when after as while if since although though because before once until whether asked told unlike despite".split()
)
OPENERS: Final = frozenset(
    "but and still yet so meanwhile however then instead nevertheless nonetheless even also later moreover indeed "
    "perhaps eventually finally again similarly likewise today yesterday earlier afterward now".split()
)
NAMED: Final = frozenset({"named", "nicknamed"})
WITHIN: Final = frozenset("of for the from at".split())
BEFORE_OWNERS: Final = BELONGING | {"to"}


def main_subject(tokens: Tokens, start: int, stop: int) -> Run | None:
    """The subject of the sentence from `start` on, before `stop`: past its opening words, up to its first verb."""
    place = begin = _after_opening(tokens, start, stop)
    if tokens.low[place] in QUOTES:
        place += 1 + (tokens.low[place + 1] == ",")
        if tokens.low[place] in SAYING and place < stop:
            return noun_after(tokens, place + 1, stop)
    limit = min(stop, place + LONGEST_OPENING)
    while place < limit:
        found = None if tokens.low[place + 1] in LATER else subject_at(tokens, place, stop)
        if found is not None:
            return found
        if place == begin and tokens.low[place] not in SUBORDINATORS and not tokens.low[place].endswith(("ing", "ed")):
            found = _of_first_verb(tokens, place, limit)
            if found is not None:
                return found
        while place < limit and tokens.low[place] not in (",", COMMA_QUOTE, "—", ":"):
            place += 1
        place += 1
        if tokens.low[place] in COORDINATORS:
            place += 1
    return None


def clause_subject(tokens: Tokens, start: int, place: int) -> Run | None:
    """The subject of the clause that holds a token: of the last one that "and" or "but" joins, else of the sentence."""
    for joint in range(place - 3, max(start, place - LONGEST_CLAUSE), -1):
        if tokens.low[joint] in JOINTS and (tokens.low[joint - 1] in (",", ";", COMMA_QUOTE)):
            found = subject_at(tokens, joint + 1, place)
            if found is not None and is_verb(tokens, found[1]):
                return found
    return main_subject(tokens, start, place)


def _of_first_verb(tokens: Tokens, place: int, limit: int) -> Run | None:
    """The subject of the first verb, where no comma closes the opening: "At breakfast the senator did not yield"."""
    for verb in range(place + 1, limit):
        if tokens.low[verb] in (",", COMMA_QUOTE, "—", ":", ";"):
            return None
        if is_verb(tokens, verb) and tokens.low[verb - 1] not in OWNERS:
            found = noun_before(tokens, verb, place)
            if found is None or not can_speak(tokens, found) or tokens.low[found[0]] in STOPS - OWNERS:
                return None
            return None if tokens.low[found[0] - 1] in AFTER_ROLE | BELONGING else found
    return None


def _after_opening(tokens: Tokens, start: int, stop: int) -> int:
    """The first token past a dateline ("WASHINGTON (AP) —") and words such as "But" and "Meanwhile,"."""
    low, place = tokens.low, start
    while place < stop and low[place] == BREAK:
        place += 1
    if tokens.word[place].isupper() and len(low[place]) > 1:
        for mark in range(place, min(place + 12, stop)):
            if low[mark] in ("—", "–", "-") and not tokens.touches(mark):
                place = mark + 1
                break
    if low[place + 1] == ":" and place + 2 < stop:
        place += 2  # "UPDATE:"
    while place < stop and (low[place] in OPENERS or (low[place] == "," and place > start)):
        place += 1
    return place


def subject_at(tokens: Tokens, place: int, stop: int) -> Run | None:
    """The subject that begins at a token, if a verb, an aside or a second subject follows it; else None."""
    low = tokens.low
    if low[place] in PRONOUNS and low[place] != "who":
        return place, place + 1
    is_name = low[place] not in STOPS or low[place] in NAMES.first_names
    name = NAMES.name_from(tokens, place) if is_name else None
    if name is None:
        is_phrase = low[place] in OWNERS or low[place] in QUANTIFIERS or is_plural(low[place])
        return _phrase_at(tokens, place, place + 1, stop) if is_phrase else None
    end = name[1]
    if end > stop:
        return None
    if low[end] in GENITIVE:
        return _owned(tokens, name, stop)
    person = NAMES.person_in(tokens, name)
    is_title = tokens.word[end].islower() and is_person(low[end])  # "Trump supporters", "Canton resident Jo Hill"
    if NAMES.looks_like_person(tokens, person) and not is_title and (low[end] in BELONGING or _acts(tokens, end, stop)):
        return _with_next(tokens, person, stop)
    if _end_of_phrase(tokens, end, stop) > end:
        return _phrase_at(tokens, place, end, stop)
    return _with_next(tokens, with_article(tokens, person), stop) if _acts(tokens, end, stop) else None


def _phrase_at(tokens: Tokens, place: int, end: int, stop: int) -> Run | None:
    """A phrase of small letters, or the name in it: "officials at the bank", "his running mate Tim Kaine"."""
    low, last = tokens.low, _end_of_phrase(tokens, end, stop)
    while low[last] in GENITIVE and last < stop and not BELONGING.isdisjoint(low[place + 1 : last]):
        last = _end_of_phrase(tokens, last + 1, stop)  # "the leader of Austria's Green Party"
    if low[last] in GENITIVE:
        return _owned(tokens, (place, last), stop)
    if low[last] in NAMED:
        named = NAMES.name_from(tokens, last + 1)
        return None if named is None else NAMES.person_in(tokens, named)
    inner = NAMES.name_before(tokens, last, place)
    if inner is not None and low[inner[0] - 1] not in BELONGING and inner[0] > place:
        person = NAMES.person_in(tokens, inner)
        if is_person(low[inner[0] - 1]) or NAMES.looks_like_person(tokens, person):
            return _with_next(tokens, person, stop)
    if _acts(tokens, last, stop):
        return _apposed(tokens, last) or (place, last)
    # "an official familiar with the talks", "a man in a red cap"
    last = next((each + 1 for each in range(last - 1, place, -1) if is_person(low[each])), place)
    return (place, last) if last > place else None


def _with_next(tokens: Tokens, run: Run, stop: int) -> Run:
    if tokens.low[run[1]] == "and":
        other = NAMES.name_from(tokens, run[1] + 1)
        if other is not None and other[1] < stop:
            return run[0], other[1]
    return run


def _owned(tokens: Tokens, owner: Run, stop: int) -> Run | None:
    """ "Trump's running mate, Mike Pence," -> Mike Pence; "Trump's lawyers"; but "Trump's letter" is Trump's."""
    first = owner[1] + 1
    last = _end_of_phrase(tokens, first, stop)
    if last == first:
        return None
    inner = NAMES.name_before(tokens, last, first)
    if inner is not None and tokens.low[inner[0] - 1] not in BELONGING:
        return NAMES.person_in(tokens, inner)
    apposed = _apposed(tokens, last)
    if apposed is not None:
        return apposed
    if can_speak(tokens, (first, last)) and head_of(tokens, (first, last)) not in WRITINGS:
        return owner[0], last
    if NAMES.name_from(tokens, owner[0]) is None:
        return None
    return NAMES.person_in(tokens, owner)


def _apposed(tokens: Tokens, last: int) -> Run | None:
    """The name between commas after a phrase: "his spokesman, Brian Fallon, said"."""
    if tokens.low[last] != ",":
        return None
    name = NAMES.name_from(tokens, last + 1)
    step = last + 1 if name is None else name[1]
    for place in range(step, step + LONGEST_TRADE):  # "Akron school teacher Jo Hill"
        if not tokens.word[place].islower() or tokens.low[place] in STOPS or is_verb(tokens, place):
            break
        name = NAMES.name_from(tokens, place + 1) or name
    if name is None:
        return None
    person, mark = NAMES.person_in(tokens, name), tokens.low[name[1]]
    is_whole = mark in (",", ".") or (mark in BELONGING and NAMES.looks_like_person(tokens, person))
    return person if is_whole else None


def _end_of_phrase(tokens: Tokens, first: int, stop: int) -> int:
    """The end of a noun phrase: before a verb, a mark or a small word that cannot stand in one."""
    low, place = tokens.low, first
    while place < min(stop, first + LONGEST_PHRASE):
        word = low[place]
        if not (word[:1].isalnum() or word in ("-", "&")) or is_verb(tokens, place):
            break
        is_place = word in ("in", "to", "on") and (low[place + 1] in OWNERS or NAMES.is_name_word(tokens, place + 1))
        is_within = word in WITHIN or is_place or (word in OWNERS and low[place - 1] in BEFORE_OWNERS)
        if word in STOPS and not is_within:
            break
        place += 1
    return place


def _acts(tokens: Tokens, place: int, stop: int) -> bool:
    """Whether what follows a subject lets it be one."""
    word = tokens.low[place]
    if place >= stop:
        return True
    return (
        (tokens.word[place][:1].islower() and word not in BELONGING and word not in AFTER_ROLE)
        or word in (",", "(", "—", "–", ":")
        or word in QUOTES
        or word in GENITIVE
        or (word == "." and tokens.word[place + 1][:1].islower())  # "Jason T. wrote"
    )
