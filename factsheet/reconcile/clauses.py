"""The clause that a claim stands in, read roughly: who does what to whom, and which noun the figure hangs on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from factsheet.reconcile.chunks import Chunk, chunks_of
from factsheet.reconcile.lexicon.verbs import SAYING
from factsheet.reconcile.parts import Part
from factsheet.reconcile.sides import Side


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands around a claim.

    `subject`, `verb` and `object` are of the clause it stands in, `towards` the phrase that stands where an object
    would ("came to power"). `head` is the noun that the claim hangs on before it ("a budget of #"), `link` the word
    between, `wider` the noun that `head` hangs on, with its preposition. `named` is the noun right after the claim
    ("# sweetener"), `tail` a phrase after it with its preposition ("of the vote"). `nearby` are the nouns next to it on
    either side, whatever stands between. `is_subject` and `is_object` say what the claim itself is.
    """

    subject: Chunk | None = None
    verb: Chunk | None = None
    object: Chunk | None = None
    towards: tuple[str, Chunk] | None = None
    head: Chunk | None = None
    link: str = ""
    named: Chunk | None = None
    tail: tuple[str, Chunk] | None = None
    is_subject: bool = False
    is_object: bool = False
    nearby: tuple[Chunk, ...] = ()
    wider: tuple[Chunk, str] | None = None


REACH = 400
"""What stands further from a claim than so many characters is no part of its clause; a text may have no full stop."""


def clause_of(side: Side) -> Clause:
    """The clause that a claim stands in."""
    first, end = max(side.offset - REACH, 0), side.offset + side.end - side.start
    return read_clause(side.sentence[first : end + REACH], side.offset - first, end - first)


@lru_cache(maxsize=4096)
def read_clause(sentence: str, start: int, end: int) -> Clause:
    """The clause around the claim at `start:end` of its sentence."""
    chunks = chunks_of(sentence, start, end)
    at = next(place for place, chunk in enumerate(chunks) if chunk.part is Part.CLAIM)
    before, after = chunks[:at], chunks[at + 1 :]
    link, head, wider = _head_of(before)
    named = after[0] if after and after[0].part is Part.NOUN else None
    beside = Clause(
        head=head, link=link, named=named, tail=_tail_of(after, named), wider=wider,
        nearby=tuple(found for run in (before[::-1], after) if (found := _first_noun(run))),
    )  # fmt: skip
    verb_at = _verb_before(before)
    follows = _verb_after(after[1:] if named else after)
    if follows is not None and (
        verb_at is None or _begins_anew(before, verb_at, is_day=bool(ADVERBIAL.match(sentence[start:end])))
    ):
        verb_at = follows + (1 if named else 0)
        skipped = 2 if after[0].text.lower() == "of" else 1 if named else 0
        is_fronted = any(chunk.part is Part.NOUN for chunk in after[skipped:verb_at])
        what, towards = _objects_of(after[verb_at + 1 :])
        return replace(
            beside, subject=_subject_of(after[:verb_at]) if is_fronted else None, verb=after[verb_at],
            object=what, towards=towards, is_subject=not is_fronted,
        )  # fmt: skip
    if verb_at is None:
        return beside
    between = before[verb_at + 1 :]
    what, towards = _objects_of(between)
    subject = _subject_of(before[:verb_at])
    if subject and not what:
        what = _antecedent_of(before, subject)
    return replace(
        beside, subject=subject, verb=before[verb_at], object=what, towards=towards,
        is_object=all(chunk.part in (Part.ADVERB, Part.FIGURE, Part.DETERMINER) for chunk in between),
    )  # fmt: skip


def _first_noun(chunks: Sequence[Chunk]) -> Chunk | None:
    return next((chunk for chunk in chunks if chunk.part is Part.NOUN), None)


STRONG = frozenset({";", ":", "—", "–", ".", "!", "?", "(", ")", "“", "”", '"'})


def _head_of(before: Sequence[Chunk]) -> tuple[str, Chunk | None, tuple[Chunk, str] | None]:
    """The noun before the claim, the one preposition that may stand between, and the noun that this one hangs on."""
    left = [chunk for chunk in before if chunk.part not in (Part.ADVERB, Part.FIGURE)]
    link = ""
    if left and left[-1].part is Part.PREPOSITION:
        link = left.pop().text.lower()
    if not left or left[-1].part is not Part.NOUN:
        return link, None, None
    rest = left[:-1]
    if len(rest) > 1 and rest[-1].part is Part.PREPOSITION and rest[-2].part is Part.NOUN and rest[-1].text != "of":
        return link, left[-1], (rest[-2], rest[-1].text.lower())
    if len(rest) > 2 and rest[-1].part is Part.PREPOSITION and rest[-2].text == "," and rest[-3].part is Part.NOUN:
        return link, left[-1], (rest[-3], rest[-1].text.lower())  # "Bea Holt, in charge since"
    return link, _with_of(left), None


def _verb_before(before: Sequence[Chunk]) -> int | None:
    """The place of the verb that the claim belongs to: the nearest before it with no strong break between."""
    for place in range(len(before) - 1, -1, -1):
        chunk = before[place]
        if chunk.part is Part.BREAK and chunk.text in STRONG:
            return None
        if chunk.part is Part.VERB:
            return place
    return None


def _verb_after(after: Sequence[Chunk]) -> int | None:
    """The place of the first finite verb after the claim, before a strong break."""
    for place, chunk in enumerate(after):
        if (chunk.part is Part.BREAK and chunk.text in STRONG) or chunk.part is Part.CONJUNCTION:
            return None
        if chunk.part is Part.VERB and not chunk.is_gerund and not chunk.is_infinitive:
            return place
    return None


def _begins_anew(before: Sequence[Chunk], verb_at: int, *, is_day: bool) -> bool:
    """Whether a new clause begins between the verb and the claim ("..., and # people were hurt"; "said # people were").

    What is said on a day is another thing than what is said.
    """
    between = before[verb_at + 1 :]
    breaks = [chunk for chunk in between if chunk.part in (Part.BREAK, Part.CONJUNCTION)]
    says = before[verb_at].plain.lower() in SAYING
    only_small = all(chunk.part in (Part.ADVERB, Part.RELATIVE, Part.FIGURE, Part.DETERMINER) for chunk in between)
    return bool(breaks and not any(c.part is Part.NOUN for c in between[between.index(breaks[-1]) :])) or (
        says and only_small and not is_day
    )


ADVERBIAL = re.compile(
    r"(?:on|in|by|since|until|till|through|from|within|before|after|last|this|next|earlier|later|late|at|as|during|the|a"
    r"|an|about|around|some|early|yesterday|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day$)\b",
    re.IGNORECASE,
)
"""How a day begins that says when something happens, and names nothing as "the 2012 uprising" does."""


ASIDE = frozenset({Part.RELATIVE, Part.CLAIM, Part.FIGURE})
"""What may stand between a subject and its verb, set off by commas or not: "Voss, 58, who"."""


def _subject_of(before: Sequence[Chunk]) -> Chunk | None:
    """The noun that a verb is said of: what stands before it, past a relative and past phrases that hang on it."""
    left = [chunk for chunk in before if chunk.part is not Part.ADVERB]
    if left and left[-1].part is Part.CONJUNCTION and (verb_at := _verb_before(left)) is not None:
        return _subject_of(left[:verb_at])
    while left and (left[-1].part in ASIDE or (left[-1].part is Part.BREAK and left[-1].text == ",")):
        left.pop()
    while len(left) > 2 and left[-1].part in (Part.NOUN, Part.FIGURE) and left[-2].part is Part.PREPOSITION:
        if left[-1].part is Part.NOUN and left[-2].text.lower() == "of" and left[-3].part is Part.NOUN:
            break
        left = left[:-2]
    return _with_of(left) if left and left[-1].part is Part.NOUN else None


def _antecedent_of(before: Sequence[Chunk], subject: Chunk) -> Chunk | None:
    """The object that stands before its clause: "the budget that councillors adopted"."""
    left = [chunk for chunk in before if chunk.end <= subject.start]
    if len(left) > 1 and left[-1].part is Part.RELATIVE and left[-2].part is Part.NOUN:
        return left[-2]
    return None


def _objects_of(after: Sequence[Chunk]) -> tuple[Chunk | None, tuple[str, Chunk] | None]:
    """The noun right after a verb, with what an "of" adds; else the phrase there with its preposition."""
    rest = [chunk for chunk in after if chunk.part is not Part.ADVERB]
    while rest and rest[0].part is Part.FIGURE:
        rest.pop(0)
    if len(rest) > 1 and rest[0].part is Part.PREPOSITION and rest[1].part is Part.NOUN:
        return None, (rest[0].text.lower(), rest[1])
    if not rest or rest[0].part is not Part.NOUN:
        return None, None
    if len(rest) > 2 and rest[1].text.lower() == "of" and rest[2].part is Part.NOUN:
        return _joined(rest[0], rest[2]), None
    return rest[0], None


def _tail_of(after: Sequence[Chunk], named: Chunk | None) -> tuple[str, Chunk] | None:
    """The phrase right after the claim, or after the noun that follows it."""
    rest = [chunk for chunk in (after[1:] if named else after) if chunk.part is not Part.ADVERB]
    if len(rest) > 1 and rest[0].part is Part.PREPOSITION and rest[1].part is Part.NOUN:
        return rest[0].text.lower(), rest[1]
    return None


MOST_WORDS = 4


def _with_of(left: Sequence[Chunk]) -> Chunk:
    """The last noun of a run, with the one that it is told "of"."""
    if len(left) > 2 and left[-2].text.lower() == "of" and left[-3].part is Part.NOUN:
        joined = _joined(left[-3], left[-1])
        return joined if len(joined.words) <= MOST_WORDS + 1 else left[-3]
    return left[-1]


def _joined(first: Chunk, second: Chunk) -> Chunk:
    return Chunk(Part.NOUN, first.start, second.end, (*first.words, "of", *second.words))
