"""The interface in the reader's language: complete catalogues, a choice, and nothing localised that programs read."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation
from django.utils.formats import date_format

from factsheet.export.edition import build_edition
from factsheet.forms.settling import SettleForm
from factsheet.snapshot import take_snapshot
from factsheet.templatetags.presentation import percent
from tests.factories import NOON
from tests.factsheet.newsroom import make_fact_with, make_ready_sheet
from tests.factsheet.views.desk import SignIn

ROOT = Path(settings.BASE_DIR)
CATALOGUE = Path(settings.LOCALE_PATHS[0]) / "fr" / "LC_MESSAGES" / "django.po"
SOURCES = sorted(path for room in ("articles", "factsheet") for path in (ROOT / room).rglob("*.py"))
# The others are read by programs, or by whoever runs the server.
SPEAKING = [path for path in SOURCES if not {"migrations", "management", "api"} & set(path.parts)]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))

Entry = dict[str, str]
FIELD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)? ?(".*")')
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%s|%%|\{\w+\}")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Whatever language a request leaves behind, the next test starts in English."""
    with translation.override("en"):
        yield


def read_catalogue() -> list[Entry]:
    """Each message of the French catalogue by its fields; `flags` are its comments of that kind."""
    entries = []
    for block in CATALOGUE.read_text(encoding="utf-8").strip().split("\n\n"):
        entry: Entry = {"flags": ""}
        name = ""
        for line in block.splitlines():
            if line.startswith("#"):
                entry["flags"] += line if line.startswith("#,") else ""
            elif field := FIELD.fullmatch(line):
                name = field[1] or name
                entry[name] = entry.get(name, "") + ast.literal_eval(field[2])
        entries.append(entry)
    return entries


MESSAGES = [entry for entry in read_catalogue() if entry.get("msgid")]


def _said(entry: Entry) -> list[str]:
    return [words for name, words in entry.items() if name.startswith("msgstr")]


def _asked(entry: Entry) -> list[str]:
    return [words for name, words in entry.items() if name in ("msgid", "msgid_plural")]


def test_no_message_lacks_its_french_and_none_is_a_guess() -> None:
    assert len(MESSAGES) > 800
    assert [entry["msgid"] for entry in MESSAGES if not all(_said(entry)) or "fuzzy" in entry["flags"]] == []


def test_each_plural_has_both_its_forms_and_french_counts_nought_as_one() -> None:
    plural = [entry for entry in MESSAGES if "msgid_plural" in entry]
    assert plural
    assert all(len(_said(entry)) == 2 for entry in plural)
    with translation.override("fr"):
        counted = [translation.ngettext("%(n)s claim", "%(n)s claims", n) % {"n": n} for n in (0, 1, 2)]
    assert counted == ["0 affirmation", "1 affirmation", "2 affirmations"]


def test_what_is_filled_in_is_the_same_in_both_languages() -> None:
    for entry in MESSAGES:
        # The singular need not say its number.
        expected = [set(PLACEHOLDER.findall(words)) for words in _asked(entry)]
        for words in _said(entry):
            assert set(PLACEHOLDER.findall(words)) in expected, entry["msgid"]


def test_french_is_set_as_french_printers_do() -> None:
    wrong = re.compile(r"""['"“”]|(?<![\s\u00a0\u202f])[?;!»]|«(?!\u00a0)|(?<!\u00a0)»|(?<!\u202f)[?!;]| :|\.\.\.""")
    for entry in MESSAGES:
        for words in _said(entry):
            # The marks within a tag are those of HTML.
            text = re.sub(r"<[^<>]+>", "", words)
            assert not wrong.search(re.sub(r"%\(\w+\)[sd]|\{\w+\}", "x", text)), words


def test_the_catalogue_that_is_read_holds_what_stands_in_the_one_that_is_written() -> None:
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    expected: dict[object, str] = {}
    for entry in read_catalogue():
        key = f"{entry['msgctxt']}\x04{entry['msgid']}" if "msgctxt" in entry else entry["msgid"]
        if "msgid_plural" in entry:
            expected |= {(key, n): entry[f"msgstr[{n}]"] for n in (0, 1)}
        else:
            expected[key] = entry["msgstr"]
    assert {key: words for key, words in compiled.items() if key} == {key: w for key, w in expected.items() if key}


# What gives a message to gettext, by the number of its arguments that are messages, after a context if it takes one.
MARKS = {"_": 1, "gettext": 1, "gettext_lazy": 1, "gettext_noop": 1, "ngettext": 2, "pgettext_lazy": 2}


def _literals(call: ast.Call, count: int) -> list[str]:
    return [arg.value for arg in call.args[:count] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]


def _calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


def test_every_message_of_the_code_and_of_the_templates_stands_in_the_catalogue() -> None:
    known = {entry["msgid"] for entry in MESSAGES}
    asked = set()
    for path in SOURCES:
        for name, call in _calls(path):
            if name in MARKS:
                given = _literals(call, MARKS[name])
                asked |= {given[-1 if name == "pgettext_lazy" else 0]} if given else set()
    for path in TEMPLATES:
        source = re.sub(r"{#.*?#}", "", path.read_text(encoding="utf-8"))
        asked |= {words for _mark, words in re.findall(r"""{% translate (["'])(.+?)\1""", source)}
        asked |= set(re.findall(r'_\("([^"]+)"\)', source))
        for block in re.findall(r"{% blocktranslate[^%]*%}(.*?){% endblocktranslate %}", source, re.DOTALL):
            words = re.sub(r"{{ *(\w+) *}}", r"%(\1)s", block.split("{% plural %}")[0])
            asked.add(words if "%(" in words else words.replace("%", "%%"))
    assert len(asked) > 700
    assert sorted(asked - known) == []


# Whose first argument, or which argument, is read by people.
SPOKEN_CALLS = {"Refused", "NotPermitted", "ValidationError", "Http404", "Stale"}
SPOKEN_ARGUMENTS = {"label", "help_text", "verbose_name", "verbose_name_plural", "short_description", "description"}


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_the_code_says_to_people_can_be_translated(path: Path) -> None:
    bare = []
    for name, call in _calls(path):
        said = call.args[:1] if name in SPOKEN_CALLS else []
        if name.endswith("Field") or name in ("action", "display"):
            said = [argument.value for argument in call.keywords if argument.arg in SPOKEN_ARGUMENTS]
        bare += [words.value for words in said if isinstance(words, ast.Constant) and isinstance(words.value, str)]
        bare += [ast.unparse(words) for words in said if isinstance(words, ast.JoinedStr)]
    assert bare == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("accepted", "spoken"), [("fr-CA,fr;q=0.9,en;q=0.5", "fr"), ("de", "en"), ("", "en"), ("en-GB,fr;q=0.5", "en")]
)
def test_before_a_choice_the_browser_says_the_language(accepted: str, spoken: str, client: Client) -> None:
    response = client.get("/sign-in/", headers={"Accept-Language": accepted})
    assert f'<html lang="{spoken}">' in response.text
    assert response.headers["Content-Language"] == spoken
    assert "Accept-Language" in response.headers["Vary"]


@pytest.mark.django_db
def test_a_choice_outweighs_the_browser_and_leads_back_to_the_page(editor: User, client_of: SignIn) -> None:
    client = client_of(editor)
    page = "http://testserver/find/?q=x"
    response = client.post("/language/", {"language": "fr"}, headers={"Referer": page})
    assert response.headers["Location"] == page
    assert '<html lang="fr">' in client.get("/", headers={"Accept-Language": "en"}).text
    client.post("/language/", {"language": "en"}, headers={"Referer": page})
    assert '<html lang="en">' in client.get("/", headers={"Accept-Language": "fr"}).text
    client.post("/language/", {"language": "xx"}, headers={"Referer": page})
    assert '<html lang="en">' in client.get("/").text


@pytest.mark.django_db
def test_a_choice_needs_a_form_of_the_site_and_leads_to_no_other() -> None:
    assert Client(enforce_csrf_checks=True).post("/language/", {"language": "fr"}).status_code == 403
    client = Client()
    assert client.get("/language/").status_code == 405
    response = client.post("/language/", {"language": "fr", "next": "https://evil.example/"})
    assert response.headers["Location"] == "/"


@pytest.mark.parametrize(
    ("language", "day", "share"), [("en", "1 Feb 2023", "75%"), ("fr", "1 fév. 2023", "75\u202f%")]
)
def test_days_and_shares_are_written_as_the_reader_writes_them(language: str, day: str, share: str) -> None:
    with translation.override(language):
        assert date_format(date(2023, 2, 1), "SHORT_DATE_FORMAT") == day
        assert percent("0.75") == share


@pytest.mark.django_db
def test_what_is_printed_of_a_range_is_of_one_language(editor: User) -> None:
    fact = make_fact_with("13000", "15000")
    evidence = list(fact.evidence.select_related("claim"))
    with translation.override("fr"):
        form = SettleForm(
            {"version": fact.version, "choice": "range", "low": "13\u202f000", "high": "15000"},
            fact=fact,
            evidence=evidence,
        )
        assert form.is_valid(), form.errors
        assert form.to_answer().text == "13,000 to 15,000"


@pytest.mark.django_db
def test_an_edition_reads_the_same_whoever_publishes_it(editor: User) -> None:
    sheet = make_ready_sheet(by=editor)
    bodies = []
    for language in ("en", "fr"):
        with translation.override(language):
            content = take_snapshot(sheet, number=1, previous_sha256="", by=editor, at=NOON)
            bodies.append(build_edition(content))
    assert bodies[0] == bodies[1]


@pytest.mark.django_db
def test_the_api_answers_in_one_language_whatever_the_reader_speaks(editor: User, client_of: SignIn) -> None:
    client = client_of(editor)
    client.cookies["django_language"] = "fr"
    plain = client_of(editor)
    for path in ("/api/nothing-here", "/api/sheets/nowhere/"):
        answer, expected = client.get(path, headers={"Accept-Language": "fr"}), plain.get(path)
        assert (answer.status_code, answer.content) == (expected.status_code, expected.content)
        assert "Accept-Language" not in answer.headers.get("Vary", "")
        assert "Content-Language" not in answer.headers
