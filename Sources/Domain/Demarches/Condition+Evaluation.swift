/// The answers of a dossier, the facts of its person and which answer reads which fact.
public struct AnswerLookup: Sendable {
    public let answers: [String: String]
    public let facts: [String: String]
    public let bindings: [String: String]
    public let today: Day
    /// Facts that this reader may not see: they have no value here, and nobody can say that they are empty.
    public let hidden: Set<String>

    /// - Parameters:
    ///   - answers: canonical values (`ValueFormat`) by id of question or field.
    ///   - facts: canonical values by id of fact.
    ///   - bindings: id of question or field → id of the fact that it is; a bound answer reads the fact only.
    ///   - today: the day from which ages and relative days are counted.
    ///   - hidden: facts that the reader may not see.
    public init(
        answers: [String: String], facts: [String: String], bindings: [String: String], today: Day,
        hidden: Set<String> = []
    ) {
        self.answers = answers
        self.hidden = hidden
        self.facts = facts
        self.bindings = bindings
        self.today = today
    }

    /// The value of an operand; nil when unanswered (absent or blank).
    public func value(_ operand: Condition.Operand) -> String? {
        let value =
            switch operand {
            case .fact(let id): facts[id]
            case .answer(let id): bindings[id].map { facts[$0] } ?? answers[id]
            }
        guard let value, !value.allSatisfy(\.isWhitespace) else { return nil }
        return value
    }

    /// The value belongs to a fact that this reader may not see.
    public func isHidden(_ operand: Condition.Operand) -> Bool {
        switch operand {
        case .fact(let id): hidden.contains(id)
        case .answer(let id): bindings[id].map(hidden.contains) ?? false
        }
    }
}

extension Condition {
    /// Whether the condition is true of these answers. An unanswered operand makes every test false,
    /// except `filled(false)`; so a check never accuses what has not been answered.
    public func holds(_ answers: AnswerLookup) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(answers) }
        case .any(let parts): parts.contains { $0.holds(answers) }
        case .not(let part): !part.holds(answers)
        case .test(let operand, let test):
            if let value = answers.value(operand) {
                test.holds(value, answers)
            } else {
                test == .filled(false)
            }
        }
    }

    /// Every answer and fact that is looked at, those compared with included.
    public var operands: Set<Operand> {
        switch self {
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.operands) }
        case .not(let part): part.operands
        case .test(let operand, let test): test.other.map { [operand, $0] } ?? [operand]
        }
    }
}

extension Condition.Test {
    /// The second operand of a comparison.
    fileprivate var other: Condition.Operand? {
        switch self {
        case .sameAs(let other), .differentFrom(let other), .moreThanAnswer(let other): other
        default: nil
        }
    }

    fileprivate func holds(_ value: String, _ answers: AnswerLookup) -> Bool {
        switch self {
        case .equals(let code): CanonicalValue.holds(value, code: code)
        case .oneOf(let codes): codes.contains { CanonicalValue.holds(value, code: $0) }
        case .filled(let expected): expected
        case .moreThan(let limit): CanonicalValue.number(value).map { $0 > limit } ?? false
        case .atLeast(let limit): CanonicalValue.number(value).map { $0 >= limit } ?? false
        case .lessThan(let limit): CanonicalValue.number(value).map { $0 < limit } ?? false
        case .atMost(let limit): CanonicalValue.number(value).map { $0 <= limit } ?? false
        case .before(let day): CanonicalValue.day(value).map { $0 < day.day(today: answers.today) } ?? false
        case .after(let day): CanonicalValue.day(value).map { $0 > day.day(today: answers.today) } ?? false
        case .betweenDays(let from, let through):
            CanonicalValue.day(value).map { CanonicalValue.isBetween($0, from, through) } ?? false
        case .ageAtLeast(let years): CanonicalValue.age(value, answers.today).map { $0 >= years } ?? false
        case .ageUnder(let years): CanonicalValue.age(value, answers.today).map { $0 < years } ?? false
        case .startsWith(let beginnings): beginnings.contains { CanonicalValue.begins(value, with: $0) }
        case .sameAs, .differentFrom, .moreThanAnswer: compares(value, answers)
        }
    }

    private func compares(_ value: String, _ answers: AnswerLookup) -> Bool {
        guard let other, let second = answers.value(other) else { return false }
        return switch self {
        case .sameAs: CanonicalValue.same(value, second)
        case .differentFrom: !CanonicalValue.same(value, second)
        default: CanonicalValue.exceeds(value, second)
        }
    }
}

/// How a canonical value of `ValueFormat` is read by a test.
private enum CanonicalValue {
    /// The value is this code, or is a multiple choice (codes joined by commas) that holds it.
    static func holds(_ value: String, code: String) -> Bool {
        value == code || value.split(separator: ",").contains { $0 == code }
    }

    static func number(_ value: String) -> Double? {
        guard let number = Double(value), number.isFinite else { return nil }
        return number
    }

    /// A day, or the first day of a month (`2026-11`).
    static func day(_ value: String) -> Day? { Day(value) ?? Day(value + "-01") }

    static func isBetween(_ day: Day, _ from: Deadline.MonthDay, _ through: Deadline.MonthDay) -> Bool {
        let day = Deadline.MonthDay(month: day.month, day: day.day)
        return from <= through ? from <= day && day <= through : from <= day || day <= through
    }

    static func age(_ value: String, _ today: Day) -> Int? {
        guard let birth = Day(value), birth <= today else { return nil }
        return birth.years(until: today)
    }

    static func begins(_ value: String, with beginning: String) -> Bool {
        func bare(_ text: String) -> String { text.filter { !$0.isWhitespace }.lowercased() }
        return bare(value).hasPrefix(bare(beginning))
    }

    /// Capitals and accents make no difference ("DUPONT" is "Dupont"), nor do hyphens and spaces in a name; they do
    /// in a mail address or a reference. "1200.00" is "1200".
    static func same(_ a: String, _ b: String) -> Bool {
        if Folding.fold(a) == Folding.fold(b) { return true }
        if isName(a), isName(b) { return LooseText.key(a) == LooseText.key(b) }
        guard a.contains(".") || b.contains("."), let x = number(a), let y = number(b) else { return false }
        return x == y
    }

    private static func isName(_ text: String) -> Bool { !text.contains { $0.isNumber || $0 == "@" } }

    static func exceeds(_ a: String, _ b: String) -> Bool {
        guard let x = number(a), let y = number(b) else { return false }
        return x > y
    }
}
