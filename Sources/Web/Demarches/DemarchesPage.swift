import Domain
import Markup

/// Every procedure, by category, and a search by words as people say them.
struct DemarchesPage {
    let viewer: Viewer
    let definitions: Definitions
    var typed = ""
    var results: HTML = .empty

    var body: HTML {
        let full = definitions.demarches.count { $0.level == .full }
        return Layout(
            title: "Démarches", viewer: viewer, current: .demarches,
            content: """
                \(Heading("Démarches", lead: "\(Words.count(definitions.demarches.count, "démarche", "démarches")), dont \(full) écrites en entier. Chacune dit ses sources et ce qui est à vérifier.").body)\
                \(SearchBox(id: "chercher-demarche", label: "Chercher une démarche", action: Paths.demarches, fragment: Paths.demarchesFragment, token: viewer.token, typed: typed, help: "Avec les mots de la personne, un nom d’aide ou d’organisme.", results: results).body)\
                \(HTML.each(definitions.categories, section))\
                \(Actions(LinkButton("Voir les organismes et leurs sites", to: Paths.organismes, .quiet).body).body)
                """
        ).body
    }

    private func section(_ category: Option) -> HTML {
        let demarches = definitions.demarches.filter { $0.category == category.code }
        guard !demarches.isEmpty else { return .empty }
        return Section(category.label, id: category.code, Rows(demarches.map { row($0, definitions) }).body).body
    }
}

/// A procedure as a line that leads to its guide.
private func row(_ demarche: Demarche, _ definitions: Definitions, why: String? = nil) -> Rows.Row {
    Rows.Row(
        demarche.title, path: Paths.demarche(demarche.id),
        detail: why ?? definitions.organisme(demarche.organisme)?.name,
        tag: demarche.level == .guide ? demarche.level.tag : nil)
}

/// What a search by words finds: links to guides, each with the reason why.
struct FoundGuides {
    let found: [(demarche: Demarche, why: String)]
    let definitions: Definitions

    var body: HTML {
        guard !found.isEmpty else {
            return """
                <p data-annonce="Aucune démarche trouvée">Aucune démarche ne correspond. Essayez un seul mot, ou choisissez un thème dessous.</p>
                """
        }
        let rows = found.map { row($0.demarche, definitions, why: $0.why) }
        return
            "<div data-annonce=\"\(Words.count(rows.count, "démarche trouvée", "démarches trouvées"))\">\(Rows(rows).body)</div>"
    }
}
