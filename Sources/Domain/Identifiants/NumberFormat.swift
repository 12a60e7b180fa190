/// Amounts and numbers, by digits and never through floating point.
enum NumberFormat {
    /// Whole euros above which an amount is a mistake: seven digits.
    static let amountLimit = 9_999_999
    static let integerLimit = 999_999
    /// The reference tax income has at most nine digits.
    static let incomeLimit = 999_999_999

    /// Euros and cents: `1 234,50 €`, `1.234,50`, `1234.5`, `12€50` → `1234.50`.
    static func amount(_ raw: String) throws(FormatProblem) -> String {
        let (whole, cents) = try parts(raw)
        if cents.count > 2 { throw .tooManyDecimals }
        guard let euros = Int(whole), euros <= amountLimit else { throw .amountTooLarge(limit: amountLimit) }
        return "\(euros).\(cents + String(repeating: "0", count: 2 - cents.count))"
    }

    /// The reference tax income: whole euros; `,00` is forgiven.
    static func wholeEuros(_ raw: String) throws(FormatProblem) -> String {
        let (whole, cents) = try parts(raw)
        if cents.contains(where: { $0 != "0" }) { throw .notWholeEuros }
        guard let euros = Int(whole), euros <= incomeLimit else { throw .amountTooLarge(limit: incomeLimit) }
        return String(euros)
    }

    static func integer(_ raw: String) throws(FormatProblem) -> String {
        let text = LooseText.compact(raw, dropping: " ")
        if text.hasPrefix("-"), text.dropFirst().isDigits { throw .negative }
        guard text.isDigits else { throw .notWholeNumber }
        guard let number = Int(text), number <= integerLimit else { throw .numberTooLarge(limit: integerLimit) }
        return String(number)
    }

    /// From 0 to 100, with decimals or not: `12,50 %` → `12.5`.
    static func percentage(_ raw: String) throws(FormatProblem) -> String {
        var text = LooseText.compact(raw, dropping: " ")
        if text.hasSuffix("%") { text.removeLast() }
        if text.hasPrefix("-") { throw .negative }
        let pieces = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard pieces.count <= 2, pieces.allSatisfy({ $0.isDigits }), pieces.last?.count ?? 0 <= 6, pieces[0].count <= 6,
            let whole = Int(pieces[0])
        else { throw .unreadablePercentage }
        var decimals = pieces.count == 2 ? pieces[1] : ""
        while decimals.last == "0" { decimals.removeLast() }
        if whole > 100 || (whole == 100 && !decimals.isEmpty) { throw .percentageAbove100 }
        return decimals.isEmpty ? "\(whole)" : "\(whole).\(decimals)"
    }

    /// `1234.50` → `1 234,50` with narrow no-break spaces.
    static func grouped(_ canonical: String) -> String {
        let pieces = canonical.split(separator: ".", maxSplits: 1)
        guard let whole = pieces.first, pieces.allSatisfy({ $0.isDigits }) else { return canonical }
        var groups: [Substring] = []
        var rest = whole
        while !rest.isEmpty {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        return groups.joined(separator: "\u{202F}") + (pieces.count == 2 ? ",\(pieces[1])" : "")
    }

    /// Whole part and decimals, as digits. A point or comma before three digits can only group thousands when it is a
    /// point: nobody writes thousandths of a euro with it; with a comma it is refused as three decimals.
    private static func parts(_ raw: String) throws(FormatProblem) -> (whole: String, decimals: String) {
        let text = try numeral(raw)
        guard let last = text.lastIndex(where: { $0 == "," || $0 == "." }) else { return (text, "") }
        let (head, tail) = (text[..<last], text[text.index(after: last)...])
        guard tail.isDigits else { throw .unreadableAmount }
        let separators = Set(head.filter { !$0.isNumber })
        let groupsThousands =
            text[last] == "." && tail.count == 3 && separators.isSubset(of: ["."]) && head.first != "0"
        if groupsThousands { return (try ungrouped(text, by: "."), "") }
        guard separators.count <= 1, separators.first != text[last] else { throw .unreadableAmount }
        if let mark = separators.first { return (try ungrouped(String(head), by: mark), String(tail)) }
        guard head.isDigits else { throw .unreadableAmount }
        return (String(head), String(tail))
    }

    /// Without currency and spaces; `12€50` becomes `12,50`.
    private static func numeral(_ raw: String) throws(FormatProblem) -> String {
        var text = LooseText.compact(raw, dropping: " '").lowercased()
        for word in ["euros", "euro", "eur", "€"] where text.hasSuffix(word) {
            text = String(text.dropLast(word.count))
        }
        let halves = text.split(separator: "€", omittingEmptySubsequences: false)
        if halves.count == 2, halves[0].isDigits, halves[1].isDigits, halves[1].count == 2 {
            text = "\(halves[0]),\(halves[1])"
        }
        if text.hasPrefix("-") { throw .negative }
        guard let first = text.utf8.first, (48...57).contains(first),
            text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 0x2C || $0 == 0x2E })
        else { throw .unreadableAmount }
        return text
    }

    private static func ungrouped(_ text: String, by mark: Character) throws(FormatProblem) -> String {
        let groups = text.split(separator: mark, omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.count), groups.allSatisfy({ $0.isDigits }),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { throw .unreadableAmount }
        return groups.joined()
    }
}
