"""What the screens ask for, checked before anything is written."""

from factsheet.forms.articles import (
    ArticleForm,
    ClaimForm,
    DateForm,
    DescribeForm,
    OriginForm,
    ReadingForm,
    SpanForm,
)
from factsheet.forms.drafts import DraftForm
from factsheet.forms.facts import ChangeFactForm, FactForm
from factsheet.forms.panel import AssignForm, WeighForm
from factsheet.forms.settling import SettleForm
from factsheet.forms.sheets import SheetForm

__all__ = [
    "ArticleForm",
    "AssignForm",
    "ChangeFactForm",
    "ClaimForm",
    "DateForm",
    "DescribeForm",
    "DraftForm",
    "FactForm",
    "OriginForm",
    "ReadingForm",
    "SettleForm",
    "SheetForm",
    "SpanForm",
    "WeighForm",
]
