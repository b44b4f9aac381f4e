"""The templates of the sentences that the engine makes, marked where they stand so that they can be said in French too.

The engine speaks English, and what it says is stored and exported so. Each of its templates is marked: the tools that
gather messages for translation know the name of the mark, and whoever shows a sentence reads it back by the marked
templates (factsheet/phrasebook.py), however long ago it was stored.
"""

from __future__ import annotations

_MARKED: dict[str, None] = {}


def gettext_noop(template: str) -> str:
    """The template as it is, with a slot in braces for each thing to be filled in: "{a} and {b} are different words."

    To be called once for each template, where its module is loaded.
    """
    _MARKED[template] = None
    return template


def marked_templates() -> tuple[str, ...]:
    """Every template of the modules that are loaded, in the order in which they were marked."""
    return tuple(_MARKED)
