"""Review and publishing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from factsheet import actions, policies, queries
from factsheet.models import FactSheet
from factsheet.views.common import Request, find_sheet, typed


def show(request: Request, slug: str) -> HttpResponse:
    """The sheet as it would be published, with what may be done next and what stands in the way."""
    sheet = find_sheet(request, slug)
    checks = {
        "submit": policies.check_can_submit,
        "send_back": policies.check_can_send_back,
        "approve": policies.check_can_approve,
        "publish": policies.check_can_publish,
    }
    context = {
        "sheet": sheet,
        "preview": queries.review(sheet, by=request.user, at=now()),
        "cannot": {act: policies.reason_against(check, request.user, sheet) for act, check in checks.items()},
    }
    return render(request, "review/preview.html", context)


def submit(request: Request, slug: str) -> HttpResponse:
    """Hand the sheet to those who approve."""
    sheet = find_sheet(request, slug)
    policies.check_can_submit(request.user, sheet)
    actions.submit(sheet, by=request.user, at=now())
    messages.success(request, _("The sheet is in review."))
    return redirect("review", slug)


def send_back(request: Request, slug: str) -> HttpResponse:
    """Hand the sheet back with a comment."""
    sheet = find_sheet(request, slug)
    policies.check_can_send_back(request.user, sheet)
    actions.send_back(sheet, comment=typed(request.POST, "comment"), by=request.user, at=now())
    messages.success(request, _("The sheet is a draft again, with your comment."))
    return redirect("review", slug)


def approve(request: Request, slug: str) -> HttpResponse:
    """Approve the sheet as it stands."""
    sheet = _find_as_seen(request, slug)
    policies.check_can_approve(request.user, sheet)
    actions.approve(sheet, by=request.user, at=now())
    messages.success(request, _("The sheet is approved."))
    return redirect("review", slug)


def publish(request: Request, slug: str) -> HttpResponse:
    """Publish the approved sheet as its next edition."""
    sheet = _find_as_seen(request, slug)
    policies.check_can_publish(request.user, sheet)
    edition = actions.publish(sheet, by=request.user, at=now(), note=typed(request.POST, "note"))
    messages.success(request, _("Edition %(number)s is published.") % {"number": edition.number})
    return redirect("edition", slug, edition.number)


def _find_as_seen(request: Request, slug: str) -> FactSheet:
    """The sheet, unless it changed since the page was drawn from which it is approved or published."""
    sheet = find_sheet(request, slug)
    if request.POST.get("seen", sheet.changed_at.isoformat()) != sheet.changed_at.isoformat():
        raise policies.Refused(_("The sheet has changed since you opened this page. Look at it again."))
    return sheet
