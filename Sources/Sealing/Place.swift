/// Where a sealed value stands. It is bound to the value, which opens nowhere else.
public struct Place: Sendable, Hashable {
    public let table: String
    public let column: String
    /// The identity of the row, as text.
    public let row: String

    public init(table: String, column: String, row: String) {
        self.table = table
        self.column = column
        self.row = row
    }

    /// Additional data: `header`, then each part after its length, so that no two places that
    /// differ give the same bytes.
    func bytes(after header: [UInt8]) -> [UInt8] {
        var bytes = header
        for part in [table, column, row] {
            bytes.append(counted: Array(part.utf8))
        }
        return bytes
    }
}

extension [UInt8] {
    /// Appends the length of `part` (8 bytes, little-endian), then `part`.
    mutating func append(counted part: [UInt8]) {
        var length = UInt64(part.count)
        for _ in 0..<8 {
            append(UInt8(truncatingIfNeeded: length))
            length >>= 8
        }
        append(contentsOf: part)
    }
}
