"""A relation in a sentence that an editor reads, naming both figures as written."""

from __future__ import annotations

from functools import lru_cache

from articles.phrasing import gettext_noop as _
from articles.values import Kind
from factsheet.reconcile.lexicon.words import DEFINITION_WORDS
from factsheet.reconcile.profiles import profile_of
from factsheet.reconcile.quote_relations import worded_differently
from factsheet.reconcile.sides import Side
from factsheet.reconcile.spelling import spell_day
from factsheet.reconcile.time_relations import tell_zones
from factsheet.reconcile.verdicts import Difference, RelationKind, Verdict

PLAIN: dict[RelationKind, str] = {
    RelationKind.SAME: _("{a} and {b} give the same value."),
    RelationKind.CONSISTENT: _("{a} and {b} can both be true."),
    RelationKind.ROUNDING: _("{a} and {b} meet only within rounding."),
    RelationKind.TENSION: _("{a} and {b} meet only through an open end, and lie far apart."),
    RelationKind.CONFLICT: _("{a} and {b} cannot both be true."),
}

HINTED: dict[tuple[RelationKind, Difference], str] = {
    (RelationKind.CONSISTENT, Difference.PRECISION): _("{a} and {b} agree, the one more precise than the other."),
    (
        RelationKind.CONSISTENT,
        Difference.UNKNOWN,
    ): _("{a} and {b} cannot be compared: not both are understood, as when an article has no date."),
    (RelationKind.CONSISTENT, Difference.UNIT): _("{a} and {b} agree once they are brought to one unit."),
    (RelationKind.CONSISTENT, Difference.REVISION): _(
        "{b} is a later count than {a}: a revision, not a contradiction."
    ),
    (
        RelationKind.CONSISTENT,
        Difference.AS_OF,
    ): _("{a} and {b} are told of different times: one is what the other is compared with."),
    (
        RelationKind.CONSISTENT,
        Difference.EXPECTED,
    ): _("{a} and {b} are not both results: one is told as what was expected, asked or offered."),
    (RelationKind.CONSISTENT, Difference.PART): _("{a} and {b} are told as a part and its whole, or another part."),
    (
        RelationKind.CONFLICT,
        Difference.CURRENCY,
    ): _("{a} and {b} are the same figure in two currencies, so that one of them names the wrong one."),
    (
        RelationKind.CONSISTENT,
        Difference.CURRENCY,
    ): _("{a} and {b} agree by the amount that one gives in the other’s unit."),
    (
        RelationKind.ROUNDING,
        Difference.CURRENCY,
    ): _("{a} and {b} meet within rounding by the amount that one gives in the other’s unit."),
    (
        RelationKind.TENSION,
        Difference.REVISION,
    ): _("{a} and {b} were reported on one day of a count that may still have been moving."),
    (RelationKind.ROUNDING, Difference.UNIT): _("{a} and {b} are in different units and can be compared only roughly."),
    (
        RelationKind.ROUNDING,
        Difference.WORDING,
    ): _("{a} and {b} are the same quotation, worded differently: {changes}."),
    (
        RelationKind.ROUNDING,
        Difference.TRANSLATION,
    ): _("{a} and {b} may be two translations, or a quotation and its paraphrase, of the same words."),
    (
        RelationKind.TENSION,
        Difference.POINTS,
    ): _(
        "{a} and {b} are the same figure, once in percent and once in percentage points, which are not the same change."
    ),
    (
        RelationKind.ROUNDING,
        Difference.POINTS,
    ): _("{a} and {b} are in percent and in percentage points, and can both be true."),
    (RelationKind.TENSION, Difference.UNIT): _("{a} and {b} differ, and only one of them is told as a rate."),
    (RelationKind.TENSION, Difference.WORDING): _("{a} and {b} are different words."),
    (RelationKind.CONFLICT, Difference.DIRECTION): _("{a} and {b} point in opposite directions."),
    (
        RelationKind.CONFLICT,
        Difference.ADJACENT_DAY,
    ): _("{a} and {b} are one day apart, as when one means the last day and the other the day after."),
    (
        RelationKind.TENSION,
        Difference.ADJACENT_DAY,
    ): _("{a} and {b} may name the same day, the one as a limit or by the night before it."),
    (RelationKind.CONFLICT, Difference.TRANSCRIPTION): _("{a} and {b} differ as by a slip of the keys: {slip}."),
}

# What a time of day says otherwise than other values do.
CLOCKS: dict[tuple[RelationKind, Difference], str] = {
    (
        RelationKind.CONSISTENT,
        Difference.TIME_ZONE,
    ): _("{a} and {b} agree once both clocks are set to one time zone: {zones}."),
    (
        RelationKind.ROUNDING,
        Difference.TIME_ZONE,
    ): _("{a} and {b} meet within rounding once both clocks are set to one time zone: {zones}."),
    (RelationKind.TENSION, Difference.TIME_ZONE): _("{a} and {b} agree only if {zones}."),
    (RelationKind.CONSISTENT, Difference.PRECISION): _("{a} and {b} agree, the one told more closely than the other."),
    (
        RelationKind.CONFLICT,
        Difference.ADJACENT_DAY,
    ): _("{a} of {a_date} and {b} of {b_date} are exactly one day apart."),
    (RelationKind.CONFLICT, Difference.AS_OF): _("{a} of {a_date} and {b} of {b_date} are days apart."),
    (
        RelationKind.CONFLICT,
        Difference.TRANSCRIPTION,
    ): _("{a} and {b} are twelve hours apart, as when morning and evening are mistaken."),
    (
        RelationKind.CONFLICT,
        Difference.TIME_ZONE,
    ): _("{a} and {b} are whole or half hours apart, as between two time zones."),
}

ALIKE: dict[Kind, str] = {
    Kind.DATE: _("{a} and {b} give the same date."),
    Kind.TIME: _("{a} and {b} give the same time."),
    Kind.QUOTE: _("{a} and {b} give the same words."),
}
"""What two values of a kind have in common, where it is not called a value."""

TAILS: dict[Difference, str] = {
    Difference.SCOPE: _("{said} They may count different things."),
    Difference.DEFINITION: _("{said} They may be counted by different rules: {rules}."),
    Difference.AS_OF: _("{said} The figures are of different dates: {a_date} and {b_date}."),
}
"""What is added to the plain sentence, where nothing else is said of a difference."""

NOUNS = _("{said} They may count different things: “{a_noun}” and “{b_noun}”.")
TAKEN_BACK = _("{a} is taken back by its own article, so it does not contradict {b}.")
DATE_SLIP, SLIP = _("day and month, or the year"), _("digits swapped, or a factor of ten")
RULES, RULE, NO_RULE = _("{ours} against {theirs}"), _("“{words}”"), _("no such word")

QUOTE_LENGTH = 60


def reason_for(a: Side, b: Side, verdict: Verdict) -> str:
    """The sentence for a verdict; both figures stand in it as their articles wrote them."""
    kind, difference = verdict.kind, verdict.difference
    if not (a.is_live and b.is_live) and difference is Difference.REVISION:
        taken_back, other = (a, b) if not a.is_live else (b, a)
        return TAKEN_BACK.format(a=_quoted(taken_back), b=_quoted(other))
    values = {"a": _quoted(a), "b": _quoted(b)}
    template = _hinted(a.kind, kind, difference) if difference else ""
    if not template:
        template = ALIKE.get(a.kind, PLAIN[kind]) if kind is RelationKind.SAME else PLAIN[kind]
        if difference not in TAILS:
            return template.format_map(values)
        values["said"] = template.format_map(values)
        template = NOUNS if difference is Difference.SCOPE and _nouns_differ(a, b) else TAILS[difference]
    return template.format(
        **values,
        a_noun=a.noun,
        b_noun=b.noun,
        slip=DATE_SLIP if a.kind is Kind.DATE else SLIP,
        rules=_rules(a, b) if difference is Difference.DEFINITION else "",
        changes=worded_differently(a.text, b.text) if difference is Difference.WORDING else "",
        zones=tell_zones(a, b) if difference is Difference.TIME_ZONE else "",
        a_date=spell_day(a.as_of) if a.as_of else "",
        b_date=spell_day(b.as_of) if b.as_of else "",
    )


def _nouns_differ(a: Side, b: Side) -> bool:
    return bool(a.noun and b.noun and a.noun != b.noun)


def _hinted(kind: Kind, relation: RelationKind, difference: Difference) -> str:
    """The sentence that this kind of value has for a difference, or else every kind; "" where there is none."""
    hint = relation, difference
    return (CLOCKS.get(hint, "") if kind is Kind.TIME else "") or HINTED.get(hint, "")


def _rules(a: Side, b: Side) -> str:
    """The words that say how each side counts, "“confirmed” here, “estimated” there"."""
    named = (sorted(profile_of(side).scope & DEFINITION_WORDS) for side in (a, b))
    ours, theirs = (RULE.format(words=", ".join(words)) if words else NO_RULE for words in named)
    return RULES.format(ours=ours, theirs=theirs)


def _quoted(side: Side) -> str:
    return _quote(side.text)


@lru_cache(maxsize=4096)
def _quote(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words if len(words) <= QUOTE_LENGTH else words[: QUOTE_LENGTH - 1].rstrip() + '…'}”"
