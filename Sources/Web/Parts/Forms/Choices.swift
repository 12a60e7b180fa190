import Markup

/// One choice among several.
struct Choice {
    let value: String
    let label: String
    let help: String?

    init(_ value: String, _ label: String, help: String? = nil) {
        self.value = value
        self.label = label
        self.help = help
    }
}

/// A closed list of many choices (more than seven); below that, prefer `RadioGroup`, where all is in sight.
struct Select {
    var field: Field
    var choices: [Choice]
    var chosen: String?
    /// What is shown while nothing is chosen.
    var prompt: String

    init(
        _ name: String, _ label: String, choices: [Choice], chosen: String? = nil, prompt: String = "Choisir…",
        help: String? = nil, error: String? = nil, optional: Bool = false
    ) {
        field = Field(name: name, label: label, help: help, error: error, optional: optional)
        self.choices = choices
        self.chosen = chosen
        self.prompt = prompt
    }

    /// The same, in one of several forms of a page.
    func within(_ scope: String) -> Select {
        var select = self
        select.field.scope = scope
        return select
    }

    var body: HTML {
        let options = HTML.each(choices) {
            "<option\(attribute: "value", $0.value)\(if: $0.value == chosen, " selected")>\($0.label)</option>"
        }
        return field.around("<select\(field.attributes)><option value=\"\">\(prompt)</option>\(options)</select>")
    }
}

/// One choice among a few, all in sight.
struct RadioGroup {
    var field: Field
    var choices: [Choice]
    var chosen: String?
    /// In columns where the page is wide: for short labels.
    var inColumns: Bool

    init(
        _ name: String, _ legend: String, choices: [Choice], chosen: String? = nil, help: String? = nil,
        error: String? = nil, optional: Bool = false, inColumns: Bool = false
    ) {
        field = Field(name: name, label: legend, help: help, error: error, optional: optional)
        self.choices = choices
        self.chosen = chosen
        self.inColumns = inColumns
    }

    var body: HTML {
        field.around(
            choices: HTML.each(choices.enumerated()) { index, choice in
                Tick(kind: "radio", field: field, index: index, choice: choice, isOn: choice.value == chosen).body
            }, style: inColumns ? HTML(trusted: " choix-colonnes") : .empty)
    }
}

/// Any number of choices among a few, all in sight. The form sends the name once per box ticked.
struct Checkboxes {
    var field: Field
    var choices: [Choice]
    var chosen: Set<String>
    var inColumns: Bool

    init(
        _ name: String, _ legend: String, choices: [Choice], chosen: Set<String> = [], help: String? = nil,
        error: String? = nil, optional: Bool = true, inColumns: Bool = true
    ) {
        field = Field(name: name, label: legend, help: help, error: error, optional: optional)
        self.choices = choices
        self.chosen = chosen
        self.inColumns = inColumns
    }

    var body: HTML {
        field.around(
            choices: HTML.each(choices.enumerated()) { index, choice in
                Tick(kind: "checkbox", field: field, index: index, choice: choice, isOn: chosen.contains(choice.value))
                    .body
            }, style: inColumns ? HTML(trusted: " choix-colonnes") : .empty)
    }
}

/// One box alone, for a yes.
struct Checkbox {
    var field: Field
    var value: String
    var isOn: Bool

    init(
        _ name: String, _ label: String, value: String = "oui", isOn: Bool = false, help: String? = nil,
        error: String? = nil
    ) {
        field = Field(name: name, label: label, help: nil, error: error, optional: true)
        self.value = value
        self.isOn = isOn
        self.help = help
    }

    private var help: String?

    var body: HTML {
        """
        <div class="champ\(if: field.error != nil, " champ-faux")">\(field.helpAndError)\
        \(Tick(kind: "checkbox", field: field, index: 0, choice: Choice(value, field.label, help: help), isOn: isOn).body)</div>
        """
    }
}

/// One radio button or box with its label, as one large target.
private struct Tick {
    let kind: HTML
    let field: Field
    let index: Int
    let choice: Choice
    let isOn: Bool

    /// The first carries the id of the field, so that the summary of errors leads to it.
    private var id: String { index == 0 ? field.id : "\(field.id)-\(index + 1)" }

    var body: HTML {
        let helpId = choice.help.map { _ in "\(id)-note" }
        let help: HTML? = choice.help.map { "<span class=\"case-aide\"\(attribute: "id", helpId)>\($0)</span>" }
        return """
            <div class="case"><input type="\(kind)"\(attribute: "name", field.name)\(attribute: "id", id)\
            \(attribute: "value", choice.value)\(attribute: "aria-describedby", helpId)\(if: isOn, " checked")>\
            <label\(attribute: "for", id)>\(choice.label)</label>\(help)</div>
            """
    }
}
