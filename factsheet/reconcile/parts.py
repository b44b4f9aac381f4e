"""What each word of a sentence is: a noun, a verb, a small word, a figure.

There is no parser behind it: closed classes of words, the forms of verbs and their neighbours tell nouns from verbs. It
serves for naming what a claim is about, where a wrong guess costs a worse label and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from factsheet.reconcile.lexicon.grammar import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    COUNTS,
    DAYS,
    DETERMINERS,
    FUTURE,
    NO_ADVERBS,
    ORDINALS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    ROUGHLY,
    SCALES,
)
from factsheet.reconcile.lexicon.verbs import NO_PARTICIPLES, OFTEN_NOUNS, VERBS
from factsheet.reconcile.tokens import MONTHS, Sense, Token
from factsheet.reconcile.verbs import PARTICIPLE_OF_PAST, PAST_PARTICIPLES, PLAIN_OF

NAMES_OF_FIGURES = COUNTS | DAYS


class Part(StrEnum):
    """What a word, or a run of words, is in its sentence."""

    NOUN = "noun"
    VERB = "verb"
    PREPOSITION = "preposition"
    DETERMINER = "determiner"
    AUXILIARY = "auxiliary"
    TO = "to"
    ADVERB = "adverb"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    CONJUNCTION = "conjunction"
    FIGURE = "figure"
    CLAIM = "claim"
    BREAK = "break"


def parts_of(sentence: str, tokens: Sequence[Token], claim: int) -> list[Part]:
    """The part of each token; the claim stands before the one at `claim`."""
    parts: list[Part] = []
    for place, token in enumerate(tokens):
        before = Part.CLAIM if place == claim else parts[-1] if parts else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if before is Part.NOUN and sentence[token.start - 1] == "-":
            parts.append(Part.NOUN)  # "rainy-day fund"
        elif _is_forced(parts, tokens, place, follows_claim=place + 1 == claim):
            parts.append(Part.VERB)
        else:
            parts.append(_part_of(token, before, after, follows_claim=place + 1 == claim))
    return parts


def _is_forced(parts: Sequence[Part], tokens: Sequence[Token], place: int, *, follows_claim: bool) -> bool:
    """Whether what stands before a word makes it a verb, known or not: "will bank", "hopes to claw back"."""
    token, before = tokens[place], parts[-1] if parts else None
    if token.sense not in (Sense.WORD, Sense.EVENT) or token.text[0].isupper() or place == 0:
        return False
    if before is Part.AUXILIARY:
        return tokens[place - 1].text.lower().replace("’", "'") in FUTURE
    if tokens[place - 1].text.lower().endswith(" to"):  # a phrase of the tables: "expected to"
        return token.text in PLAIN_OF
    after = tokens[place + 1].text.lower() if place + 1 < len(tokens) else ""
    opens = follows_claim or after in DETERMINERS or after in PARTICLES
    return before is Part.TO and len(parts) > 1 and parts[-2] is Part.VERB and opens


def _part_of(token: Token, before: Part | None, after: Token | None, *, follows_claim: bool) -> Part:
    form = token.text.lower().replace("’", "'").rstrip(".'")
    if token.sense is Sense.BREAK:
        return Part.BREAK
    if form in ORDINALS and before in BEFORE_ORDINAL:
        return Part.DETERMINER
    if (
        token.sense is Sense.NUMBER
        or form[:1].isdigit()
        or form in NAMES_OF_FIGURES
        or token.text.rstrip(".") in MONTHS
    ):
        return Part.FIGURE
    if form in SCALES and before is Part.FIGURE:
        return Part.FIGURE
    if form == "to":
        return Part.TO
    if form in ROUGHLY and (follows_claim or (after and _is_figure(after))):
        return Part.ADVERB
    for words, part in CLOSED:
        if form in words:
            return part
    if form.endswith("ly") and len(form) > 4 and form not in NO_ADVERBS and token.text[0].islower():
        return Part.ADVERB
    return Part.VERB if _is_verb(token, form, before, after, follows_claim=follows_claim) else Part.NOUN


CLOSED: tuple[tuple[frozenset[str], Part], ...] = (
    (AUXILIARIES, Part.AUXILIARY),
    (RELATIVES, Part.RELATIVE),
    (DETERMINERS, Part.DETERMINER),
    (PRONOUNS, Part.PRONOUN),
    (CONJUNCTIONS, Part.CONJUNCTION),
    (ADVERBS, Part.ADVERB),
    (PREPOSITIONS, Part.PREPOSITION),
)
BEFORE_ORDINAL = frozenset({Part.DETERMINER, Part.PREPOSITION, Part.BREAK, Part.VERB, None})

NOUN_BEFORE = frozenset({Part.NOUN, Part.PRONOUN, Part.RELATIVE, Part.CLAIM, Part.ADVERB, Part.FIGURE})
LEADS_TO_VERB = frozenset({Part.AUXILIARY, Part.TO})
STARTS_NOUN = DETERMINERS | PRONOUNS | PREPOSITIONS | frozenset({"to", "that"}) | ADVERBS


def _is_verb(token: Token, form: str, before: Part | None, after: Token | None, *, follows_claim: bool) -> bool:
    """Whether a word that may be a verb is one here, by its form and its neighbours."""
    first, *rest = form.split()
    is_name = token.text[0].isupper() and before is not None and before is not Part.BREAK
    if is_name or before is Part.DETERMINER:
        return False
    next_form = after.text.lower().rstrip(".") if after else ""
    opens = follows_claim or not after or after.sense is Sense.BREAK or next_form in STARTS_NOUN or _is_figure(after)
    opens = opens or next_form in PARTICLES
    if (
        first in PARTICIPLE_OF_PAST
        or first in PAST_PARTICIPLES
        or (first.endswith("ed") and first not in NO_PARTICIPLES)
    ):
        ambiguous = first in OFTEN_NOUNS
        if before is Part.FIGURE and first in PARTICIPLE_OF_PAST and not ambiguous:
            return True
        if before in (Part.PREPOSITION, Part.FIGURE, None) or (before is Part.NOUN and ambiguous):
            return bool(opens) or bool(rest)
        return True
    is_known = first in PLAIN_OF
    if first.endswith("ing") and first not in VERBS:
        leads = before not in LEADS_TO_VERB and next_form in PREPOSITIONS | AUXILIARIES
        is_act = leads and not follows_claim  # "Parking in the centre"
        return is_known and before is not Part.NOUN and not is_act
    if not is_known:
        return False
    if before in LEADS_TO_VERB or (before is Part.PRONOUN):
        return True
    if before not in NOUN_BEFORE and not (before is Part.CONJUNCTION and first.endswith("s") and opens):
        return False
    if PLAIN_OF[first] in OFTEN_NOUNS:
        return bool(after) and (follows_claim or next_form in DETERMINERS | PRONOUNS | {"to", "that"})
    return bool(opens) or before in (Part.PRONOUN, Part.RELATIVE) or first.endswith("s")


def _is_figure(token: Token) -> bool:
    return token.sense is Sense.NUMBER or token.text.lower() in COUNTS
