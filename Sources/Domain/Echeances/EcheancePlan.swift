/// The dates that a dossier puts into a person's calendar.
public enum EcheancePlan {
    public struct Entry: Hashable, Sendable {
        public var kind: Echeance.Kind
        public var window: DueWindow
        public var hasLoss: Bool
    }

    /// - Parameter lastDone: per kind, the due day of the latest occurrence marked done; the next one follows it.
    public static func entries(
        dossier: Dossier, demarche: Demarche, lookup: AnswerLookup, lastDone: [Echeance.Kind: Day]
    ) -> [Entry] {
        guard dossier.state != .abandoned else { return [] }
        var result: [Entry] = []
        for deadline in demarche.deadlines where deadline.condition?.holds(lookup) ?? true {
            result += windows(deadline, dossier, lookup, lastDone[.deadline(deadline.id)]).map {
                Entry(kind: .deadline(deadline.id), window: $0, hasLoss: deadline.loss != nil)
            }
        }
        result += waiting(dossier, demarche) + appeals(dossier, demarche)
        // The body's own next step is its answer, which has its own line.
        let isAwaited = dossier.nextStep?.owner == .organisme && result.contains { $0.kind == .answer }
        if let step = dossier.nextStep, let day = step.day, !dossier.state.isClosed, !isAwaited {
            result.append(Entry(kind: .nextStep, window: DueWindow(opens: nil, due: day), hasLoss: false))
        }
        return result.filter { entry in
            switch entry.kind {
            case .deadline, .nextStep: return true
            default: break
            }
            return lastDone[entry.kind].map { $0 < entry.window.due } ?? true
        }
    }

    /// What comes once: that day, until it is done. What comes back: the latest window missed since the obligation
    /// exists, then the one to come. An older one missed is moot: the right is lost since, and the latest one says so.
    private static func windows(
        _ deadline: Deadline, _ dossier: Dossier, _ lookup: AnswerLookup, _ lastDone: Day?
    ) -> [DueWindow] {
        guard let calculation = deadline.calculation, let begins = begin(deadline.since, dossier) else { return [] }
        let anchors = { (anchor: Deadline.Anchor) -> Day? in
            switch anchor {
            case .opening: dossier.openedAt.day
            case .filing: dossier.filedOn
            case .decision: dossier.decidedOn
            case .answer(let id): lookup.value(.answer(id)).flatMap(Day.init)
            case .fact(let id): lookup.value(.fact(id)).flatMap(Day.init)
            }
        }
        let from: Day =
            switch calculation {
            case .monthlyWindow, .yearly: lastDone?.adding(days: 1) ?? begins
            default: lastDone?.adding(days: 1) ?? Day(number: 0)
            }
        guard calculation.recurs else { return calculation.occurrences(anchors: anchors, from: from, count: 1) }
        let missed = calculation.previous(anchors: anchors, before: lookup.today).flatMap { $0.due < from ? nil : $0 }
        return [missed].compactMap(\.self)
            + calculation.occurrences(anchors: anchors, from: max(from, lookup.today), count: 1)
    }

    /// The day from which the obligation exists; nil while it does not. What is due before the filing ends with it.
    private static func begin(_ phase: Deadline.Phase, _ dossier: Dossier) -> Day? {
        switch phase {
        case .opening: dossier.state == .preparing || dossier.state == .stopped ? dossier.openedAt.day : nil
        case .filing: dossier.state.isFiled ? dossier.filedOn : nil
        case .granted:
            dossier.state == .granted || dossier.state == .obtained ? dossier.decidedOn ?? dossier.filedOn : nil
        case .refused: dossier.state == .refused ? dossier.decidedOn : nil
        }
    }

    private static func waiting(_ dossier: Dossier, _ demarche: Demarche) -> [Entry] {
        guard dossier.state == .filed || dossier.state == .piecesRequested, let filed = dossier.filedOn else {
            return []
        }
        var result: [Entry] = []
        if let expected = dossier.expectedOn {
            result.append(Entry(kind: .answer, window: DueWindow(opens: nil, due: expected), hasLoss: false))
        }
        if let silence = demarche.silence.first(where: { $0.after != nil }), let after = silence.after {
            result.append(
                Entry(
                    kind: .silence, window: DueWindow(opens: nil, due: filed.adding(after)),
                    hasLoss: silence.meaning == .refusal))
        }
        return result
    }

    /// The last days for an appeal: from the decision, or from the day on which silence became a refusal.
    private static func appeals(_ dossier: Dossier, _ demarche: Demarche) -> [Entry] {
        let silent = demarche.silence.first { $0.after != nil && $0.meaning == .refusal }?.after
        return demarche.appeals.compactMap { appeal in
            guard let delay = appeal.delay else { return nil }
            let start: Day? =
                switch appeal.start {
                case .decision: dossier.state == .refused ? dossier.decidedOn : nil
                case .silence:
                    dossier.state == .filed ? silent.flatMap { after in dossier.filedOn?.adding(after) } : nil
                case .any: nil
                }
            guard let start else { return nil }
            return Entry(
                kind: .appeal(appeal.id), window: DueWindow(opens: start, due: start.adding(delay)), hasLoss: true)
        }
    }
}
