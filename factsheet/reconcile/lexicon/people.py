"""Nouns that are people, by the role in which they are counted; a role is what makes two counts comparable."""

PEOPLE: dict[str, str] = {
    "people": (
        "people person individual resident inhabitant civilian victim casualty citizen human soul villager local "
        "life lives casualties fatality death survivor body bodies coffin persons member members "
        "signatory attendee participant"
    ),
    "force": (
        "troop troops soldier personnel peacekeeper force forces serviceman servicemen servicewoman officer "
        "police policeman policemen staffer blue+helmet contingent military uniformed"
    ),
    "child": "child children kid minor infant baby babies toddler teenager boy girl schoolchildren",
    "woman": "woman women",
    "man": "man men",
    "student": "student pupil schoolchild undergraduate",
    "worker": "worker employee staff job position post role labourer laborer miner",
    "crew": "crew crewman crewmen sailor seafarer seaman seamen",
    "speaker": "speaker",
    "voter": "voter electorate elector",
    "refugee": "refugee migrant evacuee displaced asylum-seeker",
    "patient": "patient case infection",
    "lawmaker": "lawmaker senator deputy deputies mp mps legislator councillor councilor representative delegate",
    "protester": "protester demonstrator marcher",
    "spectator": "spectator fan supporter crowd attendance",
    "suspect": "suspect defendant detainee",
    "prisoner": "prisoner inmate captive hostage",
    "rescuer": "rescuer firefighter medic paramedic responder volunteer",
    "official": "official minister judge juror jury magistrate",
    "player": "player athlete runner cyclist competitor",
    "witness": "witness",
    "fighter": "mercenary mercenaries fighter militant rebel insurgent gunman gunmen terrorist jihadist",
    "passenger": "passenger traveller traveler commuter tourist",
    "customer": "customer household subscriber user client",
    "plaintiff": "plaintiff claimant",
}

WIDE_ROLES: frozenset[str] = frozenset({"people"})
"""Roles that say no more than that people are counted: comparable with every other, less surely."""

PARTS_OF_PEOPLE: frozenset[str] = frozenset({"child", "woman", "man", "rescuer", "official", "student"})
"""Roles counted apart beside the whole ("45 people, 12 of them children")."""
