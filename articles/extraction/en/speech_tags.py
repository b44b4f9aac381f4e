"""The words behind a quotation that tie it to its speaker: "..., said Kirby", "..., Kirby, a spokesman, told CNN"."""

from __future__ import annotations

from typing import Final

from articles.extraction.en.clauses import ADVERBS, AUXILIARIES, OWNERS, is_verb
from articles.extraction.en.names import NAMES
from articles.extraction.en.noun_words import STOPS, VERBS_AFTER
from articles.extraction.en.openings import subject_at
from articles.extraction.en.speech_words import BE, NOUNS_TOO, PRONOUNS, SAYING, SPEECH_VERBS, TITLES
from articles.extraction.en.subjects import IN_PHRASE, noun_after, subject_before
from articles.extraction.names import Run
from articles.extraction.narration import COMMA_QUOTE, FULL_QUOTE, LOUD_QUOTE, QUOTES
from articles.extraction.tokens import BREAK, Tokens

AFTER_REACH: Final = 45
CLOSING_REACH: Final = 14
CLAUSE_ENDS: Final = frozenset([BREAK, ".", ";", "!", "?"])
DASHES: Final = frozenset({"-", "—", "–"})
BEGINNINGS: Final = frozenset("in on at and to for of with from but as that which because while when if".split())
HOW: Final = frozenset({"how", "what"})
MANNERS: Final = frozenset(
    "laughed smiled shrugged nodded grinned winced deadpanned went began paused chuckled gestured sniffed joked".split()
)


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
        return noun_after(tokens, place + 2, end)
    if low[place : place + 4] == ["in", "the", "words", "of"]:
        return noun_after(tokens, place + 4, end)
    if low[place] == "as" and low[place + 1] not in OWNERS | {"a"}:
        place += 1
    if low[place] in BE and low[place + 1] in HOW:
        return subject_at(tokens, place + 2, end)
    if low[place] == "by" and _is_passive(tokens, quote):
        return noun_after(tokens, place + 1, end)
    is_cut = is_cut or mark in (COMMA_QUOTE, LOUD_QUOTE)
    if is_cut and is_finite(low[place]) and low[place] in SAYING:
        return noun_after(tokens, place + 1, end)
    if low[place] in BEGINNINGS:
        return None
    return _subject_of_tag(tokens, place, end, is_cut=is_cut)


def _subject_of_tag(tokens: Tokens, place: int, end: int, *, is_cut: bool) -> Run | None:
    low = tokens.low
    for verb in range(place + 1, end):
        word = low[verb]
        speaks = is_finite(word) and (word in SAYING if not is_cut else word in SPEECH_VERBS or word in MANNERS)
        if speaks and (word not in NOUNS_TOO or follows_subject(tokens, verb)):
            found = subject_before(tokens, verb, place)
            if found is not None and _is_plain(tokens, place, found[0]):
                return found
        elif (
            is_verb(tokens, verb)
            and (word not in NOUNS_TOO or word in VERBS_AFTER)
            and low[verb - 1] not in OWNERS
            and word not in AUXILIARIES
            and word not in BE
        ):
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


def _is_passive(tokens: Tokens, quote: int) -> bool:
    low = tokens.low
    return any(low[place] in SPEECH_VERBS for place in range(max(quote - 6, 0), quote))


def trailing_tag(tokens: Tokens, quote: int) -> Run | None:
    """Whoever closes the sentence of a quotation: "The system was “broken” for years, Kirby said."."""
    return closing_tag(tokens, quote, clause_end(tokens, quote + 1))


def closing_tag(tokens: Tokens, quote: int, end: int) -> Run | None:
    """Whoever closes the words between two tokens: "The number was closer to 800, Jones said."."""
    low = tokens.low
    for verb in range(end - 1, max(quote + 2, end - CLOSING_REACH), -1):
        if low[verb] in SAYING and is_finite(low[verb]):
            comma = verb - 1
            while comma > max(quote, verb - CLOSING_REACH) and low[comma] != ",":
                comma -= 1
            if low[comma] == "," and comma > quote and low[comma + 1] not in BEGINNINGS and low[comma + 1] != "who":
                return subject_before(tokens, verb, comma + 1) if verb > comma + 1 else None
    return None


def is_finite(word: str) -> bool:
    """Whether a verb of speech is no participle in -ing."""
    return not word.endswith("ing")


def follows_subject(tokens: Tokens, verb: int) -> bool:
    """Whether a word that is a noun too follows what can be its subject."""
    place = verb - 1
    while tokens.low[place] in ADVERBS or tokens.low[place] in AUXILIARIES or tokens.low[place].isdecimal():
        place -= 1
    before = tokens.low[place]
    return before in PRONOUNS or before == "to" or before in (",", ")") or NAMES.is_name_word(tokens, place)
