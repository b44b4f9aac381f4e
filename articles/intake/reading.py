"""From a file's bytes, or from pasted text, to a `Document`."""

from __future__ import annotations

import re
from dataclasses import replace

from articles.intake.decoding import decode
from articles.intake.documents import Document, Mark, Reason, UnreadableFile
from articles.intake.formats import refuse_by_markup
from articles.intake.frontmatter import FrontMatter, read_front_matter
from articles.intake.furniture import find_furniture
from articles.intake.lines import Line, is_blank, split_lines
from articles.intake.masthead import find_dateline, find_published, find_source, find_title
from articles.intake.outlets import find_outlet, outlet_of_address
from articles.intake.timestamps import read_day, read_zone

MAX_BYTES = 5 * 1024 * 1024

_ZONE_NAME = re.compile(r"[A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2}$|UTC$")
_ADDRESS = re.compile(r"https?://\S+$", re.IGNORECASE)


def check_size(size: int) -> None:
    """Refuse a file of `size` bytes before it is read, when it is larger than an article may be.

    Raises:
        UnreadableFile: naming both sizes.
    """
    if size > MAX_BYTES:
        raise UnreadableFile(
            f"This file is {size / 1024 / 1024:.1f} MB, more than the {MAX_BYTES // 1024 // 1024} MB "
            "an article may have: take in the article's text alone."
        )


def read_document(data: bytes, name: str) -> Document:
    """The article in a file of plain text or Markdown.

    Args:
        data: the file's bytes, at most `MAX_BYTES`.
        name: the file's name or address, as far as it tells something (see `describe`).

    Raises:
        UnreadableFile: for an empty file, one that is too large, holds no text, is binary, or is of a format that
            cannot be read yet. The message is one sentence without the name.
    """
    check_size(len(data))
    if not data:
        raise UnreadableFile("This file is empty: save the article's text in it and take it in again.")
    text, encoding = decode(data)
    sentence = refuse_by_markup(text)
    if sentence:
        raise UnreadableFile(sentence)
    if is_blank(text):
        raise UnreadableFile("This file holds only white space: save the article's text in it and take it in again.")
    return replace(describe(text, name), encoding=encoding)


def describe(text: str, name: str = "") -> Document:
    """What an article's text tells about itself; any text will do, an empty one tells nothing.

    Args:
        text: the text as it stands; offsets of the marks are code points into it.
        name: where it comes from; an http address gives the url, and the outlet where nothing better does.
    """
    every = split_lines(text)
    header = read_front_matter(every)
    lines = tuple(line for line in every if header.span is None or line.span.start >= header.span.end)
    marks = find_furniture(lines)
    title = find_title(lines, marks)
    if title:
        marks = marks | title.marks
    dateline = find_dateline(lines, marks)
    published, zone = find_published(lines, marks, title, dateline)
    published = read_day(header.values.get("published", "")) or published
    url = _url(header, name)
    source = _source(header) or find_source(lines, marks, title, dateline) or (outlet_of_address(url) if url else None)
    headline = header.values.get("title") or (title.text if title else None)
    spans = _spans(lines, marks)
    if header.span:
        spans.append(Mark(header.span, Reason.FRONT_MATTER))
    if dateline:
        spans.append(Mark(dateline.span, Reason.DATELINE))
    missing = [
        words
        for words, value in (("title", headline), ("outlet", source), ("publication date", published))
        if not value
    ]
    return Document(
        text=text,
        title=headline,
        source=source,
        published=published,
        published_from="text" if published else "unknown",
        marks=tuple(sorted(spans, key=lambda mark: mark.span.start)),
        missing=tuple(missing),
        timezone=_zone(header) or zone,
        url=url,
        language=header.values.get("language"),
    )


def _spans(lines: tuple[Line, ...], marks: dict[int, Reason]) -> list[Mark]:
    return [Mark(lines[index].span, reason) for index, reason in marks.items()]


def _source(header: FrontMatter) -> str | None:
    name = header.values.get("source")
    return (find_outlet(name) or name) if name else None


def _zone(header: FrontMatter) -> str | None:
    name = header.values.get("timezone", "")
    return name if _ZONE_NAME.match(name) else read_zone(name)


def _url(header: FrontMatter, name: str) -> str | None:
    return next((words for words in (header.values.get("url", ""), name.strip()) if _ADDRESS.match(words)), None)
