import Database
import Domain
import Sealing

/// What was typed and not yet saved.
public struct Draft: Sendable {
    public let fields: [String: String]
    public let savedAt: Moment
}

extension Store {
    /// Keeps what is being typed in a form, sealed. `form` names the page (ids only, no content).
    public func saveDraft(_ access: Access, form: String, fields: [String: String]) async throws {
        try await act(access) { tx in
            let key = try tx.store.keys.fileKey(KeyRing.staffFile(tx.structure), structure: tx.structure, tx.db)
            let sealed = try SealedJSON.seal(fields, key: key, place: DraftPlace.place(tx.aidant, form))
            try tx.db.execute(
                """
                INSERT INTO drafts (structure_id, aidant_id, form, content, saved_at)
                VALUES (\(tx.structure), \(tx.aidant), \(form), \(sealed), \(tx.now.milliseconds))
                ON CONFLICT (aidant_id, form) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at
                """)
        }
    }

    /// The draft of a form, if one waits.
    public func draft(_ access: Access, form: String) async throws -> Draft? {
        try await look(access) { tx in
            guard
                let row = try tx.db.first(
                    """
                    SELECT content, saved_at FROM drafts
                    WHERE structure_id = \(tx.structure) AND aidant_id = \(tx.aidant) AND form = \(form)
                    """)
            else { return nil }
            let key = try tx.store.keys.fileKey(KeyRing.staffFile(tx.structure), structure: tx.structure, tx.db)
            return Draft(
                fields: try SealedJSON.open(
                    [String: String].self, row.blob("content"), key: key, place: DraftPlace.place(tx.aidant, form)),
                savedAt: Moment(milliseconds: Int64(try row.int("saved_at"))))
        }
    }

    /// Colleagues who have been typing in the same form for the last minutes, so that both are told.
    public func alsoTyping(_ access: Access, form: String, minutes: Int = 10) async throws -> [ID<Aidant>] {
        try await look(access) { tx in
            try tx.db.rows(
                """
                SELECT aidant_id FROM drafts WHERE structure_id = \(tx.structure) AND form = \(form)
                AND aidant_id <> \(tx.aidant) AND saved_at > \(tx.now.adding(minutes: -minutes).milliseconds)
                ORDER BY saved_at DESC
                """
            ).map { ID(try $0.text("aidant_id")) }
        }
    }

    public func dropDraft(_ access: Access, form: String) async throws {
        try await act(access) { tx in
            _ = try tx.db.execute(
                """
                DELETE FROM drafts WHERE structure_id = \(tx.structure) AND aidant_id = \(tx.aidant) AND form = \(form)
                """)
        }
    }

    /// Removes what has outlived its use: drafts, form keys, sessions, invitations.
    public func sweep(now: Moment) async throws {
        try await engine.write { db in
            try db.execute("DELETE FROM drafts WHERE saved_at < \(now.adding(days: -30).milliseconds)")
            try db.execute("DELETE FROM sign_in_attempts WHERE last_at < \(now.adding(days: -1).milliseconds)")
            try db.execute("DELETE FROM submissions WHERE at < \(now.adding(days: -2).milliseconds)")
            try db.execute(
                "DELETE FROM sessions WHERE created_at < \(now.adding(minutes: -Session.longestMinutes).milliseconds)")
            try db.execute("DELETE FROM invitations WHERE expires_at < \(now.adding(days: -30).milliseconds)")
        }
    }
}

enum DraftPlace {
    static func place(_ aidant: String, _ form: String) -> Place {
        Place(table: "drafts", column: "content", row: "\(aidant)/\(form)")
    }
}
