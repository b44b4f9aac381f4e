"""What nobody means well sends, answered with a refusal and never with a failure."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories import make_edition, make_token

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
