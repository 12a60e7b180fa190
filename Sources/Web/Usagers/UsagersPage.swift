import Domain
import Markup
import Store

/// One person in a list: the name and what tells two of the same name apart.
struct PersonLine {
    let name: String
    let path: Path
    let detail: String?
    let isArchived: Bool

    init(_ hit: UsagerHit, today: Day) {
        name = hit.name.fullWords
        path = Paths.usager(hit.id)
        detail = hit.birth.map {
            "Naissance\u{A0}: \($0.wordsWithYear), \(Words.count($0.years(until: today), "an", "ans"))"
        }
        isArchived = hit.isArchived
    }

    var row: Rows.Row {
        Rows.Row(name, path: path, detail: detail, tag: isArchived ? Tag(.neutral, "fiche archivée") : nil)
    }
}

/// The people found, as a piece of a page: links in a list.
struct FoundPeople {
    static let limit = 20
    let lines: [PersonLine]
    /// Whether this reader may open a file; an administrator may not.
    var mayOpen = true

    private var words: String {
        switch lines.count {
        case 0: "Personne trouvée\u{A0}: aucune. Essayez un autre morceau du nom, ou le téléphone."
        case FoundPeople.limit: "Les \(FoundPeople.limit) premières personnes. Précisez le nom pour en voir moins."
        default: Words.count(lines.count, "personne trouvée", "personnes trouvées")
        }
    }

    var body: HTML {
        """
        <div\(attribute: "data-annonce", words)><p>\(words)</p>\(if: !lines.isEmpty, Rows(lines.map(\.row)).body)\
        \(if: lines.isEmpty && mayOpen, "<p><a\(href: Paths.newUsager)>Ouvrir une fiche</a></p>")</div>
        """
    }
}

/// The box that searches people by fragments of name, phone or number.
struct PeopleSearch {
    let token: String
    var typed = ""
    var results: HTML = .empty

    var body: HTML {
        SearchBox(
            id: "personne", label: "Chercher par nom, téléphone ou numéro", action: Paths.findUsager,
            fragment: Paths.usagersFragment,
            token: token, typed: typed,
            help: "Un morceau du nom ou du prénom, un téléphone, un numéro de dossier. Les accents ne comptent pas.",
            results: results
        ).body
    }
}

/// *Personnes*: the search, and those whom I follow.
struct UsagersPage {
    let viewer: Viewer
    let people: [PersonLine]
    let total: Int
    let page: Int
    let pages: Int
    let flash: String?
    var mayOpen = true

    var body: HTML {
        Layout(
            title: "Personnes", viewer: viewer, current: .personnes, flash: flash,
            content: """
                \(Heading("Personnes", lead: "Cherchez avant d’ouvrir une fiche\u{A0}: la personne est peut-être déjà connue.").body)\
                \(PeopleSearch(token: viewer.token).body)\
                \(if: mayOpen, Actions(LinkButton("Ouvrir une fiche", to: Paths.newUsager, icon: .ajouter).body).body)\
                \(Section(heading, list).body)
                """
        ).body
    }

    private var heading: String {
        total == 0 ? "Vos personnes" : "Vos personnes (\(Words.number(total)))"
    }

    private var list: HTML {
        guard !people.isEmpty else {
            return EmptyState(
                "Vous ne suivez personne pour l’instant",
                "Les personnes dont vous êtes référent·e apparaissent ici. Un prénom ou un repère suffit pour ouvrir une fiche."
            ).body
        }
        return "\(Rows(people.map(\.row)).body)\(turning)"
    }

    private var turning: HTML {
        guard pages > 1 else { return .empty }
        let before: HTML =
            page > 1 ? LinkButton("Page d’avant", to: path(page - 1), .quiet, icon: .revenir).body : .empty
        let after: HTML =
            page < pages ? LinkButton("Page d’après", to: path(page + 1), .quiet, icon: .avancer).body : .empty
        return Actions("\(before)\(after)", note: "Page \(page) sur \(pages)").body
    }

    private func path(_ page: Int) -> Path { Paths.usagers.query(["page": String(page)]) }
}

/// The answer to a search sent without scripts.
struct FoundPage {
    let viewer: Viewer
    let typed: String
    let found: FoundPeople

    var body: HTML {
        Layout(
            title: "Recherche d’une personne", viewer: viewer, current: .personnes,
            breadcrumb: Breadcrumb([("Personnes", Paths.usagers)]),
            content: """
                \(Heading("Recherche d’une personne").body)\
                \(PeopleSearch(token: viewer.token, typed: typed, results: found.body).body)\
                \(if: found.mayOpen, Actions(LinkButton("Ouvrir une fiche", to: Paths.newUsager, .quiet, icon: .ajouter).body).body)
                """
        ).body
    }
}
