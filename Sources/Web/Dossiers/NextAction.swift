import Domain
import Markup

/// The one thing to do now on a dossier, said with a verb, and why.
struct NextAction {
    let title: String
    let why: String
    /// The main button; nil when nothing is left to do.
    let button: LinkButton?
    var others: [LinkButton] = []

    init(_ progress: Progress) {
        let view = progress.view
        switch view.dossier.state {
        case .preparing: self = NextAction.preparing(progress)
        case .filed: self = NextAction.waiting(view)
        case .piecesRequested:
            self.init(
                title: "Réunir les papiers demandés", why: "L’organisme attend ces papiers pour continuer.",
                button: LinkButton("Voir les papiers", to: Paths.pieces(view.id), icon: .piece),
                others: [LinkButton("Les papiers sont partis", to: Dossier.State.filed.movePath(view.id), .quiet)])
        case .granted:
            self.init(
                title: "Vérifier que la personne a reçu",
                why: "C’est accordé. La démarche n’est finie que quand l’argent ou l’accès est là.",
                button: LinkButton("Noter que c’est reçu", to: Dossier.State.obtained.movePath(view.id), icon: .fait))
        case .refused:
            self.init(
                title: "Décider d’un recours",
                why: "La réponse est un refus. Un recours a une date limite : regardez-la.",
                button: LinkButton("Voir les recours", to: Paths.move(view.id), icon: .avancer))
        case .appealing: self = NextAction.waiting(view)
        case .stopped:
            self.init(
                title: "Débloquer la démarche", why: view.dossier.stop?.why ?? "La démarche s’est arrêtée sur le site.",
                button: LinkButton(
                    "Reprendre la démarche", to: Dossier.State.preparing.movePath(view.id), icon: .avancer))
        case .obtained:
            self.init(
                title: "C’est terminé", why: "Le besoin est couvert. Les dates qui suivent sont dans l’agenda.",
                button: nil)
        case .abandoned:
            self.init(
                title: "C’est arrêté",
                why: view.dossier.outcome?.reason.map { "\($0.label)." } ?? "La démarche a été abandonnée.",
                button: LinkButton("Reprendre la démarche", to: Dossier.State.preparing.movePath(view.id), .quiet))
        }
    }

    private init(title: String, why: String, button: LinkButton?, others: [LinkButton] = []) {
        self.title = title
        self.why = why
        self.button = button
        self.others = others
    }

    private static func preparing(_ progress: Progress) -> NextAction {
        let view = progress.view
        let file = LinkButton("Noter le dépôt", to: Paths.filing(view.id), .quiet, icon: .deposer)
        let stopped = LinkButton("C’est bloqué sur le site", to: Dossier.State.stopped.movePath(view.id), .quiet)
        if progress.openAnswers > 0 {
            return NextAction(
                title: "Compléter la fiche de saisie",
                why:
                    "\(Words.sentence(Words.count(progress.openAnswers, "réponse est à compléter ou à corriger", "réponses sont à compléter ou à corriger"))).",
                button: LinkButton("Compléter la fiche", to: EntrySheetPage.fill(view.id), icon: .modifier),
                others: [file, stopped])
        }
        if progress.openPieces > 0 {
            return NextAction(
                title: "Réunir les papiers",
                why:
                    "\(Words.count(progress.openPieces, "papier manque ou est à refaire", "papiers manquent ou sont à refaire")).",
                button: LinkButton("Voir les papiers", to: Paths.pieces(view.id), icon: .piece),
                others: [file, stopped])
        }
        if let reserved = ReservedNotice(view: view).sentence {
            return NextAction(
                title: "Faire compléter la fiche", why: reserved,
                button: LinkButton("Voir la fiche", to: Paths.entrySheet(view.id), icon: .modifier),
                others: [file, stopped])
        }
        if progress.blocking > 0 {
            return NextAction(
                title: "Régler ce qui ferait rejeter la demande",
                why: "\(Words.count(progress.blocking, "point", "points")) à corriger avant le dépôt.",
                button: LinkButton("Vérifier la demande", to: Paths.check(view.id), icon: .avancer),
                others: [file, stopped])
        }
        let copy = LinkButton("Recopier la fiche", to: EntrySheetPage.copy(view.id), .quiet, icon: .copier)
        return NextAction(
            title: "Déposer la demande",
            why: "Tout est prêt. Recopiez la fiche, relisez avec la personne, puis notez le dépôt ici.",
            button: LinkButton("Noter le dépôt", to: Paths.filing(view.id), icon: .deposer),
            others: (view.sheet.pages.isEmpty ? [] : [copy]) + [stopped])
    }

    private static func waiting(_ view: DossierView) -> NextAction {
        let expected = view.dossier.expectedOn.map { day in
            day < view.today
                ? "La réponse devait arriver le \(day.words(today: view.today)) : il est temps de relancer."
                : "La réponse est attendue avant le \(day.words(today: view.today))."
        }
        return NextAction(
            title: "Attendre la réponse",
            why: expected ?? "Aucune date de réponse n’est connue. Relancez si rien ne vient.",
            button: LinkButton("Noter la réponse", to: Paths.move(view.id), icon: .courrier),
            others: [LinkButton("Changer la prochaine étape", to: Paths.followUp(view.id), .quiet)])
    }

    var body: HTML {
        let buttons = HTML.each([button].compactMap(\.self) + others) { $0.body }
        return """
            <section class="feuille" aria-label="À faire maintenant"><h2>À faire maintenant\u{A0}: \(title)</h2><p>\(why)</p>\
            \(if: button != nil, Actions(buttons).body)</section>
            """
    }
}
