"""How English verbs are inflected, as far as a label needs it."""

from __future__ import annotations

from factsheet.reconcile.lexicon.verbs import DOUBLED, IRREGULAR_VERBS, MODAL, VERBS


def _with(plain: str, ending: str) -> str:
    """A verb with "s", "ed" or "ing"."""
    if ending == "s":
        if plain.endswith(("s", "x", "sh", "ch", "o")):
            return f"{plain}es"
        return f"{plain[:-1]}ies" if plain.endswith("y") and plain[-2] not in "aeou" else f"{plain}s"
    if plain.endswith("e") and not plain.endswith("ee"):
        return f"{plain[:-1]}{ending}"
    if plain.endswith("ee") and ending == "ed":
        return f"{plain}d"
    if plain.endswith("y") and plain[-2] not in "aeou" and ending == "ed":
        return f"{plain[:-1]}ied"
    return f"{plain}{plain[-1] if plain in DOUBLED else ''}{ending}"


PLAIN_OF = {form: verb for verb in sorted(VERBS) for form in (verb, *(_with(verb, end) for end in ("s", "ed", "ing")))}
"""The plain form of each regular form of the verbs."""

PLAIN_OF_PAST = {past: plain for plain, past, _ in IRREGULAR_VERBS}
PARTICIPLE_OF_PAST = {past: participle for _, past, participle in IRREGULAR_VERBS}
PARTICIPLE_OF = {plain: participle for plain, _, participle in IRREGULAR_VERBS}
PAST_PARTICIPLES = frozenset(PARTICIPLE_OF.values())


def is_participle(form: str) -> bool:
    """Whether a word in lower case, or the first one of a phrase, has the form of a past participle."""
    first = form.split()[0]
    return first in PAST_PARTICIPLES or first.endswith("ed")


def is_modal(form: str) -> bool:
    """Whether a verb in lower case only says how sure or how far the one after it is."""
    return PLAIN_OF.get(form, form) in MODAL or PLAIN_OF_PAST.get(form) in MODAL


def participle_of(verb: str) -> str:
    """How a verb is told of what was done: "detained" of "detains", "sold" of "sell", "laid off" of "lay off"."""
    first, *rest = verb.lower().split()
    plain = PLAIN_OF.get(first, first)
    if first in PARTICIPLE_OF_PAST:
        found = PARTICIPLE_OF_PAST[first]
    elif is_participle(first):
        found = first
    else:
        found = PARTICIPLE_OF.get(plain) or _with(plain, "ed")
    return " ".join((found, *rest))
