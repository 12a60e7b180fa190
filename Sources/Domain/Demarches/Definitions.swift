/// Everything that the catalogue folder says, loaded and checked.
public struct Definitions: Sendable {
    public var demarches: [Demarche]
    public var organismes: [Organisme]
    public var pieces: [Piece]
    public var facts: [FactDefinition]
    public var blocks: [FactBlock]
    public var categories: [Option]
    public var coopThemes: [Option]
    public var aidantsConnectFamilies: [Option]
    public var sources: [Source]
    public var lexicon: Lexicon

    private let demarcheIndex: [String: Int]
    private let organismeIndex: [String: Int]
    private let pieceIndex: [String: Int]
    private let factIndex: [String: Int]
    private let sourceIndex: [String: Int]

    public init(
        demarches: [Demarche], organismes: [Organisme] = [], pieces: [Piece] = [], facts: [FactDefinition] = [],
        blocks: [FactBlock] = [], categories: [Option] = [], coopThemes: [Option] = [],
        aidantsConnectFamilies: [Option] = [], sources: [Source] = [], lexicon: Lexicon = .init()
    ) {
        func index<T>(_ items: [T], _ key: (T) -> String) -> [String: Int] {
            Dictionary(items.enumerated().map { (key($1), $0) }, uniquingKeysWith: { first, _ in first })
        }
        self.demarches = demarches
        self.organismes = organismes
        self.pieces = pieces
        self.facts = facts
        self.blocks = blocks
        self.categories = categories
        self.coopThemes = coopThemes
        self.aidantsConnectFamilies = aidantsConnectFamilies
        self.sources = sources
        self.lexicon = lexicon
        demarcheIndex = index(demarches) { $0.id }
        organismeIndex = index(organismes) { $0.id }
        pieceIndex = index(pieces) { $0.id }
        factIndex = index(facts) { $0.id }
        sourceIndex = index(sources) { $0.id }
    }

    public func demarche(_ id: String) -> Demarche? { demarcheIndex[id].map { demarches[$0] } }
    public func organisme(_ id: String) -> Organisme? { organismeIndex[id].map { organismes[$0] } }
    public func piece(_ id: String) -> Piece? { pieceIndex[id].map { pieces[$0] } }
    public func fact(_ id: String) -> FactDefinition? { factIndex[id].map { facts[$0] } }
    public func source(_ id: String) -> Source? { sourceIndex[id].map { sources[$0] } }
}

/// A public body or company, with its online services: `catalogue/organismes/<id>.yaml`.
public struct Organisme: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    public var name: String
    public var shortName: String
    /// Former and other names, for search ("Pôle emploi", "Assedic").
    public var otherNames: [String]
    public var purpose: String
    public var platforms: [Platform]
    public var mediator: Statement?
    public var notes: [Statement]

    public struct Platform: Codable, Hashable, Sendable, Identifiable {
        public var id: String
        public var name: String
        public var address: String?
        public var otherNames: [String]
        /// Public, professional, or both.
        public var audience: Statement
        public var signIn: Statement
        /// How professionals reach the operator.
        public var professionalContact: Statement?

        public init(
            id: String, name: String, address: String?, otherNames: [String], audience: Statement, signIn: Statement,
            professionalContact: Statement?
        ) {
            self.id = id
            self.name = name
            self.address = address
            self.otherNames = otherNames
            self.audience = audience
            self.signIn = signIn
            self.professionalContact = professionalContact
        }
    }

    public init(
        id: String, name: String, shortName: String, otherNames: [String] = [], purpose: String,
        platforms: [Platform] = [], mediator: Statement? = nil, notes: [Statement] = []
    ) {
        self.id = id
        self.name = name
        self.shortName = shortName
        self.otherNames = otherNames
        self.purpose = purpose
        self.platforms = platforms
        self.mediator = mediator
        self.notes = notes
    }
}

/// A kind of supporting paper, shared by procedures: `catalogue/pieces/*.yaml`.
public struct Piece: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    public var label: String
    /// Where to get it, what it must show.
    public var help: String
    /// A theme of Mon Suivi Social (`budget`, `emploi`, `impot`, `justice`, `logement`, `domicile`, `prestations`, `retraite`, `sante`, `identite`).
    public var theme: String

    public init(id: String, label: String, help: String, theme: String) {
        self.id = id
        self.label = label
        self.help = help
        self.theme = theme
    }
}

/// A fact about a person, typed once for all procedures: `catalogue/vocabulaires/faits.yaml`.
public struct FactDefinition: Codable, Hashable, Sendable, Identifiable {
    public enum Sensitivity: String, Codable, CaseIterable, Sendable {
        /// General information: every role of the structure that sees the person.
        case general = "generale"
        /// Reference numbers, income, family, housing: not for reception agents.
        case social = "sociale"
        /// NIR and health: off by default, opened by the structure role by role.
        case special = "particuliere"
    }

    public var id: String
    public var label: String
    public var help: String
    public var type: ValueType
    public var options: [Option]
    public var sensitivity: Sensitivity
    /// A code of `blocs` in the same file.
    public var block: String

    public init(
        id: String, label: String, help: String = "", type: ValueType, options: [Option] = [],
        sensitivity: Sensitivity, block: String
    ) {
        self.id = id
        self.label = label
        self.help = help
        self.type = type
        self.options = options
        self.sensitivity = sensitivity
        self.block = block
    }
}

/// A block of facts that a structure shows or not.
public struct FactBlock: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    public var label: String
    public var help: String
    public var onByDefault: Bool

    public init(id: String, label: String, help: String, onByDefault: Bool) {
        self.id = id
        self.label = label
        self.help = help
        self.onByDefault = onByDefault
    }
}

/// A page or document read when the catalogue was written.
public struct Source: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    public var title: String
    public var address: String
    /// The date that the page shows, as written ("2025-04-12", "vers 2017", "sans date").
    public var date: String
    public var confidence: Confidence

    public init(id: String, title: String, address: String, date: String, confidence: Confidence) {
        self.id = id
        self.title = title
        self.address = address
        self.date = date
        self.confidence = confidence
    }
}

/// Words that mean the same thing at the desk: `catalogue/vocabulaires/lexique.yaml`.
public struct Lexicon: Codable, Hashable, Sendable {
    /// Each group: words or short expressions that are searched as one another ("pole emploi", "assedic", "france travail").
    public var synonyms: [[String]]
    /// SMS or misspelt forms → the word meant ("jai" → "j'ai", "pb" → "problème").
    public var spellings: [String: String]
    /// Words that carry no need ("je", "voudrais", "bonjour").
    public var emptyWords: [String]
    /// Words too common to tell a need alone, that count inside an expression ("aide" in "aide au loyer").
    public var weakWords: [String]
    /// Words about something else than a need: they take from the confidence of every answer.
    public var otherWords: [String]
    /// A word or expression → what it suggests without being its synonym ("frigo" → "aide du CCAS").
    public var implied: [String: [String]]

    public init(
        synonyms: [[String]] = [], spellings: [String: String] = [:], emptyWords: [String] = [],
        weakWords: [String] = [], otherWords: [String] = [], implied: [String: [String]] = [:]
    ) {
        self.synonyms = synonyms
        self.spellings = spellings
        self.emptyWords = emptyWords
        self.weakWords = weakWords
        self.otherWords = otherWords
        self.implied = implied
    }
}
