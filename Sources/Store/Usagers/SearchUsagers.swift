import Database
import Domain
import Sealing
import Synchronization

/// A person found by name, phone or number.
public struct UsagerHit: Sendable, Identifiable {
    public let id: ID<Usager>
    public let name: UsagerName
    public let birth: Day?
    public let isArchived: Bool
}

extension Store {
    /// People found by fragments of name, phone, e-mail or number, accents ignored. At most `limit`.
    public func searchUsagers(_ access: Access, _ query: String, limit: Int = 20) async throws -> [UsagerHit] {
        guard access.role != .administrator else { return [] }
        try await syncIndex(access.structure.raw, now: access.now)
        try await journalSearch(access)
        let within = access.role == .referent ? try await visibleToReferent(access) : nil
        let social =
            UsagerPolicy.allows(.seeSocial, role: access.role, relation: .colleague) || access.role == .referent
        return people.search(
            query, structure: access.structure.raw, social: social, within: within, limit: min(limit, 100)
        ).map { UsagerHit(id: $0.id, name: $0.name, birth: $0.birth, isArchived: $0.isArchived) }
    }

    /// Files that may be of the same person as these facts; names only, as a warning while typing.
    public func similarUsagers(
        _ access: Access, facts: [String: String], except: ID<Usager>? = nil
    ) async throws -> [UsagerHit] {
        guard access.role != .administrator else { return [] }
        try await syncIndex(access.structure.raw, now: access.now)
        let within = access.role == .referent ? try await visibleToReferent(access) : nil
        return people.similar(to: facts, structure: access.structure.raw, except: except, within: within, limit: 5)
            .map { UsagerHit(id: $0.hit.id, name: $0.hit.name, birth: $0.hit.birth, isArchived: $0.hit.isArchived) }
    }

    /// Names of people, from memory; of those whom this reader may see.
    public func names(_ access: Access, _ ids: Set<ID<Usager>>) async throws -> [ID<Usager>: UsagerName] {
        guard access.role != .administrator else { return [:] }
        try await syncIndex(access.structure.raw, now: access.now)
        let visible = access.role == .referent ? ids.intersection(try await visibleToReferent(access)) : ids
        return people.names(visible, structure: access.structure.raw)
    }

    /// One line for a search in progress: the fragments typed within a minute are the same search.
    private func journalSearch(_ access: Access) async throws {
        let isNew = searches.withLock { searches in
            let isNew =
                searches[access.session].map { abs(access.now.milliseconds - $0.milliseconds) >= 60_000 } ?? true
            if isNew { searches[access.session] = access.now }
            if searches.count > 10_000 { searches = [access.session: access.now] }
            return isNew
        }
        guard isNew else { return }
        do { try await act(access) { try $0.journal(JournalEntry(.usagersSearched, .structure, $0.structure)) } } catch
        {
            searches.withLock { $0[access.session] = nil }
            throw error
        }
    }

    /// The people whom a professional follows, by name; a page of them.
    public func myPeople(_ access: Access, page: Int, size: Int = 50) async throws -> (people: [UsagerHit], total: Int)
    {
        guard access.role != .administrator else { return ([], 0) }
        try await syncIndex(access.structure.raw, now: access.now)
        let (hits, total) = people.page(
            of: try await followed(access), structure: access.structure.raw, from: max(0, page) * size, size: size)
        return (hits.map { UsagerHit(id: $0.id, name: $0.name, birth: $0.birth, isArchived: false) }, total)
    }

    private func visibleToReferent(_ access: Access) async throws -> Set<ID<Usager>> {
        try await look(access) { tx in
            let rows = try tx.db.rows(
                "SELECT id FROM usagers WHERE \(sql: UsagerScope.sql(tx.access)) AND structure_id = \(tx.structure)")
            return Set(try rows.map { ID(try $0.text("id")) })
        }
    }

    /// Reads what changed since the last time, from any machine. The first reading of a structure takes the longest.
    ///
    /// Changes of the last two seconds are read again while the index is that fresh: a transaction may commit after
    /// another that took its time later.
    func syncIndex(_ structure: String, now: Moment) async throws {
        if !people.isReady(structure) {
            try await filling(structure, now: now).value
        }
        try await readChanges(structure, now: now)
    }

    private func filling(_ structure: String, now: Moment) -> Task<Void, any Error> {
        people.filling(structure) { [self] in try await readChanges(structure, now: now) }
    }

    private func readChanges(_ structure: String, now: Moment) async throws {
        let since = people.syncedTo(structure)
        var cursor = abs(now.milliseconds - since) < 10_000 ? since - 2000 : since
        while true {
            let from = cursor
            let (records, rest) = try await engine.read { [self] db in try changedPeople(structure, since: from, db) }
            people.put(records, structure: structure)
            guard let rest else { break }
            cursor = rest
            try Task.checkCancellation()
        }
        people.markReady(structure)
    }

    private static let syncBatch = 2000

    /// Files that changed and were not read since, and from where to go on when there may be more.
    private func changedPeople(
        _ structure: String, since: Int64, _ db: any Connection
    ) throws -> (records: [PeopleIndex.Record], rest: Int64?) {
        let rows = try db.rows(
            """
            SELECT u.id, u.status, u.updated_at, k.wrapped, g.facts AS general, s.facts AS social
            FROM usagers u JOIN data_keys k ON k.id = u.id AND k.structure_id = u.structure_id
            LEFT JOIN usager_facts g ON g.usager_id = u.id AND g.sensitivity = \(FactDefinition.Sensitivity.general.rawValue)
            LEFT JOIN usager_facts s ON s.usager_id = u.id AND s.sensitivity = \(FactDefinition.Sensitivity.social.rawValue)
            WHERE u.structure_id = \(structure) AND u.updated_at > \(since)
            ORDER BY u.updated_at, u.id LIMIT \(Self.syncBatch)
            """)
        let all = try completed(rows, structure, db)
        let records = try all.compactMap { try record($0, structure, db) }
        return (records, rows.count < Self.syncBatch ? nil : try all.last.map { Int64(try $0.int("updated_at")) })
    }

    /// A person's line of the index; nil when the file was read as it stands.
    private func record(_ row: Row, _ structure: String, _ db: any Connection) throws -> PeopleIndex.Record? {
        let id = try row.text("id")
        let updatedAt = Int64(try row.int("updated_at"))
        if people.holds(ID(id), asOf: updatedAt, structure: structure) { return nil }
        let key = try keys.unwrapFileKey(row.blob("wrapped"), file: id, structure: structure, db)
        func facts(_ column: String, _ sensitivity: FactDefinition.Sensitivity) throws -> [String: String] {
            guard let sealed = try row.blobOrNil(column) else { return [:] }
            return try SealedJSON.open(
                [String: String].self, sealed, key: key, place: FactsPlace.place(ID(id), sensitivity.rawValue))
        }
        let social = try facts("social", .social)
        return PeopleIndex.Record(
            id: ID(id), facts: try facts("general", .general),
            socialNumbers: FactID.searchableNumbers.compactMap { social[$0] },
            isArchived: try row.text("status") == Usager.Status.archived.rawValue,
            updatedAt: updatedAt)
    }

    /// A batch must not end in the middle of people changed at the same instant: the rest of that instant is added.
    private func completed(_ rows: [Row], _ structure: String, _ db: any Connection) throws -> [Row] {
        guard rows.count == Self.syncBatch, let last = rows.last else { return rows }
        let instant = try last.int("updated_at")
        let id = try last.text("id")
        return rows
            + (try db.rows(
                """
                SELECT u.id, u.status, u.updated_at, k.wrapped, g.facts AS general, s.facts AS social
                FROM usagers u JOIN data_keys k ON k.id = u.id AND k.structure_id = u.structure_id
                LEFT JOIN usager_facts g ON g.usager_id = u.id AND g.sensitivity = \(FactDefinition.Sensitivity.general.rawValue)
                LEFT JOIN usager_facts s ON s.usager_id = u.id AND s.sensitivity = \(FactDefinition.Sensitivity.social.rawValue)
                WHERE u.structure_id = \(structure) AND u.updated_at = \(instant) AND u.id > \(id) ORDER BY u.id
                """))
    }
}

extension PeopleIndex.Entry {
    fileprivate func isBefore(_ other: Self) -> Bool {
        order == other.order ? id.raw < other.id.raw : order < other.order
    }
}

extension PeopleIndex {
    func hits(_ ids: Set<ID<Usager>>, structure: String) -> [Hit] {
        withTable(structure) { table in ids.compactMap { id in table.position[id].map { Hit(table.entries[$0]) } } }
            ?? []
    }

    /// A page of these people in alphabetical order, without the archived ones, and how many there are.
    func page(
        of ids: Set<ID<Usager>>, structure: String, from start: Int, size: Int
    ) -> (hits: [Hit], total: Int) {
        let found = withTable(structure) { table in
            let places = ids.compactMap { table.position[$0] }.filter { !table.entries[$0].isArchived }
                .sorted { table.entries[$0].isBefore(table.entries[$1]) }
            return (places.dropFirst(start).prefix(size).map { Hit(table.entries[$0]) }, places.count)
        }
        return found ?? ([], 0)
    }

    func names(_ ids: Set<ID<Usager>>, structure: String) -> [ID<Usager>: UsagerName] {
        Dictionary(hits(ids, structure: structure).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Store {
    /// Reads every structure's names into memory, so that the first search is as fast as the others.
    public func warmUp(now: Moment) async throws {
        let structures = try await engine.read { db in
            try db.rows("SELECT id FROM structures ORDER BY id").map { try $0.text("id") }
        }
        for structure in structures {
            try Task.checkCancellation()
            let filling = filling(structure, now: now)
            try await withTaskCancellationHandler {
                try await filling.value
            } onCancel: {
                filling.cancel()
            }
        }
    }
}
