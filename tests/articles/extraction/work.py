"""What reading a text costs, counted in lines of code that are run: the same on every machine, however busy it is."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

from articles.extraction import extract
from tests.articles.extraction.texts import WEDNESDAY


def count_work(text: str, language: str | None = None) -> int:
    """How many lines of the engine's code are run to read a text.

    What a line does in C (a slice, a match) counts as one, whatever its length: that is what the fuzzing's bound on
    time is for. The text is read once before, so that no word is met for the first time: what the engine remembers of
    words would else be counted in the shorter of two texts alone.
    """
    extract(text, published=WEDNESDAY, language=language)
    lines = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        extract(text, published=WEDNESDAY, language=language)
    finally:
        sys.settrace(before)
    return lines
