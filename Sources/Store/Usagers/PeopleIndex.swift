import Domain
import Foundation
import Synchronization

/// The names, phones and numbers of a structure's people, folded and held in memory only: never on disk.
///
/// One line of bytes per person in one buffer, so that a search is a scan of memory by the C library.
final class PeopleIndex: Sendable {
    struct Entry: Sendable {
        var id: ID<Usager>
        var name: UsagerName
        var birth: Day?
        var isArchived: Bool
        var keys: MatchKeys
        /// The folded name, by which lists are put in order.
        var order: String
        /// When the file last changed, as it was read.
        var updatedAt: Int64
        var range: Range<Int>
    }

    /// Fingerprints by which two files may be of the same person.
    struct MatchKeys: Sendable {
        var first: Int
        /// The name in use and the name at birth.
        var lasts: Pair
        var birth: Int
        var phones: Pair
        var email: Int

        /// Two fingerprints, 0 for none: in place, for there are many.
        struct Pair: Sendable {
            var one: Int
            var other: Int
        }
    }

    struct Table: Sendable {
        var entries: [Entry] = []
        var bytes: [UInt8] = []
        var position: [ID<Usager>: Int] = [:]
        /// Latest `updated_at` that was read.
        var syncedTo: Int64 = 0
        var isReady = false
    }

    private let tables = Mutex<[String: Table]>([:])
    private let fillings = Mutex<[String: Task<Void, any Error>]>([:])

    func syncedTo(_ structure: String) -> Int64 { tables.withLock { $0[structure]?.syncedTo ?? 0 } }
    func isReady(_ structure: String) -> Bool { tables.withLock { $0[structure]?.isReady ?? false } }
    func markReady(_ structure: String) { tables.withLock { $0[structure, default: Table()].isReady = true } }
    func count(_ structure: String) -> Int { tables.withLock { $0[structure]?.position.count ?? 0 } }

    /// Whether a file was read as it stands since that change.
    func holds(_ id: ID<Usager>, asOf updatedAt: Int64, structure: String) -> Bool {
        tables.withLock { tables in
            guard let table = tables[structure], let position = table.position[id] else { return false }
            return table.entries[position].updatedAt == updatedAt
        }
    }

    /// The first reading of a structure, made once however many ask for it; asked again after a failure, it starts again
    /// from what was read.
    func filling(_ structure: String, _ fill: @escaping @Sendable () async throws -> Void) -> Task<Void, any Error> {
        fillings.withLock { fillings in
            if let running = fillings[structure] { return running }
            let task = Task {
                defer { self.fillings.withLock { $0[structure] = nil } }
                try await fill()
            }
            fillings[structure] = task
            return task
        }
    }

    func withTable<T: Sendable>(_ structure: String, _ body: @Sendable (Table) -> T) -> T? {
        tables.withLock { tables in tables[structure].map(body) }
    }

    struct Record: Sendable {
        var id: ID<Usager>
        var facts: [String: String]
        var socialNumbers: [String]
        var isArchived: Bool
        var updatedAt: Int64
    }

    func put(_ records: [Record], structure: String) {
        let prepared = records.map { record in
            let names = FoldedNames(record.facts)
            return (Entry(record, names), PeopleIndex.text(record, names))
        }
        tables.withLock { tables in
            for (entry, text) in prepared { tables[structure, default: Table()].put(entry, text) }
        }
    }

    /// " prenom nom usage naissance repere |0612345678 …|numbers" in folded bytes; the first bar ends what every role searches.
    static func text(_ record: Record, _ names: FoldedNames) -> [UInt8] {
        let facts = record.facts
        let words = [names.first, names.usual, names.birth, names.label, names.email].filter { !$0.isEmpty }
        let numbers =
            [FactID.phone, FactID.phone2].compactMap { facts[$0] }.map(PhoneDigits.national)
            + [facts[FactID.internalNumber]].compactMap { $0 }.map(Folding.fold)
        let open = " " + words.joined(separator: " ") + " " + numbers.joined(separator: " ")
        let social = record.socialNumbers.map(Folding.fold).joined(separator: " ")
        return Array("\(open)|\(social)\n".utf8)
    }

    struct Hit: Sendable {
        var id: ID<Usager>
        var name: UsagerName
        var birth: Day?
        var isArchived: Bool
    }

    /// People whose line holds every word of the query, those with a word that begins so first.
    /// - Parameter within: only these people (a referent's own); nil for everybody.
    func search(
        _ query: String, structure: String, social: Bool, within: Set<ID<Usager>>?, limit: Int
    ) -> [Hit] {
        let words = PeopleQuery.words(query)
        guard !words.isEmpty else { return [] }
        return tables.withLock { tables in
            tables[structure]?.search(words, social: social, within: within, limit: limit) ?? []
        }
    }

    /// Files that may be of the same person: at least two of first name, last name, birth date, phone, e-mail agree.
    /// - Parameter within: only these people (a referent's own); nil for everybody.
    func similar(
        to facts: [String: String], structure: String, except: ID<Usager>?, within: Set<ID<Usager>>?, limit: Int
    ) -> [(hit: Hit, agreeing: Int)] {
        let keys = MatchKeys(facts, FoldedNames(facts))
        return tables.withLock { tables in
            guard let table = tables[structure] else { return [] }
            return table.position.values.compactMap { position -> (Hit, Int)? in
                let entry = table.entries[position]
                let score = entry.keys.agreeing(with: keys)
                guard score >= 2, entry.id != except, within?.contains(entry.id) ?? true else { return nil }
                return (Hit(entry), score)
            }.sorted { ($0.1, $1.0.id.raw) > ($1.1, $0.0.id.raw) }.prefix(limit).map { (hit: $0.0, agreeing: $0.1) }
        }
    }
}

extension PeopleIndex.Entry {
    /// The entry of a file, not yet in its place.
    init(_ record: PeopleIndex.Record, _ names: FoldedNames) {
        self.init(
            id: record.id, name: UsagerName(facts: record.facts),
            birth: record.facts[FactID.birthDate].flatMap(Day.init),
            isArchived: record.isArchived, keys: PeopleIndex.MatchKeys(record.facts, names),
            order: names.order, updatedAt: record.updatedAt, range: 0..<0)
    }
}

extension PeopleIndex.Hit {
    init(_ entry: PeopleIndex.Entry) {
        self.init(id: entry.id, name: entry.name, birth: entry.birth, isArchived: entry.isArchived)
    }
}

/// The names of a file, folded once for all that is made of them.
struct FoldedNames {
    let first: String
    let usual: String
    let birth: String
    let label: String
    let email: String

    init(_ facts: [String: String]) {
        func folded(_ fact: String) -> String { facts[fact].map(Folding.fold) ?? "" }
        first = folded(FactID.firstName)
        usual = folded(FactID.usualName)
        birth = folded(FactID.birthName)
        label = folded(FactID.label)
        email = folded(FactID.email)
    }

    /// Last name, first name, label: by which lists are put in order.
    var order: String {
        [usual.isEmpty ? birth : usual, first, label].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

enum PeopleQuery {
    /// The folded words of a query; digits typed in groups are joined ("06 12 34" → "061234").
    static func words(_ query: String) -> [[UInt8]] {
        let folded = Folding.fold(query)
        let digits = folded.filter { $0.isNumber }
        let others = folded.filter { !$0.isNumber && !" .-+()/".contains($0) }
        if digits.count >= 4, others.isEmpty { return [Array(PhoneDigits.national(String(digits)).utf8)] }
        return folded.split { $0 == " " || $0 == "," || $0 == "|" || $0 == "\n" }.prefix(8).map { Array($0.utf8) }
    }
}

enum PhoneDigits {
    /// Digits of a French number as dialled in France: "+33 6 12…" → "0612…".
    static func national(_ text: String) -> String {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        if digits.hasPrefix("33"), digits.count == 11 { return "0" + digits.dropFirst(2) }
        if digits.hasPrefix("0033"), digits.count == 13 { return "0" + digits.dropFirst(4) }
        return digits
    }
}
