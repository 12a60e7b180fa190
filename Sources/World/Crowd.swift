import Domain
import Store

/// Many invented people and dossiers in one structure, to measure with: the same for the same numbers.
public struct Crowd: Sendable {
    let store: Store
    let definitions: Definitions
    let structure: ID<Structure>
    let now: Moment
    /// Colleagues who follow them, in turn.
    let aidants: [ID<Aidant>]

    public init(
        store: Store, definitions: Definitions, structure: ID<Structure>, aidants: [ID<Aidant>], now: Moment
    ) {
        self.store = store
        self.definitions = definitions
        self.structure = structure
        self.aidants = aidants
        self.now = now
    }

    /// Writes `people` persons with three dossiers each on average, by batches that share their flush to disk.
    public func load(people: Int, dossiersEach: Int, progress: @escaping @Sendable (Int) -> Void) async throws {
        let batch = 64
        for start in stride(from: 0, to: people, by: batch) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in start..<min(start + batch, people) {
                    group.addTask { try await person(index, dossiers: dossiersEach) }
                }
                try await group.waitForAll()
            }
            progress(min(start + batch, people))
        }
    }

    private func person(_ index: Int, dossiers: Int) async throws {
        var chance = Chance(seed: UInt64(index) &+ 1)
        let access = Access(
            aidant: aidants[index % aidants.count], structure: structure, role: .socialWorker, session: "foule",
            now: now.adding(minutes: -chance.below(60 * 24 * 300)), settings: StructureSettings())
        let id = try await store.createUsager(access, form: FormKey("foule-\(index)"), facts: facts(index, &chance))
        for number in 0..<dossiers {
            guard let demarche = definitions.demarche(Self.demarches[chance.below(Self.demarches.count)]) else {
                continue
            }
            _ = try await store.openDossier(
                access, form: FormKey("foule-\(index)-\(number)"), person: .known(id),
                NewDossier(demarche: demarche, way: .together, reception: nil, minutes: 5 + chance.below(40)))
        }
    }

    private func facts(_ index: Int, _ chance: inout Chance) -> [String: String] {
        let first = Self.firstNames[chance.below(Self.firstNames.count)]
        let last = Self.lastNames[chance.below(Self.lastNames.count)]
        let tail = Self.tails[chance.below(Self.tails.count)]
        let day = Day(1935 + chance.below(70), 1 + chance.below(12), 1 + chance.below(28))
        let digits = String(10_000_000 + chance.below(89_999_999))
        return [
            FactID.firstName: first, FactID.usualName: last + tail, FactID.phone: "06\(digits)",
            FactID.birthDate: day?.description ?? "", "numero_caf": String(1_000_000 + index),
        ]
    }

    private static let demarches = [
        "caf-declaration-trimestrielle", "rsa-demande", "france-travail-actualisation", "c2s-demande",
        "energie-impayes",
        "aide-logement-demande",
    ]
    private static let firstNames = [
        "Amina", "Jean", "Fatou", "Lucas", "Chloé", "Mehdi", "Ginette", "Thị Mai", "Oleksandr", "Inès", "Marcel",
        "Aïcha",
        "José", "Zoé", "Bakary", "Élodie", "Ahmed", "Nathalie", "Kévin", "Yvette",
    ]
    private static let lastNames = [
        "Martin", "Bernard", "Diallo", "Nguyễn", "Lefèvre", "Garcia", "Petit", "Benali", "Traoré", "Moreau", "Żółt",
        "Girard", "Haddad", "Roussel", "Cœur", "Da Silva", "Faure", "Kaya", "Mercier", "Blanc",
    ]
    private static let tails = [
        "", "eau", "ier", "ot", "in", "et", "ard", "on", "elle", "as", "y", "i", "o", "ou", "er",
    ]
}

/// A small repeatable generator (SplitMix64).
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(limit))
    }
}
