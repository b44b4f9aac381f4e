"""What a page says of itself around the article: its title, its outlet, the day it was published and its time zone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles.intake.documents import Reason
from articles.intake.furniture import Marks, body_range
from articles.intake.lines import Line
from articles.intake.outlets import find_outlet, outlet_of_address, outlet_of_phrase
from articles.intake.timestamps import Label, read_day, read_timestamp
from articles.values import Span

_MAX_TITLE_LENGTH = 300
_KICKER_WORDS = 2

_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")
_TITLE_SUFFIX = re.compile(r"\s+[|–—-]\s+(?=[^|–—]{2,40}$)")
_DATELINE = re.compile(r"(?P<place>[^()\n]{2,80}?)\s*\((?P<agency>[^()\n]{2,40})\)\s*(?:[—–-]{1,2}|:)\s")
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{3,}|[A-Z]\.(?:[A-Z]\.)+")

_SELF_NAMINGS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<name>.{2,60}?)['’]s? website can (?:also )?be accessed",
        r".*\beditor-in-chief (?:of|at) (?P<name>[^.,;]{2,60})",
        r"(?:this|the) (?:article|story|report) (?:was )?(?:first |originally )?(?:appeared|published|republished) "
        r"(?:in|on|by|from) (?P<name>[^.,;]{2,60})",
        r"originally published (?:in|on|by) (?P<name>[^.,;]{2,60})",
        r"(?:copyright|©)\s*(?:©|\(c\))?\s*\d{4}(?:\s?[-–]\s?\d{4})?,?\s+(?:by )?(?P<name>[^.,;]{2,60}?)"
        r"(?=[.,;]| all rights|$)",
    )
)
_SIGNATURES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"sources?:\s*(?P<name>[^.,;/]{2,60})$",
        r"by (?P<name>.{2,60})$",
        r"by .{2,60}, (?P<name>[^,]{2,60})$",
        r"(?P<name>.{2,60}?)['’]s? profile picture$",
        r"follow (?P<name>.{2,40}) on (?:twitter|x|facebook|telegram|instagram|whatsapp|google news)",
    )
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title, the index of the line it stands on, and the lines around it that only lead to it or repeat it."""

    text: str
    line: int
    marks: Marks


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of a wire story, such as "BAMAKO, Mali, June 30, 2023 (AP) -": where it stands and what it says."""

    span: Span
    agency: str
    day: date | None


def find_title(lines: Sequence[Line], marks: Marks) -> Title | None:
    """The headline over the article: a repeated line, a Markdown heading, else the first line that can be one."""
    first, _ = body_range(lines, marks)
    head = [index for index in range(first) if index not in marks and len(lines[index].text) <= _MAX_TITLE_LENGTH]
    repeated = _find_repeated(lines, first)
    chosen = next((index for index in head if _MARKDOWN_HEADING.match(lines[index].text)), repeated)
    if chosen is None:
        chosen = next((index for index in head if len(lines[index].text.split()) > _KICKER_WORDS), None)
    if chosen is None:
        chosen = head[0] if head else None
    if chosen is None:
        return None
    title = lines[chosen].bare
    extra = {
        index: Reason.REPEATED_TITLE
        for index, line in enumerate(lines)
        if index > chosen and index not in marks and title and line.bare == title
    }
    kickers = {index: Reason.NAVIGATION for index in head if index < chosen and _is_kicker(lines[index])}
    return Title(_clean_title(lines[chosen].text), chosen, extra | kickers)


def _find_repeated(lines: Sequence[Line], first: int) -> int | None:
    seen: dict[str, int] = {}
    for index, line in enumerate(lines[: first + 1]):
        if line.bare and len(line.bare.split()) > _KICKER_WORDS:
            if line.bare in seen:
                return seen[line.bare]
            seen[line.bare] = index
    return None


def _is_kicker(line: Line) -> bool:
    return len(line.text.split()) <= _KICKER_WORDS and not any(map(str.isdigit, line.text))


def _clean_title(text: str) -> str:
    title = _MARKDOWN_HEADING.sub("", text, count=1).strip(" *_#")
    parts = _TITLE_SUFFIX.split(title)
    if len(parts) > 1 and find_outlet(parts[-1]):
        title = title[: title.rindex(parts[-1])].rstrip(" |–—-")
    return " ".join(title.split())


def find_dateline(lines: Sequence[Line], marks: Marks) -> Dateline | None:
    """The dateline of the article's first paragraph, where it names an agency."""
    first, end = body_range(lines, marks)
    if first == end:
        return None
    line = lines[first]
    match = _DATELINE.match(line.text[:200])
    if not match or not _CAPITALS.search(match["place"]):
        return None
    agency = find_outlet(match["agency"]) or match["agency"].strip()
    start = line.span.start
    return Dateline(Span(start, start + len(match[0].rstrip())), agency, read_day(match["place"]))


def find_source(lines: Sequence[Line], marks: Marks, title: Title | None, dateline: Dateline | None) -> str | None:
    """The outlet, by the surest sign there is: the page names itself, a dateline, a signature, the site's domain."""
    furniture = [lines[index] for index in sorted(marks)]
    for line in furniture:
        name = outlet_of_phrase(line.bare)
        if name:
            return name
    named = _first_named(furniture, _SELF_NAMINGS)
    if named:
        return named
    if title:
        suffix = _TITLE_SUFFIX.split(lines[title.line].text)
        if len(suffix) > 1 and find_outlet(suffix[-1]):
            return find_outlet(suffix[-1])
    if dateline:
        return dateline.agency
    signed = _first_named(furniture, _SIGNATURES, known=True)
    if signed:
        return signed
    credits_ = (find_outlet(lines[index].bare) for index, reason in sorted(marks.items()) if reason is Reason.CREDIT)
    by_credit = next((name for name in credits_ if name), None)
    if by_credit:
        return by_credit
    addresses = (outlet_of_address(lines[index].text) for index, r in sorted(marks.items()) if r is Reason.NAVIGATION)
    return next((name for name in addresses if name), None)


def _first_named(lines: Sequence[Line], patterns: Sequence[re.Pattern[str]], *, known: bool = False) -> str | None:
    for pattern in patterns:
        for line in lines:
            match = pattern.match(line.text)
            if match:
                name = " ".join(match["name"].split()).strip(" .,*_")
                outlet = find_outlet(name)
                if outlet or (name and not known):
                    return outlet or name
    return None


def find_published(lines: Sequence[Line], marks: Marks, dateline: Dateline | None) -> tuple[date | None, str | None]:
    """The day of publication and the time zone, where the page's time stamps say them without contradiction.

    Days labelled "published" come first, then days without a label, then "updated", then a dateline that names the
    year. Two different days of one rank tell nothing, and a day between the paragraphs without a label is the story's.
    """
    first, end = body_range(lines, marks)
    stamps = [
        stamp
        for index, reason in sorted(marks.items())
        if reason in {Reason.TIMESTAMP, Reason.BYLINE}
        for stamp in _stamps_of(lines[index], lines[index - 1] if index else None)
        if stamp[0] is not Label.NONE or not first <= index < end
    ]
    zone = next((stamp_zone for _, _, stamp_zone in stamps if stamp_zone), None)
    for label in Label:
        days = {day for stamp_label, day, _ in stamps if stamp_label is label}
        if len(days) == 1:
            return days.pop(), zone
        if days:
            return None, zone
    return (dateline.day if dateline else None), zone


def _stamps_of(line: Line, before: Line | None) -> list[tuple[Label, date, str | None]]:
    found = []
    inherited = read_timestamp(before.folded) if before else None
    for part in re.split(r"\s[|·•]\s", line.folded):
        stamp = read_timestamp(part) or read_timestamp(_from_day(part))
        if stamp:
            fallback = inherited.label if inherited and not inherited.days else Label.NONE
            found += [(fallback if label is Label.NONE else label, day, stamp.timezone) for label, day in stamp.days]
    return found


def _from_day(part: str) -> str:
    match = re.search(r"\d{4}-|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b\d{1,2} ", part)
    return part[match.start() :] if match else ""
