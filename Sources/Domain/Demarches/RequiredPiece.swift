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

public enum Actor: String, Codable, CaseIterable, Sendable {
    case person = "personne"
    case together = "ensemble"
    case worker = "aidant"
    case organisme
}

public struct Step: Codable, Hashable, Sendable {
    public var text: Statement
    public var actor: Actor
    public var screen: String?

    public init(text: Statement, actor: Actor, screen: String? = nil) {
        self.text = text
        self.actor = actor
        self.screen = screen
    }
}

public struct Failure: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    public var cause: Statement
    public var remedy: String
    public var screen: String?
    public var field: String?

    public init(id: String, cause: Statement, remedy: String, screen: String? = nil, field: String? = nil) {
        self.id = id
        self.cause = cause
        self.remedy = remedy
        self.screen = screen
        self.field = field
    }
}
