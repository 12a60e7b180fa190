import Domain

/// The checks of meaning of one procedure, once its file is read.
enum DemarcheCheck {
    /// Reports through `places`; also gives questions and fields the type and options of their fact.
    static func check(_ demarche: inout Demarche, _ vocabulary: Vocabulary, _ places: Places) {
        FactCheck.complete(&demarche, vocabulary, places)
        ReferenceCheck.check(places.reading, vocabulary: vocabulary, own: ownIdentifiers(demarche))
        let answers = AnswerTable(demarche, facts: vocabulary.facts)
        UniqueCheck.check(demarche, places)
        FieldCheck.check(demarche, places)
        SourceListCheck.check(demarche, places)
        MinimumCheck.check(demarche, places)
        for site in ConditionSite.all(demarche) {
            ConditionCheck.check(site, answers, places)
            ReachCheck.check(site, answers, places)
        }
        PaperCheck.check(demarche, answers, places)
        OrderCheck.check(demarche, places)
        DeadlineCheck.check(demarche, answers, places)
    }

    private static func ownIdentifiers(_ demarche: Demarche) -> [Reference.Kind: [String]] {
        let fields = demarche.screens.flatMap(\.fields).map(\.id)
        return [
            .screen: demarche.screens.map(\.id),
            .field: fields,
            .answer: demarche.questions.map(\.id) + fields,
            .listedPiece: demarche.pieces.map(\.piece),
        ]
    }
}

/// The answers of a procedure and the facts that conditions may look at, with their types.
struct AnswerTable {
    struct Entry {
        let type: ValueType
        let options: [Option]

        /// The codes that the answer may be; nil when it is free.
        var codes: [String]? {
            switch type {
            case .yesNo: ["oui", "non"]
            case .choice, .choices: options.isEmpty ? nil : options.map(\.code)
            default: nil
            }
        }
    }

    private var entries: [Condition.Operand: Entry] = [:]
    private var bindings: [String: String] = [:]
    /// Conditions under which the question or field is shown (that of its screen included).
    private(set) var shownWhen: [String: [Condition]] = [:]

    init(_ demarche: Demarche, facts: [FactDefinition]) {
        for fact in facts { entries[.fact(fact.id)] = Entry(type: fact.type, options: fact.options) }
        for question in demarche.questions { add(question, under: []) }
        for screen in demarche.screens {
            for field in screen.fields { add(field, under: [screen.condition].compactMap { $0 }) }
        }
    }

    private mutating func add(_ item: some Answerable, under conditions: [Condition]) {
        entries[.answer(item.id)] = Entry(type: item.type, options: item.options)
        shownWhen[item.id] = conditions + [item.condition].compactMap { $0 }
        if let fact = item.fact { bindings[item.id] = fact }
    }

    subscript(operand: Condition.Operand) -> Entry? { entries[operand] }

    /// An answer tied to a fact is that fact.
    func canonical(_ operand: Condition.Operand) -> Condition.Operand {
        guard case .answer(let id) = operand, let fact = bindings[id] else { return operand }
        return .fact(fact)
    }
}

/// A condition of a procedure and where it is written.
struct ConditionSite {
    let condition: Condition
    let path: Places.Path
    /// Conditions already true when this one is looked at.
    var given: [Condition] = []
    /// The question that it hides, if it is one.
    var question: String?

    static func all(_ demarche: Demarche) -> [ConditionSite] {
        var sites: [ConditionSite] = []
        func add(_ condition: Condition?, _ path: Places.Path, given: [Condition] = [], question: String? = nil) {
            guard let condition else { return }
            sites.append(ConditionSite(condition: condition, path: path + ["si"], given: given, question: question))
        }
        for (i, item) in demarche.questions.enumerated() {
            add(item.condition, ["questions", .index(i)], question: item.id)
        }
        for (i, screen) in demarche.screens.enumerated() {
            add(screen.condition, ["ecrans", .index(i)])
            let around = [screen.condition].compactMap { $0 }
            for (j, field) in screen.fields.enumerated() {
                let path: Places.Path = ["ecrans", .index(i), "champs", .index(j)]
                add(field.condition, path, given: around)
                if case .when(let condition) = field.requirement {
                    add(condition, path + ["obligatoire"], given: around + [field.condition].compactMap { $0 })
                }
            }
        }
        for (i, item) in demarche.checks.enumerated() { add(item.condition, ["controles", .index(i)]) }
        for (i, item) in demarche.pieces.enumerated() { add(item.condition, ["pieces", .index(i)]) }
        for (i, item) in demarche.deadlines.enumerated() { add(item.condition, ["echeances", .index(i)]) }
        return sites
    }
}

extension Condition {
    /// Calls `visit` for each test, with its place.
    func forEachTest(_ path: Places.Path, _ visit: (Operand, Test, Places.Path) -> Void) {
        switch self {
        case .all(let parts):
            for (i, part) in parts.enumerated() { part.forEachTest(path + ["tous", .index(i)], visit) }
        case .any(let parts):
            for (i, part) in parts.enumerated() { part.forEachTest(path + ["un_de", .index(i)], visit) }
        case .not(let part): part.forEachTest(path + ["non"], visit)
        case .test(let operand, let test): visit(operand, test, path)
        }
    }
}

extension Condition.Operand {
    var key: Places.Step {
        switch self {
        case .answer: "reponse"
        case .fact: "fait"
        }
    }

    var name: String {
        switch self {
        case .answer(let id), .fact(let id): id
        }
    }
}

extension Condition.Test {
    /// The word of the operator in the files.
    var word: String {
        switch self {
        case .equals: "est"
        case .oneOf: "parmi"
        case .filled: "rempli"
        case .moreThan: "plus_de"
        case .atLeast: "au_moins"
        case .lessThan: "moins_de"
        case .atMost: "au_plus"
        case .before: "avant"
        case .after: "apres"
        case .betweenDays: "entre_jours"
        case .sameAs: "pareil_que"
        case .differentFrom: "different_de"
        case .moreThanAnswer: "depasse"
        case .ageAtLeast: "age_au_moins"
        case .ageUnder: "age_moins_de"
        case .startsWith: "commence_par"
        }
    }

    /// The operand compared with.
    var other: Condition.Operand? {
        switch self {
        case .sameAs(let other), .differentFrom(let other), .moreThanAnswer(let other): other
        default: nil
        }
    }
}
