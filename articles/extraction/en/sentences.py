"""Where English sentences end: the words after which a point is no full stop."""

from __future__ import annotations

from typing import Final

ABBREVIATIONS: Final = frozenset(
    """
    mr mrs ms dr prof rev hon gov sen rep pres gen col maj lt capt cmdr sgt cpl pvt adm brig st mt ft jr sr vs v etc
    inc ltd corp co llc plc bros dept univ assn ave blvd rd jan feb mar apr jun jul aug sept sep oct nov dec
    mon tue tues wed thu thur thurs fri sat sun no nos vol fig approx est ca cf al pp art sec ch tel ext
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn
    tex va vt wash wis wyo
    """.split()
)
STARTERS: Final = frozenset(
    """
    the a an this that these those it he she they we i you his her its their our my in on at by for from with after
    before since during when while if as but and or so however meanwhile there here what who why how many some most
    all both each according although though because despite
    """.split()
)
