"""Nouns that are people, by the role in which they are counted; a role is what makes two counts comparable."""

PEOPLE: dict[str, str] = {
    "people": (
        "people person individual resident inhabitant civilian victim casualty citizen human soul villager local "
        "life lives casualties fatality death survivor body bodies coffin persons member members signatory "
        "attendee participant"
    ),
    "force": (
        "troop troops soldier personnel peacekeeper force forces serviceman servicemen servicewoman officer police "
        "policeman policemen staffer blue+helmet contingent military uniformed gendarme guardsman guardsmen "
        "paratrooper commando reservist conscript marine airman airmen infantryman infantrymen policewoman "
        "policewomen constable cop"
    ),
    "child": (
        "child children kid minor infant baby babies toddler teenager boy girl schoolchildren youngster adolescent "
        "newborn schoolboy schoolgirl"
    ),
    "woman": "woman women",
    "man": "man men",
    "student": "student pupil schoolchild undergraduate freshman postgraduate",
    "worker": (
        "worker employee staff job position post role labourer laborer miner steelworker dockworker docker "
        "railwayman railwaymen workman workmen colleague"
    ),
    "crew": "crew crewman crewmen crewmember sailor seafarer seaman seamen steward stewardess",
    "speaker": "speaker",
    "voter": "voter electorate elector",
    "refugee": "refugee migrant evacuee displaced asylum-seeker immigrant deportee returnee escapee",
    "patient": "patient case infection",
    "lawmaker": (
        "lawmaker senator parliamentarian congressman congressmen congresswoman deputy deputies mp mps legislator "
        "councillor councilor representative delegate"
    ),
    "protester": "protester protestor demonstrator marcher rioter picketer",
    "spectator": "spectator fan supporter crowd attendance audience onlooker concertgoer theatregoer reveller",
    "suspect": "suspect defendant detainee",
    "prisoner": "prisoner inmate captive hostage abductee",
    "rescuer": "rescuer firefighter fireman firemen medic paramedic responder volunteer lifeguard",
    "official": "official minister judge juror jury magistrate",
    "player": "player athlete runner cyclist competitor",
    "witness": "witness",
    "fighter": (
        "mercenary mercenaries fighter militant rebel insurgent gunman gunmen terrorist jihadist guerrilla "
        "militiaman militiamen assailant"
    ),
    "passenger": "passenger traveller traveler commuter tourist holidaymaker",
    "customer": "customer household subscriber user client consumer shopper policyholder",
    "plaintiff": "plaintiff claimant",
}

WIDE_ROLES: frozenset[str] = frozenset({"people"})
"""Roles that say no more than that people are counted: comparable with every other, less surely."""

PARTS_OF_PEOPLE: frozenset[str] = frozenset({"child", "woman", "man", "rescuer", "official", "student"})
"""Roles counted apart beside the whole ("45 people, 12 of them children")."""
