"""The header that some files open with: `key: value` lines, between `---` lines as static sites write them, or bare.

Only what a news text needs of YAML is read: one value a line, quotes around it or not. Keys that are not known are
skipped, and the whole header is furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.intake.lines import Line
from articles.values import Span

_KEYS = {
    alias: key
    for key, aliases in {
        "title": "title headline",
        "source": "source outlet publisher site",
        "published": "published date published_at published_on publication_date pubdate",
        "url": "url link canonical canonical_url address",
        "timezone": "timezone time_zone tz",
        "language": "language lang locale",
    }.items()
    for alias in aliases.split()
}
_ENTRY = re.compile(r"([A-Za-z][A-Za-z _-]{0,30}?)\s?:(?:\s+(.*))?$")
_NOTHING = frozenset({"", "~", "null", "none", "unknown", "n/a", "-", "?"})
_FENCE = "---"
_MAX_LINES = 60
_FEWEST_BARE = 2


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The header's known keys with their values (never empty), and where it stands; `span` is None without one."""

    values: dict[str, str] = field(default_factory=dict)
    span: Span | None = None


def read_front_matter(lines: tuple[Line, ...]) -> FrontMatter:
    """The header that the text opens with, or an empty one."""
    if not lines:
        return FrontMatter()
    if lines[0].text == _FENCE:
        end = next((n for n, line in enumerate(lines[1:_MAX_LINES], 1) if line.text in {_FENCE, "..."}), None)
        if end is None or not all(_may_stand_in_header(line) for line in lines[1:end]):
            return FrontMatter()
        return FrontMatter(_values(lines[1:end]), Span(lines[0].span.start, lines[end].span.end))
    return _read_bare(lines)


def _read_bare(lines: tuple[Line, ...]) -> FrontMatter:
    count = 0
    for line in lines[:_MAX_LINES]:
        match = _ENTRY.match(line.text)
        if not match or _key(match[1]) not in _KEYS or (count and line.opens_block):
            break
        count += 1
    values = _values(lines[:count])
    ended = count == len(lines) or lines[count].opens_block
    if count < _FEWEST_BARE or not ended:
        return FrontMatter()
    return FrontMatter(values, Span(lines[0].span.start, lines[count - 1].span.end))


def _may_stand_in_header(line: Line) -> bool:
    return _ENTRY.match(line.text) is not None or line.text.startswith(("#", "- "))


def _values(lines: Iterable[Line]) -> dict[str, str]:
    values: dict[str, str] = {}
    for line in lines:
        match = _ENTRY.match(line.text)
        key = _KEYS.get(_key(match[1])) if match else None
        if match and key:
            value = _unquote(match[2] or "")
            if value.casefold() not in _NOTHING:
                values.setdefault(key, value)
    return values


def _key(words: str) -> str:
    return words.strip().casefold().replace(" ", "_").replace("-", "_")


def _unquote(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"').replace("''", "'").strip()
    return value.split(" #", 1)[0].strip()
