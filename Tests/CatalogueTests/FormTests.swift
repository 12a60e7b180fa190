import Catalogue
import Testing

@Suite struct FormOfTheFiles {
    @Test(arguments: [
        BrokenFile(
            "a misspelt key", replacing: "titre: Demander", with: "titer: Demander",
            says: "clé inconnue « titer ». Vouliez-vous dire « titre » ?"),
        BrokenFile(
            "a key of a small block", replacing: "{degre: rapide, perte", with: "{degre: rapide, loss",
            says: "clé inconnue « loss ». Clés possibles : degre, perte."),
        BrokenFile(
            "a missing key", replacing: "plateforme: caf.fr, Mon Compte\n", with: "", at: "id: aide-essai",
            says: "clé « plateforme » manquante (texte)."),
        BrokenFile(
            "a missing key of an item", replacing: "{texte: Ouvrir le site., qui: ensemble, ecran: identite}",
            with: "{texte: Ouvrir le site.}",
            says: "clé « qui » manquante (un mot parmi : personne, ensemble, aidant, organisme)."),
        BrokenFile(
            "an empty value", replacing: "titre: Demander une aide", with: "titre:",
            says: "valeur vide : texte attendu. Remplissez ou retirez la ligne."),
        BrokenFile(
            "a list for a text", replacing: "titre: Demander une aide", with: "titre: [a, b]",
            says: "texte attendu, trouvé une liste."),
        BrokenFile(
            "a text for a list", replacing: "noms: [aide, AE]", with: "noms: aide",
            says: "liste attendue, trouvé « aide ». Écrivez [a, b] ou une ligne « - … » par élément."),
        BrokenFile(
            "a plain text for a statement", replacing: "- {texte: Pour tous., confiance: haute, sources: [page_caf]}",
            with: "- Pour tous.", says: "bloc de clés attendu (texte, confiance, sources…), trouvé « Pour tous. »."),
        BrokenFile(
            "an unknown word", replacing: "degre: rapide", with: "degre: rapid",
            says: "« rapid » inconnu : attendu normale, rapide, immediate. Vouliez-vous dire « rapide » ?"),
        BrokenFile(
            "an unknown type", replacing: "type: date", with: "type: dat",
            says:
                "« dat » inconnu : attendu texte, texte_long, oui_non, choix, choix_multiple, date, mois, annee, montant, entier, pourcentage, nir, iban, siret, numero_fiscal, numero_acces_impots, rfr, pdl, pce, numero_allocataire_caf, identifiant_ft, numero_etranger, numero_unique_logement, reference, telephone, telephone_mobile, email, adresse, code_postal, commune, pays, case_a_cocher, fichier, secret. Vouliez-vous dire « date » ?"
        ),
        BrokenFile(
            "neither yes nor no", in: "vocabulaires/faits.yaml", replacing: "par_defaut: oui",
            with: "par_defaut: peut-être", says: "« oui » ou « non » attendu, trouvé « peut-être »."),
        BrokenFile(
            "a number that is not whole", replacing: "version: 1", with: "version: 1.5",
            says: "nombre entier de 1 à 10000 attendu, trouvé « 1.5 »."),
        BrokenFile(
            "a day that does not exist", replacing: "verifie_le: 2026-11-21", with: "verifie_le: 2026-11-31",
            says: "jour AAAA-MM-JJ qui existe attendu (2026-11-21), trouvé « 2026-11-31 »."),
        BrokenFile(
            "a day of the year that does not exist", replacing: "ferme: \"03-31\"", with: "ferme: \"02-29\"",
            says: "jour de l’année « MM-JJ » qui existe tous les ans attendu (\"11-01\"), trouvé « 02-29 »."),
        BrokenFile(
            "an address that is not encrypted", replacing: "adresse: https://www.caf.fr",
            with: "adresse: http://www.caf.fr",
            says: "adresse non chiffrée : écrivez https:// (ou retirez la ligne si le site n’en a pas)."),
        BrokenFile(
            "an address that is none", replacing: "adresse: https://www.caf.fr", with: "adresse: www.caf.fr",
            says: "adresse mal écrite : « https://… » attendu, trouvé « www.caf.fr »."),
        BrokenFile(
            "an identifier with capitals", replacing: "id: trop_haut", with: "id: Trop-haut",
            says:
                "identifiant « Trop-haut » mal écrit : minuscules sans accent, chiffres et « _ », comme « salaire_net »."
        ),
        BrokenFile(
            "an empty delay", replacing: "age_max: {mois: 3}", with: "age_max: {}",
            says: "durée vide : écrivez par exemple {mois: 2} ou {jours: 15}."),
        BrokenFile(
            "high confidence without a source", replacing: "{texte: Une.}", with: "{texte: Une., confiance: haute}",
            says: "confiance « haute » sans source : citez une source ou écrivez « moyenne »."),
        BrokenFile(
            "two calculations", replacing: "calcul: {chaque_annee: {",
            with: "calcul: {fenetre_mensuelle: {ouvre: 28, ferme: 15}, chaque_annee: {",
            says: "« calcul » attend une seule clé parmi : apres, tous_les, fenetre_mensuelle, chaque_annee, avant."),
        BrokenFile(
            "a window that closes before it opens", replacing: "ouvre: {mois: 4}, ferme: {mois: 2}",
            with: "ouvre: {mois: 2}, ferme: {mois: 4}",
            says: "« ouvre » doit être plus long que « ferme » : la période s’ouvre avant de se fermer."),
        BrokenFile(
            "an unknown anchor", replacing: "depuis: {reponse: fin_contrat}", with: "depuis: depôt",
            says:
                "moment attendu : ouverture, depot, decision, {reponse: id} ou {fait: id}. Vouliez-vous dire « depot » ?"
        ),
        BrokenFile(
            "an identification without a text", replacing: "{moyen: FranceConnect, texte: Suffit.}",
            with: "{moyen: FranceConnect}", says: "« texte » ou « detail » attendu, l’un des deux."),
        BrokenFile(
            "a theme that does not exist", in: "pieces/toutes.yaml", replacing: "theme: budget", with: "theme: argent",
            says:
                "« argent » inconnu : attendu budget, emploi, impot, justice, logement, domicile, prestations, retraite, sante, identite."
        ),
    ])
    func `a wrong key or value is said at its line`(_ broken: BrokenFile) throws {
        try broken.expectProblem()
    }

    @Test(arguments: [
        BrokenFile(
            "no operator", replacing: "si: {reponse: contrat, est: cdd}", with: "si: {reponse: contrat}",
            says: "condition sans opérateur : ajoutez par exemple « est: oui » ou « rempli: oui »."),
        BrokenFile(
            "two operators", replacing: "si: {reponse: contrat, est: cdd}",
            with: "si: {reponse: contrat, est: cdd, rempli: oui}",
            says: "un seul opérateur par condition, trouvé « est », « rempli » : réunissez-les avec « tous »."),
        BrokenFile(
            "no operand", replacing: "si: {reponse: contrat, est: cdd}", with: "si: {est: cdd}",
            says: "« reponse: id » ou « fait: id » attendu."),
        BrokenFile(
            "two operands", replacing: "si: {reponse: contrat, est: cdd}",
            with: "si: {reponse: contrat, fait: situation, est: cdd}", says: "« reponse » ou « fait », pas les deux."),
        BrokenFile(
            "a misspelt operator", replacing: "si: {reponse: contrat, est: cdd}",
            with: "si: {reponse: contrat, parmis: [cdd]}",
            says: "clé inconnue « parmis ». Vouliez-vous dire « parmi » ?"),
        BrokenFile(
            "a text", replacing: "si: {reponse: contrat, est: cdd}", with: "si: contrat = cdd",
            says: "condition attendue, comme {reponse: id, est: oui}, trouvé « contrat = cdd »."),
        BrokenFile(
            "a group with other keys", replacing: "si: {tous: [", with: "si: {reponse: travaille, tous: [",
            says: "« tous » va seul : mettez les autres clés dans une condition à part."),
        BrokenFile(
            "an empty group", replacing: "si: {reponse: contrat, est: cdd}", with: "si: {un_de: []}",
            says: "« un_de » attend une liste de conditions, trouvé une liste."),
        BrokenFile(
            "a number with a comma", replacing: "si: {reponse: prime, depasse: {reponse: salaire}}",
            with: "si: {reponse: prime, plus_de: \"1,5\"}",
            says: "nombre attendu, trouvé « 1,5 ». Écrivez un point à la place de la virgule."),
        BrokenFile(
            "a day in words", replacing: "si: {reponse: contrat, est: cdd}",
            with: "si: {fait: date_naissance, avant: aujourdhui-3}",
            says: "jour attendu (2026-01-31, aujourdhui, aujourdhui-3m, aujourdhui+14j), trouvé « aujourdhui-3 »."),
    ])
    func `a condition of another shape is said at its line`(_ broken: BrokenFile) throws {
        try broken.expectProblem()
    }
}
