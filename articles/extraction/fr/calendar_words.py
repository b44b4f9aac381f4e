"""The words of the calendar, and the prepositions that say how a date bounds what happened."""

from __future__ import annotations

from typing import Final

from articles.extraction.festivals import Festival, FixedDay, FromEaster
from articles.extraction.moments import Base, Edge, Which
from articles.values import Hedge, Precision

_MONTHS = (
    *("janvier janv", "février fév févr", "mars", "avril avr", "mai", "juin", "juillet juil", "août aout"),
    *("septembre sept", "octobre oct", "novembre nov", "décembre déc"),
)
MONTHS: Final = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
SHORT_MONTHS: Final = frozenset("janv fév févr avr juil sept oct nov déc".split())
WEEKDAYS: Final = {
    name: number for number, name in enumerate("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
}
SEASONS: Final = {"printemps": 0, "été": 1, "automne": 2, "hiver": 3}
UNITS: Final = {
    "jour": Precision.DAY,
    "jours": Precision.DAY,
    "semaine": Precision.WEEK,
    "semaines": Precision.WEEK,
    "mois": Precision.MONTH,
    "trimestre": Precision.QUARTER,
    "trimestres": Precision.QUARTER,
    "semestre": Precision.HALF,
    "an": Precision.YEAR,
    "ans": Precision.YEAR,
    "année": Precision.YEAR,
    "années": Precision.YEAR,
    "décennie": Precision.DECADE,
    "décennies": Precision.DECADE,
    "siècle": Precision.CENTURY,
    "siècles": Precision.CENTURY,
}
DEICTIC_DAYS: Final = {"hier": -1, "aujourd'hui": 0, "demain": 1}
# From the day named before.
NEIGHBOURING_DAYS: Final = {"lendemain": 1, "surlendemain": 2, "veille": -1}
PARTS_OF_DAY: Final = frozenset("matin matinée soir soirée nuit midi minuit aube".split())
# The word after a period that says which: "la semaine dernière", "l'année suivante".
WHICH_AFTER: Final = {
    word: (shift, base, which)
    for words, shift, base, which in (
        ("dernier dernière passé passée écoulé écoulée", -1, Base.PUBLISHED, Which.LAST),
        ("prochain prochaine", 1, Base.PUBLISHED, Which.NEXT),
        ("suivant suivante", 1, Base.REFERENCE, Which.NEXT),
        ("précédent précédente", -1, Base.REFERENCE, Which.LAST),
    )
    for word in words.split()
}
THIS: Final = frozenset({"ce", "cet", "cette"})
# "Les 12 derniers mois" are a length of time.
OWNERS: Final = frozenset({"le", "la", "l'"})
STARTS: Final = frozenset({"début", "commencement"})
ENDS: Final = frozenset({"fin"})
PARTS: Final = STARTS | ENDS | frozenset({"mi", "milieu", "courant", "cours", "courante"})
EDGES: Final = dict.fromkeys(STARTS, Edge.START) | dict.fromkeys(ENDS, Edge.END)
RANKS: Final = {"premier": 1, "deuxième": 2, "second": 2, "troisième": 3, "quatrième": 4, "dernier": 4}
ROMAN: Final = {"i": 1, "v": 5, "x": 10}
BOUNDS: Final = {
    tuple(phrase.split()): hedge
    for hedge, phrases in {
        Hedge.EXACT: "en|le|au|dès le mois|pendant|durant|lors de|lors du|courant|ce",
        Hedge.SINCE: """depuis|depuis le|depuis la|depuis l'|a partir du|a compter du|à partir de|à partir du|
            à partir d'|à compter du|à compter de|dès|dès le|dès la|dès l'|du|de""",
        Hedge.UNTIL: "jusqu' au|jusqu' à|jusqu' en|jusqu' à la|jusqu' à l'|jusque",
        Hedge.BY: """d' ici|d' ici à|d' ici au|d' ici le|d' ici la|d' ici à la|d' ici l'|au plus tard le|au plus tard|
            au plus tard en|au plus tard à la|au plus tard fin|pas plus tard que|d' ici à l'""",
        Hedge.BEFORE: "avant|avant le|avant la|avant l'",
        Hedge.AFTER: "après|après le|après la|après l'",
        Hedge.ABOUT: "vers|vers le|aux alentours du|aux alentours de|autour du|autour de|aux environs de",
    }.items()
    for phrase in phrases.split("|")
}
LONGEST_BOUND: Final = max(map(len, BOUNDS))
FESTIVALS: Final[dict[tuple[str, ...], Festival]] = {
    ("noël",): FixedDay(12, 25),
    ("la", "toussaint"): FixedDay(11, 1),
    ("toussaint",): FixedDay(11, 1),
    ("pâques",): FromEaster(0),
    ("lundi", "de", "pâques"): FromEaster(1),
    ("ascension",): FromEaster(39),
    ("pentecôte",): FromEaster(49),
    ("jour", "de", "l'", "an"): FixedDay(1, 1),
    ("nouvel", "an"): FixedDay(1, 1),
    ("saint", "-", "sylvestre"): FixedDay(12, 31),
    ("armistice",): FixedDay(11, 11),
    ("assomption",): FixedDay(8, 15),
}
