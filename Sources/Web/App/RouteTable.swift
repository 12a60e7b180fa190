import Hummingbird

/// What a route asks of the reader. A handler's context type enforces it; the list lets tests go through every route.
enum Right: String, Sendable {
    /// Anybody.
    case visitor
    /// Somebody signed in, whatever their role; the policy of each thing decides the rest.
    case aidant
    /// Somebody who manages the structure.
    case responsable
}

struct DeclaredRoute: Sendable, Hashable {
    let method: String
    let path: String
    let right: Right
}

/// Builds the router and remembers every route with its right: a route cannot be added without one.
final class RouteTable {
    private(set) var declared: [DeclaredRoute] = []
    private let visitors: Router<VisitorContext>
    private let aidants: RouterGroup<AidantContext>
    private let responsables: RouterGroup<ResponsableContext>

    init(router: Router<VisitorContext>) {
        visitors = router
        aidants = router.group(context: AidantContext.self)
        responsables = aidants.group(context: ResponsableContext.self)
    }

    func visitor(
        get path: String, _ handler: @escaping @Sendable (Request, VisitorContext) async throws -> Response
    ) {
        declare("GET", path, .visitor)
        visitors.get(RouterPath(path), use: handler)
    }

    func visitor(
        post path: String, _ handler: @escaping @Sendable (Request, VisitorContext) async throws -> Response
    ) {
        declare("POST", path, .visitor)
        visitors.post(RouterPath(path), use: handler)
    }

    func aidant(get path: String, _ handler: @escaping @Sendable (Request, AidantContext) async throws -> Response) {
        declare("GET", path, .aidant)
        aidants.get(RouterPath(path), use: handler)
    }

    func aidant(post path: String, _ handler: @escaping @Sendable (Request, AidantContext) async throws -> Response) {
        declare("POST", path, .aidant)
        aidants.post(RouterPath(path), use: handler)
    }

    func responsable(
        get path: String, _ handler: @escaping @Sendable (Request, ResponsableContext) async throws -> Response
    ) {
        declare("GET", path, .responsable)
        responsables.get(RouterPath(path), use: handler)
    }

    func responsable(
        post path: String, _ handler: @escaping @Sendable (Request, ResponsableContext) async throws -> Response
    ) {
        declare("POST", path, .responsable)
        responsables.post(RouterPath(path), use: handler)
    }

    private func declare(_ method: String, _ path: String, _ right: Right) {
        declared.append(DeclaredRoute(method: method, path: path, right: right))
    }
}
