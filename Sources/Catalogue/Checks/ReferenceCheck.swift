import Domain

/// Identifiers cited and not defined anywhere.
enum ReferenceCheck {
    /// - Parameter own: identifiers defined inside the procedure, by kind.
    static func check(_ reading: FileReading, vocabulary: Vocabulary, own: [Reference.Kind: [String]] = [:]) {
        var known: [Reference.Kind: Set<String>] = [:]
        for kind in Set(reading.references.map(\.kind)) {
            known[kind] = Set(own[kind] ?? vocabulary.identifiers(kind) ?? [])
        }
        for reference in reading.references where known[reference.kind]?.contains(reference.id) != true {
            let candidates = (known[reference.kind] ?? []).sorted()
            reading.report(
                "\(reference.kind.noun) « \(reference.id.shortened) » n’existe pas dans \(reference.kind.place).\(Nearest.hint(reference.id, in: candidates))",
                line: reference.line, column: reference.column)
        }
    }
}

/// Options stand with the types that have them, and only with them.
enum ChoiceCheck {
    static func check(type: ValueType, options: [Option], _ places: Places, _ path: Places.Path) {
        let isChoice = type == .choice || type == .choices
        if isChoice, options.isEmpty {
            places.report("« choix » attendu : le type \(type.rawValue) a besoin de ses réponses possibles.", path)
        }
        if !isChoice, !options.isEmpty {
            places.report(
                "« choix » ne va qu’avec les types choix et choix_multiple, pas \(type.rawValue).", path + ["choix"])
        }
        var codes: Set<String> = []
        for (index, option) in options.enumerated() where !codes.insert(option.code).inserted {
            places.report("code « \(option.code) » écrit deux fois.", path + ["choix", .index(index), "code"])
        }
    }
}
