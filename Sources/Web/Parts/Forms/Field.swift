import Markup

/// What every field of a form has: a label above, help under it, the error where the hand is, and whether it may stay empty.
///
/// The control has the id `champ-NAME`: the summary at the top of the form leads there.
struct Field {
    let name: String
    let label: String
    var help: String?
    /// What is wrong and what is expected, in one sentence; nil when all is well.
    var error: String?
    /// May stay empty: the label says "facultatif". All the rest is required, and nothing more is said of it.
    var optional = false

    /// Tells apart fields of the same name when a page holds several forms.
    var scope = ""

    var id: String { scope.isEmpty ? "champ-\(name)" : "champ-\(scope)-\(name)" }

    static func id(_ name: String) -> String { "champ-\(name)" }

    /// The attributes that every control shares: name, id, what describes it, whether it is wrong.
    var attributes: HTML {
        """
        \(attribute: "name", name)\(attribute: "id", id)\(attribute: "aria-describedby", describedBy)\
        \(if: error != nil, #" aria-invalid="true""#)\(if: !optional, #" aria-required="true""#)
        """
    }

    /// The ids of help and error, for a control or a group; nil when there are none.
    var describedBy: String? {
        let ids = (help == nil ? [] : ["\(id)-aide"]) + (error == nil ? [] : ["\(id)-faute"])
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    var labelWords: HTML {
        "\(label)\(if: optional, " <span class=\"facultatif\">(facultatif)</span>")"
    }

    var helpAndError: HTML {
        let help: HTML? = help.map { "<p class=\"aide\"\(attribute: "id", "\(id)-aide")>\($0)</p>" }
        let error: HTML? = error.map {
            """
            <p class="faute"\(attribute: "id", "\(id)-faute")>\(Icon.perdu.drawing)<span><span class="hors-vue">Erreur\u{A0}: </span>\($0)</span></p>
            """
        }
        return "\(help)\(error)"
    }

    /// The field around one control.
    func around(_ control: HTML) -> HTML {
        """
        <div class="champ\(if: error != nil, " champ-faux")"><label\(attribute: "for", id)>\(labelWords)</label>\
        \(helpAndError)\(control)</div>
        """
    }

    /// The field around several choices.
    func around(choices: HTML, style: HTML = .empty) -> HTML {
        """
        <fieldset class="champ\(if: error != nil, " champ-faux")"\(attribute: "aria-describedby", describedBy)>\
        <legend>\(labelWords)</legend>\(helpAndError)<div class="choix\(style)">\(choices)</div></fieldset>
        """
    }
}
