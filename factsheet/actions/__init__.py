"""The one door for writing: each act checks nothing but the truth of the data, and is recorded in the same transaction.

Whether the person may do it is asked before, by `factsheet.policies`, where the button is drawn from the same answer.
"""

from factsheet.actions.adding import add_articles
from factsheet.actions.agreeing import accept_agreed, take_suggestion
from factsheet.actions.annotating import (
    Corrected,
    correct_claim,
    first_reading,
    make_claim,
    put_back,
    reading_values,
    return_to_program,
    take_out,
)
from factsheet.actions.confiding import admit, confide, dismiss, open_up
from factsheet.actions.decisions import Answer, decide
from factsheet.actions.discussion import assign, assignment_values, comment, withdraw_comment
from factsheet.actions.evidence import accept, accept_waiting, place, reject, restore
from factsheet.actions.facts import Stale, change_fact, create_fact, describe_wording
from factsheet.actions.keeping import keep_answer
from factsheet.actions.ordering import move_fact, put_fact
from factsheet.actions.overtaken import Overtaken
from factsheet.actions.people import pseudonymise
from factsheet.actions.publishing import publish, withdraw
from factsheet.actions.review import approve, approve_lines, send_back, submit
from factsheet.actions.scopes import merge, split
from factsheet.actions.sheets import (
    article_values,
    check_address,
    correct_origin,
    create_sheet,
    describe_article,
    origin_values,
    set_published,
)
from factsheet.actions.tokens import create_token, revoke_token
from factsheet.actions.undoing import undo, undo_together
from factsheet.actions.weighing import weigh, weight_values

__all__ = [
    "Answer",
    "Corrected",
    "Overtaken",
    "Stale",
    "accept",
    "accept_agreed",
    "accept_waiting",
    "add_articles",
    "admit",
    "approve",
    "approve_lines",
    "article_values",
    "assign",
    "assignment_values",
    "change_fact",
    "check_address",
    "comment",
    "confide",
    "correct_claim",
    "correct_origin",
    "create_fact",
    "create_sheet",
    "create_token",
    "decide",
    "describe_article",
    "describe_wording",
    "dismiss",
    "first_reading",
    "keep_answer",
    "make_claim",
    "merge",
    "move_fact",
    "open_up",
    "origin_values",
    "place",
    "pseudonymise",
    "publish",
    "put_back",
    "put_fact",
    "reading_values",
    "reject",
    "restore",
    "return_to_program",
    "revoke_token",
    "send_back",
    "set_published",
    "split",
    "submit",
    "take_out",
    "take_suggestion",
    "undo",
    "undo_together",
    "weigh",
    "weight_values",
    "withdraw",
    "withdraw_comment",
]
