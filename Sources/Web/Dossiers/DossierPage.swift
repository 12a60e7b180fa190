import Domain
import Markup

/// One procedure of one person: where it stands, what to do now, by when, and everything about it folded below.
struct DossierPage {
    let view: DossierView

    private var dossier: Dossier { view.dossier }
    private var demarche: Demarche { view.demarche }
    private var after: AfterFiling { AfterFiling(view: view) }

    var body: HTML {
        let progress = Progress(view)
        return DossierLayout(
            view: view, title: demarche.title,
            lead:
                "\(Words.sentence(view.organisme)) · ouverte le \(dossier.openedAt.day.words(today: view.today)) · \(dossier.state.words)",
            content: """
                \(progress.rope.body)\(protection)\(if: view.mayEdit, NextAction(progress).body)\(ending)\
                \(Section("Qui fait quoi", onSheet: true, next).body)\
                \(Section("Les dates", dates).body)\(pages)\
                \(Section("Comprendre la démarche", "\(afterwards)\(DossierGuide(view: view).body)").body)\
                \(History(view: view).body)
                """
        ).body
    }

    private var protection: HTML {
        guard let protection = view.usager.protection else { return .empty }
        let guardian = view.usager.facts[FactID.guardian].map { " Représentant : \($0)." } ?? ""
        let rule =
            protection.blocksMandate
            ? "La personne ne peut pas signer seule un mandat. Voyez avec son représentant avant d’agir."
            : "Vérifiez ce que la mesure permet avant d’agir."
        return Notice(.warning, "La personne a une mesure de protection", "<p>\(rule)\(guardian)</p>").body
    }

    /// Why it stopped, was refused or given up.
    private var ending: HTML {
        var lines: [HTML] = []
        if let stop = dossier.stop {
            let place = StopPlace(demarche: demarche, view.context).words(stop)
            lines.append("<p>Arrêt\(place.map { " : \($0)" } ?? "")\(stop.why.isEmpty ? "" : ". \(stop.why)")</p>")
        }
        if let outcome = dossier.outcome {
            let reason = [outcome.reason?.label, outcome.detail.isEmpty ? nil : outcome.detail].compactMap(\.self)
            lines.append("<p>\(reason.joined(separator: ". "))</p>")
        }
        guard !lines.isEmpty else { return .empty }
        let title =
            switch dossier.state {
            case .refused: "Pourquoi c’est refusé"
            case .abandoned: "Pourquoi c’est abandonné"
            case .stopped: "Où et pourquoi la démarche s’est arrêtée"
            default: "Ce qui a été répondu"
            }
        return Notice(
            dossier.state == .granted || dossier.state == .obtained ? .success : .warning, title, HTML.join(lines)
        ).body
    }

    private var next: HTML {
        var facts: [(label: String, value: HTML)] = []
        if let step = dossier.nextStep {
            let day: HTML =
                step.day.map { " \(Tag($0 < view.today ? .lost : .watch, $0.distance(today: view.today)).body)" }
                ?? .empty
            let date = step.day.map { ", avant le \($0.words(today: view.today))" } ?? ""
            facts.append(("Prochaine étape", "\(step.what.isEmpty ? "À préciser" : step.what)"))
            facts.append(("Par qui", "\(owner(step.owner))\(date)\(day)"))
        } else if !dossier.state.isClosed {
            facts.append(("Prochaine étape", "Personne ne l’a encore écrite."))
        }
        facts.append(("Suivie par", HTML(text: view.colleague(dossier.follower))))
        facts += way
        if !dossier.note.isEmpty { facts.append(("Note", Paragraphs(dossier.note).body)) }
        let change: HTML =
            view.mayEdit
            ? Actions(LinkButton("Changer la suite ou la note", to: Paths.followUp(view.id), .quiet).body).body : .empty
        return "\(Facts(facts).body)\(change)"
    }

    private func owner(_ actor: Actor) -> String {
        switch actor {
        case .person: view.usager.name.words
        case .together: "\(view.usager.name.words) et \(view.colleague(dossier.follower)), ensemble"
        case .worker: view.colleague(dossier.follower)
        case .organisme: view.organisme
        }
    }

    private var dates: HTML {
        let rows = view.openDates.map { date in
            Rows.Row(
                date.title(demarche, next: dossier.nextStep), path: Paths.echeance(date.id),
                detail: date.loss(demarche),
                tag: date.tag(today: view.today), plate: DatePlate(date.window.due, today: view.today))
        }
        let rules = demarche.deadlines.filter { deadline in
            !view.echeances.contains { $0.kind == .deadline(deadline.id) }
        }
        let others: HTML =
            rules.isEmpty
            ? .empty
            : Details(
                "Les autres dates de cette démarche",
                "<ul>\(HTML.each(rules) { "<li><b>\($0.label)</b> : \(StatementText($0.rule).body)</li>" })</ul>"
            ).body
        return "\(rows.isEmpty ? "<p>Aucune date pour l’instant.</p>" : Rows(rows).body)\(others)"
    }

    private var pages: HTML {
        let sheet = view.sheet
        var rows: [Rows.Row] = []
        if !sheet.cells.isEmpty {
            let known = sheet.cells.filter { $0.state == .known }.count
            rows.append(
                .init(
                    "La fiche de saisie", path: Paths.entrySheet(view.id),
                    detail:
                        "\(Words.sentence(Words.count(known, "réponse connue", "réponses connues"))), à recopier dans l’ordre du site."
                ))
        }
        rows.append(.init("Les papiers", path: Paths.pieces(view.id), detail: PaperCount(view).words))
        rows.append(
            .init(
                "La vérification avant le dépôt", path: Paths.check(view.id),
                detail: "Ce qui ferait rejeter la demande, et quoi faire."))
        rows += view.filings.map(filing)
        return Section("Le dossier", Rows(rows).body).body
    }

    private func filing(_ filing: Filing) -> Rows.Row {
        let reference = filing.reference.isEmpty ? "sans numéro" : "numéro \(filing.reference)"
        let proof = filing.proof == .none ? "sans preuve : \(filing.whyNoProof)" : filing.proof.label.lowercased()
        return .init(
            "Déposée le \(filing.on.words(today: view.today))", path: Paths.filing(view.id),
            detail: "\(filing.channel.label), \(reference), \(proof). Clic : \(filing.clicker.label.lowercased()).")
    }

    /// How one helps, and whether one may act in the person's place.
    private var way: [(label: String, value: HTML)] {
        return [
            ("Façon d’aider", "\(dossier.way.label). \(dossier.way.explanation)"),
            ("À sa place ?", "<b>\(demarche.standIn.rule.words)</b><br>\(demarche.standIn.reason)"),
        ]
    }

    private var afterwards: HTML {
        let processing: HTML =
            demarche.processing.isEmpty
            ? .empty : "<h3>Le temps de réponse</h3>\(StatementList(demarche.processing.map(\.text)).body)"
        let silence: HTML = after.silence.isEmpty ? .empty : "<h3>Ce que veut dire le silence</h3>\(after.silence)"
        let appeals: HTML = after.appeals.isEmpty ? .empty : "<h3>Les recours</h3>\(after.appeals)"
        let all = HTML.join([processing, silence, appeals])
        guard !all.isEmpty else { return .empty }
        let open = dossier.state == .filed || dossier.state == .refused || dossier.state == .appealing
        return Details("Réponse, silence et recours", isOpen: open, all).body
    }
}

/// Text typed by somebody, its lines kept.
struct Paragraphs {
    let text: String

    init(_ text: String) { self.text = text }

    var body: HTML {
        HTML.join(text.split(separator: "\n", omittingEmptySubsequences: false).map { "\($0)" }, separator: "<br>")
    }
}
