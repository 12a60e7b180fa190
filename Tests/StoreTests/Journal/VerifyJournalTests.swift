import Database
import Domain
import Store
import Testing
import World

@Suite struct `Verifying the journal` {
    enum Damage: String, CaseIterable, Sendable, CustomTestStringConvertible {
        case detail, moment, author, object, session, code, removed, inserted, swapped, truncated, headMoved, emptied
        var testDescription: String { rawValue }
    }

    /// Damages the chain of the CCAS at a place, and says what must be found there.
    private func damage(_ kind: Damage, at place: Int64, last: Int64, _ structure: String, _ engine: any Engine)
        async throws
        -> JournalReport.Fault
    {
        switch kind {
        case .detail:
            try await engine.execute(
                "UPDATE journal SET detail = detail || 'x' WHERE structure_id = \(structure) AND sequence = \(place)")
        case .moment:
            try await engine.execute(
                "UPDATE journal SET at = at + 1 WHERE structure_id = \(structure) AND sequence = \(place)")
        case .author:
            try await engine.execute(
                "UPDATE journal SET aidant_id = 'x' WHERE structure_id = \(structure) AND sequence = \(place)")
        case .object:
            try await engine.execute(
                "UPDATE journal SET object_id = 'x' WHERE structure_id = \(structure) AND sequence = \(place)")
        case .session:
            try await engine.execute(
                "UPDATE journal SET session = 'x' WHERE structure_id = \(structure) AND sequence = \(place)")
        case .code:
            let mac = [UInt8](repeating: 7, count: 32)
            try await engine.execute(
                "UPDATE journal SET mac = \(mac) WHERE structure_id = \(structure) AND sequence = \(place)")
        case .removed:
            try await engine.execute("DELETE FROM journal WHERE structure_id = \(structure) AND sequence = \(place)")
            return place == last ? .head(expected: last, found: last - 1) : .gap(after: place - 1)
        case .inserted:
            try await engine.write { db in
                for number in stride(from: last, to: place, by: -1) {
                    try db.execute(
                        "UPDATE journal SET sequence = \(number + 1) WHERE structure_id = \(structure) AND sequence = \(number)"
                    )
                }
                try db.execute(
                    """
                    INSERT INTO journal (structure_id, sequence, at, aidant_id, session, action, object_kind, object_id,
                        usager_id, detail, mac)
                    SELECT structure_id, \(place + 1), at, aidant_id, session, action, object_kind, object_id, usager_id,
                        detail, mac FROM journal WHERE structure_id = \(structure) AND sequence = \(place)
                    """)
            }
            return .broken(sequence: place + 1)
        case .swapped:
            let other = place == last ? place - 1 : place + 1
            try await engine.write { db in
                for (from, to) in [(place, -1), (other, place), (-1, other)] {
                    try db.execute(
                        "UPDATE journal SET sequence = \(to) WHERE structure_id = \(structure) AND sequence = \(from)")
                }
            }
            return .broken(sequence: min(place, other))
        case .truncated:
            try await engine.execute("DELETE FROM journal WHERE structure_id = \(structure) AND sequence >= \(place)")
            return .head(expected: last, found: place - 1)
        case .headMoved:
            try await engine.write { db in
                try db.execute("DELETE FROM journal WHERE structure_id = \(structure) AND sequence > \(place - 1)")
                try db.execute(
                    """
                    UPDATE journal_heads SET sequence = \(place - 1),
                        mac = (SELECT mac FROM journal WHERE structure_id = \(structure) AND sequence = \(place - 1))
                    WHERE structure_id = \(structure)
                    """)
            }
            return .head(expected: place - 1, found: place - 1)
        case .emptied:
            try await engine.write { db in
                try db.execute("DELETE FROM journal WHERE structure_id = \(structure)")
                try db.execute("DELETE FROM journal_heads WHERE structure_id = \(structure)")
            }
            return .head(expected: 1, found: 0)
        }
        return .broken(sequence: place)
    }

    @Test(arguments: EngineKind.all)
    func `finds every kind of damage at random places and names the first bad line`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let structure = house.built.ccas.raw
            let last = Int64(
                try await house.engine.count("SELECT MAX(sequence) AS n FROM journal WHERE structure_id = \(structure)")
            )
            #expect(last > 20)
            var random = SeededGenerator(seed: 20_261_121)
            for damage in Damage.allCases {
                for _ in 0..<(damage == .emptied ? 1 : 6) {
                    let place = Int64.random(in: 2...last, using: &random)
                    try await house.engine.script(Self.save)
                    let expected = try await self.damage(damage, at: place, last: last, structure, house.engine)
                    let reports = try await house.store.verifyJournal()
                    let report = try #require(reports.first { $0.structure == structure })
                    #expect(report.fault == expected, "\(damage.rawValue) at \(place) of \(last)")
                    let other = try #require(reports.first { $0.structure != structure })
                    #expect(other.fault == nil)
                    try await house.engine.script(Self.restore)
                    #expect(try await house.store.journalHolds())
                }
            }
        }
    }

    private static let save = """
        CREATE TABLE kept_journal AS SELECT * FROM journal;
        CREATE TABLE kept_heads AS SELECT * FROM journal_heads;
        """
    private static let restore = """
        DELETE FROM journal; INSERT INTO journal SELECT * FROM kept_journal;
        DELETE FROM journal_heads; INSERT INTO journal_heads SELECT * FROM kept_heads;
        DROP TABLE kept_journal; DROP TABLE kept_heads;
        """

    @Test(arguments: EngineKind.all)
    func `raises no false alarm while colleagues work`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for _ in 0..<60 {
                        _ = try await house.store.readUsager(house.access(Cast.ines), id: house.usager("petit"))
                    }
                }
                group.addTask {
                    for _ in 0..<20 {
                        let isWhole = try await house.store.journalHolds()
                        #expect(isWhole)
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}

/// The same numbers in each run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
