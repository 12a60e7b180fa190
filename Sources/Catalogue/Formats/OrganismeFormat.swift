import Domain

/// `organismes/<id>.yaml`: a body and its platforms.
enum OrganismeFormat {
    static let id = Key<String>.required("id", .kebab, "Le nom du fichier, sans « .yaml ».", "caf")
    static let name = Key<String>.required("nom", .text, "Le nom entier.", "\"Caisse d’allocations familiales\"")
    static let shortName = Key<String>.required("nom_court", .text, "Le nom de tous les jours.", "Caf")
    static let otherNames = Key<[String]>.optional(
        "autres_noms", .list(.text), or: [], "aucun", "Anciens noms et sigles, pour la recherche.", "[Cnaf, allocs]")
    static let purpose = Key<String>.required(
        "objet", .text, "À quoi il sert, en une ou deux phrases.", "\"Paie les aides à la famille.\"")
    static let platforms = Key<[Organisme.Platform]>.optional(
        "plateformes", .list(Platform.block.kind), or: [], "aucune", "Ses services en ligne.",
        "[{id: mon-compte-caf, nom: Mon Compte Caf, public: {texte: \"…\"}, connexion: {texte: \"…\"}}]")
    static let mediator = Key<Statement?>.optional(
        "mediateur", .statement, "Comment saisir son médiateur.", "{texte: \"…\"}")
    static let notes = Key<[Statement]>.optional(
        "notes", .list(.statement), or: [], "aucune", "Ce qu’il faut savoir de plus.", "[{texte: \"…\"}]")

    static let block = Block(
        "organismes/<id>.yaml", "Un organisme et ses services en ligne.",
        [
            id.page, name.page, shortName.page, otherNames.page, purpose.page, platforms.page, mediator.page,
            notes.page,
        ]
    ) {
        Organisme(
            id: $0[id], name: $0[name], shortName: $0[shortName], otherNames: $0[otherNames], purpose: $0[purpose],
            platforms: $0[platforms], mediator: $0[mediator], notes: $0[notes])
    }

    enum Platform {
        static let id = Key<String>.required("id", .kebab, "Unique dans tout le catalogue.", "mon-compte-caf")
        static let name = Key<String>.required("nom", .text, "Le nom du service.", "Mon Compte Caf")
        static let address = Key<String?>.optional("adresse", .address, "L’adresse du service.", "https://www.caf.fr")
        static let audience = Key<Statement>.required(
            "public", .statement, "Pour qui : public, professionnels.", "{texte: \"Pour tous.\"}")
        static let signIn = Key<Statement>.required(
            "connexion", .statement, "Comment on s’y identifie.", "{texte: \"…\"}")
        static let contact = Key<Statement?>.optional(
            "contact_pro", .statement, "Comment un professionnel joint l’opérateur.", "{texte: \"…\"}")

        static let block = Block(
            "Plateforme", "Un service en ligne.",
            [id.page, name.page, address.page, otherNames.page, audience.page, signIn.page, contact.page]
        ) {
            Organisme.Platform(
                id: $0[id], name: $0[name], address: $0[address], otherNames: $0[otherNames], audience: $0[audience],
                signIn: $0[signIn], professionalContact: $0[contact])
        }
    }
}
