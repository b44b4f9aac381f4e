"""The log of a sheet is narrowed by its address, and taken away as CSV and as JSON Lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from factsheet import actions, channel, queries
from factsheet.models import Activity, FactSheet
from factsheet.models.sealing import seal
from tests.factories import make_activity, make_fact, make_sheet, make_user
from tests.factsheet.newsroom import LATER, make_dossier
from tests.factsheet.views.desk import SignIn

pytestmark = pytest.mark.django_db

TEXTS = ("The mission counts 13,000 troops in the north.", "The mission has 15,209 troops in the south.")


def ask(sheet: FactSheet, **query: object) -> list[str]:
    """The acts on the page that this is asked of, oldest first."""
    wanted = queries.LogFilter.read({name: str(value) for name, value in query.items()})
    return [line.activity.act for line in reversed(queries.activity(sheet, wanted).entries)]


@pytest.fixture
def sheet(editor: User) -> FactSheet:
    """A sheet on which the editor sorted two claims at once, on the screens, after a command took the articles in."""
    with channel.coming_from("command:ingest"):
        sheet = make_dossier(*TEXTS, by=editor)
    figures = list(sheet.evidence.filter(claim__kind="quantity").values_list("pk", flat=True))
    with channel.coming_from("web"):
        actions.place(sheet, figures, label="Troops", by=editor, at=LATER)
    return sheet


def test_the_log_is_narrowed_by_person_act_and_channel(sheet: FactSheet, editor: User) -> None:
    colleague = make_user("amina")
    actions.comment(sheet.facts.get(label="Troops"), text="Ask them.", by=colleague, at=LATER)
    make_activity(sheet, act="fact.challenged")
    assert ask(sheet, who=colleague.pk) == ["fact.commented"]
    assert ask(sheet, who="program") == ["fact.challenged"]
    assert ask(sheet, act="claim.placed") == ["claim.placed"]
    assert ask(sheet, channel="web") == ["fact.created", "claim.placed"]
    assert set(ask(sheet, channel="command:")) == {"sheet.created", "article.added"}
    assert ask(sheet, channel="command:ingest", act="sheet.created") == ["sheet.created"]


def test_a_fact_and_an_article_have_a_history_with_what_was_done_to_several_claims(sheet: FactSheet) -> None:
    fact, other = sheet.facts.get(label="Troops"), make_fact(sheet=sheet)
    assert ask(sheet, fact=fact.pk) == ["fact.created", "claim.placed"]
    assert ask(sheet, fact=other.pk) == []
    for article in sheet.articles.all():
        assert ask(sheet, article=article.pk) == ["article.added", "claim.placed"]


def test_days_are_of_the_newsroom_and_both_included() -> None:
    sheet = make_sheet()
    for hour in (0, 23):
        make_activity(sheet, at=datetime(2023, 7, 1, hour, 59, tzinfo=UTC))
    assert len(ask(sheet, since="2023-07-01", until="2023-07-01")) == 2
    assert ask(sheet, since="2023-07-02") == ask(sheet, until="2023-06-30") == []


@pytest.mark.parametrize("query", [{"who": "x"}, {"act": "x"}, {"fact": "-1"}, {"since": "x", "until": "9999-12-31"}])
def test_what_makes_no_sense_asks_for_anything(query: Mapping[str, str]) -> None:
    sheet = make_sheet()
    make_activity(sheet)
    assert ask(sheet, **query) == ["sheet.created"]


def test_the_page_keeps_the_filter_in_its_address(sheet: FactSheet, client_of: SignIn, editor: User) -> None:
    address = reverse("activity", args=[sheet.slug])
    page = client_of(make_user(role="Reporter")).get(f"{address}?who={editor.pk}&act=claim.placed")
    text = page.content.decode()
    assert f'<option value="{editor.pk}" selected>' in text
    assert f"activity.csv?who={editor.pk}&amp;act=claim.placed" in text
    assert "on the screens" in text


def read(client: Client, sheet: FactSheet, form: str, **query: str) -> str:
    response = client.get(reverse(f"activity-{form}", args=[sheet.slug]), query)
    assert "attachment" in response.headers["Content-Disposition"]
    return b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]


def test_no_cell_of_the_file_is_a_formula(sheet: FactSheet, client_of: SignIn, editor: User) -> None:
    formula = "=HYPERLINK(1)"
    editor.first_name = formula
    editor.save()
    actions.create_fact(sheet, label="+1+cmd", kind="quantity", scope=formula, by=editor, at=LATER)
    lines = list(csv.DictReader(io.StringIO(read(client_of(make_user(role="Reporter")), sheet, "csv"))))
    assert len(lines) == sheet.activity.count()
    assert (lines[-1]["subject"], lines[-1]["who"]) == ("'+1+cmd", f"'{formula}")
    assert json.loads(lines[-1]["after"])["scope"] == formula
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in lines for cell in line.values())


def test_whoever_has_the_lines_can_check_their_chain(sheet: FactSheet, client_of: SignIn) -> None:
    lines = [json.loads(line) for line in read(client_of(make_user(role="Reporter")), sheet, "jsonl").splitlines()]
    assert [line["act"]["number"] for line in lines] == list(range(1, Activity.objects.count() + 1))
    previous = ""
    for line in lines:
        assert line["act"]["previous_sha256"] == previous
        assert seal(line["act"]) == line["sha256"]
        previous = line["sha256"]


def test_only_what_is_asked_for_is_in_the_file(sheet: FactSheet, client_of: SignIn) -> None:
    assert len(read(client_of(make_user(role="Reporter")), sheet, "jsonl", act="claim.placed").splitlines()) == 1
