"""Fact sheets, their facts with evidence and decisions, their editions, and the log of every act."""

from articles.guards import Guard
from factsheet.models.activity import CHANNELS, Act, Activity
from factsheet.models.challenge import Challenge, Delivery, EditionLine
from factsheet.models.checking import POLICY_CHOICES, Mismatch, MismatchedFact, PolicyChoice
from factsheet.models.discussion import Comment, Phrase
from factsheet.models.edition import ApiToken, Edition
from factsheet.models.fact import (
    AGREED,
    DECIDED,
    IN_TROUBLE,
    WAITING,
    Citation,
    Decision,
    Evidence,
    Fact,
    in_reading_order,
)
from factsheet.models.lookup import ArticleTrace, Mark, Standing, Term
from factsheet.models.membership import Membership, Reader, seen_by, visible_articles, visible_sheets
from factsheet.models.password import GivenPassword
from factsheet.models.presence import Presence
from factsheet.models.ruling import Ruling
from factsheet.models.session import Session
from factsheet.models.sheet import FactSheet, SheetArticle
from factsheet.models.verdict import LineVerdict
from factsheet.models.watching import Letter, MailWish, Notice, Watch

__all__ = [
    "AGREED",
    "CHANNELS",
    "DECIDED",
    "DERIVED",
    "GUARDS",
    "IN_TROUBLE",
    "POLICY_CHOICES",
    "WAITING",
    "Act",
    "Activity",
    "ApiToken",
    "ArticleTrace",
    "Challenge",
    "Citation",
    "Comment",
    "Decision",
    "Delivery",
    "Edition",
    "EditionLine",
    "Evidence",
    "Fact",
    "FactSheet",
    "GivenPassword",
    "Letter",
    "LineVerdict",
    "MailWish",
    "Mark",
    "Membership",
    "Mismatch",
    "MismatchedFact",
    "Notice",
    "Phrase",
    "PolicyChoice",
    "Presence",
    "Reader",
    "Ruling",
    "Session",
    "SheetArticle",
    "Standing",
    "Term",
    "Watch",
    "in_reading_order",
    "seen_by",
    "visible_articles",
    "visible_sheets",
]

# A client's address may be erased from the log.
KEPT_OF_ACTS = tuple(
    str(field.column) for field in Activity._meta.concrete_fields if not field.primary_key and field.name != "address"
)

GUARDS = (
    Guard(Decision, chain="fact_id"),
    Guard(Citation),
    Guard(Ruling),
    Guard(Comment),
    Guard(LineVerdict),
    Guard(Edition, chain="sheet_id", digests="body"),
    Guard(Activity, columns=KEPT_OF_ACTS, chain="chain"),
)

# What the program works out anew at will, or forgets soon: nothing that anybody writes or looks up.
DERIVED = (Mark, Term, Standing, ArticleTrace, Mismatch, Challenge, EditionLine, Presence)
