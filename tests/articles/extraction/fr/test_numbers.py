"""French numbers in figures and in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from articles.values import Kind
from tests.articles.extraction.fr.french import figure, figures
from tests.articles.extraction.texts import bounds


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1 200", "1200"),
        ("1\u202f200", "1200"),
        ("1.200", "1200"),
        ("1.200.000", "1200000"),
        ("1 200,5", "1200.5"),
        ("3,5 millions de", "3500000"),
        ("3.5 millions de", "3500000"),
        ("2 millions et demi de", "2500000"),
        ("deux", "2"),
        ("dix-sept", "17"),
        ("vingt et un", "21"),
        ("vingt-et-un", "21"),
        ("soixante-dix", "70"),
        ("soixante et onze", "71"),
        ("soixante-dix-huit", "78"),
        ("quatre-vingts", "80"),
        ("quatre-vingt-un", "81"),
        ("quatre-vingt-dix-sept", "97"),
        ("quatre vingt douze", "92"),
        ("septante-deux", "72"),
        ("huitante", "80"),
        ("octante-trois", "83"),
        ("nonante-neuf", "99"),
        ("cent", "100"),
        ("cent quatre", "104"),
        ("deux cent cinquante", "250"),
        ("mille", "1000"),
        ("mille neuf cent quatre-vingts", "1980"),
        ("deux cent mille", "200000"),
        ("trois millions cinq cent mille", "3500000"),
        ("deux virgule cinq millions de", "2500000"),
        ("un milliard de", "1000000000"),
        ("un demi-million de", "500000"),
        ("une demi-douzaine de", "6"),
        ("trois douzaines de", "36"),
        ("plusieurs", None),
    ],
)
def test_a_number_is_read_in_every_spelling(words: str, value: str | None) -> None:
    found = figures(f"On voit {words} maisons.")
    assert [(bounds(each), each.unit) for each in found] == (
        [] if value is None else [(f"[{value}, {value}]", "maison")]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Une vingtaine de maisons.", "[20, 20]"),
        ("Un millier de maisons.", "[1000, 1000]"),
        ("Une centaine de milliers de maisons.", "[100000, 100000]"),
        ("Des dizaines de maisons.", "[20, .."),
        ("Des centaines de milliers de maisons.", "[200000, .."),
        ("Plusieurs centaines de maisons.", "[300, .."),
        ("Quelques milliers de maisons.", "[3000, .."),
    ],
)
def test_round_and_vague_numbers(text: str, expected: str) -> None:
    assert bounds(figure(text)) == expected


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("La moitié des habitants ont fui.", "0.5", "person"),
        ("Un tiers des arbres sont tombés.", "0.333333333333333", "arbre"),
        ("Les deux tiers des arbres.", "0.666666666666667", "arbre"),
        ("Les trois quarts des élus.", "0.75", "person"),
        ("Un cinquième des élus.", "0.2", "person"),
        ("Un Français sur cinq lit.", "0.2", "person"),
        ("Neuf élèves sur dix lisent.", "0.9", "person"),
        ("Neuf arbres sur dix sont morts.", "0.9", "arbre"),
        ("C'est le cas de neuf sur dix.", "0.9", None),
        ("Une demi-heure a suffi.", "0.5", "hour"),
        ("Deux ans et demi ont passé.", "2.5", "year"),
    ],
)
def test_fractions_and_shares(text: str, value: str, unit: str | None) -> None:
    found = figure(text)
    assert (bounds(found), found.unit) == (f"[{value}, {value}]", unit)


@pytest.mark.parametrize(
    ("text", "value"), [("C'est la troisième fois.", 3), ("La 20e édition.", 20), ("Le vingt-cinquième jour.", 25)]
)
def test_ordinals(text: str, value: int) -> None:
    found = figure(text)
    assert (found.kind, found.numbers) == (Kind.ORDINAL, (Decimal(value),))


@pytest.mark.parametrize(
    "text",
    [
        "Un soldat a vu l'un des navires.",
        "Une femme est venue avec une autre.",
        "Le bâtiment est tout neuf.",
        "Le Premier ministre et la première dame.",
        "Appelez le 01 42 34 56 78.",
        "Appelez le 0 800 123 456.",
        "Le vol AF447, l'A320, le Boeing 737 et le Covid-19.",
        "L'article 49.3 et la page 12.",
        "Au 12, rue des Lilas.",
        "Les deux sont partis, tous les trois.",
        "Quelqu'un l'a vu aujourd'hui.",
        "Il regarde France 2 et suit le G7.",
        "Les Vingt-Sept ont vu le 20-Heures et le 11-Septembre.",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert figures(text) == []
