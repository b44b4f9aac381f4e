"""Where articles really come from: copies of one text, and stories that credit one wire, are one origin.

A text is read once, for its trace: a sketch by which its copies are known, and whom its beginning may credit. Traces
are small enough to be kept for every article of a large sheet, and origins are found from traces alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

from factsheet.reconcile.lexicon.agencies import AGENCIES
from factsheet.reconcile.partitions import Partition

SHINGLE_WORDS = 5
SKETCH_SIZE = 128
COPY_SHARE = 0.3
"""A text with every tenth word changed still shares 0.42 of its shingles with the original; two reports of their own
share under 0.05.
"""

LOOKED_UP = 24
"""Two texts are compared where they share one of this many of their smallest hashes; of copies at COPY_SHARE, all but
two in ten thousand do.
"""

FEWEST_SHINGLES = 12
LEAD_LENGTH = 700
"""A credit counts as the story's own in its title and in this much of its beginning; further down it backs one
sentence.
"""

LONGEST_NAME = 80

WORD = re.compile(r"\w+(?:[’'-]\w+)*")
PICTURE = re.compile(r"\b(photo|photograph|picture[ds]?|image|handout|getty|caption|file)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article as far as its origin goes; `key` is its stable id."""

    key: str
    text: str
    title: str = ""
    source: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """What of a text tells its origin: its sketch, and the credits of its beginning, see `find_credits`."""

    sketch: tuple[int, ...]
    credits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TracedArticle:
    """An article with its trace in place of its text."""

    key: str
    title: str
    source: str
    trace: Trace


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin: its number (from 1), the keys of its articles, and in words why they are one (or why this one
    stands alone).
    """

    number: int
    articles: tuple[str, ...]
    reason: str


def find_origins(articles: Iterable[ArticleText]) -> dict[str, Origin]:
    """The origin of each article by its key; the result does not depend on the order of `articles`."""
    return trace_origins(
        TracedArticle(article.key, article.title, article.source, trace(article.text)) for article in articles
    )


def trace(text: str) -> Trace:
    """The trace of a text."""
    return Trace(sketch(text), tuple(find_credits(text[:LEAD_LENGTH])))


def trace_origins(articles: Iterable[TracedArticle]) -> dict[str, Origin]:
    """The origin of each article by its key, from traces.

    Copies are found by a bottom-k sketch over 5-word shingles (Broder, "On the resemblance and containment of
    documents", 1997). The result does not depend on the order of `articles`; origins are numbered by their first key.
    """
    ordered = sorted(articles, key=lambda article: article.key)
    partition = Partition(article.key for article in ordered)
    reasons: dict[str, list[str]] = defaultdict(list)
    titles = {article.key: article.source or article.title or article.key for article in ordered}
    for one, other, share in find_copies({article.key: article.trace.sketch for article in ordered}):
        partition.join(one, other)
        reasons[one].append(
            f"{titles[one]} and {titles[other]} carry {'the same' if share == 1 else 'nearly the same'} text"
        )
    for agency, keys in sorted(credited(ordered).items()):
        for key in keys:
            partition.join(keys[0], key)
        sentence = f"{_listed(titles[key] for key in keys)} {'credit' if len(keys) > 1 else 'credits'} {agency}"
        if titles[keys[0]] != agency or len(keys) > 1:
            reasons[keys[0]].append(sentence)
    return _numbered(partition, reasons)


def _numbered(partition: Partition, reasons: Mapping[str, list[str]]) -> dict[str, Origin]:
    origins: dict[str, Origin] = {}
    for number, keys in enumerate(partition.parts(), start=1):
        said = list(dict.fromkeys(reason for key in keys for reason in reasons.get(key, ())))
        reason = "; ".join(said) if said else "no copy of another article, and no credit to a wire"
        origins.update(dict.fromkeys(keys, Origin(number, tuple(keys), reason[0].upper() + reason[1:] + ".")))
    return origins


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


@lru_cache(maxsize=4096)
def sketch(text: str) -> tuple[int, ...]:
    """The SKETCH_SIZE smallest hashes of the text's shingles, ascending; empty for a text too short to tell."""
    words = [word.lower() for word in WORD.findall(text)]
    shingles = {" ".join(words[i : i + SHINGLE_WORDS]) for i in range(len(words) - SHINGLE_WORDS + 1)}
    if len(shingles) < FEWEST_SHINGLES:
        return ()
    hashes = (int.from_bytes(blake2b(shingle.encode(), digest_size=8).digest(), "big") for shingle in shingles)
    return tuple(sorted(hashes)[:SKETCH_SIZE])


def resemblance(one: Sequence[int], other: Sequence[int]) -> float:
    """The estimated share of shingles that two sketched texts have in common, 0..1."""
    smallest = sorted({*one, *other})[: min(SKETCH_SIZE, max(len(one), len(other)))]
    both = {*one} & {*other}
    return sum(value in both for value in smallest) / len(smallest) if smallest else 0.0


def find_copies(sketches: Mapping[str, Sequence[int]]) -> list[tuple[str, str, float]]:
    """Pairs of keys whose texts are copies, with their resemblance; only texts that share a small hash are compared."""
    holders: dict[int, list[str]] = defaultdict(list)
    for key, values in sorted(sketches.items()):
        for value in values[:LOOKED_UP]:
            holders[value].append(key)
    shared = {pair for keys in holders.values() for pair in combinations(keys, 2)}
    pairs = ((one, other, resemblance(sketches[one], sketches[other])) for one, other in sorted(shared))
    return [(one, other, share) for one, other, share in pairs if share >= COPY_SHARE]


def credited(articles: Iterable[TracedArticle]) -> dict[str, list[str]]:
    """For each outlet that an article of the set credits, or is by, the keys of those articles."""
    articles = list(articles)
    outlets = {source: () for article in articles if len(source := article.source.strip()) > 2}
    aliases = {alias: _agency_of(name) for name, others in {**outlets, **AGENCIES}.items() for alias in (name, *others)}
    found: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        credits_given = (*find_credits(article.title), *article.trace.credits)
        said = {outlet for told in credits_given if (outlet := _outlet_of(told, aliases))}
        own = aliases.get(article.source.strip())
        for outlet in sorted(said - {own}) or ([own] if own else []):
            found[outlet].append(article.key)
    return found


def _agency_of(name: str) -> str:
    return next((agency for agency, others in AGENCIES.items() if name == agency or name in others), name)


WHOLE, AFTER, BEFORE = "=", ">", "<"
"""How a credit is told: these words are the name, they begin with it, or they end in it."""

DATELINE = re.compile(rf"\(([^()\n]{{1,{LONGEST_NAME}}})\)\s*[-–—]")
BYLINE = re.compile(rf"^[Bb][Yy]\s+(\S.{{0,{LONGEST_NAME - 1}}}?)\s*$")
CREDIT = re.compile(
    r"\b(?:[Pp]er|[Vv]ia|[Aa]ccording to|[Rr]eported by|[Ss]een by|[Oo]btained by|[Rr]eviewed by|[Tt]old)\s+"
)
REPORTED = re.compile(r"(?:\s+news agency)?\s+(?:has\s+|first\s+)?(?:reported|reports|said it had seen)\b")
ARTICLE = re.compile(r"[Tt]he\s+")
EDGE = re.compile(r"\b")


def find_credits(lead: str) -> Iterator[str]:
    """Where the beginning of a text may credit an outlet, each with the words that name it or nobody.

    "(AP) —", "per Reuters", "seen by Reuters", "Reuters reported", "By Reuters". Which of the words is an outlet's name
    is seen when the outlets of the sheet are known. Lines about pictures are passed over.
    """
    for line in lead.splitlines():
        if PICTURE.search(line):
            continue
        yield from (f"{WHOLE}{found[1]}" for found in DATELINE.finditer(line))
        if byline := BYLINE.match(line):
            yield f"{WHOLE}{byline[1]}"
        yield from (f"{AFTER}{line[found.end() : found.end() + LONGEST_NAME]}" for found in CREDIT.finditer(line))
        for found in REPORTED.finditer(line):
            yield f"{BEFORE}{line[max(found.start() - LONGEST_NAME, 0) : found.start()]}"


def _outlet_of(told: str, aliases: Mapping[str, str]) -> str | None:
    """The outlet that a credit names, by the longest name that its words hold."""
    how, words = told[0], told[1:]
    if how == WHOLE:
        return aliases.get(words)
    edges = [found.start() for found in EDGE.finditer(words)]
    if how == BEFORE:
        return next((aliases[words[edge:]] for edge in edges if words[edge:] in aliases), None)
    begins = [article.end()] if (article := ARTICLE.match(words)) else []
    names = (words[begin:edge] for begin in (*begins, 0) for edge in reversed(edges) if edge > begin)
    return next((aliases[name] for name in names if name in aliases), None)
