import Domain

extension ConditionOperator {
    /// Whether the operator means something for answers of this type.
    func fits(_ type: ValueType) -> Bool {
        switch family {
        case .any, .same: type.isStored
        case .code: [.yesNo, .choice, .choices, .text].contains(type.family) && type != .longText
        case .number: type.family == .number
        case .day: type.family == .date || type.family == .month
        case .birth, .date: type.family == .date
        case .text: type.family == .text
        }
    }
}

/// Operators that fit the type of the answer, and codes that exist.
enum ConditionCheck {
    static func check(_ site: ConditionSite, _ answers: AnswerTable, _ places: Places) {
        site.condition.forEachTest(site.path) { operand, test, path in
            // An unknown operand is already reported as a dangling reference.
            guard let entry = answers[operand] else { return }
            guard entry.type.isStored else {
                let message =
                    "« \(operand.name) » est de type \(entry.type.rawValue) : Cordée n’en garde rien, une condition ne peut pas le regarder."
                return places.report(message, path + [operand.key])
            }
            let at = path + [.key(test.word)]
            if let message = misfit(test, entry.type, operand) { return places.report(message, at) }
            checkCodes(test, entry, operand, places, at)
            if let other = test.other { compare(test, entry, operand, other, answers, places, at) }
        }
    }

    private static func misfit(_ test: Condition.Test, _ type: ValueType, _ operand: Condition.Operand) -> String? {
        guard ConditionOperator.all.first(where: { $0.name == test.word })?.fits(type) == false else { return nil }
        return "« \(test.word) » ne va pas avec « \(operand.name) », de type \(type.rawValue).\(advice(type.family))"
    }

    private static func advice(_ family: TypeFamily) -> String {
        switch family {
        case .number: " Pour un nombre : plus_de, au_moins, moins_de, au_plus, depasse."
        case .date, .month: " Pour une date : avant, apres, entre_jours, age_au_moins, age_moins_de."
        case .yesNo, .choice, .choices: " Pour un choix : est, parmi."
        case .text: " Pour un texte : est, parmi, commence_par, pareil_que."
        case .none: ""
        }
    }

    private static func checkCodes(
        _ test: Condition.Test, _ entry: AnswerTable.Entry, _ operand: Condition.Operand, _ places: Places,
        _ path: Places.Path
    ) {
        guard let codes = entry.codes else { return }
        func check(_ code: String, _ path: Places.Path) {
            guard !code.isEmpty, !codes.contains(code) else { return }
            let hint = Nearest.hint(code, in: codes)
            let list = hint.isEmpty ? " Codes possibles : \(codes.joined(separator: ", "))." : hint
            places.report("« \(code.shortened) » n’est pas une réponse de « \(operand.name) ».\(list)", path)
        }
        switch test {
        case .equals(let code): check(code, path)
        case .oneOf(let list): for (index, code) in list.enumerated() { check(code, path + [.index(index)]) }
        default: break
        }
    }

    private static func compare(
        _ test: Condition.Test, _ entry: AnswerTable.Entry, _ operand: Condition.Operand, _ other: Condition.Operand,
        _ answers: AnswerTable, _ places: Places, _ path: Places.Path
    ) {
        guard let second = answers[other] else { return }
        if operand == other {
            places.report("« \(operand.name) » est comparé à lui-même.", path)
        } else if !second.type.isStored || second.type.family != entry.type.family {
            places.report(
                "« \(test.word) » compare « \(operand.name) » (\(entry.type.rawValue)) et « \(other.name) » (\(second.type.rawValue)) : les types ne vont pas ensemble.",
                path)
        }
    }
}
