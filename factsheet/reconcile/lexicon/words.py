"""Words without a content of their own, irregular inflections, and qualifiers that narrow what is counted."""

STOPWORDS: frozenset[str] = frozenset(
    "a about above after again against all also although am among an and any are aren't as at away be became "
    "because become been before being below between both but by can can't cannot could did didn't do does "
    "doesn't doing don't down during each either else ever every few for from further get got had hadn't has "
    "hasn't have haven't having he her here hers herself him himself his how however i if in including into is "
    "isn't it its itself just last later least less like made make many may me might month more most mr mrs ms "
    "much must my near nearly neither next no nor not now of off on once one only onto or other our out over "
    "own per rather said same saw say saying says she should since so some soon still such than that the their "
    "theirs them themselves then there these they this those though through thus to today together told too "
    "toward towards under until up upon us very was wasn't we week well were what when where whether which "
    "while who whom whose why will with within without won't would year years yet yesterday you your monday "
    "tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december jan feb mar apr jun jul aug sept sep oct nov dec according reported reportedly "
    "report reports statement spokesman spokeswoman spokesperson day days weeks months early earlier late ago "
    "around about approximately roughly almost approx up around end middle beginning time times number total "
    "first second third two three four five six seven eight nine ten eleven twelve dozen dozens hundred "
    "hundreds thousand thousands million millions billion billions trillion percent per cent pct".split()
)

IRREGULAR: dict[str, str] = {
    "women": "woman",
    "men": "man",
    "children": "child",
    "people": "people",
    "died": "die",
    "dying": "die",
    "dies": "die",
    "lives": "life",
    "made": "make",
    "found": "find",
    "went": "go",
    "gone": "go",
    "took": "take",
    "taken": "take",
    "gave": "give",
    "given": "give",
    "brought": "bring",
    "held": "hold",
    "shot": "shoot",
    "thrown": "throw",
    "threw": "throw",
    "fought": "fight",
    "met": "meet",
    "ran": "run",
    "hit": "hit",
    "taught": "teach",
    "caught": "catch",
    "drove": "drive",
    "driven": "drive",
    "stolen": "steal",
    "stole": "steal",
    "wrote": "write",
    "written": "write",
    "sunk": "sink",
    "sank": "sink",
    "sought": "seek",
    "spoke": "speak",
    "spoken": "speak",
    "stood": "stand",
    "lay": "lie",
    "rang": "ring",
    "flew": "fly",
    "flown": "fly",
    "broke": "break",
    "broken": "break",
    "chose": "choose",
    "chosen": "choose",
    "sent": "send",
    "spent": "spend",
    "lent": "lend",
    "led": "lead",
    "lost": "lose",
    "fed": "feed",
    "swept": "sweep",
    "kept": "keep",
}

SCOPE_WORDS: frozenset[str] = frozenset(
    "in+action foreign local civilian military overall combined alone confirmed estimated provisional "
    "preliminary official domestic international global nationwide gross net adjusted underlying annual "
    "quarterly monthly weekly daily full-time part-time permanent temporary direct indirect registered active "
    "former".split()
)
"""Qualifiers that narrow what is counted; one that only one side has is a hint at scope."""

DEFINITION_WORDS: frozenset[str] = frozenset(
    "confirmed estimated provisional preliminary official gross net adjusted underlying direct indirect registered "
    "active".split()
)
"""Of these, the words that say by which rule one counts, rather than what or where."""
