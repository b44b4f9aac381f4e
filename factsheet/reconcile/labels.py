"""The label of a fact, made from its claims' own words: short, in sentence case, with no figure in it but a "since"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from articles.values import Hedge, Kind
from factsheet.reconcile.measures import is_measure
from factsheet.reconcile.profiles import NEAR
from factsheet.reconcile.subjects import Subject
from factsheet.reconcile.tokens import Sense, Token, tokenise

MOST_CHARACTERS = 70
MOST_NOUN_WORDS = 3
PHRASES_BESIDE_NOUN, PHRASES_BESIDE_EVENT, PHRASES_ALONE = 1, 2, 3
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
    """A label for the claims of one fact: what is counted, what happens to it, and the names that the claims share."""
    subjects = subjects[:: len(subjects) // ENOUGH + 1]
    kind = subjects[0].side.kind
    if kind in (Kind.QUOTE, Kind.STATEMENT):
        return _quote_label(subjects)
    event, noun = _event(subjects), _noun(subjects) if kind is Kind.QUANTITY else ""
    if event and not noun and kind is not Kind.DATE:
        event = _as_written(event, subjects)
    if noun and event:
        words = [noun, event] if event not in {token.name for token in tokenise(noun)} else [noun]
    elif noun:
        words = [noun, *_phrases(subjects, PHRASES_BESIDE_NOUN)]
    elif event:
        words = [*_phrases(subjects, PHRASES_BESIDE_EVENT), event]
        words = words if kind is Kind.DATE else [event, *words[:-1]]
    else:
        words = _phrases(subjects, PHRASES_ALONE) or [str(kind)]
    return _sentence_case(f"{' '.join(words)[:MOST_CHARACTERS]}{_ending(subjects)}")


def _event(subjects: Sequence[Subject]) -> str:
    """The event that most of the claims are about, by the name of its row."""
    events = Counter(subject.profile.event for subject in subjects)
    event = min(events, key=lambda name: (-events[name], name or ""))
    return event or ""


def _as_written(event: str, subjects: Sequence[Subject]) -> str:
    """The word that the claims use most for an event: "turnout", "revenue"."""
    written = Counter(
        token.text.rstrip(".").lower()
        for subject in subjects
        for token in tokenise(subject.side.sentence)
        if token.name == event
    )
    return min(written, key=lambda word: (-written[word], word), default=event)


def _noun(subjects: Sequence[Subject]) -> str:
    """The noun most claims count, the shortest of equals; nothing for a measure ("kilometres")."""
    nouns = Counter(
        " ".join(side.noun.split()[:MOST_NOUN_WORDS])
        for side in (subject.side for subject in subjects)
        if side.noun and not is_measure(side) and not any(map(str.isdigit, side.noun))
    )
    return min(nouns, key=lambda noun: (-nouns[noun], len(noun), noun), default="")


def _phrases(subjects: Sequence[Subject], most: int) -> list[str]:
    """The names and words around the most central claim that weigh most and that the other claims share, in their
    order.
    """
    best = max(subjects, key=lambda subject: (_centrality(subject, subjects), subject.side.key))
    shared = Counter(name for subject in subjects for name in subject.vector.weights)
    found: dict[str, tuple[int, int, bool]] = {}
    for place, tokens in enumerate(_runs(best)):
        text = " ".join(token.text.rstrip(".").removesuffix("’s").removesuffix("'s") for token in tokens)
        weight = max(best.profile.words.get(token.name, 0) * shared[token.name] ** 2 for token in tokens)
        if weight >= NEAR and weight > found.get(text, (0,))[0]:
            found[text] = (weight, place, any(shared[token.name] > 1 for token in tokens))
    common = [text for text, (_, _, is_common) in found.items() if is_common]
    if not common and len(subjects) > 1:
        most = 1
    chosen = sorted(common or found, key=lambda text: (-found[text][0], found[text][1]))[:most]
    return sorted(chosen, key=lambda text: found[text][1])


def _centrality(subject: Subject, subjects: Sequence[Subject]) -> int:
    return sum(subject.vector.cosine(other.vector) for other in subjects)


def _runs(subject: Subject) -> Iterator[list[Token]]:
    """The content words of the sentence, those of one name together ("Security Council"), the claim's own left out."""
    side, run = subject.side, list[Token]()
    end = side.offset + side.end - side.start
    for token in tokenise(side.sentence):
        is_content = token.sense in (Sense.WORD, Sense.PLACE) and not side.offset < token.end <= end
        joins = bool(run) and token.text[0].isupper() and run[-1].text[0].isupper() and token.start - run[-1].end == 1
        if run and not (is_content and joins):
            yield run
            run = []
        if is_content:
            run = [*run, token]
    if run:
        yield run


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
