"""Claims side by side: which speak of one fact, how they stand to one another, where they come from, what to answer.

Pure: values in, values and reasons out. `compare` goes the whole way; `group`, `relate`, `find_origins`, `place`,
`suggest` and `scale` are its steps, for a caller who keeps what lies between them.
"""

from factsheet.reconcile.answers import Policy, Silence, Suggestion
from factsheet.reconcile.comparisons import (
    ArticleReadings,
    ComparedFact,
    Comparison,
    compare,
    origins_by_side,
    sides_of,
)
from factsheet.reconcile.groups import Group, group
from factsheet.reconcile.origins import ArticleText, Origin, Trace, TracedArticle, find_origins, trace, trace_origins
from factsheet.reconcile.placing import PlacedFact, Placement, confidence_of, place
from factsheet.reconcile.relations import FactStatus, Relation, relate, status_of
from factsheet.reconcile.scales import Bar, Scale, ScaleKind, Tick, scale
from factsheet.reconcile.sides import Side, side_of
from factsheet.reconcile.suggestions import suggest, weigh
from factsheet.reconcile.verdicts import Difference, RelationKind

__all__ = [
    "ArticleReadings", "ArticleText", "Bar", "ComparedFact", "Comparison", "Difference", "FactStatus", "Group",
    "Origin", "PlacedFact", "Placement", "Policy", "Relation", "RelationKind", "Scale", "ScaleKind", "Side",
    "Silence", "Suggestion", "Tick", "Trace", "TracedArticle", "compare", "confidence_of", "find_origins", "group",
    "origins_by_side", "place", "relate", "scale", "side_of", "sides_of", "status_of", "suggest", "trace",
    "trace_origins", "weigh",
]  # fmt: skip
