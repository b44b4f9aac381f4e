"""What the screens ask for, checked before anything is written."""

from factsheet.forms.articles import ArticleForm, DateForm, DescribeForm, OriginForm
from factsheet.forms.drafts import DraftForm
from factsheet.forms.facts import ChangeFactForm, FactForm
from factsheet.forms.settling import SettleForm
from factsheet.forms.sheets import SheetForm

__all__ = [
    "ArticleForm",
    "ChangeFactForm",
    "DateForm",
    "DescribeForm",
    "DraftForm",
    "FactForm",
    "OriginForm",
    "SettleForm",
    "SheetForm",
]
