"""`manage.py benchmark extract`: how well and how fast texts are read; the definitions of the rates are held here."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from factsheet.management.corpora import cut, load, repeat
from factsheet.management.scoring import Fault, Measure, Rates, Tally, agrees, count, judge, name_measures, names_same

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
TEXT = "About 1,200 soldiers left on 3 May 2024, and 40 trucks followed."
GOLD = [
    {"kind": "date", "start": 29, "end": 39, "low": "2024-05-03", "high": "2024-05-03"},
    {"kind": "number", "start": 6, "end": 11, "low": "1200", "high": "1200"},
    {"kind": "number", "start": 45, "end": 47, "low": "41", "high": "41"},
]


def span(kind: str, start: int, end: int, low: str | None, high: str | None, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "start": start, "end": end, "low": low, "high": high, **more}


def benchmark(*files: Path, **options: Any) -> list[str]:
    out = StringIO()
    call_command("benchmark", "extract", *map(str, files), times=1, stdout=out, **options)
    return out.getvalue().splitlines()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "small.jsonl"
    line = {"id": 1, "text": TEXT, "published": "2024-05-15", "gold": GOLD, "ignore": []}
    path.write_text(json.dumps(line) + "\n\n", encoding="utf-8")
    return path


def test_a_corpus_is_scored_kind_by_kind_and_its_speed_told(corpus: Path) -> None:
    dates, numbers, speed = benchmark(corpus)
    assert dates.split() == (
        "small date: 1 marked, 1 claimed | found P R F1 100.0 100.0 100.0 | value P R F1 100.0 100.0 100.0".split()
    )
    assert numbers.split() == (
        "small number: 2 marked, 2 claimed | found P R F1 100.0 100.0 100.0 | value P R F1 50.0 50.0 50.0".split()
    )
    assert re.fullmatch(
        r"extract: 1 texts, 0 KB, 3 claims in [\d.]+ ms = \d+ KB/s \(\d+ KB per second of CPU\), \d+ claims/s; "
        r"\d+ MB at the most",
        speed,
    )


def test_errors_are_shown_by_class_with_what_was_marked_and_what_was_read(corpus: Path) -> None:
    _dates, _numbers, *errors, _speed = benchmark(corpus, errors=5)
    assert errors == ["  value: 1", "    1: “40” = 41 / 41, “40 trucks” read as 40 / 40 / 40"]


def test_a_plain_article_has_a_speed_and_no_score(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    (speed,) = benchmark(article)
    assert speed.startswith("extract: 1 texts, 0 KB, 3 claims in ")


def test_growth_tells_the_cost_of_the_same_text_in_longer_and_longer_pieces(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factsheet.management.benchmarks.reading.GROWTH", (1024, 2048, 4096, 8192))
    growth = [line for line in benchmark(corpus, growth=True) if line.startswith("growth: ")]
    assert [line.split()[-2] for line in growth] == ["1", "2", "4", "8"]
    assert all(float(line.split()[1]) > 0 for line in growth)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "line 1: Expecting"),
        ('"text"', "line 1: "),
        ('{"id": 1}', "line 1: 'text' is missing"),
        ('{"id": 1, "text": "", "published": "May"}', "line 1: Invalid isoformat string"),
        ('{"id": 1, "text": "", "gold": [{"kind": "colour"}]}', "line 1: there is no kind of gold named colour"),
        ('{"id": 1, "text": "", "gold": [{"kind": "date", "start": 0}]}', "line 1: gold without end, high, low"),
        ('{"id": 1, "text": "", "gold": [{"kind": "quote", "start": 0}]}', "line 1: gold without end, speaker"),
    ],
)
def test_a_line_that_is_no_annotated_text_is_refused_by_its_number(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(CommandError, match=re.escape(told)) as refused:
        benchmark(path)
    assert refused.value.returncode == 2


def test_a_file_that_is_not_there_or_holds_no_text_to_repeat_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        benchmark(tmp_path / "nowhere.txt")
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", encoding="utf-8")
    with pytest.raises(CommandError, match="no text to repeat"):
        benchmark(empty, growth=True)


def test_pieces_of_a_repeated_text_are_that_text_again(corpus: Path) -> None:
    text = repeat(load(corpus), 1000)
    assert len(text) == 1000
    assert text.startswith(f"{TEXT}\n\n{TEXT}")
    assert "".join(piece.document.text for piece in cut(text, 300)) == text


GOLD_DATE = span("date", 10, 20, "2024-05-03", "2024-05-03")
RIGHT, WRONG = ("2024-05-03", "2024-05-03"), ("2024-05-04", "2024-05-04")


@pytest.mark.parametrize(
    ("claims", "ignore", "expected"),
    [
        ([], [], (1, 0, 0, 0)),
        ([span("date", 10, 20, *RIGHT)], [], (1, 1, 1, 1)),
        ([span("date", 19, 30, *WRONG)], [], (1, 1, 1, 0)),
        ([span("date", 20, 30, *RIGHT)], [], (1, 1, 0, 0)),
        ([span("date", 20, 30, *RIGHT)], [(29, 40)], (1, 0, 0, 0)),
        ([span("date", 20, 30, *RIGHT)], [(30, 40)], (1, 1, 0, 0)),
        ([span("quantity", 10, 20, "3", "3")], [], (1, 0, 0, 0)),
        # The longest overlap answers, though a shorter one is right; the other is one claim too many.
        ([span("date", 10, 12, *RIGHT), span("date", 12, 20, *WRONG)], [], (1, 2, 1, 0)),
        # Of equal overlaps the one that is right answers.
        ([span("date", 10, 15, *WRONG), span("date", 15, 20, *RIGHT)], [], (1, 2, 1, 1)),
    ],
)
def test_spans_and_claims_are_paired_one_to_one(
    claims: list[Any], ignore: list[Any], expected: tuple[int, int, int, int]
) -> None:
    tally = count(judge("date", [GOLD_DATE], claims, ignore))
    assert (tally.gold, tally.claimed, tally.hits[Measure.FOUND], tally.hits[Measure.VALUE]) == expected


def test_two_figures_of_one_phrase_each_find_the_span_of_their_own_value() -> None:
    gold = [span("number", 0, 4, "5", "5"), span("number", 0, 9, "7", "7")]
    claims = [span("quantity", 0, 9, "5", "5"), span("quantity", 0, 4, "7", "7")]
    assert not any(verdict.faults for verdict in judge("number", gold, claims))


FIGURE = span("number", 0, 4, "12", "12", numbers=["12"], unit="percent", hedge="about", change="down")
SPEECH = {"kind": "quote", "start": 0, "end": 4, "speaker": "Awa Keita"}


@pytest.mark.parametrize(
    ("gold", "claim", "faults"),
    [
        (FIGURE, {"number": "12", "unit": "percent", "hedge": "about", "change": "down"}, set()),
        (FIGURE, {"number": "12", "unit": "point", "hedge": "about", "change": "down"}, {Fault.UNIT}),
        (FIGURE, {"number": "12", "unit": "percent", "hedge": "exact", "change": "down"}, {Fault.HEDGE}),
        (FIGURE, {"number": "12", "unit": "percent", "hedge": "about", "change": "up"}, {Fault.HEDGE}),
        (FIGURE, {"number": "13", "unit": None, "hedge": "up_to"}, {Fault.VALUE, Fault.UNIT, Fault.HEDGE}),
        (span("number", 0, 4, "12", "12"), {"number": "12", "unit": "percent", "hedge": "about"}, set()),
        (SPEECH, {"kind": "quote", "speaker": {"text": "Ms. Keita"}}, set()),
        (SPEECH, {"kind": "quote", "speaker": {"text": "she"}}, {Fault.SPEAKER}),
        (SPEECH, {"kind": "quote", "speaker": None}, {Fault.SPEAKER}),
        (SPEECH | {"speaker": None}, {"kind": "quote", "speaker": None}, set()),
    ],
)
def test_a_claim_is_told_what_it_has_wrong(gold: dict[str, Any], claim: dict[str, Any], faults: set[Fault]) -> None:
    (verdict,) = judge(gold["kind"], [gold], [{"kind": "quantity", "start": 0, "end": 4} | claim])
    assert verdict.faults == faults


def test_a_figure_counts_with_its_unit_and_with_its_hedge_apart() -> None:
    claims = [
        span("quantity", 0, 4, "12", "12", unit="percent", hedge="exact"),
        span("quantity", 10, 14, "12", "12", unit=None, hedge="about", change="down"),
    ]
    hits = count(judge("number", [FIGURE, FIGURE | {"start": 10, "end": 14}], claims)).hits
    assert [hits[measure] for measure in (Measure.FOUND, Measure.VALUE, Measure.UNIT, Measure.HEDGE)] == [2, 2, 1, 1]


@pytest.mark.parametrize(
    ("kind", "gold", "expected"),
    [
        ("number", [FIGURE], ["found", "value", "value and unit", "value and hedge"]),
        ("number", [span("number", 0, 4, "12", "12"), FIGURE | {"kind": "interval"}], ["found", "value"]),
        ("date", [GOLD_DATE], ["found", "value"]),
        ("date", [GOLD_DATE | {"hedge": "by"}], ["found", "value", "value and hedge"]),
        ("quote", [SPEECH], ["found", "speaker"]),
    ],
)
def test_what_the_gold_does_not_tell_is_not_measured(kind: str, gold: list[Any], expected: list[str]) -> None:
    assert name_measures(kind, gold) == expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("Awa Keita", "Keita", True),
        ("Gen. Awa Keita", "Awa Keita of the border police", True),
        ("the minister", "minister", True),
        ("The president", "the president", True),
        ("the president", "the mayor", False),
        ("the minister, Awa Keita", "Ms. Keita", True),
        ("Awa Keita", "Moussa Keita", False),
        ("Keita", "Keita’s office", False),
        ("a spokesman for Keita", "Keita", False),
        ("she", "Awa Keita", False),
        ("", "", False),
        (None, None, True),
        (None, "Keita", False),
    ],
)
def test_spellings_of_one_speaker_are_the_same(one: str | None, two: str | None, expected: bool) -> None:
    assert names_same(one, two) is expected
    assert names_same(two, one) is expected


@pytest.mark.parametrize(
    ("gold", "claim", "expected"),
    [
        (span("number", 0, 1, "5", "5"), {"number": "5.0", "low": "5", "high": None}, True),
        (span("number", 0, 1, "5", "5"), {"number": ["3", "5"], "low": "3", "high": "5"}, True),
        (span("number", 0, 1, "5", "5"), {"number": "6", "low": "5", "high": "5"}, False),
        (span("number", 0, 1, "5", "5"), {"low": "5", "high": "9"}, True),
        (span("interval", 0, 1, "5", None), {"low": "5", "high": None, "low_open": False}, True),
        (span("interval", 0, 1, "5", None, low_open=True), {"low": "5", "high": None, "low_open": False}, False),
        (span("interval", 0, 1, "5", None), {"low": "5", "high": None, "high_open": True}, True),
        (span("interval", 0, 1, "5", "9"), {"low": "5", "high": None}, False),
        (span("date", 0, 1, "2024-05-03", None), {"low": "2024-05-03", "high": None}, True),
        (span("date", 0, 1, "2024-05-03", None), {"low": "2024-05-03", "high": "2024-05-03"}, False),
    ],
)
def test_values_agree_as_their_kind_has_it(gold: dict[str, Any], claim: dict[str, Any], expected: bool) -> None:
    assert agrees(gold, claim) is expected


def test_rates_are_precision_recall_and_their_harmonic_mean() -> None:
    tally = Tally(4, 8, Counter({Measure.FOUND: 4, Measure.VALUE: 2})) + Tally(gold=4)
    assert tally.rate(Measure.FOUND) == Rates(0.5, 0.5, 0.5)
    assert tally.rate(Measure.VALUE) == Rates(0.25, 0.25, 0.25)
    assert Tally().rate(Measure.VALUE) == Rates(0, 0, 0)


def _take_some(corpus: str) -> Iterator[str]:
    """The first lines of a corpus, 30,000 characters and the rest of a line."""
    taken = 0
    for line in corpus.splitlines(keepends=True):
        if taken >= 30_000:
            return
        taken += len(line)
        yield line


@pytest.mark.parametrize("name", ["seeds", "wikiwars", "recognizers_number_dev", "recognizers_currency_dev"])
def test_the_rates_are_those_of_the_scorer_that_peers_were_measured_with(name: str, tmp_path: Path) -> None:
    path, scorer = SHARED / "data" / f"{name}.jsonl", SHARED / "bench" / "score.py"
    if not (path.exists() and scorer.exists()):
        pytest.skip("the annotated corpora and their scorer are not beside the project")
    sample = tmp_path / path.name
    sample.write_text("".join(_take_some(path.read_text(encoding="utf-8"))), encoding="utf-8")
    command = f"{sys.executable} {ROOT / 'manage.py'} extract --jsonl"
    done = subprocess.run(
        [sys.executable, scorer, sample, "--command", command], capture_output=True, text=True, check=True, cwd=ROOT
    )
    theirs = [re.findall(r"gold +(\d+) system +(\d+)|(\d+\.\d)(?= )", line) for line in done.stdout.splitlines()]
    ours = [re.findall(r"(\d+) marked, (\d+) claimed|(\d+\.\d)", line) for line in benchmark(sample)[:-1]]
    assert ours
    assert [line[:7] for line in theirs] == [line[:7] for line in ours]
