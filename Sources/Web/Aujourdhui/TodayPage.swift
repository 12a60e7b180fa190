import Domain
import Markup
import Store

/// What must be done today and this week, in the order of what would be lost.
struct TodayPage {
    let viewer: Viewer
    let firstName: String
    let today: Day
    let list: TodayList
    /// The short name of a body.
    let organisme: (String) -> String?
    let flash: String?

    var body: HTML {
        Layout(
            title: "Aujourd’hui", viewer: viewer, current: .aujourdhui, flash: flash,
            content: """
                \(Heading("Bonjour \(firstName), \(today.words(today: today))", lead: lead).body)\
                \(Actions(LinkButton("Accueillir quelqu’un", to: Paths.welcome, icon: .accueillir).body).body)\
                \(content)\(done)
                """
        ).body
    }

    // MARK: What may be lost, this week, later

    private var losing: [TodayLine] {
        list.mine.filter { $0.echeance.hasLoss && $0.echeance.window.due.days(since: today) <= 15 }
    }

    private var week: [TodayLine] { others.filter { $0.echeance.window.due.days(since: today) <= 7 } }
    private var later: [TodayLine] { others.filter { $0.echeance.window.due.days(since: today) > 7 } }

    private var others: [TodayLine] {
        let urgent = Set(losing.map(\.id))
        return list.mine.filter { !urgent.contains($0.id) }.sorted { $0.echeance.window.due < $1.echeance.window.due }
    }

    private var lead: String {
        switch losing.count {
        case 0: "Aucun droit ne se perd dans les quinze jours."
        case 1: "Un droit peut se perdre dans les quinze jours."
        default:
            "\(Words.count(losing.count, "droit peut", "droits peuvent")) se perdre dans les quinze jours. Le plus urgent est en haut."
        }
    }

    private var content: HTML {
        if list.mine.isEmpty, list.relayed.isEmpty, list.preparing.isEmpty {
            return EmptyState(
                "Rien ne vous attend",
                "Les dates des démarches que vous suivez viendront ici. Commencez par accueillir quelqu’un."
            ).body
        }
        return """
            \(section("Ce qui peut se perdre", losing))\(section("À faire cette semaine", week))\(section("Ensuite", later))\(rest)\
            \(HTML.each(list.relayed, relayed))\(preparing)
            """
    }

    private func section(_ title: String, _ lines: [TodayLine]) -> HTML {
        lines.isEmpty ? .empty : Section(title, Rows(lines.map(row)).body).body
    }

    private func row(_ line: TodayLine) -> Rows.Row {
        let echeance = line.echeance
        let title = echeance.title(line.demarche, next: line.next, organisme: organisme(line.demarche.organisme))
        let what = line.demarche.repeats(title) ? nil : "\(line.demarche.title)."
        let remedy = echeance.remedy(line.demarche, today: today).map { Words.typographic($0.text) }
        let loss = remedy ?? echeance.loss(line.demarche).map { echeance.otherwise($0, today: today) }
        return Rows.Row(
            "\(line.name.words)\u{A0}: \(title)", path: Paths.echeance(echeance.id),
            detail: [what, loss].compactMap(\.self).joined(separator: " "),
            tag: echeance.tag(today: today), plate: DatePlate(echeance.window.due, today: today))
    }

    private var rest: HTML {
        let hidden = list.mineTotal - list.mine.count
        return hidden > 0
            ? "<p>\(Words.count(hidden, "autre date attend", "autres dates attendent")), moins pressées. Ouvrez la fiche d’une personne pour voir les siennes.</p>"
            : .empty
    }

    private func relayed(_ group: (aidant: Aidant, lines: [TodayLine])) -> HTML {
        let until = group.aidant.absence.map { ", en absence jusqu’au \($0.through.words(today: today))" } ?? ""
        return section("En relais de \(group.aidant.firstName)\(until)", group.lines)
    }

    private var preparing: HTML {
        guard !list.preparing.isEmpty else { return .empty }
        let rows = list.preparing.map { item in
            Rows.Row(
                "\(item.name.words)\u{A0}: \(item.demarche.title)", path: Paths.dossier(item.dossier),
                detail: "Modifiée \(item.since.day.distance(today: today)).", tag: Tag(.watch, "à déposer"))
        }
        return Section("Démarches en préparation", Rows(rows).body).body
    }

    private var done: HTML {
        guard list.doneToday.count > 0 else { return .empty }
        let acts = Words.count(list.doneToday.count, "acte noté", "actes notés")
        return
            "<p class=\"chapeau\">Aujourd’hui\u{A0}: \(acts), \(Words.duration(minutes: list.doneToday.minutes)).</p>"
    }
}
