"""French quotations, their speakers, and whom a figure is from."""

from __future__ import annotations

import pytest

from tests.articles.extraction.fr.french import figures, quotes, who


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Nous partons demain », a déclaré le ministre Abdoulaye Diop.", "Abdoulaye Diop"),
        ("“Nous partons demain”, a dit lundi à la presse le général Paul Martin.", "Paul Martin"),
        ('"Nous partons demain", estime Marie Dupont.', "Marie Dupont"),
        ("« Nous partons demain », a indiqué la police.", "la police"),
        ("« Nous partons demain », raconte une habitante.", "une habitante"),
        ("« Nous partons demain », selon un porte-parole de l'armée.", "un porte-parole de l'armée"),
        ("Abdoulaye Diop a déclaré : « Nous partons demain. »", "Abdoulaye Diop"),
        ("Le ministre malien, Abdoulaye Diop, a déclaré : « Nous partons demain. »", "Abdoulaye Diop"),
        ("Abdoulaye Diop, ministre du Mali, a affirmé : « Nous partons demain. »", "Abdoulaye Diop"),
        ("Pour Marie Dupont, « nous partons demain » est un mot creux.", "Marie Dupont"),
        ("Des élus ont parlé d'une « honte pour tout le pays ».", "Des élus"),
        ("« Nous partons demain », a de nouveau dit le chef de l'armée, le général Paul Martin.", "Paul Martin"),
        ("Le ministre de la Santé Paul Martin a évoqué un « départ immédiat ».", "Paul Martin"),
        ("Marie Dupont, qui était à Gao, s'est dite « très inquiète ».", "Marie Dupont"),
        ("Antonio Guterres a appelé à « un départ immédiat ».", "Antonio Guterres"),
        ("Paul Le Goff est venu. « Nous partons demain », a dit M. Le Goff.", "Paul Le Goff"),
        ("Jeanne Moreau est maire de Saint-Malo. « Nous partons demain », a-t-elle ajouté.", "Jeanne Moreau"),
        ("« Nous partons demain » : le mot est sur tous les murs.", None),
    ],
)
def test_a_quotation_has_its_speaker(text: str, speaker: str | None) -> None:
    ((_words, found),) = quotes(text)
    assert found == speaker


def test_the_reporter_may_break_in_without_closing_the_marks() -> None:
    text = "« C'est une faute, a déclaré Marie Dupont, maire de Lyon, et nous partons. »"
    assert quotes(text) == [(text[2:-2], "Marie Dupont")]


@pytest.mark.parametrize(
    "text",
    [
        "« Nous partons demain, a dit Marie Dupont.\n\n« Rien ne nous retient. »",
        "« Nous partons demain, a dit Marie Dupont.\n\n» Rien ne nous retient. »",
        "« Nous partons demain.\n\n« Rien ne nous retient », a dit Marie Dupont.",
        "« Nous partons demain.\n\n» Rien ne nous retient », a dit Marie Dupont.",
    ],
)
def test_a_quotation_goes_on_over_paragraphs(text: str) -> None:
    assert [speaker for _words, speaker in quotes(text)] == ["Marie Dupont", "Marie Dupont"]


def test_a_title_in_marks_is_no_quotation() -> None:
    assert quotes("Il a lu « Les Misérables » hier.") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Selon l'ONU, 12 personnes sont mortes.", "l'ONU"),
        ("D'après le ministère, 12 personnes sont mortes.", "le ministère"),
        ("De source policière, 12 personnes sont mortes.", "source policière"),
        ("La police a annoncé que 12 personnes étaient mortes.", "La police"),
        ("Le maire, Paul Martin, a parlé de 12 morts.", "Paul Martin"),
        ("Douze personnes sont mortes, a indiqué mardi la préfecture.", "la préfecture"),
        ("Douze personnes sont mortes, a précisé le porte-parole de l'ONU Stéphane Dujarric.", "Stéphane Dujarric"),
        ("Douze personnes sont mortes, affirme-t-il.", "il"),
        ("Douze personnes sont mortes.", None),
        ("Il part deux semaines après l'annonce du gouvernement.", None),
    ],
)
def test_a_figure_names_its_source(text: str, source: str | None) -> None:
    (found,) = figures(text)
    assert who(found) == source
