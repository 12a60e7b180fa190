import Domain
import Hummingbird
import Markup
import Store

/// *Démarches*: the catalogue, to read and to print.
struct DemarchesHandlers {
    let app: App

    @Sendable func list(_ request: Request, _ context: AidantContext) async throws -> Response {
        .html(DemarchesPage(viewer: context.viewer, definitions: app.definitions).body)
    }

    @Sendable func search(_ request: Request, _ context: AidantContext) async throws -> Response {
        let typed = context.form["q"]
        let results = typed.isEmpty ? HTML.empty : found(typed).body
        return .html(
            DemarchesPage(viewer: context.viewer, definitions: app.definitions, typed: typed, results: results).body)
    }

    @Sendable func fragment(_ request: Request, _ context: AidantContext) async throws -> Response {
        .html(found(context.form["q"]).body)
    }

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        .html(
            DemarchePage(
                viewer: context.viewer, demarche: try demarche(context), definitions: app.definitions,
                today: context.access.today
            ).body)
    }

    @Sendable func printed(_ request: Request, _ context: AidantContext) async throws -> Response {
        .html(
            DemarchePrintPage(
                demarche: try demarche(context), definitions: app.definitions, structure: context.session.structure,
                today: context.access.today
            ).body)
    }

    @Sendable func organismes(_ request: Request, _ context: AidantContext) async throws -> Response {
        .html(OrganismesPage(viewer: context.viewer, definitions: app.definitions).body)
    }

    @Sendable func organisme(_ request: Request, _ context: AidantContext) async throws -> Response {
        guard let organisme = app.definitions.organisme(context.parameters.get("id") ?? "") else {
            throw NotFoundError()
        }
        return .html(OrganismePage(viewer: context.viewer, organisme: organisme, definitions: app.definitions).body)
    }

    private func demarche(_ context: AidantContext) throws -> Demarche {
        guard let demarche = app.definitions.demarche(context.parameters.get("id") ?? "") else { throw NotFoundError() }
        return demarche
    }

    private func found(_ words: String) -> FoundGuides {
        let found = app.needs.search(String(words.prefix(ReceptionForm.longestWords)), limit: 8).compactMap { match in
            app.definitions.demarche(match.demarche).map { (demarche: $0, why: reasonSentence(match.because)) }
        }
        return FoundGuides(found: found, definitions: app.definitions)
    }
}
