"""How French writes names: the tables with which `articles.extraction.names` finds them."""

from __future__ import annotations

from typing import Final

from articles.extraction.fr.calendar_words import MONTHS, WEEKDAYS
from articles.extraction.fr.noun_words import STOPS
from articles.extraction.fr.speech_words import (
    AFTER_ROLE,
    BELONGING,
    INSTITUTIONS,
    PARTICLES,
    ROLES,
    SENTENCE_STARTS,
    TITLES,
)
from articles.extraction.names import Names

NAMES: Final = Names(
    no_names=frozenset(MONTHS) | set(WEEKDAYS) | STOPS | SENTENCE_STARTS,
    stops=STOPS,
    acronyms=frozenset(),
    particles=PARTICLES,
    titles=TITLES,
    roles=ROLES,
    institutions=INSTITUTIONS,
    after_role=AFTER_ROLE,
    belonging=BELONGING,
)
