"""Words about nouns: people, plurals, and the words that end a noun phrase."""

from __future__ import annotations

from typing import Final

# Nouns for people, in the singular and in the gender that the dictionary gives; feminines follow by rule.
PEOPLE: Final = frozenset(
    """
    personne individu homme femme enfant adulte mineur bébé nourrisson garçon fille fillette jeune adolescent ado
    senior retraité pensionné parent père mère fils frère sœur soeur mari épouse époux veuf veuve orphelin proche
    gens
    survivant rescapé victime mort décédé tué blessé disparu sinistré déplacé réfugié migrant immigré exilé expatrié
    clandestin évacué sans-abri sans-papiers civil citoyen habitant résident riverain villageois autochtone voisin
    étranger ressortissant touriste visiteur vacancier voyageur passager piéton cycliste automobiliste motard
    conducteur chauffeur pilote marin pêcheur équipage soldat militaire troupe effectif appelé réserviste légionnaire
    gendarme policier crs agent officier sous-officier général colonel commandant capitaine lieutenant sergent caporal
    amiral maréchal commissaire inspecteur enquêteur garde douanier surveillant gardien pompier secouriste sauveteur
    bénévole volontaire humanitaire paramilitaire parachutiste para mercenaire milicien combattant insurgé rebelle
    djihadiste jihadiste terroriste islamiste extrémiste guérillero partisan assaillant agresseur tireur kamikaze
    otage ravisseur prisonnier captif détenu condamné suspect accusé prévenu inculpé criminel délinquant malfaiteur
    voleur trafiquant pirate manifestant protestataire gréviste militant activiste émeutier casseur sympathisant
    supporter supporteur fan spectateur téléspectateur auditeur lecteur participant invité convive congressiste délégué
    membre adhérent élu député sénateur eurodéputé parlementaire maire conseiller ministre président gouverneur préfet
    secrétaire ambassadeur diplomate émissaire envoyé négociateur médiateur observateur expert spécialiste analyste
    économiste scientifique chercheur savant historien professeur enseignant instituteur élève écolier collégien
    lycéen étudiant apprenti stagiaire diplômé salarié employé ouvrier travailleur fonctionnaire intérimaire cadre
    dirigeant patron chef directeur gérant propriétaire locataire entrepreneur commerçant artisan agriculteur paysan
    éleveur fermier exploitant viticulteur mineur ingénieur technicien médecin docteur infirmier soignant chirurgien
    sage-femme pharmacien patient malade contaminé cas-contact porteur donneur vacciné hospitalisé chômeur demandeur
    candidat électeur votant votante abstentionniste contribuable assuré allocataire bénéficiaire usager client
    consommateur abonné utilisateur internaute actionnaire investisseur épargnant banquier courtier trader vendeur
    acheteur journaliste reporter correspondant rédacteur auteur écrivain artiste acteur comédien musicien chanteur
    danseur joueur footballeur athlète sportif coureur nageur skieur alpiniste randonneur arbitre entraîneur champion
    juge magistrat procureur avocat juré témoin plaignant prêtre évêque cardinal imam rabbin moine religieuse religieux
    fidèle pèlerin croyant chrétien musulman juif catholique protestant porte-parole collègue compatriote partenaire
    roi reine prince princesse pauvre riche handicapé sans-emploi autre
    russe turc kurde arabe serbe croate belge suisse grec danois suédois tchèque slovaque bulgare roumain
    """.split()
)
PEOPLE_ENDINGS: Final = ("iste", "icien", "icienne", "logue", "teur", "trice", "seur", "neur", "euse", "naire")
# Peoples and inhabitants, which French writes with a capital.
INHABITANT_ENDINGS: Final = tuple(
    "ais aise ois oise ien ienne ain aine éen éenne and ande ol ole an ane ard arde in ine ique".split()
)
# Nouns with the endings of people that name none.
THINGS: Final = frozenset(
    """
    liste piste moteur ordinateur tracteur secteur facteur vecteur réacteur compteur aérateur détecteur projecteur
    capteur ascenseur conteneur croiseur chasseur bombardier transporteur lanceur radiateur simulateur ventilateur
    générateur transformateur distributeur accélérateur indicateur collecteur convoyeur congélateur réfrigérateur
    honneur bonheur malheur hauteur valeur senteur lenteur pesanteur mitrailleuse pelleteuse tondeuse moissonneuse
    matrice cicatrice directrice calculatrice imprimante catalogue dialogue épilogue prologue analogue questionnaire
    formulaire ordinaire séminaire annuaire anniversaire dictionnaire itinéraire tronçonneuse berceuse navire
    urinaire commentaire salaire horaire commissariat centenaire bicentenaire millénaire partenariat kiosque
    disjoncteur interrupteur amplificateur moniteur processeur adaptateur viseur mineure fraise
    """.split()
)
# Participles that describe what is counted and tell no event: "véhicules blindés", "forces armées".
DESCRIBING: Final = frozenset(
    "âgés âgées armés armées blindés blindées réfugiés privés privées spécialisés unis".split()
)
# Two words that name people though the first does not.
PEOPLE_PAIRS: Final = frozenset(
    {("casques", "bleus"), ("bérets", "rouges"), ("gilets", "jaunes"), ("forces", "spéciales"), ("têtes", "couronnées")}
)
IRREGULAR: Final = {
    "yeux": "œil",
    "travaux": "travail",
    "vitraux": "vitrail",
    "baux": "bail",
    "coraux": "corail",
    "émaux": "émail",
    "cieux": "ciel",
    "messieurs": "monsieur",
    "mesdames": "madame",
    "bonshommes": "bonhomme",
}
# Nouns whose singular ends in a plural's letter.
UNCHANGED: Final = frozenset(
    """
    cas pays fois mois bras corps procès décès repas temps tapis avis accès succès progrès colis bus virus campus prix
    voix croix choix noix gaz nez riz os dos fils pas poids puis abus bois discours secours parcours cours concours
    recours congrès excès palais marais relais rabais obus autobus minibus consensus processus express jus sens tiers
    univers gens anglais français sans-abri sans-papiers crs permis compromis sursis souris débris matelas refus
    """.split()
)
# Adjectives that stand before their noun.
BEFORE_NOUNS: Final = frozenset(
    """
    anciens anciennes nouveaux nouvelles nouvel nouveau nouvelle jeunes jeune petits petites petit petite grands
    grandes grand grande gros grosses gros grosse autres autre derniers dernières premiers premières principaux
    principales différents différentes vrais vraies faux fausses beaux belles bons bonnes mauvais mauvaises longs
    longues long longue hauts hautes seuls seules seul seule vieux vieilles simples rares futurs futures ex deuxièmes
    lourds lourdes importants importantes nombreux nombreuses présumés présumées grièvement gravement légèrement
    seconds doubles
    """.split()
)
# Words that cannot stand in a noun phrase, though some of them look like plurals.
STOPS: Final = frozenset(
    """
    le la les l' un une des du de d' au aux à ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos
    leur leurs quel quelle quels quelles chaque tout tous toute toutes aucun aucune plusieurs quelques certains
    certaines divers diverses même mêmes
    je j' tu il elle on nous vous ils elles me m' te t' se s' y en lui moi toi soi eux qui que qu' quoi dont où
    et ou ni mais or car donc puis si comme quand lorsque lorsqu' puisque puisqu' quoique alors ainsi aussi
    dans par pour sur sous avec sans vers chez entre contre depuis pendant durant dès avant après selon malgré hors
    sauf parmi envers lors jusque jusqu' jusques voici voilà via près loin outre
    ne n' pas plus moins très trop assez peu beaucoup bien mal encore déjà toujours jamais souvent parfois ici là
    dehors dedans hier demain aujourd'hui désormais maintenant ensuite enfin environ presque seulement
    est sont était étaient sera seront serait seraient fut furent soit soient être été étant
    a ai as ont avait avaient aura auront aurait auraient eut eurent ait aient avoir eu ayant avons avez
    va vont allait allaient ira iront doit doivent devait devaient devra devront devrait devraient peut peuvent pouvait
    pouvaient pourra pourront pourrait pourraient fait font faisait faisaient fera feront dit disent
    deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente cent mille
    cela ceci c' ça celui celle ceux celles
    promis mis pris admis commis transmis reçus vendus perdus prévus connus vus venus tenus rendus attendus
    """.split()
)
ADVERBS: Final = frozenset("environ supplémentaires".split())
# What befalls people, where no noun says so: "12 ont été tués", "en a tué 12".
CASUALTIES: Final = frozenset(
    """
    tué tués tuée tuées tuant tuer blessé blessés blessée blessées blessant blesser mort morts mortes décédé décédés
    décédées péri disparu disparus disparues hospitalisé hospitalisés arrêté arrêtés interpellé interpellés évacué
    évacués évacuées enlevé enlevés capturé capturés abattu abattus noyé noyés manquent fauché fauchés licencié
    licenciés recruté recrutés embauché embauchés emploie employait vacciné vaccinés contaminé contaminés
    """.split()
)
