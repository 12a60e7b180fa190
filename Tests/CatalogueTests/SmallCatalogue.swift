import Catalogue
import Foundation

/// A catalogue folder of ten small files, correct as it stands: a test breaks one thing in it.
struct SmallCatalogue {
    var files: [String: Data]

    init() {
        files = SmallCatalogue.texts.mapValues { Data($0.utf8) }
    }

    static let full = "demarches/aide-essai.yaml"
    static let guide = "demarches/guide-essai.yaml"

    /// Replaces the first occurrence of a text in a file; the file must hold it.
    func replacing(_ old: String, with new: String, in file: String = SmallCatalogue.full) throws -> SmallCatalogue {
        var copy = self
        let text = String(decoding: files[file] ?? Data(), as: UTF8.self)
        guard let range = text.range(of: old) else { throw Missing(text: old, file: file) }
        copy.files[file] = Data(text.replacingCharacters(in: range, with: new).utf8)
        return copy
    }

    func writing(_ text: String, to file: String) -> SmallCatalogue { writing(Data(text.utf8), to: file) }

    func writing(_ data: Data?, to file: String) -> SmallCatalogue {
        var copy = self
        copy.files[file] = data
        return copy
    }

    /// The first line of the file that holds this text, from 1.
    func line(of text: String, in file: String = SmallCatalogue.full) throws -> Int {
        let lines = String(decoding: files[file] ?? Data(), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        guard let index = lines.firstIndex(where: { $0.contains(text) }) else { throw Missing(text: text, file: file) }
        return index + 1
    }

    /// Writes the folder in the temporary directory, loads it, removes it.
    func load() throws -> LoadResult {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("catalogue-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for directory in ["demarches", "organismes", "pieces", "vocabulaires"] {
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent(directory), withIntermediateDirectories: true)
        }
        for (file, data) in files { try data.write(to: folder.appendingPathComponent(file)) }
        return CatalogueFolder.load(folder)
    }

    struct Missing: Error {
        let text: String
        let file: String
    }
}

extension SmallCatalogue {
    static let texts: [String: String] = [
        full: fullText,
        guide: guideText,
        "organismes/caf.yaml": """
        id: caf
        nom: Caisse d'allocations familiales
        nom_court: Caf
        objet: Paie les aides à la famille.
        plateformes:
          - id: mon-compte-caf
            nom: Mon Compte
            adresse: https://www.caf.fr
            public: {texte: Pour tous.}
            connexion: {texte: Numéro et mot de passe., confiance: haute, sources: [page_caf]}
        """,
        "pieces/toutes.yaml": """
        - {id: bulletin-de-paie, libelle: Bulletin de paie, aide: Donné par l'employeur., theme: emploi}
        - {id: rib, libelle: Relevé bancaire, aide: Donné par la banque., theme: budget}
        """,
        "vocabulaires/categories.yaml": "- {code: famille, libelle: Famille}\n",
        "vocabulaires/coop.yaml": "- {code: social-sante, libelle: Social}\n",
        "vocabulaires/aidants-connect.yaml": "- {code: social, libelle: Social}\n",
        "vocabulaires/lexique.yaml": "synonymes:\n  - [caf, allocs]\nmots_vides: [je]\n",
        "vocabulaires/faits.yaml": """
        blocs:
          - {id: identite, libelle: Identité, aide: Qui., par_defaut: oui}
        faits:
          - {id: date_naissance, libelle: Date de naissance, type: date, sensibilite: generale, bloc: identite}
          - {id: situation, libelle: Situation, type: choix, sensibilite: sociale, bloc: identite, choix: [{code: seul, libelle: Seul}, {code: couple, libelle: En couple}]}
          - {id: revenus, libelle: Revenus, type: montant, sensibilite: sociale, bloc: identite}
        """,
        "sources.yaml": """
        page_caf: {titre: Page de la Caf, adresse: "https://www.caf.fr/page", date: sans date, confiance: haute}
        autre_page: {titre: Autre page, adresse: "http://vieille-page.fr", date: "2019", confiance: faible}
        """,
    ]

    private static let guideText = """
        id: guide-essai
        version: 1
        niveau: guide
        titre: Demander un guide
        objet: Un guide.
        categorie: famille
        organisme: caf
        plateforme: caf.fr
        verifie_le: 2026-11-21
        recherche:
          noms: [guide]
          phrases: [un, deux, trois, quatre, cinq]
        alternatives:
          guichet: [{texte: À la caisse.}]
        sources: []
        """

    private static let fullText = """
        id: aide-essai
        version: 1
        niveau: complet
        titre: Demander une aide
        objet: Une aide pour les familles.
        categorie: famille
        organisme: caf
        plateforme: caf.fr, Mon Compte
        adresse: https://www.caf.fr
        verifie_le: 2026-11-21
        recherche:
          noms: [aide, AE]
          phrases: [je veux une aide, on m'a coupé, plus rien, l'aide de la caf, ça marche pas, combien, quand, où]
        urgence: {degre: rapide, perte: {texte: Le paiement s'arrête.}}
        besoins: [appareil, mail]
        a_la_place: {regle: avec_mandat, raison: La personne s'engage.}
        public:
          - {texte: Pour tous., confiance: haute, sources: [page_caf]}
        identification: [{moyen: FranceConnect, texte: Suffit.}]
        questions:
          - id: travaille
            libelle: Travaille-t-elle ?
            type: oui_non
          - id: contrat
            libelle: Quel contrat ?
            type: choix
            choix: [{code: cdi, libelle: CDI}, {code: cdd, libelle: CDD}]
            si: {reponse: travaille, est: oui}
          - id: situation
            libelle: Vit-elle seule ?
            fait: situation
          - id: fin_contrat
            libelle: Fin du contrat
            type: date
            si: {reponse: contrat, est: cdd}
        ecrans:
          - id: identite
            titre: Identité
            champs:
              - {id: naissance, libelle: Né le, fait: date_naissance}
              - {id: code_acces, libelle: Mot de passe, type: secret}
          - id: ressources
            titre: Ressources
            si: {reponse: travaille, est: oui}
            champs:
              - {id: salaire, libelle: "Salaire de {mois}", mois: -1, type: montant}
              - {id: prime, libelle: Prime, type: montant, obligatoire: {si: {reponse: contrat, est: cdi}}}
              - {id: justificatif, libelle: Bulletin, type: fichier, piece: bulletin-de-paie}
        controles:
          - id: trop_haut
            gravite: attention
            si: {reponse: prime, depasse: {reponse: salaire}}
            cible: prime
            pourquoi: {texte: La prime dépasse le salaire.}
            que_faire: Relire.
          - id: trop_jeune
            gravite: bloquant
            si: {tous: [{fait: date_naissance, age_moins_de: 18}, {reponse: travaille, est: non}]}
            pourquoi: {texte: Il faut 18 ans.}
            que_faire: Attendre.
        pieces:
          - piece: bulletin-de-paie
            quand: {texte: Si elle travaille.}
            si: {reponse: travaille, est: oui}
            age_max: {mois: 3}
        etapes:
          - {texte: Ouvrir le site., qui: ensemble, ecran: identite}
        echecs:
          - {id: un, cause: {texte: Une.}, remede: Refaire., ecran: ressources, champ: salaire}
          - {id: deux, cause: {texte: Deux.}, remede: Refaire.}
          - {id: trois, cause: {texte: Trois.}, remede: Refaire.}
          - {id: quatre, cause: {texte: Quatre.}, remede: Refaire.}
        echeances:
          - id: renouvellement
            libelle: Renouveler
            regle: {texte: Avant la fin du contrat.}
            des: obtenu
            calcul: {avant: {depuis: {reponse: fin_contrat}, ouvre: {mois: 4}, ferme: {mois: 2}}}
          - id: treve
            libelle: Trêve
            regle: {texte: L'hiver.}
            calcul: {chaque_annee: {ouvre: "11-01", ferme: "03-31"}}
        delais: [{texte: Deux mois., duree: {mois: 2}}]
        recours:
          - {id: amiable, niveau: Recours amiable, voie: {texte: Écrire.}, delai: 2 mois, duree: {mois: 2}}
        alternatives:
          telephone: [{numero: "32 30", service: {texte: La caisse.}}]
        professionnel:
          peut: [{texte: Expliquer.}]
        liees: [guide-essai]
        correspondances: {coop: [social-sante], aidants_connect: [social]}
        sources: [page_caf]
        """
}
