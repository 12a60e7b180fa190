import Database
import Testing

@testable import Web

extension Site {
    /// How many rows each table holds; fails when a table was added and is not counted here.
    func rowsByTable() async throws -> [String: Int] {
        let counts = try await engine.read { db in
            try db.rows(
                """
                SELECT 'structures' AS name, COUNT(*) AS n FROM structures
                UNION ALL SELECT 'structure_keys', COUNT(*) FROM structure_keys
                UNION ALL SELECT 'data_keys', COUNT(*) FROM data_keys
                UNION ALL SELECT 'instance_secrets', COUNT(*) FROM instance_secrets
                UNION ALL SELECT 'aidants', COUNT(*) FROM aidants
                UNION ALL SELECT 'sessions', COUNT(*) FROM sessions
                UNION ALL SELECT 'sign_in_attempts', COUNT(*) FROM sign_in_attempts
                UNION ALL SELECT 'invitations', COUNT(*) FROM invitations
                UNION ALL SELECT 'submissions', COUNT(*) FROM submissions
                UNION ALL SELECT 'drafts', COUNT(*) FROM drafts
                UNION ALL SELECT 'journal', COUNT(*) FROM journal
                UNION ALL SELECT 'journal_heads', COUNT(*) FROM journal_heads
                UNION ALL SELECT 'usagers', COUNT(*) FROM usagers
                UNION ALL SELECT 'usager_facts', COUNT(*) FROM usager_facts
                UNION ALL SELECT 'referents', COUNT(*) FROM referents
                UNION ALL SELECT 'definitions', COUNT(*) FROM definitions
                UNION ALL SELECT 'dossiers', COUNT(*) FROM dossiers
                UNION ALL SELECT 'dossier_pieces', COUNT(*) FROM dossier_pieces
                UNION ALL SELECT 'filings', COUNT(*) FROM filings
                UNION ALL SELECT 'echeances', COUNT(*) FROM echeances
                UNION ALL SELECT 'activites', COUNT(*) FROM activites
                """
            ).map { (try $0.text("name"), try $0.int("n")) }
        }
        let known = Set(counts.map(\.0) + ["schema_version"])
        let all = try await engine.read { db in
            try db.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
                .map { try $0.text("name") }
        }
        #expect(Set(all).subtracting(known) == [])
        return Dictionary(uniqueKeysWithValues: counts)
    }

    /// The rows of the tables that a refused act must leave alone.
    func workRows() async throws -> [String: Int] {
        let counted = try await rowsByTable()
        return counted.filter { !["journal", "journal_heads", "sessions", "sign_in_attempts"].contains($0.key) }
    }
}
