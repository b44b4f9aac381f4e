"""One fact as a line of its sheet: its panel, what it asks, and where it stands."""

from __future__ import annotations

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from factsheet import actions, queries
from factsheet.forms import ChangeFactForm, FactForm
from factsheet.models import Activity, Fact
from factsheet.queries.paging import read_key
from factsheet.views.common import Request, find_sheet, status_of, wants_fragment
from factsheet.views.matrix import show_again
from factsheet.views.panels import find_fact, finish, render_panel, renew


def show(request: Request, slug: str, pk: int) -> HttpResponse:
    """The reconcile panel of a fact, where an act on another one can still be undone if it led here."""
    fact = find_fact(request, slug, pk)
    after = read_key(request.GET.get("after", ""))
    last_act = Activity.objects.select_related("actor").filter(sheet=fact.sheet, pk=after).first() if after else None
    return render_panel(request, fact, last_act=last_act)


def new(request: Request, slug: str) -> HttpResponse:
    """Add a fact by hand."""
    sheet = find_sheet(request, slug)
    form = FactForm(request.POST or None, sheet=sheet, stands={})
    if request.method == "POST" and form.is_valid():
        fact = actions.create_fact(sheet, **form.values, by=request.user, at=now())
        return redirect("fact", slug, fact.pk)
    return render(request, "fact/new.html", {"sheet": sheet, "form": form}, status=422 if form.is_bound else 200)


def change(request: Request, slug: str, pk: int) -> HttpResponse:
    """Change what a fact asks, or the heading it stands under."""
    fact = find_fact(request, slug, pk)
    stands = actions.describe_wording(fact)
    form = ChangeFactForm(request.POST or None, initial=model_to_dict(fact), sheet=fact.sheet, stands=stands)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data.pop("version")

        def save(_was: object) -> None:
            nonlocal version, fact
            try:
                actions.change_fact(fact, version=version, **form.values, by=request.user, at=now())
            except actions.Stale as stale:
                fact, version = stale.fact, stale.fact.version
                raise

        if form.save_over(save):
            messages.success(request, _("The fact is changed."))
            return redirect("fact", slug, pk)
        renew(form, fact)
    context = {"sheet": fact.sheet, "fact": fact, "form": form}
    return render(request, "fact/change.html", context, status=status_of(form))


def move(request: Request, slug: str, pk: int) -> HttpResponse:
    """Move a fact one place up or down on its sheet, or next to another one; in the matrix, or from its panel."""
    fact, to = find_fact(request, slug, pk), request.POST.get("to")
    if to in ("before", "after"):
        beside = get_object_or_404(Fact, sheet=fact.sheet, pk=read_key(request.POST.get("beside", "")))
        actions.put_fact(fact, beside=beside, after=to == "after", by=request.user, at=now())
        words = _("“%(fact)s” is moved.") % {"fact": fact}
    else:
        actions.move_fact(fact, up=to == "up", by=request.user, at=now())
        words = _("The fact stands one place higher.") if to == "up" else _("The fact stands one place lower.")
    if wants_fragment(request) and request.htmx.target == "matrix":
        return show_again(request, fact.sheet, announcement=words, undo=queries.last_act(fact))
    return finish(request, slug, pk, words, changes_rows=True)
