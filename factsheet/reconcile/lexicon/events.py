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
        "funeral funerals fatally deadly deadliest lethal took+the+lives+of loss+of+lives lose+their+lives "
        "body+count shot+dead death+toll dead+bodies"
    ),
    "injured": (
        "injure injury injuries wound hurt maim concussion fracture bruise lacerate sustained+injuries broken+bones"
    ),
    "in hospital": (
        "hospitalise hospitalize in+hospital intensive+care admit admission admissions inpatient taken+to+hospital "
        "rushed+to+hospital treated+in+hospital critical+condition serious+condition stretchered"
    ),
    "recovered": "recover recovery recuperate discharge convalesce convalescence nursed+back",
    "missing": (
        "missing unaccounted accounted+for still+looking+for not+been+found not+been+accounted yet+to+be+found "
        "yet+to+be+accounted not+yet+found whereabouts trapped trap disappear vanish lost+at+sea no+trace "
        "went+missing buried+alive buried+under stranded"
    ),
    "displaced": (
        "displace displacement homeless evacuate evacuation evacuee flee fled uproot shelter+in from+their+homes "
        "lost+their+homes left+homeless driven+from+their forced+from+their made+homeless ordered+to+leave "
        "ordered+out clear+out cleared+out"
    ),
    "rescued": (
        "=rescued rescue+of survivor survivors survive pluck pulled+from pulled+alive saved+from brought+to+safety "
        "to+safety came+home winch airlift dug+out hauled+from brought+ashore taken+off+the "
        "freed+from+the+wreckage free+from+the+wreckage cut+free"
    ),
    "sunk": (
        "sink capsize =foundered =foundering went+down go+down going+down roll+over flip+over overturn shipwreck "
        "run+aground ran+aground keel+over keeled+over went+under going+under"
    ),
    "carried": "carry carrying on+board aboard occupants crammed",
    "allowed": "allow permit license licence certify capacity built+for designed+for room+for no+more+than+the limit",
    "arrested": (
        "arrest detain detention custody apprehend round+up into+custody nab handcuff picked+up+by+police "
        "held+for+questioning"
    ),
    "accused": (
        "accuse charge indict indictment prosecute prosecution accusation allege arraign faces+charges "
        "face+charges press+charges"
    ),
    "convicted": "convict conviction guilty found+guilty pleaded+guilty",
    "acquitted": "acquit acquittal cleared+of not+guilty",
    "sentenced": (
        "sentence jail imprison imprisonment prison term+of behind+bars life+sentence years+in+prison incarcerate "
        "incarceration locked+up custodial"
    ),
    "sued": "sue lawsuit litigation plaintiff sued suing legal+action took+to+court taken+to+court class+action",
    "fined": "fine penalty penalise penalize",
    "settled": "compensation compensate =damages redress reparation indemnity recompense restitution",
    "voted": "vote voting tally ballot cast+their+ballots cast+ballots ballot+papers went+to+the+polls go+to+the+polls",
    "referendum": "referendum plebiscite on+the+ballot",
    "turned out": "turnout turn+out turned+out participation voter+participation",
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
        "backdated retroactive break+out broke+out set+in get+going got+going underway under+way go+live went+live "
        "get+off+the+ground came+into+operation"
    ),
    "established": (
        "establish establishment create creation =founded founding foundation form formation set+up inception "
        "launch setup"
    ),
    "first found": "first+detected first+case first+cases first+patient first+infection index+case first+found",
    "resumed": (
        "resume resumption restart restore restoration back+to+normal return+to+normal run+normally normal+service "
        "normal+services full+timetable back+at+work return+to+work pick+up+again start+again started+again "
        "starts+again starting+again reinstate back+in+service back+in+operation"
    ),
    "ended": (
        "end ending terminate termination cease cessation stop stopped halt expire expiry close closed closure "
        "shut wrap+up wrapping+up wrapping+things+up revoke came+to+an+end come+to+an+end came+to+a+halt "
        "come+to+a+halt drew+to+a+close draw+to+a+close petered+out"
    ),
    "completed": (
        "complete completion finalise finalize finish conclude conclusion fully+done be+done finished "
        "put+the+finishing+touches"
    ),
    "extended": "extend extension renew renewal renewing prolong lengthen roll+over+the given+more+time",
    "delayed": (
        "delay postpone postponement put+off pushed+back push+back behind+schedule later+than+planned "
        "later+than+scheduled defer deferral deferment held+over hold+over held+up hold+up overdue reschedule "
        "adjourn adjournment slippage running+late put+back not+on+time"
    ),
    "demanded": (
        "demand request ask urge call+on called+on calling+on call+for called+for calling+for appeal+to plea seek "
        "sought ransom ransom+price insist clamour clamor appealed+for price+the+kidnappers+ask"
    ),
    "offered": "offer bid tender counter-offer sweetened+offer proffer",
    "met": (
        "talks negotiate negotiation negotiations meeting meetings summit at+the+table convene debate "
        "sat+down+with parley"
    ),
    "spoke": "speak spoke spoken speaker speakers speech speeches",
    "mourned": (
        "mourn mourning half-mast condolence condolences wreath grieve vigil minute+of+silence moment+of+silence "
        "paid+tribute pay+tribute"
    ),
    "visited": "visit visited visitor visitors tour toured sightseer footfall call+in+at",
    "approved": (
        "approve approval adopt adoption pass passed passage ratify ratification endorse back backed authorise "
        "authorize green-light enact said+yes say+yes in+favor in+favour rubber-stamp rubber-stamped "
        "gave+the+green+light green+light greenlight gave+the+nod wave+through waved+through consent assent"
    ),
    "opposed": "oppose opposed dissent voted+against",
    "rejected": (
        "reject rejection veto turn+down turned+down voted+down vote+down throw+out threw+out thrown+out rebuff "
        "spurn knock+back knocked+back quash"
    ),
    "signed": "sign signed signing signature signatures ink",
    "agreed": (
        "agree agreement deal accord pact treaty ceasefire truce settle settlement compromise climbdown cease-fire "
        "cease+fire laying+down+of+arms agreement+reached pause+in+fighting pause+in+the+fighting"
    ),
    "proposed": "propose proposal plan draft put+forward table+a",
    "declared": "declare declaration proclaim proclamation pronounce",
    "announced": "announce announcement unveil reveal disclose disclosure made+public make+public went+public divulge",
    "cost": "cost costly price+tag price priced worth bill+of sticker+price bill+for valued+at",
    "spent": (
        "spend spent spending expenditure outlay budget allocate allocation earmark shell+out shelled+out "
        "splash+out splashed+out fork+out forked+out lay+out+money"
    ),
    "paid": (
        "pay paid payment payout disburse lump+sum one-off bonus handout remit remuneration remunerate reimburse "
        "reimbursement settle+the+bill foot+the+bill"
    ),
    "funded": (
        "fund funding finance grant subsidy subsidise subsidize donate donation pledge bankroll bankrolled "
        "underwrote chip+in chipped+in"
    ),
    "sold": "sell sold sale sales revenue revenues turnover",
    "earned": "earn earning earnings profit income net+income take+home takes+home taking+home",
    "lost money": (
        "deficit shortfall loss-making in+the+red net+loss operating+loss red+ink budget+gap gap budget+hole "
        "funding+hole black+hole"
    ),
    "borrowed": "borrow borrowing debt loan lend owe bond liabilities indebted in+hock",
    "taxed": "tax taxation levy duty tariff excise",
    "bought": (
        "buy bought purchase acquire acquisition takeover snap+up snapped+up take+over took+over taken+over buyout "
        "buy-out"
    ),
    "invested": "invest investment stake",
    "dividend": "dividend buyback",
    "rose": (
        "rise rose risen increase grow grew grown growth climb jump surge soar gain hike raise went+up go+up "
        "going+up gone+up rocket+to skyrocket swell swelled swollen uptick upturn accelerated+to boost"
    ),
    "fell": (
        "fall fell fallen drop decline decrease cut cuts cutting reduce reduction shrink shrank slump slash plunge "
        "went+down+by dip tumble+to =lowered =lowering downturn =contraction plummet come+down came+down sank+to "
        "dwindle ebb scale+back scaled+back trim"
    ),
    "hired": (
        "hire recruit recruitment recruits add+jobs take+on+staff taking+on+staff took+on+workers new+hires "
        "job+creation"
    ),
    "laid off": (
        "layoff layoffs lay-off laid+off lay+off redundancy redundancies redundant job+cuts job+losses dismiss axe "
        "shed lose+their+jobs losing+their+jobs lost+their+jobs put+out+of+work make+redundant made+redundant "
        "furlough pink+slip staff+cuts fired+workers fired+staff"
    ),
    "employed": "employ employment employs headcount workforce",
    "unemployed": "unemployment jobless unemployed out+of+work on+the+dole joblessness",
    "built": "build built construct construction put+up+a erect erection",
    "opened": "open opened reopen inaugurate threw+open cut+the+ribbon ribbon+cutting opening+ceremony",
    "destroyed": (
        "destroy destruction collapse demolish flatten wreck raze ravaged gutted reduced+to+rubble "
        "reduced+to+ashes razed+to+the+ground obliterate pulled+down pull+down knocked+down knock+down tore+down "
        "torn+down caved+in cave+in gave+way give+way bulldoze"
    ),
    "damaged": "damage damaged",
    "bombed": (
        "bomb bombing shell shelling airstrike airstrikes air+strike missile+strike drone+strike missile explosion "
        "blast explode detonate bombard bombardment barrage shellfire mortar+fire artillery+fire rocket+fire "
        "cross-border+fire blew+up blow+up blown+up exchange+of+fire exchanges+of+fire exchanged+fire "
        "exchanging+fire traded+fire trading+fire under+fire =pounded =pounding"
    ),
    "shot": (
        "shoot shot shooting gunfire gunshot gunbattle gun+battle =firefight =firefights shootout shoot-out "
        "opened+fire open+fire gunned+down gun+down =fired =firing shots+fired small-arms+fire bullets+flew"
    ),
    "stolen": (
        "steal theft rob robbery robbed embezzle misappropriate loot siphon pilfer burgle swipe made+off+with "
        "make+off+with ransacked stole got+away+with"
    ),
    "seized": "seize confiscate impound confiscation seizure",
    "spilled": "spill spilled spillage leak leaked gush discharge+of seep",
    "hacked": (
        "hack hacked breach breached data+breach cyberattack ransomware cyber-attack cyber+attack malware phishing "
        "compromised+data break+into+the+systems"
    ),
    "recalled": "recall recalled take+off+the+shelves pulled+from+shelves",
    "merged": "merge merger tie-up amalgamate amalgamation",
    "landed": "land landed touch+down touchdown splashdown",
    "stormed": "landfall cyclone hurricane typhoon storm tornado twister gale tempest barreled+into barrelled+into",
    "scrapped": (
        "scrap shelve abolish eliminate do+away+with axed discontinue ditch ditched repeal rescind phase+out phased+out"
    ),
    "tested": "test tests tested testing sample samples",
    "measured": "measured measuring recorded gauge buoy",
    "quake": (
        "quake earthquake tremor temblor shook epicentre epicenter seismic strike+at struck+at seismologist foreshock"
    ),
    "aftershock": "aftershock aftershocks",
    "magnitude": "magnitude richter",
    "burned": (
        "fire blaze wildfire burn burnt burned inferno flames conflagration bushfire bush+fire forest+fire "
        "wildland+fire ablaze alight caught+fire catch+fire scorch charred engulfed+in+flames"
    ),
    "flooded": (
        "flood flooding flooded inundate floodwater floodwaters submerged burst+its+banks deluge swamped "
        "under+water underwater"
    ),
    "rained": "rain rainfall downpour cloudburst precipitation",
    "crashed": (
        "crash collide collision derail derailment jumped+the+tracks jump+the+tracks jumped+the+rails "
        "left+the+tracks left+the+rails came+off+the+rails come+off+the+rails came+off+the+tracks pile-up pileup "
        "crash+into smash-up"
    ),
    "coup": (
        "coup putsch seize+power seized+power seizure+of+power took+power overthrow overthrew military+takeover "
        "deposed depose"
    ),
    "mutiny": "mutiny mutinous",
    "uprising": "uprising insurgency insurrection revolt rebellion",
    "protested": (
        "protest rally march demonstrate demonstration demonstrator protester sit-in took+to+the+streets "
        "take+to+the+streets"
    ),
    "on strike": (
        "strike striker strikers walkout picket stoppage industrial+action walk+out walked+out down+tools "
        "stop+work stopped+work downed+tools industrial+dispute picket+line stayed+off+the+job off+the+job"
    ),
    "expelled": "expel expulsion oust ouster evict eviction throw+out+of kick+out kicked+out",
    "resigned": (
        "resign resignation step+down stepped+down stepping+down quit+as stand+down stood+down standing+down "
        "tender+his+resignation"
    ),
    "appointed": "appoint appointment named+as tapped+as promoted+to took+over+as take+over+as",
    "sworn in": "sworn+in swear+in inauguration oath take+office takes+office took+office assume+office assumed+office",
    "born": "born birth gave+birth newborn",
    "attended": "attend attendance spectator spectators crowd",
    "infected": (
        "infect infection infections infected test+positive tested+positive outbreak caught+the come+down+with "
        "=cases sicken sickened fell+ill fall+ill fallen+ill =contracted =contracting diagnose diagnosis "
        "confirmed+cases"
    ),
    "vaccinated": "vaccinate vaccination vaccine jab dose doses inoculate inoculation immunise immunize",
    "registered": "register registered registration eligible enrol enroll enrolment enrollment",
    "tried": "trial hearing hearings",
    "testified": "testify testimony witness witnesses",
    "appealed": "appeal appeals appealed",
    "searched": "search searching",
    "published": "publish publication article release",
    "suspended": "suspend suspension",
    "without power": "outage blackout without+power without+electricity power+cuts",
    "exported": "export =shipment =shipments",
    "imported": "import",
    "produced": "produce production output manufacture",
    "delivered": "deliver delivery deliveries handed+over",
    "emitted": "emission emissions emit",
    "invaded": "invade invasion",
    "attacked": "attack raid assault ambush storm+the stormed+the onslaught",
    "kidnapped": (
        "kidnap abduct abduction hostage hostages captive captives captivity snatch kidnapper abductee "
        "held+captive seized+from"
    ),
    "freed": (
        "free freed released+from parole set+free let+go regained+their+freedom regain+their+freedom liberate "
        "liberation"
    ),
    "played": "play match game fixture",
}
