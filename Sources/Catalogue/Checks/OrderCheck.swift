import Domain

/// Questions look at what comes before them; fields do not wait for one another in a circle.
enum OrderCheck {
    static func check(_ demarche: Demarche, _ places: Places) {
        checkQuestions(demarche, places)
        checkFields(demarche, places)
    }

    private static func checkQuestions(_ demarche: Demarche, _ places: Places) {
        let order = Dictionary(
            demarche.questions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let fields = Set(demarche.screens.flatMap(\.fields).map(\.id))
        for (index, question) in demarche.questions.enumerated() {
            question.condition?.forEachTest(["questions", .index(index), "si"]) { operand, test, path in
                look(at: operand, path + [operand.key])
                if let other = test.other { look(at: other, path + [.key(test.word), other.key]) }
            }
            func look(at operand: Condition.Operand, _ path: Places.Path) {
                guard case .answer(let id) = operand else { return }
                if let place = order[id], place >= index {
                    places.report(
                        id == question.id
                            ? "la question « \(id) » se regarde elle-même."
                            : "la question « \(question.id) » regarde « \(id) », posée après : mettez « \(id) » avant.",
                        path)
                } else if order[id] == nil, fields.contains(id) {
                    places.report(
                        "une question ne regarde que des faits et des questions d’avant ; « \(id) » est un champ d’écran.",
                        path)
                }
            }
        }
    }

    private static func checkFields(_ demarche: Demarche, _ places: Places) {
        var waitsFor: [String: Set<String>] = [:]
        var paths: [String: Places.Path] = [:]
        var order: [String] = []
        for (i, screen) in demarche.screens.enumerated() {
            for (j, field) in screen.fields.enumerated() {
                waitsFor[field.id] = answers(screen.condition).union(answers(field.condition))
                paths[field.id] =
                    field.condition == nil
                    ? ["ecrans", .index(i), "si"] : ["ecrans", .index(i), "champs", .index(j), "si"]
                order.append(field.id)
            }
        }
        var told: Set<String> = []
        for id in order where !told.contains(id) {
            guard let circle = circle(from: id, waitsFor) else { continue }
            told.formUnion(circle)
            let chain = (circle + [id]).map { "« \($0) »" }.joined(separator: " → ")
            places.report(
                "conditions qui tournent en rond : \(chain). Aucun de ces champs ne serait jamais montré.",
                paths[id] ?? [])
        }
    }

    private static func answers(_ condition: Condition?) -> Set<String> {
        var found: Set<String> = []
        condition?.forEachTest([]) { operand, test, _ in
            for operand in [operand, test.other] {
                if case .answer(let id)? = operand { found.insert(id) }
            }
        }
        return found
    }

    /// The fields met when one waits for itself, in order; nil when it does not.
    private static func circle(from start: String, _ waitsFor: [String: Set<String>]) -> [String]? {
        var seen: Set<String> = []
        func walk(_ id: String, _ way: [String]) -> [String]? {
            for next in (waitsFor[id] ?? []).sorted() {
                if next == start { return way }
                guard seen.insert(next).inserted, waitsFor[next] != nil else { continue }
                if let found = walk(next, way + [next]) { return found }
            }
            return nil
        }
        return walk(start, [start])
    }
}
