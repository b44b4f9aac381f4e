"""Nouns for people: who they are, what they do, where they come from.

A count of people of any description has the unit `person`, so that "troops" can be compared with "personnel".
"""

from __future__ import annotations

from typing import Final

# In the singular, or as they stand where the singular is not used.
_DESCRIBED: Final = """
    person people persons human adult child children kid baby infant toddler newborn boy girl man woman men women
    teenager teen youth youngster juvenile adolescent minor pensioner senior male female lady gentleman guy folk folks
    parent mother father son daughter brother sister husband wife spouse widow widower orphan sibling twin triplet
    grandparent grandmother grandfather grandson granddaughter grandchild uncle aunt cousin nephew niece mum mom dad
    bride groom bachelor lover girlfriend boyfriend fiance fiancee newlywed relative survivor victim casualty fatality
    dead wounded injured missing homeless unemployed jobless elderly disabled patient outpatient inpatient sufferer
    amputee diabetic asthmatic addict alcoholic smoker vaper drinker diner
    civilian citizen resident inhabitant occupant local villager townsperson islander neighbour neighbor native
    foreigner outsider refugee migrant immigrant emigrant evacuee asylum-seeker returnee displaced deportee expatriate
    expat tourist visitor holidaymaker vacationer backpacker traveller traveler passenger commuter pedestrian cyclist
    driver biker rider motorist pilot co-pilot sailor seaman fisherman mariner stowaway hitchhiker national
    crew crewman crewmember astronaut cosmonaut individual population crowd manpower bystander onlooker passer-by
    passersby other others respondent leader boss chief hero winner loser heir settler colonist pioneer farmhand
    countryman compatriot colleague friend partner teammate roommate housemate classmate flatmate inmate occupier
    owner homeowner householder tenant squatter landlord lodger dweller believer parishioner pilgrim worshipper
    worshiper congregant convert martyr saint faithful celebrity admirer nationalist guest invitee entrant
    caller accomplice renter walker mourner interviewee skipper deckhand castaway admiral sculptor filmmaker bandit
    ringleader poacher pickpocket cabbie
    southerner northerner westerner easterner londoner parisian berliner muscovite
"""
_ARMED: Final = """
    soldier troop troops trooper serviceman servicewoman servicemember personnel peacekeeper policeman policewoman
    police officer guard guardsman gendarme constable detective deputy sheriff marshal commander general colonel major
    captain lieutenant sergeant corporal private recruit conscript draftee reservist cadet veteran marine airman
    infantryman paratrooper commando ranger sniper sapper gunner legionnaire gunman gunmen militant militiaman
    tribesman insurgent rebel guerrilla guerilla fighter combatant jihadist jihadi islamist terrorist extremist
    radical separatist mercenary attacker assailant bomber shooter hijacker kidnapper captor hostage captive abductee
    warlord infantry cavalry militia bodyguard body-guard submariner enemy taliban men-at-arms
"""
_BEFORE_COURT: Final = """
    prisoner detainee internee convict suspect defendant accused accuser complainant criminal offender perpetrator
    culprit robber burglar thief thieves smuggler trafficker pirate hacker fraudster scammer gangster thug dealer
    murderer killer rapist arsonist vandal hooligan mugger assassin felon fugitive escapee parolee informant
    whistleblower juror lawyer attorney solicitor barrister plaintiff claimant witness judge magistrate prosecutor
    bailiff warden jailer
"""
_IN_PUBLIC: Final = """
    protester protestor demonstrator activist campaigner striker picket rioter looter marcher supporter backer opponent
    critic follower fan spectator viewer reader listener attendee participant delegate member lawmaker legislator
    parliamentarian senator congressman congresswoman representative mp mep minister president governor mayor
    councillor councilor councilman councilwoman alderman backbencher peer candidate contender nominee voter elector
    constituent politician diplomat ambassador envoy consul negotiator mediator arbitrator observer monitor inspector
    investigator commissioner bureaucrat official democrat conservative liberal spokesman spokeswoman
    spokesperson agent operative spy dissident defector exile slave servant king queen monarch prince princess lord
    peasant volunteer priest pastor preacher vicar bishop cardinal pope imam mullah cleric ayatollah monk friar nun
    rabbi elder chieftain subscriber user customer client consumer shopper buyer seller vendor hawker trader
    taxpayer donor borrower creditor debtor saver investor shareholder stockholder bondholder policyholder
    beneficiary recipient applicant jobseeker finalist semi-finalist contestant competitor champion medallist
    medalist winner rival challenger bidder voter
"""
_AT_WORK: Final = """
    worker employee staff staffer staffers labourer laborer miner logger farmer grower rancher herder shepherd hunter
    engineer technician mechanic electrician builder welder plumber roofer mason bricklayer carpenter painter
    firefighter fireman rescuer responder first-responder lifeguard paramedic medic doctor physician surgeon dentist
    nurse midwife vet pharmacist therapist carer caregiver caretaker nanny babysitter maid housekeeper janitor cleaner
    aide adviser advisor assistant secretary clerk cashier teller manager supervisor foreman executive director
    chairman chairwoman ceo entrepreneur founder broker banker auditor accountant consultant analyst economist
    scientist researcher scholar academic professor dean lecturer teacher headteacher principal tutor student freshman
    sophomore pupil schoolchild schoolchildren schoolgirl schoolboy preschooler graduate undergraduate apprentice
    trainee intern retiree freelancer contractor subcontractor steward usher bouncer doorman waiter waitress bartender
    barista chef cook baker butcher grocer tailor hairdresser prostitute stripper beggar vagrant trucker courier porter
    journalist reporter correspondent editor writer author poet blogger vlogger influencer publisher
    photographer cameraman translator interpreter producer screenwriter artist musician singer rapper drummer dancer
    actor actress performer comedian player footballer cricketer athlete runner jogger sprinter hurdler swimmer diver
    boxer wrestler golfer gymnast rower jockey bowler batsman fielder pitcher catcher quarterback midfielder defender
    goalkeeper winger substitute skier snowboarder surfer climber hiker camper angler racer coach referee umpire
    designer architect planner surveyor programmer coder gamer inspector tester vaccinator case-worker
    recruiter trainer instructor conductor justice justice counsellor counselor psychologist
"""
# Peoples, creeds and citizens of places; those in -ian, -ist, -man and -ese are known by their ending.
_PEOPLES: Final = """
    american mexican african european asian latino hispanic briton brit englishman irishman frenchman dutchman welshman
    scot german dane swede norwegian finn icelander pole czech slovak slovene croat serb kosovar swiss spaniard greek
    cypriot catalan basque turk kurd arab israeli jew palestinian iraqi iranian saudi yemeni omani emirati kuwaiti
    qatari bahraini afghan pakistani bangladeshi nepali nepalese thai filipino filipina malay uzbek tajik kazakh uighur
    uyghur tibetan azeri chechen libyan egyptian moroccan somali eritrean kenyan ugandan rwandan angolan mozambican
    zimbabwean south-african nigerien ivorian malian chadian texan new-yorker kiwi aussie maori aborigine zealander
    lankan cuban korean rohingya hutu tutsi sunni shiite shia shi'ite alawite yazidi druze christian muslim moslem hindu
    sikh buddhist catholic protestant mormon copt gipsy gypsy roma
"""
PEOPLE: Final = frozenset(
    word for words in (_DESCRIBED, _ARMED, _BEFORE_COURT, _IN_PUBLIC, _AT_WORK, _PEOPLES) for word in words.split()
)
PLURAL_ENDINGS: Final = {"men": "man", "children": "child", "people": "person"}
ENDINGS: Final = (
    "person",
    "child",
    "father",
    "mother",
    "doer",
    "man",
    "keeper",
    "fighter",
    "worker",
    "holder",
    "seeker",
    "goer",
    "owner",
    "monger",
    "crat",
    "ologist",
    "ist",
    "ian",
    "ican",
    "mate",
)
# Nouns with such an ending that name no people.
THINGS: Final = frozenset(
    """
    assist list checklist playlist shortlist waitlist mist wrist fist twist gist heist hoist waist grist cyst
    placeholder meridian estimate climate stalemate primate ultimate talisman ottoman specimen regimen omen acumen
    abdomen
    """.split()
)
# Words that name people by what they are ("45 dead", "12 Chinese"), unless a noun follows ("12 Chinese ships").
BY_ADJECTIVE: Final = frozenset(
    """
    dead killed wounded injured missing homeless unemployed jobless elderly disabled poor displaced accused faithful
    blind deaf indigenous taliban druze
    chinese japanese vietnamese taiwanese portuguese lebanese sudanese congolese senegalese burmese nepalese maltese
    british french irish welsh dutch swiss spanish rohingya
    """.split()
)
# A number of them is a number of people: "a crowd of 67,300", "a family of five", "the father of three".
GROUPS: Final = frozenset(
    """
    crowd population workforce audience attendance staff membership congregation turnout army force garrison brigade
    battalion contingent squad gang crew delegation electorate readership following mob payroll
    family party panel father mother parent parents
    """.split()
)
