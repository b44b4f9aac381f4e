"""Where articles really come from: copies of one text, and stories that credit one wire, are one origin.

A text is read once, for its trace: a sketch by which its copies are known, and whom its beginning may credit. Traces
are small enough to be kept for every article of a large sheet, and origins are found from traces alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from itertools import chain

from articles.phrasing import gettext_noop as _
from factsheet.reconcile.credits import HEARD, WHOLE, aliases_of, find_credit_lines, find_credits, outlet_of
from factsheet.reconcile.lexicon.agencies import AGENCIES
from factsheet.reconcile.partitions import Partition
from factsheet.reconcile.spelling import spell_list

VERSION = 2
"""To be raised with every change of what a trace holds: those that were kept under another version are made anew."""

SHINGLE_WORDS = 5
SKETCH_SIZE = 128
COPY_SHARE = 0.3
"""A text with every tenth word changed still shares 0.42 of its shingles with the original; two reports of their own
share under 0.05.
"""

LOOKED_UP, FEWEST_SHARED = 24, 2
"""Two texts are compared where they share so many of their smallest hashes: of copies at COPY_SHARE, all but two in a
thousand do, and a phrase that the whole event uses is not enough.
"""

NEIGHBOURS = 5
"""Of the texts that share a hash each is compared with the next few: copies of one text are joined through one another.
"""

FEWEST_SHINGLES = 12
LEAD_LENGTH = 700
"""A credit counts as the story's own in its title and in this much of its beginning; further down it backs one
sentence.
"""

TAIL_LENGTH = 400
"""A line that says where all of the story is from may stand in so much of its end."""

JOINED = _("{one} and {other} are one origin, an editor says: {because}")
APART = _("{one} stands alone, an editor says: {because}")
SAME_TEXT, NEARLY_SAME = _("{one} and {other} carry the same text"), _("{one} and {other} carry nearly the same text")
VERSION_OF = _("an article of {name} and its newer version")
CREDITS, ALL_CREDIT = _("{name} credits {agency}"), _("{names} credit {agency}")
NO_COPY = _("no copy of another article, and no credit to a wire")

WORD = re.compile(r"\w+(?:[’'-]\w+)*")


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
    """What of a text tells its origin: its sketch, and the credits of its beginning and its end, see `find_credits`."""

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


@dataclass(frozen=True, slots=True)
class Correction:
    """What an editor says of an article's origin: it is that of the article `other`, or its own where that is None.

    `reason` is a clause, such as "the editor of Echo says so".
    """

    other: str | None
    reason: str


def find_origins(articles: Iterable[ArticleText]) -> dict[str, Origin]:
    """The origin of each article by its key; the result does not depend on the order of `articles`."""
    return trace_origins(
        TracedArticle(article.key, article.title, article.source, trace(article.text)) for article in articles
    )


def trace(text: str) -> Trace:
    """The trace of a text."""
    told = (*find_credits(text[:LEAD_LENGTH]), *find_credit_lines(text[-TAIL_LENGTH:]))
    return Trace(sketch(text), tuple(dict.fromkeys(told)))


def trace_origins(
    articles: Iterable[TracedArticle],
    corrections: Mapping[str, Correction] | None = None,
    versions: Iterable[tuple[str, str]] = (),
) -> dict[str, Origin]:
    """The origin of each article by its key, from traces and from what editors say, by the key of the article.

    `versions` are pairs of articles of which the first is a newer version of the second: they are one origin, unless an
    editor says otherwise of the first.

    Copies are found by a bottom-k sketch over 5-word shingles (Broder, "On the resemblance and containment of
    documents", 1997). A corrected article is joined to nothing but what its editor names, and to those whose editors
    name it. The result does not depend on the order of `articles`; origins are numbered by their first key.
    """
    everything = sorted(articles, key=lambda article: article.key)
    corrections = corrections or {}
    ordered = [article for article in everything if article.key not in corrections]
    partition = Partition(article.key for article in everything)
    reasons: dict[str, list[str]] = defaultdict(list)
    titles = {article.key: article.source or article.title or article.key for article in everything}
    for key, correction in corrections.items():
        if correction.other in titles and key in titles:
            partition.join(key, correction.other)
            reasons[key].append(
                JOINED.format(one=titles[key], other=titles[correction.other], because=correction.reason)
            )
        elif key in titles:
            reasons[key].append(APART.format(one=titles[key], because=correction.reason))
    for one, other in versions:
        if one not in corrections:
            partition.join(one, other)
            reasons[one].append(VERSION_OF.format(name=titles[one]))
    for one, other, share in find_copies({article.key: article.trace.sketch for article in ordered}):
        partition.join(one, other)
        reasons[one].append((SAME_TEXT if share == 1 else NEARLY_SAME).format(one=titles[one], other=titles[other]))
    for agency, keys in sorted(credited(ordered).items()):
        for key in keys:
            partition.join(keys[0], key)
        if titles[keys[0]] != agency or len(keys) > 1:
            names = spell_list(titles[key] for key in keys)
            template = ALL_CREDIT if len(keys) > 1 else CREDITS
            reasons[keys[0]].append(template.format(name=names, names=names, agency=agency))
    return _numbered(partition, reasons)


def _numbered(partition: Partition, reasons: Mapping[str, list[str]]) -> dict[str, Origin]:
    origins: dict[str, Origin] = {}
    for number, keys in enumerate(partition.parts(), start=1):
        said = list(dict.fromkeys(reason for key in keys for reason in reasons.get(key, ())))
        reason = "; ".join(said) if said else NO_COPY
        origins.update(dict.fromkeys(keys, Origin(number, tuple(keys), reason[0].upper() + reason[1:] + ".")))
    return origins


@lru_cache(maxsize=4096)
def sketch(text: str) -> tuple[int, ...]:
    """The SKETCH_SIZE smallest hashes of the text's shingles, ascending; empty for a text too short to tell."""
    words = [word.lower() for word in WORD.findall(text)]
    shingles = {" ".join(words[i : i + SHINGLE_WORDS]) for i in range(len(words) - SHINGLE_WORDS + 1)}
    if len(shingles) < FEWEST_SHINGLES:
        return ()
    hashes = (int.from_bytes(blake2b(shingle.encode(), digest_size=8).digest(), "big") for shingle in shingles)
    return tuple(sorted(hashes)[:SKETCH_SIZE])


def resemblance(one: AbstractSet[int], other: AbstractSet[int]) -> float:
    """The estimated share of shingles that two sketched texts have in common, 0..1."""
    both = one & other
    size = min(SKETCH_SIZE, max(len(one), len(other)))
    if len(both) < COPY_SHARE * size:
        # No more than these can be among the smallest of both: it is no copy, and the share need not be exact.
        return len(both) / size if size else 0.0
    smallest = sorted(one | other)[:size]
    return sum(value in both for value in smallest) / len(smallest) if smallest else 0.0


def find_copies(sketches: Mapping[str, Sequence[int]]) -> list[tuple[str, str, float]]:
    """Pairs of keys whose texts are copies, with their resemblance; only texts that share small hashes are compared."""
    holders: dict[int, list[str]] = defaultdict(list)
    for key, values in sorted(sketches.items()):
        for value in values[:LOOKED_UP]:
            holders[value].append(key)
    shared = Counter(
        (one, other)
        for keys in holders.values()
        if len(keys) > 1
        for place, one in enumerate(keys)
        for other in keys[place + 1 : place + 1 + NEIGHBOURS]
    )
    likely = sorted(pair for pair, times in shared.items() if times >= FEWEST_SHARED)
    hashes = {key: frozenset(sketches[key]) for key in set(chain.from_iterable(likely))}
    pairs = ((one, other, resemblance(hashes[one], hashes[other])) for one, other in likely)
    return [(one, other, share) for one, other, share in pairs if share >= COPY_SHARE]


def credited(articles: Iterable[TracedArticle]) -> dict[str, list[str]]:
    """For each outlet that an article of the set credits, or is by, the keys of those articles.

    A dateline or a credit line outweighs what is quoted from elsewhere; an article that credits several outlets alike
    has its own story from none of them.
    """
    articles = list(articles)
    aliases = aliases_of(article.source for article in articles)
    wires = AGENCIES.keys() | {aliases[name] for article in articles if (name := article.source.strip()) in aliases}
    found: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        own = aliases.get(article.source.strip())
        lines, quoted = set[str](), set[str]()
        for told in (*find_credits(article.title), *article.trace.credits):
            outlet = outlet_of(told, aliases)
            # To have been told something by one of many papers makes no story theirs.
            if outlet and (told[0] != HEARD or outlet in wires):
                (lines if told[0] == WHOLE else quoted).add(outlet)
        others = lines - {own} or (quoted - {own} if own not in lines else set())
        if len(others) == 1:
            found[others.pop()].append(article.key)
        elif own:
            found[own].append(article.key)
    return found
