import Domain

/// Conditions that can never be true, where this is easily decided; so questions that are never asked.
enum ReachCheck {
    static func check(_ site: ConditionSite, _ answers: AnswerTable, _ places: Places) {
        if let conflict = contradiction(site.condition, answers) {
            return places.report(
                "condition qui ne peut jamais être vraie : \(conflict).\(consequence(site))", site.path)
        }
        if let conflict = contradiction(.all(site.given + surroundings(site, answers) + [site.condition]), answers) {
            places.report(
                "condition qui ne peut jamais être vraie à cet endroit : \(conflict), d’après les conditions qui l’entourent.\(consequence(site))",
                site.path)
        }
    }

    /// Why the condition can never be true; nil when it can, or when that is not easily decided.
    static func contradiction(_ condition: Condition, _ answers: AnswerTable) -> String? {
        var constraints = Constraints(answers)
        return constraints.add(condition)
    }

    private static func consequence(_ site: ConditionSite) -> String {
        site.question.map { " La question « \($0) » n’est jamais posée." } ?? ""
    }

    /// Conditions of the questions and fields that must be answered for this one to be true.
    private static func surroundings(_ site: ConditionSite, _ answers: AnswerTable) -> [Condition] {
        var found: [Condition] = []
        var seen: Set<String> = []
        var waiting = site.given + [site.condition]
        while let condition = waiting.popLast() {
            for id in condition.answersNeeded where seen.insert(id).inserted {
                let more = answers.shownWhen[id] ?? []
                found += more
                waiting += more
            }
        }
        return found
    }
}

extension Condition {
    /// Answers without which the condition is false.
    fileprivate var answersNeeded: [String] {
        switch self {
        case .all(let parts): parts.flatMap(\.answersNeeded)
        case .any(let parts): parts.count == 1 ? parts[0].answersNeeded : []
        case .not: []
        case .test(_, .filled(false)): []
        case .test(.answer(let id), _): [id]
        case .test: []
        }
    }
}

/// What a conjunction says of each answer; tells the first contradiction.
private struct Constraints {
    fileprivate struct Range {
        var codes: Set<String>?
        var refused: Set<String> = []
        var low = -Double.infinity
        var high = Double.infinity
        var lowStrict = false
        var highStrict = false
        var filled: Bool?
        /// `rempli: non`, directly.
        var isEmpty: Bool { filled == false }
    }

    private let answers: AnswerTable
    private var ranges: [Condition.Operand: Range] = [:]

    init(_ answers: AnswerTable) {
        self.answers = answers
    }

    /// Adds a condition; gives back the contradiction in words, if any.
    mutating func add(_ condition: Condition) -> String? {
        var alternatives: [[Condition]] = []
        if let conflict = addParts(condition, &alternatives) { return conflict }
        for branches in alternatives {
            var last: String?
            var possible = branches.isEmpty
            for branch in branches where !possible {
                var trial = self
                last = trial.add(branch)
                possible = last == nil
            }
            if !possible { return last }
        }
        return nil
    }

    private mutating func addParts(_ condition: Condition, _ alternatives: inout [[Condition]]) -> String? {
        switch condition {
        case .all(let parts):
            for part in parts {
                if let conflict = addParts(part, &alternatives) { return conflict }
            }
            return nil
        case .any(let parts):
            alternatives.append(parts)
            return nil
        case .not(.not(let part)): return addParts(part, &alternatives)
        case .not(.any(let parts)): return addParts(.all(parts.map { .not($0) }), &alternatives)
        case .not(.test(let operand, let test)): return refuse(operand, test)
        case .not(.all): return nil
        case .test(let operand, let test): return require(operand, test)
        }
    }

    private mutating func refuse(_ operand: Condition.Operand, _ test: Condition.Test) -> String? {
        switch test {
        case .filled(let filled): return require(operand, .filled(!filled))
        case .equals(let code) where !isMultiple(operand): return update(operand) { $0.refused.insert(code) }
        case .oneOf(let codes) where !isMultiple(operand): return update(operand) { $0.refused.formUnion(codes) }
        default: return nil
        }
    }

    private mutating func require(_ operand: Condition.Operand, _ test: Condition.Test) -> String? {
        let multiple = isMultiple(operand)
        return update(operand) { range in
            if test == .filled(false) {
                if range.filled == true { range.codes = [] }
                range.filled = false
                return
            }
            if range.isEmpty { range.codes = [] }
            range.filled = true
            switch test {
            case .equals(let code) where !multiple: range.codes = range.codes?.intersection([code]) ?? [code]
            case .oneOf(let codes) where !multiple: range.codes = range.codes?.intersection(codes) ?? Set(codes)
            case .moreThan(let n): range.raise(to: n, strict: true)
            case .atLeast(let n): range.raise(to: n, strict: false)
            case .lessThan(let n): range.lower(to: n, strict: true)
            case .atMost(let n): range.lower(to: n, strict: false)
            case .ageAtLeast(let n): range.raise(to: Double(n), strict: false)
            case .ageUnder(let n): range.lower(to: Double(n), strict: true)
            default: break
            }
        }
    }

    private func isMultiple(_ operand: Condition.Operand) -> Bool { answers[operand]?.type == .choices }

    private mutating func update(_ operand: Condition.Operand, _ change: (inout Range) -> Void) -> String? {
        let key = answers.canonical(operand)
        change(&ranges[key, default: Range()])
        return ranges[key]?.isPossible == false ? "« \(operand.name) » devrait être deux choses à la fois" : nil
    }
}

extension Constraints.Range {
    var isPossible: Bool {
        if let codes, codes.subtracting(refused).isEmpty { return false }
        return low < high || (low == high && !lowStrict && !highStrict)
    }

    mutating func raise(to value: Double, strict: Bool) {
        if value > low || (value == low && strict) { (low, lowStrict) = (value, strict) }
    }

    mutating func lower(to value: Double, strict: Bool) {
        if value < high || (value == high && strict) { (high, highStrict) = (value, strict) }
    }
}
