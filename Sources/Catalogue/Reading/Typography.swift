/// French typography that authors need not type: the curved apostrophe, and spaces that do not break before `: ; ! ? » €`.
enum Typography {
    private static let apostrophe: [UInt8] = Array("’".utf8)
    private static let space: [UInt8] = Array("\u{A0}".utf8)
    private static let tight: Set<UInt8> = Set(":;!?%".utf8)
    private static let guillemet: [UInt8] = Array("»".utf8)
    private static let opening: [UInt8] = Array("«".utf8)
    private static let euro: [UInt8] = Array("€".utf8)

    static func french(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: { $0 == 0x27 || $0 == 0x20 }) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        for (index, byte) in bytes.enumerated() {
            if byte == 0x27, index > 0, isLetter(bytes[index - 1]) {
                result += apostrophe
            } else if byte == 0x20, isBeforeTight(bytes, index) || bytes[..<index].suffix(2).elementsEqual(opening) {
                result += space
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A letter, or the end of an accented one.
    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
    }

    private static func isBeforeTight(_ bytes: [UInt8], _ index: Int) -> Bool {
        let rest = bytes[(index + 1)...]
        guard let next = rest.first else { return false }
        return tight.contains(next) || rest.starts(with: guillemet) || rest.starts(with: euro)
    }
}
