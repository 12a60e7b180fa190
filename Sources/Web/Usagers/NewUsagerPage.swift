import Markup

/// Opening a file: the few fields that make a person recognisable, the others folded, the look-alikes said.
struct NewUsagerPage {
    let viewer: Viewer
    let fields: FactFields
    let errors: [FieldError]
    let similar: SimilarPeople
    let draft: HTML?
    let key: String

    var body: HTML {
        Layout(
            title: "Ouvrir une fiche", viewer: viewer, current: .personnes, hasErrors: !errors.isEmpty,
            breadcrumb: Breadcrumb([("Personnes", Paths.usagers)]),
            content: """
                \(Heading("Ouvrir une fiche", lead: "Un prénom suffit, ou un repère si la personne ne veut pas donner son nom. Tout le reste peut attendre.").body)\
                \(draft)\(form)
                """
        ).body
    }

    private var form: HTML {
        Form(
            to: Paths.newUsager, token: viewer.token, errors: errors, key: key, draft: Paths.draft(Paths.newUsager),
            "\(fields.body)\(asked)\(Actions(buttons, staysInSight: true).body)"
        ).body
    }

    /// Where the look-alikes are shown: filled while typing, and by the server when the form comes back.
    private var asked: HTML {
        """
        <div\(attribute: "data-ressemblances", Paths.similarFragment) role="status">\(similar.body)</div>
        """
    }

    private var buttons: HTML {
        similar.lines.isEmpty
            ? Button("Ouvrir la fiche").body
            : Button("Non, ouvrir une nouvelle fiche", name: "nouvelle", value: "oui").body
    }
}
