"""Screens are opened, arranged and searched; nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.urls import reverse
from django.utils.timezone import now

from factsheet.management.acts.desk import Act, Ask, Desk


def _page(name: str) -> Callable[[Desk], Iterator[Ask]]:
    return lambda desk: iter([Ask(desk.place(name))])


def _arranged(query: str) -> Callable[[Desk], Iterator[Ask]]:
    return lambda desk: iter([Ask(f"{desk.matrix}?{query}", beside=desk.matrix)])


def _check_draft(desk: Desk) -> Iterator[Ask]:
    for article in desk.articles:
        beside = desk.place("draft")
        yield Ask(beside, {"text": article.text, "published": f"{now():%Y-%m-%d}"}, beside=beside)


def _find(desk: Desk) -> Iterator[Ask]:
    for words in ("troops", "withdrawal", "con"):
        yield Ask(f"{reverse('find')}?q={words}&sheet={desk.sheet.slug}", beside=desk.matrix)


ACTS = (
    Act("open the desk", lambda _desk: iter([Ask(reverse("desk"))])),
    Act("open the matrix", _page("matrix")),
    Act("filter the matrix", _arranged("show=conflicts")),
    Act("sort the matrix", _arranged("sort=state")),
    Act("group the matrix", _arranged("group=kind")),
    Act("check a draft", _check_draft),
    Act("find", _find),
    Act("open the activity", _page("activity")),
)
