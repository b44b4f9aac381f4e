"""The label of a fact, made from its claims' own words: short, in sentence case, with no figure in it but a "since"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from articles.values import Hedge, Kind
from factsheet.reconcile.frames import Frame
from factsheet.reconcile.lexicon.events import REPORTING
from factsheet.reconcile.measures import is_measure
from factsheet.reconcile.profiles import FULL
from factsheet.reconcile.sides import Side
from factsheet.reconcile.subjects import Subject
from factsheet.reconcile.tokens import MONTHS, Sense, Token, tokenise

MOST_CHARACTERS = 60
MOST_NOUN_WORDS = 3
PHRASES_BESIDE_NOUN, PHRASES_ALONE = 1, 2
LONGEST_GAP, LONGEST_PHRASE = 3, 6
WEAKEST = 3
"""A second phrase must carry at least a third of what the first one does."""

TRAILING = re.compile(r"[’']s$|(?: (?:of|the|an?|to|for|on|in|at|with|from|by))+$")
NAME = re.compile(r"((?:[A-Z][\w’'-]+ )+[A-Z][\w’'-]+),? ?$")
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight last next this night "
    "morning evening".split()
) | frozenset(map(str.lower, MONTHS))
PHASES = REPORTING | frozenset({"begun", "ended", "completed", "extended", "delayed", "rose", "fell"})
"""Events that say how far another one is, or that it was told, and so nothing of those who are counted."""

ENOUGH = 12
"""A large group is named by this many of its claims or a few less, evenly spread."""

SINCE = re.compile(r"\bsince (?:\w+ ){0,3}?((?:19|20)\d\d)\b", re.IGNORECASE)
BOUND_WORDS = {
    Hedge.BY: "by",
    Hedge.UNTIL: "until",
    Hedge.SINCE: "since",
    Hedge.WITHIN: "within",
    Hedge.BEFORE: "before",
    Hedge.AFTER: "after",
}
QUOTE_WORDS = 8


def label_of(subjects: Sequence[Subject]) -> str:
    """A label for the claims of one fact: what is counted and what happens to it, else the phrase of the text that
    carries most of what the claims share.
    """
    subjects = subjects[:: len(subjects) // ENOUGH + 1]
    kind = subjects[0].side.kind
    if kind in (Kind.QUOTE, Kind.STATEMENT):
        return _quote_label(subjects)
    if 2 * sum(Frame.AGE in subject.profile.frames for subject in subjects) > len(subjects):
        return _age_label(subjects)
    noun, event = _noun(subjects) if kind is Kind.QUANTITY else "", _event(subjects)
    said = {token.name for token in tokenise(noun)}
    if noun and event and event not in PHASES:
        words = [noun] if event in said else [noun, event]
    elif noun:
        words = [noun, *_phrases(subjects, PHRASES_BESIDE_NOUN, said)]
    else:
        words = _phrases(subjects, PHRASES_ALONE, said) or [event or str(kind)]
    return _sentence_case(f"{_shorten(' '.join(words))}{_ending(subjects)}")


def _age_label(subjects: Sequence[Subject]) -> str:
    """Whose age it is: the name that most claims give right before it."""
    names = Counter(
        match[1] for subject in subjects if (match := NAME.search(subject.side.sentence, 0, subject.side.offset))
    )
    return f"Age of {min(names, key=lambda name: (-names[name], name))}" if names else "Age"


def _shorten(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[:MOST_CHARACTERS].rsplit(" ", 1)[0]


def _event(subjects: Sequence[Subject]) -> str:
    """The event that most of the claims are about, by the name of its row."""
    events = Counter(subject.profile.event for subject in subjects)
    event = min(events, key=lambda name: (-events[name], name or ""))
    return event or ""


def _noun(subjects: Sequence[Subject]) -> str:
    """The noun most claims count, the shortest of equals; nothing for a measure ("kilometres")."""
    nouns = Counter(
        " ".join(side.noun.split()[:MOST_NOUN_WORDS])
        for side in (subject.side for subject in subjects)
        if side.noun and not is_measure(side) and not any(map(str.isdigit, side.noun))
    )
    return min(nouns, key=lambda noun: (-nouns[noun], len(noun), noun), default="")


def _phrases(subjects: Sequence[Subject], most: int, said: Collection[str]) -> list[str]:
    """The phrases of the most central claim's sentence that carry most of what the claims share, in their order;
    `said` is said already.
    """
    best = max(subjects, key=lambda subject: (_centrality(subject, subjects), subject.side.key))
    weights = _shared_weights(best, subjects, said)
    phrases = sorted(_runs(best.side, weights), key=lambda phrase: (-phrase.weight, phrase.start))
    chosen = [phrase for phrase in phrases[:most] if phrase.weight * WEAKEST >= phrases[0].weight]
    if said:
        chosen = [phrase for phrase in chosen if phrase.weight >= FULL]
    return [phrase.text for phrase in sorted(chosen, key=lambda phrase: phrase.start)]


def _centrality(subject: Subject, subjects: Sequence[Subject]) -> int:
    return sum(subject.vector.cosine(other.vector) for other in subjects)


def _shared_weights(best: Subject, subjects: Sequence[Subject], said: Collection[str]) -> dict[str, int]:
    """What each word of a claim counts for: its weight, as often as other claims have it too."""
    shared = Counter(name for subject in subjects for name in subject.vector.weights)
    least = min(2, len(subjects))
    mine = {**best.profile.words, **best.profile.events}
    common = {name: weight * shared[name] for name, weight in mine.items() if shared[name] >= least}
    known = {*said, *PHASES} if said else set[str]()
    return {name: weight for name, weight in (common or mine).items() if name not in known}


class Phrase(NamedTuple):
    """A run of words of a sentence, with what its words count for."""

    start: int
    text: str
    weight: int


def _runs(side: Side, weights: Mapping[str, int]) -> Iterator[Phrase]:
    """Words that count, with the little words between them, up to a break, a figure, a day or the claim itself."""
    run: list[Token] = []
    end = side.offset + side.end - side.start
    for token in (*tokenise(side.sentence), None):
        is_outside = token is None or (token.start < end and token.end > side.offset)
        if token is None or is_outside or token.sense in (Sense.BREAK, Sense.NUMBER) or token.name in DAYS:
            yield from _phrase(side, run, weights)
            run = []
        else:
            run.append(token)


def _phrase(side: Side, run: Sequence[Token], weights: Mapping[str, int]) -> Iterator[Phrase]:
    """The part of a run between its first and last word that counts, cut where more than LONGEST_GAP others lie
    between.
    """
    counted = [place for place, token in enumerate(run) if token.name in weights]
    parts: list[list[int]] = []
    for place in counted:
        if parts and place - parts[-1][-1] <= LONGEST_GAP and place - parts[-1][0] < LONGEST_PHRASE:
            parts[-1].append(place)
        else:
            parts.append([place])
    for part in parts:
        text = side.sentence[run[part[0]].start : run[part[-1]].end]
        yield Phrase(run[part[0]].start, _tidy(text), sum(weights[run[place].name] for place in part))


def _tidy(text: str) -> str:
    return TRAILING.sub("", " ".join(text.split()).rstrip("."))


def _ending(subjects: Sequence[Subject]) -> str:
    """What "since 2013" says where a text says so, and "by" or "until" for dates that most claims bound in that way."""
    if subjects[0].side.kind is Kind.DATE:
        hedges = Counter(subject.side.hedge for subject in subjects)
        hedge = min(hedges, key=lambda one: (-hedges[one], one))
        return f" {BOUND_WORDS[hedge]}" if hedge in BOUND_WORDS and 2 * hedges[hedge] > len(subjects) else ""
    years = Counter(match[1] for subject in subjects if (match := SINCE.search(subject.side.sentence)))
    return f" since {min(years, key=lambda year: (-years[year], year))}" if years else ""


def _quote_label(subjects: Sequence[Subject]) -> str:
    longest = max(subjects, key=lambda subject: (len(subject.side.text), subject.side.key)).side
    words = longest.text.strip(" “”\"',.").split()
    quoted = " ".join(words[:QUOTE_WORDS]) + ("…" if len(words) > QUOTE_WORDS else "")
    speaker = next((subject.side.attribution for subject in subjects if subject.side.attribution), None)
    return f"{_sentence_case(speaker)}: “{quoted}”" if speaker else f"“{quoted}”"


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
