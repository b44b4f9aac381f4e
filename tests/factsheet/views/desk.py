"""A desk with one of everything, and every address of the site with what may be asked of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Article
from factsheet import actions
from factsheet.actions.arranging import refresh_facts
from factsheet.export.lines import HEAD, digest_lines
from factsheet.models import Activity, Challenge, Evidence, Fact, FactSheet
from factsheet.snapshot import take_snapshot
from tests.factories import Role, make_article, make_claim, make_evidence, make_sheet, make_sheet_article, make_user
from tests.factsheet.newsroom import LATER, add_figure, decide, make_agreed_fact, make_fact_with, tick

HTMX = {"HX-Request": "true"}
ROLES: tuple[Role, ...] = ("Reporter", "Editor", "Publisher", "Administrator")
UPLOAD = {"text": "The mission has 13,000 troops.\n\nThey leave in December.", "title": "A story"}


@dataclass(frozen=True, slots=True)
class Site:
    """A sheet with an edition, a settled and an open fact, and claims in every state."""

    sheet: FactSheet
    settled: Fact
    open: Fact
    item: Evidence
    candidate: Evidence
    article: Article
    revision: Article

    @property
    def settling(self) -> Activity:
        """The act by which the settled fact was settled."""
        return Activity.objects.get(act="fact.settled", subject_id=self.settled.pk)

    @property
    def challenged(self) -> Fact:
        """The settled fact that a later claim contradicts."""
        return Fact.objects.get(label="Wounded")

    @property
    def agreed(self) -> Fact:
        """The open fact on which all agree."""
        return Fact.objects.get(label="Arrested")

    @property
    def waiting_line(self) -> str:
        """The title with another summary than was printed, as the button that approves it names it."""
        FactSheet.objects.filter(pk=self.sheet.pk).update(summary="What is known.")
        self.sheet.refresh_from_db()
        content = take_snapshot(self.sheet, number=2, previous_sha256="", by=make_user(), at=LATER)
        return f"{HEAD}:{digest_lines(content)[HEAD]}"

    def move(self, state: str) -> None:
        """Bring the sheet to a state."""
        FactSheet.objects.filter(pk=self.sheet.pk).update(state=state)


def make_site() -> Site:
    """The desk's one sheet, which somebody made who is none of the test's people."""
    by = make_user(role="Publisher")
    sheet = make_sheet("The end of the mission", slug="mission")
    settled = make_fact_with("13000", "15000", sheet=sheet, label="Troops")
    decide(settled, "13000", by=by, rationale="Counted.")
    FactSheet.objects.filter(pk=sheet.pk).update(state="approved")
    sheet.refresh_from_db()
    actions.publish(sheet, by=by, at=LATER, note="The first.")
    opened = make_fact_with("41", "41.0", sheet=sheet, label="Dead")
    item = opened.evidence.order_by("pk")[0]
    candidate = add_figure(opened, "42", state="candidate")
    make_evidence(make_claim("7 trucks"), sheet=sheet)
    make_evidence(make_claim("9 vans"), sheet=sheet, state="rejected", reason="Too vague.")
    actions.create_fact(sheet, label="Paid", kind="money", by=by, at=LATER)
    make_agreed_fact(sheet)
    revision = make_article("The mission counts 42 troops.", previous=item.claim.article)
    make_sheet_article(sheet, revision)
    wounded = make_fact_with("5", sheet=sheet, label="Wounded")
    decide(wounded, "5", by=by)
    add_figure(wounded, "8", state="candidate")
    refresh_facts(sheet, [wounded.pk], by=by, at=LATER)
    sheet.refresh_from_db()
    return Site(sheet, Fact.objects.get(pk=settled.pk), opened, item, candidate, item.claim.article, revision)


@dataclass(frozen=True, slots=True)
class Address:
    """What an address answers: to whom (the least role), to which methods, and in which state of the sheet.

    `only_asks` where what is posted changes nothing; `is_file` where no page answers but a file to take away.
    """

    role: Role
    keys: Callable[[Site], Mapping[str, Any]] = field(default=lambda site: {"slug": site.sheet.slug})
    get: bool = False
    post: Callable[[Site], Mapping[str, Any]] | None = None
    state: str = "draft"
    fragment: bool = False
    only_asks: bool = False
    is_file: bool = False

    @property
    def roles(self) -> tuple[Role, ...]:
        """Who may use it."""
        return ROLES[ROLES.index(self.role) :]


def _fact(site: Site) -> Mapping[str, Any]:
    return {"slug": site.sheet.slug, "pk": site.open.pk}


def _settled(site: Site) -> Mapping[str, Any]:
    return {"slug": site.sheet.slug, "pk": site.settled.pk}


def _challenged(site: Site) -> Mapping[str, Any]:
    return {"slug": site.sheet.slug, "pk": site.challenged.pk}


def _article(site: Site) -> Mapping[str, Any]:
    return {"slug": site.sheet.slug, "pk": site.article.pk}


def settling(site: Site, **changes: Any) -> dict[str, Any]:
    """What the form of the open fact sends when an editor takes its first claim."""
    version = Fact.objects.get(pk=site.open.pk).version
    return {"version": version, "choice": f"claim:{site.item.pk}", "rationale": "", **changes}


def keeping(site: Site) -> dict[str, Any]:
    """What the form sends that keeps the answer of the challenged fact."""
    fact = Fact.objects.get(pk=site.challenged.pk)
    challenging = Challenge.objects.filter(fact=fact).values_list("evidence_id", flat=True)
    return {"version": fact.version, "evidence": list(challenging), "because": "An older count."}


ADDRESSES: dict[str, Address] = {
    "desk": Address("Reporter", keys=lambda _: {}, get=True, fragment=True),
    "find": Address("Reporter", keys=lambda _: {}, get=True, fragment=True),
    "keys": Address("Reporter", keys=lambda _: {}, post=lambda _: {"keys": "off"}, fragment=True, only_asks=True),
    "theme": Address("Reporter", keys=lambda _: {}, post=lambda _: {"theme": "dark"}, fragment=True, only_asks=True),
    "sheet-new": Address("Editor", keys=lambda _: {}, get=True, post=lambda _: {"title": "Another event"}),
    "matrix": Address("Reporter", get=True, fragment=True),
    "facts-agreed": Address(
        "Editor",
        post=lambda site: {"act": "accept", "accept": tick(site.agreed)},
        fragment=True,
    ),
    "fact-new": Address("Editor", get=True, post=lambda _: {"label": "Paid", "kind": "money"}),
    "fact": Address("Reporter", keys=_fact, get=True, fragment=True),
    "fact-change": Address(
        "Editor", keys=_fact, get=True, post=lambda site: {"label": "The dead", "version": site.open.version}
    ),
    "fact-settle": Address("Editor", keys=_fact, post=settling, fragment=True),
    "fact-reopen": Address("Editor", keys=_settled, post=lambda site: {"version": site.settled.version}, fragment=True),
    "fact-keep": Address("Editor", keys=_challenged, post=keeping, fragment=True),
    "fact-move": Address("Editor", keys=_fact, post=lambda _: {"to": "up"}, fragment=True),
    "fact-weigh": Address(
        "Editor",
        keys=_fact,
        post=lambda site: {"evidence": site.item.pk, "stance": "set_aside", "reason": "A plan."},
        fragment=True,
    ),
    "fact-split": Address(
        "Editor",
        keys=_fact,
        post=lambda site: {"evidence": site.item.pk, "scope": "soldiers only", "version": site.open.version},
        fragment=True,
    ),
    "fact-merge": Address(
        "Editor",
        keys=_fact,
        post=lambda site: {"into": site.settled.pk, "version": site.open.version},
        fragment=True,
    ),
    "fact-undo": Address("Editor", keys=_settled, post=lambda site: {"act": site.settling.pk}, fragment=True),
    "fact-assign": Address("Editor", keys=_fact, post=lambda _: {"to": ""}, fragment=True),
    "fact-comment": Address("Reporter", keys=_fact, post=lambda _: {"text": "Ring the ministry."}, fragment=True),
    "inbox": Address("Reporter", get=True, fragment=True),
    "inbox-sort": Address(
        "Reporter", post=lambda site: {"act": "accept", "evidence": [site.candidate.pk]}, fragment=True
    ),
    "article-list": Address("Reporter", get=True),
    "article-add": Address("Reporter", get=True, post=lambda _: UPLOAD),
    "article": Address("Reporter", keys=_article, get=True),
    "article-describe": Address("Reporter", keys=_article, get=True, post=lambda _: {"title": "Another title"}),
    "article-origin": Address(
        "Editor", keys=_article, get=True, post=lambda _: {"ruling": "alone", "reason": "Their own reporter."}
    ),
    "article-date": Address("Reporter", keys=_article, post=lambda _: {"published": "2023-07-02"}),
    "article-changes": Address(
        "Reporter", keys=lambda site: {"slug": site.sheet.slug, "pk": site.revision.pk}, get=True
    ),
    "article-part": Address("Reporter", keys=_article, post=lambda _: {"words": "The mission"}),
    "article-claim": Address("Reporter", keys=_article, get=True, post=lambda _: {"words": "This is report"}),
    "article-reading": Address(
        "Reporter",
        keys=lambda site: {**_article(site), "claim": site.item.claim_id},
        get=True,
        post=lambda _: {"words": "41 troops", "typed": "57 troops"},
    ),
    "draft": Address("Reporter", get=True, post=lambda _: UPLOAD, fragment=True, only_asks=True),
    "review": Address("Reporter", get=True),
    "sheet-submit": Address("Editor", post=lambda _: {}),
    "sheet-send-back": Address("Publisher", post=lambda _: {"comment": "Name it."}, state="in_review"),
    "sheet-approve": Address("Publisher", post=lambda _: {}, state="in_review"),
    "sheet-approve-line": Address("Publisher", post=lambda site: {"line": site.waiting_line}, state="in_review"),
    "sheet-publish": Address(
        "Publisher", post=lambda _: {"kind": "correction", "note": "Corrected."}, state="approved"
    ),
    "sheet-withdraw": Address("Publisher", post=lambda _: {"note": "All wrong."}),
    "edition-list": Address("Reporter", get=True),
    "edition-compare": Address("Reporter", get=True),
    "corrections": Address("Reporter", keys=lambda _: {}, get=True),
    "edition": Address("Reporter", keys=lambda site: {"slug": site.sheet.slug, "number": 1}, get=True),
    "members": Address("Reporter", get=True),
    "member-change": Address("Publisher", post=lambda _: {"act": "confide"}),
    "notices": Address("Reporter", keys=lambda _: {}, get=True),
    "notices-read": Address("Reporter", keys=lambda _: {}, post=lambda _: {"act": "all"}, only_asks=True),
    "notices-mail": Address("Reporter", keys=lambda _: {}, post=lambda _: {"mail": "off"}, only_asks=True),
    "sheet-present": Address("Reporter", post=lambda _: {"fact": "1"}, only_asks=True),
    "sheet-watch": Address("Reporter", post=lambda _: {"act": "watch"}, only_asks=True),
    "activity": Address("Reporter", get=True, fragment=True),
    "activity-csv": Address("Reporter", get=True, is_file=True),
    "activity-jsonl": Address("Reporter", get=True, is_file=True),
    "activity-undo": Address("Editor", post=lambda site: {"act": site.settling.pk}),
}
PUBLIC = {"sign-in", "sign-out", "language", "health"}

PAGES = [name for name, address in ADDRESSES.items() if address.get and not address.is_file]
ACTS = [name for name, address in ADDRESSES.items() if address.post and not address.only_asks]
FRAGMENTS = [name for name, address in ADDRESSES.items() if address.fragment]


def address_of(name: str, site: Site) -> str:
    """Where the address is on the site."""
    return reverse(name, kwargs=dict(ADDRESSES[name].keys(site)))


def send(name: str, site: Site, client: Client, **headers: str) -> Any:
    """Do the act of an address as its form does."""
    address = ADDRESSES[name]
    assert address.post is not None
    site.move(address.state)
    return client.post(address_of(name, site), address.post(site), headers=headers)


SignIn = Callable[[User | None], Client]
