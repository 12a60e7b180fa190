import Dispatch
import GRDB

/// SQLite in one file (WAL, every commit flushed) or in memory: the default engine.
///
/// Reads run at the same time on their own connections and see a snapshot; writes are taken in
/// turn by one connection that commits them in groups.
public final class SQLiteEngine: Engine {
    private let database: any DatabaseWriter
    let writes: GroupCommit
    private let reads = OpenReads()
    private let timeLimit: Duration

    public var dialect: Dialect { .sqlite }

    /// How many transactions were committed: fewer than the writes when they came together.
    public var commitCount: Int { writes.commitCount }

    /// Opens the base, creating the file (mode 0600) if there is none; its folder must exist.
    /// - Parameters:
    ///   - path: the file, or `:memory:`.
    ///   - readers: how many reads run at once.
    ///   - timeLimit: how long one statement may run.
    /// - Throws: ``DatabaseError``.
    public init(path: String, readers: Int = 4, timeLimit: Duration = .seconds(10)) throws {
        self.timeLimit = timeLimit
        do {
            database = try Self.open(path, readers: readers)
        } catch let error as GRDB.DatabaseError {
            throw error.resultCode == .SQLITE_CANTOPEN ? .readOnly : DatabaseError(error)
        }
        writes = GroupCommit(writer: database, timeLimit: timeLimit)
    }

    init(database: any DatabaseWriter, timeLimit: Duration = .seconds(10)) {
        self.timeLimit = timeLimit
        self.database = database
        writes = GroupCommit(writer: database, timeLimit: timeLimit)
    }

    public func read<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        try await snapshot(timeLimit, body)
    }

    private func snapshot<T: Sendable>(
        _ timeLimit: Duration, _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        try await reads.run {
            do {
                return try await database.read { db in
                    let connection = SQLiteConnection(db, timeLimit: timeLimit)
                    let value = try body(connection)
                    if let failure = connection.failure { throw failure }
                    return value
                }
            } catch let error as GRDB.DatabaseError {
                throw DatabaseError(error)
            }
        }
    }

    public func write<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            writes.submit(
                PendingWrite(
                    attempt: { connection in
                        let value = try body(connection)
                        return { continuation.resume(returning: value) }
                    },
                    fail: { continuation.resume(throwing: $0) }
                ))
        }
    }

    public func integrityCheck(within limit: Duration) async throws -> [String] {
        do {
            return try await snapshot(limit) { connection in
                try connection.rows("PRAGMA quick_check(10)")
                    .map { try $0.text("quick_check") }
                    .filter { $0 != "ok" }
            }
        } catch let error as DatabaseError {
            if error == .timeLimit { return [] }
            guard case .corrupt(let code) = error else { throw error }
            return [code]
        }
    }

    public func close() async {
        guard await reads.close() else { return }
        await writes.close()
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [database] in
                // A connection that cannot be closed now is closed with the process; every
                // commit is on disk already.
                do {
                    // The readers close last and may not empty the write-ahead log.
                    if let pool = database as? DatabasePool {
                        try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
                    }
                    try database.close()
                } catch { return continuation.resume() }
                continuation.resume()
            }
        }
    }
}

extension SQLiteEngine {
    private static func open(_ path: String, readers: Int) throws -> any DatabaseWriter {
        if path == ":memory:" { return try DatabaseQueue(configuration: configuration(readers)) }
        try SQLiteFile.prepare(at: path)
        let pool = try DatabasePool(path: path, configuration: configuration(readers))
        // GRDB lowers it to NORMAL when it turns WAL on: a power cut could lose the last commits.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return pool
    }

    static func configuration(_ readers: Int) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = readers
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA temp_store = MEMORY;
                    PRAGMA secure_delete = ON;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cache_size = -8000;
                    """)
        }
        return configuration
    }
}
