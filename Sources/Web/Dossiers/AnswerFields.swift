import Domain
import Markup

/// The form of the entry sheet: questions first, then each screen's fields.
struct AnswerFields {
    let view: DossierView
    let sheet: EntrySheet
    let form: FormBody
    let errors: [FieldError]

    var body: HTML {
        var asked: Set<String> = []
        let questions = sheet.questions.map { control($0, &asked) }
        let pages = sheet.pages.map { page in
            let fields = page.cells.map { control($0, &asked) }
            return FieldGroup(
                "Écran « \(page.screen.title) »", help: page.screen.note?.text,
                fields.isEmpty ? "<p>Rien à écrire ici, d’après les réponses.</p>" : HTML.join(fields)
            ).body
        }
        let first: HTML =
            questions.isEmpty
            ? .empty
            : FieldGroup(
                "Les questions",
                help: "Les réponses décident des écrans et des papiers. Enregistrez : la suite s’adapte.",
                HTML.join(questions)
            ).body
        return first + HTML.join(pages)
    }

    /// A fact that is asked twice is typed once: its second place only says so.
    private func control(_ cell: EntrySheet.Cell, _ asked: inout Set<String>) -> HTML {
        if let fact = cell.fact, cell.type.isStored {
            guard asked.insert(fact).inserted else { return said(cell, "Déjà demandé plus haut.") }
        }
        switch cell.state {
        case .bySelf: return said(cell, "La personne le tape elle-même. Ne le notez jamais.")
        case .tick: return said(cell, "À cocher sur le site, par la personne.")
        case .attach(let piece): return said(cell, "À joindre sur le site : \(view.pieceLabel(piece)).")
        case .reserved: return said(cell, "Réservé : un collègue autorisé peut le lire et l’écrire.")
        default:
            return AnswerControl(cell: cell, typed: typed(cell), error: errors.first { $0.field == cell.name }?.message)
                .body
        }
    }

    private func said(_ cell: EntrySheet.Cell, _ words: String) -> HTML {
        "<p><b>\(cell.words)</b><br><small>\(words)</small></p>"
    }

    /// What was typed, or what is stored, as it is typed.
    private func typed(_ cell: EntrySheet.Cell) -> [String] {
        if form.has(cell.name) { return form.all(cell.name).filter { !$0.isEmpty } }
        guard let value = cell.value else { return [] }
        switch cell.type {
        case .choices: return value.split(separator: ",").map(String.init)
        case .choice, .yesNo: return [value]
        case .amount, .percentage: return [ValueFormat.copyForm(value, as: cell.type)]
        default:
            return [ValueFormat.display(value, as: cell.type, options: cell.options).replacing("\u{A0}€", with: "")]
        }
    }
}

/// The control that suits the type of one answer.
struct AnswerControl {
    let cell: EntrySheet.Cell
    let typed: [String]
    let error: String?

    private var optional: Bool { !cell.isRequired }
    private var value: String { typed.joined(separator: ", ") }
    private var help: String? {
        let parts = [cell.help, cell.fact == nil ? "" : "Sert aussi aux autres démarches."].filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    var body: HTML {
        switch cell.type {
        case .yesNo: radios([Choice("oui", "Oui"), Choice("non", "Non")])
        case .choice: choice
        case .choices: boxes
        case .date: DateField(cell.name, cell.words, value: value, help: help, error: error, optional: optional).body
        case .longText: TextArea(cell.name, cell.words, value: value, help: help, error: error, optional: optional).body
        case .address:
            TextArea(cell.name, cell.words, value: value, help: help, error: error, optional: optional, rows: 2).body
        default: text
        }
    }

    private var choice: HTML {
        let choices = cell.options.map { Choice($0.code, $0.label) }
        if choices.count <= 4 { return radios(choices) }
        return Select(
            cell.name, cell.words, choices: choices, chosen: value, prompt: "Pas encore su", help: help, error: error,
            optional: optional
        ).body
    }

    private func radios(_ choices: [Choice]) -> HTML {
        RadioGroup(
            cell.name, cell.words, choices: choices + [Choice("", "Pas encore su")], chosen: value, help: help,
            error: error,
            optional: optional, inColumns: true
        ).body
    }

    /// The empty value goes along so that unticking everything is heard.
    private var boxes: HTML {
        let boxes = Checkboxes(
            cell.name, cell.words, choices: cell.options.map { Choice($0.code, $0.label) }, chosen: Set(typed),
            help: help,
            error: error, optional: optional)
        return "\(Hidden(cell.name, "").body)\(boxes.body)"
    }

    private var text: HTML {
        let kind: TextField.Kind
        let width: TextField.Width
        switch cell.type {
        case .email: (kind, width) = (.email, .full)
        case .phone, .mobile: (kind, width) = (.telephone, .medium)
        case .amount, .referenceIncome, .percentage: (kind, width) = (.amount, .short)
        case .integer, .year, .postalCode: (kind, width) = (.digits, .tiny)
        case .month: (kind, width) = (.text, .short)
        case .nir, .siret, .taxNumber, .taxAccessNumber, .electricityPoint, .foreignerNumber:
            (kind, width) = (.digits, .medium)
        default: (kind, width) = (.text, .full)
        }
        return TextField(
            cell.name, cell.words, value: value, help: hint, error: error, optional: optional, kind: kind, width: width
        ).body
    }

    private var hint: String? {
        let format: String? =
            switch cell.type {
            case .amount: "En euros, par exemple 1\u{A0}234,50."
            case .referenceIncome: "En euros entiers."
            case .month: "Mois et année, par exemple 11/2026."
            case .year: "Sur quatre chiffres."
            case .nir: "15 chiffres, clé comprise."
            case .iban: "Commence par deux lettres, par exemple FR76…"
            case .siret: "14 chiffres."
            case .taxNumber: "13 chiffres, sur l’avis d’impôt."
            default: nil
            }
        let parts = [help, format].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
