import Markup

/// A form that changes something: always by POST, always with the session's token.
///
///     Form(to: path, token: viewer.token, errors: errors, version: dossier.version, key: newKey, draft: draftPath,
///         "\(TextField("nom", "Nom").body)\(Actions(Button("Enregistrer").body).body)").body
struct Form {
    let action: Path
    /// The session's CSRF token.
    let token: String
    /// What is wrong, listed above the fields in their order.
    let errors: [FieldError]
    /// The version of what is edited, so that two people on the same thing are both told.
    let version: Int?
    /// One per form shown: the same form sent twice acts once.
    let key: String?
    /// Where the draft is kept while typing; nil when none is.
    let draft: Path?
    let content: HTML

    init(
        to action: Path, token: String, errors: [FieldError] = [], version: Int? = nil, key: String? = nil,
        draft: Path? = nil, _ content: HTML
    ) {
        self.action = action
        self.token = token
        self.errors = errors
        self.version = version
        self.key = key
        self.draft = draft
        self.content = content
    }

    var body: HTML {
        let draftAddress: HTML? = draft.map { "\(attribute: "data-brouillon", $0)" }
        let draftWords: HTML? = draft.map { _ in "<p class=\"brouillon\" data-brouillon-dit role=\"status\"></p>" }
        return """
            <form class="formulaire" method="post" novalidate\(action: action)\(draftAddress)>\(Hidden("jeton", token).body)\
            \(version.map { Hidden("version", String($0)).body })\(key.map { Hidden("cle", $0).body })\
            \(ErrorSummary(errors).body)\(content)\(draftWords)</form>
            """
    }
}

/// One thing that is wrong in a form, and where.
struct FieldError: Hashable, Sendable {
    /// The name of the field; empty when the form as a whole is concerned.
    let field: String
    /// What is expected, in one sentence.
    let message: String

    init(_ field: String, _ message: String) {
        self.field = field
        self.message = message
    }
}

/// Everything that is wrong, above the form, each line leading to its field; takes the focus when the page opens.
struct ErrorSummary {
    let errors: [FieldError]

    init(_ errors: [FieldError]) { self.errors = errors }

    var body: HTML {
        guard !errors.isEmpty else { return .empty }
        let lines = HTML.each(errors) {
            $0.field.isEmpty
                ? "<li>\($0.message)</li>"
                : "<li><a\(hrefToId: Field.id($0.field))>\($0.message)</a></li>"
        }
        let title: HTML =
            errors.count == 1
            ? "Il reste un point à corriger" : "Il reste \(errors.count) points à corriger"
        return """
            <div class="avis avis-danger fautes" role="alert" tabindex="-1" autofocus><p class="avis-titre">\
            \(Icon.perdu.drawing)<strong>\(title)</strong></p><ul>\(lines)</ul></div>
            """
    }
}

/// A value that the form sends without showing it.
struct Hidden {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    var body: HTML { "<input type=\"hidden\"\(attribute: "name", name)\(attribute: "value", value)>" }
}

/// Fields that go together, under one title.
struct FieldGroup {
    let title: String
    let help: String?
    let content: HTML

    init(_ title: String, help: String? = nil, _ content: HTML) {
        self.title = title
        self.help = help
        self.content = content
    }

    var body: HTML {
        """
        <fieldset class="groupe"><legend>\(title)</legend>\(help.map { "<p class=\"aide\">\($0)</p>" } as HTML?)\(content)</fieldset>
        """
    }
}
