/// A connection inside a transaction, valid within the closure it is given to and not after.
///
/// A statement that fails ends the transaction on both engines: whatever the closure does with
/// the error, later statements throw it again and nothing of the closure is kept.
public protocol Connection {
    var dialect: Dialect { get }

    /// All rows of a query.
    func rows(_ sql: SQL) throws -> [Row]

    /// The first row of a query; write `LIMIT 1` when there may be many.
    func first(_ sql: SQL) throws -> Row?

    /// Runs one statement.
    /// - Returns: the number of rows it inserted, changed or deleted.
    @discardableResult func execute(_ sql: SQL) throws -> Int

    /// Runs several statements without values, in portable SQL (see ``Dialect/script(_:)``) and
    /// without time limit. For migrations only.
    func executeScript(_ text: String) throws
}

/// A database: SQLite in a file or in memory, or a PostgreSQL server.
public protocol Engine: Sendable {
    var dialect: Dialect { get }

    /// Runs the closure on a snapshot: it sees the state before or after any write, never a part.
    func read<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T

    /// Runs the closure as one transaction; an error thrown by it rolls all of it back.
    ///
    /// Returns once the change is on disk. The closure may be run more than once (a conflict with
    /// another write): it must do nothing but database work.
    func write<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T

    /// What a look at the integrity of the base finds within that time; empty when nothing was
    /// found in it.
    func integrityCheck(within limit: Duration) async throws -> [String]

    /// Waits for running work, then closes. Later reads and writes throw.
    func close() async
}
