"""The reconcile panel as every act on a fact gives it back, beside the matrix or as a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from factsheet import queries
from factsheet.arrangement import FACTS_CHANGED, Arrangement
from factsheet.forms import AssignForm, SettleForm, WeighForm
from factsheet.forms.merging import MergingForm
from factsheet.forms.settling import describe_line
from factsheet.models import Activity, Evidence, Fact, seen_by
from factsheet.policies import check_can_reopen, check_can_settle, check_can_sort, reason_against
from factsheet.queries.paging import read_key
from factsheet.queries.panel import Panel
from factsheet.queries.rows import LONGEST, RowRepaint, ShownRows, compare_rows
from factsheet.views.common import Request, render_part, typed, wants_fragment
from factsheet.views.matrix import arrangement_beside
from factsheet.views.presence import is_hidden


def find_fact(request: Request, slug: str, pk: int) -> Fact:
    """The fact at an address, if who asks sees its sheet.

    Raises:
        Http404: when there is none, or none that they see.
    """
    facts = Fact.objects.filter(seen_by(request.user, "sheet")).select_related(
        "sheet", "decision__editor", "assigned_to"
    )
    return get_object_or_404(facts, sheet__slug=slug, pk=pk)


def settle_form(fact: Fact, data: Any = None, *, panel: Panel | None = None) -> SettleForm:
    """The form that decides a fact; a panel at hand lends its evidence."""
    evidence = _read_evidence(fact) if panel is None else [item.evidence for item in panel.items]
    return SettleForm(data, fact=fact, evidence=evidence, initial={"version": fact.version})


def _read_evidence(fact: Fact) -> list[Evidence]:
    rows = fact.evidence.exclude(state=Evidence.State.REJECTED).select_related("claim__article__source")
    return list(rows.defer("claim__article__text", "claim__article__furniture").order_by("pk"))


def describe(fact: Fact) -> dict[str, str]:
    """A fact as whoever decides on it sees it."""
    return describe_line(fact, _read_evidence(fact))


def refuse_stale(request: Request, fact: Fact, act: str) -> HttpResponse:
    """The panel of a fact that somebody changed before an act on it, with what that changed and what was typed."""
    form = settle_form(fact, QueryDict(urlencode({"drawn_from": request.POST.get("drawn_from", "")})))
    form.lay_beside(describe(fact))
    chosen = [key for value in request.POST.getlist("evidence") if (key := read_key(value)) is not None]
    fresh = settle_form(fact)
    fresh.differences = [replace(difference, is_choice=False) for difference in form.differences]
    return render_panel(request, fact, form=fresh, status=409, stale=act, sent=request.POST, sent_evidence=chosen)


def refuse_overtaken(
    request: Request, fact: Fact, form: MergingForm, act: str, chosen: Sequence[int] = ()
) -> HttpResponse:
    """The panel of a fact with what somebody changed before one of its smaller forms was sent, and what was typed."""
    # Somebody else's change may be of the fact itself.
    fact = find_fact(request, fact.sheet.slug, fact.pk)
    return render_panel(request, fact, status=409, stale=act, overtaken=form, sent=form.data, sent_evidence=chosen)


def renew(form: Form, fact: Fact) -> None:
    """Let a form that was overtaken be sent again: its editor has now seen the version that stands."""
    data = form.data.copy()  # type: ignore[attr-defined]
    data["version"] = str(fact.version)
    form.data = data


def finish(
    request: Request, slug: str, pk: int, words: str, *, changes_rows: bool = False, last_act: Activity | None = None
) -> HttpResponse:
    """Show a fact after an act, and say what was done.

    Args:
        request: the act's.
        slug: of the sheet.
        pk: the fact to show, which need not be the one that was acted on.
        words: what was done.
        changes_rows: whether more of the matrix changed than the fact's own row.
        last_act: what can be undone here, where it was done to another fact, or to a claim that is there now.
    """
    if not wants_fragment(request):
        messages.success(request, words)
        after = f"?after={last_act.pk}" if last_act else ""
        return redirect(f"{find_fact(request, slug, pk).get_absolute_url()}{after}")
    fact = find_fact(request, slug, pk)
    # The rows of the matrix that stands beside the panel change with it.
    arrangement = arrangement_beside(request, fact.sheet) or Arrangement()
    if changes_rows:
        matrix = queries.matrix(fact.sheet, arrangement, by=request.user)
        repaint = compare_rows(ShownRows.read(typed(request.POST, "rows", longest=LONGEST)), matrix)
    else:
        matrix = queries.matrix_row(Fact(pk=last_act.subject_id) if last_act else fact, arrangement)
        repaint = RowRepaint(changed=matrix.rows)
    response = render_panel(request, fact, announcement=words, matrix=matrix, repaint=repaint, last_act=last_act)
    if repaint is None:
        response["HX-Trigger"] = FACTS_CHANGED
    return response


def render_panel(
    request: Request,
    fact: Fact,
    *,
    form: SettleForm | None = None,
    status: int = 200,
    last_act: Activity | None = None,
    **context: Any,
) -> HttpResponse:
    """The panel of a fact, with the form as it was sent or anew."""
    arrangement = arrangement_beside(request, fact.sheet)
    panel = queries.panel(fact, arrangement or Arrangement(), by=request.user)
    context |= {
        "sheet": fact.sheet,
        "fact": fact,
        "panel": panel,
        "form": form or settle_form(fact, panel=panel),
        "weighing": WeighForm(fact=fact, evidence=[item.evidence for item in panel.items]),
        "assigning": AssignForm(fact=fact),
        "last_act": last_act or panel.last_act,
        "cannot_settle": reason_against(check_can_settle, request.user, fact),
        "present": queries.present([fact.sheet], by=request.user, at=now()).get(fact.sheet_id, []),
        "is_hidden": is_hidden(request),
        "cannot_reopen": reason_against(check_can_reopen, request.user, fact),
        "cannot_comment": reason_against(check_can_sort, request.user),
        "stances": [choice for choice in Evidence.Stance.choices if choice[0]],
    }
    response = render_part(request, "fact/fact.html", "fact/_panel.html", context, status=status)
    if arrangement is not None and arrangement.fact != fact.pk:
        # The address tells what is open beside the matrix, and the way back leads to what was.
        response["HX-Push-Url"] = fact.sheet.get_absolute_url() + arrangement.query(fact=fact.pk)
    return response
