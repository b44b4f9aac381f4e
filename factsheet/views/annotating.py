"""Claims are made by hand, readings corrected, paragraphs taken out and put back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.claims import other_days
from articles.models import Article, Claim
from articles.passages import count_places
from articles.reading import read_span
from factsheet import actions
from factsheet.forms import ClaimForm, ReadingForm, SpanForm
from factsheet.models import FactSheet
from factsheet.queries.article import was_made_out_of_sight
from factsheet.queries.paging import read_key
from factsheet.queries.sentences import cut_sentence
from factsheet.views.common import Request, check_form, find_sheet, status_of, wants_fragment


def make_claim(request: Request, slug: str, pk: int) -> HttpResponse:
    """Make a claim of words of an article, or show how they would be read."""
    sheet = find_sheet(request, slug)
    article = _find_article(sheet, pk)
    form = ClaimForm(request.POST or None, article=article)
    if request.method != "POST" or request.POST.get("act") == "check" or not form.is_valid():
        return _render_form(request, sheet, form, None)
    data = form.cleaned_data
    claim = actions.make_claim(sheet, article, data["span"], words=data["typed"], by=request.user, at=now())
    messages.success(request, _("“%(words)s” is a claim now.") % {"words": claim.text})
    return _redirect_to(sheet, claim)


def correct_claim(request: Request, slug: str, pk: int, claim: int) -> HttpResponse:
    """Correct how a claim is read, go back to how the program read it, or show how words would be read."""
    sheet = find_sheet(request, slug)
    article = _find_article(sheet, pk)
    known = get_object_or_404(
        Claim.objects.select_related("corrects", "made_by"), article=article, pk=claim, evidence__sheet=sheet
    )
    known.article = article
    if was_made_out_of_sight(known, by=request.user):
        known.made_by = None
    goes_back = request.POST.get("act") == "return"
    form = ReadingForm(_type_first(request.POST, known) if goes_back else request.POST or None, claim=known)
    if request.method != "POST" or request.POST.get("act") == "check" or not form.is_valid():
        return _render_form(request, sheet, form, known)
    new = known

    def save(_was: object) -> None:
        nonlocal known, new
        read = {"span": form.cleaned_data["span"], "words": form.cleaned_data["typed"]}
        try:
            if goes_back:
                new = actions.return_to_program(sheet, known, by=request.user, at=now())
            else:
                new = actions.correct_claim(sheet, known, **read, by=request.user, at=now())
        except actions.Corrected as corrected:
            known = corrected.claim
            known.article = article
            raise

    if not form.save_over(save):
        return _render_form(request, sheet, form, known)
    if new is not known:
        messages.success(request, _("“%(words)s” is read anew.") % {"words": new.text})
    return _redirect_to(sheet, new)


def _type_first(sent: QueryDict, claim: Claim) -> QueryDict:
    """What a form would send that says how the program read a claim at first."""
    first, data = actions.first_reading(claim), sent.copy()
    for name, value in actions.reading_values(first).items():
        data[name] = value
    data["occurrence"] = ""
    return data


def change_part(request: Request, slug: str, pk: int) -> HttpResponse:
    """Take the paragraph of some words out of an article, or put one back."""
    sheet = find_sheet(request, slug)
    article = _find_article(sheet, pk)
    if (start := read_key(request.POST.get("back", ""))) is not None:
        came = actions.put_back(sheet, article, start, by=request.user, at=now())
        words = ngettext(
            "It is part of the article; %(n)s claim came with it.",
            "It is part of the article; %(n)s claims came with it.",
            came,
        )
        messages.success(request, words % {"n": came})
        return redirect("article", slug, pk)
    form = SpanForm(request.POST, article=article)
    check_form(form)
    kept = actions.take_out(sheet, article, form.cleaned_data["span"], by=request.user, at=now())
    messages.success(request, _("The paragraph is no part of the article any more."))
    if kept:
        words = ngettext(
            "%(n)s claim in it stays, because an editor accepted or made it.",
            "%(n)s claims in it stay, because an editor accepted or made them.",
            kept,
        )
        messages.info(request, words % {"n": kept})
    return redirect("article", slug, pk)


def _find_article(sheet: FactSheet, pk: int) -> Article:
    return get_object_or_404(Article.objects.select_related("source"), entries__sheet=sheet, pk=pk)


def _redirect_to(sheet: FactSheet, claim: Claim) -> HttpResponseRedirect:
    return redirect(reverse("article", args=[sheet.slug, claim.article_id]) + f"#claim-{claim.pk}")


def _render_form(request: Request, sheet: FactSheet, form: ClaimForm, claim: Claim | None) -> HttpResponse:
    """The form with how its words are understood, or that alone for htmx."""
    is_check = request.POST.get("act") == "check"
    understood = None
    if (form.is_bound and form.is_valid()) or claim:
        words = form.cleaned_data if form.is_bound and form.is_valid() else None
        understood = read_span(form.article, words["span"], words["typed"]) if words else claim
    taken = None
    if understood and claim is None:
        taken = form.article.claims.filter(start=understood.start, end=understood.end, correction=None).first()
    keys = [sheet.slug, form.article.pk]
    context = {
        "sheet": sheet,
        "article": form.article,
        # Of what stands by now, where somebody corrected the claim meanwhile.
        "address": reverse("article-reading", args=[*keys, claim.pk]) if claim else reverse("article-claim", args=keys),
        "taken": taken,
        "form": form,
        "claim": claim,
        "other_days": other_days(claim) if claim else [],
        "understood": understood,
        "sentence": cut_sentence(understood, understood.sentence) if understood else None,
        "places": count_places(form.article.text, understood.text) if understood else 0,
    }
    template = "articles/_understood.html" if is_check and wants_fragment(request) else "articles/claim.html"
    return render(request, template, context, status=200 if is_check or not form.errors else status_of(form))
