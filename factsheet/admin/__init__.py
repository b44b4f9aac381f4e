"""The admin of what we say. What editorial acts leave behind is shown here and changed only by those acts.

Open to change are a sheet's title and summary, the wording of a fact, the policies by which answers are suggested, the
phrases for rationales, and the tokens of the newsroom's systems; each change goes into the activity log, and one of a
sheet makes it a draft again, as on the screens.
"""

from typing import Any

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from factsheet.admin.activity import ActivityAdmin
from factsheet.admin.choices import PhraseAdmin, PolicyChoiceAdmin
from factsheet.admin.editions import ApiTokenAdmin, EditionAdmin
from factsheet.admin.facts import (
    CitationAdmin,
    CommentAdmin,
    DecisionAdmin,
    EvidenceAdmin,
    FactAdmin,
    RulingAdmin,
)
from factsheet.admin.people import PersonAdmin
from factsheet.admin.sheets import FactSheetAdmin, SheetArticleAdmin
from factsheet.admin.veils import PATHS

__all__ = [
    "PATHS",
    "ActivityAdmin",
    "ApiTokenAdmin",
    "CitationAdmin",
    "CommentAdmin",
    "DecisionAdmin",
    "EditionAdmin",
    "EvidenceAdmin",
    "FactAdmin",
    "FactSheetAdmin",
    "PersonAdmin",
    "PhraseAdmin",
    "PolicyChoiceAdmin",
    "RulingAdmin",
    "SheetArticleAdmin",
]

admin.site.site_header = "Factsheet administration"
admin.site.site_title = "Factsheet"
admin.site.index_title = "What stands behind the desk"


def _lead_to_sign_in(_request: HttpRequest, _extra_context: Any = None) -> HttpResponse:
    return redirect_to_login(reverse("admin:index"))


def _lead_to_account(_request: HttpRequest, _extra_context: Any = None) -> HttpResponse:
    return redirect("account")


# There is one sign-in and one place to change a password, with one set of guards.
admin.site.login = _lead_to_sign_in  # type: ignore[method-assign, assignment]
admin.site.password_change = _lead_to_account  # type: ignore[method-assign, assignment]
