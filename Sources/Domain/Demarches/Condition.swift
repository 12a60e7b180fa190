/// When a question, field, paper or check applies. A closed set: no expression language, no code.
public indirect enum Condition: Codable, Hashable, Sendable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    case test(Operand, Test)

    /// What is looked at: an answer of this procedure (question or field), or a fact of the person.
    public enum Operand: Codable, Hashable, Sendable {
        case answer(String)
        case fact(String)
    }

    public enum Test: Codable, Hashable, Sendable {
        /// The answer is this code (`oui`, `non` for yes/no questions). A multiple choice: holds this code.
        case equals(String)
        case oneOf([String])
        case filled(Bool)
        case moreThan(Double)
        case atLeast(Double)
        case lessThan(Double)
        case atMost(Double)
        case before(DayExpression)
        case after(DayExpression)
        /// A date, whatever its year, from one day of the year to another, both included; `from` after `through` goes
        /// over the new year (1 November to 31 March).
        case betweenDays(from: Deadline.MonthDay, through: Deadline.MonthDay)
        /// Same value as another answer or fact.
        case sameAs(Operand)
        case differentFrom(Operand)
        /// The number is larger than that of another answer.
        case moreThanAnswer(Operand)
        /// A birth date: age in whole years today.
        case ageAtLeast(Int)
        case ageUnder(Int)
        /// The text begins with one of these (ignoring spaces), e.g. a provisional NIR with 7 or 8.
        case startsWith([String])
    }
}

/// A day written in a condition: fixed, or counted from today (`aujourdhui-3m`, `aujourdhui+14j`, `aujourdhui`).
public enum DayExpression: Codable, Hashable, Sendable {
    case fixed(Day)
    case today(months: Int, days: Int)

    public func day(today: Day) -> Day {
        switch self {
        case .fixed(let day): day
        case .today(let months, let days): today.adding(months: months).adding(days: days)
        }
    }
}
