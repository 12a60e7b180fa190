import Foundation

/// One step of the schema: forward only, never changed once published.
public struct Migration: Sendable {
    /// 1, 2, 3… without a gap.
    public let number: Int
    public let name: String
    /// Portable SQL (see ``Dialect/script(_:)``).
    public let script: String

    public init(number: Int, name: String, script: String) {
        self.number = number
        self.name = name
        self.script = script
    }
}

public enum MigrationError: Error, Hashable, Sendable {
    /// The base was made by a later version of the program: it is refused, never changed.
    case newerSchema(found: Int, known: Int)
    /// The list of migrations is not 1, 2, 3…: a mistake of the program.
    case wrongNumber(Int)
}

/// Brings the schema of a base up to date.
public enum Migrator {
    /// Applies the migrations the base does not have yet, each in its own transaction with its
    /// line in `schema_version`.
    /// - Parameter check: looks at a base that already has a schema before anything is changed; what it throws stops.
    /// - Throws: ``MigrationError``, ``DatabaseError``.
    public static func migrate(
        _ engine: any Engine, _ migrations: [Migration],
        check: @Sendable @escaping (any Connection) throws -> Void = { _ in }
    ) async throws {
        for (index, migration) in migrations.enumerated() where migration.number != index + 1 {
            throw MigrationError.wrongNumber(migration.number)
        }
        try await createTable(engine)
        let found = try await version(engine)
        if found > migrations.count {
            throw MigrationError.newerSchema(found: found, known: migrations.count)
        }
        if found > 0 { try await engine.read { try check($0) } }
        for migration in migrations.dropFirst(found) { try await apply(migration, engine) }
    }

    /// Whether the base already has a schema, so perhaps data. Changes nothing.
    public static func hasSchema(_ engine: any Engine) async throws -> Bool {
        try await engine.read { connection in
            guard try connection.first(connection.dialect.findsSchema) != nil else { return false }
            return try version(connection) > 0
        }
    }

    /// Only looks whether this version of the program, and `check`, accept a base that has a schema.
    /// - Throws: ``MigrationError``, ``DatabaseError``, what `check` throws.
    public static func look(
        _ engine: any Engine, _ migrations: [Migration], check: @Sendable @escaping (any Connection) throws -> Void
    ) async throws {
        let found = try await version(engine)
        guard found <= migrations.count else {
            throw MigrationError.newerSchema(found: found, known: migrations.count)
        }
        if found > 0 { try await engine.read { try check($0) } }
    }

    /// The number of the last migration applied; 0 for a new base.
    public static func version(_ engine: any Engine) async throws -> Int {
        try await engine.read { try version($0) }
    }

    private static func version(_ connection: any Connection) throws -> Int {
        try connection.first("SELECT MAX(number) AS number FROM schema_version")?
            .intOrNil("number") ?? 0
    }

    private static func createTable(_ engine: any Engine) async throws {
        try await engine.write { connection in
            if let lock = connection.dialect.creationLock { try connection.executeScript(lock) }
            try connection.executeScript(
                """
                CREATE TABLE IF NOT EXISTS schema_version (
                    number INTEGER PRIMARY KEY,
                    name TEXT NOT NULL,
                    applied_at TEXT NOT NULL
                ) STRICT;
                """)
        }
    }

    private static func apply(_ migration: Migration, _ engine: any Engine) async throws {
        let now = Date().formatted(.iso8601)
        try await engine.write { connection in
            if let lock = connection.dialect.migrationLock { try connection.executeScript(lock) }
            // Another node may have applied it since.
            guard try version(connection) < migration.number else { return }
            try connection.executeScript(migration.script)
            try connection.execute(
                """
                INSERT INTO schema_version (number, name, applied_at)
                VALUES (\(migration.number), \(migration.name), \(now))
                """)
        }
    }
}

extension Dialect {
    /// PostgreSQL's `IF NOT EXISTS` does not wait for another node that creates the same table.
    /// The number is ours alone ("cordee" in ASCII).
    fileprivate var creationLock: String? {
        switch kind {
        case .sqlite: nil
        case .postgres: "SELECT pg_advisory_xact_lock(109330311701861)"
        }
    }

    /// Keeps two nodes from applying the same migration; SQLite's write lock does it already.
    fileprivate var migrationLock: String? {
        switch kind {
        case .sqlite: nil
        case .postgres: "LOCK TABLE schema_version IN ACCESS EXCLUSIVE MODE"
        }
    }
}
