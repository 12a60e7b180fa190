import Domain
import Markup

/// The check before filing: what would make the request fail, why, and what to do; then what only a person can check.
struct CheckPage {
    let view: DossierView

    var body: HTML {
        let findings = view.findings
        let blocking = findings.filter { $0.severity == .blocking }
        let warnings = findings.filter { $0.severity == .warning }
        return DossierLayout(
            view: view, title: "Vérifier avant de déposer", lead: lead(blocking.count, warnings.count),
            content: """
                \(ReservedNotice(view: view).body)\(part("Ce qui ferait rejeter la demande", .danger, blocking))\(part("À regarder avant de déposer", .warning, warnings))\
                \(if: findings.isEmpty && view.reserved.count == 0, clear)\(human)\(Actions(actions(blocking.count), staysInSight: true).body)
                """
        ).body
    }

    private func lead(_ blocking: Int, _ warnings: Int) -> String {
        if blocking == 0, warnings == 0 {
            return ReservedNotice(view: view).sentence ?? "Rien à signaler dans ce qui est écrit."
        }
        let first =
            blocking == 0 ? "Rien ne bloque" : "\(Words.count(blocking, "point bloque", "points bloquent")) le dépôt"
        return warnings == 0
            ? "\(first)." : "\(first), \(Words.count(warnings, "point est", "points sont")) à regarder."
    }

    private func part(_ title: String, _ kind: Notice.Kind, _ findings: [Finding]) -> HTML {
        guard !findings.isEmpty else { return .empty }
        let missing = findings.filter { $0.kind == .missing }
        let others = findings.filter { $0.kind != .missing || missing.count < 2 }
        let grouped = missing.count < 2 ? .empty : together(missing)
        return Section(title, "\(HTML.each(others) { item(kind, FindingWords($0, view)) })\(grouped)").body
    }

    /// Answers that miss for the same reason stand in one list, each leading to its field.
    private func together(_ missing: [Finding]) -> HTML {
        let lines = HTML.each(missing) { finding in
            let words = FindingWords(finding, view)
            let line: HTML =
                words.path.flatMap { view.mayEdit ? "<a\(href: $0)>\(words.title)</a>" : nil }
                ?? HTML(text: words.title)
            return "<li>\(line)</li>"
        }
        return Notice(
            .danger, "\(Words.count(missing.count, "réponse manque", "réponses manquent"))",
            "<p>Le site les demande et n’avance pas sans elles. Demandez-les à la personne, puis écrivez-les dans la fiche.</p><ul>\(lines)</ul>"
        ).body
    }

    private func item(_ kind: Notice.Kind, _ words: FindingWords) -> HTML {
        let link: HTML? =
            view.mayEdit
            ? words.path.map {
                "<p><a\(href: $0)>\(words.pathWords)<span class=\"hors-vue\"> : \(words.title)</span></a></p>"
            } : nil
        return Notice(
            kind, words.title, "<p>\(StatementText(words.why).body)</p><p><b>Que faire :</b> \(words.remedy)</p>\(link)"
        ).body
    }

    private var clear: HTML {
        Notice(
            .success, "Tout ce que Cordée peut vérifier est bon",
            "<p>Les réponses sont complètes, les formats et les papiers vont. Relisez maintenant avec la personne : seul un regard humain voit le reste.</p>"
        ).body
    }

    private var human: HTML {
        let failures: HTML =
            view.demarche.failures.isEmpty
            ? "<p>Relisez chaque réponse avec la personne, papier en main.</p>"
            : FailureList(view.demarche.failures).body
        return Section(
            "Ce qui fait souvent échouer", onSheet: true, "<p>À regarder vous-mêmes, avec la personne :</p>\(failures)"
        ).body
    }

    private func actions(_ blocking: Int) -> HTML {
        let sheet = LinkButton("Revenir à la fiche", to: Paths.entrySheet(view.id), .quiet).body
        guard view.mayEdit, view.dossier.state == .preparing || view.dossier.state == .stopped else { return sheet }
        return blocking == 0
            ? "\(LinkButton("Noter le dépôt", to: Paths.filing(view.id), icon: .deposer).body)\(sheet)"
            : "\(LinkButton("Compléter la fiche", to: EntrySheetPage.fill(view.id), icon: .modifier).body)\(LinkButton("Déposer quand même", to: Paths.filing(view.id), .quiet).body)"
    }
}
