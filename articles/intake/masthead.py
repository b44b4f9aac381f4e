"""What a page says of itself around the article: its title, its outlet, the day it was published and its time zone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles.intake.documents import Reason
from articles.intake.furniture import Marks, body_range, dated_by
from articles.intake.lines import Line
from articles.intake.outlets import find_outlet, known_outlet_of_address, outlet_of_phrase
from articles.intake.phrases import NAME_PARTICLES
from articles.intake.timestamps import Label, find_day, read_day, read_timestamp
from articles.values import Span

_MAX_TITLE_LENGTH = 300
_KICKER_WORDS = 2
_REPEATED_WITHIN = 12
_MAX_HEAD = 60

_FULL_STOP = re.compile(r"(?<!\b\w)[.。]\W{0,3}$")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")
_TITLE_SUFFIX = re.compile(r"\s+[|–—-]\s+(?=[^|–—]{2,40}$)")
_DATELINE = re.compile(
    r"(?P<place>[^()\n—–]{2,80}?)\s*(?:\((?P<agency>[^()\n]{2,40})\)\s*(?:[—–-]{1,2}|:)|[—–]|\s--?)(?:\s|$)"
)
_MAX_DATELINE = 200
_NO_PLACES = frozenset(("on", "in", "at", "by", "from", "since", "until", "before", "after", "as", "of", "through"))
_DATELINE_RANK = len(Label)
_OVER_TITLE_RANK = _DATELINE_RANK + 1
_STAMP_PARTS = re.compile(r"\s[|·•]\s")
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
    agency: str | None
    day: date | None


def find_title(lines: Sequence[Line], marks: Marks) -> Title | None:
    """The headline over the article: a Markdown heading, a repeated line, else the first line that can be one."""
    first, _ = body_range(lines, marks)
    head = [index for index in range(min(first, _MAX_HEAD)) if index not in marks and _may_be_title(lines[index])]
    if not head:
        return None
    chosen = min(head, key=lambda index: (_rank_title(lines, index), index))
    title = lines[chosen].bare
    extra = {
        index: Reason.REPEATED_TITLE
        for index, line in enumerate(lines)
        if index > chosen and index not in marks and title and line.bare == title
    }
    kickers = {index: Reason.NAVIGATION for index in head if index < chosen and _is_kicker(lines[index])}
    return Title(_clean_title(lines[chosen].text), chosen, extra | kickers)


def _may_be_title(line: Line) -> bool:
    return len(line.text) <= _MAX_TITLE_LENGTH and (not line.ends_sentence or not _FULL_STOP.search(line.text))


def _rank_title(lines: Sequence[Line], index: int) -> int:
    line = lines[index]
    if _MARKDOWN_HEADING.match(line.text):
        return 0
    if _is_kicker(line):
        return 3
    return 1 if any(other.bare == line.bare for other in lines[index + 1 : index + _REPEATED_WITHIN]) else 2


def _is_kicker(line: Line) -> bool:
    return len(line.text.split()) <= _KICKER_WORDS and not line.has_figure


def _clean_title(text: str) -> str:
    title = _MARKDOWN_HEADING.sub("", text, count=1).strip(" *_#")
    parts = _TITLE_SUFFIX.split(title)
    if len(parts) > 1 and find_outlet(parts[-1]):
        title = title[: title.rindex(parts[-1])].rstrip(" |–—-")
    return " ".join(title.split())


def find_dateline(lines: Sequence[Line], marks: Marks) -> Dateline | None:
    """The dateline at the head of the article's first paragraph."""
    first, end = body_range(lines, marks)
    match = _DATELINE.match(lines[first].text[:_MAX_DATELINE]) if first < end else None
    if not match:
        return None
    place, agency = match["place"].strip(), match["agency"]
    day = find_day(place.casefold())
    town = place[: day.start()] if day else place
    dated = day is not None and day.end() == len(place)
    if not (dated or _CAPITALS.search(town)) or not (agency or _is_place(town)):
        return None
    start = lines[first].span.start
    name = (find_outlet(agency) or agency.strip()) if agency else None
    return Dateline(Span(start, start + len(match[0].rstrip())), name, read_day(place))


def _is_place(words: str) -> bool:
    names = words.split()
    named = all(name[:1].isupper() or name in NAME_PARTICLES for name in names)
    return named and not (names and names[0].casefold() in _NO_PLACES)


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
    if dateline and dateline.agency:
        return dateline.agency
    signed = _first_named(furniture, _SIGNATURES, known=True)
    if signed:
        return signed
    credits_ = (find_outlet(lines[index].bare) for index, reason in sorted(marks.items()) if reason is Reason.CREDIT)
    by_credit = next((name for name in credits_ if name), None)
    if by_credit:
        return by_credit
    return next((name for line in furniture if (name := known_outlet_of_address(line.text))), None)


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


def find_published(
    lines: Sequence[Line], marks: Marks, title: Title | None, dateline: Dateline | None
) -> tuple[date | None, str | None]:
    """The day of publication and the time zone, where the page's time stamps say them without contradiction.

    Days labelled "published" come first, then days without a label under the title, then "updated", then a dateline
    that names the year, then a day over the title, where some sites print today's. Two different days of one rank tell
    nothing, and a day between the paragraphs without a label is the story's.
    """
    first, end = body_range(lines, marks)
    zone = None
    ranks: dict[int, set[date]] = {}
    if dateline and dateline.day:
        ranks[_DATELINE_RANK] = {dateline.day}
    for index, reason in sorted(marks.items()):
        if reason in {Reason.TIMESTAMP, Reason.BYLINE}:
            for label, day, stamp_zone in _stamps_of(lines[index], lines[index - 1] if index else None):
                zone = zone or stamp_zone
                over_title = label is Label.NONE and title is not None and index < title.line
                if label is not Label.NONE or not first <= index < end:
                    ranks.setdefault(_OVER_TITLE_RANK if over_title else label.value, set()).add(day)
    best = ranks[min(ranks)] if ranks else set()
    return (next(iter(best)) if len(best) == 1 else None), zone


def _stamps_of(line: Line, before: Line | None) -> list[tuple[Label, date, str | None]]:
    found = []
    inherited = read_timestamp(before.folded) if before else None
    for part in _STAMP_PARTS.split(line.folded):
        day = find_day(part)
        stamp = read_timestamp(part) or (read_timestamp(part[day.start() :]) if day else None)
        if stamp:
            fallback = inherited.label if inherited and not inherited.days else Label.NONE
            found += [(fallback if label is Label.NONE else label, day, stamp.timezone) for label, day in stamp.days]
    return found or [(label, day, None) for stamp in (dated_by(line),) if stamp for label, day in stamp.days]
