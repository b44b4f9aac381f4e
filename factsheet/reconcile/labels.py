"""The label of a fact, made from its claims' own words: what happens, to whom, where, since when.

Each claim's clause (`clauses`) gives a few wordings; the one that most articles could have written is the label, in the
form in which most of them write it. It is short, in sentence case, and never names the value: the only figure in it is
the year of a "since".
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count

from articles.measures import dimension_of
from articles.values import Hedge, Kind
from factsheet.reconcile.clauses import clause_of
from factsheet.reconcile.frames import Frame
from factsheet.reconcile.lexicon.grammar import DETERMINERS, PARTICLES, PREPOSITIONS
from factsheet.reconcile.lexicon.labels import ASKED, WEAK
from factsheet.reconcile.measures import is_measure
from factsheet.reconcile.profiles import FULL
from factsheet.reconcile.sides import Side
from factsheet.reconcile.subjects import Subject
from factsheet.reconcile.tokens import ANYONE, Sense, tokenise
from factsheet.reconcile.wordings import counted_noun, say, wordings_of

MOST_CHARACTERS = 60
NAME_REACH = 80
NAME = re.compile(r"((?:[A-Z][\w’'-]+ )+[A-Z][\w’'-]+),? ?$")

ENOUGH = 12
"""A large group is named by this many of its claims or a few less, evenly spread."""

TOLD_AGAIN = 3
"""Each further article that gives a wording adds one part in so many of what the wording is worth there."""

FULLEST = 3
"""So many telling words still name a thing rather than tell its story."""

ONE_WORD = 150
"""What a wording of a single telling word loses: it says too little."""

SHARED, UNSHARED = 400, 100
"""What a wording gains for a word that all articles of the group use, and loses for one of one article alone."""

SINCE_REACH = 200
SINCE = re.compile(r"\bsince (?:\w+ ){0,3}?((?:19|20)\d\d)\b", re.IGNORECASE)
RANKED = re.compile(r"\b(?:\w+est|most|first|only|last)\b[^.;]{0,40}$")
"""What is the highest since a year is not counted since then."""

BOUND_WORDS = {
    Hedge.BY: "by",
    Hedge.UNTIL: "until",
    Hedge.SINCE: "since",
    Hedge.WITHIN: "within",
    Hedge.BEFORE: "before",
    Hedge.AFTER: "after",
}
TOLD_OF = {Frame.FORECAST: "expected", Frame.WISHED: "proposed", Frame.EARLIER: "before", Frame.FORMER: "at first"}
QUOTE_WORDS = 8
SAYS_TOO_LITTLE = frozenset({Kind.DATE, Kind.TIME, Kind.DURATION})
"""Of these a single noun names no fact: "Spending" might be a sum, "Spending: date" is none."""


def label_of(subjects: Sequence[Subject]) -> str:
    """The label for the claims of one fact."""
    return labels_of(subjects)[0]


def tell_apart(groups: Sequence[Sequence[Subject]]) -> list[str]:
    """The labels of the facts of one sheet, in their order; where two would be called alike, the smaller one, or the
    later of equals, takes its next best label, or one that says in what it differs.
    """
    order = sorted(range(len(groups)), key=lambda place: (-len(groups[place]), place))
    found: dict[int, str] = {}
    taken: dict[str, Kind] = {}
    for place in order:
        label = _untaken(groups[place], taken)
        taken[label.lower()] = groups[place][0].side.kind
        found[place] = label
    return [found[place] for place in range(len(groups))]


def _untaken(subjects: Sequence[Subject], taken: Mapping[str, Kind]) -> str:
    """The best label that no other fact has."""
    ranked = labels_of(subjects)
    best, kind = ranked[0], subjects[0].side.kind
    told = (f"{best}, {word}" for word in _differences(subjects))
    others = (label for label in ranked[1:] if len(_names(label)) > 1)
    asked = f"{best}: {_asked(subjects)}"
    if taken.get(best.lower(), kind) is kind:
        choices = chain((best,), others, told, [asked] if is_measure(subjects[0].side) else [])
    else:
        # One deed has a day, a number and a cost: what is asked of it tells the facts apart.
        choices = chain((best, asked), told, others)
    near = (f"{best}, {words}" for words in _nearby(subjects) if _names(words) - _names(best))
    numbered = (f"{best} ({number})" for number in count(2))
    return next(label for label in chain(choices, near, numbered) if label.lower() not in taken)


def _differences(subjects: Sequence[Subject]) -> list[str]:
    """What may tell a fact from another of its name: that it was expected, or of another time."""
    frames = Counter(frame for subject in subjects for frame in subject.profile.frames)
    return [word for frame, word in TOLD_OF.items() if 2 * frames[frame] > len(subjects)]


def _nearby(subjects: Sequence[Subject]) -> Iterator[str]:
    """The names of the sentences of a fact, which a fact of the same name may not have."""
    for subject in subjects:
        clause = clause_of(subject.side)
        for chunk in (clause.head, clause.object, clause.subject, *clause.nearby):
            if chunk is not None and not any(map(str.isdigit, chunk.text)):
                yield say(chunk, 2)


def _asked(subjects: Sequence[Subject]) -> str:
    """What is asked of a thing: its date, a number, an amount, the length where it is measured in miles."""
    side = subjects[0].side
    return dimension_of(side.unit) or ASKED[side.kind] if side.kind is Kind.QUANTITY else ASKED[side.kind]


def distinguish(label: str, kind: Kind, taken: Container[str]) -> str:
    """A label for a new fact of a sheet whose facts have the labels `taken` (in lower case)."""
    choices = chain((label, f"{label}: {ASKED[kind]}"), (f"{label} ({number})" for number in count(2)))
    return next(choice for choice in choices if choice.lower() not in taken)


def labels_of(subjects: Sequence[Subject]) -> list[str]:
    """The labels that would do for the claims of one fact, the best first; at least one."""
    subjects = subjects[:: len(subjects) // ENOUGH + 1]
    if subjects[0].side.kind in (Kind.QUOTE, Kind.STATEMENT):
        return [_quote_label(subjects)]
    if 2 * sum(Frame.AGE in subject.profile.frames for subject in subjects) > len(subjects) and (
        label := _age_label(subjects)
    ):
        return [label]
    ending = _ending(subjects)
    kind = subjects[0].side.kind
    ranked = [label for words in _rank(subjects) if (label := _finish(words, ending))]
    # What says too little by itself comes last, however often it is told.
    ranked.sort(key=lambda label: label.lower() in WEAK)
    if not ranked or ranked[0].lower() in WEAK:
        ranked.insert(0, _sentence_case(f"{ASKED[kind]}: {ranked[0].lower()}" if ranked else ASKED[kind]))
    if kind in SAYS_TOO_LITTLE and not ending and " " not in ranked[0]:
        ranked[0] = f"{ranked[0]}: {ASKED[kind]}" if ranked[0].lower() not in (ASKED[kind], "age") else ranked[0]
    return list(dict.fromkeys(ranked))


def _finish(words: str, ending: str) -> str:
    words = words if len(words) <= MOST_CHARACTERS else words[:MOST_CHARACTERS].rsplit(" ", 1)[0]
    words = " ".join(_trim(words.split()))
    year = ending.rpartition(" ")[2]
    return _sentence_case(words if year and year in words.split() else f"{words}{ending}")


def _trim(words: list[str]) -> list[str]:
    """Without the small words that end a wording and lead to nothing: "cleared of", "grew out of"; those of "sworn in"
    stay.
    """
    while len(words) > 1 and words[-1].lower() in LEADING:
        words.pop()
        if len(words) > 2 and words[-1].lower() in PARTICLES:
            words.pop()
    return words


LEADING = (PREPOSITIONS | DETERMINERS | {"to", "and"}) - {"in", "off", "over", "through", "aboard", "up", "down", "out"}


def _rank(subjects: Sequence[Subject]) -> list[str]:
    """The wordings of the claims, the best first: those alike in their telling words count as one."""
    articles = {subject.side.article for subject in subjects}
    holders = _holders(subjects)
    told: dict[frozenset[str], dict[str, int]] = defaultdict(dict)
    forms: dict[frozenset[str], dict[str, tuple[int, int]]] = defaultdict(dict)
    noun = _noun(subjects)
    for subject in subjects:
        for wording in wordings_of(subject, noun):
            names = _names(wording.text)
            if names:
                article = subject.side.article
                told[names][article] = max(told[names].get(article, 0), wording.worth)
                times, worth = forms[names].get(wording.text, (0, wording.worth))
                forms[names][wording.text] = (times + wording.is_told, max(worth, wording.worth))
    scores = {
        names: _told(given)
        + _shared(names, holders, len(articles)) * min(max(0, *given.values()), FULL) // FULL
        - (ONE_WORD if len(names) == 1 else 0)
        for names, given in told.items()
    }
    for names in [names for names in scores if len(names) == 1]:
        # A single word is named more fully where a claim does so: "gap", "budget gap".
        fuller = [more for more in scores if names < more and len(more) <= FULLEST and scores[more] * 2 > scores[names]]
        for more in fuller:
            scores[more] = max(scores[more], scores[names] + scores[more] // 10)
    best = sorted(scores, key=lambda names: (-scores[names], sorted(names)))
    return [_most_frequent(forms[names]) for names in best]


def _most_frequent(forms: Mapping[str, tuple[int, int]]) -> str:
    """The form of a wording that is told most often, of equals the one that is worth most, then the shortest."""
    return min(forms, key=lambda text: (-forms[text][0], -forms[text][1], len(text), text))


def _told(given: Mapping[str, int]) -> int:
    """What a wording is worth by what it is worth in each article that gives it."""
    best = max(given.values())
    return best + (sum(given.values()) - best) // TOLD_AGAIN


def _shared(names: Iterable[str], holders: Mapping[str, set[str]], articles: int) -> int:
    """What words are worth that are told by several of the articles."""
    if articles < 2:
        return 0
    shares = [
        (len(holders[name]) - 1) * (SHARED + UNSHARED) // (articles - 1) - UNSHARED for name in names if name in holders
    ]
    return sum(shares)


def _holders(subjects: Sequence[Subject]) -> dict[str, set[str]]:
    """The articles that use a word near the claim, or as what it counts."""
    holders: dict[str, set[str]] = defaultdict(set)
    for subject in subjects:
        profile = subject.profile
        for name in (*profile.words, *profile.events, *_names(subject.side.noun or "")):
            holders[name].add(subject.side.article)
    return holders


def _names(text: str) -> frozenset[str]:
    return frozenset(token.name for token in tokenise(text) if token.sense in (Sense.EVENT, Sense.PLACE, Sense.WORD))


def _noun(subjects: Sequence[Subject]) -> str:
    """The noun most claims count, the shortest of equals; nothing for a measure ("kilometres")."""
    nouns = Counter(noun for subject in subjects if (noun := counted_noun(subject.side)))
    if not nouns and any(subject.profile.role == ANYONE for subject in subjects):
        return ANYONE
    return min(nouns, key=lambda noun: (-nouns[noun], len(noun), noun), default="")


def _age_label(subjects: Sequence[Subject]) -> str:
    """Whose age it is: the name that most claims give right before it."""
    names = Counter(match[1] for subject in subjects if (match := NAME.search(_before(subject.side))))
    return f"Age of {min(names, key=lambda name: (-names[name], name))}" if names else ""


def _ending(subjects: Sequence[Subject]) -> str:
    """What "since 2013" says where a text says so, and "by" or "until" for dates that most claims bound in that way."""
    if subjects[0].side.kind is Kind.DATE:
        hedges = Counter(subject.side.hedge for subject in subjects)
        hedge = min(hedges, key=lambda one: (-hedges[one], one))
        return f" {BOUND_WORDS[hedge]}" if hedge in BOUND_WORDS and 2 * hedges[hedge] > len(subjects) else ""
    years = Counter(
        match[1]
        for subject in subjects
        if (match := SINCE.search(near := _near(subject.side)))
        and not RANKED.search(near[max(match.start() - SINCE_REACH, 0) : match.start()])
    )
    return f" since {min(years, key=lambda year: (-years[year], year))}" if 2 * years.total() > len(subjects) else ""


def _before(side: Side) -> str:
    return side.sentence[max(side.offset - NAME_REACH, 0) : side.offset]


def _near(side: Side) -> str:
    end = side.offset + side.end - side.start
    return side.sentence[max(side.offset - SINCE_REACH, 0) : end + SINCE_REACH]


def _quote_label(subjects: Sequence[Subject]) -> str:
    longest = max(subjects, key=lambda subject: (len(subject.side.text), subject.side.key)).side
    words = longest.text.strip(" “”\"',.").split()
    quoted = " ".join(words[:QUOTE_WORDS]) + ("…" if len(words) > QUOTE_WORDS else "")
    speaker = next((subject.side.attribution for subject in subjects if subject.side.attribution), None)
    return f"{_sentence_case(speaker)}: “{quoted}”" if speaker else f"“{quoted}”"


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
