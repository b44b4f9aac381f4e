"""The words before a quotation that say whose it is: "Kirby called it", "Kirby's claim that", "Kirby:"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from articles.extraction.en.clauses import (
    GENITIVE,
    OWNERS,
    can_speak,
    head_of,
    speaks_of_words,
)
from articles.extraction.en.names import BELONGING, NAMES
from articles.extraction.en.noun_words import STOPS
from articles.extraction.en.nouns import is_person
from articles.extraction.en.openings import clause_subject, main_subject, subject_at
from articles.extraction.en.people import People
from articles.extraction.en.speech_tags import AFTER_REACH, BEGINNINGS, follows_subject, is_finite
from articles.extraction.en.speech_words import (
    BE,
    BEING,
    FEELINGS,
    LABELLING,
    NAMING,
    NOUNS_TOO,
    PRONOUNS,
    SAYING,
    SPEECH_VERBS,
    forms,
)
from articles.extraction.en.subjects import noun_after, noun_before, subject_before
from articles.extraction.names import Run
from articles.extraction.narration import COMMA_QUOTE, FULL_QUOTE, QUOTES
from articles.extraction.tokens import BREAK, Tokens

BEFORE_REACH: Final = 60
POSSESSIVES: Final = frozenset({"his", "her", "their", "its"})
# What these govern may be a song, a book or a play.
OF_WORKS: Final = forms("recite publish text") | frozenset(
    "wrote writes write writing sang sung sing sings read".split()
)
# With an infinitive these say how something goes on, not that somebody speaks.
STARTING: Final = forms("continue") | {"began", "begins", "begun"}
TO_SOMEBODY: Final = frozenset("told tell tells telling".split())


BEFORE_PARTICIPLES: Final = frozenset("after before by while when without despite since in".split())
# What follows a noun for words where it brings them in.
AFTER_NOUNS: Final = frozenset("that to : of about for on against is was as - ,".split())
SHARED: Final[Run] = (-1, -1)


@dataclass(frozen=True, slots=True)
class Cue:
    """Who is said to say, and how many tokens the sign stands before the quotation."""

    run: Run
    distance: int
    is_speech: bool = False
    """Whether the sign is a verb whose object the quoted words are, and not a work or a programme."""


def cue_before(tokens: Tokens, quote: int, start: int, people: People, found: Mapping[int, Run]) -> Cue | None:
    """The nearest sign before a quotation in its sentence, or in the one before that ends in a colon."""
    low, mark = tokens.low, quote
    while mark > 0 and low[mark - 1] == BREAK:
        mark -= 1
    is_colon = mark > 0 and low[mark - 1] == ":"
    if mark < quote and not is_colon:
        return None
    if is_colon:
        start = tokens.sentence(mark - 1)[0]
        speaker = _before_colon(tokens, start, mark)
        if speaker is not None:
            return Cue(speaker, 1)
    return _nearest_cue(tokens, mark, start, people, found)


def _nearest_cue(tokens: Tokens, mark: int, start: int, people: People, found: Mapping[int, Run]) -> Cue | None:
    low = tokens.low
    shared: int | None = None
    for place in range(mark - 1, max(start, mark - BEFORE_REACH) - 1, -1):
        if low[place] in QUOTES:
            return Cue(found[place], mark - place) if place in found and low[place] != FULL_QUOTE else None
        run = _cue_at(tokens, place, start, mark, people)
        if run is SHARED:
            shared = shared or place
        elif run is not None:
            verb = place if shared is None else shared
            run = run if shared is None else _nearer(run, _clause_subject(tokens, start, shared), tokens)
            return Cue(run, mark - verb, _governs(tokens, verb, mark))
    if shared is None:
        return None
    subject = _subject_behind(tokens, mark) if shared == start or low[shared - 1] in BEFORE_PARTICIPLES else None
    subject = subject or _clause_subject(tokens, start, shared)
    if subject is None:
        return None
    return Cue(subject, mark - shared, _governs(tokens, shared, mark))


def _subject_behind(tokens: Tokens, quote: int) -> Run | None:
    """The subject of a participle that opens the sentence: "After calling it “dead,” Kirby left"."""
    is_cut = tokens.low[quote] == COMMA_QUOTE
    place = quote + 1 + (tokens.low[quote + 1] == ",")
    found = subject_at(tokens, place, place + AFTER_REACH) if is_cut or place > quote + 1 else None
    return found if found is not None and can_speak(tokens, found) else None


def _clause_subject(tokens: Tokens, start: int, verb: int) -> Run | None:
    subject = clause_subject(tokens, start, verb)
    return subject if subject is not None and can_speak(tokens, subject) else None


def _nearer(cue: Run, subject: Run | None, tokens: Tokens) -> Run:
    """Whose verb it is: of the speaker named before it or of its clause's subject the later, that-clauses apart."""
    return cue if subject is None or (subject[0] <= cue[0] and tokens.low[cue[0] - 1] != "that") else subject


def _governs(tokens: Tokens, verb: int, quote: int) -> bool:
    low = tokens.low
    if low[verb] not in SPEECH_VERBS or low[verb] in OF_WORKS or low[quote - 1] in GENITIVE:
        return False
    return low[quote - 1] not in BELONGING and not (verb == quote - 1 and low[verb] in TO_SOMEBODY)


def _before_colon(tokens: Tokens, start: int, mark: int) -> Run | None:
    """Who speaks after a colon: TRUMP of "TRUMP:"; else the subject, if no verb of speech stands beside it."""
    name = NAMES.name_from(tokens, start)
    if name is not None and name[1] == mark - 1:
        return name if len(tokens.word[start]) > 1 else None
    if any(tokens.low[place] in SPEECH_VERBS for place in range(max(start, mark - 4), mark)):
        return None
    subject = main_subject(tokens, start, mark)
    return subject if subject is not None and can_speak(tokens, subject) else None


def _cue_at(tokens: Tokens, place: int, start: int, quote: int, people: People) -> Run | None:
    """Who speaks by the word at a token; `SHARED` for a verb of speech that has the subject of an earlier verb."""
    low = tokens.low
    word = low[place]
    if word == "according" and low[place + 1] == "to":
        return noun_after(tokens, place + 2, quote)
    if word == "of" and low[place - 3 : place] == ["in", "the", "words"]:
        return noun_after(tokens, place + 1, quote)
    if word == "by" and (low[place - 1] in LABELLING or (low[place - 1] in SAYING and low[place - 2] in BE)):
        return noun_after(tokens, place + 1, quote)
    is_called = place == quote - 1 and any(low[each] in LABELLING for each in range(max(place - 6, start), place))
    is_cue = low[place + 1] in AFTER_NOUNS or low[place + 1] in ("from", "by")
    if is_cue and speaks_of_words(word) and not is_called and (owner := _owner_of(tokens, place, quote)) is not None:
        return owner
    if word in SAYING and is_finite(word) and (place == start or low[place - 1] == ","):
        inverted = noun_after(tokens, place + 1, quote)
        if inverted is not None and low[inverted[1]] in (",", ":") and _can_be_inverted(tokens, inverted):
            return inverted  # "Not so, said Kirby:"
    if place == start or not _speaks(tokens, place, quote):
        return None
    verb = place - (word in FEELINGS)
    subject = subject_before(tokens, verb, start)
    if subject is None or (word.endswith("ing") and not _is_agent(tokens, subject, people)):
        is_passive = low[place - 1] in BE or low[place + 1] == "by"
        return None if is_passive or word in FEELINGS else SHARED
    return subject if can_speak(tokens, subject) else None


def _can_be_inverted(tokens: Tokens, run: Run) -> bool:
    opening = tokens.low[run[0]]
    return opening not in PRONOUNS and opening not in BEGINNINGS and can_speak(tokens, run)


def _is_agent(tokens: Tokens, run: Run, people: People) -> bool:
    if tokens.low[run[0]] in PRONOUNS:
        return True
    if NAMES.is_name_word(tokens, run[1] - 1):
        return people.is_person(run)
    return is_person(head_of(tokens, run))


def _speaks(tokens: Tokens, place: int, quote: int) -> bool:
    """Whether the word is a verb of speech here, or what somebody is who says so ("was sorry that")."""
    low = tokens.low
    word, before = low[place], low[place - 1]
    if word in FEELINGS:
        return before in BEING
    if word == "went" and low[place + 1] in ("on", "further"):
        return True
    if word not in SPEECH_VERBS or not tokens.word[place][:1].islower() or before in OWNERS or before in GENITIVE:
        return False
    if word in NAMING and place == quote - 1:
        return before in PRONOUNS or NAMES.is_name_word(tokens, place - 1) or "what" in low[max(place - 6, 0) : place]
    if low[place + 1] == "to" and word in STARTING:
        return False
    if low[place + 1] == "as" and word in LABELLING and word.endswith("ed"):
        return before in PRONOUNS or NAMES.is_name_word(tokens, place - 1)
    if word in NOUNS_TOO:
        is_document = low[place + 1] in ("that", ":", ",") and before.isalpha() and before not in STOPS
        is_opening = word.endswith("ing") and before in BEFORE_PARTICIPLES
        return is_document or is_opening or follows_subject(tokens, place)
    return True


def _owner_of(tokens: Tokens, noun: int, quote: int) -> Run | None:
    """Whose words a noun says: "Trump's claim that", "his vow to", "a statement from the campaign"."""
    low = tokens.low
    if low[noun + 1] in ("from", "by") and noun + 2 < quote and not low[noun + 2].endswith("ing"):
        return noun_after(tokens, noun + 2, quote)
    for place in range(noun - 1, max(noun - 4, 0), -1):
        if low[place] in GENITIVE:
            return noun_before(tokens, place, 0)
        if low[place] in POSSESSIVES:
            return place, place + 1
        if not low[place].isalpha() or low[place] in STOPS:
            return None
    return None


def possessor_before(tokens: Tokens, quote: int) -> Run | None:
    """The owner of quoted words: "Trump's “movement”", "her own “firewall”"."""
    low = tokens.low
    for place in range(quote - 1, max(quote - 4, 0), -1):
        if low[place] in GENITIVE:
            return noun_before(tokens, place, 0)
        if low[place] in POSSESSIVES:
            return place, place + 1
        if not low[place].isalpha() or (low[place] in STOPS and low[place] != "own"):
            return None
    return None
