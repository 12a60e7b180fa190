import Domain

extension Echeance {
    /// What the date is for: the label of the definition, or the words of the kind.
    func title(_ demarche: Demarche, next: Dossier.NextStep? = nil) -> String {
        switch kind {
        case .deadline(let id): demarche.deadlines.first { $0.id == id }?.label ?? demarche.title
        case .answer: "Réponse attendue"
        case .silence: "Sans réponse à cette date"
        case .appeal(let id): "Dernier jour pour le recours : \(demarche.appeals.first { $0.id == id }?.level ?? "recours")"
        case .nextStep: next.map { $0.what.isEmpty ? "Prochaine étape" : $0.what } ?? "Prochaine étape"
        }
    }

    /// What is lost when the date passes, or what silence means; nil when nothing is.
    func loss(_ demarche: Demarche) -> String? {
        switch kind {
        case .deadline(let id): demarche.deadlines.first { $0.id == id }?.loss
        case .silence: demarche.silence.first { $0.after != nil }?.meaning.sentence
        case .appeal: "Après ce jour, ce recours n’est plus possible."
        case .answer, .nextStep: nil
        }
    }

    /// How near it is, and whether something is lost: a word and an icon before a colour.
    func tag(today: Day) -> Tag {
        let day = window.due
        if status == .done { return Tag(.done, "fait") }
        if day < today { return Tag(hasLoss ? .lost : .watch, "passée, \(day.distance(today: today))") }
        if let opens = window.opens, opens > today { return Tag(.waiting, "s’ouvre \(opens.distance(today: today))") }
        return Tag(hasLoss && day.days(since: today) <= 15 ? .lost : .watch, day.distance(today: today))
    }
}

extension Silence.Meaning {
    var sentence: String {
        switch self {
        case .refusal: "Sans réponse, c’est un refus."
        case .acceptance: "Sans réponse, c’est un accord."
        case .suspension: "Sans réponse, le droit est suspendu."
        case .nothing: "Sans réponse, rien n’est décidé : il faut relancer."
        }
    }
}
