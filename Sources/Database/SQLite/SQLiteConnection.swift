import Dispatch
import Foundation
import GRDB
import GRDBSQLite

/// The connection of a SQLite transaction. Statements are prepared once per connection.
final class SQLiteConnection: Connection {
    private let db: GRDB.Database
    private let timeLimit: Duration
    /// The first statement error: from then on the transaction is lost, as it is in PostgreSQL.
    private(set) var failure: DatabaseError?

    var dialect: Dialect { .sqlite }

    init(_ db: GRDB.Database, timeLimit: Duration) {
        self.db = db
        self.timeLimit = timeLimit
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try statement(sql) { statement, arguments in
            let shape = RowShape(names: statement.columnNames)
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
            var rows: [Row] = []
            while try cursor.next() != nil {
                rows.append(Row(shape: shape, values: statement.currentValues))
            }
            return rows
        }
    }

    func first(_ sql: SQL) throws -> Row? {
        try statement(sql) { statement, arguments in
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
            guard try cursor.next() != nil else { return nil }
            return Row(
                shape: RowShape(names: statement.columnNames), values: statement.currentValues)
        }
    }

    @discardableResult
    func execute(_ sql: SQL) throws -> Int {
        try statement(sql) { statement, arguments in
            let before = db.totalChangesCount
            try statement.execute(arguments: arguments)
            return db.totalChangesCount == before ? 0 : db.changesCount
        }
    }

    func executeScript(_ text: String) throws {
        try guarded { try db.execute(sql: text) }
    }

    private func statement<T>(
        _ sql: SQL, _ body: (Statement, StatementArguments) throws -> T
    ) throws -> T {
        try guarded {
            let arguments = try StatementArguments(sql.values.map(Self.bindable))
            let statement =
                sql.isReusable
                ? try db.cachedStatement(sql: sql.text) : try db.makeStatement(sql: sql.text)
            return try withinTimeLimit { try body(statement, arguments) }
        }
    }

    /// Names the errors, and remembers the first.
    private func guarded<T>(_ body: () throws -> T) throws -> T {
        if let failure { throw failure }
        do {
            return try body()
        } catch let error as GRDB.DatabaseError {
            let named = DatabaseError(error)
            failure = named
            throw named
        } catch let error as DatabaseError {
            failure = error
            throw error
        }
    }

    private static func bindable(_ value: SQLValue) throws -> DatabaseValue {
        switch value {
        case .null: return .null
        case .integer(let number): return number.databaseValue
        case .text(let text):
            if text.utf8.contains(0) { throw DatabaseError.zeroInText }
            return text.databaseValue
        case .blob(let bytes): return Data(bytes).databaseValue
        }
    }

    /// Has SQLite stop the statement when the time is over.
    private func withinTimeLimit<T>(_ body: () throws -> T) rethrows -> T {
        let (seconds, attoseconds) = timeLimit.components
        var end = DispatchTime.now().uptimeNanoseconds
        end += UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000)
        return try withUnsafeMutablePointer(to: &end) { end in
            sqlite3_progress_handler(
                db.sqliteConnection, 20_000,
                { end in
                    let end = end?.load(as: UInt64.self) ?? .max
                    return DispatchTime.now().uptimeNanoseconds > end ? 1 : 0
                }, end)
            defer { sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
            return try body()
        }
    }
}

extension Statement {
    /// The values of the row the statement stands on, read without a detour by boxes.
    fileprivate var currentValues: [SQLValue] {
        let count = Int(sqlite3_column_count(sqliteStatement))
        return [SQLValue](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count {
                (buffer.baseAddress! + index).initialize(to: value(Int32(index)))
            }
            initialized = count
        }
    }

    private func value(_ index: Int32) -> SQLValue {
        switch sqlite3_column_type(sqliteStatement, index) {
        case SQLITE_INTEGER:
            return .integer(sqlite3_column_int64(sqliteStatement, index))
        case SQLITE_BLOB:
            let bytes = sqlite3_column_blob(sqliteStatement, index)
            let count = Int(sqlite3_column_bytes(sqliteStatement, index))
            return .blob([UInt8](UnsafeRawBufferPointer(start: bytes, count: count)))
        case SQLITE_NULL:
            return .null
        default:
            let text = sqlite3_column_text(sqliteStatement, index)
            let count = Int(sqlite3_column_bytes(sqliteStatement, index))
            let bytes = UnsafeBufferPointer(start: text, count: count)
            return .text(String(decoding: bytes, as: UTF8.self))
        }
    }
}
