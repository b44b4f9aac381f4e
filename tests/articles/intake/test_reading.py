"""Files of every sort: what is read, what is refused, and what must hold for any text at all."""

from __future__ import annotations

import json
import time
import zlib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.intake import MAX_BYTES, Document, UnreadableFile, describe, read_document
from articles.intake.phrases import OPENINGS, WEAK_STORY_HEADINGS, WHOLE_LINES

NAUGHTY = Path(__file__).parents[4] / "shared" / "data" / "naughty_strings.json"
PAGE = "The dam that broke\n\n“Nobody saw a crack,” the mayor’s aide said – repairs cost £3bn.\n"


def spans_hold(document: Document) -> bool:
    bounds = [(span.start, span.end) for span in document.furniture]
    ordered = all(end <= start for (_, end), (start, _) in pairwise(bounds))
    return ordered and all(0 <= start < end <= len(document.text) for start, end in bounds)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (PAGE.encode(), "utf-8"),
        (PAGE.encode("utf-8-sig"), "utf-8"),
        (b"\xff\xfe" + PAGE.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + PAGE.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\0\0" + PAGE.encode("utf-32-le"), "utf-32-le"),
        (b"\0\0\xfe\xff" + PAGE.encode("utf-32-be"), "utf-32-be"),
        (PAGE.encode("cp1252"), "cp1252"),
    ],
)
def test_an_encoding_is_told_and_its_byte_order_mark_is_no_part_of_the_text(data: bytes, encoding: str) -> None:
    document = read_document(data, "page.txt")
    assert (document.text, document.encoding) == (PAGE, encoding)
    assert document.title == "The dam that broke"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("He’s gone.", "cp1252"),
        ("Café prices rose in Zürich, señor Núñez said: £3.", "cp1252"),
        ("Le président a déclaré que l’opération était terminée à Bamako.", "cp1252"),
        ("Prezydent powiedział, że w sobotę zginęło 12 żołnierzy, a siedemnastu zostało rannych.", "cp1250"),
        ("Президент заявил, что в субботу погибли 12 солдат, ещё семнадцать ранены.", "cp1251"),
        ("Президент заявил, что в субботу погибли 12 солдат, ещё семнадцать ранены.", "koi8_r"),
        ("Ο πρόεδρος είπε ότι το Σάββατο σκοτώθηκαν 12 στρατιώτες.", "cp1253"),
        ("Cumhurbaşkanı cumartesi günü 12 askerin öldüğünü, on yedi kişinin yaralandığını söyledi.", "cp1254"),
        ("As eleições em São Paulo mudaram a posição de 12 partidos, disse João.", "cp1252"),
        ("“We lost 30 men,” the minister’s aide said — at least 170 died.", "mac_roman"),
        ("洪水により土曜日に十二人が死亡し、十七人が負傷したと市長が述べた。", "shift_jis"),
        ("市长说，星期六的洪水造成十二人死亡，十七人受伤。", "gb18030"),
    ],
)
def test_texts_in_old_encodings_are_read_right(text: str, encoding: str) -> None:
    assert read_document(text.encode(encoding), "page.txt").text == text


def test_an_old_encoding_is_told_from_the_first_pages_of_a_long_file() -> None:
    text = "Президент заявил, что в субботу погибли 12 солдат.\n" * 4000
    assert read_document(text.encode("cp1251"), "page.txt").text == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028"])
def test_line_ends_stay_as_they_are(end: str) -> None:
    text = PAGE.replace("\n", end)
    document = read_document(text.encode(), "page.txt")
    assert document.text == text
    assert document.title == "The dam that broke"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n\xc2\xa0", "only white space"),
        (b"\xef\xbb\xbf", "only white space"),
        (b"a" * (12 * 1024 * 1024), "12.0 MB"),
        (b"a" * (MAX_BYTES + 1), "more than the 5 MB"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "is a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture (JPEG)"),
        (b"PK\x03\x04\x14\0\x06\0", "is a Word or other zipped document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "old Word"),
        (b"{\\rtf1\\ansi Hello}", "RTF"),
        (b"\x1f\x8b" + zlib.compress(b"text"), "compressed"),
        (b"text with a \0 in it", "binary"),
        (bytes(range(1, 32)) * 9, "binary"),
        (b"\x7fELF\x02\x01\x01\0\0", "binary"),
        (b"\xff\xfet\0e\0x", "damaged"),
        ("a\0b".encode("utf-16"), "binary"),
        (b"<!DOCTYPE html><html><body><p>A dam broke.</p>", "web page (HTML)"),
        (b"\n<html lang='en'>", "web page (HTML)"),
        (b'<?xml version="1.0"?>\n<rss version="2.0"><channel>', "feed (RSS or Atom)"),
    ],
)
def test_what_cannot_be_read_is_sent_back_with_one_sentence_that_says_why_and_what_to_do(
    data: bytes, words: str
) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_document(data, "upload")
    sentence = str(caught.value)
    assert words in sentence
    assert sentence.startswith(("This file", "This is"))
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert ":" in sentence


def test_an_empty_text_tells_nothing_and_says_so() -> None:
    assert describe("").missing == ("title", "outlet", "publication date")


def test_the_largest_file_is_taken() -> None:
    assert read_document(b"a" * MAX_BYTES, "a.txt").text == "a" * MAX_BYTES


LINES = st.one_of(
    st.sampled_from(sorted({*WHOLE_LINES, *WEAK_STORY_HEADINGS, *OPENINGS, "---", "title: x", "", "June 30, 2023"})),
    st.text(max_size=80),
    st.sampled_from(
        ["BAMAKO (AP) — Soldiers left on Friday, and the council agreed to send no more.", "(" * 40, "By A"]
    ),
)


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_any_text_is_described_and_its_marks_lie_in_it_in_order(text: str) -> None:
    document = describe(text)
    assert document.text == text
    assert spans_hold(document)
    assert (document.published is None) == (document.published_from == "unknown")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = read_document(data, "upload")
    except UnreadableFile:
        return
    assert "\0" not in document.text
    assert spans_hold(document)


@given(st.text(max_size=200).filter(lambda text: "\0" not in text))
def test_a_text_written_as_utf_8_is_read_as_it_was(text: str) -> None:
    try:
        document = read_document(text.encode("utf-8"), "page.txt")
    except UnreadableFile:
        return
    assert document.text == text.removeprefix("\ufeff")


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the list of naughty strings is not beside the project")
def test_strings_that_break_naive_programs_are_described() -> None:
    for naughty in json.loads(NAUGHTY.read_text(encoding="utf-8")):
        for text in (naughty, f"{naughty}\n\n{PAGE}", f"By {naughty} (Photo by {naughty})"):
            assert spans_hold(describe(text))


@pytest.mark.parametrize(
    "line",
    [
        "A headline here",
        "Trending now",
        "(" * 650,
        "(photo by " * 60,
        "ap/" + "a " * 300,
        "By " + "A " * 300,
        "1" * 690,
        "covering a, b, " * 45,
        "© " * 300,
        "Copyright " * 60,
        "June " * 130,
    ],
)
def test_the_time_grows_with_the_length_and_no_faster(line: str) -> None:
    def seconds(count: int) -> float:
        text = f"{PAGE}\n{line}\n" * count
        began = time.process_time()
        describe(text)
        return time.process_time() - began

    count = max(20, 8_000 // len(line))
    assert min(seconds(count * 4) for _ in range(3)) < 12 * max(min(seconds(count) for _ in range(3)), 0.002)
