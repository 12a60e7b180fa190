import Markup

/// One line of text.
///
///     TextField("prenom", "Prénom", value: typed, help: "Un prénom suffit.", error: problem).body
struct TextField {
    enum Kind { case text, email, telephone, digits, amount, search, password }
    /// How much is expected, in characters, so that the box says it.
    enum Width { case full, medium, short, tiny }

    var field: Field
    var value: String
    var kind: Kind
    var width: Width
    /// The browser's own filling, for what concerns the person at the keyboard (`email`, `current-password`…).
    /// Off for everything about an usager: a shared desk must not remember it.
    var autocomplete: String

    init(
        _ name: String, _ label: String, value: String = "", help: String? = nil, error: String? = nil,
        optional: Bool = false, kind: Kind = .text, width: Width = .full, autocomplete: String = "off"
    ) {
        field = Field(name: name, label: label, help: help, error: error, optional: optional)
        self.value = value
        self.kind = kind
        self.width = width
        self.autocomplete = autocomplete
    }

    var body: HTML {
        field.around(
            """
            <input class="\(widthStyle)"\(kindAttributes)\(field.attributes)\(attribute: "value", kind == .password ? nil : value)\
            \(attribute: "autocomplete", autocomplete)>
            """)
    }

    private var kindAttributes: HTML {
        switch kind {
        case .text: #" type="text""#
        case .email: #" type="email" spellcheck="false""#
        case .telephone: #" type="tel" spellcheck="false""#
        case .digits: #" type="text" inputmode="numeric" spellcheck="false""#
        case .amount: #" type="text" inputmode="decimal" spellcheck="false""#
        case .search: #" type="search""#
        case .password: #" type="password" spellcheck="false""#
        }
    }

    private var widthStyle: HTML {
        switch width {
        case .full: "large"
        case .medium: "moyen"
        case .short: "court"
        case .tiny: "mince"
        }
    }
}

/// A day as one text field, JJ/MM/AAAA: read it back with `Day(typed:)`.
struct DateField {
    var field: Field
    var value: String

    init(
        _ name: String, _ label: String, value: String = "", help: String? = nil, error: String? = nil,
        optional: Bool = false
    ) {
        let example = "Jour, mois, année\u{A0}: 26/11/2026."
        field = Field(
            name: name, label: label, help: help.map { "\($0) \(example)" } ?? example, error: error, optional: optional
        )
        self.value = value
    }

    var body: HTML {
        field.around(
            """
            <input class="court" type="text" inputmode="numeric" autocomplete="off" placeholder="JJ/MM/AAAA"\(field.attributes)\
            \(attribute: "value", value)>
            """)
    }
}

/// Several lines of text.
struct TextArea {
    var field: Field
    var value: String
    var rows: Int

    init(
        _ name: String, _ label: String, value: String = "", help: String? = nil, error: String? = nil,
        optional: Bool = false, rows: Int = 4
    ) {
        field = Field(name: name, label: label, help: help, error: error, optional: optional)
        self.value = value
        self.rows = rows
    }

    var body: HTML {
        // The parser drops one newline at the start: this one, not the person's.
        field.around("<textarea rows=\"\(rows)\" autocomplete=\"off\"\(field.attributes)>\n\(value)</textarea>")
    }
}

/// The minutes spent, counted by a discreet timer when scripts run, corrected by hand at any time.
struct MinutesField {
    var field: Field
    var value: String
    /// Seconds already spent before this page.
    var elapsed: Int

    init(
        _ name: String = "minutes", _ label: String = "Temps passé, en minutes", value: String = "",
        error: String? = nil, elapsed: Int = 0
    ) {
        field = Field(
            name: name, label: label, help: "Compté pendant que la page est ouverte. Corrigez si besoin.", error: error)
        self.value = value
        self.elapsed = elapsed
    }

    var body: HTML {
        field.around(
            """
            <span class="minutes"><input class="mince" type="text" inputmode="numeric" autocomplete="off" \
            data-minuteur="\(elapsed)"\(field.attributes)\(attribute: "value", value)>\
            <span class="minutes-dit" data-minuteur-dit></span></span>
            """)
    }
}
