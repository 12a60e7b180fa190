import Domain
import Hummingbird
import Markup
import Store

struct TeamHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: ResponsableContext) async throws -> Response {
        .html(try await page(context, form: .empty, errors: []).body)
    }

    @Sendable func invite(_ request: Request, _ context: ResponsableContext) async throws -> Response {
        let form = context.form
        var errors = problems(form)
        if errors.isEmpty, let role = Role(rawValue: form["role"]) {
            do {
                let token = try await app.store.invite(
                    context.access, form: FormKey(form["cle"]), firstName: form["prenom"], lastName: form["nom"],
                    email: form["email"], role: role)
                let link = "\(address(request))\(Paths.invitation(token).text)"
                return .html(
                    InvitationPage(
                        viewer: context.viewer, firstName: form["prenom"], email: form["email"], role: role.words,
                        link: link
                    ).body)
            } catch StoreError.emailTaken {
                errors = [FieldError("email", "Cette adresse a déjà un compte. Cherchez la personne dans la liste.")]
            }
        }
        return .html(try await page(context, form: form, errors: errors).body, .unprocessableContent)
    }

    @Sendable func withdraw(_ request: Request, _ context: ResponsableContext) async throws -> Response {
        try await app.store.withdrawInvitation(context.access, id: context.coreContext.parameters.get("id") ?? "")
        return .seeOther(Paths.team, saying: .withdrawn)
    }

    @Sendable func manage(_ request: Request, _ context: ResponsableContext) async throws -> Response {
        let id = ID<Aidant>(context.coreContext.parameters.get("id") ?? "")
        let role = context.form["action"] == "fermer" ? nil : Role(rawValue: context.form["role"])
        // A role that nobody has must not close the account.
        guard role != nil || context.form["action"] == "fermer" else {
            let team = try await app.store.team(context.access)
            guard team.contains(where: { $0.id == id }) else { throw StoreError.notFound }
            let page = try await page(
                context, form: .empty, errors: [FieldError("", "Choisissez le rôle de votre collègue.")])
            return .html(page.body, .unprocessableContent)
        }
        let result = try await app.store.manage(
            context.access, aidant: id, role: role, version: Int(context.form["version"]) ?? 0)
        switch result {
        case .success: return .seeOther(Paths.team, saying: role == nil ? .closed : .roleChanged)
        case .failure(let refusal):
            let page = try await page(context, form: .empty, errors: [FieldError("", refusal.sentence)])
            return .html(page.body, .conflict)
        }
    }

    private func problems(_ form: FormBody) -> [FieldError] {
        var errors: [FieldError] = []
        if form["prenom"].isEmpty { errors.append(FieldError("prenom", "Écrivez le prénom de votre collègue.")) }
        if case .failure(let problem) = ValueFormat.check(form["email"], as: .email, today: app.now.day) {
            errors.append(FieldError("email", problem.sentence))
        }
        if Role(rawValue: form["role"]).map(Role.assignable.contains) != true {
            errors.append(FieldError("role", "Choisissez le rôle de votre collègue."))
        }
        return errors
    }

    private func address(_ request: Request) -> String {
        "\(app.settings.isSecureSite ? "https" : "http")://\(request.head.authority ?? "localhost")"
    }

    private func page(_ context: ResponsableContext, form: FormBody, errors: [FieldError]) async throws -> TeamPage {
        TeamPage(
            viewer: context.viewer, me: context.access.aidant, team: try await app.store.team(context.access),
            invitations: try await app.store.invitations(context.access), today: context.access.today, form: form,
            errors: errors, key: Nonce.random(), flash: context.flash)
    }
}

extension Aidant.ManagementRefusal {
    var sentence: String {
        switch self {
        case .lastResponsable: "Il doit rester au moins une personne responsable. Nommez d’abord quelqu’un d’autre."
        case .notYourself: "Vous ne pouvez pas fermer votre propre compte. Demandez à une autre personne responsable."
        case .roleNotAssignable: "Ce rôle ne se donne pas ici."
        }
    }
}
