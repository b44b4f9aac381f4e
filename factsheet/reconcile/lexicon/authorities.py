"""Who can know a figure, the highest first: those who count, those who decide, those who watch.

The order follows the BBC's advice (the most authoritative source, attributed) and the UN Statistics Division's notion
of an official producer of statistics; entries are the beginnings of words in an attribution.
"""

AUTHORITIES: tuple[str, ...] = (
    (
        "statistics census electoral commission registry coroner court judge u.n un united geological "
        "meteorological treasury central"
    ),
    (
        "ministry minister department government police authority authorities official agency civil fire hospital "
        "council resolution company filing"
    ),
    "expert analyst researcher university institute observatory group charity union association witness",
)
