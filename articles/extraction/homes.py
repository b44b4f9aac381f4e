"""The country that a text comes from, as far as it decides whose dollar, pound or dinar is meant.

It is told by the time zone that the text is read in, or by the town of its dateline. Countries are ISO 3166 codes, with
which their ISO 4217 currency codes begin; towns are those of the IANA time zone database and the seats of governments.
"""

from __future__ import annotations

from typing import Final

from articles.extraction.tokens import Tokens

TOWNS: Final = {
    town: country
    for country, towns in {
        "AU": "australia, sydney, melbourne, brisbane, perth, adelaide, hobart, darwin, canberra",
        "CA": "canada, toronto, vancouver, winnipeg, halifax, montreal, edmonton, calgary, ottawa, regina, whitehorse",
        "NZ": "auckland, wellington, christchurch",
        "SG": "singapore",
        "HK": "hong kong",
        "TW": "taipei",
        "US": "new york, washington, chicago, denver, los angeles, phoenix, detroit, boston, houston, atlanta",
        "GB": "london, belfast, edinburgh, cardiff, manchester",
        "IN": "kolkata, mumbai, new delhi, delhi, bengaluru, chennai, hyderabad",
        "PK": "karachi, islamabad, lahore, peshawar, quetta",
        "LK": "colombo",
        "NP": "kathmandu",
        "MU": "mauritius",
        "SC": "mahe",
        "EG": "cairo, alexandria",
        "LB": "beirut",
        "SY": "damascus, aleppo",
        "SD": "khartoum",
        "SS": "juba",
        "AR": "argentina, buenos aires",
        "CL": "santiago",
        "CO": "bogota",
        "PH": "manila",
        "CU": "havana",
        "DO": "santo domingo",
        "UY": "montevideo",
        "MX": "mexico city, monterrey, guadalajara, tijuana",
        "SE": "stockholm, gothenburg",
        "NO": "oslo",
        "DK": "copenhagen",
        "CZ": "prague",
        "IS": "reykjavik",
        "KE": "nairobi",
        "UG": "kampala",
        "TZ": "dar es salaam, dodoma",
        "SO": "mogadishu",
        "MA": "casablanca, rabat",
        "AE": "dubai, abu dhabi",
        "IQ": "baghdad, erbil, basra",
        "KW": "kuwait, kuwait city",
        "JO": "amman",
        "LY": "tripoli, benghazi",
        "TN": "tunis",
        "DZ": "algiers",
        "RS": "belgrade",
        "BH": "bahrain, manama",
        "MK": "skopje",
        "SA": "riyadh, jeddah",
        "QA": "qatar, doha",
        "IR": "tehran",
        "OM": "muscat",
        "YE": "aden, sanaa",
        "CD": "kinshasa, lubumbashi, goma",
        "RW": "kigali",
        "BI": "bujumbura",
        "NA": "windhoek",
        "JM": "jamaica, kingston",
        "TT": "port of spain",
        "BB": "barbados",
        "BS": "nassau",
        "ZW": "harare",
        "TR": "istanbul, ankara",
        "BY": "minsk",
        "MD": "chisinau",
        "ZM": "lusaka",
        "MW": "blantyre, lilongwe",
        "TM": "ashgabat",
        "AZ": "baku",
        "CH": "zurich, geneva, bern, basel",
        "ZA": "johannesburg, cape town, pretoria, durban",
        "NG": "lagos, abuja",
    }.items()
    for town in towns.split(", ")
}
# Whose dispatches carry a dateline of anywhere: to Reuters, AP and AFP a bare dollar is the American one.
AGENCIES: Final = frozenset({"reuters", "ap", "afp", "bloomberg", "upi", "dpa", "xinhua", "efe"})
LONGEST_TOWN: Final = 3


def country_of_zone(timezone: str) -> str | None:
    """The country of a time zone by its IANA name, or None where the name tells no country of the table."""
    area, _, town = timezone.rpartition("/")
    return TOWNS.get(town.lower().replace("_", " ")) or TOWNS.get(area.partition("/")[0].lower())


def country_of_dateline(tokens: Tokens) -> tuple[str | None, bool]:
    """The country of the town in capitals that a text begins with, and whether an agency of the world sent it."""
    low, word = tokens.low, tokens.word
    length = 0
    while length < LONGEST_TOWN and word[length].isupper():
        length += 1
    for last in range(length, 0, -1):
        country = TOWNS.get(" ".join(low[:last]))
        if country is not None:
            return country, not AGENCIES.isdisjoint(low[last : last + 8])
    return None, False
