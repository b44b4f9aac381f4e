"""Words about nouns: plurals, and the words that end a noun phrase. Those for people are in `people_words`."""

from __future__ import annotations

from typing import Final

IRREGULAR_PLURALS: Final = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "geese": "goose",
    "mice": "mouse",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "wolves": "wolf",
    "halves": "half",
    "leaves": "leaf",
    "thieves": "thief",
    "loaves": "loaf",
    "shelves": "shelf",
    "buses": "bus",
    "crises": "crisis",
    "analyses": "analysis",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "heroes": "hero",
    "potatoes": "potato",
    "tomatoes": "tomato",
    "torpedoes": "torpedo",
    "viruses": "virus",
    "campuses": "campus",
    "bonuses": "bonus",
    "ties": "tie",
    **{
        f"{one}s": one
        for one in "movie cookie sortie selfie rookie zombie goalie birdie prairie smoothie hoodie brownie freebie "
        "collie oldie newbie auntie genie cutie pixie eerie laddie lassie bookie veggie foodie hippie".split()
    },
    "species": "species",
    "series": "series",
    "aircraft": "aircraft",
    "passersby": "passer-by",
    "gases": "gas",
    "houses": "house",
    "causes": "cause",
    "horses": "horse",
    "cases": "case",
    "bases": "base",
    "purchases": "purchase",
    "courses": "course",
    "businesses": "business",
}
PLURALS_WITHOUT_S: Final = frozenset(
    "people personnel police troops staff aircraft sheep fish cattle head crew infantry cavalry hovercraft "
    "spacecraft offspring wildebeest deer salmon bison reindeer shrimp trout cod tuna squid livestock".split()
)
UNCHANGED: Final = frozenset(
    "series species news headquarters barracks crossroads personnel police staff aircraft sheep fish cattle hovercraft "
    "spacecraft offspring wildebeest deer salmon bison reindeer shrimp trout cod tuna squid livestock".split()
)
# No plurals, for all their ending.
SINGULARS_IN_S: Final = frozenset(
    "diabetes measles mumps rabies herpes mathematics maths physics economics politics athletics gymnastics logistics "
    "ethics genetics statistics lens gas chaos canvas pancreas atlas cosmos texas kansas arkansas wales christmas "
    "perhaps besides means thanks ours theirs hers does goes".split()
)
# Words that cannot stand inside a noun phrase.
STOPS: Final = frozenset(
    """
    a an the this that these those my your his her its our their whose some any each every either neither no
    i you he she it we they me him us them who whom which what myself himself itself themselves
    in on at by for from with without within into onto upon of off out over under above below between among amid
    amongst during since until till before after behind beyond through throughout across along around about against
    near toward towards to via per than as like unlike despite except plus minus versus vs including regarding
    and or but nor so yet if unless because although though while whereas when whenever where wherever why how whether
    is are was were be been being am has have had having do does did done will would shall should can could may might
    must ought isn aren wasn weren hasn haven hadn doesn don didn won wouldn can cannot couldn shouldn
    not n't never also too only just even still already again ever once twice there here then now thus hence
    away ago later earlier apart abroad ahead afterwards inside outside alongside nearby elsewhere together today
    yesterday tomorrow tonight daily weekly monthly yearly annually up down
    said says say told tells according respectively alone altogether overall each
    's ’s 'd 'll 're 've
    """.split()
)
ADVERBS: Final = frozenset(
    """
    however meanwhile therefore perhaps maybe otherwise instead moreover furthermore nevertheless nonetheless indeed
    sometimes always often soon well almost nearly quite rather very much less least more most
    """.split()
)
# Verbs in the past or present that stand directly after their subject and do not end in -ed.
VERBS_AFTER: Final = frozenset(
    """
    died fled left lost won went came saw took gave made got became began broke brought built bought caught chose drew
    drove fell felt fought found flew forgot froze grew hid hit held hurt kept knew led lay let lent meant met paid
    put
    ran rose sang sat saw sold sent set shook shot shut slept spent split spoke spread stood stole struck swam swept
    taught tore threw thought told understood woke wore wrote say says said die dies live lives remain remains face
    faces make makes take takes work works join attend attends need needs want wants use get gets
    """.split()
)
# Those of them that are never an adjective: "67,300 saw Leeds win" counts no Leeds.
PAST_ONLY: Final = frozenset(
    "fled went came saw took gave became began fell fought forgot grew hid knew rose sang sat shook spoke stood struck "
    "swam taught threw thought told understood wore wrote died got drew drove flew ran had".split()
)
# Nouns that "one" or "first" does not count: "one day", "one thing", "at one point".
GENERIC: Final = frozenset(
    "day thing way reason side point hand time moment another other person place stage end kind sort night".split()
)
# What crowds do: "hundreds fled" are people.
CROWD_VERBS: Final = frozenset(
    "fled flee gathered gather marched march protested protest rallied rally took attended attend queued queue died "
    "demonstrated demonstrate cheered turned lost packed lined voted chanted poured flocked watched joined sheltered "
    "escaped applied mourned".split()
)
# What is done to people: "killing at least 50", "it employs 4,300".
CASUALTY_VERBS: Final = frozenset(
    """
    killed killing kills kill wounded wounding injured injuring injures arrested arresting detained detaining displaced
    displacing hospitalised hospitalized evacuated evacuating rescued rescuing captured capturing employs employ
    employed employing hire hired hires hiring recruited recruit infected sickened jailed imprisoned executed beheaded
    kidnapped abducted freed sacked
    """.split()
)
# What only people do.
HUMAN_VERBS: Final = frozenset(
    "fled flee gathered marched protested rallied attended demonstrated queued voted abstained cheered mourned "
    "enrolled registered graduated resigned enlisted volunteered testified starved survived perished drowned".split()
)
