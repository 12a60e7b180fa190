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

    public init(id: String, level: String, way: Statement, limit: String, delay: Delay? = nil, start: Start = .decision) {
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
