import Domain
import Markup

/// One procedure of the catalogue, to read on its own.
struct DemarchePage {
    let viewer: Viewer
    let demarche: Demarche
    let definitions: Definitions
    let today: Day

    private var parts: [DemarcheSections.Part] {
        DemarcheSections(demarche: demarche, definitions: definitions, today: today).all
    }

    var body: HTML {
        let parts = parts
        return Layout(
            title: demarche.title, viewer: viewer, current: .demarches,
            breadcrumb: Breadcrumb([
                ("Démarches", Paths.demarches), (category, Paths.demarches.fragment(demarche.category)),
            ]),
            content: """
                \(Heading(demarche.title, lead: demarche.purpose).body)\(marks)\(actions)\(loss)\(identity)\
                \(contents(parts))\(HTML.each(parts) { Section($0.title, id: $0.id, $0.content).body })\(sources)
                """
        ).body
    }

    private var category: String { definitions.categories.first { $0.code == demarche.category }?.label ?? "Toutes" }

    /// What is out of the ordinary: a guide without an entry sheet, an urgency.
    private var marks: HTML {
        let tags = [demarche.level == .guide ? demarche.level.tag : nil, demarche.urgency.degree.tag].compactMap(\.self)
        return tags.isEmpty ? .empty : "<p>\(HTML.join(tags.map(\.body), separator: " "))</p>"
    }

    private var loss: HTML {
        guard let loss = demarche.urgency.loss else { return .empty }
        let dates = HTML.each(demarche.nextDates(today: today)) { "<p>\($0)</p>" }
        return Notice(
            demarche.urgency.degree == .immediate ? .danger : .warning, "Si rien n’est fait",
            "<p>\(StatementText(loss).body)</p>\(dates)"
        ).body
    }

    private var identity: HTML {
        let site: HTML =
            demarche.address.flatMap({ CheckedAddress($0) }).map { OutsideLink(demarche.platform, to: $0).body }
            ?? HTML(text: demarche.platform)
        let organisme: HTML =
            definitions.organisme(demarche.organisme).map { "<a\(href: Paths.organisme($0.id))>\($0.name)</a>" }
            ?? HTML(text: demarche.organisme)
        return Facts([
            ("Organisme", organisme), ("Où la faire", site),
            ("Relue le", "\(demarche.checkedOn.wordsWithYear) (version \(demarche.version))"),
        ]).body
    }

    private var actions: HTML {
        Actions(
            """
            \(LinkButton("Commencer avec une personne", to: Paths.welcome.query(["demarche": demarche.id]), icon: .accueillir).body)\
            \(PrintButton("Imprimer ce guide", to: Paths.demarchePrint(demarche.id)).body)
            """
        ).body
    }

    private func contents(_ parts: [DemarcheSections.Part]) -> HTML {
        let links = HTML.each(parts) {
            "<li><a\(href: Paths.demarche(demarche.id).fragment($0.id))>\($0.title)</a></li>"
        }
        return
            "<nav aria-label=\"Sur cette page\">\(Details("Sur cette page", "<ul class=\"sommaire\">\(links)</ul>").body)</nav>"
    }

    private var sources: HTML {
        let sources = demarche.sources.compactMap(definitions.source)
        guard !sources.isEmpty else {
            return Notice(
                .warning, "Aucune source n’est citée", "<p>Vérifiez sur le site de l’organisme avant d’agir.</p>"
            ).body
        }
        return SourceList(sources: sources, checkedOn: demarche.checkedOn).body
    }
}

extension Demarche.Level {
    var tag: Tag {
        switch self {
        case .full: Tag(.done, "fiche complète")
        case .guide: Tag(.neutral, "guide seulement")
        }
    }
}

/// The same on paper: what is read beside the person.
struct DemarchePrintPage {
    let demarche: Demarche
    let definitions: Definitions
    let structure: Structure
    let today: Day

    var body: HTML {
        let parts = DemarcheSections(demarche: demarche, definitions: definitions, today: today).paper
        let loss: HTML? = demarche.urgency.loss.map {
            "<p><b>Si rien n’est fait\u{A0}:</b> \(StatementText($0).body)</p>"
        }
        return PrintLayout(
            title: demarche.title, structure: structure.name, contact: structure.phone.isEmpty ? nil : structure.phone,
            madeOn: today.fullWords, back: Paths.demarche(demarche.id),
            content: """
                <div class="papier-serre"><p>\(demarche.purpose)</p>\(loss)<p>Où\u{A0}: <b>\(demarche.platform)</b></p>\
                \(HTML.each(parts) { "<h2>\($0.title)</h2>\($0.content)" })\
                <p><small>Guide relu le \(demarche.checkedOn.wordsWithYear), version \(demarche.version). \
                Ce qui porte «\u{A0}à vérifier\u{A0}» a pu changer.</small></p></div>
                """
        ).body
    }
}
