"""Where articles really come from: copies of one text, and stories that credit one wire, are one origin."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from factsheet.reconcile.lexicon.agencies import AGENCIES
from factsheet.reconcile.partitions import Partition

SHINGLE_WORDS = 5
SKETCH_SIZE = 128
COPY_SHARE = 0.3
"""A text with every tenth word changed still shares 0.42 of its shingles with the original; two reports of their own
share under 0.05.
"""

FEWEST_SHINGLES = 12
LEAD_LENGTH = 700
"""A credit counts as the story's own in its title and in this much of its beginning; further down it backs one
sentence.
"""

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
class Origin:
    """One origin: its number (from 1), the keys of its articles, and in words why they are one (or why this one
    stands alone).
    """

    number: int
    articles: tuple[str, ...]
    reason: str


def find_origins(articles: Sequence[ArticleText]) -> dict[str, Origin]:
    """The origin of each article by its key.

    Copies are found by a bottom-k sketch over 5-word shingles (Broder, "On the resemblance and containment of
    documents", 1997). The result does not depend on the order of `articles`; origins are numbered by their first key.
    """
    ordered = sorted(articles, key=lambda article: article.key)
    partition = Partition(article.key for article in ordered)
    reasons: dict[str, list[str]] = defaultdict(list)
    titles = {article.key: article.source or article.title or article.key for article in ordered}
    for one, other, share in find_copies(ordered):
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


def find_copies(articles: Sequence[ArticleText]) -> list[tuple[str, str, float]]:
    """Pairs of keys whose texts are copies, with their resemblance; only articles that share a hash are compared."""
    sketches = {article.key: sketch(article.text) for article in articles}
    holders: dict[int, list[str]] = defaultdict(list)
    for key, values in sketches.items():
        for value in values:
            holders[value].append(key)
    shared = Counter((one, other) for keys in holders.values() for i, one in enumerate(keys) for other in keys[i + 1 :])
    pairs = ((one, other, resemblance(sketches[one], sketches[other])) for one, other in sorted(shared))
    return [(one, other, share) for one, other, share in pairs if share >= COPY_SHARE]


def credited(articles: Sequence[ArticleText]) -> dict[str, list[str]]:
    """For each outlet that an article of the set credits, or is by, the keys of those articles."""
    outlets = {source: () for article in articles if len(source := article.source.strip()) > 2}
    names = {**outlets, **AGENCIES}
    aliases = {alias: _agency_of(name) for name, others in names.items() for alias in (name, *others)}
    pattern = _credit_pattern(tuple(sorted(aliases, key=lambda alias: (-len(alias), alias))))
    found: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        lead = "\n".join(
            line for line in f"{article.title}\n{article.text[:LEAD_LENGTH]}".splitlines() if not PICTURE.search(line)
        )
        said = {aliases[name] for match in pattern.finditer(lead) for name in match.groups() if name}
        own = aliases.get(article.source.strip())
        for outlet in sorted(said - {own}) or ([own] if own else []):
            found[outlet].append(article.key)
    return found


def _agency_of(name: str) -> str:
    return next((agency for agency, others in AGENCIES.items() if name == agency or name in others), name)


@lru_cache(maxsize=64)
def _credit_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Where an outlet is credited with the story: "(AP) —", "per Reuters", "seen by Reuters", "Reuters reported"."""
    outlet = "|".join(re.escape(name) for name in names)
    return re.compile(
        rf"\(({outlet})\)\s*[-–—]"
        r"|\b(?:[Pp]er|[Vv]ia|[Aa]ccording to|[Rr]eported by|[Ss]een by|[Oo]btained by|[Rr]eviewed by|[Tt]old)"
        rf"\s+(?:[Tt]he\s+)?({outlet})\b"
        rf"|\b({outlet})(?:\s+news agency)?\s+(?:has\s+|first\s+)?(?:reported|reports|said it had seen)\b"
        rf"|^[Bb][Yy]\s+({outlet})\s*$"
    )
