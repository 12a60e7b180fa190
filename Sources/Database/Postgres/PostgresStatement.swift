/// A statement as libpq takes it: `$1` for `?`, the parameters in binary, their types.
///
/// A null is written as `NULL`: as a parameter it would need a type, which depends on where it
/// stands.
struct PostgresStatement {
    let text: String
    let types: [UInt32]
    private let bytes: [UInt8]
    /// Where each parameter starts in `bytes`, and its length.
    private let ranges: [Range<Int>]

    init(_ sql: SQL) throws {
        var text: [UInt8] = []
        var bytes: [UInt8] = [0]
        var types: [UInt32] = []
        var ranges: [Range<Int>] = []
        let source = Array(sql.text.utf8)
        var position = 0
        for (mark, value) in zip(sql.marks, sql.values) {
            text += source[position..<mark]
            position = mark + 1
            let start = bytes.count
            guard let type = try Self.append(value, to: &bytes) else {
                text += "NULL".utf8
                continue
            }
            types.append(type)
            ranges.append(start..<bytes.count)
            text += "$\(types.count)".utf8
        }
        text += source[position...]
        self.text = String(decoding: text, as: UTF8.self)
        self.types = types
        self.bytes = bytes
        self.ranges = ranges
    }

    /// What tells prepared statements apart: the text and the types.
    var key: String { text + "\u{0}" + types.map { "\($0)" }.joined(separator: ",") }

    var count: Int32 { Int32(types.count) }

    /// Lends the parameters: their values, lengths, and formats (1: binary).
    func withParameters<T>(
        _ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) throws -> T
    ) rethrows -> T {
        try bytes.withUnsafeBytes { buffer in
            let start = buffer.bindMemory(to: CChar.self).baseAddress!
            return try body(
                ranges.map { start + $0.lowerBound },
                ranges.map { Int32($0.count) },
                [Int32](repeating: 1, count: ranges.count))
        }
    }

    private static func append(_ value: SQLValue, to bytes: inout [UInt8]) throws -> UInt32? {
        switch value {
        case .null:
            return nil
        case .integer(let number):
            withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
            return PostgresType.integer
        case .text(let text):
            if text.utf8.contains(0) { throw DatabaseError.zeroInText }
            bytes += text.utf8
            return PostgresType.text
        case .blob(let blob):
            bytes += blob
            return PostgresType.blob
        }
    }
}
