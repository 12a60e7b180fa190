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
        let correct: HTML =
            line.aidant == view.me
            ? " <a\(href: Paths.activity(line.id))>Corriger<span class=\"hors-vue\"> \(act)</span></a>" : .empty
        return Table.Row([
            HTML(text: Words.sentence(line.activity.on.words(today: view.today))), "\(act)\(correct)", subject,
            HTML(text: view.colleague(line.aidant)),
        ])
    }
}

/// Everything that was done for a person, newest first, by procedure and by kind of act; prints as it stands.
struct UsagerHistoryPage {
    let view: UsagerView
    let history: UsagerHistory
    let choice: HistoryChoice

    var body: HTML {
        UsagerLayout(
            view: view, title: "Ce qui a été fait",
            lead: "Du plus récent au plus ancien.",
            content: "\(filter)\(list)\(pages)"
        ).body
    }

    private var list: HTML {
        guard !history.lines.isEmpty else {
            return EmptyState(
                "Rien à montrer",
                choice.isEmpty
                    ? "Chaque acte apparaîtra ici, sans rien à saisir." : "Aucun acte ne correspond à ce choix."
            ).body
        }
        let total = history.total
        let words = "\(Words.count(total.count, "acte", "actes")), \(Words.duration(minutes: total.minutes)) en tout"
        return Table(
            caption: words, columns: ["Jour", "Acte", "Démarche", "Collègue"],
            rows: history.lines.map { ActivityWords(view: view, line: $0).row }
        ).body
    }

    private var pages: HTML {
        let newest: HTML =
            choice.before == nil
            ? .empty : LinkButton("Les actes les plus récents", to: path(before: nil), .quiet).body
        let older: HTML =
            history.older.map { LinkButton("Les actes plus anciens", to: path(before: $0), .quiet).body } ?? .empty
        return choice.before == nil && history.older == nil ? .empty : Actions("\(newest)\(older)").body
    }

    /// The same choice, from another act on.
    private func path(before: String?) -> Path {
        var path = Paths.usagerHistory(view.id)
        let asked = [
            ("demarche", choice.demarche), ("dossier", choice.dossier?.raw), ("nature", choice.kind?.rawValue),
            ("avant", before),
        ]
        for case (let name, let value?) in asked { path = path.query([name: value]) }
        return path
    }

    /// By GET: codes of the catalogue only, nothing about the person but the id of the page.
    private var filter: HTML {
        guard history.total.count > 1 || !choice.isEmpty else { return .empty }
        let titles = history.demarches.map { ($0, view.definitions.demarche($0)?.title ?? $0) }
        let fields: HTML = """
            \(Select("demarche", "Démarche", choices: titles.map { Choice($0.0, $0.1) }, chosen: choice.demarche, prompt: "Toutes", optional: true).body)\
            \(Select("nature", "Nature de l’acte", choices: history.kinds.map { Choice($0.rawValue, $0.words) }, chosen: choice.kind?.rawValue, prompt: "Toutes", optional: true).body)\
            \(Actions("\(Button("Filtrer", .quiet).body)\(LinkButton("Tout montrer", to: Paths.usagerHistory(view.id), .quiet).body)").body)
            """
        return Details(
            "Choisir une démarche ou une nature d’acte", isOpen: !choice.isEmpty,
            "<form class=\"formulaire\" method=\"get\"\(action: Paths.usagerHistory(view.id))>\(fields)</form>"
        ).body
    }
}
