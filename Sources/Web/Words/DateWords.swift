import Domain

// Dates as a person reads them: in full words, never a bare 26/11.
extension Day {
    static let monthNames = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]
    static let weekdayNames = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

    var weekdayName: String { Day.weekdayNames[weekday - 1] }
    var monthName: String { Day.monthNames[month - 1] }

    /// The number of the day as it is said: `1er`, `2`, … `31`.
    var ordinal: String { day == 1 ? "1er" : String(day) }

    /// `jeudi 26 novembre`, and `lundi 4 janvier 2027` when the year is not today's.
    func words(today: Day) -> String {
        "\(weekdayName) \(ordinal) \(monthName)" + (year == today.year ? "" : " \(year)")
    }

    /// `26 novembre 2026`: for papers, births and anything read long afterwards.
    var wordsWithYear: String { "\(ordinal) \(monthName) \(year)" }

    /// `jeudi 26 novembre 2026`.
    var fullWords: String { "\(weekdayName) \(wordsWithYear)" }

    /// How far the day is, as it is said: `aujourd’hui`, `demain`, `dans 9 jours`, `il y a 3 jours`, `dans 2 mois`.
    ///
    /// Days up to 45, whole months up to two years, then whole years: near a deadline every day counts.
    func distance(today: Day) -> String {
        let days = days(since: today)
        switch days {
        case -2: return "avant-hier"
        case -1: return "hier"
        case 0: return "aujourd’hui"
        case 1: return "demain"
        case 2: return "après-demain"
        default: break
        }
        let span = Day.span(from: min(self, today), to: max(self, today))
        return days > 0 ? "dans \(span)" : "il y a \(span)"
    }

    /// `9 jours`, `2 mois`, `3 ans` between two days, the earlier first.
    private static func span(from first: Day, to last: Day) -> String {
        let days = last.days(since: first)
        guard days > 45 else { return Words.count(days, "jour", "jours") }
        var months = (last.year - first.year) * 12 + last.month - first.month
        if first.adding(months: months) > last { months -= 1 }
        return months < 24 ? "\(months) mois" : Words.count(months / 12, "an", "ans")
    }

    /// `novembre 2026`.
    var monthWords: String { "\(monthName) \(year)" }

    /// `26/11/2026`, as it is typed in a form.
    var typed: String { "\(Words.twoDigits(day))/\(Words.twoDigits(month))/\(year)" }

    /// Reads what someone types in a date field: `26/11/2026`, `26-11-2026`, `26.11.2026`, `26 11 2026`, `1/2/2026` or
    /// `26112026`. Nil for anything else: a two-digit year or a day that does not exist is not guessed.
    init?(typed text: String) {
        var parts = text.split(whereSeparator: { " \u{A0}/-.".contains($0) }).map(String.init)
        if parts.count == 1, parts[0].utf8.count == 8 {
            let digits = parts[0]
            parts = [String(digits.prefix(2)), String(digits.dropFirst(2).prefix(2)), String(digits.suffix(4))]
        }
        guard parts.count == 3, parts[0].utf8.count <= 2, parts[1].utf8.count <= 2, parts[2].utf8.count == 4,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        self.init(year, month, day)
    }
}

/// Hours as they are read.
enum DateWords {
    /// `10 h 42`, in metropolitan France.
    static func hour(_ moment: Moment) -> String { Words.hour(moment.time.hour, moment.time.minute) }
}
