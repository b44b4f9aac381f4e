"""The label of a fact, made from its claims' own words: short, in sentence case, with no figure in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from articles.values import Hedge, Kind
from factsheet.reconcile.profiles import NEAR
from factsheet.reconcile.subjects import Subject
from factsheet.reconcile.tokens import Sense, Token, tokenise

MOST_WORDS = 5
MOST_CHARACTERS = 70
SINCE = re.compile(r"\bsince (?:its \w+ in |the \w+ of )?((?:19|20)\d\d)\b", re.IGNORECASE)
BOUND_WORDS = {
    Hedge.BY: "by",
    Hedge.UNTIL: "until",
    Hedge.SINCE: "since",
    Hedge.WITHIN: "within",
    Hedge.BEFORE: "before",
    Hedge.AFTER: "after",
}
QUOTE_WORDS = 8
ENOUGH = 12
"""A large group is named by this many of its claims or a few less, evenly spread."""


def label_of(subjects: Sequence[Subject]) -> str:
    """A label for the claims of one fact; every word of it, but for "on", "since" and the like, stands in one of them."""
    if subjects[0].side.kind in (Kind.QUOTE, Kind.STATEMENT):
        return _quote_label(subjects)
    subjects = subjects[:: len(subjects) // ENOUGH + 1]
    best = max(subjects, key=lambda subject: (_centrality(subject, subjects), subject.side.key))
    noun = _noun_words(subjects) if subjects[0].side.kind is Kind.QUANTITY else []
    words = [*noun, *(word for word in _telling_words(best, subjects) if word.lower() not in {n.lower() for n in noun})]
    label = " ".join(words[:MOST_WORDS]) or str(subjects[0].side.kind)
    return _sentence_case(f"{label}{_ending(subjects)}")[:MOST_CHARACTERS]


def _centrality(subject: Subject, subjects: Sequence[Subject]) -> int:
    return sum(subject.vector.cosine(other.vector) for other in subjects)


def _noun_words(subjects: Sequence[Subject]) -> list[str]:
    nouns = Counter(subject.side.noun.strip() for subject in subjects if subject.side.noun)
    if not nouns:
        return []
    most = max(nouns.values())
    noun = min((noun for noun, count in nouns.items() if count == most), key=lambda noun: (len(noun), noun))
    return [word for word in noun.split() if not any(map(str.isdigit, word))][-3:]


def _telling_words(subject: Subject, subjects: Sequence[Subject]) -> list[str]:
    """The words around the claim that weigh most with it and that the other claims share, in the order of the sentence."""
    side, end = subject.side, subject.side.offset + subject.side.end - subject.side.start
    shared = Counter(name for other in subjects for name in other.vector.weights)
    scored: dict[str, tuple[int, Token]] = {}
    for token in tokenise(side.sentence):
        if token.sense in (Sense.EMPTY, Sense.BREAK) or (
            token.start < end and token.end > side.offset and side.kind is not Kind.DATE
        ):
            continue
        near = {**subject.profile.words, **subject.profile.events}.get(token.name, 0)
        weight = near * shared[token.name] * (2 if token.name == subject.profile.event else 1)
        if near >= NEAR and weight > scored.get(token.name, (0, token))[0]:
            scored[token.name] = (weight, token)
    best = sorted(scored.values(), key=lambda item: (-item[0], item[1].start))[: MOST_WORDS - 2]
    return [token.text.rstrip(".") for _, token in sorted(best, key=lambda item: item[1].start)]


def _ending(subjects: Sequence[Subject]) -> str:
    """ "since 2013" where a text says so; "by" and "until" for dates that most claims bound in that way."""
    if subjects[0].side.kind is Kind.DATE:
        hedge, count = Counter(subject.side.hedge for subject in subjects).most_common(1)[0]
        return f" {BOUND_WORDS[hedge]}" if hedge in BOUND_WORDS and 2 * count > len(subjects) else ""
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
