"""How often the claims of an event use a word, give a value and count a thing: what tells them apart, and what cannot.

Counts of different articles add up. So those of a large sheet can be kept, the next article's added to them, and a few
of its claims judged as if all of them were at hand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

from factsheet.reconcile.profiles import FULL

Count = tuple[int, int]
"""How often something is found (a word in how many sentences, a value in how many claims), and in how many articles."""

SENTENCES = "sentences"
"""The term under which all sentences are counted."""

NOWHERE: Count = (0, 0)
EVEN = 10
"""The density, in tenths, of what an article that has it has once."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What is counted of a claim. `sentence` is where its sentence begins in the article."""

    article: str
    sentence: int
    words: frozenset[str]
    value: str
    unit: str

    def terms(self) -> Iterator[str]:
        """Everything that is counted of it, under the names that counts are kept by."""
        yield from map(term_of_word, self.words)
        yield f"value {self.value}"
        yield f"unit {self.unit}"


def term_of_word(name: str) -> str:
    """What the sentences with a word are counted under."""
    return f"word {name}"


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts by term; a term that is missing was found nowhere."""

    found: Mapping[str, Count]

    def __add__(self, other: Counts) -> Counts:
        """The counts of two sets of articles, none of which is in both."""
        total = dict(self.found)
        for term, (times, articles) in other.found.items():
            before = total.get(term, NOWHERE)
            total[term] = (before[0] + times, before[1] + articles)
        return Counts(total)

    def rarities(self, names: Iterable[str]) -> dict[str, int]:
        """How rare each word is among the sentences of the event, 0 (in all of them) to 1000 (in one).

        Inverse document frequency (Sparck Jones, 1972) over the event's own sentences: the names that every sentence of
        the event carries tell nothing apart.
        """
        sentences = self.found.get(SENTENCES, NOWHERE)[0]
        most = log(sentences + 1) or 1.0
        times = ((name, self.found.get(term_of_word(name), NOWHERE)[0]) for name in set(names))
        return {name: int(FULL * log((sentences + 1) / max(count, 1)) / most) for name, count in times}

    def value_density(self, traits: Traits) -> int:
        """How often an article that gives the claim's value gives it, in tenths."""
        return self._density(f"value {traits.value}")

    def unit_density(self, traits: Traits) -> int:
        """How often an article that counts what the claim counts does so, in tenths."""
        return self._density(f"unit {traits.unit}")

    def _density(self, term: str) -> int:
        times, articles = self.found.get(term, NOWHERE)
        return EVEN * times // articles if articles else EVEN


def count_traits(traits: Iterable[Traits]) -> Counts:
    """The counts of claims; all claims of an article must be among them, or none."""
    sentences: dict[tuple[str, int], set[str]] = defaultdict(set)
    times: Counter[str] = Counter()
    articles: set[tuple[str, str]] = set()
    for one in traits:
        sentences[one.article, one.sentence].update(one.words)
        for term in (f"value {one.value}", f"unit {one.unit}"):
            times[term] += 1
            articles.add((term, one.article))
    users = Counter(term for term, _ in articles)
    words = Counter(term_of_word(name) for names in sentences.values() for name in names)
    found: dict[str, Count] = {term: (number, users[term]) for term, number in (*times.items(), *words.items())}
    found[SENTENCES] = (len(sentences), len({article for article, _ in sentences}))
    return Counts(found)
