import Domain
import Hummingbird
import Markup
import Store

/// `/usagers`: my people, and the search of a person, always by POST.
struct UsagersHandlers {
    let app: App

    static let pageSize = 50
    private static let longest = 200

    @Sendable func list(_ request: Request, _ context: AidantContext) async throws -> Response {
        let page = max(1, Int(request.query["page"]) ?? 1)
        let (people, total) = try await app.store.myPeople(context.access, page: page - 1, size: Self.pageSize)
        return .html(
            UsagersPage(
                viewer: context.viewer, people: people.map { PersonLine($0, today: context.access.today) },
                total: total,
                page: page, pages: max(1, (total + Self.pageSize - 1) / Self.pageSize), flash: context.flash,
                mayOpen: mayOpen(context)
            ).body)
    }

    @Sendable func find(_ request: Request, _ context: AidantContext) async throws -> Response {
        let typed = String(context.form["q"].prefix(Self.longest))
        guard !typed.isEmpty else { return .seeOther(Paths.usagers) }
        let found = try await lines(typed, context)
        let people = FoundPeople(lines: found, mayOpen: mayOpen(context))
        return .html(FoundPage(viewer: context.viewer, typed: typed, found: people).body)
    }

    @Sendable func fragment(_ request: Request, _ context: AidantContext) async throws -> Response {
        let typed = String(context.form["q"].prefix(Self.longest))
        return .html(FoundPeople(lines: try await lines(typed, context), mayOpen: mayOpen(context)).body)
    }

    private func mayOpen(_ context: AidantContext) -> Bool { NewUsagerHandlers(app: app).mayOpen(context) }

    private func lines(_ typed: String, _ context: AidantContext) async throws -> [PersonLine] {
        try await app.store.searchUsagers(context.access, typed, limit: FoundPeople.limit)
            .map { PersonLine($0, today: context.access.today) }
    }
}
