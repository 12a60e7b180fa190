import Foundation
import Testing

@testable import Database

/// The engines that the conformance tests run on: PostgreSQL when `CORDEE_TEST_POSTGRES` says where
/// (`outils/postgres-test swift test` does).
enum EngineKind: String, CaseIterable, CustomTestStringConvertible {
    case sqliteFile, sqliteMemory, postgres

    static let postgresAddress = ProcessInfo.processInfo.environment["CORDEE_TEST_POSTGRES"]

    static var available: [EngineKind] {
        postgresAddress == nil ? [.sqliteFile, .sqliteMemory] : allCases
    }

    var testDescription: String { rawValue }

    /// Lends an engine on an empty base of its own.
    func withEngine(
        timeLimit: Duration = .seconds(10), _ body: (any Engine) async throws -> Void
    ) async throws {
        switch self {
        case .sqliteMemory:
            try await Self.lend(SQLiteEngine(path: ":memory:", timeLimit: timeLimit), body)
        case .sqliteFile:
            try await withFolder { folder in
                let path = folder + "/base.sqlite"
                try await Self.lend(SQLiteEngine(path: path, timeLimit: timeLimit), body)
            }
        case .postgres:
            try await withPostgresSchema { address in
                let engine = try await PostgresEngine(connection: address, timeLimit: timeLimit)
                try await Self.lend(engine, body)
            }
        }
    }

    private static func lend(
        _ engine: any Engine, _ body: (any Engine) async throws -> Void
    ) async throws {
        do { try await body(engine) } catch {
            await engine.close()
            throw error
        }
        await engine.close()
    }
}

/// Lends the address of an empty schema of the test server.
func withPostgresSchema(_ body: (String) async throws -> Void) async throws {
    let address = try #require(EngineKind.postgresAddress)
    let schema = "t" + String(UInt64.random(in: 0 ... .max), radix: 36)
    let owner = try await PostgresEngine(connection: address, pool: 1)
    try await owner.write { try $0.executeScript("CREATE SCHEMA \(schema)") }
    let result: Result<Void, any Error>
    do { result = .success(try await body(address + " options='-csearch_path=\(schema)'")) } catch {
        result = .failure(error)
    }
    try await owner.write { try $0.executeScript("DROP SCHEMA \(schema) CASCADE") }
    await owner.close()
    try result.get()
}

/// Lends a new folder, and removes it.
func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cordee-\(UUID())").path
    try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
}

/// Waits until something is so, at most 10 s.
func until(_ condition: () async throws -> Bool) async throws {
    for _ in 0..<2_000 {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(5))
    }
    Issue.record("waited in vain")
}

extension Engine {
    func script(_ text: String) async throws {
        try await write { try $0.executeScript(text) }
    }

    @discardableResult
    func execute(_ sql: SQL) async throws -> Int {
        try await write { try $0.execute(sql) }
    }

    func rows(_ sql: SQL) async throws -> [Row] {
        try await read { try $0.rows(sql) }
    }

    func int(_ sql: SQL) async throws -> Int? {
        try await read { try $0.first(sql)?.intOrNil("n") }
    }
}

/// An error of a test's own, thrown by a closure that changes its mind.
struct ChangeOfMind: Error {}
