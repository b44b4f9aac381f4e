"""Every act of an editor as requests to the demonstration: what is sent, and what has to be done before it."""

from __future__ import annotations

from factsheet.management.acts import annotating, deciding, looking, publishing, sorting
from factsheet.management.acts.desk import Act, Ask, Desk

__all__ = ["ACTS", "Act", "Ask", "Desk"]

ACTS = (*looking.ACTS, *deciding.ACTS, *sorting.ACTS, *annotating.ACTS, *publishing.ACTS)
