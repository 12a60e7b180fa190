import Database
import Foundation
import Synchronization
import Testing

/// The engines that every test of the Store runs on: PostgreSQL when `CORDEE_TEST_POSTGRES` says where
/// (`outils/postgres-test swift test` does).
enum EngineKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case memory, file, postgres

    static let postgresAddress = ProcessInfo.processInfo.environment["CORDEE_TEST_POSTGRES"]

    /// One SQLite, and PostgreSQL when there is one.
    static var all: [EngineKind] { postgresAddress == nil ? [.memory] : [.memory, .postgres] }

    /// Engines that outlive a closed Store, for tests that open the same data again.
    static var lasting: [EngineKind] { postgresAddress == nil ? [.file] : [.file, .postgres] }

    var testDescription: String { rawValue }

    /// Lends a folder and a way to open an engine on the same empty base, as often as wanted.
    func withBase(_ body: (TestBase) async throws -> Void) async throws {
        try await withFolder { folder in
            switch self {
            case .memory: try await body(TestBase(folder: folder) { try SQLiteEngine(path: ":memory:") })
            case .file: try await body(TestBase(folder: folder) { try SQLiteEngine(path: folder + "/cordee.sqlite") })
            case .postgres:
                try await withPostgresSchema { address in
                    try await body(TestBase(folder: folder) { try await PostgresEngine(connection: address, pool: 4) })
                }
            }
        }
    }
}

/// Where one test keeps its data: a folder, and a base that can be opened again.
struct TestBase: Sendable {
    let folder: String
    let openEngine: @Sendable () async throws -> any Engine

    init(folder: String, openEngine: @escaping @Sendable () async throws -> any Engine) {
        self.folder = folder
        self.openEngine = openEngine
    }

    var keyFile: String { folder + "/cles/instance" }
}

/// Lends a new folder, and removes it.
func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cordee-store-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
}

/// Lets few tests use the server at once: its connections and locks are counted.
private final class PostgresTurns: Sendable {
    static let shared = PostgresTurns()

    private struct State {
        var free = 4
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func enter() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                if state.free == 0 {
                    state.waiting.append(continuation)
                    return false
                }
                state.free -= 1
                return true
            }
            if isFree { continuation.resume() }
        }
    }

    func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}

/// Lends the address of an empty schema of the test server.
private func withPostgresSchema(_ body: (String) async throws -> Void) async throws {
    await PostgresTurns.shared.enter()
    defer { PostgresTurns.shared.leave() }
    let address = try #require(EngineKind.postgresAddress)
    let schema = "s" + String(UInt64.random(in: 0 ... .max), radix: 36)
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

extension Engine {
    func script(_ text: String) async throws { try await write { try $0.executeScript(text) } }

    @discardableResult
    func execute(_ sql: SQL) async throws -> Int { try await write { try $0.execute(sql) } }

    func rows(_ sql: SQL) async throws -> [Row] { try await read { try $0.rows(sql) } }

    func count(_ sql: SQL) async throws -> Int { try await read { try $0.first(sql)?.int("n") ?? -1 } }
}
