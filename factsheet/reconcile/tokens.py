"""A sentence as the comparison reads it: its words, each under the name that all ways of saying it share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from factsheet.reconcile.lexicon.conflict import CONFLICT
from factsheet.reconcile.lexicon.deeds import DEEDS
from factsheet.reconcile.lexicon.economy import ECONOMY
from factsheet.reconcile.lexicon.events import EVENTS
from factsheet.reconcile.lexicon.life import LIFE
from factsheet.reconcile.lexicon.measures import MEASURES
from factsheet.reconcile.lexicon.nature import NATURE
from factsheet.reconcile.lexicon.people import PEOPLE, WIDE_ROLES
from factsheet.reconcile.lexicon.places import PLACES
from factsheet.reconcile.lexicon.state import STATE
from factsheet.reconcile.lexicon.things import THINGS
from factsheet.reconcile.lexicon.words import IRREGULAR, STOPWORDS

WORD = re.compile(r"[^\W\d_]+(?:[.’'-][^\W\d_]+)*\.?|\d[\d.,]*|[,;:()\"“”—–.!?]")
BREAKS = frozenset(',;:()"“”—–.!?')
SURFACE_ONLY = "="
LONGEST_PHRASE = 4
VOWELS = frozenset("aeiouy")


class Sense(StrEnum):
    """What a token contributes: an event, a place, another content word, a number, or only distance."""

    EVENT = "event"
    PLACE = "place"
    WORD = "word"
    NUMBER = "number"
    EMPTY = "empty"
    BREAK = "break"


class Token(NamedTuple):
    """One word (or phrase) of a sentence; `name` is shared by all words for the same thing."""

    start: int
    end: int
    text: str
    name: str
    sense: Sense


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The part of an English word that its inflections share ("voting", "voted", "votes" -> "vot"); not itself a word.

    A light stemmer: plurals, -ed, -ing and a final -e only (Harman, "How effective is suffixing?", 1991: more buys
    nothing).
    """
    word = word.lower().replace("’", "'").removesuffix("'s").rstrip("'.")
    word = IRREGULAR.get(word, word)
    if len(word) <= 3:
        return word
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for suffix in ("ing", "ed"):
        bare = word.removesuffix(suffix)
        if bare != word and len(bare) >= 3 and not VOWELS.isdisjoint(bare):
            word = bare[:-1] if bare[-1] == bare[-2] and bare[-1] not in "lsz" else bare
            break
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return word


def _table(*rows: tuple[Sense, Mapping[str, str]]) -> tuple[dict[str, tuple[str, Sense]], dict[str, tuple[str, Sense]]]:
    """Two look-ups, by the written form and by the stems joined with blanks; the first row to list a word keeps it."""
    by_form: dict[str, tuple[str, Sense]] = {}
    by_stem: dict[str, tuple[str, Sense]] = {}
    for sense, concepts in rows:
        for name, words in concepts.items():
            for entry in words.split():
                phrase = entry.removeprefix(SURFACE_ONLY).replace("+", " ").rstrip(".")
                by_form.setdefault(phrase, (name, sense))
                if not entry.startswith(SURFACE_ONLY):
                    by_stem.setdefault(_stems(phrase), (name, sense))
    return by_form, by_stem


def _stems(phrase: str) -> str:
    """The stems by which an entry is looked up; inside a phrase a compound is read by its parts, as in a text."""
    return " ".join(map(stem, (phrase.replace("-", " ") if " " in phrase else phrase).split()))


THESAURUS = (DEEDS, THINGS, CONFLICT, STATE, ECONOMY, NATURE, LIFE, MEASURES)
BY_FORM, BY_STEM = _table(
    (Sense.PLACE, PLACES), (Sense.EVENT, EVENTS), *((Sense.WORD, concepts) for concepts in THESAURUS)
)
PHRASE_STARTS = frozenset(tuple(phrase.split()[:2]) for phrase in BY_STEM if " " in phrase)
"""The first two stems of each phrase."""

FIRST_STEMS = frozenset(first for first, _ in PHRASE_STARTS)
US_PRONOUN = "us"
CONTRACTED = re.compile(r"\w+(?:'(?:ve|ll|re|m|d|s)|n't)")
MONTHS = frozenset("January February March April May June July August September October November December Mar".split())


@lru_cache(maxsize=8192)
def tokenise(sentence: str) -> tuple[Token, ...]:
    """The words of a sentence in order, phrases of the tables as one token; punctuation that ends a clause stays as a
    break.
    """
    places = [place for match in WORD.finditer(sentence) for place in _parts(match.group(), match.start())]
    words = [_read(sentence[start:end]) for start, end in places]
    tokens: list[Token] = []
    i = 0
    while i < len(places):
        start, end = places[i]
        root, name, sense = words[i]
        opens = root in FIRST_STEMS and i + 1 < len(words) and (root, words[i + 1][0]) in PHRASE_STARTS
        size = _phrase_at(words, i) if opens else 1
        if size > 1:
            end = places[i + size - 1][1]
            name, sense = BY_STEM[_join(words[i : i + size])]
        tokens.append(Token(start, end, sentence[start:end], name, sense))
        i += size
    return tuple(tokens)


Word = tuple[str, str, Sense]
"""The stem of a word, its name and its sense where it stands alone."""


@lru_cache(maxsize=32768)
def _read(text: str) -> Word:
    form = _form(text)
    root = stem(form)
    return root, *_sense_of(text, form, root)


def _join(words: Sequence[Word]) -> str:
    return " ".join([root for root, _, _ in words])


def _parts(word: str, start: int) -> Iterator[tuple[int, int]]:
    """Where a word stands; a compound that no table knows by its parts ("French-led")."""
    if "-" not in word or _form(word) in BY_FORM:
        yield start, start + len(word)
        return
    for part in word.split("-"):
        yield start, start + len(part)
        start += len(part) + 1


def _form(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s").rstrip(".'") if word not in BREAKS else word


def _phrase_at(words: Sequence[Word], i: int) -> int:
    """How many words from here on are a phrase of the tables; 1 for none."""
    for size in range(min(LONGEST_PHRASE, len(words) - i), 1, -1):
        if _join(words[i : i + size]) in BY_STEM:
            return size
    return 1


def _sense_of(text: str, form: str, root: str) -> tuple[str, Sense]:
    if text in BREAKS:
        return text, Sense.BREAK
    if text.rstrip(".") in MONTHS or (form == US_PRONOUN and text[:2] != "US"):
        return form, Sense.EMPTY
    if found := BY_FORM.get(form) or (BY_STEM.get(root) if form not in STOPWORDS else None):
        return found
    if form[:1].isdigit():
        return form.replace(",", ""), Sense.NUMBER if len(form) > 1 else Sense.EMPTY
    if form in STOPWORDS or len(form) < 2 or CONTRACTED.fullmatch(form):
        return form, Sense.EMPTY
    return root, Sense.WORD


ROLE_BY_STEM: dict[str, str] = {
    " ".join(map(stem, word.replace("+", " ").split())): role
    for role, words in reversed(PEOPLE.items())
    for word in words.split()
}


def role_of(noun: str | None, unit: str | None) -> str | None:
    """The role in which people are counted, None where no people are.

    The last word of the noun that names one decides ("troops and police" -> "force"; "crew members" -> "crew", since a
    wide role says nothing beside another), where the unit says that people
    are counted; else the unit itself ("post" -> "worker"; "intervention" of "military interventions" -> None).
    """
    if unit != PERSON:
        return ROLE_BY_STEM.get(stem(unit)) if unit else None
    roles = [ROLE_BY_STEM[root] for token in tokenise(noun or "") if (root := stem(token.text)) in ROLE_BY_STEM]
    return next((role for role in reversed(roles) if role not in WIDE_ROLES), ANYONE)


PERSON = "person"
ANYONE = "people"
