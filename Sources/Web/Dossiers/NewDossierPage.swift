import Domain
import Markup

/// Opening a procedure for a person: found in their own words, or in the list; then how one will help.
struct NewDossierPage {
    let viewer: Viewer
    let usager: ID<Usager>
    let name: String
    let protection: Protection?
    /// The first date of the person.
    var next: Echeance?
    let definitions: Definitions
    /// What was chosen; nil while one is looking.
    let demarche: Demarche?
    /// What the person said, and what answers it.
    var words = ""
    var found: [(demarche: Demarche, why: String)] = []
    /// The same procedure, already open for this person.
    var already: ID<Dossier>?
    var form: FormBody = .empty
    var errors: [FieldError] = []
    var key = ""
    let now: Moment

    static func path(_ usager: ID<Usager>) -> Path { Paths.newDossier(usager) }

    var body: HTML {
        Layout(
            title: "Ouvrir une démarche", viewer: viewer, current: .personnes, hasErrors: !errors.isEmpty,
            who: WhoBar(
                name: name, path: Paths.usager(usager), next: next?.window.due.words(today: now.day),
                tag: next?.tag(today: now.day)),
            breadcrumb: Breadcrumb([("Personnes", Paths.usagers), (name, Paths.usager(usager))]),
            content: demarche.map(opening) ?? choosing
        ).body
    }

    private var choosing: HTML {
        """
        \(Heading("Ouvrir une démarche", lead: "Écrivez ce que dit la personne, ou choisissez dans la liste.").body)\
        \(Form(
            to: NewDossierPage.path(usager), token: viewer.token,
            "\(TextField("besoin", "Que dit la personne ?", value: words, help: "Comme elle le dit : « ma caf elle marche plus ».", kind: .search).body)\(Actions(Button("Chercher", icon: .chercher).body).body)"
        ).body)\(results)\(Section("Toutes les démarches", categories).body)
        """
    }

    private var results: HTML {
        guard !words.isEmpty else { return .empty }
        guard !found.isEmpty else {
            return EmptyState(
                "Rien ne correspond à ces mots", "Essayez d’autres mots, ou cherchez dans la liste ci-dessous."
            ).body
        }
        let rows = found.map { Rows.Row($0.demarche.title, path: choice($0.demarche), detail: $0.why) }
        return Section("Ce qui peut répondre", Rows(rows).body).body
    }

    private var categories: HTML {
        HTML.each(definitions.categories) { category in
            let demarches = definitions.demarches.filter { $0.category == category.code }.sorted { $0.title < $1.title }
            guard !demarches.isEmpty else { return .empty }
            return Details(
                "\(category.label) (\(demarches.count))",
                "<ul>\(HTML.each(demarches) { "<li><a\(href: choice($0))>\($0.title)</a>\(if: $0.level == .guide, " <small>(guide)</small>")</li>" })</ul>"
            ).body
        }
    }

    private func choice(_ demarche: Demarche) -> Path { NewDossierPage.path(usager).query(["demarche": demarche.id]) }

    private func opening(_ demarche: Demarche) -> HTML {
        let ways = WorkForm.ways(demarche.standIn) + [.refer]
        let chosen = form["facon"].isEmpty ? Way.together.rawValue : form["facon"]
        let error = errors.first { $0.field == "facon" }?.message
        return """
            \(Heading(demarche.title, lead: demarche.purpose).body)\(twice)\(loss(demarche))\(mandate(demarche))\
            \(Form(
                to: Paths.openDossier(usager), token: viewer.token, errors: errors, key: key,
                """
                \(Hidden("demarche", demarche.id).body)\
                \(RadioGroup("facon", "Comment allez-vous aider ?", choices: ways.map { Choice($0.rawValue, $0.label, help: $0.explanation) }, chosen: chosen, error: error).body)\
                \(WorkTime(form: form, errors: errors, now: now).body)\
                \(Actions("\(Button("Ouvrir cette démarche").body)\(LinkButton("Choisir une autre démarche", to: NewDossierPage.path(usager), .quiet).body)").body)
                """
            ).body)
            """
    }

    private var twice: HTML {
        guard let already else { return .empty }
        return Notice(
            .warning, "Cette démarche est déjà ouverte pour cette personne",
            "<p><a\(href: Paths.dossier(already))>Voir le dossier en cours</a> plutôt que d’en ouvrir un second.</p>"
        ).body
    }

    private func loss(_ demarche: Demarche) -> HTML {
        demarche.urgency.loss.map { Notice(.warning, "Ce qui peut se perdre", "<p>\(StatementText($0).body)</p>").body }
            ?? .empty
    }

    private func mandate(_ demarche: Demarche) -> HTML {
        let guarded: HTML =
            protection?.blocksMandate == true
            ? "<p><b>La personne a une mesure de protection :</b> elle ne peut pas signer seule un mandat. Voyez avec son représentant.</p>"
            : .empty
        return
            "<p>\(Tag(demarche.standIn.rule == .forbidden ? .blocked : .neutral, demarche.standIn.rule.words).body)</p><p>\(demarche.standIn.reason)</p>\(guarded)"
    }
}

/// The minutes alone, where the way is asked for another reason.
struct WorkTime {
    let form: FormBody
    let errors: [FieldError]
    let now: Moment

    var body: HTML {
        let opened = WorkForm.opened(form, now: now) ?? now
        let seconds = max(0, Int((now.milliseconds - opened.milliseconds) / 1000))
        let error = errors.first { $0.field == "minutes" }?.message
        return
            "\(Hidden("ouvert", String(opened.milliseconds)).body)\(MinutesField(value: form["minutes"], error: error, elapsed: seconds).body)"
    }
}
