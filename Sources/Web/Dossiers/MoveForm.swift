import Domain
import Markup
import Store

extension Dossier.State {
    /// The page that records a move to this state.
    func movePath(_ id: ID<Dossier>) -> Path { Paths.move(id).query(["vers": rawValue]) }

    /// What happened, when a dossier moves to this state from `state`.
    func moveTitle(from state: Dossier.State) -> String {
        switch self {
        case .piecesRequested: "L’organisme demande des papiers"
        case .granted: "C’est accordé"
        case .obtained: "C’est reçu, payé ou ouvert"
        case .refused: "C’est refusé"
        case .appealing: "Un recours est parti"
        case .stopped: "La démarche est bloquée"
        case .abandoned: "La démarche est abandonnée"
        case .preparing: "Reprendre la démarche"
        case .filed: state == .piecesRequested ? "Les papiers demandés sont partis" : "La demande est partie"
        }
    }

    var moveHelp: String {
        switch self {
        case .piecesRequested: "Une lettre ou un message demande de compléter le dossier."
        case .granted: "L’organisme a dit oui ; l’argent ou l’accès n’est pas encore là."
        case .obtained: "Le besoin est couvert : paiement arrivé, accès ouvert, papier reçu."
        case .refused: "L’organisme a dit non. Les recours et leurs dates s’affichent ensuite."
        case .appealing: "La lettre ou la demande de recours est envoyée."
        case .stopped: "Le site refuse ou s’arrête : notez à quel écran et à quel champ."
        case .abandoned: "On s’arrête là, avec la raison."
        case .preparing: "On repart de ce qui est déjà écrit."
        case .filed: "L’attente de la réponse reprend."
        }
    }

    var needsDecisionDay: Bool { self == .granted || self == .obtained || self == .refused }
    var needsReason: Bool { self == .refused || self == .abandoned }
    var mayHavePlace: Bool { self == .stopped || self == .abandoned }
    var hasNextStep: Bool { !isClosed }
}

/// A change of state as sent, or what is wrong with it.
struct MoveForm {
    private(set) var move: DossierMove
    private(set) var problems: [FieldError] = []

    init(_ form: FormBody, to state: Dossier.State, _ view: DossierView) {
        move = DossierMove(state: state, why: form["pourquoi"])
        if state.needsDecisionDay { readDay(form, view) }
        if state.needsReason { readReason(form) }
        if state.mayHavePlace, !form["lieu"].isEmpty { readPlace(form, view) }
        if state == .piecesRequested { readPieces(form, view) }
        if state.hasNextStep {
            let step = NextStepForm(form, isOptional: state == .preparing)
            move.next = step.step
            problems += step.problems
        }
        if state == .stopped || move.reason == .other, move.why.isEmpty {
            problems.append(FieldError("pourquoi", Dossier.Refusal.whyMissing.sentence))
        }
    }

    private mutating func readDay(_ form: FormBody, _ view: DossierView) {
        guard let day = Day(typed: form["date"]) else {
            problems.append(FieldError("date", "Écrivez la date de la réponse. Par exemple \(view.today.typed)."))
            return
        }
        if day > view.today {
            problems.append(FieldError("date", "Cette date n’est pas encore arrivée. Écrivez celle de la réponse."))
        } else if let filed = view.dossier.filedOn, day < filed {
            problems.append(
                FieldError("date", "La réponse ne peut pas être d’avant le dépôt, le \(filed.wordsWithYear)."))
        }
        move.on = day
    }

    private mutating func readReason(_ form: FormBody) {
        move.reason = Dossier.Reason(rawValue: form["raison"])
        if move.reason == nil { problems.append(FieldError("raison", "Choisissez la raison.")) }
    }

    private mutating func readPlace(_ form: FormBody, _ view: DossierView) {
        guard let place = StopPlace(demarche: view.demarche, view.context).read(form["lieu"]) else {
            problems.append(FieldError("lieu", "Choisissez l’écran ou le champ dans la liste."))
            return
        }
        move.screen = place.screen
        move.field = place.field
    }

    private mutating func readPieces(_ form: FormBody, _ view: DossierView) {
        let codes = Set(form.all("papiers") + [form["autre_papier"]].filter { !$0.isEmpty })
        guard codes.allSatisfy({ view.definitions.piece($0) != nil }), !codes.isEmpty else {
            problems.append(FieldError("papiers", "Choisissez au moins un papier demandé."))
            return
        }
        move.askedPieces = codes.sorted().map {
            PieceFollowUp(piece: $0, status: .asked, issuedOn: nil, note: "", changedOn: view.today, afterFiling: true)
        }
    }
}
