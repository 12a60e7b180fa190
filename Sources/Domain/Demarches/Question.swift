/// A closed question whose answer decides papers, screens and checks.
public struct Question: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    public var label: String
    public var help: String
    public var type: ValueType
    public var options: [Option]
    /// The fact of the person that the answer is; nil when it belongs to this dossier only.
    public var fact: String?
    public var condition: Condition?
    public var required: Bool

    public init(
        id: String, label: String, help: String = "", type: ValueType, options: [Option] = [],
        fact: String? = nil, condition: Condition? = nil, required: Bool = true
    ) {
        self.id = id
        self.label = label
        self.help = help
        self.type = type
        self.options = options
        self.fact = fact
        self.condition = condition
        self.required = required
    }
}

public struct Option: Codable, Hashable, Sendable {
    public var code: String
    public var label: String

    public init(code: String, label: String) {
        self.code = code
        self.label = label
    }
}

/// One screen of the platform, in its own order.
public struct Screen: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    public var title: String
    public var note: Statement?
    public var condition: Condition?
    public var fields: [Field]

    public init(id: String, title: String, note: Statement? = nil, condition: Condition? = nil, fields: [Field]) {
        self.id = id
        self.title = title
        self.note = note
        self.condition = condition
        self.fields = fields
    }
}

/// One field of a screen. Ids are unique in the procedure, questions included.
public struct Field: Codable, Hashable, Sendable, Identifiable {
    public enum Requirement: Codable, Hashable, Sendable {
        case always
        case never
        case when(Condition)
    }

    public var id: String
    /// As the platform words it; `{mois}` stands for the month given by `monthOffset`.
    public var label: String
    public var help: String
    public var type: ValueType
    public var options: [Option]
    public var fact: String?
    public var requirement: Requirement
    public var condition: Condition?
    /// Months before (negative) the month in which the dossier was opened; for fields that ask for a given month.
    public var monthOffset: Int?
    /// For a `file` field: the paper to attach.
    public var piece: String?

    public init(
        id: String, label: String, help: String = "", type: ValueType, options: [Option] = [], fact: String? = nil,
        requirement: Requirement = .always, condition: Condition? = nil, monthOffset: Int? = nil, piece: String? = nil
    ) {
        self.id = id
        self.label = label
        self.help = help
        self.type = type
        self.options = options
        self.fact = fact
        self.requirement = requirement
        self.condition = condition
        self.monthOffset = monthOffset
        self.piece = piece
    }
}

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

    public init(
        id: String, severity: Severity, condition: Condition, target: String? = nil, reason: Statement, remedy: String
    ) {
        self.id = id
        self.severity = severity
        self.condition = condition
        self.target = target
        self.reason = reason
        self.remedy = remedy
    }
}
