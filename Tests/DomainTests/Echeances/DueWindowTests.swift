import Testing

@testable import Domain

@Suite struct DueWindowTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var calculation: Deadline.Calculation
        var from: String
        var expected: [String]
        var previous: String?
        var testDescription: String { "\(name) from \(from)" }
    }

    static let anchor = Day("2026-01-31")!

    static func anchors(_ anchor: Deadline.Anchor) -> Day? {
        switch anchor {
        case .opening, .fact("debut"): Self.anchor
        default: nil
        }
    }

    static func text(_ window: DueWindow) -> String {
        (window.opens.map { "\($0)…" } ?? "") + window.due.description
    }

    static let cases: [Case] = [
        Case(
            name: "actualisation", calculation: .monthlyWindow(opensDay: 28, closesDay: 15), from: "2026-11-21",
            expected: ["2026-11-28…2026-12-15", "2026-12-28…2027-01-15", "2027-01-28…2027-02-15"],
            previous: "2026-10-28…2026-11-15"),
        Case(
            name: "actualisation, on the last day", calculation: .monthlyWindow(opensDay: 28, closesDay: 15),
            from: "2026-11-15",
            expected: ["2026-10-28…2026-11-15"], previous: "2026-09-28…2026-10-15"),
        Case(
            name: "actualisation, the day after", calculation: .monthlyWindow(opensDay: 28, closesDay: 15),
            from: "2026-11-16",
            expected: ["2026-11-28…2026-12-15"], previous: "2026-10-28…2026-11-15"),
        Case(
            name: "opens sooner in February",
            calculation: .monthlyWindow(opensDay: 28, closesDay: 15, opensInFebruary: 26), from: "2027-02-16",
            expected: ["2027-02-26…2027-03-15", "2027-03-28…2027-04-15"], previous: "2027-01-28…2027-02-15"),
        Case(
            name: "window in January", calculation: .monthlyWindow(opensDay: 28, closesDay: 15), from: "2027-01-01",
            expected: ["2026-12-28…2027-01-15"], previous: "2026-11-28…2026-12-15"),
        Case(
            name: "opens on the last day of a short month", calculation: .monthlyWindow(opensDay: 31, closesDay: 31),
            from: "2027-02-20",
            expected: ["2027-01-31…2027-02-28", "2027-02-28…2027-03-31", "2027-03-31…2027-04-30"],
            previous: "2026-12-31…2027-01-31"),
        Case(
            name: "end of month without drift", calculation: .every(months: 1, from: .opening, openDays: 0),
            from: "2026-01-01",
            expected: ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"], previous: nil),
        Case(
            name: "quarterly declaration", calculation: .every(months: 3, from: .fact("debut"), openDays: 30),
            from: "2026-05-01",
            expected: ["2026-07-01…2026-07-31", "2026-10-01…2026-10-31"], previous: "2026-03-31…2026-04-30"),
        Case(
            name: "quarterly, long after", calculation: .every(months: 3, from: .opening, openDays: 0),
            from: "2046-12-01",
            expected: ["2047-01-31"], previous: "2046-10-31"),
        Case(
            name: "trêve hivernale",
            calculation: .yearly(opens: .init(month: 11, day: 1), closes: .init(month: 3, day: 31)), from: "2026-11-21",
            expected: ["2026-11-01…2027-03-31", "2027-11-01…2028-03-31"], previous: "2025-11-01…2026-03-31"),
        Case(
            name: "within one year",
            calculation: .yearly(opens: .init(month: 4, day: 9), closes: .init(month: 6, day: 4)), from: "2026-06-05",
            expected: ["2027-04-09…2027-06-04"], previous: "2026-04-09…2026-06-04"),
        Case(
            name: "29 February", calculation: .yearly(opens: nil, closes: .init(month: 2, day: 29)), from: "2026-03-01",
            expected: ["2027-02-28", "2028-02-29"], previous: "2026-02-28"),
        Case(
            name: "C2S, before the end",
            calculation: .before(.opening, opens: Delay(months: 4), closes: Delay(months: 2)), from: "2025-01-01",
            expected: ["2025-09-30…2025-11-30"], previous: nil),
        Case(
            name: "before, too late", calculation: .before(.opening, opens: Delay(months: 4), closes: Delay(months: 2)),
            from: "2025-12-01",
            expected: [], previous: "2025-09-30…2025-11-30"),
        Case(
            name: "once", calculation: .after(.opening, Delay(months: 1)), from: "2026-02-28", expected: ["2026-02-28"],
            previous: nil),
        Case(
            name: "once, passed", calculation: .after(.opening, Delay(months: 1)), from: "2026-03-01", expected: [],
            previous: "2026-02-28"),
        Case(
            name: "once, in working days", calculation: .after(.opening, Delay(workingDays: 5)), from: "2026-01-01",
            expected: ["2026-02-06"], previous: nil),
        Case(
            name: "no anchor yet", calculation: .after(.decision, Delay(months: 2)), from: "2026-01-01", expected: [],
            previous: nil),
        Case(
            name: "no anchor, every", calculation: .every(months: 3, from: .answer("x"), openDays: 0),
            from: "2026-01-01", expected: [], previous: nil),
        Case(
            name: "every zero months", calculation: .every(months: 0, from: .opening, openDays: 0), from: "2026-01-01",
            expected: [], previous: nil),
    ]

    @Test(arguments: cases) func `the next windows are those of the table`(_ item: Case) {
        let windows = item.calculation.occurrences(
            anchors: Self.anchors, from: Day(item.from)!, count: max(1, item.expected.count))
        #expect(windows.map(Self.text) == item.expected)
    }

    @Test(arguments: cases) func `the window before is that of the table`(_ item: Case) {
        #expect(
            item.calculation.previous(anchors: Self.anchors, before: Day(item.from)!).map(Self.text) == item.previous)
    }

    static let recurring = cases.map(\.calculation).filter {
        !$0.occurrences(anchors: anchors, from: anchor, count: 3).dropFirst(2).isEmpty
    }

    @Test(arguments: recurring) func `windows follow one another without gap, whatever the day they are asked from`(
        _ calculation: Deadline.Calculation
    ) {
        var dice = Dice(11)
        for _ in 0..<150 {
            let from = Day(number: Int.random(in: 20_500...40_000, using: &dice))
            let windows = calculation.occurrences(anchors: Self.anchors, from: from, count: 4)
            #expect(windows.count == 4)
            #expect(windows.allSatisfy { $0.due >= from })
            for (earlier, later) in zip(windows, windows.dropFirst()) {
                #expect(earlier.due < later.due)
                #expect(calculation.previous(anchors: Self.anchors, before: later.due) == earlier)
                #expect(
                    calculation.occurrences(anchors: Self.anchors, from: earlier.due.adding(days: 1), count: 1) == [
                        later
                    ])
            }
            #expect(windows.allSatisfy { window in window.opens.map { $0 <= window.due } ?? true })
            if let missed = calculation.previous(anchors: Self.anchors, before: from) { #expect(missed.due < from) }
        }
    }

    @Test func `asking for none gives none`() {
        #expect(
            Deadline.Calculation.monthlyWindow(opensDay: 28, closesDay: 15).occurrences(
                anchors: Self.anchors, from: Self.anchor, count: 0) == [])
    }

    @Test func `a window is open from its first day to its last`() {
        let window = DueWindow(opens: Day("2026-11-28"), due: Day("2026-12-15")!)
        let days = ["2026-11-27", "2026-11-28", "2026-12-15", "2026-12-16"].map { Day($0)! }
        #expect(days.map(window.isOpen) == [false, true, true, false])
        #expect(DueWindow(due: Day("2026-12-15")!).isOpen(on: Day("2020-01-01")!))
    }
}
