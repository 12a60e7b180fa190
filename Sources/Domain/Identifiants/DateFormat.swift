/// Dates, months and years as people type them.
enum DateFormat {
    /// The earliest year taken: nobody alive was born before.
    static let firstYear = 1890
    /// How far ahead a date may be (end of a lease, of a residence permit, of a loan).
    static let yearsAhead = 100

    /// `12/3/1985`, `12.03.1985`, `12 mars 1985`, `mardi 12 mars 1985`, `12031985`, `1985-03-12`.
    static func day(_ raw: String, today: Day, mustBePast: Bool) throws(FormatProblem) -> Day {
        let parts = try dayParts(raw)
        try checkYear(parts.year, today)
        guard let day = Day(parts.year, parts.month, parts.day) else { throw .impossibleDate }
        if mustBePast, day > today { throw .futureDate }
        return day
    }

    /// `11/2026`, `novembre 2026`, `2026-11` → `2026-11`.
    static func month(_ raw: String, today: Day) throws(FormatProblem) -> String {
        let parts = words(raw)
        guard parts.count == 2 else { throw .unreadableMonth }
        let yearFirst = parts[0].isDigits && parts[0].count == 4
        guard let year = number(parts[yearFirst ? 0 : 1]), let month = monthNumber(parts[yearFirst ? 1 : 0])
        else { throw .unreadableMonth }
        if parts[yearFirst ? 0 : 1].count == 2 { throw .shortYear }
        try checkYear(year, today)
        guard let first = Day(year, month, 1) else { throw .unreadableMonth }
        return String(first.description.prefix(7))
    }

    static func year(_ raw: String, today: Day) throws(FormatProblem) -> String {
        let text = LooseText.compact(raw)
        guard text.isDigits, let year = Int(text) else { throw .unreadableYear }
        if text.count == 2 { throw .shortYear }
        guard text.count == 4 else { throw .unreadableYear }
        try checkYear(year, today)
        return text
    }

    /// `2026-11-21` → `21/11/2026`; `2026-11` → `11/2026`; anything else as it is.
    static func slashed(_ canonical: String) -> String {
        let parts = canonical.split(separator: "-")
        guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.isDigits }) else { return canonical }
        return parts.reversed().joined(separator: "/")
    }

    private static func dayParts(_ raw: String) throws(FormatProblem) -> (year: Int, month: Int, day: Int) {
        var parts = words(raw)
        if let first = parts.first, weekdays.contains(first) { parts.removeFirst() }
        if parts.count == 1, parts[0].isDigits, parts[0].count == 8 {
            parts = [String(parts[0].prefix(2)), String(parts[0].dropFirst(2).prefix(2)), String(parts[0].suffix(4))]
        }
        guard parts.count == 3 else { throw .unreadableDate }
        if parts[0].isDigits, parts[0].count == 4 { parts.reverse() }
        if parts[0] == "1er" { parts[0] = "1" }
        guard parts[0].count <= 2, let day = number(parts[0]), let month = monthNumber(parts[1]),
            let year = number(parts[2])
        else { throw .unreadableDate }
        if parts[2].count == 2 { throw .shortYear }
        guard parts[2].count == 4 else { throw .unreadableDate }
        return (year, month, day)
    }

    private static func checkYear(_ year: Int, _ today: Day) throws(FormatProblem) {
        if year < firstYear { throw .yearTooEarly(first: firstYear) }
        if year > today.year + yearsAhead { throw .yearTooLate(last: today.year + yearsAhead) }
    }

    /// Folded words, cut at spaces, slashes, dots, dashes and commas.
    private static func words(_ raw: String) -> [String] {
        Folding.fold(LooseText.plain(raw)).split { " /.-,".contains($0) }.map(String.init)
    }

    private static func number(_ text: String) -> Int? { text.isDigits ? Int(text) : nil }

    /// A number of one or two digits (13 is for the calendar to refuse), a name, or its beginning ("janv", "sept").
    private static func monthNumber(_ text: String) -> Int? {
        if text.isDigits { return text.count <= 2 ? Int(text) : nil }
        if let exact = shortMonths.firstIndex(of: text) { return exact + 1 }
        let matches = months.indices.filter { text.count >= 3 && months[$0].hasPrefix(text) }
        return matches.count == 1 ? matches[0] + 1 : nil
    }

    private static let months = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
        "decembre",
    ]
    private static let shortMonths = [
        "jan", "fev", "mar", "avr", "mai", "jun", "jul", "aou", "sep", "oct", "nov", "dec",
    ]
    private static let weekdays: Set = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
}
