extension Day {
    /// Neither Saturday, Sunday nor a public holiday of the territory (jour ouvré).
    public func isWorkingDay(in territory: Territory = .metropole) -> Bool {
        weekday < 6 && !Holidays.contains(self, in: territory)
    }

    /// The `count`-th working day after this day (before it when negative); this very day when `count` is 0.
    public func addingWorkingDays(_ count: Int, in territory: Territory = .metropole) -> Day {
        let step = count < 0 ? -1 : 1
        var day = self
        for _ in 0..<abs(count) {
            repeat { day = day.adding(days: step) } while !day.isWorkingDay(in: territory)
        }
        return day
    }

    /// This day, or the next working day when it is a Saturday, a Sunday or a public holiday: so a time limit of
    /// procedure is carried over (Code de procédure civile, art. 642).
    public func movedToWorkingDay(in territory: Territory = .metropole) -> Day {
        isWorkingDay(in: territory) ? self : addingWorkingDays(1, in: territory)
    }

    /// This day plus a delay: years and months together (clamped once to the end of a shorter month, Code de
    /// procédure civile, art. 641), then days, then working days.
    public func adding(_ delay: Delay, in territory: Territory = .metropole) -> Day {
        adding(months: 12 * delay.years + delay.months).adding(days: delay.days)
            .addingWorkingDays(delay.workingDays, in: territory)
    }

    /// This day less a delay, in the same order.
    public func subtracting(_ delay: Delay, in territory: Territory = .metropole) -> Day {
        adding(
            Delay(years: -delay.years, months: -delay.months, days: -delay.days, workingDays: -delay.workingDays),
            in: territory)
    }

    /// The last day to act when a delay runs from this day, carried over to the next working day.
    public func legalDeadline(after delay: Delay, in territory: Territory = .metropole) -> Day {
        adding(delay, in: territory).movedToWorkingDay(in: territory)
    }
}
