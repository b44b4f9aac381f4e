"""The sign-in that goes on to a second factor, and the question who one is once more before an account is changed."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.account.views import ReauthenticateView
from django.http import HttpResponse

from factsheet.actions.accounts import FIRST_FACTOR
from factsheet.forms.accounts import SignInForm
from factsheet.views.accounts import SignIn as SignInByPassword


class SignIn(SignInByPassword):
    """The one sign-in; who has a second factor is asked for it before there is a session of theirs."""

    def form_valid(self, form: SignInForm) -> HttpResponse:  # type: ignore[override]
        """Go on to the second factor, or let the person in; which is recorded then."""
        user = form.get_user()
        # Who has just given the password is not asked for it once more to set up a second factor.
        record_authentication(self.request, user, FIRST_FACTOR, reauthenticated=True)
        response: HttpResponse = perform_login(self.request, user, redirect_url=self.get_success_url())
        return response


sign_in = SignIn.as_view()
ask_again = ReauthenticateView.as_view()
