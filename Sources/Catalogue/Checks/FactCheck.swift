import Domain

/// Questions and fields tied to a fact of the person: type and options come from it, or agree with it.
enum FactCheck {
    static func complete(_ demarche: inout Demarche, _ vocabulary: Vocabulary, _ places: Places) {
        let facts = Dictionary(vocabulary.facts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        func complete(_ item: inout some Answerable, _ path: Places.Path) {
            let fact = item.fact.flatMap { facts[$0] }
            if let fact {
                if !places.has(path + ["type"]) { item.type = fact.type }
                if item.options.isEmpty, item.type == .choice || item.type == .choices { item.options = fact.options }
                compare(item.type, item.options, fact, places, path)
            }
            guard fact != nil || places.has(path + ["type"]) else { return }
            ChoiceCheck.check(type: item.type, options: item.options, places, path)
        }
        for index in demarche.questions.indices {
            complete(&demarche.questions[index], ["questions", .index(index)])
        }
        for screen in demarche.screens.indices {
            for index in demarche.screens[screen].fields.indices {
                complete(&demarche.screens[screen].fields[index], ["ecrans", .index(screen), "champs", .index(index)])
            }
        }
    }

    private static func compare(
        _ type: ValueType, _ options: [Option], _ fact: FactDefinition, _ places: Places, _ path: Places.Path
    ) {
        guard type.family == fact.type.family else {
            places.report(
                "le type « \(type.rawValue) » ne va pas avec le fait « \(fact.id) », de type « \(fact.type.rawValue) ».",
                path + ["type"])
            return
        }
        let codes = fact.options.map(\.code)
        for (index, option) in options.enumerated() where !codes.isEmpty && !codes.contains(option.code) {
            places.report(
                "le code « \(option.code) » n’est pas un choix du fait « \(fact.id) » : \(codes.joined(separator: ", ")).",
                path + ["choix", .index(index), "code"])
        }
    }
}

/// What questions and fields share: both hold an answer.
protocol Answerable {
    var id: String { get }
    var type: ValueType { get set }
    var options: [Option] { get set }
    var fact: String? { get }
    var condition: Condition? { get }
}

extension Question: Answerable {}
extension Field: Answerable {}

/// Types whose values can stand for one another.
enum TypeFamily: Sendable {
    case text, yesNo, choice, choices, date, month, number, none
}

extension ValueType {
    var family: TypeFamily {
        switch self {
        case .yesNo: .yesNo
        case .choice: .choice
        case .choices: .choices
        case .date: .date
        case .month: .month
        case .amount, .integer, .percentage, .referenceIncome, .year: .number
        case .tick, .file, .secret: .none
        default: .text
        }
    }
}
