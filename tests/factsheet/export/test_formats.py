"""Each format is written from the stored bytes, says every line with its evidence, and lets no text act."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from factsheet.export import FORMATS
from factsheet.export.content import Answer, Value
from factsheet.export.edition import EditionError, build_edition
from factsheet.export.markdown import escape_text
from factsheet.export.tables import COLUMNS, escape_cell
from tests.factsheet.export.samples import make_citation, make_content, make_fact, make_open_fact

CONTENT = make_content(
    make_fact(1),
    make_open_fact(2, heading="", label="Who owns it?"),
    make_fact(3, label="Fare", heading="", citations=(make_citation(50),), dissent=()),
    note="The fare was added.",
    previous_sha256="b" * 64,
    number=2,
)


def _rows(content: Any) -> Any:
    text = FORMATS["csv"].write(build_edition(content)).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _markdown(content: Any) -> Any:
    return FORMATS["markdown"].write(build_edition(content)).decode()


def test_json_is_the_stored_bytes_as_they_are() -> None:
    body = build_edition(CONTENT)
    assert FORMATS["json"].write(body) is body


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_the_same_bytes_each_time_and_names_its_type(name: str) -> None:
    body = build_edition(CONTENT)
    assert FORMATS[name].write(body) == FORMATS[name].write(body)
    assert "/" in FORMATS[name].media_type
    assert FORMATS[name].extension.isalnum()


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"json"}))
def test_what_is_no_edition_is_not_written_in_another_format(name: str) -> None:
    with pytest.raises(EditionError):
        FORMATS[name].write(b"{}")


def test_csv_has_a_row_for_each_fact() -> None:
    rows = _rows(CONTENT)
    assert [row["label"] for row in rows] == ["Seats on the ferry", "Who owns it?", "Fare"]
    assert tuple(rows[0]) == COLUMNS


def test_csv_says_the_answer_in_words_and_as_a_value_with_its_evidence() -> None:
    row = _rows(CONTENT)[0]
    expected = {
        "answer": "more than 1,200",
        "low": "1200",
        "high": "",
        "low_open": "true",
        "hedge": "more_than",
        "unit": "seat",
        "decided_at": "2023-07-03T09:30:00Z",
        "citations": "[1] Harbour Daily: more than 1,200 seats",
        "dissent": "[2] Harbour Daily: more than 1,200 seats",
    }
    assert {key: row[key] for key in expected} == expected


def test_csv_leaves_an_open_fact_without_an_answer() -> None:
    row = _rows(CONTENT)[1]
    assert [row[key] for key in ("state", "answer", "low", "low_open", "hedge")] == ["open", "", "", "", ""]


def test_csv_lines_end_as_rfc_4180_says() -> None:
    body = FORMATS["csv"].write(build_edition(CONTENT))
    assert body.count(b"\r\n") == 1 + len(CONTENT.facts)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-2+3", "'-2+3"),
        ("-5", "-5"),
        ("-5.25", "-5.25"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("  =1", "'  =1"),
        ("\n@x", "'\n@x"),
        ("\u00a0=1", "'\u00a0=1"),
        ("＝1", "'＝1"),
        ("＠x", "'＠x"),
        ("-５", "'-５"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert escape_cell(text) == cell


def test_csv_tells_on_each_row_why_its_edition_replaced_the_one_before() -> None:
    told = [(row["edition_kind"], row["edition_note"]) for row in _rows(replace(CONTENT, kind="update", note="=New."))]
    assert told == [("update", "'=New.")] * 3
    assert {row["edition_kind"] for row in _rows(replace(CONTENT, kind="", note=""))} == {""}


def test_csv_escapes_every_column_that_people_fill() -> None:
    formula = '=HYPERLINK("https://a.example","x")'
    cited = make_citation(source=formula)
    fact = make_fact(
        label=formula,
        heading=formula,
        scope=formula,
        unit=formula,
        per=formula,
        rationale=formula,
        decided_by=formula,
        answer=Answer(formula, Value(low=Decimal(-5))),
        citations=(cited,),
        dissent=(),
    )
    (row,) = _rows(make_content(fact))
    formulas = [cell for cell in row.values() if cell.lstrip()[:1] in tuple("=+-@") and cell]
    assert formulas == ["-5"]
    assert row["label"] == "'" + formula


def test_markdown_says_each_line_with_its_footnotes_and_each_footnote_with_its_sentence() -> None:
    text = _markdown(CONTENT)
    assert "- **Seats on the ferry** (upper and lower deck, as of 2023-06-01): more than 1,200[^1]" in text
    assert "  Others say: “more than 1,200 seats”[^2]" in text
    assert "- **Who owns it?** (upper and lower deck, as of 2023-06-01): still open" in text
    assert (
        "[^3]: Harbour Daily, [Ferry service ends](<https://harbour.example/ferry>), 2023-06-30: "
        "“There were more than 1,200 seats on board.” (said by the operator)" in text
    )


def test_markdown_tells_the_edition_and_its_note() -> None:
    text = _markdown(CONTENT)
    assert text.startswith("# The end of the ferry\n\nWhat is known.\n\nEdition 2, published 2023-07-03 09:30 UTC")
    assert "**Note:** The fare was added." in text


def test_markdown_names_each_heading_once() -> None:
    assert _markdown(make_content(make_fact(1), make_fact(2))).count("## The ship") == 1


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
        ("![x](https://a.example)", r"!\[x\](https://a.example)"),
        ("&lt;b&gt; a*b*c_d `e`", r"\&lt;b\&gt; a\*b\*c\_d \`e\`"),
        ("line\n\n# next", r"line \# next"),
        ("# heading", r"\# heading"),
        ("- item", r"\- item"),
        ("12. item", r"12\. item"),
        ("12) item", r"12\) item"),
        ("12.5 percent", r"12\.5 percent"),
        ("= under", r"\= under"),
        ("a|b~c^d", r"a\|b\~c\^d"),
        ("back\\slash", "back\\\\slash"),
        ("15,000 seats, about", "15,000 seats, about"),
    ],
)
def test_no_text_is_markdown(text: str, written: str) -> None:
    assert escape_text(text) == written


def test_markdown_does_not_let_an_address_end_its_link() -> None:
    fact = make_fact(citations=(make_citation(article_url="https://a.example/>)<b>[x](y"),), dissent=())
    assert "](<https://a.example/%3E)%3Cb%3E%5Bx%5D(y>)" in _markdown(make_content(fact))
