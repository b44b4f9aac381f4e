"""Whether a figure is an amount of change, and whether the article itself takes it back."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articles.extraction.phrases import Amount
from articles.extraction.tokens import Tokens
from articles.values import Change, ClaimStatus, Kind

_UP: Final = """
    augmenté augmente augmentent augmentait augmentera augmenter augmentant progressé progresse progressent progressait
    progresser progressant grimpé grimpe grimpent grimper bondi bondit bondir gagné gagne gagnent gagner gagnant monté
    monte montent monter accru accroît accroître crû croît croître majoré relevé relève relever haussé hausser ajouté
    rallongé élargi enflé gonflé envolé envole explosé renchéri apprécié augmentation augmentations hausse hausses
    progression bond accroissement croissance envolée relèvement majoration gain gains
"""
_DOWN: Final = """
    baissé baisse baissent baissait baissera baisser baissant reculé recule reculent reculer reculant diminué diminue
    diminuent diminuer diminuant chuté chute chutent chuter perdu perd perdent perdre perdant cédé cède cèdent céder
    tombé tombe tomber plongé plonge plonger réduit réduire réduits réduite réduites fléchi abaissé abaisse abaisser
    amputé rétréci contracté effondré effondre raboté ralenti décru diminution diminutions baisses recul reculs
    réduction réductions repli contraction plongeon dégringolade effondrement perte pertes décrue
"""
DIRECTIONS: Final = dict.fromkeys(_UP.split(), Change.UP) | dict.fromkeys(_DOWN.split(), Change.DOWN)
# "A gagné 3 %" and "a perdu 3 points" tell a change; "a gagné 12 euros", "perdu 12 hommes" what was won or lost.
TRANSITIVE: Final = frozenset(
    "gagné gagne gagnent gagner gagnant perdu perd perdent perdre perdant cédé cède cèdent céder pris".split()
)
LINKS: Final = frozenset("de d' moyenne nouvelle supplémentaire légère forte encore annuelle globale nette".split())
REACH: Final = 4
SHARES: Final = frozenset({"%", "cent", "point", "points", "pourcentage"})
AFTER: Final = {"plus": Change.UP, "moins": Change.DOWN}
# What an article says of a figure that it no longer holds.
SUPERSEDED_BEFORE: Final = frozenset(
    tuple(phrase.split())
    for phrase in """
        auparavant estimé à|auparavant estimée à|auparavant estimés à|précédemment estimé à|initialement estimé à|
        initialement estimée à|précédent bilan de|premier bilan de|bilan précédent de|ancien bilan de|au lieu de|
        plutôt que|bilan initial de|précédent bilan faisait état de|premier bilan faisait état de|
        bilan précédent faisait état de|initialement annoncé à|un temps estimé à|d' abord estimé à|
        précédente estimation de|première estimation de|d' abord évoqué|précédemment annoncé|
        précédent bilan qui faisait état de|premier bilan évoquait|précédent bilan évoquait
    """.split("|")
)
LENGTHS: Final = tuple(sorted({len(phrase) for phrase in SUPERSEDED_BEFORE}))
SUPERSEDED_AFTER: Final = frozenset(
    "précédemment auparavant initialement jusque jusqu' annoncés annoncé annoncées estimés".split()
)
DENIALS: Final = frozenset("démenti dément démentent démentait nié nie nient réfuté réfute contesté conteste".split())
WRONG: Final = frozenset(
    "faux fausse fausses erroné erronée erronés erronées inexact inexacte inexactes démenti "
    "démentie démenties démentis infondé infondées mensonger mensonges".split()
)
HEARSAY: Final = frozenset(
    "chiffre chiffres bilan bilans information informations estimation estimations nombre rumeur rumeurs".split()
)
BEING: Final = frozenset("est sont était étaient serait seraient sera".split())
DENIAL_REACH: Final = 10
WRONG_REACH: Final = 8
LARGE: Final = frozenset("million millions milliard milliards".split())
PASSED: Final = frozenset("passé passée passés passées passe passent passer passait passant ramené ramenée".split())


def read_change(tokens: Tokens, first: int, last: int, floor: int) -> Change | None:
    """Up or down where the figure says by how much something changed: "en hausse de 12 %", "3 points de moins"."""
    low = tokens.low
    if low[last] == "de" and low[last + 1] in AFTER and low[last + 2] not in ("de", "d'"):
        return AFTER[low[last + 1]]
    is_share = low[last - 1] in SHARES
    is_linked = low[first - 1] in ("de", "d'", "par") or low[first] in ("de", "d'", "par")
    for place in range(first - 1, max(first - 1 - REACH, floor - 2, -1), -1):
        word = low[place]
        if word in DIRECTIONS:
            is_amount = is_linked if word not in TRANSITIVE else is_share and not is_linked
            return DIRECTIONS[word] if is_amount else None
        if word not in LINKS:
            return None
    return None


def read_status(tokens: Tokens, first: int, last: int) -> ClaimStatus:
    """Whether the words beside a figure take it back: "275, et non 288", "passé de 3 à 4", "au lieu de 288"."""
    low = tokens.low
    before = first - 1 - (low[first - 1] in ("pas", "plus"))
    if low[before] == "non" and low[before - 1] in ("et", ",", "mais", "(", "—", "–"):
        return ClaimStatus.DENIED
    if low[first - 1] == "pas" and low[first - 2] in (",", "et", "("):
        return ClaimStatus.DENIED
    if _is_denied(tokens, first, last):
        return ClaimStatus.DENIED
    source = first - (low[first - 1] in ("de", "d'"))
    is_from = low[source] in ("de", "d'") and low[last] in ("à", "au", "aux") and _begins_number(tokens, last + 1)
    if is_from and low[source - 1] in PASSED:
        return ClaimStatus.SUPERSEDED
    if low[first - 1] == "contre" and low[last] in SUPERSEDED_AFTER:
        return ClaimStatus.SUPERSEDED
    is_past = any(tuple(low[first - length : first]) in SUPERSEDED_BEFORE for length in LENGTHS if length <= first)
    return ClaimStatus.SUPERSEDED if is_past else ClaimStatus.LIVE


def _begins_number(tokens: Tokens, index: int) -> bool:
    return tokens.word[index][:1].isdecimal() or tokens.low[index] in ("plus", "environ", "près", "un", "une", "$", "€")


def _is_denied(tokens: Tokens, first: int, last: int) -> bool:
    """ "A démenti que 200 soldats", "dément la mort de 12 soldats", "un bilan de 500 morts était faux"."""
    low, start = tokens.low, tokens.sentence(first)[0]
    for place in range(first - 1, max(first - DENIAL_REACH, start - 1), -1):
        if low[place] in (",", ";", "mais"):
            break
        if low[place] in DENIALS:
            return low[place + 1] in ("que", "qu'", "la", "le", "les", "tout", "avoir", "l'")
    is_told = not HEARSAY.isdisjoint(low[max(first - DENIAL_REACH, start) : first])
    return is_told and _is_wrong(tokens, last)


def _is_wrong(tokens: Tokens, place: int) -> bool:
    low = tokens.low
    for step in range(place, place + WRONG_REACH):
        if low[step] in (",", ".", ";", "mais", ""):
            return False
        if low[step] in BEING or low[step] == "été":
            return not WRONG.isdisjoint(low[step + 1 : step + 4])
    return False


def retract(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Mark the figures that later words take back: "Il avait parlé de 500 morts. Ce chiffre était faux."."""
    for place, amount in enumerate(amounts):
        if place and (shared := _share_unit(tokens, amounts[place - 1], amount)) is not None:
            amounts[place] = amount = shared
        if amount.status is not ClaimStatus.LIVE or amount.kind is Kind.ORDINAL:
            continue
        following = amounts[place + 1] if place + 1 < len(amounts) else None
        end = tokens.sentence(amount.last - 1)[1]
        if (following is None or following.first >= end) and _is_disowned(tokens, end):
            amounts[place] = replace(amount, status=ClaimStatus.DENIED)
    return amounts


def _share_unit(tokens: Tokens, before: Amount, amount: Amount) -> Amount | None:
    """A figure without a unit with that of the one before it, which it is compared with.

    "3 milliards d'euros, dont 2,8 milliards", "9,7 milliards d'habitants, contre 8 milliards".
    """
    is_bare = amount.kind is Kind.QUANTITY and amount.unit is None and amount.noun is None
    if not is_bare or before.first < tokens.sentence(amount.first)[0] or before.is_pair:
        return None
    has_magnitude = any(word in LARGE for word in tokens.low[amount.first : amount.last])
    is_compared = tokens.low[amount.first - 1] == "contre"
    if not is_compared and not (has_magnitude and before.kind is Kind.MONEY):
        return None
    return replace(amount, kind=before.kind, unit=before.unit, noun=before.noun)


def _is_disowned(tokens: Tokens, start: int) -> bool:
    """Whether the sentence that begins at a token says that the last figure was wrong: "Ce bilan était faux"."""
    low = tokens.low
    while low[start] == "" and start < tokens.count:
        start += 1
    return (
        low[start] in ("ce", "ces", "cette", "le", "les") and low[start + 1] in HEARSAY and _is_wrong(tokens, start + 2)
    )
