"""Text to readings: every figure, date, amount and quotation of a news text, with its place, value and hedge.

Pure: values in, values out. The steps are named by their modules: `tokens` cuts the text, the grammars of a language
(`en`) read around anchors, `timeline` sets moments on the calendar, `pipeline` runs them, `contract` spells the result.
"""

from articles.extraction.contract import to_json
from articles.extraction.languages import list_vague_words
from articles.extraction.pipeline import extract
from articles.extraction.selections import read_claim

__all__ = ["extract", "list_vague_words", "read_claim", "to_json"]
