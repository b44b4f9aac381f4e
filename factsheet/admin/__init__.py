"""The admin of what we say. What editorial acts leave behind is shown here and changed only by those acts.

Open to change are a sheet's title and summary, the wording of a fact, the policies by which answers are suggested, the
phrases for rationales, and the tokens of the newsroom's systems; each change goes into the activity log, and one of a
sheet makes it a draft again, as on the screens.
"""

from django.contrib import admin

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
