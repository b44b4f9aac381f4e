"""Every chain of the history is walked, every stored text and edition read, and what does not hold told line by line.

Rows are read in short pages by their keys, so that memory stays flat and nobody is kept from writing meanwhile. What is
written while it is walked is no break: an act stands in the log from the same moment as what it did.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import DatabaseError, connection
from django.db.models import Model, QuerySet

from articles import guards
from articles.models import GUARDS as ARTICLE_GUARDS
from articles.models import Article, Claim
from factsheet.export.edition import EditionError, PublishedEdition, read_edition
from factsheet.models import GUARDS as SHEET_GUARDS
from factsheet.models import Act, Activity, Citation, Comment, Decision, Edition, Ruling
from factsheet.models.sealing import describe_act, describe_decision, seal
from factsheet.queries.paging import read_pages

Row = TypeVar("Row", bound=Model)
Heads = dict[tuple[str, int], tuple[int, str]]
"""The number and SHA-256 of the newest row of each chain, by what it is of ("acts", "editions") and of which sheet."""

PAGE = 500

# Each stored whole in memory while it is read.
EDITIONS_AT_ONCE = 10

# They may decide the other fact as well, in the same line.
REARRANGING = (Act.FACT_MERGED, Act.FACT_SPLIT)
DECIDING = (
    *(Act.FACT_SETTLED, Act.FACT_DISPUTED, Act.FACT_NOT_ESTABLISHED, Act.FACT_LEFT_OUT, Act.FACT_REOPENED),
    Act.FACT_KEPT,
    *REARRANGING,
)
PUBLISHING = (Act.SHEET_PUBLISHED, Act.SHEET_WITHDRAWN)
DISCUSSING = (Act.FACT_COMMENTED, Act.COMMENT_WITHDRAWN)

# What a value of the wrong type, written by hand, makes of any of the checks.
UNREADABLE = (ArithmeticError, AttributeError, DatabaseError, LookupError, TypeError, ValueError)


@dataclass(slots=True)
class Verification:
    """One walk through the database.

    Attributes:
        noted: heads that were written down before; each has to be found again in its chain.
        heads: of the chains that were walked.
        counts: how many rows of each sort were read.
        told: is called after each page with what is being read and how many there were so far.
    """

    noted: Mapping[tuple[str, int], tuple[int, str]] = field(default_factory=dict)
    heads: Heads = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    told: Callable[[str, int], None] = lambda _what, _count: None
    # The row before the one that is looked at: of which chain, its number and its SHA-256.
    _newest: tuple[tuple[str, int], int, str] = ("", 0), 0, ""

    def run(self) -> Iterator[str]:
        """Whatever does not hold, a line each, as it is found."""
        for name in guards.missing(connection, (*ARTICLE_GUARDS, *SHEET_GUARDS)):
            yield f"guard {name}: is missing; the database does not refuse changes (manage.py migrate puts it back)"
        yield from self._walk("articles", Article.objects.only("sha256", "text"), ("pk",), self._check_articles)
        yield from self._walk("decisions", Decision.objects.all(), ("fact_id", "number"), self._check_decisions)
        yield from self._walk("comments", Comment.objects.all(), ("pk",), self._check_comments)
        rulings = Ruling.objects.select_related("evidence")
        yield from self._walk("rulings", rulings, ("pk",), self._check_rulings)
        editions = Edition.objects.select_related("sheet")
        yield from self._walk("editions", editions, ("sheet_id", "number"), self._check_editions, EDITIONS_AT_ONCE)
        yield from self._walk("acts", Activity.objects.all(), ("chain", "number"), self._check_acts)
        yield from self._find_ends()

    def _walk(
        self,
        what: str,
        rows: QuerySet[Row],
        keys: tuple[str, ...],
        check: Callable[[Sequence[Row]], Iterator[str]],
        size: int = PAGE,
    ) -> Iterator[str]:
        try:
            for page in read_pages(rows, keys, size):
                yield from check(page)
                self.counts[what] += len(page)
                self.told(what, self.counts[what])
        except UNREADABLE as error:
            yield f"{what} after the first {self.counts[what]:,}: cannot be read: {error}"

    def _check_articles(self, page: Sequence[Article]) -> Iterator[str]:
        texts = {}
        for article in page:
            texts[article.pk] = article.text
            if Article.digest(article.text) != article.sha256:
                yield f"article {article.pk}: its text is not the one that was taken in (SHA-256 {article.sha256})"
        claims = Claim.objects.filter(article__in=texts).order_by("pk")
        for pk, article_pk, start, end, words in claims.values_list("pk", "article", "start", "end", "text").iterator():
            if texts[article_pk][start:end] != words:
                yield f"claim {pk}: its words do not stand in article {article_pk} from {start} to {end}"

    def _check_decisions(self, page: Sequence[Decision]) -> Iterator[str]:
        cited: dict[int, list[int]] = defaultdict(list)
        rows = Citation.objects.filter(decision__in=[decision.pk for decision in page]).order_by("decision", "number")
        for key, evidence in rows.values_list("decision", "evidence"):
            cited[key].append(evidence)
        for decision in page:
            name = f"decision {decision.number} on fact {decision.fact_id}"
            content = describe_decision(decision, cited[decision.pk])
            yield from self._follow(("decisions", decision.fact_id), decision, name, seal(content))
        yield from self._miss(page, DECIDING, "decision", "number", "decision")

    def _check_comments(self, page: Sequence[Comment]) -> Iterator[str]:
        yield from self._miss(
            [row for row in page if row.withdraws_id is None], DISCUSSING, "comment_id", "pk", "comment"
        )

    def _check_rulings(self, page: Sequence[Ruling]) -> Iterator[str]:
        """Whether somebody did something to the sheet at the moment at which each is said to have been given."""
        sheets = {row.evidence.sheet_id for row in page}
        lines = Activity.objects.filter(chain__in=sheets, at__in={row.at for row in page})
        done = set(lines.values_list("chain", "actor", "at"))
        for row in page:
            if (row.evidence.sheet_id, row.by_id, row.at) not in done:
                yield f"ruling {row.pk} on claim {row.evidence.claim_id}: no act of the log gave it"

    def _check_editions(self, page: Sequence[Edition]) -> Iterator[str]:
        for row in page:
            name = f"edition {row.number} of “{row.sheet.slug}”"
            body = bytes(row.body)
            yield from self._follow(("editions", row.sheet_id), row, name, hashlib.sha256(body).hexdigest())
            published = Activity.objects.filter(chain=row.sheet_id, act__in=PUBLISHING, details__edition=row.number)
            if not published.exists():
                yield f"{name}: no act of the log published it"
            try:
                yield from _check_body(name, row, read_edition(body))
            except EditionError as error:
                yield f"{name}: {error}"

    def _check_acts(self, page: Sequence[Activity]) -> Iterator[str]:
        for act in page:
            name = f"act {act.number} of {f'sheet {act.chain}' if act.chain else 'no sheet'}"
            yield from self._follow(("acts", act.chain), act, name, seal(describe_act(act)))
        yield from _check_named(page)

    def _follow(self, chain: tuple[str, int], row: Any, name: str, sha256: str) -> Iterator[str]:
        """Whether a row is what it was sealed as, and follows the one before."""
        same, last, previous = self._newest
        if same != chain:
            last, previous = 0, ""
        if row.sha256 != sha256:
            yield f"{name}: is not what was sealed (SHA-256 {row.sha256})"
        if row.number != last + 1:
            yield f"{name}: follows number {last}, so something between them is gone"
        elif row.previous_sha256 != previous:
            yield f"{name}: does not follow the one before"
        noted = self.noted.get(chain)
        if noted and noted[0] == row.number and noted[1] != row.sha256:
            yield f"{name}: is not the one that was written down"
        self._newest = chain, row.number, row.sha256
        # The log names each decision, so nobody has to write their many heads down.
        if chain[0] != "decisions":
            self.heads[chain] = row.number, row.sha256

    def _miss(self, rows: Sequence[Any], acts: Sequence[Act], key: str, attribute: str, what: str) -> Iterator[str]:
        """Rows on facts that no act of the log names; acts from before it named them stand for as many."""
        facts = {row.fact_id for row in rows}
        named: set[tuple[int | None, Any]] = set()
        unnamed: Counter[int | None] = Counter()
        lines = Activity.objects.filter(subject_type="fact", subject_id__in=facts, act__in=acts)
        for act, subject, details in lines.values_list("act", "subject_id", "details").iterator():
            if act in REARRANGING:
                continue
            if key in details:
                named.add((subject, details[key]))
            else:
                unnamed[subject] += 1
        for row in rows:
            if (row.fact_id, getattr(row, attribute)) in named or _rearranged_by(row, key, attribute):
                continue
            if unnamed[row.fact_id]:
                unnamed[row.fact_id] -= 1
                continue
            yield f"{what} {getattr(row, attribute)} on fact {row.fact_id}: no act of the log made it"

    def _find_ends(self) -> Iterator[str]:
        """Chains that are shorter now than when their heads were written down."""
        for (what, sheet), (number, _sha256) in sorted(self.noted.items()):
            last, _ = self.heads.get((what, sheet), (0, ""))
            if last < number:
                yield f"{what} {sheet}: number {number} was written down, and the chain ends with {last}"


def _rearranged_by(row: Any, key: str, attribute: str) -> bool:
    """Whether a decision was made by merging the fact into another, or by taking the two apart again."""
    if key != "decision":
        return False
    said = {"details__other_id": row.fact_id, "details__decision": getattr(row, attribute)}
    return Activity.objects.filter(chain=row.fact.sheet_id, act__in=REARRANGING, **said).exists()


def _check_body(name: str, row: Edition, edition: PublishedEdition) -> Iterator[str]:
    """Whether an edition is the one that its row says, and quotes the stored texts."""
    content = edition.content
    # Editions from before kinds were kept do not say theirs.
    kind = row.kind if content.kind is None else content.kind
    said = content.slug, content.number, content.previous_sha256, content.note, kind
    if said != (row.sheet.slug, row.number, row.previous_sha256, row.note, row.kind):
        yield f"{name}: its body says that it is another"
    citations = list(content.iterate_citations())
    texts = dict(
        Article.objects.filter(pk__in={citation.article_id for citation in citations}).values_list("pk", "text")
    )
    for citation in citations:
        text = texts.get(citation.article_id, "")
        quoted = text[citation.start : citation.end] == citation.text and citation.sentence in text
        if not quoted or Article.digest(text) != citation.article_sha256:
            yield f"{name}: citation {citation.number} does not stand in article {citation.article_id}"


def _check_named(acts: Iterable[Activity]) -> Iterator[str]:
    """Whether what acts of the log name is there, with the digest or the words that they name."""
    wanted: dict[str, dict[Any, tuple[Activity, Any]]] = defaultdict(dict)
    for act in acts:
        details = act.details
        after = details.get("after") if isinstance(details.get("after"), dict) else {}
        if act.act == Act.ARTICLE_ADDED and "sha256" in after:
            wanted["article"][act.subject_id] = act, after["sha256"]
        elif act.act in PUBLISHING and "sha256" in after:
            wanted["edition"][act.chain, after["edition"]] = act, after["sha256"]
        elif act.act in DECIDING and "decision_sha256" in details:
            fact = details["other_id"] if act.act in REARRANGING else act.subject_id
            wanted["decision"][fact, details["decision"]] = act, details["decision_sha256"]
        elif act.act == Act.FACT_COMMENTED and "comment_id" in details:
            wanted["comment"][details["comment_id"]] = act, (details.get("comment"), act.actor_id, act.subject_id)
    for what, found in _read_named(wanted).items():
        for key, (act, said) in wanted[what].items():
            if found.get(key) != said:
                state = "is gone" if key not in found else "is not the one that it names"
                place = f"sheet {act.chain}" if act.chain else "no sheet"
                yield f"act {act.number} of {place}: the {what} of it {state} ({_spell(key)})"


def _read_named(wanted: Mapping[str, Mapping[Any, Any]]) -> dict[str, dict[Any, Any]]:
    sheets, facts = ({key[0] for key in wanted.get(what, ())} for what in ("edition", "decision"))
    decisions = Decision.objects.filter(fact__in=facts).values_list("fact", "number", "sha256")
    editions = Edition.objects.filter(sheet__in=sheets).values_list("sheet", "number", "sha256")
    comments = Comment.objects.filter(pk__in=wanted.get("comment", ())).values_list("pk", "text", "author", "fact")
    return {
        "article": dict(Article.objects.filter(pk__in=wanted.get("article", ())).values_list("pk", "sha256")),
        "edition": {(sheet, number): sha256 for sheet, number, sha256 in editions} if sheets else {},
        "decision": {(fact, number): sha256 for fact, number, sha256 in decisions} if facts else {},
        "comment": {pk: (text, author, fact) for pk, text, author, fact in comments},
    }


def _spell(key: Any) -> str:
    return " number ".join(map(str, key)) if isinstance(key, tuple) else str(key)
