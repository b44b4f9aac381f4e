"""Files that are no plain text, known by their first bytes or words: each with the sentence that sends it back.

Signatures: the "magic numbers" of the formats' own specifications, as the file(1) database lists them.
"""

from __future__ import annotations

import re

_SAVE_AS_TEXT = "cannot be read yet: save its text as a .txt file and take that in."

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", f"This is a PDF, which {_SAVE_AS_TEXT}"),
    (b"PK\x03\x04", f"This is a Word or other zipped document, which {_SAVE_AS_TEXT}"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"This is an old Word or Office document, which {_SAVE_AS_TEXT}"),
    (b"{\\rtf", f"This is a rich text (RTF) document, which {_SAVE_AS_TEXT}"),
    (b"\x89PNG\r\n\x1a\n", "This is a picture (PNG), not a text: take in the article's text instead."),
    (b"\xff\xd8\xff", "This is a picture (JPEG), not a text: take in the article's text instead."),
    (b"GIF8", "This is a picture (GIF), not a text: take in the article's text instead."),
    (b"\x1f\x8b", "This is a compressed file (gzip): unpack it and take in the text inside."),
    (b"BZh", "This is a compressed file (bzip2): unpack it and take in the text inside."),
    (b"\xfd7zXZ\x00", "This is a compressed file (xz): unpack it and take in the text inside."),
    (b"7z\xbc\xaf\x27\x1c", "This is a compressed file (7z): unpack it and take in the text inside."),
)

_MARKUP: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE),
        "This is a feed (RSS or Atom), which cannot be read yet: save the text of each story as a .txt file.",
    ),
    (
        re.compile(
            r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--[^>]{0,500}-->\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE
        ),
        "This is a web page (HTML), which cannot be read yet: copy the article's text into a .txt file.",
    ),
)


def refuse_by_signature(data: bytes) -> str | None:
    """The sentence for bytes of a known format that is no text, else None."""
    return next((sentence for start, sentence in _SIGNATURES if data.startswith(start)), None)


def refuse_by_markup(text: str) -> str | None:
    """The sentence for a text that is the source of a web page or a feed, else None."""
    head = text[:2000]
    return next((sentence for pattern, sentence in _MARKUP if pattern.match(head)), None)
