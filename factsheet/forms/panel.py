"""The smaller forms of the panel: evidence is weighed or moved, a fact is handed to a colleague."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from factsheet import actions
from factsheet.actions import Overtaken
from factsheet.forms.merging import MergingForm, Values
from factsheet.models import Evidence, Fact
from factsheet.policies import colleagues_for
from factsheet.snapshot import name_of


class WeighForm(MergingForm):
    """How a claim under a fact bears on it, or under which other fact it belongs.

    It is drawn with how each of the claims is weighed, and sent for one of them.
    """

    # What was said of how a claim bears on its fact goes when it leaves that.
    together = frozenset({"stance", "reason", "fact"})

    stance = forms.ChoiceField(label=gettext_lazy("Stance"), required=False, choices=Evidence.Stance.choices)
    reason = forms.CharField(label=gettext_lazy("Reason"), required=False, max_length=300)
    fact = forms.ModelChoiceField(
        Fact.objects.none(),
        label=gettext_lazy("Under which fact"),
        required=False,
        empty_label=gettext_lazy("under no fact any more"),
        error_messages={"invalid_choice": gettext_lazy("That fact is not on this sheet, or not any more.")},
    )

    def __init__(self, data: QueryDict | None = None, *, fact: Fact, evidence: Iterable[Evidence] = ()) -> None:
        weights = ((item.pk, actions.weight_values(item)) for item in evidence)
        stands = {f"{key}-{name}": value for key, values in weights for name, value in values.items()}
        super().__init__(data, stands=stands)
        self.here = fact
        field = self.fields["fact"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Fact.objects.filter(sheet=fact.sheet_id)

    def clean(self) -> dict[str, Any]:
        """A claim that stays is weighed, one that goes is not."""
        data = super().clean() or {}
        data["fact"] = data.get("fact") or self.here
        if data["fact"] != self.here:
            data["stance"] = data["reason"] = ""
        elif "stance" not in self.data:
            # An empty one takes a judgement back; none at all is a form that was cut off.
            raise ValidationError(_("Choose how this evidence bears on the fact."))
        return data

    @property
    def moves(self) -> bool:
        """Whether the claim goes under another fact."""
        return bool(self.cleaned_data["fact"] != self.here)

    def _read_drawn(self, data: QueryDict) -> Values | None:
        drawn, prefix = super()._read_drawn(data) or {}, f"{data.get('evidence')}-"
        return {name.removeprefix(prefix): drawn[name] for name in drawn if name.startswith(prefix)} or None

    def _merge(self, overtaken: Overtaken) -> bool:
        is_merged = super()._merge(overtaken)
        # Of a claim that is gone from here nothing can be said here, and one that goes is not weighed.
        if overtaken.stands["fact"] != str(self.here.pk) or self.moves:
            self.differences = [replace(item, is_choice=False) for item in self.differences]
        return is_merged


class ColleagueField(forms.ModelChoiceField):  # type: ignore[type-arg]  # it cannot be subscripted
    """A person, by the name that is printed."""

    def label_from_instance(self, obj: User) -> str:
        """The name of somebody among the choices."""
        return name_of(obj)


class AssignForm(MergingForm):
    """The colleague to whom a fact is handed, or nobody."""

    to = ColleagueField(
        User.objects.none(),
        label=gettext_lazy("Assigned to"),
        required=False,
        empty_label=gettext_lazy("nobody"),
        error_messages={"invalid_choice": gettext_lazy("Choose somebody who may settle facts of this sheet.")},
    )

    def __init__(self, data: QueryDict | None = None, *, fact: Fact) -> None:
        super().__init__(data, stands=actions.assignment_values(fact))
        field = self.fields["to"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = colleagues_for(fact.sheet)
