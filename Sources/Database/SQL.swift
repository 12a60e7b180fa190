/// A piece of SQL written as a literal, whose interpolated values are bound.
///
/// ```swift
/// let sql: SQL = "SELECT * FROM dossier WHERE id = \(id)"
/// ```
/// The literal parts are `StaticString`: text known only at run time cannot become SQL by any
/// route but ``Connection/executeScript(_:)``.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The statement, with `?` where a value is bound.
    private(set) var text: String
    /// UTF-8 offsets in `text` of the `?` that stand for values, in order.
    private(set) var marks: [Int]
    /// The bound values, in the order of `marks`.
    private(set) var values: [SQLValue]
    /// Whether the same text is likely to come back: a list of changing length makes it not so,
    /// and such a statement is not kept prepared.
    private(set) var isReusable: Bool

    public init(stringLiteral value: StaticString) {
        self.init(text: value.string)
    }

    public init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.sql
    }

    private init(text: String) {
        self.text = text
        marks = []
        values = []
        isReusable = true
    }

    /// No SQL at all: the neutral element of `+`.
    public static var empty: SQL { SQL(text: "") }

    public var isEmpty: Bool { text.isEmpty }

    public static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum.append(right)
        return sum
    }

    public static func += (left: inout SQL, right: SQL) {
        left.append(right)
    }

    mutating func append(_ other: SQL) {
        let shift = text.utf8.count
        text += other.text
        marks += other.marks.lazy.map { $0 + shift }
        values += other.values
        isReusable = isReusable && other.isReusable
    }

    mutating func append(literal: String) {
        text += literal
    }

    mutating func append(value: SQLValue) {
        marks.append(text.utf8.count)
        text += "?"
        values.append(value)
    }

    /// `(?, ?, ?)`. An empty list becomes `(NULL)`, which no value is in.
    mutating func append(list: [SQLValue]) {
        isReusable = false
        text += "("
        if list.isEmpty { text += "NULL" }
        for (index, value) in list.enumerated() {
            if index > 0 { text += ", " }
            append(value: value)
        }
        text += ")"
    }
}

extension SQL {
    /// Collects the parts of an interpolated literal.
    public struct StringInterpolation: StringInterpolationProtocol {
        var sql = SQL.empty

        public init(literalCapacity: Int, interpolationCount: Int) {
            sql.text.reserveCapacity(literalCapacity + interpolationCount)
            sql.marks.reserveCapacity(interpolationCount)
            sql.values.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            sql.append(literal: literal.string)
        }

        /// Binds a value.
        public mutating func appendInterpolation(_ value: some SQLBindable) {
            sql.append(value: value.sqlValue)
        }

        /// Binds a value that may be absent (`NULL`).
        public mutating func appendInterpolation<Wrapped: SQLBindable>(_ value: Wrapped?) {
            sql.append(value: value.sqlValue)
        }

        /// Splices another piece of SQL, its values included.
        public mutating func appendInterpolation(sql other: SQL) {
            sql.append(other)
        }

        /// Binds each value: `(?, ?, ?)`, for `IN`. With an empty list nothing matches, neither
        /// with `IN` nor with `NOT IN` (the list is then `(NULL)`): test it before a `NOT IN`.
        public mutating func appendInterpolation(list values: [some SQLBindable]) {
            sql.append(list: values.map(\.sqlValue))
        }

        /// A table or column name known when compiling, quoted; `table.column` is two names.
        public mutating func appendInterpolation(identifier: StaticString) {
            let parts = identifier.string.split(separator: ".", omittingEmptySubsequences: false)
            let quoted = parts.map {
                "\""
                    + $0.split(separator: "\"", omittingEmptySubsequences: false)
                    .joined(separator: "\"\"") + "\""
            }
            sql.append(literal: quoted.joined(separator: "."))
        }
    }
}

extension [SQL] {
    /// The pieces with a separator between each two, as `conditions.joined(" AND ")`.
    public func joined(_ separator: SQL) -> SQL {
        var result = SQL.empty
        for (index, piece) in enumerated() {
            if index > 0 { result.append(separator) }
            result.append(piece)
        }
        return result
    }
}

extension StaticString {
    fileprivate var string: String { withUTF8Buffer { String(decoding: $0, as: UTF8.self) } }
}
