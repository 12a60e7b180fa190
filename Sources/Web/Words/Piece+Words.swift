import Domain

extension PieceFollowUp.Status {
    var label: String {
        switch self {
        case .asked: "Demandé"
        case .received: "Reçu"
        case .refused: "Refusé"
        case .replaced: "Remplacé par un autre"
        case .waived: "Sans objet pour cette personne"
        }
    }

    var tag: Tag {
        switch self {
        case .asked: Tag(.waiting, "demandé")
        case .received: Tag(.done, "reçu")
        case .refused: Tag(.lost, "refusé")
        case .replaced: Tag(.done, "remplacé")
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
