"""Figures that count nothing: model names, list and page numbers, addresses, and "un" the article."""

from __future__ import annotations

from typing import Final

from articles.extraction.codes import is_code
from articles.extraction.currencies import CODE_WORDS
from articles.extraction.fr.nouns import is_plural
from articles.extraction.fr.units import PERCENT
from articles.extraction.tokens import Tokens

# Words after which a figure is a name or a place in a list.
LABELS: Final = frozenset(
    """
    article articles art page pages p pp chapitre chapitres alinéa paragraphe annexe numéro numéros n no nos loi décret
    règlement résolution figure tableau volume tome titre vol ligne route autoroute rn sortie chambre appartement
    bâtiment bloc porte quai épisode saison version type modèle classe niveau zone secteur district canal chaîne
    groupe division boeing airbus falcon ariane soyouz apollo windows iphone france canal covid sars lot case bus
    train tram tgv catégorie protocole psaume verset formule dossier fréquence phase étape acte scène salle stand
    """.split()
)
STREETS: Final = frozenset("rue avenue av boulevard bd place quai allée impasse chemin route cours square".split())
PREFIXES: Final = frozenset("mi plus moins top ex moyen".split())
GLUED: Final = frozenset(CODE_WORDS)


def is_name(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the figure on these tokens is part of a name, an address or a number that counts nothing."""
    low = tokens.low
    before = low[first - 1]
    if is_code(tokens, first, last, glued=GLUED, prefixes=PREFIXES):
        return True
    if before == "°" or (before == "." and low[first - 2] in ("n", "no", "art", "p", "pp")):
        return True
    if before in LABELS and tokens.word[first][:1].isdecimal() and " " not in tokens.word[first]:
        return not (tokens.word[first - 1].islower() and (is_plural(low[last]) or low[last] in PERCENT))
    if before == "0" or (low[first] == "0" and low[last][:1].isdecimal()):
        return True  # "0 800 123 456"
    if low[last] in STREETS or (low[last] in (",", "bis", "ter") and low[last + 1] in STREETS):
        return True
    is_joined = low[last] == "-" and tokens.touches(last)
    return is_joined and (low[last + 1] in ("bis", "ter") or tokens.word[last + 1][:1].isupper())
