import Database
import Domain
import Sealing

/// How far a key rotation went.
public struct RotationProgress: Sendable {
    public var filesDone: Int
    public var filesTotal: Int
}

extension Store {
    /// Renews the instance key and every structure key. New data go under the new keys at once; wrapped keys of files
    /// are renewed in small transactions. Interrupted at any point, running it again finishes the work: old keys are
    /// removed only when nothing is wrapped under them any more.
    public func rotateKeys(
        keyFile: String, now: Moment, progress: @Sendable (RotationProgress) -> Void
    ) async throws {
        try await rotateKeys(keyFile: keyFile, now: now, batch: 200, progress: progress)
    }

    /// - Parameter batch: how many keys are renewed in one transaction.
    func rotateKeys(
        keyFile: String, now: Moment, batch: Int, progress: @Sendable (RotationProgress) -> Void
    ) async throws {
        let before = keys.instance
        let fresh = try before.addingVersion(at: keyFile)
        keys.replace(instance: fresh)
        try await rewrapUnderInstance(fresh)
        let structures = try await engine.read { db in
            try db.rows("SELECT id FROM structures ORDER BY id").map { try $0.text("id") }
        }
        for structure in structures {
            try await rotate(structure: structure, now: now, batch: batch, progress: progress)
        }
        try await rewrapUnderInstance(fresh)
        keys.replace(instance: try fresh.removingVersionsBefore(fresh.current, at: keyFile))
    }

    /// Secrets of the instance and structure keys, wrapped again under the current instance key.
    private func rewrapUnderInstance(_ instance: InstanceKeys) async throws {
        try await engine.write { db in
            guard let key = instance.key(instance.current) else { throw SealError.unknownKeyVersion }
            for row in try db.rows("SELECT name, wrapped FROM instance_secrets") {
                let name = try row.text("name")
                let place = Place(table: "instance_secrets", column: "wrapped", row: name)
                let secret = try Seal.unwrap(row.blob("wrapped"), keys: { instance.key($0) }, place: place)
                let wrapped = Seal.wrap(secret, under: key, version: instance.current, place: place)
                try db.execute("UPDATE instance_secrets SET wrapped = \(wrapped) WHERE name = \(name)")
            }
            for row in try db.rows("SELECT structure_id, version, wrapped FROM structure_keys") {
                let structure = try row.text("structure_id")
                let version = try row.int("version")
                let place = KeyRing.place(structure: structure, version: version)
                let secret = try Seal.unwrap(row.blob("wrapped"), keys: { instance.key($0) }, place: place)
                let wrapped = Seal.wrap(secret, under: key, version: instance.current, place: place)
                try db.execute(
                    """
                    UPDATE structure_keys SET wrapped = \(wrapped)
                    WHERE structure_id = \(structure) AND version = \(version)
                    """)
            }
        }
    }

    private func rotate(
        structure: String, now: Moment, batch: Int, progress: @Sendable (RotationProgress) -> Void
    ) async throws {
        let target = try await engine.write { [self] db in
            let (current, _) = try keys.structureKeys(structure, db)
            try keys.createStructureKey(structure, version: current + 1, db, now: now)
            return current + 1
        }
        keys.forget(structure: structure)
        let total = try await engine.read { db in
            try db.first(
                "SELECT COUNT(*) AS n FROM data_keys WHERE structure_id = \(structure) AND key_version < \(target)")?
                .int("n") ?? 0
        }
        var done = 0
        while true {
            let moved = try await engine.write { [self] db in try rewrap(batch, of: structure, target, db) }
            done += moved
            progress(RotationProgress(filesDone: done, filesTotal: total))
            if moved < batch { break }
        }
        try await engine.write { [self] db in
            // A file may have been opened under the old key since; the schema refuses to drop a key in use.
            while try rewrap(batch, of: structure, target, db) > 0 {}
            try db.execute("DELETE FROM structure_keys WHERE structure_id = \(structure) AND version < \(target)")
            try JournalWriter.append(
                JournalEntry(.keyRotated, .structure, structure, detail: String(target)), structure: structure,
                aidant: nil,
                session: "", at: now, db: db, key: keys.secret(KeyRing.journalSecret))
        }
        keys.forget(structure: structure)
    }

    private func rewrap(_ batch: Int, of structure: String, _ target: Int, _ db: any Connection) throws -> Int {
        let (_, structureKeys) = try keys.structureKeys(structure, db)
        guard let key = structureKeys[target] else { throw SealError.unknownKeyVersion }
        let rows = try db.rows(
            """
            SELECT id, wrapped FROM data_keys WHERE structure_id = \(structure) AND key_version < \(target)
            LIMIT \(batch)
            """)
        for row in rows {
            let file = try row.text("id")
            let secret = try Seal.unwrap(
                row.blob("wrapped"), keys: { structureKeys[$0] }, place: KeyRing.place(file: file))
            let wrapped = Seal.wrap(secret, under: key, version: target, place: KeyRing.place(file: file))
            try db.execute(
                """
                UPDATE data_keys SET wrapped = \(wrapped), key_version = \(target)
                WHERE id = \(file) AND structure_id = \(structure)
                """)
        }
        return rows.count
    }
}
