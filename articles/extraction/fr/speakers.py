"""Who says so: the verb of speech and its subject, which French often turns round ("a déclaré le ministre")."""

from __future__ import annotations

from typing import Final, NamedTuple

from articles.extraction.fr.calendar_words import PARTS_OF_DAY, WEEKDAYS
from articles.extraction.fr.names import NAMES
from articles.extraction.fr.speech_words import (
    ADVERB_PHRASES,
    ADVERBS,
    AUXILIARIES,
    BELONGING,
    CLITICS,
    DETERMINERS,
    NOUNS_TOO,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    SPEECH_VERBS,
    TITLES,
)
from articles.extraction.names import Run
from articles.extraction.tokens import BREAK, Tokens

AFTER_REACH: Final = 40
BEFORE_REACH: Final = 45
LONGEST_PHRASE: Final = 14
LONGEST_ASIDE: Final = 30
LONGEST_ADDRESS: Final = 6
MARKS: Final = frozenset('"“”«»„')
CLAUSE_ENDS: Final = frozenset([BREAK, ".", ";", "!", "?"])
PHRASE_ENDS: Final = (
    CLAUSE_ENDS | MARKS | frozenset([",", ":", "(", ")", "—", "–", "que", "qu'", "et", "mais", "où", "si"])
)
# After these a form of a verb is a noun: "un appel", "ce rapport".
NOUN_MARKERS: Final = DETERMINERS - {"l'", "le", "la", "les", "leur"} | {"-", "de", "d'", "du", "au"}
ADDRESSED: Final = frozenset("à au aux devant dans lors sur en auprès".split())


class Speech(NamedTuple):
    """A verb of speech on its tokens (`last` exclusive), with the pronoun that is turned round with it, if any."""

    first: int
    last: int
    pronoun: int | None


def read_speech(tokens: Tokens, place: int, verbs: frozenset[str] = SPEECH_VERBS) -> Speech | None:
    """The verb of speech that begins at a token: "a déclaré", "affirme", "a-t-il dit", "s'est indignée", "dit-elle"."""
    low = tokens.low
    step = place + (low[place] in ("s'", "se"))
    if low[step] in AUXILIARIES:
        after, pronoun = _turned(tokens, step + 1)
        after = _after_adverbs(tokens, after)
        if low[after] in verbs and after <= step + LONGEST_ADDRESS:
            return Speech(place, after + 1, pronoun)
        is_account = low[after : after + 2] == ["fait", "état"]
        return Speech(place, after + 2, pronoun) if is_account else None
    is_participle = low[step - 1] in AUXILIARIES or low[step - 1] in ADVERBS
    is_noun = low[step] in NOUNS_TOO and low[step - 1] in DETERMINERS
    if low[step] in verbs and not is_noun and not is_participle and low[step - 1] not in NOUN_MARKERS:
        after, pronoun = _turned(tokens, step + 1)
        return Speech(place, after, pronoun)
    return None


def _after_adverbs(tokens: Tokens, index: int) -> int:
    """The token after adverbs, of one word or several: "a également", "a de nouveau", "a, pour sa part"."""
    low = tokens.low
    for _ in range(3):
        length = next((len(words) for words in ADVERB_PHRASES if tuple(low[index : index + len(words)]) == words), 0)
        index += length or (low[index] in ADVERBS or low[index].endswith("ment"))
    return index


def _turned(tokens: Tokens, index: int) -> tuple[int, int | None]:
    """The pronoun that hyphens join to a verb, "-t-il" or "-elle": the token after it, and its own."""
    low = tokens.low
    step = index + 2 if low[index : index + 2] == ["-", "t"] else index
    if low[step] == "-" and low[step + 1] in PRONOUNS:
        return step + 2, step + 1
    return index, None


def resolve(tokens: Tokens, run: Run) -> Run:
    """A pronoun or surname replaced by the name it stands for, where the text gives it."""
    first, last = run
    if last - first == 1 and tokens.low[first] in PRONOUNS:
        is_one = tokens.low[first] in ("il", "elle", "lui")
        return (NAMES.person_before(tokens, first) if is_one else None) or run
    person = NAMES.person_in(tokens, run)
    surname = person[1] - 1
    is_surname = all(tokens.low[place] in PARTICLES for place in range(person[0], surname))
    if is_surname and (person == run or tokens.low[first] in TITLES):
        whole = NAMES.full_name(tokens, (surname, person[1]))
        return run if whole == (surname, person[1]) else whole
    return run


def find_speaker(tokens: Tokens, first: int, last: int) -> Run | None:
    """The speaker of the quotation whose words are the tokens `first` to `last` (exclusive), its marks left out."""
    found = (
        _speaker_after(tokens, last + 1) or _speaker_inside(tokens, first, last) or _speaker_before(tokens, first - 1)
    )
    return None if found is None else resolve(tokens, found)


def _speaker_after(tokens: Tokens, index: int) -> Run | None:
    """« ... », a déclaré le ministre; « ... », selon l'ONU; « ... », dit-elle."""
    low = tokens.low
    place = index + (low[index] in (",", "-", "—", "–"))
    end = _end_of_clause(tokens, place)
    source = after_source(tokens, place)
    if source is not None:
        return NAMES.speaker_from(tokens, source, end)
    speech = read_speech(tokens, place)
    return None if speech is None else subject_after(tokens, speech, end)


def _speaker_inside(tokens: Tokens, first: int, last: int) -> Run | None:
    """« Nous partons, a déclaré le ministre, dès lundi »: the marks stay open around what the reporter puts in."""
    for comma in range(first, min(last, first + BEFORE_REACH)):
        if tokens.low[comma] == "," and (speech := read_speech(tokens, comma + 1)) is not None:
            is_inverted = speech.pronoun is not None or tokens.low[speech.first] in AUXILIARIES
            found = (
                subject_after(tokens, speech, min(last, _end_of_clause(tokens, speech.last))) if is_inverted else None
            )
            if found is not None:
                return found
    return None


def _end_of_clause(tokens: Tokens, place: int) -> int:
    low, end = tokens.low, place
    while end < place + AFTER_REACH and low[end] not in CLAUSE_ENDS and low[end] not in MARKS:
        end += 1
        if low[end] == "." and low[end - 1] in TITLES:
            end += 1
    return end


def after_source(tokens: Tokens, place: int) -> int | None:
    """The token after "selon", "d'après", "de l'avis de" or the "de" of "de source policière"."""
    low = tokens.low
    if low[place] == "selon":
        return place + 1
    if low[place : place + 2] == ["d'", "après"]:
        return place + 2
    if low[place] == "de" and low[place + 1] in ("source", "sources"):
        return place + 1
    return place + 4 if low[place : place + 4] == ["de", "l'", "avis", "de"] else None


def subject_after(tokens: Tokens, speech: Speech, end: int) -> Run | None:
    """The subject that follows its verb, over what says when and to whom: "a déclaré lundi à l'AFP le ministre"."""
    low, place = tokens.low, speech.last
    if speech.pronoun is not None:
        return speech.pronoun, speech.pronoun + 1
    for _ in range(3):
        start = place
        while (
            low[place] in ADVERBS or low[place] in WEEKDAYS or low[place] in PARTS_OF_DAY or low[place].endswith("ment")
        ):
            place += 1
        if low[place] in ADDRESSED:
            place = _after_address(tokens, place, end)
        if place == start:
            break
    if place >= end or low[place] in ("que", "qu'", ":"):
        return None
    if low[place] not in DETERMINERS and not NAMES.is_name_word(tokens, place) and low[place] not in TITLES:
        return None
    found = NAMES.speaker_from(tokens, place, end)
    if found is None or NAMES.looks_like_person(tokens, found) or low[found[1]] != "," or found[1] >= end:
        return found
    named = NAMES.speaker_from(tokens, found[1] + 1, end)  # "le directeur de l'hôpital, le docteur Moussa Keita"
    return named if named is not None and NAMES.looks_like_person(tokens, named) else found


def _after_address(tokens: Tokens, place: int, end: int) -> int:
    """The token after "à l'AFP", "devant la presse", "aux journalistes": where the next phrase begins."""
    low, step = tokens.low, place + 1
    step += low[step] in DETERMINERS
    step += 1
    while step < min(end, place + LONGEST_ADDRESS):
        if low[step] in DETERMINERS or low[step] in TITLES or low[step] == ",":
            break
        if tokens.word[step][:1].isupper() and low[step - 1] not in PREPOSITIONS:
            break
        step += 1
    return step + (low[step] == ",")


def subject_before(tokens: Tokens, verb: int, floor: int) -> Run | None:
    """The subject that ends before a verb: a pronoun, a name (an aside apart), or a role's whole phrase."""
    low, end = tokens.low, verb
    while end > floor and (low[end - 1] in CLITICS or low[end - 1] in ADVERBS or low[end - 1] in WEEKDAYS):
        end -= 1
    if end <= floor:
        return None
    if low[end - 1] in PRONOUNS:
        return end - 1, end
    if low[end - 1] == "qui" and end - 1 > floor:
        end -= 1 + (low[end - 2] == ",")
    if low[end - 1] == ",":
        return _before_aside(tokens, end - 1, floor)
    return _subject_ending(tokens, end, floor)


def _subject_ending(tokens: Tokens, end: int, floor: int) -> Run | None:
    name = NAMES.name_before(tokens, end, floor)
    if name is None:
        return _phrase_before(tokens, end, floor)
    person = NAMES.person_in(tokens, name)
    is_told = person != name and NAMES.looks_like_person(tokens, person)  # "le ministre de l'Intérieur Jean Martin"
    if not is_told and _belongs(tokens, name[0], floor):
        return _phrase_before(tokens, end, floor)
    return person if NAMES.looks_like_person(tokens, person) or tokens.low[name[0]] not in TITLES else name


def _belongs(tokens: Tokens, first: int, floor: int) -> bool:
    """Whether a name says only whose somebody is: "le porte-parole de l'ONU"."""
    step = first - 1 - (tokens.low[first - 1] in ("l'", "la", "le", "les"))
    return step > floor and tokens.low[step] in BELONGING


def _before_aside(tokens: Tokens, comma: int, floor: int) -> Run | None:
    """ "Diop, le ministre, a déclaré"; "le ministre, Abdoulaye Diop, a déclaré"."""
    low = tokens.low
    inside = NAMES.name_before(tokens, comma, floor)
    if inside is not None and inside[1] - inside[0] >= 2 and low[inside[0] - 1] == ",":
        return inside
    place, floor = comma - 1, max(floor, comma - LONGEST_ASIDE)
    while place > floor and low[place] != ",":
        place -= 1
    return _subject_ending(tokens, place, floor) if low[place] == "," else None


def _phrase_before(tokens: Tokens, end: int, floor: int) -> Run | None:
    """The phrase of a role that ends before a token: from its first determiner that no preposition governs."""
    low, first = tokens.low, end
    while first > max(floor, end - LONGEST_PHRASE) and low[first - 1] not in PHRASE_ENDS:
        first -= 1
    for place in range(first, end - 1):
        if low[place] in DETERMINERS and (place == first or low[place - 1] not in PREPOSITIONS):
            return place, end
    return None


def _speaker_before(tokens: Tokens, mark: int) -> Run | None:
    """Le ministre a déclaré : « ... »; selon l'ONU, « ... »; il a parlé d'une « ... »."""
    low = tokens.low
    start = tokens.sentence(mark)[0] if mark >= 0 else 0
    if start == mark and mark > 0 and low[mark - 1] == ":":
        start = tokens.sentence(mark - 1)[0]
    for place in range(mark - 1, max(start, mark - BEFORE_REACH) - 1, -1):
        if low[place] in "»”" and low[place]:
            return None
        source = after_source(tokens, place)
        if source is None and low[place] == "pour" and place == start:
            source = place + 1  # "Pour Marie Dupont, « ... »"
        if source is not None:
            return NAMES.speaker_from(tokens, source, mark)
        speech = read_speech(tokens, place)
        if speech is not None and speech.last <= mark:
            if speech.pronoun is not None:
                return speech.pronoun, speech.pronoun + 1
            found = subject_before(tokens, speech.first, start)
            if found is not None:
                return found
    return None
