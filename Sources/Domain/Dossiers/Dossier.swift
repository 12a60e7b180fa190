/// One procedure being carried out for one person.
public struct Dossier: Sendable, Identifiable {
    public enum State: String, Codable, CaseIterable, Sendable {
        case preparing = "preparation"
        case filed = "depose"
        /// The body asked for more papers after the filing.
        case piecesRequested = "pieces_demandees"
        /// The body said yes; not yet paid or received.
        case granted = "accorde"
        /// Paid, received, access restored: the need is met.
        case obtained = "obtenu"
        case refused = "refuse"
        case appealing = "recours"
        /// The filing could not be finished; where it stopped is kept.
        case stopped = "bloque"
        case abandoned = "abandonne"

        public var isClosed: Bool { self == .obtained || self == .abandoned }
        public var isFiled: Bool { self != .preparing && self != .stopped && self != .abandoned }
    }

    public let id: ID<Dossier>
    public let structure: ID<Structure>
    public let usager: ID<Usager>
    public let demarche: String
    public let definition: DefinitionRef
    public var state: State
    public var way: Way
    public var openedAt: Moment
    public var openedBy: ID<Aidant>
    /// The colleague who follows it.
    public var follower: ID<Aidant>
    public var nextStep: NextStep?
    public var filedOn: Day?
    public var expectedOn: Day?
    public var decidedOn: Day?
    public var outcome: Outcome?
    public var stop: Stop?
    /// Answers by question or field id, for those not bound to a fact of the person.
    public var answers: [String: String]
    public var reception: Reception?
    public var note: String
    public var version: Int

    public init(
        id: ID<Dossier>, structure: ID<Structure>, usager: ID<Usager>, demarche: String, definition: DefinitionRef,
        state: State, way: Way, openedAt: Moment, openedBy: ID<Aidant>, follower: ID<Aidant>, nextStep: NextStep? = nil,
        filedOn: Day? = nil, expectedOn: Day? = nil, decidedOn: Day? = nil, outcome: Outcome? = nil, stop: Stop? = nil,
        answers: [String: String] = [:], reception: Reception? = nil, note: String = "", version: Int = 1
    ) {
        self.id = id
        self.structure = structure
        self.usager = usager
        self.demarche = demarche
        self.definition = definition
        self.state = state
        self.way = way
        self.openedAt = openedAt
        self.openedBy = openedBy
        self.follower = follower
        self.nextStep = nextStep
        self.filedOn = filedOn
        self.expectedOn = expectedOn
        self.decidedOn = decidedOn
        self.outcome = outcome
        self.stop = stop
        self.answers = answers
        self.reception = reception
        self.note = note
        self.version = version
    }

    /// Who must act next, and by when.
    public struct NextStep: Codable, Hashable, Sendable {
        public var owner: Actor
        public var day: Day?
        public var what: String

        public init(owner: Actor, day: Day?, what: String) {
            self.owner = owner
            self.day = day
            self.what = what
        }
    }

    /// Where the request stopped when it failed: a screen and a field of the definition.
    public struct Stop: Codable, Hashable, Sendable {
        public var screen: String?
        public var field: String?
        public var why: String

        public init(screen: String?, field: String?, why: String) {
            self.screen = screen
            self.field = field
            self.why = why
        }
    }

    public struct Outcome: Codable, Hashable, Sendable {
        public var reason: Reason?
        public var detail: String

        public init(reason: Reason?, detail: String) {
            self.reason = reason
            self.detail = detail
        }
    }

    /// Why a request was refused or given up.
    public enum Reason: String, Codable, CaseIterable, Sendable {
        case notEligible = "conditions"
        case missingPieces = "pieces"
        case late = "hors_delai"
        case error = "erreur"
        case noAnswer = "sans_reponse"
        case personRenounced = "renoncement"
        case personUnreachable = "injoignable"
        case alreadyDone = "deja_fait"
        case platformDown = "panne"
        case accessLost = "acces_perdu"
        case other = "autre"
    }
}

/// Which frozen definition a dossier was opened with.
public struct DefinitionRef: Codable, Hashable, Sendable {
    public var version: Int
    /// Fingerprint of the definition, in hexadecimal.
    public var fingerprint: String

    public init(version: Int, fingerprint: String) {
        self.version = version
        self.fingerprint = fingerprint
    }
}

/// What was understood at the desk when the dossier was opened.
public struct Reception: Codable, Hashable, Sendable {
    public var words: String
    public var urgency: ReceptionUrgency
    public var obstacles: [Obstacle]
    public var alone: [AloneSkill]
    public var proposed: Way?
    /// Why the agent chose otherwise; empty when they followed the proposal.
    public var whyOtherwise: String

    public init(
        words: String, urgency: ReceptionUrgency, obstacles: [Obstacle], alone: [AloneSkill], proposed: Way?,
        whyOtherwise: String
    ) {
        self.words = words
        self.urgency = urgency
        self.obstacles = obstacles
        self.alone = alone
        self.proposed = proposed
        self.whyOtherwise = whyOtherwise
    }
}
