"""Words of labels: what is asked of a thing, and what names no fact by itself."""

from __future__ import annotations

from articles.values import Kind

ASKED: dict[Kind, str] = {
    Kind.QUANTITY: "number",
    Kind.MONEY: "amount",
    Kind.PERCENTAGE: "percentage",
    Kind.DURATION: "length of time",
    Kind.ORDINAL: "place",
    Kind.DATE: "date",
    Kind.TIME: "time",
    Kind.QUOTE: "quotation",
    Kind.STATEMENT: "statement",
}
"""What is asked of a thing, after its name: "Peacekeepers killed: date"."""

BEFORE_A_VERB: dict[Kind, str] = {
    Kind.QUANTITY: "number",
    Kind.MONEY: "amount",
    Kind.PERCENTAGE: "share",
    Kind.DURATION: "time",
    Kind.ORDINAL: "place",
    Kind.DATE: "date",
    Kind.TIME: "time",
    Kind.QUOTE: "words",
    Kind.STATEMENT: "statement",
}
"""What is asked, before a verb that has no subject: "Amount saved"."""

EXTENTS: dict[str, str] = {
    "high": "height", "tall": "height", "long": "length", "wide": "width", "deep": "depth", "thick": "thickness",
    "away": "distance",
}  # fmt: skip
"""What is measured, by the word after the measure: "72 metres high"."""

LIVES, LOST = frozenset({"lives", "life"}), "lost"
"""Lives that are cost, claimed or taken are lost."""

WEAK: frozenset[str] = frozenset(
    "good bad new old high tall long wide deep thick short low big small great huge own male female past next last "
    "early late open closed shut alive indoors outdoors upstream downstream inside outside away apart central "
    "typical whole full empty free ready due likely lean clear sure true false sticking".split()
)
"""What something is like, or where it is, however often it stands beside a figure."""
