/// The entry sheet (*fiche de saisie*): the platform's screens and fields, in its order, with what is already known.
///
/// Computed from the definition and the answers, never stored.
public struct EntrySheet: Sendable {
    public struct Cell: Sendable, Hashable {
        public enum State: Hashable, Sendable {
            case known
            case missing
            /// Not required, and empty.
            case optional
            /// Stored, but would be refused by the platform.
            case wrong(FormatProblem)
            /// Typed by the person alone: password, one-time code.
            case bySelf
            /// A box to tick on the platform.
            case tick
            /// A file to attach: the paper's code.
            case attach(String)
            /// This reader may not see it; somebody else of the structure may.
            case reserved
        }

        public var id: String
        public var label: String
        /// The month meant by `{mois}` in the label.
        public var month: Day?
        public var help: String
        public var type: ValueType
        public var options: [Option]
        public var fact: String?
        /// The stored text, in canonical form.
        public var value: String?
        public var isRequired: Bool
        public var state: State
    }

    public struct Page: Sendable {
        public var screen: Screen
        public var cells: [Cell]
    }

    public var questions: [Cell]
    public var pages: [Page]

    public init(demarche: Demarche, context: SheetContext) {
        let lookup = context.lookup
        questions = demarche.questions.filter { $0.condition?.holds(lookup) ?? true }.map { question in
            EntrySheet.cell(
                Field(
                    id: question.id, label: question.label, help: question.help, type: question.type,
                    options: question.options, fact: question.fact, requirement: question.required ? .always : .never),
                context)
        }
        pages = demarche.screens.filter { $0.condition?.holds(lookup) ?? true }.map { screen in
            Page(
                screen: screen,
                cells: screen.fields.filter { $0.condition?.holds(lookup) ?? true }.map { EntrySheet.cell($0, context) }
            )
        }
    }

    private static func cell(_ field: Field, _ context: SheetContext) -> Cell {
        let required =
            switch field.requirement {
            case .always: true
            case .never: false
            case .when(let condition): condition.holds(context.lookup)
            }
        let value = context.lookup.value(.answer(field.id))
        return Cell(
            id: field.id, label: field.label,
            month: field.monthOffset.map { context.opened.firstOfMonth.adding(months: $0) },
            help: field.help, type: field.type, options: field.options, fact: field.fact, value: value,
            isRequired: required, state: state(field, value, required, context))
    }

    private static func state(_ field: Field, _ value: String?, _ required: Bool, _ context: SheetContext) -> Cell.State
    {
        switch field.type {
        case .secret: return .bySelf
        case .tick: return .tick
        case .file: return .attach(field.piece ?? "")
        default: break
        }
        if let fact = field.fact, !context.readable(fact) { return .reserved }
        guard let value else { return required ? .missing : .optional }
        let checked = ValueFormat.check(
            value, as: field.type, options: field.options, today: context.lookup.today,
            mustBePast: field.fact.map(FactID.births.contains) ?? false)
        switch checked {
        case .success: return .known
        case .failure(let problem): return .wrong(problem)
        }
    }

    /// Which of these facts the procedure asks for and that are missing or would be refused.
    public func open(among facts: Set<String>) -> Set<String> {
        Set(
            cells.compactMap { cell in
                guard let fact = cell.fact, facts.contains(fact) else { return nil }
                switch cell.state {
                case .missing, .wrong: return fact
                default: return nil
                }
            })
    }

    /// Every cell that can hold an answer, questions first.
    public var cells: [Cell] { questions + pages.flatMap(\.cells) }
}

/// Answers still to come that a reader may neither see nor write: how many, never which.
public struct ReservedAnswers: Hashable, Sendable {
    public var count: Int
    /// What a colleague must be able to read to complete them.
    public var sensitivities: Set<FactDefinition.Sensitivity>

    public init(count: Int = 0, sensitivities: Set<FactDefinition.Sensitivity> = []) {
        self.count = count
        self.sensitivities = sensitivities
    }
}

/// What is known when a sheet is drawn or a check is run.
public struct SheetContext: Sendable {
    public var lookup: AnswerLookup
    /// The day on which the dossier was opened: months in labels are counted from it.
    public var opened: Day
    /// Facts that the reader may see.
    public var readable: @Sendable (String) -> Bool

    public init(lookup: AnswerLookup, opened: Day, readable: @escaping @Sendable (String) -> Bool) {
        self.lookup = lookup
        self.opened = opened
        self.readable = readable
    }
}

extension Demarche {
    /// Which answers of this procedure are facts of the person: answer id → fact id.
    public var bindings: [String: String] {
        var result: [String: String] = [:]
        for question in questions { result[question.id] = question.fact }
        for field in screens.flatMap(\.fields) { result[field.id] = field.fact }
        return result
    }
}
