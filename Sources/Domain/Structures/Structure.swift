/// An organisation that helps people: a CCAS, a social centre, a France services house, an association.
public struct Structure: Sendable {
    public let id: ID<Structure>
    public var name: String
    public var phone: String
    public var address: String
    public var settings: StructureSettings
    public var version: Int

    public init(
        id: ID<Structure>, name: String, phone: String, address: String, settings: StructureSettings, version: Int
    ) {
        self.id = id
        self.name = name
        self.phone = phone
        self.address = address
        self.settings = settings
        self.version = version
    }
}

/// What a structure chose. The default is the minimum: least data, shortest sessions.
public struct StructureSettings: Codable, Hashable, Sendable {
    /// Blocks of facts shown in a file (`blocs` of `faits.yaml`); nil: those that the catalogue turns on.
    public var blocks: [String]?
    /// Roles that may read and write the facts of sensitivity `particuliere` (NIR, health). Empty by default.
    public var specialRoles: [Role]
    /// Minutes without action before a session ends (at most 30; 10 on a shared desk).
    public var idleMinutes: Int

    public init(blocks: [String]? = nil, specialRoles: [Role] = [], idleMinutes: Int = 30) {
        self.blocks = blocks
        self.specialRoles = specialRoles
        self.idleMinutes = idleMinutes
    }

    public static let idleChoices = [10, 20, 30]
}

/// A professional who has an account.
public struct Aidant: Sendable {
    public let id: ID<Aidant>
    public let structure: ID<Structure>
    public var firstName: String
    public var lastName: String
    public var email: String
    public var role: Role
    public var isActive: Bool
    public var absence: Absence?
    public var version: Int

    public init(
        id: ID<Aidant>, structure: ID<Structure>, firstName: String, lastName: String, email: String, role: Role,
        isActive: Bool, absence: Absence?, version: Int
    ) {
        self.id = id
        self.structure = structure
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.role = role
        self.isActive = isActive
        self.absence = absence
        self.version = version
    }

    public var fullName: String { "\(firstName) \(lastName)".trimmed }
}

/// Days during which colleagues take over.
public struct Absence: Codable, Hashable, Sendable {
    public var from: Day
    public var through: Day

    public init(from: Day, through: Day) {
        self.from = from
        self.through = through
    }

    public func covers(_ day: Day) -> Bool { from <= day && day <= through }
}

extension String {
    /// Without white space at both ends.
    public var trimmed: String {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }
}
