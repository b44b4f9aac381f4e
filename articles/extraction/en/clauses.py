"""What a clause is made of: the small words beside a verb, the heads of noun phrases, and which of them can speak."""

from __future__ import annotations

from typing import Final

from articles.extraction.en.names import BELONGING, NAMES
from articles.extraction.en.noun_words import STOPS, VERBS_AFTER
from articles.extraction.en.nouns import is_person, singular
from articles.extraction.en.speech_words import (
    BE,
    GROUPS,
    INSTITUTIONS,
    NOUNS_TOO,
    PRONOUNS,
    ROLES,
    SPEECH_NOUNS,
    SPEECH_VERBS,
    WRITINGS,
)
from articles.extraction.names import Run
from articles.extraction.tokens import Tokens

OWNERS: Final = frozenset("the a an his her their its our my this these those".split())
GENITIVE: Final = frozenset({"'s", "’s", "'", "’"})
QUANTIFIERS: Final = frozenset("one two three four some many several most another both other few a an all".split())
AUXILIARIES: Final = frozenset(
    "has have had having will would shall should can could may might must did does do not n't 't 've 'd 'll "
    "’d ’ve ’ll".split()
)
CONTRACTED: Final = frozenset({"'s", "’s", "'d", "’d", "'ve", "’ve", "'ll", "’ll"})
ADVERBS: Final = frozenset(
    "also later then however further recently reportedly once twice often first initially previously earlier "
    "originally yesterday today never still just even always again soon afterward afterwards too now ever "
    "simply instead thus therefore himself herself themselves both all only meanwhile long since".split()
)
COORDINATORS: Final = frozenset("and or but then yet".split())


def is_verb(tokens: Tokens, place: int) -> bool:
    """Whether a word in lower case looks like a finite verb after a subject."""
    word = tokens.low[place]
    if not tokens.word[place][:1].islower():
        return False
    if word in NOUNS_TOO:
        is_after_subject = tokens.low[place - 1] in PRONOUNS or NAMES.is_name_word(tokens, place - 1)
        return is_after_subject or tokens.low[place + 1] in STOPS
    return (
        word in SPEECH_VERBS
        or word in VERBS_AFTER
        or word in BE
        or word in AUXILIARIES
        or (word.endswith("ed") and len(word) > 4)
    )


def head_of(tokens: Tokens, run: Run) -> str:
    """The head noun of a phrase, in lower case: "spokesman" of "a spokesman for the ministry"."""
    first, last = run
    for place in range(first + 1, last):
        if tokens.low[place] in BELONGING and tokens.low[place] != "the":
            return tokens.low[place - 1]
    return tokens.low[last - 1]


def can_speak(tokens: Tokens, run: Run) -> bool:
    """Whether a subject is a person, a group, an institution or a document."""
    if tokens.low[run[0]] in PRONOUNS or NAMES.is_name_word(tokens, run[1] - 1):
        return True
    head = head_of(tokens, run)
    one = singular(head)
    return is_person(head) or any(one in words or head in words for words in (ROLES, INSTITUTIONS, GROUPS, WRITINGS))


def speaks_of_words(word: str) -> bool:
    """Whether a noun (lower case) is something that is said or written."""
    return word in SPEECH_NOUNS or (word.endswith("s") and word[:-1] in SPEECH_NOUNS)
