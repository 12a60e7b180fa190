import Domain
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Store

/// Finds the session, reads the form and checks that it came from our page.
struct Visits: RouterMiddleware {
    let app: App

    func handle(
        _ request: Request, context: VisitorContext, next: (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        var request = request
        var context = context
        context.requestedAt = app.now
        context.origin = origin(request, context.peer)
        context.flash = Cookies.value(Cookies.flashName, in: request).flatMap(Flash.init)?.words
        try await findSession(request, &context)
        let visit = Cookies.value(Cookies.visit, in: request)
        context.isNewVisit = visit == nil
        let visitor = visit ?? Nonce.random()
        context.visitToken = Nonce.derived(from: visitor, purpose: "visite")
        if request.method == .post {
            try checkSource(request)
            context.form = try FormBody(bytes: try await body(&request))
            try await checkToken(request, &context)
        }
        var response = try await next(request, context)
        // Only a page holds forms to protect: a file or a probe leaves nothing in the browser.
        let isPage = response.headers[.contentType]?.hasPrefix("text/html") == true
        if context.isNewVisit, isPage, request.method == .get, context.session == nil {
            response.headers.append(Cookies.set(Cookies.visit, visitor))
        }
        if context.flash != nil, response.status == .ok { response.headers.append(Cookies.clear(Cookies.flashName)) }
        return response
    }

    /// What was sent, whole; a body that ends too early or is no HTTP is the sender's mistake.
    private func body(_ request: inout Request) async throws -> ByteBuffer {
        do { return try await request.collectBody(upTo: FormBody.maximumBytes) } catch let error as NIOTooManyBytesError
        {
            throw error
        } catch { throw HTTPError(.badRequest) }
    }

    /// A proxy's word counts only when the connection comes from a declared proxy.
    private func origin(_ request: Request, _ peer: String) -> String {
        guard app.settings.trustedProxies.contains(peer),
            let forwarded = request.headers[HTTPField.Name("X-Forwarded-For")!]
        else { return peer }
        return forwarded.split(separator: ",").last.map { String($0).trimmed } ?? peer
    }

    private func findSession(_ request: Request, _ context: inout VisitorContext) async throws {
        guard let token = Cookies.value(Cookies.session, in: request) else { return }
        switch try await app.store.session(token, now: context.requestedAt) {
        case .open(let session): context.session = session
        case .ended(let session):
            context.sessionEnded = true
            if request.method == .post { context.endedSession = session }
        case .unknown: break
        }
    }

    /// A change asked from another site is refused, whatever its token.
    private func checkSource(_ request: Request) throws {
        if let site = request.headers[HTTPField.Name("Sec-Fetch-Site")!], site != "same-origin", site != "none" {
            throw FormRefused()
        }
        if let origin = request.headers[.origin] {
            let host = origin.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first.map(String.init)
            guard let host, host == request.head.authority else { throw FormRefused() }
        }
    }

    /// Forms of a locked desk that are not work.
    private static let opensDesk: Set<String> = [Paths.unlock.text, Paths.signOut.text, Paths.lock.text]

    private func keep(_ form: FormBody, of session: Session, _ request: Request) async throws {
        try await Drafts.keep(form, action: request.uri.path, access: session.access(now: app.now), app)
    }

    private func checkToken(_ request: Request, _ context: inout VisitorContext) async throws {
        let sent = context.form.raw("jeton")
        if let session = context.session {
            guard Nonce.same(sent, session.formToken) else { throw FormRefused() }
            if session.isLocked, !Self.opensDesk.contains(request.uri.path) {
                try await keep(context.form, of: session, request)
            }
        } else if let ended = context.endedSession, Nonce.same(sent, ended.formToken) {
            // What was typed before the session ended is given back after the sign-in.
            try await keep(context.form, of: ended, request)
        } else {
            guard Nonce.same(sent, context.visitToken) else { throw FormRefused() }
        }
    }
}

/// The form did not come from our page, or from a session that is over.
struct FormRefused: Error {}
