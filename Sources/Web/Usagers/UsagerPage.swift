import Domain
import Markup
import Store

/// The file of a person: what comes next, what goes on, what is known, who follows.
struct UsagerPage {
    let view: UsagerView
    var errors: [FieldError] = []

    static let statusMissing = FieldError("statut", "Choisissez l’état de la fiche.")
    /// Acts in sight; the rest is on its own page.
    private static let actsShown = 5

    private var usager: Usager { view.usager }

    var body: HTML {
        Layout(
            title: "Fiche", viewer: view.viewer, current: .personnes, flash: view.flash, hasErrors: !errors.isEmpty,
            breadcrumb: Breadcrumb([("Personnes", Paths.usagers)]),
            content: """
                \(Heading(usager.name.fullWords, lead: lead).body)\(state)\(ProtectionNotice(view: view).body)\(actions)\
                \(Section("Ses démarches", dossiers).body)\(Section("Son année", year).body)\
                \(Section("Ce que l’on sait", KnownFacts(view: view).body).body)\
                \(Section("Qui suit cette personne", onSheet: true, referents).body)\
                \(Section("Ce qui a été fait", onSheet: true, history).body)\
                \(Section("La fiche", statusForm).body)
                """
        ).body
    }

    private var lead: String {
        var parts: [String] = []
        if let birth = usager.birthDate { parts.append(Words.count(birth.years(until: view.today), "an", "ans")) }
        if let commune = usager.facts[FactID.commune], !commune.isEmpty { parts.append(commune) }
        parts.append("dernier contact \(usager.lastContact.distance(today: view.today))")
        return Words.sentence(parts.joined(separator: " · "))
    }

    private var state: HTML {
        usager.status == .active ? .empty : "<p>\(usager.status.tag.body)</p>"
    }

    private var actions: HTML {
        var buttons: [HTML] = []
        if view.may(.edit), usager.status != .archived {
            buttons.append(LinkButton("Ouvrir une démarche", to: Paths.newDossier(view.id), icon: .ajouter).body)
        }
        if view.may(.edit) {
            buttons.append(LinkButton("Modifier la fiche", to: Paths.editUsager(view.id), .quiet, icon: .modifier).body)
        }
        buttons.append(PrintButton("Imprimer sa feuille de route", to: Paths.roadSheet(view.id)).body)
        return Actions(HTML.join(buttons)).body
    }

    private var dossiers: HTML {
        guard !view.dossiers.isEmpty else {
            guard view.hiddenDossiers == 0 else { return hidden }
            return EmptyState(
                "Aucune démarche ouverte",
                "Ouvrez une démarche\u{A0}: ses papiers, ses dates et sa fiche de saisie se préparent tout seuls."
            ).body
        }
        let going = view.dossiers.filter { !$0.state.isClosed }
        let closed = view.dossiers.filter(\.state.isClosed)
        let ended: HTML =
            closed.isEmpty ? .empty : Details("Démarches terminées (\(closed.count))", Rows(closed.map(row)).body).body
        let list: HTML = going.isEmpty ? "<p>Aucune démarche en cours.</p>" : Rows(going.map(row)).body
        return list + ended + hidden
    }

    /// What colleagues do is counted, so that nobody believes that nothing is done.
    private var hidden: HTML {
        guard view.hiddenDossiers > 0 else { return .empty }
        let words = Words.count(
            view.hiddenDossiers, "démarche suivie par des collègues", "démarches suivies par des collègues")
        return "<p>\(Tag(.neutral, "réservé").body) \(words). Votre rôle n’en montre pas le contenu.</p>"
    }

    private func row(_ dossier: Dossier) -> Rows.Row {
        Rows.Row(view.title(dossier), path: Paths.dossier(dossier.id), detail: next(dossier), tag: dossier.state.tag)
    }

    private func next(_ dossier: Dossier) -> String {
        guard !dossier.state.isClosed else { return "Ouverte le \(dossier.openedAt.day.words(today: view.today))" }
        let follower = "Suivie par \(view.colleague(dossier.follower))"
        guard let step = dossier.nextStep, !step.what.isEmpty else { return follower }
        let day = step.day.map { ", avant le \($0.words(today: view.today))" } ?? ""
        return "\(step.owner.label)\u{A0}: \(Words.continued(Words.unfinished(step.what)))\(day). \(follower)"
    }

    private var year: HTML {
        guard !view.openDates.isEmpty else { return "<p>Aucune échéance prévue. Les dates viennent des démarches.</p>" }
        return """
            \(YearRope(view: view).body)\
            \(Actions(LinkButton("Tout son calendrier", to: Paths.usagerCalendar(view.id), .quiet, icon: .calendrier).body).body)
            """
    }

    private var referents: HTML {
        let lines = HTML.each(usager.referents.reversed()) { referent in
            "<li>\(ReferentWords(view: view).line(referent))</li>"
        }
        let change: HTML =
            view.may(.changeReferents)
            ? Actions(
                LinkButton("Ajouter ou passer le relais", to: Paths.referents(view.id), .quiet, icon: .partager).body
            ).body : .empty
        let list: HTML = usager.referents.isEmpty ? "<p>Personne pour l’instant.</p>" : "<ul>\(lines)</ul>"
        return list + change
    }

    private var history: HTML {
        guard !view.activities.isEmpty else { return "<p>Rien n’a encore été fait.</p>" }
        let lines = HTML.each(view.activities.prefix(UsagerPage.actsShown)) { ActivityWords(view: view, line: $0).item }
        return """
            <ul>\(lines)</ul>\
            \(Actions(LinkButton("Tout l’historique", to: Paths.usagerHistory(view.id), .quiet).body).body)
            """
    }

    private var statusForm: HTML {
        let journal: HTML =
            AidantPolicy.allows(.readJournal, role: view.role)
            ? Actions(LinkButton("Qui a ouvert cette fiche", to: Paths.usagerJournal(view.id), .quiet).body).body
            : .empty
        guard view.may(.edit) else { return journal }
        let allowed = Usager.Status.allCases.filter {
            $0 != .archived || view.may(.archive) || usager.status == .archived
        }
        let choices = allowed.map { Choice($0.rawValue, Words.sentence($0.words)) }
        let form = Form(
            to: Paths.usagerStatus(view.id), token: view.viewer.token, errors: errors, version: usager.version,
            """
            \(RadioGroup("statut", "État de la fiche", choices: choices, chosen: usager.status.rawValue, help: "Une fiche archivée reste trouvable, tout en bas des recherches. Rien n’est effacé.", error: errors.first?.message, inColumns: true).body)\
            \(Actions(Button("Changer l’état", .quiet).body).body)
            """)
        return
            "\(Details("Changer l’état de la fiche (\(usager.status.words))", isOpen: !errors.isEmpty, form.body).body)\(journal)"
    }
}

/// Who follows a person, in one line each.
struct ReferentWords {
    let view: UsagerView

    func line(_ referent: Referent) -> String {
        let name = view.fullColleague(referent.aidant)
        let since = referent.since.words(today: view.today)
        guard let until = referent.until, let reads = referent.readsUntil(today: view.today) else {
            return "\(name), depuis le \(since)"
        }
        let past = "\(name), du \(since) au \(max(until, referent.since).words(today: view.today))"
        return reads >= view.today
            ? "\(past). Peut encore lire la fiche jusqu’au \(reads.words(today: view.today))" : past
    }
}
