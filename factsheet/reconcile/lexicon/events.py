"""What happens: for each event the words and phrases that newsrooms use for it.

A row is named by the participle that labels and reasons use, and follows a frame of FrameNet (Killing, Cause_harm,
Arrest, Activity_start ...) as far as it occurs in news figures. A word stands in one row only. Regular inflections are
not listed; "+" joins the words of a phrase, "=" marks a form that stands for itself alone, not for its inflections.
"""

EVENTS: dict[str, str] = {
    "killed": (
        "kill killing die died dying death dead fatality fatal slain slay perish toll casualty casualties corpse "
        "bodies coffin coffins drown murder homicide massacre execute succumb lost+their+lives lost+his+life "
        "lost+her+life losing+their+lives loss+of+life claimed+the+lives lives+lost claimed+lives burned+to+death "
        "funeral funerals"
    ),
    "injured": "injure injury injuries wound hurt maim concussion fracture",
    "in hospital": "hospitalise hospitalize in+hospital intensive+care admit admission admissions inpatient",
    "recovered": "recover recovery recuperate discharge",
    "missing": (
        "missing unaccounted accounted+for still+looking+for not+been+found not+been+accounted "
        "yet+to+be+found yet+to+be+accounted not+yet+found whereabouts trapped trap disappear vanish"
    ),
    "displaced": "displace displacement homeless evacuate evacuation evacuee flee fled uproot shelter+in "
    "from+their+homes lost+their+homes left+homeless",
    "rescued": (
        "=rescued rescue+of survivor survivors survive pluck pulled+from pulled+alive saved+from brought+to+safety "
        "to+safety came+home winch airlift"
    ),
    "sunk": "sink capsize founder went+down go+down going+down roll+over flip+over overturn shipwreck run+aground",
    "carried": "carry carrying on+board aboard occupants crammed",
    "allowed": "allow permit license licence certify capacity built+for designed+for room+for no+more+than+the limit",
    "arrested": "arrest detain detention custody apprehend round+up",
    "accused": "accuse charge indict indictment prosecute prosecution accusation allege",
    "convicted": "convict conviction guilty",
    "acquitted": "acquit acquittal cleared+of not+guilty",
    "sentenced": "sentence jail imprison imprisonment prison term+of behind+bars",
    "sued": "sue lawsuit litigation plaintiff sued suing",
    "fined": "fine penalty penalise penalize",
    "settled": "compensation compensate damages redress restitution",
    "voted": "vote voting tally ballot",
    "referendum": "referendum plebiscite on+the+ballot",
    "turned out": "turnout turn+out turned+out participation",
    "elected": "elect election re-elect re-election reelect poll polling+day polls+closed polls+opened",
    "won": "win won winning victory victorious beat defeat triumph champion clinch",
    "in the lead": "lead+over lead+of margin ahead+of led+by majority",
    "scored": "score scored goal equaliser equalizer net+of",
    "deployed": (
        "deploy deployment =stationed dispatch send+troops sent+troops military+operation intervene intervention"
    ),
    "withdrawn": (
        "withdraw withdrawal withdrew withdrawn pullout pull-out pull+out pulled+out pulling+out pulled+its "
        "pull+its pulled+their depart departure leave exit left+the leaving+the drawdown wind+down winding+down "
        "repatriate remove+troops remove+those+troops quit"
    ),
    "begun": (
        "begin began begun beginning start starting commence get+under+way got+under+way kick+off kicked+off "
        "kickoff onset take+effect takes+effect took+effect taking+effect kick+in come+into+force comes+into+force "
        "came+into+force enter+into+force go+into+effect goes+into+effect went+into+effect backdate dated+back "
        "backdated retroactive"
    ),
    "established": (
        "establish establishment create creation =founded founding foundation form formation set+up inception "
        "launch setup"
    ),
    "first found": "first+detected first+case first+cases first+patient first+infection index+case first+found",
    "resumed": (
        "resume resumption restart restore restoration back+to+normal return+to+normal run+normally normal+service "
        "normal+services full+timetable back+at+work return+to+work"
    ),
    "ended": (
        "end ending terminate termination cease cessation stop stopped halt expire expiry close closed closure "
        "shut wrap+up wrapping+up wrapping+things+up revoke"
    ),
    "completed": "complete completion finalise finalize finish conclude conclusion fully+done be+done",
    "extended": "extend extension renew renewal renewing prolong",
    "delayed": "delay postpone postponement put+off pushed+back",
    "demanded": (
        "demand request ask urge call+on called+on calling+on call+for called+for calling+for appeal+to plea seek "
        "sought"
    ),
    "offered": "offer bid tender counter-offer",
    "met": "talks negotiate negotiation negotiations meeting meetings summit at+the+table convene debate",
    "spoke": "speak spoke spoken speaker speakers speech speeches",
    "mourned": "mourn mourning half-mast condolence condolences wreath",
    "visited": "visit visited visitor visitors tour toured",
    "approved": (
        "approve approval adopt adoption pass passed passage ratify ratification endorse back backed authorise "
        "authorize green-light enact said+yes say+yes in+favor in+favour"
    ),
    "opposed": "oppose opposed dissent voted+against",
    "rejected": "reject rejection veto turn+down turned+down voted+down",
    "signed": "sign signed signing signature signatures ink",
    "agreed": "agree agreement deal accord pact treaty ceasefire truce settle settlement compromise climbdown",
    "proposed": "propose proposal plan draft",
    "declared": "declare declaration proclaim proclamation",
    "announced": "announce announcement unveil reveal",
    "cost": "cost costly price+tag price priced worth bill+of",
    "spent": "spend spent spending expenditure outlay budget allocate allocation earmark",
    "paid": "pay paid payment payout disburse lump+sum one-off bonus handout",
    "funded": "fund funding finance grant subsidy subsidise subsidize donate donation pledge",
    "sold": "sell sold sale sales revenue revenues turnover",
    "earned": "earn earning earnings profit income net+income take+home takes+home taking+home",
    "lost money": "deficit shortfall net+loss operating+loss red+ink budget+gap gap hole black+hole",
    "borrowed": "borrow borrowing debt loan lend owe bond",
    "taxed": "tax taxation levy duty tariff",
    "bought": "buy bought purchase acquire acquisition takeover",
    "invested": "invest investment stake",
    "dividend": "dividend buyback",
    "rose": "rise rose risen increase grow grew grown growth climb jump surge soar gain hike raise",
    "fell": (
        "fall fell fallen drop decline decrease cut cuts cutting reduce reduction shrink shrank slump slash plunge"
    ),
    "hired": "hire recruit recruitment recruits add+jobs",
    "laid off": (
        "layoff layoffs lay-off laid+off lay+off redundancy redundancies redundant job+cuts job+losses dismiss axe shed"
    ),
    "employed": "employ employment employs headcount workforce",
    "unemployed": "unemployment jobless unemployed",
    "built": "build built construct construction",
    "opened": "open opened reopen inaugurate",
    "destroyed": "destroy destruction collapse demolish flatten wreck",
    "damaged": "damage damaged",
    "bombed": (
        "bomb bombing shell shelling airstrike airstrikes air+strike missile+strike drone+strike missile explosion "
        "blast explode detonate"
    ),
    "shot": "shoot shot shooting gunfire gunshot",
    "stolen": "steal theft rob robbery robbed embezzle misappropriate loot siphon",
    "seized": "seize confiscate impound",
    "spilled": "spill spilled spillage leak leaked",
    "hacked": "hack hacked breach breached data+breach cyberattack ransomware",
    "recalled": "recall recalled",
    "merged": "merge merger",
    "landed": "land landed touch+down touchdown splashdown",
    "stormed": "landfall cyclone hurricane typhoon storm tornado",
    "scrapped": "scrap shelve abolish eliminate do+away+with axed",
    "tested": "test tests tested testing sample samples",
    "measured": "measured measuring recorded gauge buoy",
    "quake": "quake earthquake tremor temblor shook epicentre epicenter seismic strike+at struck+at",
    "aftershock": "aftershock aftershocks",
    "magnitude": "magnitude richter",
    "burned": "fire blaze wildfire burn burnt burned inferno flames",
    "flooded": "flood flooding flooded inundate",
    "rained": "rain rainfall downpour",
    "crashed": "crash collide collision derail derailment",
    "coup": "coup putsch seize+power seized+power seizure+of+power took+power overthrow overthrew",
    "mutiny": "mutiny mutinous",
    "uprising": "uprising insurgency insurrection revolt rebellion",
    "protested": "protest rally march demonstrate demonstration demonstrator protester",
    "on strike": (
        "strike striker strikers walkout picket stoppage industrial+action walk+out walked+out down+tools stop+work "
        "stopped+work"
    ),
    "expelled": "expel expulsion oust ouster evict",
    "resigned": "resign resignation step+down stepped+down stepping+down quit+as",
    "appointed": "appoint appointment named+as",
    "sworn in": "sworn+in swear+in inauguration oath take+office takes+office took+office",
    "born": "born birth",
    "attended": "attend attendance spectator spectators crowd",
    "infected": "infect infection infections infected test+positive tested+positive outbreak caught+the come+down+with "
    "=cases sicken sickened fell+ill fall+ill fallen+ill contract diagnose diagnosis confirmed+cases",
    "vaccinated": "vaccinate vaccination vaccine jab dose doses inoculate inoculation immunise immunize",
    "registered": "register registered registration eligible enrol enroll enrolment enrollment",
    "tried": "trial hearing hearings",
    "testified": "testify testimony witness witnesses",
    "appealed": "appeal appeals appealed",
    "searched": "search searching",
    "published": "publish publication article release",
    "suspended": "suspend suspension",
    "without power": "outage blackout without+power without+electricity power+cuts",
    "exported": "export shipment",
    "imported": "import",
    "produced": "produce production output manufacture",
    "delivered": "deliver delivery deliveries handed+over",
    "emitted": "emission emissions emit",
    "invaded": "invade invasion",
    "attacked": "attack raid assault ambush",
    "kidnapped": "kidnap abduct abduction hostage hostages",
    "freed": "free freed released+from parole",
    "played": "play match game fixture",
}

RIVALS: tuple[frozenset[str], ...] = (
    frozenset(
        {
            "killed",
            "injured",
            "missing",
            "displaced",
            "rescued",
            "arrested",
            "infected",
            "vaccinated",
            "freed",
            "kidnapped",
            "carried",
            "allowed",
            "in hospital",
            "recovered",
            "registered",
        }
    ),
    frozenset({"destroyed", "damaged", "built", "without power", "flooded", "burned"}),
    frozenset(
        {"sold", "earned", "lost money", "borrowed", "invested", "dividend", "taxed", "bought", "fined", "settled"}
    ),
    frozenset({"hired", "laid off", "employed", "unemployed"}),
    frozenset({"convicted", "acquitted", "accused", "sentenced", "arrested", "sued", "tried", "testified"}),
    frozenset({"approved", "rejected", "opposed", "demanded", "offered"}),
    frozenset({"begun", "ended"}),
    frozenset({"referendum", "approved"}),
    frozenset({"coup", "mutiny", "uprising"}),
    frozenset({"quake", "aftershock"}),
    frozenset({"rose", "fell"}),
    frozenset({"exported", "imported"}),
    frozenset({"elected", "appointed", "resigned", "sworn in"}),
    frozenset({"turned out", "registered", "voted"}),
    frozenset({"born", "killed"}),
)
"""Events that one figure or date cannot be about at once: what was said of one is not said of the other."""

BY_ROLE: dict[tuple[str, str], str] = {
    ("worker", "fell"): "laid off",
    ("worker", "ended"): "laid off",
    ("worker", "rose"): "hired",
    ("voter", "elected"): "voted",
    ("worker", "scrapped"): "laid off",
}
"""What an event comes to when it happens to people of a role: jobs that are cut are people laid off."""

EVENTS_OF_PEOPLE: frozenset[str] = frozenset(
    {"killed", "injured", "missing", "displaced", "rescued", "arrested", "infected", "in hospital", "kidnapped"}
)
"""Events that happen to people, so that a bare figure beside one counts people."""

REPORTING: frozenset[str] = frozenset({"announced", "published", "proposed"})
"""Events of the reporting rather than of the story: they are a date's only when nothing else is near."""

CUMULATIVE: frozenset[str] = frozenset(
    {
        "killed",
        "injured",
        "displaced",
        "arrested",
        "infected",
        "rescued",
        "destroyed",
        "damaged",
        "without power",
        "missing",
        "laid off",
        "vaccinated",
        "in hospital",
        "recovered",
    }
)
"""Events whose counts are updated as the story goes on, so that a later, other figure may be a revision."""

RISING: frozenset[str] = CUMULATIVE - {"missing", "without power", "in hospital"}
"""Of these, the counts that only go up."""
