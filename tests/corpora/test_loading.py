"""The corpora's own format, and a second look at what stands in them."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.corpora.loading import AnnotatedText, load, main, parse

HERE = Path(__file__).parent
CORPORA = sorted(HERE.glob("*.txt"))
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b\.?(?:\s+(\d{1,2})\b(?!\d))?"
)
YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)\b(?!s)")

TEXT = """
=== one published=2013-03-22 timezone=Africa/Bamako genre=web
He spoke {{Monday|DATE 2013-03-18}} and left {{by May 3|DATE 2013-05-03 by}}; {{two weeks|IGNORE}} on,
“{{we are ready|QUOTE Awa Keita}},” and {{about 1,200|NUM 1200 about person}} stayed.

=== two
Sales rose {{10 to 12 percent|NUM 10..12 exact percent up}} at {{60|NUM 60 exact mile_per_hour}}: “{{so|QUOTE -}}”.
"""


def test_marks_become_spans_of_the_plain_text() -> None:
    one, two = parse(TEXT)
    assert one.text.startswith("He spoke Monday and left by May 3; two weeks on,\n“we are ready,” and about 1,200")
    assert [one.text[gold["start"] : gold["end"]] for gold in one.gold] == [
        "Monday",
        "by May 3",
        "we are ready",
        "about 1,200",
    ]
    assert [one.text[start:end] for start, end in one.ignore] == ["two weeks"]
    assert (one.published, one.timezone, one.genre) == (date(2013, 3, 22), "Africa/Bamako", "web")
    assert (two.published, two.timezone, two.genre) == (None, None, None)


def test_marks_tell_days_figures_and_speakers() -> None:
    one, two = parse(TEXT)
    assert [(gold["low"], gold["high"], gold["hedge"]) for gold in one.gold[:2]] == [
        ("2013-03-18", "2013-03-18", "exact"),
        ("2013-05-03", "2013-05-03", "by"),
    ]
    assert [gold["speaker"] for gold in (one.gold[2], two.gold[2])] == ["Awa Keita", None]
    rise, speed = two.gold[:2]
    assert (rise["numbers"], rise["low"], rise["high"], rise["change"]) == (["10", "12"], "10", "12", "up")
    assert (rise["unit"], speed["unit"], speed["change"]) == ("percent", "mile per hour", None)


def test_what_is_open_to_debate_is_not_told() -> None:
    (text,) = parse("=== a\nKilled {{36|NUM 36 exact ?}}; {{nine|NUM 9 ? -}} {{in June|DATE 2013-06-01..2013-06-30 ?}}")
    killed, nine, june = text.gold
    assert "unit" not in killed
    assert killed["hedge"] == "exact"
    assert nine["unit"] is None
    assert not {"hedge", "change"} & nine.keys()
    assert "hedge" not in june


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("=== a\n{{x|DATE 2013-02-30}}", "out of range"),
        ("=== a\n{{x|DATE 2013-02-03..2013-02-01}}", "ends before"),
        ("=== a\n{{x|DATE 2013-02-03 maybe}}", "no hedge maybe"),
        ("=== a\n{{x|NUM 3 maybe -}}", "no hedge maybe"),
        ("=== a\n{{x|NUM many exact -}}", "NUM many"),
        ("=== a\n{{x|NUM 3 exact}}", "its unit"),
        ("=== a\n{{x|NUM 3 exact - sideways}}", "no change sideways"),
        ("=== a\n{{x|QUOTE}}", "no such mark"),
        ("=== a\n{{x|THING 3}}", "no such mark"),
        ("=== a\n{{x|IGNORE", "not closed"),
        ("=== a\nx\n=== a\ny", "stands twice"),
        ("=== a colour=red\nx", "unknown settings colour"),
        ("x\n=== a\ny", "without a heading"),
    ],
)
def test_a_slip_of_the_pen_is_told(source: str, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        list(parse(source))


def test_the_command_prints_a_line_for_each_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "corpus.txt").write_text(TEXT, encoding="utf-8")
    assert main([str(tmp_path / "corpus.txt")]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == ["one", "two"]
    assert lines[0] | {"gold": [], "text": ""} == {
        "id": "one",
        "text": "",
        "published": "2013-03-22",
        "timezone": "Africa/Bamako",
        "genre": "web",
        "gold": [],
        "ignore": [[35, 44]],
    }


@pytest.mark.parametrize("path", CORPORA, ids=lambda path: path.stem)
def test_a_second_look_finds_no_slip(path: Path) -> None:
    texts = load(path)
    assert texts
    assert [slip for text in texts for slip in find_slips(text)] == []


def find_slips(text: AnnotatedText) -> list[str]:
    """What in the gold of a text contradicts the words that it marks."""
    slips = []
    for gold in text.gold:
        words = text.text[gold["start"] : gold["end"]]
        if words != words.strip():
            slips.append(f"{text.name}: {words!r} has space around it")
        if gold["kind"] == "date":
            slips += [f"{text.name}: {words!r} is not {gold['low']}..{gold['high']}" for _ in _doubts(words, gold)]
        elif gold["kind"] == "quote" and (who := gold["speaker"]) is not None and who not in text.text:
            slips.append(f"{text.name}: {who!r} is not in the text")
    spans = sorted([*((gold["start"], gold["end"]) for gold in text.gold), *text.ignore])
    slips += [f"{text.name}: marks overlap at {end}" for (_, end), (start, _) in pairwise(spans) if start < end]
    return slips


def _doubts(words: str, gold: dict[str, str]) -> list[str]:
    """Which of its own words a date contradicts: the weekday, the month, the day of it, the year."""
    said = words.lower()
    low, high = date.fromisoformat(gold["low"]), date.fromisoformat(gold["high"])
    days = {low, high}
    doubts = [
        name
        for place, name in enumerate(WEEKDAYS)
        if re.search(rf"\b{name}\b", said)
        and not re.search(r"\b(after|before|later|of)\b", said)
        and place not in {day.weekday() for day in days}
    ]
    if re.search(r"\b(after|before|later|earlier|eve)\b", said):
        return doubts
    for month, day in MONTH.findall(said):
        number = MONTHS.index(month) + 1
        if number not in {each.month for each in days} or (day and int(day) not in {each.day for each in days}):
            doubts.append(f"{month} {day}")
    if "fiscal" not in said and "season" not in said:
        doubts += [year for year in YEAR.findall(said) if int(year) not in {low.year, high.year}]
    return doubts
