"""What is known of events besides their words: which exclude one another, what they happen to, how their counts grow.

Events are named as in `lexicon.events`.
"""

RIVALS: tuple[frozenset[str], ...] = (
    frozenset(
        {
            "killed",
            "injured",
            "missing",
            "displaced",
            "rescued",
            "arrested",
            "infected",
            "vaccinated",
            "freed",
            "kidnapped",
            "carried",
            "allowed",
            "in hospital",
            "recovered",
            "registered",
        }
    ),
    frozenset({"destroyed", "damaged", "built", "without power", "flooded", "burned"}),
    frozenset(
        {"sold", "earned", "lost money", "borrowed", "invested", "dividend", "taxed", "bought", "fined", "settled"}
    ),
    frozenset({"hired", "laid off", "employed", "unemployed"}),
    frozenset({"convicted", "acquitted", "accused", "sentenced", "arrested", "sued", "tried", "testified"}),
    frozenset({"approved", "rejected", "opposed", "demanded", "offered"}),
    frozenset({"begun", "ended"}),
    frozenset({"referendum", "approved"}),
    frozenset({"coup", "mutiny", "uprising"}),
    frozenset({"quake", "aftershock"}),
    frozenset({"rose", "fell"}),
    frozenset({"exported", "imported"}),
    frozenset({"elected", "appointed", "resigned", "sworn in"}),
    frozenset({"turned out", "registered", "voted"}),
    frozenset({"born", "killed"}),
)
"""Events that one figure or date cannot be about at once: what was said of one is not said of the other."""

BY_ROLE: dict[tuple[str, str], str] = {
    ("worker", "fell"): "laid off",
    ("worker", "ended"): "laid off",
    ("worker", "rose"): "hired",
    ("voter", "elected"): "voted",
    ("worker", "scrapped"): "laid off",
}
"""What an event comes to when it happens to people of a role: jobs that are cut are people laid off."""

EVENTS_OF_PEOPLE: frozenset[str] = frozenset(
    {"killed", "injured", "missing", "displaced", "rescued", "arrested", "infected", "in hospital", "kidnapped"}
)
"""Events that happen to people, so that a bare figure beside one counts people."""

REPORTING: frozenset[str] = frozenset({"announced", "published", "proposed"})
"""Events of the reporting rather than of the story: they are a date's only when nothing else is near."""

CUMULATIVE: frozenset[str] = frozenset(
    {
        "killed",
        "injured",
        "displaced",
        "arrested",
        "infected",
        "rescued",
        "destroyed",
        "damaged",
        "without power",
        "missing",
        "laid off",
        "vaccinated",
        "in hospital",
        "recovered",
        "burned",
    }
)
"""Events whose counts are updated as the story goes on, so that a later, other figure may be a revision."""

RISING: frozenset[str] = CUMULATIVE - {"missing", "without power", "in hospital"}
"""Of these, the counts that only go up."""

COUNTED_ON: frozenset[str] = frozenset({"killed", "injured", "missing", "displaced", "burned"})
"""Of these, what is counted hour by hour while it goes on: two outlets of one day may each be right at theirs."""
