"""The articles of a sheet: taken in, read with their claims marked, dated."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import OperationalError
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.actions import TakenIn, take_in
from articles.intake import Document, UnreadableFile, check_size, describe, read_document
from articles.models import Article
from articles.reading import preview_dating
from factsheet import actions, queries
from factsheet.forms import ArticleForm, ClaimForm, DateForm, DescribeForm, OriginForm
from factsheet.forms.merging import Values
from factsheet.models import FactSheet
from factsheet.policies import Refused, check_can_sort, check_can_take_in, check_can_trace, reason_against
from factsheet.views.common import Request, find_sheet, status_of, wants_fragment
from factsheet.views.progress import stream

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one text: the article, or the sentence that says why there is none."""

    name: str
    taken: TakenIn | None = None
    refusal: str = ""


def index(request: Request, slug: str) -> HttpResponse:
    """The articles of a sheet."""
    sheet = find_sheet(request, slug)
    context = {
        "sheet": sheet,
        "rows": queries.article_list(sheet),
        "cannot_take_in": reason_against(check_can_take_in, request.user),
        "cannot_trace": reason_against(check_can_trace, request.user),
    }
    return render(request, "articles/list.html", context)


def add(request: Request, slug: str) -> HttpResponseBase:
    """Take articles in; what cannot be read is said in one sentence each, and the rest goes in.

    Several are told of one by one while they are read.
    """
    sheet = find_sheet(request, slug)
    entries = [row.entry for row in queries.article_list(sheet)]
    if request.method != "POST":
        return render(request, "articles/add.html", {"sheet": sheet, "form": ArticleForm(entries=entries)})
    form = ArticleForm(request.POST, request.FILES, entries=entries)
    if not form.is_valid():
        return render(request, "articles/add.html", {"sheet": sheet, "form": form}, status=422)
    count = len(form.cleaned_data["uploads"]) + bool(form.cleaned_data["text"])
    if count > 1 and not request.htmx:
        work = _tell(request, sheet, form, count)
        return stream(request, "articles/taking_in.html", {"sheet": sheet, "count": count}, work)
    outcomes = list(_take_in_all(form.cleaned_data, request))
    added = _put_in(sheet, outcomes, request)
    refused = any(outcome.refusal for outcome in outcomes)
    if added and not refused:
        messages.success(request, _say_added(added))
        for changed in queries.revisions(sheet, added).values():
            messages.info(request, _say_revised(changed))
        for outcome in outcomes:
            if outcome.taken and outcome.taken.missing:
                told = {"title": outcome.taken.article.title, "what": ", ".join(outcome.taken.missing)}
                messages.info(request, _("Not found in the text of “%(title)s”: %(what)s.") % told)
        return redirect("matrix", slug)
    context = {
        "sheet": find_sheet(request, slug),
        "form": form if refused and not added else ArticleForm(entries=entries),
        "outcomes": outcomes,
        "added": added,
        "revised": queries.revisions(sheet, added),
    }
    return render(request, "articles/add.html", context, status=422 if refused else 200)


def _put_in(sheet: FactSheet, outcomes: Sequence[Outcome], request: Request) -> set[int]:
    """Put what could be read into the sheet, all of it together; the keys of the articles that are new there."""
    taken = [outcome.taken.article for outcome in outcomes if outcome.taken]
    return {entry.article_id for entry in actions.add_articles(sheet, taken, by=request.user, at=now())}


def _say_added(added: Collection[int]) -> str:
    return ngettext("%(n)s article is taken in.", "%(n)s articles are taken in.", len(added)) % {"n": len(added)}


def _say_revised(changed: int) -> str:
    if not changed:
        return _("It is a newer version of an article that was here; no figure, date or quotation changed.")
    words = ngettext(
        "It is a newer version of an article that was here; %(n)s figure, date or quotation changed.",
        "It is a newer version of an article that was here; %(n)s figures, dates or quotations changed.",
        changed,
    )
    return words % {"n": changed}


def _tell(request: Request, sheet: FactSheet, form: ArticleForm, count: int) -> Generator[str, None, str]:
    """Take several texts in, telling of each as it is read, and then what became of all of them.

    Each is kept whole as soon as it is read; their claims are placed together at the end, since what one article says
    of a fact helps to place what another does.
    """
    outcomes = list[Outcome]()
    for number, outcome in enumerate(_take_in_all(form.cleaned_data, request), start=1):
        outcomes.append(outcome)
        yield render_to_string("articles/taken.html", {"number": number, "count": count, "outcome": outcome}, request)
    try:
        added, refusal = _put_in(sheet, outcomes, request), ""
    except (Refused, OperationalError) as error:
        added, refusal = set(), _explain(error)
    refused = refusal or any(outcome.refusal for outcome in outcomes)
    context = {
        "sheet": sheet,
        "form": form if refused else None,
        "outcomes": outcomes,
        "added": added,
        "revised": queries.revisions(sheet, added),
        "words": refusal or _say_added(added),
        "is_refused": bool(refusal),
    }
    return render_to_string("articles/taken_in.html", context, request)


def _explain(error: Exception) -> str:
    """Why a text did not go in, where that is not the text's own fault."""
    if isinstance(error, Refused):
        return str(error)
    logger.error("A text could not be taken in", exc_info=error)
    if isinstance(error, OperationalError):
        return _("The database is busy. Hand it in again in a moment.")
    return _("It could not be read because of a mistake in the program, which is written down for the administrator.")


def show(request: Request, slug: str, pk: int) -> HttpResponse:
    """An article with every claim marked."""
    return _render_article(request, find_sheet(request, slug), pk)


def describe_article(request: Request, slug: str, pk: int) -> HttpResponse:
    """Correct an article's title, source and address."""
    sheet = find_sheet(request, slug)
    article = get_object_or_404(Article.objects.select_related("source"), entries__sheet=sheet, pk=pk)
    known = {"title": article.title, "source": article.source or "", "url": article.url}
    stands = actions.article_values(article)
    form = DescribeForm(request.POST or None, initial=known, stands={name: stands[name] for name in known})
    if request.method == "POST" and form.is_valid():

        def save(was: Values | None) -> None:
            actions.describe_article(sheet, article, **form.values, was=was, by=request.user, at=now())

        if form.save_over(save):
            messages.success(request, _("The article is corrected."))
            return redirect("article", slug, pk)
    context = {"sheet": sheet, "article": article, "form": form}
    return render(request, "articles/describe.html", context, status=status_of(form))


def correct_origin(request: Request, slug: str, pk: int) -> HttpResponse:
    """Say where an article comes from, against what the program traced."""
    sheet = find_sheet(request, slug)
    rows = [row.entry for row in queries.article_list(sheet)]
    entry = next((entry for entry in rows if entry.article_id == pk), None)
    if entry is None:
        raise Http404(_("This sheet has no such article."))
    others = {other.article_id: other for other in rows if other is not entry}
    known = {
        "ruling": entry.origin_ruling,
        "other": entry.origin_with.article_id if entry.origin_with else "",
        "reason": entry.origin_because,
    }
    stands = {name: str(value or "") for name, value in known.items()}
    form = OriginForm(request.POST or None, others=others.values(), initial=known, stands=stands)
    if request.method == "POST" and form.is_valid():

        def save(was: Values | None) -> None:
            data = form.cleaned_data
            told = {"ruling": data["ruling"], "reason": data["reason"], "was": was}
            other = others[data["other"]].article if data["other"] else None
            actions.correct_origin(sheet, entry.article, other=other, **told, by=request.user, at=now())

        if form.save_over(save):
            messages.success(request, _("The origins are counted anew."))
            return redirect("article-list", slug)
    context = {"sheet": sheet, "entry": entry, "form": form}
    return render(request, "articles/origin.html", context, status=status_of(form))


def set_date(request: Request, slug: str, pk: int) -> HttpResponse:
    """Set an article's publication date, which resolves its relative dates anew, or show what that would change."""
    sheet = find_sheet(request, slug)
    article = get_object_or_404(Article, entries__sheet=sheet, pk=pk)
    form = DateForm(request.POST, stands=_dates(article))
    if request.POST.get("act") == "check":
        return _check_date(request, sheet, article, form)
    if not form.is_valid():
        return _render_article(request, sheet, pk, form=form, status=422)
    read_again: Sequence[str] = ()

    def save(was: Values | None) -> None:
        nonlocal read_again
        day = form.cleaned_data["published"]
        read_again = actions.set_published(sheet, article, published=day, was=was, by=request.user, at=now())

    if not form.save_over(save):
        return _render_article(request, sheet, pk, form=form, status=409)
    words = ngettext(
        "The date is set; %(n)s claim was read anew.", "The date is set; %(n)s claims were read anew.", len(read_again)
    )
    messages.success(request, words % {"n": len(read_again)})
    return redirect("article", slug, pk)


def _dates(article: Article) -> Values:
    return {"published": actions.article_values(article)["published"]}


def _check_date(request: Request, sheet: FactSheet, article: Article, form: DateForm) -> HttpResponse:
    """What a date would change, on the page of the article or alone; nothing is written."""
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        context |= {"is_checked": True, "rereadings": preview_dating(article, form.cleaned_data["published"])}
    if wants_fragment(request):
        return render(request, "articles/_rereadings.html", context)
    return _render_article(request, sheet, article.pk, **context)


def compare(request: Request, slug: str, pk: int) -> HttpResponse:
    """What an article changed of the revision before it, the figures first."""
    page = queries.revision_page(find_sheet(request, slug), pk, by=request.user)
    if page is None:
        raise Http404(_("This article is no newer version of another."))
    return render(request, "articles/revision.html", {"sheet": page.sheet, "page": page})


def _take_in_all(data: dict[str, Any], request: Request) -> Iterator[Outcome]:
    known = {name: data[name] for name in ("source", "published", "timezone")}
    alone = {name: data[name] for name in ("title", "url")}
    alone["revises"] = data["revises"] and Article.objects.get(pk=data["revises"])
    is_alone = len(data["uploads"]) + bool(data["text"]) == 1
    for file in data["uploads"]:
        # One file may be described by the form; of several, the title and address of one cannot be meant for all.
        given = known | (alone if len(data["uploads"]) == 1 else {})
        yield _take_in(partial(_read, file), file.name or "", given, request, is_alone=is_alone)
    if data["text"]:
        yield _take_in(partial(describe, data["text"]), "", known | alone, request, is_alone=is_alone)


def _read(file: UploadedFile[Any]) -> Document:
    check_size(file.size or 0)
    return read_document(file.read(), file.name or "")


def _take_in(
    read: Callable[[], Document], name: str, given: dict[str, Any], request: Request, *, is_alone: bool
) -> Outcome:
    """Take one text in; whatever is wrong with it or with the database, others do not suffer from it."""
    try:
        taken = take_in(read(), by=request.user, at=now(), file_name=name, **given)
    except UnreadableFile as unreadable:
        return Outcome(name or _("The pasted text"), refusal=str(unreadable))
    except Exception as error:
        # The texts before and after it are to go in all the same.
        if is_alone:
            raise
        return Outcome(name or _("The pasted text"), refusal=_explain(error))
    return Outcome(name or taken.article.title, taken)


def _render_article(
    request: Request, sheet: FactSheet, pk: int, *, form: DateForm | None = None, status: int = 200, **context: Any
) -> HttpResponse:
    page = queries.article_page(sheet, pk, by=request.user)
    if page is None:
        raise Http404(_("This sheet has no such article."))
    context |= {
        "sheet": sheet,
        "page": page,
        "form": form or DateForm(initial={"published": page.article.published}, stands=_dates(page.article)),
        "claim_form": ClaimForm(article=page.article),
        "cannot_take_in": reason_against(check_can_take_in, request.user),
        "cannot_sort": reason_against(check_can_sort, request.user),
    }
    return render(request, "articles/article.html", context, status=status)
