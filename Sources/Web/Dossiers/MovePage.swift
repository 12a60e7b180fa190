import Domain
import Markup

/// What the body answered, or where it stopped: first the choice of what happened, then the few fields of it.
struct MovePage {
    let view: DossierView
    /// What happened; nil while it is being chosen.
    let target: Dossier.State?
    var form: FormBody = .empty
    var errors: [FieldError] = []
    var draft: KeptDraft?
    /// Where the dossier stands for the colleague who saved first.
    var isStale = false
    var key = ""

    private var dossier: Dossier { view.dossier }

    var body: HTML {
        DossierLayout(
            view: view, title: target.map { $0.moveTitle(from: dossier.state) } ?? "Que s’est-il passé ?",
            lead: target?.moveHelp ?? "La démarche est « \(dossier.state.words) ».",
            hasErrors: !errors.isEmpty || isStale,
            content: "\(draft?.notice(token: view.viewer.token))\(if: isStale, stale)\(content)"
        ).body
    }

    private var content: HTML {
        guard view.mayEdit else { return "<p>Vous pouvez lire ce dossier, sans le changer.</p>" }
        return target.map(fields) ?? "\(appeals)\(choice)"
    }

    private var stale: HTML {
        StaleNotice([("Où en est la démarche", target?.words ?? "", dossier.state.words)], isDraft: draft != nil).body
    }

    private var appeals: HTML {
        let steps = AfterFiling(view: view).appeals
        guard dossier.state == .refused || dossier.state == .appealing, !steps.isEmpty else { return .empty }
        return Section(
            "Les recours", onSheet: true,
            "<p>Refus du \(dossier.decidedOn?.words(today: view.today) ?? "jour inconnu").</p>\(steps)"
        ).body
    }

    private var choice: HTML {
        var rows = Dossier.moves[dossier.state, default: []].map {
            Rows.Row($0.moveTitle(from: dossier.state), path: $0.movePath(view.id), detail: $0.moveHelp)
        }
        if dossier.state == .preparing || dossier.state == .stopped {
            rows.insert(
                Rows.Row(
                    "La demande est partie", path: Paths.filing(view.id), detail: "Noter le jour, le numéro, la preuve."
                ), at: 0)
        }
        return Rows(rows).body
    }

    private func fields(_ target: Dossier.State) -> HTML {
        Form(
            to: Paths.move(view.id), token: view.viewer.token, errors: errors, version: dossier.version, key: key,
            draft: Paths.draft(Paths.move(view.id)),
            """
            \(Hidden("vers", target.rawValue).body)\(if: target == .piecesRequested, papers)\(if: target.needsDecisionDay, day(target))\
            \(if: target.needsReason, reason(target))\(if: target.mayHavePlace, place(target))\(why(target))\
            \(if: target.hasNextStep, next(target))\(WorkFields(view, form: form, errors: errors).body)\
            \(Actions("\(Button(button(target)).body)\(LinkButton("Autre chose s’est passé", to: Paths.move(view.id), .quiet).body)", staysInSight: true).body)
            """
        ).body
    }

    private func button(_ target: Dossier.State) -> String {
        switch target {
        case .preparing: "Reprendre la démarche"
        case .abandoned: "Abandonner la démarche"
        case .stopped: "Noter le blocage"
        case .appealing: "Noter le recours"
        case .piecesRequested: "Noter les papiers demandés"
        default: "Noter la réponse"
        }
    }

    private var papers: HTML {
        var seen: Set<String> = []
        let own = view.demarche.pieces.map(\.piece).filter { seen.insert($0).inserted }
        let others = view.definitions.pieces.filter { !seen.contains($0.id) }.sorted { $0.label < $1.label }
        let boxes = Checkboxes(
            "papiers", "Quels papiers sont demandés ?", choices: own.map { Choice($0, view.pieceLabel($0)) },
            chosen: Set(form.all("papiers")), error: error("papiers"), optional: false)
        let other = Select(
            own.isEmpty ? "papiers" : "autre_papier", own.isEmpty ? "Quel papier est demandé ?" : "Un autre papier",
            choices: others.map { Choice($0.id, $0.label) },
            chosen: own.isEmpty ? form["papiers"] : form["autre_papier"],
            error: own.isEmpty ? error("papiers") : nil, optional: !own.isEmpty)
        return "\(if: !own.isEmpty, boxes.body)\(other.body)"
    }

    private func day(_ target: Dossier.State) -> HTML {
        let label = target == .obtained ? "Depuis quel jour ?" : "Date écrite sur la réponse"
        let help = target == .refused ? "Le délai de recours part de là." : nil
        return DateField(
            "date", label, value: form.has("date") ? form["date"] : view.today.typed, help: help, error: error("date")
        ).body
    }

    private func reason(_ target: Dossier.State) -> HTML {
        let reasons = target == .refused ? Dossier.Reason.ofRefusals : Dossier.Reason.ofAbandons
        return Select(
            "raison", "Pour quelle raison ?", choices: reasons.map { Choice($0.rawValue, $0.label) },
            chosen: form["raison"],
            error: error("raison")
        ).body
    }

    private func place(_ target: Dossier.State) -> HTML {
        let choices = StopPlace(demarche: view.demarche, view.context).choices
        guard !choices.isEmpty else { return .empty }
        return Select(
            "lieu", "À quel écran et à quel champ ?", choices: choices, chosen: form["lieu"], prompt: "Je ne sais pas",
            help: "Là où le site s’est arrêté.", error: error("lieu"), optional: true
        ).body
    }

    private func why(_ target: Dossier.State) -> HTML {
        guard target != .preparing, target != .filed, target != .piecesRequested, target != .appealing else {
            return .empty
        }
        let (label, help) =
            target == .stopped
            ? ("Que dit le site, ou pourquoi ?", "Recopiez le message d’erreur, sans donnée de la personne.")
            : ("Ce qu’il faut retenir", "Une ou deux phrases.")
        return TextArea(
            "pourquoi", label, value: form["pourquoi"], help: help, error: error("pourquoi"),
            optional: target != .stopped, rows: 2
        ).body
    }

    private func next(_ target: Dossier.State) -> HTML {
        NextStepFields(usual: usual(target), form: form, errors: errors, isOptional: target == .preparing).body
    }

    /// What most often comes next, to correct rather than to write.
    private func usual(_ target: Dossier.State) -> Dossier.NextStep? {
        let today = view.today
        switch target {
        case .piecesRequested:
            return .init(owner: .person, day: today.addingWorkingDays(10), what: "Apporter les papiers demandés")
        case .granted: return .init(owner: .worker, day: today.adding(months: 1), what: "Vérifier que c’est reçu")
        case .refused: return .init(owner: .together, day: today.addingWorkingDays(5), what: "Décider d’un recours")
        case .appealing: return .init(owner: .organisme, day: today.adding(months: 2), what: "Répondre au recours")
        case .stopped:
            return .init(owner: .worker, day: today.addingWorkingDays(2), what: "Essayer de nouveau ou appeler")
        case .filed:
            return .init(
                owner: .organisme, day: view.dossier.expectedOn.map { max($0, today) } ?? today.adding(months: 1),
                what: "Répondre à la demande")
        case .obtained, .abandoned, .preparing: return nil
        }
    }

    private func error(_ name: String) -> String? { errors.first { $0.field == name }?.message }
}
