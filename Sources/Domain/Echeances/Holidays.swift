/// Where a public holiday is observed. Only days fixed by law are listed, not local customs.
public enum Territory: String, Codable, CaseIterable, Hashable, Sendable {
    case metropole
    /// Moselle, Bas-Rhin, Haut-Rhin: Good Friday and 26 December too (ordonnance of 16 August 1892).
    case alsaceMoselle = "alsace_moselle"
    case guadeloupe
    case martinique
    case guyane
    case reunion
    case mayotte
    case saintBarthelemy = "saint_barthelemy"
    case saintMartin = "saint_martin"
}

/// French public holidays (Code du travail, art. L3133-1; L3134-13 for Alsace-Moselle; L3422-2 overseas).
public enum Holidays {
    /// Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher).
    public static func easter(_ year: Int) -> Day {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let epact = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let shift = (32 + 2 * (b % 4) + 2 * (c / 4) - epact - c % 4) % 7
        let correction = (a + 11 * epact + 22 * shift) / 451
        let sum = epact + shift - 7 * correction + 114
        return day(year, sum / 31, sum % 31 + 1)
    }

    /// The holidays of a year in order, without repetition. Right for 1982 and later, when the present list was set.
    public static func days(of year: Int, in territory: Territory = .metropole) -> [Day] {
        let easter = easter(year)
        var days = Set(fixed.map { day(year, $0.month, $0.day) })
        days.formUnion([easter.adding(days: 1), easter.adding(days: 39)])
        if !workedPentecost.contains(year) { days.insert(easter.adding(days: 50)) }
        switch territory {
        case .metropole: break
        case .alsaceMoselle: days.formUnion([easter.adding(days: -2), day(year, 12, 26)])
        default:
            if let abolition = abolition(in: territory), year >= abolition.since {
                days.insert(day(year, abolition.date.month, abolition.date.day))
            }
        }
        return days.sorted()
    }

    public static func contains(_ day: Day, in territory: Territory = .metropole) -> Bool {
        days(of: day.year, in: territory).contains(day)
    }

    private static let fixed: [Deadline.MonthDay] = [
        .init(month: 1, day: 1), .init(month: 5, day: 1), .init(month: 5, day: 8), .init(month: 7, day: 14),
        .init(month: 8, day: 15), .init(month: 11, day: 1), .init(month: 11, day: 11), .init(month: 12, day: 25),
    ]

    /// Whit Monday was no public holiday between the laws of 30 June 2004 and 16 April 2008 (journée de solidarité).
    private static let workedPentecost = 2005...2007

    /// The commemoration of the abolition of slavery, and the first year in which it was off
    /// (decree of 23 November 1983; of 23 April 2012 for Saint-Barthélemy and Saint-Martin).
    private static func abolition(in territory: Territory) -> (date: Deadline.MonthDay, since: Int)? {
        switch territory {
        case .metropole, .alsaceMoselle: nil
        case .mayotte: (.init(month: 4, day: 27), 1984)
        case .martinique: (.init(month: 5, day: 22), 1984)
        case .guadeloupe: (.init(month: 5, day: 27), 1984)
        case .saintMartin: (.init(month: 5, day: 28), 2012)
        case .guyane: (.init(month: 6, day: 10), 1984)
        case .saintBarthelemy: (.init(month: 10, day: 9), 2012)
        case .reunion: (.init(month: 12, day: 20), 1983)
        }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? Day(number: 0) }
}
