"""How French is cut into words, figures and sentences, and the small words by which a French text is known.

Elided words keep their apostrophe ("l'", "qu'") and stand apart from the word they lean on, as the French treebanks cut
them; figures are grouped by spaces or points and have a decimal comma (Lexique des règles typographiques en usage à
l'Imprimerie nationale; ISO 80000-1).
"""

from __future__ import annotations

from typing import Final

from articles.extraction.tokens import LETTER, make_pattern

_ELIDED: Final = "c d j l m n s t qu jusqu lorsqu puisqu quoiqu presqu".split()
_LETTERS: Final = "".join(word + word.upper() for word in _ELIDED if len(word) == 1)
WORDS: Final = rf"""
    (?i:aujourd|quelqu|entr|prud|grand)['’]{LETTER}{{1,20}}                       # aujourd'hui
  | (?:[{_LETTERS}]|[Qq][Uu]|(?i:jusqu|lorsqu|puisqu|quoiqu|presqu))['’](?=[^\W_])  # l', d', qu'
"""
FIGURES: Final = r"""
    [0-9]{1,4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{1,4}(?![\d/-]|\.\d)   # 2023-06-30, 30/6/2023
  | [0-9]{1,2}:[0-5][0-9](?::[0-5][0-9])?(?![\d:])                                # 15:30
  | [1-9][0-9]{0,2}(?:[\ \u00a0\u2009\u202f][0-9]{3}){1,12}(?:,[0-9]+)?(?!\d|,\d)   # 1 200,5
  | [0-9]{1,3}(?:\.[0-9]{3}){1,12}(?:,[0-9]+)?(?!\d|[.,]\d)                       # 1.200,5
  | [0-9]{1,3}(?:['’][0-9]{3}){1,12}(?!\d)                                        # 1’200, as Swiss texts have it
  | [0-9]+[.,][0-9]+(?!\d|[.,]\d)                                                 # 3,5
  | [0-9]+
"""
PATTERN: Final = make_pattern(FIGURES, WORDS)
SPELLINGS: Final = (
    {f"{word}’": f"{word}'" for word in _ELIDED}
    | {"aujourd’hui": "aujourd'hui"}
    | {f"quelqu’{rest}": f"quelqu'{rest}" for rest in ("un", "une")}
)
ABBREVIATIONS: Final = frozenset(
    """
    m mm mme mmes mlle dr pr prof me mgr gén col cap lt cdt av bd st ste cie sté n no nos art al cf env p pp vol éd
    tél chap fig janv févr fév avr juil sept oct nov déc
    """.split()
)
STARTERS: Final = frozenset(
    """
    le la les l' un une des ce cette ces il elle ils elles on nous vous je en dans au aux pour par avec sans sur selon
    après avant depuis mais et ou donc car si quand lorsque comme alors ainsi cependant toutefois plus son sa ses leur
    leurs notre nos tout tous toutes chaque d' qu' c' à de du
    """.split()
)
# None of them is a small word of another language of the engine.
FUNCTION_WORDS: Final = frozenset(
    """
    le la les de des du et un une est dans pour que qui sur au aux par pas ce cette ces ses sa été avec plus il elle
    ont sont était avait leur leurs mais selon après depuis entre être fait dont où lui deux aussi sans sous comme
    """.split()
)
