"""A fact is handed to a colleague and talked about."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _

from factsheet import actions
from factsheet.forms import AssignForm
from factsheet.forms.merging import Values
from factsheet.queries.paging import read_key
from factsheet.snapshot import name_of
from factsheet.views.common import Request, check_form, typed
from factsheet.views.panels import find_fact, finish, refuse_overtaken


def assign(request: Request, slug: str, pk: int) -> HttpResponse:
    """Hand a fact to somebody who may settle it, or to nobody in particular."""
    fact = find_fact(request, slug, pk)
    form = AssignForm(request.POST, fact=fact)
    check_form(form)

    def save(was: Values | None) -> None:
        actions.assign(fact, to=form.cleaned_data["to"], was=was, by=request.user, at=now())

    if not form.save_over(save):
        return refuse_overtaken(request, fact, form, "assign")
    to = form.cleaned_data["to"]
    words = (
        _("The fact is assigned to %(name)s.") % {"name": name_of(to)} if to else _("The fact is assigned to nobody.")
    )
    return finish(request, slug, pk, words)


def comment(request: Request, slug: str, pk: int) -> HttpResponse:
    """Add to the thread of a fact, or take an own remark back."""
    fact = find_fact(request, slug, pk)
    withdrawn = read_key(request.POST.get("withdraws", ""))
    if withdrawn is not None:
        taken_back = get_object_or_404(fact.comments.select_related("fact"), pk=withdrawn)
        actions.withdraw_comment(taken_back, by=request.user, at=now())
        return finish(request, slug, pk, _("The comment is taken back."))
    actions.comment(fact, text=typed(request.POST, "text"), by=request.user, at=now())
    return finish(request, slug, pk, _("The comment is added."))
