"""English names of money, and whose they are.

A name that several countries share takes the country word before it ("Australian dollars"); without one it is the money
of the country that the text is from or tells of, and else that which the name alone means in an international text.
"""

from __future__ import annotations

from typing import Final

# Names that one currency has.
CURRENCIES: Final = {
    word: code
    for code, words in {
        "USD": "buck bucks greenbacks",
        "EUR": "euro euros",
        "GBP": "sterling quid",
        "JPY": "yen",
        "CNY": "yuan renminbi kuai",
        "BRL": "reais",
        "ZAR": "rand rands",
        "PLN": "zloty zlotys zloties zł zl",
        "HUF": "forint forints",
        "UAH": "hryvnia hryvnias hryvna hryvnya hryvnyas",
        "BGN": "leva",
        "RON": "lei",
        "RSD": "rsd",
        "ILS": "shekel shekels",
        "NGN": "naira",
        "GHS": "cedi cedis",
        "ETB": "birr",
        "BWP": "pula",
        "AOA": "kwanza kwanzas",
        "MZN": "meticais metical",
        "MGA": "ariary",
        "GMD": "dalasi dalasis",
        "SLE": "leones",
        "THB": "baht",
        "IDR": "rupiah rupiahs",
        "MYR": "ringgit ringgits",
        "VND": "dong",
        "LAK": "kip",
        "KHR": "riel riels",
        "MMK": "kyat kyats",
        "BDT": "taka",
        "AFN": "afghanis",
        "KZT": "tenge",
        "KGS": "soms",
        "GEL": "lari",
        "MNT": "tugrik tugriks",
        "VES": "bolivar bolivars bolivares bolívares",
        "BOB": "bolivianos",
        "PEN": "soles",
        "PYG": "guaranies",
        "GTQ": "quetzales quetzals",
        "HNL": "lempiras",
        "NIO": "cordobas",
        "CRC": "colones",
        "HTG": "gourde gourdes",
        "MVR": "rufiyaa",
        "PGK": "kina",
        "HRK": "kuna kunas",
        "LTL": "litas",
        "EEK": "kroons",
        "DEM": "deutschmark deutschmarks deutschemark deutschemarks",
        "NLG": "guilder guilders",
        "ESP": "peseta pesetas",
        "PTE": "escudo escudos",
        "GRD": "drachma drachmas",
        "FIM": "markka",
        "ITL": "lire",
        "BTC": "bitcoin bitcoins",
        "ETH": "ethers",
    }.items()
    for word in words.split()
}
# Names that several countries share: each with the words of its country; the first is meant where nothing tells, unless
# it is marked with a question.
_SHARED: Final = {
    "dollar dollars": """
        USD us u.s. american | AUD australian aussie | CAD canadian | NZD zealand kiwi | HKD kong | SGD singapore
        singaporean | TWD taiwan taiwanese | JMD jamaican | NAD namibian | ZWL zimbabwe zimbabwean | BSD bahamian | BBD
        barbados barbadian | BZD belize | BMD bermudian | FJD fijian fiji | GYD guyanese | LRD liberian | TTD tobago |
        XCD caribbean
    """,
    "pound pounds": """
        GBP british uk u.k. | EGP egyptian egypt | LBP lebanese lebanon | SYP syrian syria | SDG sudanese sudan | IEP
        irish | CYP cypriot
    """,
    "franc francs fr": """
        CHF swiss switzerland | XOF cfa african senegal mali ivorian burkina niger | FRF french | BEF belgian | CDF
        congolese congo | RWF rwandan rwanda | BIF burundian burundi | DJF djiboutian | GNF guinean guinea | XPF pacific
    """,
    "rupee rupees": """
        INR indian india | PKR pakistani pakistan | LKR lankan lanka | NPR nepalese nepali nepal | MUR mauritian
        mauritius | SCR seychelles
    """,
    "peso pesos": """
        MXN mexican mexico | ARS argentine argentinian argentina | CLP chilean chile | COP colombian colombia | PHP
        philippine philippines filipino | CUP cuban cuba | DOP dominican | UYU uruguayan uruguay
    """,
    "krona kronor kronas": "SEK swedish sweden | ISK icelandic iceland",
    "krone kroner kr": "NOK norwegian norway | DKK danish denmark | SEK swedish sweden | ISK icelandic iceland",
    "koruna korunas koruny": "CZK czech | SKK slovak slovakia",
    "crown crowns": """
        ? | SEK swedish sweden | NOK norwegian norway | DKK danish denmark | CZK czech | ISK icelandic iceland | EEK
        estonian | SKK slovak
    """,
    "shilling shillings": "KES kenyan kenya | UGX ugandan uganda | TZS tanzanian tanzania | SOS somali somalia",
    "dirham dirhams": "AED emirati emirates uae dubai | MAD moroccan morocco",
    "dinar dinars": """
        ? | IQD iraqi iraq | KWD kuwaiti kuwait | JOD jordanian jordan | LYD libyan libya | TND tunisian tunisia | DZD
        algerian algeria | RSD serbian serbia | BHD bahraini bahrain | MKD macedonian | YUM yugoslav
    """,
    "riyal riyals": "SAR saudi | QAR qatari qatar | YER yemeni yemen | OMR omani oman | IRR iranian iran",
    "rial rials": "IRR iranian iran | OMR omani oman | YER yemeni yemen | SAR saudi | QAR qatari qatar",
    "rouble roubles ruble rubles": "RUB russian russia | BYN belarusian belarussian belarus",
    "lira liras": "TRY turkish turkey | ITL italian italy | LBP lebanese | SYP syrian",
    "won": "KRW korean | KPW pyongyang",
    "kwacha kwachas": "ZMW zambian zambia | MWK malawian malawi",
    "manat manats": "AZN azerbaijani azeri azerbaijan | TMT turkmen turkmenistan",
    "mark marks": "DEM german | FIM finnish",
    "real": "BRL brazilian",
    "dram drams": "AMD armenian",
    "sol": "PEN peruvian",
    "leu": "RON romanian | MDL moldovan",
    "lev": "BGN bulgarian",
}
# Each name with its owners by the words of their countries, and the owner that the name means alone.
SHARED: Final = {
    name: {word: entry.split()[0] for entry in entries.split("|") for word in entry.split()[1:]}
    for names, entries in _SHARED.items()
    for name in names.split()
}
# Words of their own, which are money only after their country: "Brazilian real".
NATIONAL_ONLY: Final = frozenset("real dram drams sol leu lev fr".split())
ALONE: Final = {
    name: entries.split()[0] for names, entries in _SHARED.items() if "?" not in entries for name in names.split()
}
MONEY_WORDS: Final = (frozenset(CURRENCIES) | frozenset(SHARED)) - NATIONAL_ONLY
# A part of the money: "19 cents", "45 pence"; for the first of them the country decides whose.
HUNDREDTHS: Final = {
    "cent": "USD",
    "cents": "USD",
    "¢": "USD",
    "pence": "GBP",
    "penny": "GBP",
    "kopeck": "RUB",
    "kopecks": "RUB",
    "kopeks": "RUB",
    "paise": "INR",
    "paisa": "INR",
    "centavos": "MXN",
    "centimes": "CHF",
    "pfennig": "DEM",
    "pfennigs": "DEM",
    "agorot": "ILS",
    "groszy": "PLN",
    "kobo": "NGN",
    "sen": "MYR",
    "satang": "THB",
}
# No longer paid: only the country right before the name means them.
OBSOLETE: Final = frozenset("FRF BEF ITL IEP CYP SKK EEK FIM YUM DEM".split())
