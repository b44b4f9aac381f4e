"""Text to readings: every figure, date, amount and quotation of a news text, with its place, value and hedge.

Pure: values in, values out. The steps are named by their modules.

1. `languages` tells the language of the text by its small words, and `tokens` cuts it once into words, figures, marks
   and sentences, as that language writes them. Every later step reads these lists by index.
2. `pipeline` goes from anchor to anchor (figures, and the words that a language names); the language's `grammar` reads
   outwards from each, within a bounded reach, and hands on what the words say: a moment (`moments`), an amount
   (`phrases`), a time of day (`clocks`) or a quotation (`language`).
3. `timeline` sets the moments on the calendar, `clocks` the times of day on their days and on the clock of their
   zone; `intervals` applies hedges to bounds; `explanations` puts each reading into words; `contract` spells the
   result as JSON, and `selections` reads what an editor selected by hand.

A folder (`en`, `fr`) is a language: tables of words as data, and grammars of one concern each. What is no matter of
words is shared, and takes tables where it needs them: figures and their groups (`figures`, `figure_groups`), numbers
as they grow word by word (`composition`), phrases that hedge (`hedge_phrases`), ranges, twins, currencies, codes that
count nothing, dates in digits, festivals, names of people and quotation marks (`names`, `quotations`).

A third language is one more folder whose `grammar` makes a `language.Language`, and its name in `languages.LANGUAGES`.
Its tables give measures the singular English name, currencies their ISO code and people `person`, so that articles in
two languages can be compared. Begin with `sentences` (how it is cut), `number_words` and `numerals`; the properties,
the hostile inputs and the fuzzing of the tests run over every language of the registry by themselves.
"""

from articles.extraction.contract import to_json
from articles.extraction.languages import choose_language, list_vague_words
from articles.extraction.pipeline import extract
from articles.extraction.selections import read_claim

__all__ = ["choose_language", "extract", "list_vague_words", "read_claim", "to_json"]
