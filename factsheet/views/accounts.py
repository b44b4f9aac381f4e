"""The doors of the site, and the page of one's own account: another password, and where one is signed in."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters

from factsheet import queries
from factsheet.actions import accounts as actions
from factsheet.forms.accounts import EndSessionsForm, OwnPasswordForm, SignInForm
from factsheet.sessions import GIVEN
from factsheet.views.common import Request, typed


class SignIn(LoginView):
    """The one sign-in, of the admin as well. Where it leads afterwards is an address of this site."""

    template_name = "registration/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page shows: also how the newsroom's own sign-in is called."""
        return super().get_context_data(**kwargs) | {"provider": settings.SSO_NAME}

    def get_redirect_url(self) -> str:  # type: ignore[override]
        """Where it leads afterwards; "" for the desk, and where it would lead to itself."""
        url = super().get_redirect_url()
        return "" if urlsplit(url).path == self.request.path else url

    def form_valid(self, form: SignInForm) -> HttpResponse:  # type: ignore[override]
        """Let the person in."""
        response = super().form_valid(form)
        actions.note_sign_in(form.get_user(), at=now())
        return response

    def form_invalid(self, form: SignInForm) -> HttpResponse:  # type: ignore[override]
        """Say that it is wrong, and not what of it."""
        name = form.cleaned_data.get("username", "")
        if name and not getattr(self.request, "axes_locked_out", False):
            actions.note_refusal(name, at=now())
        return super().form_invalid(form)


sign_in = SignIn.as_view()


def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session, and have the browser throw away what it keeps of the pages."""
    if request.user.is_authenticated:
        actions.note_sign_out(request.user, at=now())
    logout(request)
    response = redirect("sign-in")
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def show(request: Request) -> HttpResponse:
    """One's own account."""
    return _render(request)


@sensitive_post_parameters()
def change_password(request: Request) -> HttpResponse:
    """Change one's own password; every other session of one's own ends."""
    form = OwnPasswordForm(request.user, request.POST)
    if not form.is_valid():
        return _render(request, changing=form)
    keep = request.session.session_key or ""
    actions.change_password(request.user, form.cleaned_data["new_password1"], keep=keep, by=request.user, at=now())
    update_session_auth_hash(request, request.user)
    request.session[GIVEN] = False
    messages.success(request, _("Your password is changed, and you are signed out everywhere else."))
    return redirect("account")


@sensitive_post_parameters()
def end_sessions(request: Request) -> HttpResponse:
    """Sign out everywhere else, or in one other place, after the password was asked once more."""
    form = EndSessionsForm(request.user, request.POST)
    if not form.is_valid():
        return _render(request, ending=form)
    keep, name = request.session.session_key or "", typed(request.POST, "session")
    only = queries.find_session(request.user, name) if name else ""
    ended = 0 if only is None else actions.end_sessions(request.user, keep=keep, only=only, by=request.user, at=now())
    told = ngettext("You are signed out in %(n)s other place.", "You are signed out in %(n)s other places.", ended)
    messages.success(request, told % {"n": ended})
    return redirect("account")


def _render(
    request: Request, changing: OwnPasswordForm | None = None, ending: EndSessionsForm | None = None
) -> HttpResponse:
    """The page; with a form that was refused, as it was sent."""
    context = {
        "changing": changing or OwnPasswordForm(request.user),
        "ending": ending or EndSessionsForm(request.user),
        "sessions": queries.sessions_of(request.user, this=request.session.session_key, at=now()),
        "provider": settings.SSO_NAME,
    }
    return render(request, "registration/account.html", context, status=422 if changing or ending else 200)
