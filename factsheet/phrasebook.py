"""What the engine says, said in the reader's language.

The engine speaks English, and its sentences are stored and exported so: beside evidence, with suggestions, in
decisions of years ago. Each was made by a template that is marked (articles/phrasing.py), so that it can be read back:
the template whose fixed words stand in it in their order, what stands between them in its slots. The template is
translated by the catalogue; a slot is said by what it holds, a day or a figure as the reader writes it, a sentence
within the sentence again by its template, and the words of an article as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal
from functools import cache, lru_cache

from django.utils.translation import get_language, gettext

import articles.extraction  # noqa: F401 - its templates are marked when it is loaded
import factsheet.reconcile.arithmetic
import factsheet.reconcile.drafts  # noqa: F401
from articles.phrasing import gettext_noop, marked_templates
from articles.spelling import spell_day, spell_number
from articles.spelling.days import spell_clock
from articles.words import HEDGES
from factsheet.reconcile.spelling import AND

CLAUSES, LIST = gettext_noop("{clause}; {clauses}"), gettext_noop("{item}, {items}")
QUOTED = gettext_noop("“{words}”")

SLOT = re.compile(r"\{(\w+)\}")
QUOTATION = re.compile(r"“([^“”]*)”")


def say(sentence: str) -> str | None:
    """A sentence or a clause of the engine in the active language; None for what is none of its own."""
    language = get_language() or "en"
    return sentence if language.startswith("en") else _say_in(language, sentence)


@lru_cache(maxsize=8192)
def _say_in(_language: str, sentence: str) -> str | None:
    if not sentence.endswith("."):
        return _say(sentence)
    whole, clause = read(sentence), sentence[:-1]
    # It may be a clause that was made a sentence: the template with more words of its own is meant.
    clauses = [found for words in (clause, clause[:1].lower() + clause[1:]) if (found := read(words))]
    best = min(clauses, key=lambda one: one.rank, default=None)
    if whole is not None and (best is None or whole.rank < best.rank):
        return whole.said
    return None if best is None else f"{best.said[:1].upper()}{best.said[1:]}."


@dataclass(frozen=True, slots=True)
class Template:
    """A template with its fixed words, one stretch more than it has slots."""

    text: str
    fixed: tuple[str, ...]
    slots: tuple[str, ...]

    def fill(self, sentence: str) -> Iterator[dict[str, str]]:
        """Each way in which the sentence can have been made of the template: what stood in its slots."""
        if not sentence.startswith(self.fixed[0]) or not sentence.endswith(self.fixed[-1]):
            return
        if not self.slots:
            if sentence == self.text:
                yield {}
            return
        if not all(fixed in sentence for fixed in self.fixed):
            return
        for values in self._cut(sentence, len(self.fixed[0]), 0):
            yield dict(zip(self.slots, values, strict=True))

    def _cut(self, sentence: str, start: int, slot: int) -> Iterator[tuple[str, ...]]:
        after = self.fixed[slot + 1]
        if slot == len(self.slots) - 1:
            end = len(sentence) - len(after)
            if end > start:
                yield (sentence[start:end],)
            return
        end = sentence.find(after, start + 1)
        while end >= 0:
            for values in self._cut(sentence, end + len(after), slot + 1):
                yield sentence[start:end], *values
            end = sentence.find(after, end + 1)


@cache
def templates() -> tuple[Template, ...]:
    """The engine's templates, those first that no other can be mistaken for."""
    marked = []
    for text in marked_templates():
        first, *others = SLOT.split(text)
        marked.append(Template(text, (first, *others[1::2]), tuple(others[::2])))
    # Clauses are told apart before any of them is taken for a slot; what else has few words of its own comes last.
    return tuple(sorted(marked, key=lambda one: (one.text != CLAUSES, -sum(map(len, one.fixed)), one.text)))


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence as it was read: its template, the place of that in `templates()`, and what it says in the language."""

    template: str
    rank: int
    said: str


def read(sentence: str) -> Found | None:
    """The first template of which the sentence can have been made, and what it says in the active language."""
    return _read_in(get_language() or "en", sentence)


# Kept for more than speed: the parts of a long list are each come by in many ways.
@lru_cache(maxsize=8192)
def _read_in(_language: str, sentence: str) -> Found | None:
    for rank, template in enumerate(templates()):
        for values in template.fill(sentence):
            said = _say_slots(values)
            if said is not None:
                return Found(template.text, rank, gettext(template.text).format(**said))
    return None


def _say_slots(values: Mapping[str, str]) -> dict[str, str] | None:
    said: dict[str, str] = {}
    for slot, value in values.items():
        words = HOLDS.get(slot, _keep)(value)
        if words is None:
            return None
        said[slot] = words
    return said


def _say(sentence: str) -> str | None:
    found = read(sentence)
    return None if found is None else found.said


def _keep(words: str) -> str:
    return words


def _say_figure(words: str) -> str | None:
    """The words of an article in quotation marks."""
    return gettext(QUOTED).format(words=words[1:-1]) if words.startswith("“") and words.endswith("”") else None


def _say_quotations(words: str) -> str | None:
    """Words in which some are quoted, each in the reader's quotation marks; none that reach out of their own."""
    if set("“”") & set(QUOTATION.sub("", words)):
        return None
    return QUOTATION.sub(lambda quoted: gettext(QUOTED).format(words=quoted[1]), words)


def _say_names(words: str) -> str:
    most, _, last = words.rpartition(" and ")
    return gettext(AND).format(most=most, last=last) if most else words


def _say_any(words: str) -> str:
    """A phrase of the engine, or words of an article."""
    return _say(words) or words


def _say_day(words: str) -> str | None:
    for form in ("%d %B %Y", "%Y-%m-%d"):
        try:
            return spell_day(datetime.strptime(words, form).date())  # noqa: DTZ007 - a day has no zone
        except ValueError:
            pass
    return None


def _say_clock(words: str) -> str | None:
    try:
        return spell_clock(time.fromisoformat(words))
    except ValueError:
        return None


def _say_number(words: str) -> str | None:
    return spell_number(Decimal(words)) if words.isdecimal() else None


def _say_hedge(words: str) -> str | None:
    return next((str(said) for hedge, said in HEDGES.items() if hedge.value.replace("_", " ") == words), None)


HOLDS: Mapping[str, Callable[[str], str | None]] = {
    **dict.fromkeys(("a", "b"), _say_figure),
    **dict.fromkeys(("clause", "clauses", "item", "items", "said", "why", "changes", "slip", "zones", "homes"), _say),
    **dict.fromkeys(("rules", "ours", "theirs", "most", "last"), _say),
    **dict.fromkeys(("first", "second", "third", "parts", "whole", "our_zone", "their_zone"), _say_any),
    **dict.fromkeys(("day", "other_day", "a_date", "b_date"), _say_day),
    **dict.fromkeys(("here", "there"), _say_clock),
    **dict.fromkeys(("n", "total"), _say_number),
    "words": _say_quotations,
    "names": _say_names,
    "hedge": _say_hedge,
}
"""How what stands in a slot is said, by the name of the slot; None where it cannot stand there. Other slots hold the
words of articles and of editors, which stay as they are.
"""
