/// A date in a person's year: something to do, to wait for, or that will be lost.
public struct Echeance: Hashable, Sendable, Identifiable {
    public enum Kind: Hashable, Sendable {
        /// A deadline of the definition.
        case deadline(String)
        /// The body should have answered.
        case answer
        /// What silence means from this day on.
        case silence
        /// The last day for an appeal of the definition.
        case appeal(String)
        /// The next step that somebody wrote down.
        case nextStep
    }

    public enum Status: String, Codable, CaseIterable, Sendable {
        case open = "a_faire"
        case done = "fait"
        case snoozed = "reporte"
    }

    public var id: ID<Echeance>
    public var usager: ID<Usager>
    public var dossier: ID<Dossier>
    public var kind: Kind
    public var window: DueWindow
    /// Something is lost when the date passes.
    public var hasLoss: Bool
    public var status: Status
    public var snoozedUntil: Day?
    public var reason: String

    public init(
        id: ID<Echeance>, usager: ID<Usager>, dossier: ID<Dossier>, kind: Kind, window: DueWindow, hasLoss: Bool,
        status: Status, snoozedUntil: Day?, reason: String
    ) {
        self.id = id
        self.usager = usager
        self.dossier = dossier
        self.kind = kind
        self.window = window
        self.hasLoss = hasLoss
        self.status = status
        self.snoozedUntil = snoozedUntil
        self.reason = reason
    }
}

extension Echeance.Kind {
    /// The code stored in the database; holds ids of the definition only.
    public var code: String {
        switch self {
        case .deadline(let id): "echeance:\(id)"
        case .appeal(let id): "recours:\(id)"
        case .answer: "reponse"
        case .silence: "silence"
        case .nextStep: "suite"
        }
    }

    public init?(code: String) {
        let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("echeance", 2): self = .deadline(parts[1])
        case ("recours", 2): self = .appeal(parts[1])
        case ("reponse", 1): self = .answer
        case ("silence", 1): self = .silence
        case ("suite", 1): self = .nextStep
        default: return nil
        }
    }
}

extension Echeance {
    public enum Refusal: Error, Hashable, Sendable {
        case snoozeInPast
        /// The thing would be lost before the new date.
        case snoozeBeyondLoss(Day)
        case reasonMissing
        case alreadyDone
    }

    /// Decides a snooze: with a reason, not beyond the day on which something is lost.
    public func checkSnooze(until day: Day, reason: String, today: Day) throws(Refusal) {
        if status == .done { throw .alreadyDone }
        if day <= today { throw .snoozeInPast }
        if hasLoss, window.due >= today, day > window.due { throw .snoozeBeyondLoss(window.due) }
        if reason.trimmed.isEmpty { throw .reasonMissing }
    }
}
