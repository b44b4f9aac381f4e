"""The decision on one fact."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from articles.claims import bound_fields
from articles.values import Hedge, Interval, Kind
from articles.words import HEDGES, choices_of
from articles.zones import resolve_offset
from factsheet.actions import Answer, take_suggestion
from factsheet.models import Decision, Evidence, Fact
from factsheet.preparations import prepare_dispute, prepare_range
from factsheet.sides import can_be_taken

Outcome = Decision.Outcome
Method = Decision.Method
# A value's bounds are left open by these hedges, on the side that their words leave open.
OPEN_ABOVE = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST})
OPEN_BELOW = frozenset({Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.UP_TO})


# Plain digits, or groups of three; "3,5" might be three and a half elsewhere, and is not taken for thirty-five.
GROUPING = ", \u00a0\u2009\u202f"
NUMBER = re.compile(rf"[+-]?(?:\d+|\d{{1,3}}(?:[{GROUPING}]\d{{3}})+)(?:\.\d+)?")
# How a bound is typed that is no figure.
EXAMPLES = {Kind.DATE.value: "2023-12-31", Kind.TIME.value: "18:30"}


class SettleForm(forms.Form):
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

    def __init__(self, *args: Any, fact: Fact, evidence: list[Evidence], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fact = fact
        self.evidence = {item.pk: item for item in evidence}
        cite = self.fields["cite"]
        assert isinstance(cite, forms.TypedMultipleChoiceField)
        cite.choices = [(str(pk), str(item)) for pk, item in self.evidence.items()]
        self.lowest, self.highest = prepare_range(evidence)
        self.initial.setdefault("wording", prepare_dispute(fact, evidence)[:500])

    def clean_choice(self) -> str:
        """One of the ways to decide; a claim's value by its evidence."""
        choice: str = self.cleaned_data["choice"]
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
        if choice == "range":
            # From the lowest to the highest of the evidence, but for an end that is typed.
            data["low"], data["high"] = data.get("low") or self.lowest, data.get("high") or self.highest
            if not (data["low"] and data["high"]):
                self.add_error("low" if not data["low"] else "high", _("A range needs both ends."))
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
        for name in ("low", "high"):
            words = data.get(name, "").strip()
            if not words:
                continue
            bound = self._read_bound(words)
            if bound is None:
                example = EXAMPLES.get(self.fact.kind, "15000")
                self.add_error(
                    name,
                    _("“%(words)s” is not understood. Write it as %(example)s.") % {"words": words, "example": example},
                )
            data[f"{name}_bound"] = bound
        low, high = data.get("low_bound"), data.get("high_bound")
        if low is not None and high is not None and low > high:
            self.add_error("high", _("The end of the range lies before its start."))
        if low is None and high is not None and data.get("hedge") in OPEN_ABOVE:
            self.add_error("low", _("Write the figure that it is more than here."))

    def _read_bound(self, words: str) -> Decimal | date | time | None:
        if self.fact.kind in (Kind.DATE, Kind.TIME):
            try:
                return date.fromisoformat(words) if self.fact.kind == Kind.DATE else _read_time(words)
            except ValueError:
                return None
        # As it stands in the field, at most 40 characters: no exponent can make more digits of them than were typed.
        return Decimal(re.sub(f"[{GROUPING}]", "", words)) if NUMBER.fullmatch(words) else None

    def to_answer(self) -> Answer:
        """The answer that the valid form gives."""
        data = self.cleaned_data
        name, _colon, key = data["choice"].partition(":")
        text = data["answer"].strip()
        match name:
            case "claim":
                return Answer.of_claim(self.evidence[int(key)], text=text)
            case "suggestion" | "agreed":
                return take_suggestion(self.fact, self.evidence, text=text)
            case "range" | "own":
                return self._typed(name, text)
            case "disputed":
                return Answer(outcome=Outcome.DISPUTED, text=text)
            case "left_out":
                return Answer(outcome=Outcome.LEFT_OUT)
        return Answer(outcome=Outcome.NOT_ESTABLISHED, text=text)

    def _typed(self, method: str, text: str) -> Answer:
        data = self.cleaned_data
        low, high = data.get("low_bound"), data.get("high_bound")
        hedge = data.get("hedge") or Hedge.EXACT
        if method == "own" and low is not None and high is None:
            # "more than 15,000" is typed as one figure with its hedge.
            low, high = (None if hedge in OPEN_BELOW else low), (None if hedge in OPEN_ABOVE else low)
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


def _read_time(words: str) -> time:
    """A time of day typed as 18:30, with nothing finer than minutes.

    Raises:
        ValueError: where it is none.
    """
    return datetime.strptime(words, "%H:%M").time()  # noqa: DTZ007 - no moment, but what a clock shows


def _print_range(low: Decimal | date | time | None, high: Decimal | date | time | None) -> str:
    """What is printed of a range for which no words were typed: of one language, as the wording of a dispute is."""
    with override(settings.LANGUAGE_CODE):
        return f"{_in_print(low)} to {_in_print(high)}"


def _in_print(bound: Decimal | date | time | None) -> str:
    if isinstance(bound, time):
        return f"{bound:%H:%M}"
    return date_format(bound) if isinstance(bound, date) else f"{bound or 0:,f}"
