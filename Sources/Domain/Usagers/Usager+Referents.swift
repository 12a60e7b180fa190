extension Referent {
    public enum Refusal: Error, Hashable, Sendable {
        /// They already follow the person.
        case alreadyReferent
        /// They do not follow the person (any more).
        case notReferent
        /// Nobody would follow the person: hand over instead.
        case lastReferent
    }

    /// Follows the person on this day.
    public func isCurrent(on day: Day) -> Bool { until.map { $0 >= day } ?? true }

    /// The last day on which a former referent reads the file; nil while they follow.
    public func readsUntil(today: Day) -> Day? {
        isCurrent(on: today) ? nil : until?.adding(days: Referent.overlapDays)
    }

    /// Decides a change among those who follow a person (row P9: one referent or more, never none).
    public static func checkChange(
        _ referents: [Referent], add: ID<Aidant>?, end: ID<Aidant>?, today: Day
    ) throws(Refusal) {
        let current = Set(referents.filter { $0.isCurrent(on: today) }.map(\.aidant))
        if let add, current.contains(add) { throw .alreadyReferent }
        guard let end else { return }
        guard current.contains(end) else { throw .notReferent }
        if add == nil, current.count == 1 { throw .lastReferent }
    }
}
