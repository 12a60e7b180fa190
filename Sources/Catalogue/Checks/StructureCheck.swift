import Domain

/// Identifiers written once.
enum UniqueCheck {
    static func check(_ demarche: Demarche, _ places: Places) {
        var names = UniqueNames()
        func note(_ noun: String, _ key: Places.Step, _ values: [String], _ field: Places.Step? = "id") {
            for (index, value) in values.enumerated() {
                names.note(noun, value, places, [key, .index(index)] + (field.map { [$0] } ?? []))
            }
        }
        note("la question ou le champ", "questions", demarche.questions.map(\.id))
        for (i, screen) in demarche.screens.enumerated() {
            for (j, field) in screen.fields.enumerated() {
                names.note(
                    "la question ou le champ", field.id, places, ["ecrans", .index(i), "champs", .index(j), "id"])
            }
        }
        note("l’écran", "ecrans", demarche.screens.map(\.id))
        note("le contrôle", "controles", demarche.checks.map(\.id))
        note("l’échec", "echecs", demarche.failures.map(\.id))
        note("l’échéance", "echeances", demarche.deadlines.map(\.id))
        note("le recours", "recours", demarche.appeals.map(\.id))
        note("la démarche liée", "liees", demarche.related, nil)
        note("le besoin", "besoins", demarche.needs.map(\.rawValue), nil)
        note("la source", "sources", demarche.sources, nil)
        for (index, name) in demarche.search.names.enumerated() {
            names.note("le nom", name, places, ["recherche", "noms", .index(index)])
        }
        for (index, id) in demarche.related.enumerated() where id == demarche.id {
            places.report("une démarche n’est pas liée à elle-même.", ["liees", .index(index)])
        }
    }
}

/// What the type of a field asks for: `{mois}`, the paper of a file, the screen of a failure.
enum FieldCheck {
    static func check(_ demarche: Demarche, _ places: Places) {
        for (i, screen) in demarche.screens.enumerated() {
            for (j, field) in screen.fields.enumerated() {
                check(field, places, ["ecrans", .index(i), "champs", .index(j)])
            }
        }
        for (index, question) in demarche.questions.enumerated() {
            let path: Places.Path = ["questions", .index(index)]
            if question.label.contains("{mois}") {
                places.report("{mois} ne va que dans le libellé d’un champ d’écran.", path + ["libelle"])
            }
            if !question.type.isStored {
                places.report(
                    "une question ne peut pas être de type \(question.type.rawValue) : Cordée n’en garde rien.",
                    path + ["type"])
            }
        }
        checkFailures(demarche, places)
    }

    private static func check(_ field: Field, _ places: Places, _ path: Places.Path) {
        let hasMonth = field.label.contains("{mois}")
        if hasMonth, field.monthOffset == nil {
            places.report(
                "{mois} dans le libellé sans « mois » : ajoutez par exemple « mois: -1 ».", path + ["libelle"])
        } else if !hasMonth, field.monthOffset != nil {
            places.report("« mois » sans {mois} dans le libellé.", path + ["mois"])
        }
        if field.type == .file, field.piece == nil {
            places.report("un champ de type fichier dit sa pièce : ajoutez « piece: … ».", path)
        } else if field.type != .file, field.piece != nil {
            places.report("« piece » ne va qu’avec le type fichier, pas \(field.type.rawValue).", path + ["piece"])
        }
    }

    private static func checkFailures(_ demarche: Demarche, _ places: Places) {
        for (index, failure) in demarche.failures.enumerated() {
            guard let field = failure.field, let id = failure.screen,
                let screen = demarche.screens.first(where: { $0.id == id }),
                demarche.screens.flatMap(\.fields).contains(where: { $0.id == field })
            else { continue }
            if !screen.fields.contains(where: { $0.id == field }) {
                places.report(
                    "le champ « \(field) » n’est pas dans l’écran « \(id) ».", ["echecs", .index(index), "champ"])
            }
        }
    }
}

/// `sources` lists exactly what is cited.
enum SourceListCheck {
    static func check(_ demarche: Demarche, _ places: Places) {
        let list = Set(demarche.sources.indices.map { places.spot(["sources", .index($0)]) })
        let cited = places.reading.references.filter {
            $0.kind == .source && !list.contains(Spot(line: $0.line, column: $0.column))
        }
        let known = Set(demarche.sources)
        var told: Set<String> = []
        for reference in cited where !known.contains(reference.id) && told.insert(reference.id).inserted {
            places.reading.report(
                "la source « \(reference.id) » est citée ici et manque dans « sources » à la fin du fichier.",
                line: reference.line, column: reference.column)
        }
        let used = Set(cited.map(\.id))
        for (index, source) in demarche.sources.enumerated() where !source.isEmpty && !used.contains(source) {
            places.report(
                "la source « \(source) » n’est citée nulle part dans le fichier.", ["sources", .index(index)])
        }
    }
}

/// Deadlines counted from an answer need a date.
enum DeadlineCheck {
    static func check(_ demarche: Demarche, _ answers: AnswerTable, _ places: Places) {
        for (index, deadline) in demarche.deadlines.enumerated() {
            let path: Places.Path = ["echeances", .index(index), "calcul"]
            let (anchor, key): (Deadline.Anchor, Places.Step)
            switch deadline.calculation {
            case .after(let from, _): (anchor, key) = (from, "apres")
            case .every(_, let from, _): (anchor, key) = (from, "tous_les")
            case .before(let from, _, _): (anchor, key) = (from, "avant")
            case .monthlyWindow, .yearly, nil: continue
            }
            let operand: Condition.Operand
            switch anchor {
            case .answer(let id): operand = .answer(id)
            case .fact(let id): operand = .fact(id)
            case .opening, .filing, .decision: continue
            }
            guard let type = answers[operand]?.type, type.family != .date, type.family != .month else { continue }
            places.report(
                "une échéance se compte depuis une date ; « \(operand.name) » est de type \(type.rawValue).",
                path + [key, "depuis"])
        }
    }
}
