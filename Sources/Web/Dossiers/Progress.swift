import Domain
import Markup

/// Where a dossier stands: what is still missing, the rope with its five knots, and the one thing to do now.
struct Progress {
    let view: DossierView
    /// Answers that are missing or refused by their format.
    let openAnswers: Int
    /// Papers without which the request would be rejected.
    let openPieces: Int
    let blocking: Int
    let warnings: Int

    init(_ view: DossierView) {
        self.view = view
        let findings = view.findings
        openAnswers = findings.filter(\.isAboutAnAnswer).count
        openPieces = findings.filter { $0.isAboutAPaper && $0.severity == .blocking }.count
        blocking = findings.filter { $0.severity == .blocking }.count
        warnings = findings.count - blocking
    }

    private var dossier: Dossier { view.dossier }
    private var isReady: Bool { openAnswers == 0 && openPieces == 0 && view.reserved.count == 0 }

    var rope: Rope { Rope(label: "Où en est la démarche", knots: knots, isShort: true) }

    private var knots: [Rope.Knot] {
        [
            Rope.Knot(states[0], "Préparer", detail: preparing, path: Paths.entrySheet(view.id)),
            Rope.Knot(states[1], "Vérifier", detail: checking, path: Paths.check(view.id)),
            Rope.Knot(states[2], "Déposer", detail: filing, path: Paths.filing(view.id)),
            Rope.Knot(states[3], "Attendre la réponse", detail: waiting, path: Paths.followUp(view.id)),
            Rope.Knot(states[4], "Obtenu", detail: obtaining, path: Paths.move(view.id)),
        ]
    }

    private var states: [Rope.Knot.State] {
        switch dossier.state {
        case .preparing:
            if !isReady { return [.here, .next, .next, .next, .next] }
            return blocking > 0 ? [.done, .here, .next, .next, .next] : [.done, .done, .here, .next, .next]
        case .stopped: return [.done, .done, .blocked, .next, .next]
        case .filed, .piecesRequested, .appealing: return [.done, .done, .done, .here, .next]
        case .refused: return [.done, .done, .done, .blocked, .next]
        case .granted: return [.done, .done, .done, .done, .here]
        case .obtained: return [.done, .done, .done, .done, .done]
        case .abandoned:
            return dossier.filedOn == nil
                ? [.done, .done, .blocked, .next, .next] : [.done, .done, .done, .blocked, .next]
        }
    }

    private var preparing: String? {
        guard dossier.state == .preparing else { return nil }
        if isReady { return nil }
        let parts = [
            openAnswers > 0 ? Words.count(openAnswers, "réponse", "réponses") : nil,
            openPieces > 0 ? Words.count(openPieces, "papier", "papiers") : nil,
            view.reserved.count > 0 ? Words.count(view.reserved.count, "réponse réservée", "réponses réservées") : nil,
        ]
        return "il manque \(Words.list(parts.compactMap(\.self)))"
    }

    private var checking: String? {
        guard dossier.state == .preparing, isReady, blocking > 0 else { return nil }
        return "\(Words.count(blocking, "point", "points")) à régler"
    }

    private var filing: String? {
        switch dossier.state {
        case .stopped:
            dossier.stop?.screen.flatMap { id in view.demarche.screens.first { $0.id == id }?.title } ?? "arrêtée"
        case .abandoned where dossier.filedOn == nil: "abandonnée"
        default: dossier.filedOn.map { "le \($0.words(today: view.today))" }
        }
    }

    private var waiting: String? {
        switch dossier.state {
        case .filed: dossier.expectedOn.map { "avant le \($0.words(today: view.today))" }
        case .piecesRequested: "des papiers sont demandés"
        case .refused: dossier.decidedOn.map { "refus du \($0.words(today: view.today))" } ?? "refus"
        case .appealing: "recours envoyé"
        case .abandoned where dossier.filedOn != nil: "abandonnée"
        default: nil
        }
    }

    private var obtaining: String? {
        switch dossier.state {
        case .granted: "accordé, pas encore reçu"
        case .obtained: dossier.decidedOn.map { "le \($0.words(today: view.today))" }
        default: nil
        }
    }
}

extension Finding {
    var isAboutAnAnswer: Bool {
        switch kind {
        case .missing, .format: true
        default: false
        }
    }

    var isAboutAPaper: Bool {
        switch kind {
        case .pieceMissing, .pieceRefused, .pieceTooOld: true
        default: false
        }
    }
}
