"""The tense of the verb beside a date, which decides between last Monday and next.

The nearest verb before the date in its sentence speaks first, else the nearest after it. A compound tense is known by
its auxiliary, the simple future and the imperfect by their endings.
"""

from __future__ import annotations

from typing import Final

from articles.extraction.fr.calendar_words import SEASONS
from articles.extraction.moments import Tense
from articles.extraction.tokens import Tokens

PAST_AUXILIARIES: Final = frozenset(
    "a ont ai avons avait avaient est sont était étaient fut furent eut eurent ayant été s'est".split()
)
FUTURE: Final = frozenset(
    """
    va vont doit doivent devrait devraient devra devront pourrait pourraient peut peuvent compte comptent espère
    espèrent prévoit prévoient entend entendent prévu prévue prévus prévues attendu attendue attendus attendues
    programmé programmée programmés fixé fixée appelé appelés censé censée censés expire expirent échéance sera
    seront aura auront souhaite souhaitent veut veulent promet promettent prochainement
    """.split()
)
PRESENT: Final = frozenset("est sont a ont reste restent fait font débute débutent commence commencent".split())
FUTURE_ENDINGS: Final = ("era", "ira", "ront", "dra", "vra", "tra", "erons", "irons", "erai", "irai")
PAST_ENDINGS: Final = ("ait", "aient")
CONDITIONAL_ENDINGS: Final = ("rait", "raient")
PARTICIPLE_ENDINGS: Final = ("é", "ée", "és", "ées", "i", "is", "it", "ie", "u", "us", "ue", "ues", "rt", "ert")
# Words with the ending of a tense that are none.
NO_VERBS: Final = frozenset(
    """
    opéra caméra choléra sahara sahéra guerra lira bira front affront trait lait fait souhait retrait portrait
    attrait extrait forfait parfait satisfait abstrait contrat soldat qui lui ni si celui aujourd'hui ainsi
    aussi mai jeudi lundi mardi mercredi vendredi samedi midi ici voici depuis puis avis pays paris mois fois trois
    bruit nuit circuit conflit crédit esprit produit déficit débit profit récit petit délit plus vous nous tous
    dessus sous jus virus peu lieu milieu feu jeu dieu bleu rue vue revue avenue vie partie sortie série énergie
    industrie armée année journée soirée matinée société cité unité autorité sécurité santé liberté côté été marché
    députés député comité communauté université qualité sud-est bis dis permis ministère parmi demi ami ennemi
    démocratie italie russie syrie libye algérie tunisie mauritanie
    """.split()
)
# Participles of the verbs whose compound tenses "être" makes.
GONE: Final = frozenset(
    "mort parti venu revenu arrivé né tombé entré sorti resté devenu passé monté descendu été".split()
)
REACH: Final = 20


def read_tense(tokens: Tokens, first: int, last: int) -> Tense:
    """The tense that governs a date on the tokens `first` to `last` (exclusive)."""
    start, end = tokens.sentence(first)
    before = _scan(tokens, range(first - 1, max(start, first - REACH) - 1, -1), start)
    if before is not Tense.OPEN:
        return before
    if tokens.low[last] == "," and "," in tokens.low[start:first]:
        return Tense.OPEN  # an aside, whose verb is not that of the sentence
    return _scan(tokens, range(last, min(end, last + REACH)), start)


def _scan(tokens: Tokens, places: range, start: int) -> Tense:
    for place in places:
        tense = _tense_of(tokens, place, start)
        if tense is not Tense.OPEN:
            return tense
    return Tense.OPEN


def _tense_of(tokens: Tokens, place: int, start: int) -> Tense:
    """What one word says of the time, `OPEN` for most."""
    word = tokens.low[place]
    if word in FUTURE:
        return Tense.FUTURE
    if len(word) < 2 or not tokens.word[place].islower() or word in NO_VERBS:
        return Tense.PRESENT if word == "a" and not _is_participle(tokens, place + 1) else Tense.OPEN
    if len(word) > 4 and word.endswith(FUTURE_ENDINGS):
        return Tense.FUTURE
    if len(word) > 4 and word.endswith(CONDITIONAL_ENDINGS):
        return Tense.PAST if word in ("aurait", "auraient") or _has_gone(tokens, place + 1) else Tense.FUTURE
    if len(word) > 4 and word.endswith(PAST_ENDINGS):
        return Tense.PAST
    if _is_participle(tokens, place):
        return _compound(tokens, place, start)
    if word in ("fut", "furent", "eut", "eurent"):
        return Tense.PAST
    return Tense.PRESENT if word in PRESENT else Tense.OPEN


def _is_participle(tokens: Tokens, place: int) -> bool:
    word = tokens.low[place]
    is_word = len(word) > 2 and word not in NO_VERBS and word not in SEASONS and tokens.word[place].islower()
    return (is_word and word.endswith(PARTICIPLE_ENDINGS)) or word in ("dit", "mis", "pris", "fait", "eu", "lu", "vu")


def _has_gone(tokens: Tokens, place: int) -> bool:
    """Whether the participle after "serait" tells what is said to have happened: "serait mort", not "serait vendu"."""
    return tokens.low[place].rstrip("es") in GONE or tokens.low[place] in GONE


def _compound(tokens: Tokens, place: int, start: int) -> Tense:
    """A participle is past under its auxiliary, to come where that is ("sera lancé"); alone, past."""
    for word in reversed(tokens.low[max(place - 4, start) : place]):
        if word in FUTURE or word.endswith(("era", "ront")):
            return Tense.FUTURE
        if word in PAST_AUXILIARIES:
            return Tense.PAST
        if word in ("aurait", "auraient"):
            return Tense.PAST
        if word in ("serait", "seraient"):
            return Tense.PAST if _has_gone(tokens, place) else Tense.FUTURE
        if word == "être":
            return Tense.FUTURE
    return Tense.PAST if tokens.low[place].endswith(("é", "ée", "és", "ées")) else Tense.OPEN
