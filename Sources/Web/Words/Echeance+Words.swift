import Domain

extension Echeance {
    /// What the date is for: the label of the definition, or the words of the kind.
    /// - Parameter organisme: the short name of the body, where the page does not already say it.
    func title(_ demarche: Demarche, next: Dossier.NextStep? = nil, organisme: String? = nil) -> String {
        switch kind {
        case .deadline(let id): demarche.deadlines.first { $0.id == id }?.label ?? demarche.title
        case .answer: "Réponse attendue" + (organisme.map { "\u{A0}: \($0)" } ?? "")
        case .silence: "Sans réponse à cette date"
        case .appeal(let id):
            "Dernier jour pour le recours : \(demarche.appeals.first { $0.id == id }?.level ?? "recours")"
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

    /// What can still be done once the date has passed; nil before, and where the catalogue says nothing.
    func remedy(_ demarche: Demarche, today: Day) -> Statement? {
        guard case .deadline(let id) = kind, status != .done, window.due < today else { return nil }
        return demarche.deadlines.first { $0.id == id }?.missed
    }

    /// What is lost, beside a date that says when: « Sinon : le paiement s’arrête. »
    func otherwise(_ loss: String, today: Day) -> String {
        let loss = Words.typographic(loss)
        guard case .deadline = kind, hasLoss, window.due >= today else { return loss }
        return "Sinon\u{A0}: \(Words.continued(loss))"
    }

    /// How near it is, and whether something is lost: a word and an icon before a colour.
    func tag(today: Day) -> Tag {
        let day = window.due
        if status == .done { return Tag(.done, "fait") }
        if status == .snoozed, let until = snoozedUntil, until > today {
            return Tag(.neutral, "reportée au \(until.words(today: today))")
        }
        if day < today { return Tag(hasLoss ? .lost : .watch, "passée, \(day.distance(today: today))") }
        if let opens = window.opens, opens > today { return Tag(.waiting, "s’ouvre \(opens.distance(today: today))") }
        return Tag(hasLoss && day.days(since: today) <= 15 ? .lost : .watch, day.distance(today: today))
    }
}

extension Demarche {
    /// True when the title of a date already says the procedure: it is not written twice.
    func repeats(_ date: String) -> Bool { title.hasPrefix(date) || date.hasPrefix(title) }
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

extension Echeance {
    /// `du lundi 28 décembre au vendredi 15 janvier 2027`, or `le …` when there is no opening day.
    func period(today: Day) -> String {
        guard let opens = window.opens, opens < window.due else { return "le \(window.due.words(today: today))" }
        return "du \(opens.words(today: today)) au \(window.due.words(today: today))"
    }
}

extension Echeance.Refusal {
    /// What to do instead, in one sentence.
    func sentence(today: Day) -> String {
        switch self {
        case .snoozeInPast: "Choisissez un jour à venir, à partir de demain."
        case .snoozeBeyondLoss(let day):
            "Le droit serait perdu\u{A0}: choisissez au plus tard le \(day.words(today: today)), ou faites la démarche maintenant."
        case .reasonMissing: "Dites pourquoi vous reportez\u{A0}: vos collègues doivent le comprendre."
        case .alreadyDone: "C’est déjà noté comme fait. Il n’y a rien à reporter."
        }
    }
}
