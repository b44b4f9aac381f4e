"""Fact sheets, their facts with evidence and decisions, their editions, and the log of every act."""

from articles.guards import Guard
from factsheet.models.activity import Act, Activity
from factsheet.models.edition import ApiToken, Edition
from factsheet.models.fact import DECIDED, IN_TROUBLE, Citation, Decision, Evidence, Fact, in_reading_order
from factsheet.models.sheet import FactSheet, SheetArticle

__all__ = [
    "DECIDED",
    "GUARDS",
    "IN_TROUBLE",
    "Act",
    "Activity",
    "ApiToken",
    "Citation",
    "Decision",
    "Edition",
    "Evidence",
    "Fact",
    "FactSheet",
    "SheetArticle",
    "in_reading_order",
]

GUARDS = (Guard(Decision), Guard(Citation), Guard(Edition), Guard(Activity))
