"""What on a page is not the article: each rule looks at one line, or at the lines under a heading, and says why.

A mark on a real paragraph would lose its claims, so a rule fires only on lines that cannot well be prose, or that carry
a phrase which pages carry and articles do not; where both readings are likely the line stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from articles.extraction.languages import MONTHS, WEEKDAYS
from articles.intake.documents import Reason
from articles.intake.lines import Line
from articles.intake.outlets import find_outlet, outlet_of_phrase
from articles.intake.patterns import (
    ABOUT_CUES,
    ABOUT_LINE,
    CAPTION_SIGNS,
    CAPTIONS,
    HEAD_CAPTION,
    MAX_CAPTION_LENGTH,
    PLACEHOLDER,
)
from articles.intake.phrases import (
    MAX_OPENING_WORDS,
    NAME_PARTICLES,
    OPENINGS,
    SHARING_ACTS,
    SHARING_FILLERS,
    SHARING_NAMES,
    SIGNATURES,
    STRONG_STORY_HEADINGS,
    WEAK_STORY_HEADINGS,
    WHOLE_LINES,
)
from articles.intake.timestamps import Timestamp, find_day, read_timestamp

# Longer summaries than this under the headline of another story are rather the article going on.
_MAX_SUMMARY_WORDS = 40
_MAX_HEADLINE_WORDS = 30
_MAX_NAME_WORDS = 12
# Names, times and links to share by fill no longer line; what is longer need not be taken apart to see that.
_MAX_PARTS_LENGTH = 250
_MAX_LABEL_WORDS = 4
_LONGEST_SUFFIX = len("Jr.")

_OPENINGS = tuple(OPENINGS)
_SHARING_WORDS = SHARING_NAMES | SHARING_ACTS | SHARING_FILLERS
_LINKS = frozenset(
    ("by", "in", "on", "date", "post", "posted", "published", "updated", "accessibility", "links", "-", "–", "—")
)
_NO_NAMES = frozenset((*MONTHS, *WEEKDAYS))
_SEGMENTS = re.compile(r"\s[|·•]\s|\s{2,}")
_CRUMBS = re.compile(r"\s*[>»›→/]\s*|\s[|·•]\s")
_WORD_BREAK = re.compile(r"[|/,·•]")
_COUNT = re.compile(r"[\d.,]+[km+]?$")
_ADDRESS = re.compile(r"(?:https?://\S+|www\.\S+\.\S+|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,40}|@\w{2,40})$")
_PICTURE_LINK = re.compile(r"!\[[^\]]{0,400}\]\([^)]{0,600}\)$")
_RULE = re.compile(r"[\s*_=~#•·–—-]{3,}$")

_LEAD = " #>*-–—•·|([➡→▶►»"

Marks = dict[int, Reason]


def find_furniture(lines: Sequence[Line]) -> Marks:
    """The reason for each line (by its index) that is not part of the article; the title's own lines come later."""
    marks: Marks = {}
    in_head = True
    for index, line in enumerate(lines):
        reason = _reason_of(line, in_head=in_head)
        if reason:
            marks[index] = reason
        elif line.is_prose:
            in_head = False
    _mark_other_stories(lines, marks)
    _mark_about(lines, marks)
    _mark_bare_days(lines, marks)
    _mark_foot(lines, marks)
    return marks


def body_range(lines: Sequence[Line], marks: Marks) -> tuple[int, int]:
    """The index of the first paragraph of the article, and that after its last; equal where there is no paragraph."""
    prose = [index for index, line in enumerate(lines) if index not in marks and line.is_prose]
    return (prose[0], prose[-1] + 1) if prose else (len(lines), len(lines))


def _reason_of(line: Line, *, in_head: bool) -> Reason | None:
    if not line.folded:
        return None
    for rule in _LINE_RULES:
        reason = rule(line)
        if reason:
            return reason
    return _reason_in_head(line) if in_head else None


def _by_phrase(line: Line) -> Reason | None:
    reason = WHOLE_LINES.get(line.words)
    if reason:
        return reason
    opening = line.folded.lstrip(_LEAD)
    if opening.startswith(_OPENINGS) and len(opening.split()) <= MAX_OPENING_WORDS:
        return next(reason for phrase, reason in OPENINGS.items() if opening.startswith(phrase))
    if opening.startswith(SIGNATURES) and not line.has_figure:
        return Reason.CREDIT
    return Reason.BOILERPLATE if outlet_of_phrase(line.bare) else None


def _by_shape(line: Line) -> Reason | None:
    if _ADDRESS.match(line.folded):
        return Reason.NAVIGATION
    if _PICTURE_LINK.match(line.folded):
        return Reason.CAPTION
    if PLACEHOLDER.match(line.folded):
        return Reason.ADVERTISING
    return Reason.NAVIGATION if _RULE.match(line.folded) else None


def _by_sharing_words(line: Line) -> Reason | None:
    if len(line.bare) > _MAX_PARTS_LENGTH:
        return None
    words = _WORD_BREAK.sub(" ", line.bare).split()
    if not all(word in _SHARING_WORDS or _COUNT.match(word) for word in words):
        return None
    names = sum(1 for word in words if word in SHARING_NAMES)
    acts = sum(1 for word in words if word in SHARING_ACTS)
    return Reason.SHARING if names or acts > 1 else None


def _by_timestamp(line: Line) -> Reason | None:
    stamp = read_timestamp(line.folded)
    return Reason.TIMESTAMP if stamp and stamp.says_when else None


def _by_byline(line: Line) -> Reason | None:
    if len(line.text) > _MAX_PARTS_LENGTH:
        return None
    segments = [part for part in _SEGMENTS.split(line.text) if part.strip()]
    reasons = [_byline_part(part) for part in segments]
    if len(segments) == 1:
        return Reason.BYLINE if reasons[0] is Reason.BYLINE else None
    unsigned = [part for part, reason in zip(segments, reasons, strict=True) if not reason]
    dated = Reason.TIMESTAMP in reasons and all(_is_full_name(part) for part in unsigned)
    return Reason.BYLINE if dated or (Reason.BYLINE in reasons and not unsigned) else None


def _byline_part(part: str) -> Reason | None:
    folded = " ".join(part.casefold().split()).strip("*_ ")
    if folded.startswith("by "):
        day = find_day(folded)
        if day and read_timestamp(folded[day.start() :]):
            words = part.split()
            return Reason.BYLINE if _are_names(words[1 : len(folded[: day.start()].split())]) else None
        return Reason.BYLINE if _are_names(part.strip("*_ ").split()[1:]) else None
    if read_timestamp(folded):
        return Reason.TIMESTAMP
    return Reason.CREDIT if find_outlet(folded) else None


def _is_full_name(part: str) -> bool:
    words = part.strip("*_ ").split()
    return 1 < len(words) <= _MAX_LABEL_WORDS and _are_names(words)


def _are_names(words: list[str]) -> bool:
    words = [word.strip("*_,;") for word in words]
    if not 0 < len(words) <= _MAX_NAME_WORDS or words[0].casefold().strip(".") in _NO_NAMES:
        return False
    ends_sentence = len(words[-1]) > _LONGEST_SUFFIX and words[-1].endswith((".", "!", "?"))
    if ends_sentence or any(char.isdigit() for word in words for char in word):
        return False
    return words[0][:1].isupper() and all(
        word[:1].isupper() or word.casefold() in NAME_PARTICLES or not word[:1].isalpha() for word in words
    )


def _by_caption(line: Line) -> Reason | None:
    if len(line.folded) > MAX_CAPTION_LENGTH or not any(map(line.folded.__contains__, CAPTION_SIGNS)):
        return None
    return Reason.CAPTION if any(pattern.match(line.folded) for pattern in CAPTIONS) else None


def _by_about(line: Line) -> Reason | None:
    return Reason.BOILERPLATE if ABOUT_LINE.match(line.folded) else None


_LINE_RULES: tuple[Callable[[Line], Reason | None], ...] = (
    _by_phrase,
    _by_shape,
    _by_sharing_words,
    _by_timestamp,
    _by_byline,
    _by_caption,
    _by_about,
)


def _reason_in_head(line: Line) -> Reason | None:
    if HEAD_CAPTION.match(line.folded):
        return Reason.CAPTION
    if find_outlet(line.bare):
        return Reason.CREDIT
    if dated_by(line):
        return Reason.TIMESTAMP
    parts = [part.strip() for part in _CRUMBS.split(line.folded)]
    few = 2 if "|" not in line.folded else 3
    if len(parts) >= few and not line.ends_sentence and not any(find_outlet(part) for part in parts):
        short = all(0 < len(part.split()) <= _MAX_LABEL_WORDS for part in parts)
        return Reason.NAVIGATION if short and not line.has_figure else None
    return None


def dated_by(line: Line) -> Timestamp | None:
    """The time stamp in a line that holds a day and, beside it, a name or a section and nothing else.

    Such as "Orava, December 20", "June 30, 2023 by Anna Kowalska" and "May 16 2024 Valley Health News".
    """
    match = find_day(line.folded)
    if not match or ":" in line.folded[: match.start()]:
        return None
    before, after = line.folded[: match.start()].split(), line.folded[match.end() :].split()
    words = line.text.split()
    beside = (*words[: len(before)], *words[len(words) - len(after) :])
    names = [word for word in beside if word.casefold() not in _LINKS]
    named = not names or (len(names) <= _MAX_LABEL_WORDS and _are_names(names))
    return read_timestamp(match[0]) if beside and named else None


def _mark_other_stories(lines: Sequence[Line], marks: Marks) -> None:
    """Lists of other stories under a heading; not before the first paragraph, where a list and the title look alike."""
    index, _ = body_range(lines, marks)
    while index < len(lines):
        heading = {lines[index].words, lines[index].words.partition(" from ")[0]}
        end = index
        if heading & STRONG_STORY_HEADINGS:
            end = _end_of_stories(lines, marks, index + 1, summaries=True)
        if heading & WEAK_STORY_HEADINGS or index < end < len(lines):
            end = _end_of_stories(lines, marks, index + 1, summaries=False)
        marks.update((story, Reason.OTHER_STORIES) for story in range(index, end) if story not in marks)
        index = max(end, index + 1)


def _end_of_stories(lines: Sequence[Line], marks: Marks, start: int, *, summaries: bool) -> int:
    """The index of the first line from `start` on that is no headline, cut-off teaser or (if allowed) short summary."""
    after_headline = False
    for index in range(start, len(lines)):
        line = lines[index]
        words = len(line.folded.split())
        if index in marks or (line.folded and line.trails_off and words <= _MAX_SUMMARY_WORDS):
            after_headline = False
        elif line.folded and not line.is_prose and words <= _MAX_HEADLINE_WORDS:
            after_headline = True
        elif summaries and after_headline and 0 < words <= _MAX_SUMMARY_WORDS:
            after_headline = False
        else:
            return index
    return len(lines)


def _mark_about(lines: Sequence[Line], marks: Marks) -> None:
    """The last paragraph, where it speaks of the page's makers."""
    first, end = body_range(lines, marks)
    cues = sum(1 for pattern in ABOUT_CUES if pattern.search(lines[end - 1].folded)) if end - first > 1 else 0
    if cues > 1:
        marks[end - 1] = Reason.BOILERPLATE


def _mark_bare_days(lines: Sequence[Line], marks: Marks) -> None:
    """A line that is only a day dates the page before or after the article; within, it heads a chronicle's entry."""
    first, end = body_range(lines, marks)
    for index, line in enumerate(lines):
        if first < end and index not in marks and not first <= index < end and read_timestamp(line.folded):
            marks[index] = Reason.TIMESTAMP


def _mark_foot(lines: Sequence[Line], marks: Marks) -> None:
    """After the last paragraph and the first furniture there, short lines without a figure are the site's."""
    _, end = body_range(lines, marks)
    seen = False
    for index in range(end, len(lines)):
        if index in marks:
            seen = True
        elif seen and not (lines[index].is_prose or lines[index].ends_sentence or lines[index].has_figure):
            marks[index] = Reason.NAVIGATION
