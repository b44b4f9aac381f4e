"""The draft checker: a story being written, held against the facts of a sheet; nothing of it is kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from articles.extraction import choose_language, extract
from articles.extraction.languages import CODES
from articles.extraction.readings import Reading
from articles.intake import Document
from articles.models import VagueNumber
from articles.values import Kind
from factsheet.known import choose_known
from factsheet.marks import Mark, mark_answers, quotable, suggested
from factsheet.models import Evidence, Fact, FactSheet, in_reading_order
from factsheet.reconcile import ArticleReadings, Side
from factsheet.reconcile.drafts import CheckedClaim, check_draft
from factsheet.reconcile.standings import FactState, SheetFact, Standing, as_printed
from factsheet.sides import WITHDRAWN, key_of_fact, load_sides, number_of_fact, side_in_force

# So many claims of a story are checked; a story has some dozens.
MOST_CLAIMS = 1000

# What has to be looked at before the story is printed, the worst first.
TROUBLES = (Standing.DEVIATES, Standing.DISPUTED, Standing.NOT_ESTABLISHED)

# Each standing in a word, with the shape and the colour by which a reader knows it from other screens.
SHOWN = {
    Standing.DEVIATES: ("conflict", _("deviates")),
    Standing.DISPUTED: ("disputed", _("disputed")),
    Standing.NOT_ESTABLISHED: ("not_established", _("not established")),
    Standing.OPEN: ("open", _("not settled")),
    Standing.UNKNOWN: ("none", _("unknown")),
    Standing.AGREES: ("agree", _("agrees")),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims of the story have a standing."""

    standing: Standing
    number: int

    @property
    def tone(self) -> str:
        """The name of its shape and of its colour."""
        return SHOWN[self.standing][0]

    @property
    def word(self) -> str:
        """What it is called."""
        return str(SHOWN[self.standing][1])


@dataclass(frozen=True, slots=True)
class DraftNote:
    """A claim of the story beside the fact that it speaks of; `number` counts from 1 in the order of the text.

    `put_right_in` is the number of the claim in whose corrected sentence this one is put right too, 0 for its own;
    `mark` is where the sentence stands that the answer of the fact rests on.
    """

    number: int
    claim: CheckedClaim
    fact: Fact | None
    put_right_in: int = 0
    mark: Mark | None = None

    @property
    def quoted(self) -> dict[str, Mark]:
        """Where the sentence stands of what is quoted beside the claim."""
        return {quotable(self.words): self.mark} if self.mark else {}

    @property
    def tone(self) -> str:
        """The name of the shape and of the colour of its standing."""
        return SHOWN[self.claim.standing][0]

    @property
    def word(self) -> str:
        """What its standing is called."""
        return str(SHOWN[self.claim.standing][1])

    @property
    def is_trouble(self) -> bool:
        """Whether it cannot be printed as it is."""
        return self.claim.standing in TROUBLES

    @property
    def words(self) -> str:
        """The answer as the sheet has it: what is printed, or what is suggested while the fact is open."""
        return "" if self.fact is None else words_of(self.fact)

    @property
    def wording(self) -> str:
        """The agreed words for what cannot be told as a fact."""
        return self.words if self.is_trouble and self.claim.standing is not Standing.DEVIATES else ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the story: the words of a claim with its note, or what stands between two."""

    text: str
    note: DraftNote | None = None


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A story as it was checked; the stretches joined are its text.

    `unmentioned` are the decided facts of the sheet that no claim speaks of, `marks` where the sentences stand that
    answers rest on. `is_cut` says that the story has more claims than were checked.
    """

    text: str
    language: str
    stretches: list[Stretch]
    notes: list[DraftNote]
    unmentioned: list[Fact]
    marks: Mapping[int, Mark]
    is_cut: bool

    @property
    def tallies(self) -> list[Tally]:
        """How many claims have each standing that any has, those to be looked at first."""
        found = Counter(note.claim.standing for note in self.notes)
        return [Tally(standing, found[standing]) for standing in SHOWN if found[standing]]

    @property
    def troubles(self) -> int:
        """How many claims cannot be printed as they are."""
        return sum(note.is_trouble for note in self.notes)


def draft_page(sheet: FactSheet, document: Document, *, published: date | None, timezone: str) -> DraftPage:
    """A story checked against a sheet; five queries, and one more where the sheet has suggestions.

    Args:
        sheet: what it is held against.
        document: the story.
        published: the day on which it is to appear, for words such as "on Friday".
        timezone: an IANA name, as for `articles.extraction.extract`.
    """
    vague = VagueNumber.objects.tables()
    language = choose_language(document.text).code
    read = partial(extract, timezone=timezone, language=language, vague=vague)
    readings = read(document.text, published=published, furniture=document.furniture)
    facts = in_reading_order(sheet.facts.select_related("decision", "sheet"))
    printed = partial(
        extract, timezone=timezone, language=sheet.language if sheet.language in CODES else None, vague=vague
    )
    sides = _load_known(sheet)
    known = [_sheet_fact(fact, sides.get(fact.pk, ()), printed(words_of(fact))) for fact in facts]
    told = tuple(readings[:MOST_CLAIMS])
    story = ArticleReadings("draft", document.text, told, published=published, timezone=timezone)
    checked = check_draft(story, known, read)
    marks = mark_answers(facts, _load_suggested(sheet, facts))
    notes = list(_number(checked, {fact.pk: fact for fact in facts}, marks))
    mentioned = {note.fact.pk for note in notes if note.fact}
    return DraftPage(
        text=document.text,
        language=language,
        stretches=cut_stretches(document.text, notes),
        notes=notes,
        unmentioned=[fact for fact in facts if fact.pk not in mentioned and fact.state in DECIDED_STATES],
        marks=marks,
        is_cut=len(readings) > MOST_CLAIMS,
    )


DECIDED_STATES = frozenset({Fact.State.SETTLED, Fact.State.DISPUTED, Fact.State.NOT_ESTABLISHED})


def words_of(fact: Fact) -> str:
    """The answer of a fact in print, its decision loaded; of an open one what is suggested."""
    if fact.state == Fact.State.OPEN:
        words: str = (fact.suggestion or {}).get("text", "")
        return words
    return fact.decision.answer if fact.decision else ""


def _load_known(sheet: FactSheet) -> Mapping[int, list[Side]]:
    """The evidence by which each fact is known, and all that tells on a disputed one; two queries."""
    live = sheet.evidence.filter(fact__isnull=False).exclude(state=Evidence.State.REJECTED)
    live = live.exclude(stance__in=WITHDRAWN)
    chosen = Q(pk__in=choose_known(sheet.facts.all(), live)) | Q(fact__state=Fact.State.DISPUTED)
    sides: dict[int, list[Side]] = defaultdict(list)
    for item, side in load_sides(live.filter(chosen)):
        sides[item.fact_id or 0].append(side)
    return sides


def _load_suggested(sheet: FactSheet, facts: Iterable[Fact]) -> QuerySet[Evidence]:
    """The evidence whose values are suggested, with as much of its claims as tells where they stand."""
    keys = [key for fact in facts if fact.state == Fact.State.OPEN and (key := suggested(fact))]
    return sheet.evidence.filter(pk__in=keys).select_related("claim").only("sheet", "claim__article")


def _sheet_fact(fact: Fact, sides: Sequence[Side], printed: Sequence[Reading]) -> SheetFact:
    # The words that narrow what a fact asks stand in its label or beside it.
    label = f"{fact.label} {fact.scope}".strip()
    answer = side_in_force(fact)
    if answer is not None:
        answer = replace(as_printed(answer, printed), sentence=label)
    return SheetFact(
        key=key_of_fact(fact.pk),
        state=FactState(fact.state),
        label=label,
        kind=Kind(fact.kind),
        unit=fact.unit or None,
        sides=tuple(sides),
        answer=answer,
        words=words_of(fact),
    )


def _number(
    checked: Sequence[CheckedClaim], facts: Mapping[int, Fact], marks: Mapping[int, Mark]
) -> Iterator[DraftNote]:
    """The notes of the claims; a sentence with several things to put right is shown with the first of them."""
    first: dict[int, int] = {}
    for number, claim in enumerate(checked, start=1):
        sentence = claim.side.start - claim.side.offset
        shown_in = first.setdefault(sentence, number) if claim.correction else number
        fact = None if claim.fact is None else facts[number_of_fact(claim.fact)]
        mark = marks.get(fact.pk) if fact else None
        yield DraftNote(number, claim, fact, 0 if shown_in == number else shown_in, mark)


def cut_stretches(text: str, notes: Sequence[DraftNote]) -> list[Stretch]:
    """Cut a text before and after each claim; the claims stand in its order, and none overlaps another."""
    stretches: list[Stretch] = []
    at = 0
    for note in notes:
        side = note.claim.side
        if side.start > at:
            stretches.append(Stretch(text[at : side.start]))
        stretches.append(Stretch(text[side.start : side.end], note))
        at = side.end
    if at < len(text):
        stretches.append(Stretch(text[at:]))
    return stretches
