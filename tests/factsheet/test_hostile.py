"""What nobody means well sends, answered with a refusal and never with a failure."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from articles.models import Article
from tests.factories import make_edition, make_sheet, make_token

pytestmark = pytest.mark.django_db

ACCEPTS = {
    "application/json;x*=nonsense''%41": 406,
    "text/html;x*=utf-8'a": 406,
    ";;;": 406,
    "a" * 8000: 406,
    "application/json;q=1e999": 200,
    "\xff\xfe, */*": 200,
}


@pytest.mark.parametrize("accept", ACCEPTS, ids=range(len(ACCEPTS)))
def test_a_header_that_cannot_be_read_asks_for_nothing_that_could_be_sent(accept: str) -> None:
    edition, (_token, secret) = make_edition(), make_token()
    answer = Client().get(
        f"/api/sheets/{edition.sheet.slug}/edition.json",
        headers={"authorization": f"Bearer {secret}", "accept": accept},
    )
    assert answer.status_code == ACCEPTS[accept]


def test_a_file_whose_name_is_no_text_goes_in_under_what_can_be_read_of_it(tmp_path: Path) -> None:
    make_sheet(slug="mission")
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("The mission has 13,000 troops in the country.", encoding="utf-8")
    out = io.StringIO()
    call_command("ingest", str(tmp_path), sheet="mission", stdout=out)
    assert Article.objects.get().file_name == "caf\ufffd.txt"
    assert out.getvalue().startswith("caf\ufffd.txt: ")
