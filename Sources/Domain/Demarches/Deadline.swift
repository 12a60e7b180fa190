/// An obligation with a date, computed from the definition and the dossier.
public struct Deadline: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    public var label: String
    /// The rule in words, with its source.
    public var rule: Statement
    /// What is lost when the date passes; nil when nothing is lost.
    public var loss: String?
    /// What can still be done once the date has passed; nil when nothing was written.
    public var missed: Statement?
    /// From when on the obligation exists.
    public var since: Phase
    public var calculation: Calculation?
    public var condition: Condition?

    public init(
        id: String, label: String, rule: Statement, loss: String? = nil, missed: Statement? = nil,
        since: Phase = .opening,
        calculation: Calculation? = nil, condition: Condition? = nil
    ) {
        self.id = id
        self.label = label
        self.rule = rule
        self.loss = loss
        self.missed = missed
        self.since = since
        self.calculation = calculation
        self.condition = condition
    }

    /// The moment of a dossier from which a deadline counts for the person.
    public enum Phase: String, Codable, CaseIterable, Sendable {
        case opening = "ouverture"
        case filing = "depot"
        case granted = "obtenu"
        case refused = "refus"
    }

    /// Where the count starts.
    public enum Anchor: Codable, Hashable, Sendable {
        case opening
        case filing
        case decision
        case answer(String)
        case fact(String)
    }

    public struct MonthDay: Codable, Hashable, Comparable, Sendable {
        public var month: Int
        public var day: Int
        public init(month: Int, day: Int) {
            self.month = month
            self.day = day
        }

        public static func < (a: MonthDay, b: MonthDay) -> Bool { (a.month, a.day) < (b.month, b.day) }
    }

    public enum Calculation: Codable, Hashable, Sendable {
        /// Once: `delay` after the anchor.
        case after(Anchor, Delay)
        /// Every `months` months counted from the anchor (itself the first due date); open `openDays` days before.
        case every(months: Int, from: Anchor, openDays: Int)
        /// Each month: opens on `opensDay`, closes on `closesDay` of the next month (France Travail: 28 to 15, and from
        /// the 26th in February).
        case monthlyWindow(opensDay: Int, closesDay: Int, opensInFebruary: Int? = nil)
        /// Each year, between two days of the calendar (trêve hivernale: 1 November to 31 March).
        case yearly(opens: MonthDay?, closes: MonthDay)
        /// A window before the anchor date (C2S: from 4 to 2 months before the end).
        case before(Anchor, opens: Delay, closes: Delay)
    }
}
