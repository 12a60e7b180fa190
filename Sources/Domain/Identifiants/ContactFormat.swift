/// Phones, mail addresses, postal codes.
enum ContactFormat {
    /// French numbers, overseas included, on ten digits; short numbers (115, 3949) as they are; foreign numbers as
    /// `+` and digits.
    static func phone(_ raw: String) throws(FormatProblem) -> String {
        let text = try internationalOrDigits(raw)
        if text.hasPrefix("+") { return try foreign(text) }
        if (2...4).contains(text.count), text.first != "0" { return text }
        guard text.count == 10 else { throw .phoneLength(found: text.count) }
        guard text.first == "0", text.dropFirst().first != "0" else { throw .phonePrefix }
        return text
    }

    /// A French mobile begins with 06 or 07, overseas too; a foreign number cannot be told and is taken.
    static func mobile(_ raw: String) throws(FormatProblem) -> String {
        let text = try phone(raw)
        guard text.hasPrefix("+") || text.hasPrefix("06") || text.hasPrefix("07") else { throw .notMobile }
        return text
    }

    /// `0612345678` → `06 12 34 56 78`; other numbers as they are.
    static func spaced(_ canonical: String) -> String {
        canonical.count == 10 && canonical.isDigits ? Grouping.split(canonical, [2, 2, 2, 2, 2]) : canonical
    }

    /// Lower case, without spaces.
    static func email(_ raw: String) throws(FormatProblem) -> String {
        var text = LooseText.compact(raw, dropping: " ").lowercased()
        if text.hasPrefix("mailto:") { text.removeFirst(7) }
        guard text.utf8.allSatisfy({ $0 < 128 }) else { throw .emailAccent }
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty else { throw .emailWithoutAt }
        guard halves[0].utf8.allSatisfy(isLocal), hasSoundDots(halves[0]), halves[0].count <= 64 else {
            throw .emailCharacters
        }
        guard isDomain(halves[1]) else { throw .emailDomain }
        return text
    }

    /// Five digits. 00 is the army's; 96 and 99 are in use nowhere.
    static func postalCode(_ raw: String) throws(FormatProblem) -> String {
        var text = LooseText.compact(raw).uppercased()
        if text.hasPrefix("F"), text.count == 6 { text.removeFirst() }
        guard text.count == 5, text.isDigits, !["96", "99"].contains(text.prefix(2)) else { throw .postalCode }
        return text
    }

    /// Digits only, with a `+` before a foreign number; `+33 (0)6…` and `0033 6…` become `06…`.
    private static func internationalOrDigits(_ raw: String) throws(FormatProblem) -> String {
        var text = LooseText.plain(raw)
        for prefix in ["tel:", "Tel:", "tél:", "Tél:"] where text.hasPrefix(prefix) { text.removeFirst(prefix.count) }
        if text.contains("+") || text.hasPrefix("00") { text = text.replacing("(0)", with: "") }
        text = LooseText.compact(text, dropping: " .-/_()")
        if text.hasPrefix("00"), text.count > 10 { text = "+" + text.dropFirst(2) }
        if text.hasPrefix("33"), text.count == 11 { text = "+" + text }
        guard (text.hasPrefix("+") ? text.dropFirst() : text[...]).isDigits else { throw .phoneCharacters }
        return text
    }

    /// A number with its country code, from `+`.
    private static func foreign(_ text: String) throws(FormatProblem) -> String {
        let digits = text.dropFirst()
        if digits.hasPrefix("33") { return try national(digits.dropFirst(2)) }
        for (code, beginnings) in overseas where digits.hasPrefix(code) {
            let rest = digits.dropFirst(code.count)
            let number = rest.count == 10 && rest.first == "0" ? rest.dropFirst() : rest
            guard beginnings.contains(String(number.prefix(3))) else { throw .phonePrefix }
            return try national(number)
        }
        guard (8...15).contains(digits.count) else { throw .phoneLength(found: digits.count) }
        guard digits.first != "0" else { throw .phonePrefix }
        return text
    }

    /// Nine digits after the country code, the 0 put back.
    private static func national(_ digits: Substring) throws(FormatProblem) -> String {
        let number = digits.count == 10 && digits.first == "0" ? digits.dropFirst() : digits
        guard number.count == 9 else { throw .phoneLength(found: number.count + 1) }
        guard number.first != "0" else { throw .phonePrefix }
        return "0" + number
    }

    /// Country codes of the départements overseas, dialled on ten digits like mainland numbers, and what their
    /// national numbers begin with (Arcep's numbering plan).
    private static let overseas: [(code: String, beginnings: Set<String>)] = [
        ("262", ["262", "263", "269", "639", "692", "693", "976"]),
        ("590", ["590", "690", "691", "976"]),
        ("594", ["594", "694", "976"]),
        ("596", ["596", "696", "697", "976"]),
    ]

    private static func isLocal(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 97...122: true
        default: ".!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
        }
    }

    private static func hasSoundDots(_ text: Substring) -> Bool {
        text.first != "." && text.last != "." && !text.contains("..")
    }

    /// Labels of letters, digits and inner hyphens; the last one of two letters or more.
    private static func isDomain(_ domain: Substring) -> Bool {
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, domain.count <= 253, let last = labels.last, last.count >= 2 else { return false }
        return labels.allSatisfy { label in
            !label.isEmpty && label.count <= 63 && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 }
        } && last.utf8.allSatisfy { !(48...57).contains($0) }
    }
}
