"""The words beside a quotation that say whose it is: "..., said Kirby"; "Kirby called it"; "Kirby's claim that"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from articles.extraction.en.clauses import (
    ADVERBS,
    AUXILIARIES,
    GENITIVE,
    OWNERS,
    can_speak,
    head_of,
    is_verb,
    speaks_of_words,
)
from articles.extraction.en.names import BELONGING, NAMES
from articles.extraction.en.noun_words import STOPS
from articles.extraction.en.nouns import is_person
from articles.extraction.en.openings import clause_subject, main_subject
from articles.extraction.en.people import People
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
    TITLES,
    forms,
)
from articles.extraction.en.subjects import IN_PHRASE, noun_before, subject_before
from articles.extraction.names import Run
from articles.extraction.narration import COMMA_QUOTE, FULL_QUOTE, LOUD_QUOTE, QUOTES
from articles.extraction.tokens import BREAK, Tokens

AFTER_REACH: Final = 45
CLOSING_REACH: Final = 14
BEFORE_REACH: Final = 60
CLAUSE_ENDS: Final = frozenset([BREAK, ".", ";", "!", "?"])
DASHES: Final = frozenset({"-", "—", "–"})
BEGINNINGS: Final = frozenset("in on at and to for of with from but as that which because while when if".split())
POSSESSIVES: Final = frozenset({"his", "her", "their", "its"})
# What these govern may be a song, a book or a play.
OF_WORKS: Final = forms("recite publish text") | frozenset(
    "wrote writes write writing sang sung sing sings read".split()
)
# With an infinitive these say how something goes on, not that somebody speaks.
STARTING: Final = forms("continue") | {"began", "begins", "begun"}
TO_SOMEBODY: Final = frozenset("told tell tells telling".split())
MANNERS: Final = frozenset(
    "laughed smiled shrugged nodded grinned winced deadpanned went began paused chuckled gestured sniffed joked".split()
)


SHARED: Final[Run] = (-1, -1)


@dataclass(frozen=True, slots=True)
class Cue:
    """Who is said to say, and how many tokens the sign stands before the quotation."""

    run: Run
    distance: int
    is_speech: bool = False
    """Whether the sign is a verb whose object the quoted words are, and not a work or a programme."""


def clause_end(tokens: Tokens, place: int) -> int:
    """The end of the clause that follows a quotation: at a mark that closes it, or at the next quotation."""
    low, end = tokens.low, place
    while end < place + AFTER_REACH and low[end] not in CLAUSE_ENDS and low[end] not in QUOTES:
        end += 1
        if low[end] == "." and (low[end - 1] in TITLES or (tokens.word[end - 1].isupper() and len(low[end - 1]) == 1)):
            end += 1
    return end


def tag_after(tokens: Tokens, quote: int) -> Run | None:
    """ "...," said John Kirby; "...," Kirby, a spokesman, said; "...," she told CNN; "...", according to the UN."""
    low, mark = tokens.low, tokens.low[quote]
    place = quote + 1
    is_cut = low[place] == "," or low[place] in DASHES
    place += is_cut
    if mark == FULL_QUOTE and not is_cut and not tokens.word[place][:1].islower():
        return None
    end = clause_end(tokens, place)
    if low[place : place + 2] == ["according", "to"]:
        return NAMES.speaker_from(tokens, place + 2, end)
    if low[place : place + 4] == ["in", "the", "words", "of"]:
        return NAMES.speaker_from(tokens, place + 4, end)
    if low[place] == "as" and low[place + 1] not in OWNERS | {"a"}:
        place += 1
    if low[place] == "by" and _is_passive(tokens, quote):
        return NAMES.speaker_from(tokens, place + 1, end)
    is_cut = is_cut or mark in (COMMA_QUOTE, LOUD_QUOTE)
    if is_cut and _is_finite(low[place]) and low[place] in SAYING:
        return NAMES.speaker_from(tokens, place + 1, end)
    if low[place] in BEGINNINGS:
        return None
    return _subject_of_tag(tokens, place, end, is_cut=is_cut)


def _subject_of_tag(tokens: Tokens, place: int, end: int, *, is_cut: bool) -> Run | None:
    low = tokens.low
    for verb in range(place + 1, end):
        word = low[verb]
        speaks = _is_finite(word) and (word in SAYING if not is_cut else word in SPEECH_VERBS or word in MANNERS)
        if speaks and (word not in NOUNS_TOO or _follows_subject(tokens, verb)):
            found = subject_before(tokens, verb, place)
            if found is not None and _is_plain(tokens, place, found[0]):
                return found
        elif is_verb(tokens, verb) and low[verb - 1] not in OWNERS and word not in AUXILIARIES and word not in BE:
            found = subject_before(tokens, verb, place) if is_cut else None
            if found is not None and found[0] == place and found[1] == verb:
                return found
            if "who" not in low[place:verb] and "," not in low[place:verb]:
                return None
    return None


def _is_plain(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words before a name can belong to its phrase: "Mali's foreign minister, Abdoulaye Diop"."""
    low = tokens.low
    return all(word in IN_PHRASE or word in TITLES or word == "," or word not in STOPS for word in low[first:last])


def _is_finite(word: str) -> bool:
    return not word.endswith("ing")


def _is_passive(tokens: Tokens, quote: int) -> bool:
    low = tokens.low
    return any(low[place] in SPEECH_VERBS for place in range(max(quote - 6, 0), quote))


def _follows_subject(tokens: Tokens, verb: int) -> bool:
    """Whether a word that is a noun too follows what can be its subject."""
    place = verb - 1
    while tokens.low[place] in ADVERBS or tokens.low[place] in AUXILIARIES or tokens.low[place].isdecimal():
        place -= 1
    before = tokens.low[place]
    return before in PRONOUNS or before == "to" or before in (",", ")") or NAMES.is_name_word(tokens, place)


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
    subject = None if shared is None else _clause_subject(tokens, start, shared)
    if shared is None or subject is None:
        return None
    return Cue(subject, mark - shared, _governs(tokens, shared, mark))


def _clause_subject(tokens: Tokens, start: int, verb: int) -> Run | None:
    subject = clause_subject(tokens, start, verb)
    return subject if subject is not None and can_speak(tokens, subject) else None


def _nearer(cue: Run, subject: Run | None, tokens: Tokens) -> Run:
    """Whose verb it is: of the speaker named before it or of its clause's subject the later, that-clauses apart."""
    return cue if subject is None or (subject[0] <= cue[0] and tokens.low[cue[0] - 1] != "that") else subject


def _shares_subject(tokens: Tokens, place: int, start: int, quote: int, people: People) -> bool:
    """Whether a verb of speech has the subject of an earlier one: "stood up and called it", "said no, adding that"."""
    word = tokens.low[place]
    if place == start or word in FEELINGS or not _speaks(tokens, place, quote):
        return False
    subject = subject_before(tokens, place, start)
    if subject is None or (word.endswith("ing") and not _is_agent(tokens, subject, people)):
        return not (tokens.low[place - 1] in BE or tokens.low[place + 1] == "by")
    return False


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
        return NAMES.speaker_from(tokens, place + 2, quote)
    if word == "of" and low[place - 3 : place] == ["in", "the", "words"]:
        return NAMES.speaker_from(tokens, place + 1, quote)
    if word == "by" and (low[place - 1] in LABELLING or (low[place - 1] in SAYING and low[place - 2] in BE)):
        return NAMES.speaker_from(tokens, place + 1, quote)
    is_called = place == quote - 1 and any(low[each] in LABELLING for each in range(max(place - 6, start), place))
    if speaks_of_words(word) and not is_called and (owner := _owner_of(tokens, place, quote)) is not None:
        return owner
    if word in SAYING and _is_finite(word) and (place == start or low[place - 1] == ","):
        inverted = NAMES.speaker_from(tokens, place + 1, quote)
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
    return tokens.low[run[0]] not in PRONOUNS and can_speak(tokens, run)


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
        return is_document or _follows_subject(tokens, place)
    return True


def _owner_of(tokens: Tokens, noun: int, quote: int) -> Run | None:
    """Whose words a noun says: "Trump's claim that", "his vow to", "a statement from the campaign"."""
    low = tokens.low
    if low[noun + 1] in ("from", "by") and noun + 2 < quote:
        return NAMES.speaker_from(tokens, noun + 2, quote)
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


def trailing_tag(tokens: Tokens, quote: int) -> Run | None:
    """Whoever closes the sentence of a quotation: "The system was “broken” for years, Kirby said."."""
    return closing_tag(tokens, quote, clause_end(tokens, quote + 1))


def closing_tag(tokens: Tokens, quote: int, end: int) -> Run | None:
    """Whoever closes the words between two tokens: "The number was closer to 800, Jones said."."""
    low = tokens.low
    for verb in range(end - 1, max(quote + 2, end - CLOSING_REACH), -1):
        if low[verb] in SAYING and _is_finite(low[verb]):
            comma = verb - 1
            while comma > max(quote, verb - CLOSING_REACH) and low[comma] != ",":
                comma -= 1
            if low[comma] == "," and comma > quote and low[comma + 1] not in BEGINNINGS and low[comma + 1] != "who":
                return subject_before(tokens, verb, comma + 1) if verb > comma + 1 else None
    return None
