"""A fact is decided, its evidence weighed, split off or merged, and any of it undone."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from factsheet import actions, queries
from factsheet.arrangement import Arrangement
from factsheet.forms import WeighForm
from factsheet.forms.merging import Values
from factsheet.models import Activity, Decision, Fact
from factsheet.policies import Refused, check_can_reopen
from factsheet.queries.paging import read_key
from factsheet.views.common import Request, check_form, typed
from factsheet.views.matrix import arrangement_beside
from factsheet.views.panels import (
    describe,
    find_fact,
    finish,
    refuse_overtaken,
    refuse_stale,
    render_panel,
    renew,
    settle_form,
)


def settle(request: Request, slug: str, pk: int) -> HttpResponse:
    """Decide a fact, or say how a typed value is understood.

    A form that is not valid, or that somebody overtook, comes back with what was typed.
    What all agree on is settled by one key, and the next open fact is shown.
    """
    fact = find_fact(request, slug, pk)
    form = settle_form(fact, request.POST)
    if request.POST.get("act") == "check":
        return render(request, "fact/_understood.html", {"understood": form.understood, "form": form})
    if not form.is_valid():
        return render_panel(request, fact, form=form, status=422)
    data = form.cleaned_data
    answer, version = form.to_answer(), data["version"]
    while True:
        try:
            told = {"rationale": data["rationale"], "cite": data["cite"]}
            actions.decide(fact, answer, version=version, by=request.user, at=now(), **told)
        except Refused as refused:
            form.add_error("cite", str(refused))
            return render_panel(request, fact, form=form, status=422)
        except actions.Stale as stale:
            version, stands = stale.fact.version, describe(stale.fact)
            # What somebody changed meanwhile may be nothing that one decides by: a heading, or a question to ask.
            if form.was != stands:
                renew(form, stale.fact)
                form.lay_beside(stands)
                return render_panel(request, stale.fact, form=form, stale="settle", status=409)
        else:
            break
    arrangement = arrangement_beside(request, fact.sheet) or Arrangement()
    if data["choice"] == "agreed" and (following := queries.next_fact(fact, arrangement, by=request.user)):
        words = _("“%(fact)s” is settled as suggested.") % {"fact": fact}
        return finish(request, slug, following.pk, words, last_act=queries.last_act(fact))
    return finish(request, slug, pk, _("The decision is saved."))


def reopen(request: Request, slug: str, pk: int) -> HttpResponse:
    """Open a decided fact again; its decisions stay in its history."""
    fact = find_fact(request, slug, pk)
    check_can_reopen(request.user, fact)
    try:
        actions.decide(
            fact,
            actions.Answer(outcome=Decision.Outcome.REOPENED),
            version=_version(request),
            by=request.user,
            at=now(),
            rationale=typed(request.POST, "rationale"),
        )
    except actions.Stale as stale:
        return refuse_stale(request, stale.fact, "reopen")
    return finish(request, slug, pk, _("The fact is open again."))


def keep(request: Request, slug: str, pk: int) -> HttpResponse:
    """Keep the answer of a fact against claims that challenge it, with the reason."""
    fact = find_fact(request, slug, pk)
    chosen = [key for value in request.POST.getlist("evidence") if (key := read_key(value)) is not None]
    because = typed(request.POST, "because")
    try:
        actions.keep_answer(fact, chosen, version=_version(request), because=because, by=request.user, at=now())
    except actions.Stale as stale:
        return refuse_stale(request, stale.fact, "keep")
    return finish(request, slug, pk, _("The answer is kept."))


def weigh(request: Request, slug: str, pk: int) -> HttpResponse:
    """Give a piece of evidence its stance, or move it under another fact."""
    fact = find_fact(request, slug, pk)
    form = WeighForm(request.POST, fact=fact)
    # A form that tells what it was drawn with is told what became of a claim that is gone from here.
    among = fact.evidence.all() if form.was is None else fact.sheet.evidence.all()
    evidence = get_object_or_404(among, pk=read_key(request.POST.get("evidence", "")))
    check_form(form)

    def save(was: Values | None) -> None:
        data, at = form.cleaned_data, now()
        if form.moves:
            actions.place(fact.sheet, [evidence.pk], fact=data["fact"], was=was, by=request.user, at=at)
        else:
            weight = {"stance": data["stance"], "reason": data["reason"]}
            actions.weigh(evidence, **weight, was=was, by=request.user, at=at)

    if not form.save_over(save):
        return refuse_overtaken(request, fact, form, "weigh", [evidence.pk])
    if not form.moves:
        return finish(request, slug, pk, _("The evidence is weighed."))
    target = form.cleaned_data["fact"]
    # A fact that the program proposed is gone with its last claim.
    left = pk if Fact.objects.filter(pk=pk).exists() else target.pk
    words = _("The claim is moved to “%(fact)s”.") % {"fact": target}
    moved = Activity.objects.filter(subject_type="evidence", subject_id=evidence.pk).latest("id")
    return finish(request, slug, left, words, changes_rows=True, last_act=moved)


def split(request: Request, slug: str, pk: int) -> HttpResponse:
    """Put some of a fact's evidence under a new fact with a scope of its own."""
    fact = find_fact(request, slug, pk)
    chosen = [key for value in request.POST.getlist("evidence") if (key := read_key(value)) is not None]
    try:
        made = actions.split(
            fact,
            chosen,
            version=_version(request),
            label=typed(request.POST, "label", longest=200),
            scope=typed(request.POST, "scope", longest=200),
            rationale=typed(request.POST, "rationale"),
            by=request.user,
            at=now(),
        )
    except actions.Stale as stale:
        return refuse_stale(request, stale.fact, "split")
    words = _("A new fact counts “%(scope)s”.") % {"scope": made.scope}
    return finish(request, slug, pk, words, changes_rows=True)


def merge(request: Request, slug: str, pk: int) -> HttpResponse:
    """Put all evidence of a fact under another one, which is shown then."""
    fact = find_fact(request, slug, pk)
    into = get_object_or_404(Fact, sheet=fact.sheet, pk=read_key(request.POST.get("into", "")) or 0)
    try:
        actions.merge(fact, into, version=_version(request), by=request.user, at=now())
    except actions.Stale as stale:
        return refuse_stale(request, stale.fact, "merge")
    return finish(request, slug, into.pk, _("“%(fact)s” is merged into this fact.") % {"fact": fact}, changes_rows=True)


def undo(request: Request, slug: str, pk: int) -> HttpResponse:
    """Undo an act on the fact, or the one that led to it from another."""
    fact = find_fact(request, slug, pk)
    key = read_key(request.POST.get("act", "")) or 0
    actions.undo(get_object_or_404(Activity, sheet=fact.sheet, pk=key), by=request.user, at=now())
    shown = _fact_of(key)
    if not Fact.objects.filter(pk=shown or pk).exists():
        return redirect(fact.sheet)
    return finish(request, slug, shown or pk, _("It is undone."), changes_rows=True)


def _fact_of(act: int) -> int | None:
    """The fact that an act was about, where it was about one."""
    return Activity.objects.filter(pk=act, subject_type="fact").values_list("subject_id", flat=True).first()


def _version(request: Request) -> int:
    return read_key(request.POST.get("version", "")) or 0
