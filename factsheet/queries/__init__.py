"""One read function for each screen, its number of queries the same for 2 rows and 2,000 (held by tests)."""

from factsheet.queries.account import find_session, sessions_of
from factsheet.queries.activity import activity
from factsheet.queries.article import article_list, article_page, revision_page, revisions
from factsheet.queries.corrections import corrections
from factsheet.queries.desk import desk
from factsheet.queries.draft import draft_page
from factsheet.queries.edition import edition_comparison, edition_list, edition_page
from factsheet.queries.health import ask_database
from factsheet.queries.history import LogFilter, log_lines
from factsheet.queries.inbox import Wanted, inbox, inbox_waiting
from factsheet.queries.matrix import Matrix, matrix, matrix_row, matrix_rows, settled_together, settling_act
from factsheet.queries.members import members
from factsheet.queries.notices import is_watched, notices, unread_notices
from factsheet.queries.palette import palette
from factsheet.queries.panel import last_act, next_fact, panel
from factsheet.queries.presence import present
from factsheet.queries.printed import deliveries_of
from factsheet.queries.review import review

__all__ = [
    "LogFilter",
    "Matrix",
    "Wanted",
    "activity",
    "article_list",
    "article_page",
    "ask_database",
    "corrections",
    "deliveries_of",
    "desk",
    "draft_page",
    "edition_comparison",
    "edition_list",
    "edition_page",
    "find_session",
    "inbox",
    "inbox_waiting",
    "is_watched",
    "last_act",
    "log_lines",
    "matrix",
    "matrix_row",
    "matrix_rows",
    "members",
    "next_fact",
    "notices",
    "palette",
    "panel",
    "present",
    "review",
    "revision_page",
    "revisions",
    "sessions_of",
    "settled_together",
    "settling_act",
    "unread_notices",
]
