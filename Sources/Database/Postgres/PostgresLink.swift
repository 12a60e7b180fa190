import CLibPQ

/// One connection to the server, with its prepared statements. Blocking; used on one queue.
final class PostgresLink {
    private let pointer: OpaquePointer
    private var prepared: [String: String] = [:]

    private static let preparedLimit = 512

    /// - Parameter conninfo: libpq's connection string.
    init(_ conninfo: String, timeLimit: Duration) throws {
        // Later words win: the connection string may set its own.
        let words = ["connect_timeout", "fallback_application_name", "dbname"]
        let values = ["10", "cordee", conninfo]
        let pointer = words.withCStrings { words in
            values.withCStrings { values in PQconnectdbParams(words, values, 1) }
        }
        guard let pointer else { throw DatabaseError.unreachable("out of memory") }
        self.pointer = pointer
        guard PQstatus(pointer) == CONNECTION_OK else {
            throw DatabaseError.unreachable("no connection to PostgreSQL")
        }
        // Notices may hold values: they go nowhere.
        PQsetNoticeProcessor(pointer, { _, _ in }, nil)
        try run(Self.settings(timeLimit))
    }

    deinit { PQfinish(pointer) }

    var isAlive: Bool { PQstatus(pointer) == CONNECTION_OK }

    /// Runs text without parameters, maybe several statements.
    @discardableResult
    func run(_ text: String) throws -> PostgresResult {
        try PostgresResult(PQexec(pointer, text), of: pointer)
    }

    func run(_ sql: SQL) throws -> PostgresResult {
        let statement = try PostgresStatement(sql)
        let name = sql.isReusable ? try prepare(statement) : nil
        let result = statement.withParameters { values, lengths, formats in
            if let name {
                PQexecPrepared(pointer, name, statement.count, values, lengths, formats, 1)
            } else {
                PQexecParams(
                    pointer, statement.text, statement.count, statement.types, values, lengths,
                    formats, 1)
            }
        }
        return try PostgresResult(result, of: pointer)
    }

    /// After a change of schema the prepared plans may be wrong.
    func forgetStatements() throws {
        prepared = [:]
        try run("DEALLOCATE ALL")
    }

    private func prepare(_ statement: PostgresStatement) throws -> String {
        let key = statement.key
        if let name = prepared[key] { return name }
        if prepared.count >= Self.preparedLimit { try forgetStatements() }
        let name = "c\(prepared.count)"
        let result = PQprepare(pointer, name, statement.text, statement.count, statement.types)
        _ = try PostgresResult(result, of: pointer)
        prepared[key] = name
        return name
    }

    /// Limits in milliseconds. A server that answers before its log is on disk would lose
    /// acknowledged writes: that setting is put back.
    private static func settings(_ timeLimit: Duration) -> String {
        let (seconds, attoseconds) = timeLimit.components
        let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        return """
            SET client_encoding = 'UTF8';
            SET standard_conforming_strings = on;
            SET client_min_messages = error;
            SET statement_timeout = \(milliseconds);
            SET lock_timeout = 5000;
            SET idle_in_transaction_session_timeout = 60000;
            SELECT set_config('synchronous_commit', 'on', false)
            WHERE current_setting('synchronous_commit') = 'off'
            """
    }
}

extension [String] {
    /// Lends the texts as a C array that ends with a null.
    fileprivate func withCStrings<T>(_ body: ([UnsafePointer<CChar>?]) -> T) -> T {
        func lend(_ rest: ArraySlice<String>, _ pointers: [UnsafePointer<CChar>?]) -> T {
            guard let text = rest.first else { return body(pointers + [nil]) }
            return text.withCString { lend(rest.dropFirst(), pointers + [$0]) }
        }
        return lend(self[...], [])
    }
}
