"""What the screens ask for, checked before anything is written."""

from factsheet.forms.articles import ArticleForm, ClaimForm, DateForm, DescribeForm, OriginForm, SpanForm
from factsheet.forms.drafts import DraftForm
from factsheet.forms.facts import ChangeFactForm, FactForm
from factsheet.forms.settling import SettleForm
from factsheet.forms.sheets import SheetForm

__all__ = [
    "ArticleForm",
    "ChangeFactForm",
    "ClaimForm",
    "DateForm",
    "DescribeForm",
    "DraftForm",
    "FactForm",
    "OriginForm",
    "SettleForm",
    "SheetForm",
    "SpanForm",
]
