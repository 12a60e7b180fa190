import Markup

@testable import Web

extension PartsSamples {
    static var formPage: HTML {
        let errors = [
            FieldError("naissance", "La date de naissance s’écrit jour, mois, année : 26/11/1980."),
            FieldError("obstacles", "Choisissez au moins un obstacle, ou « aucun »."),
        ]
        return Layout(
            title: "Ouvrir une fiche", viewer: viewer, current: .personnes, hasErrors: true,
            breadcrumb: Breadcrumb([("Personnes", Paths.usagers)]),
            content: """
                \(Heading("Ouvrir une fiche", lead: "Un prénom suffit pour commencer.").body)\
                \(Form(to: Paths.usagers, token: viewer.token, errors: errors, version: 3, key: "cle-1", draft: Path("brouillons", "1"), fields(errors)).body)
                """
        ).body
    }

    private static func fields(_ errors: [FieldError]) -> HTML {
        """
        \(TextField("prenom", "Prénom ou étiquette", value: "Awa \"\u{301}<b>", help: "Comme la personne veut être appelée.", width: .medium).body)\
        \(DateField("naissance", "Date de naissance", value: "31/02/1980", error: errors[0].message, optional: true).body)\
        \(TextField("telephone", "Téléphone", optional: true, kind: .telephone, width: .short).body)\
        \(Select("departement", "Département", choices: [Choice("01", "Ain"), Choice("42", "Loire")], chosen: "42").body)\
        \(RadioGroup("qui", "Qui tient la souris ?", choices: [Choice("seul", "La personne, seule"), Choice("avec", "Ensemble", help: "Vous montrez, elle fait."), Choice("place", "Vous, à sa place")], chosen: "avec").body)\
        \(Checkboxes("obstacles", "Ce qui gêne", choices: ["aucun", "pas d’équipement", "pas de connexion", "pas de boîte mail", "français écrit"].map { Choice($0, Words.sentence($0)) }, chosen: ["pas de boîte mail"], error: errors[1].message).body)\
        \(FieldGroup("Pour finir", "\(TextArea("note", "Note", value: "\n<script>alert(1)</script>", help: "Ce qu’un collègue doit savoir.", optional: true).body)\(Checkbox("accord", "La personne est d’accord pour que cette fiche soit ouverte", help: "Dites-lui ce qui est noté et combien de temps.").body)\(MinutesField(elapsed: 340).body)").body)\
        \(Actions("\(Button("Ouvrir la fiche").body)\(Button("Enregistrer et revenir plus tard", .quiet, name: "suite", value: "plus-tard").body)").body)
        """
    }

    static var signInPage: HTML {
        Layout(
            title: "Se connecter", viewer: nil,
            content: """
                \(Heading("Se connecter", lead: "Au CCAS de Valbourg-sur-Loire.").body)\
                \(Form(to: Paths.signIn, token: "jeton", "\(TextField("adresse", "Adresse électronique", kind: .email, autocomplete: "username").body)\(TextField("phrase", "Mot de passe", kind: .password, autocomplete: "current-password").body)\(Actions(Button("Se connecter").body).body)").body)
                """
        ).body
    }
}
