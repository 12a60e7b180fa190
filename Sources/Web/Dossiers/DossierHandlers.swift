import Domain
import Hummingbird
import Markup
import Store

/// The pages of a dossier that only read: overview, check, paper.
struct DossierHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        .html(DossierPage(view: try await DossierReading(app: app).view(context, page: "dossier")).body)
    }

    @Sendable func check(_ request: Request, _ context: AidantContext) async throws -> Response {
        .html(CheckPage(view: try await DossierReading(app: app).view(context, page: "verifier")).body)
    }

    @Sendable func printSheet(_ request: Request, _ context: AidantContext) async throws -> Response {
        let view = try await DossierReading(app: app).view(context, page: "fiche", isPrint: true)
        return .html(PrintedSheet(view: view, structure: context.session.structure).body)
    }

    @Sendable func printPieces(_ request: Request, _ context: AidantContext) async throws -> Response {
        let view = try await DossierReading(app: app).view(context, page: "pieces", isPrint: true)
        return .html(PrintedPieces(view: view, structure: context.session.structure).body)
    }
}
