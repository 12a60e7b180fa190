/// Words by which people look for a procedure.
public struct SearchWords: Codable, Hashable, Sendable {
    /// Official, former and colloquial names, acronyms.
    public var names: [String]
    /// Sentences as people say them.
    public var phrases: [String]

    public init(names: [String] = [], phrases: [String] = []) {
        self.names = names
        self.phrases = phrases
    }
}

/// What is lost when nothing is done, and how fast.
public struct Urgency: Codable, Hashable, Sendable {
    public enum Degree: String, Codable, CaseIterable, Sendable, Comparable {
        case normal = "normale"
        case soon = "rapide"
        case immediate = "immediate"

        public static func < (a: Degree, b: Degree) -> Bool {
            allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
        }
    }

    public var degree: Degree
    /// What is lost, as a sentence; nil when nothing is lost by waiting.
    public var loss: Statement?

    public init(degree: Degree = .normal, loss: Statement? = nil) {
        self.degree = degree
        self.loss = loss
    }
}

/// What the procedure demands of the person; compared with the obstacles noted at the desk.
public enum Need: String, Codable, CaseIterable, Sendable {
    case device = "appareil"
    case connection = "connexion"
    case mailbox = "mail"
    case mobile = "mobile"
    case bankAccount = "compte_bancaire"
    case reading = "lecture"
    case french = "francais"
    case franceConnect = "franceconnect"
    case scan = "numerisation"
}

/// Whether a professional may do it in the place of the person.
public struct StandIn: Codable, Hashable, Sendable {
    public enum Rule: String, Codable, CaseIterable, Sendable {
        /// With a written mandate.
        case mandate = "avec_mandat"
        /// No mandate needed (a phone call, a paper, a guide).
        case free = "libre"
        /// Never: the person must act or sign in person.
        case forbidden = "interdit"
    }

    public var rule: Rule
    /// Why, in plain words.
    public var reason: String

    public init(rule: Rule = .mandate, reason: String = "") {
        self.rule = rule
        self.reason = reason
    }
}

public struct Identification: Codable, Hashable, Sendable {
    /// The means, e.g. "Numéro de Sécurité sociale, mot de passe et code à 6 chiffres".
    public var means: String
    public var detail: Statement

    public init(means: String, detail: Statement) {
        self.means = means
        self.detail = detail
    }
}
