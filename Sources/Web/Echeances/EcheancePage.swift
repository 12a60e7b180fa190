import Domain
import Markup
import Store

/// One date: what it is, what is lost and when, the rule behind it, and the two things that can be done.
struct EcheancePage {
    let viewer: Viewer
    let echeance: Echeance
    let file: DossierFile
    let definitions: Definitions
    let mayEdit: Bool
    let key: String
    let now: Moment
    var flash: String?
    var form: FormBody = .empty
    var errors: [FieldError] = []
    var snoozeErrors: [FieldError] = []

    private var today: Day { now.day }
    private var demarche: Demarche { file.demarche }
    private var usager: Usager { file.usager }
    private var organisme: String { definitions.organisme(demarche.organisme)?.shortName ?? demarche.platform }
    private var title: String {
        Words.typographic(echeance.title(demarche, next: file.dossier.nextStep, organisme: organisme))
    }
    private var next: Echeance? { file.nextOfPerson }

    var body: HTML {
        Layout(
            // The next step is written by hand: it may hold a name.
            title: "Échéance", viewer: viewer, current: .personnes, flash: flash,
            hasErrors: !errors.isEmpty || !snoozeErrors.isEmpty,
            who: WhoBar(
                name: usager.name.words, path: Paths.usager(usager.id), next: next?.window.due.words(today: today),
                tag: next?.tag(today: today)),
            breadcrumb: Breadcrumb([
                ("Son calendrier", Paths.usagerCalendar(usager.id))
            ]),
            content: """
                \(Heading(title, lead: Words.sentence(echeance.period(today: today)) + ", " + echeance.window.due.distance(today: today)).body)\
                \(loss)\(settled)\(actions)\(Section("De quoi il s’agit", onSheet: true, Facts(facts).body).body)\(sources)
                """
        ).body
    }

    private var loss: HTML {
        guard echeance.status != .done, let loss = echeance.loss(demarche) else { return .empty }
        let remedy: HTML? = echeance.remedy(demarche, today: today).map {
            "<p><b>Que faire\u{A0}:</b> \(StatementText($0).body)</p>"
        }
        let words = "<p>\(EcheanceRow.lossWords(loss, echeance, today: today))</p>\(remedy)" as HTML
        let passed = echeance.hasLoss && echeance.window.due < today
        let title =
            passed ? "La date est passée" : echeance.hasLoss ? "Ce qui serait perdu" : "Ce que veut dire cette date"
        return Notice(passed ? .danger : .warning, title, words).body
    }

    private var settled: HTML {
        switch echeance.status {
        case .open: .empty
        case .done: Notice(.success, "C’est noté comme fait").body
        case .snoozed:
            Notice(
                .information, "Reportée au \((echeance.snoozedUntil ?? echeance.window.due).words(today: today))",
                "<p>\(echeance.reason)</p>"
            ).body
        }
    }

    private var actions: HTML {
        guard mayEdit, echeance.status != .done else { return .empty }
        let done = Form(
            to: Paths.markDone(echeance.id), token: viewer.token, errors: errors, key: key,
            """
            \(WorkFields(way: file.dossier.way, standIn: demarche.standIn, form: form, errors: errors, now: now).body)\
            \(Actions("\(Button("C’est fait", icon: .fait).body)\(LinkButton("Ouvrir la démarche", to: Paths.dossier(file.dossier.id), .quiet).body)").body)
            """)
        return "\(done.body)\(Details("Reporter à un autre jour", isOpen: !snoozeErrors.isEmpty, later).body)"
    }

    private var later: HTML {
        let error = { (name: String) in snoozeErrors.first { $0.field == name }?.message }
        return Form(
            to: Paths.snooze(echeance.id), token: viewer.token, errors: snoozeErrors, key: key,
            """
            \(DateField("jour", "Jour où s’en occuper", value: form["jour"], error: error("jour")).body)\
            \(TextField("raison", "Pourquoi", value: form["raison"], help: "Vos collègues la liront. Par exemple\u{A0}: elle attend son bulletin de paie.", error: error("raison")).body)\
            \(Actions(Button("Reporter", .quiet).body).body)
            """
        ).body
    }

    private var facts: [(label: String, value: HTML)] {
        var pairs: [(label: String, value: HTML)] = [
            (
                "Démarche",
                "<a\(href: Paths.dossier(file.dossier.id))>\(demarche.title)</a> \(file.dossier.state.tag.body)"
            ),
            ("Organisme", HTML(text: organisme)),
            ("Date limite", HTML(text: echeance.window.due.fullWords)),
        ]
        if let opens = echeance.window.opens { pairs.append(("Possible à partir du", HTML(text: opens.fullWords))) }
        pairs += rules.map { ("La règle", StatementText($0).body) }
        if case .appeal(let id) = echeance.kind, let appeal = demarche.appeals.first(where: { $0.id == id }) {
            pairs.append(("Délai", HTML(text: Words.typographic(appeal.limit))))
        }
        return pairs
    }

    /// The sentences of the catalogue that the date rests on.
    private var rules: [Statement] {
        switch echeance.kind {
        case .deadline(let id): demarche.deadlines.filter { $0.id == id }.map(\.rule)
        case .appeal(let id): demarche.appeals.filter { $0.id == id }.map(\.way)
        case .answer: demarche.processing.map(\.text)
        case .silence: demarche.silence.map(\.text)
        case .nextStep: []
        }
    }

    private var sources: HTML {
        let keys = Set(rules.flatMap(\.sources))
        let known = definitions.sources.filter { keys.contains($0.id) }
        return known.isEmpty ? .empty : SourceList(sources: known, checkedOn: demarche.checkedOn).body
    }
}
