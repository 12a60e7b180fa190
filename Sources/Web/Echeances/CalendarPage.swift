import Domain
import Markup

/// The calendar of a person: what is late, then month by month, then what is done.
struct CalendarPage {
    let view: UsagerView

    private var late: [Echeance] { view.openDates.filter { $0.window.due < view.today } }
    private var coming: [Echeance] { view.openDates.filter { $0.window.due >= view.today } }
    private var done: [Echeance] {
        view.echeances.filter { $0.status == .done }.sorted { $0.window.due > $1.window.due }
    }

    var body: HTML {
        UsagerLayout(
            view: view, title: "Son calendrier",
            lead: "Ces dates viennent des démarches\u{A0}: elles se recalculent toutes seules.",
            content: "\(passed)\(HTML.each(months, section))\(empty)\(settled)"
        ).body
    }

    private var empty: HTML {
        guard view.openDates.isEmpty else { return .empty }
        return EmptyState(
            "Aucune date prévue", "Une démarche ouverte ou déposée met ici ses dates limites et ses réponses attendues."
        ).body
    }

    private var passed: HTML {
        late.isEmpty ? .empty : Section("Dates dépassées", rows(late)).body
    }

    private var settled: HTML {
        done.isEmpty ? .empty : Details("Déjà fait (\(done.count))", rows(done)).body
    }

    /// Months in their order, each with its dates.
    private var months: [(first: Day, dates: [Echeance])] {
        Dictionary(grouping: coming) { $0.window.due.firstOfMonth }.sorted { $0.key < $1.key }
            .map { (first: $0.key, dates: $0.value.sorted { $0.window.due < $1.window.due }) }
    }

    private func section(_ month: (first: Day, dates: [Echeance])) -> HTML {
        Section(Words.sentence(month.first.monthWords), rows(month.dates)).body
    }

    private func rows(_ echeances: [Echeance]) -> HTML {
        Rows(echeances.map { EcheanceRow(view: view, echeance: $0).row }).body
    }
}
