import Domain
import Hummingbird
import Markup
import Store

/// *Mon compte*: absence, password, open sessions.
struct AccountHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        .html(try await page(context, []).body)
    }

    @Sendable func changePassword(_ request: Request, _ context: AidantContext) async throws -> Response {
        let form = context.form
        let me = context.session.aidant
        var errors: [FieldError] = []
        if let problem = app.passwords.problem(
            form.raw("mot_de_passe"),
            names: [
                me.firstName, me.lastName, me.email.split(separator: "@").first.map(String.init) ?? "",
                context.session.structure.name,
            ])
        {
            errors.append(FieldError("mot_de_passe", problem.sentence))
        } else if form.raw("mot_de_passe") != form.raw("mot_de_passe_2") {
            errors.append(FieldError("mot_de_passe_2", "Les deux mots de passe ne sont pas les mêmes."))
        }
        if errors.isEmpty {
            let result = try await app.store.changePassword(
                context.access, email: me.email, old: form.raw("mot_de_passe_actuel"), new: form.raw("mot_de_passe"),
                origin: context.origin)
            switch result {
            case .accepted: return .seeOther(Paths.account, saying: .password)
            case .refused: errors.append(FieldError("mot_de_passe_actuel", "Ce n’est pas votre mot de passe actuel."))
            case .wait(let until): errors.append(FieldError("mot_de_passe_actuel", SignInPage.wait(until: until)))
            }
        }
        return .html(try await page(context, errors).body, .unprocessableContent)
    }

    @Sendable func closeOthers(_ request: Request, _ context: AidantContext) async throws -> Response {
        try await app.store.closeOtherSessions(context.access)
        return .seeOther(Paths.account, saying: .sessions)
    }

    @Sendable func setAbsence(_ request: Request, _ context: AidantContext) async throws -> Response {
        let form = context.form
        if form["action"] == "retour" {
            try await app.store.setAbsence(context.access, aidant: context.access.aidant, nil)
            return .seeOther(Paths.account, saying: .absence)
        }
        guard let from = Day(typed: form["du"]), let through = Day(typed: form["au"]), from <= through else {
            let error = FieldError(
                "du", "Écrivez deux dates, la première avant la seconde. Par exemple 24/12/2026 et 2/01/2027.")
            return .html(try await page(context, [error]).body, .unprocessableContent)
        }
        try await app.store.setAbsence(
            context.access, aidant: context.access.aidant, Absence(from: from, through: through))
        return .seeOther(Paths.account, saying: .absence)
    }

    private func page(_ context: AidantContext, _ errors: [FieldError]) async throws -> AccountPage {
        let sessions = try await app.store.sessions(context.access)
        return AccountPage(
            viewer: context.viewer, aidant: context.session.aidant, form: context.form, errors: errors,
            flash: context.flash, today: context.access.today,
            sessions: sessions.map {
                .init(
                    since:
                        "Ouverte le \($0.created.day.words(today: context.access.today)) à \(DateWords.hour($0.created))",
                    isThis: $0.reference == context.access.session)
            })
    }
}

struct AccountPage {
    struct OpenSession {
        let since: String
        let isThis: Bool
    }

    let viewer: Viewer
    let aidant: Aidant
    let form: FormBody
    let errors: [FieldError]
    let flash: String?
    let today: Day
    let sessions: [OpenSession]

    var body: HTML {
        Layout(
            title: "Mon compte", viewer: viewer, current: .compte, flash: flash, hasErrors: !errors.isEmpty,
            content: """
                \(Heading("Mon compte", lead: "\(aidant.fullName), \(aidant.role.words). \(aidant.role.explanation)").body)\
                \(Section("Mon absence", onSheet: true, absence).body)\
                \(Section("Mon mot de passe", onSheet: true, password).body)\
                \(Section("Mes sessions ouvertes", onSheet: true, openSessions).body)
                """
        ).body
    }

    private func error(_ name: String) -> String? { errors.first { $0.field == name }?.message }

    private var absence: HTML {
        let state: HTML =
            aidant.absence.map {
                "<p>Vous êtes noté·e en absence du \($0.from.words(today: today)) au \($0.through.words(today: today)).</p>"
            }
            ?? "<p>Pendant votre absence, vos échéances apparaissent chez les collègues qui peuvent prendre le relais.</p>"
        let back: HTML =
            aidant.absence == nil ? .empty : Button("Je suis de retour", .quiet, name: "action", value: "retour").body
        return Form(
            to: Paths.absence, token: viewer.token, errors: errors.filter { $0.field == "du" },
            """
            \(state)\(DateField("du", "Premier jour d’absence", value: form["du"], error: error("du")).body)\
            \(DateField("au", "Dernier jour d’absence", value: form["au"]).body)\
            \(Actions("\(Button("Noter l’absence", .quiet, name: "action", value: "noter").body)\(back)").body)
            """
        ).body
    }

    private var password: HTML {
        Form(
            to: Paths.password, token: viewer.token, errors: errors.filter { $0.field.hasPrefix("mot_de_passe") },
            """
            \(TextField("mot_de_passe_actuel", "Mot de passe actuel", error: error("mot_de_passe_actuel"), kind: .password, autocomplete: "current-password").body)\
            \(AccountFields.passwords(errors, label: "Nouveau mot de passe"))\
            \(Actions(Button("Changer le mot de passe", .quiet).body).body)
            """
        ).body
    }

    private var openSessions: HTML {
        let lines = HTML.each(sessions) { "<li>\($0.since)\(if: $0.isThis, " (celle-ci)")</li>" }
        return """
            <ul>\(lines)</ul>\
            \(if: sessions.count > 1, ActionButton(to: Paths.otherSessions, token: viewer.token, Button("Fermer les autres sessions", .quiet)).body)
            """
    }
}
