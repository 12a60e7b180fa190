import Domain
import HTTPTypes
import Hummingbird
import Markup
import Store

struct SignInHandlers {
    let app: App

    @Sendable func root(_ request: Request, _ context: VisitorContext) async throws -> Response {
        if context.session != nil { return .seeOther(Paths.today) }
        return .seeOther(Paths.signIn)
    }

    @Sendable func page(_ request: Request, _ context: VisitorContext) async throws -> Response {
        if context.session != nil { return .seeOther(Paths.today) }
        if try await app.store.isEmpty() { return .html(FirstRunNotice().body) }
        return .html(
            SignInPage(
                token: context.visitToken, email: "", back: request.query["retour"],
                ended: request.query["fin"] == "oui",
                message: context.flash, errors: [], demoLinks: []
            ).body)
    }

    @Sendable func signIn(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let form = context.form
        let result = try await app.store.checkPassword(
            email: form["email"], password: form.raw("mot_de_passe"), origin: context.origin, now: context.requestedAt)
        switch result {
        case .accepted(let aidant): return try await open(aidant, back: form["retour"], context)
        case .refused: return refused(form, context, SignInPage.refused, .unprocessableContent)
        case .wait(let until): return refused(form, context, SignInPage.wait(until: until), .tooManyRequests)
        }
    }

    private func refused(
        _ form: FormBody, _ context: VisitorContext, _ message: String, _ status: HTTPResponse.Status
    ) -> Response {
        .html(
            SignInPage(
                token: context.visitToken, email: form["email"], back: form["retour"], ended: false, message: nil,
                errors: [FieldError("email", message)], demoLinks: []
            ).body, status)
    }

    func open(_ aidant: ID<Aidant>, back: String, _ context: VisitorContext) async throws -> Response {
        let token = try await app.store.openSession(aidant, now: context.requestedAt)
        var response = Response.seeOther(Back.local(back) ?? Paths.today)
        response.headers.append(Cookies.set(Cookies.session, token))
        return response
    }

    /// The demo's one-click link: it exists only in a demo.
    @Sendable func demo(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let aidant = app.settings.demoLinks[context.parameters.get("jeton") ?? ""] else { throw NotFoundError() }
        return try await open(aidant, back: "", context)
    }

    @Sendable func signOut(_ request: Request, _ context: VisitorContext) async throws -> Response {
        if let session = context.session { try await app.store.closeSession(session, now: context.requestedAt) }
        var response = Response.seeOther(Paths.signIn)
        response.headers.append(Cookies.clear(Cookies.session))
        response.headers[HTTPField.Name("Clear-Site-Data")!] = "\"cache\", \"storage\""
        return response
    }

    @Sendable func lock(_ request: Request, _ context: AidantContext) async throws -> Response {
        try await app.store.lock(context.session, now: context.access.now)
        let back = Back.path(request) ?? Paths.today
        var response = Response.seeOther(Paths.unlock.query(["retour": back.text]))
        response.headers[HTTPField.Name("Clear-Site-Data")!] = "\"cache\""
        return response
    }

    @Sendable func unlockPage(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let session = context.session else { throw SignInNeeded(ended: context.sessionEnded) }
        guard session.isLocked else { return .seeOther(Back.local(request.query["retour"]) ?? Paths.today) }
        return .html(UnlockPage(session: session, back: request.query["retour"], errors: []).body)
    }

    @Sendable func unlock(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let session = context.session else { throw SignInNeeded(ended: context.sessionEnded) }
        let form = context.form
        let result = try await app.store.unlock(
            session, password: form.raw("mot_de_passe"), origin: context.origin, now: context.requestedAt)
        switch result {
        case .accepted: return .seeOther(Back.local(form["retour"]) ?? Paths.today)
        case .refused:
            let error = FieldError("mot_de_passe", "Ce n’est pas le bon mot de passe.")
            return .html(
                UnlockPage(session: session, back: form["retour"], errors: [error]).body, .unprocessableContent)
        case .wait(let until):
            let error = FieldError("mot_de_passe", SignInPage.wait(until: until))
            return .html(UnlockPage(session: session, back: form["retour"], errors: [error]).body, .tooManyRequests)
        }
    }
}
