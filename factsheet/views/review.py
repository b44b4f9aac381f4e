"""Review and publishing."""

from __future__ import annotations

import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from factsheet import actions, policies, queries
from factsheet.actions.publishing import CHOSEN
from factsheet.models import Edition, FactSheet
from factsheet.views.common import Request, find_sheet, typed

# How the comment on a line comes in: "line-12".
LINE = re.compile(r"line-([0-9]{1,18})")


def show(request: Request, slug: str) -> HttpResponse:
    """The sheet as it would be published, with what may be done next and what stands in the way."""
    sheet = find_sheet(request, slug)
    checks = {
        "submit": policies.check_can_submit,
        "send_back": policies.check_can_send_back,
        "approve": policies.check_can_approve,
        "publish": policies.check_can_publish,
        "withdraw": policies.check_can_withdraw,
    }
    context = {
        "sheet": sheet,
        "preview": queries.review(sheet, by=request.user, at=now()),
        "kinds": [(kind, kind.label) for kind in CHOSEN],
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
    """Hand the sheet back with comments, on the whole or on single lines."""
    sheet = find_sheet(request, slug)
    policies.check_can_send_back(request.user, sheet)
    lines = {int(found[1]): typed(request.POST, name) for name in request.POST if (found := LINE.fullmatch(name))}
    actions.send_back(sheet, comment=typed(request.POST, "comment"), lines=lines, by=request.user, at=now())
    messages.success(request, _("The sheet is a draft again, with your comment."))
    return redirect("review", slug)


def approve_line(request: Request, slug: str) -> HttpResponse:
    """Approve one line as it was seen."""
    sheet = find_sheet(request, slug)
    policies.check_can_approve(request.user, sheet)
    key, _colon, digest = typed(request.POST, "line", longest=100).partition(":")
    seen = {int(key): digest} if key.isascii() and key.isdigit() else {}
    actions.approve_lines(sheet, seen, by=request.user, at=now())
    messages.success(request, _("The line is approved."))
    return redirect("review", slug)


def approve(request: Request, slug: str) -> HttpResponse:
    """Approve all lines that are left and that one may, and with the last of them the sheet."""
    sheet = _find_as_seen(request, slug)
    policies.check_can_approve(request.user, sheet)
    if left := actions.approve(sheet, by=request.user, at=now()):
        n = len(left)
        words = ngettext(
            "%(n)s line is left for a colleague, since you had a hand in it; the others are approved.",
            "%(n)s lines are left for a colleague, since you had a hand in them; the others are approved.",
            n,
        )
        messages.warning(request, words % {"n": n})
    else:
        messages.success(request, _("The sheet is approved."))
    return redirect("review", slug)


def publish(request: Request, slug: str) -> HttpResponse:
    """Publish the approved sheet as its next edition."""
    if done := _find_done(request, slug):
        return redirect(done)
    sheet = _find_as_seen(request, slug)
    policies.check_can_publish(request.user, sheet)
    kind, note = typed(request.POST, "kind", longest=13), typed(request.POST, "note")
    edition = actions.publish(sheet, by=request.user, at=now(), kind=kind, note=note)
    messages.success(request, _("Edition %(number)s is published.") % {"number": edition.number})
    return redirect(edition)


def withdraw(request: Request, slug: str) -> HttpResponse:
    """Withdraw all that the sheet has published."""
    if done := _find_done(request, slug):
        return redirect(done)
    sheet = _find_as_seen(request, slug)
    policies.check_can_withdraw(request.user, sheet)
    edition = actions.withdraw(sheet, by=request.user, at=now(), note=typed(request.POST, "note"))
    messages.success(request, _("The sheet is withdrawn by edition %(number)s.") % {"number": edition.number})
    return redirect(edition)


def _find_as_seen(request: Request, slug: str) -> FactSheet:
    """The sheet, unless it changed since the page was drawn from which it is approved or published."""
    sheet = find_sheet(request, slug)
    if request.POST.get("seen", sheet.changed_at.isoformat()) != sheet.changed_at.isoformat():
        raise policies.Refused(_("The sheet has changed since you opened this page. Look at it again."))
    return sheet


def _find_done(request: Request, slug: str) -> Edition | None:
    """The edition that the very same form made a moment ago, when it is sent twice: a click too many is no error."""
    number = request.POST.get("number", "")
    if not number.isascii() or not number.isdigit() or len(number) > 9:
        return None
    mine = Edition.objects.filter(sheet__slug=slug, published_by=request.user).select_related("sheet").defer("body")
    return mine.filter(number=int(number)).first()
