"""Who says quoted words: by the words after the quotation, before it, or the speaker of the quotation before."""

from __future__ import annotations

from typing import Final

from articles.extraction.en.calendar_words import WEEKDAYS
from articles.extraction.en.names import BELONGING, NAMES
from articles.extraction.en.noun_words import STOPS, VERBS_AFTER
from articles.extraction.en.nouns import is_person
from articles.extraction.en.speech_words import BEING, FEELINGS, NOUNS_TOO, PRONOUNS, SPEECH_VERBS, TITLES
from articles.extraction.names import Run
from articles.extraction.tokens import BREAK, Tokens

AFTER_REACH: Final = 12
BEFORE_REACH: Final = 45
LONGEST_ASIDE: Final = 30
MARKS: Final = frozenset('"“”«»„‘')
CLAUSE_ENDS: Final = frozenset([BREAK, ".", ";", "!", "?"])
OWNERS: Final = frozenset("the a an his her their its our my".split())
LONGEST_PHRASE: Final = 8
WITHIN_SUBJECT: Final = frozenset("of for in at from the a an and on to with".split())
LINKS: Final = WITHIN_SUBJECT - OWNERS
IN_SUBJECT: Final = WITHIN_SUBJECT | {"'s", "’s"}
IN_PHRASE: Final = IN_SUBJECT | OWNERS
DAYS: Final = frozenset(WEEKDAYS)
ASIDES: Final = frozenset(
    "also has have had later then however further recently reportedly once often is was be been first initially "
    "previously earlier originally yesterday today".split()
)


def find_speaker(tokens: Tokens, first: int, last: int) -> Run | None:
    """The speaker of the quotation whose words are the tokens `first` to `last` (exclusive), its marks left out."""
    return _speaker_after(tokens, last + 1) or _speaker_before(tokens, first - 1)


def resolve(tokens: Tokens, run: Run) -> Run:
    """A pronoun or surname replaced by the name it stands for, where the text gives it."""
    first, last = run
    if last - first == 1 and tokens.low[first] in PRONOUNS:
        return (tokens.low[first] not in ("they", "it") and NAMES.person_before(tokens, first)) or run
    return NAMES.full_name(tokens, run)


def _speaker_after(tokens: Tokens, index: int) -> Run | None:
    """ "...," said John Kirby; "...," Kirby said; "...," she told reporters."""
    low = tokens.low
    place = index + (low[index] in (",", "-", "—", "–"))
    end = place
    while end < place + 40 and low[end] not in CLAUSE_ENDS and low[end] not in MARKS:
        end += 1
        if low[end] == "." and (low[end - 1] in TITLES or (tokens.word[end - 1].isupper() and len(low[end - 1]) == 1)):
            end += 1
    if low[place : place + 2] == ["according", "to"] or low[place : place + 4] == ["in", "the", "words", "of"]:
        found = NAMES.speaker_from(tokens, place + (2 if low[place] == "according" else 4), end)
        return None if found is None else resolve(tokens, found)
    if low[place] in SPEECH_VERBS:
        begin = place + 1
        found = NAMES.speaker_from(tokens, begin, end)
        return None if found is None else resolve(tokens, found)
    for verb in range(place + 1, min(place + AFTER_REACH, end)):
        if low[verb] in SPEECH_VERBS and _is_subject(tokens, place, verb):
            found = subject_before(tokens, verb, place)
            return None if found is None else resolve(tokens, found)
    return None


def _is_subject(tokens: Tokens, first: int, last: int) -> bool:
    low = tokens.low
    return all(
        low[i] in IN_SUBJECT or low[i] in PRONOUNS or low[i] in ASIDES or low[i] not in STOPS
        for i in range(first, last)
    ) and low[first] not in ("in", "on", "at", "and", "to", "for", "of", "with", "from")


def subject_before(tokens: Tokens, verb: int, floor: int) -> Run | None:
    """The subject that ends before a verb: a pronoun, a name (a relative clause apart), or a role's whole phrase."""
    low = tokens.low
    end = verb
    while end > floor and (low[end - 1] in ASIDES or low[end - 1].endswith("ly")):
        end -= 1
    if end - 2 > floor and low[end - 1] in DAYS and low[end - 2] == "on":
        end -= 2  # "officials on Friday said"
    if end <= floor or low[end - 1] in ("and", "or", "but"):
        return None
    if low[end - 1] in PRONOUNS:
        if low[end - 1] == "who" and end - 1 > floor:
            end -= 1 + (low[end - 2] == ",")
        else:
            return end - 1, end
    if low[end - 1] == ",":
        return _before_aside(tokens, end - 1, floor)
    name = NAMES.name_before(tokens, end, floor)
    if name is not None:
        if _belongs_to_role(tokens, name[0]):
            return _phrase_before(tokens, end, floor)
        return NAMES.person_in(tokens, _whole_subject(tokens, name, floor))
    return _phrase_before(tokens, end, floor)


def _belongs_to_role(tokens: Tokens, first: int) -> bool:
    """Whether a name says only whose somebody is: "a spokeswoman for the Metropolitan Police"."""
    step = first - 1
    step -= tokens.low[step] == "the"
    return (
        tokens.low[step] in ("for", "of", "at") and tokens.word[step - 1].islower() and is_person(tokens.low[step - 1])
    )


def _whole_subject(tokens: Tokens, name: Run, floor: int) -> Run:
    """The person before "of" or "from" and the place that follows: "Jane Miles of Oxford University"."""
    step = name[0] - 1
    step -= tokens.low[step] == "the"
    if step <= floor or tokens.low[step] not in BELONGING:
        return name
    other = NAMES.name_before(tokens, step, floor)
    return other if other is not None and NAMES.looks_like_person(tokens, NAMES.person_in(tokens, other)) else name


def _speaks(tokens: Tokens, place: int) -> bool:
    """Whether the word is a verb of speech here, or what somebody is who says so ("was sorry that")."""
    low = tokens.low
    if low[place] in FEELINGS:
        return low[place - 1] in BEING
    if low[place] in NOUNS_TOO:
        before = low[place - 1]
        is_document = low[place + 1] == "that" and low[place - 2] in OWNERS and before.isalpha()
        return is_document or before in PRONOUNS or NAMES.is_name_word(tokens, place - 1)
    return low[place] in SPEECH_VERBS


def _shared_subject(tokens: Tokens, verb: int, start: int) -> Run | None:
    """The subject of the first verb, where "and", "but" or "yet" joins another: "Kirby stood up and called it ..."."""
    low = tokens.low
    is_participle = low[verb - 1] == "," and low[verb].endswith("ing")
    if low[verb - 1] not in ("and", "but", "yet", "then") and not is_participle:
        return None
    first = start
    while first < verb and (low[first] in MARKS or low[first] == BREAK):
        first += 1
    if low[first] in PRONOUNS:
        return first, first + 1
    if low[first] in OWNERS:
        return _role_from(tokens, first, verb)
    name = NAMES.name_from(tokens, first)
    if name is None or name[1] >= verb or low[name[1]] in (",", "and", "of", "in"):
        return None
    return NAMES.person_in(tokens, name)


def _role_from(tokens: Tokens, first: int, end: int) -> Run | None:
    """ "The pope" of "The pope prayed": the words up to the first verb in the past."""
    low = tokens.low
    for place in range(first + 2, min(first + LONGEST_PHRASE, end)):
        if low[place] in VERBS_AFTER or low[place].endswith("ed"):
            return first, place
        if not low[place - 1].isalpha() or low[place] in STOPS:
            return None
    return None


def _before_aside(tokens: Tokens, comma: int, floor: int) -> Run | None:
    """The subject before an aside between commas: "Kirby, a spokesman, said"; "the minister, John Kirby, said"."""
    inside = NAMES.name_before(tokens, comma, floor)
    if inside is not None and inside[1] - inside[0] >= 2 and tokens.low[inside[0] - 1] == ",":
        return inside
    place, floor = comma - 1, max(floor, comma - LONGEST_ASIDE)
    while place > floor and tokens.low[place] != ",":
        place -= 1
    if tokens.low[place] != ",":
        return None
    name = NAMES.name_before(tokens, place, floor)
    if name is None:
        return _phrase_before(tokens, place, floor)
    return NAMES.person_in(tokens, _whole_subject(tokens, name, floor))


def _phrase_before(tokens: Tokens, end: int, floor: int) -> Run | None:
    """A phrase such as "Malian authorities" or "analysts at the bank" that ends before a token."""
    low, first = tokens.low, end
    while first > max(floor, end - LONGEST_PHRASE):
        word = low[first - 1]
        is_word = word[:1].isalpha() or word in ("-", "'s", "’s") or (word.isdecimal() and low[first] == "-")
        if not is_word or (word in STOPS and word not in IN_PHRASE):
            break
        if word in ("on", "to", "and", "with") and first < end:
            break
        first -= 1
        if word in OWNERS and low[first - 1] not in BELONGING:
            break
    while first < end and low[first] in LINKS:
        first += 1
    is_named = any(word not in OWNERS for word in low[first:end])
    return (first, end) if is_named else None


def _speaker_before(tokens: Tokens, mark: int) -> Run | None:
    """John Kirby said: "..."; Diop called it a "..."; according to the UN, they may "..."."""
    low = tokens.low
    start = tokens.sentence(mark)[0] if mark >= 0 else 0
    if start == mark or (mark > 0 and low[mark - 1] == ":"):
        start = tokens.sentence(mark - 1)[0] if mark > 0 and low[mark - 1] == ":" else start
    for place in range(mark - 1, max(start, mark - BEFORE_REACH) - 1, -1):
        if low[place] in MARKS and low[place] in "”»":
            return None
        if place > start and _speaks(tokens, place):
            verb = place - (low[place] in FEELINGS)
            found = subject_before(tokens, verb, start) or _shared_subject(tokens, verb, start)
            if found is not None:
                return resolve(tokens, found)
        if low[place] == "according" and low[place + 1] == "to":
            found = NAMES.speaker_from(tokens, place + 2, mark)
            if found is not None:
                return resolve(tokens, found)
    return None
