"""The languages that the engine reads, and which of them a text is in.

A language is known by its small words: counted over the beginning of a text, the language whose words are the most is
that of the text (Grefenstette, "Comparing two language identification schemes", 1995: from some twenty words on, small
words err as seldom as letter n-grams).
"""

from __future__ import annotations

from typing import Final

from articles.extraction.en.grammar import ENGLISH
from articles.extraction.fr.grammar import FRENCH
from articles.extraction.language import Language
from articles.extraction.vagueness import VagueTables

# The first is taken where nothing decides.
LANGUAGES: Final[tuple[Language, ...]] = (ENGLISH, FRENCH)
# So many characters are looked at: some 150 words, whatever the length of the text.
REACH: Final = 1000
# One small word may stand in a name ("Le Monde said"), or be quoted.
FEWEST: Final = 2


def choose_language(text: str) -> Language:
    """The language of a text, by the small words among its first `REACH` characters; the first where none leads."""
    words = text[:REACH].lower().split()
    first, *others = LANGUAGES
    chosen, most = first, max(sum(map(first.function_words.__contains__, words)), FEWEST - 1)
    for language in others:
        count = sum(map(language.function_words.__contains__, words))
        if count > most:
            chosen, most = language, count
    return chosen


def find_language(code: str) -> Language:
    """The language of an ISO 639-1 code.

    Raises:
        KeyError: where the engine does not read it.
    """
    return _BY_CODE[code]


def list_vague_words() -> VagueTables:
    """The words of every language that mean at least so many, with the values that the engine gives them."""
    return {language.code: language.vague for language in LANGUAGES}


# The names of months and weekdays in every language: no name means two of them.
MONTHS: Final = {name: number for language in LANGUAGES for name, number in language.months.items()}
WEEKDAYS: Final = {name: number for language in LANGUAGES for name, number in language.weekdays.items()}
_BY_CODE: Final = {language.code: language for language in LANGUAGES}
CODES: Final = tuple(_BY_CODE)
