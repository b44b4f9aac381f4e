"""Sources, articles and claims in the admin: who says it can be corrected here, what they said cannot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.admin_base import BoundedAdmin, KeptAdmin, cut, link_row, show_interval, show_json
from articles.models import Article, Claim, Source, VagueNumber

MARKED = 2_000
"""How many claims are marked in the text of one article."""


@admin.register(Source)
class SourceAdmin(BoundedAdmin):
    """Who says it. The name of one that articles are from is printed with their figures, so it stays.

    A name that is wrong is mended where it is said: on the article's screen, which tells every sheet that holds it.
    """

    list_display = ("name", "kind", "timezone", "see_also")
    list_filter = ("kind",)
    search_fields = ("name", "homepage")
    fields = ("name", "kind", "homepage", "timezone", "notes", "see_also")
    readonly_fields = ("see_also",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:  # noqa: ARG002
        """The name, too, once articles are from it."""
        printed = isinstance(obj, Source) and obj.articles.exists()
        return ("name", *self.readonly_fields) if printed else self.readonly_fields

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A source that no article is from can be deleted, by who may."""
        allowed = super(BoundedAdmin, self).has_delete_permission(request, obj)
        return allowed and isinstance(obj, Source) and not obj.articles.exists()


@admin.register(VagueNumber)
class VagueNumberAdmin(BoundedAdmin):
    """What the newsroom takes vague words for. A new value counts for articles taken in, or dated anew, after it."""

    list_display = ("word", "language", "least")
    search_fields = ("word",)
    fields = ("language", "word", "least")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A value can be deleted, by who may: the program's own counts again."""
        return super(BoundedAdmin, self).has_delete_permission(request, obj)


@admin.register(Article)
class ArticleAdmin(KeptAdmin):
    """What a source published. What is known about it is printed with its figures, so it is changed on its own screen.

    There a new date also reads the relative dates anew, and every sheet that holds the article learns of the change.
    """

    list_display = ("title", "its_source", "published", "language", "taken_in_at", "see_also")
    list_select_related = ("source",)
    list_filter = ("published_from",)
    date_hierarchy = "published"
    sortable_by = ("published",)
    search_fields = ("title", "url")
    unread = ("text", "furniture")
    fieldsets = (
        (None, {"fields": ("title", "source", "url", "language", "see_also")}),
        (
            _("As taken in"),
            {"fields": ("published", "published_from", "timezone", "file_name", "its_previous", "sha256")},
        ),
        (None, {"fields": ("taken_in_at", "taken_in_by", "furniture")}),
        (_("Text"), {"fields": ("marked_text",)}),
    )

    class Media:
        css = {"all": ("articles/admin.css",)}

    @admin.display(description=_("source"), ordering="source__name")
    def its_source(self, row: Article) -> SafeString | str:
        """The source, as a link."""
        return link_row(row.source)

    @admin.display(description=_("earlier revision"))
    def its_previous(self, row: Article) -> str:
        """Its number alone: who sees this article may not see that one."""
        return f"#{row.previous_id}" if row.previous_id else "-"

    @admin.display(description=_("text"))
    def marked_text(self, row: Article) -> SafeString:
        """The whole text with each claim marked and linked."""
        pieces = format_html_join("", "{}", ((piece,) for piece in _mark_claims(row)))
        return format_html('<div class="article-text">{}</div>', pieces)


@admin.register(Claim)
class ClaimAdmin(KeptAdmin):
    """What an article asserts, as it was read. A reading is changed where its facts are, since they change with it."""

    list_display = ("words", "value", "unit", "kind", "status", "its_article", "see_also")
    list_select_related = ("article",)
    list_filter = ("kind", "status", "read_by", "needs_published")
    search_fields = ("text", "noun", "attribution")
    unread = ("article__text", "article__furniture")
    fieldsets = (
        (None, {"fields": ("its_article", "kind", "text", "sentence", "attribution", "see_also")}),
        (
            _("Value"),
            {"fields": ("value", "numbers", "hedge", "unit", "noun", "per", "precision", "utc_offset", "as_of")},
        ),
        (_("Reading"), {"fields": ("status", "change", "read_as", "needs_published", "readings")}),
        (_("By hand"), {"fields": ("read_by", "typed", "made_by", "made_at", "corrects")}),
        (pgettext_lazy("claim", "Place"), {"fields": ("start", "end", "sentence_start", "sentence_end")}),
    )

    @admin.display(description=_("claim"))
    def words(self, row: Claim) -> str:
        """The article's own words, cut where they are long."""
        return cut(row.text)

    @admin.display(description=_("article"))
    def its_article(self, row: Claim) -> SafeString | str:
        """The article, as a link."""
        return link_row(row.article)

    @admin.display(description=_("value"))
    def value(self, row: Claim) -> str:
        """The value as an interval, its ends left out marked by a round bracket."""
        return show_interval(row)

    @admin.display(description=_("sentence"))
    def sentence(self, row: Claim) -> SafeString:
        """The sentence with the claim marked in it."""
        text = row.article.text
        before, after = text[row.sentence_start : row.start], text[row.end : row.sentence_end]
        return format_html("{}<mark>{}</mark>{}", before, row.text, after)

    @admin.display(description=_("other readings"))
    def readings(self, row: Claim) -> SafeString:
        """The readings that are equally likely."""
        return show_json(row.alternatives)


def _mark_claims(article: Article) -> Iterator[str]:
    """The text in pieces, each claim a marked link; of claims that overlap the first is marked."""
    text, done = article.text, 0
    for claim in article.claims.order_by("start", "-end")[:MARKED]:
        if claim.start < done:
            continue
        yield text[done : claim.start]
        title = f"{claim.kind}: {show_interval(claim)}"
        yield format_html('<mark title="{}">{}</mark>', title, link_row(claim, text[claim.start : claim.end]))
        done = claim.end
    yield text[done:]
