/// A PostgreSQL server (14 or later) through libpq, for several nodes on one base.
///
/// A read is one `REPEATABLE READ` transaction, a write one `SERIALIZABLE` transaction: closures
/// mean the same as on SQLite, where writes come one after the other. Writes that collide are run
/// again, at most three times.
public final class PostgresEngine: Engine {
    private static let retries = 3

    private let pool: PostgresPool
    private let gate = WriteGate()

    public var dialect: Dialect { .postgres }

    /// Connects once, so that a wrong address is known at the start.
    /// - Parameters:
    ///   - connection: libpq's connection string (`host=… dbname=… user=…`); a password is better
    ///     left to libpq's own file (`passfile`).
    ///   - pool: the most connections held at once.
    ///   - timeLimit: how long one statement may run.
    /// - Throws: ``DatabaseError``.
    public init(
        connection: String, pool size: Int = 8, timeLimit: Duration = .seconds(10)
    ) async throws {
        pool = PostgresPool(size: size) {
            PostgresWorker(conninfo: connection, timeLimit: timeLimit)
        }
        _ = try await integrityCheck(within: .seconds(2))
    }

    public func read<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        var conflict = DatabaseError.busy
        for _ in 0...Self.retries {
            switch try await pool.lend({ try await $0.run(.read, body) }) {
            case .done(let value): return value
            case .conflict(let error): conflict = error
            }
        }
        throw conflict
    }

    public func write<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        var conflict = DatabaseError.busy
        for attempt in 0...Self.retries {
            // Alone at the second time no write of this node can collide; another node's may.
            if attempt > 1 { try await Task.sleep(for: .milliseconds(.random(in: 5...50))) }
            let outcome = try await gate.pass(alone: attempt > 0) { [pool] in
                try await pool.lend { try await $0.run(.write, body) }
            }
            switch outcome {
            case .done(let value): return value
            case .conflict(let error): conflict = error
            }
        }
        throw conflict
    }

    /// The server looks after its own files; this finds whether it answers.
    public func integrityCheck(within limit: Duration) async throws -> [String] {
        _ = try await read { try $0.first("SELECT 1 AS answer") }
        return []
    }

    public func close() async {
        await pool.close()
    }
}
