"""Where a text credits an outlet, and which one: "(AP) —", "per Reuters", "Source: AFP", "the Bay Times reported"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from factsheet.reconcile.lexicon.agencies import AGENCIES, MEDIA, OUTLET_ENDINGS

LONGEST_NAME = 80
PICTURE = re.compile(r"\b(photo|photograph|picture[ds]?|image|handout|getty|caption|file)\b", re.IGNORECASE)


KNOWN = {alias: name for table in (MEDIA, AGENCIES) for name, others in table.items() for alias in (name, *others)}
"""The papers, stations and agencies of the tables by every form of their names."""


def aliases_of(sources: Iterable[str]) -> dict[str, str]:
    """The outlets that a credit may name, those of the tables and these sources, by every form of their names."""
    outlets = {name: KNOWN.get(name, name) for source in sources if len(name := source.strip()) > 2}
    return {**outlets, **{name.removeprefix("The "): outlet for name, outlet in outlets.items()}, **KNOWN}


WHOLE, AFTER, BEFORE, HEARD = "=", ">", "<", "~"
"""How a credit is told: these words are the name, they begin with it, or they end in it; HEARD words begin with it too,
and only somebody or something was heard or seen there.
"""

DATELINE = re.compile(rf"\(([^()\n]{{1,{LONGEST_NAME}}})\)\s*\.?[-–—]|(?<!\S)/([^/\n]{{1,{LONGEST_NAME}}})/[.\s]")
BYLINE = re.compile(rf"^[Bb][Yy]\s+(\S.{{0,{LONGEST_NAME - 1}}}?)\s*$")
CREDIT_LINE = re.compile(
    rf"^[(\[*–—-]*\s*(?:(?:[Ss]ources?|[Cc]redit|[Vv]ia|[Aa]gency)\s*:|©|\([Cc]\)|[Cc]opyright|[Ww]ith inputs from"
    rf"|[Tt]his (?:story|article|report) (?:was|is) (?:first |originally )?(?:published|reported|provided) by)"
    rf"\s*(?:\d{{4}}\s+)?([^\s.].{{0,{LONGEST_NAME - 1}}}?)[\s.)\]]*$"
)
SIGNATURE = re.compile(rf"^\s*[(–—-]+\s*([^()\n]{{1,{LONGEST_NAME}}}?)\s*\)?\s*$")
CREDIT = re.compile(
    r"\b(?:[Pp]er|[Vv]ia|[Aa]ccording to|[Rr]eported by|[Cc]iting|[Qq]uoting|[Qq]uoted by|[Cc]ited by)\s+"
)
SEEN = re.compile(
    r"\b(?:[Ss]een by|[Oo]btained by|[Rr]eviewed by|[Tt]old|(?:[Ss]peaking|[Tt]alking|[Ss]poke) to|interview with"
    r"|statement to)\s+"
)
REPORTED = re.compile(
    r"(?:\s+news agency)?\s+(?:has\s+|had\s+|first\s+)?"
    r"(?:reported|reports|wrote|quoted|quotes|cited|said it had seen)\b"
)
ARTICLE = re.compile(r"^[Tt]he\s+")
EDGE = re.compile(r"\b")


def find_credits(lead: str) -> Iterator[str]:
    """Where the beginning of a text may credit an outlet, each with the words that name it or nobody.

    "(AP) —", "/TASS/", "per Reuters", "seen by Reuters", "Reuters reported", "By Reuters". Which of the words is an
    outlet's name is seen when the outlets of the sheet are known. Lines about pictures are passed over.
    """
    for line in lead.splitlines():
        if PICTURE.search(line):
            continue
        yield from (f"{WHOLE}{found[1] or found[2]}" for found in DATELINE.finditer(line))
        if byline := BYLINE.match(line):
            yield f"{WHOLE}{byline[1]}"
        for how, pattern in ((AFTER, CREDIT), (HEARD, SEEN)):
            yield from (f"{how}{line[found.end() : found.end() + LONGEST_NAME]}" for found in pattern.finditer(line))
        for found in REPORTED.finditer(line):
            yield f"{BEFORE}{line[max(found.start() - LONGEST_NAME, 0) : found.start()]}"


def find_credit_lines(tail: str) -> Iterator[str]:
    """As `find_credits`, in the last lines of a text that say where all of it is from: "Source: AFP", "© Reuters".

    Whoever "contributed" has no more than a part in it.
    """
    for line in tail.splitlines()[-LAST_LINES:]:
        if PICTURE.search(line):
            continue
        if found := CREDIT_LINE.match(line.strip()) or SIGNATURE.match(line):
            yield f"{WHOLE}{found[1].strip()}"


LAST_LINES = 4


def outlet_of(told: str, aliases: Mapping[str, str]) -> str | None:
    """The outlet that a credit names, by the longest name that its words hold."""
    how, words = told[0], told[1:]
    if how == WHOLE:
        return aliases.get(ARTICLE.sub("", words, count=1)) or _outlet_named(words, at_start=True)
    edges = [found.start() for found in EDGE.finditer(words)]
    if how == BEFORE:
        known = next((aliases[words[edge:]] for edge in edges if words[edge:] in aliases), None)
        return known or _outlet_named(words, at_start=False)
    begins = [article.end()] if (article := ARTICLE.match(words)) else []
    names = (words[begin:edge] for begin in (*begins, 0) for edge in reversed(edges) if edge > begin)
    return next((aliases[name] for name in names if name in aliases), None) or _outlet_named(words, at_start=True)


NAMED = re.compile(r"(?:[Tt]he\s+)?((?:[A-Z][\w’'-]+\s+){1,3})([A-Z][\w]+)\b(?!\s+[A-Z])")


def _outlet_named(words: str, *, at_start: bool) -> str | None:
    """A paper or station that no table knows, by what its name ends in: "the Harbour Times"."""
    found = (
        NAMED.match(words)
        if at_start
        else next((one for one in NAMED.finditer(words) if one.end() == len(words)), None)
    )
    return " ".join(f"{found[1]}{found[2]}".split()) if found and found[2] in OUTLET_ENDINGS else None
