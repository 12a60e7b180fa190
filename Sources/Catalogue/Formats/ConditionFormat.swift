import Domain
import Yams

/// One operator of a condition: its word, how its value is read, and its line in the reference.
struct ConditionOperator: Sendable {
    let name: String
    let value: String
    let meaning: String
    let example: String
    /// The group of answer types that it fits, checked by `ConditionCheck`.
    let family: Family
    let read: @Sendable (Cell) -> Condition.Test

    enum Family: Sendable { case code, any, number, day, date, birth, same, text }

    private init<V>(
        _ name: String, _ kind: Kind<V>, _ family: Family, _ meaning: String, _ example: String,
        _ test: @escaping @Sendable (V) -> Condition.Test
    ) {
        self.name = name
        value = kind.label
        self.meaning = meaning
        self.example = example
        self.family = family
        read = { test(kind.read($0)) }
    }

    static let all: [ConditionOperator] = [
        .init("est", .text, .code, "La réponse est ce code (choix multiple : le contient).", "est: oui") {
            .equals($0)
        },
        .init(
            "parmi", .list(.text, atLeast: 1), .code, "La réponse est l’un de ces codes.", "parmi: [celibataire, veuf]"
        ) { .oneOf($0) },
        .init("rempli", .flag, .any, "Il y a une réponse, ou il n’y en a pas.", "rempli: non") { .filled($0) },
        .init("plus_de", .number, .number, "Strictement plus que ce nombre.", "plus_de: 0") { .moreThan($0) },
        .init("au_moins", .number, .number, "Ce nombre ou plus.", "au_moins: 3") { .atLeast($0) },
        .init("moins_de", .number, .number, "Strictement moins que ce nombre.", "moins_de: 18") { .lessThan($0) },
        .init("au_plus", .number, .number, "Ce nombre ou moins.", "au_plus: 2") { .atMost($0) },
        .init("avant", .dayExpression, .day, "Avant ce jour.", "avant: aujourdhui-3m") { .before($0) },
        .init("apres", .dayExpression, .day, "Après ce jour.", "apres: aujourdhui") { .after($0) },
        .init(
            "entre_jours", SeasonFormat.block.kind, .date,
            "La date tombe entre ces deux jours, quelle que soit l’année ; peut passer le jour de l’an.",
            "entre_jours: {du: \"11-01\", au: \"03-31\"}"
        ) { .betweenDays(from: $0.from, through: $0.through) },
        .init("pareil_que", .operand, .same, "La même chose qu’une autre réponse.", "pareil_que: {fait: nom_naissance}")
        { .sameAs($0) },
        .init(
            "different_de", .operand, .same, "Autre chose qu’une autre réponse.", "different_de: {fait: iban_titulaire}"
        ) { .differentFrom($0) },
        .init(
            "depasse", .operand, .number, "Un nombre plus grand que cette autre réponse.",
            "depasse: {reponse: salaire_brut}"
        ) { .moreThanAnswer($0) },
        .init(
            "age_au_moins", .integer(in: 0...130), .birth, "Date de naissance : cet âge ou plus, aujourd’hui.",
            "age_au_moins: 25"
        ) { .ageAtLeast($0) },
        .init(
            "age_moins_de", .integer(in: 0...130), .birth, "Date de naissance : moins que cet âge, aujourd’hui.",
            "age_moins_de: 18"
        ) { .ageUnder($0) },
        .init(
            "commence_par", .list(.text, atLeast: 1), .text, "Le texte commence par l’un de ces débuts.",
            "commence_par: [\"7\", \"8\"]"
        ) { .startsWith($0) },
    ]

    static let names = all.map(\.name)
}

/// `entre_jours`: two days of the year.
enum SeasonFormat {
    struct Season: Sendable {
        var from: Deadline.MonthDay
        var through: Deadline.MonthDay
    }

    static let from = Key<Deadline.MonthDay>.required("du", .monthDay, "Premier jour, \"MM-JJ\".", "\"11-01\"")
    static let through = Key<Deadline.MonthDay>.required("au", .monthDay, "Dernier jour, \"MM-JJ\".", "\"03-31\"")

    static let block = Block<Season>(
        "Condition « entre_jours »", "Deux jours de l’année, compris.", [from.page, through.page]
    ) { Season(from: $0[from], through: $0[through]) }
}

/// Conditions: `{tous: […]}`, `{un_de: […]}`, `{non: …}`, `{reponse: id, <op>}`, `{fait: id, <op>}`.
enum ConditionFormat {
    static let groups = ["tous", "un_de", "non"]
    static let operands = ["reponse", "fait"]
    /// Deep enough for any real rule; stops a file that folds on itself through aliases.
    private static let maximumDepth = 8

    static let kind = Kind<Condition>("condition", placeholder: { .all([]) }) { read($0, depth: 0) }

    private static func read(_ cell: Cell, depth: Int) -> Condition {
        guard depth < maximumDepth else {
            cell.report("condition trop imbriquée (plus de \(maximumDepth) niveaux).")
            return .all([])
        }
        guard case .mapping(let mapping) = cell.node else {
            cell.report("condition attendue, comme {reponse: id, est: oui}, trouvé \(cell.shape).")
            return .all([])
        }
        var values: [String: Node] = [:]
        let known = groups + operands + ConditionOperator.names
        for (key, value) in mapping {
            guard case .scalar(let name) = key, known.contains(name.string) else {
                cell.with(key).reportUnknownKey(known: known)
                continue
            }
            values[name.string] = value
        }
        return condition(values, in: cell, depth: depth)
    }

    private static func condition(_ values: [String: Node], in cell: Cell, depth: Int) -> Condition {
        if let group = groups.first(where: { values[$0] != nil }), let node = values[group] {
            if values.count > 1 {
                cell.report("« \(group) » va seul : mettez les autres clés dans une condition à part.")
            }
            return read(group: group, cell.with(node), depth: depth)
        }
        guard let operand = readOperand(values, in: cell) else { return .all([]) }
        let found = ConditionOperator.all.filter { values[$0.name] != nil }
        guard found.count == 1, let node = values[found[0].name] else {
            let names = found.map { "« \($0.name) »" }.joined(separator: ", ")
            cell.report(
                found.isEmpty
                    ? "condition sans opérateur : ajoutez par exemple « est: oui » ou « rempli: oui »."
                    : "un seul opérateur par condition, trouvé \(names) : réunissez-les avec « tous ».")
            return .all([])
        }
        return .test(operand, found[0].read(cell.with(node)))
    }

    private static func read(group: String, _ cell: Cell, depth: Int) -> Condition {
        if group == "non" { return .not(read(cell, depth: depth + 1)) }
        guard case .sequence(let items) = cell.node, !items.isEmpty else {
            cell.report("« \(group) » attend une liste de conditions, trouvé \(cell.shape).")
            return .all([])
        }
        let conditions = items.map { read(cell.with($0), depth: depth + 1) }
        return group == "tous" ? .all(conditions) : .any(conditions)
    }

    /// `{reponse: id}` or `{fait: id}` among these keys.
    static func readOperand(_ values: [String: Node], in cell: Cell) -> Condition.Operand? {
        switch (values["reponse"], values["fait"]) {
        case (let node?, nil): return .answer(Kind.reference(.answer).read(cell.with(node)))
        case (nil, let node?): return .fact(Kind.reference(.fact).read(cell.with(node)))
        case (nil, nil): cell.report("« reponse: id » ou « fait: id » attendu.")
        default: cell.report("« reponse » ou « fait », pas les deux.")
        }
        return nil
    }
}

extension Kind where Value == Condition {
    static var condition: Kind { ConditionFormat.kind }
}

extension Kind where Value == Condition.Operand {
    static let operand = Kind("{reponse: id} ou {fait: id}", placeholder: { .answer("") }) { cell in
        guard case .mapping(let mapping) = cell.node else {
            cell.report("{reponse: id} ou {fait: id} attendu, trouvé \(cell.shape).")
            return .answer("")
        }
        var values: [String: Node] = [:]
        for (key, value) in mapping {
            guard case .scalar(let name) = key, ConditionFormat.operands.contains(name.string) else {
                cell.with(key).reportUnknownKey(known: ConditionFormat.operands)
                continue
            }
            values[name.string] = value
        }
        return ConditionFormat.readOperand(values, in: cell) ?? .answer("")
    }
}

extension Kind where Value == DayExpression {
    static let dayExpression = Kind(
        "jour AAAA-MM-JJ, aujourdhui, aujourdhui-3m, aujourdhui+14j", placeholder: { .today(months: 0, days: 0) }
    ) { cell in
        guard let text = cell.text(expected: "jour") else { return .today(months: 0, days: 0) }
        guard let day = parse(text) else {
            cell.report(
                "jour attendu (2026-01-31, aujourdhui, aujourdhui-3m, aujourdhui+14j), trouvé « \(text.shortened) ».")
            return .today(months: 0, days: 0)
        }
        return day
    }

    /// `aujourdhui` then any of `±Nm` and `±Nj`, each at most once, months first.
    static func parse(_ text: String) -> DayExpression? {
        if let day = Day(text) { return .fixed(day) }
        guard text.hasPrefix("aujourdhui") else { return nil }
        var rest = text.dropFirst("aujourdhui".count)
        var months: Int?
        var days: Int?
        while let sign = rest.first {
            rest.removeFirst()
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard sign == "+" || sign == "-", digits.count <= 4, let number = Int(digits) else { return nil }
            rest = rest.dropFirst(digits.count)
            let signed = sign == "-" ? -number : number
            switch rest.popFirst() {
            case "m" where months == nil && days == nil: months = signed
            case "j" where days == nil: days = signed
            default: return nil
            }
        }
        return .today(months: months ?? 0, days: days ?? 0)
    }
}
