"""One fact: its panel, its decision, its evidence weighed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form, model_to_dict
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from factsheet import actions, queries
from factsheet.forms import ChangeFactForm, FactForm, SettleForm
from factsheet.models import Decision, Evidence, Fact
from factsheet.policies import Refused, check_can_reopen, check_can_settle, check_can_sort, reason_against
from factsheet.queries.paging import read_key
from factsheet.views.common import Request, find_sheet, permitted, render_part, typed, wants_fragment


@require_safe
@permitted("factsheet.view_factsheet")
def show(request: Request, slug: str, pk: int) -> HttpResponse:
    """The reconcile panel of a fact."""
    return _render_panel(request, _find_fact(slug, pk))


@require_http_methods(["GET", "HEAD", "POST"])
@permitted("factsheet.settle_fact")
def new(request: Request, slug: str) -> HttpResponse:
    """Add a fact by hand."""
    sheet = find_sheet(slug)
    form = FactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        fact = actions.create_fact(sheet, **form.cleaned_data, by=request.user, at=now())
        return redirect("fact", slug, fact.pk)
    return render(request, "fact/new.html", {"sheet": sheet, "form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@permitted("factsheet.settle_fact")
def change(request: Request, slug: str, pk: int) -> HttpResponse:
    """Change what a fact asks, or the heading it stands under."""
    fact = _find_fact(slug, pk)
    form = ChangeFactForm(request.POST or None, initial=model_to_dict(fact))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_fact(fact, **form.cleaned_data, by=request.user, at=now())
        except actions.Stale as stale:
            _renew(request, form, stale.fact)
            form.add_error(None, str(stale))
            return render(
                request, "fact/change.html", {"sheet": fact.sheet, "fact": stale.fact, "form": form}, status=409
            )
        messages.success(request, _("The fact is changed."))
        return redirect("fact", slug, pk)
    context = {"sheet": fact.sheet, "fact": fact, "form": form}
    return render(request, "fact/change.html", context, status=422 if form.is_bound else 200)


@require_POST
@permitted("factsheet.settle_fact")
def settle(request: Request, slug: str, pk: int) -> HttpResponse:
    """Decide a fact; a form that is not valid, or that somebody overtook, comes back with what was typed."""
    fact = _find_fact(slug, pk)
    form = _settle_form(fact, request.POST)
    if not form.is_valid():
        return _render_panel(request, fact, form=form, status=422)
    data = form.cleaned_data
    try:
        actions.decide(
            fact,
            form.to_answer(),
            version=data["version"],
            by=request.user,
            at=now(),
            rationale=data["rationale"].strip(),
            cite=data["cite"],
        )
    except Refused as refused:
        form.add_error("cite", str(refused))
        return _render_panel(request, fact, form=form, status=422)
    except actions.Stale as stale:
        _renew(request, form, stale.fact)
        return _render_panel(request, stale.fact, form=form, stale=True, status=409)
    return _done(request, slug, pk, _("The decision is saved."))


@require_POST
@permitted("factsheet.settle_fact")
def reopen(request: Request, slug: str, pk: int) -> HttpResponse:
    """Open a decided fact again; its decisions stay in its history."""
    fact = _find_fact(slug, pk)
    check_can_reopen(request.user, fact)
    answer = actions.Answer(outcome=Decision.Outcome.REOPENED)
    try:
        actions.decide(
            fact,
            answer,
            version=read_key(request.POST.get("version", "")) or 0,
            by=request.user,
            at=now(),
            rationale=typed(request.POST, "rationale"),
        )
    except actions.Stale as stale:
        return _render_panel(request, stale.fact, stale=True, status=409)
    return _done(request, slug, pk, _("The fact is open again."))


@require_POST
@permitted("factsheet.settle_fact")
def weigh(request: Request, slug: str, pk: int) -> HttpResponse:
    """Give a piece of evidence its stance, or move it under another fact."""
    sheet = find_sheet(slug)
    evidence = get_object_or_404(Evidence.objects.select_related("sheet"), sheet=sheet, pk=pk, fact__isnull=False)
    fact_id = evidence.fact_id or 0
    other = read_key(request.POST.get("fact", ""))
    if other is not None and other != fact_id:
        target = get_object_or_404(Fact, sheet=sheet, pk=other)
        actions.place(sheet, [evidence.pk], fact=target, by=request.user, at=now())
        # A fact that the program proposed is gone with its last claim.
        left = fact_id if Fact.objects.filter(pk=fact_id).exists() else target.pk
        return _done(request, slug, left, _("The claim is moved to “%(fact)s”.") % {"fact": target})
    # An empty one takes a judgement back; none at all is a form that was cut off.
    stance = request.POST.get("stance")
    if stance is None or stance not in Evidence.Stance.values:
        raise Refused(_("Choose how this evidence bears on the fact."))
    actions.weigh(evidence, stance=stance, reason=typed(request.POST, "reason"), by=request.user, at=now())
    return _done(request, slug, fact_id, _("The evidence is weighed."))


def _renew(request: Request, form: Form, fact: Fact) -> None:
    """Let a form that was overtaken be sent again: its editor has now seen the version that stands."""
    data = request.POST.copy()
    data["version"] = str(fact.version)
    form.data = data


def _find_fact(slug: str, pk: int) -> Fact:
    facts = Fact.objects.select_related("sheet", "decision__editor")
    return get_object_or_404(facts, sheet__slug=slug, pk=pk)


def _settle_form(fact: Fact, data: Any = None) -> SettleForm:
    evidence = list(fact.evidence.exclude(state=Evidence.State.REJECTED).select_related("claim"))
    return SettleForm(data, fact=fact, evidence=evidence, initial={"version": fact.version})


def _done(request: Request, slug: str, pk: int, words: str) -> HttpResponse:
    if not wants_fragment(request):
        messages.success(request, words)
        return redirect("fact", slug, pk)
    fact = _find_fact(slug, pk)
    # The row of the matrix beside the panel changes with it.
    return _render_panel(request, fact, announcement=words, matrix=queries.matrix_row(fact))


def _render_panel(
    request: Request, fact: Fact, *, form: SettleForm | None = None, status: int = 200, **context: Any
) -> HttpResponse:
    context |= {
        "sheet": fact.sheet,
        "fact": fact,
        "panel": queries.panel(fact),
        "form": form or _settle_form(fact),
        "cannot_settle": reason_against(check_can_settle, request.user, fact),
        "cannot_reopen": reason_against(check_can_reopen, request.user, fact),
        "cannot_sort": reason_against(check_can_sort, request.user),
        "stances": [choice for choice in Evidence.Stance.choices if choice[0]],
    }
    return render_part(request, "fact/fact.html", "fact/_panel.html", context, status=status)
