import Domain

extension Usager.Status {
    /// The state of a file, as it is read on a tag.
    var words: String {
        switch self {
        case .active: "suivi en cours"
        case .inactive: "suivi en pause"
        case .archived: "fiche archivée"
        case .deceased: "personne décédée"
        }
    }

    var tag: Tag {
        switch self {
        case .active: Tag(.done, words)
        case .inactive: Tag(.waiting, words)
        case .archived, .deceased: Tag(.neutral, words)
        }
    }
}

extension Protection {
    /// The measure with its article.
    var words: String {
        switch self {
        case .guardianship: "une tutelle"
        case .simpleCuratorship: "une curatelle simple"
        case .reinforcedCuratorship: "une curatelle renforcée"
        case .judicialSafeguard: "une sauvegarde de justice"
        case .spouseAuthorisation: "une habilitation du conjoint"
        case .familyAuthorisation: "une habilitation familiale"
        case .support: "une mesure d’accompagnement"
        case .futureMandate: "un mandat de protection future"
        }
    }
}
