import Database
import Domain
import Sealing

extension Store {
    /// Opens a file for a person; the one who opens it becomes the first referent.
    public func createUsager(_ access: Access, form: FormKey, facts: [String: String]) async throws -> ID<Usager> {
        let id = try await act(access) { tx in
            guard UsagerPolicy.allows(.edit, role: access.role, relation: .referent) else {
                throw RefusedAccess(.usager)
            }
            return try tx.once(form) { try tx.createUsager(facts).raw }
        }
        return ID(id)
    }

    /// Changes facts of a person. `version` is that of the form: an older one is refused (`StoreError.stale`).
    public func saveUsager(
        _ access: Access, form: FormKey, id: ID<Usager>, version: Int, facts: [String: String]
    ) async throws {
        _ = try await act(access) { tx in
            try tx.once(form) {
                let relation = try tx.require(.edit, on: id)
                try tx.bumpUsager(id, version: version)
                let key = try tx.store.keys.fileKey(id.raw, structure: tx.structure, tx.db)
                try tx.saveFacts(facts, of: id, key: key, relation: relation)
                try tx.refreshOpenFacts(id)
                try tx.replanAll(of: id)
                try tx.journal(JournalEntry(.usagerChanged, .usager, id.raw, usager: id))
                return id.raw
            }
        }
    }

    public func setStatus(_ access: Access, id: ID<Usager>, version: Int, _ status: Usager.Status) async throws {
        try await act(access) { tx in
            let row = try tx.db.first(
                "SELECT status FROM usagers WHERE id = \(id.raw) AND structure_id = \(tx.structure)")
            let isArchiving = try status == .archived || row?.text("status") == Usager.Status.archived.rawValue
            try tx.require(isArchiving ? .archive : .edit, on: id)
            try tx.bumpUsager(id, version: version)
            try tx.db.execute(
                "UPDATE usagers SET status = \(status.rawValue) WHERE id = \(id.raw) AND structure_id = \(tx.structure)"
            )
            try tx.journal(JournalEntry(.usagerStatus, .usager, id.raw, usager: id, detail: status.rawValue))
        }
    }
}

extension Transaction {
    /// When a person's file changes: the present, but always after the last change of the structure, so that whoever
    /// reads what changed misses nothing when the clock went back or two changes fell together.
    private func changeStamp() throws -> Int64 {
        let row = try db.first("SELECT MAX(updated_at) AS at FROM usagers WHERE structure_id = \(structure)")
        return max(now.milliseconds, try row?.intOrNil("at").map { Int64($0) + 1 } ?? 0)
    }

    func createUsager(_ facts: [String: String]) throws -> ID<Usager> {
        let id = ID<Usager>(store.ids.next())
        let open = OpenFacts(facts)
        let key = try store.keys.createFileKey(id.raw, structure: structure, db)
        try db.execute(
            """
            INSERT INTO usagers (id, structure_id, status, birth_year, gender, created_at, created_by, updated_at,
                last_contact, version)
            VALUES (\(id.raw), \(structure), \(Usager.Status.active.rawValue), \(open.birthYear), \(open.gender),
                \(now.milliseconds), \(aidant), \(changeStamp()), \(access.today.description), 1)
            """)
        try db.execute(
            """
            INSERT INTO referents (structure_id, usager_id, aidant_id, since)
            VALUES (\(structure), \(id.raw), \(aidant), \(access.today.description))
            """)
        try saveFacts(facts, of: id, key: key, relation: .referent)
        try journal(JournalEntry(.usagerCreated, .usager, id.raw, usager: id))
        return id
    }

    /// Moves the version on; refused when somebody saved since.
    func bumpUsager(_ id: ID<Usager>, version: Int) throws {
        let changed = try db.execute(
            """
            UPDATE usagers SET version = version + 1, updated_at = \(changeStamp())
            WHERE id = \(id.raw) AND structure_id = \(structure) AND version = \(version)
            """)
        if changed == 0 { throw StoreError.stale }
    }

    func refreshOpenFacts(_ id: ID<Usager>) throws {
        let open = OpenFacts(try loadFacts(id, [.general]))
        try db.execute(
            """
            UPDATE usagers SET birth_year = \(open.birthYear), gender = \(open.gender), updated_at = \(changeStamp())
            WHERE id = \(id.raw) AND structure_id = \(structure)
            """)
    }

    func touchContact(_ id: ID<Usager>) throws {
        try db.execute(
            """
            UPDATE usagers SET last_contact = \(access.today.description)
            WHERE id = \(id.raw) AND structure_id = \(structure)
            """)
    }
}
