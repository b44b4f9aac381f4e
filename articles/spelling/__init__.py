"""How a value is spelled to a reader: in the language of the page, as a newsroom of that language prints it.

Everything that is shown passes here; what other programs read (exports, API, command line) never does. Figures, names
of units and of money come from the Unicode CLDR through Babel, our own phrases from the catalogues.
"""

from articles.spelling.amounts import name_unit, spell_amount
from articles.spelling.days import spell_briefly, spell_clock, spell_day, spell_period, spell_zone
from articles.spelling.figures import spell_number
from articles.spelling.values import spell_bound, spell_claim, spell_value

__all__ = [
    "name_unit",
    "spell_amount",
    "spell_bound",
    "spell_briefly",
    "spell_claim",
    "spell_clock",
    "spell_day",
    "spell_number",
    "spell_period",
    "spell_value",
    "spell_zone",
]
