"""Who publishes news: names, how they sign, their sites, and the standing phrases only their own pages carry."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet or agency: other ways it is written, its domains, and its standing phrases (as in `Line.bare`)."""

    name: str
    also: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


OUTLETS: tuple[Outlet, ...] = (
    Outlet("Associated Press", ("ap", "ap news"), ("apnews.com", "ap.org")),
    Outlet("Reuters", ("thomson reuters",), ("reuters.com",), ("our standards: the thomson reuters trust principles",)),
    Outlet("Agence France-Presse", ("afp",), ("afp.com",)),
    Outlet("dpa", ("deutsche presse-agentur",), ("dpa.com", "dpa-international.com")),
    Outlet("EFE", ("agencia efe",), ("efe.com",)),
    Outlet("ANSA", (), ("ansa.it",)),
    Outlet("UPI", ("united press international",), ("upi.com",)),
    Outlet("TASS", ("itar-tass",), ("tass.com", "tass.ru")),
    Outlet("Interfax", (), ("interfax.com", "interfax.ru")),
    Outlet("RIA Novosti", ("ria",), ("ria.ru",)),
    Outlet("Sputnik", (), ("sputniknews.com", "sputnikglobe.com")),
    Outlet("Xinhua", ("xinhua news agency",), ("xinhuanet.com", "news.cn")),
    Outlet("Kyodo News", ("kyodo",), ("kyodonews.net",)),
    Outlet("Yonhap", ("yonhap news agency",), ("yna.co.kr",)),
    Outlet("Press Trust of India", ("pti",), ("ptinews.com",)),
    Outlet("ANI", ("asian news international",), ("aninews.in",)),
    Outlet("IANS", (), ("ians.in",)),
    Outlet("Anadolu Agency", ("aa", "anadolu"), ("aa.com.tr",)),
    Outlet("Bloomberg", ("bloomberg news",), ("bloomberg.com",)),
    Outlet("RT", ("russia today",), ("rt.com",), ("you can share this story on social media",)),
    Outlet("Press TV", ("presstv",), ("presstv.ir", "presstv.com", "presstv.co.uk"), ("press tv news roku",)),
    Outlet("Al Jazeera", (), ("aljazeera.com",), ("source: al jazeera and news agencies", "source: al jazeera")),
    Outlet("Atlas News", (), ("theatlasnews.co",)),
    Outlet(
        "BBC News",
        ("bbc",),
        ("bbc.com", "bbc.co.uk"),
        ("the bbc is not responsible for the content of external sites", "this video can not be played"),
    ),
    Outlet("The Guardian", ("guardian",), ("theguardian.com",)),
    Outlet("The New York Times", ("new york times", "nyt"), ("nytimes.com",)),
    Outlet("The Washington Post", ("washington post",), ("washingtonpost.com",)),
    Outlet("The Wall Street Journal", ("wall street journal", "wsj"), ("wsj.com",)),
    Outlet("Financial Times", ("ft",), ("ft.com",)),
    Outlet("The Economist", ("economist",), ("economist.com",)),
    Outlet("The Times", (), ("thetimes.co.uk", "thetimes.com")),
    Outlet("The Telegraph", ("telegraph", "the daily telegraph"), ("telegraph.co.uk",)),
    Outlet("The Independent", ("independent",), ("independent.co.uk",)),
    Outlet("Sky News", (), ("news.sky.com",)),
    Outlet("CNN", (), ("cnn.com",)),
    Outlet("NBC News", (), ("nbcnews.com",)),
    Outlet("CBS News", (), ("cbsnews.com",)),
    Outlet("ABC News", (), ("abcnews.go.com", "abc.net.au")),
    Outlet("Fox News", (), ("foxnews.com",)),
    Outlet("NPR", (), ("npr.org",)),
    Outlet("PBS NewsHour", (), ("pbs.org",)),
    Outlet("Politico", (), ("politico.com", "politico.eu")),
    Outlet("Voice of America", ("voa", "voa news"), ("voanews.com",)),
    Outlet("Radio Free Europe/Radio Liberty", ("rfe/rl",), ("rferl.org",)),
    Outlet("Deutsche Welle", ("dw",), ("dw.com",)),
    Outlet("France 24", (), ("france24.com",)),
    Outlet("RFI", ("radio france internationale",), ("rfi.fr",)),
    Outlet("Euronews", (), ("euronews.com",)),
    Outlet("CBC News", ("cbc",), ("cbc.ca",)),
    Outlet("The Hindu", (), ("thehindu.com",)),
    Outlet("Hindustan Times", (), ("hindustantimes.com",)),
    Outlet("South China Morning Post", ("scmp",), ("scmp.com",)),
    Outlet("Global Times", (), ("globaltimes.cn",)),
    Outlet("CGTN", (), ("cgtn.com",)),
    Outlet("The Moscow Times", (), ("themoscowtimes.com",)),
    Outlet("Kyiv Independent", ("the kyiv independent",), ("kyivindependent.com",)),
    Outlet("Haaretz", (), ("haaretz.com",)),
    Outlet("The Times of Israel", ("times of israel",), ("timesofisrael.com",)),
    Outlet("The New Humanitarian", (), ("thenewhumanitarian.org",)),
    Outlet("UN News", (), ("news.un.org",)),
)

_BY_NAME = {spelling.casefold(): outlet.name for outlet in OUTLETS for spelling in (outlet.name, *outlet.also)}
_BY_DOMAIN = {domain: outlet.name for outlet in OUTLETS for domain in outlet.domains}
_BY_PHRASE = {phrase: outlet.name for outlet in OUTLETS for phrase in outlet.phrases}
_HOST = re.compile(r"(?:https?://)?(?:www\.|m\.|amp\.)?([a-z0-9][a-z0-9.-]{1,80}\.[a-z]{2,12})(?:[:/?#]\S*)?$")


def find_outlet(words: str) -> str | None:
    """The name of the outlet that `words` spell (in any case, with or without "The"), else None."""
    spelling = " ".join(words.casefold().split()).strip(" .,:")
    return _BY_NAME.get(spelling) or _BY_NAME.get(spelling.removeprefix("the "))


def outlet_of_phrase(bare: str) -> str | None:
    """The outlet that alone ends or opens its pages with this line, else None."""
    return next((name for phrase, name in _BY_PHRASE.items() if bare.startswith(phrase)), None)


def outlet_of_address(address: str) -> str | None:
    """The outlet whose site an address or a bare domain belongs to; a site that is not known is named by its domain.

    None where `address` is no address at all.
    """
    return known_outlet_of_address(address) or _host_of(address) or None


def known_outlet_of_address(address: str) -> str | None:
    """The outlet whose site an address or a bare domain belongs to, None where it is nobody's we know."""
    labels = _host_of(address).split(".")
    domains = (".".join(labels[start:]) for start in range(len(labels)))
    return next((_BY_DOMAIN[domain] for domain in domains if domain in _BY_DOMAIN), None)


def _host_of(address: str) -> str:
    match = _HOST.match(address.strip().casefold())
    return match[1] if match else ""
