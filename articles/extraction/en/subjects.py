"""The subject of an English verb, back from the verb past its auxiliaries and asides.

The texts read here are narrations: each quotation is one token.
"""

from __future__ import annotations

from typing import Final

from articles.extraction.en.calendar_words import WEEKDAYS
from articles.extraction.en.clauses import (
    ADVERBS,
    AUXILIARIES,
    CONTRACTED,
    COORDINATORS,
    GENITIVE,
    OWNERS,
    QUANTIFIERS,
    is_verb,
)
from articles.extraction.en.names import BELONGING, NAMES
from articles.extraction.en.noun_words import STOPS, VERBS_AFTER
from articles.extraction.en.nouns import is_person, is_plural
from articles.extraction.en.speech_words import ALLEGIANCES, BE, PRONOUNS, ROLES
from articles.extraction.names import Run
from articles.extraction.narration import COMMA_QUOTE
from articles.extraction.tokens import Tokens

LONGEST_ASIDE: Final = 45
LONGEST_PHRASE: Final = 12
LONGEST_BRACKET: Final = 12
WITHIN_SUBJECT: Final = frozenset("of for in at from the a an and on to with".split())
LINKS: Final = WITHIN_SUBJECT - OWNERS
IN_PHRASE: Final = WITHIN_SUBJECT | OWNERS | GENITIVE | QUANTIFIERS | {"-", "&"}
DASHES: Final = frozenset({"—", "–"})
DAYS: Final = frozenset(WEEKDAYS)
# Before the noun whose name follows, they say that the noun is no subject: "with her running mate, Tim Kaine, told".
OBJECT_MAKERS: Final = frozenset("with by to for of including like against from as".split())
BEFORE_ROLES: Final = frozenset("former then late sen rep gov mr mrs ms dr gen . us u.s. vice prime foreign".split())
# What opens an aside after a name: "Kirby, who", "Tran, 24,", "Ryan, a Republican", "Fallon, speaking".
ASIDE_OPENERS: Final = frozenset(
    "who whose whom which a an the his her their one in on at of for from now then once himself herself when after as "
    "with like while though although speaking and not also among another usually whether long".split()
)


def subject_before(tokens: Tokens, verb: int, floor: int) -> Run | None:
    """The subject that ends before a verb: a pronoun, a name (a relative clause apart), or a role's whole phrase.

    None where the verb is passive or shares the subject of an earlier one.
    """
    low = tokens.low
    end = _before_auxiliaries(tokens, verb, floor)
    if end <= floor or low[end - 1] in COORDINATORS:
        return None
    if low[end - 1] in PRONOUNS:
        if low[end - 1] != "who" or end - 2 < floor:
            return end - 1, end
        return _before_relative(tokens, end - 1, floor)
    if low[end - 1] in ("which", "that"):
        return _before_relative(tokens, end - 1, floor)
    if low[end - 1] == ")":
        end = next((at for at in range(end - 2, max(end - LONGEST_BRACKET, floor), -1) if low[at] == "("), end)
    if low[end - 1] in (",", COMMA_QUOTE) or low[end - 1] in DASHES:
        return _before_aside(tokens, end - 1, floor)
    return noun_before(tokens, end, floor)


def _before_relative(tokens: Tokens, pronoun: int, floor: int) -> Run | None:
    """What a relative clause is about: Kirby of "Kirby, once an aide to a senator, who said"."""
    comma = pronoun - 1
    if tokens.low[comma] != ",":
        return noun_before(tokens, pronoun, floor)
    found = noun_before(tokens, comma, floor)
    if found is None or not NAMES.is_name_word(tokens, found[1] - 1):
        return _before_aside(tokens, comma, floor) or found
    return found


def _before_auxiliaries(tokens: Tokens, verb: int, floor: int) -> int:
    """The token before which the subject of a verb ends; `floor` where it is passive or has no subject of its own."""
    low, end, governed = tokens.low, verb, tokens.low[verb]
    while end > floor:
        word = low[end - 1]
        if word in ADVERBS or (word.endswith("ly") and word != "family"):
            end -= 1
            continue
        if word in BE and not governed.endswith("ing") and governed not in BE and governed not in AUXILIARIES:
            return floor
        if word == "to":
            end -= 1 + (low[end - 2] == "on")  # "refused to say", "went on to say"
            word = low[end - 1]
            if not (word.endswith(("ed", "ing", "s")) or word in VERBS_AFTER):
                return floor
        elif word in ("as", "by") and governed.endswith("ing") and is_verb(tokens, end - 2):
            end, word = end - 1, "being"  # "was quoted as saying", "began by thanking"
        elif not (word in BE or word in AUXILIARIES or (word in CONTRACTED and low[end - 2] in PRONOUNS)):
            break
        governed, end = word, end - 1
    if end - 2 > floor and low[end - 1] in DAYS:
        end -= 1 + (low[end - 2] == "on")  # "officials on Friday said"
    return end


def noun_before(tokens: Tokens, end: int, floor: int) -> Run | None:
    """The name, or else the phrase of a role, that ends before a token."""
    name = NAMES.name_before(tokens, end - tokens.low[end - 1].isdecimal(), floor)  # "Workers Local 88"
    if name is None:
        return _phrase_before(tokens, end, floor)
    if tokens.low[name[0] - 1] == "and":
        other = NAMES.name_before(tokens, name[0] - 1, floor)
        if other is not None and tokens.low[other[0] - 1] in BELONGING:
            name = other[0], name[1]  # "Jo Hill of Iraq and Afghanistan Veterans"
    if _belongs_to_role(tokens, name[0], floor):
        return _phrase_before(tokens, end, floor)
    whole = _whole_subject(tokens, name, floor)
    return _with_partner(tokens, with_article(tokens, NAMES.person_in(tokens, whole)), floor)


def noun_after(tokens: Tokens, place: int, end: int) -> Run | None:
    """The subject that begins at a token after its verb: "said John Kirby", "said her husband, Paul"."""
    found = NAMES.speaker_from(tokens, place, end)
    if found is None or tokens.low[found[1]] != "," or not is_person(tokens.low[found[1] - 1]):
        return found
    name = NAMES.name_from(tokens, found[1] + 1)
    return found if name is None or tokens.low[name[1]] not in (",", ".") else NAMES.person_in(tokens, name)


def with_article(tokens: Tokens, run: Run) -> Run:
    """An institution with its article: "the Republican National Committee"; the name of a person as it is."""
    first, last = run
    if first and tokens.low[first - 1] == "the" and not NAMES.looks_like_person(tokens, run):
        return first - 1, last
    return run


def _with_partner(tokens: Tokens, run: Run, floor: int) -> Run:
    """Two names joined by "and" speak together."""
    first, last = run
    if first - 2 >= floor and tokens.low[first - 1] == "and":
        other = NAMES.name_before(tokens, first - 1, floor)
        if other is not None and tokens.low[other[0] - 1] not in (",", "of", "between", "for", "with", "to", "by"):
            return NAMES.person_in(tokens, other)[0], last
    return run


def _belongs_to_role(tokens: Tokens, first: int, floor: int) -> bool:
    """Whether a name says only whose somebody is: "a spokeswoman for the Metropolitan Police"."""
    step = first - 1
    while step > floor and (
        tokens.low[step] in OWNERS or tokens.low[step] in ROLES or tokens.low[step] in BEFORE_ROLES
    ):
        step -= 1
    return (
        step - 1 >= floor
        and tokens.low[step] in BELONGING
        and tokens.word[step - 1].islower()
        and (is_person(tokens.low[step - 1]) or is_plural(tokens.low[step - 1]))
    )


def _whole_subject(tokens: Tokens, name: Run, floor: int) -> Run:
    """The person before "of" or "from" and the place that follows: "Jane Miles of Oxford University"."""
    step = name[0] - 1
    step -= tokens.low[step] == "the"
    if step <= floor or tokens.low[step] not in BELONGING:
        return name
    other = NAMES.name_before(tokens, step, floor)
    return other if other is not None and NAMES.looks_like_person(tokens, NAMES.person_in(tokens, other)) else name


def _before_aside(tokens: Tokens, comma: int, floor: int) -> Run | None:
    """The subject before an aside between commas: "Kirby, a spokesman, said"; "the minister, John Kirby, said"."""
    low = tokens.low
    apposed = _apposed_name(tokens, comma, floor)
    if apposed is not None:
        return apposed
    phrase: Run | None = None
    mark = low[comma] if low[comma] in DASHES else ","
    for place in range(comma - 1, max(floor, comma - LONGEST_ASIDE), -1):
        found = noun_before(tokens, place, floor) if low[place] in (mark, COMMA_QUOTE) else None
        if found is None or not (found[0] == floor or _opens_aside(tokens, place)):
            continue
        if NAMES.is_name_word(tokens, found[1] - 1) and not _in_apposition(tokens, found):
            return found
        if low[found[0] - 1] not in OBJECT_MAKERS:
            phrase = phrase or found
            if low[found[0] - 1] not in (",", "—"):
                return found
    return phrase


def _apposed_name(tokens: Tokens, comma: int, floor: int) -> Run | None:
    """The name between two commas after a role that is a subject: "the minister, John Kirby, said"."""
    low = tokens.low
    name = NAMES.name_before(tokens, comma, floor)
    if name is None:
        return None
    name = _whole_subject(tokens, name, floor)
    if low[name[0] - 1] != ",":
        return None
    person, role = NAMES.person_in(tokens, name), _phrase_before(tokens, name[0] - 1, floor)
    if role is None:
        return person if NAMES.looks_like_person(tokens, person) else None
    before = low[role[0] - 2]
    if low[role[0] - 1] in OBJECT_MAKERS and not (before in ROLES or is_person(before)):
        return None  # an object, but for "the ambassador to Mali, Kirby,"
    is_role = is_person(low[role[1] - 1]) or low[role[1] - 1] in ROLES
    return person if is_role or NAMES.looks_like_person(tokens, person) else None


def _opens_aside(tokens: Tokens, mark: int) -> bool:
    """Whether the word after a mark opens an aside: "Kirby, who", "Tran, 24,", "Ryan, R-Wis.,"."""
    word = tokens.low[mark + 1]
    return (
        word in ASIDE_OPENERS
        or word in ALLEGIANCES
        or word in ROLES
        or word[:1].isdigit()
        or word.endswith(("ing", "ed"))
        or (is_person(word) and tokens.word[mark + 1].islower())
        or tokens.word[mark + 2] == "-"
        or tokens.low[mark] == COMMA_QUOTE
    )


def _in_apposition(tokens: Tokens, run: Run) -> bool:
    return tokens.low[run[0]] in OWNERS and tokens.low[run[0] - 1] == ","


def _phrase_before(tokens: Tokens, end: int, floor: int) -> Run | None:
    """A phrase such as "Malian authorities" or "analysts at the bank" that ends before a token."""
    low, first = tokens.low, end
    while first > max(floor, end - LONGEST_PHRASE):
        word = low[first - 1]
        if word in ("that", "who", "which"):
            return noun_before(tokens, first - 1 - (low[first - 2] == ","), floor)
        is_word = word[:1].isalpha() or word in ("-", "&") or word in GENITIVE
        is_word = is_word or (word.isdecimal() and low[first] == "-")
        if not is_word or (word in STOPS and word not in IN_PHRASE):
            break
        if word in ("on", "to", "and", "with", "in") and (first < end or word == "on"):
            break
        first -= 1
        if word in OWNERS and low[first - 1] not in BELONGING:
            break
    while first < end and low[first] in LINKS:
        first += 1
    return (first, end) if any(word not in OWNERS for word in low[first:end]) else None
