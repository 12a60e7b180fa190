/// An identifier cited in a file, to be found elsewhere in the catalogue or in the same procedure.
struct Reference: Hashable, Sendable {
    let kind: Kind
    let id: String
    let line: Int
    let column: Int

    enum Kind: String, CaseIterable, Sendable {
        case fact, piece, organisme, category, source, demarche, coop, aidantsConnect, block
        case screen, field, answer, listedPiece

        /// The noun with its article, for messages.
        var noun: String {
            switch self {
            case .fact: "le fait"
            case .piece, .listedPiece: "la pièce"
            case .organisme: "l’organisme"
            case .category: "la catégorie"
            case .source: "la source"
            case .demarche: "la démarche"
            case .coop: "la thématique de la Coop"
            case .aidantsConnect: "la famille d’Aidants Connect"
            case .block: "le bloc de faits"
            case .screen: "l’écran"
            case .field: "le champ"
            case .answer: "la question ou le champ"
            }
        }

        /// Where the identifiers are defined.
        var place: String {
            switch self {
            case .fact: "vocabulaires/faits.yaml"
            case .piece: "pieces/"
            case .organisme: "organismes/"
            case .category: "vocabulaires/categories.yaml"
            case .source: "sources.yaml"
            case .demarche: "demarches/"
            case .coop: "vocabulaires/coop.yaml"
            case .aidantsConnect: "vocabulaires/aidants-connect.yaml"
            case .block: "« blocs » de ce fichier"
            case .screen: "« ecrans » de cette démarche"
            case .field: "les champs de « ecrans » de cette démarche"
            case .answer: "« questions » et « ecrans » de cette démarche"
            case .listedPiece: "« pieces » de cette démarche"
            }
        }
    }
}
