"""French figures with their unit, noun, hedge, rate, change and standing."""

from __future__ import annotations

import pytest

from articles.values import Change, ClaimStatus, Hedge, Kind
from tests.articles.extraction.fr.french import figure, figures
from tests.articles.extraction.texts import bounds, spell


@pytest.mark.parametrize(
    ("text", "span", "unit", "noun"),
    [
        ("Les 2 300 casques bleus partent.", "2 300 casques bleus", "person", "casques bleus"),
        ("On compte 13 000 soldats et policiers.", "13 000 soldats et policiers", "person", "soldats et policiers"),
        ("Avec 15 000 militaires étrangers.", "15 000 militaires étrangers", "person", "militaires étrangers"),
        ("Trois anciens combattants.", "Trois anciens combattants", "person", "anciens combattants"),
        ("Il y a 12 Maliens et 3 Français.", "12 Maliens", "person", "Maliens"),
        ("Douze jeunes ont fui.", "Douze jeunes", "person", "jeunes"),
        ("On a vu 12 étudiantes.", "12 étudiantes", "person", "étudiantes"),
        ("Il a 15 autres chevaux.", "15 autres chevaux", "cheval", "autres chevaux"),
        ("Dix-huit pays africains.", "Dix-huit pays africains", "pays", "pays africains"),
        ("Six bateaux et deux hôpitaux.", "Six bateaux", "bateau", "bateaux"),
        ("Quatre des six otages sont libres.", "Quatre", "person", "otages"),
        ("La moitié des 577 députés.", "La moitié", "person", "députés"),
        ("Le feu a parcouru 1 200 hectares.", "1 200 hectares", "hectare", None),
        ("C'est à 48 km.", "48 km", "kilometre", None),
        ("Il fait 190 000 mètres carrés.", "190 000 mètres carrés", "square metre", None),
        ("Il fait 30 km².", "30 km²", "square kilometre", None),
        ("Il fait 45 °C.", "45 °C", "degree Celsius", None),
        ("Il fait 12 degrés Celsius.", "12 degrés Celsius", "degree Celsius", None),
        ("Il roule à 110 km/h.", "110 km/h", "kilometre per hour", None),
        ("Il roule à 110 kilomètres à l'heure.", "110 kilomètres à l'heure", "kilometre per hour", None),
        ("Un séisme de magnitude 6,4.", "6,4", "magnitude", None),
        ("L'accident a fait un mort.", "un mort", "person", "mort"),
        ("Il a reçu 600 millions promis.", "600 millions", None, None),
        ("Il en a tué 12.", "12", "person", None),
        ("Douze ont été blessés.", "Douze", "person", None),
        ("Il a 34 ans.", "34 ans", "year", None),
        ("Ces six dernières semaines.", "six dernières semaines", "week", None),
        ("Par 290 voix contre 239.", "290 voix contre 239", "vote", None),
        ("Lyon a battu Nantes 3-1.", "3-1", "score", None),
    ],
)
def test_a_figure_has_the_unit_of_any_language(text: str, span: str, unit: str | None, noun: str | None) -> None:
    found = figures(text)[0]
    assert (found.text, found.unit, found.noun) == (span, unit, noun)


@pytest.mark.parametrize(
    ("text", "number", "unit", "per"),
    [
        ("Il coûte 12 €.", "12", "EUR", None),
        ("Il coûte 3 milliards d'euros.", "3000000000", "EUR", None),
        ("Il coûte 3,5 M€ par an.", "3500000", "EUR", "year"),
        ("Il coûte 1,2 Md€.", "1200000000", "EUR", None),
        ("Il coûte 20 000 francs suisses.", "20000", "CHF", None),
        ("Il coûte 5 millions de francs CFA.", "5000000", "XOF", None),
        ("Il coûte CHF 12.", "12", "CHF", None),
        ("Il coûte 15 000 FCFA.", "15000", "XOF", None),
        ("Il coûte 15.000 F CFA.", "15000", "XOF", None),
        ("Il coûte 5 millions de dollars US.", "5000000", "USD", None),
        ("Il coûte 80 dollars le baril.", "80", "USD", "barrel"),
        ("Il coûte 12 dollars canadiens.", "12", "CAD", None),
        ("Il coûte 40 livres sterling.", "40", "GBP", None),
        ("Il gagne 15 euros de l'heure.", "15", "EUR", "hour"),
        ("Il gagne 1 500 euros net par mois.", "1500", "EUR", "month"),
        ("Il gagne 2.000 $ US.", "2000", "USD", None),
    ],
)
def test_money_and_rates(text: str, number: str, unit: str, per: str | None) -> None:
    found = figure(text)
    assert (found.kind, spell(found.numbers[0]), found.unit, found.per) == (Kind.MONEY, number, unit, per)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Il prend 12 %.", "percent"),
        ("Il prend 12 pour cent.", "percent"),
        ("Il prend 0,5 point de pourcentage.", "percentage point"),
        ("Il prend 25 points de base.", "basis point"),
        ("Il prend 0,5 pour mille.", "per mille"),
    ],
)
def test_percentages(text: str, unit: str) -> None:
    found = figure(text)
    assert (found.kind, found.unit) == (Kind.PERCENTAGE, unit)


def test_the_same_amount_in_other_money_is_one_claim() -> None:
    found = figure("Cela coûte 3 milliards d'euros (3,2 milliards de dollars).")
    assert found.twin is not None
    assert (found.unit, found.twin.unit) == ("EUR", "USD")


def test_what_stands_once_is_shared() -> None:
    assert [each.unit for each in figures("Des hommes de 27 et 34 ans.")] == ["year", "year"]
    assert [each.unit for each in figures("Il y a 9 millions de Grecs, contre 8 millions.")] == ["person", "person"]
    assert [each.unit for each in figures("Il prévoit 3 milliards d'euros, contre 2,8 milliards.")] == ["EUR", "EUR"]


@pytest.mark.parametrize(
    ("words", "hedge", "expected"),
    [
        ("plus de 40 pays", Hedge.MORE_THAN, "(40, .."),
        ("plus d'une centaine de pays", Hedge.MORE_THAN, "(100, .."),
        ("au moins 40 pays", Hedge.AT_LEAST, "[40, .."),
        ("pas moins de 40 pays", Hedge.AT_LEAST, "[40, .."),
        ("au minimum 40 pays", Hedge.AT_LEAST, "[40, .."),
        ("40 pays au moins", Hedge.AT_LEAST, "[40, .."),
        ("40 pays ou plus", Hedge.AT_LEAST, "[40, .."),
        ("moins de 40 pays", Hedge.LESS_THAN, ".., 40)"),
        ("au plus 40 pays", Hedge.AT_MOST, ".., 40]"),
        ("pas plus de 40 pays", Hedge.AT_MOST, ".., 40]"),
        ("jusqu'à 40 pays", Hedge.UP_TO, ".., 40]"),
        ("jusqu’à 40 pays", Hedge.UP_TO, ".., 40]"),
        ("environ 40 pays", Hedge.ABOUT, "[40, 40]"),
        ("quelque 40 pays", Hedge.ABOUT, "[40, 40]"),
        ("près de 40 pays", Hedge.ABOUT, "[40, 40]"),
        ("presque 40 pays", Hedge.ABOUT, "[40, 40]"),
        ("à peine 40 pays", Hedge.ABOUT, "[40, 40]"),
        ("autour de 40 pays", Hedge.ABOUT, "[40, 40]"),
        ("une quarantaine de pays", Hedge.ABOUT, "[40, 40]"),
        ("au moins un soldat", Hedge.AT_LEAST, "[1, .."),
        ("de 10 à 12 pays", Hedge.EXACT, "[10, 12]"),
        ("entre 10 et 12 pays", Hedge.EXACT, "[10, 12]"),
        ("10 à 12 pays", Hedge.EXACT, "[10, 12]"),
        ("10-12 pays", Hedge.EXACT, "[10, 12]"),
        ("deux ou trois pays", Hedge.EXACT, "[2, 3]"),
        ("deux à trois millions de pays", Hedge.EXACT, "[2000000, 3000000]"),
        ("entre 10 % et 12 % des pays", Hedge.EXACT, "[10, 12]"),
        ("de 10 euros à 12 euros", Hedge.EXACT, "[10, 12]"),
        ("plus du tiers", Hedge.MORE_THAN, "(0.333333333333333, .."),
    ],
)
def test_hedges_and_ranges_bound_a_figure(words: str, hedge: Hedge, expected: str) -> None:
    found = figure(f"Il a vu {words}.")
    assert (found.text, found.hedge, bounds(found)) == (
        words.removesuffix(" des pays"),
        hedge,
        expected,
    )


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Le chômage a augmenté de 2,3 %.", Change.UP),
        ("Une hausse d'environ 3 %.", Change.UP),
        ("Les ventes ont reculé de plus de 5 %.", Change.DOWN),
        ("Les prix sont en baisse de 2 %.", Change.DOWN),
        ("Le titre a perdu 9 %.", Change.DOWN),
        ("Il y en a 12 % de plus.", Change.UP),
        ("Il coûte 2 euros de moins que prévu.", Change.DOWN),
        ("Il a perdu 12 hommes.", None),
        ("Le taux est de 12 %.", None),
    ],
)
def test_an_amount_of_change_has_its_direction(text: str, change: Change | None) -> None:
    assert figure(text).change is change


@pytest.mark.parametrize(
    ("text", "standings"),
    [
        ("Il y a 275 morts, et non 288.", [ClaimStatus.LIVE, ClaimStatus.DENIED]),
        ("Le ministre dément la mort de 12 soldats.", [ClaimStatus.DENIED]),
        ("Il a démenti que 600 soldats soient venus.", [ClaimStatus.DENIED]),
        ("Un bilan de 500 morts était faux.", [ClaimStatus.DENIED]),
        ("Il a parlé de 500 morts. Ce chiffre était faux.", [ClaimStatus.DENIED]),
        ("Un précédent bilan faisait état de 30 morts.", [ClaimStatus.SUPERSEDED]),
        ("Le bilan est passé de 115 à 97 morts.", [ClaimStatus.SUPERSEDED, ClaimStatus.LIVE]),
    ],
)
def test_a_figure_may_be_taken_back(text: str, standings: list[ClaimStatus]) -> None:
    assert [each.status for each in figures(text)] == standings
