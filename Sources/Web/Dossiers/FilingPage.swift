import Domain
import Markup

/// Records that the request left: how, with which number and proof, who clicked, and who does what next.
struct FilingPage {
    let view: DossierView
    var form: FormBody = .empty
    var errors: [FieldError] = []
    var draft: KeptDraft?
    var isStale = false
    var key = ""

    private var canFile: Bool { view.dossier.state == .preparing || view.dossier.state == .stopped }

    var body: HTML {
        DossierLayout(
            view: view, title: "Noter le dépôt",
            lead: canFile ? "La demande est partie ? Notez-le ici : les dates suivent." : nil,
            hasErrors: !errors.isEmpty || isStale,
            content: """
                \(draft?.notice(token: view.viewer.token))\(if: isStale, StaleNotice(canFile ? [] : typed, isDraft: draft != nil).body)\
                \(if: !view.filings.isEmpty, filed)\(canFile && view.mayEdit ? toFile : alreadyFiled)
                """
        ).body
    }

    /// What this person typed, beside what a colleague recorded first.
    private var typed: [(label: String, mine: String, saved: String)] {
        let last = view.filings.last
        return [
            ("Jour", form["date"], last?.on.typed ?? "vide"),
            ("Par où", Filing.Channel(rawValue: form["voie"])?.label ?? "vide", last?.channel.label ?? "vide"),
            ("Qui a envoyé", Filing.Clicker(rawValue: form["clic"])?.label ?? "vide", last?.clicker.label ?? "vide"),
            ("Numéro", form["reference"].isEmpty ? "vide" : form["reference"], last?.reference ?? "vide"),
            ("Prochaine étape", form["suite_quoi"], view.dossier.nextStep?.what ?? "vide"),
        ]
    }

    private var filed: HTML {
        Section(
            "Les dépôts déjà notés",
            HTML.each(view.filings) { filing in
                let reference: HTML =
                    filing.reference.isEmpty ? "aucun" : Copyable(filing.reference, label: "le numéro du dépôt").body
                return """
                    <div class="feuille">\(Facts([
                        ("Jour", HTML(text: filing.on.fullWords)), ("Par où", HTML(text: filing.channel.label)),
                        ("Numéro", reference),
                        ("Preuve", filing.proof == .none ? "Aucune : \(filing.whyNoProof)" : "\(filing.proof.label)"),
                        ("Qui a envoyé", HTML(text: filing.clicker.label)),
                    ]).body)</div>
                    """
            }
        ).body
    }

    private var alreadyFiled: HTML {
        guard view.mayEdit else { return "<p>Vous pouvez lire ce dossier, sans le changer.</p>" }
        return Actions(LinkButton("Noter la réponse", to: Paths.move(view.id), icon: .courrier).body).body
    }

    private var toFile: HTML {
        let blocking = view.findings.filter { $0.severity == .blocking }
        let action = Paths.filing(view.id)
        return warning(blocking) + ReservedNotice(view: view).body
            + Form(
                to: action, token: view.viewer.token, errors: errors, version: view.dossier.version, key: key,
                draft: Paths.draft(action),
                """
                \(sending)\(proof)\(if: blocking.count + view.reserved.count > 0, override(blocking.count + view.reserved.count))\(answer)\
                \(WorkFields(view, form: form, errors: errors).body)\
                \(Actions(Button("Noter le dépôt", icon: .deposer).body, staysInSight: true).body)
                """
            ).body
    }

    private func warning(_ blocking: [Finding]) -> HTML {
        guard !blocking.isEmpty else { return .empty }
        let titles = HTML.each(blocking.prefix(5)) { "<li>\(FindingWords($0, view).title)</li>" }
        let rest: HTML =
            blocking.count > 5
            ? "<p>Et \(Words.count(blocking.count - 5, "autre point", "autres points")).</p>" : .empty
        return Notice(
            .danger,
            "\(Words.sentence(Words.count(blocking.count, "point ferait", "points feraient"))) rejeter la demande",
            "<ul>\(titles)</ul>\(rest)<p><a\(href: Paths.check(view.id))>Voir pourquoi et quoi faire</a></p>"
        ).body
    }

    private var sending: HTML {
        let forbidden = view.demarche.standIn.rule == .forbidden
        let clickers = Filing.Clicker.allCases.filter { !forbidden || $0 != .worker }
        let usual: Filing.Clicker =
            view.dossier.way == .standIn && !forbidden ? .worker : view.dossier.way == .teach ? .person : .together
        let why = forbidden ? "Personne ne peut le faire à sa place. \(view.demarche.standIn.reason)" : nil
        return """
            \(DateField("date", "Quel jour est-elle partie ?", value: value("date", view.today.typed), error: error("date")).body)\
            \(RadioGroup("voie", "Par où ?", choices: Filing.Channel.allCases.map { Choice($0.rawValue, $0.label) }, chosen: value("voie", Filing.Channel.online.rawValue), error: error("voie"), inColumns: true).body)\
            \(RadioGroup("clic", "Qui a envoyé ?", choices: clickers.map { Choice($0.rawValue, $0.label) }, chosen: value("clic", usual.rawValue), help: why, error: error("clic")).body)
            """
    }

    private var proof: HTML {
        """
        \(TextField("reference", "Numéro de la demande", value: form["reference"], help: "Celui que le site ou le guichet donne.", optional: true, width: .medium).body)\
        \(RadioGroup("preuve", "Quelle preuve gardez-vous ?", choices: Filing.Proof.allCases.map { Choice($0.rawValue, $0.label) }, chosen: form["preuve"], error: error("preuve"), inColumns: true).body)\
        \(TextField("sans_preuve", "S’il n’y en a pas, pourquoi ?", value: form["sans_preuve"], error: error("sans_preuve"), optional: true).body)
        """
    }

    private func override(_ count: Int) -> HTML {
        TextArea(
            "malgre", "Pourquoi déposer quand même ?", value: form["malgre"],
            help:
                "\(Words.sentence(Words.count(count, "point reste", "points restent"))) à corriger ou à compléter. Cette raison reste dans le dossier.",
            error: error("malgre"), rows: 2
        ).body
    }

    private var answer: HTML {
        let proposed = view.demarche.processing.compactMap(\.delay).first.map { view.today.adding($0) }
        let usual = Dossier.NextStep(
            owner: .organisme, day: proposed ?? view.today.adding(months: 1), what: "Répondre à la demande")
        return """
            \(Hidden("attendue_proposee", proposed?.typed ?? "").body)\
            \(DateField("attendue", "Réponse attendue pour le", value: value("attendue", proposed?.typed ?? ""), help: view.demarche.processing.first?.text.text, error: error("attendue"), optional: true).body)\
            \(NextStepFields(usual: usual, form: form, errors: errors).body)
            """
    }

    private func value(_ name: String, _ usual: String) -> String { form.has(name) ? form[name] : usual }
    private func error(_ name: String) -> String? { errors.first { $0.field == name }?.message }
}
