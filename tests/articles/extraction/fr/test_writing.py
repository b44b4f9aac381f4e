"""How French texts are cut, and how a text is known to be French."""

from __future__ import annotations

import pytest

from articles.extraction import extract, read_claim
from articles.extraction.fr.grammar import FRENCH
from articles.extraction.languages import LANGUAGES, MONTHS, WEEKDAYS, choose_language, find_language
from tests.articles.extraction.texts import WEDNESDAY, bounds, days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l'armée qu'il a", ["l'", "armée", "qu'", "il", "a"]),
        ("L’ONU d’ici", ["L’", "ONU", "d’", "ici"]),
        ("aujourd'hui quelqu'un", ["aujourd'hui", "quelqu'un"]),
        ("1 200,5 tonnes", ["1 200,5", "tonnes"]),
        ("1\u00a0200 et 1.200,5", ["1\u00a0200", "et", "1.200,5"]),
        ("en 2020 300 soldats", ["en", "2020", "300", "soldats"]),
        ("01 42 34 56 78", ["01", "42", "34", "56", "78"]),
        ("à 18h30", ["à", "18", "h", "30"]),
    ],
)
def test_a_text_is_cut_as_french_is_written(text: str, expected: list[str]) -> None:
    tokens = FRENCH.tokenise(text)
    assert tokens.word[: tokens.count] == expected


def test_both_apostrophes_are_one_to_the_tables() -> None:
    assert FRENCH.tokenise("d’ici").low[:2] == FRENCH.tokenise("d'ici").low[:2]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le ministre a parlé de la réforme dans un entretien.", "fr"),
        ("The minister spoke of the reform in an interview.", "en"),
        ("Le Monde said that the La Rochelle plant was to close.", "en"),
        ("« Les jeux sont faits », he said in the house of the French writer.", "en"),
        ("", "en"),
        ("12", "en"),
        ("Le", "en"),
        ("xyz " * 10_000 + "le la les de des", "en"),
    ],
)
def test_the_small_words_tell_the_language(text: str, code: str) -> None:
    assert choose_language(text).code == code


def test_no_small_word_belongs_to_two_languages() -> None:
    words = [word for language in LANGUAGES for word in language.function_words]
    assert len(words) == len(set(words))


def test_no_month_or_weekday_has_two_meanings() -> None:
    for language in LANGUAGES:
        assert language.months.items() <= MONTHS.items()
        assert language.weekdays.items() <= WEEKDAYS.items()


def test_the_language_may_be_told() -> None:
    (french,) = extract("12 soldats", language="fr")
    assert french.unit == "person"
    with pytest.raises(KeyError):
        find_language("xx")


def test_a_selection_is_read_in_the_language_of_its_text() -> None:
    text = "Il est venu dans le village avec plus de 1 200 soldats, et il part lundi prochain."
    start = text.index("plus")
    reading = read_claim(text, start, start + len("plus de 1 200 soldats"), published=WEDNESDAY)
    assert reading is not None
    assert (bounds(reading), reading.unit) == ("(1200, ..", "person")
    start = text.index("lundi")
    reading = read_claim(text, start, start + len("lundi prochain"), published=WEDNESDAY)
    assert reading is not None
    assert days(reading) == "2024-05-20"
