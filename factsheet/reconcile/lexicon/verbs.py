"""Verbs of the news, how the irregular ones are inflected, and verbs that tell nothing of their own."""

VERBS: frozenset[str] = frozenset(
    "accept accuse add admit adopt agree aim allow announce appeal appear apply appoint approve argue arrest arrive "
    "ask attack attend authorise authorize award back ban beat become begin believe blame borrow break bring build "
    "burn buy call cancel capsize carry cast cause cease celebrate challenge change charge choose claim clear close "
    "collapse collect come commit compare complete concede confirm consider contain contest continue convict cost "
    "count crash create cross cut damage deal decide declare decline defeat deliver demand deny depart deploy "
    "describe design destroy detain detect die disappear discover displace donate draw drive drop drown earn elect "
    "employ end enter erupt escape establish estimate evacuate examine expand expect expel expire explode export "
    "extend face fail fall fear feel fight file fill find fine finish fire flee fly forecast form found freeze fund "
    "gain gather get give go grant grow halt hand happen hear help hike hire hit hold hope hospitalise hospitalize "
    "hurt import include increase infect injure inspect intend introduce invade invest investigate issue join jump "
    "keep kill know land last launch lay lead learn leave lend lie lift limit lose make manage march mark mean "
    "measure meet merge miss mount move name need negotiate note notify offer open operate oppose order oust owe own "
    "park pass pay permit plan play pledge plunge pocket post predict prepare present prevent print produce project "
    "promise propose prosecute protect protest prove provide publish pull punish purchase push put question quit "
    "raise reach read rebuild recall receive record recover recruit reduce refuse register reject release remain "
    "remove renew reopen repair repay replace report request require rescue resign resolve respond rest restore "
    "result resume retire return reveal revise revoke rise rule run sack sail save say schedule scrap search see seek "
    "seize sell send sentence serve set settle shake shelve shoot show shrink shut sicken sign sink slip soar sound "
    "speak spend spread squeeze staff stage stand start starve state stay steal stop strike struggle sue suffer "
    "suggest supply support suppose surge suspend take talk teach tear tell terminate test testify think threaten "
    "throw tour trade transfer travel treat trigger try turn unveil use vaccinate veto visit vote vow walk want warn "
    "wear win withdraw work worsen wound write".split()
)
"""By their plain form; others are known by their -ed."""

OFTEN_NOUNS: frozenset[str] = frozenset(
    "appeal attack award ban cause change charge claim cost count crash cut damage deal demand drop end estimate "
    "export face fall fight file fine fire forecast form fund gain grant hike hit hold hope import increase issue "
    "land last lead lie limit march mark measure need offer open order park pass pay permit plan play pledge post "
    "present protest purchase question report request rescue rest result return rise rule run search sentence set "
    "state strike supply support surge talk test tour trade transfer travel visit vote walk want work wound".split()
)
"""Of these, the ones that are as often nouns in the same form."""

NO_PARTICIPLES: frozenset[str] = frozenset(
    "hundred sacred need speed seed feed breed united red shed bed indeed".split()
)
"""Words that end in -ed and are none."""

DOUBLED: frozenset[str] = frozenset(
    "plan stop drop ban slip scrap ship rob admit permit commit refer transfer expel put cut set hit run win get "
    "begin let quit shut".split()
)
"""Verbs that double their last letter before an ending."""

MODAL: frozenset[str] = frozenset(
    "expect set schedule plan think believe say forecast project estimate go seek hope want promise try begin start "
    "continue aim intend agree vow pledge need suppose mean manage decide refuse offer threaten fail design".split()
)
"""Verbs that only say how sure or how far what follows them is: "is expected to be finalised"."""

SAYING: frozenset[str] = frozenset(
    "say says said told report reports reported believe believes know noted added confirmed show".split()
)
"""Verbs that tell what somebody said, in the forms in which they do."""

CARRIERS: frozenset[str] = frozenset(
    "according add added adds appear be became become came come do does get gets go goes got had has have hit hits "
    "include included includes keep keeps kept lie made make makes mean means note noted number numbered numbers put "
    "ran reach reached reaches remain remains report reported reports run runs said saw say says see seem speak "
    "speaks spoke stand stands stay stays stood tell told total totalled totals went".split()
)
"""Verbs that only carry a figure or a report to its subject ("stood at", "reached"), and say nothing of it."""

IRREGULAR_VERBS: tuple[tuple[str, ...], ...] = tuple(
    tuple(row.split())
    for row in (
        "be was been | bear bore born | beat beat beaten | become became become | begin began begun | break broke "
        "broken | bring brought brought | build built built | buy bought bought | cast cast cast | catch caught "
        "caught | choose chose chosen | come came come | cost cost cost | cut cut cut | deal dealt dealt | do did "
        "done | draw drew drawn | drive drove driven | eat ate eaten | fall fell fallen | feel felt felt | fight "
        "fought fought | find found found | flee fled fled | fly flew flown | freeze froze frozen | get got got | "
        "give gave given | go went gone | grow grew grown | have had had | hear heard heard | hit hit hit | hold "
        "held held | hurt hurt hurt | keep kept kept | know knew known | lay laid laid | lead led led | leave "
        "left left | lend lent lent | lose lost lost | make made made | mean meant meant | meet met met | pay "
        "paid paid | put put put | quit quit quit | read read read | rise rose risen | run ran run | say said "
        "said | see saw seen | seek sought sought | sell sold sold | send sent sent | set set set | shake shook "
        "shaken | shoot shot shot | show showed shown | shrink shrank shrunk | shut shut shut | sink sank sunk | "
        "sleep slept slept | speak spoke spoken | spend spent spent | spread spread spread | stand stood stood | "
        "steal stole stolen | strike struck struck | swear swore sworn | sweep swept swept | take took taken | "
        "teach taught taught | tear tore torn | tell told told | think thought thought | throw threw thrown | "
        "wear wore worn | win won won | withdraw withdrew withdrawn | write wrote written | wind wound wound | "
        "slide slid slid | stick stuck stuck | bid bid bid | upset upset upset | rebuild rebuilt rebuilt"
    ).split(" | ")
)
"""Plain form, past and participle."""
