import Domain
import Hummingbird
import Markup
import Store

/// The page opened by the one-time token of the terminal: the structure and its first responsable.
struct FirstRunHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let key = request.query["jeton"]
        try await check(key, context)
        return .html(FirstRunPage(token: context.visitToken, key: key, form: .empty, errors: []).body)
    }

    @Sendable func create(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let form = context.form
        try await check(form["cle"], context)
        let errors = problems(form)
        guard errors.isEmpty else {
            return .html(
                FirstRunPage(token: context.visitToken, key: form["cle"], form: form, errors: errors).body,
                .unprocessableContent)
        }
        let first = NewAidant(
            firstName: form["prenom"], lastName: form["nom"], email: form["email"], role: .responsable,
            password: form.raw("mot_de_passe"))
        let made = try await app.store.createStructure(
            name: form["structure"], phone: form["telephone"], address: form["adresse"], first: first,
            onlyIfEmpty: true,
            now: context.requestedAt)
        return try await SignInHandlers(app: app).open(made.aidant, back: "/structure/equipe", context)
    }

    /// The token of the terminal, within the hour, while no structure exists.
    private func check(_ key: String, _ context: VisitorContext) async throws {
        guard let expected = app.settings.setupToken, Nonce.same(key, expected.value),
            context.requestedAt <= expected.validUntil, try await app.store.isEmpty()
        else { throw StoreError.expired }
    }

    private func problems(_ form: FormBody) -> [FieldError] {
        var errors: [FieldError] = []
        if form["structure"].isEmpty {
            errors.append(
                FieldError("structure", "Écrivez le nom de la structure, par exemple « CCAS de Saint-Aubin »."))
        }
        return errors + AccountFields.problems(form, app: app, names: [form["structure"]])
    }
}

/// The fields of a new account, with the password.
enum AccountFields {
    static func problems(_ form: FormBody, app: App, names: [String], needsEmail: Bool = true) -> [FieldError] {
        var errors: [FieldError] = []
        if form["prenom"].isEmpty { errors.append(FieldError("prenom", "Écrivez votre prénom.")) }
        if form["nom"].isEmpty { errors.append(FieldError("nom", "Écrivez votre nom.")) }
        if needsEmail, case .failure(let problem) = ValueFormat.check(form["email"], as: .email, today: app.now.day) {
            errors.append(FieldError("email", problem.sentence))
        }
        let known =
            names + [form["prenom"], form["nom"], form["email"].split(separator: "@").first.map(String.init) ?? ""]
        if let problem = app.passwords.problem(form.raw("mot_de_passe"), names: known) {
            errors.append(FieldError("mot_de_passe", problem.sentence))
        } else if form.raw("mot_de_passe") != form.raw("mot_de_passe_2") {
            errors.append(FieldError("mot_de_passe_2", "Les deux mots de passe ne sont pas les mêmes."))
        }
        return errors
    }

    static func passwords(_ errors: [FieldError], label: String = "Mot de passe") -> HTML {
        let error = { (name: String) in errors.first { $0.field == name }?.message }
        return """
            \(TextField("mot_de_passe", label, help: "12 caractères au moins. Une phrase de quatre mots se retient bien.", error: error("mot_de_passe"), kind: .password, autocomplete: "new-password").body)\
            \(TextField("mot_de_passe_2", "Le même, une seconde fois", error: error("mot_de_passe_2"), kind: .password, autocomplete: "new-password").body)
            """
    }
}

struct FirstRunPage {
    let token: String
    let key: String
    let form: FormBody
    let errors: [FieldError]

    var body: HTML {
        Layout(
            title: "Première installation", viewer: nil, hasErrors: !errors.isEmpty,
            content: """
                \(Heading("Première installation", lead: "Créez votre structure et votre compte. Vous inviterez vos collègues ensuite.").body)\
                <div class="feuille">\(Form(to: Paths.firstRun, token: token, errors: errors, fields).body)</div>
                """
        ).body
    }

    private var fields: HTML {
        let text = { (name: String, label: String, help: String?, optional: Bool, kind: TextField.Kind) in
            TextField(
                name, label, value: form[name], help: help, error: errors.first { $0.field == name }?.message,
                optional: optional, kind: kind
            ).body
        }
        return """
            \(Hidden("cle", key).body)\
            \(FieldGroup("La structure", "\(text("structure", "Nom de la structure", "Par exemple : CCAS de Saint-Aubin.", false, .text))\(text("telephone", "Téléphone de la structure", "Il figure sur les feuilles remises aux personnes.", true, .telephone))\(text("adresse", "Adresse de la structure", nil, true, .text))").body)\
            \(FieldGroup("Votre compte de responsable", "\(text("prenom", "Prénom", nil, false, .text))\(text("nom", "Nom", nil, false, .text))\(text("email", "Adresse mail professionnelle", nil, false, .email))\(AccountFields.passwords(errors))").body)\
            \(Actions(Button("Créer la structure").body).body)
            """
    }
}
