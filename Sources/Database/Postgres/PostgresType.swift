/// PostgreSQL's binary formats of the types that portable SQL gives rise to, by their OID
/// (`pg_type.dat`).
enum PostgresType {
    static let integer: UInt32 = 20
    static let text: UInt32 = 25
    static let blob: UInt32 = 17

    /// - Returns: nil for a type that portable SQL does not have.
    static func decode(_ bytes: UnsafeRawBufferPointer, type: UInt32) -> SQLValue? {
        switch type {
        case integer: return .integer(number(bytes, as: Int64.self))
        case 23: return .integer(Int64(number(bytes, as: Int32.self)))
        case 21: return .integer(Int64(number(bytes, as: Int16.self)))
        case 26: return .integer(Int64(number(bytes, as: UInt32.self)))
        case 16: return .integer(bytes.first == 1 ? 1 : 0)
        case blob: return .blob([UInt8](bytes))
        // text, varchar, char(n), name, "char", unknown
        case text, 1043, 1042, 19, 18, 705: return .text(String(decoding: bytes, as: UTF8.self))
        case 701: return .text("\(Double(bitPattern: number(bytes, as: UInt64.self)))")
        case 1700: return numeric(bytes)
        case 2278: return .null  // void, from a function called for its effect
        default: return nil
        }
    }

    private static func number<N: FixedWidthInteger>(
        _ bytes: UnsafeRawBufferPointer, as type: N.Type
    ) -> N {
        N(bigEndian: bytes.loadUnaligned(as: N.self))
    }

    /// `sum` of integers is numeric: an integer again when it has no decimals, else text.
    ///
    /// Format: count of digits, weight of the first, sign, decimals shown, then the digits in base
    /// 10,000 (PostgreSQL source, `numeric_send`).
    private static func numeric(_ bytes: UnsafeRawBufferPointer) -> SQLValue? {
        let words = stride(from: 0, to: bytes.count, by: 2).map {
            Int(number(UnsafeRawBufferPointer(rebasing: bytes[$0...]), as: Int16.self))
        }
        guard words.count >= 4, words.count == 4 + words[0], words[2] == 0 || words[2] == 0x4000
        else { return nil }
        let digits = words[4...]
        let whole = (0..<max(words[1] + 1, 0)).map { digits.dropFirst($0).first ?? 0 }
        let sign = words[2] == 0 ? "" : "-"
        let integer = sign + decimal(whole).drop { $0 == "0" }
        let leading = [Int](repeating: 0, count: max(-1 - words[1], 0))
        var decimals = decimal(leading + digits.dropFirst(whole.count))
        while decimals.last == "0" { decimals.removeLast() }
        if decimals.isEmpty { return integer == sign ? .integer(0) : Int64(integer).map(SQLValue.integer) }
        return .text((integer == sign ? sign + "0" : integer) + "." + decimals)
    }

    private static func decimal(_ digits: [Int]) -> String {
        digits.map { String(String(10_000 + $0).dropFirst()) }.joined()
    }
}
