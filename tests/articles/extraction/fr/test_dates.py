"""French dates, set on the calendar from a Wednesday: 15 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

from articles.values import Hedge, Kind
from tests.articles.extraction.fr.french import dates, read
from tests.articles.extraction.texts import days


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("Le 30 juin 2023, il pleuvait.", "Le 30 juin 2023", "2023-06-30"),
        ("Il est né le 1er juillet 1990.", "le 1er juillet 1990", "1990-07-01"),
        ("Il est venu lundi 13 mai.", "lundi 13 mai", "2024-05-13"),
        ("Le 15/03/2023, il pleuvait.", "Le 15/03/2023", "2023-03-15"),
        ("Le 05/06/2023, il pleuvait.", "Le 05/06/2023", "2023-06-05"),
        ("Le 30.06.2023, il pleuvait.", "Le 30.06.2023", "2023-06-30"),
        ("Le 2023-06-30, il pleuvait.", "Le 2023-06-30", "2023-06-30"),
        ("Il est venu le 16 juin dernier.", "le 16 juin dernier", "2023-06-16"),
        ("Il est venu hier soir.", "hier soir", "2024-05-14"),
        ("Il est venu avant-hier.", "avant-hier", "2024-05-13"),
        ("Il viendra après-demain.", "après-demain", "2024-05-17"),
        ("Il parle aujourd'hui.", "aujourd'hui", "2024-05-15"),
        ("Il parle aujourd’hui.", "aujourd’hui", "2024-05-15"),
        ("La semaine dernière, il pleuvait.", "La semaine dernière", "2024-05-06..2024-05-12"),
        ("Il viendra le mois prochain.", "le mois prochain", "2024-06-01..2024-06-30"),
        ("L'an dernier, il pleuvait.", "L'an dernier", "2023-01-01..2023-12-31"),
        ("Il est venu cette semaine.", "cette semaine", "2024-05-13..2024-05-19"),
        ("Il est venu le week-end dernier.", "le week-end dernier", "2024-05-11..2024-05-12"),
        ("Il est venu début mai.", "début mai", "2024-05-01..2024-05-31"),
        ("Il est venu à la mi-mars.", "à la mi-mars", "2024-03-01..2024-03-31"),
        ("Il est venu fin 2023.", "fin 2023", "2023-01-01..2023-12-31"),
        ("Au premier trimestre, il a plu.", "Au premier trimestre", "2024-01-01..2024-03-31"),
        (
            "Il a plu au second semestre de l'an dernier.",
            "au second semestre de l'an dernier",
            "2023-07-01..2023-12-31",
        ),
        ("Il a plu au T1 2023.", "au T1 2023", "2023-01-01..2023-03-31"),
        ("Il viendra dans six mois.", "dans six mois", "2024-11-01..2024-11-30"),
        ("Il est né il y a deux ans.", "il y a deux ans", "2022-01-01..2022-12-31"),
        ("Dans les années 1990, il a plu.", "années 1990", "1990-01-01..1999-12-31"),
        ("Dans les années 60, il a plu.", "années 60", "1960-01-01..1969-12-31"),
        ("Il a vécu au XIXe siècle.", "au XIXe siècle", "1800-01-01..1899-12-31"),
        ("Il a plu l'été dernier.", "l'été dernier", "2023-06-01..2023-08-31"),
        ("Il a plu à Noël.", "à Noël", "2023-12-25"),
        ("Il a plu à Pâques 2023.", "à Pâques 2023", "2023-04-09"),
        ("Il a plu en l'an 2000.", "en l'an 2000", "2000-01-01..2000-12-31"),
        ("Il a plu ce matin.", "ce matin", "2024-05-15"),
    ],
)
def test_a_date_is_the_period_its_words_name(text: str, span: str, expected: str) -> None:
    (found,) = dates(text)
    assert (found.text, days(found)) == (span, expected)


@pytest.mark.parametrize(
    ("words", "hedge", "expected"),
    [
        ("d'ici au 31 décembre", Hedge.BY, "2024-12-31"),
        ("d'ici la fin de 2025", Hedge.BY, "2025-12-31"),
        ("au plus tard le 31 mai", Hedge.BY, "2024-05-31"),
        ("avant la fin de l'année", Hedge.BEFORE, "2024-12-31"),
        ("avant 2030", Hedge.BEFORE, "2030-01-01..2030-12-31"),
        ("jusqu'en 2025", Hedge.UNTIL, "2025-01-01..2025-12-31"),
        ("jusqu'au 30 juin", Hedge.UNTIL, "2024-06-30"),
        ("jusqu'à fin juin", Hedge.UNTIL, "2024-06-30"),
        ("à partir du 3 juin", Hedge.SINCE, "2024-06-03"),
        ("à compter du 1er juin", Hedge.SINCE, "2024-06-01"),
        ("dès le 3 juin", Hedge.SINCE, "2024-06-03"),
        ("après le 3 juin", Hedge.AFTER, "2024-06-03"),
        ("vers 2030", Hedge.ABOUT, "2030-01-01..2030-12-31"),
        ("dans les six mois", Hedge.WITHIN, "2024-05-15..2024-11-30"),
        ("d'ici à six mois", Hedge.WITHIN, "2024-05-15..2024-11-30"),
    ],
)
def test_a_preposition_bounds_what_happens(words: str, hedge: Hedge, expected: str) -> None:
    (found,) = dates(f"Ils partiront {words}.")
    assert (found.text, found.hedge, days(found)) == (words, hedge, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le vote s'est tenu dimanche.", "2024-05-12"),
        ("Le vote aura lieu dimanche.", "2024-05-19"),
        ("Il doit partir vendredi.", "2024-05-17"),
        ("Il est parti vendredi.", "2024-05-10"),
        ("La réunion est prévue lundi.", "2024-05-20"),
        ("Ils sont arrivés lundi dernier.", "2024-05-13"),
        ("Il arrive lundi prochain.", "2024-05-20"),
        ("Ils quitteront Gao samedi.", "2024-05-18"),
        ("Il avait plu mardi.", "2024-05-14"),
        ("Le texte serait examiné vendredi.", "2024-05-17"),
        ("Il serait mort vendredi.", "2024-05-10"),
        ("Il aurait vendu la maison vendredi.", "2024-05-10"),
    ],
)
def test_the_tense_decides_which_weekday(text: str, expected: str) -> None:
    (found,) = dates(text)
    assert days(found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du 3 au 5 mai 2023, il a plu.", ["2023-05-03", "2023-05-05"]),
        ("Du 28 avril au 3 mai 2023, il a plu.", ["2023-04-28", "2023-05-03"]),
        ("Entre 2013 et 2023, il a plu.", ["2013-01-01..2013-12-31", "2023-01-01..2023-12-31"]),
        ("Il a plu les 5 et 6 mai 2023.", ["2023-05-05", "2023-05-06"]),
        ("Il a plu le 3 mai 2023. Deux jours plus tard, il a neigé.", ["2023-05-03", "2023-05-05"]),
        ("Il a plu le 3 mai 2023. Le lendemain, il a neigé.", ["2023-05-03", "2023-05-04"]),
        ("Il a plu le 3 mai 2023. La veille, il avait neigé.", ["2023-05-03", "2023-05-02"]),
        ("Il a plu en 2013. L'année suivante, il a neigé.", ["2013-01-01..2013-12-31", "2014-01-01..2014-12-31"]),
    ],
)
def test_dates_count_from_one_another(text: str, expected: list[str]) -> None:
    assert [days(each) for each in dates(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Il a été élu et elle a été battue.",
        "La planète Mars est rouge.",
        "Avril Lavigne chante.",
        "Il y a 2000 soldats.",
        "Le lundi, il dort.",
        "Il a attendu un an.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "span", "clock"),
    [
        ("Il est venu à 18h30.", "à 18h30", "18:30"),
        ("Il est venu vers 18 h.", "vers 18 h", "18:00"),
        ("Il est venu à 15h GMT.", "à 15h GMT", "15:00"),
        ("Il est venu à 20 heures.", "à 20 heures", "20:00"),
        ("Il est venu avant midi.", "avant midi", "12:00"),
    ],
)
def test_times_of_day(text: str, span: str, clock: str) -> None:
    (found,) = read(text)
    assert found.interval is not None
    assert (found.kind, found.text, f"{found.interval.low:%H:%M}") == (Kind.TIME, span, clock)


@pytest.mark.parametrize(
    ("words", "clock", "zone", "offset"),
    [
        ("à 18h30, heure locale", "18:30", "local", None),
        ("à 18h30, heure locale (15h30 GMT)", "18:30", "local", 180),
        ("à 18 heures (16 heures GMT)", "18:00", None, 120),
        ("vers 3 heures du matin", "03:00", None, None),
        ("vers 8 heures du soir", "20:00", None, None),
        ("peu après minuit, heure de Paris", "00:00-00:30", "Europe/Paris", 120),
        ("juste avant 6h", "05:30-06:00", None, None),
        ("à 15h TU", "15:00", "UTC", 0),
        ("à 15h heure de Moscou", "15:00", "Europe/Moscow", 180),
        ("à 15h, heure de l'Est", "15:00", "ET", -240),
        ("à 15h, heure d'Athènes", "15:00", "Europe/Athens", 180),
        ("à 15h, heure française", "15:00", "Europe/Paris", 120),
    ],
)
def test_a_time_names_its_zone(words: str, clock: str, zone: str | None, offset: int | None) -> None:
    (found,) = read(f"Il est venu {words}.")
    assert found.interval is not None
    low, high = (f"{bound:%H:%M}" for bound in (found.interval.low, found.interval.high))
    assert (found.text, low if low == high else f"{low}-{high}") == (words, clock)
    assert (found.unit, found.utc_offset) == (zone, offset)


def test_a_direction_after_a_time_is_no_zone() -> None:
    (found,) = read("À 15h est arrivé le train.")
    assert (found.text, found.unit) == ("À 15h", None)


def test_the_day_beside_a_time_is_its_day() -> None:
    _, found = read("Il est venu samedi à 18h30.")
    assert found.as_of == date(2024, 5, 11)


def test_a_date_says_when_it_needs_the_publication() -> None:
    (found,) = dates("Il est parti lundi.", None)
    assert found.needs_published
    assert days(dates("Il est parti lundi.", date(2023, 7, 3))[0]) == "2023-07-03"
