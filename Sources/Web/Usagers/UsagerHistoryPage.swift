import Domain
import Markup
import Store

/// One act of a person's history, in French words.
struct ActivityWords {
    let view: UsagerView
    let line: ActivityLine

    private var demarche: String? {
        if let dossier = line.dossier, let known = view.demarches[dossier] { return known.title }
        return line.demarche.flatMap { view.definitions.demarche($0)?.title }
    }

    var act: String {
        let activity = line.activity
        let minutes = activity.minutes > 0 ? ", \(Words.duration(minutes: activity.minutes))" : ""
        return "\(activity.kind.words), \(activity.way.doneWords)\(minutes)"
    }

    var item: HTML {
        let subject: HTML? = demarche.map { "<br><small>\($0)</small>" }
        return
            "<li><b>\(line.activity.on.words(today: view.today))</b>, \(view.colleague(line.aidant))\u{A0}: \(act).\(subject)</li>"
    }

    var row: Table.Row {
        let subject: HTML =
            if let demarche, let dossier = line.dossier, view.demarches[dossier] != nil {
                "<a\(href: Paths.dossier(dossier))>\(demarche)</a>"
            } else { HTML(text: demarche ?? "") }
        return Table.Row([
            HTML(text: Words.sentence(line.activity.on.words(today: view.today))), HTML(text: act), subject,
            HTML(text: view.colleague(line.aidant)),
        ])
    }
}

/// Everything that was done for a person, newest first, by procedure and by kind of act; prints as it stands.
struct UsagerHistoryPage {
    let view: UsagerView
    /// Code of a procedure; empty for all.
    let demarche: String
    let kind: Activity.Kind?

    /// Lines that the store gives at most.
    private static let most = 200

    private var lines: [ActivityLine] {
        view.activities.filter { line in
            (demarche.isEmpty || line.demarche == demarche) && (kind.map { line.activity.kind == $0 } ?? true)
        }
    }

    var body: HTML {
        UsagerLayout(
            view: view, title: "Ce qui a été fait",
            lead: "Du plus récent au plus ancien.",
            content: "\(filter)\(list)"
        ).body
    }

    private var list: HTML {
        guard !lines.isEmpty else {
            return EmptyState(
                "Rien à montrer",
                view.activities.isEmpty
                    ? "Chaque acte apparaîtra ici, sans rien à saisir." : "Aucun acte ne correspond à ce choix."
            ).body
        }
        let minutes = lines.reduce(0) { $0 + $1.activity.minutes }
        let total = "\(Words.count(lines.count, "acte", "actes")), \(Words.duration(minutes: minutes)) en tout"
        let cut: HTML =
            view.activities.count >= Self.most ? "<p>Seuls les \(Self.most) derniers actes sont montrés.</p>" : .empty
        return
            "\(Table(caption: total, columns: ["Jour", "Acte", "Démarche", "Collègue"], rows: lines.map { ActivityWords(view: view, line: $0).row }).body)\(cut)"
    }

    /// By GET: codes of the catalogue only, nothing about the person but the id of the page.
    private var filter: HTML {
        guard view.activities.count > 1 else { return .empty }
        var titles: [(String, String)] = []
        for code in view.activities.compactMap(\.demarche) where !titles.contains(where: { $0.0 == code }) {
            titles.append((code, view.definitions.demarche(code)?.title ?? code))
        }
        let kinds = Activity.Kind.allCases.filter { kind in view.activities.contains { $0.activity.kind == kind } }
        let fields: HTML = """
            \(Select("demarche", "Démarche", choices: titles.map { Choice($0.0, $0.1) }, chosen: demarche, prompt: "Toutes", optional: true).body)\
            \(Select("nature", "Nature de l’acte", choices: kinds.map { Choice($0.rawValue, $0.words) }, chosen: kind?.rawValue, prompt: "Toutes", optional: true).body)\
            \(Actions("\(Button("Filtrer", .quiet).body)\(LinkButton("Tout montrer", to: Paths.usagerHistory(view.id), .quiet).body)").body)
            """
        let isOpen = !demarche.isEmpty || kind != nil
        return Details(
            "Choisir une démarche ou une nature d’acte", isOpen: isOpen,
            "<form class=\"formulaire\" method=\"get\"\(action: Paths.usagerHistory(view.id))>\(fields)</form>"
        ).body
    }
}
