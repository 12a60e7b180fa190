import Domain
import Yams

/// Obligations with a date.
enum DeadlineFormat {
    static let id = Key<String>.required(
        "id", .snake, "Unique parmi les échéances de la démarche.", "prochaine_declaration")
    static let label = Key<String>.required("libelle", .text, "Ce qu’il faut faire.", "Déclarer ses ressources")
    static let rule = Key<Statement>.required("regle", .statement, "La règle en mots.", "{texte: \"Tous les 3 mois.\"}")
    static let loss = Key<String?>.optional(
        "perte", .text, "Ce qui est perdu si la date passe.", "\"Le paiement s’arrête.\"")
    static let missed = Key<Statement?>.optional(
        "si_passee", .statement, "Ce que l’on peut encore faire quand la date est passée.",
        "{texte: \"Déclarer en retard, dès que possible.\"}")
    static let since = Key<Deadline.Phase>.optional(
        "des", .word(Deadline.Phase.self, fallback: .opening), or: .opening, "ouverture",
        "Depuis quand l’obligation existe.", "obtenu")
    static let condition = Key<Condition?>.optional(
        "si", .condition, "L’échéance n’existe que si…", "{reponse: travaille, est: oui}")
    static let calculation = Key<Deadline.Calculation?>.optional(
        "calcul", CalculationFormat.block.kind, "Comment la date se calcule ; sans « calcul », l’aidant la pose.",
        "{tous_les: {mois: 3, depuis: decision}}")

    static let block = Block(
        "Échéance", "Une obligation avec une date, suivie dans l’agenda de la personne.",
        [id.page, label.page, rule.page, loss.page, missed.page, since.page, condition.page, calculation.page]
    ) {
        Deadline(
            id: $0[id], label: $0[label], rule: $0[rule], loss: $0[loss], missed: $0[missed] ?? nil, since: $0[since],
            calculation: $0[calculation] ?? nil, condition: $0[condition])
    }
}

/// `calcul`: exactly one way of computing a date.
enum CalculationFormat {
    static let after = Key<Deadline.Calculation?>.optional(
        "apres", After.block.kind, "Une fois, après un moment.", "{depuis: depot, duree: {mois: 2}}")
    static let every = Key<Deadline.Calculation?>.optional(
        "tous_les", Every.block.kind, "Tous les N mois.", "{mois: 3, depuis: decision, ouvre_jours: 30}")
    static let monthly = Key<Deadline.Calculation?>.optional(
        "fenetre_mensuelle", Monthly.block.kind, "Chaque mois, entre deux jours ; ferme le mois suivant.",
        "{ouvre: 28, ferme: 15, ouvre_fevrier: 26}")
    static let yearly = Key<Deadline.Calculation?>.optional(
        "chaque_annee", Yearly.block.kind, "Chaque année, entre deux dates.", "{ouvre: \"11-01\", ferme: \"03-31\"}")
    static let before = Key<Deadline.Calculation?>.optional(
        "avant", Before.block.kind, "Une période avant une date.",
        "{depuis: {reponse: fin_droits}, ouvre: {mois: 4}, ferme: {mois: 2}}")

    static let block = Block<Deadline.Calculation>(
        "Calcul d’une échéance", "Une seule de ces clés.",
        [after.page, every.page, monthly.page, yearly.page, before.page]
    ) { fields in
        let found = [fields[after], fields[every], fields[monthly], fields[yearly], fields[before]].compactMap { $0 }
        if found.count != 1 {
            fields.cell?.report(
                "« calcul » attend une seule clé parmi : apres, tous_les, fenetre_mensuelle, chaque_annee, avant.")
        }
        return found.first ?? .monthlyWindow(opensDay: 1, closesDay: 1)
    }

    enum After {
        static let from = Key<Deadline.Anchor>.required("depuis", .anchor, "D’où l’on compte.", "depot")
        static let delay = Key<Delay>.required("duree", .delay, "Combien de temps.", "{mois: 2}")
        static let block = Block<Deadline.Calculation>(
            "Calcul « apres »", "Une fois, après un moment.", [from.page, delay.page]
        ) {
            .after($0[from], $0[delay])
        }
    }

    enum Every {
        static let months = Key<Int>.required(
            "mois", .integer(in: 1...120), "Nombre de mois entre deux échéances.", "3")
        static let openDays = Key<Int>.optional(
            "ouvre_jours", .integer(in: 0...400), or: 0, "0", "Combien de jours avant la date l’on peut agir.", "30")
        static let block = Block<Deadline.Calculation>(
            "Calcul « tous_les »", "Tous les N mois, comptés depuis un moment.",
            [months.page, After.from.page, openDays.page]
        ) { .every(months: $0[months], from: $0[After.from], openDays: $0[openDays]) }
    }

    enum Monthly {
        private static let dayOfMonth = Kind<Int>.integer(in: 1...28, label: "jour du mois, de 1 à 28")
        static let opens = Key<Int>.required("ouvre", dayOfMonth, "Jour du mois où cela ouvre.", "28")
        static let closes = Key<Int>.required("ferme", dayOfMonth, "Jour du mois suivant où cela ferme.", "15")
        static let february = Key<Int?>.optional(
            "ouvre_fevrier", dayOfMonth, "Jour où cela ouvre en février, s’il est autre.", "26")
        static let block = Block<Deadline.Calculation>(
            "Calcul « fenetre_mensuelle »", "Une période chaque mois.", [opens.page, closes.page, february.page]
        ) { .monthlyWindow(opensDay: $0[opens], closesDay: $0[closes], opensInFebruary: $0[february]) }
    }

    enum Yearly {
        static let opens = Key<Deadline.MonthDay?>.optional("ouvre", .monthDay, "Premier jour, \"MM-JJ\".", "\"11-01\"")
        static let closes = Key<Deadline.MonthDay>.required("ferme", .monthDay, "Dernier jour, \"MM-JJ\".", "\"03-31\"")
        static let block = Block<Deadline.Calculation>(
            "Calcul « chaque_annee »", "Deux jours du calendrier, chaque année.", [opens.page, closes.page]
        ) { .yearly(opens: $0[opens], closes: $0[closes]) }
    }

    enum Before {
        static let opens = Key<Delay>.required(
            "ouvre", .delay, "Combien de temps avant la date cela ouvre.", "{mois: 4}")
        static let closes = Key<Delay>.required(
            "ferme", .delay, "Combien de temps avant la date cela ferme.", "{mois: 2}")
        static let block = Block<Deadline.Calculation>(
            "Calcul « avant »", "Une période avant une date.", [After.from.page, opens.page, closes.page]
        ) { fields in
            let (opening, closing) = (fields[opens], fields[closes])
            if opening.approximateDays <= closing.approximateDays {
                fields.report(
                    "« ouvre » doit être plus long que « ferme » : la période s’ouvre avant de se fermer.", at: opens)
            }
            return .before(fields[After.from], opens: opening, closes: closing)
        }
    }
}

extension Delay {
    /// Only to compare two delays of the catalogue.
    fileprivate var approximateDays: Int { years * 365 + months * 30 + days + workingDays * 7 / 5 }
}

extension Kind where Value == Deadline.MonthDay {
    /// A day that exists every year: 29 February is refused.
    static let monthDay = Kind("jour \"MM-JJ\"", placeholder: { .init(month: 1, day: 1) }) { cell in
        guard let text = cell.text(expected: "jour MM-JJ") else { return .init(month: 1, day: 1) }
        guard text.utf8.count == 5, let day = Day("2027-" + text) else {
            cell.report(
                "jour de l’année « MM-JJ » qui existe tous les ans attendu (\"11-01\"), trouvé « \(text.shortened) ».")
            return .init(month: 1, day: 1)
        }
        return .init(month: day.month, day: day.day)
    }
}

extension Kind where Value == Deadline.Anchor {
    static let anchor = Kind(
        "ouverture, depot, decision, {reponse: id} ou {fait: id}", placeholder: { .opening }
    ) { cell in
        if case .mapping = cell.node {
            switch Kind<Condition.Operand>.operand.read(cell) {
            case .answer(let id): return .answer(id)
            case .fact(let id): return .fact(id)
            }
        }
        guard let text = cell.text(expected: "moment") else { return .opening }
        switch text {
        case "ouverture": return .opening
        case "depot": return .filing
        case "decision": return .decision
        default:
            let hint = Nearest.hint(text, in: ["ouverture", "depot", "decision"])
            cell.report("moment attendu : ouverture, depot, decision, {reponse: id} ou {fait: id}.\(hint)")
            return .opening
        }
    }
}
