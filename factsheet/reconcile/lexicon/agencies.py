"""Wire agencies whose copy other outlets carry: the name, then the other ways it is credited.

Members of the European Alliance of News Agencies, the agencies of the World News Agencies congress, and the larger
state agencies.
"""

AGENCIES: dict[str, tuple[str, ...]] = {
    "Associated Press": ("AP", "The Associated Press"),
    "Reuters": ("Thomson Reuters",),
    "Agence France-Presse": ("AFP",),
    "dpa": ("Deutsche Presse-Agentur", "DPA"),
    "United Press International": ("UPI",),
    "PA Media": ("Press Association",),
    "Bloomberg": ("Bloomberg News",),
    "Xinhua": ("Xinhua News Agency",),
    "TASS": ("Itar-Tass", "Tass"),
    "RIA Novosti": ("RIA",),
    "Interfax": (),
    "EFE": ("Agencia EFE",),
    "ANSA": (),
    "Lusa": (),
    "Belga": (),
    "ANP": (),
    "TT": ("TT News Agency",),
    "NTB": (),
    "Ritzau": (),
    "STT": (),
    "PAP": ("Polish Press Agency",),
    "CTK": ("Czech News Agency",),
    "MTI": (),
    "Ukrinform": (),
    "Anadolu": ("Anadolu Agency", "AA"),
    "IRNA": (),
    "ISNA": (),
    "SANA": (),
    "WAM": (),
    "SPA": ("Saudi Press Agency",),
    "MENA": (),
    "Kyodo": ("Kyodo News",),
    "Jiji": ("Jiji Press",),
    "Yonhap": ("Yonhap News Agency",),
    "KCNA": (),
    "PTI": ("Press Trust of India",),
    "ANI": (),
    "Antara": (),
    "Bernama": (),
    "AAP": ("Australian Associated Press",),
    "The Canadian Press": ("Canadian Press", "CP"),
    "Notimex": (),
    "Agencia Brasil": ("Agência Brasil",),
    "NAN": ("News Agency of Nigeria",),
}

MEDIA: dict[str, tuple[str, ...]] = {
    "BBC": ("BBC News", "the British Broadcasting Corporation"),
    "CNN": (),
    "Al Jazeera": (),
    "Al Arabiya": (),
    "Sky News": (),
    "ITV News": ("ITV",),
    "NBC News": ("NBC",),
    "CBS News": ("CBS",),
    "ABC News": (),
    "Fox News": (),
    "NPR": ("National Public Radio",),
    "Deutsche Welle": ("DW",),
    "France 24": (),
    "RFI": ("Radio France Internationale",),
    "NHK": (),
    "RFE/RL": ("Radio Free Europe",),
    "The New York Times": ("New York Times", "NYT"),
    "The Washington Post": ("Washington Post",),
    "The Wall Street Journal": ("Wall Street Journal", "WSJ"),
    "Financial Times": ("the FT",),
    "The Guardian": ("Guardian",),
    "The Economist": ("Economist",),
    "Le Monde": (),
    "Le Figaro": (),
    "Der Spiegel": ("Spiegel",),
    "Bild": (),
    "El País": ("El Pais",),
    "Corriere della Sera": (),
    "La Repubblica": (),
    "Politico": (),
    "Axios": (),
}
"""Papers and broadcasters that others quote across borders: the name, then the other ways it is credited."""

OUTLET_ENDINGS: frozenset[str] = frozenset(
    "Times Post Herald Tribune Gazette Journal Chronicle Telegraph Courier Echo Observer Dispatch Examiner Inquirer "
    "Bulletin Newspaper Newswire Broadcasting Television TV Radio News".split()
)
"""What the names of papers and stations end in, so that a credit tells one that no table knows."""
