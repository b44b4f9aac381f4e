"""Time zones as news texts name them: how many minutes a clock there is ahead of UTC.

Sources: the IANA time zone database for abbreviations and their offsets (its files `africa` to `southamerica`) and,
through the standard library's `zoneinfo`, for the summer time of a place on a day; the AP Stylebook ("time zones")
for "ET" and its like, which name a place whatever the season. Offsets run from -12:00 to +14:00, as in that database
since 1970.

A zone is the `unit` of a time: an abbreviation ("GMT", "EDT"), a place whose clock the words name, as that database
spells it ("Europe/Moscow"), a distance from UTC ("UTC+3"), or `LOCAL`.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# The zone of "18:00 local time": that of the place, whichever it is.
LOCAL: Final = "local"
# Clocks of the place that a text speaks of, of whichever zone it is.
UNNAMED: Final[frozenset[str | None]] = frozenset({None, LOCAL})
DAY: Final = 24 * 60
QUARTER: Final = 15
WESTMOST: Final = -12 * 60
EASTMOST: Final = 14 * 60
HOUR: Final = 60
# Every distance from UTC that a clock of the world has today: whole hours, and those of the database beside them.
WORLD: Final = tuple(
    sorted({*range(WESTMOST, EASTMOST + 1, HOUR), -570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765})
)
# One day of each season.
SEASONS: Final = (date(2024, 1, 1), date(2024, 7, 1))
# Further back the database vouches for no clock.
FIRST_YEAR: Final = 1970

# An abbreviation that stands on several lines is ambiguous: IST is the time of India, of Israel and of Ireland.
_FIXED: Final = """
    0 GMT UTC WET
    60 CET BST WEST WAT IST
    120 EET CEST CAT SAST IST
    180 MSK EEST EAT TRT IDT
    210 IRST
    240 GST
    270 AFT
    300 PKT
    330 IST
    345 NPT
    420 WIB ICT
    480 HKT SGT WITA PHT AWST
    540 JST KST WIT
    570 ACST
    600 AEST
    630 ACDT
    660 AEDT
    720 NZST
    780 NZDT
    -150 NDT
    -180 ADT BRT ART CLST
    -210 NST
    -240 AST EDT CLT
    -300 EST CDT COT
    -360 CST MDT
    -420 MST PDT
    -480 PST AKDT
    -540 AKST
    -600 HST
"""
# Abbreviations of a clock that is put forward in summer.
_BY_SEASON: Final = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "AET": "Australia/Sydney",
}
# The towns of the database by which texts name a clock ("Moscow time"), with those that it knows by another name.
_PLACES: Final = """
    Africa/Addis_Ababa, Africa/Algiers, Africa/Cairo, Africa/Casablanca, Africa/Harare, Africa/Johannesburg,
    Africa/Khartoum, Africa/Kinshasa, Africa/Lagos, Africa/Nairobi, Africa/Tripoli, Africa/Tunis,
    America/Argentina/Buenos_Aires, America/Bogota, America/Caracas, America/Chicago, America/Halifax, America/Lima,
    America/Los_Angeles, America/Mexico_City, America/New_York = Washington, America/Sao_Paulo = Brasilia,
    America/Santiago, America/Toronto = Ottawa, Asia/Almaty, Asia/Amman, Asia/Baghdad, Asia/Baku, Asia/Bangkok,
    Asia/Beirut, Asia/Damascus, Asia/Dhaka, Asia/Dubai, Asia/Hong_Kong, Asia/Jakarta, Asia/Jerusalem = Israel,
    Asia/Kabul, Asia/Karachi = Pakistan, Asia/Kathmandu = Nepal, Asia/Kolkata = India = Delhi = New Delhi,
    Asia/Kuala_Lumpur = Malaysia, Asia/Manila, Asia/Pyongyang, Asia/Riyadh, Asia/Seoul = Korea, Asia/Shanghai =
    Beijing = China, Asia/Singapore, Asia/Taipei, Asia/Tbilisi, Asia/Tehran = Iran, Asia/Tokyo = Japan, Asia/Yerevan,
    Australia/Adelaide, Australia/Brisbane, Australia/Perth, Australia/Sydney = Canberra = Melbourne,
    Europe/Amsterdam, Europe/Athens, Europe/Belgrade, Europe/Berlin, Europe/Brussels, Europe/Budapest,
    Europe/Copenhagen, Europe/Dublin, Europe/Helsinki, Europe/Istanbul = Ankara = Turkey, Europe/Kyiv = Kiev,
    Europe/Lisbon, Europe/London = UK, Europe/Madrid, Europe/Minsk, Europe/Moscow, Europe/Oslo, Europe/Paris,
    Europe/Prague, Europe/Rome, Europe/Stockholm, Europe/Vienna, Europe/Warsaw, Europe/Zurich = Geneva,
    Pacific/Auckland = Wellington
"""


def _list_fixed() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for line in _FIXED.strip().splitlines():
        offset, *names = line.split()
        for name in names:
            found[name] = (*found.get(name, ()), int(offset))
    return found


def _list_places() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in _PLACES.split(","):
        zone, *others = (part.strip() for part in entry.split("="))
        found |= dict.fromkeys((zone.rpartition("/")[2].replace("_", " ").lower(), *map(str.lower, others)), zone)
    return found


FIXED: Final = _list_fixed()
ABBREVIATIONS: Final = frozenset(FIXED) | frozenset(_BY_SEASON)
PLACES: Final = _list_places()
"""The zone of a town or country by its name in lower case."""

_FROM_UTC = re.compile(r"UTC([+-])([0-9]{1,2})(?::([0-9]{2}))?")


def offsets_of(zone: str | None, day: date | None = None) -> tuple[int, ...]:
    """The minutes ahead of UTC that a clock of this zone can be on a day, or on any where none is known.

    Empty where the zone is not known, as is that of "local time"; several where an abbreviation or the season leaves it
    open.
    """
    if not zone or zone == LOCAL:
        return ()
    if zone in FIXED:
        return FIXED[zone]
    if match := _FROM_UTC.fullmatch(zone):
        minutes = 60 * int(match[2]) + int(match[3] or 0)
        offset = minutes if match[1] == "+" else -minutes
        return (offset,) if WESTMOST <= offset <= EASTMOST else ()
    return _offsets_at(_BY_SEASON.get(zone, zone), day)


@lru_cache(maxsize=1024)
def _offsets_at(place: str, day: date | None) -> tuple[int, ...]:
    """The offsets of a place of the IANA database at noon of a day; without one, of both seasons."""
    try:
        zone = ZoneInfo(place)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ()
    days = (day,) if day is not None and day.year >= FIRST_YEAR else SEASONS
    shifts = (datetime.combine(each, time(12), zone).utcoffset() for each in days)
    return tuple(sorted({round(shift.total_seconds() / 60) for shift in shifts if shift is not None}))


def resolve_offset(zone: str | None, day: date | None = None, home: str | None = None) -> int | None:
    """The one offset of a zone on a day, or None; `home`, the zone of the text, decides an ambiguous abbreviation."""
    offsets = offsets_of(zone, day)
    if len(offsets) > 1:
        offsets = tuple(set(offsets) & set(offsets_of(home, day))) or offsets
    return offsets[0] if len(offsets) == 1 else None


def offset_beside(clock: time, other: time, offset: int) -> int | None:
    """How far a clock is ahead of UTC that shows `clock` when one `offset` ahead shows `other`; None for no zone's.

    Every zone is a multiple of a quarter of an hour from UTC. Of two offsets a day apart, such as -11:00 and
    +13:00, the one nearer to UTC is taken.
    """
    ahead = (minutes_of(clock) - minutes_of(other) + offset) % DAY
    if ahead % QUARTER:
        return None
    return ahead if ahead <= DAY // 2 else ahead - DAY


def minutes_of(moment: time) -> int:
    """Minutes since midnight."""
    return 60 * moment.hour + moment.minute


def spell_offset(offset: int) -> str:
    """For instance "UTC", "UTC+3", "UTC-3:30"."""
    if not offset:
        return "UTC"
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'+' if offset > 0 else '-'}{hours}" + (f":{minutes:02}" if minutes else "")
