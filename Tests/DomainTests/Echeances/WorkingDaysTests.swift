import Testing

@testable import Domain

@Suite struct HolidaysTests {
    @Test func `every public holiday from 1990 to 2060 is that of the holidays package`() throws {
        let rows = try Oracle.rows("holidays.tsv")
        #expect(rows.count == Territory.allCases.count * 71)
        for row in rows {
            let territory = try #require(Territory(rawValue: row[0]))
            let year = try #require(Int(row[1]))
            let expected = row[2].split(separator: " ").map(String.init)
            #expect(Holidays.days(of: year, in: territory).map(\.description) == expected, "\(territory) \(year)")
        }
    }

    @Test func `the days of 2026 are known`() {
        let expected = [
            "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14",
            "2026-08-15",
            "2026-11-01", "2026-11-11", "2026-12-25",
        ]
        #expect(Holidays.days(of: 2026).map(\.description) == expected)
        #expect(Holidays.easter(2026) == Day("2026-04-05"))
    }

    @Test func `Easter is always a Sunday between 22 March and 25 April`() {
        for year in 1900...2200 {
            let easter = Holidays.easter(year)
            #expect(easter.weekday == 7)
            #expect((easter.month, easter.day) >= (3, 22) && (easter.month, easter.day) <= (4, 25))
        }
    }
}

@Suite struct WorkingDaysTests {
    @Test func `working days are counted as by going through the calendar`() throws {
        for row in try Oracle.rows("working_days.tsv") {
            let (start, end) = (try #require(Day(row[0])), try #require(Day(row[2])))
            let count = try #require(Int(row[1]))
            #expect(start.addingWorkingDays(count) == end, "\(row)")
        }
    }

    @Test func `going back as many working days comes back to a working day`() {
        var dice = Dice(3)
        for _ in 0..<200 {
            let start = Day(number: Int.random(in: 7_300...32_800, using: &dice)).movedToWorkingDay()
            let count = Int.random(in: 0...40, using: &dice)
            #expect(start.addingWorkingDays(count).addingWorkingDays(-count) == start)
        }
    }

    @Test func `no working day leaves the day where it is`() {
        #expect(Day("2026-11-21")!.addingWorkingDays(0) == Day("2026-11-21")!)
    }

    static let moves: [(String, String)] = [
        ("2026-11-20", "2026-11-20"),  // Friday
        ("2026-11-21", "2026-11-23"),  // Saturday
        ("2026-11-22", "2026-11-23"),  // Sunday
        ("2026-11-11", "2026-11-12"),  // Armistice, a Wednesday
        ("2027-05-01", "2027-05-03"),  // 1 May, a Saturday
        ("2026-04-04", "2026-04-07"),  // Saturday before Easter Monday
        ("2032-12-25", "2032-12-27"),
    ]

    @Test(arguments: moves) func `a time limit that ends on a day off is carried over`(_ from: String, _ to: String) {
        #expect(Day(from)!.movedToWorkingDay() == Day(to)!)
    }

    @Test func `26 December is off in Strasbourg and not in Paris`() {
        let christmas = Day("2025-12-25")!
        #expect(christmas.addingWorkingDays(1) == Day("2025-12-26")!)
        #expect(christmas.addingWorkingDays(1, in: .alsaceMoselle) == Day("2025-12-29")!)
    }

    static let delays: [(String, Delay, String)] = [
        ("2026-01-31", Delay(months: 1), "2026-02-28"),
        ("2026-12-31", Delay(months: 2), "2027-02-28"),
        ("2024-02-29", Delay(years: 1), "2025-02-28"),
        ("2024-01-31", Delay(years: 1, months: 1), "2025-02-28"),
        ("2026-01-30", Delay(months: 1, days: 1), "2026-03-01"),
        ("2026-11-20", Delay(workingDays: 1), "2026-11-23"),
        ("2026-11-20", Delay(days: 1, workingDays: 1), "2026-11-23"),
        ("2026-11-21", Delay(), "2026-11-21"),
        ("2026-11-21", Delay(days: 14), "2026-12-05"),
    ]

    @Test(arguments: delays) func `a delay adds months, then days, then working days`(
        _ from: String, _ delay: Delay, _ to: String
    ) {
        #expect(Day(from)!.adding(delay) == Day(to)!)
    }

    @Test func `a delay is taken off in the same order`() {
        #expect(Day("2026-03-31")!.subtracting(Delay(months: 1)) == Day("2026-02-28")!)
        #expect(Day("2026-11-23")!.subtracting(Delay(workingDays: 1)) == Day("2026-11-20")!)
        #expect(Day("2026-11-21")!.subtracting(Delay(years: 1, days: 1)) == Day("2025-11-20")!)
    }

    @Test
    func `two months after a decision of 31 August ends on 31 October, carried over to the Monday after All Saints`() {
        #expect(Day("2026-08-31")!.legalDeadline(after: Delay(months: 2)) == Day("2026-11-02")!)
    }
}
