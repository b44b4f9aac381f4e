"""The people whom a text names: their full names, and whether they are men or women."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import compress, count
from operator import ne
from typing import Final

from articles.extraction.en.clauses import head_of
from articles.extraction.en.first_names import FEMALE_NAMES, HE, MALE_NAMES, MEN, SHE, WOMEN
from articles.extraction.en.names import NAMES
from articles.extraction.en.nouns import is_person
from articles.extraction.en.speech_words import (
    ALLEGIANCES,
    INSTITUTIONS,
    PARTICLES,
    ROLES,
    SPEECH_VERBS,
    SUFFIXES,
    TITLES,
)
from articles.extraction.names import Run
from articles.extraction.tokens import BREAK, Tokens

# How many mentions of a word are looked at: what they do not tell, more will not.
MENTIONS: Final = 40
# So far on a bare surname still means the member of the family who was named last.
NEAR: Final = 40
PRONOUN_REACH: Final = 14
MALE: Final = "male"
FEMALE: Final = "female"
FIRST_NAMES: Final = MALE_NAMES | FEMALE_NAMES
# An aside that begins so tells who somebody is.
EXPLAINING: Final = frozenset("a an the who whose one".split())
# A name after these is a thing or a place, unless its first name is known.
NOT_BEFORE_PEOPLE: Final = frozenset("the a an in at near outside inside across into around".split())


class People:
    """The people of one text; looking one up costs no more in a long text than in a short one."""

    def __init__(self, tokens: Tokens) -> None:
        """`tokens` are a narration: names within quotations are not looked at."""
        self._tokens = tokens
        self._capitals = list(compress(count(), map(ne, tokens.word, tokens.low)))
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        places, word = self._places, tokens.word
        for place in self._capitals:
            places[word[place]].append(place)
        self._full: dict[str, list[Run]] = {}
        self._sexes: dict[str, str | None] = {}

    def places(self, word: str) -> list[int]:
        """The tokens that are a word with a capital, in order."""
        return self._places.get(word, [])

    def names(self, start: int, stop: int) -> Iterator[Run]:
        """The names between two tokens, without titles and roles."""
        place = start
        for number in range(bisect_left(self._capitals, start), len(self._capitals)):
            capital = self._capitals[number]
            if capital >= stop:
                return
            run = NAMES.name_from(self._tokens, capital) if capital >= place else None
            if run is not None:
                place = run[1]
                yield NAMES.person_in(self._tokens, run)

    def full_name(self, run: Run) -> Run:
        """The fullest mention of somebody who is named by surname or first name; of several people the nearest."""
        first, last = run
        if not self._is_one_word(run):
            return run
        mentions = [each for each in self._mentions(self._tokens.word[last - 1]) if each[1] - each[0] > last - first]
        earlier = [mention for mention in mentions if mention[0] <= first]
        if not earlier:
            return mentions[0] if mentions else run
        nearest, title = earlier[-1], self._sex_by_title(first)
        if title is not None and self._sex_of_full(nearest) not in (title, None):
            return next((each for each in reversed(earlier) if self._sex_of_full(each) == title), nearest)
        # A family's other members are named in full each time: the bare surname is the first one's, but right after.
        if self._tokens.slice(*nearest) != self._tokens.slice(*earlier[0]) and first - nearest[1] > NEAR:
            return earlier[0]
        return nearest

    def sex(self, run: Run) -> str | None:
        """Whether a mention is of a man or of a woman, by title, first name, noun, or the pronouns that follow it."""
        if not NAMES.is_name_word(self._tokens, run[1] - 1):
            head = head_of(self._tokens, run)
            return MALE if head in MEN else FEMALE if head in WOMEN else None
        return self._sex_by_title(run[0]) or self._sex_of_full(self.full_name(run))

    def is_person(self, run: Run) -> bool:
        """Whether a run of capitalised words names a person: a full name, or a surname with a title or of one."""
        tokens, (first, last) = self._tokens, run
        if any(tokens.low[place] in INSTITUTIONS for place in range(first, last)):
            return False
        if tokens.low[first] in FIRST_NAMES or self._sex_by_title(first):
            return True
        if last - first == 1:
            return self.full_name(run) != run or (self.is_lone_name(run) and self._speaks(tokens.word[first]))
        return NAMES.looks_like_person(tokens, run) and tokens.low[first - 1] not in NOT_BEFORE_PEOPLE

    def is_known(self, run: Run) -> bool:
        """Whether the text tells more of a name than that it is one: a role, a verb of speech, a second mention."""
        return len(self.places(self._tokens.word[run[1] - 1])) > 1 or self._is_introduced(run)

    def is_lone_name(self, run: Run) -> bool:
        """Whether a name is one word that may well be a surname: no institution, no party, no people."""
        low = self._tokens.low[run[0]]
        return run[1] - run[0] == 1 and low not in INSTITUTIONS and low not in ALLEGIANCES and not is_person(low)

    def _is_one_word(self, run: Run) -> bool:
        """Whether a name is a surname alone: "Trump", "O'Keefe", "al-Rashid", "de Blasio"."""
        tokens, (first, last) = self._tokens, run
        return all(tokens.touches(place) or tokens.low[place - 1] in PARTICLES for place in range(first + 1, last))

    def _speaks(self, word: str) -> bool:
        low = self._tokens.low
        return any(low[place + 1] in SPEECH_VERBS or low[place - 1] in ROLES for place in self.places(word)[:MENTIONS])

    def _mentions(self, word: str) -> list[Run]:
        """Where a text names somebody in full with the word in it: as a surname, else as a first name."""
        if word not in self._full:
            tokens = self._tokens
            as_last: list[Run] = []
            as_first: list[Run] = []
            for place in self.places(word)[:MENTIONS] if word.lower() not in INSTITUTIONS else ():
                before, after = NAMES.name_before(tokens, place + 1, 0), NAMES.name_from(tokens, place)
                if before is None or after is None:
                    continue
                person = NAMES.person_in(tokens, before)[0], after[1]
                if NAMES.looks_like_person(tokens, person):
                    is_last = all(low in SUFFIXES or low in ",." for low in tokens.low[place + 1 : person[1]])
                    if is_last:
                        as_last.append(person)
                    elif word.lower() in FIRST_NAMES or self._is_introduced(person):
                        as_first.append(person)
            self._full[word] = as_last or as_first
        return self._full[word]

    def _is_introduced(self, run: Run) -> bool:
        """Whether a role stands before a name, or a verb of speech after it: "spokeswoman Hua Chunying"."""
        low, (first, last) = self._tokens.low, run
        role = low[first - 1 - (low[first - 1] in ",.")]
        is_explained = low[last] == "," and (low[last + 1] in EXPLAINING or low[last + 1].isdecimal())
        return role in ROLES or role in TITLES or low[last] in SPEECH_VERBS or is_explained

    def _sex_by_title(self, first: int) -> str | None:
        low = self._tokens.low
        title = low[first - 1 - (low[first - 1] == ".")]
        return FEMALE if title in WOMEN else MALE if title in MEN else None

    def _sex_of_full(self, run: Run) -> str | None:
        tokens, (first, last) = self._tokens, run
        name, surname = tokens.low[first], tokens.word[last - 1]
        if name in FIRST_NAMES:
            return FEMALE if name in FEMALE_NAMES else MALE
        if surname not in self._sexes:
            self._sexes[surname] = self._sex_by_pronouns(surname)
        return self._sexes[surname]

    def _sex_by_pronouns(self, surname: str) -> str | None:
        """By the titles before a name, and by the first pronoun that follows it in its sentence."""
        men = women = 0
        for place in self.places(surname)[:MENTIONS]:
            title = self._sex_by_title(place)
            if title is not None:
                return title
            for each in range(place + 1, place + PRONOUN_REACH):
                word = self._tokens.low[each]
                if word in (".", BREAK):
                    break
                if (word in HE or word in SHE) and self._tokens.low[each - 1] != ",":
                    men, women = men + (word in HE), women + (word in SHE)
                    break
        return MALE if men > women else FEMALE if women > men else None
