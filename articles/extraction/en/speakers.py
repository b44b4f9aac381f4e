"""Who says quoted words: sieves from the surest sign to the weakest.

The sieves are those of Muzny et al., "A two-stage sieve approach for quote attribution" (EACL 2017): first the mention
that a verb of speech, a colon or the place beside the quotation ties to it, then whom that mention stands for. The
signs are those that O'Keefe et al., "A sequence labelling approach to quote attribution" (EMNLP 2012), count in news.
All of it reads a narration, in which each quotation is one token.
"""

from __future__ import annotations

from typing import Final

from articles.extraction.en.clauses import can_speak
from articles.extraction.en.openings import clause_subject, main_subject
from articles.extraction.en.references import References
from articles.extraction.en.speech_cues import cue_before, possessor_before
from articles.extraction.en.speech_tags import closing_tag, tag_after, trailing_tag
from articles.extraction.names import Run
from articles.extraction.narration import OPEN_QUOTE, QUOTES, Narration
from articles.extraction.tokens import BREAK, Tokens

DIRECT: Final = 5
DIALOGUE: Final = 6


class Speakers:
    """The speakers of the quotations of one narration, found from the first to the last."""

    def __init__(self, narration: Narration, references: References) -> None:
        self._tokens: Tokens = narration.tokens
        self._quotes = narration.quotes
        self._references = references
        self._found: dict[int, Run] = {}
        self._order: list[int] = []
        self.tied: set[int] = set()
        """The quotations that a verb of speech governs: such words are somebody's, even if they look like a title."""

    def find(self) -> list[Run | None]:
        """The speaker of each quotation as a run of the narration's tokens, None where the text names none."""
        for place in self._quotes:
            if place >= 0:
                found = self._tagged(place) or self._implied(place)
                if found is not None:
                    self._found[place] = found
                    self._join_chain(found)
                self._order.append(place)
        return [self._found.get(place) for place in self._quotes]

    def _tagged(self, place: int) -> Run | None:
        """By the words of its own sentence."""
        tokens = self._tokens
        start = tokens.sentence(place)[0]
        is_first = start == place or tokens.low[place - 1] == BREAK
        after = tag_after(tokens, place) if is_first else None
        if after is None or tokens.low[place - 1] == ":":
            before = cue_before(tokens, place, start, self._references.people, self._found)
            if before is not None and not is_first and before.distance <= DIRECT:
                if before.is_speech:
                    self.tied.add(place)
                return self._resolve(before.run)
            after = after or tag_after(tokens, place)
            if before is not None and (after is None or tokens.low[place + 1 : place + 3] == ["according", "to"]):
                return self._resolve(before.run)
        if after is not None:
            self.tied.add(place)
            return self._resolve(after)
        return self._resolve(trailing_tag(tokens, place)) or self._by_subject(place, start)

    def _by_subject(self, place: int, start: int) -> Run | None:
        """The subject of a sentence that a quotation is part of, or whose words the quotation's owner said."""
        tokens = self._tokens
        owner = possessor_before(tokens, place)
        if owner is not None and (found := self._resolve(owner)) is not None and can_speak(tokens, found):
            return found
        if place - start < 2:
            return None
        subject = clause_subject(tokens, start, place)
        if subject is None:
            return None
        found = self._resolve(subject)
        is_one = found is not None and can_speak(tokens, found) and tokens.low[found[0]] not in ("it", "we", "i")
        return found if is_one else None

    def _implied(self, place: int) -> Run | None:
        """By what stands beside it: the sentence before, the quotation before, or the paragraph before."""
        tokens = self._tokens
        previous = self._order[-1] if self._order else None
        if previous is not None and tokens.low[previous] == OPEN_QUOTE and tokens.low[previous + 1] == BREAK:
            return self._found.get(previous)
        start = tokens.sentence(place)[0]
        if start != place and tokens.low[place - 1] not in QUOTES and tokens.low[place - 1] != ":":
            return None  # words within a sentence that nobody in it is said to say
        end = place
        while end > 0 and tokens.low[end - 1] == BREAK:
            end -= 1
        if end == 0:
            return None
        if tokens.low[end - 1] in QUOTES and tokens.low[end - 1] == tokens.low[previous or 0]:
            return self._answer(end - 1, is_apart=end != place)
        begin = tokens.sentence(end - 1)[0]
        inside = [each for each in self._order[-DIALOGUE:] if each >= begin]
        if inside and inside[-1] in self._found:
            return self._answer(inside[-1], is_apart=end != place)
        subject = closing_tag(tokens, begin, end - 1) or main_subject(tokens, begin, end)
        found = None if subject is None else self._resolve(subject)
        if found is not None and can_speak(tokens, found):
            return found
        return None if previous is None or place - previous > 120 else self._found.get(previous)

    def _answer(self, previous: int, *, is_apart: bool) -> Run | None:
        """The speaker of the quotation before; after a question in a paragraph of its own the other of the two."""
        speaker = self._found.get(previous)
        if is_apart and self._tokens.text[self._tokens.end[previous] - 2] == "?" and speaker is not None:
            name = self._tokens.slice(*speaker)
            for other in reversed(self._order[-DIALOGUE:]):
                found = self._found.get(other)
                if found is not None and self._tokens.slice(*found) != name:
                    return found
        return speaker

    def _join_chain(self, found: Run) -> None:
        """Give the paragraphs of a quotation that only the last one attributes its speaker."""
        for number in range(len(self._order) - 1, -1, -1):
            other = self._order[number]
            if self._tokens.low[other] != OPEN_QUOTE or other in self._found:
                return
            self._found[other] = found

    def _resolve(self, run: Run | None) -> Run | None:
        return None if run is None else self._references.stand_for(run)
