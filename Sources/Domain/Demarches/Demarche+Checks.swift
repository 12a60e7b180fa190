public enum Severity: String, Codable, CaseIterable, Sendable {
    /// The request would be rejected or wrong.
    case blocking = "bloquant"
    /// To look at before filing.
    case warning = "attention"
}

/// A known cause of rejection: when `condition` is true, the explanation is shown before filing.
public struct Check: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    public var severity: Severity
    public var condition: Condition
    /// The question or field at fault (shown there too).
    public var target: String?
    /// Why it would be rejected.
    public var reason: Statement
    /// What to do.
    public var remedy: String

    public init(id: String, severity: Severity, condition: Condition, target: String? = nil, reason: Statement, remedy: String) {
        self.id = id
        self.severity = severity
        self.condition = condition
        self.target = target
        self.reason = reason
        self.remedy = remedy
    }
}

/// A supporting paper of the procedure, for those it applies to.
public struct RequiredPiece: Codable, Hashable, Sendable {
    /// A code of `pieces/`.
    public var piece: String
    public var condition: Condition?
    /// When it is asked for, in words: "si le salaire affiché est faux".
    public var when: Statement
    public var required: Bool
    /// The paper must be at most this old on the day of filing.
    public var maximumAge: Delay?
    public var precision: String

    public init(
        piece: String, condition: Condition? = nil, when: Statement, required: Bool = true,
        maximumAge: Delay? = nil, precision: String = ""
    ) {
        self.piece = piece
        self.condition = condition
        self.when = when
        self.required = required
        self.maximumAge = maximumAge
        self.precision = precision
    }
}
