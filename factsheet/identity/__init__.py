"""Who somebody is, proved by more than a password: second factors (`MFA`), and a provider's sign-in (`SSO_OIDC_...`).

Both are django-allauth's, within our pages, rates, sessions, addresses and log. It is an extra: where neither is set,
nothing of this package but `configuration` is imported, and none of its tables are made.
"""
