"""Where English sentences end, and the small words by which an English text is known."""

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
# None of them is a small word of another language of the engine.
FUNCTION_WORDS: Final = frozenset(
    """
    the of and to in is was for that with by at from it its his her their they he she who which were are has have had
    be been would will this these those but or not said about after before into than there what when
    """.split()
)
