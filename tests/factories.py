"""Rows for the tests: plain functions with keyword defaults, each making what its row needs and is not given."""

from __future__ import annotations

import hashlib
import itertools
import json
from datetime import UTC, date, datetime
from typing import Any, Literal

from django.contrib.auth.models import Group, User

from articles.extraction import list_vague_words
from articles.models import Article, Claim, Source, VagueNumber
from articles.values import Kind
from factsheet.models import (
    Act,
    Activity,
    ApiToken,
    Citation,
    Comment,
    Decision,
    Edition,
    Evidence,
    Fact,
    FactSheet,
    LineVerdict,
    Membership,
    Phrase,
    PolicyChoice,
    Ruling,
    SheetArticle,
)
from factsheet.models.sealing import describe_decision, seal

Role = Literal["Reporter", "Editor", "Publisher", "Administrator"]

NOON = datetime(2023, 7, 1, 12, tzinfo=UTC)
"""When everything in the tests happens that does not say when."""

PASSWORD = "correct horse battery staple"

# The columns of a value: a claim or an answer that is given one of them is given no other.
BOUNDS = frozenset({"low", "high", "low_day", "high_day", "low_time", "high_time"})

_numbers = itertools.count(1)


def make_user(name: str = "", *, role: Role | None = None, **fields: Any) -> User:
    """A user who may sign in with PASSWORD, in the group of the role; an administrator is also a superuser."""
    if role == "Administrator":
        fields = {"is_staff": True, "is_superuser": True, **fields}
    user = User.objects.create_user(name or f"user-{next(_numbers)}", password=PASSWORD, **fields)
    if role is not None:
        user.groups.add(Group.objects.get(name=role))
    return user


def make_source(name: str = "", **fields: Any) -> Source:
    """A source with a name of its own."""
    return Source.objects.create(name=name or f"Outlet {next(_numbers)}", **fields)


def make_article(text: str = "", *, published: date | None = date(2023, 6, 30), **fields: Any) -> Article:
    """An article with a text of its own; its source is made unless one is given (`source=None` leaves it out)."""
    text = text or f"The mission counts 13,000 troops. This is report {next(_numbers)}."
    if "source" not in fields:
        fields["source"] = make_source()
    found = Article.PublishedFrom.ARGUMENT if published else Article.PublishedFrom.UNKNOWN
    defaults = {
        "title": "The mission ends",
        "sha256": Article.digest(text),
        "published_from": found,
        "taken_in_at": NOON,
    }
    return Article.objects.create(text=text, published=published, **{**defaults, **fields})


def make_claim(words: str = "13,000 troops", *, article: Article | None = None, **fields: Any) -> Claim:
    """A claim on the first place where the words stand in the article, which is made to hold them unless given.

    The value is 13,000 persons where nothing else is said. The sentence is the whole text.
    """
    article = article or make_article(f"The mission counts {words}. This is report {next(_numbers)}.")
    start = fields.pop("start", None)
    if start is None:
        start = article.text.index(words)
    if not fields.keys() & {"kind", *BOUNDS}:
        fields = {"low": "13000", "high": "13000", "numbers": ["13000"], "unit": "person", "noun": "troops", **fields}
    defaults = {
        "kind": Kind.QUANTITY,
        "end": start + len(words),
        "sentence_start": 0,
        "sentence_end": len(article.text),
    }
    claim = Claim.objects.create(article=article, text=words, start=start, **{**defaults, **fields})
    claim.refresh_from_db()
    return claim


def make_sheet(title: str = "The end of the mission", **fields: Any) -> FactSheet:
    """A sheet in draft, without articles and facts."""
    defaults = {"slug": f"sheet-{next(_numbers)}", "created_at": NOON, "changed_at": NOON}
    return FactSheet.objects.create(title=title, **{**defaults, **fields})


def make_sheet_article(sheet: FactSheet | None = None, article: Article | None = None, **fields: Any) -> SheetArticle:
    """An article's entry in a sheet, at the end and an origin of its own."""
    sheet = sheet or make_sheet()
    last = sheet.entries.count() + 1
    defaults = {"position": last, "origin": last, "added_at": NOON}
    return SheetArticle.objects.create(sheet=sheet, article=article or make_article(), **{**defaults, **fields})


def make_fact(label: str = "Troops of the mission", *, sheet: FactSheet | None = None, **fields: Any) -> Fact:
    """An open fact at the end of its sheet; `make_decision` decides it."""
    sheet = sheet or make_sheet()
    defaults = {"kind": Kind.QUANTITY, "unit": "person", "position": sheet.facts.count() + 1}
    return Fact.objects.create(sheet=sheet, label=label, **{**defaults, **fields})


def make_evidence(
    claim: Claim | None = None, *, fact: Fact | None = None, sheet: FactSheet | None = None, **fields: Any
) -> Evidence:
    """A claim in a sheet: accepted under the fact where one is given, else still to sort.

    The claim's article is entered in the sheet when it is not there yet.
    """
    sheet = sheet or (fact.sheet if fact else make_sheet())
    claim = claim or make_claim()
    if not sheet.entries.filter(article_id=claim.article_id).exists():
        make_sheet_article(sheet, claim.article)
    state = Evidence.State.ACCEPTED if fact else Evidence.State.CANDIDATE
    return Evidence.objects.create(sheet=sheet, claim=claim, fact=fact, **{"state": state, **fields})


def make_decision(
    fact: Fact | None = None, *, outcome: str = "settled", in_force: bool = True, **fields: Any
) -> Decision:
    """A decision on the fact, 13,000 where nothing else is said; `in_force` makes it the one the fact stands on."""
    fact = fact or make_fact()
    if outcome == Decision.Outcome.SETTLED and not fields.keys() & BOUNDS:
        fields = {"low": "13000", "high": "13000", **fields}
    defaults = {
        "number": fact.decisions.count() + 1,
        "method": Decision.Method.OWN if outcome == Decision.Outcome.SETTLED else Decision.Method.NONE,
        "answer": "13,000" if outcome in {"settled", "disputed"} else "",
        "at": NOON,
    }
    if "editor" not in fields:
        fields["editor"] = make_user(role="Editor")
    newest = fact.decisions.order_by("-number").first()
    decision = Decision(fact=fact, outcome=outcome, **{**defaults, **fields})
    decision.previous_sha256 = newest.sha256 if newest else ""
    decision.sha256 = seal(describe_decision(decision, []))
    decision.save()
    decision.refresh_from_db()
    if in_force:
        fact.decision = None if outcome == Decision.Outcome.REOPENED else decision
        fact.state = Fact.State.OPEN if outcome == Decision.Outcome.REOPENED else Fact.State(outcome)
        fact.save(update_fields=["decision", "state"])
    return decision


def make_citation(decision: Decision | None = None, evidence: Evidence | None = None, **fields: Any) -> Citation:
    """The next citation of a decision, of evidence under the same fact."""
    decision = decision or make_decision()
    evidence = evidence or make_evidence(fact=decision.fact)
    defaults = {"number": decision.citations.count() + 1}
    return Citation.objects.create(decision=decision, evidence=evidence, **{**defaults, **fields})


def make_ruling(evidence: Evidence | None = None, *, fact: Fact | None = None, **fields: Any) -> Ruling:
    """An editor's word that a claim belongs to a fact, its own where none is given."""
    fact = fact or (evidence.fact if evidence else None) or make_fact()
    if "by" not in fields:
        fields["by"] = make_user(role="Editor")
    defaults = {"word": Ruling.Word.TOGETHER, "act": Act.CLAIM_ACCEPTED, "at": NOON}
    return Ruling.objects.create(evidence=evidence or make_evidence(fact=fact), fact=fact, **{**defaults, **fields})


def make_vague_number(**fields: Any) -> VagueNumber:
    """The newsroom's value of a vague word that has none yet."""
    taken = set(VagueNumber.objects.values_list("language", "word"))
    known = ((code, word) for code, words in list_vague_words().items() for word in words)
    code, word = next(pair for pair in known if pair not in taken)
    return VagueNumber.objects.create(**{"language": code, "word": word, "least": 7, **fields})


def make_policy_choice(**fields: Any) -> PolicyChoice:
    """The policy of a kind that has none yet, or of the kind given."""
    taken = set(PolicyChoice.objects.values_list("kind", flat=True))
    fields.setdefault("kind", next(kind for kind in Kind if kind not in taken))
    return PolicyChoice.objects.create(**fields)


def make_comment(fact: Fact | None = None, **fields: Any) -> Comment:
    """A remark on the fact; one that takes another back has no text."""
    if "author" not in fields:
        fields["author"] = make_user(role="Editor")
    defaults = {"text": "" if fields.get("withdraws") else "Ask the ministry.", "at": NOON}
    return Comment.objects.create(fact=fact or make_fact(), **{**defaults, **fields})


def make_verdict(sheet: FactSheet | None = None, **fields: Any) -> LineVerdict:
    """A reviewer's approval of a line; of the title and summary where no fact is given."""
    if "by" not in fields:
        fields["by"] = make_user(role="Publisher")
    defaults = {"word": LineVerdict.Word.APPROVED, "sha256": "0" * 64, "at": NOON}
    return LineVerdict.objects.create(sheet=sheet or make_sheet(), **{**defaults, **fields})


def make_phrase(text: str = "", **fields: Any) -> Phrase:
    """A reason of the newsroom's own."""
    return Phrase.objects.create(text=text or f"Reason {next(_numbers)}.", **fields)


def make_edition(sheet: FactSheet | None = None, **fields: Any) -> Edition:
    """The next edition of a sheet, chained to the one before; its body is a small JSON, no whole export."""
    sheet = sheet or make_sheet()
    last = sheet.editions.order_by("-number").first()
    number = last.number + 1 if last else 1
    body = json.dumps({"sheet": sheet.slug, "number": number}).encode()
    body = fields.pop("body", body)
    if "published_by" not in fields:
        fields["published_by"] = make_user(role="Publisher")
    defaults = {
        "number": number,
        "sha256": hashlib.sha256(body).hexdigest(),
        "previous_sha256": last.sha256 if last else "",
        "published_at": NOON,
    }
    return Edition.objects.create(sheet=sheet, body=body, **{**defaults, **fields})


def make_activity(sheet: FactSheet | None = None, **fields: Any) -> Activity:
    """An act on a sheet; its creation where nothing else is said."""
    defaults = {"act": Act.SHEET_CREATED, "at": NOON}
    return Activity.objects.append(sheet=sheet or make_sheet(), **{**defaults, **fields})


def make_token(name: str = "", **fields: Any) -> tuple[ApiToken, str]:
    """An API token and the secret by which a system signs in with it."""
    secret = ApiToken.draw_secret()
    defaults = {"hint": secret[:8], "sha256": ApiToken.digest(secret), "created_at": NOON}
    token = ApiToken.objects.create(name=name or f"CMS {next(_numbers)}", **{**defaults, **fields})
    return token, secret


def make_membership(sheet: FactSheet | None = None, **fields: Any) -> Membership:
    """A colleague who is let in to a confidential sheet, or a system where a token is given."""
    sheet = sheet or make_sheet(confidential=True)
    who = {} if {"user", "token"} & fields.keys() else {"user": make_user(role="Editor")}
    return Membership.objects.create(sheet=sheet, **{"added_at": NOON, **who, **fields})
