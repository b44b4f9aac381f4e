"""An edition as Markdown (CommonMark) with footnotes, as GitHub and Pandoc write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from articles.addresses import web_address
from factsheet.export.content import Citation, EditionContent, FactLine
from factsheet.export.edition import read_edition

# What means something inside a line; CommonMark lets a backslash stand before any ASCII punctuation (section 2.4).
MARKS = re.compile(r"([\\`*_\[\]<>&|~#$^])")
# What means something only where a line begins; every text here may come to stand there.
OPENING = re.compile(r"^([-+=:]|[0-9]+[.)])")
# What stands in the place of an answer that there is not.
UNANSWERED = {"open": "still open", "not_established": "not established"}


def write_markdown(body: bytes) -> bytes:
    """The edition stored as `body` as text for people: a list of facts under their headings, and their footnotes.

    Raises:
        EditionError: when the bytes are no edition.
    """
    content = read_edition(body).content
    blocks = [*_write_head(content), *_write_facts(content.facts), *_write_footnotes(content.iterate_citations())]
    return ("\n\n".join(blocks) + "\n").encode()


def escape_text(text: str) -> str:
    """The text in one line, with nothing in it that Markdown or HTML would act on."""
    line = MARKS.sub(r"\\\1", " ".join(text.split()))
    return OPENING.sub(lambda match: f"{match[1][:-1]}\\{match[1][-1]}", line)


def _write_head(content: EditionContent) -> Iterator[str]:
    yield f"# {escape_text(content.title)}"
    if content.summary:
        yield escape_text(content.summary)
    approved = f", approved by {escape_text(content.approved_by)}" if content.approved_by else ""
    moment = f"{content.published_at:%Y-%m-%d %H:%M} UTC"
    yield f"Edition {content.number}, published {moment} by {escape_text(content.published_by)}{approved}."
    if content.note:
        yield f"**{(content.kind or 'note').capitalize()}:** {escape_text(content.note)}"


def _write_facts(facts: Iterable[FactLine]) -> Iterator[str]:
    for heading, group in groupby(facts, key=lambda fact: fact.heading):
        if heading:
            yield f"## {escape_text(heading)}"
        yield "\n".join(_write_fact(fact) for fact in group)


def _write_fact(fact: FactLine) -> str:
    limits = [escape_text(fact.scope)] if fact.scope else []
    limits += [f"as of {fact.as_of}"] if fact.as_of else []
    limits += ["disputed"] if fact.state == "disputed" else []
    label = f"**{escape_text(fact.label)}**" + (f" ({', '.join(limits)})" if limits else "")
    answer = escape_text(fact.answer.text) if fact.answer else UNANSWERED.get(fact.state, "no answer")
    lines = [f"- {label}: {answer}{_mark(fact.citations)}"]
    if fact.rationale:
        lines.append(f"  Why: {escape_text(fact.rationale)}")
    if fact.dissent:
        others = ", ".join(f"“{escape_text(citation.text)}”{_mark([citation])}" for citation in fact.dissent)
        lines.append(f"  Others say: {others}")
    # Two spaces at the end of a line break it.
    return "  \n".join(lines)


def _mark(citations: Iterable[Citation]) -> str:
    return "".join(f"[^{citation.number}]" for citation in citations)


def _write_footnotes(citations: Iterable[Citation]) -> Iterator[str]:
    notes = {citation.number: citation for citation in citations}
    if notes:
        yield "\n".join(f"[^{number}]: {_write_note(notes[number])}" for number in sorted(notes))


def _write_note(citation: Citation) -> str:
    title = escape_text(citation.article_title or citation.article_url or "without a title")
    parts = [escape_text(citation.source)] if citation.source else []
    parts += [f"[{title}](<{citation.article_url}>)" if web_address(citation.article_url) else title]
    parts += [f"{citation.article_published}"] if citation.article_published else []
    said_by = f" (said by {escape_text(citation.attribution)})" if citation.attribution else ""
    return f"{', '.join(parts)}: “{escape_text(citation.sentence)}”{said_by}"
