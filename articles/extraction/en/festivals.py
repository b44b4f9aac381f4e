"""Festivals and holidays by their English names.

Public holidays of the United States stand as 5 U.S.C. 6103 sets them (those moved to Mondays by the Uniform Monday
Holiday Act), election day as 2 U.S.C. 7 does; the others by the custom of the country that keeps them. Names follow the
AP Stylebook ("holidays and holy days").
"""

from __future__ import annotations

from typing import Final

from articles.extraction.en.calendar_words import PARTS_OF_DAY, WHICH
from articles.extraction.en.years import read_year_after
from articles.extraction.festivals import Festival, FixedDay, FromEaster, NthWeekday
from articles.extraction.moments import Found, Moment, Which
from articles.extraction.tokens import Tokens
from articles.values import Precision

MONDAY, TUESDAY, THURSDAY, SUNDAY = 0, 1, 3, 6
THANKSGIVING: Final = NthWeekday(11, THURSDAY, 4)

_NAMES: Final[dict[str, Festival]] = {
    "christmas|christmas day|xmas": FixedDay(12, 25),
    "christmas eve": FixedDay(12, 24),
    "boxing day|st . stephen 's day": FixedDay(12, 26),
    "new year 's day|new years day": FixedDay(1, 1),
    "new year 's eve|new years eve": FixedDay(12, 31),
    "martin luther king day|martin luther king jr . day|martin luther king , jr . day|mlk day": NthWeekday(
        1, MONDAY, 3
    ),
    "australia day": FixedDay(1, 26),
    "groundhog day": FixedDay(2, 2),
    "valentine 's day|valentines day": FixedDay(2, 14),
    "presidents day|presidents ' day|president 's day|washington 's birthday": NthWeekday(2, MONDAY, 3),
    "international women 's day": FixedDay(3, 8),
    "st . patrick 's day|saint patrick 's day": FixedDay(3, 17),
    "april fools ' day|april fool 's day|april fools day": FixedDay(4, 1),
    "earth day": FixedDay(4, 22),
    "anzac day": FixedDay(4, 25),
    "may day|international workers ' day": FixedDay(5, 1),
    "cinco de mayo": FixedDay(5, 5),
    "memorial day": NthWeekday(5, MONDAY, -1),
    "flag day": FixedDay(6, 14),
    "juneteenth": FixedDay(6, 19),
    "canada day": FixedDay(7, 1),
    "independence day": FixedDay(7, 4),
    "bastille day": FixedDay(7, 14),
    "labor day|labour day": NthWeekday(9, MONDAY, 1),
    "columbus day|indigenous peoples ' day": NthWeekday(10, MONDAY, 2),
    "halloween": FixedDay(10, 31),
    "all saints ' day|all saints day": FixedDay(11, 1),
    "all souls ' day|all souls day": FixedDay(11, 2),
    "guy fawkes night|bonfire night": FixedDay(11, 5),
    "election day": NthWeekday(11, MONDAY, 1, days=1),
    "veterans day|veterans ' day|armistice day|remembrance day": FixedDay(11, 11),
    "thanksgiving|thanksgiving day": THANKSGIVING,
    "black friday": NthWeekday(11, THURSDAY, 4, days=1),
    "cyber monday": NthWeekday(11, THURSDAY, 4, days=4),
    "easter|easter sunday": FromEaster(0),
    "easter monday": FromEaster(1),
    "good friday": FromEaster(-2),
    "maundy thursday|holy thursday": FromEaster(-3),
    "palm sunday": FromEaster(-7),
    "ash wednesday": FromEaster(-46),
    "mardi gras|shrove tuesday|fat tuesday": FromEaster(-47),
    "ascension day": FromEaster(39),
    "pentecost|whit sunday": FromEaster(49),
    "whit monday|pentecost monday": FromEaster(50),
}
# Days of history that news calls by name; their own articles in the Encyclopaedia Britannica give them.
_HISTORIC: Final = {
    "d - day": (1944, 6, 6),
    "v - e day|ve day": (1945, 5, 8),
    "v - j day|vj day": (1945, 8, 15),
    "black thursday": (1929, 10, 24),
    "black tuesday": (1929, 10, 29),
    "black monday": (1987, 10, 19),
}
# Names that are the festival also in lower case, and that begin longer names: they are read from their first word.
FIRST: Final = frozenset("christmas xmas easter thanksgiving halloween juneteenth pentecost".split())
# A festival before these names a thing or a season: "Christmas trees", "the Easter holidays".
THINGS: Final = frozenset(
    """
    tree trees season shopping shopper shoppers party parties card cards carol carols gift gifts present presents sale
    sales dinner lunch meal break holiday holidays vacation period bonus bonuses message speech story movie film show
    special market markets lights decoration decorations island rising egg eggs bunny parade service services mass
    weekend week spirit costume costumes candy rush trade toys club turkey turkeys recess truce bombing massacre song
    agreement accord songs single album edition time concert display displays sweater jumper pudding cake list wish
    """.split()
)

CHOICES: Final = frozenset(word for word, (_, _, which) in WHICH.items() if which is not Which.SAME)


def _index() -> dict[str, list[tuple[tuple[str, ...], int, Moment]]]:
    """Names by the word that gives them away, the longest first: the name, the place of that word in it, the day."""
    index: dict[str, list[tuple[tuple[str, ...], int, Moment]]] = {}
    moments = [(names, Moment(Precision.DAY, festival=festival)) for names, festival in _NAMES.items()]
    moments += [(names, Moment(Precision.DAY, *day)) for names, day in _HISTORIC.items()]
    for names, moment in moments:
        for name in names.split("|"):
            for spelling in {name, name.replace("'", "’")}:
                words = tuple(spelling.split())
                place = 0 if words[0] in FIRST else len(words) - 1
                index.setdefault(words[place], []).append((words, place, moment))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


FESTIVALS: Final = _index()


def find_festival(tokens: Tokens, index: int) -> tuple[int, int, Moment] | None:
    """The festival whose name the token gives away, and the tokens of the name, the last exclusive."""
    if not tokens.word[index][0].isupper() and tokens.low[index] not in FIRST:
        return None
    for words, place, moment in FESTIVALS.get(tokens.low[index], ()):
        first = index - place
        last = first + len(words)
        if first < 0 or tuple(tokens.low[first:last]) != words:
            continue
        is_name = tokens.word[first][0].isupper() or words[0] in FIRST
        return (first, last, moment) if is_name else None
    return None


def read_festival(tokens: Tokens, index: int) -> Found | None:
    """The day of a festival: "Labor Day", "Christmas Eve 2022", "last Easter", but not "Christmas trees"."""
    festival = find_festival(tokens, index)
    if festival is None or _names_a_thing(tokens, festival[0], festival[1]):
        return None
    return _with_year(tokens, *festival)


def _names_a_thing(tokens: Tokens, first: int, last: int) -> bool:
    if tokens.low[last] in THINGS or (tokens.low[last] == "-" and tokens.touches(last)):
        return True
    return tokens.low[first - 1] == "the" and tokens.word[last][:1].isupper()


def _with_year(tokens: Tokens, first: int, last: int, moment: Moment) -> Found:
    """The festival with the year after it or the word before it that says which."""
    low = tokens.low
    last += low[last] in PARTS_OF_DAY
    if moment.year is not None:
        return Found(first, last, moment)
    year, end = read_year_after(tokens, last)
    if year is not None:
        return Found(first, end, Moment(Precision.DAY, year, festival=moment.festival))
    step = last + (low[last] == "of")
    if low[step] in ("last", "this", "next") and low[step + 1] == "year":
        shift, base, _ = WHICH[low[step]]
        return Found(first, step + 2, Moment(Precision.DAY, festival=moment.festival, shift=shift, base=base))
    if first and low[first - 1] in CHOICES:
        which = WHICH[low[first - 1]][2]
        return Found(first - 1, last, Moment(Precision.DAY, festival=moment.festival, which=which))
    return Found(first, last, moment)
