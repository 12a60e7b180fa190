import Domain
import Markup

/// The bodies to which requests are made.
struct OrganismesPage {
    let viewer: Viewer
    let definitions: Definitions

    var body: HTML {
        let rows = definitions.organismes.map { Rows.Row($0.name, path: Paths.organisme($0.id), detail: $0.purpose) }
        return Layout(
            title: "Organismes", viewer: viewer, current: .demarches,
            breadcrumb: Breadcrumb([("Démarches", Paths.demarches)]),
            content: """
                \(Heading("Organismes", lead: "Leurs sites, l’accès du public et celui des professionnels.").body)\(Rows(rows).body)
                """
        ).body
    }
}

/// One body: its services, who enters them and how, its mediator, its procedures.
struct OrganismePage {
    let viewer: Viewer
    let organisme: Organisme
    let definitions: Definitions

    var body: HTML {
        let names: HTML =
            organisme.otherNames.isEmpty
            ? .empty : "<p>On dit aussi\u{A0}: \(organisme.otherNames.joined(separator: ", ")).</p>"
        return Layout(
            title: organisme.name, viewer: viewer, current: .demarches,
            breadcrumb: Breadcrumb([("Démarches", Paths.demarches), ("Organismes", Paths.organismes)]),
            content: """
                \(Heading(organisme.name, lead: organisme.purpose).body)\(names)\
                \(if: !organisme.platforms.isEmpty, Section("Ses sites et services", HTML.each(organisme.platforms, platform)).body)\
                \(mediator)\(notes)\(demarches)\(sources)
                """
        ).body
    }

    private func platform(_ platform: Organisme.Platform) -> HTML {
        var pairs: [(label: String, value: HTML)] = []
        if let text = platform.address {
            pairs.append(
                (
                    "Adresse",
                    CheckedAddress(text).map { OutsideLink(text.replacing("https://", with: ""), to: $0).body }
                        ?? HTML(text: text)
                ))
        }
        pairs.append(("Pour qui", StatementText(platform.audience).body))
        pairs.append(("Se connecter", StatementText(platform.signIn).body))
        if let contact = platform.professionalContact {
            pairs.append(("Contact des professionnels", StatementText(contact).body))
        }
        return "<div class=\"feuille\"><h3>\(platform.name)</h3>\(Facts(pairs).body)</div>"
    }

    private var mediator: HTML {
        organisme.mediator.map { Section("Le médiateur", "<p>\(StatementText($0).body)</p>").body } ?? .empty
    }

    private var notes: HTML {
        organisme.notes.isEmpty ? .empty : Section("À savoir", StatementList(organisme.notes).body).body
    }

    private var demarches: HTML {
        let rows = definitions.demarches.filter { $0.organisme == organisme.id }.map {
            Rows.Row($0.title, path: Paths.demarche($0.id), detail: $0.purpose, tag: $0.level.tag)
        }
        return rows.isEmpty ? .empty : Section("Ses démarches", Rows(rows).body).body
    }

    private var sources: HTML {
        var keys = organisme.platforms.flatMap {
            $0.audience.sources + $0.signIn.sources + ($0.professionalContact?.sources ?? [])
        }
        keys += (organisme.mediator?.sources ?? []) + organisme.notes.flatMap(\.sources)
        var seen: Set<String> = []
        let sources = keys.filter { seen.insert($0).inserted }.compactMap(definitions.source)
        guard !sources.isEmpty else { return .empty }
        return Section("Sources", "<ul>\(HTML.each(sources, SourceList.line))</ul>").body
    }
}
