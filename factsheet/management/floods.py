"""A made event of any size, for measuring: a flood that hundreds of outlets report, each in words of its own.

As in news, some facts are in most articles and many in few, each article has details that no other has, figures are
rounded, overtaken and now and then wrong, and no two sentences are alike. Equal seeds make equal articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import Final

SENTENCES: Final = 50
"""How many sentences an article has; each tells one figure or date."""

SHARED: Final = 0.6
"""How many of them tell what others tell too."""

PLACES: Final = 250
"""Of so many places everything may be told by several articles; of the others only by one."""

ROUNDED, MISTAKEN = 0.2, 0.12
FIRST_DAY: Final = date(2024, 5, 1)

_ONSETS = "b br d dr f g gr h k kl l m n p pr r s st t tr v z".split()
_VOWELS = "a e i o u ai ou".split()
_CODAS = "n r l m rd nd st".split()
_ENDS = "ville ford mouth dale stead burg ham ton wick by".split()

TOPICS: Final = (
    ("At least {n} people were killed in {p}", "The death toll in {p} has reached {n} people",
     "In {p}, {n} residents lost their lives"),
    ("{n} people were injured in {p}", "Doctors in {p} treated {n} patients for wounds"),
    ("{n} residents of {p} were evacuated", "Buses took {n} evacuees out of {p}"),
    ("The water destroyed {n} houses in {p}", "In {p}, {n} homes were washed away"),
    ("{n} schools remain closed around {p}", "Classes were cancelled at {n} schools in {p}"),
    ("Repairs in {p} will cost ${n} million", "The damage in {p} is put at ${n} million"),
    ("The council of {p} received ${n} million in aid", "Relief funds of ${n} million were released for {p}"),
    ("Power is back for {c} percent of {p}", "{c} percent of households in {p} have electricity again"),
    ("{n} millimetres of rain fell on {p}", "Gauges at {p} measured {n} millimetres of rain"),
    ("The army sent {n} soldiers to {p}", "{n} troops were deployed along the dyke of {p}"),
    ("Police arrested {n} looters in {p}", "{n} suspects were detained for looting in {p}"),
    ("{n} tonnes of food were delivered to {p}", "Trucks brought {n} tonnes of rice and flour to {p}"),
    ("The bridge at {p} will reopen on {d}", "Traffic may cross the bridge of {p} again from {d}"),
    ("The dam above {p} broke on {d}", "On {d} the dam above {p} gave way"),
    ("Farmers near {p} lost {n} cattle", "{n} cows drowned on pastures around {p}"),
    ("Volunteers filled {n} sandbags in {p}", "{n} sandbags were piled up along the river in {p}"),
)  # fmt: skip
"""What may be told of a place, each in a few wordings: a number, a share, or a day."""

CLAUSES: Final = (
    ", the {o} said", ", according to the {o}", ", said {w} of the {o}", ", officials in {q} told reporters",
    " after a night of storms", ", far more than in {q}", " while roads to {q} stayed blocked", ", {w} told the {o}",
    "",
)  # fmt: skip
OFFICES: Final = (
    "water board", "civil protection office", "regional hospital", "mayor's office", "meteorological service",
    "interior ministry", "fire brigade", "river authority", "relief agency", "farmers' union", "electricity company",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """An article of the flood; `facts` says by where a sentence begins which fact it tells, None what nobody else
    does.
    """

    key: str
    text: str
    published: date
    facts: dict[int, int | None]


@dataclass(frozen=True, slots=True)
class _Told:
    wordings: Sequence[str]
    place: str
    number: int
    day: date


def make_articles(count: int, seed: str = "flood") -> Iterator[MadeArticle]:
    """So many articles on the flood; the first ones are the same however many follow."""
    names = _names(_chance(seed))
    facts = _facts(_chance(f"{seed} facts"), names)
    for number in range(count):
        yield _make_article(_chance(f"{seed} {number}"), number, names, facts)


def _chance(seed: str) -> Random:
    return Random(seed)  # noqa: S311 - made data must be the same for the same seed, and guards nothing


def _names(chance: Random) -> list[str]:
    stems = ["".join(parts) for parts in product(_ONSETS, _VOWELS, _CODAS)]
    chance.shuffle(stems)
    return [(stem + chance.choice(_ENDS)).capitalize() for stem in stems]


def _facts(chance: Random, names: Sequence[str]) -> list[_Told]:
    facts = [_draw(chance, wordings, place) for place in names[:PLACES] for wordings in TOPICS]
    chance.shuffle(facts)
    return facts


def _draw(chance: Random, wordings: Sequence[str], place: str) -> _Told:
    return _Told(wordings, place, round(10 ** chance.uniform(0.9, 4.2)), FIRST_DAY + timedelta(chance.randint(0, 90)))


def _make_article(chance: Random, number: int, names: Sequence[str], facts: Sequence[_Told]) -> MadeArticle:
    published = FIRST_DAY + timedelta(number % 30)
    begins: dict[int, int | None] = {}
    text = f"Flood report {number}.\n\n"
    told = set()
    for _sentence in range(SENTENCES):
        # The second fact is told half as often as the first, the third a third as often (Zipf's law).
        fact = int(len(facts) ** chance.random()) - 1 if chance.random() < SHARED else None
        if fact in told:
            fact = None
        told.add(fact)
        what = facts[fact] if fact is not None else _draw(chance, chance.choice(TOPICS), chance.choice(names))
        begins[len(text)] = fact
        text += _sentence_of(chance, what, names)
    return MadeArticle(f"report-{number:05}", text, published, begins)


def _sentence_of(chance: Random, what: _Told, names: Sequence[str]) -> str:
    number = what.number
    if chance.random() < MISTAKEN:
        number = round(number * chance.uniform(0.6, 1.5)) + 1
    elif chance.random() < ROUNDED:
        unit = 10 ** max(len(str(number)) - 2, 0)
        number = round(number / unit) * unit
    told = chance.choice(what.wordings).format(
        n=f"{number:,}", c=number % 99 + 1, d=f"{what.day:%B} {what.day.day}", p=what.place
    )
    clauses = [
        clause.format(
            q=chance.choice(names),
            o=chance.choice(OFFICES),
            w=f"{chance.choice(names)[:5]} {chance.choice(names)}",
        )
        for clause in chance.sample(CLAUSES, 2)
    ]
    return f"{told}{''.join(clauses)}. "
