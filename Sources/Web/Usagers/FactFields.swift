import Domain
import Markup

/// The fields of a person's file, by block: those of the name in sight, the others folded unless they hold something.
struct FactFields {
    let definitions: Definitions
    let blocks: [FactBlock]
    let readable: Set<FactDefinition.Sensitivity>
    /// What is stored, by fact.
    let known: [String: String]
    /// What was typed, when the form came back.
    let form: FormBody
    let errors: [FieldError]
    /// The few facts asked first, in this order; the rest is folded.
    var short: [String] = []

    static let first = [
        FactID.firstName, FactID.usualName, FactID.label, FactID.title, FactID.birthDate, FactID.birthYear,
        FactID.phone,
    ]

    var body: HTML {
        let quick = short.compactMap(definitions.fact).filter(isAsked)
        let groups = blocks.map { group($0, except: Set(quick.map(\.id))) }
        return "\(HTML.each(quick, field))\(HTML.join(groups))"
    }

    /// The facts that this form asks.
    var asked: [FactDefinition] { definitions.facts.filter(isAsked) }

    private func isAsked(_ fact: FactDefinition) -> Bool {
        readable.contains(fact.sensitivity) && blocks.contains { $0.id == fact.block } && fact.type.isStored
    }

    private func group(_ block: FactBlock, except: Set<String>) -> HTML {
        let facts = asked.filter { $0.block == block.id && !except.contains($0.id) }
        let reserved: HTML =
            FactBlocks.hasReserved(block, definitions, readable: readable)
            ? "<p class=\"aide\">\(Tag(.neutral, "réservé").body) D’autres champs de cette partie sont ouverts à d’autres rôles. Ils ne changent pas.</p>"
            : .empty
        guard !facts.isEmpty else { return .empty }
        let isOpen = facts.contains { fact in
            errors.contains { $0.field == fact.id } || !(form[fact.id].isEmpty && (known[fact.id] ?? "").isEmpty)
        }
        let help: HTML = block.help.isEmpty ? .empty : "<p class=\"aide\">\(Words.typographic(block.help))</p>"
        let title =
            except.isDisjoint(with: definitions.facts.filter { $0.block == block.id }.map(\.id))
            ? block.label : "\(block.label) (suite)"
        return Details(title, isOpen: isOpen, "\(help)\(HTML.each(facts, field))\(reserved)").body
    }

    private func field(_ fact: FactDefinition) -> HTML {
        FactControl(fact: fact, typed: typed(fact), error: errors.first { $0.field == fact.id }?.message).body
    }

    private func typed(_ fact: FactDefinition) -> [String] {
        if form.has(fact.id) { return form.all(fact.id).filter { !$0.isEmpty } }
        return known[fact.id].map { FactsForm.typed($0, fact) } ?? []
    }
}

/// The control that suits the type of one fact. Nothing is required: the form says so once.
struct FactControl {
    let fact: FactDefinition
    let typed: [String]
    let error: String?

    private var label: String { Words.typographic(fact.label) }
    private var value: String { typed.joined(separator: ", ") }
    private var help: String? { fact.help.isEmpty ? nil : Words.typographic(fact.help) }

    var body: HTML {
        switch fact.type {
        case .yesNo:
            "\(Hidden(fact.id, "").body)\(Checkbox(fact.id, label, isOn: value == "oui", help: help, error: error).body)"
        case .choice: choice
        case .choices: boxes
        case .date: DateField(fact.id, label, value: value, help: help, error: error, optional: true).body
        case .address, .longText:
            TextArea(fact.id, label, value: value, help: help, error: error, optional: true, rows: 2).body
        default: text
        }
    }

    private var options: [Choice] { fact.options.map { Choice($0.code, Words.typographic($0.label)) } }

    private var choice: HTML {
        guard options.count <= 3 else {
            return Select(
                fact.id, label, choices: options, chosen: value, prompt: "Non précisé", help: help, error: error,
                optional: true
            ).body
        }
        return RadioGroup(
            fact.id, label, choices: options + [Choice("", "Non précisé")], chosen: value, help: help, error: error,
            optional: true, inColumns: true
        ).body
    }

    /// The empty value goes along so that unticking everything is heard.
    private var boxes: HTML {
        let boxes = Checkboxes(fact.id, label, choices: options, chosen: Set(typed), help: help, error: error)
        return "\(Hidden(fact.id, "").body)\(boxes.body)"
    }

    private var text: HTML {
        let shape: (TextField.Kind, TextField.Width) =
            switch fact.type {
            case .email: (.email, .full)
            case .phone, .mobile: (.telephone, .medium)
            case .amount, .referenceIncome, .percentage: (.amount, .short)
            case .integer, .year, .postalCode: (.digits, .tiny)
            case .nir, .siret, .taxNumber, .taxAccessNumber, .electricityPoint, .foreignerNumber: (.digits, .medium)
            case .cafNumber, .franceTravailNumber, .gasPoint, .reference, .month: (.text, .medium)
            default: (.text, .full)
            }
        return TextField(
            fact.id, label, value: value, help: help, error: error, optional: true, kind: shape.0, width: shape.1
        ).body
    }
}
