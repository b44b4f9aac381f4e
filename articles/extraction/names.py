"""Names of speakers: runs of capitalised words, and the phrases that name a role instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from articles.extraction.tokens import BREAK, Tokens

Run = tuple[int, int]
LONGEST_ROLE: Final = 14
MAX_BACK: Final = 120
LONGEST_NAME: Final = 12
HYPHENS: Final = frozenset({"-", "‑", "–"})
ROLE_ENDS: Final = frozenset([BREAK, ".", ";", ":", '"', "“", "”", "—", "–", ",", "("])


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """How a language writes names, as tables of words in lower case.

    `no_names` are words that name nobody though a capital begins them, `stops` the small words, `acronyms` the small
    words that are names in capitals ("WHO"), `particles` stand within names ("von der"), `titles` before them ("Mr"),
    `roles` name who somebody is, `institutions` what is no person. A phrase of a role ends before `after_role`; a name
    after `belonging` belongs to the role ("a spokesman for John Kerry"). After one of the `first_names` a
    role is a surname; after one of `before_months` such a word is the month.
    """

    no_names: frozenset[str]
    stops: frozenset[str]
    acronyms: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    institutions: frozenset[str]
    after_role: frozenset[str]
    belonging: frozenset[str]
    first_names: frozenset[str] = frozenset()
    before_months: frozenset[str] = frozenset()

    def is_name_word(self, tokens: Tokens, index: int) -> bool:
        """Whether a token can be part of a name: capitalised, no weekday or month."""
        word, low = tokens.word[index], tokens.low[index]
        if not word[:1].isupper():
            return False
        if low not in self.no_names and (low not in self.stops or len(word) > 3 or word in self.acronyms):
            return True
        return low in self.first_names and self._begins_name(tokens, index)

    def _begins_name(self, tokens: Tokens, index: int) -> bool:
        """Whether a word that is a month or a small word too is a first name here: "Jan Pruitt", "Don Feld"."""
        following = tokens.word[index + 1]
        return (
            following[:1].isupper()
            and tokens.low[index + 1] not in self.roles
            and tokens.low[index + 1] not in self.no_names
            and (tokens.low[index] not in self.no_names or tokens.low[index - 1] not in self.before_months)
        )

    def name_from(self, tokens: Tokens, index: int) -> Run | None:
        """The run of capitalised words that begins at a token: "Abdoulaye Diop", "Ursula von der Leyen"."""
        if not self.is_name_word(tokens, index):
            return None
        last = index + 1
        while last < index + LONGEST_NAME and (step := self._step(tokens, last)):
            last += step
        return index, last

    def _step(self, tokens: Tokens, last: int) -> int:
        """How many tokens a name goes on past its last one: none where it ends."""
        low, mark = tokens.low, tokens.low[last]
        if self.is_name_word(tokens, last):
            return 1
        if self.is_name_word(tokens, last + 1):
            if mark == "." and len(tokens.word[last - 1]) > 1 and low[last - 1] not in self.titles:
                return 0
            is_joined = mark in ("-", "'", "’", ".") and tokens.touches(last)
            return 2 if is_joined or mark == "&" or mark in self.particles else 0
        if self.is_name_word(tokens, last + 2):
            is_double = low[last + 1] in HYPHENS or low[last + 1] in self.particles
            is_titled = mark == "." and low[last - 1] in self.titles and low[last + 1] in self.particles
            return 3 if is_titled or (mark in self.particles and is_double) else 0
        return 0

    def name_before(self, tokens: Tokens, end: int, floor: int) -> Run | None:
        """The run of capitalised words that ends just before a token, not reaching before `floor`."""
        first, floor = end, max(floor, end - LONGEST_NAME)
        while first > floor:
            low = tokens.low[first - 1]
            if self.is_name_word(tokens, first - 1):
                first -= 1
            elif (
                first < end and low in HYPHENS and first - 2 >= floor and tokens.low[first - 2] in self.particles
            ) or (
                (low == "&" and first < end and first - 2 >= floor and self.is_name_word(tokens, first - 2))
                or (
                    low in ("-", "'", "’")
                    and tokens.touches(first)
                    and first - 2 >= floor
                    and self.is_name_word(tokens, first - 2)
                )
                or (
                    low == "."
                    and first - 2 >= floor
                    and (len(tokens.word[first - 2]) == 1 or tokens.low[first - 2] in self.titles)
                )
                or (
                    low in self.particles
                    and first < end
                    and first - 2 >= floor
                    and self.is_name_word(tokens, first - 2)
                )
            ):
                first -= 2
            else:
                break
        if floor < first < end and self._opens_with_particle(tokens, first - 1):
            first -= 1
        return (first, end) if first < end else None

    def _opens_with_particle(self, tokens: Tokens, index: int) -> bool:
        """Whether a word opens a surname that stands alone: "de Blasio said"."""
        low = tokens.low[index]
        return low in self.particles and low not in self.belonging and tokens.low[index - 1] not in self.stops

    def person_in(self, tokens: Tokens, run: Run) -> Run:
        """The name alone within a run that begins with a role: "Foreign Minister Sergei Lavrov" -> "Sergei Lavrov"."""
        first, last = run
        if tokens.low[last - 1] in self.institutions:
            return run
        for index in range(first, last):
            low = tokens.low[index]
            if (low in self.roles or low in self.titles or low in self.institutions) and index + 1 < last:
                first = index + 1
        while first < last - 1 and tokens.low[first] in (".", "-", "'", "’"):
            first += 1
        return first, last

    def looks_like_person(self, tokens: Tokens, run: Run) -> bool:
        """Whether a capitalised run reads like the full name of a person: two to four words, no institution's."""
        first, last = run
        words = [tokens.low[i] for i in range(first, last) if tokens.word[i][:1].isalpha()]
        return (
            2 <= len(words) <= 5
            and not any(word in self.institutions or word in self.roles for word in words[:-1])
            and words[-1] not in self.institutions
            and (words[-1] not in self.roles or words[0] in self.first_names)
            and (not all(tokens.word[i].isupper() for i in range(first, last) if tokens.word[i].isalpha()))
        )

    def speaker_from(self, tokens: Tokens, index: int, end: int) -> Run | None:
        """The speaker named from a token on: a name after its role, else the phrase ("a spokesman for the UN")."""
        run = self.name_from(tokens, index)
        if run is not None and run[1] <= end:
            person = self.person_in(tokens, run)
            is_named = person == run or self.looks_like_person(tokens, person)
            return self._name_in_apposition(tokens, run) or (person if is_named else run)
        place = index
        while place < min(end, index + LONGEST_ROLE) and not self._ends_role(tokens, place, index):
            run = self.name_from(tokens, place) if place > index else None
            if run is None:
                place += 1
                continue
            person = self.person_in(tokens, run)
            if self.looks_like_person(tokens, person) and tokens.low[run[0] - 1] not in self.belonging:
                return person
            place = run[1]
        if place == index:
            return None
        after = self.name_from(tokens, place + 1) if tokens.low[place] == "," else None
        return after if after is not None and self.looks_like_person(tokens, after) else (index, place)

    def _ends_role(self, tokens: Tokens, place: int, index: int) -> bool:
        """Whether a word ends the phrase of a role: a mark, or a word that begins what was said, when or where."""
        word = tokens.low[place]
        return word in ROLE_ENDS or (place > index and word in self.after_role)

    def _name_in_apposition(self, tokens: Tokens, run: Run) -> Run | None:
        """ "Mali's foreign minister, Abdoulaye Diop": the name between commas after a role that names nobody."""
        if self.looks_like_person(tokens, self.person_in(tokens, run)) or tokens.low[run[1]] != ",":
            return None
        other = self.name_from(tokens, run[1] + 1)
        return other if other is not None and self.looks_like_person(tokens, other) else None

    def full_name(self, tokens: Tokens, run: Run) -> Run:
        """The fullest earlier mention of somebody who is named by surname here."""
        first, last = run
        if last - first != 1 or not tokens.word[first][:1].isupper():
            return run
        surname = tokens.word[first]
        for place in range(first - 1, max(first - 4000, -1), -1):
            if tokens.word[place] == surname:
                whole = self.name_before(tokens, place + 1, 0)
                if whole is not None:
                    person = self.person_in(tokens, whole)
                    if self.looks_like_person(tokens, person):
                        return person
        return run

    def person_before(self, tokens: Tokens, index: int) -> Run | None:
        """The person named last before a token, no name that belongs to another: whom a pronoun there stands for."""
        place = index
        while place > max(index - MAX_BACK, 0):
            place -= 1
            if not self.is_name_word(tokens, place):
                continue
            run = self.name_before(tokens, place + 1, 0)
            if run is None:
                continue
            person = self.person_in(tokens, run)
            if tokens.low[run[0] - 1] in self.belonging:
                place = run[0]
                continue
            if self.looks_like_person(tokens, person):
                return person
            if person[1] - person[0] == 1:
                whole = self.full_name(tokens, person)
                if whole != person:
                    return whole
            place = run[0]
        return None
