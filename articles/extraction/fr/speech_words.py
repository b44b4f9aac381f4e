"""Words of speech: who speaks, and the verbs with which they do."""

from __future__ import annotations

from typing import Final


def _conjugate(stems: str) -> frozenset[str]:
    """The forms of verbs in -er that news uses of speech: present, imperfect, simple past and participles."""
    endings = "e ent é ée ait aient a èrent ant".split()
    return frozenset(stem + ending for stem in stems.split() for ending in endings)


# Verbs that report what is so, and with it make a figure someone's.
REPORTING: Final = _conjugate(
    "déclar affirm indiqu expliqu ajout précis assur estim confirm révél signal rapport racont témoign not constat "
    "expos détaill évoqu soulign recens dénombr évalu chiffr avanc"
) | frozenset(
    """
    dit dite dits dites disent disait disaient parle parlent parlé parlait annonce annoncent annoncé annonçait
    annoncée écrit écrivent écrivait soutient
    soutiennent soutenu soutenait reconnaît reconnaissent reconnu reconnaissait admet admettent admis prévient
    prévenu préviennent avertit averti avertissent révèle révèlent précisait prédit prédisent
    """.split()
)
SPEECH_VERBS: Final = (
    REPORTING
    | _conjugate(
        """
        avou emport réclam étonn murmur grinc plaisant jug insist confi comment regrett déplor dénonc condamn salu
        martel lanc critiqu accus plaid exhort demand
        interrog inquièt inquiét indign félicit alarm exclam insurg exig ironis analys justifi argu nuanc tempér
        tonn gliss souffl soupir lâch relativis pest tranch recommand observ relev alert proclam clam scand cri
        tweet commenc martèl répét répèt résum support rassur argument appréci conseill souhait rejet qualifi décri
        décriv compar implor
        """
    )
    | frozenset(
        """
        souvient souviennent souvenu renchérit renchéri garantit garanti maintient maintenu rappelle rappellent
        rappelé rappelait martèle répond répondent répondu répondait rétorque rétorqué poursuit
        poursuivent poursuivi poursuivait conclut concluent conclu concluait réjouit réjoui réjouissent promet
        promettent promis reprend repris enchaîne enchaîné appelle appelé appellent décrit décrivent décrivait réagit
        réagi dénonçait lançait interpelle martelait
        """.split()
    )
)
# Forms that are nouns after an article: "l'annonce du gouvernement".
NOUNS_TOO: Final = frozenset("annonce demande critique note estime commente relève lance raconte".split())
AUXILIARIES: Final = frozenset("a ont avait avaient aurait auraient ai avons eut est sont était étaient".split())
PRONOUNS: Final = frozenset("il elle ils elles on je nous lui elles".split())
# Between a subject and its verb.
CLITICS: Final = frozenset("l' le la les lui leur nous vous s' se en y n' ne m' me les".split())
ADVERBS: Final = frozenset("également aussi notamment ensuite encore toutefois déjà ainsi vivement".split())
ADVERB_PHRASES: Final = tuple(
    tuple(phrase.split())
    for phrase in "de nouveau|à nouveau|en effet|en outre|pour sa part|à son tour|par ailleurs|quant à lui".split("|")
)
ROLES: Final = frozenset(
    """
    président présidente ministre premier première chancelier chancelière secrétaire porte-parole porte parole
    ambassadeur ambassadrice envoyé émissaire général colonel commandant capitaine lieutenant chef directeur
    directrice responsable gouverneur maire sénateur sénatrice député députée élu élue conseiller conseillère juge
    procureur procureure avocat avocate roi reine prince princesse professeur professeure docteur commissaire préfet
    préfète analyste expert experte économiste chercheur chercheuse scientifique historien historienne militant
    militante habitant habitante témoin survivant survivante coordinateur coordinatrice pape évêque archevêque
    cardinal patron patronne fondateur fondatrice auteur écrivain entraîneur sélectionneur capitaine adjoint
    adjointe médecin infirmière infirmier pompier policier officier dirigeant dirigeante leader opposant opposante
    candidat candidate délégué déléguée syndicaliste agriculteur agricultrice haut-commissaire inspecteur
    """.split()
)
TITLES: Final = frozenset("m mm mme mmes mlle me dr pr mgr gén col cap lt cdt".split())
INSTITUTIONS: Final = frozenset(
    """
    onu otan ue afp ong cgt unesco oms fmi bce sncf edf conseil nations ministère bureau agence comité commission parti
    groupe force forces armée armées cour union banque compagnie université institut hôpital police gouvernement
    maison sénat parlement assemblée congrès république royaume état états ville région province organisation
    association fédération ligue presse radio télévision rue rivière mer océan lac île îles nord sud est ouest
    sécurité affaires étrangères mission résolution accord traité guerre bataille opération centre fondation fonds
    programme aéroport gare place ambassade alliance front mouvement croix rouge croissant médecins frontières
    amnesty unicef hcr défense intérieur santé justice économie finances élysée matignon kremlin maison-blanche
    préfecture mairie tribunal parquet
    """.split()
)
PARTICLES: Final = frozenset("de du des d' la le van von der den bin ibn al el ben ould ag da dos del di".split())
AFTER_ROLE: Final = frozenset(
    """
    à au aux dans lors en pour après avant depuis qui que qu' sur devant par quand lorsque lorsqu' et mais où dont
    lundi mardi mercredi jeudi vendredi samedi dimanche hier pendant face ce cette réalisé réalisée publié publiée
    communiqué diffusé diffusée paru parue daté datée
    """.split()
)
# A name after these belongs to the role: "le porte-parole de John Kerry".
BELONGING: Final = frozenset("de d' du des chez auprès pour".split())
PREPOSITIONS: Final = BELONGING | frozenset("à au aux dans en sur par avec sous vers contre lors selon depuis".split())
DETERMINERS: Final = frozenset(
    "le la l' les un une des ce cet cette ces son sa ses leur leurs notre nos plusieurs certains quelques".split()
)
SENTENCE_STARTS: Final = frozenset(
    """
    selon après avant depuis lors pendant durant interrogé interrogée dimanche cependant toutefois ainsi alors mais
    pourtant enfin ensuite désormais dès outre malgré face parmi quant lorsque lorsqu' quand comme aujourd'hui hier
    demain pour contre entre chaque plusieurs certains interrogés plus moins tous toutes tout toute notre vos votre
    """.split()
)
