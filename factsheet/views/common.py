"""What every view shares: typed requests, the one rule for fragments, and finding a sheet."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django_htmx.middleware import HtmxDetails

from factsheet.addresses import IDENTITY
from factsheet.models import FactSheet, visible_sheets
from factsheet.policies import Refused


class Request(HttpRequest):
    """A request of a signed-in user, with what htmx says of it."""

    htmx: HtmxDetails
    user: User


def say_what_is_kept(request: HttpRequest) -> dict[str, bool]:
    """For templates: whether what is typed and not saved stays in the browser; on no page of codes and keys."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    return {"keeps_unsaved": settings.KEEP_UNSAVED and name not in IDENTITY}


def wants_fragment(request: Request) -> bool:
    """The one rule: htmx gets a fragment, unless it is boosted or restores history and needs the whole page."""
    return bool(request.htmx) and not request.htmx.boosted and not request.htmx.history_restore_request


def render_part(request: Request, page: str, part: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The fragment for htmx, the page that includes it for everybody else."""
    return render(request, part if wants_fragment(request) else page, context, status=status)


def status_of(form: Form) -> int:
    """Of the page with a form: 409 where a colleague was first, 422 where something in it cannot be saved."""
    if getattr(form, "differences", ()):
        return 409
    return 422 if form.is_bound else 200


def check_form(form: Form) -> None:
    """Refuse a form that no page would send as it is, with what is wrong with it.

    Raises:
        Refused: where it is not valid.
    """
    if not form.is_valid():
        raise Refused(" ".join(str(error) for errors in form.errors.values() for error in errors))


def typed(data: QueryDict, name: str, *, longest: int = 5000) -> str:
    """What was typed into a box that no form checks, without what no database keeps."""
    return data.get(name, "").replace("\x00", "").strip()[:longest]


def find_sheet(request: Request, slug: str) -> FactSheet:
    """The sheet at an address, if who asks sees it.

    Raises:
        Http404: when there is none, or none that they see: the two answers are one.
    """
    return get_object_or_404(visible_sheets(request.user).select_related("approved_by"), slug=slug)
