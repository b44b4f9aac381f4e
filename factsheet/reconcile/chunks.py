"""A sentence in chunks: its nouns and its verbs with the small words that belong to them.

After Abney, "Parsing by chunks" (1991).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factsheet.reconcile.lexicon.grammar import AUXILIARIES, BEING, FUTURE, PARTICLES
from factsheet.reconcile.parts import Part, parts_of
from factsheet.reconcile.tokens import Token, tokenise
from factsheet.reconcile.verbs import is_modal, is_participle


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of words that belong together; `words` are those that tell something, `start` and `end` bound them all.

    Of a verb: `plain`, the verb itself as it is written; `is_passive` ("were killed"), `is_ahead` ("will close",
    "to close"), `is_negated`; a verb without a `plain` is a bare "is" or "has".
    """

    part: Part
    start: int
    end: int
    words: tuple[str, ...] = ()
    plain: str = ""
    is_passive: bool = False
    is_ahead: bool = False
    is_negated: bool = False
    is_gerund: bool = False
    is_infinitive: bool = False

    @property
    def text(self) -> str:
        """The telling words in one line."""
        return " ".join(self.words)


@lru_cache(maxsize=4096)
def chunks_of(sentence: str, start: int, end: int) -> tuple[Chunk, ...]:
    """The sentence in chunks, the claim at `start:end` being one of its own, in the order of the text."""
    tokens = [token for token in tokenise(sentence) if token.end <= start or token.start >= end]
    place = sum(token.end <= start for token in tokens)
    parts = parts_of(sentence, tokens, place)
    return (
        *_gather(sentence, tokens[:place], parts[:place]),
        Chunk(Part.CLAIM, start, end),
        *_gather(sentence, tokens[place:], parts[place:]),
    )


NOMINAL = frozenset({Part.NOUN, Part.FIGURE, Part.DETERMINER})
VERBAL = frozenset({Part.VERB, Part.AUXILIARY, Part.ADVERB, Part.TO})


def _gather(sentence: str, tokens: Sequence[Token], parts: Sequence[Part]) -> Iterator[Chunk]:
    """Runs of nouns and runs of verbs as one chunk each, everything else by itself."""
    place = 0
    while place < len(tokens):
        part, first = parts[place], place
        if part in NOMINAL:
            while place < len(tokens) and (
                parts[place] in (Part.NOUN, Part.FIGURE)
                or (parts[place] is Part.DETERMINER and Part.NOUN not in parts[first:place])
            ):
                place += 1
            yield from _noun_chunks(sentence, tokens[first:place], parts[first:place])
        elif part in VERBAL:
            while place < len(tokens) and parts[place] in VERBAL:
                place += 1
            yield from _verb_chunks(tokens[first:place], parts[first:place])
        else:
            place += 1
            yield Chunk(part, tokens[first].start, tokens[first].end, (tokens[first].text,))


def _noun_chunks(sentence: str, tokens: Sequence[Token], parts: Sequence[Part]) -> Iterator[Chunk]:
    """The nouns of a run; a figure within it cuts it in two, since no label may name one."""
    run: list[Token] = []
    for token, part in zip(tokens, parts, strict=True):
        if part is Part.NOUN:
            run.append(token)
        else:
            yield from _noun_chunk(sentence, run)
            run = []
            if part is Part.FIGURE:
                yield Chunk(Part.FIGURE, token.start, token.end)
    yield from _noun_chunk(sentence, run)


def _noun_chunk(sentence: str, run: Sequence[Token]) -> Iterator[Chunk]:
    if run:
        start, end = run[0].start, run[-1].end
        yield Chunk(Part.NOUN, start, end, tuple(map(_plain, sentence[start:end].split())))


def _plain(word: str) -> str:
    """The word without the point that ends its sentence; that of "U.N." stays."""
    text = " ".join(word.split())
    return text.removesuffix(".") if text.count(".") == 1 else text


def _verb_chunks(tokens: Sequence[Token], parts: Sequence[Part]) -> Iterator[Chunk]:
    """A run of verbs as one chunk that is named by its last verb; adverbs and "to" without a verb by themselves."""
    verbs = [place for place, part in enumerate(parts) if part in (Part.VERB, Part.AUXILIARY)]
    if not verbs:
        for token, part in zip(tokens, parts, strict=True):
            as_part = Part.PREPOSITION if part is Part.TO else part
            yield Chunk(as_part, token.start, token.end, (token.text,))
        return
    last = max((place for place in verbs if parts[place] is Part.VERB), default=None)
    for place in verbs:
        follows = [part for part in parts[place + 1 :] if part is not Part.ADVERB]
        if parts[place] is Part.VERB and follows[:1] == [Part.TO] and not is_modal(tokens[place].text.lower()):
            last = place  # "were sent to clear the road": it is the sending that happens
            break
    forms = [token.text.lower().replace("’", "'") for token in tokens]
    if last is None:
        yield Chunk(Part.VERB, tokens[0].start, tokens[-1].end)
        return
    is_phrasal = last + 1 < len(tokens) and forms[last + 1] in PARTICLES
    # A phrase of the tables may end in the "to" that leads on: "expected to".
    small = [forms[place] if parts[place] is not Part.VERB else forms[place].split()[-1] for place in range(last)]
    lead = [form for form in small if form == "to" or form in AUXILIARIES]
    yield Chunk(
        Part.VERB,
        tokens[0].start,
        tokens[last + is_phrasal].end,
        tuple(token.text for token in tokens[: last + 1 + is_phrasal]),
        plain=ENDS_IN_OWNER.sub("", " ".join(_plain(token.text) for token in tokens[last : last + 1 + is_phrasal])),
        is_passive=bool(lead) and lead[-1] in BEING and is_participle(forms[last]),
        is_ahead=bool(set(lead) & FUTURE) or ("to" in lead and not {"have", "has"} & set(lead[lead.index("to") :])),
        is_negated=any(form == "not" or form.endswith("n't") for form in forms[:last]),
        is_infinitive=parts[0] is Part.TO,
        is_gerund=forms[last].split()[0].endswith("ing") and not lead,
    )
    if Part.VERB in parts[last + 1 :]:
        yield from _verb_chunks(tokens[last + 1 + is_phrasal :], parts[last + 1 + is_phrasal :])
        return
    for place in range(last + 1 + is_phrasal, len(tokens)):
        part = Part.PREPOSITION if parts[place] is Part.TO else parts[place]
        yield Chunk(part, tokens[place].start, tokens[place].end, (tokens[place].text,))


ENDS_IN_OWNER = re.compile(r" (?:the|its|their|those)$")
"""Some phrases of the table of events reach into the noun: "pulled its"."""
