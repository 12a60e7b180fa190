import Domain
import Hummingbird
import Store

/// *Aujourd’hui*: the first page after the sign-in.
struct TodayHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        let access = context.access
        if access.role == .administrator { return .seeOther(Paths.team) }
        let list = try await app.store.today(access)
        return .html(
            TodayPage(
                viewer: context.viewer, firstName: context.session.aidant.firstName, today: access.today, list: list,
                organisme: { app.definitions.organisme($0)?.shortName }, flash: context.flash
            ).body)
    }
}
