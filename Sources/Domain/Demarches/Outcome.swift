/// A length of time; working days skip Saturdays, Sundays and French public holidays.
public struct Delay: Codable, Hashable, Sendable {
    public var years: Int
    public var months: Int
    public var days: Int
    public var workingDays: Int

    public init(years: Int = 0, months: Int = 0, days: Int = 0, workingDays: Int = 0) {
        self.years = years
        self.months = months
        self.days = days
        self.workingDays = workingDays
    }
}

public struct Processing: Codable, Hashable, Sendable {
    public var text: Statement
    /// Machine-readable length: gives the expected answer date after a filing.
    public var delay: Delay?

    public init(text: Statement, delay: Delay? = nil) {
        self.text = text
        self.delay = delay
    }
}

/// What the absence of an answer means.
public struct Silence: Codable, Hashable, Sendable {
    public enum Meaning: String, Codable, CaseIterable, Sendable {
        case refusal = "rejet"
        case acceptance = "accord"
        case suspension
        case nothing = "rien"
    }

    public var text: Statement
    public var meaning: Meaning
    /// After how long without an answer.
    public var after: Delay?

    public init(text: Statement, meaning: Meaning, after: Delay? = nil) {
        self.text = text
        self.meaning = meaning
        self.after = after
    }
}

public struct Appeal: Codable, Hashable, Sendable, Identifiable {
    public enum Start: String, Codable, CaseIterable, Sendable {
        case decision
        case silence
        case any = "libre"
    }

    public var id: String
    /// "Recours amiable", "Médiateur", "Tribunal administratif", "Défenseur des droits".
    public var level: String
    public var way: Statement
    /// The time limit in words.
    public var limit: String
    public var delay: Delay?
    public var start: Start

    public init(id: String, level: String, way: Statement, limit: String, delay: Delay? = nil, start: Start = .decision)
    {
        self.id = id
        self.level = level
        self.way = way
        self.limit = limit
        self.delay = delay
        self.start = start
    }
}

/// Other ways than the web: everybody has the right to one.
public struct Alternatives: Codable, Hashable, Sendable {
    public struct Form: Codable, Hashable, Sendable {
        public var number: String
        public var title: Statement
        public init(number: String, title: Statement) {
            self.number = number
            self.title = title
        }
    }

    public struct Phone: Codable, Hashable, Sendable {
        public var number: String
        public var service: Statement
        public init(number: String, service: Statement) {
            self.number = number
            self.service = service
        }
    }

    public var forms: [Form]
    public var phones: [Phone]
    public var counters: [Statement]
    public var letters: [Statement]

    public init(forms: [Form] = [], phones: [Phone] = [], counters: [Statement] = [], letters: [Statement] = []) {
        self.forms = forms
        self.phones = phones
        self.counters = counters
        self.letters = letters
    }
}

/// What the professional may do, may not do, and their own access.
public struct WorkerRules: Codable, Hashable, Sendable {
    public var may: [Statement]
    public var mayNot: [Statement]
    public var access: [Statement]

    public init(may: [Statement] = [], mayNot: [Statement] = [], access: [Statement] = []) {
        self.may = may
        self.mayNot = mayNot
        self.access = access
    }
}

public struct Amount: Codable, Hashable, Sendable {
    public var label: String
    public var value: Statement
    public var effective: String

    public init(label: String, value: Statement, effective: String) {
        self.label = label
        self.value = value
        self.effective = effective
    }
}

/// The same procedure in the vocabularies of the reports.
public struct Mapping: Codable, Hashable, Sendable {
    /// Codes of the Coop's 11 administrative themes.
    public var coop: [String]
    /// Codes of the 10 families of Aidants Connect.
    public var aidantsConnect: [String]

    public init(coop: [String] = [], aidantsConnect: [String] = []) {
        self.coop = coop
        self.aidantsConnect = aidantsConnect
    }
}
