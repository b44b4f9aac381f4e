"""The ways in which one claim's own sentence may name its fact, each with what it is worth.

What is counted and what happens to it; what a sum is for; what a share is of; who did what on a day; what lasts. The
worths are in thousandths of a label that an editor would write, set by reading the labels of the events of the tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.values import Kind
from factsheet.reconcile.chunks import Chunk
from factsheet.reconcile.clauses import ADVERBIAL, Clause, clause_of, read_clause
from factsheet.reconcile.frames import Frame
from factsheet.reconcile.lexicon.grammar import PREPOSITIONS
from factsheet.reconcile.lexicon.labels import BEFORE_A_VERB, EXTENTS, LIVES, LOST
from factsheet.reconcile.lexicon.outcomes import EVENTS_OF_PEOPLE, REPORTING
from factsheet.reconcile.lexicon.verbs import CARRIERS, SAYING
from factsheet.reconcile.measures import is_measure
from factsheet.reconcile.profiles import FULL
from factsheet.reconcile.sides import Side
from factsheet.reconcile.subjects import Subject
from factsheet.reconcile.tokens import Sense, tokenise
from factsheet.reconcile.verbs import participle_of

MOST_NOUN_WORDS = 3
MOST_WORDS = 6
PHASES = REPORTING | frozenset({"begun", "ended", "completed", "extended", "delayed", "rose", "fell"})
"""Events that say how far another one is, or that it was told, and so nothing of those who are counted."""

BESIDE = {Kind.QUANTITY: 450, Kind.MONEY: 450, Kind.PERCENTAGE: 450, Kind.ORDINAL: 450, Kind.DURATION: 200}
"""What the deed of its sentence loses as the name of a figure, which has a name of its own more often than not."""

ACT, SAID = 800, 350
"""What a deed is worth, and what is worth that somebody said something."""

VOTED = "votes"
VOTES = re.compile(r"\bvotes?\b")
OWNER = re.compile(r"[’']s?$")
ATTRIBUTE = re.compile(r"\w-\w|[’']s?$")
"""A duration that stands before its noun as an adjective does: "11-day", "two weeks’"."""

GAINS = frozenset("take takes took taken win wins won get got poll polled secure secured receive received".split())
LASTS = frozenset("last lasts lasted take takes took".split())


UNFINISHED = 500
"""What a deed is worth without that which it is done to: "countries demanded"."""

LEADS = frozenset("of to into from through out".split())
"""Prepositions without whose phrase a verb leads to nothing: "came to power", "grew out of a rising"."""

WHERE = frozenset("in on at of from for with without near under aboard among".split())
"""Prepositions whose phrase says more of what is counted, rather than when or how many."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A label in lower case but for names, and its worth in thousandths; one that is not `is_told` has words of the
    tables in place of the article's.
    """

    text: str
    worth: int
    is_told: bool = True


def wordings_of(subject: Subject, noun: str) -> Iterator[Wording]:
    """The wordings that a claim gives; `noun` is what most claims of the fact count."""
    side = subject.side
    clause = clause_of(side)
    found = {
        Kind.QUANTITY: lambda: _counts(subject, clause, noun),
        Kind.MONEY: lambda: _sums(side, clause),
        Kind.PERCENTAGE: lambda: _shares(side, clause),
        Kind.DURATION: lambda: _lengths(subject, clause),
        Kind.ORDINAL: lambda: _named(clause, 900),
    }.get(side.kind)
    for wording in found() if found else ():
        if not _repeats(wording):
            yield _short(wording)
    for wording in _happenings(side, clause):
        if not _repeats(wording):
            yield _short(replace(wording, worth=wording.worth - BESIDE.get(side.kind, 0)))


def _repeats(wording: Wording) -> bool:
    """Whether it says a word twice: "lives lost their lives"."""
    words = [word for word in wording.text.lower().split() if word not in PREPOSITIONS]
    return len(set(words)) < len(words)


def counted_noun(side: Side) -> str:
    """The noun that a count is of, at most its first words; nothing for a measure and for a noun with a figure."""
    if side.kind is not Kind.QUANTITY or is_measure(side):
        return ""
    if not side.noun:
        return VOTED if VOTES.search(side.text) else ""
    if any(map(str.isdigit, side.noun)):
        return ""
    return " ".join(side.noun.split()[:MOST_NOUN_WORDS])


def _short(wording: Wording) -> Wording:
    """A wording of too many words is cut, and worth less."""
    words = wording.text.split()
    if len(words) <= MOST_WORDS:
        return wording
    cut = words[:MOST_WORDS]
    while cut[-1].lower() in PREPOSITIONS:
        cut.pop()
    return replace(wording, text=" ".join(cut), worth=wording.worth - 200)


def say(chunk: Chunk, most: int = MOST_NOUN_WORDS) -> str:
    """A noun as a label writes it: its last words, without an owner's ending."""
    words = list(chunk.words)
    if len(words) > 2 and words[0][0].islower() and OWNER.search(words[0]):
        words = words[1:]  # "city's rainy-day fund"
    named = next((n for n, word in enumerate(reversed(words)) if not word[0].isupper()), len(words))
    if 2 <= named < len(words) and "of" not in words:
        words = words[-named:]  # "former finance minister Petr Hallam" goes by his name
    elif "of" not in words:
        words = words[-most:]
    elif len(words) > most + 2:
        words = words[: words.index("of")][-most:]
    while len(words) > 1 and not words[0][0].isalnum():
        words = words[1:]  # "& Orme"
    words[-1] = OWNER.sub("", words[-1]) or words[-1]
    return " ".join(words)


def _verb(verb: Chunk) -> str:
    """A verb in a label after its subject: "killed", "to be killed", "not killed", "to close", "closes"."""
    told = participle_of(verb.plain) if verb.is_passive else verb.plain
    if verb.is_ahead:
        told = f"to be {told}" if verb.is_passive else f"to {told}"
    return f"not {told}" if verb.is_negated else told


def _happenings(side: Side, clause: Clause) -> Iterator[Wording]:
    """Who did what: for dates and times, and for whatever else has no better name."""
    if clause.named and (clause.is_subject or not clause.subject):
        if not ADVERBIAL.match(side.text) or not clause.verb:
            yield from _named(clause, 900)
        else:
            clause = replace(clause, subject=clause.named)
    if clause.verb and clause.verb.plain and clause.subject:
        yield from _deeds(clause, clause.subject, clause.verb)
    elif clause.verb and clause.object and clause.verb.plain.lower() not in SAYING | CARRIERS | {""}:
        yield Wording(f"{say(clause.object)} {_undergoes(clause.verb)}", ACT - 150)
    elif clause.verb and clause.verb.plain:
        # "Saved" names nothing, "amount saved" does.
        told = _verb(clause.verb) if clause.verb.is_ahead else participle_of(clause.verb.plain.lower())
        yield Wording(f"{BEFORE_A_VERB[side.kind]} {told}", 60)
    elif clause.verb and clause.subject and clause.object:
        yield Wording(f"{say(clause.subject)}: {say(clause.object)}", 300)
    yield from _nouns(side, clause)


def _deeds(clause: Clause, subject: Chunk, verb: Chunk) -> Iterator[Wording]:
    """What a subject does or undergoes, with and without its object."""
    plain, what = verb.plain.lower(), clause.object
    deed = f"{say(subject)} {_verb(verb)}"
    worth = ACT
    if plain in SAYING or plain in CARRIERS:
        worth = SAID if plain in SAYING else ACT - 250
    if plain in SAYING and clause.nearby:
        yield Wording(f"{say(subject)} on {say(clause.nearby[-1])}", worth + 80)
    if verb.is_passive:
        yield Wording(deed, worth + 50)
        if what and len(what.words) < MOST_NOUN_WORDS:
            yield Wording(f"{deed} {say(what)}", worth + 60)  # "found guilty"
    elif what:
        yield Wording(f"{deed} {say(what)}", worth)
        if clause.wider and clause.wider[0] is what and clause.head:
            yield Wording(f"{deed} {say(what)} {clause.wider[1]} {say(clause.head)}", worth - 60)
        yield Wording(deed, worth - 250)
    else:
        towards = clause.towards
        if not towards and clause.link in LEADS and clause.named and not clause.head:
            towards = clause.link, clause.named  # "grew out of the 2012 rising"
        if towards:
            # Of a long phrase its noun, not the words before that.
            room = max(MOST_WORDS - len(deed.split()) - 1, 1)
            yield Wording(f"{deed} {towards[0]} {say(towards[1], min(room, MOST_NOUN_WORDS))}", worth - 20)
        yield Wording(deed, worth - 50 if towards is clause.towards else UNFINISHED)


def _nouns(side: Side, clause: Clause) -> Iterator[Wording]:
    """The nouns near a claim, where no verb tells more."""
    if clause.head and clause.head is not clause.subject:
        tells = any(token.sense is Sense.EVENT for token in tokenise(clause.head.text))
        yield Wording(say(clause.head), 450 if tells else 200)
        if clause.wider:
            yield Wording(f"{say(clause.wider[0])} {clause.wider[1]} {say(clause.head)}", 480)
    if clause.subject:
        yield Wording(say(clause.subject), 250)
    for chunk in clause.nearby:
        yield Wording(say(chunk), 120)
    if not clause.nearby and (told := read_clause(side.before, len(side.before), len(side.before)).nearby):
        yield Wording(say(told[0]), 60)


def _undergoes(verb: Chunk) -> str:
    """What is said of the object of a verb without a subject: "demanded", "to be opened"."""
    told = participle_of(verb.plain)
    return f"to be {told}" if verb.is_ahead else told


def _named(clause: Clause, worth: int, before: str = "") -> Iterator[Wording]:
    """The noun right after the claim, with what it is told of."""
    if clause.named:
        yield Wording(f"{before}{say(clause.named)}", worth)
        if clause.tail and clause.tail[0] in ("of", "in", "on", "for", "at"):
            yield Wording(f"{before}{say(clause.named)} {clause.tail[0]} {say(clause.tail[1], 2)}", worth - 100)


def _counts(subject: Subject, clause: Clause, noun: str) -> Iterator[Wording]:
    """What is counted, and what happens to it."""
    if not noun:
        yield from _sums(subject.side, clause)
        return
    is_deed = not subject.profile.role and any(token.sense is Sense.EVENT for token in tokenise(noun))
    yield Wording(noun, 620 if is_deed else 450 if " " in noun else 300)
    if noun == VOTED and (what := clause.object or clause.subject):
        yield Wording(f"votes on {say(what)}", 860)
    if not is_deed:
        yield from _befalls(subject, clause, noun)
    yield from _done_to(clause, noun)
    if clause.tail and clause.tail[0] in WHERE:
        yield Wording(f"{noun} {clause.tail[0]} {say(clause.tail[1], 2)}", 620)
    if clause.head and clause.link in WHERE:
        yield Wording(f"{say(clause.head)} {clause.link} {noun}", 560)


def _befalls(subject: Subject, clause: Clause, noun: str) -> Iterator[Wording]:
    """What is counted, with the event that the claim is about by the name of its row."""
    event, profile = subject.profile.event, subject.profile
    if event and event not in PHASES:
        fits = profile.role is not None or event not in EVENTS_OF_PEOPLE
        worth = 300 + 3 * min(profile.events.get(event, 0), FULL) // 10 - (0 if fits else 150)
        told = noun if event in noun.lower().split() else f"{noun} {LOST if noun.lower() in LIVES else event}"
        yield Wording(told, min(worth, 450) if clause.link else worth, is_told=False)


def _done_to(clause: Clause, noun: str) -> Iterator[Wording]:
    """What is counted, with the verb of its clause."""
    verb = clause.verb
    if verb and verb.plain and verb.plain.lower() not in CARRIERS | SAYING:
        if clause.is_subject:
            deed, rest = f"{noun} {_verb(verb)}", _rest_of(clause, verb)
            yield Wording(deed, UNFINISHED if rest else 850)
            if rest:
                yield Wording(f"{deed} {rest}", 850)
        elif clause.is_object and verb.is_passive and clause.subject:
            yield Wording(f"{noun}: {say(clause.subject)} {_verb(verb)}", 300)
        elif clause.is_object:
            # Lives that are cost, claimed or taken are lost.
            yield Wording(f"{noun} {LOST if noun.lower() in LIVES else _undergoes(verb)}", 850)
    elif verb and not verb.plain and clause.is_object and clause.subject and not clause.tail:
        yield Wording(f"{noun} of {say(clause.subject)}", 650)


def _rest_of(clause: Clause, verb: Chunk) -> str:
    """What a verb needs to say something of its subject: "demanded" its object, "came" where; nothing for a passive."""
    if verb.is_passive or verb.plain.lower() in SAYING | CARRIERS:
        return ""
    if clause.object:
        return say(clause.object)
    return f"{clause.towards[0]} {say(clause.towards[1])}" if clause.towards and clause.towards[0] in LEADS else ""


def _sums(side: Side, clause: Clause) -> Iterator[Wording]:
    """What an amount is: the noun beside it, what it is spent on, or who it is that pays."""
    verb, subject = clause.verb, clause.subject
    if clause.named and (extent := EXTENTS.get(clause.named.text.lower())):
        whose = clause.subject or clause.head or next(iter(clause.nearby), None)
        yield Wording(f"{extent} of {say(whose)}" if whose else extent, 900, is_told=False)
    else:
        yield from _named(clause, 900)
    if clause.head and clause.link in ("of", "at", "worth"):
        yield Wording(say(clause.head), 880)
        if clause.wider:
            yield Wording(f"{say(clause.wider[0])} {clause.wider[1]} {say(clause.head)}", 890)
    if verb and subject:
        if side.change:
            yield Wording(f"{say(subject)} {_verb(verb)}", 900)
        elif not verb.plain or verb.plain.lower() in CARRIERS or clause.link in ("to", "at", "from", "by"):
            yield Wording(say(subject), 850)
        else:
            yield Wording(f"{say(subject)} {_verb(verb)}", 700)
            if clause.tail and clause.tail[0] in ("on", "for"):
                yield Wording(f"{say(subject)} {_verb(verb)} {clause.tail[0]} {say(clause.tail[1])}", 760)
    if verb and clause.is_subject and not clause.named and verb.plain.lower() not in CARRIERS | SAYING | {""}:
        what = "number" if side.kind is Kind.QUANTITY else "amount"
        yield Wording(f"{what} {participle_of(verb.plain)}", 500)
    if clause.tail and clause.tail[0] in ("in", "of", "for", "on", "from"):
        told = say(clause.tail[1])
        is_bought = verb and verb.plain and clause.is_object and clause.tail[0] in ("for", "on", "from")
        yield Wording(f"{participle_of(verb.plain)} {clause.tail[0]} {told}" if is_bought and verb else told, 640)


def _shares(side: Side, clause: Clause) -> Iterator[Wording]:
    """What a percentage is of."""
    verb = clause.verb
    if clause.tail and clause.tail[0] == "of" and not clause.named:
        whole = say(clause.tail[1])
        if clause.is_subject and verb and verb.plain:
            yield Wording(f"share of {whole} {_verb(verb)}", 950)
        else:
            yield Wording(f"share of {whole}", 900)
            if clause.subject:
                yield Wording(f"{say(clause.subject)}, share of {whole}", 700)
    if clause.subject and verb and verb.plain.lower() in GAINS and not clause.named:
        yield Wording(f"share of {say(clause.subject)}", 850)
    yield from _sums(side, clause)


def _lengths(subject: Subject, clause: Clause) -> Iterator[Wording]:
    """What lasts, and whose age it is."""
    is_age = Frame.AGE in subject.profile.frames or subject.side.text.isdigit()  # "Aisha Renwick, 31"
    if clause.named and ATTRIBUTE.search(subject.side.text):
        is_name = clause.named.words[-1][0].isupper()
        yield from _named(clause, 900, "age of " if is_age else "" if is_name else "length of ")
    elif is_age and clause.nearby:
        yield Wording(f"age of {say(clause.nearby[0])}", 900)
    if clause.head and clause.link == "of":
        yield Wording(say(clause.head), 850)
    if clause.verb and clause.subject and clause.verb.plain.lower() in LASTS:
        yield Wording(f"length of {say(clause.subject)}", 900)
