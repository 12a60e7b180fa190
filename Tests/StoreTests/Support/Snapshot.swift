import Database
import Store

/// Everything in a base, to tell whether anything changed, or what is to be found in it.
enum Snapshot {
    static let tables = Array(Set(Privacy.lines.map(\.table))).sorted()

    /// Each table with all of its rows, as text.
    static func of(_ engine: any Engine) async throws -> [String: [String]] {
        try await rows(engine).mapValues { rows in rows.map { "\($0.sorted { $0.key < $1.key })" }.sorted() }
    }

    /// Each table with its rows as values by column.
    static func rows(_ engine: any Engine) async throws -> [String: [[String: SQLValue]]] {
        var all: [String: [[String: SQLValue]]] = [:]
        for table in tables {
            all[table] = try await engine.read { db in
                try db.rows(Self.query(table)).map { row in
                    try Dictionary(uniqueKeysWithValues: row.columns.map { ($0, try row.value($0)) })
                }
            }
        }
        return all
    }

    /// A table name is not known when compiling here: it is one of ours.
    static func query(_ table: String) -> SQL {
        switch table {
        case "activites": "SELECT * FROM activites"
        case "aidants": "SELECT * FROM aidants"
        case "data_keys": "SELECT * FROM data_keys"
        case "definitions": "SELECT * FROM definitions"
        case "dossier_pieces": "SELECT * FROM dossier_pieces"
        case "dossiers": "SELECT * FROM dossiers"
        case "drafts": "SELECT * FROM drafts"
        case "echeances": "SELECT * FROM echeances"
        case "filings": "SELECT * FROM filings"
        case "instance_secrets": "SELECT * FROM instance_secrets"
        case "invitations": "SELECT * FROM invitations"
        case "journal": "SELECT * FROM journal"
        case "journal_heads": "SELECT * FROM journal_heads"
        case "referents": "SELECT * FROM referents"
        case "schema_version": "SELECT * FROM schema_version"
        case "sessions": "SELECT * FROM sessions"
        case "sign_in_attempts": "SELECT * FROM sign_in_attempts"
        case "structure_keys": "SELECT * FROM structure_keys"
        case "structures": "SELECT * FROM structures"
        case "submissions": "SELECT * FROM submissions"
        case "usager_facts": "SELECT * FROM usager_facts"
        case "usagers": "SELECT * FROM usagers"
        default: "SELECT * FROM table_without_a_line_here"
        }
    }
}

/// An engine that runs each write twice and keeps the second only, as one does after a conflict.
struct TwiceEngine: Engine {
    private struct Undo: Error {}

    let real: any Engine

    init(_ real: any Engine) { self.real = real }

    var dialect: Dialect { real.dialect }

    func read<T: Sendable>(_ body: @Sendable @escaping (any Connection) throws -> T) async throws -> T {
        try await real.read(body)
    }

    func write<T: Sendable>(_ body: @Sendable @escaping (any Connection) throws -> T) async throws -> T {
        do {
            try await real.write { db in
                _ = try body(db)
                throw Undo()
            }
        } catch is Undo {}
        return try await real.write(body)
    }

    func integrityCheck(within limit: Duration) async throws -> [String] {
        try await real.integrityCheck(within: limit)
    }
    func close() async { await real.close() }
}
