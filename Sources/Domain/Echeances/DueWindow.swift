/// When something can be done and until when.
public struct DueWindow: Codable, Hashable, Sendable {
    /// The first day on which it can be done; nil when it can be done at once.
    public var opens: Day?
    /// The last day.
    public var due: Day

    public init(opens: Day? = nil, due: Day) {
        self.opens = opens
        self.due = due
    }

    /// True from the opening to the last day, both included.
    public func isOpen(on day: Day) -> Bool { day <= due && opens.map { $0 <= day } ?? true }
}

extension Deadline.Calculation {
    /// The windows whose last day is `today` or later, in order, at most `count`. Empty when the anchor is unknown.
    ///
    /// - Parameter anchors: the day of an anchor; nil when it has no date yet.
    public func occurrences(anchors: (Deadline.Anchor) -> Day?, from today: Day, count: Int) -> [DueWindow] {
        guard count > 0 else { return [] }
        return switch self {
        case .after, .before: [once(anchors)].compactMap(\.self).filter { $0.due >= today }
        default:
            series(anchors).map { series in
                let first = series.firstIndex(dueOnOrAfter: today)
                return (first..<first + count).map(series.window)
            } ?? []
        }
    }

    /// The latest window whose last day is before `day`: the one that may have been missed.
    public func previous(anchors: (Deadline.Anchor) -> Day?, before day: Day) -> DueWindow? {
        switch self {
        case .after, .before: return once(anchors).flatMap { $0.due < day ? $0 : nil }
        default:
            guard let series = series(anchors) else { return nil }
            let index = series.firstIndex(dueOnOrAfter: day) - 1
            return index < series.start ? nil : series.window(index)
        }
    }

    /// True when it comes back.
    public var recurs: Bool {
        switch self {
        case .after, .before: false
        case .every, .monthlyWindow, .yearly: true
        }
    }

    private func once(_ anchors: (Deadline.Anchor) -> Day?) -> DueWindow? {
        switch self {
        case .after(let anchor, let delay):
            anchors(anchor).map { DueWindow(due: $0.adding(delay)) }
        case .before(let anchor, let opens, let closes):
            anchors(anchor).map { DueWindow(opens: $0.subtracting(opens), due: $0.subtracting(closes)) }
        default: nil
        }
    }

    private func series(_ anchors: (Deadline.Anchor) -> Day?) -> DueSeries? {
        switch self {
        case .every(let months, let anchor, let openDays):
            guard months > 0, let first = anchors(anchor) else { return nil }
            return .every(months: months, first: first, openDays: openDays)
        case .monthlyWindow(let opens, let closes, let february):
            return .monthly(opens: opens, closes: closes, february: february)
        case .yearly(let opens, let closes): return .yearly(opens: opens, closes: closes)
        case .after, .before: return nil
        }
    }
}

/// A recurring obligation as a numbered series of windows, in order of their last days.
private enum DueSeries {
    case every(months: Int, first: Day, openDays: Int)
    case monthly(opens: Int, closes: Int, february: Int?)
    case yearly(opens: Deadline.MonthDay?, closes: Deadline.MonthDay)

    /// The lowest number; a calendar rule without anchor has always existed.
    var start: Int {
        switch self {
        case .every: 0
        case .monthly: 12
        case .yearly: 2
        }
    }

    /// Each date is counted from the anchor, never from the date before: 31 January, 28 February, 31 March.
    func window(_ index: Int) -> DueWindow {
        switch self {
        case .every(let months, let first, let openDays):
            let due = first.adding(months: months * index)
            return DueWindow(opens: openDays > 0 ? due.adding(days: -openDays) : nil, due: due)
        case .monthly(let opens, let closes, let february):
            // The number is that of the month in which the window closes.
            let (year, month) = (index / 12, index % 12 + 1)
            let before = index % 12 == 0 ? 12 : month - 1
            let opening = Day.clamped(
                index % 12 == 0 ? year - 1 : year, before, before == 2 ? february ?? opens : opens)
            return DueWindow(opens: opening, due: Day.clamped(year, month, closes))
        case .yearly(let opens, let closes):
            let due = Day.clamped(index, closes.month, closes.day)
            let opening = opens.map { opens in
                let sameYear = Day.clamped(index, opens.month, opens.day)
                return sameYear <= due ? sameYear : Day.clamped(index - 1, opens.month, opens.day)
            }
            return DueWindow(opens: opening, due: due)
        }
    }

    func firstIndex(dueOnOrAfter day: Day) -> Int {
        var index = estimate(day)
        while index > start, window(index - 1).due >= day { index -= 1 }
        while window(index).due < day { index += 1 }
        return index
    }

    /// Within two of the number wanted.
    private func estimate(_ day: Day) -> Int {
        switch self {
        case .every(let months, let first, _):
            max(start, ((day.year - first.year) * 12 + day.month - first.month) / months)
        case .monthly: max(start, day.year * 12 + day.month - 1)
        case .yearly: max(start, day.year)
        }
    }
}

extension Day {
    /// The day of that number in the month, or the last day of a shorter month.
    static func clamped(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year, month, min(max(day, 1), length(ofMonth: month, year: year))) ?? Day(number: 0)
    }
}
