"""Forms of which two may be open at once: what each of them changed is put together, or laid side by side to choose.

A form carries the values that it was drawn with. So of a save that comes second it can be told what was there before,
what a colleague made of it meanwhile, and what is wanted now, field by field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core import signing
from django.db.models import Model
from django.http import QueryDict
from django.utils.translation import gettext as _

from factsheet.actions import Overtaken

Values = Mapping[str, str]

SALT = "factsheet.forms.merging"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which a colleague's version is another: as it was, as it is now, and as it is wanted.

    `was` is None where the form did not tell. Where `is_choice`, either can be taken; where the field was not touched,
    `is_left`, theirs is taken unless something else is said.
    """

    name: str
    label: str
    was: str | None
    theirs: str
    mine: str
    is_choice: bool = True
    is_left: bool = False


def sign(values: Values) -> str:
    """What a form carries of the values that it is drawn with."""
    return signing.dumps(dict(values), salt=SALT, compress=True)


def unsign(told: str) -> Values | None:
    """The values that a form was drawn with; None where it does not tell, or was tampered with."""
    try:
        values: Values = signing.loads(told, salt=SALT)
    except signing.BadSignature:
        return None
    return values


class MergingForm(forms.Form):
    """A form that is saved over what it was drawn with, and over nothing else.

    Fields of which one makes no sense without the others stand `together`: who changes one of them has to see what
    became of the others. All others are put together without a word.
    """

    together: ClassVar[frozenset[str]] = frozenset()

    drawn_from = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: QueryDict | None = None, *args: Any, stands: Values, **kwargs: Any) -> None:
        was = self._read_drawn(data) if data else None
        if data and was is not None:
            # Of what was laid side by side the colleague's version was chosen, which is that which it was drawn with.
            chosen = [name for name in was if data.get(f"take-{name}") == "theirs"]
            data = data.copy()
            for name in chosen:
                data[name] = was[name]
        super().__init__(data, *args, **kwargs)
        self.initial["drawn_from"] = sign(stands)
        self.was = was
        self.differences: list[Difference] = []

    def _read_drawn(self, data: QueryDict) -> Values | None:
        """What the form that was sent was drawn with."""
        return unsign(data.get("drawn_from", ""))

    def save_over(self, save: Callable[[Values | None], object]) -> bool:
        """Save a valid form; `save` gets the values that it has seen and raises `Overtaken` where others stand.

        Returns:
            Whether it is saved. Where it is not, the form comes back with `differences`, and what is chosen among
            them is saved when it is sent again; where that is what stands in all of them, nothing is.
        """
        if self._takes_theirs():
            return True
        while True:
            try:
                save(self.was)
            except Overtaken as overtaken:
                if not self._merge(overtaken):
                    return False
            else:
                return True

    @property
    def values(self) -> dict[str, Any]:
        """What is to be saved, by the names of the fields."""
        return {name: value for name, value in self.cleaned_data.items() if name != "drawn_from"}

    def _takes_theirs(self) -> bool:
        """Whether the colleague's version was chosen, and nothing else is wanted."""
        sent: QueryDict = self.data  # type: ignore[assignment]
        return (
            self.was is not None
            and any(name.startswith("take-") and value == "theirs" for name, value in sent.items())
            and all(_to_text(self.cleaned_data.get(name)) == value for name, value in self.was.items() if name in sent)
        )

    def _merge(self, overtaken: Overtaken) -> bool:
        stands = overtaken.stands
        mine = {name: _to_text(self.cleaned_data.get(name)) for name in stands}
        clashing = self._find_clashes(mine, stands)
        # What was left alone is as the colleague has it.
        left = {name for name in stands if self.was is not None and mine[name] == self.was.get(name)}
        if not clashing:
            for name in left:
                self.cleaned_data[name] = self.fields[name].clean(stands[name])
            self.was = stands
            return True
        was, data = self.was, self.data.copy()  # type: ignore[attr-defined]
        for name in left - clashing:
            data[name] = stands[name]
        data["drawn_from"] = sign(stands)
        self.data = data
        self.differences = [
            Difference(
                name,
                str(self.fields[name].label),
                None if was is None else self._spell(name, was.get(name, "")),
                self._spell(name, stands[name]),
                self._spell(name, mine[name]),
                is_left=name in left,
            )
            for name in stands
            if name in clashing
        ]
        self.add_error(None, str(overtaken))
        return False

    def _find_clashes(self, mine: Values, stands: Values) -> set[str]:
        differing = {name for name in stands if mine[name] != stands[name]}
        if self.was is None:
            return differing
        wanted = {name for name in stands if mine[name] != self.was.get(name)}
        made = {name for name in stands if stands[name] != self.was.get(name)}
        clashing = wanted & made
        if wanted & self.together and made & self.together:
            clashing |= made & self.together
        return clashing & differing

    def _spell(self, name: str, value: str) -> str:
        """A value as the page says it: a choice by its words."""
        choices = getattr(self.fields[name], "choices", ())
        return next((str(words) for key, words in choices if str(key) == value), value) or _("(empty)")


def _to_text(value: object) -> str:
    """A value of a form as it is laid beside others: a row by its key."""
    if isinstance(value, Model):
        return str(value.pk)
    return "" if value is None else str(value)
