import Domain
import Hummingbird
import Markup
import Store

/// The page behind an invitation link: the colleague chooses a password.
struct InvitationHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let invitation = try await find(context)
        let form = FormBody(values: ["prenom": [invitation.firstName], "nom": [invitation.lastName]])
        return .html(page(invitation, context, form, []))
    }

    @Sendable func accept(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let invitation = try await find(context)
        let form = context.form
        let errors = AccountFields.problems(
            form, app: app, names: [invitation.structureName, invitation.email], needsEmail: false)
        guard errors.isEmpty else { return .html(page(invitation, context, form, errors), .unprocessableContent) }
        let aidant = try await app.store.acceptInvitation(
            token: context.parameters.get("jeton") ?? "", firstName: form["prenom"], lastName: form["nom"],
            password: form.raw("mot_de_passe"), now: context.requestedAt)
        return try await SignInHandlers(app: app).open(aidant, back: "", context)
    }

    private func find(_ context: VisitorContext) async throws -> Invitation {
        let token = context.parameters.get("jeton") ?? ""
        guard let invitation = try await app.store.invitation(token: token, now: context.requestedAt) else {
            throw StoreError.expired
        }
        return invitation
    }

    private func page(
        _ invitation: Invitation, _ context: VisitorContext, _ form: FormBody, _ errors: [FieldError]
    ) -> HTML {
        let path = Paths.invitation(context.parameters.get("jeton") ?? "")
        let text = { (name: String, label: String) in
            TextField(name, label, value: form[name], error: errors.first { $0.field == name }?.message).body
        }
        let token = context.session?.formToken ?? context.visitToken
        return Layout(
            title: "Votre invitation", viewer: nil, hasErrors: !errors.isEmpty,
            content: """
                \(Heading("Bienvenue dans \(invitation.structureName)", lead: "Votre rôle : \(invitation.role.words). Choisissez votre mot de passe pour commencer.").body)\
                <div class="feuille">\(Form(to: path, token: token, errors: errors, """
                    <p>Vous vous connecterez avec l’adresse <strong>\(invitation.email)</strong>.</p>\
                    \(text("prenom", "Prénom"))\(text("nom", "Nom"))\(AccountFields.passwords(errors))\
                    \(Actions(Button("Créer mon compte").body).body)
                    """).body)</div>
                """
        ).body
    }
}
