"""Words of speech: who speaks, and the verbs with which they do."""

from __future__ import annotations

from typing import Final

SPEECH_VERBS: Final = frozenset(
    """
    said says say saying told tells tell telling added adds adding noted notes stated states explained explains
    insisted insists argued argues claimed claims warned warns announced announces declared declares reported reports
    confirmed confirms wrote writes tweeted posted asked asks replied replies answered answers recalled recalls
    acknowledged acknowledges admitted admits stressed stresses emphasised emphasized reiterated urged urges vowed vows
    pledged pledges promised promises predicted predicts estimated estimates suggested suggests alleged alleges asserted
    asserts contended contends conceded concedes quipped joked lamented commented comments remarked remarks continued
    concluded concludes observed observes testified testifies denied denies called calls calling described describes
    describing accused accuses criticised criticized condemned praised hailed blamed dismissed denounced demanded
    demands cautioned cautions complained complains revealed reveals disclosed discloses hinted hints boasted exclaimed
    shouted whispered cried responded responds counted counts put puts quoted quotes dubbed labelled labeled branded
    reminded reminds granted grants recounted informed informs assured assures thundered tweeted remembered agreed
    remembers countered counters lamented regretted mused sighed joked insisting adding arguing warning saying noting
    termed expressed voiced signaled signalled maintained maintains mentioned mentions read reads proclaimed proposed
    """.split()
)
# What somebody is who says so: "was sorry that “…”", "is sure that".
FEELINGS: Final = frozenset(
    "sorry glad proud sure convinced confident adamant clear happy pleased disappointed shocked certain aware unhappy "
    "delighted saddened horrified hopeful optimistic".split()
)
BEING: Final = frozenset("is was are were am felt feels".split())
# Forms of these verbs are nouns too ("member states"): they speak only after a name or a pronoun.
NOUNS_TOO: Final = frozenset(
    "states reports notes claims comments reads counts answers hints cries estimates demands observes calls quotes "
    "puts warning".split()
)
# Verbs that make a figure someone's: a narrower set than those that may bring in quoted words.
REPORTING: Final = SPEECH_VERBS - frozenset(
    """
    called calls calling described describes describing accused accuses criticised criticized condemned praised hailed
    blamed dismissed denounced demanded demands dubbed labelled labeled branded termed expressed voiced read reads put
    puts counted counts posted asked asks notes states reports claims comments quotes continued urged urges estimates
    agreed informed informs reminded reminds granted grants assured assures thundered remembered countered counters
    mused sighed
    answers hints cries observed proposed pledged pledges promised promises
    """.split()
)
PRONOUNS: Final = frozenset({"he", "she", "they", "who", "i", "it"})
ROLES: Final = frozenset(
    """
    president minister premier chancellor secretary spokesman spokeswoman spokesperson ambassador envoy general colonel
    chief director head leader chairman chairwoman chair governor mayor senator representative congressman judge justice
    king queen prince professor doctor commissioner commander analyst expert official officer lawyer attorney
    coordinator pope bishop archbishop cardinal ceo founder editor author coach captain deputy adviser advisor
    economist researcher scientist activist resident witness survivor mother father
    prosecutor detective inspector superintendent sergeant constable lieutenant major admiral marshal sheriff mp
    lawmaker congresswoman councillor principal headteacher manager owner investigator historian engineer nurse
    surgeon physicist virologist epidemiologist meteorologist farmer shopkeeper driver teacher student
    coroner archaeologist biologist climatologist sir dame lord lady
    """.split()
)
TITLES: Final = frozenset("mr mrs ms miss dr prof sir lord lady gen col sen rep gov lt capt sgt maj rev".split())
# Words that mark a capitalised run as an institution, a place or a thing, not a person.
INSTITUTIONS: Final = frozenset(
    """
    council nations ministry department office agency committee commission party group force forces army navy court
    union bank company corp inc university institute hospital police government house senate parliament congress
    republic kingdom states state city county province district organization organisation association federation
    league press times post news media television radio street road river mountain sea ocean lake island islands
    north south east west northern southern eastern western security national international world european african
    mission resolution agreement treaty war battle operation act law center centre foundation fund programme program
    airport station square embassy alliance front movement command corps service services board authority bureau
    """.split()
)
PARTICLES: Final = frozenset(
    "de da dos del della di van von der den bin ibn al el la le du ben abu ter ten mac".split()
)
