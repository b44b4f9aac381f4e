"""Times of day: "18h30", "18 h", "15h GMT", "10:30", "à midi", "peu après minuit", "18 heures, heure de Moscou"."""

from __future__ import annotations

from datetime import time
from typing import Final

from articles.extraction.clocks import ClockPhrase, ClockWords, frame_clock
from articles.extraction.tokens import Tokens
from articles.values import Hedge
from articles.zones import ABBREVIATIONS, LOCAL, PLACES

# "Temps universel", and the clocks of Quebec in winter and in summer.
ZONES: Final = {"TU": "UTC", "HNE": "EST", "HAE": "EDT"}
# Written in capitals in a headline these are words.
WORDS_TOO: Final = frozenset({"ET", "EST", "PT", "CT", "MT", "ART", "PET", "CAT", "EAT"})
# After "heure de" or "heure d'"; towns that French spells as English does are those of `zones`.
PLACE_NAMES: Final = {
    "moscou": "Europe/Moscow",
    "londres": "Europe/London",
    "bruxelles": "Europe/Brussels",
    "athènes": "Europe/Athens",
    "alger": "Africa/Algiers",
    "le caire": "Africa/Cairo",
    "pékin": "Asia/Shanghai",
    "séoul": "Asia/Seoul",
    "téhéran": "Asia/Tehran",
    "beyrouth": "Asia/Beirut",
    "jérusalem": "Asia/Jerusalem",
    "montréal": "America/Toronto",
    "l'est": "ET",
    "greenwich": "GMT",
}
# "Heure française", "heure belge".
ADJECTIVES: Final = {
    "française": "Europe/Paris",
    "belge": "Europe/Brussels",
    "suisse": "Europe/Zurich",
    "allemande": "Europe/Berlin",
    "britannique": "Europe/London",
    "espagnole": "Europe/Madrid",
    "italienne": "Europe/Rome",
    "ukrainienne": "Europe/Kyiv",
    "israélienne": "Asia/Jerusalem",
    "japonaise": "Asia/Tokyo",
}
NAMED: Final = {"midi": time(12), "minuit": time(0)}
PARTS: Final = {"matin": 0, "soir": 12}
HOURS: Final = frozenset({"h", "heures", "heure"})
PREPOSITIONS: Final = {
    "à": Hedge.EXACT,
    "vers": Hedge.ABOUT,
    "avant": Hedge.BEFORE,
    "après": Hedge.AFTER,
    "dès": Hedge.SINCE,
    "depuis": Hedge.SINCE,
}
WORDS: Final = ClockWords(PREPOSITIONS, near=frozenset({"peu", "juste"}), loose=frozenset({"longtemps"}))
# Only after these is "18 heures" a time of day and no length of time.
BEFORE_A_CLOCK: Final = frozenset("à vers avant dès".split())


def read_time(tokens: Tokens, index: int, floor: int) -> ClockPhrase | None:
    """The time of day that begins at a token, or None."""
    low, word = tokens.low, tokens.word[index]
    if low[index] in NAMED:
        is_time = index > floor and low[index - 1] in PREPOSITIONS
        return _frame(tokens, index, index + 1, floor, NAMED[low[index]]) if is_time else None
    minute = 0
    if ":" in word:
        parts = word.split(":")
        hour, minute, last = int(parts[0]), int(parts[1]), index + 1
    elif word.isdecimal() and len(word) <= 2 and low[index + 1] in HOURS:
        hour, last = int(word), index + 2
        is_clock = tokens.touches(index + 1) or (index > floor and low[index - 1] in BEFORE_A_CLOCK)
        if low[last].isdecimal() and len(low[last]) == 2:
            minute, last = int(low[last]), last + 1
        elif not is_clock and read_zone(tokens, last) is None:
            return None
    else:
        return None
    if low[last] == "du" and low[last + 1] in PARTS and hour <= 12:
        hour, last = hour % 12 + PARTS[low[last + 1]], last + 2
    if hour > 23 or minute > 59:
        return None
    return _frame(tokens, index, last, floor, time(hour, minute))


def _frame(tokens: Tokens, index: int, last: int, floor: int, moment: time) -> ClockPhrase:
    zone, last = read_zone(tokens, last) or (None, last)
    return frame_clock(tokens, index, last, floor, moment, WORDS, zone)


def read_zone(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The zone named from a token on ("GMT", "heure de Paris", also after a comma), and the token after it, or None."""
    low, word = tokens.low, tokens.word[index]
    if word in ZONES:
        return ZONES[word], index + 1
    if word in ABBREVIATIONS and word not in WORDS_TOO:
        return word, index + 1
    index += low[index] == ","
    if low[index] not in ("heure", "heures"):
        return None
    following = low[index + 1]
    if following in ("locale", "locales"):
        return LOCAL, index + 2
    if following in ADJECTIVES:
        return ADJECTIVES[following], index + 2
    if following in ("de", "d'", "d’", "du"):
        for length in (2, 1):
            last = index + 2 + length
            name = " ".join(low[index + 2 : last]).replace("’", "'").replace("' ", "'")
            zone = PLACE_NAMES.get(name) or PLACES.get(name)
            if zone is not None:
                return zone, last
    return None
