"""The engine's sentences in the reader's language: each is read back by the template that made it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from articles.phrasing import marked_templates
from factsheet import phrasebook
from factsheet.reconcile.reasons import reason_for
from factsheet.reconcile.verdicts import Difference, RelationKind, Verdict
from tests.factsheet.reconcile.samples import make_side

ROOT = Path(settings.BASE_DIR)
PURE = [path for folder in ("articles/extraction", "factsheet/reconcile") for path in (ROOT / folder).rglob("*.py")]


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    with translation.override("fr"):
        yield


SAMPLES = {
    **dict.fromkeys(("a", "b"), "“13,000 troops”"),
    **dict.fromkeys(("clause", "clauses", "item", "items", "why"), "the same value"),
    **dict.fromkeys(("ours", "theirs"), "“confirmed”"),
    **dict.fromkeys(("first", "second", "third", "whole"), "“Dead” (12 people)"),
    **dict.fromkeys(("day", "other_day", "a_date", "b_date"), "3 March 2025"),
    **dict.fromkeys(("here", "there"), "14:00"),
    **dict.fromkeys(("n", "total"), "2"),
    **dict.fromkeys(("our_zone", "their_zone"), "at UTC+3"),
    "said": "“174” and “303” cannot both be true.",
    "changes": "“shall” for “will”, with or without “not”",
    "slip": "day and month, or the year",
    "zones": "14:00 at UTC is 18:00 at UTC+4",
    "homes": "“14:00” is told by the clock of Europe/Paris, where it was written",
    "rules": "“confirmed” against no such word",
    "parts": "“Men” (7) and “Women” (5)",
    "most": "the same value",
    "last": "the same words quoted",
    "names": "AP, RT and Press TV",
    "words": "“killed”, “troops”",
    "hedge": "at least",
}
"""What may stand in a slot; in one that is not here, words of an article."""


@pytest.mark.parametrize("template", marked_templates())
def test_each_template_is_read_back_by_itself(template: str) -> None:
    slots = {slot: SAMPLES.get(slot, "the ministry") for slot in phrasebook.SLOT.findall(template)}
    filled = template.format(**slots)
    found = phrasebook.read(filled)
    assert found is not None
    assert found.template == template
    assert phrasebook.say(filled) not in (None, filled)


def test_every_mark_is_made_where_its_module_is_loaded() -> None:
    marked = set(marked_templates())
    for path in PURE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "gettext_noop"):
                assert ast.literal_eval(node.args[0]) in marked, path


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("“174” and “303” cannot both be true.", "« 174 » et « 303 » ne peuvent pas être vrais à la fois."),
        (
            "“174” and “303” can both be true. The figures are of different dates: 1 March 2023 and 12 April 2023.",
            "« 174 » et « 303 » peuvent être vrais à la fois. "
            "Les chiffres sont de dates différentes : 1er mars 2023 et 12 avril 2023.",
        ),
        (
            "the words around share “a”, “b”; the same value",
            "les mots alentour ont « a », « b » en commun ; la même valeur",
        ),
        (
            "No copy of another article, and no credit to a wire.",
            "Ni copie d’un autre article, ni mention d’une agence.",
        ),
        (
            "AP, RT and Atlas credit Reuters; RT and Atlas carry nearly the same text.",
            "AP, RT et Atlas citent Reuters comme source ; RT et Atlas publient presque le même texte.",
        ),
        ("The latest, of 3 March 2025.", "Le plus récent, du 3 mars 2025."),
        (
            "“5” and “6” are equally good: attributed to the U.N. each.",
            "« 5 » et « 6 » se valent : attribué à the U.N., pour l’un comme pour l’autre.",
        ),
        (
            "It is not settled yet. “174” and “303” are different words.",
            "Ce n’est pas encore tranché. « 174 » et « 303 » sont des mots différents.",
        ),
        (
            "“Dead” (12 people) does not go with “Born” (1989): on 3 March 2025 that makes another age.",
            "« Dead » (12 people) ne va pas avec « Born » (1989) : le 3 mars 2025, cela fait un autre âge.",
        ),
        (
            "The sheet says “about 40”: the story leaves out “about”.",
            "La fiche dit « about 40 » : le papier omet « environ ».",
        ),
        (
            "2 of 3 independent origins can be true together with it.",
            "2 des 3 origines indépendantes peuvent être vraies en même temps.",
        ),
    ],
)
def test_a_sentence_is_said_with_its_days_and_quotations_as_french_printers_set_them(sentence: str, said: str) -> None:
    spoken = phrasebook.say(sentence)
    assert spoken is not None
    assert spoken.replace("\u00a0", " ").replace("\u202f", " ") == said


WRITTEN = st.text(st.characters(exclude_characters="“”", exclude_categories=["Cs"]), min_size=1, max_size=50)


@given(WRITTEN, WRITTEN)
def test_whatever_articles_write_is_quoted_as_they_write_it(one: str, other: str) -> None:
    a, b = make_side("<1>", text=one), make_side("<2>", text=other)
    english = reason_for(a, b, Verdict(RelationKind.CONFLICT, Difference.ADJACENT_DAY))
    with translation.override("fr"):
        said = phrasebook.say(english)
    assert said is not None
    assert " ".join(one.split()) in said
    assert " ".join(other.split()) in said
    assert said.endswith("du lendemain.")


@pytest.mark.parametrize("mark", [", ", "; ", " and ", "” and “"])
def test_a_long_list_that_is_none_of_the_engines_is_given_up(mark: str) -> None:
    assert phrasebook.say(mark.join(f"the {number}th" for number in range(40))) is None


def test_in_english_everything_is_said_as_it_stands() -> None:
    with translation.override("en-gb"):
        assert phrasebook.say("Whatever stands here") == "Whatever stands here"


def test_what_is_none_of_the_engines_is_marked_as_english_and_escaped() -> None:
    page = Template("{% load presentation %}{{ words|said }}|{{ words|said_plainly }}")
    assert page.render(Context({"words": "<b> & more"})) == (
        '<span lang="en">&lt;b&gt; &amp; more</span>|&lt;b&gt; &amp; more'
    )
    known = page.render(Context({"words": "“<b>” and “2” cannot both be true."}))
    assert known.count("ne peuvent pas") == 2
    assert "<b>" not in known
    assert "lang" not in known
