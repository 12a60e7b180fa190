import Domain

extension PieceFollowUp.Status {
    var label: String {
        switch self {
        case .asked: "Demandée"
        case .received: "Reçue"
        case .refused: "Refusée"
        case .replaced: "Remplacée par une autre"
        case .waived: "Sans objet pour cette personne"
        }
    }

    var tag: Tag {
        switch self {
        case .asked: Tag(.waiting, "demandée")
        case .received: Tag(.done, "reçue")
        case .refused: Tag(.lost, "refusée")
        case .replaced: Tag(.done, "remplacée")
        case .waived: Tag(.neutral, "sans objet")
        }
    }
}

extension Delay {
    /// `3 mois`, `1 an`, `10 jours`, `5 jours ouvrés`, `1 mois et 15 jours`.
    var words: String {
        var parts: [String] = []
        if years > 0 { parts.append(Words.count(years, "an", "ans")) }
        if months > 0 { parts.append("\(months)\u{A0}mois") }
        if days > 0 { parts.append(Words.count(days, "jour", "jours")) }
        if workingDays > 0 { parts.append(Words.count(workingDays, "jour ouvré", "jours ouvrés")) }
        return Words.list(parts)
    }
}
