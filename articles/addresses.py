"""Addresses on the web, as they stand in what outlets publish: which of them may be made a link."""

from __future__ import annotations

import re

# A scheme that only loads a page, and nothing in which a browser or Markdown sees the end of the address, or a reader
# something else than stands there.
_WEB_ADDRESS = re.compile(
    r"https?://[^\s\x00-\x20\x7f<>\"`\\^{|}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+", re.IGNORECASE
)


def web_address(text: str) -> str:
    """The address, where a link may lead there; else nothing."""
    return text if _WEB_ADDRESS.fullmatch(text) else ""
