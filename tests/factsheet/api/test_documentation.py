"""What the CMS may rely on is documented: each address, each key, each word and each status."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from factsheet.api import access, changes, endpoints, views
from factsheet.api.urls import urlpatterns
from factsheet.export.edition import build_edition
from factsheet.export.schemas import SCHEMAS
from tests.factsheet.export.samples import make_content

DOCUMENT = (Path(__file__).parents[3] / "factsheet" / "api" / "README.md").read_text(encoding="utf-8")


def _keys(schema: Any) -> Any:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from _keys(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _keys(part)


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_key_of_a_schema_is_explained(name: str) -> None:
    keys = set(_keys(SCHEMAS[name]))
    assert keys
    assert {key for key in keys if f"`{key}`" not in DOCUMENT} == set()


@pytest.mark.parametrize(
    ("part", "key"), [("fact", "state"), ("fact", "status"), ("citation", "stance"), ("citation", "relation")]
)
def test_each_word_that_a_reader_must_tell_apart_is_explained(part: Any, key: Any) -> None:
    words = SCHEMAS["edition-1"]["$defs"][part]["properties"][key]["enum"]
    assert {word for word in words if word and f"`{word}`" not in DOCUMENT} == set()


def test_each_kind_is_named() -> None:
    kinds = SCHEMAS["edition-1"]["$defs"]["fact"]["properties"]["kind"]["enum"]
    assert f"| `kind` | {', '.join(kinds)} |" in DOCUMENT


def test_each_address_is_named() -> None:
    names = {"slug": "SLUG", "number": "N"}
    for pattern in urlpatterns:
        if pattern.name not in {"schema", "nowhere"}:
            route = str(pattern.pattern).replace("<slug:slug>", names["slug"]).replace("<int:number>", names["number"])
            assert f"`/api/{route}`" in DOCUMENT
    for name in SCHEMAS:
        assert f"`/api/schemas/{name}.json`" in DOCUMENT


def test_each_status_is_explained() -> None:
    code = "".join(
        Path(str(module.__file__)).read_text(encoding="utf-8") for module in (access, changes, endpoints, views)
    )
    used = {status for status in HTTPStatus if status >= 400 and f"HTTPStatus.{status.name}" in code}
    assert used
    assert {status.value for status in used if f"| {status.value} |" not in DOCUMENT} == set()


def test_the_check_of_the_digest_that_is_shown_holds_and_fails_for_another_text() -> None:
    code = DOCUMENT.split("```python\n")[1].split("```")[0]
    body = build_edition(make_content(title="Café “Ω”"))
    exec(code, {"body": body})
    with pytest.raises(AssertionError):
        exec(code, {"body": body.replace(b"1,200", b"1,300")})
