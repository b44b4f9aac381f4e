"""Words that hold an English sentence together: the closed classes, and those that name figures and days."""

DETERMINERS: frozenset[str] = frozenset(
    "a an the this these those its their his her our my your some any no every each all both another such neither "
    "either".split()
)

PREPOSITIONS: frozenset[str] = frozenset(
    "of in on at by for from with without against into onto over under after before between among during since until "
    "till through throughout across near off about around above below behind beside beyond despite inside outside "
    "within along amid per than as toward towards upon via versus including following like unlike worth".split()
)

AUXILIARIES: frozenset[str] = frozenset(
    "is are was were be been being am has have had having do does did will would shall should can could may might "
    "must isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot couldn't "
    "shouldn't".split()
)

BEING: frozenset[str] = frozenset("is are was were be been being isn't aren't wasn't weren't".split())

FUTURE: frozenset[str] = frozenset("will would shall should can could may might must won't wouldn't".split())

PRONOUNS: frozenset[str] = frozenset(
    "i he she it they we you him them us me there himself herself itself themselves everyone nobody somebody one ones "
    "he's she's it's they've they're we've we're i've i'm you've you're that's there's".split()
)

RELATIVES: frozenset[str] = frozenset("who which that whom whose what where when why how".split())

CONJUNCTIONS: frozenset[str] = frozenset("and or but nor while because although though if whether so plus".split())

ADVERBS: frozenset[str] = frozenset(
    "not also just still already now then only even ever never again soon later ago too far away back together almost "
    "nearly more most less least up down out however yet once here due likely able ready well once twice alone home "
    "altogether forward aside instead perhaps maybe further rather quite very much early late sometimes meanwhile "
    "ahead indeed apart abroad overall higher lower bigger smaller larger lighter fewer little".split()
)

NO_ADVERBS: frozenset[str] = frozenset(
    "family supply reply assembly daily weekly monthly ally rally bully early".split()
)
"""Words that end in -ly and are none."""

PARTICLES: frozenset[str] = frozenset("up down out off back away together ahead apart through over aside".split())
"""Small words that make another verb of the one before them: "break down"."""

ROUGHLY: frozenset[str] = frozenset("about around over under than nearly some to".split())
"""What before a figure is no preposition."""

ORDINALS: frozenset[str] = frozenset("first second third fourth fifth final".split())

DAYS: frozenset[str] = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight night morning evening "
    "afternoon weekend year years month months week weeks day days hour hours minute minutes decade decades last next "
    "previous spring summer autumn winter noon midnight pm a.m p.m half quarter".split()
)
"""Words that name a time; the months apart."""

COUNTS: frozenset[str] = frozenset(
    "hundred hundreds thousand thousands million millions billion billions trillion dozen dozens percent pct one two "
    "three four five six seven eight nine ten eleven twelve first second third fourth fifth twenty thirty forty fifty "
    "sixty seventy eighty ninety pounds dollars euros points point total number some approximately several many few "
    "cent cents pence".split()
)
"""Words that name a figure, or its unit."""

SCALES: frozenset[str] = frozenset("k m mn bn tn st nd rd th pc p old olds".split())
"""What is written right behind a figure."""
