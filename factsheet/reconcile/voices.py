"""Who stands behind one figure: the body that several articles attribute it to, the outlet that they quote for it.

Five newsrooms that all have a toll from the health ministry are five origins of their stories, and one origin of that
toll. Voices are compared only among claims of the very same figure: what the ministry said on Monday and what it says
on Friday are two things. A quotation has its speaker for everybody who heard it, so quotations keep the origins of
their articles.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from articles.phrasing import gettext_noop as _
from articles.values import Kind
from factsheet.reconcile.credits import aliases_of, find_credits, outlet_of
from factsheet.reconcile.lexicon.authorities import GENERAL_BODIES, NO_NAMES, ONE_NAME, VAGUE_VOICES
from factsheet.reconcile.origins import Origin
from factsheet.reconcile.partitions import Partition
from factsheet.reconcile.sides import Side
from factsheet.reconcile.spelling import spell_list

WORDED = frozenset({Kind.QUOTE, Kind.STATEMENT})
ONE_VOICE = _("All have this figure from {names}.")

MOST_WORDS = 9
"""A longer attribution is a clause, and names nobody."""

NAME = re.compile(r"\w+(?:[.&’'-]\w+)*")
POSSESSIVE = re.compile(r"[’']s?$")
CHANNEL = re.compile(
    r"\b(?:state|national|public)(?:-(?:run|owned|controlled))?\s+(?:television|tv|radio|broadcaster|news\s+agency)\b",
    re.IGNORECASE,
)
CHANNEL_CREDITED = re.compile(r"\b(?:told|per|via|by|on|to|according\s+to)\s+(?:[\w’']+\s+){0,2}$", re.IGNORECASE)
CHANNEL_CREDITS = re.compile(
    r"^\s+(?:has\s+|had\s+)?(?:report|said|says|quot|show|announc|broadcast|cit)\w*", re.IGNORECASE
)

_NAME = r"((?:the\s+|a\s+)?(?:[\w.&’'-]+\s+){0,6}?[\w.&’'-]+?)"
_SAYS = r"(?:said|says?|told|reported|reports|announced|confirmed|confirms|estimated|estimates|put|added)"
_ENDS = r"(?=[,;:)”\"]|\.(?=\s|$)|\s+(?:on|in|which|who|that|as|after|and|issued|published|released|showed)\b|\s*$)"
_PAPER = (
    r"(?:(?:the\s+|an?\s+)?(?:\w+\s+)?(?:figures|data|estimates?|report|study|statement|count)\s+(?:from|by|of)\s+)?"
)
SENTENCES, NAMES = 16384, 4096
"""So many sentences and names are read once: the evidence of a fact is gone through with each new claim."""

LONGEST_SENTENCE = 800
"""What is longer is no sentence, but a text without full stops."""

TELLERS = (
    re.compile(rf",[”\"]?\s+{_NAME}\s+(?:has\s+|have\s+)?{_SAYS}\b(?:\s+(?!that\b)[\w.’'-]+){{0,5}}[.”\"]*\s*$"),
    re.compile(rf",[”\"]?\s+(?:said|says|reported|reports)\s+{_NAME}{_ENDS}"),
    re.compile(rf"\b(?:[Aa]ccording\s+to|[Cc]iting|[Aa]s\s+reported\s+by)\s+{_PAPER}{_NAME}{_ENDS}"),
    re.compile(rf"^\W*{_NAME}\s+(?:has\s+|have\s+)?{_SAYS}\s+(?:on\s+\w+\s+)?that\b"),
)
"""How a sentence tells who says all of it: "..., the ministry said on Friday.", "..., said Ana Ruiz", "according to
...", "The ministry said that ...".
"""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom a figure is from: the telling words of the name, its initials, and the words that are initials."""

    name: str
    words: frozenset[str]
    initials: str = ""
    acronyms: frozenset[str] = frozenset()

    def is_same(self, other: Voice) -> bool:
        """Whether the two are one body: one name, a shorter form of it, or its initials."""
        if self.words == other.words or self.initials in other.acronyms or other.initials in self.acronyms:
            return True
        fewer, more = sorted((self.words, other.words), key=len)
        return fewer < more and not fewer <= GENERAL_BODIES


def trace_figures(
    sides: Iterable[Side], origins: Mapping[str, Origin], sources: Mapping[str, str] | None = None
) -> dict[str, Origin]:
    """The origin of each side's figure: that of its article, unless several origins have the figure from one voice.

    Args:
        sides: the claims under one fact.
        origins: the origin of each live side's article, by the side's key; other sides are left out.
        sources: the names of the outlets, by the article.

    Returns:
        Origins by the sides' keys; joined ones have the lowest number of the origins that they join.
    """
    sources = sources or {}
    found = dict(origins)
    figures: dict[tuple[object, ...], list[Side]] = defaultdict(list)
    for side in sides:
        if side.key in origins and side.interval is not None and side.kind not in WORDED:
            figures[side.kind, side.interval, side.unit, side.per, side.change].append(side)
    shared = [same for same in figures.values() if len({origins[side.key].number for side in same}) > 1]
    aliases = aliases_of(sources.values()) if shared else {}
    for same in shared:
        found |= _trace_figure(sorted(same, key=lambda side: side.key), origins, sources, aliases)
    return found


def _trace_figure(
    sides: Sequence[Side], origins: Mapping[str, Origin], sources: Mapping[str, str], aliases: Mapping[str, str]
) -> dict[str, Origin]:
    partition = Partition(_key(origins[side.key].number) for side in sides)
    names: dict[str, list[str]] = defaultdict(list)
    for voices, numbers in _gather_voices(sides, origins, sources, aliases):
        first, *others = sorted(map(_key, numbers))
        for other in others:
            partition.join(first, other)
            names[first].append(max((voice.name for voice in voices), key=lambda name: (len(name), name)))
    joined: dict[str, Origin] = {}
    for keys in partition.parts():
        if len(keys) > 1:
            said = list(dict.fromkeys(name for key in keys for name in names[key]))
            members = [side for side in sides if _key(origins[side.key].number) in keys]
            articles = sorted({side.article for side in members})
            origin = Origin(int(keys[0]), tuple(articles), ONE_VOICE.format(names=spell_list(said)))
            joined.update(dict.fromkeys((side.key for side in members), origin))
    return joined


def _gather_voices(
    sides: Sequence[Side], origins: Mapping[str, Origin], sources: Mapping[str, str], aliases: Mapping[str, str]
) -> Iterator[tuple[list[Voice], set[int]]]:
    """Voices that are one body, with the origins that have the figure from it.

    Only voices that share a telling word or initials are compared, so a thousand articles cost no million comparisons.
    """
    heard: dict[Voice, set[int]] = defaultdict(set)
    for side in sides:
        for voice in _voices(side, sources.get(side.article, ""), aliases):
            heard[voice].add(origins[side.key].number)
    by_word, by_words, by_initials, by_acronym = (defaultdict[object, list[Voice]](list) for _ in range(4))
    for voice in heard:
        by_words[voice.words].append(voice)
        by_initials[voice.initials].append(voice)
        for word in voice.words - GENERAL_BODIES:
            by_word[word].append(voice)
        for acronym in voice.acronyms:
            by_acronym[acronym].append(voice)
    alike = list(by_words.values())
    alike += [[*spelled, *by_acronym[name]] for name, spelled in by_initials.items() if name in by_acronym]
    alike += [[one, two] for near in by_word.values() for one, two in combinations(near, 2) if one.is_same(two)]
    for voices in alike:
        yield voices, set().union(*(heard[voice] for voice in voices))


def _key(number: int) -> str:
    return f"{number:010}"


def _voices(side: Side, source: str, aliases: Mapping[str, str]) -> Iterator[Voice]:
    """Whom the figure or else its sentence is attributed to, the outlets that this credits, and who printed it."""
    told_of, channels = _heard_in(side.sentence)
    outlets = [outlet for told in told_of if (outlet := outlet_of(told, aliases))]
    for name in (teller_of(side), source.strip(), *outlets, *channels):
        if voice := voice_of(aliases.get(name, name)):
            yield voice


@lru_cache(maxsize=SENTENCES)
def _heard_in(sentence: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where a sentence may credit an outlet (see `find_credits`), and the channels that it credits."""
    channels = (
        " ".join(found[0].split())
        for found in CHANNEL.finditer(sentence)
        if CHANNEL_CREDITED.search(sentence[: found.start()]) or CHANNEL_CREDITS.match(sentence[found.end() :])
    )
    return tuple(find_credits(sentence)), tuple(channels)


def teller_of(side: Side) -> str:
    """Whom the figure is attributed to, else whom its sentence names as the one who says all of it; "" for nobody."""
    return side.attribution or _teller_in(side.sentence)


@lru_cache(maxsize=SENTENCES)
def _teller_in(sentence: str) -> str:
    if len(sentence) > LONGEST_SENTENCE:
        return ""
    found = next((match for pattern in TELLERS if (match := pattern.search(sentence))), None)
    return found[1].strip() if found else ""


@lru_cache(maxsize=NAMES)
def voice_of(name: str) -> Voice | None:
    """The voice that a name is of, as an attribution writes it; None where it names nobody in particular."""
    written = [POSSESSIVE.sub("", word) for word in NAME.findall(name)]
    if not written or len(written) > MOST_WORDS:
        return None
    bare = [word.replace(".", "") for word in written]
    acronyms = frozenset(word.lower() for word in bare if len(word) > 1 and word.isupper())
    if not (NO_NAMES - acronyms).isdisjoint(word.lower() for word in bare):
        return None
    words = frozenset(spell_name(name).split()) - VAGUE_VOICES
    if not words:
        return None
    capitals = [word for word in bare if word[:1].isupper() and word.lower() not in VAGUE_VOICES]
    initials = "".join(word if word.isupper() else word[0] for word in capitals) if len(capitals) > 1 else ""
    return Voice(name.strip(), words, initials.lower(), acronyms)


def spell_name(name: str) -> str:
    """The words of a name in lower case, without points and possessives, in one form where there are two."""
    said = f" {' '.join(POSSESSIVE.sub('', word).replace('.', '').lower() for word in NAME.findall(name))} "
    for long, short in ONE_NAME.items():
        said = said.replace(f" {long} ", f" {short} ")
    return said.strip()
