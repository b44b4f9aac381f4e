"""Words of speech: who speaks, and the verbs with which they do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

VOWELS: Final = frozenset("aeiou")


def forms(verbs: str) -> frozenset[str]:
    """Every form of regular English verbs (bare, -s, -ed, -ing); a verb that ends in + doubles its last letter."""
    return frozenset(form for verb in verbs.split() for form in _forms_of(verb))


def _forms_of(verb: str) -> Iterator[str]:
    bare = verb.rstrip("+")
    stem = bare + bare[-1] if verb != bare else bare
    yield bare
    if bare.endswith("y") and bare[-2] not in VOWELS:
        yield from (bare[:-1] + "ies", bare[:-1] + "ied", bare + "ing")
        return
    yield bare + ("es" if bare.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    if bare.endswith("e"):
        yield from (bare + "d", bare[:-1] + "ing")
    else:
        yield from (stem + "ed", stem + "ing")


# Verbs that report words as words. Classes after Levin, English Verb Classes (1993), 37 "communication" and 29.
SAYING: Final = forms(
    """
    add admit+ acknowledge affirm agree allege allow announce answer argue ask assert assure attest aver+ bark bellow
    blurt boast brag+ caution challenge chant chime claim clarify coax comment complain concede conclude confess
    confide confirm conjecture contend continue counter crow+ cry deadpan+ declare demand deny disclose dispute drawl
    elaborate emphasise emphasize enthuse entreat estimate exclaim explain express exult fret+ fume gripe groan growl
    grumble guess gush hint holler implore imply inform inquire insinuate insist instruct interject interrupt intone
    joke lament maintain marvel mention moan mumble murmur muse mutter note object observe opine plead pledge
    post predict proclaim profess promise pronounce propose protest query question quip+ rail rant reason reassure
    recall recount reflect reiterate rejoin relate remark remember remind repeat reply report request respond retort
    reveal roar scoff scream shout shriek sigh signal snap+ snarl sneer sniff sob+ specify speculate sputter state
    stress suggest surmise tease testify text thunder tout tweet urge utter venture voice volunteer vow wail warn
    whine whisper wonder yell email blog+ retweet concur+ decree postulate reckon summarise summarize theorize
    underline underscore swear counsel stipulate telegraph guarantee advise intimate indicate assess
    """
) | frozenset(
    """
    say says said saying tell tells told telling write writes wrote written writing read reads reading
    think thinks thought thinking put puts putting swear swears swore sworn sing sings sang sung singing speak speaks
    spoke speaking grant grants granted granting foresee foresaw found finds finding felt feels signalled
    """.split()
)
# Verbs that give a thing or a person a word: "called him a", "dismissed it as", "ripped".
LABELLING: Final = forms(
    """
    accuse applaud assail attack bash belittle blame blast brand call caricature castigate characterise
    characterize chastise chide cite commend compare condemn credit criticise criticize decry define denounce depict
    deplore deride describe diagnose discuss disparage dismiss dub+ excoriate extol+ fault hail hammer
    insult invoke label lambast lambaste laud liken mock name nickname paint pan+ portray praise quote
    rebuff rebuke rebut+ refer+ reject reprimand repudiate ridicule rip+ savage scold scorn skewer slam+ slap+ smear
    tar+ taunt term trash vilify defend admonish mischaracterize rank view regard berate bemoan bewail apologize
    apologise
    """
) | frozenset("dubbed labelled labelling cast".split())
SPEECH_VERBS: Final = SAYING | LABELLING
# What somebody is who says so: "was sorry that “…”", "is sure that".
FEELINGS: Final = frozenset(
    "sorry glad proud sure convinced confident adamant clear happy pleased disappointed shocked certain aware unhappy "
    "delighted saddened horrified hopeful optimistic".split()
)
BEING: Final = frozenset("is was are were am felt feels".split())
BE: Final = frozenset("is was are were am be been being get gets got".split())
# Words that are nouns, adjectives or prepositions too: they speak only after a subject.
NOUNS_TOO: Final = frozenset(
    """
    states state reports report notes note claims claim comments comment reads read counts answers answer hints hint
    cries cry estimates estimate demands demand observes calls call quotes quote puts put warning finding findings
    pledge pledges promise promises vow vows offer offers charge charges question questions answer joke jokes rule rules
    ruling attack attacks brand brands label labels name names target targets post posts text texts email emails
    blog blogs address view views rate rates rank push use uses used cast signal signals request requests challenge
    challenges stress voice voices tweet tweets request dispute disputes reason reasons protest protests object objects
    objection guarantee praise blame credit fault term terms writing saying meaning reading statement remark remarks
    threat hold holds held found find finds see sees saw seen consider went took shot think thought feel feels felt
    written opposed used quoted mentioned alleged reported estimated named based according respected left agreed
    scream shout chant chants whisper sigh swear
    """.split()
)
# Verbs that name a thing: right before the quoted words they take them for a name, not for somebody's words.
NAMING: Final = frozenset(
    "called dubbed named termed branded labeled labelled nicknamed titled entitled known headlined".split()
)
# Nouns for what somebody says: "his claim that", "a statement from", "Ryan's letter".
SPEECH_NOUNS: Final = frozenset(
    """
    accusation admission admonition address allegation announcement answer appeal argument assertion assessment attack
    avowal boast call caution challenge characterization charge claim column comment commentary complaint comparison
    conclusion contention conviction criticism critique declaration defense demand denial denunciation description
    diagnosis email essay estimate explanation fear finding forecast insistence insinuation insult interview
    invitation joke judgment lament letter line memo mention message motto mantra nickname note objection observation
    op-ed opinion plea pledge post prediction proclamation promise pronouncement proposal question quip reaction
    reasoning reference refrain rejoinder remark reminder reply report request response rhetoric rebuke refusal slogan
    speech statement suggestion summary taunt term testimony theory threat tweet verdict view vow warning wish words
    word idea belief hope
    """.split()
)
# Who speaks without being a person by the noun, and what speaks in writing.
GROUPS: Final = frozenset(
    """
    ally aide critic backer booster pundit insider operative surrogate staffer heckler attendee authority pollster
    source loyalist skeptic sceptic foe donor detractor conservative liberal progressive moderate evangelical other
    many some several most both another one each fan team family couple pair duo panel outlet paper newspaper
    magazine company firm site website blog network show republican democrat opponent organizer organiser crowd
    audience campaign regulator union lobby think-tank firm bloc regime trio group jury
    """.split()
)
WRITINGS: Final = frozenset(
    """
    ad advertisement advert sign banner poster placard shirt t-shirt document filing lawsuit suit complaint
    indictment affidavit editorial transcript tweet text caption headline memo memorandum email e-mail notes note
    video article story book report poll study survey ruling opinion resolution law bill plank platform manifesto
    message label sticker hat cap plaque inscription letter statement leaflet flyer brochure post column essay op-ed
    chyron petition brief dissent footnote release advisory notice order decision verdict directive handbook entry
    obituary spot commercial mailer flier pamphlet song lyrics subpoena warrant draft script data figures record
    records minutes motto slogan
    """.split()
)
# Verbs that make a figure someone's: a narrower set than those that may bring in quoted words.
REPORTING: Final = frozenset(
    """
    said says say saying told tells telling added adds noted stated states explained explains insisted insists argued
    argues claimed warned warns announced announces declared declares reported confirmed confirms wrote writes tweeted
    replied replies answered recalled recalls acknowledged acknowledges admitted admits stressed emphasised emphasized
    reiterated vowed predicted predicts estimated suggested suggests alleged alleges asserted asserts contended conceded
    concedes quipped joked lamented commented remarked concluded concludes observed testified testifies denied denies
    cautioned complained revealed reveals disclosed discloses hinted boasted exclaimed shouted whispered cried responded
    recounted adding arguing warning noting insisting maintained mentioned proclaimed signaled signalled remembers
    regretted found showed shows show indicated indicate indicates estimate estimates believe believes
    calculated calculates
    """.split()
)
# What numbers are read off from: "by the ministry's count", "a tally by Reuters".
COUNTS: Final = frozenset(
    "count counts tally tallies estimate estimates reckoning figures data statistics numbers calculations calculation "
    "records survey poll analysis projections forecast toll report study".split()
)
PRONOUNS: Final = frozenset({"he", "she", "they", "who", "i", "it", "we"})
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
    coroner archaeologist biologist climatologist sir dame lord lady speaker whip strategist pollster aide reporter
    columnist correspondent candidate nominee delegate rival businessman mogul billionaire assemblyman councilman
    councilwoman alderman pastor counsel treasurer imam rabbi priest
    """.split()
)
TITLES: Final = frozenset(
    "mr mrs ms miss dr prof sir lord lady gen col sen sens rep reps gov lt capt sgt maj rev hon adm cpl pvt amb "
    "msgr fr".split()
)
# Words that say of which party or country somebody is, before the name: "Republican Donald Trump".
PARTIES: Final = frozenset(
    "republican republicans democrat democrats democratic libertarian tory labour liberal conservative socialist "
    "gop".split()
)
ALLEGIANCES: Final = PARTIES | frozenset(
    """
    american british french german russian chinese israeli iranian iraqi syrian turkish japanese mexican canadian
    ukrainian indian pakistani afghan egyptian saudi italian spanish polish australian malian nigerian kenyan cuban
    muslim christian jewish catholic hispanic latino african asian european
    """.split()
)
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
    campaign convention administration journal tribune herald gazette magazine network channel college
    school caucus coalition society club conference avenue boulevard building
    amendment constitution twitter facebook youtube instagram reuters bloomberg politico
    buzzfeed breitbart nbc abc cbs cnn msnbc npr pbs ap afp bbc fbi cia nsa nato un eu isis york jersey hampshire
    mexico orleans carolina dakota angeles diego vegas kong zealand arabia emirates korea america california texas
    florida ohio michigan wisconsin pennsylvania nevada colorado arizona iowa massachusetts minnesota missouri oregon
    tennessee kentucky louisiana alabama mississippi arkansas oklahoma kansas nebraska connecticut maryland delaware
    illinois indiana maine vermont utah idaho wyoming montana alaska hawaii democrats republicans americans enquirer
    pentagon kremlin capitol academy laboratory ltd llc airlines
    """.split()
)
PARTICLES: Final = frozenset(
    "de da dos del della di van von der den bin ibn al el la le du ben abu ter ten mac bint".split()
)
# Words after a name that belong to it.
SUFFIXES: Final = frozenset("jr sr ii iii iv".split())
