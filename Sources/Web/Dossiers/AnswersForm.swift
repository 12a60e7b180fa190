import Domain
import Markup

/// The answers of the entry sheet as sent: canonical values, or what is wrong with each.
struct AnswersForm {
    /// By answer id; an empty text removes the answer.
    private(set) var values: [String: String] = [:]
    private(set) var problems: [FieldError] = []

    init(_ form: FormBody, sheet: EntrySheet, today: Day) {
        var facts: Set<String> = []
        for cell in sheet.cells where form.has(cell.name) && cell.type.isStored && cell.state != .reserved {
            if let fact = cell.fact, !facts.insert(fact).inserted { continue }
            let typed = form.all(cell.name).filter { !$0.trimmed.isEmpty }.joined(separator: ",")
            if typed.isEmpty {
                if cell.value != nil { values[cell.id] = "" }
                continue
            }
            let checked = ValueFormat.check(
                typed, as: cell.type, options: cell.options, today: today,
                mustBePast: cell.fact.map(FactID.births.contains) ?? false)
            switch checked {
            case .success(let value): values[cell.id] = value
            case .failure(let problem): problems.append(FieldError(cell.name, problem.sentence))
            }
        }
    }
}

/// Two people filled the same sheet: what this one typed, and what the other has saved, where they differ.
struct AnswerConflict {
    struct Line {
        let label: String
        let mine: String
        let saved: String
    }

    let lines: [Line]
    let isDraft: Bool

    /// - Parameters:
    ///   - form: what was sent, from an older version.
    ///   - sheet: the sheet as it is saved now.
    ///   - isDraft: it was kept as a draft, and is now given back.
    init(_ form: FormBody, sheet: EntrySheet, today: Day, isDraft: Bool = false) {
        self.isDraft = isDraft
        let answers = AnswersForm(form, sheet: sheet, today: today)
        lines = sheet.cells.compactMap { cell in
            guard form.has(cell.name), cell.type.isStored, cell.state != .reserved else { return nil }
            let typed = form.all(cell.name).filter { !$0.isEmpty }.joined(separator: ", ")
            let mine = answers.values[cell.id] ?? (typed.isEmpty ? "" : typed)
            guard mine != (cell.value ?? "") else { return nil }
            func shown(_ text: String) -> String {
                text.isEmpty ? "vide" : ValueFormat.display(text, as: cell.type, options: cell.options)
            }
            return Line(label: cell.words, mine: shown(mine), saved: shown(cell.value ?? ""))
        }
    }

    var notice: HTML { StaleNotice(lines.map { ($0.label, $0.mine, $0.saved) }, isDraft: isDraft).body }
}
