"""How English writes names: the tables with which `articles.extraction.names` finds them."""

from __future__ import annotations

from typing import Final

from articles.extraction.en.calendar_words import MONTHS, WEEKDAYS
from articles.extraction.en.first_names import FEMALE_NAMES, MALE_NAMES
from articles.extraction.en.noun_words import STOPS
from articles.extraction.en.speech_words import INSTITUTIONS, PARTICLES, PARTIES, ROLES, TITLES
from articles.extraction.names import Names

AFTER_ROLE: Final = frozenset("in on at after during when as while by to that".split())
# A name after these belongs to the role: "a spokesman for John Kerry".
BELONGING: Final = frozenset("of for in at the from".split())
# Capitalised words that begin a sentence and name nobody, and those that name a day.
NO_NAMES: Final = (
    frozenset(MONTHS)
    | set(WEEKDAYS)
    | frozenset(
        "last next this that these those early earlier late later yesterday today tomorrow tonight when while "
        "after before since during although though however meanwhile asked speaking then there here some most many "
        "another".split()
    )
)
# After these "April" and "Jan" are months.
BEFORE_MONTHS: Final = frozenset(
    "in since by until from last this next early late mid of through before after during between and for".split()
)
# Names in capitals that are small words otherwise.
ACRONYMS: Final = frozenset({"WHO"})

NAMES: Final = Names(
    no_names=NO_NAMES,
    stops=STOPS,
    acronyms=ACRONYMS,
    particles=PARTICLES,
    titles=TITLES,
    roles=ROLES | PARTIES,
    institutions=INSTITUTIONS,
    after_role=AFTER_ROLE,
    belonging=BELONGING,
    first_names=MALE_NAMES | FEMALE_NAMES,
    before_months=BEFORE_MONTHS,
)
