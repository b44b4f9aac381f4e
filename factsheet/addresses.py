"""Every address of the site: whom it answers, by which methods, and whether a form's token guards it.

This is the only place where that is said. `gate.GateMiddleware` asks it before any view runs, and an address that does
not stand here answers nobody. Which sheets somebody sees is another question (`FactSheet.objects.visible_to`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from django.utils.translation import gettext as _

from factsheet.policies import AnyUser, May, NotPermitted, check_permission

READING = ("GET", "HEAD")
WRITING = ("POST",)


class Door(Enum):
    """Who gets as far as the question what they may do."""

    SIGNED_IN = "who is signed in"
    READERS = "who sends a token, or is signed in"
    STAFF = "who is signed in and marked as staff"
    ANYBODY = "anybody"


@dataclass(frozen=True, slots=True)
class Address:
    """What an address answers.

    `permission` is what who asks must hold, empty where the door decides alone. `csrf` is whether a request that may
    write has to bring the token of a form of this site. `writes` are the tables into which reading may write after all.
    """

    methods: tuple[str, ...]
    permission: str = ""
    door: Door = Door.SIGNED_IN
    csrf: bool = True
    writes: frozenset[str] = frozenset()


def _page(permission: str = May.SEE) -> Address:
    """What is only looked at."""
    return Address(READING, permission)


def _form(permission: str) -> Address:
    """A page with a form that is sent to itself."""
    return Address((*READING, *WRITING), permission)


def _act(permission: str) -> Address:
    """An act, which only a form does."""
    return Address(WRITING, permission)


def _feed(door: Door = Door.READERS) -> Address:
    """What a program reads: nothing is written under it, so there is nothing that a token of a form would guard."""
    return Address(READING, May.SEE if door is Door.READERS else "", door, csrf=False)


_DELIVERED = replace(_feed(), writes=frozenset({"factsheet_delivery"}))

ADDRESSES: Mapping[str, Address] = {
    "health": replace(_page(""), door=Door.ANYBODY),
    "desk": _page(),
    "find": _page(),
    "keys": _act(May.SEE),
    "theme": _act(May.SEE),
    "language": replace(_act(""), door=Door.ANYBODY),
    "sign-in": replace(_form(""), door=Door.ANYBODY),
    "sign-out": replace(_act(""), door=Door.ANYBODY),
    # Whoever can sign in has an account, whatever else they may.
    "account": _page(""),
    "account-password": _act(""),
    "account-sessions": _act(""),
    "notices": _page(),
    "notices-read": _act(May.SEE),
    "notices-mail": _act(May.SEE),
    "sheet-new": _form(May.OPEN),
    # A sheet.
    "matrix": _page(),
    "facts-agreed": _act(May.SETTLE),
    "draft": _form(May.SEE),
    "members": _page(),
    "member-change": _act(May.OPEN),
    "activity": _page(),
    "sheet-watch": _act(May.SEE),
    "sheet-present": _act(May.SEE),
    "activity-undo": _act(May.SORT),
    "activity-csv": _page(),
    "activity-jsonl": _page(),
    # Its facts.
    "fact": _page(),
    "fact-new": _form(May.SETTLE),
    "fact-change": _form(May.SETTLE),
    "fact-move": _act(May.SETTLE),
    "fact-settle": _act(May.SETTLE),
    "fact-keep": _act(May.SETTLE),
    "fact-reopen": _act(May.SETTLE),
    "fact-weigh": _act(May.SETTLE),
    "fact-split": _act(May.SETTLE),
    "fact-merge": _act(May.SETTLE),
    "fact-undo": _act(May.SETTLE),
    "fact-assign": _act(May.SETTLE),
    "fact-comment": _act(May.SORT),
    # Its claims and articles.
    "inbox": _page(),
    "inbox-sort": _act(May.SORT),
    "article-list": _page(),
    "article-add": _form(May.TAKE_IN),
    "article": _page(),
    "article-describe": _form(May.TAKE_IN),
    "article-origin": _form(May.SETTLE),
    "article-date": _act(May.TAKE_IN),
    "article-changes": _page(),
    "article-part": _act(May.TAKE_IN),
    "article-claim": _form(May.SORT),
    "article-reading": _form(May.SORT),
    # Its way into print.
    "review": _page(),
    "sheet-submit": _act(May.SUBMIT),
    "sheet-send-back": _act(May.APPROVE),
    "sheet-approve": _act(May.APPROVE),
    "sheet-approve-line": _act(May.APPROVE),
    "sheet-publish": _act(May.PUBLISH),
    "sheet-withdraw": _act(May.PUBLISH),
    "edition-list": _page(),
    "edition": _page(),
    "edition-compare": _page(),
    "corrections": _page(),
    # Programs.
    # The one thing that reading writes: which system was sent which edition, once the answer is on its way.
    "api:newest-edition": _DELIVERED,
    "api:editions": _feed(),
    "api:edition": _DELIVERED,
    "api:edition-compare": _feed(),
    "api:corrections": _feed(),
    "api:schema": _feed(Door.ANYBODY),
    "api:nowhere": _feed(Door.ANYBODY),
}

# Those of the extra for second factors and for a provider's sign-in: they are there where MFA or SSO_OIDC_URL is set
# (`factsheet.identity`). Whoever is in between a password and a second factor is nobody yet.
IDENTITY: Mapping[str, Address] = {
    "account_login": replace(_page(""), door=Door.ANYBODY),
    "account_reauthenticate": _form(""),
    # Second factors.
    "mfa_authenticate": replace(_form(""), door=Door.ANYBODY),
    "mfa_reauthenticate": _form(""),
    "mfa_index": _page(""),
    "mfa_activate_totp": _form(""),
    "mfa_deactivate_totp": _form(""),
    # Codes are shown once, and that they were is noted.
    "mfa_view_recovery_codes": replace(_page(""), writes=frozenset({"mfa_authenticator"})),
    "mfa_generate_recovery_codes": _form(""),
    "mfa_list_webauthn": _page(""),
    "mfa_add_webauthn": _form(""),
    "mfa_remove_webauthn": _form(""),
    "mfa_reauthenticate_webauthn": _form(""),
    # A provider: to it, and back with what it says, by which somebody is signed in or an account is made.
    "openid_connect_login": replace(_act(""), door=Door.ANYBODY),
    "openid_connect_callback": Address(
        READING,
        door=Door.ANYBODY,
        writes=frozenset(
            {
                "auth_user",
                "auth_user_groups",
                "axes_accessattempt",
                "axes_accessattemptexpiration",
                "factsheet_activity",
                "factsheet_mailwish",
                "socialaccount_socialaccount",
            }
        ),
    ),
    "socialaccount_connections": _form(""),
}

# The Django admin's addresses, by the page, whatever model it is of: for the permission to view, add, change or delete
# its rows the admin asks itself.
_STAFF_PAGE = Address(READING, door=Door.STAFF)
_STAFF_FORM = Address((*READING, *WRITING), door=Door.STAFF)
ADMIN: Mapping[str, Address] = {
    "index": _STAFF_PAGE,
    "app_list": _STAFF_PAGE,
    "autocomplete": _STAFF_PAGE,
    "jsi18n": _STAFF_PAGE,
    "view_on_site": _STAFF_PAGE,
    "changelist": _STAFF_FORM,
    "add": _STAFF_FORM,
    "change": _STAFF_FORM,
    "delete": _STAFF_FORM,
    "history": _STAFF_PAGE,
    "password_change": _STAFF_FORM,
    "password_change_done": _STAFF_PAGE,
    "login": replace(_STAFF_FORM, door=Door.ANYBODY),
    "logout": replace(_STAFF_FORM, methods=WRITING),
    # Of no name: what adds a slash, and what leads from a row's key alone to its page.
    "django.contrib.admin.sites.AdminSite.catch_all_view": _STAFF_PAGE,
    "django.contrib.admin.sites.catch_all_view": _STAFF_PAGE,
    "django.views.generic.base.RedirectView": _STAFF_PAGE,
}
_KNOWN = {**ADDRESSES, **IDENTITY}
_OF_MODEL = re.compile(r"[a-z0-9]+_[a-z0-9]+_(?=changelist$|add$|change$|delete$|history$|password_change$)")


def find_address(name: str) -> Address | None:
    """What is declared of the address of this name, with its namespace ("api:edition"); None where nothing is."""
    namespace, _colon, page = name.rpartition(":")
    return ADMIN.get(_OF_MODEL.sub("", page, count=1)) if namespace == "admin" else _KNOWN.get(name)


def check_admitted(user: AnyUser, address: Address) -> None:
    """Refuse whoever is known and may not use an address.

    Raises:
        NotPermitted: with a sentence that says whom to ask.
    """
    if address.permission:
        check_permission(user, address.permission)
    if address.door is Door.STAFF and not (user.is_active and user.is_staff):
        raise NotPermitted(_("Your role does not allow this. Ask an administrator if it should."))
