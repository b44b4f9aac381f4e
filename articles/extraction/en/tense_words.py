"""The words by which a verb tells the time: what looks ahead, what is past, and what only seems to be a verb.

Irregular verbs as in Quirk et al., A Comprehensive Grammar of the English Language, 3.14-3.20.
"""

from __future__ import annotations

from typing import Final

from articles.extraction.en.noun_words import VERBS_AFTER

FUTURE: Final = frozenset("will shall 'll ’ll would gonna".split())
EXPECTING: Final = frozenset(
    """
    expected likely possible due set scheduled slated expects expect hopes hoping aims intends intend plan plans planned
    planning awaiting deadline upcoming forthcoming remaining intended needed needs supposed predicted projected
    payable maturing redeemable effective tentatively targeted targeting pencilled penciled timed billed
    expires closes ends begins starts opens meets resumes leaves arrives
    departs returns travels flies hosts votes votes holds takes goes faces
    coming appears reopens launches debuts matures expiring turns kicks celebrates marks
    """.split()
)
# After a plural these are verbs of a timetable: "the talks begin on Tuesday".
TIMETABLED: Final = frozenset(
    "begin start open close meet resume expire end leave arrive return visit reopen go head gather run host face play "
    "travel entertain welcome vote".split()
)
# A sentence that begins with one of these asks for something: "Join us Saturday".
ORDERS: Final = frozenset(
    """
    add arrange ask be book bring buy call cancel change check come create don find get give go have help invite join
    keep let look make mark meet move order pay pick plan please put remember remind reserve schedule see send set show
    sign stay take tell try turn visit vote wait wake watch
    """.split()
)
# These look ahead only before an infinitive: "about to leave", but "about 200".
EXPECTING_TO: Final = frozenset("going about poised bound ready unlikely forecast".split())
# What is promised lies ahead of the day on which it is promised.
VOWING: Final = frozenset(
    "vowed promised pledged threatened agreed vows agrees pledges promises want wants seek seeks hope hoped aim".split()
)
# What somebody asks or foresees "by Sunday" lies ahead, and what is put off is put off to a day ahead.
ASKING: Final = VOWING | frozenset("asked urged demanded ordered warned forecast predicted wanted invited asks".split())
POSTPONING: Final = frozenset(
    """
    postponed delayed adjourned extended deferred suspended put pushed rescheduled moved bailed remanded jailed closed
    barred banned free stay remain stays remains booked valid open continue continues running last lasts run
    runs
    """.split()
)
PAST: Final = (
    VERBS_AFTER
    - frozenset(
        """
        say says die dies live lives remain remains face faces make makes take takes work works join attend attends need
        needs want wants use get gets let hurt split spread won
        """.split()
    )
) | frozenset(
    """
    was were had did been having beat arose awoke bent bore blew clung crept dealt dug drank ate forbade forgave hung
    heard knelt laid lit rode rang sought shone sank slid spun sprang stuck stung swore swung wept withdrew withheld
    overthrew overtook undertook underwent oversaw foresaw shrank seen taken given driven broken written chosen begun
    gone thrown sworn stolen frozen fallen
    """.split()
)
# Past or present by its subject: "the Fed cut", "which cut", but "a rate cut".
UNCHANGING: Final = frozenset("cut quit burst cast upset shed bid".split())
AGENTS: Final = frozenset("it he she they we who which that".split())
PRESENT: Final = frozenset("is are has have does do am says say".split())
WOULD_OR_HAD: Final = frozenset({"'d", "’d"})
NOT: Final = frozenset({"n't", "n’t", "'t", "’t", "t"})
BE: Final = frozenset({"am", "is", "are"})
MODALS: Final = frozenset("may can must should could might".split())
BE_AND_HAVE: Final = frozenset("be been being is are was were has have had 's 're 've to n't 't not also".split())
NOT_PAST: Final = frozenset(
    "united unprecedented hundred indeed based related armed bed need speed seed feed breed provided".split()
)
# "Set" looks ahead only before these: "set to leave", "set for May 2", but "set up on Sunday".
AFTER_SET: Final = frozenset({"to", "for"})
# What seems so is so now: "Tuesday's record is looking like a memory".
SEEMING: Final = frozenset("looking seeming proving being having hoping saying feeling".split())
# A day declared to be something is one to come: "declared Saturday a day of mourning".
DECLARING: Final = frozenset("declared proclaimed designated named declares proclaims".split())
DECLARED: Final = frozenset("a an as the to".split())
SUBJECTS: Final = frozenset({"it", "he", "she", "which", "and"})
DETERMINERS: Final = frozenset("the a an his her its their our my this that these those".split())
CLAUSE_ENDS: Final = frozenset(";")
# Before "for Friday" these tell of figures of the day, and plan nothing.
FIGURES: Final = frozenset(
    """
    figures data results sales total profit profits earnings report reports statistics price prices volume close index
    orders employment unemployment jobs jobless housing retail trade inflation survey output production exports imports
    """.split()
)
WAITING: Final = frozenset({"until", "till", "til", "to", "by", "before", "through"})
CLOCK_WORDS: Final = frozenset("a.m. p.m. am pm : noon midnight gmt et est edt o'clock late early".split())
PUT_OFF_TO: Final = WAITING - {"by", "before"}
# "The year to March", "the 24 hours to Friday" are over.
SPANS: Final = frozenset("year years quarter month months weeks week days hours half period".split())
