"""Words about nouns: people, plurals, and the words that end a noun phrase."""

from __future__ import annotations

from typing import Final

# Nouns for people, in the singular (or as they stand, where the singular is not used).
PEOPLE: Final = frozenset(
    """
    person people persons human adult child children kid baby infant toddler boy girl man woman men women teenager
    teen
    youth youngster minor pensioner parent mother father son daughter brother sister husband wife spouse widow orphan
    relative survivor victim casualty fatality dead wounded injured missing homeless unemployed patient case-worker
    civilian citizen resident inhabitant local villager townsperson islander neighbour neighbor native foreigner
    refugee migrant immigrant emigrant evacuee asylum-seeker returnee displaced expatriate expat tourist visitor
    traveller traveler passenger commuter pedestrian cyclist driver rider motorist pilot sailor seaman fisherman
    crew crewman crewmember soldier troop troops trooper serviceman servicewoman servicemember personnel staff staffer
    staffers peacekeeper policeman policewoman police officer official guard gendarme constable detective deputy
    sheriff
    marshal commander general colonel major captain lieutenant sergeant corporal private recruit conscript reservist
    cadet veteran marine airman infantryman paratrooper commando ranger sniper gunman gunmen militant militiaman
    insurgent rebel guerrilla guerilla fighter combatant jihadist jihadi terrorist extremist mercenary contractor
    attacker assailant bomber hijacker kidnapper hostage captive prisoner detainee inmate convict suspect defendant
    criminal offender robber smuggler trafficker pirate hacker protester protestor demonstrator activist campaigner
    striker rioter looter marcher supporter follower fan spectator viewer reader listener attendee participant guest
    delegate member lawmaker legislator senator congressman congresswoman representative deputy mp mep minister
    president governor mayor councillor councilor councilman candidate contender nominee voter elector constituent
    politician diplomat ambassador envoy negotiator mediator observer monitor inspector investigator prosecutor judge
    juror lawyer attorney solicitor barrister plaintiff witness expert analyst economist scientist researcher
    scholar professor lecturer teacher tutor student pupil graduate undergraduate apprentice trainee intern
    worker employee labourer laborer miner farmer grower rancher herder shepherd engineer technician mechanic
    electrician builder carpenter firefighter fireman rescuer paramedic medic doctor physician surgeon nurse midwife
    carer caregiver volunteer aide adviser advisor assistant secretary clerk cashier manager executive director
    chairman chairwoman ceo owner entrepreneur investor shareholder stockholder trader broker banker buyer seller
    vendor customer client consumer user subscriber tenant landlord homeowner householder taxpayer donor beneficiary
    recipient claimant applicant jobseeker retiree journalist reporter correspondent editor writer author poet
    artist musician singer dancer actor actress performer player footballer athlete runner swimmer boxer wrestler
    golfer coach referee umpire champion winner finalist competitor opponent climber hiker skier
    priest pastor bishop cardinal imam monk nun cleric rabbi worshipper worshiper pilgrim believer parishioner
    christian muslim jew hindu buddhist catholic protestant american briton european african asian
    spokesman spokeswoman spokesperson agent operative spy dissident defector exile slave servant king queen
    prince princess peasant other others respondent leader boss chief hero body-guard bodyguard winner loser heir
    settler colonist pioneer farmhand countryman compatriot colleague friend partner
    individual population crowd men-at-arms infantry cavalry militia manpower bystander onlooker passer-by passersby
    israeli iraqi pakistani afghan turk kurd german scot dane swede spaniard greek arab yemeni saudi emirati kuwaiti
    qatari somali bangladeshi nepali texan korean malaysian dutchman frenchman englishman irishman
    gangster thug dealer addict smoker drinker carrier tester vaccinator chef waiter cook cleaner
    """.split()
)
PEOPLE_ENDINGS: Final = (
    "men",
    "women",
    "people",
    "keeper",
    "fighter",
    "worker",
    "holder",
    "seeker",
    "goer",
    "ist",
    "ian",
    "ican",
)
# Nouns with such an ending that name no people.
THINGS: Final = frozenset(
    "assist list checklist playlist shortlist mist wrist fist twist gist heist hoist waist placeholder meridian".split()
)
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
    "movies": "movie",
    "cookies": "cookie",
    "ties": "tie",
    "species": "species",
    "series": "series",
    "aircraft": "aircraft",
    "gunmen": "gunman",
    "policemen": "policeman",
    "servicemen": "serviceman",
    "fishermen": "fisherman",
    "firemen": "fireman",
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
    "spacecraft "
    "dead wounded injured missing killed".split()
)
# Nouns that several are in the singular form, or that name people after a number ("45 dead").
COUNTED_SINGULARS: Final = frozenset(
    "dead wounded injured missing homeless unemployed elderly poor mp mps offspring".split()
)
UNCHANGED: Final = frozenset(
    "series species news headquarters barracks crossroads personnel police staff aircraft sheep fish cattle".split()
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
CASUALTY_VERBS: Final = frozenset(
    "killed killing kills kill wounded wounding injured injuring injures arrested detained displaced hospitalised "
    "hospitalized evacuated rescued captured employs employed employing".split()
)
