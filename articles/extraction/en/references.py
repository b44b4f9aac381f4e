"""Whom the words for somebody stand for: a pronoun, a surname, a role, somebody's writing.

One mention is traced to another after Hobbs, "Resolving pronoun references" (Lingua 44, 1978): in this sentence and
then in those before it, the nearest first and each from left to right; a subject goes before all other names, as in
centering (Grosz, Joshi and Weinstein, Computational Linguistics 21, 1995).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from articles.extraction.en.clauses import GENITIVE, OWNERS, can_speak, head_of
from articles.extraction.en.first_names import MEN, WOMEN
from articles.extraction.en.names import NAMES
from articles.extraction.en.nouns import is_person, is_plural, singular
from articles.extraction.en.openings import main_subject
from articles.extraction.en.people import FEMALE, MALE, People
from articles.extraction.en.speech_words import ALLEGIANCES, GROUPS, INSTITUTIONS, PRONOUNS, ROLES, TITLES, WRITINGS
from articles.extraction.names import Run
from articles.extraction.tokens import BREAK, Tokens

# How many sentences back an antecedent is looked for, and how much of a sentence is looked at.
PERSON_REACH: Final = 10
GROUP_REACH: Final = 3
SENTENCE_REACH: Final = 150
# How many steps lead from one mention to the next.
STEPS: Final = 4
ROLE_REACH: Final = 600
ROLE_LENGTH: Final = 6
INTRODUCED_REACH: Final = 150
TITLES_BACK: Final = 8
ASIDE: Final = 7
# The pronouns by the subject's form.
REFERRING: Final = {"he": "he", "his": "he", "she": "she", "her": "she", "they": "they", "their": "they", "it": "it"}
SEXES: Final = {"he": MALE, "she": FEMALE}
# What follows "her" where it is an object.
AFTER_OBJECT: Final = frozenset(", of as . to for on a an the and in with that".split())
# Titles before a name, by the role that they are short for.
TITLES_OF: Final = {
    "governor": ("gov",),
    "senator": ("sen",),
    "representative": ("rep",),
    "congressman": ("rep", "representative"),
    "congresswoman": ("rep", "representative"),
    "lawmaker": ("rep", "sen"),
    "reverend": ("rev",),
    "pastor": ("rev",),
    "general": ("gen",),
    "colonel": ("col",),
    "captain": ("capt",),
    "sergeant": ("sgt",),
    "doctor": ("dr",),
    "professor": ("prof",),
}
# A leader is of one land or party among many: the word alone ties nobody to the sentence before.
TOO_WIDE: Final = frozenset({"leader", "man", "woman", "official", "victim"})


class References:
    """The mentions of one narration, each traced to the fullest name that the text gives."""

    def __init__(self, tokens: Tokens) -> None:
        """`tokens` are a narration: what is said within quotations is not looked at."""
        self._tokens = tokens

    @cached_property
    def people(self) -> People:
        """The people whom the narration names."""
        return People(self._tokens)

    def stand_for(self, run: Run, steps: int = STEPS) -> Run:
        """The fullest name of whom a pronoun, a surname or a role stands for; else the words themselves."""
        first, last = run
        tokens = self._tokens
        if steps == 0:
            return run
        if last - first == 1 and tokens.low[first] in REFERRING:
            return self._behind_pronoun(first, steps - 1) or run
        if NAMES.is_name_word(tokens, last - 1) and tokens.low[first] != "the":
            return self.people.full_name(run)
        return self._behind_writing(run, steps - 1) or self._behind_role(run, steps - 1) or run

    def _behind_pronoun(self, place: int, steps: int) -> Run | None:
        """Whom a pronoun stands for; where "it" says something and is no group, whom the sentence before is about."""
        pronoun = REFERRING[self._tokens.low[place]]
        if pronoun in SEXES:
            return self._antecedent(place, pronoun, PERSON_REACH, steps)
        found = self._antecedent(place, pronoun, GROUP_REACH, steps)
        if found is None and pronoun == "it":
            return self._antecedent(place, "", GROUP_REACH, steps)
        return found

    def _antecedent(self, place: int, pronoun: str, reach: int, steps: int) -> Run | None:
        for number, (start, stop) in enumerate(self._sentences_back(place)):
            if number >= reach:
                break
            if number or not self._is_object(pronoun, start, stop):
                found = self._candidate(pronoun, start, stop, steps)
                if found is not None:
                    return found
        return None

    def _sentences_back(self, place: int) -> Iterator[Run]:
        """The words of its sentence before a token, then the sentences before it, the nearest first."""
        starts, stop = self._tokens.sentences, place
        number = bisect_right(starts, place) - 1
        for each in range(number, -1, -1):
            if stop - starts[each] > 1 or each == number:
                yield max(starts[each], stop - SENTENCE_REACH), stop
            stop = starts[each]

    def _is_object(self, pronoun: str, start: int, stop: int) -> bool:
        """Whether the words before a pronoun have it for an object: no name there is whom it stands for."""
        low = self._tokens.low
        if pronoun == "he":
            return "him" in low[start:stop]
        return pronoun == "she" and any(
            low[each] == "her" and low[each + 1] in AFTER_OBJECT for each in range(start, stop)
        )

    def _candidate(self, pronoun: str, start: int, stop: int, steps: int) -> Run | None:
        """Whom of a sentence a pronoun may stand for."""
        low, people = self._tokens.low, self.people
        subject = main_subject(self._tokens, start, stop)
        if subject is not None and low[subject[0]] in PRONOUNS:
            if low[subject[0]] == pronoun:
                return None  # the same person, named further back
            subject = None
        if pronoun in ("they", "it"):
            return self._group(subject, is_many=pronoun == "they")
        wanted = SEXES.get(pronoun)
        if subject is not None and "and" in low[subject[0] : subject[1]]:
            subject = None
        if subject is not None and self._fits(subject, wanted):
            return self.stand_for(subject, steps)
        unsure: Run | None = None
        for run in people.names(start, stop):
            if people.is_person(run):
                sex = people.sex(run)
                if sex is not None and wanted in (sex, None):
                    return people.full_name(run)
                unsure = unsure or (run if sex is None and people.is_known(run) else None)
        return None if unsure is None else people.full_name(unsure)

    def _fits(self, run: Run, wanted: str | None) -> bool:
        """Whether a subject is one person of the sex that is wanted."""
        if wanted is not None and self.people.sex(run) not in (wanted, None):
            return False
        is_phrase = self._tokens.low[run[0]] in OWNERS and self._tokens.word[run[0] + 1].islower()
        if NAMES.is_name_word(self._tokens, run[1] - 1) and not is_phrase:
            return self.people.is_person(run) or self.people.is_lone_name(run)
        head = head_of(self._tokens, run)
        return (is_person(head) or head in ROLES) and not is_plural(head) and head not in GROUPS

    def _group(self, subject: Run | None, *, is_many: bool) -> Run | None:
        """A subject that "they" or "it" can stand for: several people, an institution."""
        if subject is None or not can_speak(self._tokens, subject):
            return None
        low, (first, last) = self._tokens.low, subject
        if "and" in low[first:last]:
            return subject if is_many else None
        head = head_of(self._tokens, subject)
        if is_person(head) or head in GROUPS or head in INSTITUTIONS:
            return subject if is_plural(head) == is_many or not is_person(head) else None
        if singular(head) in WRITINGS:
            return None if is_many else subject
        is_thing = NAMES.is_name_word(self._tokens, last - 1) and not self.people.is_person(subject)
        return subject if is_thing and not is_many else None

    def _behind_writing(self, run: Run, steps: int) -> Run | None:
        """Whoever's writing speaks: the man of "his statement", Ryan of "Ryan's letter"."""
        tokens, (first, last) = self._tokens, run
        if head_of(tokens, run) not in WRITINGS:
            return None
        if tokens.low[first] in OWNERS and tokens.low[first] in REFERRING:
            return self._behind_pronoun(first, steps)
        name = NAMES.name_from(tokens, first)
        if name is not None and name[1] < last and tokens.low[name[1]] in GENITIVE:
            return self.stand_for(NAMES.person_in(tokens, name), steps)
        return None

    def _behind_role(self, run: Run, steps: int) -> Run | None:
        """Whom the text calls by a role, "Gov. John Kasich"; else whom the sentence before is about."""
        tokens = self._tokens
        low, (first, last) = tokens.low, run
        head = head_of(tokens, run)
        if low[first] != "the" or last - first > ROLE_LENGTH or is_plural(head) or low[last - 1] != head:
            return None
        found = self._holder(head, first) if head in ROLES else None
        if found is not None:
            return found
        can_refer = is_person(head) or head in ROLES or head in ALLEGIANCES
        if not can_refer or head in TOO_WIDE or self._is_introduced(head, first):
            return None
        is_plain = tokens.word[first + 1 : last] == low[first + 1 : last]
        wanted = MALE if head in MEN else FEMALE if head in WOMEN else None
        return self._subject_before(first, wanted, steps, is_near=is_plain)

    def _subject_before(self, place: int, wanted: str | None, steps: int, *, is_near: bool) -> Run | None:
        """Whom the sentence before names as its subject; if `is_near`, only within the paragraph."""
        tokens = self._tokens
        sentences = self._sentences_back(place)
        start, _ = next(sentences)
        before = next(sentences, None)
        if before is None or (is_near and tokens.word[start - 1] == BREAK):
            return None
        if any(self.people.is_person(run) for run in self.people.names(start, place)):
            return None
        subject = main_subject(tokens, *before)
        if subject is None or (tokens.low[subject[0]] in PRONOUNS and tokens.low[subject[0]] not in SEXES):
            return None
        found = self.stand_for(subject, steps)
        if not NAMES.is_name_word(tokens, found[1] - 1):
            return None
        return found if self._fits(found, wanted) else None

    def _is_introduced(self, head: str, first: int) -> bool:
        """Whether an unnamed bearer of the role came before: "a spokesman ... the spokesman"."""
        low = self._tokens.low
        if head not in low[max(first - INTRODUCED_REACH, 0) : first]:
            return False
        return any(
            low[place] == head and not NAMES.is_name_word(self._tokens, place + 1)
            for place in range(max(first - INTRODUCED_REACH, 0), first)
        )

    def _holder(self, role: str, before: int) -> Run | None:
        """The last one before a token whom a title or an aside gives that role."""
        low, known = self._tokens.low, (role, *TITLES_OF.get(role, ()))
        floor = max(before - ROLE_REACH, 0)
        stretch = low[floor:before]
        places = {
            floor + place for word in known if word in stretch for place, each in enumerate(stretch) if each == word
        }
        for title in known:
            titled = self.people.places(title.capitalize())
            number = bisect_left(titled, before)
            places.update(titled[max(number - TITLES_BACK, 0) : number])
        for place in sorted(places, reverse=True)[:TITLES_BACK]:
            found = self._named_after(place) or self._named_before(place)
            if found is not None:
                return found
        return None

    def _named_after(self, role: int) -> Run | None:
        """ "Gov. John Kasich", "the governor, John Kasich"."""
        low = self._tokens.low
        name = NAMES.name_from(
            self._tokens, role + 1 + (low[role + 1] == "," or (low[role + 1] == "." and low[role] in TITLES))
        )
        if name is None:
            return None
        person = self.people.full_name(NAMES.person_in(self._tokens, name))
        is_title = low[role] in TITLES or (name[0] == role + 1 and self._tokens.word[role][:1].isupper())
        return person if is_title or NAMES.looks_like_person(self._tokens, person) else None

    def _named_before(self, role: int) -> Run | None:
        """ "James Comey, the bureau's director"."""
        low, comma = self._tokens.low, role
        while comma > role - ASIDE and low[comma] != ",":
            comma -= 1
        name = (
            NAMES.name_before(self._tokens, comma, 0)
            if low[comma] == "," and low[comma + 1] not in ("and", "but")
            else None
        )
        if name is None:
            return None
        person = self.people.full_name(NAMES.person_in(self._tokens, name))
        return person if NAMES.looks_like_person(self._tokens, person) else None
