"""How words qualify the figure beside them.

Which side of a bound a figure belongs to is the plain meaning of the words: "plus de" leaves it out, "au moins" takes
it in (Grevisse, "Le bon usage", on approximate numerals, for "quelque", "environ", "près de").
"""

from __future__ import annotations

from typing import Final

from articles.extraction.hedge_phrases import HedgePhrases
from articles.extraction.tokens import Tokens
from articles.values import Hedge

_BEFORE: Final = {
    Hedge.ABOUT: """
        environ|quelque|quelques|près de|près du|à peu près|approximativement|autour de|aux alentours de|
        aux environs de|dans les|presque|quasiment|pratiquement|à peine|un peu plus de|un peu moins de|
        légèrement plus de|à peine plus de|à peine moins de|légèrement moins de|de l' ordre de|vers|grosso modo|
        plus ou moins|
        estimé à|estimée à|estimés à|estimées à|évalué à|évaluée à|évalués à|évaluées à|avoisinant|avoisinant les|
        avoisine|avoisine les|frôle|frôle les|frôlant les|approche|approche les|approchant|approchant les|
        en moyenne|une moyenne de|~|≈|sans doute|peut-être|probablement|pas loin de|non loin de|autour des|
        aux alentours des|dans l' ordre de
    """,
    Hedge.MORE_THAN: """
        plus de|plus des|plus du|bien plus de|beaucoup plus de|au-dessus de|au - dessus de|au-delà de|au - delà de|
        au - delà des|supérieur à|supérieure à|supérieurs à|supérieures à|excédant|dépassant|dépassant les|dépasse|
        dépasse les|dépassent les|dépassé|dépassé les|dépasser|dépasser les|dépassait|dépassait les|dépassera|
        dépassera les|franchi|franchi les|excède|>
    """,
    Hedge.AT_LEAST: """
        au moins|pas moins de|non moins de|au minimum|un minimum de|minimum|à tout le moins|du moins|>=|≥|
        rien moins que|au bas mot|à partir de
    """,
    Hedge.LESS_THAN: """
        moins de|moins des|moins du|bien moins de|beaucoup moins de|au-dessous de|au - dessous de|en dessous de|
        inférieur à|inférieure à|inférieurs à|inférieures à|<|sous les|sous la barre des
    """,
    Hedge.AT_MOST: """
        au plus|tout au plus|au maximum|un maximum de|maximum|pas plus de|guère plus de|n' excédant pas|
        ne dépassant pas|<=|≤|plafonné à|plafonnée à|plafonnés à|plafonnées à|limité à|limitée à|limités à|limitées à
    """,
    Hedge.UP_TO: "jusqu' à|jusqu' aux|à concurrence de|à hauteur de",
}
_AFTER: Final = {
    Hedge.AT_LEAST: "au moins|au minimum|ou plus|et plus|ou davantage|et au-delà|au bas mot|minimum|+",
    Hedge.AT_MOST: "au plus|au maximum|tout au plus|ou moins|maximum|et moins",
    Hedge.ABOUT: "environ|à peu près|en moyenne|plus ou moins",
}


def _elide(tables: dict[Hedge, str]) -> dict[Hedge, str]:
    """The phrases, and those that end in "de" with its vowel left out: "plus d'une centaine"."""
    elided = {}
    for hedge, phrases in tables.items():
        each = [phrase.strip() for phrase in phrases.split("|")]
        elided[hedge] = "|".join(each + [phrase[:-1] + "'" for phrase in each if phrase.endswith(" de")])
    return elided


def _is_other_before(tokens: Tokens, start: int, words: tuple[str, ...]) -> bool:
    """Whether the words are no hedge here: "dans les 12 pays", "sous les 200 voix", "pas plus de 3"."""
    before = tokens.low[start - 1] if start else ""
    if words == ("dans", "les"):
        return not tokens.low[start + 2][:1].isdecimal() or before in ("et", "ou", ",")
    if words[0] in ("plus", "moins") and before in ("pas", "guère", "non", "rien"):
        return True
    return words in (("minimum",), ("maximum",)) and before in ("un", "le", "du")


def _is_other_after(tokens: Tokens, end: int, words: tuple[str, ...]) -> bool:
    """Whether the words belong to what follows: "12 navires et plus de 3 avions"."""
    return words[-1] in ("plus", "moins") and tokens.low[end] in ("de", "d'", "que", "qu'")


HEDGES: Final = HedgePhrases(_elide(_BEFORE), _AFTER, _is_other_before, _is_other_after)
read_hedge_before: Final = HEDGES.read_before
read_hedge_after: Final = HEDGES.read_after
