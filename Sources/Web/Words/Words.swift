/// How numbers, amounts, lists and hours are written for people, in French.
///
/// Spaces inside an amount or an hour do not break (U+00A0; the thin U+202F is missing from readable faces and vanishes).
enum Words {
    /// `0 pièce`, `1 pièce`, `2 pièces`: in French the plural starts at two.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(Words.number(number))\u{A0}\(plural(number, one, many))"
    }

    /// The word alone, in agreement with the number.
    static func plural(_ number: Int, _ one: String, _ many: String) -> String {
        abs(number) < 2 ? one : many
    }

    /// `12 500`.
    static func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped += "\u{A0}" }
            grouped.append(digit)
        }
        return (number < 0 ? "−" : "") + grouped
    }

    /// `1 212,50 €` from a number of cents.
    static func euros(cents: Int) -> String {
        let magnitude = cents.magnitude
        let whole = number(Int(magnitude / 100))
        return (cents < 0 ? "−" : "") + "\(whole),\(twoDigits(Int(magnitude % 100)))\u{A0}€"
    }

    /// `a`, `a et b`, `a, b et c`.
    static func list(_ items: [String], last: String = "et") -> String {
        guard let end = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(last) " + end
    }

    /// `10 h 42`, `10 h`.
    static func hour(_ hour: Int, _ minute: Int) -> String {
        minute == 0 ? "\(hour)\u{A0}h" : "\(hour)\u{A0}h\u{A0}\(twoDigits(minute))"
    }

    /// `12 minutes`, `1 h 05`.
    static func duration(minutes: Int) -> String {
        minutes < 60 ? count(minutes, "minute", "minutes") : hour(minutes / 60, minutes % 60)
    }

    /// The first letter in capital, for the start of a sentence.
    static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    /// A sentence taken up after a colon: its first letter small, unless it begins with an acronym or stands alone.
    static func continued(_ text: String) -> String {
        let word = text.prefix { !$0.isWhitespace && $0 != "’" }
        return word.dropFirst().contains(where: \.isUppercase) ? text : text.prefix(1).lowercased() + text.dropFirst()
    }

    /// A sentence without its full stop, to go on after it.
    static func unfinished(_ text: String) -> String {
        text.hasSuffix(".") && !text.hasSuffix("..") ? String(text.dropLast()) : text
    }

    /// The catalogue is written with plain apostrophes; pages show typographic ones.
    static func typographic(_ text: String) -> String { text.replacing("'", with: "’") }

    static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
