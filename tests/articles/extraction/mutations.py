"""Texts made from true ones by mutation and splicing, each from a seed and a number alone.

The way of making them is that of Zeller et al., "The Fuzzing Book", chapter "Mutation-Based Fuzzing".
"""

from __future__ import annotations

import ast
import json
import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

from tests.corpora.loading import load

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SEEDS = ROOT / "seeds"
CORPORA = ROOT / "tests" / "corpora"
NAUGHTY = ROOT.parent / "shared" / "data" / "naughty_strings.json"

MAX_LENGTH = 5_000
LONG = {1_000: 200_000, 50_000: 2_000_000}
"""One input in so many is repeated up to a length at which a cost that grows with the square cannot hide."""
FIRST_DAY, DAYS = date(1900, 1, 1), 60_000

UNICODE = [
    *"\u00a0\u2009\u202f\u200b\u200d\ufeff\u2028\u2029\u0085\x00\x1b\t\r\n",
    *"“”‘’«»‹›„‚\"'`–—−‑…·•½¼¾⅓⅞€£¥₹$¢%‰°№²³",
    *"٣५੫๓五十百万一壱１２３",
    *"éßİıſﬁΩЖшא\u202e\u0301\u20e3",
    "👩‍👩‍👧‍👦",
    "🇲🇱",
    "\ud800",
    "\U0010ffff",
]
FIGURES = "1 0 12 1,200 1.5 15,000 2013 -5 1/2 ½ 30% $5 €4m 16:30 2023-06-30 12/02/2024 1990s 31 3rd 10-9 0.0".split()
WORDS = (
    "million billion hundred thousand dozen half a quarter of one in five more than at least up to between and from to "
    "nearly about fell by rose since until May March Friday last next week months ago years-old second first per each "
    "said says told he she according percent U.S. U.N. p.m. GMT Jan. Gen. No. Section Article not were killed "
    "million milliards mille cent quatre-vingt vingt moitié plus de moins environ jusqu' entre à depuis avant d' "
    "l' la des mardi août prochain dernier trimestre selon a-t-il déclaré dit soldats personnes euros pour y a ans"
).split()
PAIRS = ["“”", "‘’", "«»", '""', "''", "()", "[]", "„“", "“‘", "((", "’’"]
Mutation = Callable[[random.Random, str, Sequence[str]], str]


def load_texts() -> list[str]:
    """What to begin with: sentences of the engine's tests, the demonstration, annotated news, naughty strings."""
    texts = [text for file in sorted(HERE.rglob("test_*.py")) for text in _strings(file)]
    texts += [file.read_text(encoding="utf-8") for file in sorted(SEEDS.rglob("*.md"))]
    texts += [annotated.text for file in sorted(CORPORA.glob("*.txt")) for annotated in load(file)]
    if NAUGHTY.exists():
        texts += json.loads(NAUGHTY.read_text(encoding="utf-8"))
    return [text for text in texts if text]


def _strings(file: Path) -> list[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value
    ]


def _place(chance: random.Random, text: str) -> tuple[int, int]:
    start = chance.randint(0, len(text))
    return start, min(len(text), start + int(chance.expovariate(1 / 20)))


def _splice(chance: random.Random, text: str, texts: Sequence[str]) -> str:
    other = chance.choice(texts)
    cut, (start, end) = chance.randint(0, len(text)), _place(chance, other)
    return text[:cut] + other[start : end + 60] + text[cut:]


def _append(chance: random.Random, text: str, texts: Sequence[str]) -> str:
    return text + chance.choice(["", " ", "\n", "\n\n", ". "]) + chance.choice(texts)


def _delete(chance: random.Random, text: str, _texts: Sequence[str]) -> str:
    start, end = _place(chance, text)
    return text[:start] + text[end:]


def _repeat(chance: random.Random, text: str, _texts: Sequence[str]) -> str:
    start, end = _place(chance, text)
    times = int(chance.paretovariate(0.6))
    return text[:start] + text[start:end] * min(times, MAX_LENGTH // max(end - start, 1)) + text[end:]


def _insert(chance: random.Random, text: str, _texts: Sequence[str]) -> str:
    cut = chance.randint(0, len(text))
    pieces = chance.choices(chance.choice([UNICODE, FIGURES, WORDS, FIGURES + WORDS]), k=chance.randint(1, 8))
    return text[:cut] + chance.choice(["", " "]).join(pieces) + text[cut:]


def _swell(chance: random.Random, text: str, _texts: Sequence[str]) -> str:
    """Digits by the thousand, with or without marks between them."""
    cut = chance.randint(0, len(text))
    marks = chance.choice(["", "", ",", ".", "-", "/", ":", " ", "'", ",.", "\u00a0"])
    alphabet = "0123456789" * 3 + marks
    count = chance.choice([5, 29, 30, 31, 43, 100, 1_000, 10_000])
    return text[:cut] + "".join(chance.choices(alphabet, k=count)) + text[cut:]


def _nest(chance: random.Random, text: str, _texts: Sequence[str]) -> str:
    """Quotation marks within quotation marks, closed or not, every level with a few of the text's own words."""
    depth = chance.choice([1, 2, 3, 10, 100, 1_000])
    start, end = _place(chance, text)
    inner = text[start : min(end, start + 8)] + " "
    marks = [chance.choice(PAIRS) for _level in range(depth)]
    closed = chance.randint(0, depth)
    opening = "".join(f"{pair[0]}{inner}" for pair in marks)
    return text[:start] + opening + text[start:end] + "".join(pair[1] for pair in marks[::-1][:closed]) + text[end:]


def _flip(chance: random.Random, text: str, _texts: Sequence[str]) -> str:
    start, end = _place(chance, text)
    part = text[start:end]
    changed = chance.choice([part.upper(), part.lower(), part.title(), part.swapcase(), part[::-1]])
    return text[:start] + changed + text[end:]


def _break_up(chance: random.Random, text: str, _texts: Sequence[str]) -> str:
    """White space put in, taken out or turned into another."""
    return text.replace(
        chance.choice([" ", ".", ",", "\n"]), chance.choice(["", "\n", "\n\n", "\u00a0", "  ", "-", "\t"])
    )


def _shuffle(chance: random.Random, text: str, _texts: Sequence[str]) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


MUTATIONS: Sequence[Mutation] = (
    _splice,
    _append,
    _delete,
    _repeat,
    _insert,
    _insert,
    _swell,
    _nest,
    _flip,
    _break_up,
    _shuffle,
)


def make_input(seed: int, number: int, texts: Sequence[str]) -> tuple[str, date | None]:
    """The text and the publication date of one input; the same for the same seed, number and texts."""
    chance = random.Random(f"{seed}/{number}")
    text = chance.choice(texts)
    for _round in range(chance.randint(1, 5)):
        text = chance.choice(MUTATIONS)(chance, text, texts)[:MAX_LENGTH]
    for every, length in LONG.items():
        if number % every == every - 1:
            text = (text * (length // max(len(text), 1) + 1))[:length]
    return text, None if chance.random() < 0.2 else FIRST_DAY + timedelta(days=chance.randrange(DAYS))
