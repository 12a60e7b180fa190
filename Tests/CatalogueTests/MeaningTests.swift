import Catalogue
import Testing

@Suite struct MeaningOfTheFiles {
    @Test(arguments: [
        BrokenFile(
            "a fact", replacing: "fait: date_naissance}", with: "fait: date_naissence}",
            says:
                "le fait « date_naissence » n’existe pas dans vocabulaires/faits.yaml. Vouliez-vous dire « date_naissance » ?"
        ),
        BrokenFile(
            "a paper", replacing: "- piece: bulletin-de-paie", with: "- piece: bulletin-de-paye",
            says: "la pièce « bulletin-de-paye » n’existe pas dans pieces/. Vouliez-vous dire « bulletin-de-paie » ?"),
        BrokenFile(
            "the paper of a file field", replacing: "piece: bulletin-de-paie}", with: "piece: rib}",
            says: "la pièce « rib » n’existe pas dans « pieces » de cette démarche."),
        BrokenFile(
            "a body", replacing: "organisme: caf", with: "organisme: cpam",
            says: "l’organisme « cpam » n’existe pas dans organismes/."),
        BrokenFile(
            "a category", replacing: "categorie: famille", with: "categorie: familles",
            says:
                "la catégorie « familles » n’existe pas dans vocabulaires/categories.yaml. Vouliez-vous dire « famille » ?"
        ),
        BrokenFile(
            "a source", replacing: "haute, sources: [page_caf]", with: "haute, sources: [page_cef]",
            says: "la source « page_cef » n’existe pas dans sources.yaml. Vouliez-vous dire « page_caf » ?"),
        BrokenFile(
            "a related procedure", replacing: "liees: [guide-essai]", with: "liees: [guide-essais]",
            says: "la démarche « guide-essais » n’existe pas dans demarches/. Vouliez-vous dire « guide-essai » ?"),
        BrokenFile(
            "a code of the Coop", replacing: "coop: [social-sante]", with: "coop: [social_sante]",
            says:
                "la thématique de la Coop « social_sante » n’existe pas dans vocabulaires/coop.yaml. Vouliez-vous dire « social-sante » ?"
        ),
        BrokenFile(
            "a code of Aidants Connect", replacing: "aidants_connect: [social]", with: "aidants_connect: [sante]",
            says: "la famille d’Aidants Connect « sante » n’existe pas dans vocabulaires/aidants-connect.yaml."),
        BrokenFile(
            "the screen of a step", replacing: "ecran: identite}", with: "ecran: identity}",
            says:
                "l’écran « identity » n’existe pas dans « ecrans » de cette démarche. Vouliez-vous dire « identite » ?"),
        BrokenFile(
            "the field of a failure", replacing: "champ: salaire}", with: "champ: salaires}",
            says:
                "le champ « salaires » n’existe pas dans les champs de « ecrans » de cette démarche. Vouliez-vous dire « salaire » ?"
        ),
        BrokenFile(
            "the target of a check", replacing: "cible: prime", with: "cible: primes",
            says:
                "la question ou le champ « primes » n’existe pas dans « questions » et « ecrans » de cette démarche. Vouliez-vous dire « prime » ?"
        ),
        BrokenFile(
            "the answer of a check", replacing: "si: {reponse: prime, depasse", with: "si: {reponse: primme, depasse",
            says:
                "la question ou le champ « primme » n’existe pas dans « questions » et « ecrans » de cette démarche. Vouliez-vous dire « prime » ?"
        ),
        BrokenFile(
            "the block of a fact", in: "vocabulaires/faits.yaml", replacing: "generale, bloc: identite",
            with: "generale, bloc: contact",
            says: "le bloc de faits « contact » n’existe pas dans « blocs » de ce fichier."),
        BrokenFile(
            "the source of a platform", in: "organismes/caf.yaml", replacing: "[page_caf]", with: "[page_caff]",
            says: "la source « page_caff » n’existe pas dans sources.yaml. Vouliez-vous dire « page_caf » ?"),
    ])
    func `something cited that does not exist is said, with the nearest name`(_ broken: BrokenFile) throws {
        try broken.expectProblem()
    }

    @Test(arguments: [
        BrokenFile(
            "of a procedure", replacing: "id: aide-essai", with: "id: aide-essais",
            says:
                "l’identifiant « aide-essais » n’est pas le nom du fichier : écrivez « aide-essai » ou renommez le fichier."
        ),
        BrokenFile(
            "of a body", in: "organismes/caf.yaml", replacing: "id: caf", with: "id: caff",
            says: "l’identifiant « caff » n’est pas le nom du fichier : écrivez « caf » ou renommez le fichier."),
    ])
    func `an identifier other than the name of the file is said`(_ broken: BrokenFile) throws {
        try broken.expectProblem()
    }

    @Test(arguments: [
        BrokenFile(
            "a field named as a question", replacing: "id: prime,", with: "id: contrat,",
            says: "la question ou le champ « contrat » existe déjà (demarches/aide-essai.yaml:24)."),
        BrokenFile(
            "two checks", replacing: "id: trop_jeune", with: "id: trop_haut # encore",
            says: "le contrôle « trop_haut » existe déjà (demarches/aide-essai.yaml:50)."),
        BrokenFile(
            "two papers", in: "pieces/toutes.yaml", replacing: "id: rib", with: "id: bulletin-de-paie",
            at: "Relevé bancaire", says: "la pièce « bulletin-de-paie » existe déjà (pieces/toutes.yaml:1)."),
        BrokenFile(
            "two facts", in: "vocabulaires/faits.yaml", replacing: "id: revenus", with: "id: situation",
            at: "libelle: Revenus", says: "le fait « situation » existe déjà (vocabulaires/faits.yaml:5)."),
        BrokenFile("two options", replacing: "code: cdd", with: "code: cdi", says: "code « cdi » écrit deux fois."),
        BrokenFile(
            "the same procedure twice", replacing: "liees: [guide-essai]", with: "liees: [guide-essai, guide-essai]",
            says: "la démarche liée « guide-essai » existe déjà (demarches/aide-essai.yaml:90)."),
        BrokenFile(
            "itself", replacing: "liees: [guide-essai]", with: "liees: [aide-essai]",
            says: "une démarche n’est pas liée à elle-même."),
        BrokenFile(
            "a paper asked for twice", replacing: "etapes:",
            with: "  - {piece: bulletin-de-paie, quand: {texte: Toujours.}}\netapes:", at: "Toujours.",
            says:
                "la pièce « bulletin-de-paie » est déjà demandée ligne 62, et les deux conditions peuvent être vraies ensemble."
        ),
        BrokenFile(
            "a phrase of another procedure", in: SmallCatalogue.guide, replacing: "[un, deux",
            with: "[Ca marche pas !, deux",
            says: "phrase déjà écrite (demarches/aide-essai.yaml:13) : « Ca marche pas ! ». Dites-la autrement."),
        BrokenFile(
            "a phrase of the same procedure", in: SmallCatalogue.guide, replacing: "[un, deux", with: "[un, Un",
            says: "phrase déjà écrite (demarches/guide-essai.yaml:12) : « Un ». Dites-la autrement."),
    ])
    func `something written twice is said with the place of the first`(_ broken: BrokenFile) throws {
        try broken.expectProblem()
    }

    @Test(arguments: [
        BrokenFile(
            "a month without its place", replacing: "\"Salaire de {mois}\"", with: "Salaire", at: "mois: -1",
            says: "« mois » sans {mois} dans le libellé."),
        BrokenFile(
            "a place without its month", replacing: "mois: -1, ", with: "", at: "{mois}",
            says: "{mois} dans le libellé sans « mois » : ajoutez par exemple « mois: -1 »."),
        BrokenFile(
            "a month in a question", replacing: "libelle: Fin du contrat", with: "libelle: \"Fin en {mois}\"",
            says: "{mois} ne va que dans le libellé d’un champ d’écran."),
        BrokenFile(
            "a file without its paper", replacing: ", piece: bulletin-de-paie}", with: "}", at: "type: fichier",
            says: "un champ de type fichier dit sa pièce : ajoutez « piece: … »."),
        BrokenFile(
            "a paper on another type", replacing: "type: fichier", with: "type: texte",
            says: "« piece » ne va qu’avec le type fichier, pas texte."),
        BrokenFile(
            "a secret question", replacing: "type: oui_non", with: "type: secret",
            says: "une question ne peut pas être de type secret : Cordée n’en garde rien."),
        BrokenFile(
            "a choice without options",
            replacing: "    choix: [{code: cdi, libelle: CDI}, {code: cdd, libelle: CDD}]\n", with: "",
            at: "id: contrat", says: "« choix » attendu : le type choix a besoin de ses réponses possibles."),
        BrokenFile(
            "options on another type", replacing: "type: choix", with: "type: texte", at: "choix: [",
            says: "« choix » ne va qu’avec les types choix et choix_multiple, pas texte."),
        BrokenFile(
            "neither type nor fact", replacing: "    fait: situation\n", with: "", at: "id: situation",
            says: "« type » attendu (ou « fait », qui donne le type)."),
        BrokenFile(
            "a type that the fact does not have", replacing: "fait: date_naissance}",
            with: "fait: date_naissance, type: montant}",
            says: "le type « montant » ne va pas avec le fait « date_naissance », de type « date »."),
        BrokenFile(
            "an option that the fact does not have", replacing: "fait: situation\n",
            with: "fait: situation\n    choix: [{code: seul, libelle: Seul}, {code: pacse, libelle: Pacsé}]\n",
            at: "code: pacse", says: "le code « pacse » n’est pas un choix du fait « situation » : seul, couple."),
        BrokenFile(
            "a failure on another screen", replacing: "ecran: ressources, champ: salaire",
            with: "ecran: identite, champ: salaire", says: "le champ « salaire » n’est pas dans l’écran « identite »."),
        BrokenFile(
            "a deadline from an answer that is no date", replacing: "depuis: {reponse: fin_contrat}",
            with: "depuis: {reponse: contrat}",
            says: "une échéance se compte depuis une date ; « contrat » est de type choix."),
    ])
    func `a field or question that does not hold together is said`(_ broken: BrokenFile) throws {
        try broken.expectProblem()
    }

    @Test(arguments: [
        BrokenFile(
            "cited, not listed", replacing: "{texte: Une.}", with: "{texte: Une., sources: [autre_page]}",
            says: "la source « autre_page » est citée ici et manque dans « sources » à la fin du fichier."),
        BrokenFile(
            "listed, never cited", replacing: "confiance: haute, sources: [page_caf]", with: "confiance: moyenne",
            at: "sources: [page_caf]", says: "la source « page_caf » n’est citée nulle part dans le fichier."),
    ])
    func `the list of sources is exactly what is cited`(_ broken: BrokenFile) throws {
        try broken.expectProblem()
    }

    @Test(arguments: [
        BrokenFile(
            "no steps", replacing: "etapes:\n  - {texte: Ouvrir le site., qui: ensemble, ecran: identite}\n", with: "",
            at: "id: aide-essai", says: "une démarche complète a besoin de « etapes »."),
        BrokenFile(
            "no papers said", replacing: "besoins: [appareil, mail]\n", with: "", at: "id: aide-essai",
            says: "une démarche complète a besoin de « besoins » (« besoins: [] » s’il n’y en a pas)."),
        BrokenFile(
            "seven phrases", replacing: ", quand, où]", with: ", quand]",
            says: "7 phrases : 8 au moins pour un niveau « complet »."),
        BrokenFile(
            "four phrases in a guide", in: SmallCatalogue.guide, replacing: ", quatre, cinq]", with: ", quatre]",
            says: "4 phrases : 5 au moins pour un niveau « guide »."),
        BrokenFile(
            "three failures", replacing: "  - {id: quatre, cause: {texte: Quatre.}, remede: Refaire.}\n", with: "",
            at: "id: un,", says: "une démarche complète a besoin d’au moins 4 échecs (trouvé 3)."),
        BrokenFile(
            "no other way", in: SmallCatalogue.guide, replacing: "guichet: [{texte: À la caisse.}]",
            with: "guichet: []", says: "au moins une autre voie que le web : cerfa, telephone, guichet ou courrier."),
        BrokenFile(
            "a long purpose", replacing: "objet: Une aide pour les familles.",
            with: "objet: \(Array(repeating: "mot", count: 61).joined(separator: " "))",
            says: "objet trop long : 61 mots, 60 au plus."),
        BrokenFile(
            "no list of sources", in: SmallCatalogue.guide, replacing: "sources: []", with: "montants: []",
            at: "id: guide-essai", says: "clé « sources » manquante : la liste des références citées."),
    ])
    func `a procedure that says less than its level demands is said`(_ broken: BrokenFile) throws {
        try broken.expectProblem()
    }
}
