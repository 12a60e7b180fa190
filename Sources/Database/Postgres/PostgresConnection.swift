/// The connection of a PostgreSQL transaction.
final class PostgresConnection: Connection {
    private let link: PostgresLink
    /// The first statement error: the server ends the transaction with it.
    private(set) var failure: DatabaseError?
    /// Whether the transaction may pass when it is run again.
    private(set) var isWorthRetrying = false

    var dialect: Dialect { .postgres }

    init(_ link: PostgresLink) {
        self.link = link
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try guarded { try link.run(sql).rows() }
    }

    func first(_ sql: SQL) throws -> Row? {
        try guarded { try link.run(sql).rows(limit: 1).first }
    }

    @discardableResult
    func execute(_ sql: SQL) throws -> Int {
        try guarded { try link.run(sql).changes }
    }

    func executeScript(_ text: String) throws {
        try guarded {
            try link.run("SET LOCAL statement_timeout = 0")
            try link.run(dialect.script(text))
            try link.forgetStatements()
        }
    }

    func commit() throws {
        try guarded {
            // The server answers ROLLBACK to the COMMIT of a failed transaction.
            guard try link.run("COMMIT").command == "COMMIT" else { throw DatabaseError.busy }
        }
    }

    private func guarded<T>(_ body: () throws -> T) throws -> T {
        if let failure { throw failure }
        do {
            return try body()
        } catch let error as PostgresFailure {
            failure = error.error
            isWorthRetrying = error.isWorthRetrying
            throw error.error
        } catch let error as DatabaseError {
            failure = error
            throw error
        }
    }
}
