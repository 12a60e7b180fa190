import Domain
import Markup

/// One date of a person in a list: what it is, what is lost and when.
struct EcheanceRow {
    let view: UsagerView
    let echeance: Echeance

    var row: Rows.Row {
        Rows.Row(
            view.title(echeance), path: Paths.echeance(echeance.id), detail: detail,
            tag: echeance.tag(today: view.today), plate: DatePlate(echeance.window.due, today: view.today))
    }

    private var detail: String? {
        var parts: [String] = []
        if let demarche = view.demarches[echeance.dossier], !demarche.repeats(view.title(echeance)) {
            parts.append("\(demarche.title).")
        }
        if echeance.status != .done {
            if let opens = echeance.window.opens, opens > view.today {
                parts.append("Possible à partir du \(opens.words(today: view.today)).")
            }
            if let loss = view.loss(echeance) { parts.append(echeance.otherwise(loss, today: view.today)) }
        }
        if let remedy = view.demarches[echeance.dossier].flatMap({ echeance.remedy($0, today: view.today) }) {
            parts.append(Words.typographic(remedy.text))
        }
        if echeance.status == .snoozed, !echeance.reason.isEmpty { parts.append("Reportée\u{A0}: \(echeance.reason)") }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// The day after which something is lost, and what.
    static func lossWords(_ loss: String, _ echeance: Echeance, today: Day) -> String {
        let loss = Words.typographic(loss)
        guard case .deadline = echeance.kind, echeance.hasLoss else { return loss }
        return "Après le \(echeance.window.due.words(today: today))\u{A0}: \(Words.continued(loss))"
    }
}

/// The dates of a person as a rope: the last one settled, then those that come.
struct YearRope {
    let view: UsagerView

    /// Knots that stay readable side by side.
    private static let most = 5

    var body: HTML {
        let done = view.echeances.filter { $0.status == .done }.max { $0.window.due < $1.window.due }
        let coming = view.openDates.prefix(YearRope.most)
        let knots = done.map { [knot($0, .done)] } ?? []
        return Rope(
            label: "Ses prochaines dates",
            knots: knots + coming.enumerated().map { index, echeance in knot(echeance, index == 0 ? .here : .next) }
        ).body
    }

    private func knot(_ echeance: Echeance, _ state: Rope.Knot.State) -> Rope.Knot {
        Rope.Knot(
            state, Words.typographic(view.title(echeance)), detail: echeance.window.due.words(today: view.today),
            path: Paths.echeance(echeance.id), tag: echeance.tag(today: view.today))
    }
}
