/// What can be said of a condition on what is known so far.
public enum Verdict: Hashable, Sendable {
    case holds
    case fails
    /// An answer that decides is not there yet.
    case undecided

    fileprivate static func all(_ parts: some Sequence<Verdict>) -> Verdict {
        parts.reduce(.holds) { $0 == .fails || $1 == .fails ? .fails : $0 == .undecided ? .undecided : $1 }
    }

    fileprivate var opposite: Verdict {
        switch self {
        case .holds: .fails
        case .fails: .holds
        case .undecided: .undecided
        }
    }
}

extension Condition {
    /// Kleene's three-valued reading: a test on what has no value yet is undecided, except `filled`; a question that
    /// does not apply fails every test. So nothing is asked of a person, or spared them, before their answers say so.
    ///
    /// - Parameter asked: when each question or field is asked (`Demarche.askedWhen`); absent: always.
    public func verdict(_ answers: AnswerLookup, asked: [String: Condition] = [:]) -> Verdict {
        switch self {
        case .all(let parts): .all(parts.map { $0.verdict(answers, asked: asked) })
        case .any(let parts): Verdict.all(parts.map { $0.verdict(answers, asked: asked).opposite }).opposite
        case .not(let part): part.verdict(answers, asked: asked).opposite
        case .test(let operand, let test): Condition.verdict(operand, test, answers, asked)
        }
    }

    /// The answers and facts that would settle an undecided condition, in the order written, each once.
    public func open(_ answers: AnswerLookup, asked: [String: Condition] = [:]) -> [Operand] {
        guard verdict(answers, asked: asked) == .undecided else { return [] }
        switch self {
        case .all(let parts), .any(let parts):
            return parts.flatMap { $0.open(answers, asked: asked) }.reduce(into: []) {
                if !$0.contains($1) { $0.append($1) }
            }
        case .not(let part): return part.open(answers, asked: asked)
        case .test(let operand, _):
            let others = operands.subtracting([operand])
            return ([operand] + others).filter {
                answers.value($0) == nil || Condition.applies($0, answers, asked) == .undecided
            }.flatMap { Condition.opening($0, answers, asked) }
        }
    }

    /// The operand itself, or what decides whether it is asked at all.
    private static func opening(_ operand: Operand, _ answers: AnswerLookup, _ asked: [String: Condition]) -> [Operand]
    {
        guard case .answer(let id) = operand, let condition = asked[id] else { return [operand] }
        let before = condition.open(answers, asked: asked.without(id))
        return before.isEmpty ? [operand] : before
    }

    private static func verdict(
        _ operand: Operand, _ test: Test, _ answers: AnswerLookup, _ asked: [String: Condition]
    ) -> Verdict {
        let condition = Condition.test(operand, test)
        if case .filled = test {
            return answers.isHidden(operand) ? .undecided : condition.holds(answers) ? .holds : .fails
        }
        if condition.operands.contains(where: { applies($0, answers, asked) == .fails }) { return .fails }
        guard condition.operands.allSatisfy({ answers.value($0) != nil }) else { return .undecided }
        return condition.holds(answers) ? .holds : .fails
    }

    /// A fact is known or not, whatever is asked here; an answer of this procedure counts only where it is asked.
    private static func applies(_ operand: Operand, _ answers: AnswerLookup, _ asked: [String: Condition]) -> Verdict {
        guard case .answer(let id) = operand, let condition = asked[id] else { return .holds }
        if answers.bindings[id] != nil, answers.value(operand) != nil { return .holds }
        return condition.verdict(answers, asked: asked.without(id))
    }
}

extension [String: Condition] {
    /// Conditions that would fold on themselves stop here; the catalogue refuses them.
    fileprivate func without(_ id: String) -> Self { filter { $0.key != id } }
}

extension Demarche {
    /// When each question and each field is asked: its own condition, and that of its screen.
    public var askedWhen: [String: Condition] {
        var result: [String: Condition] = [:]
        for question in questions { result[question.id] = question.condition }
        for screen in screens {
            for field in screen.fields {
                let parts = [screen.condition, field.condition].compactMap(\.self)
                if !parts.isEmpty { result[field.id] = .all(parts) }
            }
        }
        return result
    }
}
