import HTTPTypes
import Hummingbird
import Logging
import Markup
import NIOCore
import Store

/// Answers every error with a page in French; details go to the log only, under a reference.
struct Faults: RouterMiddleware {
    let app: App

    func handle(
        _ request: Request, context: VisitorContext, next: (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return await answer(error, request, context)
        }
    }

    private func answer(_ error: any Error, _ request: Request, _ context: VisitorContext) async -> Response {
        switch error {
        case let need as SignInNeeded: return signIn(request, ended: need.ended)
        case is UnlockNeeded: return .seeOther(Paths.unlock.query(["retour": back(request).text]))
        case is FormRefused: return ErrorPage.formRefused.response(.forbidden)
        case StoreError.notFound: return ErrorPage.notFound.response(.notFound)
        case StoreError.forbidden: return ErrorPage.forbidden.response(.forbidden)
        case StoreError.stale: return ErrorPage.stale(back: Back.path(request)).response(.conflict)
        case StoreError.expired, StoreError.emailTaken: return ErrorPage.expired.response(.gone)
        case let error as HTTPError: return http(error)
        case is NIOTooManyBytesError: return ErrorPage.tooLarge.response(.contentTooLarge)
        case is NotFoundError: return ErrorPage.notFound.response(.notFound)
        default: return fault(error, request, context)
        }
    }

    private func http(_ error: HTTPError) -> Response {
        switch error.status {
        case .notFound: ErrorPage.notFound.response(.notFound)
        case .contentTooLarge: ErrorPage.tooLarge.response(.contentTooLarge)
        case .methodNotAllowed: ErrorPage.notFound.response(.methodNotAllowed)
        default: ErrorPage.badRequest.response(error.status)
        }
    }

    private func signIn(_ request: Request, ended: Bool) -> Response {
        let target = back(request)
        var response = Response.seeOther(
            Paths.signIn.query(["retour": target.text, "fin": ended ? "oui" : ""]))
        if ended { response.headers.append(Cookies.clear(Cookies.session)) }
        return response
    }

    /// Where to go after the sign-in: the page asked for, or the page of the form that was sent.
    private func back(_ request: Request) -> Path {
        if request.method == .get { return Back.local(request.uri.string) ?? Paths.today }
        return Back.path(request) ?? Paths.today
    }

    private func fault(_ error: any Error, _ request: Request, _ context: VisitorContext) -> Response {
        let reference = String(Nonce.derived(from: Nonce.random(), purpose: "faute").prefix(8)).uppercased()
        let kind = FaultKind(error)
        app.logger.error(
            "fault",
            metadata: [
                "reference": "\(reference)", "kind": "\(kind)", "type": "\(type(of: error))",
                "code": "\(FaultCode.code(error))", "route": "\(context.endpointPath ?? "-")",
                "method": "\(request.method)",
            ])
        switch kind {
        case .diskFull:
            return ErrorPage.diskFull(reference).response(.init(code: 507, reasonPhrase: "Insufficient Storage"))
        case .readOnly: return ErrorPage.cannotWrite(reference).response(.serviceUnavailable)
        case .busy, .tooManyPasswords:
            let status: HTTPResponse.Status = kind == .busy ? .serviceUnavailable : .tooManyRequests
            var response = ErrorPage.busy(reference).response(status)
            response.headers[.retryAfter] = "5"
            return response
        case .altered, .other: return ErrorPage.fault(reference).response(.internalServerError)
        }
    }
}

/// A short code of an error for the log: the name of its case, never its text or its values.
enum FaultCode {
    static func code(_ error: any Error) -> String {
        let text = Mirror(reflecting: error).children.first?.label ?? "\(type(of: error))"
        return String(text.prefix(60))
    }
}

/// Thrown by the router's fallback when no route matches.
struct NotFoundError: Error {}
