/// The column names of a statement, shared by all of its rows.
final class RowShape: Sendable {
    let names: [String]

    init(names: [String]) {
        self.names = names
    }

    /// A row has few columns and short names: comparing them beats hashing.
    func index(of name: String) -> Int? {
        names.firstIndex(of: name)
    }
}

/// One row of a result, read by column name.
///
/// A column that is not in the result or holds another type throws ``DatabaseError/decoding(_:)``,
/// whose message names the column and the types, never the value.
public struct Row: Sendable {
    let shape: RowShape
    let values: [SQLValue]

    /// The names of the columns, in the order of the statement.
    public var columns: [String] { shape.names }

    public func value(_ column: String) throws -> SQLValue {
        guard let index = shape.index(of: column) else {
            throw DatabaseError.decoding("no column \(column) in the result")
        }
        return values[index]
    }

    public func int(_ column: String) throws -> Int {
        guard let value = try intOrNil(column) else { throw mismatch(column, "integer", .null) }
        return value
    }

    public func text(_ column: String) throws -> String {
        guard let value = try textOrNil(column) else { throw mismatch(column, "text", .null) }
        return value
    }

    public func blob(_ column: String) throws -> [UInt8] {
        guard let value = try blobOrNil(column) else { throw mismatch(column, "blob", .null) }
        return value
    }

    /// 0 is false and 1 is true; any other number throws.
    public func bool(_ column: String) throws -> Bool {
        switch try int(column) {
        case 0: return false
        case 1: return true
        default: throw DatabaseError.decoding("column \(column): expected 0 or 1")
        }
    }

    public func intOrNil(_ column: String) throws -> Int? {
        switch try value(column) {
        case .null: return nil
        case .integer(let number): return Int(number)
        case let other: throw mismatch(column, "integer", other)
        }
    }

    public func textOrNil(_ column: String) throws -> String? {
        switch try value(column) {
        case .null: return nil
        case .text(let text): return text
        case let other: throw mismatch(column, "text", other)
        }
    }

    public func blobOrNil(_ column: String) throws -> [UInt8]? {
        switch try value(column) {
        case .null: return nil
        case .blob(let bytes): return bytes
        case let other: throw mismatch(column, "blob", other)
        }
    }

    public func boolOrNil(_ column: String) throws -> Bool? {
        try value(column) == .null ? nil : bool(column)
    }

    private func mismatch(_ column: String, _ expected: String, _ found: SQLValue) -> DatabaseError {
        .decoding("column \(column): expected \(expected), found \(found.typeName)")
    }
}
