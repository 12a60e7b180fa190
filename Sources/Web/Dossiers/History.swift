import Domain
import Markup
import Store

/// What was done on the dossier, newest first; each may correct the minutes of their own acts.
struct History {
    struct Line {
        let id: String
        let version: Int
        let activity: Activity
        let at: Moment
        let isMine: Bool
        let who: String
    }

    let view: DossierView

    /// Lines in sight; the others are folded.
    private static let first = 5

    var body: HTML {
        guard !view.activities.isEmpty else { return .empty }
        let recent = HTML.each(view.activities.prefix(History.first), line)
        let rest = view.activities.dropFirst(History.first)
        let older: HTML =
            rest.isEmpty
            ? .empty : Details("Les actes plus anciens (\(rest.count))", "<ul>\(HTML.each(rest, line))</ul>").body
        let minutes = view.total?.minutes ?? view.activities.reduce(0) { $0 + $1.activity.minutes }
        let count = view.total?.count ?? view.activities.count
        let all = Paths.usagerHistory(view.usager.id).query(["dossier": view.id.raw])
        let others: HTML =
            count > view.activities.count
            ? Actions(LinkButton("Tout l’historique (\(count) actes)", to: all, .quiet).body).body : .empty
        return Section(
            "Ce qui a été fait", id: "historique", onSheet: true,
            "<p>\(Words.duration(minutes: minutes)) en tout.</p><ul>\(recent)</ul>\(older)\(others)"
        ).body
    }

    private func line(_ line: Line) -> HTML {
        let activity = line.activity
        let words = "\(activity.kind.words), \(activity.way.doneWords), \(Words.duration(minutes: activity.minutes))"
        let correct: HTML =
            line.isMine
            ? " <a\(href: Paths.activity(line.id))>Corriger<span class=\"hors-vue\"> \(words)</span></a>"
            : .empty
        return "<li><b>\(activity.on.words(today: view.today))</b>, \(line.who) : \(words).\(correct)</li>"
    }
}
