"""The decision on one fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from articles.claims import bound_fields
from articles.spelling import spell_bound, spell_day, spell_number, spell_value
from articles.typed import Doubt, Typed, read_day, read_number, read_time
from articles.values import Hedge, Interval, Kind
from articles.words import HEDGES, choices_of
from articles.zones import resolve_offset
from factsheet.actions import Answer, take_suggestion
from factsheet.forms.merging import Difference, MergingForm, Values, sign
from factsheet.models import Decision, Evidence, Fact
from factsheet.preparations import prepare_dispute, prepare_range
from factsheet.sides import can_be_taken

Outcome = Decision.Outcome
Method = Decision.Method
# A value's bounds are left open by these hedges, on the side that their words leave open.
OPEN_ABOVE = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST})
OPEN_BELOW = frozenset({Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.UP_TO})
EXAMPLE_DAY, EXAMPLE_NUMBER, EXAMPLE_DECIMAL = date(2023, 12, 31), Decimal(15000), Decimal("3.5")
# The columns of a value that a typed answer fills.
VALUE = (
    *("low", "high", "low_day", "high_day", "low_time", "high_time", "low_open", "high_open"),
    *("hedge", "unit", "utc_offset"),
)

# What was decided about words that could mean something else, and how to say the other.
DOUBTS: dict[Doubt, Any] = {
    Doubt.DECIMALS: gettext_lazy("The mark is read as that of decimals. For thousands write %(example)s."),
    Doubt.DAY_FIRST: gettext_lazy("The day is read before the month. Write the month as a word to be sure."),
}


# What an editor sees of a line when deciding on it, in the order of a comparison.
LINE: Mapping[str, Any] = {
    "label": gettext_lazy("Fact"),
    "scope": gettext_lazy("Scope"),
    "as_of": gettext_lazy("As of"),
    "evidence": gettext_lazy("Evidence"),
    "outcome": gettext_lazy("Decision"),
    "answer": gettext_lazy("As it is printed"),
    "rationale": gettext_lazy("Rationale"),
}

STANDING = "standing"
"""The choice to leave the decision that stands, as where only the reason for it is another."""

CHOICES: Mapping[str, Any] = {
    STANDING: gettext_lazy("The decision that stands"),
    "agreed": gettext_lazy("Take as agreed"),
    "suggestion": gettext_lazy("The suggestion"),
    "range": gettext_lazy("A range"),
    "own": gettext_lazy("An own value"),
    "disputed": gettext_lazy("Disputed"),
    "not_established": gettext_lazy("Not established"),
    "left_out": gettext_lazy("Left out of the sheet"),
}


def describe_line(fact: Fact, evidence: Iterable[Evidence]) -> dict[str, str]:
    """A fact as whoever decides on it sees it."""
    decision = fact.decision if fact.state != Fact.State.OPEN else None
    return {
        "label": fact.label,
        "scope": fact.scope,
        "as_of": str(fact.as_of or ""),
        "evidence": "; ".join(sorted(_describe_evidence(item) for item in evidence)),
        "outcome": str(decision.get_outcome_display() if decision else Fact.State.OPEN.label),
        "answer": decision.answer if decision else "",
        "rationale": decision.rationale if decision else "",
    }


def _describe_evidence(item: Evidence) -> str:
    words = " ".join(item.claim.text.split())
    # What follows from the values is no judgement that an editor has to see.
    return f"{words} ({item.get_stance_display()})" if item.weighed_by_id else words


class SettleForm(MergingForm):
    """The decision on one fact: what to answer and why. `to_answer` turns it into the answer to store."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    choice = forms.CharField()
    low = forms.CharField(label=gettext_lazy("From"), required=False, max_length=40)
    high = forms.CharField(label=gettext_lazy("To"), required=False, max_length=40)
    hedge = forms.ChoiceField(
        label=gettext_lazy("Hedge"),
        required=False,
        choices=choices_of(HEDGES),
    )
    answer = forms.CharField(
        label=gettext_lazy("As it is printed"), required=False, max_length=500, widget=forms.TextInput()
    )
    wording = forms.CharField(
        label=gettext_lazy("Attributed wording"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Drafted from the evidence; change it as you like."),
    )
    phrase = forms.CharField(required=False, max_length=300)
    rationale = forms.CharField(
        label=gettext_lazy("Rationale"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 2})
    )
    cite = forms.TypedMultipleChoiceField(coerce=int, required=False, choices=())

    NEEDS_RATIONALE = frozenset({"disputed", "not_established", "left_out", "own"})

    def __init__(self, data: Any = None, *args: Any, fact: Fact, evidence: list[Evidence], **kwargs: Any) -> None:
        if data and data.get("take-outcome") == "theirs":
            data = data.copy()
            data["choice"] = STANDING
        super().__init__(data, *args, stands=describe_line(fact, evidence), **kwargs)
        self.fact = fact
        self.doubts: list[str] = []
        self.evidence = {item.pk: item for item in evidence}
        cite = self.fields["cite"]
        assert isinstance(cite, forms.TypedMultipleChoiceField)
        cite.choices = [(str(pk), str(item)) for pk, item in self.evidence.items()]
        self.ends = prepare_range(evidence)
        self.initial.setdefault("wording", prepare_dispute(fact, evidence)[:500])

    def clean_choice(self) -> str:
        """One of the ways to decide; a claim's value by its evidence."""
        choice: str = self.cleaned_data["choice"]
        if choice == STANDING and self.fact.decision and self.fact.state != Fact.State.OPEN:
            return choice
        known = {"agreed", "suggestion", "range", "own", "disputed", "not_established", "left_out"}
        if taken := next((item for pk, item in self.evidence.items() if choice == f"claim:{pk}"), None):
            if not can_be_taken(taken.claim):
                raise ValidationError(_("What this claim says is not understood yet. Write the value yourself."))
            return choice
        if choice not in known:
            raise ValidationError(_("Choose how the fact is decided."))
        if choice in ("agreed", "suggestion") and "text" not in (self.fact.suggestion or {}):
            raise ValidationError(_("The program suggests nothing here. Choose an answer of your own."))
        if choice == "agreed" and not self.fact.is_agreed:
            raise ValidationError(_("The evidence does not agree, or not any more. Choose an answer."))
        return choice

    def clean(self) -> dict[str, Any]:
        """The parts that the choice needs must be there, and make a value."""
        data = super().clean() or {}
        choice = data.get("choice", "")
        data["rationale"] = " ".join(part for name in ("phrase", "rationale") if (part := data.get(name, "").strip()))
        if choice in self.NEEDS_RATIONALE and not data["rationale"]:
            self.add_error("rationale", _("Say why: readers of the sheet and your colleagues will ask."))
        if choice == "disputed" and not data.get("answer", "").strip():
            data["answer"] = data.get("wording", "").strip() or self.initial["wording"]
        if choice in ("own", "disputed") and not data.get("answer", "").strip():
            self.add_error("answer" if choice == "own" else "wording", _("Write the words that will be printed."))
        # From the lowest to the highest of the evidence, but for an end that is typed.
        if choice == "range" and self.ends is None and not (data.get("low") and data.get("high")):
            self.add_error("high" if data.get("low") else "low", _("A range needs both ends."))
        if choice in ("range", "own"):
            self._clean_bounds(data)
        data["cite"] = sorted(data.get("cite", []), key=self._place)
        return data

    def _place(self, key: int) -> int:
        """Where an editor wants a citation: by its number, those without one after those with."""
        typed = self.data.get(f"place-{key}", "")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 1000

    @property
    def places(self) -> dict[int, str]:
        """The places of citations that were typed, by evidence, for the form that comes back."""
        return {key: self.data.get(f"place-{key}", "") for key in self.evidence}

    def _clean_bounds(self, data: dict[str, Any]) -> None:
        typed = {name: self._read(name, data.get(name, "")) for name in ("low", "high")}
        low, high = typed["low"], typed["high"]
        data["low_bound"], data["high_bound"] = low and low.value.low, high and high.value.high
        if data.get("choice") == "range" and self.ends:
            for name, bound in zip(("low_bound", "high_bound"), self.ends, strict=True):
                data[name] = data[name] if data[name] is not None else bound
        elif low and not high:
            # "June 2023" is typed once and ends with June; a figure ends where it begins.
            data["low_ends"] = low.value.high
        if data["low_bound"] is not None and data["high_bound"] is not None and data["low_bound"] > data["high_bound"]:
            self.add_error("high", _("The end of the range lies before its start."))
        if data["low_bound"] is None and data["high_bound"] is not None and data.get("hedge") in OPEN_ABOVE:
            self.add_error("low", _("Write the figure that it is more than here."))

    def _read(self, name: str, words: str) -> Typed[Any] | None:
        """What was typed as a bound, by the rules of the language of the page; what is not understood is an error."""
        words = words.strip()
        found: Typed[Any] | None
        if self.fact.kind == Kind.DATE:
            found, example = read_day(words), spell_day(EXAMPLE_DAY)
        elif self.fact.kind == Kind.TIME:
            found, example = read_time(words), "18:30"
        else:
            # As it stands in the field, at most 40 characters: no exponent makes more digits than were typed.
            found = read_number(words, get_language() or "en", self.fact.unit)
            example = f"15000, {spell_number(EXAMPLE_NUMBER)}, {spell_number(EXAMPLE_DECIMAL)}"
        if words and found is None:
            said = _("“%(words)s” is not understood on a page in this language. Write it as %(example)s.")
            self.add_error(name, said % {"words": words, "example": example})
        if found and found.doubt:
            self.doubts.append(str(DOUBTS[found.doubt]) % {"example": _spell_thousands(found)})
        return found

    @property
    def understood(self) -> str:
        """How the bounds that were typed are understood, in the words of the page; empty where there is nothing."""
        self.full_clean()
        data = self.cleaned_data
        low, high = data.get("low_bound"), data.get("high_bound")
        if (low is None and high is None) or {"low", "high", "hedge"} & self.errors.keys():
            return ""
        answer = self._typed(data.get("choice") or "own", " ")
        value = {name: getattr(answer, name) for name in VALUE}
        return spell_value(Decision(**value), self.fact.kind)

    @property
    def ends_in_words(self) -> tuple[str, str] | None:
        """The ends of the evidence as the page spells them."""
        if self.ends is None:
            return None
        low, high = (spell_bound(bound, self.fact.kind, self.fact.unit) for bound in self.ends)
        return low, high

    def to_answer(self) -> Answer:
        """The answer that the valid form gives."""
        data = self.cleaned_data
        name, _colon, key = data["choice"].partition(":")
        text = data["answer"].strip()
        match name:
            case "claim":
                return Answer.of_claim(self.evidence[int(key)], text=text)
            case "standing":
                assert self.fact.decision
                standing = Answer.of_decision(self.fact.decision)
                return replace(standing, text=text or standing.text)
            case "suggestion" | "agreed":
                return take_suggestion(self.fact, self.evidence, text=text)
            case "range" | "own":
                return self._typed(name, text)
            case "disputed":
                return Answer(outcome=Outcome.DISPUTED, text=text)
            case "left_out":
                return Answer(outcome=Outcome.LEFT_OUT)
        return Answer(outcome=Outcome.NOT_ESTABLISHED, text=text)

    def lay_beside(self, stands: Values) -> None:
        """Come back with what a colleague made of the line meanwhile, beside what was typed; sent again it is saved."""
        was = self.was
        data = self.data.copy()  # type: ignore[attr-defined]
        data["drawn_from"] = sign(stands)
        self.data = data
        mine = {"outcome": self._say_choice(), **{name: data.get(name, "") for name in ("answer", "rationale")}}
        is_decided = stands["outcome"] != str(Fact.State.OPEN.label)
        self.differences = [
            Difference(
                name,
                str(label),
                None if was is None else was.get(name, ""),
                stands[name],
                mine.get(name, ""),
                is_choice=name in mine and is_decided,
            )
            for name, label in LINE.items()
            if was is None or was.get(name, "") != stands[name] or mine.get(name, "") not in ("", stands[name])
        ]

    def _say_choice(self) -> str:
        """How the fact is decided by what was typed, in the words of the page."""
        name, _colon, key = self.data.get("choice", "").partition(":")
        if key.isdigit() and int(key) in self.evidence:
            return str(self.evidence[int(key)])
        return str(CHOICES.get(name, ""))

    def _typed(self, method: str, text: str) -> Answer:
        data = self.cleaned_data
        low, high = data.get("low_bound"), data.get("high_bound")
        hedge = data.get("hedge") or Hedge.EXACT
        if method == "own" and low is not None and high is None:
            # "more than 15,000" is typed as one figure with its hedge.
            end = data.get("low_ends")
            low, high = (None if hedge in OPEN_BELOW else low), (None if hedge in OPEN_ABOVE else end)
        bounds = bound_fields(None if low is None and high is None else Interval(low, high))
        return Answer(
            outcome=Outcome.SETTLED,
            method=method,
            text=text or _print_range(low, high),
            low_open=low is not None and hedge == Hedge.MORE_THAN,
            high_open=high is not None and hedge == Hedge.LESS_THAN,
            hedge=hedge,
            unit=self.fact.unit,
            utc_offset=resolve_offset(self.fact.unit, self.fact.as_of) if self.fact.kind == Kind.TIME else None,
            **bounds,
        )


def _spell_thousands(found: Typed[Any]) -> str:
    """The other reading of a figure whose mark might have grouped its thousands."""
    number = found.value.low
    return spell_number(number * 1000) if isinstance(number, Decimal) else ""


def _print_range(low: Decimal | date | time | None, high: Decimal | date | time | None) -> str:
    """What is printed of a range for which no words were typed: of one language, as the wording of a dispute is."""
    with override(settings.LANGUAGE_CODE):
        return f"{_in_print(low)} to {_in_print(high)}"


def _in_print(bound: Decimal | date | time | None) -> str:
    if isinstance(bound, time):
        return f"{bound:%H:%M}"
    return date_format(bound) if isinstance(bound, date) else f"{bound or 0:,f}"
