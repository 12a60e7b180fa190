/// One procedure of the catalogue: defined once in `catalogue/demarches/<id>.yaml`, everything follows from it.
///
/// Codable so that a dossier keeps the very definition that it was opened with.
public struct Demarche: Codable, Hashable, Sendable, Identifiable {
    public enum Level: String, Codable, CaseIterable, Sendable {
        /// Written in full: screens, papers, checks.
        case full = "complet"
        /// A guide only: purpose, platform, alternatives. Marked as such on the screen.
        case guide
    }

    public var id: String
    public var version: Int
    public var level: Level
    public var title: String
    /// What it is for, in plain words: one short paragraph.
    public var purpose: String
    /// A code of `vocabulaires/categories.yaml`.
    public var category: String
    /// A code of `organismes/`.
    public var organisme: String
    /// The online service, e.g. "caf.fr, Mon Compte", and its address (https).
    public var platform: String
    public var address: String?
    public var checkedOn: Day

    public var search: SearchWords
    public var urgency: Urgency
    public var needs: [Need]
    public var standIn: StandIn

    public var audience: [Statement]
    public var rules: [Statement]
    public var identification: [Identification]
    public var prerequisites: [Statement]
    /// What the person can do without help.
    public var alone: [Statement]
    public var questions: [Question]
    public var screens: [Screen]
    public var checks: [Check]
    public var pieces: [RequiredPiece]
    public var steps: [Step]
    public var failures: [Failure]
    public var deadlines: [Deadline]
    public var processing: [Processing]
    public var silence: [Silence]
    public var appeals: [Appeal]
    public var alternatives: Alternatives
    public var worker: WorkerRules
    public var amounts: [Amount]
    public var related: [String]
    public var mapping: Mapping
    public var exercises: [String]
    /// Keys of `sources.yaml` cited anywhere in the file.
    public var sources: [String]

    public init(
        id: String, version: Int, level: Level, title: String, purpose: String, category: String,
        organisme: String, platform: String, address: String?, checkedOn: Day,
        search: SearchWords = .init(), urgency: Urgency = .init(), needs: [Need] = [], standIn: StandIn = .init(),
        audience: [Statement] = [], rules: [Statement] = [], identification: [Identification] = [],
        prerequisites: [Statement] = [], alone: [Statement] = [], questions: [Question] = [],
        screens: [Screen] = [], checks: [Check] = [], pieces: [RequiredPiece] = [], steps: [Step] = [],
        failures: [Failure] = [], deadlines: [Deadline] = [], processing: [Processing] = [],
        silence: [Silence] = [], appeals: [Appeal] = [], alternatives: Alternatives = .init(),
        worker: WorkerRules = .init(), amounts: [Amount] = [], related: [String] = [],
        mapping: Mapping = .init(), exercises: [String] = [], sources: [String] = []
    ) {
        self.id = id
        self.version = version
        self.level = level
        self.title = title
        self.purpose = purpose
        self.category = category
        self.organisme = organisme
        self.platform = platform
        self.address = address
        self.checkedOn = checkedOn
        self.search = search
        self.urgency = urgency
        self.needs = needs
        self.standIn = standIn
        self.audience = audience
        self.rules = rules
        self.identification = identification
        self.prerequisites = prerequisites
        self.alone = alone
        self.questions = questions
        self.screens = screens
        self.checks = checks
        self.pieces = pieces
        self.steps = steps
        self.failures = failures
        self.deadlines = deadlines
        self.processing = processing
        self.silence = silence
        self.appeals = appeals
        self.alternatives = alternatives
        self.worker = worker
        self.amounts = amounts
        self.related = related
        self.mapping = mapping
        self.exercises = exercises
        self.sources = sources
    }
}

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
