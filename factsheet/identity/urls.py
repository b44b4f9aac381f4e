"""The addresses of second factors and of a provider's sign-in, under the names by which allauth asks for them."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, path
from django.views.generic import RedirectView

from factsheet.identity import views


def list_urls(*, mfa: bool, sso: bool) -> list[URLPattern]:
    """What stands before the addresses of the site: the sign-in takes the place of the one without."""
    patterns = [
        path("sign-in/", views.sign_in, name="sign-in"),
        path("account/sign-in/", RedirectView.as_view(pattern_name="sign-in", query_string=True), name="account_login"),
        path("account/again/", views.ask_again, name="account_reauthenticate"),
    ]
    if mfa:
        from factsheet.identity import factor_views as factors

        patterns += [
            path("sign-in/code/", factors.authenticate, name="mfa_authenticate"),
            path("account/again/code/", factors.reauthenticate, name="mfa_reauthenticate"),
            path("account/again/key/", factors.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
            path("account/factors/", factors.index, name="mfa_index"),
            path("account/factors/app/", factors.activate_totp, name="mfa_activate_totp"),
            path("account/factors/app/remove/", factors.deactivate_totp, name="mfa_deactivate_totp"),
            path("account/factors/codes/", factors.view_recovery_codes, name="mfa_view_recovery_codes"),
            path("account/factors/codes/new/", factors.generate_recovery_codes, name="mfa_generate_recovery_codes"),
            path("account/factors/keys/", factors.list_webauthn, name="mfa_list_webauthn"),
            path("account/factors/keys/new/", factors.add_webauthn, name="mfa_add_webauthn"),
            path("account/factors/keys/<int:pk>/remove/", factors.remove_webauthn, name="mfa_remove_webauthn"),
        ]
    if sso:
        from factsheet.identity import provider_views as provider

        patterns += [
            path("sign-in/<slug:provider_id>/", provider.go, name="openid_connect_login"),
            path("sign-in/<slug:provider_id>/back/", provider.come_back, name="openid_connect_callback"),
            path("account/provider/", provider.connections, name="socialaccount_connections"),
        ]
    return patterns


urlpatterns = list_urls(mfa=settings.MFA, sso=bool(settings.SSO))
