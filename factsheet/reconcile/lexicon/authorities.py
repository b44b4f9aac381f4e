"""Who can know a figure, the highest first: those who count, those who decide, those who watch.

The order follows the BBC's advice (the most authoritative source, attributed) and the UN Statistics Division's notion
of an official producer of statistics; entries are the beginnings of words in an attribution, whole where they are of
three letters or fewer.
"""

AUTHORITIES: tuple[tuple[str, ...], ...] = (
    (
        "statistic", "census", "electoral", "election commission", "registr", "coroner", "court", "judge", "un",
        "resolution", "geological", "meteorolog", "weather service", "treasury", "central bank", "federal reserve",
        "world health", "who",
    ),
    (
        "ministry", "department", "government", "police", "authorit", "official", "agency", "civil", "fire",
        "coast guard", "hospital", "council", "company", "filing", "army", "navy", "military",
    ),
    (
        "expert", "analyst", "researcher", "university", "institute", "observatory", "group", "charity", "union",
        "association", "chamber", "witness",
    ),
)  # fmt: skip

VAGUE_VOICES: frozenset[str] = frozenset(
    (
        "a an the of for in on at and to from by according with its his her their our this that some several many most "
        "other one two three senior top local regional unnamed anonymous independent latest new early preliminary "
        "initial official officials authority authorities source sources witness witnesses resident residents expert "
        "experts analyst analysts observer observers people report reports reporting media outlets press journalist "
        "journalists reporter reporters spokesman spokeswoman spokesperson spokespeople spokesmen representative "
        "statement statements figure figures data number numbers estimate estimates count counts tally chief head "
        "director deputy acting leader leaders member members staff mr mrs ms dr sir prof capt col cmdr gen lt maj sgt "
        "adm paper newspaper newspapers daily outlet outlets magazine website site account"
    ).split()
)
"""Words of an attribution that do not tell one body from another."""

NO_NAMES: frozenset[str] = frozenset("i he she it they we you who which what had was were has have is are".split())
"""A pronoun or a verb: these words stand for somebody named elsewhere, or are no name at all."""

ONE_NAME: dict[str, str] = {
    "united nations": "un",
    "european union": "eu",
    "united states": "us",
    "united kingdom": "uk",
    "minister": "ministry",
    "ministers": "ministry",
    "televised": "television",
    "tv": "television",
    "state-run": "state",
    "state-owned": "state",
    "state-controlled": "state",
}
"""One name in two forms, in lower case; a minister speaks for the ministry."""

GENERAL_BODIES: frozenset[str] = frozenset(
    (
        "ministry department agency office bureau service commission committee council court board authority mission "
        "embassy university institute hospital union association company group party fund bank organization "
        "organisation programme program state national public federal"
    ).split()
)
"""What many bodies are called: alone, no short form of another's name."""
